/* Charters that charters include: what is adopted with one that is. */
#ifndef CONVENE_MODEL_INCLUDED_H
#define CONVENE_MODEL_INCLUDED_H

#include "model.h"

/* The charter that VALUE, one of an `includes:`, means; NULL if it is none that is in hand. */
const Record *included_charter(const Model *model, const Value *value);

/* CHARTER and those that it includes, by way of others too: COUNT of them, each once and before
 * those that it includes itself. */
const Record **charter_with_included(const Model *model, const Record *charter, uint32_t *count);

/* Does PROFILE include CHARTER, by way of others too (or is it the same)? */
bool charter_includes(const Model *model, const Record *profile, const Record *charter);

#endif
