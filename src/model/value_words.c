/* Values as a person would write them, for messages and outputs. What is written here is read back
 * as the same value. */
#include "value_read.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- names ---- */

static const char *blanks_for_hyphens(Arena *arena, const Name *name) {
    char *words = arena_copy(arena, name->text, name->length);
    for (size_t i = 1; i + 1 < name->length; i++)
        if (words[i] == '-' && !isdigit((unsigned char)words[i - 1]) &&
            !isdigit((unsigned char)words[i + 1]))
            words[i] = ' ';
    return words;
}

const char *kind_words(Arena *arena, const Kind *kind) {
    return blanks_for_hyphens(arena, kind->name);
}

const char *record_words(Arena *arena, const Record *record) {
    bool is_word = kind_is_list(record->kind);
    return is_word ? blanks_for_hyphens(arena, record->name) : record->name->text;
}

const char *with_article(Arena *arena, const char *word) {
    bool vowel = *word != '\0' && strchr("aeiou", *word) != NULL;
    return arena_format(arena, "%s %s", vowel ? "an" : "a", word);
}

/* A word of a list keeps the capitals of its title where these are more than the first letter. */
static const char *word_of_list(Arena *arena, const Record *record) {
    const char *words = blanks_for_hyphens(arena, record->name);
    Text title = record->title;
    bool same = title.length == strlen(words), capitals = false;
    for (size_t i = 0; same && i < title.length; i++) {
        unsigned char letter = (unsigned char)title.at[i];
        same = tolower(letter) == words[i] || (letter == '-' && words[i] == ' ');
        capitals = capitals || (i > 0 && isupper(letter));
    }
    return same && capitals ? text_string(arena, title) : words;
}

static const char *record_said(Arena *arena, const Record *record) {
    if (kind_is_list(record->kind))
        return word_of_list(arena, record);
    return record->title.length > 0 ? text_string(arena, record->title) : record->name->text;
}

/* ---- numbers ---- */

static const char *grouped(Arena *arena, int64_t whole) {
    char figures[32];
    int length = snprintf(figures, sizeof figures, "%lld", (long long)whole);
    char *out = arena_alloc(arena, (size_t)length * 2 + 1), *to = out;
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            *to++ = ',';
        *to++ = figures[i];
    }
    return out;
}

static const char *fraction(Arena *arena, int64_t thousandths, bool pence) {
    char figures[8];
    snprintf(figures, sizeof figures, ".%03d", (int)(thousandths % 1000));
    size_t shortest = pence ? 3 : 1, length = 4;
    while (length > shortest && figures[length - 1] == '0')
        length--;
    return thousandths % 1000 == 0 ? "" : arena_copy(arena, figures, length);
}

const char *number_words(Arena *arena, ValueKind kind, Number number) {
    static const char *const WORDS[] = {[NUMBER_EXACT] = "",
                                        [NUMBER_ABOUT] = "about ",
                                        [NUMBER_MORE_THAN] = "more than ",
                                        [NUMBER_AT_LEAST] = "at least ",
                                        [NUMBER_LESS_THAN] = "fewer than ",
                                        [NUMBER_AT_MOST] = "up to "};
    bool negative = number.thousandths < 0;
    int64_t size = negative ? -number.thousandths : number.thousandths;
    bool counted = kind == VALUE_NUMBER;
    const char *word = number.approximation == NUMBER_LESS_THAN && !counted
                           ? "less than "
                           : WORDS[number.approximation];
    return arena_format(arena, "%s%s%s%s%s%s", word, negative ? "-" : "",
                        kind == VALUE_MONEY ? "\xC2\xA3" : "", grouped(arena, size / 1000),
                        fraction(arena, size, kind == VALUE_MONEY),
                        kind == VALUE_PERCENT ? "%" : "");
}

