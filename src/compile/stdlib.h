/* The standard library, embedded in the program byte for byte (made by stdlib/embed.sh). */
#ifndef CONVENE_COMPILE_STDLIB_H
#define CONVENE_COMPILE_STDLIB_H

#include <stddef.h>

typedef struct StdlibFile {
    const char *path; /* "stdlib/bnssg/charter.convene" */
    const unsigned char *bytes;
    size_t length;
} StdlibFile;

extern const StdlibFile STDLIB[]; /* ends with a NULL path */

#endif
