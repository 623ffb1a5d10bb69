/* Habits of writing dates that cannot be taken as they are, each with what it may mean and the
 * line to write instead. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

static bool find_words(Cursor cursor, const char *words, Cursor *found) {
    while (!cursor_is_done(&cursor)) {
        Cursor trial = cursor;
        if (cursor_take(&trial, words)) {
            *found = cursor;
            return true;
        }
        Text word;
        if (!cursor_letters(&cursor, &word))
            cursor.at++;
    }
    return false;
}

static bool is_all_of(Cursor cursor, const char *const *choices) {
    return cursor_take_one(&cursor, choices, NULL) && cursor_is_done(&cursor);
}

/* The year that this plan is most likely about: the last one written before this place. */
static int year_nearby(const Reading *reading) {
    Text text = source_of(reading->model->sources, reading->span)->text;
    size_t length = 0;
    for (size_t end = reading->span.at; end > 0; end--) {
        length = isdigit((unsigned char)text.at[end - 1]) ? length + 1 : 0;
        const char *at = text.at + end - 1;
        bool before = end > 1 && isdigit((unsigned char)at[-1]);
        if (length == 4 && !before && (memcmp(at, "20", 2) == 0 || memcmp(at, "19", 2) == 0))
            return (at[0] - '0') * 1000 + (at[1] - '0') * 100 + (at[2] - '0') * 10 + at[3] - '0';
    }
    return 2026;
}

/* ---- dates in figures ---- */

typedef struct Figures {
    int first, second, year;
    Span span;
} Figures;

static bool figures_find(Cursor cursor, Figures *figures) {
    for (; !cursor_is_done(&cursor); cursor.at++) {
        Cursor trial = cursor;
        int length;
        if (!cursor_figures(&trial, &figures->first, &length))
            continue;
        char sign = trial.at < trial.end ? trial.source->text.at[trial.at] : '\0';
        bool parted = sign == '/' || sign == '.' || sign == '-';
        if (length <= 2 && parted && cursor_sign(&trial, sign) &&
            cursor_figures(&trial, &figures->second, &length) && length <= 2 &&
            cursor_sign(&trial, sign) && cursor_figures(&trial, &figures->year, &length) &&
            (length == 2 || length == 4)) {
            figures->year += length == 2 ? 2000 : 0;
            figures->span = cursor_span(&cursor, &trial);
            return true;
        }
        cursor.at = trial.at - 1;
    }
    return false;
}

static bool complain_of_figures(Reading *reading, Cursor cursor) {
    Figures figures;
    if (!figures_find(cursor, &figures))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    int a = figures.first, b = figures.second, year = figures.year;
    bool british = civil_exists(year, b, a), american = civil_exists(year, a, b);
    Diagnostic *diagnostic;
    if (british && american && a != b)
        diagnostic = report(store, DIAGNOSTIC_unclear_date, figures.span,
                            "This could be %d %s or %d %s. Write %d %s %d.", a, month_name(b), b,
                            month_name(a), a, month_name(b), year);
    else if (british || american)
        diagnostic = report(store, DIAGNOSTIC_unclear_date, figures.span,
                            "Dates in figures can be read in two ways, so the month is written as "
                            "a word. Write %d %s %d.",
                            british ? a : b, month_name(british ? b : a), year);
    else {
        diagnostic = report(store, DIAGNOSTIC_no_such_day, figures.span,
                            "There is no such day, whichever of these is the month.");
        diagnostic_help(store, diagnostic, "Write the month as a word: 3 March 2026.");
        return true;
    }
    reading_write(reading, diagnostic, figures.span, "%d %s %d", british ? a : b,
                  month_name(british ? b : a), year);
    return true;
}

/* ---- not fixed, never ending ---- */

static bool complain_of_tbc(Reading *reading, Cursor cursor) {
    static const char *const WORDS[] = {"tbc",
                                        "tba",
                                        "tbd",
                                        "to be confirmed",
                                        "to be announced",
                                        "to be decided",
                                        "to be agreed",
                                        "to be set",
                                        "pending",
                                        "asap",
                                        "as soon as possible",
                                        NULL};
    Cursor sign = cursor;
    bool is_sign = (cursor_sign(&sign, '?') || cursor_dash(&sign)) && cursor_is_done(&sign);
    if (!is_sign && !is_all_of(cursor, WORDS))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, reading->span,
               "Say by when the date will be known: not fixed, will be set by 1 June 2026.");
    reading_write(reading, diagnostic, reading->span, "not fixed, will be set by 1 June 2026");
    diagnostic_why(store, diagnostic,
                   "a date with no day to be set by is asked about at every check.");
    return true;
}

