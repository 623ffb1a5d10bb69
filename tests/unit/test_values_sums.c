/* Relative dates: the sum is kept, with the record and the day that it hangs on. */
#include "values_case.h"

/* The sum of the first value of LINE, which reads WORDS. */
static const DateSum *sum_of(const char *line, const char *words) {
    check_reads(line, words);
    const DateSum *sum = values_first()->when.sum;
    ck_assert_msg(sum != NULL, "%s: there is no sum", line);
    return sum;
}

static void check_field(const DateSum *sum, const char *record, const char *field) {
    ck_assert_int_eq((int)sum->kind, SUM_FIELD);
    ck_assert_str_eq(sum->record->name->text, record);
    if (field == NULL)
        ck_assert_ptr_null(sum->field);
    else
        ck_assert_str_eq(sum->field->name->text, field);
}

static void check_shift(const DateSum *sum, int count, Unit unit, bool before) {
    ck_assert_int_eq((int)sum->kind, SUM_SHIFT);
    ck_assert_int_eq(sum->shift.count, count);
    ck_assert_int_eq((int)sum->shift.unit, (int)unit);
    ck_assert_int_eq(sum->before, before);
}

START_TEST(so_long_after_a_day_of_a_record) {
    const DateSum *sum =
        sum_of("day: 6 weeks after listening closes", "6 weeks after listening closes");
    check_shift(sum, 6, UNIT_WEEK, false);
    check_field(sum->base, "listening", "closes");
    sum = sum_of("day: 3 months before listening opens", "3 months before listening opens");
    check_shift(sum, 3, UNIT_MONTH, true);
    check_field(sum->base, "listening", "opens");
}
END_TEST

START_TEST(so_long_after_a_record_with_one_day) {
    const DateSum *sum = sum_of("day: 4 weeks after replacement", "4 weeks after replacement");
    check_shift(sum, 4, UNIT_WEEK, false);
    check_field(sum->base, "replacement", NULL);
    sum = sum_of("day: 2 days before meeting", "2 days before meeting");
    check_field(sum->base, "meeting", NULL);
}
END_TEST

START_TEST(the_bare_day_of_a_record) {
    check_field(sum_of("day: listening closes", "listening closes"), "listening", "closes");
    check_field(sum_of("day: the listening closes", "listening closes"), "listening", "closes");
    check_field(sum_of("day: replacement", "replacement"), "replacement", NULL);
    check_field(sum_of("day: listening.closes", "listening closes"), "listening", "closes");
}
END_TEST

START_TEST(spellings_of_days) {
    check_field(sum_of("day: listening closed", "listening closes"), "listening", "closes");
    check_field(sum_of("day: listening has closed", "listening closes"), "listening", "closes");
    check_field(sum_of("day: listening begins", "listening opens"), "listening", "opens");
    check_field(sum_of("day: consultation closes", "listening closes"), "listening", "closes");
    check_field(sum_of("day: 2 weeks after the decision", "2 weeks after replacement")->base,
                "replacement", NULL);
}
END_TEST

/* What the day comes to be: worked out, where the kind says how. */
START_TEST(days_that_are_worked_out) {
    const DateSum *sum = sum_of("day: 1 week after survey closes", "1 week after survey closes");
    check_field(sum->base, "survey", "ends");
    check_field(sum_of("day: survey opens", "survey opens"), "survey", "starts");
}
END_TEST

/* An extension counts from the closing day as it was; everybody else from the one that came. */
START_TEST(closing_days_that_move) {
    check_field(sum_of("day: 1 week after second closes", "1 week after second closes")->base,
                "second", "last-day");
    const Record *extended = values_record_of("extended");
    const Value *to = record_value(values.model, extended, "to");
    ck_assert_ptr_nonnull(to);
    check_field(to->when.sum->base, "second", "closes");
}
END_TEST

START_TEST(sums_inside_sums_and_on_dates) {
    const DateSum *sum = sum_of("day: 10 days before (6 weeks after listening closes)",
                                "10 days before (6 weeks after listening closes)");
    check_shift(sum, 10, UNIT_DAY, true);
    check_shift(sum->base, 6, UNIT_WEEK, false);
    check_field(sum->base->base, "listening", "closes");
    sum = sum_of("day: 2 weeks after 3 March 2026", "2 weeks after 3 March 2026");
    ck_assert_int_eq((int)sum->base->kind, SUM_DATE);
    ck_assert_int_eq(sum->base->date.first, civil_day(2026, 3, 3));
    check_reads("day: a fortnight after listening closes", "2 weeks after listening closes");
    check_reads("day: two weeks after listening closes", "2 weeks after listening closes");
}
END_TEST

START_TEST(spans_made_of_sums) {
    check_reads("runs: listening opens to listening closes", "listening opens to listening closes");
    ck_assert(values_first()->when.is_span);
    check_field(values_first()->when.to_sum, "listening", "closes");
    check_reads("runs: 2 weeks after replacement to 31 May 2027",
                "2 weeks after replacement to 31 May 2027");
    ck_assert_ptr_null(values_first()->when.to_sum);
    check_reads("runs: 2 weeks after replacement for 6 weeks",
                "2 weeks after replacement for 6 weeks");
    const DateSum *last = values_first()->when.to_sum;
    check_shift(last, 1, UNIT_DAY, true); /* both ends count: the last day is one before */
    check_shift(last->base, 6, UNIT_WEEK, false);
    check_shift(last->base->base, 2, UNIT_WEEK, false);
}
END_TEST

