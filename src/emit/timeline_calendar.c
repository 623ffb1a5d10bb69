/* From the working calendar to rows of a timeline: days off, a row for each calendar, and the days
 * on which the bodies concerned meet. */
#include "../rules/calendar.h"
#include "said.h"
#include "timeline_making.h"

typedef struct DayOffRow {
    const Record *calendar;
    TimelineRow *row;
} DayOffRow;

typedef struct DayOffRows {
    DayOffRow *items;
    uint32_t count, room;
} DayOffRows;

static TimelineRow *days_off_row(Making *making, DayOffRows *rows, const Record *calendar) {
    for (uint32_t i = 0; i < rows->count; i++)
        if (rows->items[i].calendar == calendar)
            return rows->items[i].row;
    Timeline *timeline = making->timeline;
    const char *title = "Days off";
    if (calendar != NULL)
        title = arena_format(timeline->arena, "Days off, %.*s", TEXT_ARGS(calendar->title));
    TimelineRow *row = timeline_row(timeline, text_of(title), timeline_kind(timeline, "Days off"));
    if (calendar != NULL)
        say_place(making, row, calendar->span);
    arena_push(timeline->arena, rows->items, rows->count, rows->room, ((DayOffRow){calendar, row}));
    return row;
}

static void add_days_off(Making *making, Day first, Day last) {
    WorkCalendar *calendar = plan_calendar(making->emission->reader);
    if (!calendar_is_known(calendar))
        return;
    uint32_t count;
    const DayOff *const *days = calendar_days_off(calendar, first, last, &count);
    DayOffRows rows = {0};
    for (uint32_t i = 0; i < count; i++) {
        TimelineRow *row = days_off_row(making, &rows, days[i]->calendar);
        DateRange day = {days[i]->day, days[i]->day};
        TimelineMark *mark = timeline_mark(making->timeline, row, TIMELINE_SHADE, day, day);
        if (days[i]->record != NULL)
            mark->note = days[i]->record->title;
    }
    const char *caveat = calendar_caveat(calendar, first, last);
    if (caveat != NULL)
        timeline_note(making->timeline, caveat);
}

static void add_meetings(Making *making, const Record *body, Day first, Day last) {
    const Meeting *meetings;
    uint32_t count;
    if (!meetings_of(making->emission->reader, body, first, last, &meetings, &count) || count == 0)
        return;
    Timeline *timeline = making->timeline;
    const char *title = arena_format(timeline->arena, "%.*s meets", TEXT_ARGS(body->title));
    TimelineRow *row =
        timeline_row(timeline, text_of(title), timeline_kind(timeline, "A body meets"));
    row->meets = true;
    say_place(making, row, body->span);
    for (uint32_t i = 0; i < count; i++) {
        DateRange day = {meetings[i].day, meetings[i].day};
        TimelineMark *mark = timeline_mark(timeline, row, TIMELINE_MILESTONE, day, day);
        if (meetings[i].where != NULL)
            mark->note = text_of(value_label(timeline->arena, meetings[i].where));
    }
}

void add_calendar_rows(Making *making, Day first, Day last) {
    for (uint32_t i = 0; i < making->body_count; i++)
        add_meetings(making, making->bodies[i], first, last);
    add_days_off(making, first, last);
}
