/* check: the screen, or all of it as JSON. */
#include <jansson.h>
#include <stdlib.h>

#include "../emit/outputs.h"
#include "../source/print.h"
#include "face.h"
#include "save.h"

static void say_well_formed(Out *out, const char *path) {
    out_format(out,
               "%s: nothing is wrong with it. It holds no plan, so there is nothing to judge.\n",
               path);
}

static ExitCode check_as_text(const Options *options, const char *path,
                              const Compilation *compilation, bool first) {
    ExitCode code = say_diagnostics(options, compilation);
    if (code != EXIT_NOTHING_BROKEN)
        return code;
    Out out = {0};
    if (!first)
        out_byte(&out, '\n');
    ScreenOptions screen = {
        .view = options->view, .style = page_style(options, stdout), .file = path};
    if (compilation->judgement == NULL)
        say_well_formed(&out, path);
    else
        screen_write(&out, compilation->arena, compilation->model, compilation->judgement, &screen);
    return worse(say(&out), verdict_code(compilation));
}

/* The verdicts as the output of that name has them. */
static json_t *verdicts_json(const Options *options, Compilation *compilation) {
    const Output *output = output_named("verdicts", "json");
    Out out = {0};
    json_t *verdicts = NULL;
    if (compilation->judgement != NULL && output_write(options, compilation, output, &out))
        verdicts = json_loadb(out.bytes, out.length, 0, NULL);
    out_free(&out);
    return verdicts;
}

static ExitCode check_as_json(const Options *options, const char *path, Compilation *compilation,
                              json_t *files) {
    ExitCode code = compilation->could_not_read           ? EXIT_CANNOT_READ_OR_WRITE
                    : compilation->diagnostics.errors > 0 ? EXIT_DOES_NOT_COMPILE
                                                          : verdict_code(compilation);
    json_t *verdicts = code <= EXIT_BROKEN ? verdicts_json(options, compilation) : NULL;
    json_t *file = json_pack("{s:o, s:o, s:i}", "file", json_any_string(path), "diagnostics",
                             diagnostics_json(&compilation->diagnostics), "exit", (int)code);
    if (verdicts != NULL)
        json_object_set_new(file, "verdicts", verdicts);
    json_array_append_new(files, file);
    return code;
}

static ExitCode say_json(json_t *files) {
    json_t *whole = json_pack("{s:o}", "files", files);
    char *text = json_dumps(whole, JSON_INDENT(2) | JSON_SORT_KEYS);
    Out out = {0};
    out_string(&out, text);
    out_byte(&out, '\n');
    free(text);
    json_decref(whole);
    return say(&out);
}

ExitCode run_check(const Options *options) {
    ExitCode code = EXIT_NOTHING_BROKEN;
    json_t *files = json_array();
    for (size_t i = 0; i < options->word_count; i++) {
        Compilation *compilation = compile_asked(options, options->words[i]);
        if (options->json)
            code = worse(code, check_as_json(options, options->words[i], compilation, files));
        else
            code = worse(code, check_as_text(options, options->words[i], compilation, i == 0));
        compilation_free(compilation);
    }
    if (options->json)
        return worse(code, say_json(files));
    json_decref(files);
    return code;
}
