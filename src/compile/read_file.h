/* A file's bytes, and whether they are text that can be compiled. */
#ifndef CONVENE_COMPILE_READ_FILE_H
#define CONVENE_COMPILE_READ_FILE_H

#include "../source/diagnostic.h"

enum { LARGEST_FILE = 256 * 1024 * 1024 };

typedef struct FileRead {
    Text text;
    int error;      /* errno, 0 if the bytes are there */
    bool not_plain; /* a folder, a pipe, a device: nothing to read from beginning to end */
    bool folder, too_big;
} FileRead;

/* The bytes of the regular file PATH, copied into ARENA. Never waits for a pipe. */
FileRead read_file(Arena *arena, const char *path);

/* Reports why READ of PATH has no text, at a place that names the file. */
void report_unread(Diagnostics *store, Sources *sources, const char *path, const FileRead *read);

/* Is SOURCE text, and is there anything in it? Reports what is wrong if not. */
bool check_text(Diagnostics *store, Sources *sources, const Source *source);

#endif
