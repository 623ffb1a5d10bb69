/* Paragraphs on a terminal: where lines break, and what never breaks. */
#include <check.h>
#include <stdlib.h>

#include "emit/page.h"

static Out out;

static Page page_of(unsigned width, bool plain) {
    return page_new(&out, (PageStyle){.width = width, .plain = plain});
}

static void tear_down(void) { out_free(&out); }

START_TEST(a_tag_stands_at_the_margin_and_text_keeps_clear_of_it) {
    Page page = page_of(40, false);
    page_paragraph(&page, 2, "1  ", "Say how the survey is publicised, or why it is closed", "must",
                   INK_PLAIN);
    ck_assert_str_eq(out.bytes, "  1  Say how the survey is          must\n"
                                "     publicised, or why it is\n"
                                "     closed\n");
}
END_TEST

START_TEST(hard_blanks_hold_and_are_printed_as_blanks) {
    Page page = page_of(40, false);
    page_paragraph(&page, 0, "", "one two three four five six 3" PAGE_HARD_BLANK "still to come",
                   NULL, INK_PLAIN);
    ck_assert_str_eq(out.bytes, "one two three four five six 3 still to\ncome\n");
    out_free(&out);
    page_paragraph(&page, 0, "",
                   "one two three four five sixteen 3" PAGE_HARD_BLANK "still to come", NULL,
                   INK_PLAIN);
    ck_assert_str_eq(out.bytes, "one two three four five sixteen 3 still\nto come\n");
    out_free(&out);
    page_paragraph(&page, 0, "", "one two three four five seventeen 33" PAGE_HARD_BLANK "still",
                   NULL, INK_PLAIN);
    ck_assert_str_eq(out.bytes, "one two three four five seventeen\n33 still\n");
}
END_TEST

START_TEST(a_word_wider_than_the_page_stays_whole) {
    Page page = page_of(40, false);
    page_paragraph(&page, 4, "",
                   "see stdlib/a-very-long-path-that-nobody-should-have-to-retype now", NULL,
                   INK_PLAIN);
    ck_assert_str_eq(out.bytes, "    see\n"
                                "    stdlib/a-very-long-path-that-nobody-should-have-to-retype\n"
                                "    now\n");
}
END_TEST

START_TEST(both_ends_fit_or_take_two_lines) {
    Page page = page_of(40, false);
    page_ends(&page, 0, "Short", "as at 1 June 2026", INK_PLAIN);
    page_ends(&page, 0, "A title too long to stand beside it", "as at 1 June 2026", INK_PLAIN);
    ck_assert_str_eq(out.bytes, "Short                  as at 1 June 2026\n"
                                "A title too long to stand beside it\n"
                                "                       as at 1 June 2026\n");
}
END_TEST

START_TEST(plain_turns_our_signs_to_ascii_and_leaves_names_alone) {
    Page page = page_of(40, true);
    page_paragraph(&page, 0, "", "Siân · “yes” … it’s", NULL, INK_PLAIN);
    ck_assert_str_eq(out.bytes, "Siân | \"yes\" ... it's\n");
}
END_TEST

START_TEST(colour_only_adds_to_the_same_words) {
    Page page = page_new(&out, (PageStyle){.width = 40, .colour = true});
    page_paragraph(&page, 0, "", "LAW BROKEN", "LAW", INK_ALARM);
    ck_assert_str_eq(out.bytes,
                     "\033[1;31mLAW BROKEN\033[0m                           \033[1mLAW\033[0m\n");
}
END_TEST

START_TEST(a_label_hangs_beside_its_text) {
    Page page = page_of(40, false);
    page_labelled(&page, 2, "due:", 10, "Monday 11 May 2026, that is its starts");
    ck_assert_str_eq(out.bytes, "  due:      Monday 11 May 2026, that is\n"
                                "            its starts\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page");
    TCase *cases = tcase_create("page");
    tcase_add_checked_fixture(cases, NULL, tear_down);
    tcase_add_test(cases, a_tag_stands_at_the_margin_and_text_keeps_clear_of_it);
    tcase_add_test(cases, hard_blanks_hold_and_are_printed_as_blanks);
    tcase_add_test(cases, a_word_wider_than_the_page_stays_whole);
    tcase_add_test(cases, both_ends_fit_or_take_two_lines);
    tcase_add_test(cases, plain_turns_our_signs_to_ascii_and_leaves_names_alone);
    tcase_add_test(cases, colour_only_adds_to_the_same_words);
    tcase_add_test(cases, a_label_hangs_beside_its_text);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
