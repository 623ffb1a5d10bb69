/* Interned names: two names are the same if and only if their pointers are. */
#ifndef CONVENE_BASE_NAMES_H
#define CONVENE_BASE_NAMES_H

#include "arena.h"
#include "text.h"

typedef struct Name {
    uint32_t hash;
    uint32_t length;
    const char *text; /* NUL-terminated */
} Name;

typedef struct Names Names;

/* A table whose names live as long as ARENA. */
Names *names_new(Arena *arena);

/* The one name with these letters. */
const Name *name_of(Names *names, Text text);
/* The same for letters that outlive the table and end with a NUL: no copy is made. */
const Name *name_of_lasting(Names *names, const char *letters);
const Name *name_find(const Names *names, Text text); /* NULL if it was never met */

/* The path OUTER.INNER. */
const Name *name_within(Names *names, const Name *outer, const Name *inner);
const Name *name_find_within(const Names *names, const Name *outer, const Name *inner);

/* The name for some words as a label, a list or a title has them: lower case, blanks and
 * underscores to hyphens, other punctuation left out. "Seldom heard" gives `seldom-heard`. */
const Name *name_of_words(Names *names, Text words);

static inline Text name_text(const Name *name) {
    return name == NULL ? TEXT("") : (Text){name->text, name->length};
}

#endif
