/* The dates of a plan as a value: each day that it names or comes to, with how it came about. Made
 * from a model by dates_of; written by the others. */
#ifndef CONVENE_EMIT_DATES_H
#define CONVENE_EMIT_DATES_H

#include "outputs.h"
#include "page.h"

typedef struct DateFact {
    const Record *record;
    const Field *field;
    uint32_t index; /* of the value in its field: with the two above, the same in every version */
    DateRange from, to; /* as known; `to` is `from` for one day */
    bool not_fixed;     /* said to be settled later; FROM may be wide open */
    const char *what;   /* "Consultation: opens" */
    const char *how;    /* its sum, what it moved from, or "" */
    const char *mark;   /* "OVERDUE", or NULL */
    Span span;          /* the line that says it; NO_SPAN if it is worked out */
    bool is_due;        /* a day by which a charter asks for something */
    Day place;          /* of a day that is not known at all: where it stands among the others */
    uint32_t order;
} DateFact;

/* A stretch of the plan: from a first day to a last, both counted. */
typedef struct DateStretch {
    const Record *record;
    Day first, last;
} DateStretch;

typedef struct Dates {
    DateFact *items; /* by day */
    uint32_t count, room;
    DateStretch *stretches;
    uint32_t stretch_count, stretch_room;
} Dates;

Dates *dates_of(const Emission *emission);

/* "Tue 26 Mar 2024", "by Jul 2025", "24 and 25 Mar 2024": for a column of days. */
const char *date_words(Arena *arena, const DateFact *fact);

/* dates_words.c: how WHEN came about, "6 weeks after listening closes (10 July 2026)". */
const char *date_sum_said(const Emission *emission, const When *when);
/* "25 working days before 7 May 2026; 3 April (Good Friday) left out": how far DAY is before UNTIL.
 */
const char *days_before_said(const Emission *emission, Day day, Day until);
/* "79 days, 55 working days": both ends counted; without working days where nothing says which
 * days are worked. */
const char *stretch_length(const Emission *emission, Day first, Day last);
/* "29 March (Good Friday), 1 April (Easter Monday)": the days off of the plan's people from FIRST
 * to LAST; NULL if there are none. */
const char *days_off_said(const Emission *emission, Day first, Day last);

/* Whose days off were counted, and how far they are known: no page of dates may be silent on it. */
void dates_about_calendar(Page *page, const Emission *emission, const Dates *dates);

/* What an output shows: all the dates; what they run into; how far they are apart. */
Emit dates_text, dates_csv, dates_json, gaps_text, clashes_text;

#endif
