/* What must hold of any plan: the order of its lines never changes a verdict, and one that says
 * nothing meets nothing. (What becomes of verdicts when a plan says less: tests/mutation.) */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"

static const char *const EXAMPLES[] = {"examples/riverside.convene",
                                       "examples/crisis-centre.convene",
                                       "examples/innovation-fund.convene"};
enum { EXAMPLE_COUNT = sizeof EXAMPLES / sizeof *EXAMPLES, LONGEST = 256 * 1024 };

static char path[] = "/tmp/convene-properties-XXXXXX";

static void set_up(void) {
    strcpy(path, "/tmp/convene-properties-XXXXXX");
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    close(file);
}

static void tear_down(void) { unlink(path); }

static Compilation *compile_text(const char *text, size_t length) {
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
    Request request = {.path = path};
    return compile(&request);
}

static Compilation *compile_example(int example) {
    Request request = {.path = EXAMPLES[example]};
    Compilation *made = compile(&request);
    ck_assert_uint_eq(made->diagnostics.errors, 0);
    ck_assert_ptr_nonnull(made->judgement);
    return made;
}

static Text text_of_example(const Compilation *made) { return made->tree->source->text; }

static const ClauseResult *same_clause(const Judgement *judgement, const ClauseResult *result) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (strcmp(judgement->results[i]->clause->path->text, result->clause->path->text) == 0)
            return judgement->results[i];
    ck_abort_msg("%s is not judged any more", result->clause->path->text);
    return NULL;
}

/* ---- order ---- */

static const Block *plan_block(const Compilation *made) {
    for (const Item *item = made->tree->top.first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && item->span.at == made->plan->block_span.at)
            return &item->record.block;
    return NULL;
}

static size_t add(char *out, size_t at, Text text) {
    ck_assert_uint_lt(at + text.length, LONGEST);
    memcpy(out + at, text.at, text.length);
    return at + text.length;
}

/* The file with the items of the plan from last to first. */
static size_t turned_round(const Compilation *made, char *out) {
    Text text = text_of_example(made);
    const Block *block = plan_block(made);
    const Item *items[512];
    size_t count = 0, at = add(out, 0, text_part(text, 0, block->open.at + 1));
    for (const Item *item = block->first; item != NULL; item = item->next)
        items[count++] = item;
    while (count-- > 0) {
        at = add(out, at, TEXT("\n"));
        at = add(out, at, span_text(&made->sources, items[count]->span));
    }
    at = add(out, at, TEXT("\n"));
    return add(out, at, text_part(text, block->close.at, text.length));
}

START_TEST(order_never_changes_a_verdict) {
    Compilation *made = compile_example(_i);
    char *turned = malloc(LONGEST);
    Compilation *other = compile_text(turned, turned_round(made, turned));
    ck_assert_uint_eq(other->diagnostics.errors, 0);
    ck_assert_uint_eq(other->judgement->result_count, made->judgement->result_count);
    for (uint32_t i = 0; i < made->judgement->result_count; i++) {
        const ClauseResult *result = made->judgement->results[i];
        const ClauseResult *again = same_clause(other->judgement, result);
        ck_assert_msg(again->verdict == result->verdict &&
                          memcmp(again->counts, result->counts, sizeof result->counts) == 0,
                      "%s: %s, and turned round %s", result->clause->path->text,
                      verdict_word(result->verdict), verdict_word(again->verdict));
    }
    compilation_free(made);
    compilation_free(other);
    free(turned);
}
END_TEST

/* ---- silence ---- */

START_TEST(a_plan_of_nothing_but_a_title_meets_nothing) {
    const char *text = "adopt bnssg.charter\nplan p \"Only a title\" { as at: 1 May 2026 }\n";
    Compilation *made = compile_text(text, strlen(text));
    ck_assert_uint_eq(made->diagnostics.errors, 0);
    ck_assert_uint_gt(made->judgement->result_count, 20);
    ck_assert_uint_eq(made->judgement->counts[VERDICT_MET], 0);
    ck_assert_uint_eq(made->judgement->counts[VERDICT_BROKEN], 0);
    compilation_free(made);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("properties");
    TCase *cases = tcase_create("properties");
    tcase_set_timeout(cases, 300);
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_loop_test(cases, order_never_changes_a_verdict, 0, EXAMPLE_COUNT);
    tcase_add_test(cases, a_plan_of_nothing_but_a_title_meets_nothing);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
