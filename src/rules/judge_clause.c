/* One clause: its expectations and questions, case by case, to one verdict. */
#include <ctype.h>
#include <string.h>

#include "../syntax/tree.h"
#include "judging.h"

typedef struct ClauseWork {
    Judging *judging;
    const Record *clause;
    ClauseResult *result;
    const When *force; /* when the clause is in force, or NULL */
    Rule *own_due;     /* the clause's own `due:`, or NULL */
    bool due_is_found; /* the day that cases are due which have none of their own */
    bool has_due, due_unknown;
    DateRange due;
    const char *due_words;
    uint32_t asked;    /* how many things were asked so far */
    const char *empty; /* the plural of what there was none of */
} ClauseWork;

typedef struct SharedExpectation {
    Rule *rule;
    const char *empty;
    Instances instances;
} SharedExpectation;

static Force force_named(const Value *value, Force otherwise) {
    if (value == NULL || value->kind != VALUE_RECORD)
        return otherwise;
    for (int force = FORCE_LAW; force <= FORCE_MAY; force++)
        if (text_is(name_text(value->record->name), force_word((Force)force)))
            return (Force)force;
    return otherwise;
}

/* What RECORD says of a plan's silence (`silent: broken`, `silent: cannot-tell`); else OTHERWISE.
 */
static Verdict silence_said(const Judging *judging, const Record *record, Verdict otherwise) {
    static const Verdict SILENCES[] = {VERDICT_BROKEN, VERDICT_CANNOT_TELL, VERDICT_NOT_SHOWN};
    const Value *silent = role_value(judging, record, "silent");
    if (silent == NULL || silent->kind != VALUE_RECORD)
        return otherwise;
    for (size_t i = 0; i < sizeof SILENCES / sizeof *SILENCES; i++)
        if (silent->record->name ==
            name_of_words(judging->model->names, text_of(verdict_word(SILENCES[i]))))
            return SILENCES[i];
    return otherwise;
}

/* The settings that RULE turns on belong to the verdict. */
static void note_settings(const ClauseWork *work, const Rule *rule) {
    uint32_t count = 0;
    const Record *const *settings = rule == NULL ? NULL : rule_settings(rule, &count);
    ClauseResult *result = work->result;
    for (uint32_t i = 0; i < count; i++) {
        const SettingUse *use = setting_use(work->judging, settings[i]);
        bool known = false;
        for (uint32_t k = 0; k < result->setting_count; k++)
            known = known || result->settings[k] == use;
        if (!known)
            arena_push(work->judging->arena, result->settings, result->setting_count,
                       result->setting_room, use);
    }
}

/* ---- when a case is due ---- */

static Rule *compile_date(Judging *judging, const Record *record) {
    const Slot *slot = role_slot(judging, record, "due");
    if (slot == NULL || slot->lines == NULL || slot->lines->rule == NULL)
        return NULL;
    return rule_compile(judging->reader, record, slot->lines, RULE_DATE);
}

/* The `due:` of the stage that the clause belongs to. */
static Rule *stage_due(const ClauseWork *work) {
    Judging *judging = work->judging;
    const Value *stage = role_value(judging, work->clause, "stage");
    if (stage == NULL || stage->kind != VALUE_RECORD)
        return NULL;
    Rule *known = map_get(judging->stage_dues, stage->record);
    if (known == NULL) {
        known = compile_date(judging, stage->record);
        if (known != NULL)
            map_put(judging->stage_dues, stage->record, known);
    }
    return known;
}

/* The day of the clause or of its stage is the same for all cases: */
static void find_due(ClauseWork *work) {
    Reader *reader = work->judging->reader;
    if (work->due_is_found)
        return;
    work->due_is_found = true;
    Rule *rule = work->own_due != NULL ? work->own_due : stage_due(work);
    work->has_due = rule != NULL;
    if (rule == NULL)
        return;
    note_settings(work, rule);
    work->due_unknown = !rule_date(reader, rule, &work->due);
    work->due_words = text_string(work->judging->arena, rule_words(reader, rule));
}

