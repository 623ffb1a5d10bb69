/* Running text in lines, and days written in full. */
#include <check.h>
#include <stdlib.h>

#include "base/civil.h"
#include "base/wrap.h"

static void check_wrapped(const char *text, size_t start, size_t width, const char *wanted) {
    Out out = {0};
    out_wrapped(&out, text_of(text), start, 2, width);
    ck_assert_str_eq(out.bytes, wanted);
    out_free(&out);
}

START_TEST(lines_are_broken_at_blanks) {
    check_wrapped("one two three", 2, 9, "one two\n  three\n");
    check_wrapped("one two three", 0, 40, "one two three\n");
    check_wrapped("a  b", 0, 40, "a  b\n");
    check_wrapped("longer-than-the-line x", 2, 9, "longer-than-the-line\n  x\n");
    check_wrapped("one\ntwo", 2, 40, "one\n  two\n");
    check_wrapped("\xE4\xBC\x9A\xE4\xBC\x9A \xE4\xBC\x9A", 2, 8,
                  "\xE4\xBC\x9A\xE4\xBC\x9A\n  \xE4\xBC\x9A\n");
    check_wrapped("", 2, 9, "\n");
}
END_TEST

START_TEST(days_in_full_are_read) {
    static const char *const GOOD[] = {"2026-03-03", "3 March 2026", "Tuesday 3 March 2026",
                                       "3 Mar 2026", " 3 march 2026 "};
    static const char *const BAD[] = {"",           "3 March",    "Monday 3 March 2026",
                                      "2026-02-30", "03/03/2026", "3 March 2026 at noon",
                                      "1-2-3",      "2026-03",    "99999-01-01"};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        Day day = 0;
        ck_assert_msg(day_read(text_of(GOOD[i]), &day), "%s", GOOD[i]);
        ck_assert_int_eq(day, civil_day(2026, 3, 3));
    }
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        Day day = 0;
        ck_assert_msg(!day_read(text_of(BAD[i]), &day), "%s", BAD[i]);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("text");
    TCase *cases = tcase_create("text");
    tcase_add_test(cases, lines_are_broken_at_blanks);
    tcase_add_test(cases, days_in_full_are_read);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
