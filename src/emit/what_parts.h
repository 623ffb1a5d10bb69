/* What there is to say about one thing of each sort. */
#ifndef CONVENE_EMIT_WHAT_PARTS_H
#define CONVENE_EMIT_WHAT_PARTS_H

#include "../model/model.h"
#include "page.h"

typedef struct What {
    Page page;
    Arena *arena;
    const Model *model;
    uint32_t said; /* how many meanings so far */
} What;

enum { WHAT_COLUMN = 14 };

/* A heading for one meaning, parted from the one before. */
void what_heading(What *what, const char *heading);
void what_doc(What *what, Text doc, unsigned indent);

void what_kind(What *what, const Kind *kind);
void what_field(What *what, const Field *field);
void what_list(What *what, const Kind *list); /* of words, or a scale */
void what_term(What *what, const Record *term);
void what_clause(What *what, const Record *clause);
void what_charter(What *what, const Record *charter);
void what_granted(What *what, const Record *term);
void what_setting(What *what, const Record *setting);
void what_record(What *what, const Record *record); /* a body, a setting, a principle ... */

/* The charter that a record stands in; NULL if it stands in none. */
const Record *charter_of(const Record *record);

#endif
