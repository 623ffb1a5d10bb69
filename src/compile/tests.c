/* Tests in the language. What must come out is read from the tree, as labels of the test itself;
 * the rest of the block is compiled as any file is. */
#include "tests.h"

#include "../base/map.h"

/* One test under way. */
typedef struct Testing {
    Compilation part; /* of its own arena, but for names, sources and what is reported */
    TestRun *run;
    const RecordNode *node;
    uint32_t errors; /* reported of this test */
} Testing;

static Diagnostic *report_failure(Testing *testing, Span span, const char *message) {
    testing->errors++;
    return report(&testing->part.diagnostics, DIAGNOSTIC_test_failed, span, "%s", message);
}

static bool is_label(const FieldNode *field, const char *label) {
    return text_is(name_text(field->label.name), label);
}

/* "not-shown" is the label for what the verdict calls "not shown". */
static bool verdict_of_label(const Testing *testing, const FieldNode *field, Verdict *verdict) {
    for (int each = 0; each < VERDICTS; each++) {
        const Name *label =
            name_of_words(testing->part.names, text_of(verdict_word((Verdict)each)));
        if (label == field->label.name) {
            *verdict = (Verdict)each;
            return true;
        }
    }
    return false;
}

/* ---- what a line wants ---- */

/* `PATH at NAME`: a clause or a named expectation, and the record that it is judged of. */
typedef struct Wanted {
    Verdict verdict;
    const Name *path, *at; /* AT may be NULL: the clause as a whole */
    Span span;
} Wanted;

static Wanted read_wanted(Testing *testing, const Phrase *phrase, Verdict verdict) {
    Wanted wanted = {.verdict = verdict, .span = phrase->span};
    const Atom *atom = phrase->first;
    wanted.path = atom == NULL ? NULL : atom->name;
    atom = atom == NULL ? NULL : atom->next;
    if (atom == NULL || !text_is(name_text(atom->name), "at") || atom->next == NULL)
        return wanted;
    Span rest = span_join(atom->next->span, phrase->span);
    rest.length = phrase->span.at + phrase->span.length - atom->next->span.at;
    Text words = atom->next->kind == TOKEN_TEXT ? atom->next->text
                                                : span_text(testing->part.context.sources, rest);
    wanted.at = name_of_words(testing->part.names, words);
    return wanted;
}

/* Is ASKED the path, or its end from a dot on? */
static bool path_is(const Name *path, const Name *asked) {
    if (path == asked)
        return true;
    return path != NULL && path->length > asked->length + 1 &&
           path->text[path->length - asked->length - 1] == '.' &&
           text_ends(name_text(path), asked->text);
}

static bool is_about(const Case *judged, const Name *at) {
    for (uint32_t i = 0; i < judged->bound_count; i++)
        if (judged->bound[i]->name == at)
            return true;
    return judged->subject != NULL && judged->subject->name == at;
}

/* What came out of what a line wants: nothing, or the worst verdict of what it names. */
typedef struct Outcome {
    bool found_clause, found_case;
    Verdict verdict;
} Outcome;

static void add_case(Outcome *outcome, const Case *judged) {
    outcome->verdict =
        outcome->found_case ? verdict_worse(outcome->verdict, judged->verdict) : judged->verdict;
    outcome->found_case = true;
}

static void look_at_clause(Outcome *outcome, const ClauseResult *result, const Wanted *wanted) {
    bool whole = path_is(result->clause->path, wanted->path);
    outcome->found_clause |= whole;
    if (whole && wanted->at == NULL) {
        outcome->verdict = result->verdict;
        outcome->found_case = true;
        return;
    }
    for (const Case *judged = result->cases; judged != NULL; judged = judged->next) {
        bool named = whole || path_is(judged->expectation->path, wanted->path);
        outcome->found_clause |= named;
        if (named && (wanted->at == NULL || is_about(judged, wanted->at)))
            add_case(outcome, judged);
    }
}

/* Results come by charter: first of those that are adopted, then of law that holds unasked. */
static uint32_t adopted_results(const Judgement *judgement) {
    uint32_t count = 0;
    for (; count < judgement->result_count; count++)
        for (uint32_t c = judgement->adopted_count; c < judgement->charter_count; c++)
            if (judgement->results[count]->charter == judgement->charters[c])
                return count;
    return count;
}