/* Sets the due day of a case. Returns true if it was written on the expectation or the clause. */
static bool set_due(ClauseWork *work, const Asked *asked, const Instance *instance, Case *judged) {
    Reader *reader = work->judging->reader;
    if (asked->own_due != NULL) {
        judged->has_due = true;
        judged->due_unknown = !rule_date(reader, asked->own_due, &judged->due);
        judged->due_words = text_string(work->judging->arena, rule_words(reader, asked->own_due));
        return true;
    }
    judged->has_due = rule_due(reader, asked->rule, instance, &judged->due, &judged->due_unknown);
    bool written = judged->has_due;
    if (written && !judged->due_unknown)
        return true;
    find_due(work);
    if (written && (!work->has_due || work->due_unknown))
        return true;
    if (written) /* on a day that is not given: no sooner than the rest of the clause */
        judged->due_words = NULL;
    judged->has_due = work->has_due;
    judged->due_unknown = work->due_unknown;
    judged->due = work->due;
    if (judged->due_words == NULL)
        judged->due_words = work->due_words;
    return written || work->own_due != NULL;
}

/* The due day itself is still in time; without any day that is given it counts as passed. */
static bool is_past_due(const Judging *judging, const Case *judged) {
    return !judged->has_due || judged->due_unknown || judging->as_at > judged->due.last;
}

/* ---- one case ---- */

const Witness *case_witnesses(const Case *judged) {
    return judged->instance == NULL ? NULL : instance_witnesses(judged->instance);
}

static Verdict verdict_of(const Judging *judging, const Asked *asked, const Case *judged,
                          bool due_is_written) {
    bool past = is_past_due(judging, judged);
    switch (judged->truth) {
    case TRUTH_HOLDS: return VERDICT_MET;
    case TRUTH_CONTRADICTED: return due_is_written && !past ? VERDICT_PENDING : VERDICT_BROKEN;
    case TRUTH_UNCERTAIN: return VERDICT_CANNOT_TELL;
    case TRUTH_ABSENT:
    case TRUTH_MISSING: break;
    }
    if (!past)
        return VERDICT_PENDING;
    bool raised = !judged->instance->is_supposed; /* by what the plan itself says */
    return asked->silent == VERDICT_BROKEN && !raised ? VERDICT_NOT_SHOWN : asked->silent;
}

static void settle_case(const ClauseWork *work, const Asked *asked, Case *judged) {
    Judging *judging = work->judging;
    if (judged->is_ask) {
        Role role = asked->considers ? ROLE_CONSIDERATION : ROLE_CONFIRMATION;
        judged->confirmation = statement_for(judging, role, work->clause, judged, true);
        judged->verdict = judged->confirmation != NULL ? VERDICT_MET : VERDICT_TO_CONFIRM;
    } else {
        bool lacking = judged->verdict == VERDICT_BROKEN || judged->verdict == VERDICT_NOT_SHOWN ||
                       judged->verdict == VERDICT_PENDING;
        const Record *explanation = judged->force == FORCE_LAW
                                        ? NULL
                                        : statement_for(judging, ROLE_EXPLANATION, work->clause,
                                                        judged, judged->verdict != VERDICT_MET);
        if (lacking && explanation != NULL) {
            judged->explanation = explanation;
            judged->verdict = VERDICT_EXPLAINED;
        }
    }
    bool open = judged->verdict == VERDICT_BROKEN || judged->verdict == VERDICT_NOT_SHOWN ||
                judged->verdict == VERDICT_TO_CONFIRM;
    judged->overdue =
        open && judged->has_due && !judged->due_unknown && judging->as_at > judged->due.last;
}

static void add_case(ClauseResult *result, Case *judged) {
    if (result->last_case == NULL)
        result->cases = judged;
    else
        result->last_case->next = judged;
    result->last_case = judged;
    result->counts[judged->verdict]++;
}

/* A case is judged only if its subject's own time lies in force. What is only known to happen by
 * some day belongs to its plan, and does not fall before a law that was there when that began. */
