/* Memory for the lists that one comparison needs: handed out and taken back in order, so that
 * judging a large plan does not grow with every case. */
#include "reader.h"

#include <string.h>

enum { CHUNK_ITEMS = 1024 };

static ScratchChunk *add_chunk(Reader *reader, uint32_t at_least) {
    ScratchChunk *chunk = arena_make(reader->arena, ScratchChunk);
    chunk->room = at_least > CHUNK_ITEMS ? at_least : CHUNK_ITEMS;
    chunk->items = arena_array(reader->arena, Datum, chunk->room);
    if (reader->chunk == NULL) {
        reader->first_chunk = chunk;
    } else {
        chunk->next = reader->chunk->next;
        reader->chunk->next = chunk;
    }
    return chunk;
}

ScratchMark scratch_mark(Reader *reader) {
    if (reader->chunk == NULL)
        reader->chunk = add_chunk(reader, CHUNK_ITEMS);
    return (ScratchMark){reader->chunk, reader->chunk->used};
}

void scratch_release(Reader *reader, ScratchMark mark) {
    reader->chunk = mark.chunk;
    reader->chunk->used = mark.used;
}

Datum *scratch_items(Reader *reader, uint32_t count) {
    (void)scratch_mark(reader);
    while (reader->chunk->room - reader->chunk->used < count) {
        ScratchChunk *next = reader->chunk->next;
        if (next == NULL || next->room < count)
            next = add_chunk(reader, count);
        next->used = 0;
        reader->chunk = next;
    }
    Datum *items = reader->chunk->items + reader->chunk->used;
    reader->chunk->used += count;
    return items;
}

void scratch_push(Reader *reader, DatumList *list, Datum item) {
    if (list->count == list->room) {
        uint32_t wider = list->room == 0 ? 4 : list->room * 2;
        Datum *moved = scratch_items(reader, wider);
        if (list->count > 0)
            memcpy(moved, list->items, list->count * sizeof *moved);
        list->items = moved;
        list->room = wider;
    }
    list->items[list->count++] = item;
}

void operand_copy(Operand *to, const Operand *from) {
    *to = *from;
    if (from->items == &from->one)
        to->items = &to->one;
}

void operand_keep(Reader *reader, Operand *to, const Operand *from) {
    operand_copy(to, from);
    if (to->items == &to->one || to->count == 0)
        return;
    Datum *kept = arena_array(reader->arena, Datum, to->count);
    memcpy(kept, from->items, to->count * sizeof *kept);
    to->items = kept;
}
