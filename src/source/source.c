#include "source.h"

#include <string.h>

#include "../base/utf8.h"

Source *sources_add(Sources *sources, const char *name, Text text) {
    Source *source = arena_make(sources->arena, Source);
    source->id = sources->count;
    source->name = name;
    source->text = text;
    arena_push(sources->arena, sources->list, sources->count, sources->room, source);
    return source;
}

bool span_is_none(Span span) { return span.source == UINT32_MAX; }

Text span_text(const Sources *sources, Span span) {
    if (span_is_none(span))
        return TEXT("");
    return text_part(source_of(sources, span)->text, span.at, span.length);
}

static void find_lines(const Sources *sources, Source *source) {
    if (source->lines != NULL)
        return;
    uint32_t room = 0;
    arena_push(sources->arena, source->lines, source->line_count, room, 0);
    const char *at = source->text.at, *end = at + source->text.length;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL)
        arena_push(sources->arena, source->lines, source->line_count, room,
                   (uint32_t)(++at - source->text.at));
}

/* The number, from 0, of the line that holds offset AT. */
static uint32_t line_index(const Source *source, uint32_t at) {
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static Position position_at(const Sources *sources, uint32_t id, uint32_t at) {
    Source *source = sources->list[id];
    find_lines(sources, source);
    if (at > source->text.length)
        at = (uint32_t)source->text.length;
    uint32_t line = line_index(source, at), column = 1;
    for (uint32_t i = source->lines[line]; i < at; column++)
        i += (uint32_t)utf8_next(text_part(source->text, i, at - i));
    return (Position){line + 1, column};
}

Position span_position(const Sources *sources, Span span) {
    return position_at(sources, span.source, span.at);
}

Position span_end_position(const Sources *sources, Span span) {
    return position_at(sources, span.source, span.at + span.length);
}

uint32_t span_line(const Sources *sources, Span span) {
    Source *source = sources->list[span.source];
    find_lines(sources, source);
    return line_index(source, span.at) + 1;
}

Text source_line(const Sources *sources, uint32_t id, uint32_t line) {
    Source *source = sources->list[id];
    find_lines(sources, source);
    if (line < 1 || line > source->line_count)
        return TEXT("");
    uint32_t from = source->lines[line - 1];
    uint32_t to = line < source->line_count ? source->lines[line] : (uint32_t)source->text.length;
    Text text = text_part(source->text, from, to - from);
    while (text.length > 0 &&
           (text.at[text.length - 1] == '\n' || text.at[text.length - 1] == '\r'))
        text.length--;
    return text;
}

Span span_join(Span a, Span b) {
    if (span_is_none(a))
        return b;
    if (span_is_none(b) || b.source != a.source || b.at + b.length <= a.at)
        return a;
    return (Span){a.source, a.at, b.at + b.length - a.at};
}
