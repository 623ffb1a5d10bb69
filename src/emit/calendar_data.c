/* Model to calendar: every record of the plan (and of what it uses) whose kind says how it stands
 * in a calendar becomes one event for each of its days, or one for its span.
 *
 * A day known only as a month, a season, `by` or `not before` is entered on one day, the first on
 * which it can be (for `by`, the last): a month of all-day entries would say what the plan does
 * not. A span whose ends are not certain is a span all the same, from the first day on which it can
 * begin to the last on which it can end. Both are tentative, and both say what is known in the
 * summary. */
#include "calendar.h"

#include <string.h>

#include "dates.h"
#include "hints.h"
#include "said.h"

typedef struct Making {
    const Emission *emission;
    Arena *arena;
    Calendar *calendar;
    Parties parties;
    Out undated; /* what has no day at all */
    uint32_t undated_count;
    uint32_t
        *moves;    /* of each record, by its index: how often it was moved, and one; 0: not known */
    bool left_out; /* what is being added concerns somebody else */
} Making;

/* One event in the making. */
typedef struct Draft {
    const Record *record;
    Text note;         /* which of the days of the record; or empty */
    const char *days;  /* "Tuesday 19 May 2026, 18:30 to 20:30" */
    const char *known; /* "June 2026", where the day is not certain; or NULL */
    const char *doubt; /* what was made of that; or NULL */
    Day first, last;
    int16_t starts_at, ends_at;
    const DateSum *sum;  /* that the first of its days comes to, or NULL */
    const char *counted; /* that sum and its last day's, in words; or "" */
    bool shared;         /* its days may be those of what it stands in, and move with them */
} Draft;

static bool is_known(Day day) { return day > DAY_UNKNOWN_PAST && day < DAY_UNKNOWN_FUTURE; }
static bool is_known_at_all(DateRange range) {
    return is_known(range.first) || is_known(range.last);
}

static const When *when_of(const Value *value) {
    if (value == NULL)
        return NULL;
    if (value->kind == VALUE_WHEN)
        return &value->when;
    return value->on != NULL && value->on->kind == VALUE_WHEN ? &value->on->when : NULL;
}

/* ---- words ---- */

static const char *day_said(Making *making, Day day) {
    char buffer[DAY_TEXT];
    return arena_format(making->arena, "%s", day_long(day, buffer));
}

/* "Bodies: CCG, Healthwatch": what a field of the record says, with the field's name. */
static void say_field(Making *making, const Record *record, const DrawSlot *slot, uint32_t field,
                      Out *out) {
    Values values = hint_values(making->emission, record, slot, field);
    for (uint32_t v = 0; v < values.count; v++)
        out_format(out, "%s%s", v > 0 ? "; " : "", value_label(making->arena, values.items[v]));
}

static void say_fields(Making *making, const Record *record, const char *name, Out *out) {
    const DrawSlot *slot = hint_slot(record->kind, "calendar", name);
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Out said = {0};
        say_field(making, record, slot, i, &said);
        if (said.length > 0)
            out_format(out, "%s: %s\n", said_field(making->arena, slot->fields[i]), said.bytes);
        out_free(&said);
    }
}

/* The first value of a slot that names a body or a post: never somebody's own name. */
static const char *host_in(Making *making, const Record *record, const DrawSlot *slot) {
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++)
            if (values.items[v]->kind == VALUE_RECORD)
                return text_string(making->arena, values.items[v]->record->title);
    }
    return NULL;
}

/* Who holds it, else who answers for it; nobody of the plan answers for an election. */
static const char *host_of(Making *making, const Record *record) {
    const char *host = host_in(making, record, hint_slot(record->kind, "calendar", "host"));
    return host != NULL ? host
                        : host_in(making, record, hint_slot(record->kind, "checklist", "who"));
}

/* "line 30 of riverside.convene", or "bodies.convene, line 3". */
static const char *place_said(Making *making, const Record *record) {
    const Model *model = making->emission->model;
    const char *place = said_place(making->arena, model, record->span);
    if (place == NULL || model->main == NULL || record->span.source != model->main->source)
        return place;
    const char *name = source_of(model->sources, record->span)->name;
    const char *slash = strrchr(name, '/');
    return arena_format(making->arena, "%s of %s", place, slash == NULL ? name : slash + 1);
}

static void say_kind(Making *making, const Record *record, Out *out) {
    const Record *around = hint_around(making->emission, record, "calendar", NULL);
    out_text(out, record->kind->title);
    if (around != NULL)
        out_format(out, ", part of: %.*s", TEXT_ARGS(around->title));
    out_byte(out, '\n');
}

