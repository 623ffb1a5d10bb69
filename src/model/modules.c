/* From the file that was asked for to every module that it adopts or uses, and that these do. */
#include "building.h"

#include <string.h>

typedef struct Loading {
    Building *building;
    Map *by_name; /* the building's: of modules that were found */
    struct Adoption {
        Module *from, *to;
        Span span;
    } * adoptions; /* for circles */
    uint32_t adoption_count, adoption_room;
} Loading;

static Module *add_module(Loading *loading, const Name *name, const Tree *tree, const Block *block,
                          bool stdlib) {
    Building *building = loading->building;
    Model *model = building->model;
    Module *module = arena_make(model->arena, Module);
    module->name = name;
    module->source = tree->source->id;
    module->stdlib = stdlib;
    module->names = map_new(model->arena);
    arena_push(model->arena, model->modules, model->module_count, model->module_room, module);
    TreeWork work = {tree, block, module};
    arena_push(model->arena, building->trees, building->tree_count, building->tree_room, work);
    if (name != NULL)
        map_put(loading->by_name, name, module);
    build_kind_names(building, work);
    return module;
}

static Module *find_module(Loading *loading, const Name *name) {
    Module *known = map_get(loading->by_name, name);
    if (known != NULL)
        return known;
    const Library *library = loading->building->library;
    LibraryFile file = library->find(library->from, name);
    if (file.tree == NULL)
        return NULL;
    return add_module(loading, name, file.tree, &file.tree->top, file.stdlib);
}

/* The one module whose name ends in `.NAME`, or the charter of NAME: `adopt bnssg` is taken as
 * bnssg.charter. NULL if there is none or more than one. */
static const Name *module_ending(Loading *loading, const Name *name) {
    const Library *library = loading->building->library;
    const Name *found = NULL;
    for (const Name *const *each = library->list(library->from); *each != NULL; each++)
        if (name_may_be_typed(*each, name)) {
            if (found != NULL)
                return NULL;
            found = *each;
        }
    return found;
}

/* The charters that the main file declares can be adopted by their names, from it and from others.
 */
static void know_own_charters(Loading *loading, const Block *main) {
    const Model *model = loading->building->model;
    for (const Item *item = main->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD || item->record.name.name == NULL)
            continue;
        const Kind *kind = model_kind(model, item->record.kind.name);
        if (kind != NULL && kind->role == ROLE_CHARTER)
            map_put(loading->by_name, item->record.name.name, model->main);
    }
}

static void report_unknown_module(Loading *loading, const char *before, Words words) {
    Building *building = loading->building;
    Diagnostics *store = building->model->diagnostics;
    const Library *library = building->library;
    bool only_charters = library->charters != NULL && strcmp(before, "adopt ") == 0;
    const Name *const *names =
        only_charters ? library->charters(library->from) : library->list(library->from);
    uint32_t count = 0;
    while (names[count] != NULL)
        count++;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_unknown_charter, words.span,
                                    "I know no charter or module called %s.", words.name->text);
    const Name *near = nearest_name(words.name, names, count);
    if (near != NULL)
        diagnostic_write(store, diagnostic, "%s%s", before, near->text);
    Out list = {0};
    for (uint32_t i = 0; i < count; i++)
        out_format(&list, "%s%s", i == 0 ? "" : ", ", names[i]->text);
    diagnostic_help(
        store, diagnostic,
        "I know: %s. A charter of your own goes in a file named for it beside the plan: "
        "local.charter is read from local/charter.convene.",
        list.length == 0 ? "none" : list.bytes);
    out_free(&list);
}

/* BEFORE is what stands before the name in the file: "adopt ", "use " or nothing. */
static void follow(Loading *loading, TreeWork work, const char *before, Words words,
                   bool is_adoption) {
    Building *building = loading->building;
    if (words.name == NULL)
        return;
    Module *found = find_module(loading, words.name);
    if (found == NULL) {
        const Name *whole = module_ending(loading, words.name);
        found = whole == NULL ? NULL : find_module(loading, whole);
    }
    if (found == NULL) {
        report_unknown_module(loading, before, words);
        return;
    }
    if (found == work.module) /* a file may hold a charter and a plan that adopts it */
        return;
    Arena *arena = building->model->arena;
    arena_push(arena, work.module->uses, work.module->use_count, work.module->use_room, found);
    struct Adoption adoption = {work.module, found, words.span};
    if (is_adoption)
        arena_push(arena, loading->adoptions, loading->adoption_count, loading->adoption_room,
                   adoption);
}

