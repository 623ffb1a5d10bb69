/* The commands: rows of a table. */
#ifndef CONVENE_CLI_COMMANDS_H
#define CONVENE_CLI_COMMANDS_H

#include "options.h"

/* What a run ends with; the worst of several files goes. */
typedef enum ExitCode {
    EXIT_NOTHING_BROKEN = 0,
    EXIT_BROKEN = 1,
    EXIT_DOES_NOT_COMPILE = 2,
    EXIT_CANNOT_READ_OR_WRITE = 3
} ExitCode;

typedef struct Command {
    const char *name;
    const char *arguments; /* as in --help: "CLAUSE FILE" */
    size_t least, most;    /* words that it takes; MOST 0: any number */
    const char *help;
    ExitCode (*run)(const Options *options);
} Command;

extern const Command COMMANDS[];
extern const size_t COMMAND_COUNT;

const Command *command_named(const char *name);
void report_unknown_command(Out *problem, const char *name);

ExitCode run_new(const Options *options);
ExitCode run_check(const Options *options);
ExitCode run_why(const Options *options);
ExitCode run_what_if(const Options *options);
ExitCode run_what(const Options *options);
ExitCode run_build(const Options *options);
ExitCode run_output(const Options *options);
ExitCode run_crosswalk(const Options *options);
ExitCode run_doc(const Options *options);
ExitCode run_test(const Options *options);
ExitCode run_help(const Options *options);
ExitCode run_version(const Options *options);

#endif
