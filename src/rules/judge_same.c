/* Clauses that say of each other that they ask the same (`same-as`): what a plan says of one it
 * says of all. A clause may name one of a charter that is not in hand; two that name the same such
 * clause ask the same too. */
#include <string.h>

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
    for (uint32_t i = 0; i < from->part_count; i++)
        arena_push(judging->arena, into->parts, into->part_count, into->part_room, from->parts[i]);
    for (uint32_t i = 0; i < from->whole_count; i++)
        arena_push(judging->arena, into->wholes, into->whole_count, into->whole_room,
                   from->wholes[i]);
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

/* Of which charter the clause PATH is: all but its own name, where nothing more is known. */
static Text charter_of(const Model *model, const Name *path) {
    Record *charter = model_record(model, path);
    charter = charter == NULL ? NULL : record_with_role(charter, ROLE_CHARTER);
    if (charter != NULL)
        return name_text(charter->path);
    const char *dot = strrchr(path->text, '.');
    return text_part(name_text(path), 0, dot == NULL ? path->length : (size_t)(dot - path->text));
}

static uint32_t of_one_charter(const Model *model, const Value *first, Text charter) {
    uint32_t count = 0;
    for (const Value *value = first; value != NULL; value = value_after(value))
        count += value->kind == VALUE_NAME &&
                 text_same(charter_of(model, whole_path(model, value->name)), charter);
    return count;
}

/* One clause of a charter asks the same; several of one charter ask it together. */
static void take_name(Judging *judging, const Record *clause, const Value *first,
                      const Name *other) {
    const Model *model = judging->model;
    if (of_one_charter(model, first, charter_of(model, other)) < 2) {
        join(judging, clause->path, other);
        return;
    }
    SameClauses *whole = group_of(judging, clause->path), *part = group_of(judging, other);
    arena_push(judging->arena, whole->parts, whole->part_count, whole->part_room, other);
    arena_push(judging->arena, part->wholes, part->whole_count, part->whole_room, clause->path);
}

void gather_same(Judging *judging) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *clause = model->records[i];
        const Slot *slot =
            clause->kind->role == ROLE_CLAUSE ? role_slot(judging, clause, "same-as") : NULL;
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_NAME)
                take_name(judging, clause, slot_first(slot), whole_path(model, value->name));
    }
}

const SameClauses *same_clauses(const Judging *judging, const Record *clause) {
    return clause == NULL || clause->path == NULL ? NULL : map_get(judging->same, clause->path);
}

bool is_part_of(const Judging *judging, const Record *clause, const Record *whole) {
    const SameClauses *same = same_clauses(judging, clause);
    const SameClauses *group = same_clauses(judging, whole);
    for (uint32_t i = 0; same != NULL && group != NULL && i < same->whole_count; i++)
        if (map_get(judging->same, same->wholes[i]) == group)
            return true;
    return false;
}
