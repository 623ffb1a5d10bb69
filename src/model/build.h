/* Trees to a model: the vocabulary first, then the records, then their values, then the names that
 * refer to them. */
#ifndef CONVENE_MODEL_BUILD_H
#define CONVENE_MODEL_BUILD_H

#include "../syntax/parse.h"
#include "model.h"

/* A file of a library, as it was found. */
typedef struct LibraryFile {
    const Tree *tree; /* NULL: there is no such module */
    bool stdlib;
} LibraryFile;

/* Where modules come from. */
typedef struct Library {
    void *from; /* handed to the two functions */
    LibraryFile (*find)(void *from, const Name *module);
    /* The names of all modules there are, for "did you mean" and for short names; NULL-terminated.
     */
    const Name *const *(*list)(void *from);
    /* Those of charters alone; NULL: nobody can tell which of them are charters. */
    const Name *const *(*charters)(void *from);
    const char *const *always; /* modules in force everywhere, NULL-terminated: the vocabulary */
} Library;

/* The block of MAIN that is the file asked for: the whole file, or of one test block in it.
 * Everything wrong is reported to CONTEXT; a model always comes back, with all that could be made
 * out. The file may adopt what is in AGAINST too (NULL-terminated names, or NULL). */
Model *model_build(const ParseContext *context, const Tree *tree, const Block *main,
                   const Library *library, const Name *const *against);

/* The record with the full path PATH (`uk.holidays.scotland`), whose module is fetched now if
 * nobody adopted or used it: what it holds joins the model, though not what the plan can see. NULL
 * if there is none. For what the program reads only when it is needed. */
Record *model_fetch(Model *model, const Name *path);

/* The standing of the plan in BLOCK, which need not be the model's own: that of a test, say. */
Standing model_standing(const Model *model, const Block *block);

#endif