const char *duration_words(Arena *arena, Duration duration) {
    static const char *const UNITS[] = {[UNIT_MINUTE] = "minute",
                                        [UNIT_HOUR] = "hour",
                                        [UNIT_DAY] = "day",
                                        [UNIT_WEEK] = "week",
                                        [UNIT_WORKING_DAY] = "working day",
                                        [UNIT_CLEAR_WORKING_DAY] = "clear working day",
                                        [UNIT_MONTH] = "month",
                                        [UNIT_YEAR] = "year"};
    return arena_format(arena, "%d %s%s", duration.count, UNITS[duration.unit],
                        duration.count == 1 ? "" : "s");
}

/* ---- dates ---- */

static bool has_field(const Kind *kind, const char *name) {
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (text_is(name_text(kind->fields[i]->name), name))
                return true;
    return false;
}

/* `closes` for the day on which something comes to close, extensions and all. */
static const char *day_words(Arena *arena, const Kind *kind, const Field *field) {
    if (field->derived != NULL && field == kind->time[0] && has_field(kind, "opens"))
        return "opens";
    if (field->derived != NULL && field == kind->time[1] && has_field(kind, "closes"))
        return "closes";
    return blanks_for_hyphens(arena, field->name);
}

/* What a sum counts from: in brackets, if it is one itself. */
static const char *inner_words(Arena *arena, const DateSum *base) {
    bool plain = base->kind == SUM_DATE || base->kind == SUM_FIELD;
    const char *words = sum_words(arena, base);
    return plain ? words : arena_format(arena, "(%s)", words);
}

static const char *extreme_words(Arena *arena, const DateSum *sum) {
    const char *words = sum->before ? "the first of" : "the last of";
    if (sum->of_kind != NULL)
        return arena_format(arena, "%s %s", words, blanks_for_hyphens(arena, sum->of_kind->plural));
    for (const DateSum *each = sum->list; each != NULL; each = each->next)
        words = arena_format(arena, "%s%s %s", words, each == sum->list ? "" : " and",
                             inner_words(arena, each));
    return words;
}

const char *sum_words(Arena *arena, const DateSum *sum) {
    char range[RANGE_TEXT];
    if (sum->kind == SUM_DATE)
        return arena_format(arena, "%s", range_words(sum->date, range));
    if (sum->kind == SUM_FIELD)
        return arena_format(
            arena, "%s%s%s", record_words(arena, sum->record), sum->field == NULL ? "" : " ",
            sum->field == NULL ? "" : day_words(arena, sum->record->kind, sum->field));
    if (sum->kind == SUM_EXTREME)
        return extreme_words(arena, sum);
    if (sum->kind == SUM_MEETING)
        return arena_format(arena, "%s meeting of %s %s%s %s", sum->before ? "last" : "next",
                            record_words(arena, sum->record), sum->on ? "on or " : "",
                            sum->before ? "before" : "after", inner_words(arena, sum->base));
    return arena_format(arena, "%s %s %s", duration_words(arena, sum->shift),
                        sum->before ? "before" : "after", inner_words(arena, sum->base));
}

/* The names that a run of days may have beside those of range_words: a week, a season, the end of a
 * month. */
static bool named_range(DateRange range, char *text) {
    static const char *const SEASONS[] = {"spring", "summer", "autumn", "winter"};
    Civil first = civil_of(range.first), last = civil_of(range.last);
    bool to_month_end = last.day == civil_days_in_month(last.year, last.month);
    if (range.last - range.first == 6 && civil_weekday(range.first) == MONDAY) {
        char day[DAY_TEXT];
        snprintf(text, RANGE_TEXT, "week of %s", day_plain(range.first, day));
    } else if (first.day == 21 && to_month_end && first.month == last.month &&
               first.year == last.year) {
        snprintf(text, RANGE_TEXT, "end of %s %d", month_name(first.month), first.year);
    } else if (first.day == 1 && to_month_end && first.month % 3 == 0 &&
               civil_add_months(range.first, 3) == range.last + 1) {
        snprintf(text, RANGE_TEXT, "%s %d", SEASONS[first.month / 3 - 1], first.year);
    } else {
        return false;
    }
    return true;
}