/* The label for the first of two days, written or worked out. */
static bool kind_opens_with(const Kind *kind, const Field *field) {
    return field == kind->time[0] || text_is(name_text(field->name), "opens") ||
           text_is(name_text(field->name), "starts");
}

static bool complain_of_no_end(Reading *reading, Cursor cursor, uint32_t bases) {
    static const char *const WORDS[] = {
        "ongoing",      "on going", "continuing", "continuous", "no end", "indefinite",
        "indefinitely", "rolling",  "open ended", "permanent",  NULL};
    Cursor dashed = cursor;
    Text name;
    bool is_dashed = cursor_name(&dashed, &name) && cursor_is_done(&dashed) &&
                     (text_is(name, "open-ended") || text_is(name, "on-going"));
    if (!is_dashed && !is_all_of(cursor, WORDS))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    const Record *record = reading->record;
    bool spans = (bases & BASE_SPAN) != 0;
    bool is_first = !spans && record != NULL && record->kind->time[0] != record->kind->time[1] &&
                    kind_opens_with(record->kind, reading->field);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, reading->span,
               "For something with no end %s. It will be asked for a review date instead.",
               spans      ? "write: opens 1 April 2026, no end"
               : is_first ? "give the day on which it began, and write none where the last day goes"
                          : "write none here");
    reading_write(reading, diagnostic, reading->span, "%s",
                  spans      ? "opens 1 April 2026, no end"
                  : is_first ? "1 April 2026"
                             : "none");
    return true;
}

/* ---- parts of months and years ---- */

static bool part_take(Reading *reading, Cursor *cursor, Point *point) {
    static const char *const PARTS[] = {
        "mid",   "early", "late",   "middle of", "beginning of",  "start of",    "around", "about",
        "circa", "c",     "end of", "roughly",   "approximately", "sometime in", NULL};
    Cursor trial = *cursor;
    cursor_take(&trial, "the");
    if (!cursor_take_one(&trial, PARTS, NULL))
        return false;
    cursor_dash(&trial);
    cursor_sign(&trial, '.');
    cursor_take(&trial, "to"); /* mid to late March */
    if (cursor_take_one(&trial, PARTS, NULL))
        cursor_dash(&trial);
    if (point_read(reading, &trial, point) != READ || point->year == 0 || point->open)
        return false;
    *cursor = trial;
    return true;
}

/* `mid-March 2025`, alone or as an end of a span. */
static bool complain_of_part(Reading *reading, Cursor cursor) {
    Point point;
    Cursor start = cursor;
    Text word;
    while (!part_take(reading, &cursor, &point)) {
        if (cursor_is_done(&cursor))
            return false;
        if (!cursor_letters(&cursor, &word))
            cursor.at++;
        start = cursor;
    }
    Span span = cursor_span(&start, &cursor);
    Civil civil = civil_of(point.range.first);
    bool has_month = range_is_day(point.range) || point.month > 0;
    const char *month = has_month ? arena_format(reading->model->arena, "%s %d",
                                                 month_name(civil.month), civil.year)
                                  : arena_format(reading->model->arena, "%d", civil.year);
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_wrong_value, span,
               "I know days, months, seasons and years. Write %s if the day is not known.", month);
    reading_write(reading, diagnostic, span, "%s", month);
    return true;
}

/* `2026/27`: the year from April; `second` gets 2027. */
static bool financial_year_take(Cursor *cursor, int *year) {
    int length, second;
    Cursor trial = *cursor;
    cursor_take(&trial, "fy");
    if (!cursor_figures(&trial, year, &length) || length != 4 ||
        !(cursor_sign(&trial, '/') || cursor_dash(&trial)) ||
        !cursor_figures(&trial, &second, &length) || (length != 2 && length != 4))
        return false;
    if (second % 100 != (*year + 1) % 100)
        return false;
    *cursor = trial;
    return true;
}

static bool quarter_take(Cursor *cursor, int *quarter) {
    Cursor trial = *cursor;
    if (!(cursor_take(&trial, "q") || cursor_take(&trial, "quarter")) ||
        !cursor_figures(&trial, quarter, NULL) || *quarter < 1 || *quarter > 4)
        return false;
    cursor_sign(&trial, ',');
    cursor_take(&trial, "of");
    *cursor = trial;
    return true;
}

