/* Days that come every year: `25 December`, `last Monday of May`, `2 days before Easter`. */
#ifndef CONVENE_BASE_YEARLY_H
#define CONVENE_BASE_YEARLY_H

#include "civil.h"

typedef enum YearlyRule {
    YEARLY_DATE,    /* `day` of `month`; 31 stands for its last day where `month_end` is set */
    YEARLY_WEEKDAY, /* the `nth` `weekday` of `month` */
    YEARLY_EASTER   /* Easter Sunday */
} YearlyRule;

enum { NTH_LAST = 5 }; /* first to fourth are 1 to 4 */

typedef struct YearlyDay {
    YearlyRule rule;
    int month, day, nth;
    Weekday weekday;
    bool month_end;
    int shift; /* so many days after it; before it, if less than none */
} YearlyDay;

/* One day a year, or from one to another: into the next year, if TO comes before FROM. */
typedef struct Yearly {
    YearlyDay from, to;
    bool is_span;
} Yearly;

/* Easter Sunday of YEAR, as the Gregorian calendar reckons it. */
Day easter_of(int year);
/* The NTH WEEKDAY of a month. */
Day nth_weekday(int year, int month, int nth, Weekday weekday);

/* The day that RULE comes to in YEAR; false if it has none that year (29 February). */
bool yearly_day(const YearlyDay *rule, int year, Day *day);
/* The days of YEARLY that begin in YEAR. */
bool yearly_days(const Yearly *yearly, int year, Day *first, Day *last);

#endif
