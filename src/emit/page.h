/* Text for a terminal: paragraphs wrapped to a width, with a word or two at the right margin. */
#ifndef CONVENE_EMIT_PAGE_H
#define CONVENE_EMIT_PAGE_H

#include "../base/out.h"

typedef struct PageStyle {
    unsigned width; /* columns; less than 40 counts as 40, 0 as 80 */
    bool plain;     /* ASCII only, but for what the plan itself says */
    bool colour;    /* never the only carrier of anything */
} PageStyle;

typedef enum Ink { INK_PLAIN, INK_STRONG, INK_FAINT, INK_ALARM } Ink;

typedef struct Page {
    Out *out;
    PageStyle style;
} Page;

Page page_new(Out *out, PageStyle style);

/* TEXT at INDENT columns, its first line behind LEAD ("1  ", which hangs), with TAG at the right
 * margin of the first line (NULL: none). Line ends in TEXT count as blanks. */
void page_paragraph(Page *page, unsigned indent, const char *lead, const char *text,
                    const char *tag, Ink ink);
/* LEFT and RIGHT at either margin; RIGHT on a line of its own where both do not fit. */
void page_ends(Page *page, unsigned indent, const char *left, const char *right, Ink ink);
/* `label:   text` with the text wrapped beside it, COLUMN columns in. */
void page_labelled(Page *page, unsigned indent, const char *label, unsigned column,
                   const char *text);
/* COUNT cells side by side, each wrapped in its own column from STARTS[i] to the next (the last to
 * the margin). NULL and "" are empty cells. */
void page_cells(Page *page, const char *const *cells, const unsigned *starts, unsigned count,
                Ink ink);
/* A line exactly as it stands, to be pasted: neither wrapped nor cut. */
void page_verbatim(Page *page, unsigned indent, const char *text);
void page_blank(Page *page);

/* A blank at which no line breaks; it is printed as a common one. */
#define PAGE_HARD_BLANK "\xc2\xa0"

/* TEXT with hard blanks, to stay on one line. */
const char *page_whole(Arena *arena, const char *text);

/* What stands between things in a row: " · ", or " | " in ASCII. */
const char *page_dot(const Page *page);

#endif
