/* The five truths: their tables, what quantifiers make of them, and that taking a line out of a
 * plan never makes it greener. */
#include "rules/datum.h"
#include "rules_case.h"

/* One condition for each of T, F, A, M and U, in the plan below. */
static const char PLAN[] = "firm: yes\nopen-question: not known\n";
static const char *const CONDITION[5] = {[TRUTH_HOLDS] = "plan.firm is yes",
                                         [TRUTH_CONTRADICTED] = "plan.firm is no",
                                         [TRUTH_ABSENT] = "plan.weight is given",
                                         [TRUTH_MISSING] = "plan.weight is at least 3",
                                         [TRUTH_UNCERTAIN] = "plan.open-question is yes"};
static const char ORDER[] = "TFAMU";

START_TEST(each_condition_is_what_it_is_said_to_be) {
    for (int i = 0; i < 5; i++)
        check_truth(ORDER[i], PLAN, CONDITION[i]);
}
END_TEST

/* Rows and columns in the order T F A M U, from the tables of the design, written out. */
static const char AND[5][6] = {"TFAMU", "FFFFF", "AFAAA", "MFAMM", "UFAMU"};
static const char OR[5][6] = {"TTTTT", "TFAMU", "TAAMU", "TMMMM", "TUUMU"};
static const char NOT[6] = "FTTMU";

START_TEST(and_or_and_not_follow_the_tables) {
    for (int a = 0; a < 5; a++) {
        ck_assert_int_eq(ORDER[truth_not((Truth)a)], NOT[a]);
        for (int b = 0; b < 5; b++) {
            ck_assert_int_eq(ORDER[truth_and((Truth)a, (Truth)b)], AND[a][b]);
            ck_assert_int_eq(ORDER[truth_or((Truth)a, (Truth)b)], OR[a][b]);
        }
    }
}
END_TEST

START_TEST(rules_follow_the_tables) {
    char rule[300];
    for (int a = 0; a < 5; a++) {
        snprintf(rule, sizeof rule, "not (%s)", CONDITION[a]);
        check_truth(NOT[a], PLAN, rule);
        for (int b = 0; b < 5; b++) {
            snprintf(rule, sizeof rule, "%s and %s", CONDITION[a], CONDITION[b]);
            check_truth(AND[a][b], PLAN, rule);
            snprintf(rule, sizeof rule, "%s or %s", CONDITION[a], CONDITION[b]);
            check_truth(OR[a][b], PLAN, rule);
        }
    }
}
END_TEST

/* Absence is not yet contradiction, but its opposite holds just the same. */
static Truth without_absence(Truth truth) {
    return truth == TRUTH_ABSENT ? TRUTH_CONTRADICTED : truth;
}

START_TEST(the_laws_of_logic_hold) {
    for (int i = 0; i < 125; i++) {
        Truth a = (Truth)(i % 5), b = (Truth)(i / 5 % 5), c = (Truth)(i / 25);
        ck_assert_int_eq(truth_and(a, b), truth_and(b, a));
        ck_assert_int_eq(truth_or(a, b), truth_or(b, a));
        ck_assert_int_eq(truth_and(a, truth_and(b, c)), truth_and(truth_and(a, b), c));
        ck_assert_int_eq(truth_or(a, truth_or(b, c)), truth_or(truth_or(a, b), c));
        Truth one = without_absence(a), two = without_absence(b);
        ck_assert_int_eq(truth_not(truth_and(one, two)), truth_or(truth_not(one), truth_not(two)));
        ck_assert_int_eq(truth_not(truth_or(one, two)), truth_and(truth_not(one), truth_not(two)));
        ck_assert_int_eq(truth_not(truth_not(one)), one);
    }
}
END_TEST

/* ---- quantifiers ---- */

/* Things whose colour makes `its colour is red` T, F, M and U; named by these letters. */
static void things(char *plan, size_t room, const char *letters) {
    size_t length = 0;
    plan[0] = '\0';
    for (size_t i = 0; letters[i] != '\0'; i++) {
        const char *line = letters[i] == 'T'   ? "colour: red"
                           : letters[i] == 'F' ? "colour: blue"
                           : letters[i] == 'U' ? "colour: not known"
                                               : "";
        length += (size_t)snprintf(plan + length, room - length,
                                   "thing t%zu \"Thing %zu\" { %s }\n", i, i, line);
    }
}

