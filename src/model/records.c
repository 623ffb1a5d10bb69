/* Items of trees to records and their lines. Values are read later, when every name is known. */
#include "building.h"

#include <ctype.h>
#include <string.h>

#include "values.h"

static void build_block(Building *building, Module *module, Record *parent, const Block *block);

/* "over-75s" reads "Over 75s" where no title was given. */
static Text title_from(Arena *arena, const Name *name) {
    char *title = arena_copy(arena, name->text, name->length);
    for (char *letter = title; *letter != '\0'; letter++)
        if (*letter == '-')
            *letter = ' ';
    title[0] = (char)toupper((unsigned char)title[0]);
    return text_of(title);
}

static bool refers_by_name(Role role) {
    return role == ROLE_ADOPTION || role == ROLE_USE || role == ROLE_APPLICATION ||
           role == ROLE_EXPLANATION || role == ROLE_CONFIRMATION || role == ROLE_CONSIDERATION;
}

static void name_record(Building *building, Record *record, const RecordNode *node) {
    Model *model = building->model;
    record->name_span = node->kind.span;
    if (refers_by_name(record->kind->role)) {
        record->refers = node->name.name;
        record->refers_span = node->name.span;
    } else if (node->name.name != NULL) {
        record->name = node->name.name;
        record->named = true;
    }
    if (node->name.name != NULL)
        record->name_span = node->name.span;
    else if (is_given(node->title))
        record->name_span = node->title.span;
    record->for_name = node->target.name;
    record->for_span = node->target.span;
    if (is_given(node->title))
        record->title = node->title.text;
    if (record->name == NULL && record->title.length > 0)
        record->name = name_of_words(model->names, record->title);
    if (record->name == NULL)
        record->name = record->refers != NULL ? record->refers : record->kind->name;
    if (record->title.length == 0)
        record->title =
            title_from(model->arena,
                       record->named || record->refers != NULL ? record->name : record->kind->name);
}

/* Clauses and what stands in libraries are known by one path everywhere. */
static void set_path(Building *building, Record *record) {
    Model *model = building->model;
    Record *parent = record->parent;
    if (kind_is_list(record->kind))
        return; /* a word is known by its list: see build_term */
    bool in_plan = record_with_role(record, ROLE_TOP) != NULL;
    if (parent != NULL && (!in_plan || scope_is_local(record)))
        record->path = name_within(model->names, parent->path, record->name);
    else
        record->path = record->name;
    if (record->module->name == NULL && record_with_role(record, ROLE_CHARTER) == NULL)
        return;
    if (record->refers == NULL && map_get(model->paths, record->path) == NULL)
        map_put(model->paths, record->path, record);
}

static void link_record(Model *model, Record *record) {
    Record *parent = record->parent;
    Kind *kind = record->kind;
    record->index = model->record_count;
    arena_push(model->arena, model->records, model->record_count, model->record_room, record);
    arena_push(model->arena, kind->records, kind->record_count, kind->record_room, record);
    if (parent == NULL) {
        Module *module = record->module;
        arena_push(model->arena, module->tops, module->top_count, module->top_room, record);
    } else if (parent->last_child == NULL)
        parent->first_child = parent->last_child = record;
    else
        parent->last_child = parent->last_child->next_sibling = record;
}

static Record *new_record(Building *building, Kind *kind, Module *module, Record *parent,
                          const Item *item) {
    const RecordNode *node = &item->record;
    Record *record = arena_make(building->model->arena, Record);
    record->kind = kind;
    record->module = module;
    record->parent = parent;
    record->doc = node->doc;
    record->span = span_join(node->kind.span, span_join(node->name.span, node->title.span));
    if (is_given(node->title))
        record->span = span_join(node->kind.span, node->title.span);
    record->block_span = item->span;
    name_record(building, record, node);
    set_path(building, record);
    link_record(building->model, record);
    return record;
}

/* ---- lines ---- */

