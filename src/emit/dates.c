/* Model to dates: every day that the records of the plan name, days that follow from them where the
 * vocabulary says they matter (`draw dates`), and days by which charters ask for something. */
#include "dates.h"

#include <stdlib.h>
#include <string.h>

#include "hints.h"
#include "said.h"

typedef struct Gathering {
    const Emission *emission;
    Arena *arena;
    Dates *dates;
    Map *told;      /* the values of the plan that have their line already */
    uint32_t first; /* of the facts of the record, or of the days of the clause, in hand */
} Gathering;

static bool is_joining_word(const Name *name) {
    static const char *const WORDS[] = {
#define VALUE_JOINING(word) word,
#include "../../grammar/words.def"
        NULL};
    for (const char *const *word = WORDS; *word != NULL; word++)
        if (text_is(name_text(name), *word))
            return true;
    return false;
}

/* ---- what a day is of ---- */

static const char *title_of(const Gathering *gathering, const Record *record) {
    return record == gathering->emission->judgement->plan
               ? "The plan"
               : text_string(gathering->arena, record->title);
}

static bool holds_words(const char *text, const char *words) {
    size_t length = strlen(words);
    for (; strlen(text) >= length; text++)
        if (text_distance((Text){text, length}, text_of(words), 1) == 0)
            return true;
    return false;
}

/* A field that is only a little word (`on`, `to`) says nothing beside the title; then the kind
 * does: "What replaces Riverside (decision)". */
static const char *what_of(const Gathering *gathering, const Record *record, const Field *field) {
    const char *title = title_of(gathering, record);
    if (!is_joining_word(field->name))
        return arena_format(
            gathering->arena, "%s: %s", title,
            said_within(gathering->arena, text_of(said_field(gathering->arena, field))));
    const char *kind = said_within(gathering->arena, record->kind->title);
    if (holds_words(title, kind) ||
        holds_words(title, text_string(gathering->arena, record->kind->title)))
        return title;
    return arena_format(gathering->arena, "%s (%s)", title, kind);
}

/* "18:30 to 20:30" */
static const char *times_of(const Gathering *gathering, const When *when) {
    if (when->starts_at < 0)
        return "";
    const char *said =
        arena_format(gathering->arena, "%02d:%02d", when->starts_at / 60, when->starts_at % 60);
    return when->ends_at < 0 ? said
                             : arena_format(gathering->arena, "%s to %02d:%02d", said,
                                            when->ends_at / 60, when->ends_at % 60);
}

/* ---- how it came about ---- */

static const char *reason_said(const Gathering *gathering, const Value *value) {
    Text reason = value->line == NULL ? TEXT("") : value->line->reason;
    return reason.length == 0 ? "reason not given" : said_on_one_line(gathering->arena, reason);
}

static const char *how_of(const Gathering *gathering, const When *when) {
    Day as_at = gathering->emission->judgement->as_at;
    if (when->not_fixed)
        return when_words(gathering->arena, when);
    if (when->sum != NULL || when->to_sum != NULL)
        return date_sum_said(gathering->emission, when);
    const char *times = times_of(gathering, when);
    if (*times != '\0')
        return times;
    if (when->some_day_in && !range_is_day(when->from))
        return "some day in it";
    return range_is_day(when->from) && when->to.last >= as_at ? "fixed" : "";
}

/* ---- adding ---- */

static bool is_wide_open(DateRange range) {
    return range.first <= DAY_UNKNOWN_PAST && range.last >= DAY_UNKNOWN_FUTURE;
}

static DateFact *add_fact(Gathering *gathering, const Record *record, const Field *field,
                          uint32_t index, const When *when) {
    DateFact fact = {.record = record,
                     .field = field,
                     .index = index,
                     .from = when->from,
                     .to = when->is_span && !when->no_end ? when->to : when->from,
                     .not_fixed = when->not_fixed,
                     .what = what_of(gathering, record, field),
                     .how = how_of(gathering, when),
                     .span = NO_SPAN,
                     .place = DAY_UNKNOWN_FUTURE,
                     .order = gathering->dates->count};
    if (when->no_end)
        fact.to = (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE};
    bool has_set_by = when->not_fixed && when->set_by.first <= when->set_by.last;
    if (has_set_by && is_wide_open(when->from))
        fact.place = when->set_by.last;
    if (has_set_by && when->set_by.last < gathering->emission->judgement->as_at)
        fact.mark = "OVERDUE";
    Dates *dates = gathering->dates;
    arena_push(gathering->arena, dates->items, dates->count, dates->room, fact);
    return &dates->items[dates->count - 1];
}

