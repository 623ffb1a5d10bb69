/* `why`: which clause is meant, and what is said of it. */
#include "emit/why.h"

#include "held.h"

static bool why(const char *asked) {
    out_free(&held.out);
    WhyOptions options = {.style = {.width = 80}, .file = "riverside.convene"};
    bool found =
        why_write(&held.out, held.arena, &held.model, &held.judgement, text_of(asked), &options);
    ck_assert(!held.out.failed);
    return found;
}

START_TEST(a_clause_is_found_by_all_that_people_call_it) {
    held_publicise();
    held_clause("during.support", "Support people", "Step Two, 6", FORCE_MUST, VERDICT_MET);
    static const char *const names[] = {"city.charter.during.publicise",
                                        "during.publicise",
                                        "publicise",
                                        "Step Two, 5",
                                        "step 2.5",
                                        "step two 5",
                                        "city, step 2.5",
                                        "Publicise every part",
                                        "the city's promise, step 2.5"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        ck_assert_msg(why(names[i]), "%s:\n%s", names[i], held.out.bytes);
        check_has("Publicise every part: BROKEN, must");
    }
    ck_assert(!why("step 2.7"));
    ck_assert(!why("village, step 2.5"));
    ck_assert(!why("ublicise"));
}
END_TEST

START_TEST(the_whole_answer) {
    held_publicise();
    held.judgement.results[0]->cases->next->next = NULL; /* two cases are enough to read */
    held.judgement.results[0]->counts[VERDICT_NOT_SHOWN] = 1;
    held_say((Record *)held.judgement.results[0]->clause,
             held_field(held.clause_kind, "expect", "Expect", BASE_RULE), held_text(""), NO_SPAN);
    Slot *expect = held.judgement.results[0]->clause->slots;
    expect->lines = expect->last_line = held.asks;
    ck_assert(why("publicise"));
    ck_assert_str_eq(
        held.out.bytes,
        "Publicise every part: BROKEN, must\n"
        "The city's promise, Step Two, 5                    city.charter.during.publicise\n"
        "  cases:         1 broken · 1 not shown\n"
        "\n"
        "  it asks:       for every activity: its publicised is given\n"
        "    Survey (line 3): broken\n"
        "      to do:         Say how Survey is publicised\n"
        "      due:           Monday 11 May 2026, that is its \"starts\": overdue, 21 days\n"
        "                     ago\n"
        "      not so:        its publicised is given\n"
        "                     line 4: method: survey\n"
        "    Public meeting (line 6): not shown\n"
        "      to do:         Say how Public meeting is publicised\n"
        "      due:           Tuesday 12 May 2026, that is its \"starts\": overdue, 20 days\n"
        "                     ago\n"
        "      not there:     its publicised is given\n"
        "      would say it:  publicised: \"...\" on DATE\n"
        "                     in Public meeting (line 6)\n"
        "\n"
        "  Or explain why not, in these six fields:\n"
        "    explain city.charter.during.publicise for survey {\n"
        "      because: \"...\"\n"
        "      instead: \"...\"\n"
        "      risk: \"...\"\n"
        "      until: DATE\n"
        "      owner: BODY\n"
        "      approved: BODY on DATE\n"
        "    }\n"
        "    With \"for plan\" it covers all 2.\n");
}
END_TEST

START_TEST(an_ending_of_several_clauses_asks_for_more) {
    held_clause("during.review", "Review during", "1", FORCE_MUST, VERDICT_MET);
    held_clause("after.review", "Review after", "2", FORCE_MUST, VERDICT_MET);
    ck_assert(!why("review"));
    check_has("\"review\" could be any of these. Write more of its name:");
    check_has("city.charter.during.review");
    check_has("city.charter.after.review");
    ck_assert(why("after.review"));
}
END_TEST

