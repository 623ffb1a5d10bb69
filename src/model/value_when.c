/* A day, an event or a span, as it is written behind a label: `closes: 3 July 2026`,
 * `on: Tuesday 19 May 2026 at 18:30 for 2 hours`, `runs: 6 April to 31 May 2026`. */
#include "value_read.h"

#include <string.h>

static const DateRange ANY_DAY = {DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};
static const DateRange NEVER = {DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE};

static bool takes_a_span(uint32_t bases) { return (bases & BASE_SPAN) != 0; }
static bool takes_two_days(uint32_t bases) { return (bases & (BASE_SPAN | BASE_EVENT)) != 0; }

/* ---- one end ---- */

/* A known day or a sum; `18` and `6 April` are left without their year. */
static Outcome end_read(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    Duration shift;
    Outcome outcome = NOT_THIS;
    if (!duration_take(&trial, &shift)) {
        trial = *cursor;
        outcome = point_read(reading, &trial, point);
    }
    if (outcome == NOT_THIS) {
        trial = *cursor;
        *point = (Point){.range = ANY_DAY};
        outcome = sum_read(reading, &trial, &point->sum);
        point->span = cursor_span(cursor, &trial);
    }
    if (outcome != NOT_THIS)
        *cursor = trial;
    return outcome;
}

static bool is_complete(const Point *point) { return point->year > 0 || point->sum != NULL; }

static void set_day(Reading *reading, When *when, const Point *point) {
    if (point->is_month_end)
        habit_note(reading, point);

    when->from = when->to = point->range;
    when->some_day_in = point->some_day_in;
    when->sum = point->sum;
}

/* ---- two ends ---- */

/* The first end takes its month and year from the second: `6 to 31 May 2026`. */
static Outcome complete_first(Reading *reading, Point *first, const Point *last) {
    if (is_complete(first))
        return READ;
    if (last->year == 0 || (first->day == 0 && last->month == 0))
        return NOT_THIS;
    first->year = last->year;
    if (first->month == 0)
        first->month = last->month;
    if (first->month == 0)
        return NOT_THIS;
    if (first->day == 0) {
        Day start = civil_day(first->year, first->month, 1);
        first->range = (DateRange){start, civil_add_months(start, 1) - 1};
        first->some_day_in = true;
        return READ;
    }
    return point_settle(reading, first, -1);
}

static Outcome report_order(Reading *reading, Span span, const Point *first, const Point *last,
                            bool year_was_said) {
    Diagnostics *store = reading->model->diagnostics;
    char a[RANGE_TEXT], b[RANGE_TEXT];
    range_words(first->range, a);
    range_words(last->range, b);
    if (!year_was_said && first->month > last->month) {
        Point before = *first;
        before.year--;
        before.range.first = before.range.last =
            first->day > 0 ? civil_add_months(first->range.first, -12) : first->range.first;
        Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_order, span,
                                        "This ends before it begins. Is the first day in the year "
                                        "before? Write both years.");
        if (first->day > 0)
            reading_write(reading, diagnostic, span, "%s to %s", range_words(before.range, a), b);
        return REPORTED;
    }
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_order, span,
                                    "This closes before it opens. Did you mean %s to %s?", b, a);
    reading_write(reading, diagnostic, span, "%s to %s", b, a);
    return REPORTED;
}

/* `September 2023 to October 2023` is some day in those months where a day or an event is wanted,
 * and their first and last day where a span is. */
static void set_ends(When *when, const Point *first, const Point *last, uint32_t bases) {
    if (first->some_day_in && last->some_day_in && !takes_a_span(bases)) {
        when->from = when->to = (DateRange){first->range.first, last->range.last};
        when->some_day_in = true;
        return;
    }
    when->is_span = true;
    when->from = first->range;
    when->to = last->range;
    when->sum = first->sum;
    when->to_sum = last->sum;
    if (first->some_day_in && !first->open)
        when->from.last = when->from.first;
    if (last->some_day_in && !last->open)
        when->to.first = when->to.last;
}

