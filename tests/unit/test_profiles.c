/* A charter of one's own sets the settings of those that it includes. */
#include "compiled.h"

#define GOOD                                                                                       \
    "charter practice.good \"Good practice\" {\n"                                                  \
    "  setting window \"Shortest time to answer\" { at-least: 42 days }\n"                         \
    "  setting answer \"Longest wait\" { at-most: 84 days }\n"                                     \
    "  setting reply \"Longest wait for a reply\" { at-most: not yet decided }\n"                  \
    "  commitment time \"Time\" {\n"                                                               \
    "    expect: for every stage as s: s.opens is at least window before s.last-day\n"             \
    "  }\n"                                                                                        \
    "  commitment soon \"Soon\" {\n"                                                               \
    "    expect: for every feedback as f: f.on is at most answer after plan.ends\n"                \
    "            otherwise \"Answer within {answer}\"\n"                                           \
    "  }\n"                                                                                        \
    "  commitment reply-soon \"Reply soon\" {\n"                                                   \
    "    expect: for every feedback as f: f.on is at most reply after plan.ends\n"                 \
    "  }\n"                                                                                        \
    "}\n"

/* 49 days open; answered 71 days after the last day. */
#define PLAN                                                                                       \
    "body board \"Board\" { }\n"                                                                   \
    "plan p \"A plan\" {\n"                                                                        \
    "  stage s \"Stage\" { opens: 1 April 2026  closes: 20 May 2026 }\n"                           \
    "  feedback f \"Feedback\" { on: 30 July 2026 }\n"                                             \
    "}\n"

#define PROFILE(inside)                                                                            \
    "charter town.profile \"The town\" { includes: practice.good\n" inside "\n}\n"

#define EXPLAIN(until, approved, more)                                                             \
    "  explain practice.good.answer {\n"                                                           \
    "    because: \"Analysis is bought in.\"  instead: \"A summary.\"  risk: \"Doubt.\"\n"         \
    "    until: " until "  owner: board  approved: board on " approved "\n    " more "\n  }"

static void judge(const char *text) { compile_as_at(text, 2026, 5, 1); }

