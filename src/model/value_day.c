/* One day as it is known: `Tuesday 3 March 2026`, `March 2026`, `autumn 2018`, `by July 2025`. What
 * is read is an interval of possible days. A day without month or year is left for the other end
 * of its span to complete: `6 to 31 May 2026`. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

static const DateRange ANY_DAY = {DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};

int weekday_take(Cursor *cursor) {
    Cursor trial = *cursor;
    Text word;
    if (!cursor_letters(&trial, &word))
        return -1;
    int weekday = weekday_named(word);
    if (weekday < 0 && word.length >= 4 && word.length <= 5)
        weekday = weekday_named(text_part(word, 0, 3)); /* Tues, Thurs */
    if (weekday < 0)
        return -1;
    cursor_sign(&trial, '.');
    cursor_sign(&trial, ',');
    *cursor = trial;
    return weekday;
}

static int month_take(Cursor *cursor) {
    Cursor trial = *cursor;
    Text word;
    int month = cursor_letters(&trial, &word) ? month_named(word) : 0;
    if (month == 0)
        return 0;
    *cursor = trial;
    Cursor full_stop = trial;
    if (word.length <= 4 && month != 5 && cursor_sign(&full_stop, '.'))
        *cursor = full_stop;
    return month;
}

/* Four figures that no dash, stroke or sign follows to make another thing of them. */
static int year_take(Cursor *cursor) {
    Cursor trial = *cursor;
    int year, length;
    if (!cursor_figures(&trial, &year, &length) || length != 4)
        return 0;
    unsigned char after =
        trial.at < trial.end ? (unsigned char)trial.source->text.at[trial.at] : '\0';
    if (after == '/' || after == ':' || isalpha(after) || after == '%')
        return 0;
    *cursor = trial;
    return year;
}

/* `6`, `6th`: a day of a month. */
static bool day_number_take(Cursor *cursor, int *day) {
    static const char *const ENDINGS[] = {"st", "nd", "rd", "th", NULL};
    Cursor trial = *cursor;
    int length;
    if (!cursor_figures(&trial, day, &length) || length > 2)
        return false;
    Cursor ending = trial;
    if (cursor_take_one(&ending, ENDINGS, NULL))
        trial = ending;
    *cursor = trial;
    return true;
}

static bool year_is_refused(Reading *reading, const Point *point, int year) {
    if (year >= YEAR_FIRST && year <= YEAR_LAST)
        return false;
    Diagnostic *diagnostic = report(
        reading->model->diagnostics, DIAGNOSTIC_out_of_calendar, point->span,
        "The calendar here runs from %d to %d, and this says %d.", YEAR_FIRST, YEAR_LAST, year);
    diagnostic_help(reading->model->diagnostics, diagnostic, "Check the year for a slip.");
    return true;
}

static void report_no_such_day(Reading *reading, const Point *point) {
    Diagnostics *store = reading->model->diagnostics;
    if (point->month < 1 || point->month > 12) {
        Diagnostic *diagnostic = report(store, DIAGNOSTIC_no_such_day, point->span,
                                        "There is no month %d: a year has 12.", point->month);
        diagnostic_help(store, diagnostic, "In figures a date is year, month, day: 2026-03-31.");
        return;
    }
    char text[DAY_TEXT];
    int longest = civil_days_in_month(point->year, point->month);
    Day last = civil_day(point->year, point->month, point->day < 1 ? 1 : longest);
    const char *month = month_name(point->month);
    day_long(last, text);
    text[strlen(text) - 5] = '\0'; /* without its year, which was said */
    Diagnostic *diagnostic =
        point->month == 2
            ? report(store, DIAGNOSTIC_no_such_day, point->span,
                     "February %d has %d days. The %s day of February %d is %s.", point->year,
                     longest, point->day < 1 ? "first" : "last", point->year, text)
            : report(store, DIAGNOSTIC_no_such_day, point->span,
                     "%s has %d days. The %s day of %s %d is %s.", month, longest,
                     point->day < 1 ? "first" : "last", month, point->year, text);
    reading_write(reading, diagnostic, point->span, "%s", day_plain(last, text));
}