static bool is_day_field(const Field *field) {
    return (field->type.bases & (BASE_DATE | BASE_EVENT | BASE_SPAN)) != 0 &&
           (field->type.bases & BASE_TEXT) == 0;
}

/* The values of the slots `was` and `now` of a hint: false if they are not both there, or the same.
 */
static bool moved_values(const Gathering *gathering, const Record *record, const Draw *draw,
                         Values *was, Values *now) {
    *was = hint_values(gathering->emission, record, draw_slot(draw, "was"), 0);
    *now = hint_values(gathering->emission, record, draw_slot(draw, "now"), 0);
    if (was->count == 0 || now->count == 0 || was->items[was->count - 1]->kind != VALUE_WHEN ||
        now->items[0]->kind != VALUE_WHEN)
        return false;
    const When *old = &was->items[was->count - 1]->when, *new = &now->items[0]->when;
    return old->from.first != new->from.first || old->from.last != new->from.last;
}

/* Is FIELD the day as it was, and another the day as it is? */
static bool is_replaced(const Gathering *gathering, const Record *record, const Field *field) {
    const Draw *first = kind_draw(record->kind, "dates");
    Values was, now;
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        const DrawSlot *slot = draw->view == first->view ? draw_slot(draw, "was") : NULL;
        if (slot != NULL && slot->count > 0 && slot->fields[0] == field &&
            moved_values(gathering, record, draw, &was, &now))
            return true;
    }
    return false;
}

static bool is_told(const Gathering *gathering, const Value *value) {
    return !span_is_none(value->span) && map_get(gathering->told, value) != NULL;
}

/* Nobody has recorded that it was done, and it is past. */
static bool lacks_record(const Gathering *gathering, const DateFact *fact) {
    const Kind *kind = fact->record->kind;
    const DrawSlot *done = hint_slot(kind, "timeline", "done");
    const DrawSlot *from = hint_slot(kind, "timeline", "from");
    if (done == NULL || from == NULL || from->count == 0 || from->fields[0] != fact->field)
        return false;
    for (uint32_t i = 0; i < done->count; i++)
        if (done->fields[i] == fact->field)
            return false;
    return fact->to.last < gathering->emission->judgement->as_at &&
           hint_value(gathering->emission, fact->record, done) == NULL;
}

static void add_line(Gathering *gathering, const Record *record, const Field *field,
                     const Line *line, uint32_t *index) {
    for (const Value *value = line->first; value != NULL; value = value->next, (*index)++) {
        bool day = value->kind == VALUE_WHEN && is_day_field(field);
        const Value *on = day ? value : value->on;
        if (on == NULL || on->kind != VALUE_WHEN ||
            (!day && value->kind != VALUE_TEXT && value->kind != VALUE_RECORD) ||
            is_told(gathering, on))
            continue;
        map_put(gathering->told, on, gathering->dates);
        DateFact *fact = add_fact(gathering, record, field, *index, &on->when);
        fact->span = on->span;
        if (!day) {
            Value bare = *value;
            bare.on = NULL; /* it has a column of its own */
            fact->what = arena_format(gathering->arena, "%s, %s", what_of(gathering, record, field),
                                      value_label(gathering->arena, &bare));
        }
        if (lacks_record(gathering, fact))
            fact->mark = "NO RECORD YET";
    }
}

static bool has_reason(const Value *value) {
    return value->line != NULL && value->line->reason.length > 0;
}

/* The line behind a day that is worked out from what stands in RECORD: of an extension, say. */
static const Value *said_by(const Gathering *gathering, const Record *record, const Value *now) {
    if (now->line != NULL)
        return now;
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling) {
        Values values = {0};
        if (child->kind->time[0] != NULL)
            values = read_field(gathering->emission->reader, child, child->kind->time[0]);
        for (uint32_t i = 0; i < values.count; i++)
            if (values.items[i]->kind == VALUE_WHEN && values.items[i]->line != NULL &&
                values.items[i]->when.from.first == now->when.from.first &&
                values.items[i]->when.from.last == now->when.from.last)
                return values.items[i];
    }
    return now;
}

