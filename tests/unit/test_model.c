/* From trees to a model: kinds, names, places, what refers to what, and what is said when not. */
#include <string.h>

#include "built.h"

static Built built;

static void tear_down(void) { built_end(&built); }

static const Record *called(const char *path) {
    const Name *name = name_of(built.context.names, text_of(path));
    for (uint32_t i = 0; i < built.model->record_count; i++)
        if (built.model->records[i]->path == name)
            return built.model->records[i];
    ck_abort_msg("no record %s", path);
    return NULL;
}

static void check_clean(void) {
    for (uint32_t i = 0; i < built.diagnostics.count; i++)
        ck_abort_msg("%s", built.diagnostics.list[i]->message);
}

/* One error, of that kind, that says so and proposes that (NULL: proposes nothing). */
static void check_error(DiagnosticKind kind, const char *says, const char *write) {
    ck_assert_uint_eq(built.diagnostics.errors, 1);
    const Diagnostic *said = built.diagnostics.list[0];
    ck_assert_int_eq(said->kind, kind);
    ck_assert_msg(strstr(said->message, says) != NULL, "%s", said->message);
    if (write != NULL)
        ck_assert_str_eq(said->write == NULL ? "" : said->write, write);
}

START_TEST(names_come_from_titles_and_hold_for_the_plan) {
    built_text(&built,
               "plan p \"A plan\" {\n"
               "  stage one \"One\" { activity \"Public meeting\" { audience: over 75s } }\n"
               "  audience over-75s \"Patients over 75\"\n"
               "  decision d \"D\" { option yes-please \"Yes\"  }\n"
               "}\n");
    check_clean();
    const Record *meeting = called("public-meeting");
    ck_assert(!meeting->named);
    ck_assert_ptr_eq(record_value(built.model, meeting, "audience")->record, called("over-75s"));
    ck_assert_ptr_eq(called("d.yes-please")->parent, called("d"));
}
END_TEST

START_TEST(a_title_is_made_from_the_name) {
    built_text(&built, "plan p \"A plan\" { audience over-75s }\n");
    check_clean();
    ck_assert(text_is(called("over-75s")->title, "Over 75s"));
}
END_TEST

START_TEST(two_records_of_one_name) {
    built_text(&built, "plan p \"A plan\" {\n  activity drop-in \"A\" { }\n  stage s \"S\" {\n"
                       "    activity drop-in \"B\" { }\n  }\n}\n");
    check_error(DIAGNOSTIC_duplicate_name, "named drop-in: lines 2 and 4.", "activity drop-in-2");
    ck_assert_ptr_nonnull(built.diagnostics.list[0]->notes);
}
END_TEST

START_TEST(options_of_two_decisions_may_share_a_name) {
    built_text(&built, "plan p \"A plan\" {\n  decision a \"A\" { option none-of-them \"None\" }\n"
                       "  decision b \"B\" { option none-of-them \"None\" }\n}\n");
    check_clean();
}
END_TEST

START_TEST(a_label_misspelt) {
    built_text(&built, "plan p \"A plan\" { pupose: \"x\" }\n");
    check_error(DIAGNOSTIC_unknown_label, "A plan has no line called pupose:.", "purpose:");
}
END_TEST

START_TEST(a_label_that_the_vocabulary_advises_on) {
    built_text(&built, "plan p \"A plan\" { audience a \"A\" { hard to reach: yes } }\n");
    check_error(DIAGNOSTIC_unknown_label, "seldom heard", "seldom heard:");
}
END_TEST

START_TEST(a_colon_forgotten) {
    built_text(&built, "plan p \"A plan\" {\n  owner primary-care\n}\n");
    check_error(DIAGNOSTIC_missing_colon, "Is a colon missing after owner?", "owner: primary-care");
}
END_TEST

START_TEST(a_record_with_a_colon) {
    built_text(&built, "plan p \"A plan\" {\n  activity: survey \"Survey\"\n}\n");
    check_error(DIAGNOSTIC_misplaced, "a record has no colon", "activity name \"Title\" {");
}
END_TEST

START_TEST(a_record_outside_its_place) {
    built_text(&built, "plan p \"A plan\" { }\nactivity survey \"Survey\" { }\n");
    check_error(DIAGNOSTIC_misplaced, "This activity belongs inside a plan or stage", NULL);
}
END_TEST

START_TEST(one_label_twice) {
    built_text(&built, "plan p \"A plan\" {\n  purpose: \"x\"\n  purpose: \"y\"\n}\n");
    check_error(DIAGNOSTIC_duplicate_label, "purpose: is here twice (lines 2 and 3)", NULL);
}
END_TEST

