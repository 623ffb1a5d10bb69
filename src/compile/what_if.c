/* "listening closes 24 July 2026": which record, which of its days, and what it is to be. The words
 * before the day name what is meant as people do: by name, by title, or by kind if there is one. */
#include "what_if.h"

#include <ctype.h>
#include <string.h>

#include "../base/out.h"
#include "../model/values.h"
#include "../rules/calendar.h"

enum { MOST_WORDS = 64, MOST_VALUES = 64, MOST_LISTED = 12 };

typedef struct Reading {
    Compilation *compilation;
    Arena *arena;
    Model *model;
    Text words[MOST_WORDS];
    size_t count, at;
    Change change;
} Reading;

static void complain_of(Reading *reading, const char *problem) {
    if (reading->change.problem == NULL)
        reading->change.problem = problem;
}

/* The words from FROM to TO as they were typed. */
static Text words_between(const Reading *reading, size_t from, size_t to) {
    if (from >= to)
        return TEXT("");
    const char *begin = reading->words[from].at;
    const char *end = reading->words[to - 1].at + reading->words[to - 1].length;
    return (Text){begin, (size_t)(end - begin)};
}

static void split(Reading *reading, Text text) {
    size_t at = 0;
    while (at < text.length && reading->count < MOST_WORDS) {
        while (at < text.length && isspace((unsigned char)text.at[at]))
            at++;
        size_t from = at;
        while (at < text.length && !isspace((unsigned char)text.at[at]))
            at++;
        if (at > from)
            reading->words[reading->count++] = text_part(text, from, at - from);
    }
}

/* ---- the record ---- */

static bool is_of_plan(const Reading *reading, const Record *record) {
    if (record->kind->role != ROLE_NONE && record->kind->role != ROLE_TOP &&
        record->kind->role != ROLE_EDGE)
        return false;
    for (const Record *at = record; at != NULL; at = at->parent)
        if (at == reading->compilation->plan)
            return true;
    return false;
}

static bool is_day_field(const Field *field) {
    return (field->type.bases & (BASE_DATE | BASE_EVENT | BASE_SPAN)) != 0 &&
           (field->type.bases & BASE_TEXT) == 0 && field->derived == NULL;
}

static bool is_called(const Reading *reading, const Record *record, const Name *name) {
    return record->name == name || name_of_words(reading->model->names, record->title) == name;
}

typedef struct Called {
    const Record *first;
    uint32_t count;
} Called;

static Called find_called(const Reading *reading, const Name *name, bool by_kind) {
    Called found = {0};
    const Kind *kind = by_kind ? model_kind(reading->model, name) : NULL;
    for (uint32_t i = 0; i < reading->model->record_count; i++) {
        const Record *record = reading->model->records[i];
        bool fits =
            by_kind ? kind != NULL && record->kind == kind : is_called(reading, record, name);
        if (!fits || !is_of_plan(reading, record))
            continue;
        if (found.count++ == 0)
            found.first = record;
    }
    return found;
}

static const char *list_named(Reading *reading, const Name *kind_name) {
    const Kind *kind = model_kind(reading->model, kind_name);
    const char *list = "";
    uint32_t listed = 0;
    for (uint32_t i = 0; i < reading->model->record_count && listed < MOST_LISTED; i++) {
        const Record *record = reading->model->records[i];
        if (record->kind != kind || !is_of_plan(reading, record))
            continue;
        list = arena_format(reading->arena, "%s\n  %s   (%.*s)", list, record->name->text,
                            TEXT_ARGS(record->title));
        listed++;
    }
    return list;
}

/* The record in the plan whose name is nearest to what was typed; else all that have days. */
static void report_unknown(Reading *reading, Text typed) {
    const Name *name = name_of_words(reading->model->names, typed);
    const Record *nearest = NULL;
    unsigned least = 4;
    const char *list = "";
    uint32_t listed = 0;
    for (uint32_t i = 0; i < reading->model->record_count; i++) {
        const Record *record = reading->model->records[i];
        if (!is_of_plan(reading, record) || record == reading->compilation->plan ||
            record->kind->time[0] == NULL)
            continue;
        unsigned far = text_distance(name_text(name), name_text(record->name), 3);
        if (far < least && far * 2 <= typed.length && far * 2 <= record->name->length)
            least = far, nearest = record;
        if (listed++ < MOST_LISTED)
            list = arena_format(reading->arena, "%s\n  %s   (%.*s)", list, record->name->text,
                                TEXT_ARGS(record->title));
    }
    complain_of(reading,
                nearest != NULL
                    ? arena_format(reading->arena,
                                   "Nothing in the plan is called \"%.*s\".\n  Did you mean: %s   "
                                   "(%.*s)",
                                   TEXT_ARGS(typed), nearest->name->text, TEXT_ARGS(nearest->title))
                    : arena_format(reading->arena,
                                   "Nothing in the plan is called \"%.*s\". These have days:%s",
                                   TEXT_ARGS(typed), list));
}

