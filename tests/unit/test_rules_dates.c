/* Relative dates: sums in any order, both ends of a range, chains of any length, circles. */
#include <stdlib.h>

#include "rules_case.h"

static DateRange begins_of(const char *name) {
    Values values = read_named(rules_reader, rules_record(name), "begins");
    ck_assert_uint_eq(values.count, 1);
    return values.items[0]->when.from;
}

static void check_range(DateRange range, const char *wanted) {
    char words[RANGE_TEXT];
    ck_assert_str_eq(range_words(range, words), wanted);
}

static void check_begins(const char *plan, const char *name, const char *wanted) {
    rules_begin(plan, "ask: \"?\"");
    check_range(begins_of(name), wanted);
    rules_end();
}

START_TEST(sums_are_worked_out_in_any_order) {
    check_begins("thing a \"A\" { begins: 2 weeks after b begins }\n"
                 "thing b \"B\" { begins: 3 days before c begins }\n"
                 "thing c \"C\" { begins: 10 March 2026 }\n",
                 "a", "21 March 2026");
    check_begins("thing c \"C\" { begins: 31 January 2026 }\n"
                 "thing a \"A\" { begins: 1 month after c begins }\n",
                 "a", "28 February 2026");
    check_begins("thing c \"C\" { begins: 29 February 2028 }\n"
                 "thing a \"A\" { begins: 1 year before c begins }\n",
                 "a", "28 February 2027");
}
END_TEST

START_TEST(both_ends_of_a_range_move) {
    check_begins("thing c \"C\" { begins: week of 2 March 2026 }\n"
                 "thing a \"A\" { begins: 1 week after c begins }\n",
                 "a", "9 to 15 March 2026");
    check_begins("thing c \"C\" { begins: by 31 March 2026 }\n"
                 "thing a \"A\" { begins: 1 day after c begins }\n",
                 "a", "by 1 April 2026");
    check_begins("thing c \"C\" { begins: March 2026 }\n"
                 "thing a \"A\" { begins: 1 month after c begins }\n",
                 "a", "April 2026");
}
END_TEST

START_TEST(after_something_long_is_after_its_end) {
    check_begins("thing c \"C\" { begins: 1 March 2026  finishes: 31 March 2026 }\n"
                 "thing a \"A\" { begins: 1 day after c finishes }\n",
                 "a", "1 April 2026");
    check_begins("thing c \"C\" { during: 1 March 2026 to 31 March 2026 }\n"
                 "thing a \"A\" { begins: 1 day after c during }\n",
                 "a", "1 April 2026");
    check_begins("thing c \"C\" { during: 2 March 2026 to 31 March 2026 }\n"
                 "thing a \"A\" { begins: 1 day before c during }\n",
                 "a", "1 March 2026");
}
END_TEST

START_TEST(sums_go_through_fields_that_are_worked_out) {
    check_begins("thing c \"C\" { during: 1 March 2026 to 31 March 2026 }\n"
                 "thing a \"A\" { begins: 1 week after c opening }\n",
                 "a", "8 March 2026");
}
END_TEST

START_TEST(a_sum_on_what_is_not_given_is_missing_and_not_uncertain) {
    static const char PLAN[] = "thing a \"A\" { begins: 1 week after c begins }\nthing c \"C\"";
    check_truth('M', PLAN,
                "(some thing where its begins is before 1 May 2026) and plan.title is given");
    check_truth('U',
                "thing a \"A\" { begins: 1 week after c begins }\nthing c \"C\" { begins: 2026 }",
                "for every thing where its name is \"a\": its begins is before 1 May 2026");
}
END_TEST

/* What is said when the plan is read, though it cannot be judged. */
static const Diagnostic *error_in(const char *plan) {
    Out out = {0};
    out_string(&out, RULES_WORDS);
    out_format(&out, "plan p \"P\" {\n%s\n}\n", plan);
    built_begin(&rules, NULL);
    char *text = arena_copy(rules.arena, out.bytes, out.length);
    out_free(&out);
    (void)built_source(&rules, sources_add(&rules.sources, "case.convene", text_of(text)));
    ck_assert_msg(rules.diagnostics.errors == 0, "%s", rules_first_error());
    rules_reader = reader_new(rules.model, rules_record("p"));
    ck_assert_uint_eq(rules.diagnostics.errors, 1);
    return rules.diagnostics.list[rules.diagnostics.count - 1];
}

