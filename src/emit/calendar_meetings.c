/* From bodies that meet in a rhythm to events: the meetings of every body that the plan names, from
 * the plan's first day in the calendar to its last. A meeting that is a record stands in the
 * calendar as that record. */
#include "calendar.h"

#include "../rules/calendar.h"
#include "hints.h"
#include "said.h"

typedef struct Making {
    const Emission *emission;
    Calendar *calendar;
    bool *is_named;   /* of each record of the model, by its index: does the plan name it? */
    uint32_t entered; /* events that stand for records */
    Day first, last;
} Making;

static void note_named(Making *making, const Record *record) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_RECORD && value->record != NULL)
                making->is_named[value->record->index] = true;
}

static void note_all_named(Making *making) {
    const Model *model = making->emission->model;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (record_with_role(model->records[i], ROLE_TOP) == making->emission->judgement->plan)
            note_named(making, model->records[i]);
}

/* From the first day to the last of what is in the calendar already; false for an empty one. */
static bool find_reach(Making *making) {
    const Calendar *calendar = making->calendar;
    for (uint32_t i = 0; i < calendar->count; i++) {
        const CalendarEvent *event = calendar->events[i];
        if (i == 0 || event->first < making->first)
            making->first = event->first;
        if (i == 0 || event->last > making->last)
            making->last = event->last;
    }
    return calendar->count > 0;
}

static const char *description(Making *making, const Record *body, const DrawSlot *from,
                               const char *day) {
    const Emission *emission = making->emission;
    const Value *rhythm = hint_value(emission, body, from);
    const char *place = said_place(emission->arena, emission->model, body->span);
    return arena_format(emission->arena,
                        "Meeting of: %.*s\nWhen: %s\nCounted: %s\n"
                        "From the plan \"%.*s\", %s%s%s.",
                        TEXT_ARGS(body->title), day,
                        rhythm == NULL ? "" : value_words(emission->arena, rhythm),
                        TEXT_ARGS(emission->judgement->plan->title),
                        said_as_at(emission->arena, emission->judgement), place == NULL ? "" : ": ",
                        place == NULL ? "" : place);
}

/* The kind of record that stands for a meeting, `as: KIND`: its title heads the entry. */
static const Kind *meeting_kind(const Making *making, const Draw *draw) {
    const DrawSlot *as = draw_slot(draw, "as");
    return as == NULL || as->count == 0 ? NULL : model_kind(making->emission->model, as->words[0]);
}

static void add_meeting(Making *making, const Record *body, const Draw *draw,
                        const Meeting *meeting) {
    Arena *arena = making->emission->arena;
    char day[DAY_TEXT];
    CalendarEvent *event = calendar_event(making->calendar);
    event->uid = calendar_uid(
        arena, making->emission->judgement->plan->name->text,
        arena_format(arena, "%s.meets.%s", body->path->text, day_iso(meeting->day, day)));
    event->summary = arena_format(arena, "%.*s meets", TEXT_ARGS(body->title));
    event->description =
        description(making, body, draw_slot(draw, "from"), day_long(meeting->day, day));
    event->category = text_string(arena, meeting_kind(making, draw)->title);
    event->host = text_string(arena, body->title);
    event->place = meeting->where == NULL ? NULL : value_label(arena, meeting->where);
    event->first = event->last = meeting->day;
}

static bool is_meeting_hint(const Draw *draw) {
    return draw->mark != NULL && text_is(name_text(draw->mark), "meetings");
}

/* Does the plan have a record of its own for the meeting of BODY on DAY? */
static bool is_entered_already(const Making *making, const Record *body, const Kind *kind,
                               Day day) {
    const Parties only = {.records = &body, .count = 1};
    for (uint32_t i = 0; i < making->entered; i++) {
        const CalendarEvent *event = making->calendar->events[i];
        if (event->first == day && kind_is(event->record->kind, kind) &&
            parties_concern(making->emission, &only, event->record))
            return true;
    }
    return false;
}

static void add_meetings(Making *making, const Record *body) {
    const Draw *first = kind_draw(body->kind, "calendar");
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        const Meeting *meetings = NULL;
        uint32_t count = 0;
        const Kind *kind = meeting_kind(making, draw);
        if (kind == NULL || draw->view != first->view || !is_meeting_hint(draw) ||
            !meetings_of(making->emission->reader, body, making->first, making->last, &meetings,
                         &count))
            continue;
        for (uint32_t i = 0; i < count; i++)
            if (!is_entered_already(making, body, kind, meetings[i].day))
                add_meeting(making, body, draw, &meetings[i]);
    }
}

void calendar_add_meetings(Calendar *calendar, const Emission *emission, const Parties *parties) {
    Making making = {.emission = emission, .calendar = calendar, .entered = calendar->count};
    if (!find_reach(&making))
        return;
    const Model *model = emission->model;
    making.is_named = arena_array(emission->arena, bool, model->record_count + 1);
    note_all_named(&making);
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (making.is_named[i] && hint_is_marked(record->kind, "calendar", "meetings") &&
            (parties->count == 0 || parties_hold(parties, record)))
            add_meetings(&making, record);
    }
}
