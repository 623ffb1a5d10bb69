/* Events in order, each with a UID of its own that does not hang on the others; and files that keep
 * to the length of line and to whole letters whatever they hold. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "emit/calendar.h"

static Arena *arena;
static Calendar calendar;

static void set_up(void) {
    arena = arena_new();
    calendar = (Calendar){.arena = arena,
                          .title = "Plan",
                          .about = "About",
                          .host = "Team",
                          .as_at = civil_day(2026, 3, 1)};
}

static void tear_down(void) { arena_free(arena); }

static CalendarEvent *add(const char *name, Day day, int16_t starts_at) {
    CalendarEvent *event = calendar_event(&calendar);
    event->uid = calendar_uid(arena, "plan", name);
    event->summary = event->description = event->category = name;
    event->first = event->last = day;
    event->starts_at = starts_at;
    event->ends_at = (int16_t)(starts_at < 0 ? -1 : starts_at + 60);
    return event;
}

START_TEST(events_are_read_by_day_and_hour) {
    Day day = civil_day(2026, 5, 19);
    add("late", day, 18 * 60);
    add("next", day + 1, -1);
    add("whole", day, -1);
    add("early", day, 9 * 60);
    calendar_settle(&calendar);
    static const char *const ORDER[] = {"whole", "early", "late", "next"};
    for (size_t i = 0; i < sizeof ORDER / sizeof *ORDER; i++)
        ck_assert_str_eq(calendar.events[i]->summary, ORDER[i]);
}

START_TEST(days_of_one_record_are_numbered_as_written) {
    Day day = civil_day(2026, 5, 19);
    add("talks", day + 9, -1);
    add("talks", day, -1);
    add("talk", day, -1);
    calendar_settle(&calendar);
    ck_assert_str_eq(calendar.events[0]->uid, "plan.talks#2@convene");
    ck_assert_str_eq(calendar.events[1]->uid, "plan.talk@convene");
    ck_assert_str_eq(calendar.events[2]->uid, "plan.talks@convene");
}

START_TEST(what_is_left_out_keeps_the_names_of_the_rest) {
    Day day = civil_day(2026, 5, 19);
    add("talks", day, -1)->left_out = true;
    add("talks", day + 1, -1);
    calendar_settle(&calendar);
    ck_assert_uint_eq(calendar.count, 1);
    ck_assert_str_eq(calendar.events[0]->uid, "plan.talks#2@convene");
}

START_TEST(long_names_stay_different) {
    char first[400], second[400];
    memset(first, 'a', sizeof first - 1);
    first[sizeof first - 1] = '\0';
    strcpy(second, first);
    second[sizeof second - 2] = 'b';
    const char *one = calendar_uid(arena, "plan", first);
    const char *other = calendar_uid(arena, "plan", second);
    ck_assert_str_ne(one, other);
    ck_assert_str_eq(one, calendar_uid(arena, "plan", first));
    ck_assert_uint_lt(strlen(one), 200);
}

static void check_lines(const char *text) {
    for (const char *line = text; *line != '\0';) {
        const char *end = strstr(line, "\r\n");
        ck_assert_ptr_nonnull(end);
        ck_assert_int_le(end - line, 75);
        const char *first = line == text || line[0] != ' ' ? line : line + 1;
        ck_assert_msg(((unsigned char)*first & 0xC0) != 0x80, "a letter is cut in two");
        line = end + 2;
    }
}

/* Letters of two bytes, moved by one blank at a time past every place where a line could end. */
START_TEST(letters_are_never_cut) {
    for (int before = 0; before < 80; before++) {
        Out out = {0}, title = {0};
        out_repeat(&title, "x", (size_t)before);
        out_repeat(&title, "ŵ", 90);
        out_string(&title, ",;\\ ò");
        calendar.count = 0;
        CalendarEvent *event = add("long", civil_day(2026, 5, 19), -1);
        event->summary = event->place = event->host = title.bytes;
        ck_assert_ptr_null(calendar_ics(&calendar, &out));
        check_lines(out.bytes);
        out_free(&out);
        out_free(&title);
    }
}

START_TEST(what_no_calendar_can_hold_is_left_out) {
    Out out = {0};
    CalendarEvent *event = add("odd", civil_day(2026, 5, 19), -1);
    event->summary = "one\ntwo\x01\x7f";
    event->description = "one\r\ntwo\tthree\x1b[0m";
    event->host = "\"quoted\"";
    ck_assert_ptr_null(calendar_ics(&calendar, &out));
    ck_assert_ptr_nonnull(strstr(out.bytes, "SUMMARY:one two \r\n"));
    ck_assert_ptr_nonnull(strstr(out.bytes, "DESCRIPTION:one\\ntwo three[0m\r\n"));
    ck_assert_ptr_nonnull(strstr(out.bytes, "'quoted'"));
    out_free(&out);
}

START_TEST(whole_days_end_on_the_day_after) {
    Out out = {0};
    add("end of year", civil_day(2027, 12, 31), -1);
    add("midnight", civil_day(2026, 10, 31), 23 * 60);
    ck_assert_ptr_null(calendar_ics(&calendar, &out));
    ck_assert_ptr_nonnull(strstr(out.bytes, "DTSTART;VALUE=DATE:20271231\r\n"));
    ck_assert_ptr_nonnull(strstr(out.bytes, "DTEND;VALUE=DATE:20280101\r\n"));
    ck_assert_ptr_nonnull(strstr(out.bytes, "DTEND;TZID=Europe/London:20261101T000000\r\n"));
    out_free(&out);
}

int main(void) {
    Suite *suite = suite_create("calendar file");
    TCase *tests = tcase_create("all");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, events_are_read_by_day_and_hour);
    tcase_add_test(tests, days_of_one_record_are_numbered_as_written);
    tcase_add_test(tests, what_is_left_out_keeps_the_names_of_the_rest);
    tcase_add_test(tests, long_names_stay_different);
    tcase_add_test(tests, letters_are_never_cut);
    tcase_add_test(tests, what_no_calendar_can_hold_is_left_out);
    tcase_add_test(tests, whole_days_end_on_the_day_after);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
