/* Law that a plan cites and that had ended by the plan's time, with what took its place. */
#include "judging.h"
#include "mention.h"

static bool can_be_cited(const Record *record) {
    return record->kind->role == ROLE_CLAUSE || record->kind->role == ROLE_CHARTER;
}

static const Record *charter_of(const Record *record) {
    while (record != NULL && record->kind->role != ROLE_CHARTER)
        record = record->parent;
    return record;
}

/* The clause or charter of that name, in full or by its end. */
static const Record *cited_by_name(const Judging *judging, const Name *name) {
    const Model *model = judging->model;
    const Record *exact = model_record(model, name);
    if (exact != NULL && can_be_cited(exact))
        return exact;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (can_be_cited(record) && record->path != NULL && name_may_be_typed(record->path, name))
            return record;
    }
    return NULL;
}

static bool is_mentioned(Judging *judging, const Record *record, Text text) {
    for (const Value *value = slot_first(role_slot(judging, record, "cited-as")); value != NULL;
         value = value_after(value))
        if (value->kind == VALUE_TEXT && text_mentions(text, value->text))
            return true;
    return false;
}

static const Record *successor_of(Judging *judging, const Record *record) {
    const Value *value = role_value(judging, record, "succeeded-by");
    if (value == NULL || value->kind != VALUE_NAME)
        return NULL;
    return cited_by_name(judging, value->name);
}

/* The last day on which RECORD was in force, if that is before the plan begins. */
static bool had_ended(Judging *judging, const Record *record, DateRange *end) {
    const Record *charter = charter_of(record);
    const When *force = force_span(judging, charter == NULL ? record : charter, record);
    if (force == NULL || force->no_end || force->to.last >= DAY_UNKNOWN_FUTURE)
        return false;
    When when;
    Day begins = judging->as_at;
    if (read_time(judging->reader, judging->judgement->plan, &when) &&
        when.from.first > DAY_UNKNOWN_PAST)
        begins = when.from.first;
    *end = force->to;
    return force->to.last < begins;
}

/* "uk.nhs.s14z45 (Involve people and carers)", or the name alone of what is not in hand. */
static const char *successor_said(Judging *judging, const Record *record) {
    const Value *value = role_value(judging, record, "succeeded-by");
    const Record *next = successor_of(judging, record);
    if (value == NULL || value->kind != VALUE_NAME)
        return "Cite what is in force now.";
    if (next == NULL)
        return arena_format(judging->arena, "What took its place: %s.", value->name->text);
    return arena_format(judging->arena, "What took its place: \"%.*s\" (law: %s).",
                        TEXT_ARGS(next->title), next->path->text);
}

/* Two charters may hold the same law: what has the same successor is told once. */
static bool is_told(Judging *judging, const Record *cited) {
    const Value *next = role_value(judging, cited, "succeeded-by");
    const void *key = next != NULL && next->kind == VALUE_NAME ? (const void *)next->name : cited;
    if (map_get(judging->cited, key) != NULL)
        return true;
    map_put(judging->cited, key, judging->cited);
    return false;
}

static void find_stale(Judging *judging, const Value *value, const Record *cited) {
    char day[RANGE_TEXT];
    DateRange end;
    if (!had_ended(judging, cited, &end) || is_told(judging, cited))
        return;
    Text source = record_text(judging->model, cited, "source");
    const char *from =
        source.length == 0 ? "" : arena_format(judging->arena, " (%.*s)", TEXT_ARGS(source));
    add_finding(judging, value->span, judging->judgement->plan, true,
                "The plan rests on \"%.*s\"%s, which was in force only until %s, before this "
                "plan's time. %s",
                TEXT_ARGS(cited->title), from, range_words(end, day),
                successor_said(judging, cited));
}

/* A text that names the successor as well tells the story of a change: nothing is stale in it. */
static void look_in_text(Judging *judging, const Value *value) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (!can_be_cited(record) || !is_mentioned(judging, record, value->text))
            continue;
        const Record *next = successor_of(judging, record);
        if (next == NULL || !is_mentioned(judging, next, value->text))
            find_stale(judging, value, record);
    }
}

static void look_at_name(Judging *judging, const Value *value) {
    const Record *cited = cited_by_name(judging, value->name);
    if (cited != NULL)
        find_stale(judging, value, cited);
    else
        add_finding(judging, value->span, judging->judgement->plan, true,
                    "I know no law called %s. Write its name as `convene what` prints it, or the "
                    "law in quotation marks (law: \"Equality Act 2010\").",
                    value->name->text);
}

void find_stale_citations(Judging *judging) {
    const Slot *slot = role_slot(judging, judging->judgement->plan, "law");
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value)) {
        if (value->kind == VALUE_NAME)
            look_at_name(judging, value);
        else if (value->kind == VALUE_TEXT)
            look_in_text(judging, value);
    }
}