static void report_self(Loading *loading, Span span, const Name *charter) {
    Diagnostics *store = loading->building->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_adoption_circle, span, "%s adopts itself.", charter->text);
    diagnostic_help(store, diagnostic, "Take it out: a charter always holds its own clauses.");
}

/* `includes: a.charter, b.charter` in a charter adopts for everybody who adopts it. */
static void follow_includes(Loading *loading, TreeWork work, const RecordNode *charter) {
    const Name *includes = build_name(loading->building, "includes");
    for (const Item *item = charter->block.first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || item->field.label.name != includes)
            continue;
        for (const Phrase *phrase = item->field.values; phrase != NULL; phrase = phrase->next)
            if (phrase->first != NULL && phrase->first->name == charter->name.name)
                report_self(loading, phrase->span, charter->name.name);
            else if (phrase->first != NULL && phrase->first->kind == TOKEN_WORD)
                follow(loading, work, "", (Words){phrase->first->name, phrase->span}, true);
    }
}

static void follow_all(Loading *loading, TreeWork work) {
    for (const Item *item = work.block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD)
            continue;
        const Kind *kind = model_kind(loading->building->model, item->record.kind.name);
        if (kind == NULL)
            continue;
        if (kind->role == ROLE_CHARTER)
            follow_includes(loading, work, &item->record);
        else if (kind->role == ROLE_ADOPTION || kind->role == ROLE_USE)
            follow(loading, work,
                   arena_format(loading->building->model->arena, "%s ", kind->name->text),
                   item->record.name, kind->role == ROLE_ADOPTION);
    }
}

typedef struct Walk {
    Loading *loading;
    Map *state; /* of a module: NULL not met, `open` on the way, `done` left */
    const char *open, *done;
    Span path[64];
    uint32_t depth;
} Walk;

static void report_circle(Walk *walk, const struct Adoption *last) {
    Diagnostics *store = walk->loading->building->model->diagnostics;
    const char *name = last->to->name == NULL ? "This file" : last->to->name->text;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_adoption_circle, last->span,
                                    "%s adopts itself by way of others.", name);
    for (uint32_t i = 0; i + 1 < walk->depth; i++)
        diagnostic_note(store, diagnostic, walk->path[i], "adopted from here");
    diagnostic_help(store, diagnostic, "Take one of these lines out: nothing is lost by it.");
}

static void walk_adoptions(Walk *walk, Module *module) {
    map_put(walk->state, module, (void *)walk->open);
    for (uint32_t i = 0; i < walk->loading->adoption_count; i++) {
        const struct Adoption *adoption = &walk->loading->adoptions[i];
        if (adoption->from != module || walk->depth == 64)
            continue;
        walk->path[walk->depth++] = adoption->span;
        const char *state = map_get(walk->state, adoption->to);
        if (state == walk->open)
            report_circle(walk, adoption);
        else if (state == NULL)
            walk_adoptions(walk, adoption->to);
        walk->depth--;
    }
    map_put(walk->state, module, (void *)walk->done);
}

static void find_circles(Loading *loading) {
    Model *model = loading->building->model;
    Walk walk = {
        .loading = loading, .state = map_new(model->arena), .open = "open", .done = "done"};
    for (uint32_t i = 0; i < model->module_count; i++)
        if (map_get(walk.state, model->modules[i]) == NULL)
            walk_adoptions(&walk, model->modules[i]);
}

/* Is REST the path of something declared in BLOCK: a record, or one inside it? */
static bool block_holds(const Block *block, Text rest) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD || item->record.name.name == NULL)
            continue;
        Text name = name_text(item->record.name.name);
        if (text_same(name, rest))
            return true;
        if (text_starts(rest, name.at) && rest.at[name.length] == '.' &&
            block_holds(&item->record.block, text_part(rest, name.length + 1, rest.length)))
            return true;
    }
    return false;
}

bool model_knows(const Model *model, const Name *path) {
    if (model_record(model, path) != NULL)
        return true;
    const Library *library = model->building->library;
    Text whole = name_text(path);
    for (size_t length = whole.length; length > 0; length--) {
        if (length < whole.length && whole.at[length] != '.')
            continue;
        const Name *module = name_of(model->names, text_part(whole, 0, length));
        const Tree *tree = library->find(library->from, module).tree;
        if (tree != NULL)
            return length == whole.length || block_holds(&tree->top, whole);
    }
    return false;
}

const Name *model_example_charter(const Model *model) {
    const Library *library = model->building == NULL ? NULL : model->building->library;
    const Name *const *each = library == NULL ? NULL : library->list(library->from);
    for (; each != NULL && *each != NULL; each++)
        if (text_ends(name_text(*each), ".charter"))
            return *each;
    return NULL;
}

