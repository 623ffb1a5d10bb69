/* Dates that cannot be taken as they are: what is said, and the line to paste. */
#include "values_case.h"

START_TEST(figures_that_can_be_read_two_ways) {
    check_says("day: 12/05/2026", DIAGNOSTIC_unclear_date,
               "This could be 12 May or 5 December. Write 12 May 2026.", "day: 12 May 2026");
    check_says("day: 13/05/2026", DIAGNOSTIC_unclear_date,
               "Dates in figures can be read in two ways, so the month is written as a word. Write "
               "13 May 2026.",
               "day: 13 May 2026");
    check_says("day: 05/13/2026", DIAGNOSTIC_unclear_date,
               "Dates in figures can be read in two ways, so the month is written as a word. Write "
               "13 May 2026.",
               "day: 13 May 2026");
    check_refuses("day: 12.05.2026", DIAGNOSTIC_unclear_date, "12 May or 5 December");
    check_refuses("day: 40/40/2026", DIAGNOSTIC_no_such_day, "no such day");
}
END_TEST

START_TEST(weekdays_that_do_not_fit) {
    check_says("day: Tuesday 15 April 2026", DIAGNOSTIC_wrong_weekday,
               "15 April 2026 is a Wednesday. Is it Tuesday 14 April, or Wednesday 15 April? Put "
               "the weekday right or leave it out.",
               "day: Wednesday 15 April 2026");
    check_refuses("day: Sunday 18 May 2026", DIAGNOSTIC_wrong_weekday, "Is it Sunday 17 May");
    check_says("day: w/c 14 April 2026", DIAGNOSTIC_wrong_weekday,
               "14 April 2026 is a Tuesday; that week begins on Monday 13 April.",
               "day: w/c 13 April 2026");
}
END_TEST

START_TEST(days_that_are_not_there) {
    check_says("day: 31 June 2026", DIAGNOSTIC_no_such_day,
               "June has 30 days. The last day of June 2026 is Tuesday 30 June.",
               "day: 30 June 2026");
    check_says("day: 29 February 2026", DIAGNOSTIC_no_such_day,
               "February 2026 has 28 days. The last day of February 2026 is Saturday 28 February.",
               "day: 28 February 2026");
    check_refuses("day: 2026-13-01", DIAGNOSTIC_no_such_day, "There is no month 13");
    check_refuses("day: 2026-00-10", DIAGNOSTIC_no_such_day, "There is no month 0");
    check_refuses("day: 2026-02-30", DIAGNOSTIC_no_such_day, "February 2026 has 28 days");
    check_refuses("day: 0 June 2026", DIAGNOSTIC_no_such_day, "The first day of June 2026");
}
END_TEST

START_TEST(years_past_the_calendar) {
    check_refuses("day: 1 January 1850", DIAGNOSTIC_out_of_calendar, "from 1900 to 2200");
    check_refuses("day: 1899-12-31", DIAGNOSTIC_out_of_calendar, "from 1900 to 2200");
    check_refuses("day: June 2600", DIAGNOSTIC_out_of_calendar, "2600");
    check_refuses("day: 2201", DIAGNOSTIC_out_of_calendar, "2201");
}
END_TEST

START_TEST(ends_before_beginnings) {
    check_says("runs: 31 August 2025 to 29 May 2025", DIAGNOSTIC_wrong_order,
               "This closes before it opens. Did you mean 29 May 2025 to 31 August 2025?",
               "runs: 29 May 2025 to 31 August 2025");
    check_says("runs: 18 December to 5 January 2026", DIAGNOSTIC_wrong_order,
               "This ends before it begins. Is the first day in the year before? Write both years.",
               "runs: 18 December 2025 to 5 January 2026");
    check_refuses("event: 14 April 2026 at 12:00 to 10:00", DIAGNOSTIC_wrong_order,
                  "event: 14 April 2026 at 10:00 to 12:00");
}
END_TEST