static bool is_in_force(const ClauseWork *work, Case *judged) {
    When when;
    const char *reason = NULL;
    Judging *judging = work->judging;
    if (judged->subject == NULL || work->force == NULL ||
        !read_time(judging->reader, judged->subject, &when))
        return true;
    Day begins = time_of_plan(judging).from.first;
    if (when.from.first == DAY_UNKNOWN_PAST && begins <= when.from.last)
        when.from.first = when.to.first = begins;
    Truth truth = in_force_at(judging, work->force, &when, &reason);
    if (truth == TRUTH_HOLDS)
        return true;
    judged->verdict = truth == TRUTH_CONTRADICTED ? VERDICT_DOES_NOT_APPLY : VERDICT_CANNOT_TELL;
    judged->message = reason;
    return false;
}

static void judge_instance(ClauseWork *work, const Asked *asked, Instance *instance) {
    Judging *judging = work->judging;
    Case *judged = arena_make(judging->arena, Case);
    judged->expectation = asked->expectation;
    judged->number = asked->number;
    judged->line = asked->line;
    judged->bound = instance->bound;
    judged->bound_count = instance->bound_count;
    judged->subject = instance->bound_count > 0 ? instance->bound[0] : NULL;
    judged->truth = instance->truth;
    judged->instance = instance;
    judged->force = asked->force;
    judged->is_ask = asked->use == RULE_QUESTION;
    judged->shared = asked->shared;
    judged->due_words = asked->due_words;
    bool written = set_due(work, asked, instance, judged);
    if (is_in_force(work, judged)) {
        judged->verdict = verdict_of(judging, asked, judged, written);
        settle_case(work, asked, judged);
        if (judged->verdict != VERDICT_MET || judged->is_ask)
            judged->message = rule_message(judging->reader, asked->rule, instance);
        const char *unset =
            judged->verdict == VERDICT_CANNOT_TELL ? unset_words(judging, asked->rule) : NULL;
        judged->message = unset != NULL ? unset : judged->message;
    }
    add_case(work->result, judged);
}

/* ---- what a clause asks ---- */

static SharedExpectation *judge_shared(Judging *judging, const Record *expectation,
                                       const Line *line) {
    SharedExpectation *shared = map_get(judging->shared, expectation);
    if (shared != NULL)
        return shared;
    shared = arena_make(judging->arena, SharedExpectation);
    shared->rule = rule_compile(judging->reader, expectation, line, RULE_EXPECTATION);
    if (shared->rule != NULL)
        shared->instances = rule_judge(judging->reader, shared->rule, &shared->empty);
    map_put(judging->shared, expectation, shared);
    return shared;
}

static void judge_instances(ClauseWork *work, Asked *asked, Instances instances,
                            const char *empty) {
    Judging *judging = work->judging;
    note_settings(work, asked->rule);
    note_settings(work, asked->own_due);
    if (asked->line->due != NULL)
        asked->due_words =
            text_string(judging->arena, span_text(judging->model->sources, asked->line->due->span));
    for (uint32_t i = 0; i < instances.count; i++)
        judge_instance(work, asked, &instances.items[i]);
    if (instances.count == 0 && work->empty == NULL)
        work->empty = empty;
}

/* The long form of an expectation, with its parts put together as the short form has them. */
static Line *whole_line(const ClauseWork *work, const Record *expectation) {
    Judging *judging = work->judging;
    const Slot *that = role_slot(judging, expectation, "that");
    if (that == NULL || that->lines == NULL)
        return NULL;
    Line *line = arena_make(judging->arena, Line);
    *line = *that->lines;
    line->next = NULL;
    const Value *otherwise = role_value(judging, expectation, "otherwise");
    if (otherwise != NULL && otherwise->kind == VALUE_TEXT) {
        line->otherwise = otherwise->text;
        line->otherwise_span = otherwise->span;
    }
    const Slot *due = role_slot(judging, expectation, "due");
    if (due != NULL && due->lines != NULL)
        line->due = due->lines->rule;
    return line;
}

static bool conditions_hold(ClauseWork *work, const Record *record);
static void judge_label(ClauseWork *work, const Record *record, const char *label, RuleUse use);

/* The day that a clause gives an expectation that it shares goes before the expectation's own. */
static Rule *clause_due(const ClauseWork *work, const Line *line) {
    if (line->due == NULL)
        return work->own_due;
    Line date = {.span = line->due->span, .rule = line->due};
    return rule_compile(work->judging->reader, work->clause, &date, RULE_DATE);
}

