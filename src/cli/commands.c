/* The commands there are. Adding one is a row here and its function. */
#include "commands.h"

#include <string.h>

const Command COMMANDS[] = {
    {"new", "CHARTER... [-o FILE]", 1, 0,
     "a first plan, with every question that these charters ask", run_new},
    {"check", "FILE...", 1, 0, "hold plans against what they adopt, and say what to do", run_check},
    {"why", "CLAUSE FILE", 2, 2, "where one verdict comes from", run_why},
    {"what", "WORD [FILE]", 1, 2, "what a word, a label, a record or a clause means", run_what},
    {"what-if", "CHANGE FILE", 2, 2, "what moves and what breaks if one date is another",
     run_what_if},
    {"build", "FILE -o FOLDER", 1, 1, "write every output, with an index.html", run_build},
    {"timeline", "FILE [--weeks] [-o OUT]", 1, 1, "the plan in time", run_output},
    {"calendar", "FILE [-o OUT]", 1, 1, "the plan's days, for calendars; of one party with --for",
     run_output},
    {"dates", "FILE [-o OUT]", 1, 1, "each date, and how it came about", run_output},
    {"governance", "FILE [-o OUT]", 1, 1, "who decides, and who answers to whom", run_output},
    {"checklist", "FILE [-o OUT]", 1, 1, "what is to be done, by whom and when", run_output},
    {"verdicts", "FILE [-o OUT]", 1, 1, "every clause with its verdict", run_output},
    {"doc", "[CHARTER...] [-o OUT]", 0, 0, "a reference of charters, packs and the vocabulary",
     run_doc},
    {"crosswalk", "CHARTER CHARTER [-o OUT]", 2, 2,
     "what two charters both ask, and what only one does", run_crosswalk},
    {"test", "[FILE...]", 0, 0, "run the tests that charters hold", run_test},
    {"help", "[COMMAND]", 0, 1, "this list, or what a command does", run_help},
    {"version", "", 0, 0, "which Convene this is", run_version},
};
const size_t COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS;

const Command *command_named(const char *name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(name, COMMANDS[i].name) == 0)
            return &COMMANDS[i];
    return NULL;
}

void report_unknown_command(Out *problem, const char *name) {
    const Command *nearest = NULL;
    unsigned least = 4;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        unsigned distance = text_distance(text_of(name), text_of(COMMANDS[i].name), 3);
        if (distance < least && distance < strlen(name)) /* not every letter is another */
            least = distance, nearest = &COMMANDS[i];
    }
    out_format(problem, "There is no command called %s.\n", name);
    if (text_ends(text_of(name), ".convene"))
        out_format(problem, "  Write:   convene check %s\n", name);
    else if (nearest != NULL)
        out_format(problem, "  Write:   convene %s %s\n", nearest->name, nearest->arguments);
    else
        out_string(problem, "  convene --help lists them all.\n");
}
