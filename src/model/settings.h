/* Settings, and the values that a charter of one's own (a profile) gives them: `settings {
 * practice.good.window: 56 days }`. */
#ifndef CONVENE_MODEL_SETTINGS_H
#define CONVENE_MODEL_SETTINGS_H

#include "model.h"

typedef enum Direction {
    DIRECTION_NONE,     /* the setting says of itself neither */
    DIRECTION_AT_LEAST, /* more is tighter */
    DIRECTION_AT_MOST   /* less is */
} Direction;

Direction setting_direction(const Model *model, const Record *setting);

/* What its own charter gives it; NULL if it leaves it open. */
const Value *setting_own_value(const Model *model, const Record *setting);

/* The setting that is meant by NAME, in full or by its end; NULL if none or more than one. */
Record *model_setting(const Model *model, const Name *name);

/* Is A tighter than B (1), looser (-1), the same (0)? *COMPARABLE is false where nobody can say: a
 * length in months against one in weeks, or a setting without a direction. */
int settings_compare(Direction direction, const Value *a, const Value *b, bool *comparable);

/* The value of LINE, if it gives one; NULL for what was wrong and has been reported. */
const Value *settings_line_value(const Slot *slot);

#endif