START_TEST(a_slip_of_the_hand_is_shown_what_is_near) {
    held_publicise();
    held_clause("reach", "Watch who took part", "3", FORCE_MUST, VERDICT_MET);
    ck_assert(!why("publisise"));
    check_has("Nothing that this plan was held against is called \"publisise\".");
    check_has("city.charter.during.publicise");
    check_lacks("city.charter.reach");
    check_has("convene check riverside.convene --all");
}
END_TEST

START_TEST(law_is_offered_no_explanation) {
    held_case(held_clause("regard", "Due regard", "149", FORCE_LAW, VERDICT_NOT_SHOWN), NULL,
              VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Complete an equality assessment");
    ck_assert(why("regard"));
    check_has("no explanation takes its place");
    check_lacks("explain city");
    check_has("The plan as a whole: not shown");
}
END_TEST

START_TEST(advice_needs_a_reason_alone) {
    held_case(held_clause("early", "Begin early", "1", FORCE_SHOULD, VERDICT_BROKEN), NULL,
              VERDICT_BROKEN, TRUTH_CONTRADICTED, "Begin earlier");
    ck_assert(why("early"));
    check_has("explain city.charter.early {\n      because: \"...\"\n    }");
}
END_TEST

START_TEST(a_question_is_answered_by_a_confirmation) {
    Case *judged =
        held_case(held_clause("staff", "Staff know", "1", FORCE_MUST, VERDICT_TO_CONFIRM),
                  held.survey, VERDICT_TO_CONFIRM, TRUTH_ABSENT, "Have the staff been told?");
    judged->is_ask = true;
    ck_assert(why("staff"));
    check_has("question:      Have the staff been told?");
    check_has("confirm city.charter.staff for survey {\n      confirmed by: BODY on DATE\n");
    check_lacks("explain");
}
END_TEST

START_TEST(an_explanation_in_force_is_quoted) {
    Case *judged =
        held_case(held_clause("data", "Begin from data", "1", FORCE_SHOULD, VERDICT_EXPLAINED),
                  NULL, VERDICT_EXPLAINED, TRUTH_ABSENT, "Cite the data");
    judged->explanation = held.explanation;
    ck_assert(why("data"));
    check_has(
        "explained:     line 11\n                     line 12: because: \"No list is to hand.\"");
}
END_TEST

START_TEST(the_day_is_said_without_the_letters_of_the_rule) {
    Case *judged = held_publicise()->cases;
    judged->due_words = "12 weeks after (a.closes) before plan.ends";
    ck_assert(why("publicise"));
    check_has("12 weeks after (its \"closes\")");
    check_has("before the");
    check_lacks("a.closes");
    check_lacks("plan.ends");
}
END_TEST

START_TEST(many_cases_that_are_alike_stand_in_a_row) {
    ClauseResult *result = held_publicise();
    for (int i = 0; i < 4; i++)
        held_case(result, held.drop_in, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Say how");
    held_case(result, held.survey, VERDICT_MET, TRUTH_HOLDS, NULL);
    ck_assert(why("publicise"));
    check_has("Also not shown: Drop-in (line 9), Drop-in (line 9), Drop-in (line 9),\n");
    check_has("Survey (line 3): met");
    check_order("Survey (line 3): broken", "Survey (line 3): met");
}
END_TEST

START_TEST(what_does_not_apply_says_why) {
    held_clause("nhs", "Involve", "13Q", FORCE_LAW, VERDICT_DOES_NOT_APPLY)->reason =
        "It binds another body.";
    ck_assert(why("nhs"));
    check_has("Involve: DOES NOT APPLY, LAW");
    check_has("because:       It binds another body.");
}
END_TEST

HELD_MAIN("why", a_clause_is_found_by_all_that_people_call_it, the_whole_answer,
          an_ending_of_several_clauses_asks_for_more, a_slip_of_the_hand_is_shown_what_is_near,
          law_is_offered_no_explanation, advice_needs_a_reason_alone,
          a_question_is_answered_by_a_confirmation, an_explanation_in_force_is_quoted,
          the_day_is_said_without_the_letters_of_the_rule, many_cases_that_are_alike_stand_in_a_row,
          what_does_not_apply_says_why)