static bool is_whole_months(DateRange range) {
    Civil first = civil_of(range.first), last = civil_of(range.last);
    return first.day == 1 && last.day == civil_days_in_month(last.year, last.month);
}

static bool is_unknown(DateRange range) {
    return range.first <= DAY_UNKNOWN_PAST && range.last >= DAY_UNKNOWN_FUTURE;
}

/* A day as it is known, in a form that is read back as the same interval. */
static const char *range_said(Arena *arena, DateRange range) {
    char text[RANGE_TEXT];
    bool closed = range.first > DAY_UNKNOWN_PAST && range.last < DAY_UNKNOWN_FUTURE;
    if (is_unknown(range))
        return "day not known";
    if (closed && !range_is_day(range) && named_range(range, text))
        return arena_format(arena, "%s", text);
    range_words(range, text);
    bool bare = closed && !range_is_day(range) && !is_whole_months(range);
    return arena_format(arena, "%s%s", bare ? "some day from " : "", text);
}

static const char *end_said(Arena *arena, DateRange range, const DateSum *sum, uint8_t state) {
    return sum != NULL && state != 2 ? sum_words(arena, sum) : range_said(arena, range);
}

static const char *time_said(Arena *arena, int16_t minutes) {
    return arena_format(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

/* `6 to 31 May 2026`, with what both ends share said once. */
static const char *days_said(Arena *arena, DateRange from, DateRange to) {
    char text[RANGE_TEXT], last[RANGE_TEXT];
    if (!range_is_day(from) || !range_is_day(to))
        return arena_format(arena, "%s to %s", range_said(arena, from), range_said(arena, to));
    Civil a = civil_of(from.first), b = civil_of(to.first);
    day_plain(to.first, last);
    if (a.year == b.year && a.month == b.month)
        snprintf(text, sizeof text, "%d", a.day);
    else if (a.year == b.year)
        snprintf(text, sizeof text, "%d %s", a.day, month_name(a.month));
    else
        day_plain(from.first, text);
    return arena_format(arena, "%s %s %s", text, to.first == from.first + 1 ? "and" : "to", last);
}

/* The length of a span that was written `... for 6 weeks`; NULL if it was not. */
static const Duration *length_of(const When *when) {
    const DateSum *last = when->to_sum;
    if (last == NULL || last->kind != SUM_SHIFT || last->base->kind != SUM_SHIFT)
        return NULL;
    const DateSum *base = last->base;
    bool counts_worked = unit_family(last->shift.unit) == FAMILY_WORKING && !last->before;
    if (counts_worked)
        return base->before && base->is_day_before ? &last->shift : NULL;
    return last->before && !base->before && base->base == when->sum ? &base->shift : NULL;
}

static const char *span_said(Arena *arena, const When *when) {
    const char *from = end_said(arena, when->from, when->sum, when->state);
    const Duration *length = length_of(when);
    if (length != NULL && when->state != 2)
        return arena_format(arena, "%s for %s", from, duration_words(arena, *length));
    if (when->no_end)
        return arena_format(arena, "opens %s, no end", from);
    bool fixed = (when->sum == NULL && when->to_sum == NULL) || when->state == 2;
    const char *to = end_said(arena, when->to, when->to_sum, when->state);
    if (fixed && when->from.first <= DAY_UNKNOWN_PAST)
        return arena_format(arena, "until %s", to);
    return fixed ? days_said(arena, when->from, when->to)
                 : arena_format(arena, "%s to %s", from, to);
}

static const char *with_times(Arena *arena, const When *when, const char *day) {
    if (when->starts_at < 0)
        return day;
    const char *starts = time_said(arena, when->starts_at);
    if (when->ends_at < 0)
        return arena_format(arena, "%s at %s", day, starts);
    return arena_format(arena, "%s at %s to %s", day, starts, time_said(arena, when->ends_at));
}

/* An event that ends after midnight is written by its length. */
static const char *overnight(Arena *arena, const When *when) {
    const char *day = end_said(arena, when->from, when->sum, when->state);
    int minutes = (when->to.first - when->from.first) * 24 * 60 + when->ends_at - when->starts_at;
    Duration length =
        minutes % 60 == 0 ? (Duration){minutes / 60, UNIT_HOUR} : (Duration){minutes, UNIT_MINUTE};
    return arena_format(arena, "%s at %s for %s", day, time_said(arena, when->starts_at),
                        duration_words(arena, length));
}

const char *when_words(Arena *arena, const When *when) {
    if (when->yearly != NULL)
        return yearly_words(arena, when->yearly);
    if (when->is_span && when->starts_at >= 0 && when->ends_at >= 0)
        return overnight(arena, when);
    const char *day = when->is_span ? span_said(arena, when)
                                    : end_said(arena, when->from, when->sum, when->state);
    if (when->not_fixed) {
        const char *hint = is_unknown(when->from) && when->sum == NULL
                               ? "not fixed"
                               : arena_format(arena, "%s", day);
        return when->set_by.first > when->set_by.last
                   ? hint
                   : arena_format(arena, "%s, will be set by %s", hint,
                                  range_said(arena, when->set_by));
    }
    return with_times(arena, when, day);
}

static const char *every_said(Arena *arena, const Repeat *repeat) {
    static const char *const NTHS[] = {"", "first", "second", "third", "fourth", "last"};
    const char *length = duration_words(arena, repeat->every);
    bool one = repeat->every.count == 1;
    if (repeat->nth == 0)
        return arena_format(arena, "every %s", one ? strchr(length, ' ') + 1 : length);
    return arena_format(arena, "every %s %s of %s%s", NTHS[repeat->nth],
                        weekday_name(repeat->weekday), one ? "the month" : "every ",
                        one ? "" : length);
}

static const char *repeat_said(Arena *arena, const Repeat *repeat) {
    const char *said = every_said(arena, repeat);
    if (repeat->from != NULL)
        said = arena_format(arena, "%s from %s", said, when_words(arena, repeat->from));
    if (repeat->to != NULL)
        said = arena_format(arena, "%s to %s", said, when_words(arena, repeat->to));
    return said;
}

static const char *bare_words(Arena *arena, const Value *value) {
    static const char *const ANSWERS[] = {[ANSWER_NONE] = "none",
                                          [ANSWER_NOT_KNOWN] = "not known",
                                          [ANSWER_NOT_YET_DECIDED] = "not yet decided",
                                          [ANSWER_DOES_NOT_APPLY] = "does not apply"};
    switch (value->kind) {
    case VALUE_TEXT: return text_string(arena, value->text);
    case VALUE_NUMBER:
    case VALUE_MONEY:
    case VALUE_PERCENT: return number_words(arena, value->kind, value->number);
    case VALUE_YES_NO: return value->yes ? "yes" : "no";
    case VALUE_WHEN: return when_words(arena, &value->when);
    case VALUE_DURATION: return duration_words(arena, value->duration);
    case VALUE_REPEAT: return repeat_said(arena, &value->repeat);
    case VALUE_TIME: return time_said(arena, value->time);
    case VALUE_RECORD: return record_said(arena, value->record);
    case VALUE_ANSWER: return ANSWERS[value->answer];
    case VALUE_NAME: return value->name->text;
    }
    return "";
}

const char *value_words(Arena *arena, const Value *value) {
    const char *words = bare_words(arena, value);
    if (value->at != NULL)
        words = arena_format(arena, "%s at %s", words, value->at->text);
    if (value->on != NULL)
        words = arena_format(arena, "%s on %s", words, bare_words(arena, value->on));
    return words;
}