START_TEST(the_end_of_a_month_is_taken_with_a_note) {
    check_says("day: end of June 2018", DIAGNOSTIC_date_note,
               "I take this as some day from 21 to 30 June 2018. If you know the day, give it.",
               "");
    ck_assert_int_eq(values_first()->when.from.first, civil_day(2018, 6, 21));
    ck_assert_int_eq(values_first()->when.from.last, civil_day(2018, 6, 30));
    ck_assert_int_eq((int)values.store.list[0]->severity, SEVERITY_NOTE);
}
END_TEST

START_TEST(parts_of_months_and_years) {
    check_says("day: mid-March 2025", DIAGNOSTIC_wrong_value,
               "I know days, months, seasons and years. Write March 2025 if the day is not known.",
               "day: March 2025");
    check_refuses("day: early 2026", DIAGNOSTIC_wrong_value, "day: 2026");
    check_refuses("day: beginning of May 2026", DIAGNOSTIC_wrong_value, "day: May 2026");
    check_refuses("runs: mid-March 2025 to May 2025", DIAGNOSTIC_wrong_value,
                  "runs: March 2025 to May 2025");
}
END_TEST

START_TEST(quarters_and_financial_years) {
    check_says("day: Q3 2026/27", DIAGNOSTIC_wrong_value,
               "Quarter 3 of the financial year is October to December 2026. Write: October 2026 "
               "to December 2026.",
               "day: October 2026 to December 2026");
    check_says("day: Q4 2026/27", DIAGNOSTIC_wrong_value,
               "Quarter 4 of the financial year is January to March 2027. Write: January 2027 to "
               "March 2027.",
               "day: January 2027 to March 2027");
    check_refuses("day: 2026/27", DIAGNOSTIC_wrong_value, "April 2026 to March 2027");
    check_refuses("day: Q3 2026", DIAGNOSTIC_unclear_date, "July to September");
}
END_TEST

