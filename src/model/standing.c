/* Whose a plan is, and where: the nation and the sort of body that settle which law holds for it
 * without being adopted. Told from the trees alone, with the declarations as they are written,
 * before kinds and records are made of them: what does not apply is never read. */
#include "building.h"

#include <string.h>

enum { DEEPEST = 8 };

struct Trees {
    Building *building;
    Map *kinds; /* of the words that records begin with; `none` for those that declare nothing */
    Kind none;
};

Trees *trees_new(Building *building) {
    Trees *trees = arena_make(building->model->arena, Trees);
    trees->building = building;
    trees->kinds = map_new(building->model->arena);
    return trees;
}

/* ---- declarations ---- */

static bool is_said(const FieldNode *field, const char *label) {
    return text_is(name_text(field->label.name), label);
}

static bool is_spelling(Trees *trees, const Block *block, const Name *typed) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || !is_said(&item->field, "also"))
            continue;
        for (const Phrase *each = item->field.values; each != NULL; each = each->next)
            if (phrase_name(trees->building, each) == typed)
                return true;
    }
    return false;
}

static Kind *kind_spelled(Trees *trees, const Name *word) {
    Kind *kind = model_kind(trees->building->model, word);
    for (KindWork *work = trees->building->kinds; kind == NULL && work != NULL; work = work->next)
        if (!work->is_extension && is_spelling(trees, &work->item->record.block, word))
            kind = work->kind;
    return kind;
}

static Kind *kind_of_word(Trees *trees, const Name *word) {
    if (word == NULL)
        return NULL;
    Kind *known = map_get(trees->kinds, word);
    if (known == NULL) {
        known = kind_spelled(trees, word);
        map_put(trees->kinds, word, known == NULL ? &trees->none : known);
    }
    return known == &trees->none ? NULL : known;
}

static Role role_of(const Kind *kind) {
    Role role = ROLE_NONE;
    for (int depth = 0; kind != NULL && role == ROLE_NONE && depth < DEEPEST; depth++) {
        role = kind->role;
        kind = kind->base;
    }
    return role;
}

Role trees_role(Trees *trees, const RecordNode *record) {
    return role_of(kind_of_word(trees, record->kind.name));
}

static bool declares(const KindWork *work, const Kind *kind) {
    return work->is_extension ? work->extends == kind->name : work->kind == kind;
}

/* The field that KIND itself declares and that is typed as LABEL. */
static const RecordNode *own_field(Trees *trees, const Kind *kind, const Name *label, bool also) {
    for (const KindWork *work = trees->building->kinds; work != NULL; work = work->next) {
        if (!declares(work, kind))
            continue;
        for (const Item *item = work->item->record.block.first; item != NULL; item = item->next)
            if (item->kind == ITEM_RECORD && text_is(name_text(item->record.kind.name), "field") &&
                (also ? is_spelling(trees, &item->record.block, label)
                      : item->record.name.name == label))
                return &item->record;
    }
    return NULL;
}

static const RecordNode *field_typed(Trees *trees, const Kind *kind, const Name *label) {
    for (int depth = 0; kind != NULL && depth < DEEPEST; depth++, kind = kind->base) {
        const RecordNode *field = own_field(trees, kind, label, false);
        if (field == NULL)
            field = own_field(trees, kind, label, true);
        if (field != NULL)
            return field;
    }
    return NULL;
}

/* The line of a declaration that begins with LABEL. */
static const FieldNode *line_of(const RecordNode *declaration, const char *label) {
    for (const Item *item = declaration->block.first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD && is_said(&item->field, label))
            return &item->field;
    return NULL;
}

/* ---- words of lists ---- */

static const RecordNode *term_of(const Item *item) {
    bool is_term = item->kind == ITEM_RECORD && text_is(name_text(item->record.kind.name), "term");
    return is_term ? &item->record : NULL;
}

static bool is_titled(Trees *trees, const RecordNode *term, const Name *typed) {
    return is_given(term->title) &&
           name_of_words(trees->building->model->names, term->title.text) == typed;
}

/* By its name, which is what nearly all write; else by its title or another spelling. */
static const RecordNode *term_in(Trees *trees, const Block *list, const Name *typed) {
    for (const Item *item = list->first; item != NULL; item = item->next) {
        const RecordNode *term = term_of(item);
        if (term != NULL && term->name.name == typed)
            return term;
    }
    for (const Item *item = list->first; item != NULL; item = item->next) {
        const RecordNode *term = term_of(item);
        if (term != NULL &&
            (is_titled(trees, term, typed) || is_spelling(trees, &term->block, typed)))
            return term;
    }
    return NULL;
}

