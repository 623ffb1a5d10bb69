/* Which cases become one entry, and in which order entries stand. */
#include "emit/entries.h"

#include "held.h"

static Entries *gather(void) { return entries_gather(held.arena, &held.model, &held.judgement); }

static const char *others(const Entry *entry, uint32_t limit) {
    return entry_others(held.arena, entry, limit);
}

START_TEST(one_expectation_of_many_records_is_one_entry) {
    held_publicise();
    Entries *entries = gather();
    ck_assert_uint_eq(entries->lists[ENTRY_PUT_RIGHT].count, 1);
    ck_assert_uint_eq(entries->lists[ENTRY_SILENT].count, 1);
    const Entry *silent = entries->lists[ENTRY_SILENT].items[0];
    ck_assert_uint_eq(silent->case_count, 2);
    ck_assert_str_eq(silent->message, "Say how Public meeting is publicised");
    ck_assert_str_eq(others(silent, 5), "The same for: Drop-in");
    ck_assert(silent->days_differ);
    ck_assert_ptr_null(others(entries->lists[ENTRY_PUT_RIGHT].items[0], 5));
}
END_TEST

START_TEST(the_same_words_of_two_clauses_are_one_entry_that_cites_both) {
    ClauseResult *one = held_clause("a", "A", "1", FORCE_SHOULD, VERDICT_PENDING);
    ClauseResult *two = held_clause("b", "B", "2", FORCE_LAW, VERDICT_PENDING);
    held_due(held_case(one, NULL, VERDICT_PENDING, TRUTH_ABSENT, "Publish it"), 2026, 9, 1);
    held_due(held_case(two, NULL, VERDICT_PENDING, TRUTH_ABSENT, "Publish it"), 2026, 9, 1);
    const EntryList *list = &gather()->lists[ENTRY_TO_COME];
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->cite_count, 2);
    ck_assert_int_eq(list->items[0]->force, FORCE_LAW);
}
END_TEST

START_TEST(what_is_to_come_on_other_days_is_another_entry) {
    ClauseResult *one = held_clause("a", "A", "1", FORCE_MUST, VERDICT_PENDING);
    held_due(held_case(one, held.survey, VERDICT_PENDING, TRUTH_ABSENT, "Report it"), 2026, 9, 2);
    held_due(held_case(one, held.meeting, VERDICT_PENDING, TRUTH_ABSENT, "Report it"), 2026, 9, 1);
    const EntryList *list = &gather()->lists[ENTRY_TO_COME];
    ck_assert_uint_eq(list->count, 2);
    ck_assert_ptr_eq(list->items[0]->first->subject, held.meeting);
}
END_TEST

