/* Dates as they are known: every form, and the days that each may be. */
#include "values_case.h"

/* LINE has one date, which may be any day from FIRST to LAST. */
static void check_range(const char *line, const char *words, Day first, Day last) {
    check_reads(line, words);
    const When *when = &values_first()->when;
    ck_assert_int_eq((int)values_first()->kind, VALUE_WHEN);
    ck_assert_msg(when->from.first == first && when->from.last == last, "%s: from %d to %d", line,
                  when->from.first, when->from.last);
    ck_assert_msg(when->to.first == first && when->to.last == last && !when->is_span,
                  "%s: it is a span", line);
}

static void check_day(const char *line, int year, int month, int day) {
    char text[DAY_TEXT];
    Day number = civil_day(year, month, day);
    check_range(line, day_plain(number, text), number, number);
}

START_TEST(one_day_however_it_is_written) {
    check_day("day: 3 March 2026", 2026, 3, 3);
    check_day("day: Tuesday 3 March 2026", 2026, 3, 3);
    check_day("day: Tue 3 Mar 2026", 2026, 3, 3);
    check_day("day: tuesday, 3rd march 2026", 2026, 3, 3);
    check_day("day: 2026-03-03", 2026, 3, 3);
    check_day("day: 6th of April 2026", 2026, 4, 6);
    check_day("day: 29 February 2024", 2024, 2, 29);
    check_day("day: 6\xC2\xA0"
              "April\xC2\xA0"
              "2026",
              2026, 4, 6);
    check_day("day: 1 January 1900", 1900, 1, 1);
    check_day("day: 31 December 2200", 2200, 12, 31);
    check_day("day: 6 April 2026.", 2026, 4, 6);
    check_day("day: 6 April, 2026", 2026, 4, 6);
}
END_TEST

START_TEST(some_day_in_a_month_a_season_a_year_a_week) {
    check_range("day: March 2026", "March 2026", civil_day(2026, 3, 1), civil_day(2026, 3, 31));
    check_range("day: 2017", "2017", civil_day(2017, 1, 1), civil_day(2017, 12, 31));
    check_range("day: spring 2018", "spring 2018", civil_day(2018, 3, 1), civil_day(2018, 5, 31));
    check_range("day: summer 2018", "summer 2018", civil_day(2018, 6, 1), civil_day(2018, 8, 31));
    check_range("day: autumn 2018", "autumn 2018", civil_day(2018, 9, 1), civil_day(2018, 11, 30));
    check_range("day: winter 2018", "winter 2018", civil_day(2018, 12, 1), civil_day(2019, 2, 28));
    check_range("day: week of 13 April 2026", "week of 13 April 2026", civil_day(2026, 4, 13),
                civil_day(2026, 4, 19));
    check_range("day: w/c 13 April 2026", "week of 13 April 2026", civil_day(2026, 4, 13),
                civil_day(2026, 4, 19));
    check_range("day: October to December 2026", "October to December 2026", civil_day(2026, 10, 1),
                civil_day(2026, 12, 31));
    check_range("day: some day from 1 to 10 May 2026", "some day from 1 to 10 May 2026",
                civil_day(2026, 5, 1), civil_day(2026, 5, 10));
    ck_assert(values_first()->when.some_day_in);
}
END_TEST

START_TEST(days_of_which_one_side_is_known) {
    check_range("day: by July 2025", "by 31 July 2025", DAY_UNKNOWN_PAST, civil_day(2025, 7, 31));
    check_range("day: by 3 July 2025", "by 3 July 2025", DAY_UNKNOWN_PAST, civil_day(2025, 7, 3));
    check_range("day: not before 2026", "not before 1 January 2026", civil_day(2026, 1, 1),
                DAY_UNKNOWN_FUTURE);
    check_range("day: day not known", "day not known", DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE);
    check_range("day: yes, day not known", "day not known", DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE);
}
END_TEST

