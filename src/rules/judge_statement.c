/* explain, confirm and considered: what a plan itself says about clauses. */
#include "judging.h"

#include <ctype.h>

static bool is_statement(Role role) {
    return role == ROLE_EXPLANATION || role == ROLE_CONFIRMATION || role == ROLE_CONSIDERATION;
}

/* Words that stand where a reason should and say nothing. */
static bool says_nothing(Text text) {
    static const char *const EMPTY[] = {"n/a",   "na", "none", "tbc", "tbd",
                                        "noted", "-",  "...",  "?"};
    char small[8] = {0};
    text = text_trim(text);
    if (text.length == 0)
        return true;
    if (text.length >= sizeof small)
        return false;
    for (size_t i = 0; i < text.length; i++)
        small[i] = (char)tolower((unsigned char)text.at[i]);
    for (size_t i = 0; i < sizeof EMPTY / sizeof *EMPTY; i++)
        if (text_is(text_of(small), EMPTY[i]))
            return true;
    return false;
}

static bool is_said(const Judging *judging, const Record *record, const char *field) {
    const Value *value = role_value(judging, record, field);
    return value != NULL && (value->kind != VALUE_TEXT || !says_nothing(value->text));
}

static Force force_of(const Judging *judging, const Record *clause) {
    const Value *value = clause == NULL ? NULL : role_value(judging, clause, "force");
    Text word = value != NULL && value->kind == VALUE_RECORD ? name_text(value->record->name)
                                                             : TEXT("must");
    return text_is(word, "law")      ? FORCE_LAW
           : text_is(word, "should") ? FORCE_SHOULD
           : text_is(word, "may")    ? FORCE_MAY
                                     : FORCE_MUST;
}

/* "\"n/a\" is not a reason. " where that stands behind `because:`; else "". */
static const char *empty_reason(const Judging *judging, const Record *record) {
    const Value *because = role_value(judging, record, "because");
    if (because == NULL || because->kind != VALUE_TEXT || !says_nothing(because->text))
        return "";
    return arena_format(judging->arena, "\"%.*s\" is not a reason. ", TEXT_ARGS(because->text));
}

static const char *const SIX_THINGS[] = {"because", "instead", "risk",
                                         "until",   "owner",   "approved"};
enum { SIX = sizeof SIX_THINGS / sizeof *SIX_THINGS };

/* What an explanation still wants, and how many of the six things it has. */
static const char *wants(const Judging *judging, const Record *record, size_t *said) {
    const char *missing = "";
    *said = 0;
    for (size_t i = 0; i < SIX; i++) {
        if (is_said(judging, record, SIX_THINGS[i]))
            (*said)++;
        else
            missing = arena_format(judging->arena, "%s%s%s", missing, *missing == '\0' ? "" : ", ",
                                   SIX_THINGS[i]);
    }
    return missing;
}

/* For what must be done all six; for what should or may be done, the reason is enough. */
static void check_explanation(Judging *judging, Statement *statement, Force force) {
    const Record *record = statement->record;
    size_t wanted = force == FORCE_MUST ? SIX : 1, said;
    const char *missing = wants(judging, record, &said);
    statement->reasoned = is_said(judging, record, SIX_THINGS[0]);
    statement->whole = said == SIX;
    statement->complete = wanted == SIX ? statement->whole : statement->reasoned;
    if (force != FORCE_LAW && !statement->complete && wanted == SIX)
        add_finding(judging, record->span, record, true,
                    "%sThis explanation has %zu of the six things that one says: because, instead, "
                    "what risk that leaves, until when, who is the owner, and who approved it. "
                    "Still wanted: %s.",
                    empty_reason(judging, record), said, missing);
    else if (force != FORCE_LAW && !statement->complete)
        add_finding(judging, record->span, record, true,
                    "This explanation gives no reason. Add: because: \"...\"");
    const Value *until = role_value(judging, record, "until");
    const Value *approved = role_value(judging, record, "approved");
    bool run_out =
        until != NULL && until->kind == VALUE_WHEN && until->when.to.last < judging->as_at;
    bool not_yet =
        approved != NULL && approved->on != NULL && approved->on->when.from.first > judging->as_at;
    statement->in_force = !run_out && !not_yet;
    char day[RANGE_TEXT];
    if (run_out)
        add_finding(judging, record->span, record, true,
                    "This explanation ran out on %s. Put the thing right, or have it approved "
                    "again with a later day.",
                    range_words(until->when.to, day));
    if (not_yet)
        add_finding(judging, record->span, record, false,
                    "This explanation is approved only on %s; until then it does not count.",
                    range_words(approved->on->when.from, day));
}

bool explanation_counts(Judging *judging, const Record *explanation, Force force) {
    Statement statement = {.record = explanation};
    check_explanation(judging, &statement, force);
    return statement.complete && statement.in_force;
}

