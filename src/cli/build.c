/* build, and the commands that write one output. */
#include <string.h>

#include "face.h"
#include "save.h"

/* Compiles the file that was asked for; NULL, with CODE set, if there is nothing to write from. */
static Compilation *compile_for_output(const Options *options, ExitCode *code) {
    const char *path = options->words[0];
    Compilation *compilation = compile_asked(options, path);
    *code = say_diagnostics(options, compilation);
    if (*code == EXIT_NOTHING_BROKEN && compilation->judgement == NULL)
        *code = complain("%s holds no plan, so there is nothing to show.", path);
    if (*code == EXIT_NOTHING_BROKEN)
        return compilation;
    compilation_free(compilation);
    return NULL;
}

/* What the drawing itself had to say comes after the compilation's own diagnostics were printed. */
static ExitCode say_emit_failure(const Options *options, Compilation *compilation,
                                 uint32_t said_before) {
    Diagnostics late = compilation->diagnostics;
    late.list += said_before;
    late.count -= said_before;
    Compilation only_late = *compilation;
    only_late.diagnostics = late;
    say_diagnostics(options, &only_late);
    return EXIT_CANNOT_READ_OR_WRITE;
}

static ExitCode make(const Options *options, Compilation *compilation, const Output *output,
                     Out *out) {
    uint32_t said_before = compilation->diagnostics.count;
    bool made = output_write(options, compilation, output, out);
    if (made && compilation->diagnostics.count == said_before)
        return EXIT_NOTHING_BROKEN;
    ExitCode code = say_emit_failure(options, compilation, said_before);
    return made ? EXIT_NOTHING_BROKEN : code;
}

static void list_endings(Out *out, const char *name) {
    const char *joint = "";
    for (size_t i = 0; i < OUTPUT_COUNT; i++)
        if (strcmp(OUTPUTS[i].name, name) == 0) {
            out_format(out, "%s.%s", joint, OUTPUTS[i].ending);
            joint = ", ";
        }
}

/* `dates` and `timeline` have views, which are outputs of their own. */
static const char *output_name(const Options *options) {
    const char *command = options->command->name;
    if (options->weeks && strcmp(command, "timeline") == 0)
        return "timeline-weeks";
    return options->clashes ? "clashes" : options->gaps ? "gaps" : command;
}

/* The row for the command and for the ending of -o. */
static const Output *output_asked(const Options *options) {
    const char *name = output_name(options), *path = options->out;
    const char *dot = path == NULL ? NULL : strrchr(path, '.');
    if (to_screen(options))
        return output_named(name, strcmp(name, "verdicts") == 0 && options->json ? "json" : NULL);
    const Output *output = dot == NULL ? NULL : output_named(name, dot + 1);
    if (output != NULL)
        return output;
    Out endings = {0};
    list_endings(&endings, name);
    complain("The ending of -o says the form, and for %s it is one of: %s.\n  Write:   -o %s.%s",
             name, endings.bytes, name, output_named(name, NULL)->ending);
    out_free(&endings);
    return NULL;
}

static ExitCode write_one(const Options *options, Compilation *compilation, const Output *output) {
    Saving one = {.output = output, .path = options->out};
    ExitCode code = make(options, compilation, output, &one.out);
    if (code == EXIT_NOTHING_BROKEN)
        return deliver(options, compilation, &one);
    out_free(&one.out);
    return code;
}

ExitCode run_output(const Options *options) {
    const Output *output = output_asked(options);
    if (output == NULL)
        return EXIT_CANNOT_READ_OR_WRITE;
    ExitCode code;
    Compilation *compilation = compile_for_output(options, &code);
    if (compilation == NULL)
        return code;
    code = worse(write_one(options, compilation, output), verdict_code(compilation));
    compilation_free(compilation);
    return code;
}

static ExitCode make_all(const Options *options, Compilation *compilation, Saving *made,
                         size_t *count) {
    ExitCode code = make_folder(compilation->arena, options->out);
    for (size_t i = 0; code == EXIT_NOTHING_BROKEN && i < OUTPUT_COUNT; i++) {
        const Output *output = &OUTPUTS[i];
        if (!output->built)
            continue;
        Saving *next = &made[(*count)++];
        next->output = output;
        next->path = arena_format(compilation->arena, "%s/%s.%s", options->out, output->name,
                                  output->ending);
        code = make(options, compilation, output, &next->out);
        if (code == EXIT_NOTHING_BROKEN)
            code = may_save(options, compilation, next->path, &next->out);
    }
    return code;
}

static ExitCode build_into_folder(const Options *options, Compilation *compilation) {
    Saving *made = arena_array(compilation->arena, Saving, OUTPUT_COUNT);
    size_t count = 0;
    ExitCode code = make_all(options, compilation, made, &count);
    if (code == EXIT_NOTHING_BROKEN)
        code = save(made, count);
    for (size_t i = 0; i < count; i++)
        out_free(&made[i].out);
    return code;
}

static void list_written(Out *out, const Options *options) {
    out_format(out, "Written to %s:", options->out);
    for (size_t i = 0; i < OUTPUT_COUNT; i++)
        if (OUTPUTS[i].built)
            out_format(out, " %s.%s", OUTPUTS[i].name, OUTPUTS[i].ending);
    out_byte(out, '\n');
}

ExitCode run_build(const Options *options) {
    if (options->out == NULL)
        return complain("Into which folder?\n  Write:   convene build %s -o FOLDER",
                        options->words[0]);
    ExitCode code;
    Compilation *compilation = compile_for_output(options, &code);
    if (compilation == NULL)
        return code;
    code = build_into_folder(options, compilation);
    if (code == EXIT_NOTHING_BROKEN) {
        Out out = {0};
        list_written(&out, options);
        code = worse(say(&out), verdict_code(compilation));
    }
    compilation_free(compilation);
    return code;
}
