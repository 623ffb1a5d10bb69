/* what-if: one change, in memory only. */
#include "../compile/what_if.h"
#include "../emit/what_if.h"
#include "face.h"

static Emission emission_of(const Options *options, Compilation *compilation) {
    return (Emission){.arena = compilation->arena,
                      .model = compilation->model,
                      .reader = compilation->reader,
                      .judgement = compilation->judgement,
                      .diagnostics = &compilation->diagnostics,
                      .plain = options->plain,
                      .width = options->width};
}

/* The changed plan, told beside the plan as it is. */
static ExitCode tell(const Options *options, Compilation *before, const Change *change) {
    Compilation *after = compile_changed(options, options->words[1], change->text);
    ExitCode code = say_diagnostics(options, after);
    if (code == EXIT_NOTHING_BROKEN) {
        Emission was = emission_of(options, before), now = emission_of(options, after);
        WhatIfOptions what = {.style = page_style(options, stdout),
                              .asked = options->words[0],
                              .file = options->words[1],
                              .line = change->line,
                              .was = change->was,
                              .now = change->now,
                              .remark = change->remark};
        Out out = {0};
        what_if_write(&out, &was, &now, &what);
        code = worse(say(&out), verdict_code(after));
    } else {
        complain("With that change the plan would not hold together, as said above. The file stays "
                 "as it is.");
    }
    compilation_free(after);
    return code;
}

ExitCode run_what_if(const Options *options) {
    Compilation *before = compile_asked(options, options->words[1]);
    ExitCode code = say_diagnostics(options, before);
    if (code == EXIT_NOTHING_BROKEN && before->judgement == NULL)
        code = complain("%s holds no plan, so nothing in it can move.", options->words[1]);
    if (code == EXIT_NOTHING_BROKEN) {
        Change change = change_read(before, text_of(options->words[0]));
        code = change.problem != NULL ? complain("%s", change.problem)
                                      : tell(options, before, &change);
    }
    compilation_free(before);
    return code;
}
