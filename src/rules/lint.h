/* What whoever writes a charter should know of it before a plan is held against it. */
#ifndef CONVENE_RULES_LINT_H
#define CONVENE_RULES_LINT_H

#include "read.h"

/* Reports names of clauses in MODULE that exist nowhere: `same-as` and `needs` as errors,
 * `succeeded-by` as a warning. */
void check_names(Model *model, const Module *module);

/* Reports what is worth a second look in MODULE, as warnings; of a module with errors nothing. */
void lint_module(Reader *reader, Model *model, const Module *module);

#endif
