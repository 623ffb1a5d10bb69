/* Model to timeline: every record of the plan (and of what it uses) whose kind says how it stands
 * on a timeline becomes a row. */
#include "said.h"
#include "timeline_making.h"

#include <string.h>

/* The hints of KIND for the drawing in hand: what `draw weeks` does not say, `draw timeline` does.
 */
static const Draw *hints_of(const Making *making, const Kind *kind) {
    const Draw *draw = kind_draw(kind, making->view);
    return draw != NULL ? draw : kind_draw(kind, "timeline");
}

static const DrawSlot *slot_of(const Making *making, const Kind *kind, const char *slot) {
    const DrawSlot *found =
        kind_draw(kind, making->view) == NULL ? NULL : hint_slot(kind, making->view, slot);
    return found != NULL || kind_draw(kind, "timeline") == NULL ? found
                                                                : hint_slot(kind, "timeline", slot);
}

void say_place(Making *making, TimelineRow *row, Span span) {
    const Sources *sources = making->emission->model->sources;
    if (span_is_none(span) || span.source >= sources->count)
        return;
    row->file = source_of(sources, span)->name;
    row->line = span_line(sources, span);
}

static bool name_is(const Name *name, const char *text) { return text_is(name_text(name), text); }

/* `mark: open` is a bar of days on which people can take part. */
static bool draws_open(const Draw *draw) {
    return draw->mark != NULL && name_is(draw->mark, "open");
}

static TimelineShape shape_of(const Draw *draw) {
    if (draw->mark == NULL)
        return TIMELINE_MILESTONE;
    if (name_is(draw->mark, "bar") || draws_open(draw))
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
    mark->starts_at = when->starts_at, mark->ends_at = when->ends_at;
    if (when->starts_at < 0)
        return;
    mark->words = arena_format(arena, "%s, %02d:%02d", mark->words, when->starts_at / 60,
                               when->starts_at % 60);
    if (when->ends_at >= 0)
        mark->words = arena_format(arena, "%s to %02d:%02d", mark->words, when->ends_at / 60,
                                   when->ends_at % 60);
}

static void add_when(Making *making, TimelineRow *row, const Draw *draw, const When *when,
                     Text note) {
    DateRange to = when->no_end ? (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE} : when->to;
    if (!when->is_span && !when->no_end)
        to = when->to.last < when->from.first ? when->from : when->to;
    TimelineMark *mark = timeline_mark(making->timeline, row, shape_of(draw), when->from, to);
    mark->note = note;
    mark->opens = draws_open(draw);
    if (mark->shape == TIMELINE_SHADE && note.length > 0)
        mark->mind = timeline_mind(making->timeline, text_string(making->timeline->arena, note));
    say_time(making, mark, when);
}

/* A bar goes from one field to another; what is not given is open on that side. */
static void add_bar(Making *making, TimelineRow *row, const Draw *draw, const Value *from,
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
    TimelineMark *mark = timeline_mark(making->timeline, row, shape_of(draw), begin, end);
    mark->opens = draws_open(draw);
    if (first != NULL && (last == NULL || last == first || !mark_is_span(mark)))
        say_time(making, mark, first);
}

/* What came out with others that have days, and has none of its own. */
static void say_undated_part(Making *making, TimelineRow *row, const Value *value) {
    Arena *arena = making->timeline->arena;
    const char *label = value_label(arena, value);
    row->unsaid = row->unsaid == NULL ? arena_format(arena, "no day given for %s", label)
                                      : arena_format(arena, "%s, %s", row->unsaid, label);
}

static void add_day(Making *making, TimelineRow *row, const Draw *draw, const Value *value,
                    Text title) {
    const When *when = when_of(value);
    if (when != NULL && (range_is_known(when->from) || range_is_known(when->to)))
        add_when(making, row, draw, when,
                 value->kind == VALUE_WHEN ? title
                                           : text_of(value_label(making->timeline->arena, value)));
}

/* Whether one hint of these gives days of several sorts, which then have to be told apart. */
static bool has_several(const Draw *first) {
    uint32_t count = 0;
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        const DrawSlot *from = draw_slot(draw, "from");
        if (draw->view == first->view && from != NULL && draw_slot(draw, "to") == NULL)
            count += from->count;
    }
    return count > 1;
}

/* `called` names the field whose title says what the days of a hint are. */
static void say_called(Making *making, TimelineRow *row, const Draw *draw, uint32_t from) {
    const DrawSlot *called = draw_slot(draw, "called");
    if (called == NULL || called->count == 0 || called->fields[0] == NULL)
        return;
    const char *words = said_field(making->timeline->arena, called->fields[0]);
    for (uint32_t i = from; i < row->mark_count; i++) {
        row->marks[i].note = text_of(words);
        if (row->marks[i].shape == TIMELINE_SHADE)
            row->marks[i].mind = timeline_mind(making->timeline, words);
    }
}