static Outcome report_one_day_wanted(Reading *reading, Span span, const Point *first) {
    Diagnostics *store = reading->model->diagnostics;
    char text[RANGE_TEXT];
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, span,
                                    "%s is one day, and this is two.", reading_label(reading));
    if (first->sum == NULL)
        reading_write(reading, diagnostic, span, "%s", range_words(first->range, text));
    diagnostic_help(
        store, diagnostic,
        "If it is one of several days, say so: some day from 18 to 19 February 2026. If all "
        "that is known is the month, write that: May 2026.");
    return REPORTED;
}

/* `7 and 14 May` are two events, not one over two days. */
static Outcome report_not_running(Reading *reading, Span span, const Point *first,
                                  const Point *last) {
    char a[DAY_TEXT], b[DAY_TEXT];
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unclear_date, span,
               "These days do not follow each other, so they are not one event over two days.");
    reading_write(reading, diagnostic, span, "%s, %s", day_plain(first->range.first, a),
                  day_plain(last->range.first, b));
    diagnostic_help(store, diagnostic, "For all the days between write: %s to %s.", a, b);
    return REPORTED;
}

/* `1 June 2026 to 31 May`: the year is that of the next such day. */
static Outcome report_missing_year(Reading *reading, const Point *first, const Point *last) {
    Civil from = civil_of(first->range.first);
    bool later = last->month > from.month || (last->month == from.month && last->day >= from.day);
    int year = first->year + !later;
    const char *said = reading_said(reading, last->span);
    Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_unclear_date,
                                    last->span, "Which year? Write it too: %s %d.", said, year);
    reading_write(reading, diagnostic, last->span, "%s %d", said, year);
    return REPORTED;
}

static Outcome two_ends(Reading *reading, Cursor *cursor, Span start, Point *first, bool is_and,
                        uint32_t bases, When *when) {
    Point last;
    Outcome outcome = end_read(reading, cursor, &last);
    if (outcome == READ && last.year == 0 && last.month > 0 && first->year > 0)
        return report_missing_year(reading, first, &last);
    if (outcome != READ || !is_complete(&last))
        return outcome == REPORTED ? REPORTED : NOT_THIS;
    bool year_was_said = first->year > 0;
    outcome = complete_first(reading, first, &last);
    if (outcome != READ)
        return outcome;
    Span span = span_join(start, last.span);
    bool known = first->sum == NULL && last.sum == NULL;
    if (known && first->range.first > last.range.last)
        return report_order(reading, span, first, &last, year_was_said);
    bool are_days = known && range_is_day(first->range) && range_is_day(last.range);
    if (is_and && (!are_days || last.range.first != first->range.first + 1))
        return are_days ? report_not_running(reading, span, first, &last) : NOT_THIS;
    bool is_vague = first->some_day_in && last.some_day_in;
    if (!takes_two_days(bases) && !is_vague)
        return report_one_day_wanted(reading, span, first);
    set_ends(when, first, &last, bases);
    return READ;
}

/* ---- a first day and a length ---- */

static DateSum *sum_of_end(const Reading *reading, DateSum *from, Duration length, Span span) {
    Arena *arena = reading->model->arena;
    DateSum *past = arena_make(arena, DateSum), *last = arena_make(arena, DateSum);
    *past = (DateSum){.kind = SUM_SHIFT, .span = span, .shift = length, .base = from};
    *last = (DateSum){
        .kind = SUM_SHIFT, .span = span, .shift = {1, UNIT_DAY}, .before = true, .base = past};
    return last;
}

/* The first day counts if it is worked: so the count begins from the day before it. */
static DateSum *sum_of_worked_end(const Reading *reading, const When *when, Duration length,
                                  Span span) {
    Arena *arena = reading->model->arena;
    DateSum *from = when->sum;
    if (from == NULL) {
        from = arena_make(arena, DateSum);
        *from = (DateSum){.kind = SUM_DATE, .span = span, .date = when->from};
    }
    DateSum *before = arena_make(arena, DateSum), *last = arena_make(arena, DateSum);
    *before = (DateSum){.kind = SUM_SHIFT,
                        .span = span,
                        .shift = {1, UNIT_DAY},
                        .before = true,
                        .is_day_before = true,
                        .base = from};
    *last = (DateSum){.kind = SUM_SHIFT, .span = span, .shift = length, .base = before};
    return last;
}