static void check_things(const char *letters, const char *rule, char wanted) {
    char plan[2000];
    things(plan, sizeof plan, letters);
    char truth = rules_truth(plan, rule);
    ck_assert_msg(truth == wanted, "%s of %s: %c, not %c", rule, letters, truth, wanted);
}

START_TEST(some_and_no_take_the_strongest) {
    static const char *const SETS[] = {"", "T", "F", "M", "U", "FT", "FM", "FU", "UM", "UT", "MT"};
    static const char SOME[] = "ATAMUTMUMTT", NONE[] = "TFTMUFMUMFF";
    for (size_t i = 0; i < sizeof SETS / sizeof *SETS; i++) {
        check_things(SETS[i], "(some thing where its colour is red) and plan.title is given",
                     SOME[i] == 'T' ? 'T' : SOME[i]);
        check_things(SETS[i], "(no thing where its colour is red) and plan.title is given",
                     NONE[i]);
    }
}
END_TEST

START_TEST(every_is_and_over_those_that_are_not_left_out) {
    /* of things for which the count is asked where they are red: the count is missing (M) */
    check_things(
        "T", "(for every thing where its colour is red: its count is 1) and plan.title is given",
        'M');
    check_things(
        "F", "(for every thing where its colour is red: its count is 1) and plan.title is given",
        'T');
    check_things(
        "M",
        "(for every thing where its colour is red: its count is given) and plan.title is given",
        'M');
    check_things(
        "U",
        "(for every thing where its colour is red: its count is given) and plan.title is given",
        'U');
    check_things("TF", "(for every thing: its colour is red) and plan.title is given", 'F');
    check_things("", "(for every thing: its colour is red) and plan.title is given", 'T');
}
END_TEST

START_TEST(counts_lie_between_those_that_are_sure_and_those_that_may_be) {
    static const struct {
        const char *letters;
        const char *rule;
        char truth;
    } CASES[] = {
        {"TT", "number of (things where its colour is red) is at least 2", 'T'},
        {"TF", "number of (things where its colour is red) is at least 2", 'A'},
        {"TM", "number of (things where its colour is red) is at least 2", 'M'},
        {"TU", "number of (things where its colour is red) is at least 2", 'U'},
        {"", "number of (things where its colour is red) is at least 2", 'A'},
        {"TTT", "number of (things where its colour is red) is at most 2", 'F'},
        {"TTM", "number of (things where its colour is red) is at most 2", 'M'},
        {"TT", "number of (things where its colour is red) is at most 2", 'T'},
        {"TTT", "number of things is 2", 'F'},
        {"T", "number of things is 2", 'A'},
        {"TT", "number of things is 2", 'T'},
        {"TTTTF", "number of different colour of things is 2", 'T'},
        {"TTF", "number of different colours of things is at least 1", 'M'},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check_things(CASES[i].letters, CASES[i].rule, CASES[i].truth);
}
END_TEST

START_TEST(an_empty_set_decides_nothing) {
    check_truth('M', "day: 1 May 2026", "plan.day is before earliest begins of things");
    check_truth('M', "weight: 3", "plan.weight is at least total count of things");
    check_truth('M', "colours: red", "plan.colours includes any of colours of things");
}
END_TEST

/* ---- taking lines out ---- */

static const char *const LINES[] = {"begins: 3 March 2026",
                                    "begins: May 2026",
                                    "finishes: 9 June 2026",
                                    "finishes: 1 April 2026",
                                    "colour: red",
                                    "colour: blue",
                                    "colours: red, blue",
                                    "colours: none",
                                    "count: 3",
                                    "count: about 5",
                                    "size: 2",
                                    "likes: a",
                                    "likes: b, c",
                                    "grade: low",
                                    "grade: high",
                                    "firm: yes",
                                    "words: \"it will close\"",
                                    "leans-on: c",
                                    "firm: not known",
                                    "leans-on: a"};

static const char *const RULES[] = {
    "for every thing: its finishes is after its begins",
    "for every thing where its colour is red: its count is at least 3",
    "for every thing: its colours includes red or its count is more than 4",
    "for every thing as t: no other thing where its likes includes t and its firm is yes",
    "for every thing as t: some thing where its likes includes t and its colour is red",
    "no thing where its words mentions \"will close\"",
    "for every thing as t: for every thing as u in t.likes: u.colour is not red",
    "for every thing: its grade is at least middle or its firm is yes",
    "plan.day is before earliest begins of things",
    "total count of things is at least 6",
    "number of (things where its colour is blue) is at most 1",
    "for every thing: its begins is at least 4 weeks before its finishes",
    "for every thing as t: t.leans-on.count is at least t.count",
    "no thing where its leans-on.colour is red and its colours overlaps colours of things",
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES, LINE_COUNT = sizeof LINES / sizeof *LINES };

static uint32_t dice(uint32_t *state, uint32_t sides) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 10) % sides;
}

