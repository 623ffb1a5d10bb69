/* why and what: one verdict down to its lines, one word down to its meaning. */
#include "../emit/what.h"
#include "../emit/why.h"
#include "face.h"

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
        code = worse(say(&out), found ? EXIT_NOTHING_BROKEN : EXIT_CANNOT_READ_OR_WRITE);
    }
    compilation_free(compilation);
    return code;
}
