/* Civil dates: days of the Gregorian calendar, without clock or time zone. */
#ifndef CONVENE_BASE_CIVIL_H
#define CONVENE_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

typedef int32_t Day; /* days since 1 January 1970 */

/* Ends of time, for a date of which only one side is known. Real dates are 1900 to 2200. */
#define DAY_UNKNOWN_PAST   ((Day)-1000000)
#define DAY_UNKNOWN_FUTURE ((Day)1000000)

enum { YEAR_FIRST = 1900, YEAR_LAST = 2200 };

typedef enum Weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY } Weekday;

typedef struct Civil {
    int year, month, day; /* month and day count from 1 */
} Civil;

/* A date as it is known: any day from FIRST to LAST, both counted. */
typedef struct DateRange {
    Day first, last;
} DateRange;

Day civil_day(int year, int month, int day); /* the day must exist */
Civil civil_of(Day day);
int civil_days_in_month(int year, int month);
bool civil_exists(int year, int month, int day);
Weekday civil_weekday(Day day);

/* The same day of the month, COUNT months on (or back); the month's last day where that is shorter.
 */
Day civil_add_months(Day day, int count);

const char *weekday_name(Weekday weekday); /* "Tuesday" */
const char *month_name(int month);         /* "May" */

/* 1..12 for a month in full or cut to three or four letters, any case; else 0. */
int month_named(Text text);
/* The weekday, in full or cut to three letters, any case; else -1. */
int weekday_named(Text text);

/* "Tuesday 19 May 2026", "19 May 2026", "2026-05-19": the buffer must hold DAY_TEXT bytes. */
enum { DAY_TEXT = 40 };
const char *day_long(Day day, char *buffer);
const char *day_plain(Day day, char *buffer);
const char *day_iso(Day day, char *buffer);

/* The day that TEXT says in full: "2026-03-03", "3 March 2026", "Tuesday 3 March 2026" (the weekday
 * must fit). False if it says none. */
bool day_read(Text text, Day *day);

static inline bool range_is_day(DateRange range) { return range.first == range.last; }

/* "19 May 2026", "May 2026", "2026", "by 31 July 2025", "not before 1 January 2026",
 * "1 to 10 May 2026", "a day not known": RANGE in words. The buffer must hold RANGE_TEXT bytes. */
enum { RANGE_TEXT = 100 };
const char *range_words(DateRange range, char *buffer);

#endif
