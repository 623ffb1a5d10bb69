/* The stages, in order. */
#include "compile.h"

#include <string.h>

#include "../rules/judge.h"
#include "modules.h"
#include "../rules/lint.h"

Compilation *compilation_new(const Request *request) {
    Arena *arena = arena_new();
    Compilation *compilation = arena_make(arena, Compilation);
    compilation->arena = arena;
    compilation->names = names_new(arena);
    compilation->sources.arena = arena;
    compilation->diagnostics = (Diagnostics){.arena = arena, .sources = &compilation->sources};
    compilation->context = (ParseContext){.arena = arena,
                                          .names = compilation->names,
                                          .sources = &compilation->sources,
                                          .diagnostics = &compilation->diagnostics};
    const char *folder = request->path == NULL ? NULL : path_folder(arena, request->path);
    compilation->loader =
        loader_new(&compilation->context, folder, request->libraries, request->library_count);
    return compilation;
}

void compilation_free(Compilation *compilation) {
    if (compilation != NULL)
        arena_free(compilation->arena);
}

/* A file that only the program knows of: what is judged when no file was named. */
static const Tree *no_file(Compilation *compilation) {
    Tree *tree = arena_make(compilation->arena, Tree);
    tree->source = sources_add(compilation->context.sources, "(no file)", TEXT(""));
    tree->top = (Block){.open = NO_SPAN, .close = NO_SPAN};
    return tree;
}

static const Tree *load_and_parse(Compilation *compilation, const Request *request) {
    const char *path = request->path;
    if (path == NULL)
        return no_file(compilation);
    const Source *source = request->text.at != NULL
                               ? load_text(compilation->loader, path, request->text)
                               : load_file(compilation->loader, path);
    return source == NULL ? NULL : parse_source(&compilation->context, source);
}

static const Name *const *charters_asked_for(Compilation *compilation, const Request *request) {
    Library library = loader_library(compilation->loader);
    if (request->against_all)
        return library.list(library.from);
    if (request->with_library)
        return module_names(&compilation->context, NULL, 0, false);
    const Name **names = arena_array(compilation->arena, const Name *, request->against_count + 1);
    for (size_t i = 0; i < request->against_count; i++)
        names[i] = name_of(compilation->names, text_of(request->against[i]));
    return names;
}

/* The plan of the file, if there is one. Two plans in one file are one too many: `adopt` and
 * `explain` stand beside the plan, and nobody could tell whose they are. */
static const Record *the_plan(Compilation *compilation) {
    const Module *main = compilation->model->main;
    const Record *plan = NULL;
    for (uint32_t i = 0; i < main->top_count; i++) {
        const Record *record = main->tops[i];
        if (record->kind->role != ROLE_TOP)
            continue;
        if (plan != NULL) {
            Diagnostic *said = report(&compilation->diagnostics, DIAGNOSTIC_misplaced, record->span,
                                      "This is a second plan in one file. Put it in a file of its "
                                      "own, with what it adopts.");
            diagnostic_note(&compilation->diagnostics, said, plan->span, "the first is here");
        } else {
            plan = record;
        }
    }
    return plan;
}

/* A file of comments is not a plan; one that holds a charter, or bodies, is well without one. */
static void report_no_plan(Compilation *compilation, const Tree *tree) {
    if (tree->top.first != NULL || compilation->diagnostics.errors > 0 ||
        tree->source->text.length == 0)
        return;
    Diagnostic *said = report(&compilation->diagnostics, DIAGNOSTIC_nothing_to_check,
                              (Span){tree->source->id, 0, 0}, "There is no plan in this file.");
    diagnostic_write(&compilation->diagnostics, said, "plan my-plan \"What it is about\" { }");
}

static void judge_at(Compilation *compilation, Day day, AsAtOrigin origin) {
    compilation->judgement = judge_plan(compilation->reader, compilation->model, compilation->plan,
                                        day, origin, compilation->against);
}

static void judge(Compilation *compilation, const Request *request) {
    Day day;
    judge_sense(compilation->reader, compilation->model);
    if (request->has_day)
        judge_at(compilation, request->day, AS_AT_ASKED);
    else if (plan_as_at(compilation->model, compilation->plan, &day))
        judge_at(compilation, day, AS_AT_PLAN);
    else
        compilation->needs_today = true;
}

void compile_today(Compilation *compilation, Day today) {
    compilation->needs_today = false;
    judge_at(compilation, today, AS_AT_TODAY);
    diagnostics_settle(&compilation->diagnostics);
}

void compile_block(Compilation *compilation, const Tree *tree, const Block *block,
                   const Request *request) {
    Library library = loader_library(compilation->loader);
    compilation->tree = tree;
    compilation->against = charters_asked_for(compilation, request);
    compilation->model =
        model_build(&compilation->context, tree, block, &library, compilation->against);
    compilation->plan = the_plan(compilation);
    compilation->reader = reader_new(compilation->model, compilation->plan);
    judge_rules(compilation->reader, compilation->model);
    check_names(compilation->model, compilation->model->main);
    if (compilation->plan == NULL) {
        report_no_plan(compilation, tree);
        lint_module(compilation->reader, compilation->model, compilation->model->main);
    } else {
        judge(compilation, request);
    }
    diagnostics_settle(&compilation->diagnostics);
}

Compilation *compile(const Request *request) {
    Compilation *compilation = compilation_new(request);
    const Tree *tree = load_and_parse(compilation, request);
    if (tree != NULL)
        compile_block(compilation, tree, &tree->top, request);
    else
        diagnostics_settle(&compilation->diagnostics);
    compilation->could_not_read = loader_could_not_read(compilation->loader);
    return compilation;
}
