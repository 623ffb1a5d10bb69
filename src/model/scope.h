/* Names: what a run of words refers to, from where it is written. */
#ifndef CONVENE_MODEL_SCOPE_H
#define CONVENE_MODEL_SCOPE_H

#include "model.h"

typedef struct Found {
    Record *record;     /* the one that is meant; NULL if none, or if it is not clear */
    Record *other;      /* with it, the name could mean either: say both */
    Record *wrong_kind; /* a record of that name exists, but TYPE does not take its kind */
} Found;

/* What NAME (words joined by hyphens, or a dotted path) means from record FROM, where something of
 * TYPE is wanted: a word of one of its lists, else a record of the plan, else of the modules used.
 */
Found scope_find(const Model *model, const Record *from, const Type *type, const Name *name);

/* All records that could be written there, in source order, for lists in messages. */
uint32_t scope_candidates(const Model *model, const Record *from, const Type *type,
                          Record ***records);

/* The nearest of them to what was typed, or NULL: "did you mean". */
Record *scope_nearest(const Model *model, const Record *from, const Type *type, const Name *typed);

/* The advice that the vocabulary has for somebody who types NAME where TYPE is wanted; "" if none.
 */
Text scope_advice(const Model *model, const Type *type, const Name *name);

#endif