static void check_confirmation(Judging *judging, Statement *statement) {
    const Record *record = statement->record;
    const Value *by = role_value(judging, record, "confirmed-by");
    statement->complete = by != NULL && by->on != NULL && by->on->kind == VALUE_WHEN;
    statement->in_force = !statement->complete || by->on->when.from.first <= judging->as_at;
    if (!statement->complete)
        add_finding(judging, record->span, record, true,
                    "Who confirms, by role, and on which day? Write: confirmed by: primary-care on "
                    "2 April 2026");
}

static void check_consideration(Judging *judging, Statement *statement) {
    const Record *record = statement->record;
    const Value *answer = role_value(judging, record, "answer");
    statement->complete =
        answer != NULL && answer->line != NULL && !says_nothing(answer->line->reason);
    statement->in_force = true;
    if (!statement->complete && record->referred != NULL)
        add_finding(judging, record->span, record, true,
                    "What was considered has an answer and a reason. Write: answer: no because "
                    "\"...\"");
}

static void report_law(Judging *judging, const Record *record) {
    Diagnostics *store = judging->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_law_explained, record->refers_span,
               "This is law, and law cannot be explained. %.*s applies as it stands.",
               TEXT_ARGS(record->referred->title));
    Text source = record_text(judging->model, record->referred, "source");
    if (source.length > 0)
        diagnostic_why(store, diagnostic, "%.*s.", TEXT_ARGS(source));
    diagnostic_help(store, diagnostic,
                    "Take the explanation out, and put right what the law asks for.");
}

static void collect_statement(Judging *judging, const Record *record) {
    Statement statement = {.record = record};
    if (record->kind->role == ROLE_EXPLANATION)
        check_explanation(judging, &statement, force_of(judging, record->referred));
    else if (record->kind->role == ROLE_CONFIRMATION)
        check_confirmation(judging, &statement);
    else
        check_consideration(judging, &statement);
    if (record->kind->role == ROLE_EXPLANATION && record->referred != NULL &&
        force_of(judging, record->referred) == FORCE_LAW)
        report_law(judging, record);
    else
        arena_push(judging->arena, judging->statements, judging->statement_count,
                   judging->statement_room, statement);
}

/* By the record that it is said for; by the clause where it is said for none or for all, so that
 * many explanations and many cases are not held against each other. */
static void index_statements(Judging *judging) {
    judging->statements_by = map_new(judging->arena);
    for (uint32_t i = judging->statement_count; i-- > 0;) {
        Statement *statement = &judging->statements[i];
        const Record *target = statement->record->for_record;
        if (target == NULL || target == judging->judgement->plan)
            target = statement->record->referred;
        if (target == NULL)
            continue;
        statement->next = map_get(judging->statements_by, target);
        map_put(judging->statements_by, target, statement);
    }
}

static void collect_within(Judging *judging, const Record *around) {
    for (const Record *record = around->first_child; record != NULL; record = record->next_sibling)
        if (is_statement(record->kind->role) &&
            (record->referred == NULL || record->referred->kind->role != ROLE_SETTING))
            collect_statement(judging, record);
}

/* They stand in the plan, beside it in its file, or in a charter that says them for all plans. */
void collect_statements(Judging *judging) {
    const Module *file = judging->model->main;
    collect_within(judging, judging->judgement->plan);
    for (uint32_t i = 0; i < judging->charter_count; i++)
        collect_within(judging, judging->charters[i]);
    for (uint32_t i = 0; i < file->top_count; i++)
        if (is_statement(file->tops[i]->kind->role))
            collect_statement(judging, file->tops[i]);
    index_statements(judging);
}

static bool is_inside(const Record *record, const Record *outer) {
    for (; record != NULL; record = record->parent)
        if (record == outer)
            return true;
    return false;
}

/* Is it about another clause that asks the same? */
static bool is_twin(const Judging *judging, const Record *statement, const Record *clause,
                    const Case *judged) {
    if (statement->referred == clause || statement->referred == judged->expectation)
        return false;
    const SameClauses *same = same_clauses(judging, clause);
    return same != NULL && (same == same_clauses(judging, statement->referred) ||
                            is_part_of(judging, clause, statement->referred));
}

/* `for R` speaks of the cases that bind R or something in R; `for plan` of all; no `for` only of
 * cases that are about no record in particular. */
static bool speaks_of(const Judging *judging, const Record *statement, const Record *clause,
                      const Case *judged) {
    bool twin = is_twin(judging, statement, clause, judged);
    if (!twin && statement->referred != clause && statement->referred != judged->expectation)
        return false;
    const Value *of = role_value(judging, statement, "of");
    if (of != NULL && twin)
        return false;
    if (of != NULL && of->kind == VALUE_NAME && of->name != judged->expectation->name)
        return false;
    if (statement->for_record == NULL)
        return judged->bound_count == 0;
    if (statement->for_record == judging->judgement->plan)
        return true;
    for (uint32_t i = 0; i < judged->bound_count; i++)
        if (is_inside(judged->bound[i], statement->for_record))
            return true;
    return false;
}

