/* The working calendar of a plan: which days are worked where its people are, and why not; counting
 * by days worked; the days on which a body meets. Calendars and closed days are records (roles
 * `calendar` and `closed-day`); no holiday is known here. */
#ifndef CONVENE_RULES_CALENDAR_H
#define CONVENE_RULES_CALENDAR_H

#include "read.h"

typedef struct WorkCalendar WorkCalendar;

/* A day on which nobody works, though it is one of the week's working days (or would have been). */
typedef struct DayOff {
    Day day;
    const Record *record;   /* the closed day: its title says what it is ("Good Friday") */
    const Record *calendar; /* the calendar that has it, or what else the closed day stands in */
    uint32_t calendars;     /* how many of the plan's calendars have this day off */
    bool substitute;        /* it stands in for a day that fell on a weekend */
} DayOff;

/* The calendar that the plan counts working days by: those of its nations, of the calendars that it
 * names or holds, and the closures of whoever owns it. A day off in any of them is a day off. Never
 * NULL; made once. Reads the file of holidays when it is first asked for. */
WorkCalendar *plan_calendar(Reader *reader);
/* The same with the closures of BODY besides. */
WorkCalendar *body_calendar(Reader *reader, const Record *body);

/* False if the plan gives nothing to tell days off by: no nation and no calendar. Then only
 * weekends are left out, and nothing that hangs on it may be called known. */
bool calendar_is_known(const WorkCalendar *calendar);
/* "England and Wales", "England and Wales, and Scotland": whose days off they are; "" if unknown.
 */
const char *calendar_words(const WorkCalendar *calendar);
uint32_t calendar_parts(const WorkCalendar *calendar); /* how many calendars it is made of */

/* Is DAY worked? If not, *WHY is the day off, or NULL for a weekend. WHY may be NULL. */
bool calendar_works(WorkCalendar *calendar, Day day, const DayOff **why);

/* COUNT working days after DAY (before it if COUNT is negative); DAY itself does not count, and
 * none is DAY itself. False past the ends of time (1900 to 2200). */
bool calendar_add(WorkCalendar *calendar, Day day, int64_t count, Day *result);
/* Whole working days between DAY and the result: neither end counts. BACK: before DAY. */
bool calendar_add_clear(WorkCalendar *calendar, Day day, int64_t count, bool back, Day *result);
/* The working days from FIRST to LAST, both counted; 0 if LAST is before FIRST. */
int64_t calendar_count(WorkCalendar *calendar, Day first, Day last);

/* The days off from FIRST to LAST in order, each once; plain weekends are none. */
const DayOff *const *calendar_days_off(WorkCalendar *calendar, Day first, Day last,
                                       uint32_t *count);

/* "Good Friday"; "St Andrew's Day (Scotland)" where the plan goes by others too. */
const char *day_off_words(const WorkCalendar *calendar, const DayOff *off);

/* A calendar has a horizon: outside it days off follow from the usual rules only, and a one-off
 * could still be announced. "The days off in England and Wales are known from ... to ...": what to
 * say of a result that rests on a day outside; NULL if FIRST to LAST lie within. */
const char *calendar_caveat(const WorkCalendar *calendar, Day first, Day last);

/* Remembers in the reader that what is being worked out rests on the days from one to the other, in
 * whatever order, so that its message can say what is not certain of them. */
void calendar_rests_on(WorkCalendar *calendar, DateRange from, DateRange to);

/* A day on which a body meets. */
typedef struct Meeting {
    Day day;
    const Value *where; /* the place whose turn it is; NULL if none is said */
} Meeting;

/* Does the rhythm say on which day it begins, where it needs to? */
bool meetings_have_start(const Repeat *repeat);

/* The meetings of BODY from FIRST to LAST, in order. False if nothing says when it meets. */
bool meetings_of(Reader *reader, const Record *body, Day first, Day last, const Meeting **meetings,
                 uint32_t *count);
/* Its first meeting on or after DAY, or its last on or before DAY. False if there is none. */
bool meeting_from(Reader *reader, const Record *body, Day day, Meeting *meeting);
bool meeting_until(Reader *reader, const Record *body, Day day, Meeting *meeting);

/* "February 2026 has 28 days, so it is the last of them": what to say of a sum in months or years
 * that came to a day which the month does not have; NULL if it did not. */
const char *sum_month_end(Reader *reader, const DateSum *sum);

/* The days that a sum comes to, or any part of one, once all dates are worked out. */
bool sum_days(Reader *reader, const DateSum *sum, DateRange *range);

#endif