START_TEST(a_shared_expectation_does_not_name_a_record_twice) {
    ClauseResult *one = held_clause("a", "A", "1", FORCE_MUST, VERDICT_NOT_SHOWN);
    ClauseResult *two = held_clause("b", "B", "2", FORCE_MUST, VERDICT_NOT_SHOWN);
    ClauseResult *both[] = {one, two};
    for (int i = 0; i < 2; i++) {
        held_case(both[i], held.survey, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Answer people")
            ->expectation = one->clause;
        held_case(both[i], held.meeting, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Answer people")
            ->expectation = one->clause;
    }
    const EntryList *list = &gather()->lists[ENTRY_SILENT];
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->cite_count, 2);
    ck_assert_str_eq(others(list->items[0], 5), "For: Survey and Public meeting");
    ck_assert_str_eq(others(list->items[0], 1), "For: Survey and 1 more");
}
END_TEST

START_TEST(broken_law_is_a_group_of_its_own_and_law_stands_first_elsewhere) {
    ClauseResult *must = held_clause("a", "A", "1", FORCE_MUST, VERDICT_NOT_SHOWN);
    ClauseResult *law = held_clause("b", "B", "2", FORCE_LAW, VERDICT_NOT_SHOWN);
    ClauseResult *broken = held_clause("c", "C", "3", FORCE_LAW, VERDICT_BROKEN);
    held_case(must, NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "One");
    held_case(law, NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, "Two");
    held_case(broken, NULL, VERDICT_BROKEN, TRUTH_CONTRADICTED, "Three");
    Entries *entries = gather();
    ck_assert_str_eq(entries->lists[ENTRY_SILENT].items[0]->message, "Two");
    ck_assert_uint_eq(entries->lists[ENTRY_LAW_BROKEN].count, 1);
    ck_assert_uint_eq(entries->lists[ENTRY_PUT_RIGHT].count, 0);
}
END_TEST

START_TEST(one_reason_for_many_clauses_is_one_entry) {
    for (int i = 0; i < 4; i++)
        held_clause(arena_format(held.arena, "c%d", i), "A title", "1", FORCE_MUST,
                    VERDICT_CANNOT_TELL)
            ->reason = "The plan gives no dates.";
    const EntryList *list = &gather()->lists[ENTRY_CANNOT_TELL];
    ck_assert_uint_eq(list->count, 1);
    ck_assert_str_eq(list->items[0]->message, "The plan gives no dates.");
    ck_assert_uint_eq(list->items[0]->cite_count, 4);
}
END_TEST

START_TEST(a_case_without_words_takes_the_title_of_what_asks) {
    ClauseResult *one = held_clause("a", "Review and learn", "1", FORCE_MUST, VERDICT_NOT_SHOWN);
    held_case(one, NULL, VERDICT_NOT_SHOWN, TRUTH_ABSENT, NULL);
    ck_assert_str_eq(gather()->lists[ENTRY_SILENT].items[0]->message, "Review and learn");
}
END_TEST

START_TEST(lines_are_those_of_the_plan_in_order_and_once) {
    ClauseResult *result = held_publicise();
    Case *judged = result->cases;
    held_witness(judged, held.survey, NULL, held_span(0, "owner:"), "x", TRUTH_CONTRADICTED);
    held_witness(judged, held.survey, NULL, held_span(1, "charter"), "y", TRUTH_CONTRADICTED);
    ck_assert_str_eq(entry_lines(held.arena, &held.model, judged), "lines 2, 3 and 4");
    ck_assert_str_eq(entry_lines(held.arena, &held.model, judged->next), "line 6");
    ck_assert_ptr_null(entry_lines(held.arena, &held.model, NULL));
}
END_TEST

START_TEST(ten_thousand_cases_are_gathered_in_one_pass) {
    ClauseResult *result = held_clause("a", "A", "1", FORCE_MUST, VERDICT_NOT_SHOWN);
    for (int i = 0; i < 10000; i++) {
        const char *title = arena_format(held.arena, "Session %d", i);
        Record *record = held_record(held.survey->kind, held.survey->parent, title, title, title,
                                     held.survey->span);
        held_case(result, record, VERDICT_NOT_SHOWN, TRUTH_ABSENT,
                  arena_format(held.arena, "Date Session %d", i));
    }
    const EntryList *list = &gather()->lists[ENTRY_SILENT];
    ck_assert_uint_eq(list->count, 1);
    ck_assert_uint_eq(list->items[0]->subject_count, 10000);
    ck_assert_str_eq(others(list->items[0], 2), "The same for: Session 1, Session 2 and 9997 more");
}
END_TEST

HELD_MAIN("entries", one_expectation_of_many_records_is_one_entry,
          the_same_words_of_two_clauses_are_one_entry_that_cites_both,
          what_is_to_come_on_other_days_is_another_entry,
          a_shared_expectation_does_not_name_a_record_twice,
          broken_law_is_a_group_of_its_own_and_law_stands_first_elsewhere,
          one_reason_for_many_clauses_is_one_entry,
          a_case_without_words_takes_the_title_of_what_asks,
          lines_are_those_of_the_plan_in_order_and_once,
          ten_thousand_cases_are_gathered_in_one_pass)
