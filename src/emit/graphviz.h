/* Layouts by Graphviz, which is only loaded when one is asked for. */
#ifndef CONVENE_EMIT_GRAPHVIZ_H
#define CONVENE_EMIT_GRAPHVIZ_H

#include "../base/out.h"

/* A place in tenths of a pixel from the top left corner. */
typedef struct Spot {
    int x, y;
} Spot;

typedef struct Curve {
    Spot *spots; /* a start, then three for each piece of the curve; then the tip of the arrow */
    uint32_t count, room;
    bool has_tail; /* a second tip, before the start */
    Spot tail;
    Spot label; /* the middle of its words */
} Curve;

typedef struct Layout {
    int width, height; /* tenths of a pixel */
    Spot *nodes;       /* the middle of n0, n1, ... */
    Curve *curves;     /* of e0, e1, ... */
} Layout;

/* Lays out DOT, whose nodes are n0 .. and whose edges have the ids e0 .. . On failure returns NULL
 * and sets *WHY to a sentence for people. Runs in a process of its own with a limit on its time,
 * so that nothing that Graphviz does can end or hang the compiler. */
Layout *graphviz_layout(Arena *arena, Text dot, uint32_t nodes, uint32_t edges, const char **why);

#endif