/* The longest run of first words that names a record; the rest is left for its day. */
static const Record *read_record(Reading *reading) {
    for (int by_kind = 0; by_kind <= 1; by_kind++)
        for (size_t length = reading->count; length > 0; length--) {
            const Name *name =
                name_of_words(reading->model->names, words_between(reading, 0, length));
            Called found = find_called(reading, name, by_kind);
            if (found.count == 1) {
                reading->at = length;
                return found.first;
            }
            if (found.count > 1) {
                complain_of(reading,
                            arena_format(reading->arena,
                                         "\"%.*s\" could be any of %u. Use its name:%s",
                                         TEXT_ARGS(words_between(reading, 0, length)), found.count,
                                         by_kind ? list_named(reading, name) : ""));
                return NULL;
            }
        }
    report_unknown(reading, reading->words[0]);
    return NULL;
}

/* ---- the field ---- */

static const char *list_days(Reading *reading, const Record *record) {
    const char *list = "";
    for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (is_day_field(kind->fields[i]) &&
                kind_field(record->kind, kind->fields[i]->name) == kind->fields[i])
                list = arena_format(reading->arena, "%s%s%s", list, *list == '\0' ? "" : ", ",
                                    kind->fields[i]->name->text);
    return list;
}

static bool has_days(const Record *record, const Field *field) {
    for (const Value *value = slot_first(record_slot(record, field)); value != NULL;
         value = value_after(value))
        if (value->kind == VALUE_WHEN)
            return true;
    return false;
}

/* The one day that a record goes by: its kind's, if that is written and not worked out; else the
 * only field of it that holds a day. */
static const Field *only_day(Reading *reading, const Record *record) {
    const Kind *kind = record->kind;
    if (kind->time[1] == NULL && kind->time[0] != NULL && kind->time[0]->derived == NULL)
        return kind->time[0];
    const Field *only = NULL;
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next) {
        if (!is_day_field(slot->field) || !has_days(record, slot->field) ||
            text_is(name_text(slot->field->name), "as-at"))
            continue;
        if (only != NULL) {
            complain_of(
                reading,
                arena_format(reading->arena,
                             "Which day of %s: %s?\n  Write, for example:   %s %s %.*s",
                             record->name->text, list_days(reading, record), record->name->text,
                             only->name->text,
                             TEXT_ARGS(words_between(reading, reading->at, reading->count))));
            return NULL;
        }
        only = slot->field;
    }
    if (only == NULL)
        complain_of(reading, arena_format(reading->arena,
                                          "%s has no day in the plan yet. Say which it is to be: "
                                          "%s.",
                                          record->name->text, list_days(reading, record)));
    return only;
}

static bool is_filler(Text word) {
    static const char *const FILLERS[] = {"moves", "moved", "is", "was", "to", "becomes", "were"};
    for (size_t i = 0; i < sizeof FILLERS / sizeof *FILLERS; i++)
        if (text_is(word, FILLERS[i]))
            return true;
    return false;
}

static bool begins_a_day(Text word) {
    int month = month_named(word), weekday = weekday_named(word);
    return isdigit((unsigned char)word.at[0]) || month > 0 || weekday >= 0;
}

static void report_unknown_field(Reading *reading, const Record *record, Text typed) {
    const Name *name = name_of_words(reading->model->names, typed);
    const Field *nearest = NULL;
    unsigned least = 3;
    for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++) {
            unsigned far = text_distance(name_text(name), name_text(kind->fields[i]->name), 2);
            if (is_day_field(kind->fields[i]) && far < least)
                least = far, nearest = kind->fields[i];
        }
    const char *hint =
        nearest != NULL
            ? arena_format(reading->arena, "Did you mean: %s", nearest->name->text)
            : arena_format(reading->arena, "Its days are: %s", list_days(reading, record));
    complain_of(reading, arena_format(reading->arena, "%s has no day called \"%.*s\".\n  %s",
                                      record->name->text, TEXT_ARGS(typed), hint));
}

