/* Verdicts in brief, and as JSON read back by the library that wrote no line of it. */
#include "emit/verdicts.h"

#include <jansson.h>

#include "held.h"

static Emission emission(void) {
    return (Emission){.arena = held.arena, .model = &held.model, .judgement = &held.judgement};
}

static json_t *written(void) {
    Emission from = emission();
    out_free(&held.out);
    ck_assert(verdicts_json(&from, &held.out));
    json_error_t error;
    json_t *root = json_loadb(held.out.bytes, held.out.length, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(root != NULL, "%s", error.text);
    return root;
}

START_TEST(json_holds_clauses_cases_and_lines) {
    held_publicise();
    json_t *root = written();
    const char *path, *verdict, *day, *words, *due;
    int line;
    ck_assert_int_eq(
        json_unpack(root, "{s:{s:s}, s:[{s:s, s:s, s:[{s:{s:s}, s:[{s:{s:i, s:s}}]}]}]}", "as-at",
                    "day", &day, "clauses", "path", &path, "verdict", &verdict, "cases", "due",
                    "from", &due, "witnesses", "place", "line", &line, "words", &words),
        0);
    ck_assert_str_eq(day, "2026-06-01");
    ck_assert_str_eq(path, "city.charter.during.publicise");
    ck_assert_str_eq(verdict, "broken");
    ck_assert_str_eq(due, "its starts");
    ck_assert_int_eq(line, 4);
    ck_assert_str_eq(words, "method: survey");
    json_decref(root);
}
END_TEST

START_TEST(counts_add_up) {
    held_publicise();
    held_clause("b", "B", "1", FORCE_MUST, VERDICT_MET);
    json_t *root = written(), *value;
    const char *key;
    json_int_t sum = 0;
    json_object_foreach(json_object_get(root, "counts"), key, value) sum +=
        json_integer_value(value);
    ck_assert_int_eq(sum, (json_int_t)json_array_size(json_object_get(root, "clauses")));
    ck_assert_int_eq(sum, 2);
    json_decref(root);
}
END_TEST

START_TEST(the_same_judgement_gives_the_same_bytes) {
    held_publicise();
    json_decref(written());
    char *first = arena_copy(held.arena, held.out.bytes, held.out.length);
    json_decref(written());
    ck_assert_str_eq(first, held.out.bytes);
}
END_TEST

START_TEST(an_explanation_is_quoted_field_by_field) {
    held_case(held_clause("a", "A", "1", FORCE_SHOULD, VERDICT_EXPLAINED), NULL, VERDICT_EXPLAINED,
              TRUTH_ABSENT, "Do it")
        ->explanation = held.explanation;
    json_t *root = written();
    const char *because;
    ck_assert_int_eq(json_unpack(root, "{s:[{s:[{s:{s:{s:[s]}}}]}]}", "clauses", "cases",
                                 "explanation", "fields", "because", &because),
                     0);
    ck_assert_str_eq(because, "No list is to hand.");
    json_decref(root);
}
END_TEST

START_TEST(text_counts_and_names_the_worst) {
    held_publicise();
    held_clause("b", "B", "1", FORCE_MUST, VERDICT_MET);
    Emission from = emission();
    ck_assert(verdicts_text(&from, &held.out));
    check_has("  x broken              1\n");
    check_has("Publicise every part (Step Two, 5)");
    check_has("  + met                 1\n");
    check_has("  2 requirements; law broken: 0\n");
    check_width(80);
}
END_TEST

HELD_MAIN("verdicts", json_holds_clauses_cases_and_lines, counts_add_up,
          the_same_judgement_gives_the_same_bytes, an_explanation_is_quoted_field_by_field,
          text_counts_and_names_the_worst)
