/* The checklist, as data, as Markdown and as a page. */
#include "emit/checklist.h"

#include "held.h"

static Emission emission(void) {
    return (Emission){.arena = held.arena, .model = &held.model, .judgement = &held.judgement};
}

static Checklist *make(void) { return checklist_make(held.arena, &held.model, &held.judgement); }

static void some_of_each(void) {
    held_publicise();
    ClauseResult *report =
        held_clause("report", "Say what was heard", "Step Three, 3", FORCE_MUST, VERDICT_PENDING);
    held_due(held_case(report, held.survey, VERDICT_PENDING, TRUTH_ABSENT, "Report it"), 2026, 9,
             25);
    held_due(held_case(report, held.meeting, VERDICT_PENDING, TRUTH_ABSENT, "Report it too"), 2026,
             7, 1);
    held_case(held_clause("regard", "Due regard", "Section 149", FORCE_LAW, VERDICT_NOT_SHOWN),
              NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Assess <equality> & *record* it");
    held_case(held_clause("staff", "Staff know", "1", FORCE_MUST, VERDICT_TO_CONFIRM), NULL,
              VERDICT_TO_CONFIRM, TRUTH_ABSENT, "Have the staff been told?");
    held_case(held_clause("done", "Met", "2", FORCE_MUST, VERDICT_MET), NULL, VERDICT_MET,
              TRUTH_HOLDS, "Never shown");
}

START_TEST(it_goes_by_when) {
    some_of_each();
    const Checklist *list = make();
    static const char *const titles[] = {"Overdue",
                                         "By 1 July 2026",
                                         "By 25 September 2026",
                                         "To confirm, by a person",
                                         "Not in the plan: its day has passed",
                                         "Not yet in the plan"};
    ck_assert_uint_eq(list->count, sizeof titles / sizeof titles[0]);
    for (uint32_t i = 0; i < list->count; i++)
        ck_assert_str_eq(list->groups[i].title, titles[i]);
    ck_assert_uint_eq(list->item_count, 6);
}
END_TEST

START_TEST(each_line_says_who_by_when_and_why) {
    some_of_each();
    const ChecklistItem *late = &make()->groups[4].items[0];
    ck_assert_str_eq(late->what, "Say how Public meeting is publicised");
    ck_assert_str_eq(late->others, "The same for: Drop-in");
    ck_assert_str_eq(late->who, "Primary care team");
    ck_assert_str_eq(late->by, "from 12 May 2026");
    ck_assert_str_eq(late->why, "Publicise every part (The city's promise, Step Two, 5)");
    ck_assert_str_eq(late->where, "line 6");
    held.plan->slots = NULL;
    ck_assert_str_eq(make()->groups[0].items[0].who, "not named");
}
END_TEST

START_TEST(one_thing_that_two_clauses_ask_is_one_line) {
    held_case(held_clause("a", "Answer", "1", FORCE_MUST, VERDICT_NOT_SHOWN), NULL,
              VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Publish the answer");
    held_charter("uk.law", "The law");
    held_case(held_clause("b", "Respond", "2", FORCE_LAW, VERDICT_NOT_SHOWN), NULL,
              VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Publish the answer");
    const Checklist *list = make();
    ck_assert_uint_eq(list->item_count, 1);
    ck_assert_str_eq(list->groups[0].items[0].why,
                     "Answer (The city's promise, 1); Respond (The law, 2)");
    ck_assert(list->groups[0].items[0].law);
}
END_TEST

START_TEST(markdown_is_a_task_list_with_its_marks_escaped) {
    some_of_each();
    Emission from = emission();
    ck_assert(checklist_markdown(&from, &held.out));
    check_order("# Checklist: GP services after the contract ends\n\nAs at 1 June 2026", "## Over");
    check_has("- [ ] Say how Survey is publicised  \n  who: Primary care team · by: 11 May 2026 · "
              "lines 3 and 4  \n  why: Publicise every part (The city's promise, Step Two, 5)\n");
    check_has("- [ ] **LAW** Assess &lt;equality&gt; & \\*record\\* it");
    check_lacks("Never shown");
}
END_TEST

START_TEST(the_page_ties_every_box_to_its_words) {
    some_of_each();
    Emission from = emission();
    ck_assert(checklist_html(&from, &held.out));
    for (uint32_t i = 1; i <= make()->item_count; i++)
        check_has(arena_format(
            held.arena, "<input type=\"checkbox\" id=\"item-%u\"/> <label for=\"item-%u\">", i, i));
    check_has("Assess &lt;equality&gt; &amp; *record* it");
    check_has("<strong>LAW</strong>");
    check_has("<th scope=\"rowgroup\" colspan=\"4\">Overdue");
    check_order("<tbody>", "Overdue");
}
END_TEST

START_TEST(nothing_judged_is_said) {
    Emission from = emission();
    ck_assert(checklist_markdown(&from, &held.out));
    check_has("Nothing was judged");
    out_free(&held.out);
    ck_assert(checklist_html(&from, &held.out));
    check_has("Nothing was judged");
    check_lacks("<table>");
}
END_TEST

HELD_MAIN("checklist", it_goes_by_when, each_line_says_who_by_when_and_why,
          one_thing_that_two_clauses_ask_is_one_line,
          markdown_is_a_task_list_with_its_marks_escaped, the_page_ties_every_box_to_its_words,
          nothing_judged_is_said)
