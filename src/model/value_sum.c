/* Dates that come about by a sum: `6 weeks after listening closes`, `10 days before (...)`, or the
 * bare day of a record where a date is wanted. The sum is kept and worked out when every record
 * has its values (rules/), so that what is printed can show it. */
#include "value_read.h"

#include <string.h>

enum { WORDS_IN_RUN = 12, SUMS_INSIDE = 8 };

static const Type ANY_RECORD = {.bases = BASE_RECORD};

static bool holds_a_day(const Field *field) {
    return (field->type.bases & (BASE_DATE | BASE_EVENT | BASE_SPAN)) != 0;
}

static DateSum *new_sum(const Reading *reading, SumKind kind, Span span) {
    DateSum *sum = arena_make(reading->model->arena, DateSum);
    sum->kind = kind;
    sum->span = span;
    return sum;
}

/* ---- a record and one of its days ---- */

/* `listening closes` as its words: the record is some of the first, its day the rest. */
typedef struct Run {
    Text words[WORDS_IN_RUN];
    Cursor after[WORDS_IN_RUN]; /* where the cursor stands behind each */
    uint32_t count;
} Run;

static bool ends_a_run(Text word) {
    static const char *const ENDS[] = {"to", "until", "after", "before", "for",
                                       "on", "at",    "by",    "and",    "onwards"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (text_is(word, ENDS[i]))
            return true;
    return false;
}

static void run_take(Cursor *cursor, Run *run) {
    run->count = 0;
    cursor_take(cursor, "the");
    while (run->count < WORDS_IN_RUN) {
        Cursor trial = *cursor;
        Text word;
        if (!cursor_name(&trial, &word) || ends_a_run(word))
            break;
        *cursor = trial;
        run->after[run->count] = trial;
        run->words[run->count++] = word;
    }
}

static const Name *run_name(const Reading *reading, const Run *run, uint32_t from, uint32_t to) {
    const char *first = run->words[from].at, *last = run->words[to - 1].at;
    Text whole = {first, (size_t)(last - first) + run->words[to - 1].length};
    return name_of_words(reading->model->names, whole);
}

/* Words that only help a verb, "is published", "has closed". */
static uint32_t past_helpers(const Run *run, uint32_t from) {
    while (from < run->count &&
           (text_is(run->words[from], "is") || text_is(run->words[from], "was") ||
            text_is(run->words[from], "has") || text_is(run->words[from], "been")))
        from++;
    return from;
}

static bool is_opening(const Name *name) {
    return text_is(name_text(name), "opens") || text_is(name_text(name), "starts") ||
           text_is(name_text(name), "begins");
}

static bool is_closing(const Name *name) {
    return text_is(name_text(name), "closes") || text_is(name_text(name), "ends") ||
           text_is(name_text(name), "finishes");
}

/* Whether a rule speaks of NAME: `latest to of its extensions` speaks of extensions. */
static bool speaks_of(const Expr *expr, const Name *name) {
    if (expr == NULL || name == NULL)
        return false;
    if (expr->name == name || speaks_of(expr->left, name) || speaks_of(expr->right, name) ||
        speaks_of(expr->in, name))
        return true;
    for (const Expr *item = expr->list; item != NULL; item = item->next)
        if (speaks_of(item, name))
            return true;
    return false;
}

/* The first or last day that RECORD goes by, as it comes to be: with extensions, say. Not for a
 * record that this very day is worked out from. */
static Field *own_end(const Reading *reading, const Record *record, int end) {
    Field *field = record->kind->time[end];
    if (field == NULL || record->kind->time[0] == record->kind->time[1])
        return NULL;
    bool in_it = reading->record->parent == record &&
                 speaks_of(field->derived, reading->record->kind->plural);
    return in_it || reading->record == record ? NULL : field;
}

/* The day of RECORD that people mean by NAME: a field, or the first or last day it goes by. */
static Field *day_field(const Reading *reading, const Record *record, const Name *name) {
    const Kind *kind = record->kind;
    Field *field = is_opening(name)   ? own_end(reading, record, 0)
                   : is_closing(name) ? own_end(reading, record, 1)
                                      : NULL;
    if (field == NULL)
        field = kind_field(kind, name);
    if (field == NULL && is_opening(name))
        field = kind->time[0];
    else if (field == NULL && is_closing(name))
        field = kind->time[1] != NULL ? kind->time[1] : kind->time[0];
    return field;
}

static Record *usable(Record *record) {
    return record == NULL || kind_is_list(record->kind) ? NULL : record;
}

/* `plan`, `stage`: the record of that kind that this one is in, or the only one there is. */
static Record *by_kind(const Reading *reading, const Name *name) {
    Kind *kind = model_kind(reading->model, name);
    if (kind == NULL || kind_is_list(kind))
        return NULL;
    for (Record *each = reading->record->parent; each != NULL; each = each->parent)
        if (kind_is(each->kind, kind))
            return each;
    Record *only = NULL;
    for (uint32_t i = 0; i < kind->record_count; i++)
        if (kind->records[i]->module == reading->record->module) {
            if (only != NULL)
                return NULL;
            only = kind->records[i];
        }
    return only == reading->record ? NULL : only;
}

static Record *record_called(const Reading *reading, const Name *name, Record **other) {
    Found found = scope_find(reading->model, reading->record, &ANY_RECORD, name);
    Record *record = usable(found.record);
    *other = record == NULL ? NULL : usable(found.other);
    if (record == NULL)
        record = usable(found.wrong_kind);
    return record == NULL ? by_kind(reading, name) : record;
}

/* `listening.closes` as one word. */
static Record *record_before_dot(const Reading *reading, const Name *name, Field **field) {
    const char *dot = strrchr(name->text, '.');
    if (dot == NULL)
        return NULL;
    Record *other;
    Text before = text_part(name_text(name), 0, (size_t)(dot - name->text));
    Names *names = reading->model->names;
    Record *record = record_called(reading, name_of(names, before), &other);
    *field = record == NULL ? NULL : kind_field(record->kind, name_of(names, text_of(dot + 1)));
    return *field == NULL ? NULL : record;
}

static void list_days(const Reading *reading, const Kind *kind, Diagnostic *diagnostic) {
    Arena *arena = reading->model->arena;
    const char *list = "";
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (holds_a_day(kind->fields[i]))
                list = arena_format(arena, "%s%s%s", list, *list == '\0' ? "" : ", ",
                                    kind->fields[i]->name->text);
    if (*list != '\0')
        diagnostic_help(reading->model->diagnostics, diagnostic, "Its days are: %s.", list);
}

static Outcome report_no_day(Reading *reading, Span span, const Record *record, const char *said) {
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_unknown_label, span,
               "%s has no day called %s.", record_words(reading->model->arena, record), said);
    list_days(reading, record->kind, diagnostic);
    if (record->kind->time[0] != NULL)
        reading_write(reading, diagnostic, span, "%s %s",
                      record_words(reading->model->arena, record),
                      record->kind->time[0]->name->text);
    return REPORTED;
}

