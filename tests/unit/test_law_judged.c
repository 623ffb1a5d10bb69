/* What is judged as law without being adopted, for whom, and what is said of the rest. The acts are
 * made up (tests/golden/law/local); those of the library are judged beside them. */
#include <check.h>
#include <string.h>

#include "compile/compile.h"

static const char PLACE[] = "tests/golden/law/plan.convene"; /* beside the acts; it is not read */

static Compilation *judged;

/* Judges a plan of LINES in a file that begins with HEAD, as at 1 May 2026; AGAINST may be NULL. */
static void judge_against(const char *against, const char *head, const char *lines) {
    compilation_free(judged);
    Arena *arena = arena_new();
    const char *text =
        arena_format(arena, "use local.index\n%s\nplan p \"A plan\" {\n%s\n}\n", head, lines);
    Request request = {.path = PLACE,
                       .text = text_of(text),
                       .against = &against,
                       .against_count = against != NULL,
                       .has_day = true,
                       .day = civil_day(2026, 5, 1)};
    judged = compile(&request);
    if (judged->diagnostics.errors > 0)
        ck_abort_msg("%s\n%s", judged->diagnostics.list[0]->message, text);
    ck_assert_ptr_nonnull(judged->judgement);
    arena_free(arena);
}

static void judge(const char *head, const char *lines) { judge_against(NULL, head, lines); }

static const char *standing(const char *charter) {
    const Judgement *judgement = judged->judgement;
    const char *as = "not judged";
    for (uint32_t i = 0; i < judgement->charter_count; i++)
        if (text_is(name_text(judgement->charters[i]->name), charter)) {
            ck_assert_str_eq(as, "not judged"); /* never twice */
            as = i < judgement->adopted_count ? "adopted" : "law";
        }
    return as;
}

static const ClauseResult *result_of(const char *path) {
    for (uint32_t i = 0; i < judged->judgement->result_count; i++)
        if (text_is(name_text(judged->judgement->results[i]->clause->path), path))
            return judged->judgement->results[i];
    ck_abort_msg("%s is not judged", path);
    return NULL;
}

/* PATH does not apply, for a reason with these words in it. */
static void is_for_others(const char *path, const char *words) {
    const ClauseResult *result = result_of(path);
    ck_assert_int_eq(result->verdict, VERDICT_DOES_NOT_APPLY);
    ck_assert_msg(strstr(result->reason, words) != NULL, "%s", result->reason);
}

/* The sentence that says why what is called TITLE is not judged. */
static const NotJudged *not_judged(const char *title) {
    for (uint32_t i = 0; i < judged->judgement->not_judged_count; i++)
        if (strstr(judged->judgement->not_judged[i].sentence, title) != NULL)
            return &judged->judgement->not_judged[i];
    ck_abort_msg("nothing says why %s is not judged", title);
    return NULL;
}

static void is_not_judged(const char *title, const char *words, bool for_want_of_a_fact) {
    const NotJudged *said = not_judged(title);
    ck_assert_msg(strstr(said->sentence, words) != NULL, "%s", said->sentence);
    ck_assert_int_eq(said->for_want_of_a_fact, for_want_of_a_fact);
}

static uint32_t findings_with(const char *words) {
    uint32_t count = 0;
    for (const Finding *f = judged->judgement->findings; f != NULL; f = f->next)
        count += strstr(f->message, words) != NULL;
    return count;
}

#define BOARD   "body board \"The board\" { sort: icb }\n"
#define COUNCIL "body council \"The council\" { sort: council }\n"
#define SURVEY                                                                                     \
    "activity survey \"Survey\" { method: survey  level: consult  opens: 11 May 2026  closes: 26 " \
    "June 2026 }\n"

START_TEST(law_holds_by_nation_and_by_sort_of_body) {
    judge("", "nation: england\nowner: team\n" BOARD
              "body team \"Beds team\" { part of: board  sort: team }\n" SURVEY);
    ck_assert_str_eq(standing("local.equality"), "law");
    ck_assert_str_eq(standing("local.health"), "law");
    ck_assert_str_eq(standing("local.north"), "not judged");
    is_not_judged("Northern law", " for ", false);
    judge("", "nation: scotland\nowner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.north"), "law");
    ck_assert_str_eq(standing("local.health"), "not judged");
    is_not_judged("Care law", "they are for other nations than the plan's (Scotland)", false);
    judge("", "nation: england\nowner: council\n" COUNCIL SURVEY);
    ck_assert_str_eq(standing("local.equality"), "law");
    is_not_judged("Care law", "than the one that answers for the plan (council)", false);
}
END_TEST

START_TEST(one_that_is_bound_is_enough) {
    judge("", "nation: england\nowner: council, board\n" BOARD COUNCIL SURVEY);
    ck_assert_str_eq(standing("local.health"), "law");
    judge("", "nation: scotland, england\nowner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.health"), "law");
    ck_assert_str_eq(standing("local.north"), "law");
    judge("", "nation: england\nowner: council, other\nbody other \"Some body\"\n" COUNCIL SURVEY);
    is_not_judged("Care law", "which sort Some body is", true);
}
END_TEST

START_TEST(unstated_is_not_no) {
    judge("", "owner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.equality"), "not judged");
    is_not_judged("law, because", "does not say its nation", true);
    judge("", "nation: england\nowner: board\nbody board \"The board\"\n" SURVEY);
    ck_assert_str_eq(standing("local.equality"), "law");
    is_not_judged("Care law", "which sort The board is", true);
    judge("", "nation: england\n" SURVEY);
    is_not_judged("Care law", "does not say who answers for it", true);
}
END_TEST

