#include "map.h"

typedef struct Entry {
    const void *key;
    void *value;
} Entry;

struct Map {
    Arena *arena;
    Entry *entries;
    uint32_t count, room; /* room is a power of two */
};

Map *map_new(Arena *arena) {
    Map *map = arena_make(arena, Map);
    map->arena = arena;
    map->room = 8;
    map->entries = arena_array(arena, Entry, map->room);
    return map;
}

static Entry *entry_for(const Map *map, const void *key) {
    uint64_t hash = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    uint32_t slot = (uint32_t)(hash >> 32) & (map->room - 1);
    while (map->entries[slot].key != NULL && map->entries[slot].key != key)
        slot = (slot + 1) & (map->room - 1);
    return &map->entries[slot];
}

void *map_get(const Map *map, const void *key) { return entry_for(map, key)->value; }

static void widen(Map *map) {
    Entry *old = map->entries;
    uint32_t old_room = map->room;
    map->room *= 2;
    map->entries = arena_array(map->arena, Entry, map->room);
    for (uint32_t i = 0; i < old_room; i++)
        if (old[i].key != NULL)
            *entry_for(map, old[i].key) = old[i];
}

void map_put(Map *map, const void *key, void *value) {
    if ((map->count + 1) * 2 > map->room)
        widen(map);
    Entry *entry = entry_for(map, key);
    map->count += entry->key == NULL;
    *entry = (Entry){key, value};
}
