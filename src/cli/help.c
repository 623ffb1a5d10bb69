/* help and version. */
#include <string.h>

#include "../emit/outputs.h"
#include "face.h"

#define VERSION "0.1.0"

/* The forms of an output: " (.txt .svg .html)"; nothing for other commands. */
static void list_forms(Out *out, const char *name) {
    bool any = false;
    for (size_t i = 0; i < OUTPUT_COUNT; i++)
        if (strcmp(OUTPUTS[i].name, name) == 0) {
            out_format(out, any ? " .%s" : " (.%s", OUTPUTS[i].ending);
            any = true;
        }
    out_string(out, any ? ")" : "");
}

static void list_commands(Out *out) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        const Command *command = &COMMANDS[i];
        out_format(out, "  %-10s %-16s %s", command->name, command->arguments, command->help);
        list_forms(out, command->name);
        out_byte(out, '\n');
    }
}

static void explain_command(Out *out, const Command *command) {
    out_format(out, "convene %s %s\n\n  %s", command->name, command->arguments, command->help);
    list_forms(out, command->name);
    out_string(out, "\n\n");
}

ExitCode run_help(const Options *options) {
    Out out = {0};
    const Command *about = options->command;
    if (about != NULL && about->run == run_help)
        about = options->word_count > 0 ? command_named(options->words[0]) : NULL;
    if (options->command != NULL && options->word_count > 0 && about == NULL) {
        Out problem = {0};
        report_unknown_command(&problem, options->words[0]);
        ExitCode code = complain("%.*s", TEXT_ARGS(text_trim(out_written(&problem))));
        out_free(&problem);
        return code;
    }
    if (about == NULL) {
        out_string(&out, "Convene holds engagement plans against the charters they adopt.\n\n"
                         "convene COMMAND ...\n");
        list_commands(&out);
        out_string(&out, "\n");
    } else {
        explain_command(&out, about);
    }
    list_options(&out);
    out_string(&out, "\nEnds with 0: nothing broken; 1: something is broken; 2: the plan does not "
                     "compile;\n3: something could not be read or written.\n");
    return say(&out);
}

ExitCode run_version(const Options *options) {
    (void)options;
    Out out = {0};
    out_string(&out, "Convene " VERSION "\n");
    return say(&out);
}
