/* Expectations that several clauses share. */
#ifndef CONVENE_EMIT_TAKEN_OVER_H
#define CONVENE_EMIT_TAKEN_OVER_H

#include "../model/model.h"

/* The expectation that LINE of RECORD names and nothing else: one beside it, one of its charter, or
 * one of a module that it uses. NULL if the line says a rule of its own. */
const Record *expectation_taken_over(Arena *arena, const Model *model, const Record *record,
                                     const Line *line);

/* All that CLAUSE takes over, in the order of its lines; COUNT says how many. */
const Record **expectations_taken_over(Arena *arena, const Model *model, const Record *clause,
                                       uint32_t *count);

#endif
