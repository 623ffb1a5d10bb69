/* Names of modules and the files that hold them: bnssg.charter is bnssg/charter.convene. */
#ifndef CONVENE_COMPILE_MODULES_H
#define CONVENE_COMPILE_MODULES_H

#include "../syntax/parse.h"

/* Where the module is in FOLDER; NULL if its name could not be that of a file there. */
const char *module_path(Arena *arena, const char *folder, const Name *module);

/* The names of all modules in the COUNT folders and in the standard library, sorted, each once,
 * with NULL at the end. Looks four folders deep, and at a thousand files at most. */
const Name *const *module_names(const ParseContext *context, const char *const *folders,
                                uint32_t count);

#endif
