/* What all commands share: asking for a compilation, saying what was wrong with it, writing. */
#ifndef CONVENE_CLI_FACE_H
#define CONVENE_CLI_FACE_H

#include <stdio.h>

#include "../source/print.h"
#include "commands.h"

/* What OPTIONS ask of the file PATH. */
Request request_of(const Options *options, const char *path);

/* Compiles the file PATH (NULL: none) as the options ask; today is read from the clock if, and only
 * if, neither the options nor the plan give a day. */
Compilation *compile_asked(const Options *options, const char *path);

/* The same with TEXT in place of what is in the file (`at` NULL: the file). */
Compilation *compile_changed(const Options *options, const char *path, Text text);

/* The charters that the words of OPTIONS name, looked for in the folder at hand too, and with them
 * the whole library. ARENA holds what was compiled for as long as the compilation is wanted. */
Compilation *compile_named(Arena *arena, const Options *options, const char *verb);

/* Prints the diagnostics of COMPILATION to the error stream, and returns what it comes to:
 * EXIT_NOTHING_BROKEN if it compiles. */
ExitCode say_diagnostics(const Options *options, const Compilation *compilation);

/* EXIT_BROKEN if a clause is. */
ExitCode verdict_code(const Compilation *compilation);

/* How text is to look on STREAM. */
PrintStyle print_style(const Options *options, FILE *stream);
PageStyle page_style(const Options *options, FILE *stream);

/* Writes OUT to the standard output, and frees it. */
ExitCode say(Out *out);

/* One problem with the command itself, on the error stream; EXIT_CANNOT_READ_OR_WRITE. */
ExitCode complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

static inline ExitCode worse(ExitCode a, ExitCode b) { return a > b ? a : b; }

#endif
