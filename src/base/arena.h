/* Memory that is given back all at once. Nothing allocated here is freed alone. */
#ifndef CONVENE_BASE_ARENA_H
#define CONVENE_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct Arena Arena;

/* A new, empty arena; never NULL (running out of memory ends the program with exit code 3). */
Arena *arena_new(void);
void arena_free(Arena *arena);

/* SIZE zeroed bytes, aligned for any type. */
void *arena_alloc(Arena *arena, size_t size);

/* A copy of LENGTH bytes with a NUL behind them. */
char *arena_copy(Arena *arena, const char *bytes, size_t length);

/* A formatted, NUL-terminated string. */
char *arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many bytes have been handed out. */
size_t arena_used(const Arena *arena);

#define arena_make(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                            \
    ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

/* Room for one more item in an array that grows by doubling inside an arena:
 *     Name **names = NULL; uint32_t count = 0, room = 0;
 *     names = arena_grow(arena, names, count, &room, sizeof *names);
 *     names[count++] = name; */
void *arena_grow(Arena *arena, void *items, uint32_t count, uint32_t *room, size_t item_size);

#define arena_push(arena, items, count, room, item)                                                \
    ((items) = arena_grow((arena), (items), (count), &(room), sizeof *(items)),                    \
     (void)((items)[(count)++] = (item)))

#endif
