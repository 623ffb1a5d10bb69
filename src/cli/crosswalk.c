/* crosswalk: two charters side by side. */
#include "../emit/crosswalk.h"

#include <string.h>

#include "face.h"
#include "save.h"

static const Output FORMS[] = {{.name = "crosswalk", .ending = "txt"},
                               {.name = "crosswalk", .ending = "html"},
                               {.name = "crosswalk", .ending = "md"},
                               {.name = "crosswalk", .ending = "csv"}};

static const Output *form_asked(const Options *options) {
    const char *dot = to_screen(options) ? ".txt" : strrchr(options->out, '.');
    for (size_t i = 0; dot != NULL && i < sizeof FORMS / sizeof *FORMS; i++)
        if (strcmp(FORMS[i].ending, dot + 1) == 0)
            return &FORMS[i];
    complain("The ending of -o says the form, and for crosswalk it is one of: .txt, .html, .md, "
             ".csv.\n  Write:   -o crosswalk.html");
    return NULL;
}

static void write_form(const Options *options, const Crosswalk *crosswalk, const Output *form,
                       Out *out) {
    if (strcmp(form->ending, "csv") == 0)
        crosswalk_csv(crosswalk, out);
    else if (strcmp(form->ending, "txt") == 0)
        crosswalk_text(crosswalk, page_style(options, stdout), out);
    else
        crosswalk_document(crosswalk, strcmp(form->ending, "html") == 0, out);
}

/* The charter that was asked for; NULL, which is said, if the module holds none. */
static const Record *charter_asked(const Compilation *compilation, const char *name) {
    const Record *charter =
        model_charter(compilation->model, name_of(compilation->names, text_of(name)));
    if (charter == NULL)
        complain("%s holds no charter, so there is nothing to set side by side.", name);
    return charter;
}

static ExitCode write_crosswalk(const Options *options, Compilation *compilation,
                                const Output *form) {
    const Record *left = charter_asked(compilation, options->words[0]);
    const Record *right = left == NULL ? NULL : charter_asked(compilation, options->words[1]);
    if (right == NULL)
        return EXIT_CANNOT_READ_OR_WRITE;
    Saving one = {.output = form, .path = options->out};
    write_form(options, crosswalk_make(compilation->arena, compilation->model, left, right), form,
               &one.out);
    return deliver(options, compilation, &one);
}

ExitCode run_crosswalk(const Options *options) {
    const Output *form = form_asked(options);
    if (form == NULL)
        return EXIT_CANNOT_READ_OR_WRITE;
    Arena *arena = arena_new();
    Compilation *compilation = compile_named(arena, options, "adopt");
    ExitCode code = say_diagnostics(options, compilation);
    if (code == EXIT_NOTHING_BROKEN)
        code = write_crosswalk(options, compilation, form);
    compilation_free(compilation);
    arena_free(arena);
    return code;
}
