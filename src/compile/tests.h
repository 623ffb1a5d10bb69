/* Tests in the language: each `test` block is a small file of its own, judged at its own day, with
 * labels that say what must come out. */
#ifndef CONVENE_COMPILE_TESTS_H
#define CONVENE_COMPILE_TESTS_H

#include "compile.h"

/* How far the tests of a run reach: each clause that was in force in one of them. */
typedef struct ClauseCover {
    const Name *path;
    Span span; /* of the clause */
    bool stdlib;
    bool met, not_met; /* named so in a test that came out */
} ClauseCover;

typedef struct TestRun {
    uint32_t passed, failed;
    ClauseCover *clauses;
    uint32_t clause_count, clause_room;
    Map *by_path; /* Name -> number of a clause, from 1 */
} TestRun;

/* Runs every test in TREE, whose kinds COMPILATION's model knows. What does not come out as wanted
 * is reported at the line that wants it; what does not compile, at its own place. A plan that says
 * nothing but its title is held against each charter of TREE too, and must meet none of its
 * clauses. */
void run_tests(Compilation *compilation, const Tree *tree, bool stdlib, const Request *request,
               TestRun *run);

/* Reports every clause that no test has met, or that none has not met: of the standard library, or
 * else of the files asked for. */
void report_untested(Compilation *compilation, const TestRun *run, bool stdlib);

#endif
