/* Reading the model as rules do: with defaults, inheritance, derived and inverse fields, and dates
 * worked out. Emitters read values through here too. */
#ifndef CONVENE_RULES_READ_H
#define CONVENE_RULES_READ_H

#include "../model/model.h"

typedef struct Reader Reader;

/* A reader of MODEL for the plan PLAN. Compiles derived fields, works out every date (circles are
 * reported) and builds the indexes. Never NULL. */
Reader *reader_new(Model *model, const Record *plan);

typedef struct Values {
    Value *const *items;
    uint32_t count;
    bool given;    /* written, inherited or derived from something written; a default is not */
    bool fallback; /* the items are the field's default */
} Values;

/* Every value of FIELD of RECORD. */
Values read_field(Reader *reader, const Record *record, const Field *field);
/* The same by the field's name; empty if the kind has no such field. */
Values read_named(Reader *reader, const Record *record, const char *field);

/* The day or span that a record takes (its kind's `time:`); false if it is not known at all. */
bool read_time(Reader *reader, const Record *record, When *when);

/* The records of KIND (and kinds like it) in the plan and the modules it uses, in source order. */
const Record *const *records_of(Reader *reader, const Kind *kind, uint32_t *count);

/* What a setting is: as a profile tightens it, else as its charter gives it. NULL if it is not set.
 */
const Value *setting_value(const Reader *reader, const Record *setting);

#endif
