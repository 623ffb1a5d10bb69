/* Words that verdicts grant, in words. */
#ifndef CONVENE_EMIT_SAID_GRANT_H
#define CONVENE_EMIT_SAID_GRANT_H

#include "../rules/judgement.h"

/* "not granted: of the 42 requirements that it needs 2 are broken and 13 are open" */
const char *said_grant(Arena *arena, const Grant *grant);

/* The rule by which TERM is granted, as a sentence or two. */
const char *said_grant_rule(Arena *arena, const Model *model, const Record *term);

#endif
