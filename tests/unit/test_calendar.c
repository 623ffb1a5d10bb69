/* The days off of the three divisions against a table, day by day, and counting by working days
 * against a count that walks a list of days and knows nothing of ours. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "base/yearly.h"
#include "built.h"
#include "rules/calendar.h"

enum { FIRST = 2019, LAST = 2030, YEARS = LAST - FIRST + 1, DIVISIONS = 3 };

static const char *const NATIONS[DIVISIONS] = {"england", "scotland", "northern-ireland"};

/* Every day off by year, as month and day: what all have, then what each has besides. */
static const struct {
    const char *all, *besides[DIVISIONS];
} DAYS_OFF[YEARS] = {
    [0] = {"0101 0419 0506 0527 1225 1226", {"0422 0826", "0102 0805 1202", "0318 0422 0712 0826"}},
    [1] = {"0101 0410 0508 0525 1225 1228", {"0413 0831", "0102 0803 1130", "0317 0413 0713 0831"}},
    [2] = {"0101 0402 0503 0531 1227 1228", {"0405 0830", "0104 0802 1130", "0317 0405 0712 0830"}},
    [3] = {"0103 0415 0502 0602 0603 0919 1226 1227",
           {"0418 0829", "0104 0801 1130", "0317 0418 0712 0829"}},
    [4] = {"0102 0407 0501 0508 0529 1225 1226",
           {"0410 0828", "0103 0807 1130", "0317 0410 0712 0828"}},
    [5] = {"0101 0329 0506 0527 1225 1226", {"0401 0826", "0102 0805 1202", "0318 0401 0712 0826"}},
    [6] = {"0101 0418 0505 0526 1225 1226", {"0421 0825", "0102 0804 1201", "0317 0421 0714 0825"}},
    [7] = {"0101 0403 0504 0525 1225 1228",
           {"0406 0831", "0102 0615 0803 1130", "0317 0406 0713 0831"}},
    [8] = {"0101 0326 0503 0531 1227 1228", {"0329 0830", "0104 0802 1130", "0317 0329 0712 0830"}},
    [9] = {"0103 0414 0501 0529 1225 1226", {"0417 0828", "0104 0807 1130", "0317 0417 0712 0828"}},
    [10] = {"0101 0330 0507 0528 1225 1226",
            {"0402 0827", "0102 0806 1130", "0319 0402 0712 0827"}},
    [11] = {"0101 0419 0506 0527 1225 1226",
            {"0422 0826", "0102 0805 1202", "0318 0422 0712 0826"}},
};

/* A list of days made by stepping from a Tuesday, 1 January 2019: nothing of the compiler's. */
typedef struct Step {
    int year, month, day, weekday; /* Monday is 0 */
    bool off[DIVISIONS];
} Step;

static Step steps[YEARS * 366];
static int step_count;

static bool is_listed(const char *list, int month, int day) {
    char wanted[8];
    snprintf(wanted, sizeof wanted, "%02d%02d", month, day);
    return strstr(list, wanted) != NULL;
}

static int month_length(int year, int month) {
    bool leap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0);
    return month == 2 ? 28 + leap : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void make_steps(void) {
    Step step = {.year = FIRST, .month = 1, .day = 1, .weekday = 1};
    for (step_count = 0; step.year <= LAST; step_count++) {
        for (int d = 0; d < DIVISIONS; d++)
            step.off[d] = step.weekday > 4 ||
                          is_listed(DAYS_OFF[step.year - FIRST].all, step.month, step.day) ||
                          is_listed(DAYS_OFF[step.year - FIRST].besides[d], step.month, step.day);
        steps[step_count] = step;
        step.weekday = (step.weekday + 1) % 7;
        if (++step.day > month_length(step.year, step.month))
            step.day = 1, step.month++;
        if (step.month > 12)
            step.month = 1, step.year++;
    }
}

static Day day_of(const Step *step) { return civil_day(step->year, step->month, step->day); }

typedef struct Division {
    Built built;
    Reader *reader;
    WorkCalendar *calendar;
} Division;