static bool same_label(const char *a, const char *b) {
    return strchr(a, ':') - a == strchr(b, ':') - b &&
           strncmp(a, b, (size_t)(strchr(a, ':') - a)) == 0;
}

/* A thing with some of the lines, no label twice. */
static size_t add_thing(char *plan, size_t room, const char *name, uint32_t *state) {
    const char *chosen[8];
    size_t count = 0, length = (size_t)snprintf(plan, room, "thing %s \"%s\" {\n", name, name);
    for (int i = 0; i < 8; i++) {
        const char *line = LINES[dice(state, LINE_COUNT)];
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known = known || same_label(chosen[k], line);
        if (known)
            continue;
        chosen[count++] = line;
        length += (size_t)snprintf(plan + length, room - length, "  %s\n", line);
    }
    return length + (size_t)snprintf(plan + length, room - length, "}\n");
}

static void judge_all(Reader *reader, Instances *results) {
    const Record *clause = rules_record("k");
    const Line *line = record_slot_text(rules.model, clause, "expect")->lines;
    for (int i = 0; i < RULE_COUNT; i++, line = line->next) {
        Rule *rule = rule_compile(reader, clause, line, RULE_EXPECTATION);
        ck_assert_msg(rule != NULL, "%s: %s", RULES[i], rules_first_error());
        results[i] = rule_judge(reader, rule, NULL);
    }
}

static const Record *subject_of(const Instance *instance) {
    return instance->bound_count == 0 ? NULL : instance->bound[0];
}

/* Is any instance about SUBJECT anything but met? */
static bool any_unmet(const Instances *instances, const Record *subject) {
    for (uint32_t i = 0; i < instances->count; i++)
        if (subject_of(&instances->items[i]) == subject && instances->items[i].truth != TRUTH_HOLDS)
            return true;
    return false;
}

static void check_no_greener(const Instances *before, const Instances *after, const char *rule,
                             const char *plan, const Slot *without) {
    for (uint32_t i = 0; i < before->count; i++) {
        const Instance *instance = &before->items[i];
        if (instance->truth != TRUTH_HOLDS)
            ck_assert_msg(any_unmet(after, subject_of(instance)),
                          "%s\nis met without %s, and was not with it:\n%s", rule,
                          without->field->name->text, plan);
    }
}

START_TEST(taking_a_line_out_never_makes_a_plan_greener) {
    char clause[4000], plan[4000];
    size_t length = 0;
    for (int i = 0; i < RULE_COUNT; i++)
        length +=
            (size_t)snprintf(clause + length, sizeof clause - length, "expect: %s\n", RULES[i]);
    uint32_t state = 2026;
    for (int world = 0; world < 60; world++) {
        length = (size_t)snprintf(plan, sizeof plan, "day: 1 March 2026\n");
        for (const char *name = "abc"; *name != '\0'; name++)
            length += add_thing(plan + length, sizeof plan - length, (char[]){*name, '\0'}, &state);
        rules_begin(plan, clause);
        Instances before[RULE_COUNT], after[RULE_COUNT];
        judge_all(rules_reader, before);
        for (const Record *each = rules_plan->first_child; each != NULL;
             each = each->next_sibling) {
            Record *thing = (Record *)each;
            for (Slot **link = &thing->slots; *link != NULL; link = &(*link)->next) {
                Slot *out = *link;
                *link = out->next;
                judge_all(reader_new(rules.model, rules_plan), after);
                *link = out;
                for (int i = 0; i < RULE_COUNT; i++)
                    check_no_greener(&before[i], &after[i], RULES[i], plan, out);
            }
        }
        rules_end();
    }
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        each_condition_is_what_it_is_said_to_be,
        and_or_and_not_follow_the_tables,
        rules_follow_the_tables,
        the_laws_of_logic_hold,
        some_and_no_take_the_strongest,
        every_is_and_over_those_that_are_not_left_out,
        counts_lie_between_those_that_are_sure_and_those_that_may_be,
        an_empty_set_decides_nothing,
        taking_a_line_out_never_makes_a_plan_greener,
    };
    return rules_run("truth", tests, sizeof tests / sizeof *tests);
}
