/* The files of one compilation, and places in them. */
#ifndef CONVENE_SOURCE_SOURCE_H
#define CONVENE_SOURCE_SOURCE_H

#include "../base/arena.h"
#include "../base/text.h"

typedef struct Source {
    uint32_t id;      /* its place in the list of sources */
    const char *name; /* as shown to people: a path, or "stdlib/bnssg/charter.convene" */
    Text text;        /* the bytes exactly as read, never changed */
    uint32_t *lines;  /* offsets of line starts, made when first asked for */
    uint32_t line_count;
} Source;

/* A place: LENGTH bytes from offset AT of source number SOURCE. */
typedef struct Span {
    uint32_t source, at, length;
} Span;

typedef struct Sources {
    Arena *arena;
    Source **list;
    uint32_t count, room;
} Sources;

typedef struct Position {
    uint32_t line, column; /* from 1; the column counts characters, not bytes */
} Position;

/* Adds a source; NAME and TEXT must outlive the compilation (copy them into the arena first). */
Source *sources_add(Sources *sources, const char *name, Text text);

static inline const Source *source_of(const Sources *sources, Span span) {
    return sources->list[span.source];
}

Text span_text(const Sources *sources, Span span);
Position span_position(const Sources *sources, Span span);                /* where it begins */
Position span_end_position(const Sources *sources, Span span);            /* just past its end */
Text source_line(const Sources *sources, uint32_t source, uint32_t line); /* without its line end */
uint32_t span_line(const Sources *sources, Span span);

/* From the beginning of A to the end of B, which must be in the same source. */
Span span_join(Span a, Span b);
bool span_is_none(Span span); /* no place: source 0, length 0, offset 0 of nothing */

#define NO_SPAN ((Span){UINT32_MAX, 0, 0})

#endif