static void open_plan(Division *division, const char *text) {
    const Model *model = built_text(&division->built, text);
    ck_assert_uint_eq(division->built.diagnostics.errors, 0);
    division->reader = reader_new((Model *)model, model->main->tops[0]);
    division->calendar = plan_calendar(division->reader);
}

static void open_nation(Division *division, const char *nation) {
    char text[200];
    snprintf(text, sizeof text, "plan p \"P\" { nation: %s }\n", nation);
    open_plan(division, text);
}

START_TEST(every_day_of_every_division_is_as_in_the_table) {
    make_steps();
    for (int d = 0; d < DIVISIONS; d++) {
        Division division;
        open_nation(&division, NATIONS[d]);
        ck_assert(calendar_is_known(division.calendar));
        for (int i = 0; i < step_count; i++)
            ck_assert_msg(
                calendar_works(division.calendar, day_of(&steps[i]), NULL) == !steps[i].off[d],
                "%s, %d-%02d-%02d", NATIONS[d], steps[i].year, steps[i].month, steps[i].day);
        built_end(&division.built);
    }
}
END_TEST

static uint64_t seed = 20260821;
static uint32_t chance(uint32_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

/* The place of the day that is COUNT working days from FROM, or -1 past the list. */
static int walked(int division, int from, int count) {
    int step = count < 0 ? -1 : 1;
    for (int left = count < 0 ? -count : count; left > 0;) {
        from += step;
        if (from < 0 || from >= step_count)
            return -1;
        left -= !steps[from].off[division];
    }
    return from;
}

static int counted(int division, int from, int to) {
    int count = 0;
    for (int i = from; i <= to; i++)
        count += !steps[i].off[division];
    return count;
}

START_TEST(counting_agrees_with_a_walk_through_a_list_of_days) {
    enum { CASES = 100000, FURTHEST = 90 };
    make_steps();
    Division divisions[DIVISIONS];
    for (int d = 0; d < DIVISIONS; d++)
        open_nation(&divisions[d], NATIONS[d]);
    for (int i = 0; i < CASES; i++) {
        int d = (int)chance(DIVISIONS), from = (int)chance((uint32_t)step_count);
        int count = (int)chance(2 * FURTHEST) - FURTHEST, to = walked(d, from, count);
        Day day = 0, start = day_of(&steps[from]);
        ck_assert(calendar_add(divisions[d].calendar, start, count, &day));
        if (to >= 0)
            ck_assert_msg(day == day_of(&steps[to]), "%s: %d working days from step %d", NATIONS[d],
                          count, from);
        int clear = walked(d, from, count < 0 ? count - 1 : count + 1);
        ck_assert(calendar_add_clear(divisions[d].calendar, start, count < 0 ? -count : count,
                                     count < 0, &day));
        if (clear >= 0)
            ck_assert_int_eq(day, day_of(&steps[clear]));
    }
    for (int i = 0; i < CASES; i++) {
        int d = (int)chance(DIVISIONS), from = (int)chance((uint32_t)step_count);
        int to = from + (int)chance(400) - 20;
        to = to >= step_count ? step_count - 1 : to < 0 ? 0 : to;
        int64_t count =
            calendar_count(divisions[d].calendar, day_of(&steps[from]), day_of(&steps[to]));
        ck_assert_int_eq(count, counted(d, from, to));
    }
    for (int d = 0; d < DIVISIONS; d++)
        built_end(&divisions[d].built);
}
END_TEST

static void say_day(Out *out, const Step *step) {
    static const char *const MONTHS[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    out_format(out, "%d %s %d", step->day, MONTHS[step->month - 1], step->year);
}

/* A plan of many sums, as people write them, each with the place that it should come to. */
enum { SUMS = 4000 };

static void say_sum(Out *out, int division, int number, int *wanted) {
    static const char *const UNITS[] = {"working days", "clear working days", "days", "weeks"};
    int from = 400 + (int)chance((uint32_t)step_count - 800);
    int unit = (int)chance(4), count = 1 + (int)chance(60), back = (int)chance(2);
    int sign = back ? -1 : 1;
    out_format(out, "  document d%d \"D\" { published: %d %s %s ", number, count, UNITS[unit],
               back ? "before" : "after");
    say_day(out, &steps[from]);
    out_string(out, " }\n");
    *wanted = unit == 0   ? walked(division, from, sign * count)
              : unit == 1 ? walked(division, from, sign * (count + 1))
              : unit == 2 ? from + sign * count
                          : from + sign * count * 7;
}

START_TEST(sums_in_plans_come_to_the_days_that_a_walk_comes_to) {
    static int wanted[SUMS];
    make_steps();
    for (int d = 0; d < DIVISIONS; d++) {
        Out out = {0};
        out_format(&out, "plan p \"P\" {\n  nation: %s\n", NATIONS[d]);
        for (int i = 0; i < SUMS; i++)
            say_sum(&out, d, i, &wanted[i]);
        out_string(&out, "}\n");
        Division division;
        Arena *arena = arena_new();
        open_plan(&division, text_string(arena, out_written(&out)));
        const Record *record = division.built.model->main->tops[0]->first_child;
        for (int i = 0; i < SUMS; i++, record = record->next_sibling) {
            const Value *value = record_value(division.built.model, record, "published");
            ck_assert_int_eq(value->when.from.first, day_of(&steps[wanted[i]]));
            ck_assert_int_eq(value->when.to.last, day_of(&steps[wanted[i]]));
        }
        built_end(&division.built);
        arena_free(arena);
        out_free(&out);
    }
}
END_TEST

START_TEST(long_counts_take_whole_years_and_end_with_the_calendar) {
    Division division;
    open_nation(&division, "scotland");
    Day there, back, from = civil_day(1950, 3, 1);
    for (int64_t count = 0; count < 60000; count += 997) {
        ck_assert(calendar_add(division.calendar, from, count, &there));
        ck_assert_int_eq(calendar_count(division.calendar, from + 1, there), count);
        ck_assert(calendar_add(division.calendar, there, -count, &back));
        ck_assert_int_eq(calendar_count(division.calendar, back, there - 1), count);
    }
    ck_assert(!calendar_add(division.calendar, from, 1000000, &there));
    ck_assert(!calendar_add(division.calendar, from, -1000000, &there));
    built_end(&division.built);
}
END_TEST

START_TEST(a_day_off_says_what_it_is_and_where) {
    Division division;
    open_nation(&division, "england, scotland");
    const DayOff *why;
    ck_assert_uint_eq(calendar_parts(division.calendar), 2);
    ck_assert(!calendar_works(division.calendar, civil_day(2026, 4, 6), &why));
    ck_assert_str_eq(day_off_words(division.calendar, why), "Easter Monday (England and Wales)");
    ck_assert(!calendar_works(division.calendar, civil_day(2026, 6, 15), &why));
    ck_assert_str_eq(day_off_words(division.calendar, why), "World Cup bank holiday (Scotland)");
    ck_assert(!calendar_works(division.calendar, civil_day(2026, 4, 3), &why));
    ck_assert_str_eq(day_off_words(division.calendar, why), "Good Friday");
    ck_assert(!calendar_works(division.calendar, civil_day(2027, 12, 28), &why));
    ck_assert(why->substitute);
    ck_assert(!calendar_works(division.calendar, civil_day(2026, 4, 4), &why));
    ck_assert_ptr_null(why);
    uint32_t count;
    (void)calendar_days_off(division.calendar, civil_day(2026, 1, 1), civil_day(2026, 12, 31),
                            &count);
    ck_assert_uint_eq(count, 12);
    ck_assert_ptr_null(
        calendar_caveat(division.calendar, civil_day(2026, 1, 1), civil_day(2028, 12, 31)));
    ck_assert_ptr_nonnull(
        calendar_caveat(division.calendar, civil_day(2028, 12, 1), civil_day(2029, 1, 1)));
    built_end(&division.built);
}
END_TEST

START_TEST(a_plan_without_nation_has_no_calendar) {
    Division division;
    open_plan(&division, "plan p \"P\" { closure a \"A\" { on: 24 December 2026 } }\n");
    ck_assert(!calendar_is_known(division.calendar));
    ck_assert_str_eq(calendar_words(division.calendar), "");
    built_end(&division.built);
}
END_TEST

START_TEST(areas_and_owners_add_days_of_their_own) {
    Division division;
    open_plan(&division,
              "plan p \"P\" {\n"
              "  nation: wales\n  owner: council\n"
              "  calendar county \"The county\" {\n"
              "    holiday fair \"Fair day\" { every: second Thursday of September }\n  }\n"
              "  body council \"Council\" {\n"
              "    closure \"Christmas closure\" { on: 24 December 2026 to 1 January 2027 }\n  }\n"
              "  body other \"Other\" { closure \"Away day\" { on: 7 July 2026 } }\n"
              "}\n");
    WorkCalendar *calendar = division.calendar;
    ck_assert(!calendar_works(calendar, civil_day(2026, 9, 10), NULL));
    ck_assert(!calendar_works(calendar, civil_day(2027, 9, 9), NULL));
    ck_assert(!calendar_works(calendar, civil_day(2026, 12, 30), NULL));
    ck_assert(calendar_works(calendar, civil_day(2026, 7, 7), NULL));
    const Record *other = division.reader == NULL ? NULL : division.built.model->main->tops[0];
    other = other->last_child;
    ck_assert(!calendar_works(body_calendar(division.reader, other), civil_day(2026, 7, 7), NULL));
    ck_assert_int_eq(calendar_count(calendar, civil_day(2026, 12, 21), civil_day(2027, 1, 4)), 4);
    built_end(&division.built);
}
END_TEST

/* Easter by the tables of full moons, which are another way to the same day. */
static Day easter_by_full_moons(int year) {
    int century = year / 100 + 1, golden = year % 19 + 1;
    int solar = 3 * century / 4 - 12, lunar = (8 * century + 5) / 25 - 5;
    int epact = ((11 * golden + 20 + lunar - solar) % 30 + 30) % 30;
    if ((epact == 25 && golden > 11) || epact == 24)
        epact++;
    int full = 44 - epact;
    full += full < 21 ? 30 : 0;
    int sunday = 5 * year / 4 - solar - 10;
    full += 7 - (sunday + full) % 7;
    return civil_day(year, 3, 1) + full - 1;
}

START_TEST(easter_is_the_same_by_two_ways) {
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
        ck_assert_int_eq(easter_of(year), easter_by_full_moons(year));
        ck_assert_int_eq(civil_weekday(easter_of(year)), SUNDAY);
    }
}
END_TEST

START_TEST(days_of_every_year_come_where_they_should) {
    ck_assert_int_eq(nth_weekday(2026, 5, NTH_LAST, MONDAY), civil_day(2026, 5, 25));
    ck_assert_int_eq(nth_weekday(2026, 5, 1, THURSDAY), civil_day(2026, 5, 7));
    ck_assert_int_eq(nth_weekday(2026, 3, 4, SUNDAY), civil_day(2026, 3, 22));
    Yearly over_new_year = {.from = {.rule = YEARLY_DATE, .month = 12, .day = 20},
                            .to = {.rule = YEARLY_DATE, .month = 1, .day = 3},
                            .is_span = true};
    Day first, last;
    ck_assert(yearly_days(&over_new_year, 2026, &first, &last));
    ck_assert_int_eq(last, civil_day(2027, 1, 3));
    YearlyDay leap = {.rule = YEARLY_DATE, .month = 2, .day = 29};
    ck_assert(!yearly_day(&leap, 2026, &first));
    ck_assert(yearly_day(&leap, 2028, &first));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("calendar");
    TCase *together = tcase_create("calendar");
    tcase_set_timeout(together, 120);
    tcase_add_test(together, every_day_of_every_division_is_as_in_the_table);
    tcase_add_test(together, counting_agrees_with_a_walk_through_a_list_of_days);
    tcase_add_test(together, sums_in_plans_come_to_the_days_that_a_walk_comes_to);
    tcase_add_test(together, long_counts_take_whole_years_and_end_with_the_calendar);
    tcase_add_test(together, a_day_off_says_what_it_is_and_where);
    tcase_add_test(together, a_plan_without_nation_has_no_calendar);
    tcase_add_test(together, areas_and_owners_add_days_of_their_own);
    tcase_add_test(together, easter_is_the_same_by_two_ways);
    tcase_add_test(together, days_of_every_year_come_where_they_should);
    suite_add_tcase(suite, together);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