/* "Tuesday 14 April": the day of that weekday that is nearest. */
static void report_weekday(Reading *reading, const Point *point, int weekday) {
    Day day = point->range.first;
    int apart = weekday - (int)civil_weekday(day);
    Day nearest = day + (apart > 3 ? apart - 7 : apart < -3 ? apart + 7 : apart);
    char plain[DAY_TEXT], meant[DAY_TEXT], longer[DAY_TEXT];
    day_long(nearest, meant);
    day_long(day, longer);
    const char *right = weekday_name(civil_weekday(day));
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_weekday, point->span,
               "%s is a %s. Is it %.*s, or %.*s? Put the weekday right or leave it out.",
               day_plain(day, plain), right, (int)strlen(meant) - 5, meant, (int)strlen(longer) - 5,
               longer);
    reading_write(reading, diagnostic, point->span, "%s", longer);
}

Outcome point_settle(Reading *reading, Point *point, int weekday) {
    if (year_is_refused(reading, point, point->year))
        return REPORTED;
    if (!civil_exists(point->year, point->month, point->day)) {
        report_no_such_day(reading, point);
        return REPORTED;
    }
    Day day = civil_day(point->year, point->month, point->day);
    point->range = (DateRange){day, day};
    if (weekday >= 0 && (int)civil_weekday(day) != weekday) {
        report_weekday(reading, point, weekday);
        return REPORTED;
    }
    return READ;
}

static bool iso_take(Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    int month_length, day_length;
    point->year = year_take(&trial);
    if (point->year == 0 || !cursor_dash(&trial) ||
        !cursor_figures(&trial, &point->month, &month_length) || month_length > 2 ||
        !cursor_dash(&trial) || !cursor_figures(&trial, &point->day, &day_length) || day_length > 2)
        return false;
    *cursor = trial;
    return true;
}

/* `[Tuesday] 3 March 2026`, `3 March`, `3`. */
static Outcome exact_day(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    int weekday = weekday_take(&trial);
    cursor_take(&trial, "the");
    bool is_iso = iso_take(&trial, point);
    if (!is_iso) {
        point->year = 0;
        if (!day_number_take(&trial, &point->day))
            return NOT_THIS;
        cursor_take(&trial, "of");
        point->month = month_take(&trial);
        Cursor comma = trial;
        cursor_sign(&comma, ',');
        if (point->month > 0 && (point->year = year_take(&comma)) > 0)
            trial = comma;
    }
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    if (point->year > 0)
        return point_settle(reading, point, weekday);
    return READ;
}

static void point_of_months(Point *point, int year, int month, int months) {
    Day first = civil_day(year, month, 1);
    point->range = (DateRange){first, civil_add_months(first, months) - 1};
    point->some_day_in = true;
    point->year = year;
}

/* The months of the seasons; winter runs on into the next year. */
static int season_take(Cursor *cursor) {
    static const char *const SEASONS[] = {"spring", "summer", "autumn", "winter", NULL};
    int which;
    return cursor_take_one(cursor, SEASONS, &which) ? 3 + 3 * which : 0;
}

static Outcome month_or_season(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    int season = season_take(&trial);
    int month = season > 0 ? season : month_take(&trial);
    if (month == 0)
        return NOT_THIS;
    cursor_sign(&trial, ',');
    cursor_take(&trial, "of");
    int year = year_take(&trial);
    point->span = cursor_span(cursor, &trial);
    point->month = month;
    if (year == 0 && season > 0)
        return NOT_THIS;
    if (year == 0) { /* `September` of `September to October 2023`: the year comes later */
        Cursor next = trial;
        int figures;
        if (cursor_figures(&next, &figures, NULL))
            return NOT_THIS;
        *cursor = trial;
        return READ;
    }
    *cursor = trial;
    if (year_is_refused(reading, point, year))
        return REPORTED;
    point_of_months(point, year, month, season > 0 ? 3 : 1);
    return READ;
}

