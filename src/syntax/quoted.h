/* Quotation marks: where a text ends, and what it says without them. */
#ifndef CONVENE_SYNTAX_QUOTED_H
#define CONVENE_SYNTAX_QUOTED_H

#include "tree.h"

/* Bytes of the quotation mark that begins at AT (straight or curly), or 0 if there is none. */
size_t quote_length(const char *at, const char *end);

/* The end of the text that begins behind its opening mark, at AT: just past its closing mark, or
 * NULL if its line ends first. CURLY: it was opened by a curly mark. */
const char *quoted_end(const char *at, const char *end, bool curly);

/* The same for a text between three quotation marks: NULL if the file ends first. */
const char *quoted_block_end(const char *at, const char *end);

/* What a TEXT token says: escapes undone; of a text between three marks, the blank first and last
 * lines and the indentation that its lines share are gone. */
Text quoted_text(Arena *arena, Text token);

#endif
