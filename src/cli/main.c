/* The command line: reads what is asked for, runs the command, and ends with its code. */
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "face.h"

static ExitCode run(const Options *options) {
    const Command *command = options->command;
    if (command == NULL || options->help)
        return run_help(options);
    if (options->party != NULL && strcmp(command->name, "calendar") != 0)
        return complain("Only the calendar can be made for one party.\n"
                        "  Write:   convene calendar FILE --for %s",
                        options->party);
    if (options->word_count >= command->least &&
        (command->most == 0 || options->word_count <= command->most))
        return command->run(options);
    return complain("%s wants %s.\n  Write:   convene %s %s", command->name,
                    options->word_count < command->least ? "more than that" : "less than that",
                    command->name, command->arguments);
}

int main(int count, char **words) {
    setlocale(LC_CTYPE, "");
    signal(SIGXFSZ, SIG_IGN); /* a file that may grow no further is an error like any other */
    if (count > 1 && strcmp(words[1], "--version") == 0)
        return (int)run_version(NULL);
    Arena *arena = arena_new();
    Options options;
    Out problem = {0};
    ExitCode code;
    if (read_options(arena, count - 1, words + 1, &options, &problem))
        code = run(&options);
    else
        code = complain("%.*s", TEXT_ARGS(text_trim(out_written(&problem))));
    out_free(&problem);
    arena_free(arena);
    return (int)code;
}
