/* Civil dates against a calendar that is walked day by day, and says nothing clever. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"

/* The walker: it knows how long each month is, and that the year 1900 began on a Monday. */
typedef struct Walker {
    int year, month, day, weekday;
} Walker;

static int length_of_february(int year) {
    if (year % 400 == 0)
        return 29;
    if (year % 100 == 0)
        return 28;
    return year % 4 == 0 ? 29 : 28;
}

static int length_of_month(int year, int month) {
    switch (month) {
    case 2: return length_of_february(year);
    case 4:
    case 6:
    case 9:
    case 11: return 30;
    default: return 31;
    }
}

static void walk(Walker *walker) {
    walker->weekday = (walker->weekday + 1) % 7;
    if (walker->day < length_of_month(walker->year, walker->month)) {
        walker->day++;
        return;
    }
    walker->day = 1;
    walker->month++;
    if (walker->month == 13) {
        walker->month = 1;
        walker->year++;
    }
}

static const Walker START = {1900, 1, 1, MONDAY};

START_TEST(every_day_of_the_calendar_has_its_number_and_weekday) {
    Walker walker = START;
    for (Day day = civil_day(YEAR_FIRST, 1, 1); walker.year <= YEAR_LAST; day++, walk(&walker)) {
        Civil civil = civil_of(day);
        bool same =
            civil.year == walker.year && civil.month == walker.month && civil.day == walker.day;
        ck_assert_msg(same, "day %d is %d-%d-%d, and the calendar has %d-%d-%d", day, civil.year,
                      civil.month, civil.day, walker.year, walker.month, walker.day);
        ck_assert_int_eq(civil_day(walker.year, walker.month, walker.day), day);
        ck_assert_int_eq((int)civil_weekday(day), walker.weekday);
    }
}
END_TEST

START_TEST(known_days_are_where_they_are) {
    ck_assert_int_eq(civil_day(1970, 1, 1), 0);
    ck_assert_int_eq(civil_day(2000, 3, 1), 11017);
    ck_assert_int_eq((int)civil_weekday(civil_day(2026, 5, 19)), TUESDAY);
    ck_assert_int_eq((int)civil_weekday(civil_day(1900, 1, 1)), MONDAY);
    ck_assert_int_eq((int)civil_weekday(civil_day(2024, 2, 29)), THURSDAY);
}
END_TEST

START_TEST(days_that_are_not_do_not_exist) {
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++)
        for (int month = 0; month <= 13; month++)
            for (int day = 0; day <= 32; day++) {
                bool wanted =
                    month >= 1 && month <= 12 && day >= 1 && day <= length_of_month(year, month);
                ck_assert_msg(civil_exists(year, month, day) == wanted, "%d-%d-%d", year, month,
                              day);
            }
    ck_assert(!civil_exists(YEAR_FIRST - 1, 12, 31));
    ck_assert(!civil_exists(YEAR_LAST + 1, 1, 1));
}
END_TEST

/* The naive way to add months: count months one by one, then cut to the end of the month. */
static Walker months_on(Walker from, int count) {
    for (; count > 0; count--)
        if (++from.month == 13)
            from.month = 1, from.year++;
    for (; count < 0; count++)
        if (--from.month == 0)
            from.month = 12, from.year--;
    int longest = length_of_month(from.year, from.month);
    from.day = from.day > longest ? longest : from.day;
    return from;
}

START_TEST(months_are_added_one_by_one) {
    static const int COUNTS[] = {-25, -12, -3, -1, 0, 1, 2, 3, 6, 11, 12, 13, 24, 48};
    Walker walker = {1990, 1, 1, MONDAY};
    for (; walker.year < 2030; walk(&walker))
        for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
            Walker wanted = months_on(walker, COUNTS[i]);
            Day from = civil_day(walker.year, walker.month, walker.day);
            ck_assert_msg(civil_add_months(from, COUNTS[i]) ==
                              civil_day(wanted.year, wanted.month, wanted.day),
                          "%d-%d-%d and %d months", walker.year, walker.month, walker.day,
                          COUNTS[i]);
        }
}
END_TEST

START_TEST(months_and_weekdays_are_known_by_their_names) {
    ck_assert_int_eq(month_named(TEXT("May")), 5);
    ck_assert_int_eq(month_named(TEXT("sept")), 9);
    ck_assert_int_eq(month_named(TEXT("SEPTEMBER")), 9);
    ck_assert_int_eq(month_named(TEXT("Septem")), 0);
    ck_assert_int_eq(month_named(TEXT("ma")), 0);
    ck_assert_int_eq(weekday_named(TEXT("tue")), TUESDAY);
    ck_assert_int_eq(weekday_named(TEXT("Sunday")), SUNDAY);
    ck_assert_int_eq(weekday_named(TEXT("Sund")), -1);
}
END_TEST

static void check_range(DateRange range, const char *words) {
    char text[RANGE_TEXT];
    ck_assert_str_eq(range_words(range, text), words);
}

START_TEST(ranges_are_said_in_words) {
    check_range((DateRange){civil_day(2026, 5, 19), civil_day(2026, 5, 19)}, "19 May 2026");
    check_range((DateRange){civil_day(2026, 5, 1), civil_day(2026, 5, 31)}, "May 2026");
    check_range((DateRange){civil_day(2018, 9, 1), civil_day(2018, 11, 30)},
                "September to November 2018");
    check_range((DateRange){civil_day(2018, 12, 1), civil_day(2019, 2, 28)},
                "December 2018 to February 2019");
    check_range((DateRange){civil_day(2017, 1, 1), civil_day(2017, 12, 31)}, "2017");
    check_range((DateRange){civil_day(2026, 5, 1), civil_day(2026, 5, 10)}, "1 to 10 May 2026");
    check_range((DateRange){DAY_UNKNOWN_PAST, civil_day(2025, 7, 31)}, "by 31 July 2025");
    check_range((DateRange){civil_day(2026, 1, 1), DAY_UNKNOWN_FUTURE},
                "not before 1 January 2026");
    check_range((DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE}, "a day not known");
    check_range((DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE}, "no end");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("civil");
    TCase *together = tcase_create("civil");
    tcase_set_timeout(together, 60);
    tcase_add_test(together, every_day_of_the_calendar_has_its_number_and_weekday);
    tcase_add_test(together, known_days_are_where_they_are);
    tcase_add_test(together, days_that_are_not_do_not_exist);
    tcase_add_test(together, months_are_added_one_by_one);
    tcase_add_test(together, months_and_weekdays_are_known_by_their_names);
    tcase_add_test(together, ranges_are_said_in_words);
    suite_add_tcase(suite, together);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
