/* Where modules are found: dots are folders, and no name ever leads out of the folder it is looked
 * for in. */
#include "load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "modules.h"
#include "read_file.h"
#include "stdlib.h"

typedef struct Loaded {
    const Name *name;
    LibraryFile file;
} Loaded;

struct Loader {
    const ParseContext *context;
    const char **folders; /* that modules are looked for in, in this order */
    uint32_t folder_count, folder_room;
    const char *main; /* the file that was asked for, with every link followed; or NULL */
    Loaded *loaded;
    uint32_t loaded_count, loaded_room;
    const char *const *always;   /* modules in force everywhere */
    const Name *const *known;    /* all names of modules, once somebody has asked */
    const Name *const *charters; /* those of charters, likewise */
    bool could_not_read;
};

const char *path_folder(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

Loader *loader_new(const ParseContext *context, const char *folder, const char *const *libraries,
                   size_t count) {
    Loader *loader = arena_make(context->arena, Loader);
    loader->context = context;
    loader->always = modules_always(context->arena);
    if (folder != NULL)
        arena_push(context->arena, loader->folders, loader->folder_count, loader->folder_room,
                   folder);
    for (size_t i = 0; i < count; i++)
        arena_push(context->arena, loader->folders, loader->folder_count, loader->folder_room,
                   libraries[i]);
    return loader;
}

bool loader_could_not_read(const Loader *loader) { return loader->could_not_read; }

/* PATH with every link followed; NULL if it is not there. */
static const char *real_path(Arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    if (real == NULL)
        return NULL;
    const char *copy = arena_copy(arena, real, strlen(real));
    free(real);
    return copy;
}

const Source *load_text(Loader *loader, const char *path, Text text) {
    const ParseContext *context = loader->context;
    if (loader->main == NULL)
        loader->main = real_path(context->arena, path);
    const Source *source =
        sources_add(context->sources, arena_copy(context->arena, path, strlen(path)), text);
    return check_text(context->diagnostics, context->sources, source) ? source : NULL;
}

const Source *load_file(Loader *loader, const char *path) {
    const ParseContext *context = loader->context;
    FileRead read = read_file(context->arena, path);
    if (read.text.at == NULL) {
        report_unread(context->diagnostics, context->sources, path, &read);
        loader->could_not_read = true;
        return NULL;
    }
    return load_text(loader, path, read.text);
}

/* A file that was found and cannot be read is as good as empty: what is wrong was said. */
static const Tree *empty_tree(Loader *loader, const char *path) {
    Tree *tree = arena_make(loader->context->arena, Tree);
    tree->source = sources_add(loader->context->sources, path, TEXT(""));
    tree->top = (Block){.open = NO_SPAN, .close = NO_SPAN};
    return tree;
}

/* Is the file PATH, links followed, in FOLDER? */
static bool is_inside(Arena *arena, const char *path, const char *folder) {
    const char *real = real_path(arena, path), *root = real_path(arena, folder);
    if (real == NULL || root == NULL)
        return false;
    size_t length = strlen(root);
    return strncmp(real, root, length) == 0 && (real[length] == '/' || length == 1);
}

static const Tree *read_module(Loader *loader, const char *path, const char *folder) {
    const ParseContext *context = loader->context;
    if (!is_inside(context->arena, path, folder)) {
        Span place = {sources_add(context->sources, path, TEXT(""))->id, 0, 0};
        report(context->diagnostics, DIAGNOSTIC_cannot_read, place,
               "%s is a link to a file outside the folder %s, and I read nothing from there. Copy "
               "the file into the folder.",
               path, folder);
        return empty_tree(loader, path);
    }
    const Source *source = load_file(loader, path);
    return source == NULL ? empty_tree(loader, path) : parse_source(context, source);
}

/* The module in FOLDER; a NULL tree if it has none. The file that was asked for is no module of
 * itself: it is read already. */
static LibraryFile find_in_folder(Loader *loader, const char *folder, const Name *module) {
    Arena *arena = loader->context->arena;
    const char *path = module_path(arena, folder, module);
    if (path == NULL || access(path, F_OK) != 0)
        return (LibraryFile){.tree = NULL};
    const char *real = real_path(arena, path);
    if (real != NULL && loader->main != NULL && strcmp(real, loader->main) == 0)
        return (LibraryFile){.tree = NULL};
    return (LibraryFile){.tree = read_module(loader, path, folder)};
}

static LibraryFile find_in_stdlib(Loader *loader, const Name *module) {
    const char *path = module_path(loader->context->arena, "stdlib", module);
    for (const StdlibFile *file = STDLIB; path != NULL && file->path != NULL; file++) {
        if (strcmp(file->path, path) != 0)
            continue;
        const Source *source = sources_add(loader->context->sources, file->path,
                                           (Text){(const char *)file->bytes, file->length});
        return (LibraryFile){.tree = parse_source(loader->context, source), .stdlib = true};
    }
    return (LibraryFile){.tree = NULL};
}

/* The vocabulary is always the program's own: no file of a project takes its place unasked. */
static bool is_always_in_force(const Loader *loader, const Name *module) {
    for (const char *const *name = loader->always; *name != NULL; name++)
        if (strcmp(module->text, *name) == 0)
            return true;
    return false;
}

static void keep(Loader *loader, const Name *module, LibraryFile file) {
    for (uint32_t i = 0; i < loader->loaded_count; i++)
        if (loader->loaded[i].name == module) {
            loader->loaded[i].file = file;
            return;
        }
    Loaded loaded = {module, file};
    arena_push(loader->context->arena, loader->loaded, loader->loaded_count, loader->loaded_room,
               loaded);
}

static LibraryFile find_module(void *from, const Name *module) {
    Loader *loader = from;
    for (uint32_t i = 0; i < loader->loaded_count; i++)
        if (loader->loaded[i].name == module)
            return loader->loaded[i].file;
    LibraryFile file = {.tree = NULL};
    if (!is_always_in_force(loader, module))
        for (uint32_t i = 0; file.tree == NULL && i < loader->folder_count; i++)
            file = find_in_folder(loader, loader->folders[i], module);
    if (file.tree == NULL)
        file = find_in_stdlib(loader, module);
    keep(loader, module, file);
    return file;
}

void loader_know(Loader *loader, const Name *name, const Tree *tree, bool stdlib) {
    keep(loader, name, (LibraryFile){.tree = tree, .stdlib = stdlib});
}

static const Name *const *list_modules(void *from) {
    Loader *loader = from;
    if (loader->known == NULL)
        loader->known = module_names(loader->context, loader->folders, loader->folder_count, false);
    return loader->known;
}

static const Name *const *list_charters(void *from) {
    Loader *loader = from;
    if (loader->charters == NULL)
        loader->charters =
            module_names(loader->context, loader->folders, loader->folder_count, true);
    return loader->charters;
}

Library loader_library(Loader *loader) {
    return (Library){.from = loader,
                     .find = find_module,
                     .list = list_modules,
                     .charters = list_charters,
                     .always = loader->always};
}