START_TEST(what_is_adopted_too_is_judged_once_as_adopted) {
    judge("adopt local.equality", "nation: england\nowner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.equality"), "adopted");
    ck_assert_str_eq(standing("local.health"), "law");
    judge("adopt local.health", SURVEY); /* by its name, though nothing else is said */
    ck_assert_str_eq(standing("local.health"), "adopted");
    ck_assert_int_eq(result_of("local.health.new")->verdict, VERDICT_MET);
    judge("adopt local.health", "nation: england\nowner: council\n" COUNCIL SURVEY);
    ck_assert_str_eq(standing("local.health"), "not judged");
    is_not_judged("Care Act",
                  "it binds other bodies (integrated care board, clinical "
                  "commissioning group)",
                  false);
    ck_assert_uint_eq(judged->judgement->refused_count, 1);
}
END_TEST

START_TEST(what_a_plan_is_held_against_is_judged_once_too) {
    judge_against("local.health", "", "nation: england\nowner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.health"), "adopted");
    ck_assert_str_eq(standing("local.equality"), "law");
    judge_against("local.north", "", "nation: england\nowner: board\n" BOARD SURVEY);
    ck_assert_str_eq(standing("local.north"), "not judged");
    is_not_judged("Northern Act", "it is for Scotland, and the plan is for England.", false);
    for (uint32_t i = 0; i < judged->judgement->not_judged_count; i++)
        ck_assert_ptr_null(strstr(judged->judgement->not_judged[i].sentence, "Northern law"));
}
END_TEST

START_TEST(clauses_are_for_whom_they_are_for) {
    judge("", "nation: england\nowner: board\n" BOARD SURVEY);
    is_for_others("local.equality.welsh", "It is for Wales, and the plan is for England.");
    is_for_others("local.equality.neighbours", "for the public to do");
    is_for_others("local.health.old", "binds other bodies (clinical commissioning group)");
    ck_assert_int_eq(result_of("local.health.new")->verdict, VERDICT_MET);
    judge("adopt local.equality", SURVEY); /* of no nation that is known */
    ck_assert_int_ne(result_of("local.equality.welsh")->verdict, VERDICT_DOES_NOT_APPLY);
    is_for_others("local.equality.neighbours", "for the public to do");
}
END_TEST

START_TEST(law_that_had_not_begun_is_not_judged) {
    judge("", "nation: england\nowner: board\nopens: 12 May 2009\ncloses: 1 July 2009\n" BOARD);
    ck_assert_str_eq(standing("local.equality"), "not judged");
    is_not_judged("Fairness law", "it has been in force only since 1 April 2011.", false);
}
END_TEST

START_TEST(stale_law_is_pointed_out_once_with_what_took_its_place) {
    judge("", "nation: england\nowner: board\n" BOARD SURVEY
              "law: local.health.old, \"Care Act, section 7\", \"Care Act s7\"\n");
    ck_assert_uint_eq(findings_with("in force only until 30 June 2022"), 1);
    ck_assert_uint_eq(findings_with("(law: local.health.new)"), 1);
    judge("", "nation: england\nowner: board\n" BOARD SURVEY
              "law: \"Care Act, section 7, and since 2022 section 8\", local.health.new\n"
              "law: \"Section 77 of something else\"\n");
    ck_assert_uint_eq(findings_with("in force only"), 0);
    judge("", "nation: england\nowner: board\nopens: 10 May 2021\ncloses: 1 July 2021\n" BOARD
              "law: local.health.old, \"section 7\"\n");
    ck_assert_uint_eq(findings_with("in force only"), 0);
    /* the same law in two charters of the library, and what came after it in one of them */
    judge("adopt bnssg.law", "nation: england\nowner: board\n" BOARD SURVEY
                             "law: \"National Health Service Act 2006, section 14Z2\"\n");
    ck_assert_uint_eq(findings_with("in force only until 30 June 2022"), 1);
    ck_assert_uint_eq(findings_with("(law: uk.nhs.s14z45)"), 1);
    /* what is cited is looked up, though it is not law for the plan */
    judge("", "law: local.health.old\n" SURVEY);
    ck_assert_uint_eq(findings_with("in force only"), 1);
    judge("", "law: local.health.odd\n" SURVEY);
    ck_assert_uint_eq(findings_with("I know no law called local.health.odd"), 1);
}
END_TEST

static void tear_down(void) {
    compilation_free(judged);
    judged = NULL;
}

int main(void) {
    Suite *suite = suite_create("law judged");
    TCase *cases = tcase_create("law judged");
    tcase_add_checked_fixture(cases, NULL, tear_down);
    tcase_add_test(cases, law_holds_by_nation_and_by_sort_of_body);
    tcase_add_test(cases, one_that_is_bound_is_enough);
    tcase_add_test(cases, unstated_is_not_no);
    tcase_add_test(cases, what_is_adopted_too_is_judged_once_as_adopted);
    tcase_add_test(cases, what_a_plan_is_held_against_is_judged_once_too);
    tcase_add_test(cases, clauses_are_for_whom_they_are_for);
    tcase_add_test(cases, law_that_had_not_begun_is_not_judged);
    tcase_add_test(cases, stale_law_is_pointed_out_once_with_what_took_its_place);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
