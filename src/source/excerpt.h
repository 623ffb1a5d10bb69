/* The line that a diagnostic is about, with the words underlined. */
#ifndef CONVENE_SOURCE_EXCERPT_H
#define CONVENE_SOURCE_EXCERPT_H

#include "print.h"

/* Writes the first line of SPAN with its number and, under it, carets below the range:
 *       43 |     responses: c. 3,000 by the extension
 *                           ^^^^^^^^
 * A line too wide is cut on the sides of the range. */
void print_excerpt(Out *out, const Sources *sources, Span span, const PrintStyle *style);

#endif
