/* Running text in lines of a given width. */
#ifndef CONVENE_BASE_WRAP_H
#define CONVENE_BASE_WRAP_H

#include "out.h"

/* Writes TEXT broken at blanks into lines of at most WIDTH columns, each with INDENT blanks before
 * it but the first, which goes on from column START. Line ends in TEXT are kept, and so are
 * double blanks inside a line (they part labels in what is to be pasted). A word longer than a line
 * stands whole. Ends with a line end. */
void out_wrapped(Out *out, Text text, size_t start, size_t indent, size_t width);

#endif
