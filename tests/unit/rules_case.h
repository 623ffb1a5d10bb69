/* One rule and one small plan, judged: for tests of the rule language. The vocabulary is the tests'
 * own, beside the engagement vocabulary that is always in force. */
#ifndef CONVENE_TESTS_RULES_CASE_H
#define CONVENE_TESTS_RULES_CASE_H

#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "built.h"
#include "rules/rule.h"

static const char RULES_WORDS[] =
    "vocabulary proving \"For tests\" {\n"
    "  extend plan {\n"
    "    field firm   { type: yes-no }\n"
    "    field open-question { type: yes-no }\n"
    "    field weight { type: number }\n"
    "    field price  { type: money }\n"
    "    field share  { type: percent }\n"
    "    field span   { type: span }\n"
    "    field wait   { type: duration }\n"
    "    field day    { type: date }\n"
    "    field rhythm { type: repeat }\n"
    "    field first-thing { type: thing }\n"
    "    field grade  { type: grade }\n"
    "    field about-it { type: text }\n"
    "    field labels { type: text  many: yes }\n"
    "    field colours { type: colour  many: yes }\n"
    "  }\n"
    "  kind thing \"Thing\" {\n"
    "    within: plan, box\n"
    "    plural: things\n"
    "    time: begins, finishes\n"
    "    field begins   { type: date }\n"
    "    field finishes { type: date }\n"
    "    field during   { type: span }\n"
    "    field held-on  { type: event  many: yes }\n"
    "    field colour   { type: colour }\n"
    "    field colours  { type: colour  many: yes }\n"
    "    field shades   { type: colour  many: yes  default: none }\n"
    "    field grade    { type: grade  from-parent: yes }\n"
    "    field size     { type: number  default: 7 }\n"
    "    field count    { type: number }\n"
    "    field likes    { type: thing  many: yes  relation: fondness }\n"
    "    field leans-on { type: thing }\n"
    "    field liked-by { inverse: thing.likes }\n"
    "    field words    { type: text }\n"
    "    field firm     { type: yes-no }\n"
    "    field mood     { type: mood, colour }\n"
    "    field notes    { type: text  many: yes  reason: expected }\n"
    "    field opening  { type: date  is: its during.starts else earliest date of its held-on else "
    "its begins }\n"
    "    field bold     { type: yes-no  is: its colour is red and its count is given }\n"
    "    field popularity { type: number  is: number of its liked-by }\n"
    "  }\n"
    "  kind box \"Box\" {\n"
    "    within: plan\n"
    "    plural: boxes\n"
    "    field grade { type: grade }\n"
    "  }\n"
    "  kind tie \"Tie\" {\n"
    "    like: edge\n"
    "    within: plan\n"
    "    plural: ties\n"
    "    field from  { type: thing }\n"
    "    field to    { type: thing }\n"
    "    field way   { type: name }\n"
    "    field hoped { type: yes-no }\n"
    "  }\n"
    "  words colour \"Colour\" {\n"
    "    term red \"Red\"\n"
    "    term blue \"Blue\"\n"
    "    term green \"Green\"\n"
    "  }\n"
    "  words mood \"Mood\" {\n"
    "    term blue \"Feeling blue\"\n"
    "    term merry \"Merry\"\n"
    "  }\n"
    "  scale grade \"Grade\" {\n"
    "    term low \"Low\" { rank: 1 }\n"
    "    term middle \"Middle\" { rank: 2 }\n"
    "    term high \"High\" { rank: 3 }\n"
    "  }\n"
    "  scale band \"Band\" {\n"
    "    placed-on: grade\n"
    "    term lower \"Lower half\" { on: low to middle }\n"
    "    term upper \"Upper half\" { on: middle to high }\n"
    "  }\n"
    "  relation drawn \"A way\" {\n"
    "    over: leans-on, likes\n"
    "    hoped: no\n"
    "  }\n"
    "  relation drawn-some-day \"A way, hoped for too\" {\n"
    "    over: drawn\n"
    "    hoped: yes\n"
    "  }\n"
    "}\n";

static Built rules;
static Reader *rules_reader;
static const Record *rules_plan;

static inline void rules_end(void) { built_end(&rules); }

static inline const char *rules_first_error(void) {
    for (uint32_t i = 0; i < rules.diagnostics.count; i++)
        if (rules.diagnostics.list[i]->severity == SEVERITY_ERROR)
            return rules.diagnostics.list[i]->message;
    return NULL;
}

