/* What the files that make a timeline of a model share. Only for src/emit/timeline_data.c and
 * timeline_calendar.c. */
#ifndef CONVENE_EMIT_TIMELINE_MAKING_H
#define CONVENE_EMIT_TIMELINE_MAKING_H

#include "hints.h"
#include "timeline.h"

typedef struct Making {
    const Emission *emission;
    Timeline *timeline;
    const char *view; /* "timeline" or "weeks" */
    uint32_t *row_of; /* of each record of the model, by its index: its row, or TIMELINE_NONE */
    const Record **bodies; /* those whose meetings matter, as hints say; each once */
    uint32_t body_count, body_room;
} Making;

/* Where ROW is written. */
void say_place(Making *making, TimelineRow *row, Span span);

/* Rows for what no record of the plan says but its calendar does: the days off from FIRST to LAST,
 * and the meetings of the bodies concerned. */
void add_calendar_rows(Making *making, Day first, Day last);

#endif
