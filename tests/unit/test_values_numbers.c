/* Numbers, money, shares, lengths of time, repetition and times of day. */
#include "values_case.h"

static void check_number(const char *line, const char *words, int64_t thousandths,
                         Approximation approximation) {
    check_reads(line, words);
    ck_assert_msg(values_first()->number.thousandths == thousandths, "%s: %lld thousandths", line,
                  (long long)values_first()->number.thousandths);
    ck_assert_int_eq((int)values_first()->number.approximation, (int)approximation);
}

START_TEST(numbers_as_they_are_known) {
    check_number("size: 8,200", "8,200", 8200000, NUMBER_EXACT);
    check_number("size: 8200", "8,200", 8200000, NUMBER_EXACT);
    check_number("size: 0", "0", 0, NUMBER_EXACT);
    check_number("size: 1,650,000", "1,650,000", 1650000000, NUMBER_EXACT);
    check_number("size: 2.5", "2.5", 2500, NUMBER_EXACT);
    check_number("size: about 3,000", "about 3,000", 3000000, NUMBER_ABOUT);
    check_number("size: c. 3,000", "about 3,000", 3000000, NUMBER_ABOUT);
    check_number("size: approximately 3,000", "about 3,000", 3000000, NUMBER_ABOUT);
    check_number("size: more than 5,000", "more than 5,000", 5000000, NUMBER_MORE_THAN);
    check_number("size: over 5,200", "more than 5,200", 5200000, NUMBER_MORE_THAN);
    check_number("size: >5,000", "more than 5,000", 5000000, NUMBER_MORE_THAN);
    check_number("size: 5,000+", "more than 5,000", 5000000, NUMBER_MORE_THAN);
    check_number("size: at least 40", "at least 40", 40000, NUMBER_AT_LEAST);
    check_number("size: 40 or more", "at least 40", 40000, NUMBER_AT_LEAST);
    check_number("size: up to 50", "up to 50", 50000, NUMBER_AT_MOST);
    check_number("size: fewer than 12", "fewer than 12", 12000, NUMBER_LESS_THAN);
    check_number("size: 3 million", "3,000,000", 3000000000, NUMBER_EXACT);
}
END_TEST

START_TEST(money_and_shares) {
    check_number("budget: \xC2\xA3"
                 "12,500",
                 "\xC2\xA3"
                 "12,500",
                 12500000, NUMBER_EXACT);
    check_number("budget: \xC2\xA3"
                 "12.5k",
                 "\xC2\xA3"
                 "12,500",
                 12500000, NUMBER_EXACT);
    check_number("budget: \xC2\xA3"
                 "1.2m",
                 "\xC2\xA3"
                 "1,200,000",
                 1200000000, NUMBER_EXACT);
    check_number("budget: \xC2\xA3"
                 "3 million",
                 "\xC2\xA3"
                 "3,000,000",
                 3000000000, NUMBER_EXACT);
    check_number("budget: \xC2\xA3"
                 "9.99",
                 "\xC2\xA3"
                 "9.99",
                 9990, NUMBER_EXACT);
    check_number("budget: about \xC2\xA3"
                 "500",
                 "about \xC2\xA3"
                 "500",
                 500000, NUMBER_ABOUT);
    check_number("share: 25%", "25%", 25000, NUMBER_EXACT);
    check_number("share: 12.5 per cent", "12.5%", 12500, NUMBER_EXACT);
}
END_TEST

START_TEST(counts_with_a_day) {
    check_reads("responses: about 3,000 on 4 April 2024", "about 3,000 on 4 April 2024");
    ck_assert_ptr_nonnull(values_first()->on);
    ck_assert_int_eq(values_first()->on->when.from.first, civil_day(2024, 4, 4));
    check_reads("responses: more than 900", "more than 900");
}
END_TEST

START_TEST(numbers_that_cannot_be_read) {
    check_says("responses: c. 3,000 by the extension", DIAGNOSTIC_wrong_value,
               "I cannot read this as a number of responses.",
               "responses: about 3,000 on 4 April 2026");
    ck_assert_ptr_nonnull(values.store.list[0]->help);
    ck_assert_str_eq(values.store.list[0]->help,
                     "You can say about, more than, at least, or a plain number; add \"on\" and a "
                     "day for a count part-way through.");
    ck_assert_str_eq(values.store.list[0]->why,
                     "numbers with \"about\" are shown with it, and are not added to others.");
    check_says("size: lots", DIAGNOSTIC_wrong_value, "I cannot read this as a number for size.",
               "size: about 3,000");
    check_says("size: \"8,200\"", DIAGNOSTIC_wrong_value,
               "Quotation marks are for your own words; size stands without them.", "size: 8,200");
}
END_TEST

START_TEST(one_sort_of_number_for_another) {
    check_says("size: 10%", DIAGNOSTIC_wrong_value,
               "size is a number, and this is a share. 10% of whom?", "share: 10%");
    check_says("budget: 12,500", DIAGNOSTIC_wrong_value,
               "budget is a sum of money, and this has no pound sign.",
               "budget: \xC2\xA3"
               "12,500");
    check_says("share: 25", DIAGNOSTIC_wrong_value,
               "share is a share, and this has no per cent sign.", "share: 25%");
    check_says("size: \xC2\xA3"
               "500",
               DIAGNOSTIC_wrong_value, "size is a number, and this is a sum of money.",
               "size: 500");
}
END_TEST