START_TEST(dates_that_are_not_fixed) {
    static const char *const LINES[] = {"day: TBC", "day: to be confirmed", "day: tba", "day: ?"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        check_says(LINES[i], DIAGNOSTIC_wrong_value,
                   "Say by when the date will be known: not fixed, will be set by 1 June 2026.",
                   "day: not fixed, will be set by 1 June 2026");
    check_says("day: to be confirmed by July 2025", DIAGNOSTIC_date_note,
               "This says that the date will be settled by July 2025. If the thing itself will "
               "happen by then, write: by July 2025.",
               "day: by July 2025");
    ck_assert(values_first()->when.not_fixed);
    ck_assert_int_eq(values_first()->when.set_by.last, civil_day(2025, 7, 31));
}
END_TEST

START_TEST(midnight_and_times) {
    check_says("one-day: midnight on 31 May 2026", DIAGNOSTIC_unclear_date,
               "Midnight could be the start or the end of 31 May. Write 31 May 2026 (the whole day "
               "counts) or 31 May 2026 at 11:59pm.",
               "one-day: 31 May 2026");
    check_says("event: 16 April 2026 at 6.30", DIAGNOSTIC_unclear_date,
               "Is this in the morning or in the evening?", "event: 16 April 2026 at 6:30pm");
    check_refuses("event: 14 April 2026 at 7-9", DIAGNOSTIC_unclear_date, "7:00pm to 9:00pm");
}
END_TEST

START_TEST(things_with_no_end) {
    check_says("runs: ongoing", DIAGNOSTIC_wrong_value,
               "For something with no end write: opens 1 April 2026, no end. It will be asked for "
               "a review date instead.",
               "runs: opens 1 April 2026, no end");
    check_refuses("one-day: ongoing", DIAGNOSTIC_wrong_value, "one-day: none");
}
END_TEST

START_TEST(days_without_their_year_and_the_month_first) {
    check_says("day: 6 April", DIAGNOSTIC_unclear_date, "Which year? Write it too: 6 April 2026.",
               "day: 6 April 2026");
    check_says("day: April 14, 2026", DIAGNOSTIC_wrong_value, "Write the day first: 14 April 2026.",
               "day: 14 April 2026");
    check_refuses("day: 2 Feb 26", DIAGNOSTIC_unclear_date, "2 Feb 2026");
    check_says("runs: 1 June 2026 to 31 May", DIAGNOSTIC_unclear_date,
               "Which year? Write it too: 31 May 2027.", "runs: 1 June 2026 to 31 May 2027");
}
END_TEST

START_TEST(words_for_days) {
    check_says("day: yesterday", DIAGNOSTIC_wrong_value,
               "On which day? Who reads this later cannot tell what yesterday was.",
               "day: 2 April 2026");
    check_says("day: yes", DIAGNOSTIC_wrong_value, "On which day?", "day: yes, day not known");
    check_says("day: 6 weeks", DIAGNOSTIC_wrong_value,
               "6 weeks is a length of time. From which day is it counted?",
               "day: 6 weeks after 3 March 2026");
    check_says("day: next decision", DIAGNOSTIC_unclear_date,
               "Which day is that? There is a decision \"What replaces it\", 20 July 2026.",
               "day: 20 July 2026");
    check_refuses("day: next body", DIAGNOSTIC_unclear_date, "Which day is that?");
}
END_TEST

START_TEST(one_day_or_two) {
    check_says("one-day: 6 April to 31 May 2026", DIAGNOSTIC_wrong_value,
               "one-day is one day, and this is two.", "one-day: 6 April 2026");
    check_says("runs: 3 March 2026", DIAGNOSTIC_wrong_value,
               "runs has a first and a last day, and this is one day.",
               "runs: 3 March 2026 for 8 weeks");
    check_says("event: 7 and 14 May 2026", DIAGNOSTIC_unclear_date,
               "These days do not follow each other, so they are not one event over two days.",
               "event: 7 May 2026, 14 May 2026");
}
END_TEST

START_TEST(what_is_left_over) {
    check_says("day: 4 March 2026 probably", DIAGNOSTIC_wrong_value,
               "I can read 4 March 2026, and not what follows it: probably.", "day: 4 March 2026");
    check_refuses("day: \"3 March 2026\"", DIAGNOSTIC_wrong_value, "day: 3 March 2026");
    check_refuses("day: whenever it suits", DIAGNOSTIC_wrong_value,
                  "I cannot read this as a date.");
    check_refuses("runs: whenever it suits", DIAGNOSTIC_wrong_value,
                  "I cannot read this as a first and a last day.");
}
END_TEST

/* One wrong value of several: the rest are kept, and the line to paste has them all. */
START_TEST(the_other_values_of_the_line_are_kept) {
    check_says("day: 3 March 2026, 31 June 2026, 4 May 2026", DIAGNOSTIC_no_such_day,
               "June has 30 days. The last day of June 2026 is Tuesday 30 June.",
               "day: 3 March 2026, 30 June 2026, 4 May 2026");
    ck_assert_uint_eq(values.line->count, 2);
    check_says("one-day: 31 June 2026 because \"It is late.\"", DIAGNOSTIC_no_such_day,
               "June has 30 days. The last day of June 2026 is Tuesday 30 June.",
               "one-day: 30 June 2026 because \"It is late.\"");
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {figures_that_can_be_read_two_ways,
                                  weekdays_that_do_not_fit,
                                  days_that_are_not_there,
                                  years_past_the_calendar,
                                  ends_before_beginnings,
                                  the_end_of_a_month_is_taken_with_a_note,
                                  parts_of_months_and_years,
                                  quarters_and_financial_years,
                                  dates_that_are_not_fixed,
                                  midnight_and_times,
                                  things_with_no_end,
                                  days_without_their_year_and_the_month_first,
                                  words_for_days,
                                  one_day_or_two,
                                  what_is_left_over,
                                  the_other_values_of_the_line_are_kept,
                                  NULL};
    return values_run("messages about dates", TESTS);
}
