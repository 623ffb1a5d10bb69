/* Days that come every year: `25 December`, `August`, `last Monday of May`, `Good Friday`, `7 days
 * before Easter to 7 days after Easter`. The year, where one is given, makes one day of it. */
#include "value_read.h"

static bool nth_take(Cursor *cursor, int *nth) {
    static const char *const NTHS[] = {"first", "second", "third", "fourth", "last", NULL};
    static const char *const FIGURES[] = {"st", "nd", "rd", "th", NULL};
    int which, length;
    if (cursor_take_one(cursor, NTHS, &which)) {
        *nth = which + 1;
        return true;
    }
    Cursor trial = *cursor;
    int number;
    if (!cursor_figures(&trial, &number, &length) || number < 1 || number > 4 ||
        !cursor_take_one(&trial, FIGURES, NULL))
        return false;
    *nth = number;
    *cursor = trial;
    return true;
}

bool nth_weekday_take(Cursor *cursor, int *nth, Weekday *weekday) {
    Cursor trial = *cursor;
    cursor_take(&trial, "the");
    if (!nth_take(&trial, nth))
        return false;
    int day = weekday_take(&trial);
    if (day < 0)
        return false;
    *weekday = (Weekday)day;
    *cursor = trial;
    return true;
}

static bool named_month(Cursor *cursor, int *month) {
    Text word;
    Cursor trial = *cursor;
    if (!cursor_letters(&trial, &word))
        return false;
    *month = month_named(word);
    if (*month == 0)
        return false;
    *cursor = trial;
    return true;
}

bool feast_take(Cursor *cursor, YearlyDay *day) {
    static const struct {
        const char *name;
        int shift;
    } FEASTS[] = {{"good friday", -2},    {"easter saturday", -1}, {"easter sunday", 0},
                  {"easter monday", 1},   {"easter day", 0},       {"easter", 0},
                  {"maundy thursday", -3}};
    for (size_t i = 0; i < sizeof FEASTS / sizeof *FEASTS; i++)
        if (cursor_take(cursor, FEASTS[i].name)) {
            *day = (YearlyDay){.rule = YEARLY_EASTER, .shift = FEASTS[i].shift};
            return true;
        }
    return false;
}

static bool weekday_of_month_take(Cursor *cursor, YearlyDay *day) {
    Cursor trial = *cursor;
    *day = (YearlyDay){.rule = YEARLY_WEEKDAY};
    if (!nth_weekday_take(&trial, &day->nth, &day->weekday) ||
        !(cursor_take(&trial, "of") || cursor_take(&trial, "in")) ||
        !named_month(&trial, &day->month))
        return false;
    *cursor = trial;
    return true;
}

bool yearly_rule_take(Cursor *cursor, YearlyDay *day) {
    return feast_take(cursor, day) || weekday_of_month_take(cursor, day);
}

/* `25 December`; `August`, which is all of it (IS_MONTH). */
static bool month_day_take(Cursor *cursor, YearlyDay *day, bool *is_month) {
    Cursor trial = *cursor;
    int length;
    *day = (YearlyDay){.rule = YEARLY_DATE, .day = 1};
    *is_month = !cursor_figures(&trial, &day->day, &length);
    if (!*is_month) {
        static const char *const ENDINGS[] = {"st", "nd", "rd", "th", NULL};
        cursor_take_one(&trial, ENDINGS, NULL);
        cursor_take(&trial, "of");
    }
    if (!named_month(&trial, &day->month))
        return false;
    *cursor = trial;
    return true;
}

static Outcome report_no_day(Reading *reading, Span span, const YearlyDay *day) {
    int longest = civil_days_in_month(2000, day->month);
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_no_such_day, span,
               "%s never has more than %d days.", month_name(day->month), longest);
    reading_write(reading, diagnostic, span, "%d %s", longest, month_name(day->month));
    return REPORTED;
}

/* `7 days before Easter`: a shift in days or weeks, from what stands behind it. */
static bool shift_take(Cursor *cursor, int *shift) {
    static const char *const JOINTS[] = {"after", "before", NULL};
    Cursor trial = *cursor;
    Duration length;
    int which;
    if (!duration_take(&trial, &length) || unit_family(length.unit) != FAMILY_DAYS ||
        !cursor_take_one(&trial, JOINTS, &which))
        return false;
    int64_t days = duration_in_family(length);
    if (days > 366)
        return false;
    *shift = (int)(which == 1 ? -days : days);
    *cursor = trial;
    return true;
}