/* Every value of a milestone's fields is a day of its own. Several fields are told apart by their
 * titles (but the one that its kind goes by needs none), dated values by their words. */
static void add_days(Making *making, TimelineRow *row, const Draw *draw, const Record *record,
                     bool several) {
    const DrawSlot *slot = draw_slot(draw, "from");
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        if (slot->fields[i] == NULL)
            continue;
        Values values = hint_values(making->emission, record, slot, i);
        Text title = several && slot->fields[i] != record->kind->time[0]
                         ? text_of(said_field(making->timeline->arena, slot->fields[i]))
                         : TEXT("");
        for (uint32_t v = 0; v < values.count; v++) {
            add_day(making, row, draw, values.items[v], title);
            if (i > 0 && row->mark_count > 0 && when_of(values.items[v]) == NULL)
                say_undated_part(making, row, values.items[v]);
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

static bool has_bar(const TimelineRow *row) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (row->marks[i].shape == TIMELINE_BAR)
            return true;
    return false;
}

/* Single days come first, then days to mind, then bars. */
enum { PASSES = 3 };

static int pass_of(const Draw *draw) {
    if (draw_slot(draw, "to") == NULL)
        return shape_of(draw) == TIMELINE_SHADE ? 1 : 0;
    return 2;
}

/* Where each day is known (a hint without `to`), no bar goes over them all. */
static void add_hint(Making *making, TimelineRow *row, const Draw *draw, const Record *record,
                     bool several) {
    const DrawSlot *from = draw_slot(draw, "from"), *to = draw_slot(draw, "to");
    uint32_t before = row->mark_count;
    if (to == NULL)
        add_days(making, row, draw, record, several);
    else if (shape_of(draw) != TIMELINE_BAR || !has_bar(row))
        add_bar(making, row, draw, hint_value(making->emission, record, from),
                hint_value(making->emission, record, to));
    say_called(making, row, draw, before);
    if (row->mark_count == 0 && row->undated == NULL)
        row->undated = undated_words(making, record, from, to);
}

static void add_marks(Making *making, TimelineRow *row, const Record *record) {
    const Draw *first = hints_of(making, record->kind);
    bool several = has_several(first);
    for (int pass = 0; pass < PASSES; pass++)
        for (const Draw *draw = first; draw != NULL; draw = draw->next)
            if (draw->view == first->view && pass_of(draw) == pass)
                add_hint(making, row, draw, record, several);
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

/* "North Somerset, Bristol": the areas or bodies that it is about. */
static Text about_of(Making *making, const Record *record) {
    Arena *arena = making->timeline->arena;
    const DrawSlot *slot = slot_of(making, record->kind, "about");
    const char *words = "";
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++)
            if (values.items[v]->kind != VALUE_ANSWER)
                words = arena_format(arena, "%s%s%s", words, *words == '\0' ? "" : ", ",
                                     value_label(arena, values.items[v]));
    }
    return text_of(words);
}

/* Bodies whose meetings bear on RECORD. */
static void note_bodies(Making *making, const Record *record) {
    const DrawSlot *slot = slot_of(making, record->kind, "meets");
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++) {
            const Record *body =
                values.items[v]->kind == VALUE_RECORD ? values.items[v]->record : NULL;
            uint32_t at = 0;
            while (at < making->body_count && making->bodies[at] != body)
                at++;
            if (body != NULL && at == making->body_count)
                arena_push(making->timeline->arena, making->bodies, making->body_count,
                           making->body_room, body);
        }
    }
}

static void set_shade(Making *making, TimelineRow *row, const Record *record) {
    Timeline *timeline = making->timeline;
    const DrawSlot *shaded_by = slot_of(making, record->kind, "shade");
    const Value *shade = hint_value(making->emission, record, shaded_by);
    if (shade == NULL || shade->kind == VALUE_ANSWER)
        return;
    row->shade = timeline_shade(timeline, value_label(timeline->arena, shade));
    if (timeline->shaded_by == NULL && shaded_by->fields[0] != NULL)
        timeline->shaded_by = said_field(timeline->arena, shaded_by->fields[0]);
}

static void add_record(Making *making, const Record *record) {
    Timeline *timeline = making->timeline;
    const Kind *kind = record->kind;
    Text title = kind->title.length > 0 ? kind->title : name_text(kind->name);
    making->row_of[record->index] = timeline->row_count;
    TimelineRow *row =
        timeline_row(timeline, label_of(making, record, slot_of(making, kind, "label")),
                     timeline_kind(timeline, text_string(timeline->arena, title)));
    say_place(making, row, record->span);
    row->about = about_of(making, record);
    note_bodies(making, record);
    add_marks(making, row, record);
    row->done = done_of(making, row, record, slot_of(making, kind, "done"));
    set_shade(making, row, record);
}

