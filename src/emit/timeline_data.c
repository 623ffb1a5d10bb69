/* Model to timeline: every record of the plan (and of what it uses) whose kind says how it stands
 * on a timeline becomes a row. */
#include "hints.h"
#include "said.h"
#include "timeline.h"

#include <string.h>

typedef struct Making {
    const Emission *emission;
    Timeline *timeline;
    uint32_t *row_of; /* of each record of the model, by its index: its row, or TIMELINE_NONE */
} Making;

static bool name_is(const Name *name, const char *text) { return text_is(name_text(name), text); }

static TimelineShape shape_of(const Draw *draw) {
    if (name_is(draw->mark, "bar"))
        return TIMELINE_BAR;
    return name_is(draw->mark, "shade") ? TIMELINE_SHADE : TIMELINE_MILESTONE;
}

/* ---- days ---- */

static const When *when_of(const Value *value) {
    if (value == NULL)
        return NULL;
    if (value->kind == VALUE_WHEN)
        return &value->when;
    return value->on != NULL && value->on->kind == VALUE_WHEN ? &value->on->when : NULL;
}

static void say_time(Making *making, TimelineMark *mark, const When *when) {
    Arena *arena = making->timeline->arena;
    mark->moves = when->sum != NULL || when->to_sum != NULL;
    if (when->starts_at < 0)
        return;
    mark->words = arena_format(arena, "%s, %02d:%02d", mark->words, when->starts_at / 60,
                               when->starts_at % 60);
    if (when->ends_at >= 0)
        mark->words = arena_format(arena, "%s to %02d:%02d", mark->words, when->ends_at / 60,
                                   when->ends_at % 60);
}

static void add_when(Making *making, TimelineRow *row, TimelineShape shape, const When *when,
                     Text note) {
    DateRange to = when->no_end ? (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE} : when->to;
    if (!when->is_span && !when->no_end)
        to = when->to.last < when->from.first ? when->from : when->to;
    TimelineMark *mark = timeline_mark(making->timeline, row, shape, when->from, to);
    mark->note = note;
    say_time(making, mark, when);
}

/* A bar goes from one field to another; what is not given is open on that side. */
static void add_bar(Making *making, TimelineRow *row, TimelineShape shape, const Value *from,
                    const Value *to) {
    const When *first = when_of(from), *last = when_of(to);
    if (first == NULL && last == NULL)
        return;
    DateRange begin =
        first == NULL ? (DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE} : first->from;
    DateRange end = last == NULL ? (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE} : last->to;
    if (!range_is_known(begin) && (last == NULL || !range_is_known(end)))
        return;
    bool no_end = (last != NULL && last->no_end) || (last == NULL && first->no_end);
    if (no_end || (last != NULL && !range_is_known(end)))
        end = (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE};
    TimelineMark *mark = timeline_mark(making->timeline, row, shape, begin, end);
    if (first != NULL && (last == NULL || last == first || !mark_is_span(mark)))
        say_time(making, mark, first);
}

/* Every value of a milestone's fields is a day of its own. Several fields are told apart by their
 * titles, dated values by their words. */
static void add_days(Making *making, TimelineRow *row, TimelineShape shape, const Record *record,
                     const DrawSlot *slot) {
    Arena *arena = making->timeline->arena;
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++) {
            const When *when = when_of(values.items[v]);
            if (when == NULL || (!range_is_known(when->from) && !range_is_known(when->to)))
                continue;
            Text note = values.items[v]->kind != VALUE_WHEN
                            ? text_of(value_label(arena, values.items[v]))
                        : slot->count > 1 ? slot->fields[i]->title
                                          : TEXT("");
            add_when(making, row, shape, when, note);
        }
    }
}

/* What the plan says in place of a day: an answer, or a day that is not fixed. */
static const char *undated_words(Making *making, const Record *record, const DrawSlot *from,
                                 const DrawSlot *to) {
    const Value *value = hint_value(making->emission, record, from);
    if (value == NULL)
        value = hint_value(making->emission, record, to);
    return value == NULL ? NULL : value_words(making->timeline->arena, value);
}

/* Where each day is known (a hint without `to`), no bar goes over them all. */
static void add_marks(Making *making, TimelineRow *row, const Record *record) {
    const Draw *first = kind_draw(record->kind, "timeline");
    for (int with_end = 0; with_end <= 1; with_end++)
        for (const Draw *draw = first; draw != NULL; draw = draw->next) {
            const DrawSlot *from = draw_slot(draw, "from"), *to = draw_slot(draw, "to");
            if (draw->view != first->view || (to != NULL) != with_end)
                continue;
            if (to == NULL)
                add_days(making, row, shape_of(draw), record, from);
            else if (row->mark_count == 0)
                add_bar(making, row, shape_of(draw), hint_value(making->emission, record, from),
                        hint_value(making->emission, record, to));
            if (row->mark_count == 0 && row->undated == NULL)
                row->undated = undated_words(making, record, from, to);
        }
}

/* ---- what was done ---- */

