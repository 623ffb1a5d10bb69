/* Draw hints, read for one record. */
#include "hints.h"

const DrawSlot *hint_slot(const Kind *kind, const char *view, const char *slot) {
    const Draw *first = kind_draw(kind, view);
    for (const Draw *draw = first; draw != NULL; draw = draw->next) {
        const DrawSlot *found = draw->view == first->view ? draw_slot(draw, slot) : NULL;
        if (found != NULL)
            return found;
    }
    return NULL;
}

bool hint_is_marked(const Kind *kind, const char *view, const char *mark) {
    const Draw *first = kind_draw(kind, view);
    for (const Draw *draw = first; draw != NULL; draw = draw->next)
        if (draw->view == first->view && draw->mark != NULL && text_is(name_text(draw->mark), mark))
            return true;
    return false;
}

Values hint_values(const Emission *emission, const Record *record, const DrawSlot *slot,
                   uint32_t field) {
    if (slot == NULL || field >= slot->count || slot->fields[field] == NULL)
        return (Values){0};
    return read_field(emission->reader, record, slot->fields[field]);
}

const Value *hint_value(const Emission *emission, const Record *record, const DrawSlot *slot) {
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(emission, record, slot, i);
        if (values.count > 0)
            return values.items[0];
    }
    return NULL;
}

const char *value_label(Arena *arena, const Value *value) {
    if (value->kind == VALUE_RECORD && value->record != NULL)
        return text_string(arena, value->record->title);
    return value_words(arena, value);
}

bool hint_is_yes(const Emission *emission, const Record *record, const DrawSlot *slot) {
    const Value *value = hint_value(emission, record, slot);
    return value != NULL && value->kind == VALUE_YES_NO && value->yes;
}

static bool slot_names(const Model *model, const DrawSlot *slot, const Kind *kind) {
    for (uint32_t i = 0; i < slot->count; i++) {
        const Kind *named = model_kind(model, slot->words[i]);
        if (named != NULL && kind_is(kind, named))
            return true;
    }
    return false;
}

const Record *hint_around(const Emission *emission, const Record *record, const char *view,
                          const DrawSlot *slot) {
    for (const Record *at = record->parent; at != NULL; at = at->parent) {
        if (at->kind->role == ROLE_TOP)
            return NULL;
        if (kind_draw(at->kind, view) != NULL &&
            (slot == NULL || slot_names(emission->model, slot, at->kind)))
            return at;
    }
    return NULL;
}