/* Calls ADD for every record that has a hint, in the order of kinds, then of the sources. */
static void each_drawn(Making *making, void (*add)(Making *, const Record *)) {
    const Model *model = making->emission->model;
    for (uint32_t k = 0; k < model->kind_count; k++) {
        Kind *kind = model->kinds[k];
        if (hints_of(making, kind) == NULL)
            continue;
        uint32_t count = 0;
        const Record *const *records = records_of(making->emission->reader, kind, &count);
        for (uint32_t i = 0; i < count; i++)
            if (records[i]->kind == kind)
                add(making, records[i]);
    }
}

static void set_lane(Making *making, const Record *record) {
    const Record *around =
        hint_around(making->emission, record, "timeline", slot_of(making, record->kind, "lane"));
    if (around == NULL || making->row_of[around->index] == TIMELINE_NONE)
        return;
    making->timeline->rows[making->row_of[record->index]]->lane = making->row_of[around->index];
}

/* The rows of the plan, not yet settled. */
static void add_records(Making *making) {
    uint32_t count = making->emission->model->record_count;
    making->row_of = arena_array(making->timeline->arena, uint32_t, count + 1);
    memset(making->row_of, 0xff, sizeof *making->row_of * (count + 1));
    each_drawn(making, add_record);
    each_drawn(making, set_lane);
}

/* Whether ROW has days to mind alone, none of them in the life of the plan or near it. */
static bool is_far_mind(const Timeline *timeline, const TimelineRow *row) {
    enum { NEAR = 45 };
    DateRange life = {timeline->first - NEAR, timeline->last + NEAR};
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (row->marks[i].shape != TIMELINE_SHADE || mark_falls_in(&row->marks[i], life))
            return false;
    return row->mark_count > 0 && row->lane == TIMELINE_NONE && !row->is_lane;
}

/* They stand last of the rows that have a day, so no number of a lane changes. */
static void leave_out_far_minds(Timeline *timeline) {
    uint32_t kept = 0, left_out = 0;
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        bool far = i < timeline->dated && is_far_mind(timeline, timeline->rows[i]);
        left_out += far;
        if (!far)
            timeline->rows[kept++] = timeline->rows[i];
    }
    timeline->row_count = kept;
    timeline->dated -= left_out;
    if (left_out > 0)
        timeline_note(timeline,
                      arena_format(timeline->arena,
                                   "Not shown, as it lies outside the life of the plan: %s.",
                                   said_count(timeline->arena, left_out, "stretch of days to mind",
                                              "stretches of days to mind")));
}

/* Days off and meetings are looked up between the first and the last day of anything else. */
static Timeline *timeline_in_view(const Emission *emission, const char *view) {
    const Record *plan = emission->judgement->plan;
    Timeline *timeline = timeline_new(emission->arena, plan->title, emission->judgement->as_at);
    Making making = {.emission = emission, .timeline = timeline, .view = view};
    add_records(&making);
    timeline_settle(timeline);
    leave_out_far_minds(timeline);
    uint32_t before = timeline->row_count;
    if (timeline->dated > 0)
        add_calendar_rows(&making, timeline->first, timeline->last);
    if (timeline->row_count > before)
        timeline_settle(timeline);
    return timeline;
}

Timeline *timeline_of(const Emission *emission) { return timeline_in_view(emission, "timeline"); }

Timeline *timeline_weeks_of(const Emission *emission) {
    return timeline_weeks(timeline_in_view(emission, "weeks"));
}

bool emit_timeline_svg(const Emission *emission, Out *out) {
    timeline_svg(timeline_of(emission), true, out);
    return true;
}

bool emit_weeks_svg(const Emission *emission, Out *out) {
    timeline_svg(timeline_weeks_of(emission), true, out);
    return true;
}

bool emit_timeline_text(const Emission *emission, Out *out) {
    timeline_text(timeline_of(emission), emission->width, emission->plain, out);
    return true;
}

bool emit_weeks_text(const Emission *emission, Out *out) {
    timeline_text(timeline_weeks_of(emission), emission->width, emission->plain, out);
    return true;
}

bool emit_timeline_csv(const Emission *emission, Out *out) {
    timeline_csv(timeline_of(emission), out);
    return true;
}

bool emit_weeks_csv(const Emission *emission, Out *out) {
    timeline_csv(timeline_weeks_of(emission), out);
    return true;
}

bool emit_timeline_json(const Emission *emission, Out *out) {
    return timeline_json(timeline_of(emission), out);
}

bool emit_weeks_json(const Emission *emission, Out *out) {
    return timeline_json(timeline_weeks_of(emission), out);
}