static Outcome report_dayless(Reading *reading, Span span, const Record *record) {
    Model *model = reading->model;
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_wrong_kind, span,
               "%s is %s, which has no day to count from.", record_words(model->arena, record),
               with_article(model->arena, kind_words(model->arena, record->kind)));
    diagnostic_note(model->diagnostics, diagnostic, record->span, "it is here");
    list_days(reading, record->kind, diagnostic);
    reading_write(reading, diagnostic, span, "3 March 2026");
    return REPORTED;
}

static const char *day_written(const Reading *reading, const Record *record, const char *label) {
    const Value *value = record_value(reading->model, record, label);
    if (value == NULL || value->kind != VALUE_WHEN || value->when.sum != NULL)
        return NULL;
    return when_words(reading->model->arena, &value->when);
}

/* The word for when a record opens or closes: a label of its own, or that of the worked-out day. */
static const char *word_for_end(const Reading *reading, const Kind *kind, int end) {
    const Field *field = kind->time[end];
    const char *plain = end == 0 ? "opens" : "closes";
    if (field->derived == NULL || kind_field_text(reading->model, kind, plain) == NULL)
        return field->name->text;
    return plain;
}

/* The day that the sum in hand comes to if it is counted from FROM: "That is 21 June 2026, a
 * Sunday." */
static void help_with_day(const Reading *reading, Diagnostic *diagnostic, const Value *from) {
    const Duration *shift = reading->counted;
    if (shift == NULL || from == NULL || from->kind != VALUE_WHEN || from->when.sum != NULL ||
        !range_is_day(from->when.from))
        return;
    UnitFamily family = unit_family(shift->unit);
    int count = (int)duration_in_family(*shift) * (reading->counted_back ? -1 : 1);
    if ((family != FAMILY_DAYS && family != FAMILY_MONTHS) || count > 10000 || count < -10000)
        return;
    Day day = from->when.from.first;
    day = family == FAMILY_MONTHS ? civil_add_months(day, count) : day + count;
    char text[DAY_TEXT];
    diagnostic_help(reading->model->diagnostics, diagnostic, "That is %s, a %s.",
                    day_plain(day, text), weekday_name(civil_weekday(day)));
}