static const char *description(Making *making, const Draft *draft, const char *host) {
    const Judgement *judgement = making->emission->judgement;
    Out out = {0};
    say_kind(making, draft->record, &out);
    out_format(&out, "When: %s\n", draft->days);
    if (draft->counted != NULL && draft->counted[0] != '\0')
        out_format(&out, "Counted: %s\n", draft->counted);
    if (draft->doubt != NULL)
        out_format(&out, "%s\n", draft->doubt);
    say_fields(making, draft->record, "text", &out);
    say_fields(making, draft->record, "done", &out);
    if (host != NULL)
        out_format(&out, "Answers for it: %s\n", host);
    out_format(&out, "From the plan \"%.*s\", %s", TEXT_ARGS(judgement->plan->title),
               said_as_at(making->arena, judgement));
    const char *place = place_said(making, draft->record);
    if (place != NULL)
        out_format(&out, ": %s", place);
    out_byte(&out, '.');
    const char *said = text_string(making->arena, out_written(&out));
    out_free(&out);
    return said;
}

static const char *summary(Making *making, const Draft *draft) {
    Arena *arena = making->arena;
    const char *title = text_string(arena, draft->record->title);
    if (draft->note.length > 0)
        title = arena_format(arena, "%s: %s", title, said_within(arena, draft->note));
    if (draft->known == NULL)
        return title;
    return arena_format(arena, "%s (%s not certain: %s)", title,
                        draft->first == draft->last ? "day" : "days", draft->known);
}

static const char *place_of(Making *making, const Record *record) {
    Out out = {0};
    const DrawSlot *slot = hint_slot(record->kind, "calendar", "place");
    if (slot != NULL)
        say_field(making, record, slot, 0, &out);
    const char *place = out.length == 0 ? NULL : text_string(making->arena, out_written(&out));
    out_free(&out);
    return place;
}

/* ---- how often a day was moved ---- */

static uint32_t children_of(const Record *record, const Kind *kind) {
    uint32_t count = 0;
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        count += kind_is(child->kind, kind);
    return count;
}

/* The slot names fields, each value of which is a day that it once was, and kinds of record that
 * stand in the record, one for each time that it was moved. */
static uint32_t count_moves(Making *making, const Record *record) {
    uint32_t count = 0;
    const DrawSlot *slot = hint_slot(record->kind, "calendar", "moved");
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        const Kind *kind = model_kind(making->emission->model, slot->words[i]);
        if (slot->fields[i] != NULL)
            count += hint_values(making->emission, record, slot, i).count;
        else if (kind != NULL)
            count += children_of(record, kind);
    }
    return count;
}

static uint32_t moves_of(Making *making, const Record *record) {
    uint32_t *known = &making->moves[record->index];
    if (*known == 0)
        *known = count_moves(making, record) + 1;
    return *known - 1;
}

/* A day that is taken or counted from another has moved whenever that has. */
static uint32_t moves_behind(Making *making, const Draft *draft) {
    uint32_t count = moves_of(making, draft->record);
    const Record *around = draft->record->parent;
    for (; draft->shared && around != NULL; around = around->parent)
        count += moves_of(making, around);
    const DateSum *sum = draft->sum;
    for (; sum != NULL; sum = sum->base)
        if (sum->record != NULL && sum->record != draft->record)
            count += moves_of(making, sum->record);
    return count;
}

/* ---- events ---- */

static bool says_no(Making *making, const Record *record) {
    const Value *done =
        hint_value(making->emission, record, hint_slot(record->kind, "calendar", "done"));
    return done != NULL && done->kind == VALUE_YES_NO && !done->yes;
}

static CalendarEvent *add_event(Making *making, const Draft *draft) {
    CalendarEvent *event = calendar_event(making->calendar);
    const Record *record = draft->record;
    event->record = record;
    event->uid = calendar_uid(making->arena, making->emission->judgement->plan->name->text,
                              record->path->text);
    event->host = host_of(making, record);
    event->summary = summary(making, draft);
    event->description = description(making, draft, event->host);
    event->category = text_string(making->arena, record->kind->title);
    event->place = place_of(making, record);
    event->first = draft->first;
    event->last = draft->last;
    event->starts_at = draft->starts_at;
    event->ends_at = draft->ends_at;
    event->status = says_no(making, record) ? CALENDAR_CANCELLED
                    : draft->known != NULL  ? CALENDAR_TENTATIVE
                                            : CALENDAR_CONFIRMED;
    event->sequence = moves_behind(making, draft);
    event->left_out = making->left_out;
    return event;
}