static Day moved(Day day, Duration length) {
    if (day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE)
        return day;
    int count = (int)duration_in_family(length);
    return unit_family(length.unit) == FAMILY_MONTHS ? civil_add_months(day, count) : day + count;
}

static Outcome report_length(Reading *reading, Span span, const char *what) {
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_wrong_value, span, "%s", what);
    reading_write(reading, diagnostic, span, "8 weeks");
    diagnostic_help(reading->model->diagnostics, diagnostic,
                    "A length can be in days, weeks, months or years, or give the last day.");
    return REPORTED;
}

/* The last day is counted in: eight weeks from the opening day are 56 days with it. */
static Outcome length_read(Reading *reading, Cursor *cursor, uint32_t bases, When *when) {
    Cursor start = *cursor;
    Duration length;
    if (!duration_take(cursor, &length))
        return NOT_THIS;
    Span span = cursor_span(&start, cursor);
    UnitFamily family = unit_family(length.unit);
    int64_t days = duration_in_family(length);
    if (family == FAMILY_CLEAR)
        return report_length(reading, span,
                             "Clear working days lie between two days; a length is counted in "
                             "working days.");
    if (family == FAMILY_HOURS)
        return report_length(reading, span, "Say when it begins: at 18:30 for 2 hours.");
    if (days < 1 || days > (YEAR_LAST - YEAR_FIRST) * (family == FAMILY_MONTHS ? 12 : 366))
        return report_length(reading, span, "This is too short or too long to be a length.");
    if (!takes_two_days(bases)) {
        Point first = {.range = when->from, .sum = when->sum};
        return report_one_day_wanted(reading, reading->span, &first);
    }
    if (when->some_day_in && takes_a_span(bases) && range_is_day(when->from) == false)
        when->from.last = when->from.first;
    if (family == FAMILY_WORKING) {
        when->is_span = true;
        when->some_day_in = false;
        when->to = ANY_DAY;
        when->to_sum = sum_of_worked_end(reading, when, length, span);
        return READ;
    }
    when->is_span = when->sum != NULL || days > 1 || family == FAMILY_MONTHS;
    when->some_day_in = false;
    if (when->sum != NULL) {
        when->to_sum = sum_of_end(reading, when->sum, length, span);
        return READ;
    }
    when->to = (DateRange){moved(when->from.first, length), moved(when->from.last, length)};
    when->to.first -= when->to.first < DAY_UNKNOWN_FUTURE && when->to.first > DAY_UNKNOWN_PAST;
    when->to.last -= when->to.last < DAY_UNKNOWN_FUTURE && when->to.last > DAY_UNKNOWN_PAST;
    return READ;
}

/* ---- not fixed ---- */

/* `[,] will be set by 1 June 2026` */
static Outcome set_by_read(Reading *reading, Cursor *cursor, When *when) {
    static const char *const BY[] = {"will be set by",     "to be set by",     "set by",
                                     "will be fixed by",   "to be fixed by",   "will be known by",
                                     "will be decided by", "to be decided by", NULL};
    Cursor trial = *cursor;
    cursor_sign(&trial, ',');
    if (!cursor_take_one(&trial, BY, NULL))
        return NOT_THIS;
    Point point;
    Cursor day = trial;
    cursor_take(&day, "the");
    Outcome outcome = point_read(reading, &day, &point);
    if (outcome == READ && (point.year == 0 || point.open))
        return NOT_THIS;
    if (outcome == READ) {
        when->set_by = point.range;
        *cursor = day;
    }
    return outcome;
}

static const DateRange NOT_SAID = {1, 0};

static void set_not_fixed(When *when) {
    when->from = when->to = ANY_DAY;
    when->not_fixed = true;
    when->set_by = NOT_SAID;
}