static Slot *slot_for(Building *building, Record *record, Field *field) {
    for (Slot *slot = record->slots; slot != NULL; slot = slot->next)
        if (slot->field == field)
            return slot;
    Slot *slot = building->slots_left > 0 ? (building->slots_left--, building->slots++)
                                          : arena_make(building->model->arena, Slot);
    slot->field = field;
    if (record->last_slot == NULL)
        record->slots = slot;
    else
        record->last_slot->next = slot;
    record->last_slot = slot;
    return slot;
}

static bool may_repeat(const Field *field) {
    return field->many || (field->type.bases & (BASE_EVENT | BASE_RULE)) != 0;
}

static void report_repeated(Building *building, const Slot *slot, const FieldNode *node) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_duplicate_label, node->label.span,
               "%s: is here twice (lines %u and %u), and can be only one thing.",
               node->label.name->text, span_line(building->model->sources, slot->lines->span),
               span_line(building->model->sources, node->label.span));
    diagnostic_note(store, diagnostic, slot->lines->label_span, "the first one is here");
    diagnostic_help(store, diagnostic, "Keep the one that is right.");
}

static void report_worked_out(Building *building, const Field *field, const FieldNode *node) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic = report(
        store, DIAGNOSTIC_misplaced, node->label.span,
        "%s: is worked out from other lines and cannot be written here.", node->label.name->text);
    if (field->inverse_field != NULL)
        diagnostic_help(store, diagnostic, "It follows from %s: in each %s.",
                        field->inverse_field->name->text, field->inverse_kind->name->text);
    else if (field->doc.length > 0)
        diagnostic_help(store, diagnostic, "%.*s", TEXT_ARGS(field->doc));
}

static Line *add_line(Building *building, Record *record, Field *field, const Item *item) {
    const FieldNode *node = &item->field;
    Slot *slot = slot_for(building, record, field);
    if (slot->lines != NULL && !may_repeat(field)) {
        report_repeated(building, slot, node);
        return NULL;
    }
    Line *line = arena_make(building->model->arena, Line);
    line->span = item->span;
    line->label_span = node->label.span;
    line->reason = node->because.text;
    line->reason_span = node->because.span;
    line->rule = node->rule;
    line->otherwise = node->otherwise.text;
    line->otherwise_span = node->otherwise.span;
    line->due = node->due;
    if (node->because_at != NULL && node->because_at->span.length > 0) {
        line->reason = span_text(building->model->sources, node->because_at->span);
        line->reason_span = node->because_at->span;
    }
    if (slot->last_line == NULL)
        slot->lines = line;
    else
        slot->last_line->next = line;
    slot->last_line = line;
    return line;
}

/* `because:` on a line of its own is the reason of the line above. */
static bool is_reason_below(Building *building, Record *record, const FieldNode *node,
                            Line *above) {
    if (above == NULL || above->reason.length > 0 || node->values == NULL ||
        node->values->first == NULL || node->values->first->kind != TOKEN_TEXT ||
        node->label.name != build_name(building, "because") ||
        kind_field(record->kind, node->label.name) != NULL)
        return false;
    above->reason = node->values->first->text;
    above->reason_span = node->values->span;
    return true;
}

static Line *build_line(Building *building, Record *record, const Item *item, Line *above) {
    const FieldNode *node = &item->field;
    Field *field = node->label.name == NULL ? NULL : kind_field(record->kind, node->label.name);
    if (field == NULL && node->label.name != NULL && record->kind->role == ROLE_SETTINGS)
        field = settings_field(building, record, node->label.name);
    if (field == NULL) {
        if (node->label.name != NULL && !is_reason_below(building, record, node, above))
            report_unknown_label(building, record, node);
        return above;
    }
    if (field->derived != NULL || field->inverse_field != NULL) {
        report_worked_out(building, field, node);
        return above;
    }
    Line *line = add_line(building, record, field, item);
    if (line != NULL && node->values != NULL) {
        LineWork work = {record, field, line, node->values};
        arena_push(building->model->arena, building->lines, building->line_count,
                   building->line_room, work);
    }
    return line == NULL ? above : line;
}

