/* From entries of the checklist to events: one for all that one party has to do by one day, so that
 * a calendar reminds and does not drown. What is overdue is for the checklist. The calendar of one
 * party has what that party is to do. */
#include "calendar.h"

#include <string.h>

#include "entries.h"
#include "said.h"

/* What one party has to do by one day. */
typedef struct Due {
    const Record *owner; /* NULL: nobody is named */
    DateRange day;
    const Entry **entries;
    uint32_t count, room;
} Due;

typedef struct Gathering {
    const Emission *emission;
    const Parties *parties;
    Due *dues;
    uint32_t count, room;
} Gathering;

static const Record *subject_of(const Gathering *gathering, const Entry *entry) {
    const Record *subject = entry->first == NULL ? NULL : entry->first->subject;
    return subject == NULL ? gathering->emission->judgement->plan : subject;
}

static bool is_wanted(const Gathering *gathering, const Entry *entry, const Record *owner) {
    Day as_at = gathering->emission->judgement->as_at;
    if (!entry->has_day || entry->overdue || entry->finding != NULL || entry->day.last < as_at ||
        entry->day.first >= DAY_UNKNOWN_FUTURE)
        return false;
    return gathering->parties->count == 0 || parties_hold(gathering->parties, owner);
}

static void gather(Gathering *gathering, const Entry *entry) {
    Arena *arena = gathering->emission->arena;
    const Value *value =
        said_owner_value(gathering->emission->judgement->plan, subject_of(gathering, entry));
    const Record *owner = value != NULL && value->kind == VALUE_RECORD ? value->record : NULL;
    if (!is_wanted(gathering, entry, owner))
        return;
    Due *due = NULL;
    for (uint32_t i = 0; i < gathering->count && due == NULL; i++) {
        Due *each = &gathering->dues[i];
        if (each->owner == owner && each->day.first == entry->day.first &&
            each->day.last == entry->day.last)
            due = each;
    }
    if (due == NULL) {
        arena_push(arena, gathering->dues, gathering->count, gathering->room,
                   ((Due){.owner = owner, .day = entry->day}));
        due = &gathering->dues[gathering->count - 1];
    }
    arena_push(arena, due->entries, due->count, due->room, entry);
}

static void describe_entry(const Gathering *gathering, const Entry *entry, Out *out) {
    Arena *arena = gathering->emission->arena;
    out_format(out, "- %s%s", entry->group == ENTRY_TO_CONFIRM ? "To confirm: " : "",
               entry->message);
    const char *others = entry_others(arena, entry, 12);
    if (others != NULL)
        out_format(out, " %s", others);
    for (uint32_t i = 0; i < entry->cite_count; i++)
        out_format(out, "%s%.*s (%s)", i == 0 ? "\n  why: " : "; ",
                   TEXT_ARGS(entry->cites[i]->clause->title),
                   said_citation(arena, gathering->emission->model, entry->cites[i]));
    const char *lines = entry_lines(arena, gathering->emission->model, entry->first);
    if (lines != NULL)
        out_format(out, "\n  where: %s", lines);
    out_byte(out, '\n');
}

static const char *description(const Gathering *gathering, const Due *due) {
    Arena *arena = gathering->emission->arena;
    Out out = {0};
    out_format(&out, "To do by %s: %s.\n", said_day(arena, due->day),
               due->owner == NULL ? "nobody is named for it"
                                  : text_string(arena, due->owner->title));
    for (uint32_t i = 0; i < due->count; i++)
        describe_entry(gathering, due->entries[i], &out);
    out_format(&out, "From the plan \"%.*s\", %s.",
               TEXT_ARGS(gathering->emission->judgement->plan->title),
               said_as_at(arena, gathering->emission->judgement));
    const char *said = text_string(arena, out_written(&out));
    out_free(&out);
    return said;
}

static const char *summary(Arena *arena, const Due *due) {
    const char *who = due->owner == NULL ? "nobody named" : text_string(arena, due->owner->title);
    const char *what = due->count == 1 ? due->entries[0]->message
                                       : arena_format(arena, "%u things (%s)", due->count, who);
    if (range_is_day(due->day))
        return arena_format(arena, "Due: %s", what);
    return arena_format(arena, "Due: %s (day not certain: %s)", what, said_day(arena, due->day));
}

static void add_due(Calendar *calendar, const Gathering *gathering, const Due *due) {
    Arena *arena = calendar->arena;
    bool bounded = due->day.last < DAY_UNKNOWN_FUTURE;
    Day day = bounded ? due->day.last : due->day.first;
    CalendarEvent *event = calendar_event(calendar);
    char iso[DAY_TEXT];
    const char *who = due->owner == NULL ? "nobody" : due->owner->name->text;
    event->uid = calendar_uid(arena, gathering->emission->judgement->plan->name->text,
                              arena_format(arena, "due.%s.%s", day_iso(day, iso), who));
    event->summary = summary(arena, due);
    event->description = description(gathering, due);
    event->category = "Deadline";
    event->host = due->owner == NULL ? NULL : text_string(arena, due->owner->title);
    event->first = event->last = day;
    event->status = range_is_day(due->day) ? CALENDAR_CONFIRMED : CALENDAR_TENTATIVE;
}

void calendar_add_dues(Calendar *calendar, const Emission *emission, const Parties *parties) {
    static const EntryGroup GROUPS[] = {ENTRY_LAW_BROKEN, ENTRY_PUT_RIGHT, ENTRY_CANNOT_TELL,
                                        ENTRY_TO_CONFIRM, ENTRY_TO_COME,   ENTRY_SILENT};
    Gathering gathering = {.emission = emission, .parties = parties};
    const Entries *entries = entries_gather(emission->arena, emission->model, emission->judgement);
    for (size_t g = 0; g < sizeof GROUPS / sizeof *GROUPS; g++)
        for (uint32_t i = 0; i < entries->lists[GROUPS[g]].count; i++)
            gather(&gathering, entries->lists[GROUPS[g]].items[i]);
    for (uint32_t i = 0; i < gathering.count; i++)
        add_due(calendar, &gathering, &gathering.dues[i]);
}