static inline const Record *rules_record(const char *name) {
    for (uint32_t i = 0; i < rules.model->record_count; i++)
        if (text_is(name_text(rules.model->records[i]->name), name))
            return rules.model->records[i];
    ck_abort_msg("no record is called %s", name);
    return NULL;
}

/* A plan with these lines and a charter whose one clause has those. */
static inline void rules_begin(const char *plan, const char *clause) {
    Out out = {0};
    out_string(&out, RULES_WORDS);
    out_format(&out, "plan p \"The plan\" {\n%s\n}\n", plan);
    out_format(&out,
               "charter promises \"The charter\" {\n"
               "  setting window \"The window\" { at-least: 6 weeks }\n"
               "  setting few \"A few\" { at-least: 3 }\n"
               "  setting part \"A part\" { at-least: 50%% }\n"
               "  setting later \"Not set\" { at-least: not known }\n"
               "  commitment k \"The clause\" {\n%s\n  }\n}\n",
               clause);
    built_begin(&rules, NULL);
    char *text = arena_copy(rules.arena, out.bytes, out.length);
    out_free(&out);
    (void)built_source(&rules, sources_add(&rules.sources, "case.convene", text_of(text)));
    const char *wrong = rules_first_error();
    ck_assert_msg(wrong == NULL, "%s", wrong == NULL ? "" : wrong);
    rules_plan = rules_record("p");
    rules_reader = reader_new(rules.model, rules_plan);
    wrong = rules_first_error();
    ck_assert_msg(wrong == NULL, "%s", wrong == NULL ? "" : wrong);
}

/* The rule behind LABEL of the clause; NULL if it was refused. */
static inline Rule *rules_rule(const char *label, RuleUse use) {
    const Record *clause = rules_record("k");
    const Slot *slot = record_slot_text(rules.model, clause, label);
    ck_assert_ptr_nonnull(slot);
    return rule_compile(rules_reader, clause, slot->lines, use);
}

/* All instances of `expect: RULE` for a plan with these lines. */
static inline Instances rules_judge(const char *plan, const char *rule, const char **empty,
                                    Rule **compiled) {
    char clause[4096];
    snprintf(clause, sizeof clause, "    expect: %s", rule);
    rules_begin(plan, clause);
    Rule *made = rules_rule("expect", RULE_EXPECTATION);
    const char *wrong = rules_first_error();
    ck_assert_msg(made != NULL, "%s: %s", rule, wrong == NULL ? "refused, no reason" : wrong);
    if (compiled != NULL)
        *compiled = made;
    return rule_judge(rules_reader, made, empty);
}

/* T, F, A, M or U of a rule that has one instance. */
static inline char rules_truth(const char *plan, const char *rule) {
    const char *empty = NULL;
    Instances instances = rules_judge(plan, rule, &empty, NULL);
    ck_assert_msg(instances.count == 1, "%s has %u instances", rule, instances.count);
    char truth = "TFAMU"[instances.items[0].truth];
    rules_end();
    return truth;
}

/* Checks that RULE comes to WANTED for a plan with these lines. */
#define check_truth(wanted, plan, rule)                                                            \
    do {                                                                                           \
        char truth_found = rules_truth((plan), (rule));                                            \
        ck_assert_msg(truth_found == (wanted), "%s: %c, not %c", (rule), truth_found, (wanted));   \
    } while (0)

/* Checks that RULE is refused, with words that hold SAYS, and proposes WRITE (or NULL). */
static inline void check_refused(const char *rule, DiagnosticKind kind, const char *says,
                                 const char *write) {
    char clause[4096];
    snprintf(clause, sizeof clause, "    expect: %s", rule);
    rules_begin("", clause);
    Rule *made = rules_rule("expect", RULE_EXPECTATION);
    ck_assert_msg(made == NULL, "%s was not refused", rule);
    ck_assert_msg(rules.diagnostics.count > 0, "%s: refused, and no reason given", rule);
    const Diagnostic *said = rules.diagnostics.list[rules.diagnostics.count - 1];
    ck_assert_msg(strstr(said->message, says) != NULL, "%s: %s", rule, said->message);
    ck_assert_msg(said->kind == kind, "%s: %s", rule, diagnostic_heading(said->kind));
    ck_assert_msg(rules.diagnostics.errors == 1, "%s: %u errors", rule, rules.diagnostics.errors);
    if (write != NULL)
        ck_assert_str_eq(said->write == NULL ? "" : said->write, write);
    rules_end();
}

static inline int rules_run(const char *name, const TTest *const *tests, size_t count) {
    Suite *suite = suite_create(name);
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 60);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(tcase, tests[i]);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