void build_lines(Building *building) {
    for (uint32_t i = 0; i < building->line_count; i++) {
        LineWork *work = &building->lines[i];
        values_read(building->model, work->record, work->field, work->line, work->values);
    }
}

/* ---- where a record may stand ---- */

static void report_misplaced(Building *building, const Kind *kind, const Record *parent,
                             const RecordNode *node) {
    Diagnostics *store = building->model->diagnostics;
    const Kind *placing = kind_placing(kind);
    Out places = {0};
    for (uint32_t i = 0; i < placing->within_count; i++)
        out_format(&places, "%s%s",
                   i == 0                           ? ""
                   : i + 1 == placing->within_count ? " or "
                                                    : ", ",
                   placing->within[i]->name->text);
    Text word = name_text(kind->name);
    Diagnostic *diagnostic =
        placing->within_count == 0
            ? report(store, DIAGNOSTIC_misplaced, node->kind.span,
                     "This %s stands on its own, not inside something else.", word.at)
            : report(store, DIAGNOSTIC_misplaced, node->kind.span, "This %s belongs inside a %s%s.",
                     word.at, places.bytes, parent == NULL ? ", and this one is outside" : "");
    if (parent != NULL)
        diagnostic_note(store, diagnostic, parent->span, "this is where it stands now");
    diagnostic_help(store, diagnostic,
                    "Move it, or look for a } that closes something too early above it.");
    out_free(&places);
}

/* ---- words of lists ---- */

static int rank_of_phrase(Building *building, const Kind *scale, const Atom *atom) {
    if (atom == NULL)
        return 0;
    if (atom->kind == TOKEN_NUMBER) {
        Number number;
        bool read = value_number_literal(span_text(building->model->sources, atom->span), &number);
        return read ? (int)(number.thousandths / 1000) : 0;
    }
    const Record *step = scale == NULL ? NULL : map_get(scale->term_names, atom->name);
    return step == NULL ? 0 : step->rank_first;
}

/* `rank: 3`, or `on: consult to involve` on the scale that this one is placed on. */
static void read_ranks(Building *building, Record *term, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind != ITEM_FIELD || item->field.values == NULL)
            continue;
        Text label = name_text(item->field.label.name);
        const Atom *first = item->field.values->first, *last = first;
        while (last != NULL && last->next != NULL)
            last = last->next;
        if (text_is(label, "rank") || (text_is(label, "on") && term->kind->placed_on != NULL)) {
            term->rank_first = (int16_t)rank_of_phrase(building, term->kind->placed_on, first);
            term->rank_last = (int16_t)rank_of_phrase(building, term->kind->placed_on, last);
            if (term->rank_first == 0 || term->rank_last < term->rank_first)
                report(building->model->diagnostics, DIAGNOSTIC_bad_vocabulary, item->span,
                       "A step of a scale needs a place on it: a rank from 1, or steps of the "
                       "scale that this one is placed on, the lower first.");
        }
    }
}

static bool is_term_label(const FieldNode *node) {
    static const char *const LABELS[] = {"rank", "on", "also", "not-called"};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (text_is(name_text(node->label.name), LABELS[i]))
            return true;
    return false;
}

static void name_term(Building *building, Kind *list, Record *term, const Block *block) {
    const Name **also = NULL;
    uint32_t count = 0;
    read_spellings(building, block, &also, &count);
    term->misnomers = read_misnomers(building, block);
    Record *known = map_get(list->term_names, term->name);
    if (known != NULL) {
        Diagnostic *diagnostic =
            report(building->model->diagnostics, DIAGNOSTIC_duplicate_name, term->name_span,
                   "%s has the word %s already.", list->name->text, term->name->text);
        diagnostic_note(building->model->diagnostics, diagnostic, known->span, "it is here");
        return;
    }
    map_put(list->term_names, term->name, term);
    const Name *title = name_of_words(building->model->names, term->title);
    if (map_get(list->term_names, title) == NULL)
        map_put(list->term_names, title, term);
    for (uint32_t i = 0; i < count; i++)
        if (map_get(list->term_names, also[i]) == NULL)
            map_put(list->term_names, also[i], term);
}

