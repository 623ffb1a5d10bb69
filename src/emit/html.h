/* The frame that all pages share, and tables: plain HTML that loads nothing, prints well, pastes
 * into a word processor and can be read without seeing it. */
#ifndef CONVENE_EMIT_HTML_H
#define CONVENE_EMIT_HTML_H

#include "../base/out.h"

/* Everything up to the first content: DOCTYPE, style, skip link, the title as heading of the
 * first level, and UNDER it one line ("As at 1 March 2025"; empty: none). Headings that follow
 * begin at the second level. */
void html_begin(Out *out, Text title, Text under);
void html_end(Out *out);
/* The same, with FOOT at the end of the page in place of what is said of pages made from a plan. */
void html_end_with(Out *out, Text foot);

/* A heading of LEVEL 2 to 6; ID may be NULL. */
void html_heading(Out *out, unsigned level, const char *id, Text words);
void html_paragraph(Out *out, Text words);

/* A table with a caption and a head. Rows: html_row, one html_cell for each column (the first of
 * them html_row_head: what the row is about), html_row_end. */
void html_table(Out *out, Text caption, const char *const *columns, size_t count);
void html_row(Out *out);
void html_row_head(Out *out, Text words);
void html_cell(Out *out, Text words);
void html_row_end(Out *out);
void html_table_end(Out *out);

/* Around a picture, which the caller writes: an <svg> without prologue. */
void html_figure(Out *out, const char *id);
void html_figure_end(Out *out);

#endif