START_TEST(days_that_are_not_fixed) {
    check_reads("day: not fixed", "not fixed");
    ck_assert(values_first()->when.not_fixed);
    ck_assert(values_first()->when.set_by.first > values_first()->when.set_by.last);
    check_reads("day: not fixed, will be set by 1 June 2026",
                "not fixed, will be set by 1 June 2026");
    ck_assert_int_eq(values_first()->when.set_by.last, civil_day(2026, 6, 1));
    check_reads("day: not fixed, to be set by 1 June 2026",
                "not fixed, will be set by 1 June 2026");
    check_reads("day: 5 May 2026, will be set by 1 March 2026",
                "5 May 2026, will be set by 1 March 2026");
    ck_assert(values_first()->when.not_fixed);
    ck_assert_int_eq(values_first()->when.from.last, civil_day(2026, 5, 5));
}
END_TEST

/* LINE has one span, whose ends are known. */
static void check_span(const char *line, const char *words, Day from, Day to) {
    check_reads(line, words);
    const When *when = &values_first()->when;
    ck_assert_msg(when->is_span, "%s: it is no span", line);
    ck_assert_msg(when->from.first == from && when->from.last == from, "%s: from %d to %d", line,
                  when->from.first, when->from.last);
    ck_assert_msg(when->to.first == to && when->to.last == to, "%s: until %d to %d", line,
                  when->to.first, when->to.last);
}

START_TEST(spans_with_two_ends) {
    Day april = civil_day(2026, 4, 6), may = civil_day(2026, 5, 31);
    check_span("runs: 6 April 2026 to 31 May 2026", "6 April to 31 May 2026", april, may);
    check_span("runs: 6 April to 31 May 2026", "6 April to 31 May 2026", april, may);
    check_span("runs: 6 April \xE2\x80\x93 31 May 2026", "6 April to 31 May 2026", april, may);
    check_span("runs: 6 April - 31 May 2026", "6 April to 31 May 2026", april, may);
    check_span("runs: Monday 6 April to Sunday 31 May 2026", "6 April to 31 May 2026", april, may);
    check_span("runs: 6 to 31 May 2026", "6 to 31 May 2026", civil_day(2026, 5, 6), may);
    check_span("either: 6 April to 31 May 2026", "6 April to 31 May 2026", april, may);
}
END_TEST

START_TEST(spans_with_a_length_count_both_ends) {
    Day april = civil_day(2026, 4, 6);
    check_span("runs: 6 April 2026 for 8 weeks", "6 April to 31 May 2026", april,
               civil_day(2026, 5, 31));
    check_span("runs: 6 April 2026 for 12 weeks", "6 April to 28 June 2026", april, april + 83);
    check_span("runs: 6 April 2026 for 3 months", "6 April to 5 July 2026", april,
               civil_day(2026, 7, 5));
}
END_TEST

START_TEST(months_at_the_ends_of_spans_are_their_first_and_last_days) {
    check_span("runs: September 2023 to October 2023", "1 September to 31 October 2023",
               civil_day(2023, 9, 1), civil_day(2023, 10, 31));
    check_span("runs: September to October 2023", "1 September to 31 October 2023",
               civil_day(2023, 9, 1), civil_day(2023, 10, 31));
    check_span("runs: 2018", "1 January to 31 December 2018", civil_day(2018, 1, 1),
               civil_day(2018, 12, 31));
    check_span("runs: autumn 2018 to spring 2019", "1 September 2018 to 31 May 2019",
               civil_day(2018, 9, 1), civil_day(2019, 5, 31));
}
END_TEST

START_TEST(spans_that_are_open_at_one_end) {
    static const char *const LINES[] = {"runs: opens 1 April 2026, no end",
                                        "runs: 1 April 2026, no end", "runs: from 1 April 2026",
                                        "runs: 1 April 2026 onwards"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        check_reads(LINES[i], "opens 1 April 2026, no end");
        const When *when = &values_first()->when;
        ck_assert(when->is_span && when->no_end);
        ck_assert_int_eq(when->from.last, civil_day(2026, 4, 1));
        ck_assert_int_eq(when->to.first, DAY_UNKNOWN_FUTURE);
    }
    check_reads("runs: until 15 March 2025", "until 15 March 2025");
    ck_assert_int_eq(values_first()->when.from.first, DAY_UNKNOWN_PAST);
    ck_assert_int_eq(values_first()->when.to.first, civil_day(2025, 3, 15));
}
END_TEST

static void check_times(const char *line, const char *words, int starts, int ends) {
    check_reads(line, words);
    const When *when = &values_first()->when;
    ck_assert_msg(when->starts_at == starts && when->ends_at == ends, "%s: at %d to %d", line,
                  when->starts_at, when->ends_at);
}

