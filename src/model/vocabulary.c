/* Declarations of kinds, word lists and scales: from trees to Kind. Names come first, for all
 * trees, so that the order of declarations never matters. */
#include "building.h"

#include <string.h>

static const char *const META_WORDS[] = {"vocabulary", "kind",  "field", "extend",
                                         "draw",       "words", "scale", "term"};

bool is_meta_word(const Name *word) {
    for (size_t i = 0; i < sizeof META_WORDS / sizeof *META_WORDS; i++)
        if (text_is(name_text(word), META_WORDS[i]))
            return true;
    return false;
}

static bool item_is(const Item *item, const char *word) {
    return item->kind == ITEM_RECORD && text_is(name_text(item->record.kind.name), word);
}

static void add_kind_work(Building *building, KindWork work) {
    KindWork *kept = arena_make(building->model->arena, KindWork);
    *kept = work;
    if (building->last_kind == NULL)
        building->kinds = kept;
    else
        building->last_kind->next = kept;
    building->last_kind = kept;
}

static void report_duplicate_kind(Building *building, const Kind *first, Words name) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_duplicate_name, name.span,
                                    "There is a kind called %s already.", name.name->text);
    diagnostic_note(store, diagnostic, first->span, "it is declared here");
    diagnostic_help(store, diagnostic, "To add fields to it write: extend %s { field ... }",
                    name.name->text);
}

static void declare_kind(Building *building, const Item *item, Module *module) {
    Model *model = building->model;
    const RecordNode *node = &item->record;
    if (node->name.name == NULL) {
        report(model->diagnostics, DIAGNOSTIC_bad_vocabulary, node->kind.span,
               "This declares something and does not name it.");
        return;
    }
    Kind *known = model_kind(model, node->name.name);
    if (known != NULL) {
        report_duplicate_kind(building, known, node->name);
        return;
    }
    Kind *kind = arena_make(model->arena, Kind);
    kind->name = node->name.name;
    kind->title = is_given(node->title) ? node->title.text : name_text(kind->name);
    kind->doc = node->doc;
    kind->span = node->name.span;
    kind->is_words = item_is(item, "words");
    kind->is_scale = item_is(item, "scale");
    kind->index = model->kind_count;
    kind->module = module;
    kind->field_names = map_new(model->arena);
    kind->term_names = map_new(model->arena);
    map_put(model->kind_names, kind->name, kind);
    arena_push(model->arena, model->kinds, model->kind_count, model->kind_room, kind);
    add_kind_work(building, (KindWork){.kind = kind, .item = item, .module = module});
}

static const Name *first_word(const FieldNode *field) {
    if (field->values == NULL || field->values->first == NULL)
        return NULL;
    return field->values->first->name;
}

static const Item *find_label(const Block *block, const char *label) {
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD && text_is(name_text(item->field.label.name), label))
            return item;
    return NULL;
}

static Role role_named(const Name *word) {
    static const char *const WORDS[] = {
#define ROLE(name, word) word,
#include "roles.def"
#undef ROLE
    };
    for (int role = ROLE_NONE + 1; role < ROLES; role++)
        if (text_is(name_text(word), WORDS[role]))
            return (Role)role;
    return ROLE_NONE;
}

/* `like: clause` is the kind of that name, else the core role. */
static void declare_likeness(Building *building, Kind *kind, const Block *block) {
    const Item *item = find_label(block, "like");
    if (item == NULL)
        return;
    const Name *word = first_word(&item->field);
    Kind *base = word == NULL ? NULL : model_kind(building->model, word);
    if (base != NULL && base != kind) {
        kind->base = base;
        return;
    }
    kind->role = word == NULL ? ROLE_NONE : role_named(word);
    if (kind->role == ROLE_NONE)
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, item->span,
               "No kind and no role is called that, so this can be like nothing.");
}

static void declare_items(Building *building, const Block *block, Module *module) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item_is(item, "kind") || item_is(item, "words") || item_is(item, "scale"))
            declare_kind(building, item, module);
        else if (item_is(item, "extend"))
            add_kind_work(building, (KindWork){.item = item,
                                               .is_extension = true,
                                               .extends = item->record.name.name,
                                               .module = module});
        else if (item->kind == ITEM_RECORD && item->record.has_block &&
                 !is_meta_word(item->record.kind.name)) {
            const Kind *kind = model_kind(building->model, item->record.kind.name);
            if (kind != NULL && kind->role == ROLE_CHARTER)
                declare_items(building, &item->record.block, module);
        } else if (item_is(item, "vocabulary"))
            declare_items(building, &item->record.block, module);
    }
}

/* Roles are needed as soon as a module's names are known: they tell which lines adopt others. */
void build_kind_names(Building *building, TreeWork work) {
    KindWork *before = building->last_kind;
    declare_items(building, work.block, work.module);
    for (KindWork *each = before == NULL ? building->kinds : before->next; each != NULL;
         each = each->next)
        if (!each->is_extension)
            declare_likeness(building, each->kind, &each->item->record.block);
}

/* A kind that is like another has its role too; likeness in a circle is cut and reported. */
static void settle_role(Building *building, Kind *kind) {
    uint32_t steps = 0;
    for (Kind *base = kind->base; base != NULL; base = base->base) {
        if (++steps > building->model->kind_count) {
            report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, kind->span,
                   "%s is like itself, by way of others.", kind->name->text);
            kind->base = NULL;
            return;
        }
        if (kind->role == ROLE_NONE)
            kind->role = base->role;
    }
}

static void add_spelling(Building *building, const Name ***also, uint32_t *count,
                         const Name *name) {
    Arena *arena = building->model->arena;
    const Name **wider = arena_array(arena, const Name *, *count + 1);
    if (*count > 0)
        memcpy(wider, *also, *count * sizeof *wider);
    wider[(*count)++] = name;
    *also = wider;
}