/* An expectation that several clauses share: judged once, and then clause by clause. */
static void judge_taken_over(ClauseWork *work, Asked asked, const Record *expectation) {
    Judging *judging = work->judging;
    if (!conditions_hold(work, expectation))
        return;
    asked.own_due = clause_due(work, asked.line);
    asked.expectation = expectation;
    asked.shared = true;
    asked.force = force_named(role_value(judging, expectation, "force"), asked.force);
    asked.silent = silence_said(judging, expectation, asked.silent);
    asked.line = whole_line(work, expectation);
    if (asked.line != NULL) {
        SharedExpectation *shared = judge_shared(judging, expectation, asked.line);
        asked.rule = shared->rule;
        if (shared->rule != NULL)
            judge_instances(work, &asked, shared->instances, shared->empty);
    }
    judge_label(work, expectation, "ask", RULE_QUESTION);
    judge_label(work, expectation, "consider", RULE_QUESTION);
}

static void judge_asked(ClauseWork *work, Asked asked) {
    Judging *judging = work->judging;
    asked.number = work->asked++;
    asked.rule = rule_compile(judging->reader, asked.expectation, asked.line, asked.use);
    if (asked.rule == NULL)
        return;
    const Record *name = rule_shared(asked.rule);
    if (name != NULL) {
        judge_taken_over(work, asked, name);
        return;
    }
    const char *empty = NULL;
    Instances instances = rule_judge(judging->reader, asked.rule, &empty);
    judge_instances(work, &asked, instances, empty);
}

/* Judges every line behind LABEL of RECORD, the clause or a named expectation of it. */
static void judge_label(ClauseWork *work, const Record *record, const char *label, RuleUse use) {
    Judging *judging = work->judging;
    const Slot *slot = role_slot(judging, record, label);
    Asked asked = {.expectation = record,
                   .use = use,
                   .considers = text_is(text_of(label), "consider"),
                   .force = force_named(role_value(judging, record, "force"), work->result->force),
                   .silent = silence_said(judging, record,
                                          silence_said(judging, work->clause, VERDICT_NOT_SHOWN))};
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        asked.line = text_is(text_of(label), "that") ? whole_line(work, record) : line;
        if (line->rule != NULL)
            judge_asked(work, asked);
    }
}

static void judge_named(ClauseWork *work) {
    for (const Record *child = work->clause->first_child; child != NULL;
         child = child->next_sibling) {
        if (child->kind->role != ROLE_EXPECTATION)
            continue;
        if (!conditions_hold(work, child)) {
            work->asked++;
            continue;
        }
        judge_label(work, child, "that", RULE_EXPECTATION);
        judge_label(work, child, "ask", RULE_QUESTION);
        judge_label(work, child, "consider", RULE_QUESTION);
    }
}

/* ---- whether it applies at all ---- */

/* What a condition turns on: only what is missing or not known, where OPEN. */
static const char *witness_words(Judging *judging, const Witness *witness, bool open,
                                 const char *fallback) {
    const char *words = NULL;
    for (; witness != NULL; witness = witness->next)
        if (!witness->inside && /* what a field is worked out from is for `convene why` */
            (!open || witness->truth == TRUTH_MISSING || witness->truth == TRUTH_UNCERTAIN))
            words = words == NULL ? witness->asked
                                  : arena_format(judging->arena, "%s; %s", words, witness->asked);
    return words == NULL ? fallback : words;
}

static bool does_not_apply(ClauseWork *work, Verdict verdict, const char *reason) {
    work->result->verdict = verdict_worse(work->result->verdict, verdict);
    work->result->reason = reason;
    return false;
}