/* `to be confirmed by July 2025` sounds like a deadline and is not one. */
static Outcome to_be_confirmed(Reading *reading, Cursor *cursor, When *when) {
    static const char *const WORDS[] = {"to be confirmed by", "tbc by", "to be announced by",
                                        "to be agreed by", NULL};
    Cursor trial = *cursor;
    if (!cursor_take_one(&trial, WORDS, NULL))
        return NOT_THIS;
    Point point;
    Outcome outcome = point_read(reading, &trial, &point);
    if (outcome != READ || point.year == 0 || point.open)
        return outcome == REPORTED ? REPORTED : NOT_THIS;
    set_not_fixed(when);
    when->set_by = point.range;
    *cursor = trial;
    char day[RANGE_TEXT];
    range_words(point.range, day);
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_date_note, reading->span,
               "This says that the date will be settled by %s. If the thing itself will happen by "
               "then, write: by %s.",
               day, day);
    reading_write(reading, diagnostic, reading->span, "by %s", day);
    return READ;
}

static Outcome not_fixed_read(Reading *reading, Cursor *cursor, When *when) {
    static const char *const WORDS[] = {
        "not fixed yet", "not yet fixed", "not fixed",          "date not fixed",
        "day not fixed", "not yet set",   "date to be decided", NULL};
    Outcome outcome = to_be_confirmed(reading, cursor, when);
    if (outcome != NOT_THIS)
        return outcome;
    if (cursor_take_one(cursor, WORDS, NULL)) {
        set_not_fixed(when);
        outcome = set_by_read(reading, cursor, when);
        return outcome == NOT_THIS ? READ : outcome;
    }
    Cursor trial = *cursor;
    When later = *when;
    set_not_fixed(&later);
    outcome = set_by_read(reading, &trial, &later);
    if (outcome == READ) {
        *when = later;
        *cursor = trial;
    }
    return outcome;
}

/* ---- open at one side ---- */

static bool no_end_take(Cursor *cursor) {
    static const char *const WORDS[] = {"no end",  "with no end", "without end", "no end date",
                                        "onwards", "onward",      NULL};
    Cursor trial = *cursor;
    cursor_sign(&trial, ',');
    if (!cursor_take_one(&trial, WORDS, NULL))
        return false;
    *cursor = trial;
    return true;
}

static void set_no_end(When *when) {
    if (when->some_day_in)
        when->from.last = when->from.first;
    when->some_day_in = false;
    when->is_span = when->no_end = true;
    when->to = NEVER;
    when->to_sum = NULL;
}

/* `until 31 May 2026`: when it began is not said. */
static Outcome until_read(Reading *reading, Cursor *cursor, When *when) {
    static const char *const WORDS[] = {"to", "until", "till", "up to", "closes", "ends", NULL};
    Cursor trial = *cursor;
    Point point;
    if (!cursor_take_one(&trial, WORDS, NULL))
        return NOT_THIS;
    Outcome outcome = end_read(reading, &trial, &point);
    if (outcome != READ || !is_complete(&point))
        return outcome == REPORTED ? REPORTED : NOT_THIS;
    *cursor = trial;
    when->is_span = true;
    when->from = (DateRange){DAY_UNKNOWN_PAST, point.range.last};
    when->to = point.range;
    if (point.some_day_in)
        when->to.first = when->to.last;
    when->to_sum = point.sum;
    return READ;
}

/* ---- the whole ---- */

/* What may follow a first day. */
static Outcome tail_read(Reading *reading, Cursor *cursor, Point *first, uint32_t bases,
                         When *when) {
    static const char *const JOINTS[] = {"and", "to", "until", "till", "through to", NULL};
    Cursor trial = *cursor;
    int which = 1;
    if (cursor_take_one(&trial, JOINTS, &which) || cursor_dash(&trial) ||
        cursor_sign(&trial, '&')) {
        cursor_take_one(&trial, (const char *const[]){"closes", "ends", NULL}, NULL);
        Outcome outcome = two_ends(reading, &trial, first->span, first, which == 0, bases, when);
        if (outcome != NOT_THIS)
            *cursor = trial;
        return outcome;
    }
    if (!is_complete(first))
        return NOT_THIS;
    set_day(reading, when, first);
    if (no_end_take(cursor)) {
        set_no_end(when);
        return READ;
    }
    trial = *cursor;
    if (cursor_take(&trial, "for")) {
        Outcome outcome = length_read(reading, &trial, bases, when);
        if (outcome != NOT_THIS)
            *cursor = trial;
        return outcome;
    }
    trial = *cursor;
    if (set_by_read(reading, &trial, when) == READ) {
        when->not_fixed = true;
        *cursor = trial;
    }
    return READ;
}

