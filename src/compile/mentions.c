/* Tests name clauses by their paths or the ends of these, and adopt the charters that they mean. */
#include "mentions.h"

#include <string.h>

#include "stdlib.h"

typedef struct Gathering {
    Compilation *compilation;
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

/* A charter and those that come with it, in a few steps: no test adopts by longer ways. */
static bool brings(const Model *model, const Record *charter, const Record *wanted, int steps) {
    if (charter == wanted)
        return true;
    const Slot *slot = record_slot_text(model, charter, "includes");
    for (const Value *value = slot_first(slot); steps > 0 && value != NULL;
         value = value_after(value))
        if (value->kind == VALUE_RECORD && brings(model, value->record, wanted, steps - 1))
            return true;
    return false;
}

/* Does TEST adopt CHARTER, by itself or with another? */
static bool adopts(const Gathering *gathering, const RecordNode *test, const Record *charter) {
    enum { STEPS = 4 };
    Model *model = gathering->compilation->model;
    for (const Item *item = test->block.first; item != NULL; item = item->next) {
        const Name *name =
            role_of(gathering, item) == ROLE_ADOPTION ? item->record.name.name : NULL;
        const Record *adopted = name == NULL ? NULL : model_charter(model, name);
        if (adopted == NULL && name != NULL)
            adopted = model_fetch(model, name); /* one that includes it, perhaps */
        if (adopted != NULL && brings(model, adopted, charter, STEPS))
            return true;
    }
    return false;
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

/* Is PATH the clause's own, or that of one of its expectations, in full or by its end? */
static bool is_named(const Record *clause, const Name *path) {
    if (clause->path != NULL && name_may_be_typed(clause->path, path))
        return true;
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->path != NULL && name_may_be_typed(child->path, path))
            return true;
    return false;
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
    const Model *model = gathering->compilation->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        Record *clause = model->records[i];
        const Record *charter = record_with_role(clause, ROLE_CHARTER);
        if (clause->kind->role == ROLE_CLAUSE && charter != NULL && is_named(clause, path) &&
            adopts(gathering, test, charter))
            add_mention(gathering, clause, test, verdict);
    }
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
                           .mentions = map_new(compilation->arena),
                           .last = map_new(compilation->arena)};
    read_stdlib(&gathering);
    for (uint32_t i = 0; i < compilation->model->module_count; i++)
        read_beside(&gathering, compilation->model->modules[i]);
    return gathering.mentions;
}
