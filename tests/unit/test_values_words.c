/* Words of lists, records, texts, yes and no, the four answers, and their tails. */
#include "base/out.h"
#include "values_case.h"

START_TEST(words_of_lists_however_they_are_typed) {
    check_reads("level: consult", "consult");
    check_reads("level: Consult", "consult");
    check_reads("formats: Easy Read, BSL, large print", "Easy Read | BSL | large print");
    check_reads("formats: easy-read, Large Print", "Easy Read | large print");
    check_reads("formats: easyread", "Easy Read");
    ck_assert_int_eq((int)values_first()->kind, VALUE_RECORD);
    ck_assert_str_eq(values_first()->record->name->text, "easy-read");
}
END_TEST

START_TEST(records_by_their_names) {
    check_reads("audience: patients, over 75s", "Registered patients | Patients over 75");
    check_reads("informs: replacement", "What replaces it");
    check_reads("owner: icb", "Integrated care board");
}
END_TEST

START_TEST(values_with_a_day_of_their_own) {
    check_reads("formats: online, easy read on 6 April 2026", "online | Easy Read on 6 April 2026");
    const Value *second = values_first()->next;
    ck_assert_ptr_null(values_first()->on);
    ck_assert_int_eq(second->on->when.from.first, civil_day(2026, 4, 6));
    check_reads("raised-by: \"A patient group\" on 20 May 2026", "A patient group on 20 May 2026");
    check_says("audience: patients on 3 March 2026", DIAGNOSTIC_wrong_value,
               "audience does not take a day of its own.", "audience: patients");
    check_refuses("formats: easy read on 31 June 2026", DIAGNOSTIC_no_such_day, "June has 30 days");
}
END_TEST

START_TEST(names_that_are_looked_up_later) {
    check_reads("met: timing.response", "timing.response");
    check_reads("met: bnssg.charter.during.publicise at survey",
                "bnssg.charter.during.publicise at survey");
    ck_assert_str_eq(values_first()->at->text, "survey");
    ck_assert_str_eq(values_first()->name->text, "bnssg.charter.during.publicise");
}
END_TEST

START_TEST(words_that_are_not_in_the_list) {
    check_says("level: consultt", DIAGNOSTIC_unknown_word, "I know the level as consult.",
               "level: consult");
    check_says("level: consultation", DIAGNOSTIC_unknown_word, "I know the level as consult.",
               "level: consult");
    ck_assert_str_eq(values.store.list[0]->help, "You can write: inform, consult, involve.");
    check_says("level: co-production", DIAGNOSTIC_unknown_word,
               "Co-production is a promise to share the decision.", "");
    check_says("formats: vellum", DIAGNOSTIC_unknown_word,
               "I do not know vellum as a word for formats.", "");
    ck_assert_str_eq(values.store.list[0]->help,
                     "You can write: online, paper, large print, easy read, bsl.");
}
END_TEST

START_TEST(commas_that_are_missing) {
    check_says("formats: online paper large print", DIAGNOSTIC_missing_comma,
               "These are 3 things: commas go between them.",
               "formats: online, paper, large print");
    check_refuses("level: inform consult", DIAGNOSTIC_wrong_value, "level takes one");
    check_says("level: inform, consult", DIAGNOSTIC_wrong_value,
               "level takes one thing, and this is another.", "level: inform");
}
END_TEST

START_TEST(records_that_are_not_there) {
    check_says("audience: patient", DIAGNOSTIC_unknown_name,
               "There is no audience called patient in this plan. There are: patients, over-75s.",
               "audience: patients");
    check_says("audience: young carers", DIAGNOSTIC_unknown_name,
               "There is no audience called young carers in this plan. There are: patients, "
               "over-75s.",
               "audience young-carers \"Young carers\"");
    check_says("audience: general public", DIAGNOSTIC_unknown_name,
               "Name the people whom this is for.", "");
    check_says("informs: icb", DIAGNOSTIC_wrong_kind,
               "icb is a body, and informs names a decision.", "informs: replacement");
    check_says("owner: ICB Board", DIAGNOSTIC_unknown_name,
               "There is no body called ICB Board in this plan. There is: icb.", "owner: icb");
    ck_assert_str_eq(values.store.list[0]->help,
                     "The nearest is icb, \"Integrated care board\". Is that the same, or is this "
                     "one of its own?");
    check_refuses("owner: the partners", DIAGNOSTIC_unknown_name, "\"the partners\"");
}
END_TEST

/* Past some hundreds of findings no more searching is done for what was meant. */
START_TEST(a_flood_of_unknown_names_is_said_in_brief) {
    Out line = {0};
    for (int i = 0; i < 600; i++)
        out_string(&line, "    audience: patient\n");
    values_read_line(line.bytes);
    ck_assert_uint_eq(values.store.count, 600);
    ck_assert_ptr_nonnull(values.store.list[0]->write);
    ck_assert_str_eq(values.store.list[599]->message, "There is no audience called patient.");
    out_free(&line);
}
END_TEST

