/* Holding a plan against what it adopts and what applies to it, at one day. */
#ifndef CONVENE_RULES_JUDGE_H
#define CONVENE_RULES_JUDGE_H

#include "judgement.h"
#include "read.h"

/* What no plan can mean (rules of role `sense`, from the vocabulary): each contradiction is
 * reported as an error at the line that says it. */
void judge_sense(Reader *reader, Model *model);

/* Compiles every rule of the clauses in the file itself, whether or not a plan adopts them; what is
 * wrong with them is reported. */
void judge_rules(Reader *reader, Model *model);

/* Judges PLAN by every charter that its file adopts, with what these include, and those in AGAINST
 * (names, NULL-terminated, or NULL). Law that is explained away is reported as an error; all else
 * is in the judgement. */
Judgement *judge_plan(Reader *reader, Model *model, const Record *plan, Day as_at,
                      AsAtOrigin origin, const Name *const *against);

/* The plan's own `as at:`; false if it does not say, or not as one day. */
bool plan_as_at(const Model *model, const Record *plan, Day *as_at);

#endif