static const char *hours_said(Making *making, const When *when) {
    if (when->starts_at < 0)
        return "";
    if (when->ends_at < 0)
        return arena_format(making->arena, ", %02d:%02d (the plan does not say until when)",
                            when->starts_at / 60, when->starts_at % 60);
    return arena_format(making->arena, ", %02d:%02d to %02d:%02d", when->starts_at / 60,
                        when->starts_at % 60, when->ends_at / 60, when->ends_at % 60);
}

/* The day to enter, where it is not certain. */
static void place_uncertain(Making *making, Draft *draft, DateRange range) {
    bool by = !is_known(range.first);
    draft->first = draft->last = by ? range.last : range.first;
    draft->known = said_day(making->arena, range);
    draft->doubt =
        by ? "Its day is not certain. It is entered on the last day on which it can be."
           : "Its day is not certain. It is entered on the first day on which it can be.";
}

/* Clocks are changed by a rule that holds from 1996 on; hours of a day before that are words. */
static bool has_certain_hour(const When *when) {
    return when->starts_at >= 0 && range_is_day(when->from) &&
           when->from.first >= civil_day(1996, 1, 1);
}

static void add_day(Making *making, const Record *record, const When *when, Text note) {
    Draft draft = {.record = record, .note = note, .starts_at = -1, .ends_at = -1};
    draft.sum = when->sum;
    draft.counted = date_sum_said(making->emission, when);
    if (range_is_day(when->from)) {
        draft.first = draft.last = when->from.first;
        draft.days = day_said(making, draft.first);
    } else {
        place_uncertain(making, &draft, when->from);
        draft.days = draft.known;
    }
    draft.days = arena_format(making->arena, "%s%s", draft.days, hours_said(making, when));
    if (has_certain_hour(when)) {
        bool overnight = when->is_span && when->ends_at >= 0;
        draft.last = overnight ? when->to.first : draft.first;
        draft.starts_at = when->starts_at;
        draft.ends_at = when->ends_at;
    }
    add_event(making, &draft);
}

/* Only one end of a span is known: that day is entered, under the name of its field. */
static void add_one_end(Making *making, const Record *record, DateRange range, const Field *field,
                        const When *when, const char *doubt) {
    Draft draft = {.record = record, .starts_at = -1, .ends_at = -1, .shared = true};
    draft.sum = when->sum;
    draft.counted = date_sum_said(making->emission, when);
    draft.note = field == NULL ? TEXT("") : text_of(said_field(making->arena, field));
    if (range_is_day(range)) {
        draft.first = draft.last = range.first;
        draft.days = day_said(making, range.first);
        draft.doubt = doubt;
    } else {
        place_uncertain(making, &draft, range);
        draft.days = draft.known;
        draft.doubt = arena_format(making->arena, "%s\n%s", draft.doubt, doubt);
    }
    add_event(making, &draft);
}

/* "Monday 11 May 2026 to Friday 10 July 2026: 61 days, 44 working days", and the days off in it. */
static const char *span_said(Making *making, Day first, Day last) {
    if (first == last)
        return day_said(making, first);
    const char *off = days_off_said(making->emission, first, last);
    return arena_format(making->arena, "%s to %s: %s%s%s", day_said(making, first),
                        day_said(making, last), stretch_length(making->emission, first, last),
                        off == NULL ? "" : "\nDays off in it: ", off == NULL ? "" : off);
}

/* How the two ends of a span came about, where either is counted. */
static const char *both_counted(Making *making, const When *first, const When *last) {
    const char *from = date_sum_said(making->emission, first);
    const char *to = first == last ? "" : date_sum_said(making->emission, last);
    if (from[0] == '\0' || to[0] == '\0')
        return from[0] == '\0' ? to : from;
    return arena_format(making->arena, "%s, to %s", from, to);
}