/* `closes 24 July 2026`, `on 3 September`, `2 weeks later`. */
static const Field *read_field_words(Reading *reading, const Record *record) {
    for (size_t length = reading->count - reading->at; length > 0; length--) {
        const Name *name = name_of_words(reading->model->names,
                                         words_between(reading, reading->at, reading->at + length));
        const Field *field = kind_field(record->kind, name);
        if (field != NULL && is_day_field(field)) {
            reading->at += length;
            return field;
        }
    }
    while (reading->at < reading->count && is_filler(reading->words[reading->at]))
        reading->at++;
    const char *first = reading->at < reading->count ? reading->words[reading->at].at : "";
    bool known = reading->at >= reading->count || begins_a_day(reading->words[reading->at]) ||
                 text_is(reading->words[reading->at], "next") ||
                 text_is(reading->words[reading->at], "not") ||
                 text_is(reading->words[reading->at], "on") ||
                 text_is(reading->words[reading->at], "by");
    if (!known) {
        report_unknown_field(reading, record, reading->words[reading->at]);
        return NULL;
    }
    if (*first == 'o' && text_is(reading->words[reading->at], "on"))
        reading->at++;
    return only_day(reading, record);
}

/* ---- what it is to be ---- */

typedef struct Shift {
    bool is_shift;
    Duration by;
    bool back;
} Shift;

static Shift read_shift(const Reading *reading) {
    Shift shift = {0};
    if (reading->count < reading->at + 2)
        return shift;
    Text last = reading->words[reading->count - 1];
    shift.back = text_is(last, "earlier") || text_is(last, "sooner");
    if (!shift.back && !text_is(last, "later"))
        return shift;
    shift.is_shift =
        value_duration_literal(words_between(reading, reading->at, reading->count - 1), &shift.by);
    return shift;
}

static bool shift_day(Reading *reading, Shift shift, Day day, Day *shifted) {
    int64_t count = duration_in_family(shift.by);
    if (shift.back)
        count = -count;
    UnitFamily family = unit_family(shift.by.unit);
    if (family == FAMILY_WORKING)
        return calendar_add(plan_calendar(reading->compilation->reader), day, count, shifted);
    if (family == FAMILY_MONTHS)
        *shifted = civil_add_months(day, (int)count);
    else if (family == FAMILY_DAYS)
        *shifted = day + (Day)count;
    else
        return false;
    int year = civil_of(*shifted).year;
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* The words of VALUE's day, moved; NULL if it is not known to the day. */
static const char *shifted_words(Reading *reading, Shift shift, const Value *value) {
    When when = value->when;
    if (!range_is_day(when.from) || (when.is_span && !range_is_day(when.to) && !when.no_end) ||
        !shift_day(reading, shift, when.from.first, &when.from.first))
        return NULL;
    when.from.last = when.from.first;
    if (!when.is_span)
        when.to = when.from;
    else if (!when.no_end && !shift_day(reading, shift, when.to.first, &when.to.first))
        return NULL;
    else if (!when.no_end)
        when.to.last = when.to.first;
    when.sum = when.to_sum = NULL;
    return when_words(reading->arena, &when);
}

/* ---- the text ---- */

typedef struct Edit {
    uint32_t at, length; /* of the file */
    const char *now;
} Edit;

static const Source *source_of_plan(const Reading *reading) {
    return reading->compilation->sources.list[reading->model->main->source];
}

static void apply(Reading *reading, const Edit *edits, size_t count) {
    Text text = source_of_plan(reading)->text;
    Out out = {0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        out_text(&out, text_part(text, at, edits[i].at - at));
        out_string(&out, edits[i].now);
        at = edits[i].at + edits[i].length;
    }
    out_text(&out, text_part(text, at, text.length - at));
    reading->change.text = (Text){text_string(reading->arena, out_written(&out)), out.length};
    out_free(&out);
}

/* From AT to the end of the line that it is in. */
static const char *rest_of_line(Reading *reading, Text text, uint32_t at) {
    size_t end = at;
    while (end < text.length && text.at[end] != '\n')
        end++;
    return text_string(reading->arena, text_trim(text_part(text, at, end - at)));
}

/* The line as it is, from its label on, and as it would be. */
static void show_line(Reading *reading, uint32_t label) {
    Change *change = &reading->change;
    Span place = {reading->model->main->source, label, 0};
    change->line = span_line(&reading->compilation->sources, place);
    change->was = rest_of_line(reading, source_of_plan(reading)->text, label);
    change->now = rest_of_line(reading, change->text, label);
}

/* Where nothing is written yet: a line of its own, last in the record. */
static void insert(Reading *reading, const Record *record, const Field *field, Text value) {
    Text text = source_of_plan(reading)->text;
    uint32_t end = record->block_span.at + record->block_span.length;
    bool has_block = end > 0 && text.at[end - 1] == '}';
    Edit edit = {.at = has_block ? end - 1 : end};
    const char *line =
        arena_format(reading->arena, "%s: %.*s", field->name->text, TEXT_ARGS(value));
    edit.now = has_block ? arena_format(reading->arena, "\n%s\n", line)
                         : arena_format(reading->arena, " {\n%s\n}\n", line);
    apply(reading, &edit, 1);
    Span place = {reading->model->main->source, record->span.at, 0};
    reading->change.line = span_line(&reading->compilation->sources, place);
    reading->change.now = line;
}

static void replace(Reading *reading, const Value *const *values, size_t count, Shift shift,
                    Text value) {
    Edit edits[MOST_VALUES];
    for (size_t i = 0; i < count; i++) {
        edits[i] = (Edit){.at = values[i]->span.at, .length = values[i]->span.length};
        edits[i].now = shift.is_shift ? shifted_words(reading, shift, values[i])
                                      : text_string(reading->arena, value);
        if (edits[i].now == NULL) {
            complain_of(reading,
                        arena_format(reading->arena,
                                     "The day of %s is not known (%s), so it cannot be moved by "
                                     "%s. Say which day it is to be.",
                                     reading->change.record->name->text,
                                     value_words(reading->arena, values[i]),
                                     duration_words(reading->arena, shift.by)));
            return;
        }
    }
    apply(reading, edits, count);
    show_line(reading, values[0]->line->label_span.at);
}

/* A closing day that was extended is where the extension says it: moving the old day would change
 * nothing that holds today. */
static const Value *now_said_by(Reading *reading, const Record *record, const Field *field) {
    const Draw *first = kind_draw(record->kind, "dates");
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        const DrawSlot *was = draw->view == first->view ? draw_slot(draw, "was") : NULL;
        const DrawSlot *now = draw->view == first->view ? draw_slot(draw, "now") : NULL;
        if (was == NULL || now == NULL || was->count == 0 || now->count == 0 ||
            was->fields[0] != field || now->fields[0]->derived == NULL)
            continue;
        Values values = read_field(reading->compilation->reader, record, now->fields[0]);
        if (values.count == 0 || values.items[0]->kind != VALUE_WHEN)
            continue;
        DateRange day = values.items[0]->when.from;
        for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
            for (const Value *value = child->kind->time[0] == NULL
                                          ? NULL
                                          : slot_first(record_slot(child, child->kind->time[0]));
                 value != NULL; value = value_after(value))
                if (value->kind == VALUE_WHEN && value->when.from.first == day.first &&
                    value->when.from.last == day.last)
                    return value;
    }
    return NULL;
}