static void mark_always(Module *module) {
    if (module != NULL)
        module->always = true;
}

static const RecordNode *vocabulary_called(const Block *block, const Name *name) {
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && item->record.name.name == name &&
            text_is(name_text(item->record.kind.name), "vocabulary"))
            return &item->record;
    return NULL;
}

/* Is the main file the module NAME itself, which somebody works on? Then it has the vocabulary of
 * that name, and what that begins with. */
static bool main_is(Loading *loading, const Block *main, const Name *name) {
    const RecordNode *own = vocabulary_called(main, name);
    const Library *library = loading->building->library;
    const Tree *tree = own == NULL ? NULL : library->find(library->from, name).tree;
    const RecordNode *known = tree == NULL ? NULL : vocabulary_called(&tree->top, name);
    const Item *first = known == NULL ? NULL : known->block.first;
    for (const Item *item = own == NULL ? NULL : own->block.first; item != NULL && first != NULL;
         item = item->next)
        if (item->kind == ITEM_RECORD && first->kind == ITEM_RECORD &&
            item->record.kind.name == first->record.kind.name &&
            item->record.name.name == first->record.name.name)
            return true;
    return false;
}

/* ---- law that holds without being adopted ---- */

static void follow_law(Loading *loading, Trees *trees, TreeWork work) {
    Standing *standing = &loading->building->model->standing;
    for (const Item *item = work.block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD || trees_role(trees, &item->record) != ROLE_APPLICATION)
            continue;
        NameList nations = trees_words(trees, &item->record, "nation");
        NameList sorts = trees_words(trees, &item->record, "bearer");
        Words name = item->record.name;
        if (name.name == NULL || bearing_of_nation(standing, &nations) != BEARING_IN ||
            bearing_of_sort(standing, &sorts) != BEARING_IN)
            continue;
        if (find_module(loading, name.name) == NULL)
            report_unknown_module(loading, "applies ", name);
    }
}

/* A clause that the plan cites by its name is looked up, to see whether it is still in force. */
static void follow_citation(Loading *loading, const Name *path) {
    Building *building = loading->building;
    Text text = name_text(path);
    while (find_module(loading, name_of(building->model->names, text)) == NULL) {
        while (text.length > 0 && text.at[text.length - 1] != '.')
            text.length--;
        if (text.length == 0)
            return;
        text.length--; /* the dot */
    }
}

/* What FROM and the trees behind it bring along, until nothing more comes. */
static uint32_t follow_from(Loading *loading, uint32_t from) {
    for (; from < loading->building->tree_count; from++) /* grows as modules are found */
        follow_all(loading, loading->building->trees[from]);
    return from;
}

static void find_law(Loading *loading, const Block *main, uint32_t followed) {
    Building *building = loading->building;
    Trees *trees = trees_new(building);
    standing_find(trees, main, &building->model->standing);
    if (!building->model->standing.has_plan)
        return;
    for (uint32_t i = 0; i < building->tree_count; i++)
        follow_law(loading, trees, building->trees[i]);
    NameList cited = trees_plan_names(trees, main, "law");
    for (uint32_t i = 0; i < cited.count; i++)
        if (strchr(cited.names[i]->text, '.') != NULL)
            follow_citation(loading, cited.names[i]);
    follow_from(loading, followed);
}

void build_modules(Building *building, const Tree *tree, const Block *main,
                   const Name *const *against) {
    Model *model = building->model;
    building->modules = map_new(model->arena);
    Loading loading = {.building = building, .by_name = building->modules};
    bool is_always = false;
    for (const char *const *each = building->library->always; *each != NULL; each++) {
        const Name *name = build_name(building, *each);
        if (main_is(&loading, main, name))
            is_always = true;
        else
            mark_always(find_module(&loading, name));
    }
    model->main = add_module(&loading, NULL, tree, main, false);
    model->main->always = is_always;
    know_own_charters(&loading, main);
    for (uint32_t i = 0; against != NULL && against[i] != NULL; i++)
        follow(&loading, building->trees[building->tree_count - 1], "--against ",
               (Words){against[i], NO_SPAN}, true);
    find_law(&loading, main, follow_from(&loading, 0));
    find_circles(&loading);
}

Module *fetch_module(Building *building, const Name *name) {
    Loading loading = {.building = building, .by_name = building->modules};
    uint32_t from = building->tree_count;
    Module *module = find_module(&loading, name);
    follow_from(&loading, from);
    return module;
}
