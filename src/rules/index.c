/* What is in scope of a plan, by kind and by what it refers to: made once, so that no rule compares
 * every record with every other. */
#include "reader.h"

#include <stdlib.h>
#include <string.h>

bool is_in_scope(const Reader *reader, const Record *record) {
    return reader->in_scope[record->index];
}

/* The record after RECORD in a walk through all that stands in TOP. */
static const Record *walk_on(const Record *record, const Record *top) {
    if (record->first_child != NULL)
        return record->first_child;
    while (record != top && record->next_sibling == NULL)
        record = record->parent;
    return record == top ? NULL : record->next_sibling;
}

static void take_in(Reader *reader, const Record *top) {
    for (const Record *each = top; each != NULL; each = walk_on(each, top))
        reader->in_scope[each->index] = true;
}

static void take_in_module(Reader *reader, const Module *module) {
    for (uint32_t i = 0; i < module->top_count; i++) {
        const Record *top = module->tops[i];
        if (top->kind->role != ROLE_TOP && top->kind->role != ROLE_TEST)
            take_in(reader, top);
    }
}

/* The modules that FROM uses, by way of others too. */
static void take_in_modules(Reader *reader, const Module *from) {
    const Model *model = reader->model;
    const Module **found = arena_array(reader->arena, const Module *, model->module_count + 1);
    Map *seen = map_new(reader->arena);
    uint32_t count = 0;
    if (from != NULL)
        found[count++] = from, map_put(seen, from, seen);
    for (uint32_t i = 0; i < model->module_count; i++)
        if (model->modules[i]->always && map_get(seen, model->modules[i]) == NULL)
            found[count++] = model->modules[i], map_put(seen, model->modules[i], seen);
    for (uint32_t i = 0; i < count; i++) {
        take_in_module(reader, found[i]);
        for (uint32_t u = 0; u < found[i]->use_count && count <= model->module_count; u++)
            if (map_get(seen, found[i]->uses[u]) == NULL)
                found[count++] = found[i]->uses[u], map_put(seen, found[i]->uses[u], seen);
    }
}

void index_records(Reader *reader) {
    const Model *model = reader->model;
    reader->in_scope = arena_array(reader->arena, bool, model->record_count + 1);
    reader->scope_count = model->record_count;
    reader->exact = arena_array(reader->arena, KindList, model->kind_count + 1);
    reader->lists = arena_array(reader->arena, KindList, model->kind_count + 1);
    take_in_modules(reader, reader->plan != NULL ? reader->plan->module : model->main);
    if (reader->plan != NULL)
        take_in(reader, reader->plan);
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        const Kind *kind = record->kind;
        if (kind_is_list(kind))
            reader->in_scope[record->index] = true;
        if (!reader->in_scope[record->index])
            continue;
        KindList *list = &reader->exact[kind->index];
        arena_push(reader->arena, list->records, list->count, list->room, record);
    }
}

/* What joins later is out of the plan's sight. */
void reader_widen(Reader *reader) {
    uint32_t count = reader->model->record_count;
    if (count == reader->scope_count)
        return;
    bool *wider = arena_array(reader->arena, bool, count + 1);
    memcpy(wider, reader->in_scope, reader->scope_count * sizeof *wider);
    reader->in_scope = wider;
    reader->scope_count = count;
}

static int in_order(const void *left, const void *right) {
    const Record *a = *(const Record *const *)left, *b = *(const Record *const *)right;
    return a->index < b->index ? -1 : a->index > b->index;
}

static bool says_yes(Reader *reader, const Record *record, const Field *field) {
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    read_operand(reader, record, field, &operand);
    bool yes = is_one(&operand) && operand.items->kind == DATUM_YES_NO &&
               operand.items->truth == TRUTH_HOLDS;
    scratch_release(reader, mark);
    return yes;
}

/* Where a plan has none of a kind, records of another may stand in for it. */
static void add_stand_ins(Reader *reader, const Kind *kind, KindList *list) {
    const KindList *others = &reader->exact[kind->stand_ins->index];
    for (uint32_t i = 0; i < others->count; i++)
        if (says_yes(reader, others->records[i], kind->stand_in_field))
            arena_push(reader->arena, list->records, list->count, list->room, others->records[i]);
}