/* A short name means a clause of what the test adopts, if there is one of that name. */
static Outcome outcome_of(const Judgement *judgement, const Wanted *wanted) {
    Outcome outcome = {false, false, VERDICT_MET};
    uint32_t adopted = adopted_results(judgement);
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        if (i == adopted && outcome.found_clause)
            break;
        look_at_clause(&outcome, judgement->results[i], wanted);
    }
    return outcome;
}

/* ---- coverage ---- */

static bool can_be_judged(const Record *clause) {
    for (const Slot *slot = clause->slots; slot != NULL; slot = slot->next) {
        Text label = name_text(slot->field->name);
        if (text_is(label, "expect") || text_is(label, "ask") || text_is(label, "consider"))
            return true;
    }
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION)
            return true;
    return false;
}

static ClauseCover *cover_of(Testing *testing, const Record *clause) {
    TestRun *run = testing->run;
    uintptr_t number = (uintptr_t)map_get(run->by_path, clause->path);
    if (number == 0) {
        ClauseCover cover = {
            .path = clause->path, .span = clause->span, .stdlib = clause->module->stdlib};
        Arena *arena = testing->part.context.sources->arena;
        arena_push(arena, run->clauses, run->clause_count, run->clause_room, cover);
        number = run->clause_count;
        map_put(run->by_path, clause->path, (void *)number);
    }
    return &run->clauses[number - 1];
}

/* Every clause that is judged in the test is one that tests should reach. */
static void note_clauses(Testing *testing) {
    const Judgement *judgement = testing->part.judgement;
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (can_be_judged(judgement->results[i]->clause))
            cover_of(testing, judgement->results[i]->clause);
}

static bool names_clause(const ClauseResult *result, const Wanted *wanted) {
    if (path_is(result->clause->path, wanted->path))
        return true;
    for (const Case *judged = result->cases; judged != NULL; judged = judged->next)
        if (path_is(judged->expectation->path, wanted->path))
            return true;
    return false;
}

static void note_outcome(Testing *testing, const Wanted *wanted) {
    const Judgement *judgement = testing->part.judgement;
    uint32_t adopted = adopted_results(judgement);
    bool found = false;
    for (uint32_t i = 0; i < judgement->result_count && !(found && i >= adopted); i++) {
        const ClauseResult *result = judgement->results[i];
        bool named = names_clause(result, wanted);
        found |= named && i < adopted;
        if (!named || !can_be_judged(result->clause))
            continue;
        ClauseCover *cover = cover_of(testing, result->clause);
        cover->met |= wanted->verdict == VERDICT_MET;
        cover->not_met |= wanted->verdict <= VERDICT_TO_CONFIRM;
    }
}

/* ---- holding a test to its word ---- */

static void check_wanted(Testing *testing, const Wanted *wanted) {
    Arena *arena = testing->part.diagnostics.arena;
    Outcome outcome = outcome_of(testing->part.judgement, wanted);
    const char *path = wanted->path == NULL ? "this" : wanted->path->text;
    const char *word = verdict_word(wanted->verdict);
    if (!outcome.found_clause)
        report_failure(testing, wanted->span,
                       arena_format(arena, "No clause called %s is judged in this test.", path));
    else if (!outcome.found_case)
        report_failure(testing, wanted->span,
                       arena_format(arena, "%s is not judged of %s in this test.", path,
                                    wanted->at == NULL ? "anything" : wanted->at->text));
    else if (outcome.verdict != wanted->verdict)
        report_failure(testing, wanted->span,
                       arena_format(arena, "%s%s%s is %s here, and the test wants it %s.", path,
                                    wanted->at == NULL ? "" : " at ",
                                    wanted->at == NULL ? "" : wanted->at->text,
                                    verdict_word(outcome.verdict), word));
    else
        note_outcome(testing, wanted);
}

/* `broken: none`: no clause of all that the plan is held against has that verdict. */
static void check_none(Testing *testing, const Wanted *wanted) {
    Arena *arena = testing->part.diagnostics.arena;
    const Judgement *judgement = testing->part.judgement;
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (judgement->results[i]->verdict == wanted->verdict)
            report_failure(testing, wanted->span,
                           arena_format(arena, "%s is %s here, and the test wants nothing so.",
                                        judgement->results[i]->clause->path->text,
                                        verdict_word(wanted->verdict)));
}

