/* Declarations of fields: from `field name { type: ... }` to Field. */
#include "building.h"

#include <string.h>

static const struct BaseWord {
    const char *word;
    uint32_t bases;
} BASE_WORDS[] = {
    {"text", BASE_TEXT},         {"number", BASE_NUMBER},
    {"money", BASE_MONEY},       {"percent", BASE_PERCENT},
    {"yes-no", BASE_YES_NO},     {"date", BASE_DATE},
    {"event", BASE_EVENT},       {"span", BASE_SPAN},
    {"duration", BASE_DURATION}, {"repeat", BASE_REPEAT},
    {"time", BASE_TIME},         {"name", BASE_NAME},
    {"rule", BASE_RULE},         {"message", BASE_MESSAGE | BASE_TEXT},
    {"yearly", BASE_YEARLY},
};

static uint32_t base_named(Text word) {
    for (size_t i = 0; i < sizeof BASE_WORDS / sizeof *BASE_WORDS; i++)
        if (text_is(word, BASE_WORDS[i].word))
            return BASE_WORDS[i].bases;
    return 0;
}

static void add_type_kind(Building *building, Type *type, Kind *kind) {
    Arena *arena = building->model->arena;
    Kind **kinds = arena_array(arena, Kind *, type->kind_count + 1);
    if (type->kind_count > 0)
        memcpy(kinds, type->kinds, type->kind_count * sizeof *kinds);
    kinds[type->kind_count++] = kind;
    type->kinds = kinds;
    type->bases |= BASE_RECORD;
}

static void report_unknown_type(Building *building, Span span) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_bad_vocabulary, span,
               "A field cannot hold this: nothing is declared under that name.");
    diagnostic_help(
        store, diagnostic,
        "A field holds text, number, money, percent, yes-no, date, event, span, "
        "duration, repeat, yearly, time, name, rule or message; or records of a kind, or the "
        "words of a list.");
}

static void read_type(Building *building, Field *field, const FieldNode *node) {
    for (const Phrase *phrase = node->values; phrase != NULL; phrase = phrase->next) {
        const Atom *atom = phrase->first;
        if (atom == NULL || atom->name == NULL) {
            report_unknown_type(building, phrase->span);
            continue;
        }
        uint32_t bases = base_named(name_text(atom->name));
        Kind *kind = bases == 0 ? model_kind(building->model, atom->name) : NULL;
        if (kind != NULL)
            add_type_kind(building, &field->type, kind);
        else if (bases != 0)
            field->type.bases |= bases;
        else
            report_unknown_type(building, atom->span);
        if (atom->next != NULL && text_is(name_text(atom->next->name), "on"))
            field->type.dated = true;
    }
}

static bool says_yes(const FieldNode *node) {
    return node->values != NULL && node->values->first != NULL &&
           (text_is(name_text(node->values->first->name), "yes") ||
            text_is(name_text(node->values->first->name), "expected"));
}

static void remember(Building *building, Field *field, Kind *kind, const FieldNode *node) {
    InverseWork *work = arena_make(building->model->arena, InverseWork);
    *work = (InverseWork){building->inverses, field, kind, NULL, node->label.span};
    if (node->values != NULL && node->values->first != NULL) {
        work->path = node->values->first->name;
        work->span = node->values->span;
    }
    building->inverses = work;
}

/* What stands behind `example:`, as it is written: nobody reads it but people. */
static Text written_behind(const Building *building, const FieldNode *node) {
    if (node->values == NULL)
        return TEXT("");
    const Phrase *last = node->values;
    while (last->next != NULL)
        last = last->next;
    Span span = is_given(node->because) ? node->because.span : last->span;
    span.length += span.at - node->values->span.at;
    span.at = node->values->span.at;
    return span_text(building->model->sources, span);
}

static void read_field_label(Building *building, Field *field, const FieldNode *node) {
    Text label = name_text(node->label.name);
    if (text_is(label, "type"))
        read_type(building, field, node);
    else if (text_is(label, "many"))
        field->many = says_yes(node);
    else if (text_is(label, "required"))
        field->required = says_yes(node);
    else if (text_is(label, "reason"))
        field->reason_expected = says_yes(node);
    else if (text_is(label, "from-parent"))
        field->from_parent = says_yes(node);
    else if (text_is(label, "default"))
        field->fallback = node->rule;
    else if (text_is(label, "is"))
        field->derived = node->rule;
    else if (text_is(label, "inverse"))
        remember(building, field, NULL, node);
    else if (text_is(label, "relation"))
        field->relation = node->values == NULL ? NULL : phrase_name(building, node->values);
    else if (text_is(label, "example"))
        field->example = written_behind(building, node);
    else if (!text_is(label, "also") && !text_is(label, "not-called") &&
             !text_is(label, "taken-from"))
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, node->label.span,
               "A field says type, many, required, reason, default, is, inverse, from-parent, "
               "taken-from, relation, example, also and not-called; not %s.",
               node->label.name->text);
}

/* Labels of rules are read as rules wherever they stand, so only roles may have fields of that
 * name. */