/* `when:`, the condition of a whole clause or of one expectation. */
static bool condition_holds(ClauseWork *work, const Record *record, const Line *line) {
    Judging *judging = work->judging;
    Rule *rule =
        line->rule == NULL ? NULL : rule_compile(judging->reader, record, line, RULE_CONDITION);
    const char *empty = NULL, *unset = unset_words(judging, rule);
    Instances instances = rule == NULL ? (Instances){0} : rule_judge(judging->reader, rule, &empty);
    note_settings(work, rule);
    Arena *arena = judging->arena;
    const char *words = rule == NULL ? "" : text_string(arena, rule_words(judging->reader, rule));
    for (uint32_t i = 0; i < instances.count; i++) {
        Instance *instance = &instances.items[i];
        if (instance->truth == TRUTH_HOLDS)
            continue;
        bool open = instance->truth == TRUTH_MISSING || instance->truth == TRUTH_UNCERTAIN;
        const char *facts = witness_words(judging, instance_witnesses(instance), open, words);
        if (instance->truth == TRUTH_CONTRADICTED || instance->truth == TRUTH_ABSENT)
            return does_not_apply(
                work, VERDICT_DOES_NOT_APPLY,
                strstr(words, facts) != NULL
                    ? arena_format(arena, "It applies only when this holds: %s.", words)
                    : arena_format(arena, "It applies only when this holds: %s (%s).", words,
                                   facts));
        return does_not_apply(
            work, VERDICT_CANNOT_TELL,
            unset != NULL ? unset
                          : arena_format(arena, "Whether it applies turns on this: %s.", facts));
    }
    return rule != NULL;
}

static bool conditions_hold(ClauseWork *work, const Record *record) {
    const Slot *conditions = role_slot(work->judging, record, "when");
    for (const Line *line = conditions == NULL ? NULL : conditions->lines; line != NULL;
         line = line->next)
        if (!condition_holds(work, record, line))
            return false;
    return true;
}

static bool applies(ClauseWork *work) {
    Judging *judging = work->judging;
    const char *reason = not_for_plan(judging, work->clause);
    if (reason != NULL)
        return does_not_apply(
            work, VERDICT_DOES_NOT_APPLY,
            arena_format(judging->arena, "%c%s", toupper((unsigned char)reason[0]), reason + 1));
    When when = time_of_plan(judging);
    Truth in_force = in_force_at(judging, work->force, &when, &reason);
    if (in_force == TRUTH_CONTRADICTED)
        return does_not_apply(work, VERDICT_DOES_NOT_APPLY, reason);
    if (in_force != TRUTH_HOLDS)
        return does_not_apply(work, VERDICT_CANNOT_TELL, reason);
    return conditions_hold(work, work->clause);
}

static void settle_clause(ClauseWork *work) {
    ClauseResult *result = work->result;
    for (const Case *judged = result->cases; judged != NULL; judged = judged->next) {
        result->verdict = verdict_worse(result->verdict, judged->verdict);
        if (judged->force < result->force && judged->verdict == result->verdict)
            result->force = judged->force;
        if (result->reason == NULL && judged->verdict == VERDICT_DOES_NOT_APPLY)
            result->reason = judged->message;
    }
    if (result->cases != NULL)
        return;
    if (result->reason != NULL && work->empty == NULL)
        return; /* all that it expects has conditions of its own, and they do not hold */
    result->verdict = VERDICT_NOTHING_TO_JUDGE;
    result->reason = work->empty == NULL
                         ? "It expects nothing that a plan could show."
                         : arena_format(work->judging->arena, "The plan has no %s.", work->empty);
}

void judge_clause(Judging *judging, const Record *charter, const Record *clause) {
    ClauseResult *result = arena_make(judging->arena, ClauseResult);
    ClauseWork work = {.judging = judging,
                       .clause = clause,
                       .result = result,
                       .force = force_span(judging, charter, clause)};
    result->clause = clause;
    result->charter = charter;
    result->same = same_clauses(judging, clause);
    result->verdict = VERDICT_DOES_NOT_APPLY;
    result->force = force_named(role_value(judging, clause, "force"), FORCE_MUST);
    result->source = text_string(judging->arena, record_text(judging->model, clause, "source"));
    if (applies(&work)) {
        work.own_due = compile_date(judging, clause);
        judge_label(&work, clause, "expect", RULE_EXPECTATION);
        judge_named(&work);
        judge_label(&work, clause, "ask", RULE_QUESTION);
        judge_label(&work, clause, "consider", RULE_QUESTION);
        if (work.asked == 0) /* a statement of fact or a definition asks nothing of a plan */
            return;
        settle_clause(&work);
    }
    Judgement *judgement = judging->judgement;
    arena_push(judging->arena, judgement->results, judgement->result_count, judgement->result_room,
               result);
}
