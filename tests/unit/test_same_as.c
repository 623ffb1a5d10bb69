/* Clauses that ask the same: one statement answers them all, and one line lists them. */
#include "emit/checklist.h"
#include "emit/entries.h"

#include "compiled.h"

#define CHARTERS(force_a, force_b)                                                                 \
    "charter a.charter \"A\" {\n"                                                                  \
    "  commitment staff \"Staff know\" { force: " force_a "  ask: \"Do staff know?\" }\n"          \
    "  commitment answer \"Say what came of it\" { force: " force_a                                \
    "  expect: some feedback otherwise \"Add feedback\" }\n"                                       \
    "}\n"                                                                                          \
    "charter b.charter \"B\" {\n"                                                                  \
    "  commitment briefed \"Staff are briefed\" { force: " force_b                                 \
    "  same-as: a.charter.staff  ask: \"Have staff been told?\" }\n"                               \
    "  commitment reply \"Reply\" { force: " force_b                                               \
    "  same-as: a.charter.answer  expect: some review otherwise \"Add a review\" }\n"              \
    "}\n"                                                                                          \
    "charter c.charter \"C\" {\n"                                                                  \
    "  commitment told \"Staff hear\" { same-as: b.charter.briefed  ask: \"Did staff hear?\" }\n"  \
    "}\n"                                                                                          \
    "adopt a.charter\nadopt b.charter\nadopt c.charter\n"                                          \
    "body board \"Board\" { }\n"

static void judge(const char *text) { compile_as_at(text, 2026, 5, 1); }

static const EntryList *entries(EntryGroup group) {
    Entries *all = entries_gather(compiled->arena, compiled->model, compiled->judgement);
    return &all->lists[group];
}

START_TEST(one_confirmation_answers_all_whichever_it_names) {
    static const char *const names[] = {"a.charter.staff", "b.charter.briefed", "c.charter.told"};
    for (int i = 0; i < 3; i++) {
        char text[4000];
        snprintf(text, sizeof text,
                 "%splan p \"P\" { confirm %s { confirmed by: board on 1 April 2026 } }\n",
                 CHARTERS("must", "must"), names[i]);
        judge(text);
        ck_assert_int_eq(compiled_verdict("staff"), VERDICT_MET);
        ck_assert_int_eq(compiled_verdict("briefed"), VERDICT_MET);
        ck_assert_int_eq(compiled_verdict("told"), VERDICT_MET);
        ck_assert_ptr_null(compiled->judgement->findings);
    }
}
END_TEST

START_TEST(those_that_ask_the_same_are_one_line_with_all_of_them) {
    judge(CHARTERS("should", "must") "plan p \"P\" { }\n");
    const EntryList *list = entries(ENTRY_TO_CONFIRM);
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->cite_count, 3);
    ck_assert_int_eq(list->items[0]->force, FORCE_MUST);
    ck_assert_str_eq(list->items[0]->message, "Do staff know?");
    ck_assert_uint_eq(entries(ENTRY_SILENT)->count, 1);
    Checklist *checklist = checklist_make(compiled->arena, compiled->model, compiled->judgement);
    ck_assert_uint_eq(checklist->item_count, 2);
    ck_assert_str_eq(checklist->groups[0].items[0].why,
                     "Staff know (A); Staff are briefed (B); Staff hear (C)");
}
END_TEST

START_TEST(one_explanation_answers_both_where_force_allows) {
    judge(CHARTERS("should", "should") "plan p \"P\" { explain a.charter.answer { because: "
                                       "\"Nobody came.\" } }\n");
    ck_assert_int_eq(compiled_verdict("answer"), VERDICT_EXPLAINED);
    ck_assert_int_eq(compiled_verdict("reply"), VERDICT_EXPLAINED);
    ck_assert_uint_eq(entries(ENTRY_EXPLAINED)->count, 1);
    judge(CHARTERS("should", "must") "plan p \"P\" { explain a.charter.answer { because: \"Nobody "
                                     "came.\" } }\n");
    ck_assert_int_eq(compiled_verdict("answer"), VERDICT_EXPLAINED);
    ck_assert_int_eq(compiled_verdict("reply"), VERDICT_NOT_SHOWN);
    ck_assert(compiled_finds("\"Reply\" asks the same and is a must"));
    judge(CHARTERS("should", "law") "plan p \"P\" { explain a.charter.answer { because: \"Nobody "
                                    "came.\" } }\n");
    ck_assert_int_eq(compiled_verdict("reply"), VERDICT_NOT_SHOWN);
}
END_TEST

