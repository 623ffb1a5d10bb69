#include "model.h"

Kind *model_kind(const Model *model, const Name *name) { return map_get(model->kind_names, name); }

Kind *model_kind_of_plural(const Model *model, const Name *name) {
    return map_get(model->plurals, name);
}

bool kind_is_list(const Kind *kind) { return kind->is_words || kind->is_scale; }

Kind *kind_with_role(const Model *model, Role role) {
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (model->kinds[i]->role == role)
            return model->kinds[i];
    return NULL;
}

bool kind_is(const Kind *kind, const Kind *ancestor) {
    for (; kind != NULL; kind = kind->base)
        if (kind == ancestor)
            return true;
    return false;
}

const Kind *kind_placing(const Kind *kind) {
    while (kind->base != NULL && kind->within_count == 0 && !kind->in_library)
        kind = kind->base;
    return kind;
}

bool kind_stands_in(const Kind *kind, const Record *parent) {
    const Kind *placing = kind_placing(kind);
    if (parent == NULL)
        return placing->in_library || placing->within_count == 0;
    for (uint32_t i = 0; i < placing->within_count; i++)
        if (kind_is(parent->kind, placing->within[i]))
            return true;
    return false;
}

Field *kind_field(const Kind *kind, const Name *name) {
    for (; kind != NULL; kind = kind->base) {
        Field *field = map_get(kind->field_names, name);
        if (field != NULL)
            return field;
    }
    return NULL;
}

Field *kind_field_text(const Model *model, const Kind *kind, const char *name) {
    const Name *found = name_find(model->names, text_of(name));
    return found == NULL ? NULL : kind_field(kind, found);
}

const Draw *kind_draw(const Kind *kind, const char *view) {
    for (; kind != NULL; kind = kind->base)
        for (const Draw *draw = kind->draws; draw != NULL; draw = draw->next)
            if (text_is(name_text(draw->view), view))
                return draw;
    return NULL;
}

const DrawSlot *draw_slot(const Draw *draw, const char *slot) {
    for (const DrawSlot *found = draw->slots; found != NULL; found = found->next)
        if (text_is(name_text(found->slot), slot))
            return found;
    return NULL;
}

bool name_may_be_typed(const Name *full, const Name *typed) {
    if (full == typed || full->length <= typed->length)
        return full == typed;
    Text text = name_text(full);
    size_t behind = full->length - typed->length;
    bool ends = text_ends(text, typed->text) && full->text[behind - 1] == '.';
    bool begins = text_starts(text, typed->text) &&
                  text_is(text_part(text, typed->length, text.length), ".charter");
    return ends || begins;
}

Record *model_charter(const Model *model, const Name *name) {
    Record *exact = model_record(model, name);
    if (exact != NULL && exact->kind->role == ROLE_CHARTER)
        return exact;
    for (uint32_t i = 0; i < model->module_count; i++)
        for (uint32_t t = 0; t < model->modules[i]->top_count; t++) {
            Record *top = model->modules[i]->tops[t];
            if (top->kind->role == ROLE_CHARTER && name_may_be_typed(top->name, name))
                return top;
        }
    return NULL;
}

Record *model_record(const Model *model, const Name *path) { return map_get(model->paths, path); }

const Slot *record_slot(const Record *record, const Field *field) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        if (slot->field == field)
            return slot;
    return NULL;
}

const Slot *record_slot_text(const Model *model, const Record *record, const char *field) {
    const Field *found = kind_field_text(model, record->kind, field);
    return found == NULL ? NULL : record_slot(record, found);
}

const Value *record_value(const Model *model, const Record *record, const char *field) {
    return slot_first(record_slot_text(model, record, field));
}

Text record_text(const Model *model, const Record *record, const char *field) {
    const Value *value = record_value(model, record, field);
    return value == NULL || value->kind != VALUE_TEXT ? TEXT("") : value->text;
}

Record *record_with_role(Record *record, Role role) {
    while (record != NULL && record->kind->role != role)
        record = record->parent;
    return record;
}

static const Value *first_from(const Line *line) {
    while (line != NULL && line->first == NULL)
        line = line->next;
    return line == NULL ? NULL : line->first;
}

const Value *slot_first(const Slot *slot) { return slot == NULL ? NULL : first_from(slot->lines); }

const Value *value_after(const Value *value) {
    if (value->next != NULL || value->line == NULL)
        return value->next;
    return first_from(value->line->next);
}
