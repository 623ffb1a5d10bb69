/* The command line, read: what was asked for, or what is wrong with how it was asked. */
#ifndef CONVENE_CLI_OPTIONS_H
#define CONVENE_CLI_OPTIONS_H

#include "../compile/compile.h"
#include "../emit/screen.h"

typedef struct Options {
    const struct Command *command;
    const char **words; /* what stands behind the command and is no option: files, clauses */
    size_t word_count;
    const char *out;   /* -o */
    const char *party; /* --for */
    const char **libraries, **against;
    size_t library_count, against_count;
    bool has_day;
    Day day;
    ScreenView view;
    bool json, plain, force, coverage, help, clashes, gaps, weeks, interview;
    unsigned width;
} Options;

/* Reads the COUNT words WORDS (without the program's name) into OPTIONS. False: something is wrong,
 * which is said in PROBLEM, in one or more lines. */
bool read_options(Arena *arena, int count, char **words, Options *options, Out *problem);

/* One line for each option, for --help. */
void list_options(Out *out);

#endif
