/* What every plan is asked, whatever it adopts: rules of role `watch`, each instance of which that
 * does not hold, and whose day has passed, becomes a finding. */
#include "judging.h"

#include "../base/out.h"

/* So many records of one rule are told one by one; more are told in one finding. */
enum { MOST_TOLD_ALONE = 3, MOST_TITLES = 4 };

typedef struct Watching {
    Judging *judging;
    const Record *watch;
    Rule *rule;
    Instance **found; /* one a record, in the order of the sources */
    uint32_t count, room;
    Map *told;            /* the records of those found */
    bool for_information; /* it tells something, and asks for nothing */
    bool if_said;         /* silence is no finding */
} Watching;

static const Record *subject_of(const Instance *instance) {
    return instance->bound_count > 0 ? instance->bound[0] : NULL;
}

/* Is it time to ask? A rule without a day is asked at once; one whose day is not known, never. */
static bool is_time(const Watching *watching, Instance *instance) {
    DateRange due;
    bool unknown = false;
    if (!rule_due(watching->judging->reader, watching->rule, instance, &due, &unknown))
        return !unknown;
    return !unknown && due.last < watching->judging->as_at;
}

static bool is_lacking(const Watching *watching, Truth truth) {
    if (watching->if_said)
        return truth == TRUTH_CONTRADICTED;
    return truth != TRUTH_HOLDS && truth != TRUTH_UNCERTAIN;
}

static bool says_yes(const Model *model, const Record *watch, const char *label) {
    const Value *value = record_value(model, watch, label);
    return value != NULL && value->kind == VALUE_YES_NO && value->yes;
}

/* What is about no record is about the plan as a whole. */
static const Record *told_as(const Watching *watching, const Instance *instance) {
    const Record *subject = subject_of(instance);
    return subject == NULL ? watching->judging->judgement->plan : subject;
}

static bool is_told(const Watching *watching, const Instance *instance) {
    return map_get(watching->told, told_as(watching, instance)) != NULL;
}

static void add_found(Watching *watching, Instance *instance) {
    arena_push(watching->judging->arena, watching->found, watching->count, watching->room,
               instance);
    map_put(watching->told, told_as(watching, instance), instance);
}

static const char *message_of(const Watching *watching, Instance *instance) {
    const char *message = rule_message(watching->judging->reader, watching->rule, instance);
    return message != NULL ? message : watching->watch->title.at;
}

static void tell(const Watching *watching, Instance *instance, const char *more) {
    const Record *subject = subject_of(instance);
    Finding *finding =
        add_finding(watching->judging, instance_place(instance, watching->watch),
                    subject != NULL ? subject : watching->judging->judgement->plan,
                    !watching->for_information, "%s%s", message_of(watching, instance), more);
    finding->watch = watching->watch;
}

/* " The same for: Drop-in, Public meeting and 3 more." */
static const char *the_others(const Watching *watching) {
    Out out = {0};
    out_string(&out, " The same for: ");
    uint32_t shown = watching->count - 1 > MOST_TITLES ? MOST_TITLES : watching->count - 1;
    for (uint32_t i = 1; i <= shown; i++) {
        bool last = i == shown && watching->count - 1 == shown;
        out_format(&out, "%s%.*s",
                   i == 1 ? ""
                   : last ? " and "
                          : ", ",
                   TEXT_ARGS(subject_of(watching->found[i])->title));
    }
    if (watching->count - 1 > shown)
        out_format(&out, " and %u more", watching->count - 1 - shown);
    out_byte(&out, '.');
    const char *said = text_string(watching->judging->arena, out_written(&out));
    out_free(&out);
    return said;
}

static bool is_named(const Watching *watching, const Record *expectation) {
    const Slot *slot = record_slot_text(watching->judging->model, watching->watch, "unless-asked");
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
        if (value->kind == VALUE_NAME && value->name == expectation->name)
            return true;
    return false;
}

/* Does a clause ask the same of the same record? Then its verdict says it, and nobody reads it
 * twice. */
static bool is_asked_elsewhere(const Watching *watching, const Instance *instance) {
    const Judgement *judgement = watching->judging->judgement;
    if (record_slot_text(watching->judging->model, watching->watch, "unless-asked") == NULL)
        return false;
    for (uint32_t i = 0; i < judgement->result_count; i++)
        for (const Case *each = judgement->results[i]->cases; each != NULL; each = each->next)
            if (each->shared && each->subject == subject_of(instance) &&
                is_named(watching, each->expectation))
                return true;
    return false;
}

static void watch_line(Judging *judging, const Record *watch, const Line *line) {
    if (rule_is_idle(judging->reader, line))
        return;
    Watching watching = {.judging = judging, .watch = watch, .told = map_new(judging->arena)};
    watching.rule = rule_compile(judging->reader, watch, line, RULE_EXPECTATION);
    if (watching.rule == NULL)
        return;
    watching.for_information = says_yes(judging->model, watch, "for-information");
    watching.if_said = watching.for_information || says_yes(judging->model, watch, "if-said");
    const char *empty = NULL;
    Instances instances = rule_judge(judging->reader, watching.rule, &empty);
    for (uint32_t i = 0; i < instances.count; i++) {
        Instance *instance = &instances.items[i];
        if (is_lacking(&watching, instance->truth) && !is_told(&watching, instance) &&
            is_time(&watching, instance) && !is_asked_elsewhere(&watching, instance))
            add_found(&watching, instance);
    }
    bool many = watching.count > MOST_TOLD_ALONE;
    for (uint32_t i = 0; i < (many ? 1 : watching.count); i++)
        tell(&watching, watching.found[i], many ? the_others(&watching) : "");
}

void judge_watches(Judging *judging) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *watch = model->records[i];
        const Slot *slot =
            watch->kind->role == ROLE_WATCH ? record_slot_text(model, watch, "expect") : NULL;
        for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next)
            watch_line(judging, watch, line);
    }
}
