/* Lengths of time, repetition, and times of day. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

UnitFamily unit_family(Unit unit) {
    switch (unit) {
    case UNIT_MINUTE:
    case UNIT_HOUR: return FAMILY_HOURS;
    case UNIT_DAY:
    case UNIT_WEEK: return FAMILY_DAYS;
    case UNIT_WORKING_DAY: return FAMILY_WORKING;
    case UNIT_CLEAR_WORKING_DAY: return FAMILY_CLEAR;
    case UNIT_MONTH:
    case UNIT_YEAR: return FAMILY_MONTHS;
    }
    return FAMILY_DAYS;
}

int64_t duration_in_family(Duration duration) {
    switch (duration.unit) {
    case UNIT_HOUR: return (int64_t)duration.count * 60;
    case UNIT_WEEK: return (int64_t)duration.count * 7;
    case UNIT_YEAR: return (int64_t)duration.count * 12;
    default: return duration.count;
    }
}

/* ---- lengths ---- */

typedef struct UnitWord {
    const char *one, *many;
    Unit unit;
} UnitWord;

static const UnitWord UNITS[] = {
    {"clear working day", "clear working days", UNIT_CLEAR_WORKING_DAY},
    {"working day", "working days", UNIT_WORKING_DAY},
    {"minute", "minutes", UNIT_MINUTE},
    {"min", "mins", UNIT_MINUTE},
    {"hour", "hours", UNIT_HOUR},
    {"hr", "hrs", UNIT_HOUR},
    {"calendar day", "calendar days", UNIT_DAY},
    {"day", "days", UNIT_DAY},
    {"week", "weeks", UNIT_WEEK},
    {"month", "months", UNIT_MONTH},
    {"year", "years", UNIT_YEAR},
};

static bool unit_take(Cursor *cursor, Unit *unit) {
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (cursor_take(cursor, UNITS[i].many) || cursor_take(cursor, UNITS[i].one)) {
            *unit = UNITS[i].unit;
            return true;
        }
    return false;
}

static bool count_take(Cursor *cursor, int *count) {
    static const char *const COUNTS[] = {"a",    "one",    "two",    "three", "four",
                                         "five", "six",    "seven",  "eight", "nine",
                                         "ten",  "eleven", "twelve", "an",    NULL};
    int length, which;
    if (cursor_figures(cursor, count, &length))
        return length <= 6;
    if (!cursor_take_one(cursor, COUNTS, &which))
        return false;
    *count = which == 0 || which == 13 ? 1 : which;
    return true;
}

bool duration_take(Cursor *cursor, Duration *duration) {
    Cursor trial = *cursor;
    int count;
    if (!count_take(&trial, &count))
        return false;
    if (cursor_take(&trial, "fortnight") || cursor_take(&trial, "fortnights")) {
        *duration = (Duration){2 * count, UNIT_WEEK};
    } else {
        Unit unit;
        if (!unit_take(&trial, &unit))
            return false;
        *duration = (Duration){count, unit};
    }
    *cursor = trial;
    return true;
}

bool value_duration_literal(Text text, Duration *duration) {
    Source room;
    Cursor cursor = cursor_of_text(&room, text);
    return duration_take(&cursor, duration) && cursor_is_done(&cursor);
}

Outcome duration_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span);
    if (!duration_take(&cursor, &value->duration))
        return NOT_THIS;
    cursor_take(&cursor, "before"); /* `papers: 5 clear working days before` */
    if (!cursor_is_done(&cursor))
        return NOT_THIS;
    value->kind = VALUE_DURATION;
    return READ;
}

/* ---- repetition ---- */

/* `every 2 months`, `every week`, `monthly`. */
static bool every_take(Cursor *cursor, Duration *every) {
    static const char *const EACH[] = {"every", "each", NULL};
    static const char *const ADVERBS[] = {"daily",     "weekly", "fortnightly", "monthly",
                                          "quarterly", "yearly", "annually",    NULL};
    static const Duration LENGTHS[] = {{1, UNIT_DAY},   {1, UNIT_WEEK},  {2, UNIT_WEEK},
                                       {1, UNIT_MONTH}, {3, UNIT_MONTH}, {1, UNIT_YEAR},
                                       {1, UNIT_YEAR}};
    Cursor trial = *cursor;
    int which;
    if (cursor_take_one(&trial, ADVERBS, &which)) {
        *every = LENGTHS[which];
    } else {
        if (!cursor_take_one(&trial, EACH, NULL))
            return false;
        Unit unit;
        if (unit_take(&trial, &unit))
            *every = (Duration){1, unit};
        else if (!duration_take(&trial, every))
            return false;
    }
    *cursor = trial;
    return true;
}