/* "extended from 4 April 2024 (questions at the last meeting)" */
static void add_moved(Gathering *gathering, const Record *record, const Draw *draw) {
    Values before, after;
    if (!moved_values(gathering, record, draw, &before, &after))
        return;
    const DrawSlot *now = draw_slot(draw, "now");
    const When *old = &before.items[before.count - 1]->when, *new = &after.items[0]->when;
    const Value *said = said_by(gathering, record, after.items[0]);
    const Value *reasoned = has_reason(said) ? said : before.items[before.count - 1];
    const char *how =
        arena_format(gathering->arena, "%s from %s (%s)", name_text(draw->mark).at,
                     when_words(gathering->arena, old), reason_said(gathering, reasoned));
    Dates *dates = gathering->dates;
    for (uint32_t i = gathering->first; i < dates->count; i++)
        if (dates->items[i].record == record && dates->items[i].field == now->fields[0]) {
            const char *sum = new->sum != NULL ? dates->items[i].how : "";
            dates->items[i].how =
                *sum == '\0' ? how : arena_format(gathering->arena, "%s; %s", sum, how);
            return;
        }
    if (is_told(gathering, said))
        return;
    map_put(gathering->told, said, dates);
    DateFact *fact = add_fact(gathering, record, now->fields[0], 0, new);
    fact->how = how;
    fact->span = said->span;
}

/* Days that are worked out, and that the vocabulary says matter: `draw dates { from: window }`. */
static void add_worked_out(Gathering *gathering, const Record *record, const Draw *draw) {
    const DrawSlot *from = draw_slot(draw, "from");
    const Value *until = hint_value(gathering->emission, record, draw_slot(draw, "to"));
    Values values = hint_values(gathering->emission, record, from, 0);
    for (uint32_t i = 0; i < values.count; i++)
        if (values.items[i]->kind == VALUE_WHEN) {
            DateFact *fact =
                add_fact(gathering, record, from->fields[0], i, &values.items[i]->when);
            bool counted = until != NULL && until->kind == VALUE_WHEN &&
                           range_is_day(until->when.from) && range_is_day(fact->from);
            fact->how = counted ? days_before_said(gathering->emission, fact->from.first,
                                                   until->when.from.first)
                                : "";
        }
}

/* Does it happen on days that are each known (a hint without an end)? Then it does not run on. */
static bool has_days_of_its_own(const Gathering *gathering, const Record *record) {
    const Draw *first = kind_draw(record->kind, "timeline");
    for (const Draw *draw = first; draw != NULL; draw = draw->next)
        if (draw->view == first->view && draw_slot(draw, "to") == NULL &&
            hint_value(gathering->emission, record, draw_slot(draw, "from")) != NULL)
            return true;
    return false;
}

static void add_stretch(Gathering *gathering, const Record *record) {
    When when;
    if (record->kind->time[1] == NULL || !read_time(gathering->emission->reader, record, &when) ||
        !range_is_day(when.from) || !range_is_day(when.to) || when.no_end ||
        when.to.first <= when.from.first)
        return;
    Dates *dates = gathering->dates;
    for (uint32_t i = 0; i < dates->stretch_count; i++)
        if (dates->stretches[i].first == when.from.first &&
            dates->stretches[i].last == when.to.first)
            return;
    DateStretch stretch = {record, when.from.first, when.to.first};
    arena_push(gathering->arena, dates->stretches, dates->stretch_count, dates->stretch_room,
               stretch);
}

/* What a charter or the language itself rests on is no date of the plan's own. */
static bool is_of_plan(const Record *record) {
    return record->kind->role == ROLE_NONE || record->kind->role == ROLE_TOP ||
           record->kind->role == ROLE_EDGE;
}

static void add_slots(Gathering *gathering, const Record *record) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next) {
        uint32_t index = 0;
        bool as_at =
            record->kind->role == ROLE_TOP && text_is(name_text(slot->field->name), "as-at");
        if (as_at || is_replaced(gathering, record, slot->field))
            continue;
        for (const Line *line = slot->lines; line != NULL; line = line->next)
            add_line(gathering, record, slot->field, line, &index);
    }
}

static void add_hinted(Gathering *gathering, const Record *record) {
    const Draw *first = kind_draw(record->kind, "dates");
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        if (draw->view != first->view)
            continue;
        if (draw_slot(draw, "was") != NULL && draw_slot(draw, "now") != NULL)
            add_moved(gathering, record, draw);
        else if (draw_slot(draw, "from") != NULL)
            add_worked_out(gathering, record, draw);
    }
}

static void add_record(Gathering *gathering, const Record *record) {
    if (is_of_plan(record)) {
        gathering->first = gathering->dates->count;
        add_slots(gathering, record);
        add_hinted(gathering, record);
    }
    bool runs = is_of_plan(record) && !has_days_of_its_own(gathering, record);
    if (runs && record->kind->role != ROLE_TOP)
        add_stretch(gathering, record);
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        add_record(gathering, child);
    if (runs && record->kind->role == ROLE_TOP) /* it is told of what it is made of first */
        add_stretch(gathering, record);
}

/* ---- what charters ask for by a day of its own ---- */