static Outcome whole_year(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    int year = year_take(&trial);
    if (year == 0)
        return NOT_THIS;
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    if (year_is_refused(reading, point, year))
        return REPORTED;
    point_of_months(point, year, 1, 12);
    return READ;
}

/* `end of June 2018` is some day in its last third. */
static Outcome end_of_month(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    cursor_take(&trial, "the");
    if (!cursor_take(&trial, "end of"))
        return NOT_THIS;
    int month = month_take(&trial);
    int year = month == 0 ? 0 : year_take(&trial);
    if (year == 0)
        return NOT_THIS;
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    if (year_is_refused(reading, point, year))
        return REPORTED;
    int longest = civil_days_in_month(year, month);
    point->range = (DateRange){civil_day(year, month, 21), civil_day(year, month, longest)};
    point->some_day_in = true;
    point->year = year;
    point->is_month_end = true;
    return READ;
}

static bool week_take(Cursor *cursor) {
    static const char *const WEEKS[] = {
        "week of", "week commencing", "week beginning", "week starting", "wc", NULL};
    cursor_take(cursor, "the");
    if (cursor_take_one(cursor, WEEKS, NULL))
        return true;
    Cursor trial = *cursor;
    if (cursor_take(&trial, "w") && cursor_sign(&trial, '/') && cursor_take(&trial, "c")) {
        *cursor = trial;
        return true;
    }
    return false;
}

static Outcome week_of(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor, start;
    if (!week_take(&trial))
        return NOT_THIS;
    start = trial;
    Outcome outcome = exact_day(reading, &trial, point);
    if (outcome == REPORTED || (outcome == READ && point->year == 0))
        return outcome == REPORTED ? REPORTED : NOT_THIS;
    if (outcome == NOT_THIS)
        return NOT_THIS;
    Span day_span = cursor_span(&start, &trial);
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    Day day = point->range.first, monday = day - (Day)civil_weekday(day);
    if (day != monday) {
        char said[DAY_TEXT], right[DAY_TEXT];
        day_long(monday, right);
        Diagnostic *diagnostic =
            report(reading->model->diagnostics, DIAGNOSTIC_wrong_weekday, point->span,
                   "%s is a %s; that week begins on %.*s.", day_plain(day, said),
                   weekday_name(civil_weekday(day)), (int)strlen(right) - 5, right);
        reading_write(reading, diagnostic, day_span, "%s", day_plain(monday, right));
        return REPORTED;
    }
    point->range = (DateRange){monday, monday + 6};
    point->some_day_in = true;
    return READ;
}

/* `Easter Monday 2026`, `last Monday of May 2026`: what comes every year, in one. */
static Outcome day_by_rule(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    YearlyDay rule;
    cursor_take(&trial, "the");
    if (!yearly_rule_take(&trial, &rule))
        return NOT_THIS;
    int year = year_take(&trial);
    if (year == 0)
        return NOT_THIS;
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    if (year_is_refused(reading, point, year))
        return REPORTED;
    Day day;
    yearly_day(&rule, year, &day);
    Civil civil = civil_of(day);
    point->year = civil.year;
    point->month = civil.month;
    point->day = civil.day;
    point->range = (DateRange){day, day};
    return READ;
}

/* A day, month, season or year, which a word such as `by` may stand before. */
static Outcome plain_point(Reading *reading, Cursor *cursor, Point *point) {
    static Outcome (*const READERS[])(Reading *, Cursor *, Point *) = {
        week_of, end_of_month, exact_day, month_or_season, whole_year, day_by_rule};
    Outcome outcome = NOT_THIS;
    for (size_t i = 0; outcome == NOT_THIS && i < sizeof READERS / sizeof *READERS; i++) {
        *point = (Point){0};
        outcome = READERS[i](reading, cursor, point);
    }
    return outcome;
}