static void add_span(Making *making, const Record *record, const When *first_day,
                     const When *last_day, Text note) {
    DateRange from = first_day->from, to = last_day->to;
    Draft draft = {.record = record, .starts_at = -1, .ends_at = -1, .shared = true};
    draft.note = note;
    draft.sum = first_day->sum != NULL ? first_day->sum : last_day->sum;
    draft.counted = both_counted(making, first_day, last_day);
    draft.first = is_known(from.first) ? from.first : from.last;
    draft.last = is_known(to.last) ? to.last : to.first;
    if (draft.last < draft.first)
        draft.last = draft.first;
    const char *first = said_day(making->arena, from), *last = said_day(making->arena, to);
    if (range_is_day(from) && range_is_day(to)) {
        draft.days = span_said(making, draft.first, draft.last);
    } else {
        draft.known = arena_format(making->arena, "from %s to %s", first, last);
        draft.days = draft.known;
        draft.doubt = "Its days are not certain. It is entered from the first day on which it can "
                      "begin to the last on which it can end.";
    }
    add_event(making, &draft);
}

/* ---- from hints to days ---- */

static const Field *field_of(const DrawSlot *slot) {
    return slot == NULL || slot->count == 0 ? NULL : slot->fields[0];
}

/* From the first day that one field gives to the last that another does. */
static bool add_from_to(Making *making, const Record *record, const DrawSlot *from,
                        const DrawSlot *to) {
    const When *first = when_of(hint_value(making->emission, record, from));
    const When *last = when_of(hint_value(making->emission, record, to));
    bool begins = first != NULL && is_known_at_all(first->from);
    bool ends = last != NULL && !last->no_end && is_known_at_all(last->to);
    if (begins && ends)
        add_span(making, record, first, last, TEXT(""));
    else if (begins)
        add_one_end(making, record, first->from, field_of(from), first,
                    first->no_end || (last != NULL && last->no_end)
                        ? "It has no end."
                        : "The plan does not say on which day it ends.");
    else if (ends)
        add_one_end(making, record, last->to, field_of(to), last,
                    "The plan does not say on which day it begins.");
    return begins || ends;
}

static bool add_when(Making *making, const Record *record, const When *when, Text note) {
    bool begins = is_known_at_all(when->from), ends = !when->no_end && is_known_at_all(when->to);
    if (!begins && !ends)
        return false;
    if (!when->is_span || when->starts_at >= 0)
        add_day(making, record, when, note);
    else if (begins && ends)
        add_span(making, record, when, when, note);
    else
        add_one_end(making, record, begins ? when->from : when->to, NULL, when,
                    begins ? "It has no end." : "The plan does not say on which day it begins.");
    return true;
}

/* Every value of the slot's fields is a day, or days, of its own. */
static bool add_each(Making *making, const Record *record, const DrawSlot *slot) {
    bool any = false;
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++) {
            const When *when = when_of(values.items[v]);
            if (when == NULL)
                continue;
            Text note = values.items[v]->kind != VALUE_WHEN
                            ? text_of(value_label(making->arena, values.items[v]))
                        : slot->count > 1 ? text_of(said_field(making->arena, slot->fields[i]))
                                          : TEXT("");
            any = add_when(making, record, when, note) || any;
        }
    }
    return any;
}

/* A day that somebody is to set by another day: that day is something to remember too. END says
 * which end of a span it is; NULL for a day. */
static bool add_setting_day(Making *making, const Record *record, const DrawSlot *slot,
                            const char *end) {
    const Value *value = hint_value(making->emission, record, slot);
    const When *when = when_of(value);
    if (when == NULL || !when->not_fixed || when->set_by.first > when->set_by.last ||
        !is_known_at_all(when->set_by))
        return false;
    Draft draft = {.record = record, .starts_at = -1, .ends_at = -1};
    const char *said = when_words(making->arena, when);
    if (range_is_day(when->set_by))
        draft.first = draft.last = when->set_by.first;
    else
        draft.first = draft.last =
            is_known(when->set_by.last) ? when->set_by.last : when->set_by.first;
    draft.days = said;
    draft.doubt = "Its own day is not fixed yet. By this day it is to be set.";
    CalendarEvent *event = add_event(making, &draft);
    event->uid = calendar_uid(making->arena, making->emission->judgement->plan->name->text,
                              arena_format(making->arena, "%s.set-by", record->path->text));
    event->summary = arena_format(making->arena, "Set the day of: %.*s%s", TEXT_ARGS(record->title),
                                  end == NULL ? "" : arena_format(making->arena, " (%s)", end));
    event->status = range_is_day(when->set_by) ? CALENDAR_CONFIRMED : CALENDAR_TENTATIVE;
    return true;
}

static bool is_marked(const Draw *draw, const char *mark) {
    return draw->mark != NULL && text_is(name_text(draw->mark), mark);
}