static bool is_fit_name(Building *building, const Kind *kind, const RecordNode *node) {
    if (node->name.name == NULL) {
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, node->kind.span,
               "A field needs a name.");
        return false;
    }
    const Field *known = map_get(kind->field_names, node->name.name);
    if (known == NULL)
        return true;
    Diagnostic *diagnostic =
        report(building->model->diagnostics, DIAGNOSTIC_duplicate_name, node->name.span,
               "%s has a field called %s already.", kind->name->text, node->name.name->text);
    diagnostic_note(building->model->diagnostics, diagnostic, known->span, "it is declared here");
    return false;
}

static void build_field(Building *building, Kind *kind, const RecordNode *node) {
    Model *model = building->model;
    if (!is_fit_name(building, kind, node))
        return;
    Field *field = arena_make(model->arena, Field);
    field->name = node->name.name;
    field->title = is_given(node->title) ? node->title.text : TEXT("");
    field->doc = node->doc;
    field->span = node->name.span;
    field->owner = kind;
    field->index = kind->field_count;
    for (const Item *item = node->block.first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD)
            read_field_label(building, field, &item->field);
    read_spellings(building, &node->block, &field->also, &field->also_count);
    read_names(building, &node->block, "taken-from", &field->taken_from, &field->taken_from_count);
    field->misnomers = read_misnomers(building, &node->block);
    map_put(kind->field_names, field->name, field);
    for (uint32_t i = 0; i < field->also_count; i++)
        if (map_get(kind->field_names, field->also[i]) == NULL)
            map_put(kind->field_names, field->also[i], field);
    arena_push(model->arena, kind->fields, kind->field_count, kind->field_room, field);
}

void build_fields(Building *building, Kind *kind, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && text_is(name_text(item->record.kind.name), "field"))
            build_field(building, kind, &item->record);
}

/* `activity.informs`: the kind, and the field of it; NULL if there is none of that name. */
static Field *field_at(const Building *building, const Name *path_name, Kind **kind) {
    Model *model = building->model;
    Text path = path_name == NULL ? TEXT("") : name_text(path_name);
    const char *dot = memchr(path.at, '.', path.length);
    size_t length = dot == NULL ? path.length : (size_t)(dot - path.at);
    *kind = model_kind(model, name_of(model->names, text_part(path, 0, length)));
    return *kind == NULL || dot == NULL
               ? NULL
               : kind_field(*kind, name_of(model->names, text_part(path, length + 1, path.length)));
}

static void find_inverse(Building *building, const InverseWork *work) {
    Kind *kind = NULL;
    Field *field = field_at(building, work->path, &kind);
    if (field == NULL) {
        report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, work->span,
               "%s names a kind and one of its fields, written KIND.FIELD; this names none that is "
               "declared.",
               work->field == NULL ? "What stands in" : "An inverse");
    } else if (work->field == NULL) {
        work->kind->stand_ins = kind;
        work->kind->stand_in_field = field;
    } else {
        work->field->inverse_kind = kind;
        work->field->inverse_field = field;
        work->field->many = true;
        if (work->field->type.bases == 0)
            add_type_kind(building, &work->field->type, kind);
    }
}

void remember_stand_ins(Building *building, Kind *kind, const FieldNode *node) {
    remember(building, NULL, kind, node);
}

void build_inverses(Building *building) {
    for (const InverseWork *work = building->inverses; work != NULL; work = work->next)
        find_inverse(building, work);
}

static DrawSlot *read_slot(Building *building, const Kind *kind, const FieldNode *node) {
    Arena *arena = building->model->arena;
    DrawSlot *slot = arena_make(arena, DrawSlot);
    slot->slot = node->label.name;
    uint32_t fields = 0, words = 0, count = 0;
    for (const Phrase *phrase = node->values; phrase != NULL; phrase = phrase->next, count++) {
        const Name *name = phrase_name(building, phrase);
        Field *field = kind_field(kind, name);
        slot->fields = arena_grow(arena, slot->fields, count, &fields, sizeof(Field *));
        slot->words = arena_grow(arena, slot->words, count, &words, sizeof(const Name *));
        slot->fields[count] = field;
        slot->words[count] = name;
    }
    slot->count = count;
    return slot;
}

static void build_draw(Building *building, Kind *kind, const RecordNode *node) {
    Draw *draw = arena_make(building->model->arena, Draw);
    draw->view = node->name.name;
    DrawSlot **end = &draw->slots;
    for (const Item *item = node->block.first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD)
            continue;
        if (text_is(name_text(item->field.label.name), "mark")) {
            draw->mark =
                item->field.values == NULL ? NULL : phrase_name(building, item->field.values);
            continue;
        }
        *end = read_slot(building, kind, &item->field);
        end = &(*end)->next;
    }
    draw->next = kind->draws;
    kind->draws = draw;
}

void build_draws(Building *building, Kind *kind, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && text_is(name_text(item->record.kind.name), "draw") &&
            item->record.name.name != NULL)
            build_draw(building, kind, &item->record);
}
