/* new: a first plan, from what charters ask of an empty one. */
#include "new.h"

#include <string.h>

#include "save.h"

static const Output FIRST_PLAN = {.name = "new", .ending = "convene"};

/* A plan that adopts the charters and says nothing. */
static Text empty_plan(Arena *arena, const Options *options) {
    Out out = {0};
    for (size_t i = 0; i < options->word_count; i++)
        out_format(&out, "adopt %s\n", options->words[i]);
    out_string(&out, "plan first-plan \"First plan\" { }\n");
    Text text = text_of(text_string(arena, out_written(&out)));
    out_free(&out);
    return text;
}

/* The names of what was adopted, in full, each once. */
static const char **adopted(const Compilation *compilation, size_t *count) {
    const Model *model = compilation->model;
    const char **names = NULL;
    uint32_t known = 0, room = 0;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (record->module != model->main || record->kind->role != ROLE_ADOPTION)
            continue;
        const char *name =
            record->referred == NULL ? record->refers->text : record->referred->path->text;
        bool twice = false;
        for (uint32_t k = 0; k < known; k++)
            twice = twice || strcmp(names[k], name) == 0;
        if (!twice)
            arena_push(compilation->arena, names, known, room, name);
    }
    *count = known;
    return names;
}

ExitCode save_first_plan(const Options *options, const FirstPlan *plan) {
    Saving one = {.output = &FIRST_PLAN, .path = options->out};
    first_plan_write(&one.out, plan);
    if (to_screen(options))
        return say(&one.out);
    ExitCode code = save(&one, 1);
    out_free(&one.out);
    return code;
}

static ExitCode write_plan(const Options *options, const Compilation *compilation) {
    size_t count = 0;
    const char **names = adopted(compilation, &count);
    FirstPlan *plan =
        first_plan_new(compilation->arena, compilation->model,
                       asked_of_plan(compilation->reader, compilation->judgement), names, count);
    return options->interview ? interview(options, plan) : save_first_plan(options, plan);
}

/* A file that is there is somebody's plan, and lost only if that was asked for. */
static ExitCode may_begin(const Options *options) {
    if (to_screen(options))
        return EXIT_NOTHING_BROKEN;
    Out nothing = {0};
    Request request = request_of(options, NULL);
    Compilation *none = compilation_new(&request);
    ExitCode code = may_save(options, none, options->out, &nothing);
    compilation_free(none);
    return code;
}

ExitCode run_new(const Options *options) {
    if (options->interview && to_screen(options))
        return complain("The interview writes a file as it goes.\n"
                        "  Write:   convene new %s --interview -o plan.convene",
                        options->words[0]);
    ExitCode code = may_begin(options);
    if (code != EXIT_NOTHING_BROKEN)
        return code;
    Arena *arena = arena_new();
    const char *path = to_screen(options) ? "first-plan.convene" : options->out;
    Compilation *compilation = compile_changed(options, path, empty_plan(arena, options));
    code = say_diagnostics(options, compilation);
    if (code == EXIT_NOTHING_BROKEN)
        code = write_plan(options, compilation);
    compilation_free(compilation);
    arena_free(arena);
    return code;
}