static const char *months_from(Arena *arena, int year, int month, int months) {
    int last = month + months - 1, last_year = year + (last > 12);
    return arena_format(arena, "%s %d to %s %d", month_name(month), year,
                        month_name(last > 12 ? last - 12 : last), last_year);
}

static bool complain_of_quarter(Reading *reading, Cursor cursor) {
    Model *model = reading->model;
    int quarter = 0, year, length;
    bool has_quarter = quarter_take(&cursor, &quarter);
    Cursor trial = cursor;
    bool is_financial = financial_year_take(&trial, &year);
    if (!is_financial && has_quarter && !(cursor_figures(&trial, &year, &length) && length == 4))
        return false;
    if ((!is_financial && !has_quarter) || !cursor_is_done(&trial) || year < YEAR_FIRST ||
        year >= YEAR_LAST)
        return false;
    static const char *const NAMES[] = {"", "January to March", "April to June",
                                        "July to September", "October to December"};
    int month = has_quarter ? (quarter == 4 ? 1 : 1 + 3 * quarter) : 4;
    const char *span = months_from(model->arena, year + (has_quarter && quarter == 4), month,
                                   has_quarter ? 3 : 12);
    Diagnostic *diagnostic;
    if (is_financial && has_quarter)
        diagnostic = report(model->diagnostics, DIAGNOSTIC_wrong_value, reading->span,
                            "Quarter %d of the financial year is %s %d. Write: %s.", quarter,
                            NAMES[quarter % 4 + 1], year + (quarter == 4), span);
    else if (is_financial)
        diagnostic = report(model->diagnostics, DIAGNOSTIC_wrong_value, reading->span,
                            "A financial year runs from April to March. Write: %s.", span);
    else
        diagnostic = report(model->diagnostics, DIAGNOSTIC_unclear_date, reading->span,
                            "Quarter %d could be %s, counting from January, or %s, counting from "
                            "April. Write the months.",
                            quarter, NAMES[quarter], NAMES[quarter % 4 + 1]);
    reading_write(reading, diagnostic, reading->span, "%s", span);
    return true;
}

/* ---- days without their year, months before days ---- */

static bool complain_of_missing_year(Reading *reading, Cursor cursor) {
    Point point;
    Cursor trial = cursor;
    if (point_read(reading, &trial, &point) != READ || point.year > 0 || point.month == 0 ||
        !cursor_is_done(&trial))
        return false;
    int year = year_nearby(reading);
    Point dated = point;
    dated.year = year;
    if (point.day > 0 && point_settle(reading, &dated, -1) != READ)
        return true;
    const char *said = reading_said(reading, point.span);
    Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_unclear_date,
                                    reading->span, "Which year? Write it too: %s %d.", said, year);
    reading_write(reading, diagnostic, reading->span, "%s %d", said, year);
    return true;
}

static bool complain_of_month_first(Reading *reading, Cursor cursor) {
    Text word;
    int day, length, year = 0;
    weekday_take(&cursor);
    Cursor start = cursor;
    if (!cursor_letters(&cursor, &word))
        return false;
    int month = month_named(word);
    if (month == 0 || !cursor_figures(&cursor, &day, &length) || length > 2)
        return false;
    cursor_take_one(&cursor, (const char *const[]){"st", "nd", "rd", "th", NULL}, NULL);
    cursor_sign(&cursor, ',');
    Cursor trial = cursor;
    if (cursor_figures(&trial, &year, &length) && length == 4)
        cursor = trial;
    else
        year = year_nearby(reading);
    if (!civil_exists(year, month, day))
        return false;
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_wrong_value, cursor_span(&start, &cursor),
               "Write the day first: %d %s %d.", day, month_name(month), year);
    reading_write(reading, diagnostic, cursor_span(&start, &cursor), "%d %s %d", day,
                  month_name(month), year);
    return true;
}

/* ---- words for days ---- */

static bool complain_of_midnight(Reading *reading, Cursor cursor) {
    Cursor at;
    if (!find_words(cursor, "midnight", &at))
        return false;
    Point point = {0};
    bool known = false;
    for (Cursor each = cursor; !known && !cursor_is_done(&each);) {
        Cursor trial = each;
        Text word;
        known = isdigit((unsigned char)each.source->text.at[each.at]) &&
                point_read(reading, &trial, &point) == READ && range_is_day(point.range) &&
                point.year > 0;
        if (!known && !cursor_name(&each, &word))
            each.at++;
    }
    Diagnostics *store = reading->model->diagnostics;
    char day[DAY_TEXT];
    day_plain(known ? point.range.first : civil_day(year_nearby(reading), 5, 31), day);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unclear_date, reading->span,
               "Midnight could be the start or the end of %.*s. Write %s (the whole day counts) or "
               "%s at 11:59pm.",
               known ? (int)strlen(day) - 5 : 7, known ? day : "the day", day, day);
    reading_write(reading, diagnostic, reading->span, "%s", day);
    return true;
}