static bool holds_words(Text message, Text part) {
    for (size_t i = 0; i + part.length <= message.length; i++)
        if (text_same(text_part(message, i, part.length), part))
            return true;
    return false;
}

static void check_says(Testing *testing, const Phrase *phrase) {
    Text part = phrase->first == NULL ? TEXT("") : phrase->first->text;
    const Judgement *judgement = testing->part.judgement;
    for (uint32_t i = 0; i < judgement->result_count; i++)
        for (const Case *judged = judgement->results[i]->cases; judged != NULL;
             judged = judged->next)
            if (judged->verdict != VERDICT_MET && holds_words(text_of(judged->message), part))
                return;
    for (const Finding *finding = judgement->findings; finding != NULL; finding = finding->next)
        if (holds_words(text_of(finding->message), part))
            return;
    report_failure(testing, phrase->span, "Nothing that is said of this plan holds these words.");
}

/* Is there a finding of the watch that a line names (and, `at NAME`, of that record)? */
static bool is_found(const Judgement *judgement, const Wanted *wanted) {
    for (const Finding *found = judgement->findings; found != NULL; found = found->next)
        if (found->watch != NULL && path_is(found->watch->path, wanted->path) &&
            (wanted->at == NULL || (found->record != NULL && found->record->name == wanted->at)))
            return true;
    return false;
}

static bool is_watch(const Testing *testing, const Name *path) {
    const Model *model = testing->part.model;
    for (uint32_t i = 0; i < model->record_count; i++)
        if ((model->records[i]->kind->role == ROLE_WATCH ||
             model->records[i]->kind->role == ROLE_GRANT) &&
            path_is(model->records[i]->path, path))
            return true;
    return false;
}

static void check_found(Testing *testing, const Wanted *wanted, bool found) {
    Arena *arena = testing->part.diagnostics.arena;
    if (!is_watch(testing, wanted->path))
        report_failure(testing, wanted->span,
                       arena_format(arena, "There is no watch called %s.", wanted->path->text));
    else if (is_found(testing->part.judgement, wanted) != found)
        report_failure(testing, wanted->span,
                       arena_format(arena, "%s finds %s here, and the test wants it %s.",
                                    wanted->path->text, found ? "nothing" : "something",
                                    found ? "to find something" : "quiet"));
}

/* ---- words that are granted ---- */

static bool grant_of_label(const Testing *testing, const FieldNode *field, GrantState *state) {
    for (int each = GRANT_GIVEN; each <= GRANT_NOT_YET; each++) {
        const Name *label =
            name_of_words(testing->part.names, text_of(grant_word((GrantState)each)));
        if (label == field->label.name) {
            *state = (GrantState)each;
            return true;
        }
    }
    return false;
}

static void check_grant(Testing *testing, const Phrase *phrase, GrantState wanted) {
    Arena *arena = testing->part.diagnostics.arena;
    const Judgement *judgement = testing->part.judgement;
    const Name *name = phrase->first == NULL ? NULL : phrase->first->name;
    for (uint32_t i = 0; i < judgement->grant_count; i++) {
        const Grant *grant = judgement->grants[i];
        if (name == NULL || !path_is(grant->term->path, name))
            continue;
        if (grant->state != wanted)
            report_failure(testing, phrase->span,
                           arena_format(arena, "%s is %s here, and the test wants it %s.",
                                        name->text, grant_word(grant->state), grant_word(wanted)));
        return;
    }
    report_failure(testing, phrase->span,
                   "No word of this name rests on anything that is judged in this test.");
}

/* ---- clauses that pull apart ---- */

static const char *const TENSION_LABELS[] = {"apart", "kept-together", "not-raised"};
enum { TENSIONS_APART, TENSIONS_KEPT, TENSIONS_UNRAISED, TENSION_LABEL_COUNT };

static int tension_label(const FieldNode *field) {
    for (int i = 0; i < TENSION_LABEL_COUNT; i++)
        if (is_label(field, TENSION_LABELS[i]))
            return i;
    return TENSION_LABEL_COUNT;
}

static bool is_tension(const Testing *testing, const Name *path) {
    const Model *model = testing->part.model;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_TENSION && path_is(model->records[i]->path, path))
            return true;
    return false;
}