/* A record that opens and closes has two days: which one is counted from? */
static Outcome report_two_days(Reading *reading, Span span, const Record *record) {
    Model *model = reading->model;
    const char *opens = word_for_end(reading, record->kind, 0);
    const char *closes = word_for_end(reading, record->kind, 1);
    const char *name = record_words(model->arena, record);
    const char *first = day_written(reading, record, opens);
    const char *last = day_written(reading, record, closes);
    bool known = first != NULL && last != NULL;
    Diagnostic *diagnostic =
        known ? report(model->diagnostics, DIAGNOSTIC_unclear_date, span,
                       "%s %s on %s and %s on %s. After which?", name, opens, first, closes, last)
              : report(model->diagnostics, DIAGNOSTIC_unclear_date, span,
                       "%s has two days: the one when it %s and the one when it %s. Which one?",
                       name, opens, closes);
    reading_write(reading, diagnostic, span, "%s %s", name, closes);
    help_with_day(reading, diagnostic, record_value(model, record, closes));
    return REPORTED;
}

/* Where the first and last day of a kind are worked out, a record may still have one day: `on`. It
 * has two if it says when it opens or closes. */
static bool has_two_days(const Reading *reading, const Record *record) {
    const Model *model = reading->model;
    const Field *opens = record->kind->time[0], *closes = record->kind->time[1];
    if (opens == NULL || closes == NULL || opens == closes)
        return false;
    return opens->derived == NULL || closes->derived == NULL ||
           record_slot_text(model, record, "opens") != NULL ||
           record_slot_text(model, record, "closes") != NULL;
}

static Outcome report_unclear_record(Reading *reading, Span span, const Record *a,
                                     const Record *b) {
    Model *model = reading->model;
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_ambiguous_name, span,
               "%s could be either of two records (lines %u and %u).", a->name->text,
               span_line(model->sources, a->span), span_line(model->sources, b->span));
    diagnostic_note(model->diagnostics, diagnostic, a->name_span, "one is here");
    diagnostic_note(model->diagnostics, diagnostic, b->name_span, "the other is here");
    diagnostic_help(model->diagnostics, diagnostic, "Give one of them a name of its own.");
    return REPORTED;
}

static Outcome sum_of_record(Reading *reading, Span span, Record *record, const Field *field,
                             DateSum **sum) {
    if (field != NULL && !holds_a_day(field))
        return report_no_day(reading, span, record, field->name->text);
    if (field == NULL && has_two_days(reading, record))
        return report_two_days(reading, span, record);
    if (field == NULL && record->kind->time[0] == NULL)
        return report_dayless(reading, span, record);
    *sum = new_sum(reading, SUM_FIELD, span);
    (*sum)->record = record;
    (*sum)->field = field;
    return READ;
}

/* A day of this record, or of the one it is in, by its label alone: `2 weeks after opens`. */
static bool own_day(const Reading *reading, const Name *name, Record **record, Field **field) {
    for (Record *each = reading->record; each != NULL; each = each->parent) {
        *field = kind_field(each->kind, name);
        if (*field != NULL && holds_a_day(*field) && *field != reading->field) {
            *record = each;
            return true;
        }
    }
    return false;
}

static Record *nearest_to(const Reading *reading, const Name *typed) {
    return reading_is_flooded(reading)
               ? NULL
               : usable(scope_nearest(reading->model, reading->record, &ANY_RECORD, typed));
}

/* Says that nothing has the name, unless what is written is a habit of dates or, COUNTED being
 * false, resembles no record at all: then it may be no sum. */
static Outcome report_unknown(Reading *reading, const Run *run, Span span, bool counted) {
    Model *model = reading->model;
    const Name *typed = run_name(reading, run, 0, run->count);
    const Name *first = run_name(reading, run, 0, 1);
    Record *nearest = nearest_to(reading, typed);
    bool is_whole = nearest != NULL || run->count == 1;
    if (nearest == NULL)
        nearest = nearest_to(reading, first);
    if (habit_complain(reading, reading->span, reading->bases))
        return REPORTED;
    if (nearest == NULL && !counted)
        return NOT_THIS;
    Diagnostic *diagnostic = report(
        model->diagnostics, DIAGNOSTIC_unknown_name, span, "Nothing in this plan is called %s.",
        is_whole ? typed->text : arena_format(model->arena, "%s or %s", first->text, typed->text));
    if (nearest != NULL)
        reading_write(reading, diagnostic, span, "%s%s%s", nearest->name->text, is_whole ? "" : " ",
                      is_whole ? "" : run_name(reading, run, 1, run->count)->text);
    diagnostic_help(model->diagnostics, diagnostic,
                    "Days are counted from a record and one of its days (listening closes), or "
                    "from a date (3 March 2026).");
    return REPORTED;
}

