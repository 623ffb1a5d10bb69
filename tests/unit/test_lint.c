/* The second look at a charter that somebody writes. */
#include "rules/lint.h"

#include "compiled.h"

static void look(const char *text) { compile_as_at(text, 2026, 5, 1); }

static uint32_t lints(void) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < compiled->diagnostics.count; i++)
        count += compiled->diagnostics.list[i]->kind == DIAGNOSTIC_charter_lint;
    return count;
}

#define SOUND                                                                                      \
    "charter a.charter \"A\" {\n"                                                                  \
    "  setting few \"Fewest\" { at-least: 3 }\n"                                                   \
    "  expect heard \"Heard\" { that: some feedback }\n"                                           \
    "  commitment x \"X\" { source: \"1\"\n"                                                       \
    "    expect: heard\n"                                                                          \
    "    expect: number of activities is at least few }\n"

START_TEST(a_sound_charter_is_left_alone) {
    look(SOUND "}\n");
    ck_assert_uint_eq(compiled->diagnostics.count, 0);
}
END_TEST

START_TEST(what_is_worth_a_second_look_is_said) {
    static const struct {
        const char *more, *says;
    } cases[] = {
        {"commitment y \"Y\" { expect: heard }", "does not say where it comes from"},
        {"commitment y \"Y\" { source: \"2\" }", "asks nothing"},
        {"setting lone \"Lone\" { at-most: 3 }", "turns on this setting"},
        {"expect lone \"Lone\" { that: some activity }", "No clause rests on this"},
        {"commitment y \"Y\" { source: \"2\"\nexpect heard \"H\" { that: some activity } }",
         "has the name of an expectation that clauses share"},
        {"commitment y \"Y\" { source: \"2\"  expect: heard\nsucceeded-by: far.law.z }",
         "anything called far.law.z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4000];
        snprintf(text, sizeof text, "%s%s\n}\n", SOUND, cases[i].more);
        look(text);
        ck_assert_uint_eq(compiled->diagnostics.errors, 0);
        ck_assert_uint_eq(lints(), 1);
        ck_assert_msg(compiled_report(cases[i].says) != NULL, "%s: %s", cases[i].says,
                      compiled->diagnostics.list[0]->message);
    }
}
END_TEST

START_TEST(a_name_that_rules_take_for_something_else) {
    look("charter a.charter \"A\" { setting activities \"Most\" { at-most: 3 }\n"
         "commitment x \"X\" { source: \"1\"  expect: number of activities is at most 3 } }\n");
    ck_assert_ptr_nonnull(compiled_report("for all records of the kind activity"));
}
END_TEST

START_TEST(a_clause_that_nobody_has_is_an_error) {
    look(SOUND "commitment y \"Y\" { source: \"2\"  expect: heard\nsame-as: a.charter.xx } }\n");
    const Diagnostic *said = compiled_report("anything called a.charter.xx");
    ck_assert_ptr_nonnull(said);
    ck_assert_int_eq(said->kind, DIAGNOSTIC_unknown_clause);
    look(SOUND "commitment y \"Y\" { source: \"2\"  expect: heard\n"
               "same-as: bnssg.charter.after.report } }\n");
    ck_assert_uint_eq(compiled->diagnostics.count, 0); /* it is in the library, and not in hand */
    look(SOUND "commitment y \"Y\" { source: \"2\"  expect: heard\n"
               "same-as: bnssg.charter.after.reprot } }\n");
    ck_assert_uint_eq(compiled->diagnostics.errors, 1);
    look(SOUND "}\ngranted g \"G\" { needs: a.chart }\n");
    ck_assert_uint_eq(compiled->diagnostics.errors, 1);
}
END_TEST

START_TEST(a_plan_is_not_bothered_with_it) {
    look(SOUND "commitment y \"Y\" { } }\nadopt a.charter\nplan p \"P\" { }\n");
    ck_assert_uint_eq(lints(), 0);
}
END_TEST

START_TEST(the_library_is_clean) {
    compilation_free(compiled);
    Request request = {.against_all = true};
    compiled = compile(&request);
    Model *model = compiled->model;
    for (uint32_t i = 0; i < model->module_count; i++) {
        check_names(model, model->modules[i]);
        lint_module(compiled->reader, model, model->modules[i]);
    }
    for (uint32_t i = 0; i < compiled->diagnostics.count; i++) {
        const Diagnostic *each = compiled->diagnostics.list[i];
        ck_assert_msg(strstr(each->message, "has anything called") != NULL, "%s",
                      each->message); /* successors may come with modules yet to be written */
    }
}
END_TEST

START_TEST(the_vocabulary_itself_can_be_worked_on) {
    static const char *const files[] = {"stdlib/core.convene", "stdlib/engagement.convene",
                                        "stdlib/time.convene", "stdlib/sense.convene",
                                        "stdlib/watch.convene"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        compilation_free(compiled);
        Request request = {.path = files[i]};
        compiled = compile(&request);
        ck_assert_msg(compiled->diagnostics.count == 0, "%s: %s", files[i],
                      compiled->diagnostics.count == 0 ? ""
                                                       : compiled->diagnostics.list[0]->message);
        ck_assert(compiled->model->main->always);
    }
    look("vocabulary time \"My own\" { kind hour-glass \"Glass\" { within: plan } }\n"
         "plan p \"P\" { hour-glass \"H\"\nschool-term \"T\" { first: 1 May 2026 } }\n");
    ck_assert_uint_eq(compiled->diagnostics.errors, 0);
}
END_TEST

COMPILED_MAIN("lint", a_sound_charter_is_left_alone, what_is_worth_a_second_look_is_said,
              a_name_that_rules_take_for_something_else, a_clause_that_nobody_has_is_an_error,
              a_plan_is_not_bothered_with_it, the_library_is_clean,
              the_vocabulary_itself_can_be_worked_on)
