/* The parts of what `why` says about one clause. */
#ifndef CONVENE_EMIT_WHY_PARTS_H
#define CONVENE_EMIT_WHY_PARTS_H

#include "../rules/judgement.h"
#include "page.h"

typedef struct Why {
    Page page;
    Arena *arena;
    const Model *model;
    const Judgement *judgement;
    const ClauseResult *result;
} Why;

enum {
    WHY_COLUMN = 15, /* where what stands behind a label begins */
    WHY_FACTS = 6    /* how far in the facts of a case stand */
};

/* What is asked and was judged, with its cases. */
void why_judged(Why *why);
/* When it applies, and what it asks of which there was nothing to judge. */
void why_not_judged(Why *why);

/* One case that is not met: what to do, its day with the sum, the facts with their lines, what
 * would say it. */
void why_case(Why *why, const Case *kase);
/* One that is, with the lines that make it so. */
void why_met(Why *why, const Case *kase);
/* "Survey (line 30)", "The plan as a whole" */
const char *why_subject(Why *why, const Case *kase);

/* How it can be met, confirmed or explained: the lines to paste. */
void why_settle(Why *why);

#endif