static Outcome yearly_end(Reading *reading, Cursor *cursor, YearlyDay *day, bool *is_month) {
    Cursor trial = *cursor, start;
    int shift = 0;
    *is_month = false;
    shift_take(&trial, &shift);
    start = trial;
    if (!yearly_rule_take(&trial, day) && !month_day_take(&trial, day, is_month))
        return NOT_THIS;
    if (*is_month && shift != 0)
        return NOT_THIS;
    if (day->rule == YEARLY_DATE &&
        (day->day < 1 || day->day > civil_days_in_month(2000, day->month)))
        return report_no_day(reading, cursor_span(&start, &trial), day);
    day->shift += shift;
    *cursor = trial;
    return READ;
}

static YearlyDay month_end(int month) {
    return (YearlyDay){.rule = YEARLY_DATE, .month = month, .day = 31, .month_end = true};
}

Outcome yearly_read(Reading *reading, Span span, Value *value) {
    static const char *const JOINTS[] = {"to", "until", NULL};
    Cursor cursor = cursor_of(reading->model, span);
    Yearly yearly = {0};
    bool is_month, ends_in_month;
    cursor_take(&cursor, "every year on");
    Outcome outcome = yearly_end(reading, &cursor, &yearly.from, &is_month);
    if (outcome != READ)
        return outcome;
    yearly.is_span = is_month;
    yearly.to = is_month ? month_end(yearly.from.month) : yearly.from;
    if (cursor_take_one(&cursor, JOINTS, NULL) || cursor_dash(&cursor)) {
        outcome = yearly_end(reading, &cursor, &yearly.to, &ends_in_month);
        if (outcome != READ)
            return outcome;
        yearly.is_span = true;
        if (ends_in_month)
            yearly.to = month_end(yearly.to.month);
    }
    if (!cursor_is_done(&cursor))
        return NOT_THIS;
    Yearly *kept = arena_make(reading->model->arena, Yearly);
    *kept = yearly;
    DateRange any = {DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};
    value->kind = VALUE_WHEN;
    value->when = (When){.from = any,
                         .to = any,
                         .is_span = yearly.is_span,
                         .yearly = kept,
                         .starts_at = -1,
                         .ends_at = -1};
    return READ;
}

/* ---- in words ---- */

static const char *yearly_day_words(Arena *arena, const YearlyDay *day) {
    static const char *const NTHS[] = {"", "first", "second", "third", "fourth", "last"};
    static const char *const FEASTS[] = {"Good Friday", "Easter Saturday", "Easter Sunday",
                                         "Easter Monday"};
    int shift = day->shift;
    const char *base = "Easter";
    if (day->rule == YEARLY_EASTER && shift >= -2 && shift <= 1)
        return FEASTS[shift + 2];
    if (day->rule == YEARLY_WEEKDAY)
        base = arena_format(arena, "%s %s of %s", NTHS[day->nth], weekday_name(day->weekday),
                            month_name(day->month));
    else if (day->rule == YEARLY_DATE)
        base = day->month_end ? arena_format(arena, "end of %s", month_name(day->month))
                              : arena_format(arena, "%d %s", day->day, month_name(day->month));
    if (shift == 0)
        return base;
    int days = shift < 0 ? -shift : shift;
    return arena_format(arena, "%d day%s %s %s", days, days == 1 ? "" : "s",
                        shift < 0 ? "before" : "after", base);
}

const char *yearly_words(Arena *arena, const Yearly *yearly) {
    const YearlyDay *from = &yearly->from, *to = &yearly->to;
    bool begins_month = from->rule == YEARLY_DATE && from->day == 1 && from->shift == 0;
    if (begins_month && yearly->is_span && to->month_end && to->month == from->month)
        return month_name(from->month);
    if (!yearly->is_span)
        return yearly_day_words(arena, from);
    const char *last = to->month_end ? month_name(to->month) : yearly_day_words(arena, to);
    return arena_format(arena, "%s to %s", yearly_day_words(arena, from), last);
}
