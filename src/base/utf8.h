/* UTF-8: whether it is, and how wide it stands in a terminal or a drawing. */
#ifndef CONVENE_BASE_UTF8_H
#define CONVENE_BASE_UTF8_H

#include "text.h"

/* The offset of the first byte that is not UTF-8, or text.length if all is well. */
size_t utf8_check(Text text);

/* Bytes of the character that begins TEXT (1 for a byte that begins none; 0 at the end). */
size_t utf8_next(Text text);

/* Columns that TEXT fills in a terminal. */
size_t utf8_columns(Text text);

/* Width of TEXT in thousandths of the font size, in a common sans-serif face, generously measured:
 * drawings place text by this, so that no output depends on the fonts of a machine. */
unsigned utf8_width(Text text);

/* TEXT cut to at most COLUMNS columns, never inside a character. */
Text utf8_cut(Text text, size_t columns);

#endif
