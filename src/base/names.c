#include "names.h"

#include <string.h>

struct Names {
    Arena *arena;
    const Name **slots;
    uint32_t count, room; /* room is a power of two */
};

Names *names_new(Arena *arena) {
    Names *names = arena_make(arena, Names);
    names->arena = arena;
    names->room = 1024;
    names->slots = arena_array(arena, const Name *, names->room);
    return names;
}

static uint32_t hash_of(Text text) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 16777619u;
    return hash ^ (hash >> 15);
}

static uint32_t slot_for(const Names *names, Text text, uint32_t hash) {
    uint32_t slot = hash & (names->room - 1);
    while (names->slots[slot] != NULL) {
        const Name *name = names->slots[slot];
        if (name->hash == hash && text_same(name_text(name), text))
            break;
        slot = (slot + 1) & (names->room - 1);
    }
    return slot;
}

static void widen(Names *names) {
    const Name **old = names->slots;
    uint32_t old_room = names->room;
    names->room *= 2;
    names->slots = arena_array(names->arena, const Name *, names->room);
    for (uint32_t i = 0; i < old_room; i++)
        if (old[i] != NULL)
            names->slots[slot_for(names, name_text(old[i]), old[i]->hash)] = old[i];
}

static const Name *add_name(Names *names, Text text, bool lasting) {
    uint32_t hash = hash_of(text);
    uint32_t slot = slot_for(names, text, hash);
    if (names->slots[slot] != NULL)
        return names->slots[slot];
    Name *name = arena_make(names->arena, Name);
    name->hash = hash;
    name->length = (uint32_t)text.length;
    name->text = lasting ? text.at : arena_copy(names->arena, text.at, text.length);
    names->slots[slot] = name;
    if (++names->count * 2 > names->room)
        widen(names);
    return name;
}

const Name *name_of(Names *names, Text text) { return add_name(names, text, false); }

const Name *name_of_lasting(Names *names, const char *letters) {
    return add_name(names, text_of(letters), true);
}

const Name *name_find(const Names *names, Text text) {
    return names->slots[slot_for(names, text, hash_of(text))];
}

enum { SHORT_PATH = 160 };

/* "outer.inner", in BUFFER if it is short. */
static Text path_within(const Names *names, const Name *outer, const Name *inner, char *buffer) {
    size_t length = (size_t)outer->length + 1 + inner->length;
    char *path = length > SHORT_PATH ? arena_alloc(names->arena, length) : buffer;
    memcpy(path, outer->text, outer->length);
    path[outer->length] = '.';
    memcpy(path + outer->length + 1, inner->text, inner->length);
    return (Text){path, length};
}

const Name *name_within(Names *names, const Name *outer, const Name *inner) {
    char buffer[SHORT_PATH];
    return name_of(names, path_within(names, outer, inner, buffer));
}

const Name *name_find_within(const Names *names, const Name *outer, const Name *inner) {
    char buffer[SHORT_PATH];
    return name_find(names, path_within(names, outer, inner, buffer));
}

const Name *name_of_words(Names *names, Text words) {
    char *letters = arena_alloc(names->arena, words.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < words.length; i++) {
        unsigned char c = (unsigned char)words.at[i];
        bool gap = c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\n' || c == '/';
        if (gap && length > 0 && letters[length - 1] != '-')
            letters[length++] = '-';
        else if (c >= 'A' && c <= 'Z')
            letters[length++] = (char)(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80 || c == '.')
            letters[length++] = (char)c;
    }
    while (length > 0 && (letters[length - 1] == '-' || letters[length - 1] == '.'))
        length--;
    return name_of(names, (Text){letters, length});
}
