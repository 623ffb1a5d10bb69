/* doc: the reference of the library, or of what is named, as a page or as Markdown. */
#include <string.h>

#include "../compile/mentions.h"
#include "face.h"
#include "save.h"

static const Output AS_HTML = {.name = "doc", .ending = "html"};
static const Output AS_MARKDOWN = {.name = "doc", .ending = "md"};

static const Output *form_asked(const Options *options) {
    if (to_screen(options) || text_ends(text_of(options->out), ".md"))
        return &AS_MARKDOWN;
    if (text_ends(text_of(options->out), ".html"))
        return &AS_HTML;
    complain("The ending of -o says the form: .html or .md.\n  Write:   -o library.html");
    return NULL;
}

static void add_module(Compilation *compilation, Reference *reference, uint32_t *room,
                       const Module *module) {
    if (module->name == NULL)
        return;
    for (uint32_t i = 0; i < reference->module_count; i++)
        if (reference->modules[i] == module)
            return;
    arena_push(compilation->arena, reference->modules, reference->module_count, *room, module);
}

/* What a module uses from its own folder belongs to it. */
static bool stands_beside(const Module *module, const Module *other) {
    if (module->name == NULL || other->name == NULL)
        return false;
    const char *dot = strchr(module->name->text, '.');
    size_t length = dot == NULL ? 0 : (size_t)(dot - module->name->text) + 1;
    return length > 0 && strncmp(module->name->text, other->name->text, length) == 0;
}

static const Module *module_named(const Model *model, const char *name) {
    for (uint32_t i = 0; i < model->module_count; i++)
        if (model->modules[i]->name != NULL && strcmp(model->modules[i]->name->text, name) == 0)
            return model->modules[i];
    for (uint32_t i = 0; i < model->module_count; i++)
        if (model->modules[i]->name != NULL &&
            name_may_be_typed(model->modules[i]->name, name_of(model->names, text_of(name))))
            return model->modules[i];
    return NULL;
}

/* Those that were named, with what stands beside them; or all there are, the vocabulary last. */
static void choose_modules(const Options *options, Compilation *compilation, Reference *reference) {
    const Model *model = compilation->model;
    uint32_t room = 0;
    for (size_t i = 0; i < options->word_count; i++) {
        const Module *module = module_named(model, options->words[i]);
        if (module == NULL)
            continue;
        add_module(compilation, reference, &room, module);
        for (uint32_t u = 0; u < module->use_count; u++)
            if (stands_beside(module, module->uses[u]))
                add_module(compilation, reference, &room, module->uses[u]);
    }
    if (options->word_count > 0)
        return;
    for (int vocabulary = 0; vocabulary < 2; vocabulary++)
        for (uint32_t i = 0; i < model->module_count; i++)
            if (model->modules[i]->always == (vocabulary == 1))
                add_module(compilation, reference, &room, model->modules[i]);
}

static Compilation *compile_modules(Arena *arena, const Options *options) {
    if (options->word_count > 0)
        return compile_named(arena, options, "use");
    Request request = request_of(options, NULL);
    request.against_all = true;
    return compile(&request);
}

static ExitCode write_reference(const Options *options, Compilation *compilation,
                                const Output *form) {
    Saving one = {.output = form, .path = options->out};
    Reference reference = {
        .doc = {.arena = compilation->arena, .out = &one.out, .html = form == &AS_HTML},
        .model = compilation->model,
        .is_whole = options->word_count == 0,
        .tests = test_mentions(compilation),
        .ids = map_new(compilation->arena)};
    choose_modules(options, compilation, &reference);
    reference_write(&reference);
    return deliver(options, compilation, &one);
}

ExitCode run_doc(const Options *options) {
    const Output *form = form_asked(options);
    if (form == NULL)
        return EXIT_CANNOT_READ_OR_WRITE;
    Arena *arena = arena_new();
    Compilation *compilation = compile_modules(arena, options);
    ExitCode code = say_diagnostics(options, compilation);
    if (code == EXIT_NOTHING_BROKEN)
        code = write_reference(options, compilation, form);
    compilation_free(compilation);
    arena_free(arena);
    return code;
}