typedef struct Search {
    Role role;
    const Record *clause;
    const Case *judged;
    bool needed;
    Statement *found; /* the first, as the file has them */
} Search;

/* What is said of a clause that should be kept is not enough for one that must be and asks the
 * same. */
static bool is_enough(const Judging *judging, Statement *statement, const Search *search) {
    if (search->role != ROLE_EXPLANATION ||
        !is_twin(judging, statement->record, search->clause, search->judged))
        return statement->complete;
    bool enough = search->judged->force == FORCE_MUST ? statement->whole : statement->reasoned;
    if (!enough && statement->complete && search->needed)
        statement->too_weak = search->clause;
    return enough;
}

static void look_at(Judging *judging, const Record *record, Search *search) {
    Statement *statement = record == NULL ? NULL : map_get(judging->statements_by, record);
    for (; statement != NULL; statement = statement->next) {
        bool again = statement->asked == judging->asked;
        statement->asked = judging->asked;
        if (again || statement->record->kind->role != search->role ||
            !speaks_of(judging, statement->record, search->clause, search->judged))
            continue;
        statement->matched++;
        statement->needed += search->needed;
        bool counts = is_enough(judging, statement, search) && statement->in_force;
        if (counts && (search->found == NULL || statement < search->found))
            search->found = statement;
    }
}

const Record *statement_for(Judging *judging, Role role, const Record *clause, const Case *judged,
                            bool needed) {
    if (judging->statement_count == 0)
        return NULL;
    Search search = {role, clause, judged, needed, NULL};
    judging->asked++;
    look_at(judging, clause, &search);
    look_at(judging, judged->expectation, &search);
    const SameClauses *same = same_clauses(judging, clause);
    for (uint32_t i = 0; same != NULL && i < same->count; i++)
        look_at(judging, model_record(judging->model, same->paths[i]), &search);
    for (uint32_t i = 0; same != NULL && i < same->whole_count; i++)
        look_at(judging, model_record(judging->model, same->wholes[i]), &search);
    for (uint32_t i = 0; i < judged->bound_count; i++)
        for (const Record *record = judged->bound[i]; record != NULL; record = record->parent)
            look_at(judging, record, &search);
    return search.found == NULL ? NULL : search.found->record;
}

static bool is_judged(const Judging *judging, const Record *clause) {
    for (uint32_t i = 0; i < judging->judgement->result_count; i++)
        if (judging->judgement->results[i]->clause == clause)
            return true;
    return false;
}

static void report_too_weak(Judging *judging, const Statement *statement) {
    size_t said;
    const char *missing = wants(judging, statement->record, &said);
    add_finding(judging, statement->record->span, statement->record, true,
                "This explanation is enough for \"%.*s\". \"%.*s\" asks the same and is a must, so "
                "it wants all six things of one. Still wanted: %s.",
                TEXT_ARGS(statement->record->referred->title),
                TEXT_ARGS(statement->too_weak->title), missing);
}

static void report_statement(Judging *judging, const Statement *statement) {
    const Record *record = statement->record, *clause = record->referred;
    if (clause == NULL)
        return;
    Text title = clause->title;
    const char *what = record->kind->role == ROLE_EXPLANATION ? "explanation" : "entry";
    while (clause->parent != NULL && clause->kind->role == ROLE_EXPECTATION)
        clause = clause->parent;
    if (statement->too_weak != NULL)
        report_too_weak(judging, statement);
    if (record_with_role((Record *)record, ROLE_CHARTER) != NULL)
        return; /* what is said for all plans need not bear on each */
    if (statement->matched == 0 && !is_judged(judging, clause))
        add_finding(judging, record->span, record, true,
                    "This %s is about \"%.*s\", which this plan is not held against: adopt its "
                    "charter, or take this out.",
                    what, TEXT_ARGS(title));
    else if (statement->matched == 0)
        add_finding(judging, record->span, record, true,
                    record->for_record == NULL
                        ? "This %s is about \"%.*s\", which is judged record by record: say for "
                          "which one, as in: %s %s for NAME, or for plan."
                        : "This %s is about \"%.*s\", which is not judged for that record, so it "
                          "covers nothing (%s %s).",
                    what, TEXT_ARGS(title), record->kind->name->text, record->refers->text);
    else if (statement->needed == 0 && record->kind->role == ROLE_EXPLANATION)
        add_finding(judging, record->span, record, true,
                    "\"%.*s\" is met, so this explanation is not needed. Take it out: it would be "
                    "published.",
                    TEXT_ARGS(title));
}

void report_statements(Judging *judging) {
    for (uint32_t i = 0; i < judging->statement_count; i++)
        report_statement(judging, &judging->statements[i]);
}
