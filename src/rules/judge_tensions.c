/* Clauses that pull apart (role `tension`): where a plan is held against all of them, and what sets
 * one against the other is there (`when`), the plan is told so, with how to read them together;
 * `expect` says when it does. Nothing of it is a verdict. */
#include "judging.h"

static const ClauseResult *result_of(const Judgement *judgement, const Name *path) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (judgement->results[i]->clause->path == path)
            return judgement->results[i];
    return NULL;
}

/* What does not apply, or has nothing to go by, pulls nowhere. */
static bool pulls(const ClauseResult *result) {
    return result != NULL && result->verdict != VERDICT_DOES_NOT_APPLY &&
           result->verdict != VERDICT_NOTHING_TO_JUDGE;
}

static bool find_clauses(Judging *judging, Tension *tension) {
    const Value *value = role_value(judging, tension->record, "between");
    for (; value != NULL; value = value_after(value)) {
        const ClauseResult *result =
            value->kind == VALUE_NAME ? result_of(judging->judgement, value->name) : NULL;
        if (!pulls(result))
            return false;
        arena_push(judging->arena, tension->between, tension->count, tension->room, result);
    }
    return tension->count > 1;
}

static Instances judged(Judging *judging, const Record *record, const Line *line, RuleUse use,
                        Rule **rule) {
    const char *empty = NULL;
    *rule = rule_compile(judging->reader, record, line, use);
    return *rule == NULL ? (Instances){0} : rule_judge(judging->reader, *rule, &empty);
}

/* Is one told already that says the same of other clauses? It stands before this one. */
static bool is_told(Judging *judging, const Record *record) {
    const Value *unless = role_value(judging, record, "unless");
    const Judgement *judgement = judging->judgement;
    for (uint32_t i = 0; i < judgement->tension_count; i++)
        if (unless != NULL && unless->kind == VALUE_RECORD &&
            judgement->tensions[i]->record == unless->record)
            return true;
    return false;
}

/* Only what the plan itself says sets clauses against each other; its silence does not. */
static bool is_raised(Judging *judging, const Record *record) {
    const Slot *slot = role_slot(judging, record, "when");
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        Rule *rule = NULL;
        Instances instances = judged(judging, record, line, RULE_CONDITION, &rule);
        for (uint32_t i = 0; i < instances.count; i++)
            if (instances.items[i].truth != TRUTH_HOLDS)
                return false;
        if (instances.count == 0)
            return false;
    }
    return true;
}

static bool is_there(const Tension *tension, const char *words) {
    for (uint32_t i = 0; i < tension->to_do_count; i++)
        if (text_is(text_of(tension->to_do[i]), words))
            return true;
    return false;
}

static void add_to_do(Judging *judging, Tension *tension, const Rule *rule, Instance *instance) {
    const char *words = rule_message(judging->reader, rule, instance);
    tension->kept_together = false;
    if (span_is_none(tension->span))
        tension->span = instance_place(instance, judging->judgement->plan);
    if (words != NULL && !is_there(tension, words))
        arena_push(judging->arena, tension->to_do, tension->to_do_count, tension->to_do_room,
                   words);
}

/* Does the plan read them together? False if there is nothing here over which they could part. */
static bool look_at_plan(Judging *judging, Tension *tension) {
    const Slot *slot = role_slot(judging, tension->record, "expect");
    bool anything = slot == NULL;
    tension->kept_together = slot != NULL;
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        Rule *rule = NULL;
        Instances instances = judged(judging, tension->record, line, RULE_EXPECTATION, &rule);
        anything = anything || instances.count > 0;
        for (uint32_t i = 0; i < instances.count; i++)
            if (instances.items[i].truth != TRUTH_HOLDS)
                add_to_do(judging, tension, rule, &instances.items[i]);
    }
    return anything;
}

void judge_tensions(Judging *judging) {
    const Model *model = judging->model;
    Judgement *judgement = judging->judgement;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (record->kind->role != ROLE_TENSION || is_told(judging, record))
            continue;
        Tension *tension = arena_make(judging->arena, Tension);
        *tension = (Tension){.record = record, .span = NO_SPAN};
        if (find_clauses(judging, tension) && is_raised(judging, record) &&
            look_at_plan(judging, tension))
            arena_push(judging->arena, judgement->tensions, judgement->tension_count,
                       judgement->tension_room, tension);
    }
}
