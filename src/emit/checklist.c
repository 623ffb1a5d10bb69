/* Entries to a checklist: grouped by when they are wanted, each with who, by when and why. */
#include "checklist.h"

#include <string.h>

#include "said.h"
#include "said_setting.h"

typedef struct Maker {
    Arena *arena;
    const Model *model;
    const Judgement *judgement;
    const Entries *entries;
    Checklist *list;
} Maker;

static const char *citations(Maker *maker, const Entry *entry) {
    if (entry->finding != NULL)
        return "the plan itself";
    Out out = {0};
    for (uint32_t i = 0; i < entry->cite_count; i++) {
        const ClauseResult *result = entry->cites[i];
        out_format(&out, "%s%.*s (%s)", i == 0 ? "" : "; ", TEXT_ARGS(result->clause->title),
                   said_citation(maker->arena, maker->model, result));
        const char *loosened = said_loosened(maker->arena, maker->model, result);
        if (loosened != NULL)
            out_format(&out, ". %s", loosened);
    }
    const char *said = text_string(maker->arena, out_written(&out));
    out_free(&out);
    return said;
}

static const Record *about(const Entry *entry) {
    if (entry->finding != NULL)
        return entry->finding->record;
    return entry->first == NULL ? NULL : entry->first->subject;
}

/* What overdue things and broken ones have in common is that the day to do them is today. */
static const char *by_when(Maker *maker, const Entry *entry) {
    const Case *kase = entry->first;
    if (entry->has_day)
        return arena_format(maker->arena, entry->days_differ ? "from %s" : "%s",
                            said_day(maker->arena, entry->day));
    if (kase != NULL && kase->due_unknown)
        return "no day given yet";
    return entry->group == ENTRY_TO_CONFIRM || entry->group == ENTRY_SILENT ? "not set" : "now";
}

static const char *where_written(Maker *maker, const Entry *entry) {
    if (entry->finding != NULL)
        return said_place(maker->arena, maker->model, entry->finding->span);
    return entry_lines(maker->arena, maker->model, entry->first);
}

static ChecklistItem item_of(Maker *maker, const Entry *entry) {
    const Record *plan = maker->judgement->plan, *record = about(entry);
    const char *who = said_owner(maker->arena, plan, record == NULL ? plan : record);
    return (ChecklistItem){.what = entry->message,
                           .others = entry_others(maker->arena, entry, 12),
                           .who = who == NULL ? "not named" : who,
                           .by = by_when(maker, entry),
                           .why = citations(maker, entry),
                           .where = where_written(maker, entry),
                           .law = entry->force == FORCE_LAW && entry->finding == NULL};
}

static ChecklistGroup *group(Maker *maker, const char *title, const char *note) {
    Checklist *list = maker->list;
    if (list->count > 0 && strcmp(list->groups[list->count - 1].title, title) == 0)
        return &list->groups[list->count - 1];
    ChecklistGroup empty = {.title = title, .note = note};
    arena_push(maker->arena, list->groups, list->count, list->room, empty);
    return &list->groups[list->count - 1];
}

static void add(Maker *maker, const Entry *entry, const char *title, const char *note) {
    ChecklistGroup *into = group(maker, title, note);
    arena_push(maker->arena, into->items, into->count, into->room, item_of(maker, entry));
    maker->list->item_count++;
}

typedef bool Wanted(const Entry *entry);

static bool is_overdue(const Entry *entry) { return entry->overdue; }
static bool in_time(const Entry *entry) { return !entry->overdue; }
static bool any(const Entry *entry) { return entry != NULL; }

static void add_all(Maker *maker, EntryGroup from, Wanted *wanted, const char *title,
                    const char *note) {
    const EntryList *list = &maker->entries->lists[from];
    for (uint32_t i = 0; i < list->count; i++)
        if (wanted(list->items[i]))
            add(maker, list->items[i], title, note);
}

static const char *before_day(Maker *maker, const Entry *entry) {
    const Case *kase = entry->first;
    if (kase == NULL || !kase->has_due || kase->due_unknown)
        return "In its time";
    const char *day = said_day(maker->arena, kase->due);
    if (strncmp(day, "by ", 3) == 0)
        return arena_format(maker->arena, "By %s", day + 3);
    return arena_format(maker->arena, "By %s", day);
}

static void add_to_come(Maker *maker) {
    const EntryList *list = &maker->entries->lists[ENTRY_TO_COME];
    for (uint32_t i = 0; i < list->count; i++)
        add(maker, list->items[i], before_day(maker, list->items[i]), NULL);
}

