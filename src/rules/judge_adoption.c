/* Which charters a plan is held against, and which of their clauses are in force there and then. */
#include "../model/included.h"
#include "judging.h"

static bool is_judged_already(const Judgement *judgement, const Record *charter) {
    for (uint32_t i = 0; i < judgement->charter_count; i++)
        if (judgement->charters[i] == charter)
            return true;
    return false;
}

void add_not_judged(Judging *judging, const char *sentence, bool for_want_of_a_fact) {
    Judgement *judgement = judging->judgement;
    NotJudged entry = {sentence, for_want_of_a_fact};
    arena_push(judging->arena, judgement->not_judged, judgement->not_judged_count,
               judgement->not_judged_room, entry);
}

static bool charter_applies(Judging *judging, const Record *charter) {
    const char *reason = not_for_plan(judging, charter);
    if (reason == NULL)
        return true;
    if (map_get(judging->refused, charter) == NULL)
        add_not_judged(judging,
                       arena_format(judging->arena, "%.*s: %s", TEXT_ARGS(charter->title), reason),
                       false);
    map_put(judging->refused, charter, judging->refused);
    return false;
}

const When *force_span(const Judging *judging, const Record *charter, const Record *clause) {
    const Value *value = role_value(judging, clause, "in-force");
    if (value == NULL)
        value = role_value(judging, charter, "in-force");
    return value != NULL && value->kind == VALUE_WHEN ? &value->when : NULL;
}

When time_of_plan(Judging *judging) {
    When when;
    if (read_time(judging->reader, judging->judgement->plan, &when))
        return when;
    DateRange day = {judging->judgement->as_at, judging->judgement->as_at};
    return (When){.from = day, .to = day, .starts_at = -1, .ends_at = -1};
}

Truth in_force_at(Judging *judging, const When *force, const When *when, const char **reason) {
    char first[RANGE_TEXT], last[RANGE_TEXT];
    if (force == NULL)
        return TRUTH_HOLDS;
    Day force_end = force->no_end ? DAY_UNKNOWN_FUTURE : force->to.last;
    Day end = when->no_end ? DAY_UNKNOWN_FUTURE : when->to.last;
    if (when->from.first > force_end || end < force->from.first) {
        *reason = force->no_end
                      ? arena_format(judging->arena, "It has been in force only since %s.",
                                     range_words(force->from, first))
                      : arena_format(judging->arena, "It was in force from %s to %s.",
                                     range_words(force->from, first), range_words(force->to, last));
        return TRUTH_CONTRADICTED;
    }
    bool surely = when->from.last <= force_end && when->to.first >= force->from.last;
    if (!surely)
        *reason = "The dates are not known well enough to tell whether this was in force.";
    return surely ? TRUTH_HOLDS : TRUTH_UNCERTAIN;
}

static void judge_included(Judging *judging, const Record *charter) {
    const Slot *slot = role_slot(judging, charter, "includes");
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value)) {
        const Record *included = included_charter(judging->model, value);
        if (included != NULL)
            judge_charter(judging, included);
    }
}

static void judge_clauses_in(Judging *judging, const Record *charter, const Record *parent) {
    for (const Record *child = parent->first_child; child != NULL; child = child->next_sibling) {
        if (child->kind->role == ROLE_CLAUSE)
            judge_clause(judging, charter, child);
        else if (child->kind->role == ROLE_HEADING)
            judge_clauses_in(judging, charter, child);
    }
}

static bool is_unavailable(const Judging *judging, const Record *charter) {
    const Value *text = role_value(judging, charter, "text");
    return text != NULL && text->kind == VALUE_RECORD &&
           text_is(name_text(text->record->name), "unavailable");
}

/* A charter that is known by name only, or asks nothing and takes in none that does, is not among
 * those that the plan was held against. */
static void refuse_charter(Judging *judging, const Record *charter) {
    judging->judgement->charter_count--; /* the one just added */
    map_put(judging->refused, charter, judging->refused);
    add_not_judged(judging,
                   arena_format(judging->arena, "%.*s: %s", TEXT_ARGS(charter->title),
                                is_unavailable(judging, charter)
                                    ? "its text is not to hand, so nothing in it could be judged."
                                    : "it asks nothing that could be judged."),
                   false);
}

void judge_charter(Judging *judging, const Record *charter) {
    Judgement *judgement = judging->judgement;
    if (is_judged_already(judgement, charter) || !charter_applies(judging, charter) ||
        map_get(judging->refused, charter) != NULL)
        return;
    arena_push(judging->arena, judgement->charters, judgement->charter_count,
               judgement->charter_room, charter);
    uint32_t before = judgement->result_count;
    judge_clauses_in(judging, charter, charter);
    bool takes_in = role_slot(judging, charter, "includes") != NULL;
    if (judgement->result_count == before && (!takes_in || is_unavailable(judging, charter)))
        refuse_charter(judging, charter);
    judge_included(judging, charter);
}

bool adoption_holds(const Judging *judging, const Record *adoption) {
    return adoption->kind->role == ROLE_ADOPTION && adoption->referred != NULL &&
           adoption->module == judging->model->main &&
           (adoption->parent == NULL || adoption->parent == judging->judgement->plan);
}

static void judge_adoption(Judging *judging, const Record *adoption) {
    const Value *from = role_value(judging, adoption, "from");
    reader_adopted(judging->reader, adoption,
                   from != NULL && from->kind == VALUE_WHEN ? &from->when : NULL);
    judge_charter(judging, adoption->referred);
    reader_adopted(judging->reader, NULL, NULL);
}

void judge_adoptions(Judging *judging, const Name *const *against) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (adoption_holds(judging, record))
            judge_adoption(judging, record);
    }
    for (uint32_t i = 0; against != NULL && against[i] != NULL; i++) {
        const Record *charter = model_charter(model, against[i]);
        if (charter != NULL)
            judge_charter(judging, charter);
    }
    judging->judgement->adopted_count = judging->judgement->charter_count;
    judging->judgement->refused_count = judging->judgement->not_judged_count;
}
