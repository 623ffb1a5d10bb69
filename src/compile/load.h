/* Files to sources and trees: the plan that was asked for, and the modules that it adopts or uses,
 * from its own folder, from the folders of --library, and from the standard library in the program.
 */
#ifndef CONVENE_COMPILE_LOAD_H
#define CONVENE_COMPILE_LOAD_H

#include "../model/build.h"
#include "../syntax/parse.h"

typedef struct Loader Loader;

/* A loader for a plan whose modules are looked for in FOLDER (NULL: none), in the COUNT folders
 * LIBRARIES, and in the standard library. */
Loader *loader_new(const ParseContext *context, const char *folder, const char *const *libraries,
                   size_t count);

/* Reads the regular file PATH and adds it to the sources. NULL if it cannot be read, is too big, is
 * not text or is empty, all of which is reported. */
const Source *load_file(Loader *loader, const char *path);

/* The same with TEXT in place of what is in the file, which is not read. */
const Source *load_text(Loader *loader, const char *path, Text text);

/* Whether a file that was asked for could not be read at all, as against read and found wrong. */
bool loader_could_not_read(const Loader *loader);

/* Where model_build finds modules. A module that is there but cannot be read is reported, and found
 * empty, so that nothing more is said of it. Modules are read once, and kept. */
Library loader_library(Loader *loader);

/* From now on NAME is found in TREE: so the tests in a file find the charter that stands beside
 * them. */
void loader_know(Loader *loader, const Name *name, const Tree *tree, bool stdlib);

/* "plans" for "plans/riverside.convene", "." for "riverside.convene". */
const char *path_folder(Arena *arena, const char *path);

#endif