/* Records of a kind and of the kinds like it, in the order of the sources. */
static KindList *list_of(Reader *reader, const Kind *kind) {
    KindList *list = &reader->lists[kind->index];
    if (list->made)
        return list;
    uint32_t parts = 0;
    for (uint32_t k = 0; k < reader->model->kind_count; k++) {
        const KindList *exact = &reader->exact[k];
        if (exact->count == 0 || !kind_is(reader->model->kinds[k], kind))
            continue;
        parts++;
        for (uint32_t i = 0; i < exact->count; i++)
            arena_push(reader->arena, list->records, list->count, list->room, exact->records[i]);
    }
    if (parts == 0 && kind->stand_ins != NULL && reader->settled)
        add_stand_ins(reader, kind, list);
    if (parts > 1)
        qsort(list->records, list->count, sizeof *list->records, in_order);
    list->items = arena_array(reader->arena, Datum, list->count + 1);
    for (uint32_t i = 0; i < list->count; i++)
        list->items[i] = datum_of_record(list->records[i]);
    list->made = parts > 0 || kind->stand_ins == NULL || reader->settled;
    return list;
}

const Record *const *records_of(Reader *reader, const Kind *kind, uint32_t *count) {
    KindList *list = list_of(reader, kind);
    *count = list->count;
    return list->records;
}

const Datum *items_of(Reader *reader, const Kind *kind, uint32_t *count) {
    KindList *list = list_of(reader, kind);
    *count = list->count;
    return list->items;
}

/* ---- who refers to whom ---- */

static void keep_datum(Reader *reader, DatumList *list, const Record *record) {
    if (list->count > 0 && list->items[list->count - 1].record == record)
        return;
    arena_push(reader->arena, list->items, list->count, list->room, datum_of_record(record));
}

static void index_one(Reader *reader, FieldIndex *index, const Field *field, const Record *record) {
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    const Field *own = kind_field(record->kind, field->name); /* a kind like it may have its own */
    read_operand(reader, record, own == NULL ? field : own, &operand);
    bool is_open = operand.state != STATE_GIVEN || operand.shortage != TRUTH_HOLDS;
    for (uint32_t i = 0; i < operand.count && operand.state == STATE_GIVEN; i++) {
        const Datum *item = &operand.items[i];
        if (item->kind != DATUM_RECORD || item->doubt != TRUTH_HOLDS) {
            is_open = true;
            continue;
        }
        Referrers *referrers = map_get(index->by_target, item->record);
        if (referrers == NULL) {
            referrers = arena_make(reader->arena, Referrers);
            map_put(index->by_target, item->record, referrers);
            index->targets++;
        }
        keep_datum(reader, &referrers->hits, record);
        index->references++;
    }
    if (is_open)
        keep_datum(reader, &index->open, record);
    scratch_release(reader, mark);
}

FieldIndex *index_of(Reader *reader, const Field *field) {
    FieldIndex *index = map_get(reader->indexes, field);
    if (index != NULL)
        return index;
    index = arena_make(reader->arena, FieldIndex);
    index->by_target = map_new(reader->arena);
    uint32_t count;
    const Record *const *records = records_of(reader, field->owner, &count);
    for (uint32_t i = 0; i < count && !is_blocked(reader); i++)
        index_one(reader, index, field, records[i]);
    if (!is_blocked(reader))
        map_put(reader->indexes, field, index);
    return index;
}

const DatumList *referrers_of(Reader *reader, FieldIndex *index, const Record *target) {
    (void)reader;
    const Referrers *referrers = map_get(index->by_target, target);
    return referrers == NULL ? NULL : &referrers->hits;
}

/* ---- cells ---- */

static uint32_t cell_slot(const Reader *reader, const Record *record, const Field *field) {
    uint64_t hash = ((uint64_t)(uintptr_t)record * 0x9E3779B97F4A7C15u) ^
                    ((uint64_t)(uintptr_t)field * 0xC2B2AE3D27D4EB4Fu);
    uint32_t slot = (uint32_t)(hash >> 32) & (reader->cell_room - 1);
    while (reader->cells[slot] != NULL &&
           (reader->cells[slot]->record != record || reader->cells[slot]->field != field))
        slot = (slot + 1) & (reader->cell_room - 1);
    return slot;
}

static void widen_cells(Reader *reader) {
    Cell **old = reader->cells;
    uint32_t old_room = reader->cell_room;
    reader->cell_room = old_room == 0 ? 256 : old_room * 2;
    reader->cells = arena_array(reader->arena, Cell *, reader->cell_room);
    for (uint32_t i = 0; i < old_room; i++)
        if (old[i] != NULL)
            reader->cells[cell_slot(reader, old[i]->record, old[i]->field)] = old[i];
}

Cell *cell_of(Reader *reader, const Record *record, const Field *field) {
    if ((reader->cell_count + 1) * 2 > reader->cell_room)
        widen_cells(reader);
    uint32_t slot = cell_slot(reader, record, field);
    if (reader->cells[slot] == NULL) {
        Cell *cell = arena_make(reader->arena, Cell);
        cell->record = record;
        cell->field = field;
        reader->cells[slot] = cell;
        reader->cell_count++;
    }
    return reader->cells[slot];
}
