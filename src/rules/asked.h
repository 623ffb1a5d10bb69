/* What clauses ask of a plan: the lines that their rules read, and the questions that only a person
 * can answer. A first plan is made of them. */
#ifndef CONVENE_RULES_ASKED_H
#define CONVENE_RULES_ASKED_H

#include "judgement.h"
#include "read.h"

/* One that asks: a clause, and which of its expectations (the clause itself if it has no name). */
typedef struct Asker {
    const Record *clause, *expectation;
} Asker;

/* A line of a plan that rules read, or (FIELD NULL) a kind of record that they look for. */
typedef struct AskedLine {
    const Kind *kind; /* in whose records it stands */
    const Field *field;
    Asker *askers; /* in the order of the charters, each clause once */
    uint32_t asker_count, asker_room;
    const Record **words; /* words of lists that rules hold it against */
    uint32_t word_count, word_room;
} AskedLine;

typedef struct AskedQuestion {
    const Record *clause, *expectation;
    const char *words; /* the question as the charter has it */
    bool considers;    /* a recorded answer with its reason settles it; else a confirmation does */
} AskedQuestion;

typedef struct AskedOfPlan {
    AskedLine **lines;
    uint32_t line_count, line_room;
    AskedQuestion *questions;
    uint32_t question_count, question_room;
} AskedOfPlan;

/* Everything that the clauses of JUDGEMENT ask, whether they apply to its plan or may come to. */
AskedOfPlan asked_of_plan(Reader *reader, const Judgement *judgement);

#endif