/* The word that FIELD may hold and that is typed so; NULL if it is none of its lists. */
static const RecordNode *term_typed(Trees *trees, const RecordNode *field, const Name *typed) {
    const FieldNode *type = line_of(field, "type");
    for (const Phrase *each = type == NULL ? NULL : type->values; each != NULL; each = each->next) {
        const Kind *list = each->first == NULL ? NULL : kind_of_word(trees, each->first->name);
        if (list == NULL || !kind_is_list(list))
            continue;
        for (const KindWork *work = trees->building->kinds; work != NULL; work = work->next) {
            const RecordNode *term =
                !declares(work, list) ? NULL : term_in(trees, &work->item->record.block, typed);
            if (term != NULL)
                return term;
        }
    }
    return NULL;
}

/* ---- what records say ---- */

typedef struct Said {
    const RecordNode *field; /* as it is declared */
    const Name *name;
    bool is_text;
} Said;

typedef struct SaidList {
    Said *items;
    uint32_t count, room;
} SaidList;

static bool is_one_of(const FieldNode *line, const Name *name, Trees *trees) {
    for (const Phrase *each = line == NULL ? NULL : line->values; each != NULL; each = each->next)
        if (phrase_name(trees->building, each) == name)
            return true;
    return false;
}

/* All that RECORD says in its field FIELD, or in the fields that LIST names. */
static SaidList said_in(Trees *trees, const RecordNode *record, const char *field,
                        const FieldNode *list) {
    SaidList said = {0};
    const Kind *kind = kind_of_word(trees, record->kind.name);
    for (const Item *item = record->block.first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || item->field.label.name == NULL)
            continue;
        const RecordNode *declared = field_typed(trees, kind, item->field.label.name);
        bool wanted =
            declared != NULL && (field != NULL ? text_is(name_text(declared->name.name), field)
                                               : is_one_of(list, declared->name.name, trees));
        for (const Phrase *each = wanted ? item->field.values : NULL; each != NULL;
             each = each->next) {
            bool is_text = each->first != NULL && each->first->kind == TOKEN_TEXT;
            Said one = {declared, phrase_name(trees->building, each), is_text};
            if (one.name != NULL)
                arena_push(trees->building->model->arena, said.items, said.count, said.room, one);
        }
    }
    return said;
}

static void add_name(Trees *trees, NameList *list, const Name *name) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->names[i] == name)
            return;
    arena_push(trees->building->model->arena, list->names, list->count, list->room, name);
}

NameList trees_words(Trees *trees, const RecordNode *record, const char *field) {
    NameList words = {0};
    SaidList said = said_in(trees, record, field, NULL);
    for (uint32_t i = 0; i < said.count; i++) {
        const RecordNode *term = term_typed(trees, said.items[i].field, said.items[i].name);
        if (term != NULL)
            add_name(trees, &words, term->name.name);
    }
    return words;
}

/* ---- records by name ---- */

/* "ccg" for "bnssg.bodies.ccg". */
static const Name *last_part(Trees *trees, const Name *path) {
    Text text = name_text(path);
    size_t from = text.length;
    while (from > 0 && text.at[from - 1] != '.')
        from--;
    return from == 0 ? path
                     : name_of(trees->building->model->names, text_part(text, from, text.length));
}

static bool is_called(Trees *trees, const RecordNode *record, const Name *name) {
    if (record->name.name != NULL)
        return record->name.name == name;
    return is_given(record->title) &&
           name_of_words(trees->building->model->names, record->title.text) == name;
}

/* One that may have a sort, in BLOCK, or in the charters and plans that stand there. */
static const RecordNode *find_in(Trees *trees, const Block *block, const Name *name,
                                 const Name *sort, bool inwards) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_RECORD || item->record.kind.name == NULL)
            continue;
        const Kind *kind = kind_of_word(trees, item->record.kind.name);
        Role role = role_of(kind);
        const RecordNode *found = NULL;
        if (kind != NULL && is_called(trees, &item->record, name) &&
            field_typed(trees, kind, sort) != NULL)
            return &item->record;
        if (inwards && (role == ROLE_TOP || role == ROLE_CHARTER))
            found = find_in(trees, &item->record.block, name, sort, false);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* In the file that was asked for first, whose tree stands behind those that are always read. */
static const RecordNode *find_record(Trees *trees, const Block *main, const Name *path) {
    const Name *sort = build_name(trees->building, "sort"), *name = last_part(trees, path);
    const RecordNode *found = find_in(trees, main, name, sort, true);
    for (uint32_t i = 0; found == NULL && i < trees->building->tree_count; i++)
        found = find_in(trees, trees->building->trees[i].block, name, sort, true);
    return found;
}

/* ---- the sort of an owner ---- */

typedef struct Bodies {
    const RecordNode **items;
    uint32_t count, room;
} Bodies;

typedef struct Sorting {
    Trees *trees;
    const Block *main;
    NameList *sorts;
    Bodies met; /* the owner, what it is in, what that is in: each once, for bodies may go round */
} Sorting;

