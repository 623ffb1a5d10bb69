/* Tests name clauses by their paths or the ends of these, and adopt the charters that they mean, or
 * hold a plan for which these are law. */
#include "mentions.h"

#include "../emit/taken_over.h"
#include "../model/build.h"
#include "../model/included.h"

#include <string.h>

#include "stdlib.h"

/* A clause, under one of the names by which tests may speak of it. */
typedef struct Known {
    struct Known *next;
    const Record *clause, *charter;
    const Name *path;
} Known;

typedef struct Gathering {
    Compilation *compilation;
    Map *known;    /* the last part of a path -> Known */
    Map *mentions; /* clause -> TestMention */
    Map *last;     /* clause -> the last of them */
} Gathering;

/* What the kind of a record is for; kinds are declared, so the model has to be asked. */
static Role role_of(const Gathering *gathering, const Item *item) {
    const Model *model = gathering->compilation->model;
    const Kind *kind = item->kind != ITEM_RECORD || item->record.kind.name == NULL
                           ? NULL
                           : model_kind(model, item->record.kind.name);
    return kind == NULL ? ROLE_NONE : kind->role;
}

/* ---- the charters of one test ---- */

/* Does LINE, of a charter that is read from its file, include CHARTER? */
static bool line_includes(const Model *model, const Item *line, const Record *charter) {
    if (line->kind != ITEM_FIELD || !text_is(name_text(line->field.label.name), "includes"))
        return false;
    for (const Phrase *each = line->field.values; each != NULL; each = each->next) {
        const Name *name = each->first == NULL ? NULL : each->first->name;
        const Record *other = name == NULL ? NULL : model_charter(model, name);
        if (other != NULL && charter_includes(model, other, charter))
            return true;
    }
    return false;
}

/* A charter that only tests adopt is not in the model: what it includes is read from its file. */
static bool file_includes(const Gathering *gathering, const Name *name, const Record *charter) {
    Library library = loader_library(gathering->compilation->loader);
    LibraryFile file = library.find(library.from, name);
    const Item *item = file.tree == NULL ? NULL : file.tree->top.first;
    for (; item != NULL; item = item->next) {
        if (role_of(gathering, item) != ROLE_CHARTER)
            continue;
        for (const Item *line = item->record.block.first; line != NULL; line = line->next)
            if (line_includes(gathering->compilation->model, line, charter))
                return true;
    }
    return false;
}

/* Does TEST adopt CHARTER, by itself or with another? */
static bool adopts(const Gathering *gathering, const RecordNode *test, const Record *charter) {
    const Model *model = gathering->compilation->model;
    for (const Item *item = test->block.first; item != NULL; item = item->next) {
        const Name *name =
            role_of(gathering, item) == ROLE_ADOPTION ? item->record.name.name : NULL;
        if (name == NULL)
            continue;
        const Record *adopted = model_charter(model, name);
        if (adopted != NULL ? charter_includes(model, adopted, charter)
                            : file_includes(gathering, name, charter))
            return true;
    }
    return false;
}

/* ---- the law of one test ---- */

static NameList words_in(const Model *model, const Record *application, const char *field) {
    NameList words = {0};
    const Value *value = record_value(model, application, field);
    for (; value != NULL; value = value_after(value))
        if (value->kind == VALUE_RECORD)
            arena_push(model->arena, words.names, words.count, words.room, value->record->name);
    return words;
}

/* The line of the law's index that is about CHARTER; NULL if there is none. */
static const Record *application_of(const Model *model, const Record *charter) {
    for (uint32_t k = 0; k < model->kind_count; k++) {
        const Kind *kind = model->kinds[k];
        for (uint32_t i = 0; kind->role == ROLE_APPLICATION && i < kind->record_count; i++)
            if (model_record(model, kind->records[i]->refers) == charter)
                return kind->records[i];
    }
    return NULL;
}

/* Does CHARTER hold for the plan of TEST without being adopted? */
static bool holds_as_law(const Gathering *gathering, const RecordNode *test,
                         const Record *charter) {
    const Model *model = gathering->compilation->model;
    const Record *application = application_of(model, charter);
    if (application == NULL)
        return false;
    Standing standing = model_standing(model, &test->block);
    NameList nations = words_in(model, application, "nation");
    NameList sorts = words_in(model, application, "bearer");
    return standing.has_plan && bearing_of_nation(&standing, &nations) == BEARING_IN &&
           bearing_of_sort(&standing, &sorts) == BEARING_IN;
}

/* ---- what a test says ---- */

static const char *verdict_of_label(const Name *label) {
    for (int each = 0; each < VERDICTS; each++) {
        const char *word = verdict_word((Verdict)each);
        size_t length = strlen(word);
        bool same = label != NULL && label->length == length;
        for (size_t i = 0; same && i < length; i++)
            same = label->text[i] == (word[i] == ' ' ? '-' : word[i]);
        if (same)
            return word;
    }
    return NULL;
}

/* What stands behind the last dot of PATH. */
static const Name *last_part(const Gathering *gathering, const Name *path) {
    const char *dot = strrchr(path->text, '.');
    return dot == NULL ? path : name_of(gathering->compilation->names, text_of(dot + 1));
}