/* `every last Thursday of the month`, `the second Tuesday of every 2 months`. */
static bool nth_take(Cursor *cursor, Repeat *repeat) {
    static const char *const EACH[] = {"every", "each", "on the", NULL};
    static const char *const MONTHS[] = {"of the month",
                                         "of each month",
                                         "of every month",
                                         "in the month",
                                         "in each month",
                                         "in every month",
                                         NULL};
    Cursor trial = *cursor;
    int nth;
    cursor_take_one(&trial, EACH, NULL);
    if (!nth_weekday_take(&trial, &nth, &repeat->weekday))
        return false;
    repeat->every = (Duration){1, UNIT_MONTH};
    if (!cursor_take_one(&trial, MONTHS, NULL) &&
        !((cursor_take(&trial, "of every") || cursor_take(&trial, "in every")) &&
          duration_take(&trial, &repeat->every) &&
          unit_family(repeat->every.unit) == FAMILY_MONTHS))
        return false;
    repeat->nth = nth;
    *cursor = trial;
    return true;
}

/* One end of the days within which something repeats. */
static When *repeat_end(const Reading *reading, DateRange range, DateSum *sum) {
    When *end = arena_make(reading->model->arena, When);
    *end = (When){.from = range, .to = range, .sum = sum, .starts_at = -1, .ends_at = -1};
    return end;
}

static Outcome repeat_within(Reading *reading, Span span, Repeat *repeat) {
    When within;
    Outcome outcome = when_read(reading, span, BASE_DATE | BASE_SPAN, &within);
    if (outcome == READ) {
        repeat->from = repeat_end(reading, within.from, within.sum);
        if (within.is_span && !within.no_end)
            repeat->to = repeat_end(reading, within.to, within.to_sum);
    }
    return outcome;
}

Outcome repeat_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span), start = cursor;
    Repeat repeat = {0};
    if (!nth_take(&cursor, &repeat) && !every_take(&cursor, &repeat.every))
        return NOT_THIS;
    if (repeat.every.count == 0) {
        Diagnostic *diagnostic =
            report(reading->model->diagnostics, DIAGNOSTIC_wrong_value,
                   cursor_span(&start, &cursor), "This repeats every 0: it would never move on.");
        reading_write(reading, diagnostic, span, "every 2 months");
        return REPORTED;
    }
    if (cursor_take(&cursor, "from")) {
        Cursor end = {cursor.source, span.at + span.length, span.at + span.length};
        Outcome outcome = repeat_within(reading, cursor_span(&cursor, &end), &repeat);
        if (outcome != READ)
            return outcome;
    } else if (!cursor_is_done(&cursor)) {
        return NOT_THIS;
    }
    value->kind = VALUE_REPEAT;
    value->repeat = repeat;
    return READ;
}

/* ---- times of day ---- */

typedef enum HalfOfDay { HALF_UNSAID, HALF_MORNING, HALF_AFTERNOON } HalfOfDay;

typedef struct Clock {
    int hour, minute;
    bool has_minute, has_colon, is_named; /* noon */
    HalfOfDay half;
} Clock;

static HalfOfDay half_take(Cursor *cursor) {
    Cursor trial = *cursor;
    if (cursor_take(cursor, "am"))
        return HALF_MORNING;
    if (cursor_take(cursor, "pm"))
        return HALF_AFTERNOON;
    for (int half = HALF_MORNING; half <= HALF_AFTERNOON; half++) {
        trial = *cursor; /* a.m., p.m. */
        if (cursor_take(&trial, half == HALF_MORNING ? "a" : "p") && cursor_sign(&trial, '.') &&
            cursor_take(&trial, "m")) {
            cursor_sign(&trial, '.');
            *cursor = trial;
            return (HalfOfDay)half;
        }
    }
    return HALF_UNSAID;
}

static bool clock_take(Cursor *cursor, Clock *clock) {
    Cursor trial = *cursor;
    int length;
    *clock = (Clock){0};
    if (cursor_take(&trial, "noon") || cursor_take(&trial, "midday")) {
        *clock = (Clock){.hour = 12, .is_named = true};
        *cursor = trial;
        return true;
    }
    if (!cursor_figures(&trial, &clock->hour, &length) || length > 2 || clock->hour > 24)
        return false;
    Cursor minutes = trial;
    clock->has_colon = cursor_sign(&minutes, ':');
    if ((clock->has_colon || cursor_sign(&minutes, '.')) &&
        cursor_figures(&minutes, &clock->minute, &length)) {
        if (length != 2 || clock->minute > 59)
            return false;
        clock->has_minute = true;
        trial = minutes;
    }
    clock->half = half_take(&trial);
    if (clock->half != HALF_UNSAID && (clock->hour == 0 || clock->hour > 12))
        return false;
    *cursor = trial;
    return clock->hour < 24 || clock->minute == 0;
}

/* `6` and `6.30` do not say whether it is morning or evening; `06:30` and `18.30` do. */
static bool clock_is_unclear(const Clock *clock) {
    return clock->half == HALF_UNSAID && !clock->is_named &&
           (!clock->has_minute || (!clock->has_colon && clock->hour <= 12));
}

static int16_t clock_minutes(const Clock *clock) {
    int hour = clock->hour;
    if (clock->half == HALF_MORNING && hour == 12)
        hour = 0;
    else if (clock->half == HALF_AFTERNOON && hour < 12)
        hour += 12;
    return (int16_t)(hour * 60 + clock->minute);
}