/* `at 18:30 for 2 hours`, `, 6.30-8.30pm`, `from 10:00 to 12:00`. */
static Outcome time_tail(Reading *reading, Cursor *cursor, When *when) {
    static const char *const WORDS[] = {"at", "from", NULL};
    Cursor trial = *cursor;
    if (cursor_is_done(&trial))
        return READ;
    cursor_sign(&trial, ',');
    cursor_take_one(&trial, WORDS, NULL);
    Outcome outcome = clock_read(reading, &trial, when);
    if (outcome == READ)
        *cursor = trial;
    return outcome == NOT_THIS ? READ : outcome; /* what is left over is seen at the end */
}

/* `no end` behind a time of day or a length would be left over: the caller sees that. */
static Outcome from_day(Reading *reading, Cursor *cursor, uint32_t bases, When *when) {
    static const char *const OPENINGS[] = {"opens", "from", "starts", "begins", "since", NULL};
    Cursor trial = *cursor;
    Point first;
    bool opens = cursor_take_one(&trial, OPENINGS, NULL);
    Outcome outcome = opens ? end_read(reading, &trial, &first) : NOT_THIS;
    if (outcome == NOT_THIS) {
        opens = false;
        trial = *cursor;
        outcome = end_read(reading, &trial, &first);
    }
    if (outcome != READ)
        return outcome;
    outcome = tail_read(reading, &trial, &first, bases, when);
    if (outcome == READ && !when->is_span)
        outcome = time_tail(reading, &trial, when);
    if (outcome != READ)
        return outcome;
    *cursor = trial;
    if (opens && !when->is_span && takes_a_span(bases))
        set_no_end(when);
    return READ;
}

static Outcome yes_day_not_known(Cursor *cursor, When *when) {
    Cursor trial = *cursor;
    if (!cursor_take(&trial, "yes"))
        return NOT_THIS;
    cursor_sign(&trial, ',');
    if (!cursor_take(&trial, "day not known") && !cursor_take(&trial, "date not known"))
        return NOT_THIS;
    when->from = when->to = ANY_DAY;
    *cursor = trial;
    return READ;
}

static Outcome report_last_day(Reading *reading, Span span, const When *when) {
    Diagnostics *store = reading->model->diagnostics;
    const char *said = when_words(reading->model->arena, when);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span,
               "%s has a first and a last day, and this is one day.", reading_label(reading));
    reading_write(reading, diagnostic, span, "%s for 8 weeks", said);
    diagnostic_help(store, diagnostic,
                    "You can also give the last day, 6 April to 31 May 2026, or write: opens %s, "
                    "no end.",
                    said);
    return REPORTED;
}

/* A span takes a month as all of it; a day is not a span. */
static Outcome fit(Reading *reading, Span span, uint32_t bases, When *when) {
    bool only_span = takes_a_span(bases) && (bases & (BASE_DATE | BASE_EVENT)) == 0;
    if (when->is_span && when->no_end && !takes_a_span(bases))
        return NOT_THIS;
    if (!only_span || when->is_span || when->not_fixed)
        return READ;
    if (when->some_day_in) {
        when->is_span = true;
        when->some_day_in = false;
        when->from.last = when->from.first;
        when->to.first = when->to.last;
        return READ;
    }
    bool unknown = when->sum == NULL && when->from.first <= DAY_UNKNOWN_PAST &&
                   when->from.last >= DAY_UNKNOWN_FUTURE;
    return unknown ? READ : report_last_day(reading, span, when);
}

