/* The reference of a library: its vocabulary, its charters and packs, with every clause, what it
 * rests on and what shows that it is judged rightly. */
#ifndef CONVENE_EMIT_REFERENCE_H
#define CONVENE_EMIT_REFERENCE_H

#include "../model/model.h"
#include "doc.h"

/* One test that says how a clause must come out. */
typedef struct TestMention {
    struct TestMention *next;
    const char *test;    /* its title */
    const char *verdict; /* "met", "not shown" */
} TestMention;

typedef struct Reference {
    Doc doc;
    const Model *model;
    const Module **modules; /* those to write of, in order */
    uint32_t module_count;
    bool is_whole; /* all that there is, and not what was asked for by name */
    Map *tests;    /* clause (a Record) -> the first TestMention of it */
    Map *ids;      /* names of ids that were given already */
} Reference;

/* All of it. */
void reference_write(Reference *reference);

/* The parts. */
void reference_charter(Reference *reference, const Record *charter);
void reference_vocabulary(Reference *reference, const Module *module);
void reference_expectation(Reference *reference, const Record *expectation, unsigned level);
/* A record of any other kind: its title, its comment and its lines. */
void reference_record(Reference *reference, const Record *record, unsigned level);

/* The id of RECORD, the first time that it is asked for; NULL after that. */
const char *reference_id(Reference *reference, const Record *record);
/* Its lines as facts; rules too where WITH_RULES. */
void reference_lines(Reference *reference, const Record *record, bool with_rules);
/* Its `##` comment, where there is one. */
void reference_comment(Reference *reference, Text comment);

#endif
