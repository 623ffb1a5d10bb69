/* A document of headings, paragraphs, facts and tables, written as HTML or as Markdown: what is
 * said stands once, and each form has it whole. */
#ifndef CONVENE_EMIT_DOC_H
#define CONVENE_EMIT_DOC_H

#include "../base/arena.h"
#include "../base/out.h"

typedef struct Doc {
    Arena *arena;
    Out *out;
    bool html; /* else Markdown */
    bool in_list, in_facts, in_table;
    size_t columns; /* of the table at hand */
} Doc;

void doc_begin(Doc *doc, const char *title, const char *under);
/* FOOT is said at the end. */
void doc_end(Doc *doc, const char *foot);

/* LEVEL is 2 to 6. ID is what links lead to; NULL: none do. */
void doc_heading(Doc *doc, unsigned level, const char *id, Text words);
void doc_paragraph(Doc *doc, const char *words);

/* `label: words`; those that follow each other are one list. */
void doc_fact(Doc *doc, const char *label, const char *words);
/* One point of a list, with LINK to an id in this document, or NULL. */
void doc_point(Doc *doc, const char *words, const char *link);

void doc_table(Doc *doc, const char *caption, const char *const *columns, size_t count);
void doc_row(Doc *doc, const char *const *cells);

/* Ends whatever list, facts or table is at hand; the others do so too. */
void doc_close(Doc *doc);

#endif