static bool complain_of_today(Reading *reading, Cursor cursor) {
    static const char *const WORDS[] = {"yesterday", "today",      "tomorrow",   "now",
                                        "last week", "next week",  "last month", "next month",
                                        "this week", "this month", "last year",  "next year",
                                        "this year", NULL};
    if (!is_all_of(cursor, WORDS))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, reading->span,
                                    "On which day? Who reads this later cannot tell what %s was.",
                                    reading_said(reading, reading->span));
    reading_write(reading, diagnostic, reading->span, "2 April 2026");
    return true;
}

/* `next review`: a kind of record rather than a day. */
static bool complain_of_next(Reading *reading, Cursor cursor) {
    Model *model = reading->model;
    cursor_take(&cursor, "the");
    Text word;
    if (!cursor_take(&cursor, "next") || !cursor_name(&cursor, &word) || !cursor_is_done(&cursor))
        return false;
    const Kind *kind = model_kind(model, name_of_words(model->names, word));
    if (kind == NULL || kind_is_list(kind))
        return false;
    const Record *only = kind->record_count > 0 ? kind->records[0] : NULL;
    if (only == NULL) {
        Diagnostic *diagnostic = report(model->diagnostics, DIAGNOSTIC_unclear_date, reading->span,
                                        "Which day is that? There is no %s in this plan yet.",
                                        kind_words(model->arena, kind));
        reading_write(reading, diagnostic, reading->span, "1 December 2026");
        return true;
    }
    const Value *value =
        kind->time[0] == NULL ? NULL : record_value(model, only, kind->time[0]->name->text);
    bool known = value != NULL && value->kind == VALUE_WHEN && value->when.sum == NULL;
    const char *day = known ? when_words(model->arena, &value->when) : only->name->text;
    Diagnostic *diagnostic = report(model->diagnostics, DIAGNOSTIC_unclear_date, reading->span,
                                    "Which day is that? There is %s \"%.*s\"%s%s.",
                                    with_article(model->arena, kind_words(model->arena, kind)),
                                    TEXT_ARGS(only->title), known ? ", " : "", known ? day : "");
    reading_write(reading, diagnostic, reading->span, "%s", day);
    return true;
}

static bool complain_of_length(Reading *reading, Cursor cursor) {
    Duration duration;
    if (!duration_take(&cursor, &duration) || !cursor_is_done(&cursor))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    const char *said = reading_said(reading, reading->span);
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, reading->span,
                                    "%s is a length of time. From which day is it counted?", said);
    reading_write(reading, diagnostic, reading->span, "%s after 3 March 2026", said);
    diagnostic_help(store, diagnostic,
                    "You can count from a record too: %s after listening closes.", said);
    return true;
}

static bool complain_of_yes(Reading *reading, Cursor cursor) {
    static const char *const YES[] = {"yes", "done", "complete", "completed", NULL};
    static const char *const NO[] = {"no", "not yet", "not done", NULL};
    bool yes = is_all_of(cursor, YES);
    if (!yes && !is_all_of(cursor, NO))
        return false;
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        yes ? report(store, DIAGNOSTIC_wrong_value, reading->span, "On which day?")
            : report(store, DIAGNOSTIC_wrong_value, reading->span,
                     "Leave the line out until there is a day, or say how it stands.");
    reading_write(reading, diagnostic, reading->span, "%s",
                  yes ? "yes, day not known" : "not yet decided");
    diagnostic_help(store, diagnostic,
                    yes ? "Give the day if you know it, or as much of it: March 2026."
                        : "You can write: not yet decided; none; not fixed, will be set by 1 June "
                          "2026.");
    return true;
}

/* `6 April 26`: the year in full. */
static bool complain_of_short_year(Reading *reading, Cursor cursor) {
    Cursor start = cursor;
    Point point;
    int year, length;
    if (point_read(reading, &cursor, &point) != READ || point.year > 0 || point.month == 0)
        return false;
    cursor_sign(&cursor, '\'');
    if (!cursor_figures(&cursor, &year, &length) || length != 2)
        return false;
    Span span = cursor_span(&start, &cursor);
    const char *said = reading_said(reading, point.span);
    Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_unclear_date, span,
                                    "Write the year in full: %s 20%02d.", said, year);
    reading_write(reading, diagnostic, span, "%s 20%02d", said, year);
    return true;
}

