/* Names of modules and the files that hold them: bnssg.charter is bnssg/charter.convene. */
#ifndef CONVENE_COMPILE_MODULES_H
#define CONVENE_COMPILE_MODULES_H

#include "../syntax/parse.h"

/* Where the module is in FOLDER; NULL if its name could not be that of a file there. */
const char *module_path(Arena *arena, const char *folder, const Name *module);

/* The modules that are in force in every plan, NULL-terminated: what stands at the top of stdlib/.
 */
const char *const *modules_always(Arena *arena);

/* Every module of the standard library, tests too, NULL-terminated. */
const Name *const *modules_of_stdlib(const ParseContext *context);

/* The names of all modules in the COUNT folders and in the standard library that could be adopted
 * or used, sorted, each once, with NULL at the end: no plans, no tests, and not what is
 * always in force.
 * Looks four folders deep, and at a thousand files at most. */
const Name *const *module_names(const ParseContext *context, const char *const *folders,
                                uint32_t count, bool only_charters);

#endif
