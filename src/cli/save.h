/* Outputs to files: whole or not at all, and never over what is not ours. */
#ifndef CONVENE_CLI_SAVE_H
#define CONVENE_CLI_SAVE_H

#include "../emit/outputs.h"
#include "face.h"

/* Makes OUTPUT from COMPILATION. False: it could not be made, and the diagnostics say why. */
bool output_write(const Options *options, Compilation *compilation, const Output *output, Out *out);

/* May NEW be written to PATH? A file that is there must be one that Convene made (or --force is
 * given), and never one that this compilation read. Says what is wrong. */
ExitCode may_save(const Options *options, const Compilation *compilation, const char *path,
                  const Out *new);

/* One output, made but not yet written. */
typedef struct Saving {
    const Output *output;
    const char *path;
    Out out;
    char *temporary; /* where it is while others are written */
} Saving;

/* Writes COUNT outputs with their marks to their paths, which may_save has allowed: all of them, or
 * none. Says what is wrong. */
ExitCode save(Saving *saving, size_t count);

/* Is what is made to be printed? Else it goes to the file that -o names. */
bool to_screen(const Options *options);

/* Prints what ONE holds, or writes it to its path if COMPILATION may; frees it either way. */
ExitCode deliver(const Options *options, const Compilation *compilation, Saving *one);

/* Makes the folder PATH, and those above it, where they are missing. */
ExitCode make_folder(Arena *arena, const char *path);

#endif