static void check_tension(Testing *testing, const Phrase *phrase, int wanted) {
    Arena *arena = testing->part.diagnostics.arena;
    const Judgement *judgement = testing->part.judgement;
    const Name *name = phrase->first == NULL ? NULL : phrase->first->name;
    int is = TENSIONS_UNRAISED;
    for (uint32_t i = 0; name != NULL && i < judgement->tension_count; i++)
        if (path_is(judgement->tensions[i]->record->path, name))
            is = judgement->tensions[i]->kept_together ? TENSIONS_KEPT : TENSIONS_APART;
    if (name == NULL || !is_tension(testing, name))
        report_failure(testing, phrase->span, "There is no tension of this name.");
    else if (is != wanted)
        report_failure(testing, phrase->span,
                       arena_format(arena, "%s is %s here, and the test wants it %s.", name->text,
                                    TENSION_LABELS[is], TENSION_LABELS[wanted]));
}

/* Returns how many things the test's labels want. */
static uint32_t check_labels(Testing *testing) {
    uint32_t wants = 0;
    for (const Item *item = testing->node->block.first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || item->field.label.name == NULL)
            continue;
        const FieldNode *field = &item->field;
        Verdict verdict = VERDICT_MET;
        bool is_verdict = verdict_of_label(testing, field, &verdict);
        bool found = is_label(field, "found"), watched = found || is_label(field, "quiet");
        GrantState state = GRANT_GIVEN;
        bool granted = grant_of_label(testing, field, &state);
        int tension = tension_label(field);
        if (!is_verdict && !watched && !granted && tension == TENSION_LABEL_COUNT &&
            !is_label(field, "says") && !is_label(field, "as-at"))
            report_failure(testing, field->label.span, "A test has no label of this name.");
        for (const Phrase *phrase = field->values; phrase != NULL; phrase = phrase->next) {
            Wanted wanted = read_wanted(testing, phrase, verdict);
            if (is_verdict && wanted.path != NULL && text_is(name_text(wanted.path), "none"))
                check_none(testing, &wanted), wants++;
            else if (is_verdict && wanted.path != NULL)
                check_wanted(testing, &wanted), wants++;
            else if (granted)
                check_grant(testing, phrase, state), wants++;
            else if (tension != TENSION_LABEL_COUNT)
                check_tension(testing, phrase, tension), wants++;
            else if (watched && wanted.path != NULL)
                check_found(testing, &wanted, found), wants++;
            else if (is_label(field, "says"))
                check_says(testing, phrase), wants++;
        }
    }
    return wants;
}

static bool day_of_test(const Testing *testing, Day *day) {
    for (const Item *item = testing->node->block.first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD && is_label(&item->field, "as-at") &&
            item->field.values != NULL)
            return day_read(span_text(testing->part.context.sources, item->field.values->span),
                            day);
    return false;
}

static void check_test(Testing *testing) {
    if (testing->part.diagnostics.errors > 0)
        return;
    Span title = testing->node->title.span;
    if (testing->part.plan == NULL)
        report_failure(testing, title, "This test holds no plan.");
    else if (testing->part.judgement == NULL)
        report_failure(testing, title,
                       "This test gives no day to judge at. Write: as-at: 1 May 2026");
    else {
        note_clauses(testing);
        if (check_labels(testing) == 0)
            report_failure(testing, title, "This test does not say what must come out.");
    }
}

/* Moves what was reported of a part to the whole. */
static void take_over(Compilation *whole, const Diagnostics *part) {
    for (uint32_t i = 0; i < part->count; i++) {
        Diagnostic *diagnostic = part->list[i];
        if (diagnostic->severity == SEVERITY_NOTE)
            continue;
        diagnostic->order = whole->diagnostics.count;
        arena_push(whole->arena, whole->diagnostics.list, whole->diagnostics.count,
                   whole->diagnostics.room, diagnostic);
        whole->diagnostics.errors += diagnostic->severity == SEVERITY_ERROR;
    }
}

/* A part with an arena of its own, so that a thousand tests take no more memory than one. */
static void begin_part(Testing *testing, const Compilation *whole) {
    Compilation *part = &testing->part;
    *part = *whole;
    part->arena = arena_new();
    part->diagnostics = (Diagnostics){.arena = whole->arena, .sources = whole->context.sources};
    part->context.arena = part->arena;
    part->context.diagnostics = &part->diagnostics;
}

static void end_part(Testing *testing, Compilation *whole) {
    take_over(whole, &testing->part.diagnostics);
    if (testing->part.diagnostics.errors == 0)
        testing->run->passed++;
    else
        testing->run->failed++;
    arena_free(testing->part.arena);
}

