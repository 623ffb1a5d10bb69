/* Where a date is known only as a range: the days of it on which a clause would hold, in words. */
#ifndef CONVENE_EMIT_WOULD_HOLD_H
#define CONVENE_EMIT_WOULD_HOLD_H

#include "../rules/judgement.h"
#include "page.h"

/* One date that a case turns on, with what came of trying each of its days. */
typedef struct Trial {
    struct Trial *next;
    const Record *record; /* that says the date */
    const Field *field;
    DateRange range;  /* the days tried */
    DateRange *holds; /* the stretches of them on which the case would be met */
    uint32_t hold_count, hold_room;
    uint32_t told; /* how many of the days settle it, one way or the other */
} Trial;

/* Writes what TRIALS came to, a paragraph each; nothing if there are none. */
void would_hold_write(Out *out, const Trial *trials, PageStyle style);

#endif
