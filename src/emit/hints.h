/* What the `draw` hints of a kind say of one of its records. Drawings know slots and never kinds.
 */
#ifndef CONVENE_EMIT_HINTS_H
#define CONVENE_EMIT_HINTS_H

#include "outputs.h"

/* The slot of this name in any of KIND's hints for VIEW; NULL if there is none. A kind may have
 * several hints for one view, and their order means nothing. */
const DrawSlot *hint_slot(const Kind *kind, const char *view, const char *slot);

/* Whether one of KIND's hints for VIEW has this mark. */
bool hint_is_marked(const Kind *kind, const char *view, const char *mark);

/* The values that one field of a slot has for RECORD: none when the slot has fewer fields, or the
 * field is the title. */
Values hint_values(const Emission *emission, const Record *record, const DrawSlot *slot,
                   uint32_t field);

/* The first value of SLOT's fields that is there; NULL if there is none. SLOT may be NULL. */
const Value *hint_value(const Emission *emission, const Record *record, const DrawSlot *slot);

/* VALUE as a short label: the title of a record or a word, else as a person would write it. */
const char *value_label(Arena *arena, const Value *value);

/* Whether SLOT is there and says yes. */
bool hint_is_yes(const Emission *emission, const Record *record, const DrawSlot *slot);

/* The nearest record around RECORD that has a hint for VIEW and is of the kind that SLOT names,
 * if it names one; the plan itself does not count. NULL if there is none. */
const Record *hint_around(const Emission *emission, const Record *record, const char *view,
                          const DrawSlot *slot);

#endif