/* One day in the plainest words, as most are: 3 March 2026. */
static bool plain_day_read(const Reading *reading, Span span, uint32_t bases, When *when) {
    const Atom *atom = reading_atom(reading, span);
    Day day;
    if (atom == NULL || atom->kind != TOKEN_DATE || (bases & (BASE_DATE | BASE_EVENT)) == 0 ||
        !day_read(span_text(reading->model->sources, span), &day))
        return false;
    when->from = when->to = (DateRange){day, day};
    return true;
}

Outcome when_read(Reading *reading, Span span, uint32_t bases, When *when) {
    *when = (When){.from = ANY_DAY, .to = ANY_DAY, .set_by = NOT_SAID};
    when->starts_at = when->ends_at = -1;
    if (plain_day_read(reading, span, bases, when))
        return READ;
    Span outer = reading->span;
    uint32_t outer_bases = reading->bases;
    reading->span = span;
    reading->bases = bases;
    Cursor cursor = cursor_of(reading->model, span);
    Outcome outcome = yes_day_not_known(&cursor, when);
    if (outcome == NOT_THIS)
        outcome = not_fixed_read(reading, &cursor, when);
    if (outcome == NOT_THIS && takes_a_span(bases))
        outcome = until_read(reading, &cursor, when);
    if (outcome == NOT_THIS)
        outcome = from_day(reading, &cursor, bases, when);
    cursor_sign(&cursor, '.'); /* pasted with the full stop of its sentence */
    if (outcome == READ && !cursor_is_done(&cursor))
        outcome = NOT_THIS;
    if (outcome == READ)
        outcome = fit(reading, span, bases, when);
    reading->span = outer;
    reading->bases = outer_bases;
    return outcome;
}

/* ---- joined phrases ---- */

static bool begins_a_tail(Cursor cursor) {
    static const char *const TAILS[] = {"no end",          "with no end",   "without end",
                                        "will be set",     "to be set",     "set by",
                                        "will be fixed",   "to be fixed",   "will be known",
                                        "will be decided", "to be decided", NULL};
    return cursor_take_one(&cursor, TAILS, NULL);
}

static bool is_time_only(Cursor cursor) {
    static const char *const WORDS[] = {"at", "from", NULL};
    cursor_take_one(&cursor, WORDS, NULL);
    int16_t minutes;
    bool unclear;
    Cursor figures = cursor;
    int number, length;
    if (cursor_figures(&figures, &number, &length) && cursor_is_done(&figures))
        return false; /* a year, or a list of days */
    if (!time_take(&cursor, &minutes, &unclear))
        return false;
    static const char *const JOINTS[] = {"to", "until", "till", "and", "for", NULL};
    return cursor_is_done(&cursor) || cursor_dash(&cursor) ||
           cursor_take_one(&cursor, JOINTS, NULL);
}

/* `April 14, 2026`, `Tuesday, 14 April 2026`: commas inside a date. */
static bool is_begun_date(Cursor before, Cursor next) {
    Cursor weekday = before;
    if (weekday_take(&weekday) >= 0 && cursor_is_done(&weekday))
        return true;
    int year, length;
    if (!cursor_figures(&next, &year, &length) || length != 4 || !cursor_is_done(&next))
        return false;
    bool has_month = false, has_year = false;
    Text word;
    for (int number; !cursor_is_done(&before);)
        if (cursor_letters(&before, &word))
            has_month = has_month || month_named(word) > 0;
        else if (cursor_figures(&before, &number, &length))
            has_year = has_year || length == 4;
        else
            before.at++;
    return has_month && !has_year;
}

bool when_joins(const Model *model, const Phrase *before, const Phrase *next) {
    Cursor first = cursor_of(model, before->span), second = cursor_of(model, next->span);
    Cursor yes = first, known = second;
    if (cursor_take(&yes, "yes") && cursor_is_done(&yes))
        return cursor_take(&known, "day") || cursor_take(&known, "date");
    return begins_a_tail(second) || is_time_only(second) || is_begun_date(first, second);
}
