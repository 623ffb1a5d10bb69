/* A map from pointers (interned names, kinds, records) to pointers. */
#ifndef CONVENE_BASE_MAP_H
#define CONVENE_BASE_MAP_H

#include "arena.h"

typedef struct Map Map;

Map *map_new(Arena *arena);
void *map_get(const Map *map, const void *key); /* NULL if it is not there */
void map_put(Map *map, const void *key, void *value);

#endif