static bool says_yes(const RecordNode *term, const char *label) {
    const FieldNode *line = line_of(term, label);
    return line != NULL && line->values != NULL && line->values->first != NULL &&
           text_is(name_text(line->values->first->name), "yes");
}

/* Adds the sorts that RECORD itself says; false if it says none. */
static bool add_own_sorts(Sorting *sorting, const RecordNode *record) {
    Trees *trees = sorting->trees;
    SaidList own = said_in(trees, record, "sort", NULL);
    bool sorted = false;
    for (uint32_t i = 0; i < own.count; i++) {
        const RecordNode *term = term_typed(trees, own.items[i].field, own.items[i].name);
        if (term == NULL || says_yes(term, "inside"))
            continue;
        add_name(trees, sorting->sorts, term->name.name);
        sorted = true;
    }
    return sorted;
}

static void meet(Sorting *sorting, const RecordNode *record) {
    Bodies *met = &sorting->met;
    for (uint32_t i = 0; i < met->count; i++)
        if (met->items[i] == record)
            return;
    arena_push(sorting->trees->building->model->arena, met->items, met->count, met->room, record);
}

static void meet_outer(Sorting *sorting, const RecordNode *record) {
    Trees *trees = sorting->trees;
    const RecordNode *field = field_typed(trees, kind_of_word(trees, record->kind.name),
                                          build_name(trees->building, "sort"));
    SaidList outer =
        said_in(trees, record, NULL, field == NULL ? NULL : line_of(field, "taken-from"));
    for (uint32_t i = 0; i < outer.count; i++) {
        const RecordNode *other = find_record(trees, sorting->main, outer.items[i].name);
        if (other != NULL)
            meet(sorting, other);
    }
}

/* Adds the sorts of OWNER: its own; else those of what it is in. False if there are none. */
static bool sort_out(Sorting *sorting, const RecordNode *owner) {
    bool sorted = false;
    sorting->met.count = 0;
    meet(sorting, owner);
    for (uint32_t i = 0; i < sorting->met.count; i++)
        if (add_own_sorts(sorting, sorting->met.items[i]))
            sorted = true;
        else
            meet_outer(sorting, sorting->met.items[i]);
    return sorted;
}

static const RecordNode *the_plan(Trees *trees, const Block *main) {
    for (const Item *item = main->first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && trees_role(trees, &item->record) == ROLE_TOP)
            return &item->record;
    return NULL;
}

NameList trees_plan_names(Trees *trees, const Block *main, const char *field) {
    NameList names = {0};
    const RecordNode *plan = the_plan(trees, main);
    SaidList said = {0};
    if (plan != NULL)
        said = said_in(trees, plan, field, NULL);
    for (uint32_t i = 0; i < said.count; i++)
        if (!said.items[i].is_text)
            add_name(trees, &names, said.items[i].name);
    return names;
}

static Text title_of(const RecordNode *record, const Name *name) {
    return is_given(record->title) ? record->title.text : name_text(name);
}

void standing_find(Trees *trees, const Block *main, Standing *standing) {
    const RecordNode *plan = the_plan(trees, main);
    standing->has_plan = plan != NULL;
    if (plan == NULL)
        return;
    standing->nations = trees_words(trees, plan, "nation");
    Sorting sorting = {.trees = trees, .main = main, .sorts = &standing->sorts};
    SaidList owners = said_in(trees, plan, "owner", NULL);
    standing->owned = owners.count > 0;
    for (uint32_t i = 0; i < owners.count; i++) {
        const RecordNode *owner = find_record(trees, main, owners.items[i].name);
        if (owner == NULL)
            standing->owned = false; /* not decided yet, or misspelt, which is reported later */
        else if (!sort_out(&sorting, owner) && standing->unsorted.length == 0)
            standing->unsorted = title_of(owner, owners.items[i].name);
    }
}

Standing model_standing(const Model *model, const Block *block) {
    Standing standing = {0};
    standing_find(trees_new(model->building), block, &standing);
    return standing;
}

/* ---- whom something is for ---- */

static bool share_a_name(const NameList *left, const NameList *right) {
    for (uint32_t i = 0; i < left->count; i++)
        for (uint32_t k = 0; k < right->count; k++)
            if (left->names[i] == right->names[k])
                return true;
    return false;
}

Bearing bearing_of_nation(const Standing *standing, const NameList *nations) {
    if (standing->nations.count == 0)
        return BEARING_UNSAID;
    return nations->count == 0 || share_a_name(&standing->nations, nations) ? BEARING_IN
                                                                            : BEARING_OUT;
}

Bearing bearing_of_sort(const Standing *standing, const NameList *sorts) {
    if (sorts->count == 0 || share_a_name(&standing->sorts, sorts))
        return BEARING_IN;
    bool all_sorted = standing->owned && standing->unsorted.length == 0;
    return all_sorted ? BEARING_OUT : BEARING_UNSAID;
}