/* "Title. How to read them together. Clause (charter, section); clause (charter, section)" */
static const char *tension_said(Maker *maker, const Tension *tension) {
    Out out = {0};
    out_format(&out, "%.*s. %.*s ", TEXT_ARGS(tension->record->title),
               TEXT_ARGS(record_text(maker->model, tension->record, "reading")));
    for (uint32_t i = 0; i < tension->count; i++)
        out_format(&out, "%s%.*s (%s)", i == 0 ? "" : "; ",
                   TEXT_ARGS(tension->between[i]->clause->title),
                   said_citation(maker->arena, maker->model, tension->between[i]));
    const char *said = text_string(maker->arena, out_written(&out));
    out_free(&out);
    return said;
}

/* What is to be done so that clauses which pull apart are kept together. */
static void add_tension(Maker *maker, const Tension *tension) {
    const Record *plan = maker->judgement->plan;
    const char *who = said_owner(maker->arena, plan, plan);
    for (uint32_t i = 0; i < tension->to_do_count; i++) {
        ChecklistGroup *into = group(maker, "Where clauses pull apart",
                                     "No clause asks these things by itself; they keep several.");
        ChecklistItem item = {.what = tension->to_do[i],
                              .who = who == NULL ? "not named" : who,
                              .by = "not set",
                              .why = tension_said(maker, tension),
                              .where = said_place(maker->arena, maker->model, tension->span)};
        arena_push(maker->arena, into->items, into->count, into->room, item);
        maker->list->item_count++;
    }
}

static const char *held_against(Arena *arena, const Model *model, const Judgement *judgement) {
    uint32_t adopted = judgement->adopted_count, count = judgement->charter_count;
    const char *own = said_charters(arena, model, judgement, 0, adopted, "; ");
    const char *law = said_charters(arena, model, judgement, adopted, count, "; ");
    return arena_format(arena, "%s%s%s%s%s%s%s", adopted > 0 ? "Held against: " : "", own,
                        adopted > 0 ? "." : "", adopted > 0 && count > adopted ? " " : "",
                        count > adopted ? "As law: " : "", law, count > adopted ? "." : "");
}

static const char **not_held_against(Arena *arena, const Judgement *judgement) {
    const char **list = arena_array(arena, const char *, judgement->not_judged_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < judgement->not_judged_count; i++)
        if (judgement->not_judged[i].for_want_of_a_fact)
            list[count++] = judgement->not_judged[i].sentence;
    list[count] = NULL;
    return list;
}

Checklist *checklist_make(Arena *arena, const Model *model, const Judgement *judgement) {
    Maker maker = {arena, model, judgement, entries_gather(arena, model, judgement),
                   arena_make(arena, Checklist)};
    maker.list->title = text_string(arena, judgement->plan->title);
    char *as_at = text_string(arena, text_of(said_as_at(arena, judgement)));
    as_at[0] = 'A';
    maker.list->as_at = as_at;
    maker.list->held = held_against(arena, model, judgement);
    maker.list->unheld = not_held_against(arena, judgement);
    maker.list->nothing =
        judgement->result_count == 0
            ? "Nothing was judged: the plan adopts no charter, or none that holds "
              "anything to judge. This list says nothing about what is to be done."
            : "Nothing that was judged is still to be done.";
    add_all(&maker, ENTRY_LAW_BROKEN, any, "Law: put right first",
            "The plan's own lines break the law. This cannot be explained away.");
    add_all(&maker, ENTRY_PUT_RIGHT, is_overdue, "Overdue", NULL);
    add_all(&maker, ENTRY_PUT_RIGHT, in_time, "Put right", NULL);
    for (uint32_t i = 0; i < judgement->tension_count; i++)
        add_tension(&maker, judgement->tensions[i]);
    add_to_come(&maker);
    add_all(&maker, ENTRY_TO_CONFIRM, any, "To confirm, by a person", NULL);
    add_all(&maker, ENTRY_CANNOT_TELL, any, "Facts wanted",
            "Until they are added, nobody can tell.");
    add_all(&maker, ENTRY_SILENT, is_overdue, "Not in the plan: its day has passed",
            "The plan does not say so. If it was done, write it down.");
    add_all(&maker, ENTRY_SILENT, in_time, "Not yet in the plan", "The plan does not say so yet.");
    return maker.list;
}
