/* why and what: one verdict down to its lines, one word down to its meaning. */
#include "../compile/try_days.h"
#include "../emit/clause_find.h"
#include "../emit/what.h"
#include "../emit/why.h"
#include "face.h"

static const ClauseResult *result_of(const Judgement *judgement, const Record *clause) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (judgement->results[i]->clause == clause)
            return judgement->results[i];
    return NULL;
}

/* On which days a clause would hold that turns on a date known only as a range. */
static void write_trials(Out *out, Compilation *compilation, const Options *options) {
    Arena *arena = compilation->arena;
    ClauseList all = clauses_of_judgement(arena, compilation->judgement);
    ClauseList meant = clauses_meant(arena, compilation->model, &all, text_of(options->words[0]));
    const ClauseResult *result =
        meant.count == 1 ? result_of(compilation->judgement, meant.items[0]) : NULL;
    Request request = request_of(options, options->words[1]);
    if (result != NULL && result->counts[VERDICT_CANNOT_TELL] > 0)
        would_hold_write(out, try_days(compilation, &request, result), page_style(options, stdout));
}

ExitCode run_why(const Options *options) {
    const char *path = options->words[1];
    Compilation *compilation = compile_asked(options, path);
    ExitCode code = say_diagnostics(options, compilation);
    if (code == EXIT_NOTHING_BROKEN && compilation->judgement == NULL)
        code = complain("%s holds no plan, so nothing in it has a verdict.", path);
    if (code == EXIT_NOTHING_BROKEN) {
        Out out = {0};
        WhyOptions why = {.style = page_style(options, stdout), .file = path};
        bool found = why_write(&out, compilation->arena, compilation->model, compilation->judgement,
                               text_of(options->words[0]), &why);
        write_trials(&out, compilation, options);
        code = worse(say(&out), found ? EXIT_NOTHING_BROKEN : EXIT_CANNOT_READ_OR_WRITE);
    }
    compilation_free(compilation);
    return code;
}

/* A word means something without any plan; then every charter that is to hand is looked in. */
static Compilation *compile_for_what(const Options *options) {
    if (options->word_count > 1)
        return compile_asked(options, options->words[1]);
    Request request = {.libraries = options->libraries,
                       .library_count = options->library_count,
                       .against_all = true};
    return compile(&request);
}

ExitCode run_what(const Options *options) {
    Compilation *compilation = compile_for_what(options);
    ExitCode code = EXIT_NOTHING_BROKEN;
    if (compilation->model == NULL || options->word_count == 1)
        code = say_diagnostics(options, compilation); /* what a plan says wrong is for check */
    if (compilation->model != NULL) {
        Out out = {0};
        WhatOptions what = {.style = page_style(options, stdout)};
        bool found = what_write(&out, compilation->arena, compilation->model,
                                text_of(options->words[0]), &what);
        code =
            worse(code, worse(say(&out), found ? EXIT_NOTHING_BROKEN : EXIT_CANNOT_READ_OR_WRITE));
    }
    compilation_free(compilation);
    return code;
}
