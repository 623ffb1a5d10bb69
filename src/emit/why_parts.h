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

enum { WHY_COLUMN = 15 }; /* where what stands behind a label begins */

/* The words of the charter: what it asks, when it applies, when it is due. */
void why_asks(Why *why);

/* One case: its subject, verdict, what to do, its day with the sum, the facts with their lines. */
void why_case(Why *why, const Case *kase);

/* How it can be met, confirmed or explained: the lines to paste. */
void why_settle(Why *why);

/* The kind with this role, or NULL. */
const Kind *kind_with_role(const Model *model, Role role);

#endif