static void run_test(Compilation *compilation, const Tree *tree, const RecordNode *node,
                     const Request *request, TestRun *run) {
    Testing testing = {.run = run, .node = node};
    begin_part(&testing, compilation);
    Request asked = *request;
    asked.against_count = 0, asked.against_all = false;
    asked.has_day = day_of_test(&testing, &asked.day);
    compile_block(&testing.part, tree, &node->block, &asked);
    check_test(&testing);
    end_part(&testing, compilation);
}

/* ---- the blank plan ---- */

static void check_blank(Testing *testing, const RecordNode *charter) {
    const Judgement *judgement = testing->part.judgement;
    Arena *arena = testing->part.diagnostics.arena;
    for (uint32_t i = 0; judgement != NULL && i < judgement->result_count; i++)
        if (judgement->results[i]->verdict == VERDICT_MET)
            report_failure(testing, charter->name.span,
                           arena_format(arena,
                                        "A plan with nothing in it meets %s, which says that the "
                                        "clause asks nothing.",
                                        judgement->results[i]->clause->path->text));
}

static void run_blank(Compilation *compilation, const RecordNode *charter, const Request *request,
                      TestRun *run) {
    Testing testing = {.run = run, .node = charter};
    begin_part(&testing, compilation);
    char *text = arena_format(compilation->arena, "adopt %s\nplan blank \"A blank plan\" { }\n",
                              charter->name.name->text);
    const Source *source =
        sources_add(testing.part.context.sources, "(a blank plan)", text_of(text));
    Request asked = *request;
    asked.against_count = 0, asked.against_all = false;
    asked.has_day = true;
    asked.day = civil_day(2026, 1, 1);
    const Tree *tree = parse_source(&testing.part.context, source);
    compile_block(&testing.part, tree, &tree->top, &asked);
    check_blank(&testing, charter);
    if (testing.part.judgement != NULL)
        note_clauses(&testing); /* those that no test adopts are untested all the same */
    end_part(&testing, compilation);
}

/* ---- files ---- */

/* What the kind of RECORD is for; kinds are declared, so the model has to be asked. */
static Role role_of(const Compilation *compilation, const RecordNode *record) {
    const Kind *kind =
        record->kind.name == NULL ? NULL : model_kind(compilation->model, record->kind.name);
    return kind == NULL ? ROLE_NONE : kind->role;
}

static void run_block(Compilation *compilation, const Tree *tree, const Block *block,
                      const Request *request, TestRun *run) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD)
            continue;
        Role role = role_of(compilation, &item->record);
        if (role == ROLE_TEST)
            run_test(compilation, tree, &item->record, request, run);
        else if (role == ROLE_CHARTER && item->record.name.name != NULL)
            run_blank(compilation, &item->record, request, run);
        if (role != ROLE_TEST && item->record.has_block)
            run_block(compilation, tree, &item->record.block, request, run);
    }
}

/* What stands at the top of TREE under a name can be adopted or used by it. A record about another
 * one names that, and is not it. */
static void know_tops(Compilation *compilation, const Tree *tree, bool stdlib) {
    for (const Item *item = tree->top.first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && item->record.has_block && item->record.name.name != NULL &&
            role_of(compilation, &item->record) != ROLE_APPLICATION)
            loader_know(compilation->loader, item->record.name.name, tree, stdlib);
}

void run_tests(Compilation *compilation, const Tree *tree, bool stdlib, const Request *request,
               TestRun *run) {
    if (run->by_path == NULL)
        run->by_path = map_new(compilation->arena);
    know_tops(compilation, tree, stdlib);
    run_block(compilation, tree, &tree->top, request, run);
}

void report_untested(Compilation *compilation, const TestRun *run, bool stdlib) {
    for (uint32_t i = 0; i < run->clause_count; i++) {
        const ClauseCover *cover = &run->clauses[i];
        if (cover->stdlib != stdlib || (cover->met && cover->not_met))
            continue;
        const char *lacks = cover->met       ? "in which it is not met"
                            : cover->not_met ? "in which it is met"
                                             : "in which it is met, and none in which it is not";
        report(&compilation->diagnostics, DIAGNOSTIC_untested, cover->span,
               "No test holds a plan %s.", lacks);
    }
}