static void know(Gathering *gathering, const Record *clause, const Record *charter,
                 const Name *path) {
    if (path == NULL)
        return;
    const Name *part = last_part(gathering, path);
    Known *known = arena_make(gathering->compilation->arena, Known);
    *known = (Known){map_get(gathering->known, part), clause, charter, path};
    map_put(gathering->known, part, known);
}

/* Tests name a clause, one of its expectations, or one that it shares. */
static void know_clause(Gathering *gathering, Record *clause) {
    const Compilation *compilation = gathering->compilation;
    const Record *charter = record_with_role(clause, ROLE_CHARTER);
    uint32_t count = 0;
    if (charter == NULL)
        return;
    know(gathering, clause, charter, clause->path);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        know(gathering, clause, charter, child->path);
    const Record **taken =
        expectations_taken_over(compilation->arena, compilation->model, clause, &count);
    for (uint32_t i = 0; i < count; i++)
        know(gathering, clause, charter, taken[i]->path);
}

static void add_mention(Gathering *gathering, const Record *clause, const RecordNode *test,
                        const char *verdict) {
    Arena *arena = gathering->compilation->arena;
    const char *title = text_string(arena, test->title.text);
    TestMention *last = map_get(gathering->last, clause);
    if (last != NULL && strcmp(last->test, title) == 0 && last->verdict == verdict)
        return;
    TestMention *mention = arena_make(arena, TestMention);
    *mention = (TestMention){NULL, title, verdict};
    if (last == NULL)
        map_put(gathering->mentions, clause, mention);
    else
        last->next = mention;
    map_put(gathering->last, clause, mention);
}

static void mention_path(Gathering *gathering, const RecordNode *test, const Name *path,
                         const char *verdict) {
    const Known *known = map_get(gathering->known, last_part(gathering, path));
    for (; known != NULL; known = known->next)
        if (name_may_be_typed(known->path, path) && (adopts(gathering, test, known->charter) ||
                                                     holds_as_law(gathering, test, known->charter)))
            add_mention(gathering, known->clause, test, verdict);
}

static void read_test(Gathering *gathering, const RecordNode *test) {
    for (const Item *item = test->block.first; item != NULL; item = item->next) {
        const char *verdict =
            item->kind == ITEM_FIELD ? verdict_of_label(item->field.label.name) : NULL;
        if (verdict == NULL)
            continue;
        for (const Phrase *phrase = item->field.values; phrase != NULL; phrase = phrase->next)
            if (phrase->first != NULL && phrase->first->name != NULL)
                mention_path(gathering, test, phrase->first->name, verdict);
    }
}

static void read_block(Gathering *gathering, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        Role role = role_of(gathering, item);
        if (role == ROLE_TEST)
            read_test(gathering, &item->record);
        else if (role == ROLE_CHARTER)
            read_block(gathering, &item->record.block);
    }
}

/* ---- where tests are ---- */

static bool holds_tests(const StdlibFile *file) {
    Text text = {(const char *)file->bytes, file->length};
    static const char MARK[] = "\ntest \"";
    for (size_t at = 0; at + sizeof MARK <= text.length; at++) {
        const char *found = memchr(text.at + at, '\n', text.length - at);
        if (found == NULL)
            return false;
        at = (size_t)(found - text.at);
        if (text_starts(text_part(text, at, text.length), MARK))
            return true;
    }
    return false;
}

static void read_stdlib(Gathering *gathering) {
    Compilation *compilation = gathering->compilation;
    for (const StdlibFile *file = STDLIB; file->path != NULL; file++) {
        if (!holds_tests(file))
            continue;
        const Source *source = sources_add(&compilation->sources, file->path,
                                           (Text){(const char *)file->bytes, file->length});
        const Tree *tree = parse_source(&compilation->context, source);
        read_block(gathering, &tree->top);
    }
}

/* The tests beside a charter of one's own: `local.tests` for `local.charter`. */
static void read_beside(Gathering *gathering, const Module *module) {
    Compilation *compilation = gathering->compilation;
    const char *dot = module->name == NULL ? NULL : strrchr(module->name->text, '.');
    if (module->stdlib || dot == NULL)
        return;
    const char *name = arena_format(compilation->arena, "%.*s.tests",
                                    (int)(dot - module->name->text), module->name->text);
    Library library = loader_library(compilation->loader);
    LibraryFile file = library.find(library.from, name_of(compilation->names, text_of(name)));
    if (file.tree != NULL)
        read_block(gathering, &file.tree->top);
}

Map *test_mentions(Compilation *compilation) {
    Gathering gathering = {.compilation = compilation,
                           .known = map_new(compilation->arena),
                           .mentions = map_new(compilation->arena),
                           .last = map_new(compilation->arena)};
    for (uint32_t i = 0; i < compilation->model->record_count; i++)
        if (compilation->model->records[i]->kind->role == ROLE_CLAUSE)
            know_clause(&gathering, compilation->model->records[i]);
    read_stdlib(&gathering);
    for (uint32_t i = 0; i < compilation->model->module_count; i++)
        read_beside(&gathering, compilation->model->modules[i]);
    return gathering.mentions;
}