START_TEST(a_record_with_two_days_is_asked_about) {
    check_says("day: 3 weeks after listening", DIAGNOSTIC_unclear_date,
               "listening opens on 6 April 2026 and closes on 31 May 2026. After which?",
               "day: 3 weeks after listening closes");
    ck_assert_str_eq(values.store.list[0]->help, "That is 21 June 2026, a Sunday.");
    check_says("day: 3 weeks after survey", DIAGNOSTIC_unclear_date,
               "survey opens on 6 April 2026 and closes on 31 May 2026. After which?",
               "day: 3 weeks after survey closes");
}
END_TEST

START_TEST(what_is_not_there_is_said_with_the_nearest) {
    check_says("day: 6 weeks after lisening closes", DIAGNOSTIC_unknown_name,
               "Nothing in this plan is called lisening or lisening-closes.",
               "day: 6 weeks after listening closes");
    check_says("day: 6 weeks after launch", DIAGNOSTIC_unknown_name,
               "Nothing in this plan is called launch.", "");
    check_says("day: 6 weeks after listening shuts", DIAGNOSTIC_unknown_label,
               "listening has no day called shuts.", "day: 6 weeks after listening opens");
    check_says("day: 6 weeks after patients", DIAGNOSTIC_wrong_kind,
               "patients is an audience, which has no day to count from.",
               "day: 6 weeks after 3 March 2026");
    check_refuses("day: 6 weeks after listening purpose", DIAGNOSTIC_unknown_label,
                  "Its days are: opens, closes.");
}
END_TEST

START_TEST(sums_with_working_days) {
    check_shift(
        sum_of("day: 10 working days before replacement", "10 working days before replacement"), 10,
        UNIT_WORKING_DAY, true);
    check_shift(sum_of("day: 5 clear working days before replacement",
                       "5 clear working days before replacement"),
                5, UNIT_CLEAR_WORKING_DAY, true);
    check_shift(
        sum_of("day: next working day after replacement", "1 working day after replacement"), 1,
        UNIT_WORKING_DAY, false);
    check_shift(sum_of("day: the last working day before 3 March 2026",
                       "1 working day before 3 March 2026"),
                1, UNIT_WORKING_DAY, true);
    check_refuses("day: next working day", DIAGNOSTIC_wrong_value, "After which day?");
    check_refuses("day: 3 hours after replacement", DIAGNOSTIC_wrong_value,
                  "Days cannot be counted in hours or minutes.");
    check_reads("runs: 6 April 2026 for 20 working days", "6 April 2026 for 20 working days");
    const DateSum *last = values_first()->when.to_sum;
    check_shift(last, 20, UNIT_WORKING_DAY, false);
    check_shift(last->base, 1, UNIT_DAY, true); /* so that the first day counts */
    check_refuses("runs: 6 April 2026 for 20 clear working days", DIAGNOSTIC_wrong_value,
                  "Clear working days lie between two days");
}
END_TEST

START_TEST(days_picked_out_of_many) {
    const DateSum *sum = sum_of("day: next meeting of icb after (6 weeks after listening closes)",
                                "next meeting of icb after (6 weeks after listening closes)");
    ck_assert_int_eq((int)sum->kind, SUM_MEETING);
    ck_assert_str_eq(sum->record->name->text, "icb");
    check_shift(sum->base, 6, UNIT_WEEK, false);
    sum = sum_of("day: the last meeting of icb on or before replacement",
                 "last meeting of icb on or before replacement");
    ck_assert(sum->before && sum->on);
    check_refuses("day: next meeting of nobody-known after replacement", DIAGNOSTIC_unknown_name,
                  "The next meeting of whom?");
    check_refuses("day: next meeting of icb", DIAGNOSTIC_wrong_value, "After which day?");
    sum = sum_of("day: 2 weeks after the later of listening closes and replacement",
                 "2 weeks after (the last of listening closes and replacement)");
    ck_assert_int_eq((int)sum->base->kind, SUM_EXTREME);
    ck_assert_ptr_nonnull(sum->base->list->next);
    sum = sum_of("day: the last of activities", "the last of activities");
    ck_assert_ptr_nonnull(sum->of_kind);
    ck_assert(!sum->before);
}
END_TEST

START_TEST(days_by_the_rule_of_their_year) {
    check_reads("day: Easter Monday 2026", "6 April 2026");
    check_reads("day: last Monday of May 2026", "25 May 2026");
    check_reads("day: the first Thursday of May 2027", "6 May 2027");
    check_refuses("day: 29 February 2027", DIAGNOSTIC_no_such_day, "February 2027 has 28 days");
}
END_TEST

START_TEST(limits_that_would_be_worked_out) {
    check_says("day: by 6 weeks after listening closes", DIAGNOSTIC_wrong_value,
               "A day that is counted is one day, not a limit. Write: 6 weeks after listening "
               "closes.",
               "day: 6 weeks after listening closes");
    check_says("day: within 6 weeks of listening closes", DIAGNOSTIC_wrong_value,
               "A day that is counted is one day, not a limit. Write: 6 weeks after listening "
               "closes.",
               "day: 6 weeks after listening closes");
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {so_long_after_a_day_of_a_record,
                                  so_long_after_a_record_with_one_day,
                                  the_bare_day_of_a_record,
                                  spellings_of_days,
                                  days_that_are_worked_out,
                                  closing_days_that_move,
                                  sums_inside_sums_and_on_dates,
                                  spans_made_of_sums,
                                  a_record_with_two_days_is_asked_about,
                                  what_is_not_there_is_said_with_the_nearest,
                                  sums_with_working_days,
                                  days_picked_out_of_many,
                                  days_by_the_rule_of_their_year,
                                  limits_that_would_be_worked_out,
                                  NULL};
    return values_run("relative dates", TESTS);
}