/* The longest name of a record wins; what is left of the run names its day. */
static Outcome run_read(Reading *reading, Cursor *cursor, DateSum **sum, bool counted) {
    Cursor trial = *cursor;
    Run run;
    run_take(&trial, &run);
    if (run.count == 0)
        return NOT_THIS;
    Span span = cursor_span(cursor, &trial);
    for (uint32_t taken = run.count; taken > 0; taken--) {
        const Name *name = run_name(reading, &run, 0, taken);
        Field *field = NULL;
        Record *other = NULL, *record = record_called(reading, name, &other);
        if (record == NULL && taken == run.count)
            record = record_before_dot(reading, name, &field);
        if (record == NULL)
            continue;
        *cursor = trial;
        if (other != NULL)
            return report_unclear_record(reading, span, record, other);
        uint32_t rest = field != NULL ? run.count : past_helpers(&run, taken);
        if (rest < run.count) {
            const Name *day = run_name(reading, &run, rest, run.count);
            field = day_field(reading, record, day);
            if (field == NULL)
                return report_no_day(reading, span, record, day->text);
        }
        return sum_of_record(reading, span, record, field, sum);
    }
    Record *record;
    Field *field;
    if (own_day(reading, run_name(reading, &run, 0, run.count), &record, &field)) {
        *cursor = trial;
        return sum_of_record(reading, span, record, field, sum);
    }
    *cursor = trial;
    return report_unknown(reading, &run, span, counted);
}

/* ---- shifts ---- */

static Outcome report_hours(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "Days cannot be counted in hours or minutes.");
    reading_write(reading, diagnostic, reading->span, "1 June 2026");
    diagnostic_help(store, diagnostic,
                    "You can count in days, working days, weeks, months and years.");
    return REPORTED;
}

Record *sum_record_take(Reading *reading, Cursor *cursor) {
    Run run;
    run_take(cursor, &run);
    if (run.count == 0)
        return NULL;
    Record *other = NULL;
    Record *record = record_called(reading, run_name(reading, &run, 0, run.count), &other);
    return other == NULL ? record : NULL;
}

static Outcome shift_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    static const char *const JOINTS[] = {"after", "before", "from", "later than", NULL};
    Cursor trial = *cursor;
    Duration shift;
    int which;
    cursor_take(&trial, "the");
    if (!duration_take(&trial, &shift) || !cursor_take_one(&trial, JOINTS, &which))
        return NOT_THIS;
    DateSum *base = NULL;
    reading->counted = depth == 0 ? &shift : NULL;
    reading->counted_back = which == 1;
    Outcome outcome = sum_base_read(reading, &trial, &base, depth);
    reading->counted = NULL;
    if (outcome != READ)
        return outcome;
    Span span = cursor_span(cursor, &trial);
    *cursor = trial;
    UnitFamily family = unit_family(shift.unit);
    if (family == FAMILY_HOURS)
        return report_hours(reading, span);
    *sum = new_sum(reading, SUM_SHIFT, span);
    (*sum)->shift = shift;
    (*sum)->before = which == 1;
    (*sum)->base = base;
    return READ;
}

static Outcome date_read(Reading *reading, Cursor *cursor, DateSum **sum) {
    Cursor trial = *cursor;
    Point point;
    Outcome outcome = point_read(reading, &trial, &point);
    if (outcome != READ)
        return outcome;
    if (point.year == 0)
        return NOT_THIS;
    *cursor = trial;
    *sum = new_sum(reading, SUM_DATE, point.span);
    (*sum)->date = point.range;
    return READ;
}

Outcome sum_base_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    if (depth >= SUMS_INSIDE)
        return NOT_THIS;
    Cursor trial = *cursor;
    if (cursor_sign(&trial, '(')) {
        Outcome outcome = sum_base_read(reading, &trial, sum, depth + 1);
        if (outcome == READ && !cursor_sign(&trial, ')'))
            return NOT_THIS;
        if (outcome != NOT_THIS)
            *cursor = trial;
        return outcome;
    }
    Outcome outcome = shift_read(reading, cursor, sum, depth + 1);
    if (outcome == NOT_THIS)
        outcome = chosen_read(reading, cursor, sum, depth + 1);
    if (outcome == NOT_THIS)
        outcome = date_read(reading, cursor, sum);
    return outcome == NOT_THIS ? run_read(reading, cursor, sum, true) : outcome;
}

Outcome sum_read(Reading *reading, Cursor *cursor, DateSum **sum) {
    Outcome outcome = chosen_read(reading, cursor, sum, 0);
    if (outcome == NOT_THIS)
        outcome = shift_read(reading, cursor, sum, 0);
    Cursor bracket = *cursor;
    if (outcome == NOT_THIS && cursor_sign(&bracket, '('))
        outcome = sum_base_read(reading, cursor, sum, 0);
    return outcome == NOT_THIS ? run_read(reading, cursor, sum, false) : outcome;
}
