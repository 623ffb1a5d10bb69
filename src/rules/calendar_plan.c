/* Which calendars a plan goes by. */
#include "calendar_parts.h"

WorkCalendar *body_calendar(Reader *reader, const Record *body) {
    (void)body;
    return plan_calendar(reader);
}

WorkCalendar *plan_calendar(Reader *reader) {
    if (reader->calendar != NULL)
        return reader->calendar;
    WorkCalendar *calendar = arena_make(reader->arena, WorkCalendar);
    calendar->reader = reader;
    calendar->words = "";
    calendar->horizon = (DateRange){civil_day(YEAR_FIRST, 1, 1), civil_day(YEAR_LAST, 12, 31)};
    reader->calendar = calendar;
    return calendar;
}

const char *calendar_caveat(const WorkCalendar *calendar, Day first, Day last) {
    (void)calendar;
    (void)first;
    (void)last;
    return NULL;
}