START_TEST(texts_and_their_quotation_marks) {
    check_reads("where: \"Room #2\", \"The hall\"", "Room #2 | The hall");
    check_reads("owner: \"The partners\"", "The partners");
    check_says("where: Facebook, posters in surgeries", DIAGNOSTIC_missing_comma,
               "Your own words go in quotation marks.",
               "where: \"Facebook\", \"posters in surgeries\"");
    check_says("where: Room #2", DIAGNOSTIC_syntax,
               "Everything after # is a note to yourselves, so this reads \"Room\".",
               "where: \"Room #2\"");
    check_says("where: Room   # which one?", DIAGNOSTIC_missing_comma,
               "Your own words go in quotation marks.", "where: \"Room\"");
    check_says("where: The hall because \"It is step-free.\"", DIAGNOSTIC_missing_comma,
               "Your own words go in quotation marks.",
               "where: \"The hall\" because \"It is step-free.\"");
    check_says("where: the hall \"upstairs\"", DIAGNOSTIC_missing_comma,
               "Your own words go in quotation marks.", "where: \"the hall 'upstairs'\"");
    check_says("did: \"Noted\"", DIAGNOSTIC_wrong_value, "\"Noted\" is not a reason.",
               "did: \"...\"");
}
END_TEST

START_TEST(one_reason_for_several_things) {
    check_says("fixed: \"The contract ends\", \"The building is sold\" because \"Notice\"",
               DIAGNOSTIC_shared_reason,
               "Is this the reason for both, or for the last only? Each needs its own. Write two "
               "lines.",
               "fixed: \"The contract ends\" because \"...\"\n"
               "fixed: \"The building is sold\" because \"Notice\"");
    check_reads("fixed: \"The contract ends\" because \"Notice\"", "The contract ends");
    check_reads("where: \"A\", \"B\" because \"Both are step-free.\"", "A | B");
}
END_TEST

START_TEST(a_reason_for_nothing) {
    check_says("where: because \"It is step-free.\"", DIAGNOSTIC_empty_value,
               "where: has a reason, and nothing that it is for.", "");
}
END_TEST

START_TEST(yes_and_no) {
    check_reads("seldom heard: yes", "yes");
    check_reads("seldom heard: No", "no");
    check_says("seldom heard: maybe", DIAGNOSTIC_wrong_value, "seldom heard is yes or no.",
               "seldom heard: yes");
}
END_TEST

START_TEST(the_four_answers_fit_every_field) {
    static const char *const FIELDS[] = {"day",   "event",        "runs",    "size",     "budget",
                                         "share", "seldom-heard", "length",  "meets",    "time",
                                         "level", "formats",      "owner",   "audience", "where",
                                         "met",   "source",       "at-least"};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        char line[100];
        snprintf(line, sizeof line, "%s: none", FIELDS[i]);
        check_reads(line, "none");
        snprintf(line, sizeof line, "%s: not known", FIELDS[i]);
        check_reads(line, "not known");
        snprintf(line, sizeof line, "%s: not yet decided", FIELDS[i]);
        check_reads(line, "not yet decided");
        snprintf(line, sizeof line, "%s: does not apply because \"It is not asked.\"", FIELDS[i]);
        check_reads(line, "does not apply");
    }
}
END_TEST

START_TEST(answers_that_need_more) {
    check_says("size: does not apply", DIAGNOSTIC_missing_value, "Say why size does not apply.",
               "size: does not apply because \"...\"");
    check_says("size: TBC", DIAGNOSTIC_wrong_value,
               "Say whether this is not yet decided, or decided and not known to you.",
               "size: not yet decided");
}
END_TEST

START_TEST(text_or_date) {
    check_reads("source: \"Page 3\", 12 March 2026", "Page 3 | 12 March 2026");
    ck_assert_int_eq((int)values_first()->next->kind, VALUE_WHEN);
    check_says("source: the annex", DIAGNOSTIC_missing_comma,
               "Your own words go in quotation marks.", "source: \"the annex\"");
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {words_of_lists_however_they_are_typed,
                                  records_by_their_names,
                                  values_with_a_day_of_their_own,
                                  names_that_are_looked_up_later,
                                  words_that_are_not_in_the_list,
                                  commas_that_are_missing,
                                  records_that_are_not_there,
                                  a_flood_of_unknown_names_is_said_in_brief,
                                  texts_and_their_quotation_marks,
                                  one_reason_for_several_things,
                                  a_reason_for_nothing,
                                  yes_and_no,
                                  the_four_answers_fit_every_field,
                                  answers_that_need_more,
                                  text_or_date,
                                  NULL};
    return values_run("words and texts", TESTS);
}