const Name *phrase_name(Building *building, const Phrase *phrase) {
    const Atom *atom = phrase->first;
    if (atom == NULL)
        return NULL;
    Text text =
        atom->kind == TOKEN_TEXT ? atom->text : span_text(building->model->sources, phrase->span);
    return name_of_words(building->model->names, text);
}

void read_names(Building *building, const Block *block, const char *label, const Name ***names,
                uint32_t *count) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || !text_is(name_text(item->field.label.name), label))
            continue;
        for (const Phrase *phrase = item->field.values; phrase != NULL; phrase = phrase->next)
            add_spelling(building, names, count, phrase_name(building, phrase));
    }
}

void read_spellings(Building *building, const Block *block, const Name ***also, uint32_t *count) {
    read_names(building, block, "also", also, count);
}

Misnomer *read_misnomers(Building *building, const Block *block) {
    Misnomer *first = NULL, **end = &first;
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || !text_is(name_text(item->field.label.name), "not-called"))
            continue;
        for (const Phrase *phrase = item->field.values; phrase != NULL; phrase = phrase->next) {
            Misnomer *misnomer = arena_make(building->model->arena, Misnomer);
            misnomer->name = phrase_name(building, phrase);
            misnomer->advice = item->field.because.text;
            *end = misnomer;
            end = &misnomer->next;
        }
    }
    return first;
}

static Kind *kind_called(Building *building, const Phrase *phrase) {
    const Name *name = phrase_name(building, phrase);
    Kind *kind = name == NULL ? NULL : model_kind(building->model, name);
    if (kind == NULL)
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, phrase->span,
               "No kind of record is called that.");
    return kind;
}

static void read_within(Building *building, Kind *kind, const FieldNode *field) {
    uint32_t room = kind->within_count;
    for (const Phrase *phrase = field->values; phrase != NULL; phrase = phrase->next) {
        const Name *name = phrase_name(building, phrase);
        if (text_is(name_text(name), "library")) {
            kind->in_library = true;
            continue;
        }
        Kind *place = kind_called(building, phrase);
        if (place != NULL)
            arena_push(building->model->arena, kind->within, kind->within_count, room, place);
    }
}

static void read_kind_label(Building *building, Kind *kind, const FieldNode *field) {
    Model *model = building->model;
    Text label = name_text(field->label.name);
    if (field->values == NULL)
        return;
    if (text_is(label, "plural")) {
        kind->plural = phrase_name(building, field->values);
        map_put(model->plurals, kind->plural, kind);
    } else if (text_is(label, "within"))
        read_within(building, kind, field);
    else if (text_is(label, "placed-on"))
        kind->placed_on = kind_called(building, field->values);
    else if (text_is(label, "where-none"))
        remember_stand_ins(building, kind, field);
    else if (!text_is(label, "like") && !text_is(label, "time") && !text_is(label, "also") &&
             !text_is(label, "not-called"))
        report(
            model->diagnostics, DIAGNOSTIC_bad_vocabulary, field->label.span,
            "A kind says like, within, plural, time, placed-on, where-none, also and not-called; "
            "not %s.",
            field->label.name->text);
}

static void name_spellings(Building *building, Kind *kind) {
    Model *model = building->model;
    for (uint32_t i = 0; i < kind->also_count; i++)
        if (model_kind(model, kind->also[i]) == NULL)
            map_put(model->kind_names, kind->also[i], kind);
}

static void read_time(Building *building, Kind *kind, const FieldNode *field) {
    const Phrase *phrase = field->values;
    for (int i = 0; i < 2 && phrase != NULL; i++, phrase = phrase->next) {
        kind->time[i] = kind_field(kind, phrase_name(building, phrase));
        if (kind->time[i] == NULL)
            report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, phrase->span,
                   "%s has no field of that name to go by.", kind->name->text);
    }
}

static void read_kind(Building *building, Kind *kind, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD)
            read_kind_label(building, kind, &item->field);
    read_spellings(building, block, &kind->also, &kind->also_count);
    kind->misnomers = read_misnomers(building, block);
    kind->declared = true;
    name_spellings(building, kind);
}

static Kind *extended_kind(Building *building, const KindWork *work) {
    if (!work->is_extension)
        return work->kind;
    Kind *kind = work->extends == NULL ? NULL : model_kind(building->model, work->extends);
    if (kind == NULL)
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, work->item->span,
               "There is no kind of that name to extend.");
    return kind;
}

static void inherit_time(Kind *kind) {
    for (const Kind *base = kind->base; base != NULL && kind->time[0] == NULL; base = base->base)
        memcpy(kind->time, base->time, sizeof kind->time);
}

void build_kinds(Building *building) {
    Model *model = building->model;
    for (KindWork *work = building->kinds; work != NULL; work = work->next)
        if (!work->is_extension)
            settle_role(building, work->kind);
    for (KindWork *work = building->kinds; work != NULL; work = work->next)
        if (!work->is_extension)
            read_kind(building, work->kind, &work->item->record.block);
    for (KindWork *work = building->kinds; work != NULL; work = work->next) {
        work->kind = extended_kind(building, work);
        if (work->kind != NULL)
            build_fields(building, work->kind, &work->item->record.block);
    }
    build_inverses(building);
    for (KindWork *work = building->kinds; work != NULL; work = work->next) {
        if (work->kind == NULL)
            continue;
        const Item *time = find_label(&work->item->record.block, "time");
        if (time != NULL && !work->is_extension)
            read_time(building, work->kind, &time->field);
        build_draws(building, work->kind, &work->item->record.block);
    }
    for (uint32_t i = 0; i < model->kind_count; i++)
        inherit_time(model->kinds[i]);
}