bool time_take(Cursor *cursor, int16_t *minutes, bool *unclear) {
    Clock clock;
    if (!clock_take(cursor, &clock))
        return false;
    *minutes = clock_minutes(&clock);
    *unclear = clock_is_unclear(&clock);
    return true;
}

bool value_time_literal(Text text, int16_t *minutes) {
    Source room;
    Cursor cursor = cursor_of_text(&room, text);
    bool unclear;
    return time_take(&cursor, minutes, &unclear) && !unclear && cursor_is_done(&cursor);
}

/* Evening up to seven, morning from eight: what meetings mostly mean. */
static bool is_likely_evening(const Clock *clock) {
    return clock->half == HALF_AFTERNOON ||
           (clock->half == HALF_UNSAID && (clock->hour < 8 || clock->hour == 12));
}

static const char *likely_time(Arena *arena, const Clock *clock, bool evening) {
    return arena_format(arena, "%d:%02d%s", clock->hour, clock->minute, evening ? "pm" : "am");
}

static Outcome report_unclear_time(Reading *reading, Span span, const Clock *first,
                                   const Clock *second) {
    Diagnostics *store = reading->model->diagnostics;
    Arena *arena = reading->model->arena;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unclear_date, span, "Is this in the morning or in the evening?");
    bool evening = is_likely_evening(first);
    const char *from = likely_time(arena, first, evening);
    if (second == NULL)
        reading_write(reading, diagnostic, span, "%s", from);
    else
        reading_write(reading, diagnostic, span, "%s to %s", from,
                      likely_time(arena, second, evening || second->hour < first->hour));
    diagnostic_help(store, diagnostic, "Write the time as 18:30 to 20:30, or 6:30pm to 8:30pm.");
    return REPORTED;
}

/* In `6.30-8.30pm` the ending is said of both; in `11-1pm` that cannot be meant. */
static void share_half(Clock *first, const Clock *second) {
    if (first->half != HALF_UNSAID || second->half == HALF_UNSAID || !clock_is_unclear(first))
        return;
    first->half = second->half;
    if (clock_minutes(first) >= clock_minutes(second))
        first->half = HALF_MORNING;
}

static Outcome set_clock_end(Reading *reading, Span span, When *when, int minutes) {
    if (minutes == when->starts_at) {
        Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_wrong_order, span,
                                        "This ends at the time when it begins.");
        diagnostic_help(reading->model->diagnostics, diagnostic,
                        "Write the time as 18:30 to 20:30.");
        return REPORTED;
    }
    if (minutes < when->starts_at) {
        Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_wrong_order, span,
                                        "This ends before it begins.");
        reading_write(reading, diagnostic, span, "%02d:%02d to %02d:%02d", minutes / 60,
                      minutes % 60, when->starts_at / 60, when->starts_at % 60);
        return REPORTED;
    }
    if (minutes > 24 * 60) { /* it ends on a later day */
        Day later = minutes / (24 * 60);
        when->to = (DateRange){when->from.first + later, when->from.last + later};
        when->is_span = true;
        minutes %= 24 * 60;
    }
    when->ends_at = (int16_t)minutes;
    return READ;
}

Outcome clock_read(Reading *reading, Cursor *cursor, When *when) {
    static const char *const JOINTS[] = {"to", "until", "till", "and", NULL};
    Cursor trial = *cursor;
    Clock first, second;
    if (!clock_take(&trial, &first))
        return NOT_THIS;
    Cursor later = trial;
    bool has_end = (cursor_dash(&later) || cursor_take_one(&later, JOINTS, NULL)) &&
                   clock_take(&later, &second);
    Cursor *after = has_end ? &later : &trial;
    Span span = cursor_span(cursor, after);
    if (has_end)
        share_half(&first, &second);
    if (has_end && first.half != HALF_UNSAID && clock_is_unclear(&second))
        second.half =
            clock_minutes(&first) / 60 % 12 < second.hour % 12 ? first.half : HALF_AFTERNOON;
    *cursor = *after;
    if (clock_is_unclear(&first) || (has_end && clock_is_unclear(&second)))
        return report_unclear_time(reading, span, &first, has_end ? &second : NULL);
    when->starts_at = clock_minutes(&first);
    if (has_end)
        return set_clock_end(reading, span, when, clock_minutes(&second));
    Cursor length = *cursor;
    Duration lasts;
    if (cursor_take(&length, "for") && duration_take(&length, &lasts) &&
        unit_family(lasts.unit) == FAMILY_HOURS) {
        *cursor = length;
        if (lasts.count > 0 && duration_in_family(lasts) <= 24 * 60)
            return set_clock_end(reading, span, when,
                                 when->starts_at + (int)duration_in_family(lasts));
    }
    return READ;
}

Outcome time_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span);
    Clock clock;
    cursor_take(&cursor, "at");
    if (!clock_take(&cursor, &clock) || !cursor_is_done(&cursor))
        return NOT_THIS;
    value->kind = VALUE_TIME;
    value->time = clock_minutes(&clock);
    return clock_is_unclear(&clock) ? report_unclear_time(reading, span, &clock, NULL) : READ;
}
