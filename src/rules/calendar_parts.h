/* What the files of the working calendar share. Only for src/rules/calendar*.c and meetings.c. */
#ifndef CONVENE_RULES_CALENDAR_PARTS_H
#define CONVENE_RULES_CALENDAR_PARTS_H

#include "calendar.h"
#include "reader.h"

/* A year as it is worked: a bit for each day that is not. */
typedef struct WorkYear {
    Day first;
    int32_t length, worked;
    uint64_t off[6];
    const DayOff *days_off; /* in order, without plain weekends */
    uint32_t count;
} WorkYear;

struct WorkCalendar {
    Reader *reader;
    const Record **parts; /* the records that closed days stand in */
    uint32_t part_count, part_room;
    uint32_t calendars; /* how many of the parts are calendars of their own */
    bool known;
    const char *words;
    DateRange horizon;
    const Record *horizon_of; /* the calendar that the horizon is taken from; or NULL */
    WorkYear *years[YEAR_LAST - YEAR_FIRST + 1];
};

/* The days off of YEAR in order, each day once. */
const DayOff *closed_days(WorkCalendar *calendar, int year, uint32_t *count);

#endif
