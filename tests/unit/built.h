/* A model made from a file or from a few lines, for tests. */
#ifndef CONVENE_TESTS_BUILT_H
#define CONVENE_TESTS_BUILT_H

#include <check.h>

#include "compile/load.h"

typedef struct Built {
    Arena *arena;
    Sources sources;
    Diagnostics diagnostics;
    ParseContext context;
    Loader *loader;
    Model *model;
} Built;

static inline void built_begin(Built *built, const char *folder) {
    built->arena = arena_new();
    built->sources = (Sources){.arena = built->arena};
    built->diagnostics = (Diagnostics){.arena = built->arena, .sources = &built->sources};
    built->context = (ParseContext){.arena = built->arena,
                                    .names = names_new(built->arena),
                                    .sources = &built->sources,
                                    .diagnostics = &built->diagnostics};
    built->loader = loader_new(&built->context, folder, NULL, 0);
}

static inline void built_end(Built *built) { arena_free(built->arena); }

static inline Model *built_source(Built *built, const Source *source) {
    const Tree *tree = parse_source(&built->context, source);
    Library library = loader_library(built->loader);
    built->model = model_build(&built->context, tree, &tree->top, &library, NULL);
    diagnostics_settle(&built->diagnostics);
    return built->model;
}

/* The model of the file PATH, whose modules are found beside it and in the library. */
static inline Model *built_file(Built *built, const char *path) {
    Arena *names = arena_new();
    built_begin(built, path_folder(names, path));
    arena_free(names);
    const Source *source = load_file(built->loader, path);
    ck_assert_ptr_nonnull(source);
    return built_source(built, source);
}

/* The model of a few lines. */
static inline Model *built_text(Built *built, const char *text) {
    built_begin(built, NULL);
    return built_source(built, sources_add(&built->sources, "test.convene", text_of(text)));
}

#endif