START_TEST(numbers_too_large_to_hold) {
    check_refuses("size: 99999999999999999999", DIAGNOSTIC_wrong_value, "I cannot read this");
    check_refuses("budget: \xC2\xA3"
                  "999999999999 billion",
                  DIAGNOSTIC_wrong_value, "I cannot read this");
}
END_TEST

START_TEST(lengths_of_time) {
    check_reads("length: 12 weeks", "12 weeks");
    check_reads("length: 1 week", "1 week");
    check_reads("length: 20 working days", "20 working days");
    ck_assert_int_eq((int)values_first()->duration.unit, UNIT_WORKING_DAY);
    check_reads("length: 5 clear working days", "5 clear working days");
    ck_assert_int_eq((int)values_first()->duration.unit, UNIT_CLEAR_WORKING_DAY);
    check_reads("length: 6 months", "6 months");
    check_reads("length: a fortnight", "2 weeks");
    check_says("length: soon", DIAGNOSTIC_wrong_value, "I cannot read this as a length of time.",
               "length: 12 weeks");
}
END_TEST

START_TEST(units_of_one_family_have_a_fixed_ratio) {
    ck_assert_int_eq(duration_in_family((Duration){12, UNIT_WEEK}), 84);
    ck_assert_int_eq(duration_in_family((Duration){2, UNIT_HOUR}), 120);
    ck_assert_int_eq(duration_in_family((Duration){2, UNIT_YEAR}), 24);
    ck_assert_int_eq(duration_in_family((Duration){5, UNIT_WORKING_DAY}), 5);
    ck_assert_int_eq((int)unit_family(UNIT_WEEK), FAMILY_DAYS);
    ck_assert_int_eq((int)unit_family(UNIT_WORKING_DAY), FAMILY_WORKING);
    ck_assert_int_eq((int)unit_family(UNIT_CLEAR_WORKING_DAY), FAMILY_CLEAR);
    ck_assert_int_eq((int)unit_family(UNIT_YEAR), FAMILY_MONTHS);
    ck_assert_int_eq((int)unit_family(UNIT_MINUTE), FAMILY_HOURS);
}
END_TEST

START_TEST(repetition) {
    check_reads("meets: every 2 months", "every 2 months");
    check_reads("meets: every month", "every month");
    check_reads("meets: monthly", "every month");
    check_reads("meets: every 12 months from 22 May 2020", "every 12 months from 22 May 2020");
    ck_assert_int_eq(values_first()->repeat.from->from.first, civil_day(2020, 5, 22));
    check_reads("meets: every 2 months from 1 June 2026 to 1 June 2027",
                "every 2 months from 1 June 2026 to 1 June 2027");
    ck_assert_int_eq(values_first()->repeat.to->from.first, civil_day(2027, 6, 1));
    check_refuses("meets: every 0 days", DIAGNOSTIC_wrong_value, "never move on");
    check_refuses("meets: sometimes", DIAGNOSTIC_wrong_value, "how often something happens");
}
END_TEST

START_TEST(times_of_day) {
    check_reads("time: 18:30", "18:30");
    check_reads("time: 6:30pm", "18:30");
    check_reads("time: 6.30pm", "18:30");
    check_reads("time: 12am", "00:00");
    check_reads("time: noon", "12:00");
    check_refuses("time: 6.30", DIAGNOSTIC_unclear_date, "time: 6:30pm");
    check_refuses("time: late", DIAGNOSTIC_wrong_value, "a time of day");
}
END_TEST

START_TEST(several_sorts_in_one_field) {
    check_reads("at-least: 42 days", "42 days");
    check_reads("at-least: 25%", "25%");
    check_reads("at-least: 3", "3");
    check_reads("at-least: \xC2\xA3"
                "5,000",
                "\xC2\xA3"
                "5,000");
}
END_TEST

START_TEST(literals_of_rules) {
    Duration duration;
    Number number;
    int16_t minutes;
    ck_assert(value_duration_literal(TEXT("5 clear working days"), &duration));
    ck_assert_int_eq(duration.count, 5);
    ck_assert(!value_duration_literal(TEXT("5"), &duration));
    ck_assert(!value_duration_literal(TEXT("5 days late"), &duration));
    ck_assert(value_number_literal(TEXT("8,200"), &number));
    ck_assert_int_eq(number.thousandths, 8200000);
    ck_assert(value_number_literal(TEXT("\xC2\xA3"
                                        "12.5k"),
                                   &number));
    ck_assert_int_eq(number.thousandths, 12500000);
    ck_assert(value_number_literal(TEXT("25%"), &number));
    ck_assert_int_eq(number.thousandths, 25000);
    ck_assert(!value_number_literal(TEXT("many"), &number));
    ck_assert(value_time_literal(TEXT("17:00"), &minutes));
    ck_assert_int_eq(minutes, 1020);
    ck_assert(value_time_literal(TEXT("6.30pm"), &minutes));
    ck_assert_int_eq(minutes, 1110);
    ck_assert(!value_time_literal(TEXT("25:00"), &minutes));
    ck_assert(!value_time_literal(TEXT("6.30"), &minutes));
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {numbers_as_they_are_known,
                                  money_and_shares,
                                  counts_with_a_day,
                                  numbers_that_cannot_be_read,
                                  one_sort_of_number_for_another,
                                  numbers_too_large_to_hold,
                                  lengths_of_time,
                                  units_of_one_family_have_a_fixed_ratio,
                                  repetition,
                                  times_of_day,
                                  several_sorts_in_one_field,
                                  literals_of_rules,
                                  NULL};
    return values_run("numbers", TESTS);
}