START_TEST(without_a_profile_a_setting_is_what_its_charter_says) {
    judge(GOOD PLAN "adopt practice.good\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict("soon"), VERDICT_MET);
    const ClauseResult *result = compiled_clause(".soon");
    ck_assert_uint_eq(result->setting_count, 1);
    ck_assert_ptr_null(result->settings[0]->by);
}
END_TEST

START_TEST(a_tighter_value_holds_and_says_whose_it_is) {
    judge(GOOD PLAN PROFILE(
        "settings { practice.good.window: 56 days   "
        "practice.good.answer: 10 weeks because \"We said so.\" }") "adopt town.profile\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_BROKEN);
    ck_assert_int_eq(compiled_verdict(".soon"), VERDICT_BROKEN);
    const SettingUse *use = compiled_clause(".soon")->settings[0];
    ck_assert_str_eq(use->by->name->text, "town.profile");
    ck_assert_ptr_null(use->loosened);
    ck_assert_str_eq(value_words(compiled->arena, use->value), "10 weeks");
    ck_assert_str_eq(value_words(compiled->arena, use->own), "84 days");
    ck_assert(text_is(use->because, "We said so."));
}
END_TEST

START_TEST(it_holds_too_where_the_charter_is_adopted_first) {
    judge(GOOD PLAN PROFILE(
        "settings { practice.good.window: 56 days }") "adopt practice.good\nadopt town.profile\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_BROKEN);
}
END_TEST

START_TEST(a_profile_that_nobody_adopts_changes_nothing) {
    judge(GOOD PLAN PROFILE("settings { practice.good.window: 56 days }") "adopt practice.good\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_MET);
}
END_TEST

START_TEST(a_profile_may_be_included_by_another) {
    judge(GOOD PLAN PROFILE(
        "settings { practice.good.window: 56 days }") "charter ward.profile \"The ward\" { "
                                                      "includes: town.profile }\nadopt "
                                                      "ward.profile\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_BROKEN);
}
END_TEST

START_TEST(of_two_profiles_the_tighter_holds) {
    static const char *const orders[] = {"adopt town.profile\nadopt ward.profile\n",
                                         "adopt ward.profile\nadopt town.profile\n"};
    for (int i = 0; i < 2; i++) {
        char text[4000];
        snprintf(
            text, sizeof text, "%s%s",
            GOOD PLAN PROFILE(
                "settings { practice.good.window: 45 days }") "charter ward.profile \"The ward\" { "
                                                              "includes: practice.good\n"
                                                              "settings { practice.good.window: 60 "
                                                              "days } }\n",
            orders[i]);
        judge(text);
        ck_assert_str_eq(compiled_clause("time")->settings[0]->by->name->text, "ward.profile");
        ck_assert_int_eq(compiled_verdict("time"), VERDICT_BROKEN);
    }
}
END_TEST

START_TEST(a_looser_value_is_refused_and_told_how) {
    judge(GOOD PLAN PROFILE("settings { practice.good.answer: 100 days }") "adopt town.profile\n");
    const Diagnostic *said = compiled_report("looser than 84 days");
    ck_assert_ptr_nonnull(said);
    ck_assert_int_eq(said->kind, DIAGNOSTIC_looser_setting);
    ck_assert_ptr_nonnull(strstr(said->help, "explain practice.good.answer { to: 100 days"));
    judge(GOOD PLAN PROFILE("settings { practice.good.window: 41 days }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("looser than 42 days"));
}
END_TEST

START_TEST(an_explanation_loosens) {
    judge(GOOD PLAN PROFILE(
        EXPLAIN("31 March 2027", "4 February 2026", "to: 100 days")) "adopt town.profile\n");
    const SettingUse *use = compiled_clause(".soon")->settings[0];
    ck_assert_ptr_nonnull(use->loosened);
    ck_assert_str_eq(value_words(compiled->arena, use->value), "100 days");
    ck_assert(compiled_finds("The town loosens \"Longest wait\" from 84 days to 100 days"));
}
END_TEST

START_TEST(an_explanation_that_does_not_count_does_not_loosen) {
    static const char *const texts[] = {
        GOOD PLAN PROFILE(EXPLAIN("30 April 2026", "4 February 2026", "to: 100 days")),
        GOOD PLAN PROFILE(EXPLAIN("31 March 2027", "4 June 2026", "to: 100 days")),
        GOOD PLAN PROFILE(EXPLAIN("31 March 2027", "4 February 2026", "")),
        GOOD PLAN PROFILE("explain practice.good.answer { to: 100 days because: \"Late.\" }")};
    static const char *const says[] = {"ran out on 30 April 2026", "approved only on 4 June 2026",
                                       "does not say to what", "one of the six"};
    for (int i = 0; i < 4; i++) {
        char text[4000];
        snprintf(text, sizeof text, "%s%s", texts[i], "adopt town.profile\n");
        judge(text);
        ck_assert_ptr_null(compiled_clause(".soon")->settings[0]->loosened);
        ck_assert_msg(i == 3 || compiled_finds(says[i]), "%s", says[i]);
    }
    ck_assert(compiled_finds("has 1 of the six things"));
}
END_TEST

START_TEST(what_one_tightens_another_does_not_loosen) {
    judge(GOOD PLAN PROFILE(
        EXPLAIN("31 March 2027", "4 February 2026",
                "to: 100 days")) "charter ward.profile \"The ward\" { includes: practice.good\n"
                                 "settings { practice.good.answer: 70 days } }\nadopt "
                                 "town.profile\nadopt ward.profile\n");
    ck_assert_str_eq(compiled_clause(".soon")->settings[0]->by->name->text, "ward.profile");
    ck_assert_int_eq(compiled_verdict(".soon"), VERDICT_BROKEN);
}
END_TEST

START_TEST(law_is_not_loosened) {
    judge("charter a.law \"Law\" {\n"
          "  setting answer \"Longest wait\" { at-most: 84 days }\n"
          "  duty soon \"Soon\" { force: law\n"
          "    expect: for every feedback as f: f.on is at most answer after plan.ends }\n}\n" PLAN
          "charter town.profile \"The town\" { includes: a.law\n"
          "  explain a.law.answer { to: 100 days  because: \"Late.\" } }\nadopt town.profile\n");
    const Diagnostic *said = compiled_report("law cannot be loosened");
    ck_assert_ptr_nonnull(said);
    ck_assert_int_eq(said->kind, DIAGNOSTIC_law_explained);
}
END_TEST

START_TEST(what_nobody_has_set_cannot_be_told_and_says_where_to_set_it) {
    judge(GOOD PLAN "adopt practice.good\n");
    ck_assert_int_eq(compiled_verdict("reply-soon"), VERDICT_CANNOT_TELL);
    const char *message = compiled_clause("reply-soon")->cases->message;
    ck_assert_ptr_nonnull(strstr(message, "settings { practice.good.reply: ... }"));
    judge(GOOD PLAN PROFILE("settings { practice.good.reply: 60 days }") "adopt town.profile\n");
    ck_assert_int_eq(compiled_verdict("reply-soon"), VERDICT_BROKEN);
    judge(GOOD PLAN PROFILE("settings { practice.good.reply: 80 days }") "adopt town.profile\n");
    ck_assert_int_eq(compiled_verdict("reply-soon"), VERDICT_MET);
}
END_TEST

START_TEST(a_line_that_sets_nothing_is_told_so) {
    judge(GOOD PLAN PROFILE("settings { practice.good.windw: 56 days }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("has a setting called practice.good.windw"));
    judge(GOOD PLAN PROFILE("settings { practice.good.window: 3 months }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("nobody can say which of them is tighter"));
    judge(GOOD PLAN "charter town.profile \"T\" { settings { practice.good.window: 56 days } }\n"
                    "adopt town.profile\nadopt practice.good\n");
    ck_assert_ptr_nonnull(compiled_report("which town.profile does not include"));
    judge(GOOD PLAN PROFILE("settings { practice.good.window: 56 days\n"
                            "practice.good.window: 57 days }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("is here twice"));
    judge(GOOD PLAN PROFILE("settings { practice.good.window: not known }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("This gives practice.good.window no value"));
    judge(GOOD "plan p \"P\" { explain practice.good.answer { to: 100 days } }\n"
               "adopt practice.good\n");
    ck_assert_ptr_nonnull(compiled_report("loosened in a charter of your own"));
    judge(GOOD PLAN PROFILE("explain practice.good.answer { to: 60 days }") "adopt town.profile\n");
    ck_assert_ptr_nonnull(compiled_report("is no looser than 84 days"));
}
END_TEST

START_TEST(the_file_of_a_plan_may_tighten_for_itself) {
    judge(GOOD PLAN "settings { practice.good.window: 56 days }\nadopt practice.good\n");
    ck_assert_int_eq(compiled_verdict("time"), VERDICT_BROKEN);
}
END_TEST

START_TEST(a_profile_confirms_and_explains_for_all_plans) {
#define ASKS                                                                                       \
    "charter base.charter \"Base\" {\n"                                                            \
    "  commitment staff \"Staff\" { ask: \"Do staff know?\" }\n"                                   \
    "  commitment told \"Told\" { ask: for every activity: \"Is {its title} told?\" }\n"           \
    "  commitment heard \"Heard\" { force: should  expect: some feedback }\n}\n"                   \
    "body board \"Board\" { }\n"
    judge(ASKS "charter town.profile \"T\" { includes: base.charter\n"
               "confirm base.charter.staff { confirmed by: board on 1 April 2026 }\n"
               "confirm base.charter.told for plan { confirmed by: board on 1 April 2026 }\n"
               "explain base.charter.heard { because: \"Another team does it.\" } }\n"
               "adopt town.profile\nplan p \"P\" { activity a \"A\" { } }\n");
    ck_assert_int_eq(compiled_verdict("staff"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict("told"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict("heard"), VERDICT_EXPLAINED);
    ck_assert_ptr_null(compiled->judgement->findings);
    judge(ASKS "charter town.profile \"T\" { includes: base.charter\n"
               "confirm base.charter.staff { confirmed by: board on 1 June 2026 }\n"
               "explain base.charter.heard { because: \"tbc\" } }\n"
               "adopt town.profile\nplan p \"P\" { activity a \"A\" { } }\n");
    ck_assert_int_eq(compiled_verdict("staff"), VERDICT_TO_CONFIRM);
    ck_assert_int_eq(compiled_verdict("heard"), VERDICT_NOT_SHOWN);
    ck_assert(compiled_finds("gives no reason"));
    judge(ASKS "charter town.profile \"T\" { includes: base.charter\n"
               "confirm base.charter.staff { confirmed by: board on 1 April 2026 } }\n"
               "adopt base.charter\nplan p \"P\" { }\n");
    ck_assert_int_eq(compiled_verdict("staff"), VERDICT_TO_CONFIRM);
}
END_TEST

/* ---- charters that come with others, and charters that nobody has ---- */

static const char *not_judged(const char *words) {
    for (uint32_t i = 0; i < compiled->judgement->not_judged_count; i++)
        if (strstr(compiled->judgement->not_judged[i].sentence, words) != NULL)
            return compiled->judgement->not_judged[i].sentence;
    return NULL;
}

#define LEVELS                                                                                     \
    "charter base.charter \"Base\" { includes: kit.charter\n"                                      \
    "  commitment why \"Why\" { expect: plan.purpose is given } }\n"                               \
    "charter member.charter \"Member\" { includes: base.charter\n"                                 \
    "  commitment where \"Where\" { expect: plan.area is given } }\n"                              \
    "charter ward.charter \"Ward\" { includes: member.charter, kit.charter }\n"                    \
    "charter kit.charter \"The kit\" { text: unavailable }\n"                                      \
    "charter talk.charter \"Talk\" { note: \"Who we are.\" }\n"

START_TEST(a_plan_is_held_against_all_that_its_charter_takes_in) {
    judge(LEVELS "adopt ward.charter\nplan p \"P\" { purpose: \"X\" }\n");
    ck_assert_int_eq(compiled_verdict("why"), VERDICT_MET);
    ck_assert_int_eq(compiled_verdict("where"), VERDICT_NOT_SHOWN);
    const Judgement *judgement = compiled->judgement;
    ck_assert_uint_eq(judgement->adopted_count, 3);
    ck_assert_str_eq(judgement->charters[0]->name->text, "ward.charter");
    ck_assert_str_eq(judgement->charters[2]->name->text, "base.charter");
    ck_assert_str_eq(not_judged("The kit"),
                     "The kit: its text is not to hand, so nothing in it could be judged.");
    uint32_t said = 0;
    for (uint32_t i = 0; i < judgement->not_judged_count; i++)
        said += strstr(judgement->not_judged[i].sentence, "The kit") != NULL;
    ck_assert_uint_eq(said, 1);
}
END_TEST

START_TEST(a_charter_that_asks_nothing_is_not_among_those_judged) {
    judge(LEVELS "adopt talk.charter\nadopt kit.charter\nplan p \"P\" { }\n");
    ck_assert_uint_eq(compiled->judgement->adopted_count, 0);
    ck_assert_str_eq(not_judged("Talk"), "Talk: it asks nothing that could be judged.");
    ck_assert_ptr_nonnull(not_judged("The kit"));
}
END_TEST

START_TEST(one_without_its_text_still_brings_along_what_it_takes_in) {
    judge(
        "charter old.charter \"Old\" { text: unavailable  includes: new.charter }\n"
        "charter new.charter \"New\" { commitment why \"Why\" { expect: plan.purpose is given } }\n"
        "adopt old.charter\nplan p \"P\" { purpose: \"X\" }\n");
    ck_assert_int_eq(compiled_verdict("why"), VERDICT_MET);
    ck_assert_ptr_nonnull(not_judged("Old: its text is not to hand"));
    ck_assert_uint_eq(compiled->judgement->adopted_count, 1);
}
END_TEST

START_TEST(circles_of_charters_are_reported_and_end) {
    judge("charter a.charter \"A\" { includes: b.charter }\n"
          "charter b.charter \"B\" { includes: a.charter\n"
          "  commitment x \"X\" { expect: plan.purpose is given } }\n"
          "settings { a.charter.none: 3 }\nadopt a.charter\nplan p \"P\" { }\n");
    ck_assert_uint_gt(compiled->diagnostics.errors, 0);
}
END_TEST

COMPILED_MAIN("profiles", without_a_profile_a_setting_is_what_its_charter_says,
              a_tighter_value_holds_and_says_whose_it_is,
              it_holds_too_where_the_charter_is_adopted_first,
              a_profile_that_nobody_adopts_changes_nothing, a_profile_may_be_included_by_another,
              of_two_profiles_the_tighter_holds, a_looser_value_is_refused_and_told_how,
              an_explanation_loosens, an_explanation_that_does_not_count_does_not_loosen,
              what_one_tightens_another_does_not_loosen, law_is_not_loosened,
              what_nobody_has_set_cannot_be_told_and_says_where_to_set_it,
              a_line_that_sets_nothing_is_told_so, the_file_of_a_plan_may_tighten_for_itself,
              a_profile_confirms_and_explains_for_all_plans,
              a_plan_is_held_against_all_that_its_charter_takes_in,
              a_charter_that_asks_nothing_is_not_among_those_judged,
              one_without_its_text_still_brings_along_what_it_takes_in,
              circles_of_charters_are_reported_and_end)
