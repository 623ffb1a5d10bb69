#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Chunk {
    struct Chunk *next;
    size_t used, size;
    max_align_t bytes[];
} Chunk;

struct Arena {
    Chunk *chunk;
    size_t handed_out;
};

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 };

/* The one place where a compilation may end early: nothing useful can be said without memory. */
static void *memory_or_exit(size_t size) {
    void *memory = calloc(1, size);
    if (memory == NULL) {
        fputs("convene: there is not enough memory on this machine for that.\n", stderr);
        exit(3);
    }
    return memory;
}

Arena *arena_new(void) { return memory_or_exit(sizeof(Arena)); }

void arena_free(Arena *arena) {
    if (arena == NULL)
        return;
    for (Chunk *chunk = arena->chunk, *next; chunk != NULL; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

static Chunk *add_chunk(Arena *arena, size_t at_least) {
    size_t size = arena->chunk == NULL ? FIRST_CHUNK : arena->chunk->size * 2;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < at_least)
        size = at_least;
    Chunk *chunk = memory_or_exit(sizeof(Chunk) + size);
    chunk->size = size;
    chunk->next = arena->chunk;
    arena->chunk = chunk;
    return chunk;
}

void *arena_alloc(Arena *arena, size_t size) {
    size_t rounded = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    Chunk *chunk = arena->chunk;
    if (chunk == NULL || chunk->size - chunk->used < rounded)
        chunk = add_chunk(arena, rounded);
    void *memory = (char *)chunk->bytes + chunk->used;
    chunk->used += rounded;
    arena->handed_out += rounded;
    return memory;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_format(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_used(const Arena *arena) { return arena->handed_out; }

void *arena_grow(Arena *arena, void *items, uint32_t count, uint32_t *room, size_t item_size) {
    if (count < *room)
        return items;
    uint32_t wider = *room == 0 ? 4 : *room * 2;
    void *moved = arena_alloc(arena, item_size * wider);
    if (count > 0)
        memcpy(moved, items, item_size * count);
    *room = wider;
    return moved;
}