/* Reads a plain point with a year, or takes nothing. */
static Outcome full_point(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    Outcome outcome = plain_point(reading, &trial, point);
    if (outcome == READ && point->year == 0)
        return NOT_THIS;
    if (outcome != NOT_THIS)
        *cursor = trial;
    return outcome;
}

/* One side of the day is known: `by July 2025`, `not before 2026`. */
static Outcome one_sided(Reading *reading, Cursor *cursor, Point *point) {
    static const char *const BOUNDS[] = {"by",
                                         "no later than",
                                         "not later than",
                                         "on or before",
                                         "at the latest by",
                                         "not before",
                                         "no earlier than",
                                         "on or after",
                                         NULL};
    Cursor trial = *cursor;
    int which;
    if (!cursor_take_one(&trial, BOUNDS, &which))
        return NOT_THIS;
    Cursor inner = trial;
    cursor_take(&inner, "the");
    Outcome outcome = full_point(reading, &inner, point);
    if (outcome != READ)
        return outcome;
    point->span = cursor_span(cursor, &inner);
    *cursor = inner;
    if (which < 5)
        point->range.first = DAY_UNKNOWN_PAST;
    else
        point->range.last = DAY_UNKNOWN_FUTURE;
    point->some_day_in = false;
    point->open = true;
    return READ;
}

/* `some day from 1 to 10 May 2026`: how a range that has no name of its own is written. */
static Outcome between(Reading *reading, Cursor *cursor, Point *point) {
    Cursor trial = *cursor;
    bool is_between = cursor_take(&trial, "between");
    if (!is_between && !cursor_take(&trial, "some day from"))
        return NOT_THIS;
    Point first, last;
    Cursor start = trial;
    if (plain_point(reading, &trial, &first) != READ ||
        !cursor_take(&trial, is_between ? "and" : "to"))
        return NOT_THIS;
    Outcome outcome = full_point(reading, &trial, &last);
    if (outcome != READ)
        return outcome;
    if (first.year == 0) {
        first.year = last.year;
        first.month = first.month > 0 ? first.month : last.month;
        if (first.day == 0)
            point_of_months(&first, first.year, first.month, 1);
        else if (point_settle(reading, &first, -1) != READ)
            return REPORTED;
    }
    if (first.range.first > last.range.last) {
        Diagnostic *diagnostic =
            report(reading->model->diagnostics, DIAGNOSTIC_wrong_order, cursor_span(&start, &trial),
                   "The first of these days is after the second.");
        diagnostic_help(reading->model->diagnostics, diagnostic, "Write the earlier one first.");
        return REPORTED;
    }
    *point = (Point){.range = {first.range.first, last.range.last}, .some_day_in = true};
    point->year = first.year;
    point->span = cursor_span(cursor, &trial);
    *cursor = trial;
    return READ;
}

static Outcome not_known(Cursor *cursor, Point *point) {
    static const char *const WORDS[] = {"day not known", "date not known",  "day unknown",
                                        "date unknown",  "a day not known", NULL};
    Cursor trial = *cursor;
    if (!cursor_take_one(&trial, WORDS, NULL))
        return NOT_THIS;
    *point = (Point){.range = ANY_DAY, .open = true, .span = cursor_span(cursor, &trial)};
    point->year = YEAR_FIRST;
    *cursor = trial;
    return READ;
}

Outcome point_read(Reading *reading, Cursor *cursor, Point *point) {
    static const char *const LEADING[] = {"on", "in", "during", NULL};
    Cursor trial = *cursor;
    *point = (Point){0};
    Outcome outcome = not_known(&trial, point);
    if (outcome == NOT_THIS)
        outcome = one_sided(reading, &trial, point);
    if (outcome == NOT_THIS)
        outcome = between(reading, &trial, point);
    if (outcome == NOT_THIS) {
        cursor_take_one(&trial, LEADING, NULL);
        outcome = plain_point(reading, &trial, point);
    }
    if (outcome != NOT_THIS)
        *cursor = trial;
    return outcome;
}
