/* test: the tests of the files named, or of the whole standard library. */
#include "../compile/modules.h"
#include "../compile/tests.h"
#include "../rules/lint.h"
#include "face.h"

static Request request_for(const Options *options, const char *path) {
    return (Request){.path = path,
                     .libraries = options->libraries,
                     .library_count = options->library_count,
                     .has_day = true}; /* each test gives its own */
}

static ExitCode finish(const Options *options, Compilation *compilation, TestRun *run,
                       bool stdlib) {
    if (options->coverage)
        report_untested(compilation, run, stdlib);
    diagnostics_settle(&compilation->diagnostics);
    ExitCode code = say_diagnostics(options, compilation);
    return code == EXIT_DOES_NOT_COMPILE ? EXIT_BROKEN : code;
}

static ExitCode test_file(const Options *options, const char *path, TestRun *run) {
    Request request = request_for(options, path);
    Compilation *compilation = compile(&request);
    TestRun own = {0};
    ExitCode code;
    if (compilation->diagnostics.errors > 0) {
        code = say_diagnostics(options, compilation);
        own.failed++;
    } else {
        run_tests(compilation, compilation->tree, false, &request, &own);
        code = finish(options, compilation, &own, false);
    }
    run->passed += own.passed;
    run->failed += own.failed;
    compilation_free(compilation);
    return code;
}

/* Every module of the library gets the second look that a file does which somebody checks. */
static void look_again(Compilation *compilation) {
    Model *model = compilation->model;
    for (uint32_t i = 0; i < model->module_count; i++)
        if (model->modules[i]->stdlib) {
            check_names(model, model->modules[i]);
            lint_module(compilation->reader, model, model->modules[i]);
        }
}

/* All modules of the standard library are adopted at once, so that every kind is known. */
static ExitCode test_library(const Options *options, TestRun *run) {
    Request request = request_for(options, NULL);
    request.against_all = true;
    Compilation *compilation = compile(&request);
    look_again(compilation);
    Library library = loader_library(compilation->loader);
    const Name *const *names = modules_of_stdlib(&compilation->context);
    bool sound = compilation->diagnostics.errors == 0;
    for (uint32_t i = 0; sound && names[i] != NULL; i++)
        run_tests(compilation, library.find(library.from, names[i]).tree, true, &request, run);
    ExitCode code = finish(options, compilation, run, true);
    compilation_free(compilation);
    return code;
}

ExitCode run_test(const Options *options) {
    TestRun run = {0};
    ExitCode code = EXIT_NOTHING_BROKEN;
    if (options->word_count == 0)
        code = test_library(options, &run);
    for (size_t i = 0; i < options->word_count; i++)
        code = worse(code, test_file(options, options->words[i], &run));
    Out out = {0};
    out_format(&out, "%u passed, %u failed\n", run.passed, run.failed);
    code = worse(code, say(&out));
    return run.failed > 0 ? worse(code, EXIT_BROKEN) : code;
}
