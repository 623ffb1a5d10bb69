/* Words set in lines that fit: in a drawing (by width) or on a terminal (by columns). */
#ifndef CONVENE_EMIT_LETTERING_H
#define CONVENE_EMIT_LETTERING_H

#include "../base/utf8.h"

typedef struct Lines {
    Text *items;
    uint32_t count; /* at least one, perhaps empty */
} Lines;

/* TEXT in lines of at most PIXELS at a font size of SIZE pixels. A word too long for a line is cut
 * across lines, never inside a character. */
Lines lines_in_drawing(Arena *arena, Text text, unsigned pixels, unsigned size);

/* TEXT in lines of at most COLUMNS columns. */
Lines lines_in_columns(Arena *arena, Text text, size_t columns);

/* Pixels that TEXT needs at a font size of SIZE pixels, rounded up. */
unsigned drawn_width(Text text, unsigned size);

/* The widest of LINES, in pixels. */
unsigned lines_width(Lines lines, unsigned size);

#endif
