/* What `check` prints. */
#include "emit/screen.h"

#include "held.h"

static void print(ScreenView view, unsigned width, bool plain) {
    out_free(&held.out);
    ScreenOptions options = {
        .view = view, .style = {.width = width, .plain = plain}, .file = "riverside.convene"};
    screen_write(&held.out, held.arena, &held.model, &held.judgement, &options);
    ck_assert(!held.out.failed);
}

/* One clause of every verdict. */
static void one_of_each(void) {
    held_publicise();
    Case *judged =
        held_case(held_clause("data", "Begin from what is known", "Step One, 4", FORCE_SHOULD,
                              VERDICT_EXPLAINED),
                  NULL, VERDICT_EXPLAINED, TRUTH_ABSENT, "Cite what the plan begins from");
    judged->explanation = held.explanation;
    judged =
        held_case(held_clause("staff", "Staff know", "Step One, 3", FORCE_MUST, VERDICT_TO_CONFIRM),
                  NULL, VERDICT_TO_CONFIRM, TRUTH_ABSENT, "Have the staff been told?");
    judged->is_ask = true;
    held_due(held_case(held_clause("report", "Say what was heard", "Step Three, 3", FORCE_MUST,
                                   VERDICT_PENDING),
                       NULL, VERDICT_PENDING, TRUTH_ABSENT, "Report what was heard"),
             2026, 9, 25);
    held_case(held_clause("elections", "Keep clear of elections", "Section 2", FORCE_LAW,
                          VERDICT_CANNOT_TELL),
              NULL, VERDICT_CANNOT_TELL, TRUTH_UNCERTAIN, "Give the polling day");
    held_case(held_clause("regard", "Due regard", "Section 149", FORCE_LAW, VERDICT_NOT_SHOWN),
              NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Complete an equality assessment");
    held_case(held_clause("support", "Support people", "Step Two, 6", FORCE_MUST, VERDICT_MET),
              held.survey, VERDICT_MET, TRUTH_HOLDS, NULL);
    held_clause("reach", "Watch who took part", "Step Three, 2", FORCE_MUST,
                VERDICT_NOTHING_TO_JUDGE)
        ->reason = "The plan has no targets to judge.";
    held_clause("nhs", "Involve the public", "Section 13Q", FORCE_LAW, VERDICT_DOES_NOT_APPLY)
        ->reason = "It binds another body.";
}

static void break_law(void) {
    Case *judged =
        held_case(held_clause("day-one", "Formats from the first day", "Section 20", FORCE_LAW,
                              VERDICT_BROKEN),
                  held.survey, VERDICT_BROKEN, TRUTH_CONTRADICTED, "Easy Read came 72 days late");
    held_witness(judged, held.survey, NULL, held_span(0, "method: survey"),
                 "its opens (14 December) is no earlier than easy read (24 February)",
                 TRUTH_CONTRADICTED);
}

START_TEST(the_whole_screen) {
    one_of_each();
    print(SCREEN_BRIEF, 80, false);
    ck_assert_str_eq(
        held.out.bytes,
        "GP services after the contract ends          as at 1 June 2026 (set in the plan)\n"
        "Judged: The city's promise                                        9 requirements\n"
        "\n"
        "  Nothing that the plan says breaks the law that it was held against.\n"
        "  1 to put right · 1 cannot be told · 1 explained · 1 for a person to say ·\n"
        "  1 still to come · 2 the plan is silent on · 1 met\n"
        "\n"
        "PUT RIGHT\n"
        "  1  Say how Survey is publicised                                           must\n"
        "     Step Two, 5 · lines 3 and 4 · overdue since 11 May 2026\n"
        "                                                    convene why during.publicise\n"
        "\n"
        "CANNOT BE TOLD until a fact is added\n"
        "  -  Give the polling day                                                    LAW\n"
        "     Section 2                                             convene why elections\n"
        "\n"
        "EXPLAINED                                         not met, and the plan says why\n"
        "  -  Begin from what is known                                             should\n"
        "     No list is to hand. (line 11)\n"
        "\n"
        "FOR A PERSON TO SAY\n"
        "  -  Have the staff been told?                                              must\n"
        "     Step One, 3                                               convene why staff\n"
        "\n"
        "STILL TO COME\n"
        "  by 25 September 2026\n"
        "     Report what was heard                                                  must\n"
        "\n"
        "THE PLAN IS SILENT ON 2, 1 of them law, 1 overdue\n"
        "                                        convene check riverside.convene --silent\n"
        "  due regard · publicised (activity)\n"
        "\n"
        "Of 9: 1 broken · 1 cannot tell · 1 explained · 1 not shown · 1 pending ·\n"
        "      1 to confirm · 1 met · 1 nothing to judge · 1 does not apply\n"
        "Every requirement, with its verdict:       convene check riverside.convene --all\n");
}
END_TEST

START_TEST(broken_law_comes_first_and_says_so) {
    one_of_each();
    break_law();
    print(SCREEN_BRIEF, 80, false);
    check_has("1 LAW BROKEN, said by the plan's own lines; it cannot be explained away.");
    check_lacks("Nothing that the plan says breaks the law");
    check_order("Easy Read came 72 days late", "PUT RIGHT");
    check_has("not so: its opens (14 December)");
}
END_TEST

START_TEST(law_that_is_only_silent_is_never_called_broken) {
    held_case(held_clause("regard", "Due regard", "Section 149", FORCE_LAW, VERDICT_NOT_SHOWN),
              NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Complete an equality assessment");
    static const ScreenView views[] = {SCREEN_BRIEF, SCREEN_SILENT, SCREEN_LAW, SCREEN_ALL};
    for (int i = 0; i < 4; i++) {
        print(views[i], 80, false);
        check_lacks("BROKEN");
        check_lacks("broken");
        check_lacks("nlawful");
        check_lacks("PUT RIGHT");
    }
}
END_TEST

START_TEST(a_blank_plan_is_not_green) {
    held_clause("reach", "Watch who took part", "Step Three, 2", FORCE_MUST,
                VERDICT_NOTHING_TO_JUDGE)
        ->reason = "The plan has no audiences to judge.";
    print(SCREEN_BRIEF, 80, false);
    check_has("nothing met yet");
    check_has("No law was among what the plan was held against.");
    check_lacks("breaks the law");
    check_has("Of 1: 1 nothing to judge");
}
END_TEST

START_TEST(law_with_nothing_to_judge_is_not_called_kept) {
    held_clause("fair", "Asked before it is decided", "1", FORCE_LAW, VERDICT_NOTHING_TO_JUDGE);
    print(SCREEN_BRIEF, 80, false);
    check_has("The plan says nothing yet that the law could be held against.");
    check_lacks("breaks the law");
}
END_TEST

START_TEST(no_charter_is_said) {
    held.judgement.charter_count = held.judgement.adopted_count = 0;
    print(SCREEN_BRIEF, 80, false);
    check_has("Judged: nothing, because the plan adopts no charter");
}
END_TEST

START_TEST(no_line_is_wider_than_the_page) {
    one_of_each();
    break_law();
    held.plan->title = TEXT("A very long title of a plan that runs on past the width of any page "
                            "that people are likely to have in front of them");
    static const ScreenView views[] = {SCREEN_BRIEF, SCREEN_SILENT, SCREEN_LAW, SCREEN_ALL};
    for (int i = 0; i < 4; i++)
        for (unsigned width = 60; width <= 130; width += 10) {
            print(views[i], width, false);
            check_width(width);
        }
}
END_TEST

START_TEST(plain_is_ascii) {
    one_of_each();
    break_law();
    static const ScreenView views[] = {SCREEN_BRIEF, SCREEN_SILENT, SCREEN_LAW, SCREEN_ALL};
    for (int i = 0; i < 4; i++) {
        print(views[i], 80, true);
        for (size_t at = 0; at < held.out.length; at++)
            ck_assert_msg((unsigned char)held.out.bytes[at] < 0x80, "%s", held.out.bytes + at);
    }
}
END_TEST

START_TEST(all_shows_every_clause_with_its_sign_and_a_key) {
    one_of_each();
    print(SCREEN_ALL, 80, false);
    for (uint32_t i = 0; i < held.judgement.result_count; i++) {
        const ClauseResult *result = held.judgement.results[i];
        check_has(arena_format(held.arena, "  %s  %.*s", verdict_sign(result->verdict),
                               TEXT_ARGS(result->clause->title)));
        check_has(arena_format(held.arena, "1 %s: ", verdict_word(result->verdict)));
    }
    check_has("It binds another body.");
    check_has("not shown: Say how Public meeting is publicised (line 6)");
}
END_TEST

START_TEST(law_shows_law_alone) {
    one_of_each();
    print(SCREEN_LAW, 80, false);
    check_has("Due regard");
    check_has("Keep clear of elections");
    check_lacks("Publicise every part");
}
END_TEST

START_TEST(silence_says_where_to_say_it) {
    one_of_each();
    print(SCREEN_SILENT, 80, false);
    check_has("Silence is not a breach");
    check_has("Say how Public meeting is publicised");
    check_has("Write:  publicised: \"...\" on DATE                in Public meeting (line 6)");
    check_has("The same for: Drop-in");
}
END_TEST

START_TEST(findings_about_the_plan_are_put_right) {
    Finding *finding = arena_make(held.arena, Finding);
    *finding = (Finding){.span = held.explanation->span,
                         .record = held.explanation,
                         .message = "This explanation ran out on 1 May 2026.",
                         .put_right = true};
    held.judgement.findings = held.judgement.last_finding = finding;
    print(SCREEN_BRIEF, 80, false);
    check_order("PUT RIGHT", "This explanation ran out on 1 May 2026.");
    check_has("line 11");
    check_has("1 to put right");
}
END_TEST

START_TEST(a_long_list_is_cut_and_says_by_how_much) {
    for (int i = 0; i < 30; i++)
        held_case(held_clause(arena_format(held.arena, "c%d", i), "A title", "1", FORCE_MUST,
                              VERDICT_BROKEN),
                  NULL, VERDICT_BROKEN, TRUTH_CONTRADICTED,
                  arena_format(held.arena, "Mend number %d", i));
    print(SCREEN_BRIEF, 80, false);
    check_has("30 to put right");
    check_has("+ 24 more");
    check_lacks("Mend number 6");
}
END_TEST

HELD_MAIN("screen", the_whole_screen, broken_law_comes_first_and_says_so,
          law_that_is_only_silent_is_never_called_broken, a_blank_plan_is_not_green,
          law_with_nothing_to_judge_is_not_called_kept, no_charter_is_said,
          no_line_is_wider_than_the_page, plain_is_ascii,
          all_shows_every_clause_with_its_sign_and_a_key, law_shows_law_alone,
          silence_says_where_to_say_it, findings_about_the_plan_are_put_right,
          a_long_list_is_cut_and_says_by_how_much)
