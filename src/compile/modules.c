/* Names of modules: the folders that may hold them are listed only when somebody asks which modules
 * there are, which is when a name is wrong. */
#include "modules.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "read_file.h"
#include "stdlib.h"

enum { DEEPEST = 4, MOST = 1000, MOST_ENTRIES = 20000 };

static const char ENDING[] = ".convene";

static bool is_name_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
           (unsigned char)byte >= 0x80;
}

/* Words joined by single dots: nothing that a file system could take for a way out. */
static bool is_module_name(Text name) {
    bool after_dot = true;
    for (size_t i = 0; i < name.length; i++) {
        if (name.at[i] == '.' ? after_dot : !is_name_byte(name.at[i]))
            return false;
        after_dot = name.at[i] == '.';
    }
    return !after_dot;
}

const char *module_path(Arena *arena, const char *folder, const Name *module) {
    if (!is_module_name(name_text(module)))
        return NULL;
    size_t length = strlen(folder);
    char *path = strcmp(folder, ".") == 0
                     ? arena_format(arena, "%s%s", module->text, ENDING)
                     : arena_format(arena, "%s/%s%s", folder, module->text, ENDING);
    size_t from = strcmp(folder, ".") == 0 ? 0 : length + 1;
    for (size_t i = from; i < from + module->length; i++)
        if (path[i] == '.')
            path[i] = '/';
    return path;
}

typedef struct Listing {
    const ParseContext *context;
    const Name **names;
    uint32_t count, room;
    bool only_charters; /* those whose file declares the charter that the module is named for */
    uint32_t entries;   /* looked at so far: a plan may lie in a folder with everything else */
} Listing;

/* Does a line of TEXT begin with WORD? */
static bool has_line(Text text, const char *word) {
    while (text.length > 0) {
        if (text_starts(text, word))
            return true;
        const char *end = memchr(text.at, '\n', text.length);
        text = end == NULL ? TEXT("") : text_part(text, (size_t)(end - text.at) + 1, text.length);
    }
    return false;
}

/* Plans and tests are files too, and nothing that another could adopt. */
static bool can_be_adopted(Text text) {
    return has_line(text, "charter ") || !(has_line(text, "plan ") || has_line(text, "test "));
}

/* Does TEXT declare the charter NAME? */
static bool declares_charter(Arena *arena, Text text, const char *name) {
    return has_line(text, arena_format(arena, "charter %s ", name));
}

/* Adds the module in the file PATH, counted from the folder it was found in, which holds TEXT. */
static void add_file(Listing *listing, Text path, Text text) {
    size_t ending = sizeof ENDING - 1;
    if (!text_ends(path, ENDING) || path.length == ending || listing->count >= MOST)
        return;
    char *name = text_string(listing->context->arena, text_part(path, 0, path.length - ending));
    for (char *at = name; *at != '\0'; at++)
        if (*at == '.')
            return;
        else if (*at == '/')
            *at = '.';
    if (listing->only_charters && !declares_charter(listing->context->arena, text, name))
        return;
    if (is_module_name(text_of(name)))
        arena_push(listing->context->arena, listing->names, listing->count, listing->room,
                   name_of(listing->context->names, text_of(name)));
}

/* Adds what is in the folder BASE/BELOW. */
static void add_folder(Listing *listing, const char *base, const char *below, int depth) {
    Arena *arena = listing->context->arena;
    DIR *folder = opendir(below[0] == '\0' ? base : arena_format(arena, "%s/%s", base, below));
    if (folder == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.' || listing->entries++ > MOST_ENTRIES)
            continue;
        const char *path = below[0] == '\0' ? arena_format(arena, "%s", entry->d_name)
                                            : arena_format(arena, "%s/%s", below, entry->d_name);
        if (text_ends(text_of(path), ENDING)) {
            FileRead read = read_file(arena, arena_format(arena, "%s/%s", base, path));
            if (read.text.at != NULL && can_be_adopted(read.text))
                add_file(listing, text_of(path), read.text);
        } else if (depth < DEEPEST && listing->count < MOST)
            add_folder(listing, base, path, depth + 1);
    }
    closedir(folder);
}

static int by_text(const void *left, const void *right) {
    return strcmp((*(const Name *const *)left)->text, (*(const Name *const *)right)->text);
}

/* "core" for "stdlib/core.convene"; NULL for a file in a folder of stdlib/. */
static const char *name_at_top(Arena *arena, const char *path) {
    const char *name = path + sizeof "stdlib/" - 1;
    if (strchr(name, '/') != NULL)
        return NULL;
    return arena_copy(arena, name, strlen(name) - (sizeof ENDING - 1));
}

const char *const *modules_always(Arena *arena) {
    const char **names = NULL;
    uint32_t count = 0, room = 0;
    for (const StdlibFile *file = STDLIB; file->path != NULL; file++) {
        const char *name = name_at_top(arena, file->path);
        if (name != NULL)
            arena_push(arena, names, count, room, name);
    }
    arena_push(arena, names, count, room, NULL);
    return names;
}

const Name *const *modules_of_stdlib(const ParseContext *context) {
    Listing listing = {.context = context};
    for (const StdlibFile *file = STDLIB; file->path != NULL; file++)
        add_file(&listing, text_of(file->path + sizeof "stdlib/" - 1), TEXT(""));
    arena_push(context->arena, listing.names, listing.count, listing.room, NULL);
    return listing.names;
}

/* Charters that tests bring along to be tested with are nobody's to adopt. */
static bool is_of_tests(const char *path) { return strstr(path, "/tests/") != NULL; }

const Name *const *module_names(const ParseContext *context, const char *const *folders,
                                uint32_t count, bool only_charters) {
    Listing listing = {.context = context, .only_charters = only_charters};
    for (const StdlibFile *file = STDLIB; file->path != NULL; file++) {
        Text text = {(const char *)file->bytes, file->length};
        if (name_at_top(context->arena, file->path) == NULL && !is_of_tests(file->path) &&
            can_be_adopted(text))
            add_file(&listing, text_of(file->path + sizeof "stdlib/" - 1), text);
    }
    for (uint32_t i = 0; i < count; i++)
        add_folder(&listing, folders[i], "", 0);
    if (listing.count > 0)
        qsort(listing.names, listing.count, sizeof *listing.names, by_text);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < listing.count; i++)
        if (kept == 0 || listing.names[kept - 1] != listing.names[i])
            listing.names[kept++] = listing.names[i];
    arena_push(context->arena, listing.names, kept, listing.room, NULL);
    return listing.names;
}
