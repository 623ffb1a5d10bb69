/* Names alone behind `expect:` and `that:`. */
#include "taken_over.h"

#include "said.h"

#include <string.h>

static const Record *child_named(const Record *parent, const Name *name) {
    for (const Record *child = parent->first_child; child != NULL; child = child->next_sibling)
        if (child->name == name && child->kind->role == ROLE_EXPECTATION)
            return child;
    return NULL;
}

static const Record *top_named(const Module *module, const Name *name) {
    for (uint32_t i = 0; i < module->top_count; i++)
        if (module->tops[i]->name == name && module->tops[i]->kind->role == ROLE_EXPECTATION)
            return module->tops[i];
    return NULL;
}

const Record *expectation_taken_over(Arena *arena, const Model *model, const Record *record,
                                     const Line *line) {
    const char *words = said_rule(arena, model, line);
    if (words[0] == '\0' || strchr(words, ' ') != NULL)
        return NULL;
    const Name *name = name_of(model->names, text_of(words));
    const Record *found = NULL;
    for (const Record *around = record->parent; found == NULL && around != NULL;
         around = around->parent)
        found = child_named(around, name);
    for (uint32_t i = 0; found == NULL && i < record->module->use_count; i++)
        found = top_named(record->module->uses[i], name);
    if (found == NULL)
        found = model_record(model, name);
    return found != NULL && found->kind->role == ROLE_EXPECTATION ? found : NULL;
}

typedef struct Found {
    Arena *arena;
    const Model *model;
    const Record **items;
    uint32_t count, room;
} Found;

static void take(Found *found, const Record *record, const char *label) {
    const Slot *slot = record_slot_text(found->model, record, label);
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        const Record *shared = expectation_taken_over(found->arena, found->model, record, line);
        bool known = shared == NULL;
        for (uint32_t i = 0; i < found->count; i++)
            known = known || found->items[i] == shared;
        if (!known)
            arena_push(found->arena, found->items, found->count, found->room, shared);
    }
}

const Record **expectations_taken_over(Arena *arena, const Model *model, const Record *clause,
                                       uint32_t *count) {
    Found found = {.arena = arena, .model = model};
    take(&found, clause, "expect");
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION)
            take(&found, child, "that");
    *count = found.count;
    return found.items;
}