static void change_day(Reading *reading, const Record *record, const Field *field) {
    const Value *values[MOST_VALUES];
    size_t count = 0;
    Shift shift = read_shift(reading);
    Text value = words_between(reading, reading->at, reading->count);
    const Value *later = now_said_by(reading, record, field);
    if (later != NULL) {
        values[count++] = later;
        reading->change.remark = "It was moved before: this is the line that gives the day as it "
                                 "is now.";
    }
    for (const Value *each = later != NULL ? NULL : slot_first(record_slot(record, field));
         each != NULL && count < MOST_VALUES; each = value_after(each))
        if (each->kind == VALUE_WHEN || each->kind == VALUE_ANSWER)
            values[count++] = each;
    if (count > 1 && !shift.is_shift)
        complain_of(reading,
                    arena_format(reading->arena,
                                 "%s has %zu days, and this names one. Move them all "
                                 "together, for example:   %s %s 1 week later",
                                 record->name->text, count, record->name->text, field->name->text));
    else if (count == 0 && shift.is_shift)
        complain_of(reading, arena_format(reading->arena,
                                          "%s does not say its day itself (%s), so there is "
                                          "nothing to move. Say which day it is to be.",
                                          record->name->text, field->name->text));
    else if (count == 0)
        insert(reading, record, field, value);
    else
        replace(reading, values, count, shift, value);
}

Change change_read(Compilation *compilation, Text words) {
    Reading reading = {
        .compilation = compilation, .arena = compilation->arena, .model = compilation->model};
    split(&reading, words);
    if (reading.count > 1 && text_is(reading.words[0], "the")) /* "the decision on ..." */
        memmove(reading.words, reading.words + 1, --reading.count * sizeof reading.words[0]);
    if (reading.count == 0) {
        complain_of(&reading, "What is to change?\n  Write:   convene what-if \"decision on 3 "
                              "September 2026\" FILE");
        return reading.change;
    }
    const Record *record = read_record(&reading);
    const Field *field = record == NULL ? NULL : read_field_words(&reading, record);
    if (field == NULL)
        return reading.change;
    reading.change.record = record;
    reading.change.field = field;
    while (reading.at < reading.count && is_filler(reading.words[reading.at]))
        reading.at++;
    if (reading.at >= reading.count)
        complain_of(&reading,
                    arena_format(reading.arena,
                                 "And which day is it to be?\n  Write:   %s %s 3 September 2026   "
                                 "or   %s %s 2 weeks later",
                                 record->name->text, field->name->text, record->name->text,
                                 field->name->text));
    else
        change_day(&reading, record, field);
    return reading.change;
}