/* `by 6 weeks after ...`: a limit that would itself have to be worked out. */
static bool complain_of_counted_limit(Reading *reading, Cursor cursor) {
    static const char *const LIMITS[] = {"by",      "not before",      "no later than",  "within",
                                         "at most", "no earlier than", "not later than", NULL};
    if (!cursor_take_one(&cursor, LIMITS, NULL))
        return false;
    Cursor start = cursor;
    Duration duration;
    if (!duration_take(&cursor, &duration) ||
        !cursor_take_one(&cursor, (const char *const[]){"after", "before", "of", NULL}, NULL))
        return false;
    cursor.at = cursor.end;
    const char *said = reading_said(reading, cursor_span(&start, &cursor));
    const char *of = strstr(said, " of ");
    if (of != NULL && unit_family(duration.unit) != FAMILY_WORKING)
        said = arena_format(reading->model->arena, "%.*s after %s", (int)(of - said), said, of + 4);
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_wrong_value, reading->span,
               "A day that is counted is one day, not a limit. Write: %s.", said);
    reading_write(reading, diagnostic, reading->span, "%s", said);
    return true;
}

void habit_note(Reading *reading, const Point *point) {
    Civil last = civil_of(point->range.last);
    report(reading->model->diagnostics, DIAGNOSTIC_date_note, point->span,
           "I take this as some day from 21 to %d %s %d. If you know the day, give it.", last.day,
           month_name(last.month), last.year);
}

bool habit_complain(Reading *reading, Span span, uint32_t bases) {
    static bool (*const HABITS[])(Reading *, Cursor) = {
        complain_of_midnight,     complain_of_quarter,      complain_of_figures,
        complain_of_tbc,          complain_of_part,         complain_of_month_first,
        complain_of_today,        complain_of_next,         complain_of_length,
        complain_of_yes,          complain_of_missing_year, complain_of_short_year,
        complain_of_counted_limit};
    Span outer = reading->span;
    reading->span = span;
    Cursor cursor = cursor_of(reading->model, span);
    bool said = complain_of_no_end(reading, cursor, bases);
    for (size_t i = 0; !said && i < sizeof HABITS / sizeof *HABITS; i++)
        said = HABITS[i](reading, cursor);
    reading->span = outer;
    return said;
}

/* A date that can be read, with something behind it that cannot. */
static bool complain_of_rest(Reading *reading, Span span) {
    Cursor cursor = cursor_of(reading->model, span), start = cursor;
    Point point;
    if (point_read(reading, &cursor, &point) != READ || point.year == 0 || cursor_is_done(&cursor))
        return false;
    Cursor end = {cursor.source, cursor.end, cursor.end};
    Diagnostics *store = reading->model->diagnostics;
    const char *said = reading_said(reading, cursor_span(&start, &cursor));
    Span rest = cursor_span(&cursor, &end);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, rest, "I can read %s, and not what follows it: %s.",
               said, reading_said(reading, rest));
    reading_write(reading, diagnostic, span, "%s", said);
    diagnostic_help(store, diagnostic,
                    "After a day you can write a time (at 18:30 for 2 hours), a length (for 8 "
                    "weeks) or a last day (to 31 May 2026). A note goes behind #.");
    return true;
}

void when_complain(Reading *reading, Span span, uint32_t bases) {
    if (habit_complain(reading, span, bases) || complain_of_rest(reading, span))
        return;
    Diagnostics *store = reading->model->diagnostics;
    const char *wanted = (bases & BASE_DATE) != 0    ? "a date"
                         : (bases & BASE_EVENT) != 0 ? "the day of an event"
                                                     : "a first and a last day";
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "I cannot read this as %s.", wanted);
    bool only_span = (bases & (BASE_DATE | BASE_EVENT)) == 0;
    reading_write(reading, diagnostic, span, "%s",
                  only_span ? "6 April to 31 May 2026" : "3 March 2026");
    diagnostic_help(store, diagnostic,
                    only_span
                        ? "You can write 6 April to 31 May 2026, 6 April 2026 for 8 weeks, "
                          "or opens 1 April 2026, no end."
                        : "You can write 3 March 2026, March 2026, autumn 2026, 2026, by July "
                          "2026, not before 2026, 6 weeks after listening closes, day not "
                          "known, or not fixed, will be set by 1 June 2026.");
}
