/* A file given as text, compiled whole, and what came of it: for tests of what several stages do
 * together. The file may hold charters beside the plan. */
#ifndef COMPILED_H
#define COMPILED_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "compile/compile.h"

static Compilation *compiled;

static inline void compile_as_at(const char *text, int year, int month, int day) {
    compilation_free(compiled);
    Request request = {.path = "compiled.convene",
                       .text = text_of(text),
                       .has_day = true,
                       .day = civil_day(year, month, day)};
    compiled = compile(&request);
}

static void compiled_forget(void) {
    compilation_free(compiled);
    compiled = NULL;
}

/* The clause whose path ends so. */
static inline const ClauseResult *compiled_clause(const char *name) {
    ck_assert_msg(compiled->judgement != NULL, "not judged: %s",
                  compiled->diagnostics.count > 0 ? compiled->diagnostics.list[0]->message : "");
    for (uint32_t i = 0; i < compiled->judgement->result_count; i++)
        if (text_ends(name_text(compiled->judgement->results[i]->clause->path), name))
            return compiled->judgement->results[i];
    ck_abort_msg("no clause %s was judged", name);
    return NULL;
}

static inline Verdict compiled_verdict(const char *name) { return compiled_clause(name)->verdict; }

static inline bool compiled_finds(const char *words) {
    for (const Finding *each = compiled->judgement->findings; each != NULL; each = each->next)
        if (strstr(each->message, words) != NULL)
            return true;
    return false;
}

/* Something reported that holds WORDS; NULL if nothing does. */
static inline const Diagnostic *compiled_report(const char *words) {
    for (uint32_t i = 0; i < compiled->diagnostics.count; i++)
        if (strstr(compiled->diagnostics.list[i]->message, words) != NULL)
            return compiled->diagnostics.list[i];
    return NULL;
}

#define COMPILED_MAIN(name, ...)                                                                   \
    int main(void) {                                                                               \
        Suite *suite = suite_create(name);                                                         \
        TCase *cases = tcase_create(name);                                                         \
        tcase_add_checked_fixture(cases, NULL, compiled_forget);                                   \
        tcase_set_timeout(cases, 60);                                                              \
        const TTest *const tests[] = {__VA_ARGS__};                                                \
        for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)                                \
            tcase_add_test(cases, tests[i]);                                                       \
        suite_add_tcase(suite, cases);                                                             \
        SRunner *runner = srunner_create(suite);                                                   \
        srunner_run_all(runner, CK_NORMAL);                                                        \
        int failed = srunner_ntests_failed(runner);                                                \
        srunner_free(runner);                                                                      \
        return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;                                          \
    }

#endif