START_TEST(law_that_is_broken_goes_first_for_all) {
    judge("charter a.charter \"A\" { commitment none \"None\" { force: should\n"
          "  expect: plan.title is not \"P\" otherwise \"Change the title\" } }\n"
          "charter l.law \"L\" { duty named \"Named\" { force: law  same-as: a.charter.none\n"
          "  expect: plan.title is not \"P\" otherwise \"Give it a title\" } }\n"
          "adopt a.charter\nadopt l.law\nplan p \"P\" { }\n");
    ck_assert_uint_eq(entries(ENTRY_PUT_RIGHT)->count, 0);
    const EntryList *list = entries(ENTRY_LAW_BROKEN);
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->cite_count, 2);
    ck_assert_int_eq(list->items[0]->force, FORCE_LAW);
}
END_TEST

START_TEST(two_that_name_one_of_a_charter_not_in_hand_ask_the_same) {
    judge("charter a.charter \"A\" { commitment x \"X\" { same-as: uk.time.response  ask: \"X?\" } "
          "}\n"
          "charter b.charter \"B\" { commitment y \"Y\" { same-as: uk.time.response  ask: \"Y?\" } "
          "}\n"
          "adopt a.charter\nadopt b.charter\nbody board \"Board\" { }\n"
          "plan p \"P\" { confirm a.charter.x { confirmed by: board on 1 April 2026 } }\n");
    ck_assert_int_eq(compiled_verdict(".y"), VERDICT_MET);
    ck_assert_uint_eq(compiled_clause(".y")->same->count, 3);
}
END_TEST

START_TEST(two_clauses_on_one_expectation_are_one_line) {
    judge("expect heard \"Heard\" { that: for every activity as a: some feedback where its answers "
          "includes a  otherwise: \"Answer {a.title}\" }\n"
          "charter a.charter \"A\" { commitment x \"X\" { force: should  expect: heard } }\n"
          "charter b.charter \"B\" { commitment y \"Y\" { expect: plan.title is given\n"
          "  expect: heard } }\n"
          "adopt a.charter\nadopt b.charter\n"
          "plan p \"P\" { activity s \"S\" { }  activity t \"T\" { } }\n");
    const EntryList *list = entries(ENTRY_SILENT);
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->cite_count, 2);
    ck_assert_uint_eq(list->items[0]->subject_count, 2);
    ck_assert_int_eq(list->items[0]->force, FORCE_MUST);
}
END_TEST

START_TEST(what_asks_two_of_one_charter_together_is_a_twin_of_neither) {
#define WHOLE                                                                                      \
    "charter a.charter \"A\" {\n"                                                                  \
    "  commitment one \"One\" { ask: \"One?\" }\n  commitment two \"Two\" { ask: \"Two?\" }\n}\n"  \
    "charter b.charter \"B\" {\n"                                                                  \
    "  commitment both \"Both\" { same-as: a.charter.one, a.charter.two\n  ask: \"Both?\" }\n}\n"  \
    "adopt a.charter\nadopt b.charter\nbody board \"Board\" { }\n"
    judge(WHOLE "plan p \"P\" { confirm a.charter.one { confirmed by: board on 1 April 2026 } }\n");
    ck_assert_int_eq(compiled_verdict(".one"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict(".two"), VERDICT_TO_CONFIRM);
    ck_assert_int_eq(compiled_verdict(".both"), VERDICT_TO_CONFIRM);
    ck_assert_uint_eq(entries(ENTRY_TO_CONFIRM)->count, 2);
    judge(WHOLE
          "plan p \"P\" { confirm b.charter.both { confirmed by: board on 1 April 2026 } }\n");
    ck_assert_int_eq(compiled_verdict(".one"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict(".two"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict(".both"), VERDICT_MET);
}
END_TEST

COMPILED_MAIN("same-as", one_confirmation_answers_all_whichever_it_names,
              those_that_ask_the_same_are_one_line_with_all_of_them,
              one_explanation_answers_both_where_force_allows,
              law_that_is_broken_goes_first_for_all,
              two_that_name_one_of_a_charter_not_in_hand_ask_the_same,
              two_clauses_on_one_expectation_are_one_line,
              what_asks_two_of_one_charter_together_is_a_twin_of_neither)