/* Days that stand beside those of the record itself, where both ends are known: they are entered
 * under the title of the field in `label`. */
static void add_period(Making *making, const Record *record, const Draw *draw) {
    const When *first = when_of(hint_value(making->emission, record, draw_slot(draw, "from")));
    const When *last = when_of(hint_value(making->emission, record, draw_slot(draw, "to")));
    const Field *label = field_of(draw_slot(draw, "label"));
    if (first != NULL && last != NULL && is_known_at_all(first->from) && is_known_at_all(last->to))
        add_span(making, record, first, last,
                 label == NULL ? TEXT("") : text_of(said_field(making->arena, label)));
}

static void note_undated(Making *making, const Record *record) {
    enum { NAMED_AT_MOST = 20 };
    if (making->undated_count++ < NAMED_AT_MOST)
        out_format(&making->undated, "%s%.*s", making->undated_count == 1 ? "" : "; ",
                   TEXT_ARGS(record->title));
}

/* Where each day is known (a hint without `to`), no span goes over them all. */
static void add_record(Making *making, const Record *record) {
    making->left_out = !parties_concern(making->emission, &making->parties, record);
    const Draw *first = kind_draw(record->kind, "calendar");
    bool any = false, to_set = false;
    for (int with_end = 0; with_end <= 1; with_end++)
        for (const Draw *draw = first; draw != NULL; draw = draw->next) {
            const DrawSlot *from = draw_slot(draw, "from"), *to = draw_slot(draw, "to");
            if (draw->view != first->view || !is_marked(draw, "entry") || (to != NULL) != with_end)
                continue;
            if (to == NULL) {
                any = add_setting_day(making, record, from, NULL) || any;
                any = add_each(making, record, from) || any;
            } else if (!any) {
                to_set = add_setting_day(making, record, from, "first day") || to_set;
                to_set = add_setting_day(making, record, to, "last day") || to_set;
                any = add_from_to(making, record, from, to);
            }
        }
    for (const Draw *draw = first; draw != NULL; draw = draw->next)
        if (draw->view == first->view && is_marked(draw, "period"))
            add_period(making, record, draw);
    if (!any && !to_set && !making->left_out)
        note_undated(making, record);
}

static void add_records(Making *making) {
    const Model *model = making->emission->model;
    for (uint32_t k = 0; k < model->kind_count; k++) {
        const Kind *kind = model->kinds[k];
        uint32_t count = 0;
        const Record *const *records = hint_is_marked(kind, "calendar", "entry")
                                           ? records_of(making->emission->reader, kind, &count)
                                           : NULL;
        for (uint32_t i = 0; i < count; i++)
            if (records[i]->kind == kind)
                add_record(making, records[i]);
    }
}

static const char *about(Making *making) {
    Out out = {0};
    const char *as_at = said_as_at(making->arena, making->emission->judgement);
    out_format(&out, "The plan %s.", as_at);
    if (making->calendar->count == 0)
        out_string(&out, " Nothing in it has a day to enter.");
    if (making->undated_count > 0)
        out_format(&out, " Not entered, because the plan gives no day: %s", making->undated.bytes);
    if (making->undated_count > 20)
        out_format(&out, " and %u more", (unsigned)making->undated_count - 20);
    if (making->undated_count > 0)
        out_byte(&out, '.');
    const char *said = text_string(making->arena, out_written(&out));
    out_free(&out);
    return said;
}

Calendar *calendar_of(const Emission *emission) {
    const Record *plan = emission->judgement->plan;
    Calendar *calendar = arena_make(emission->arena, Calendar);
    Making making = {.emission = emission, .arena = emission->arena, .calendar = calendar};
    if (!parties_find(emission, &making.parties))
        return NULL;
    making.moves = arena_array(emission->arena, uint32_t, emission->model->record_count + 1);
    calendar->arena = emission->arena;
    calendar->as_at = emission->judgement->as_at;
    calendar->title = text_string(emission->arena, plan->title);
    calendar->host = host_of(&making, plan);
    if (calendar->host == NULL)
        calendar->host = calendar->title;
    if (making.parties.title != NULL)
        calendar->title =
            arena_format(emission->arena, "%s: %s", making.parties.title, calendar->title);
    add_records(&making);
    calendar_add_meetings(calendar, emission, &making.parties);
    calendar_add_dues(calendar, emission, &making.parties);
    calendar_settle(calendar);
    calendar->about = about(&making);
    out_free(&making.undated);
    return calendar;
}