static uint32_t line_at(const char *words) {
    for (uint32_t i = 0; i < rules.sources.count; i++) {
        const char *text = rules.sources.list[i]->text.at, *at = strstr(text, words);
        if (strcmp(rules.sources.list[i]->name, "case.convene") == 0 && at != NULL)
            return span_line(&rules.sources, (Span){i, (uint32_t)(at - text), 1});
    }
    ck_abort_msg("%s does not stand in the case", words);
    return 0;
}

START_TEST(a_circle_is_told_with_its_whole_chain) {
    const Diagnostic *said = error_in("thing a \"A\" { begins: 2 weeks after b begins }\n"
                                      "thing b \"B\" { begins: 8 weeks after c begins }\n"
                                      "thing c \"C\" { begins: 8 weeks after a begins }\n"
                                      "thing d \"D\" { begins: 1 day after c begins }\n");
    ck_assert_int_eq(said->kind, DIAGNOSTIC_date_circle);
    /* the number of the line depends on the vocabulary before it */
    char wanted[300];
    uint32_t line = line_at("thing a \"");
    snprintf(wanted, sizeof wanted,
             "These dates wait for each other: a waits for b (line %u), b for c (line %u), c for a "
             "(line %u). Fix one of them by giving it a date.",
             line, line + 1, line + 2);
    ck_assert_str_eq(said->message, wanted);
    rules_end();
}
END_TEST

START_TEST(a_date_that_waits_for_itself) {
    const Diagnostic *said = error_in("thing a \"A\" { begins: 2 weeks after a begins }\n");
    ck_assert_int_eq(said->kind, DIAGNOSTIC_date_circle);
    rules_end();
    said = error_in("thing a \"A\" { begins: 2 weeks after a opening }\n");
    ck_assert_int_eq(said->kind, DIAGNOSTIC_date_circle);
    rules_end();
}
END_TEST

START_TEST(sums_that_cannot_be_done_are_said) {
    const Diagnostic *said = error_in("thing a \"A\" { begins: 400 years after b begins }\n"
                                      "thing b \"B\" { begins: 1 March 2026 }\n");
    ck_assert_int_eq(said->kind, DIAGNOSTIC_out_of_calendar);
    rules_end();
    said = error_in("thing a \"A\" { during: 1 March 2026 to 1 week before b begins }\n"
                    "thing b \"B\" { begins: 2 March 2026 }\n");
    ck_assert_int_eq(said->kind, DIAGNOSTIC_wrong_order);
    rules_end();
}
END_TEST

/* A thing a day after the one that stands below it, COUNT times; through FIELD. */
static char *long_chain(int count, const char *field) {
    size_t room = (size_t)count * 80 + 200, length = 0;
    char *plan = malloc(room);
    for (int i = count; i > 0; i--)
        length +=
            (size_t)snprintf(plan + length, room - length,
                             "thing t%d \"T\" { begins: 0 days after t%d %s }\n", i, i - 1, field);
    snprintf(plan + length, room - length, "thing t0 \"T\" { begins: 5 May 2026 }\n");
    return plan;
}

START_TEST(a_chain_may_be_very_long) {
    char *plan = long_chain(100000, "begins");
    check_begins(plan, "t100000", "5 May 2026");
    free(plan);
    plan = long_chain(20000, "opening"); /* by way of a field that is worked out */
    check_begins(plan, "t20000", "5 May 2026");
    free(plan);
}
END_TEST

START_TEST(time_is_from_the_first_field_to_the_second) {
    rules_begin("thing a \"A\" { begins: 1 March 2026  finishes: 5 March 2026 }\n"
                "thing b \"B\" { begins: 1 March 2026 }\n"
                "thing c \"C\"\n",
                "ask: \"?\"");
    When when;
    ck_assert(read_time(rules_reader, rules_record("a"), &when));
    check_range(when.from, "1 March 2026");
    check_range(when.to, "5 March 2026");
    ck_assert(read_time(rules_reader, rules_record("b"), &when));
    check_range(when.to, "not before 1 March 2026");
    ck_assert(!read_time(rules_reader, rules_record("c"), &when));
    rules_end();
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        sums_are_worked_out_in_any_order,
        both_ends_of_a_range_move,
        after_something_long_is_after_its_end,
        sums_go_through_fields_that_are_worked_out,
        a_sum_on_what_is_not_given_is_missing_and_not_uncertain,
        a_circle_is_told_with_its_whole_chain,
        a_date_that_waits_for_itself,
        sums_that_cannot_be_done_are_said,
        a_chain_may_be_very_long,
        time_is_from_the_first_field_to_the_second,
    };
    return rules_run("dates", tests, sizeof tests / sizeof *tests);
}
