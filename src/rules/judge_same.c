/* Clauses that say of each other that they ask the same (`same-as`): what a plan says of one it
 * says of all. A clause may name one of a charter that is not in hand; two that name the same such
 * clause ask the same too. */
#include "judging.h"

static SameClauses *group_of(Judging *judging, const Name *path) {
    SameClauses *group = map_get(judging->same, path);
    if (group != NULL)
        return group;
    group = arena_make(judging->arena, SameClauses);
    arena_push(judging->arena, group->paths, group->count, group->room, path);
    map_put(judging->same, path, group);
    return group;
}

static void join(Judging *judging, const Name *a, const Name *b) {
    SameClauses *into = group_of(judging, a), *from = group_of(judging, b);
    if (into == from)
        return;
    for (uint32_t i = 0; i < from->count; i++) {
        arena_push(judging->arena, into->paths, into->count, into->room, from->paths[i]);
        map_put(judging->same, from->paths[i], into);
    }
}

/* The whole path of what a clause calls NAME: it may be written by its end. */
static const Name *whole_path(const Model *model, const Name *name) {
    const Name *found = NULL;
    if (model_record(model, name) != NULL)
        return name;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (record->kind->role != ROLE_CLAUSE || !name_may_be_typed(record->path, name))
            continue;
        if (found != NULL)
            return name;
        found = record->path;
    }
    return found == NULL ? name : found;
}

void gather_same(Judging *judging) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *clause = model->records[i];
        const Slot *slot =
            clause->kind->role == ROLE_CLAUSE ? role_slot(judging, clause, "same-as") : NULL;
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_NAME)
                join(judging, clause->path, whole_path(model, value->name));
    }
}

const SameClauses *same_clauses(const Judging *judging, const Record *clause) {
    return clause == NULL || clause->path == NULL ? NULL : map_get(judging->same, clause->path);
}
