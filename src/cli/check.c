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

static void put_key(Out *out, const char *before, const char *key, json_t *value) {
    char *text = json_dumps(value, JSON_SORT_KEYS | JSON_ENCODE_ANY);
    out_format(out, "%s\"%s\": %s", before, key, text == NULL ? "null" : text);
    free(text);
    json_decref(value);
}

/* The verdicts stand as the output of that name has them: large ones are never held as a tree. */
static ExitCode check_as_json(const Options *options, const char *path, Compilation *compilation,
                              Out *out) {
    ExitCode code = compilation->could_not_read           ? EXIT_CANNOT_READ_OR_WRITE
                    : compilation->diagnostics.errors > 0 ? EXIT_DOES_NOT_COMPILE
                                                          : verdict_code(compilation);
    put_key(out, "  {\n   ", "diagnostics", diagnostics_json(&compilation->diagnostics));
    put_key(out, ",\n   ", "exit", json_integer((int)code));
    put_key(out, ",\n   ", "file", json_any_string(path));
    if (code <= EXIT_BROKEN && compilation->judgement != NULL) {
        out_string(out, ",\n   \"verdicts\": ");
        if (!output_write(options, compilation, output_named("verdicts", "json"), out))
            out->failed = true;
    } else
        out_byte(out, '\n');
    out_string(out, "  }");
    return code;
}

ExitCode run_check(const Options *options) {
    ExitCode code = EXIT_NOTHING_BROKEN;
    Out out = {0};
    for (size_t i = 0; i < options->word_count; i++) {
        Compilation *compilation = compile_asked(options, options->words[i]);
        if (options->json) {
            out_string(&out, i == 0 ? "{\n \"files\": [\n" : ",\n");
            code = worse(code, check_as_json(options, options->words[i], compilation, &out));
        } else
            code = worse(code, check_as_text(options, options->words[i], compilation, i == 0));
        compilation_free(compilation);
    }
    if (options->json) {
        out_string(&out, options->word_count == 0 ? "{\n \"files\": []\n}\n" : "\n ]\n}\n");
        code = worse(code, say(&out));
    }
    return code;
}