static void build_term(Building *building, Kind *list, Module *module, const Item *item) {
    Model *model = building->model;
    const RecordNode *node = &item->record;
    Record *term = new_record(building, list, module, NULL, item);
    module->top_count--; /* a word is no record of its module: it belongs to its list */
    if (list->base == NULL && list != building->term_kind)
        list->base = building->term_kind;
    term->path = name_within(model->names, list->name, term->name);
    map_put(model->paths, term->path, term);
    name_term(building, list, term, &node->block);
    read_ranks(building, term, &node->block);
    Line *above = NULL;
    for (const Item *line = node->block.first; line != NULL; line = line->next)
        if (line->kind == ITEM_FIELD && !is_term_label(&line->field))
            above = build_line(building, term, line, above);
}

static void build_terms(Building *building, Module *module, const Item *item) {
    Kind *list =
        item->record.name.name == NULL ? NULL : model_kind(building->model, item->record.name.name);
    if (list == NULL)
        return;
    for (const Item *term = item->record.block.first; term != NULL; term = term->next)
        if (term->kind == ITEM_RECORD && text_is(name_text(term->record.kind.name), "term"))
            build_term(building, list, module, term);
}

/* ---- items ---- */

/* A test is a small file of its own (see compile/tests.h): here it only says what must come out. */
static void build_test_lines(Building *building, Record *test, const Block *block) {
    Line *above = NULL;
    for (const Item *item = block->first; item != NULL; item = item->next)
        if (item->kind == ITEM_FIELD)
            above = build_line(building, test, item, above);
}

static void build_record(Building *building, Module *module, Record *parent, const Item *item) {
    const RecordNode *node = &item->record;
    Kind *kind = model_kind(building->model, node->kind.name);
    if (kind == NULL) {
        report_unknown_kind(building, parent, node);
        return;
    }
    if (!kind_stands_in(kind, parent)) {
        report_misplaced(building, kind, parent, node);
        return;
    }
    Record *record = new_record(building, kind, module, parent, item);
    if (record->refers == NULL)
        scope_add(building, record);
    if (kind->role == ROLE_TEST)
        build_test_lines(building, record, &node->block);
    else
        build_block(building, module, record, &node->block);
}

static void build_meta(Building *building, Module *module, Record *parent, const Item *item) {
    Text word = name_text(item->record.kind.name);
    if (text_is(word, "vocabulary"))
        build_block(building, module, parent, &item->record.block);
    else if (text_is(word, "words") || text_is(word, "scale"))
        build_terms(building, module, item);
}

static void report_loose_label(Building *building, const FieldNode *node) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_misplaced, node->label.span,
               "%s: stands outside any record, so it is said of nothing.", node->label.name->text);
    diagnostic_help(store, diagnostic,
                    "Begin with a plan and put the line inside it: plan \"Title\" { ... }");
}

/* Rules look through the slots of a record again and again: memory side by side is read fastest. */
static void make_slots(Building *building, const Block *block) {
    building->slots_left = 0;
    for (const Item *item = block->first; item != NULL; item = item->next)
        building->slots_left += item->kind == ITEM_FIELD;
    building->slots = arena_array(building->model->arena, Slot, building->slots_left);
}

static void build_block(Building *building, Module *module, Record *parent, const Block *block) {
    Line *above = NULL;
    Slot *outer_slots = building->slots;
    uint32_t outer_left = building->slots_left;
    make_slots(building, block);
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind == ITEM_RECORD && item->record.kind.name == NULL)
            continue;
        if (item->kind == ITEM_FIELD && parent == NULL) {
            if (item->field.label.name != NULL && !building->is_test)
                report_loose_label(building, &item->field);
        } else if (item->kind == ITEM_FIELD)
            above = build_line(building, parent, item, above);
        else if (is_meta_word(item->record.kind.name))
            build_meta(building, module, parent, item);
        else
            build_record(building, module, parent, item);
    }
    building->slots = outer_slots;
    building->slots_left = outer_left;
}

void build_records(Building *building, TreeWork work) {
    build_block(building, work.module, NULL, work.block);
}