START_TEST(a_reason_below_its_line) {
    built_text(&built, "plan p \"A plan\" {\n  level: consult\n  because: \"It is open.\"\n}\n");
    check_clean();
    const Value *level = record_value(built.model, called("p"), "level");
    ck_assert(text_is(level->line->reason, "It is open."));
}
END_TEST

START_TEST(what_is_worked_out_cannot_be_written) {
    built_text(&built, "plan p \"A plan\" {\n  decision d \"D\" { informed by: survey }\n"
                       "  activity survey \"Survey\" { }\n}\n");
    check_error(DIAGNOSTIC_misplaced, "worked out from other lines", NULL);
}
END_TEST

START_TEST(a_clause_by_its_ending) {
    built_text(&built, "adopt bnssg.charter\nplan p \"A plan\" {\n"
                       "  explain during.publicise for plan { because: \"x\" }\n}\n");
    check_clean();
    const Record *explain = called("p")->first_child;
    ck_assert_str_eq(explain->referred->path->text, "bnssg.charter.during.publicise");
    ck_assert_ptr_eq(explain->for_record, called("p"));
}
END_TEST

START_TEST(a_clause_that_is_not_there) {
    built_text(&built, "adopt bnssg.charter\nplan p \"A plan\" {\n"
                       "  explain bnssg.charter.during.publicize { because: \"x\" }\n}\n");
    check_error(DIAGNOSTIC_unknown_clause, "has a clause called bnssg.charter.during.publicize",
                "explain bnssg.charter.during.publicise");
}
END_TEST

START_TEST(a_charter_that_is_not_there) {
    built_text(&built, "adopt bnsg.charter\nplan p \"A plan\" { }\n");
    check_error(DIAGNOSTIC_unknown_charter, "bnsg.charter", "adopt bnssg.charter");
}
END_TEST

START_TEST(a_charter_that_includes_itself) {
    built_text(&built, "charter a.b \"A\" { includes: a.b }\n");
    check_error(DIAGNOSTIC_adoption_circle, "a.b adopts itself.", NULL);
}
END_TEST

START_TEST(steps_of_a_charters_own_scale_stand_on_the_common_one) {
    built_text(&built, "use bnssg.terms\nplan p \"A plan\" { level: doing for }\n");
    check_clean();
    const Record *step = record_value(built.model, called("p"), "level")->record;
    ck_assert_int_lt(step->rank_first, step->rank_last);
}
END_TEST

START_TEST(a_plan_may_extend_the_vocabulary) {
    built_text(&built, "extend plan { field mascot { type: text } }\n"
                       "plan p \"A plan\" { mascot: \"A heron\" }\n");
    check_clean();
    ck_assert(text_is(record_text(built.model, called("p"), "mascot"), "A heron"));
}
END_TEST

START_TEST(a_field_that_holds_nothing_declared) {
    built_text(&built, "extend plan { field mascot { type: animal } }\nplan p \"A plan\" { }\n");
    check_error(DIAGNOSTIC_bad_vocabulary, "nothing is declared under that name", NULL);
}
END_TEST

START_TEST(every_module_of_the_library_is_sound) {
    built_text(&built, "adopt bnssg.charter\nuse bnssg.bodies\nuse bnssg.terms\n"
                       "plan p \"A plan\" { }\n");
    check_clean();
    for (uint32_t i = 0; i < built.model->record_count; i++) {
        const Record *record = built.model->records[i];
        ck_assert_ptr_nonnull(record->name);
        ck_assert_uint_gt(record->title.length, 0);
        if (record->kind->role == ROLE_CLAUSE)
            ck_assert_msg(record_value(built.model, record, "source") != NULL, "%s has no source",
                          record->path->text);
    }
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {
        names_come_from_titles_and_hold_for_the_plan,
        a_title_is_made_from_the_name,
        two_records_of_one_name,
        options_of_two_decisions_may_share_a_name,
        a_label_misspelt,
        a_label_that_the_vocabulary_advises_on,
        a_colon_forgotten,
        a_record_with_a_colon,
        a_record_outside_its_place,
        one_label_twice,
        a_reason_below_its_line,
        what_is_worked_out_cannot_be_written,
        a_clause_by_its_ending,
        a_clause_that_is_not_there,
        a_charter_that_is_not_there,
        a_charter_that_includes_itself,
        steps_of_a_charters_own_scale_stand_on_the_common_one,
        a_plan_may_extend_the_vocabulary,
        a_field_that_holds_nothing_declared,
        every_module_of_the_library_is_sound,
    };
    Suite *suite = suite_create("model");
    TCase *cases = tcase_create("model");
    tcase_add_checked_fixture(cases, NULL, tear_down);
    for (size_t i = 0; i < sizeof TESTS / sizeof *TESTS; i++)
        tcase_add_test(cases, TESTS[i]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
