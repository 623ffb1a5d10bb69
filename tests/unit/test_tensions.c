/* Clauses that pull apart, in plans that are held against both of them. */
#include "compiled.h"

#define CHARTERS                                                                                   \
    "charter a.charter \"A\" {\n"                                                                  \
    "  commitment short \"Be short\" { expect: plan.purpose is given }\n"                          \
    "  commitment old \"Old\" { in-force: until 1 March 2020  expect: plan.purpose is given }\n"   \
    "  commitment none \"None\" { expect: for every training: its on is given }\n"                 \
    "}\n"                                                                                          \
    "charter b.charter \"B\" {\n"                                                                  \
    "  commitment long \"Be long\" { expect: plan.timetable is given }\n"                          \
    "}\n"                                                                                          \
    "adopt a.charter\n"                                                                            \
    "adopt b.charter\n"

#define TENSION(lines)                                                                             \
    "tension apart \"Short or long\" { between: a.charter.short, b.charter.long\n" lines "}\n"

static void judge(const char *text) { compile_as_at(text, 2026, 5, 1); }

static const Tension *tension(const char *name) {
    const Judgement *judgement = compiled->judgement;
    ck_assert_ptr_nonnull(judgement);
    for (uint32_t i = 0; i < judgement->tension_count; i++)
        if (text_is(name_text(judgement->tensions[i]->record->name), name))
            return judgement->tensions[i];
    return NULL;
}

START_TEST(both_clauses_are_told_with_what_is_to_do) {
    judge(CHARTERS TENSION("expect: for every audience as g: g.size is given otherwise \"Count "
                           "{g.title}\"\n") "plan p \"P\" { purpose: \"X\"\naudience x \"Young\" { "
                                            "}\naudience y \"Old\" { size: 5 } }\n");
    const Tension *apart = tension("apart");
    ck_assert_ptr_nonnull(apart);
    ck_assert(!apart->kept_together);
    ck_assert_uint_eq(apart->count, 2);
    ck_assert(apart->between[0] == compiled_clause("a.charter.short"));
    ck_assert(apart->between[1] == compiled_clause("b.charter.long"));
    ck_assert_uint_eq(apart->to_do_count, 1);
    ck_assert_str_eq(apart->to_do[0], "Count \"Young\"");
}
END_TEST

START_TEST(a_plan_that_reads_them_together_is_told_so) {
    judge(CHARTERS TENSION("expect: for every audience as g: g.size is given\n") "plan p \"P\" {\n"
                                                                                 "audience y "
                                                                                 "\"Old\" { size: "
                                                                                 "5 } }\n");
    ck_assert(tension("apart")->kept_together);
}
END_TEST

START_TEST(nothing_is_told_where_nothing_raises_it) {
    static const char *const PLANS[] = {
        /* nothing for it to be about */
        CHARTERS TENSION("expect: for every audience as g: g.size is given\n") "plan p \"P\" { }\n",
        /* its condition does not hold, or turns on what is not said */
        CHARTERS TENSION("when: plan.budget is more than £5\n") "plan p \"P\" { budget: £2 }\n",
        CHARTERS TENSION("when: plan.budget is more than £5\n") "plan p \"P\" { }\n",
        /* a clause that had ended, one with nothing to judge, one that is not there, one alone */
        CHARTERS "tension apart \"T\" { between: a.charter.old, b.charter.long }\n"
                 "plan p \"P\" { }\n",
        CHARTERS "tension apart \"T\" { between: a.charter.none, b.charter.long }\n"
                 "plan p \"P\" { }\n",
        CHARTERS "tension apart \"T\" { between: c.charter.x, b.charter.long }\n"
                 "plan p \"P\" { }\n",
        CHARTERS "tension apart \"T\" { between: b.charter.long }\nplan p \"P\" { }\n"};
    for (size_t i = 0; i < sizeof PLANS / sizeof *PLANS; i++) {
        judge(PLANS[i]);
        ck_assert_ptr_null(tension("apart"));
    }
}
END_TEST

START_TEST(one_without_a_rule_is_told_and_stays_open) {
    judge(CHARTERS TENSION("when: plan.budget is more than £5\n") "plan p \"P\" { budget: £9 }\n");
    ck_assert(!tension("apart")->kept_together);
    ck_assert_uint_eq(tension("apart")->to_do_count, 0);
}
END_TEST

START_TEST(one_that_says_the_same_of_others_is_told_once) {
    judge(CHARTERS TENSION("") "tension again \"T\" { between: b.charter.long, a.charter.short  "
                               "unless: apart }\n"
                               "plan p \"P\" { }\n");
    ck_assert_ptr_nonnull(tension("apart"));
    ck_assert_ptr_null(tension("again"));
}
END_TEST

START_TEST(the_same_thing_to_do_is_said_once) {
    judge(CHARTERS TENSION("expect: for every audience as g: g.size is given otherwise \"Count "
                           "them\"\n") "plan p \"P\" {\naudience x \"X\" { }\naudience y \"Y\" { "
                                       "} }\n");
    ck_assert_uint_eq(tension("apart")->to_do_count, 1);
}
END_TEST

COMPILED_MAIN("tensions", both_clauses_are_told_with_what_is_to_do,
              a_plan_that_reads_them_together_is_told_so, nothing_is_told_where_nothing_raises_it,
              one_without_a_rule_is_told_and_stays_open,
              one_that_says_the_same_of_others_is_told_once, the_same_thing_to_do_is_said_once)