START_TEST(events_with_their_times) {
    check_times("event: Tuesday 19 May 2026 at 18:30 for 2 hours", "19 May 2026 at 18:30 to 20:30",
                1110, 1230);
    check_times("event: 16 April 2026 at 10:00 to 12:00", "16 April 2026 at 10:00 to 12:00", 600,
                720);
    check_times("event: 14 April 2026, 6.30-8.30pm", "14 April 2026 at 18:30 to 20:30", 1110, 1230);
    check_times("event: 14 April 2026, 11-1pm", "14 April 2026 at 11:00 to 13:00", 660, 780);
    check_times("event: 14 April 2026 from 9am to 1pm", "14 April 2026 at 09:00 to 13:00", 540,
                780);
    check_times("event: 14 April 2026 at 6:30pm", "14 April 2026 at 18:30", 1110, -1);
    check_times("event: 14 April 2026 at noon", "14 April 2026 at 12:00", 720, -1);
    check_times("one-day: 31 May 2026 at 11:59pm", "31 May 2026 at 23:59", 1439, -1);
    check_times("event: 16 April 2026 at 22:00 for 4 hours", "16 April 2026 at 22:00 for 4 hours",
                1320, 120);
    ck_assert_int_eq(values_first()->when.to.first, civil_day(2026, 4, 17));
}
END_TEST

START_TEST(events_over_two_days_and_on_two_days) {
    Day first = civil_day(2026, 2, 18), last = civil_day(2026, 2, 19);
    check_span("event: 18 and 19 February 2026", "18 and 19 February 2026", first, last);
    check_span("event: 18-19 February 2026", "18 and 19 February 2026", first, last);
    check_span("event: 18 & 19 February 2026", "18 and 19 February 2026", first, last);
    check_span("event: 30 April and 1 May 2026", "30 April and 1 May 2026", civil_day(2026, 4, 30),
               civil_day(2026, 5, 1));
    check_reads("event: 7 May 2026, 14 May 2026", "7 May 2026 | 14 May 2026");
    check_range("event: April to September 2024", "April to September 2024", civil_day(2024, 4, 1),
                civil_day(2024, 9, 30));
}
END_TEST

START_TEST(comments_and_line_ends_inside_a_list_of_dates) {
    check_reads("day: 3 March 2026,   # the first\n      4 March 2026",
                "3 March 2026 | 4 March 2026");
}
END_TEST

/* TEXT as a literal of a rule. */
static bool literal(const char *text, DateRange *range) {
    values_read_line("day: 3 March 2026");
    Source *source = sources_add(&values.sources, "rule.convene", text_of(text));
    Span span = {source->id, 0, (uint32_t)strlen(text)};
    return value_date_literal(values.model, span, range);
}

START_TEST(date_literals_of_rules) {
    DateRange range;
    ck_assert(literal("Tuesday 3 March 2026", &range));
    ck_assert(range.first == civil_day(2026, 3, 3) && range_is_day(range));
    ck_assert(literal("March 2026", &range));
    ck_assert(range.first == civil_day(2026, 3, 1) && range.last == civil_day(2026, 3, 31));
    ck_assert_uint_eq(values.store.count, 0);
    ck_assert(!literal("3 March", &range));
    ck_assert_uint_eq(values.store.count, 1);
    ck_assert_int_eq((int)values.store.list[0]->kind, DIAGNOSTIC_unclear_date);
    ck_assert(!literal("31 June 2026", &range));
    ck_assert_str_eq(values.store.list[0]->write, "30 June 2026");
    ck_assert(!literal("ongoing", &range));
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {one_day_however_it_is_written,
                                  some_day_in_a_month_a_season_a_year_a_week,
                                  days_of_which_one_side_is_known,
                                  days_that_are_not_fixed,
                                  spans_with_two_ends,
                                  spans_with_a_length_count_both_ends,
                                  months_at_the_ends_of_spans_are_their_first_and_last_days,
                                  spans_that_are_open_at_one_end,
                                  events_with_their_times,
                                  events_over_two_days_and_on_two_days,
                                  comments_and_line_ends_inside_a_list_of_dates,
                                  date_literals_of_rules,
                                  NULL};
    return values_run("dates as they are known", TESTS);
}
