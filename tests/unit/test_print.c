/* Diagnostics as people and programs read them. */
#include <check.h>
#include <stdlib.h>

#include "source/excerpt.h"
#include "source/print.h"

typedef struct Bench {
    Arena *arena;
    Sources sources;
    Diagnostics store;
    Out out;
} Bench;

static Bench bench;
static const PrintStyle PLAIN = {.width = 60};

static void set_up(void) {
    bench = (Bench){.arena = arena_new()};
    bench.sources.arena = bench.arena;
    bench.store = (Diagnostics){.arena = bench.arena, .sources = &bench.sources};
}

static void tear_down(void) {
    out_free(&bench.out);
    arena_free(bench.arena);
}

static Span part(const char *text, uint32_t at, uint32_t length) {
    Source *source = sources_add(&bench.sources, "plan.convene", text_of(text));
    return (Span){source->id, at, length};
}

static void check_excerpt(const char *line, uint32_t at, uint32_t length, const char *wanted) {
    out_free(&bench.out);
    print_excerpt(&bench.out, &bench.sources, part(line, at, length), &PLAIN);
    ck_assert_str_eq(bench.out.bytes, wanted);
}

START_TEST(a_message_in_full) {
    Span span = part("plan x {\n  responses: c. 3,000 by then\n}\n", 22, 8);
    Diagnostic *said = report(&bench.store, DIAGNOSTIC_wrong_value, span, "I cannot read this.");
    diagnostic_write(&bench.store, said, "about 3,000");
    diagnostic_help(&bench.store, said, "You can say about or more than.");
    diagnostic_why(&bench.store, said, "such numbers are never added.");
    diagnostic_note(&bench.store, said, (Span){span.source, 0, 4}, "the plan begins here");
    diagnostics_settle(&bench.store);
    print_diagnostics(&bench.out, &bench.store, &PLAIN);
    ck_assert_str_eq(bench.out.bytes, "plan.convene, line 2  (wrong-value)\n"
                                      "     2 |   responses: c. 3,000 by then\n"
                                      "                      ^^^^^^^^\n"
                                      "  I cannot read this.\n"
                                      "  Write:   about 3,000\n"
                                      "  You can say about or more than.\n"
                                      "  It matters because: such numbers are never added.\n"
                                      "  the plan begins here:\n"
                                      "     1 | plan x {\n"
                                      "         ^^^^\n"
                                      "\n"
                                      "1 thing to put right.\n");
}
END_TEST

START_TEST(carets_stand_under_the_range) {
    check_excerpt("ab cd", 3, 2, "     1 | ab cd\n            ^^\n");
    check_excerpt("\tcd", 1, 2, "     1 |     cd\n             ^^\n");
    check_excerpt("\xE4\xBC\x9A cd", 4, 2, "     1 | \xE4\xBC\x9A cd\n            ^^\n");
    check_excerpt("e\xCC\x81 cd", 4, 2, "     1 | e\xCC\x81 cd\n           ^^\n");
}
END_TEST

START_TEST(odd_ranges_still_point) {
    check_excerpt("ab", 2, 0, "     1 | ab\n           ^\n");
    check_excerpt("ab\ncd", 1, 4, "     1 | ab\n          ^\n");
    check_excerpt("", 0, 0, "     1 | \n         ^\n");
    check_excerpt("a\xFF z", 3, 1, "     1 | a? z\n            ^\n");
    check_excerpt("a\x1B[2J", 0, 1, "     1 | a?[2J\n         ^\n");
    check_excerpt("\xEF\xBB\xBFplan", 3, 4, "     1 | plan\n         ^^^^\n");
}
END_TEST

START_TEST(a_long_line_is_cut_round_the_range) {
    enum { LONG = 3000 };
    char *line = malloc(LONG + 1);
    memset(line, 'a', LONG);
    line[LONG] = '\0';
    memcpy(line + 1500, "HERE", 4);
    print_excerpt(&bench.out, &bench.sources, part(line, 1500, 4), &PLAIN);
    const char *text = bench.out.bytes, *end = strchr(text, '\n'), *here = strstr(text, "HERE");
    ck_assert(end != NULL && here != NULL && here < end);
    ck_assert_int_le(end - text, 64);
    ck_assert_int_eq(strstr(end, "^^^^") - (end + 1), here - text);
    free(line);
}
END_TEST

START_TEST(json_has_stable_keys_and_survives_odd_bytes) {
    Span span = part("ab\ncd", 3, 2);
    report(&bench.store, DIAGNOSTIC_wrong_weekday, span, "odd \xFF byte");
    json_t *list = diagnostics_json(&bench.store);
    char *text = json_dumps(list, JSON_SORT_KEYS | JSON_COMPACT);
    ck_assert_str_eq(text,
                     "[{\"end\":{\"column\":3,\"line\":2,\"offset\":5},\"file\":\"plan.convene\","
                     "\"heading\":\"the weekday does not fit the date\",\"message\":\"odd ? "
                     "byte\",\"name\":\"wrong-weekday\",\"severity\":\"error\","
                     "\"start\":{\"column\":1,\"line\":2,\"offset\":3}}]");
    free(text);
    json_decref(list);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("print");
    TCase *cases = tcase_create("print");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_message_in_full);
    tcase_add_test(cases, carets_stand_under_the_range);
    tcase_add_test(cases, odd_ranges_still_point);
    tcase_add_test(cases, a_long_line_is_cut_round_the_range);
    tcase_add_test(cases, json_has_stable_keys_and_survives_odd_bytes);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
