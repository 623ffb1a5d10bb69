/* Whether lines lead from one record to another: `b leads to d.by through upward`. Lines are
 * reference fields, and records of role `edge` that say from whom, to whom and in which way. */
#ifndef CONVENE_RULES_REACH_H
#define CONVENE_RULES_REACH_H

#include "compile.h"

/* What the names behind `through` stand for; NULL if one is unknown, which has been reported. */
Links *links_named(Compiler *compiler, const Expr *names);

/* Whether one or more steps lead from FROM to TO. */
bool links_lead(Reader *reader, Links *links, const Record *from, const Record *to);

/* The records that were reached last from FROM, up to ROOM of them; their number. */
uint32_t links_frontier(Reader *reader, Links *links, const Record *from, const Record **frontier,
                        uint32_t room);

/* How many lines there are, for the bound on what a rule may cost. */
uint32_t links_size(Reader *reader, Links *links);

#endif