/* A count of answers says that something was done, but not that it is over. */
static TimelineDone done_by(const Value *value, Day as_at, bool over) {
    const When *when = when_of(value);
    if (when != NULL && value->kind == VALUE_WHEN)
        return when->from.first <= as_at ? DONE_YES : DONE_PLANNED;
    if (value->kind == VALUE_YES_NO)
        return value->yes ? DONE_YES : DONE_NO;
    if (value->kind == VALUE_ANSWER)
        return value->answer == ANSWER_NONE ? DONE_NO : DONE_PLANNED;
    return over ? DONE_YES : DONE_PLANNED;
}

static bool is_over(const TimelineRow *row, Day as_at) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (row->marks[i].no_end || row->marks[i].to.last >= as_at)
            return false;
    return row->mark_count > 0;
}

static bool is_running(const TimelineRow *row, Day as_at) {
    for (uint32_t i = 0; i < row->mark_count; i++) {
        const TimelineMark *mark = &row->marks[i];
        if (mark_is_span(mark) && mark->from.last <= as_at &&
            (mark->no_end || mark->to.first >= as_at))
            return true;
    }
    return false;
}

static TimelineDone done_of(Making *making, const TimelineRow *row, const Record *record,
                            const DrawSlot *slot) {
    Day as_at = making->timeline->as_at;
    if (slot == NULL)
        return DONE_NOT_ASKED;
    bool over = is_over(row, as_at);
    const Value *value = hint_value(making->emission, record, slot);
    TimelineDone done = value == NULL ? DONE_PLANNED : done_by(value, as_at, over);
    if (done != DONE_PLANNED)
        return done;
    return over ? DONE_NO_RECORD : is_running(row, as_at) ? DONE_RUNNING : DONE_PLANNED;
}

/* ---- rows ---- */

static Text label_of(Making *making, const Record *record, const DrawSlot *slot) {
    const Value *value = hint_value(making->emission, record, slot);
    bool by_title = slot == NULL || slot->count == 0 || slot->fields[0] == NULL || value == NULL;
    return by_title ? record->title : text_of(value_label(making->timeline->arena, value));
}

static void add_record(Making *making, const Record *record) {
    Timeline *timeline = making->timeline;
    const Kind *kind = record->kind;
    Text title = kind->title.length > 0 ? kind->title : name_text(kind->name);
    making->row_of[record->index] = timeline->row_count;
    TimelineRow *row =
        timeline_row(timeline, label_of(making, record, hint_slot(kind, "timeline", "label")),
                     timeline_kind(timeline, text_string(timeline->arena, title)));
    add_marks(making, row, record);
    row->done = done_of(making, row, record, hint_slot(kind, "timeline", "done"));
    const DrawSlot *shaded_by = hint_slot(kind, "timeline", "shade");
    const Value *shade = hint_value(making->emission, record, shaded_by);
    if (shade == NULL || shade->kind == VALUE_ANSWER)
        return;
    row->shade = timeline_shade(timeline, value_label(timeline->arena, shade));
    if (timeline->shaded_by == NULL && shaded_by->fields[0] != NULL)
        timeline->shaded_by = said_field(timeline->arena, shaded_by->fields[0]);
}

/* Calls ADD for every record that has a hint, in the order of kinds, then of the sources. */
static void each_drawn(Making *making, void (*add)(Making *, const Record *)) {
    const Model *model = making->emission->model;
    for (uint32_t k = 0; k < model->kind_count; k++) {
        Kind *kind = model->kinds[k];
        if (kind_draw(kind, "timeline") == NULL)
            continue;
        uint32_t count = 0;
        const Record *const *records = records_of(making->emission->reader, kind, &count);
        for (uint32_t i = 0; i < count; i++)
            if (records[i]->kind == kind)
                add(making, records[i]);
    }
}

static void set_lane(Making *making, const Record *record) {
    const Record *around = hint_around(making->emission, record, "timeline",
                                       hint_slot(record->kind, "timeline", "lane"));
    if (around == NULL || making->row_of[around->index] == TIMELINE_NONE)
        return;
    making->timeline->rows[making->row_of[record->index]]->lane = making->row_of[around->index];
}

Timeline *timeline_of(const Emission *emission) {
    const Record *plan = emission->judgement->plan;
    Timeline *timeline = timeline_new(emission->arena, plan->title, emission->judgement->as_at);
    Making making = {.emission = emission, .timeline = timeline};
    uint32_t count = emission->model->record_count;
    making.row_of = arena_array(emission->arena, uint32_t, count + 1);
    memset(making.row_of, 0xff, sizeof *making.row_of * (count + 1));
    each_drawn(&making, add_record);
    each_drawn(&making, set_lane);
    timeline_settle(timeline);
    return timeline;
}

bool emit_timeline_svg(const Emission *emission, Out *out) {
    timeline_svg(timeline_of(emission), true, out);
    return true;
}

bool emit_timeline_text(const Emission *emission, Out *out) {
    timeline_text(timeline_of(emission), emission->width, emission->plain, out);
    return true;
}
