#include "judging.h"

#include <stdarg.h>
#include <stdio.h>

const Slot *role_slot(const Judging *judging, const Record *record, const char *field) {
    return record_slot_text(judging->model, record, field);
}

const Value *role_value(const Judging *judging, const Record *record, const char *field) {
    return slot_first(role_slot(judging, record, field));
}

Finding *add_finding(Judging *judging, Span span, const Record *record, bool put_right,
                     const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *message = arena_alloc(judging->arena, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0)
        vsnprintf(message, (size_t)length + 1, format, again);
    va_end(again);
    Finding *finding = arena_make(judging->arena, Finding);
    *finding =
        (Finding){.span = span, .record = record, .message = message, .put_right = put_right};
    Judgement *judgement = judging->judgement;
    if (judgement->last_finding == NULL)
        judgement->findings = finding;
    else
        judgement->last_finding->next = finding;
    judgement->last_finding = finding;
    return finding;
}

bool plan_as_at(const Model *model, const Record *plan, Day *as_at) {
    const Value *value = record_value(model, plan, "as-at");
    if (value == NULL || value->kind != VALUE_WHEN || !range_is_day(value->when.from))
        return false;
    *as_at = value->when.from.first;
    return true;
}

/* A date that was to be set by now, and is not. */
static void find_unset_dates(Judging *judging, const Record *record) {
    char day[RANGE_TEXT];
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_WHEN && value->when.not_fixed &&
                value->when.set_by.first <= value->when.set_by.last &&
                value->when.set_by.last < judging->as_at)
                add_finding(judging, value->span, record, true,
                            "%.*s: the date was to be set by %s, and is not here yet.",
                            TEXT_ARGS(record->title), range_words(value->when.set_by, day));
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        find_unset_dates(judging, child);
}

Span instance_place(Instance *instance, const Record *fallback) {
    for (const Witness *witness = instance_witnesses(instance); witness != NULL;
         witness = witness->next)
        if (!span_is_none(witness->span))
            return witness->span;
    return instance->bound_count > 0 ? instance->bound[0]->span : fallback->span;
}

static void report_senseless(Model *model, const Record *sense, const Line *line,
                             Instance *instance, const char *message) {
    Diagnostic *diagnostic = report(model->diagnostics, DIAGNOSTIC_senseless,
                                    instance_place(instance, sense), "%s", message);
    for (uint32_t b = 0; b < instance->bound_count; b++)
        diagnostic_note(model->diagnostics, diagnostic, instance->bound[b]->span, "%.*s",
                        TEXT_ARGS(instance->bound[b]->title));
    if (line->reason.length > 0)
        diagnostic_why(model->diagnostics, diagnostic, "%.*s", TEXT_ARGS(line->reason));
}

static void judge_sense_line(Reader *reader, Model *model, const Record *sense, const Line *line) {
    if (rule_is_idle(reader, line))
        return;
    Rule *rule = rule_compile(reader, sense, line, RULE_EXPECTATION);
    if (rule == NULL)
        return;
    Instances instances = rule_breaches(reader, rule);
    for (uint32_t i = 0; i < instances.count; i++) {
        Instance *instance = &instances.items[i];
        const char *message = rule_message(reader, rule, instance);
        report_senseless(model, sense, line, instance, message == NULL ? sense->title.at : message);
    }
}

void judge_sense(Reader *reader, Model *model) {
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *sense = model->records[i];
        const Slot *slot =
            sense->kind->role == ROLE_SENSE ? record_slot_text(model, sense, "expect") : NULL;
        for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next)
            judge_sense_line(reader, model, sense, line);
    }
}

static void count_verdicts(Judgement *judgement) {
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        const ClauseResult *result = judgement->results[i];
        judgement->counts[result->verdict]++;
        judgement->law_broken += result->verdict == VERDICT_BROKEN && result->force == FORCE_LAW;
    }
}

Judgement *judge_plan(Reader *reader, Model *model, const Record *plan, Day as_at,
                      AsAtOrigin origin, const Name *const *against) {
    Judgement *judgement = arena_make(model->arena, Judgement);
    judgement->plan = plan;
    judgement->as_at = as_at;
    judgement->as_at_origin = origin;
    Judging judging = {.reader = reader,
                       .model = model,
                       .judgement = judgement,
                       .arena = model->arena,
                       .as_at = as_at,
                       .shared = map_new(model->arena),
                       .stage_dues = map_new(model->arena),
                       .same = map_new(model->arena),
                       .settings = map_new(model->arena),
                       .cited = map_new(model->arena),
                       .refused = map_new(model->arena)};
    gather_same(&judging);
    judge_profiles(&judging, against);
    collect_statements(&judging);
    judge_adoptions(&judging, against);
    judge_law(&judging);
    report_statements(&judging);
    find_unset_dates(&judging, plan);
    find_stale_citations(&judging);
    judge_watches(&judging);
    judge_grants(&judging);
    judge_tensions(&judging);
    count_verdicts(judgement);
    return judgement;
}
