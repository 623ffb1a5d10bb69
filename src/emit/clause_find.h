/* Which clause somebody means: by its path, an ending of it, its place in the source ("step 2.5"),
 * or its title. */
#ifndef CONVENE_EMIT_CLAUSE_FIND_H
#define CONVENE_EMIT_CLAUSE_FIND_H

#include "../rules/judgement.h"

typedef struct ClauseList {
    const Record **items;
    uint32_t count, room;
} ClauseList;

ClauseList clauses_of_judgement(Arena *arena, const Judgement *judgement);
ClauseList clauses_of_model(Arena *arena, const Model *model);

/* Those of CLAUSES that ASKED means: one if it is clear, several if it could be any of them, none
 * if nothing fits. */
ClauseList clauses_meant(Arena *arena, const Model *model, const ClauseList *clauses, Text asked);

/* At most LIMIT clauses that ASKED may have been meant for, the nearest first. */
ClauseList clauses_near(Arena *arena, const ClauseList *clauses, Text asked, uint32_t limit);

#endif