static bool has_day_of_its_own(const Gathering *gathering, const ClauseResult *result,
                               const Case *kase) {
    const Model *model = gathering->emission->model;
    return (kase->line != NULL && kase->line->due != NULL) ||
           record_slot_text(model, kase->expectation, "due") != NULL ||
           record_slot_text(model, result->clause, "due") != NULL;
}

static DateFact *due_like(const Gathering *gathering, const Case *kase) {
    Dates *dates = gathering->dates;
    for (uint32_t i = gathering->first; i < dates->count; i++)
        if (dates->items[i].from.first == kase->due.first &&
            dates->items[i].from.last == kase->due.last)
            return &dates->items[i];
    return NULL;
}

/* A rule that begins with the name of a setting of its charter, with its value instead: "84 days
 * after ..." for `answer after ...`. */
static const char *with_setting(const Gathering *gathering, const Record *asked,
                                const char *words) {
    const Record *charter = record_with_role((Record *)asked, ROLE_CHARTER);
    size_t length = strcspn(words, " ");
    for (const Record *child = charter == NULL ? NULL : charter->first_child; child != NULL;
         child = child->next_sibling)
        if (child->kind->role == ROLE_SETTING &&
            text_same(name_text(child->name), (Text){words, length})) {
            const Value *value = setting_value(gathering->emission->reader, child);
            if (value != NULL)
                return arena_format(gathering->arena, "%s%s", value_words(gathering->arena, value),
                                    words + length);
        }
    return words;
}

/* "Survey: 12 weeks after its ends"; where the rule names a day as it stands, the title alone. */
static const char *how_due(const Gathering *gathering, const Case *kase) {
    const char *words = kase->due_words == NULL ? "" : kase->due_words;
    bool counted = strstr(words, " after ") != NULL || strstr(words, " before ") != NULL;
    const char *title = kase->subject == NULL ? "" : title_of(gathering, kase->subject);
    if (!counted)
        return title;
    const Model *model = gathering->emission->model;
    words = said_plainly(gathering->arena, model, said_rule(gathering->arena, model, kase->line),
                         with_setting(gathering, kase->expectation, words));
    return *title == '\0' ? words : arena_format(gathering->arena, "%s: %s", title, words);
}

static void add_due(Gathering *gathering, const ClauseResult *result, const Case *kase) {
    Dates *dates = gathering->dates;
    DateFact *like = due_like(gathering, kase);
    if (like != NULL) {
        like->index++;
        like->mark = kase->overdue ? "OVERDUE" : like->mark;
        return;
    }
    DateFact fact = {
        .record = result->clause,
        .from = kase->due,
        .to = kase->due,
        .what = arena_format(gathering->arena, "Due: %.*s", TEXT_ARGS(result->clause->title)),
        .how = how_due(gathering, kase),
        .mark = kase->overdue ? "OVERDUE" : NULL,
        .span = kase->subject == NULL ? NO_SPAN : kase->subject->span,
        .is_due = true,
        .order = dates->count};
    arena_push(gathering->arena, dates->items, dates->count, dates->room, fact);
}

static void add_dues(Gathering *gathering) {
    const Judgement *judgement = gathering->emission->judgement;
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        gathering->first = gathering->dates->count;
        for (const Case *kase = judgement->results[i]->cases; kase != NULL; kase = kase->next)
            if (kase->has_due && !kase->due_unknown && !is_wide_open(kase->due) &&
                kase->verdict != VERDICT_MET && kase->verdict != VERDICT_DOES_NOT_APPLY &&
                has_day_of_its_own(gathering, judgement->results[i], kase))
                add_due(gathering, judgement->results[i], kase);
    }
}

/* ---- in order ---- */

/* What is only bounded on one side stands at that side; what is not known at all, where it was to
 * be set, or last. */
static Day place_of(const DateFact *fact) {
    if (fact->from.first > DAY_UNKNOWN_PAST)
        return fact->from.first;
    return fact->from.last < DAY_UNKNOWN_FUTURE ? fact->from.last : fact->place;
}

static int by_day(const void *left, const void *right) {
    const DateFact *a = left, *b = right;
    if (place_of(a) != place_of(b))
        return place_of(a) < place_of(b) ? -1 : 1;
    if (a->from.last != b->from.last)
        return a->from.last < b->from.last ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

Dates *dates_of(const Emission *emission) {
    Gathering gathering = {emission, emission->arena, arena_make(emission->arena, Dates),
                           map_new(emission->arena), 0};
    add_record(&gathering, emission->judgement->plan);
    add_dues(&gathering);
    if (gathering.dates->count > 1)
        qsort(gathering.dates->items, gathering.dates->count, sizeof *gathering.dates->items,
              by_day);
    return gathering.dates;
}
