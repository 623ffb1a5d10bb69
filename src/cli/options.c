/* Options are rows of a table: what each is called, what follows it, and what it sets. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"

typedef enum OptionCode {
    OPTION_OUT,
    OPTION_AS_AT,
    OPTION_AGAINST,
    OPTION_LIBRARY,
    OPTION_LAW,
    OPTION_SILENT,
    OPTION_ALL,
    OPTION_FORMAT,
    OPTION_PLAIN,
    OPTION_WIDTH,
    OPTION_FOR,
    OPTION_CLASHES,
    OPTION_GAPS,
    OPTION_WEEKS,
    OPTION_COVERAGE,
    OPTION_INTERVIEW,
    OPTION_FORCE,
    OPTION_HELP
} OptionCode;

typedef struct OptionRow {
    OptionCode code;
    const char *name, *value, *help; /* VALUE: what follows it, or NULL */
} OptionRow;

static const OptionRow OPTIONS[] = {
    {OPTION_OUT, "-o", "FILE", "where to write (a folder, for build); the form goes by its ending"},
    {OPTION_AS_AT, "--as-at", "DATE", "the day to judge at; else the plan's own, else today"},
    {OPTION_AGAINST, "--against", "CHARTER", "hold the plan against this charter too"},
    {OPTION_LIBRARY, "--library", "FOLDER", "look for charters here too (may be repeated)"},
    {OPTION_LAW, "--law", NULL, "check: show law alone"},
    {OPTION_SILENT, "--silent", NULL, "check: show what the plan does not say"},
    {OPTION_ALL, "--all", NULL, "check: show every clause"},
    {OPTION_FORMAT, "--format", "text|json", "check: for people, or for programs"},
    {OPTION_PLAIN, "--plain", NULL, "no colour, and no signs beyond ASCII"},
    {OPTION_WIDTH, "--width", "COLUMNS", "how wide text may be"},
    {OPTION_FOR, "--for", "NAME", "calendar: that of one body, post or audience"},
    {OPTION_CLASHES, "--clashes", NULL,
     "dates: what they fall on: holidays, elections, quiet weeks"},
    {OPTION_GAPS, "--gaps", NULL, "dates: how far apart they are, where that matters"},
    {OPTION_WEEKS, "--weeks", NULL, "timeline: the weeks in which people can take part"},
    {OPTION_COVERAGE, "--coverage", NULL, "test: fail where a clause has no case met, or none not"},
    {OPTION_INTERVIEW, "--interview", NULL, "new: ask the questions one by one, on the terminal"},
    {OPTION_FORCE, "--force", NULL, "write over a file that Convene did not make"},
    {OPTION_HELP, "--help", NULL, "this list, or what a command does"},
};
enum { OPTION_COUNT = sizeof OPTIONS / sizeof *OPTIONS };

void list_options(Out *out) {
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const OptionRow *row = &OPTIONS[i];
        const char *value = row->value == NULL ? "" : row->value;
        int room = 20 - (int)strlen(row->name);
        out_format(out, "  %s %-*s %s\n", row->name, room, value, row->help);
    }
}

/* The row for WORD, which may go on with `=VALUE`. */
static const OptionRow *find_option(Text word) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (text_is(word, OPTIONS[i].name))
            return &OPTIONS[i];
    return text_is(word, "-h") ? &OPTIONS[OPTION_COUNT - 1] : NULL;
}

static void report_unknown_option(Out *problem, Text word) {
    const OptionRow *nearest = NULL;
    unsigned least = 4;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        unsigned distance = text_distance(word, text_of(OPTIONS[i].name), 3);
        if (distance < least)
            least = distance, nearest = &OPTIONS[i];
    }
    out_format(problem, "There is no option called %.*s.\n", TEXT_ARGS(word));
    if (nearest != NULL)
        out_format(problem, "  Write:   %s\n", nearest->name);
    else
        out_string(problem, "  convene --help lists them all.\n");
}

static bool all_digits(Text text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.length > 0 && text.length < 9;
}

static bool set_day(Options *options, const char *value, Out *problem) {
    options->has_day = day_read(text_of(value), &options->day);
    if (!options->has_day)
        out_format(problem,
                   "I cannot read \"%s\" as a day.\n"
                   "  Write:   --as-at 2026-03-03   or   --as-at \"3 March 2026\"\n",
                   value);
    return options->has_day;
}

static bool set_format(Options *options, const char *value, Out *problem) {
    options->json = strcmp(value, "json") == 0;
    if (options->json || strcmp(value, "text") == 0)
        return true;
    out_format(problem,
               "There is no form called %s here.\n"
               "  Write:   --format text   or   --format json\n",
               value);
    return false;
}

static bool set_width(Options *options, const char *value, Out *problem) {
    bool good = all_digits(text_of(value)) && atoi(value) >= 40 && atoi(value) <= 1000;
    if (good)
        options->width = (unsigned)atoi(value);
    else
        out_format(problem, "The width is a number of columns from 40 to 1000, not %s.\n", value);
    return good;
}

static bool set_option(Options *options, OptionCode code, const char *value, Out *problem) {
    switch (code) {
    case OPTION_OUT: options->out = value; break;
    case OPTION_AS_AT: return set_day(options, value, problem);
    case OPTION_AGAINST: options->against[options->against_count++] = value; break;
    case OPTION_LIBRARY: options->libraries[options->library_count++] = value; break;
    case OPTION_LAW: options->view = SCREEN_LAW; break;
    case OPTION_SILENT: options->view = SCREEN_SILENT; break;
    case OPTION_ALL: options->view = SCREEN_ALL; break;
    case OPTION_FORMAT: return set_format(options, value, problem);
    case OPTION_PLAIN: options->plain = true; break;
    case OPTION_WIDTH: return set_width(options, value, problem);
    case OPTION_FOR: options->party = value; break;
    case OPTION_CLASHES: options->clashes = true; break;
    case OPTION_GAPS: options->gaps = true; break;
    case OPTION_WEEKS: options->weeks = true; break;
    case OPTION_COVERAGE: options->coverage = true; break;
    case OPTION_INTERVIEW: options->interview = true; break;
    case OPTION_FORCE: options->force = true; break;
    case OPTION_HELP: options->help = true; break;
    }
    return true;
}

static bool report_missing_value(const OptionRow *row, Out *problem) {
    out_format(problem, "%s has nothing after it.\n  Write:   %s %s\n", row->name, row->name,
               row->value);
    return false;
}

/* Reads the option that WORD begins; *NEXT is moved past a value that stands in a word of its own.
 */
static bool read_option(Options *options, char *word, char ***next, char **end, Out *problem) {
    const char *equals = word[1] == '-' ? strchr(word, '=') : NULL;
    Text name = equals == NULL ? text_of(word) : (Text){word, (size_t)(equals - word)};
    const OptionRow *row = find_option(name);
    if (row == NULL) {
        report_unknown_option(problem, name);
        return false;
    }
    if (row->value == NULL && equals != NULL) {
        out_format(problem, "%s stands alone: nothing follows it.\n", row->name);
        return false;
    }
    const char *value = equals == NULL ? NULL : equals + 1;
    if (row->value != NULL && value == NULL && *next < end)
        value = *(*next)++;
    if (row->value != NULL && (value == NULL || *value == '\0'))
        return report_missing_value(row, problem);
    return set_option(options, row->code, value, problem);
}

static bool find_the_command(Options *options, const char *word, Out *problem) {
    options->command = command_named(word);
    if (options->command != NULL)
        return true;
    report_unknown_command(problem, word);
    return false;
}

bool read_options(Arena *arena, int count, char **words, Options *options, Out *problem) {
    *options = (Options){.words = arena_array(arena, const char *, count + 1),
                         .libraries = arena_array(arena, const char *, count + 1),
                         .against = arena_array(arena, const char *, count + 1)};
    bool only_words = false;
    for (char **next = words, **end = words + count; next < end;) {
        char *word = *next++;
        if (!only_words && strcmp(word, "--") == 0)
            only_words = true;
        else if (!only_words && word[0] == '-' && word[1] != '\0') {
            if (!read_option(options, word, &next, end, problem))
                return false;
        } else if (options->command != NULL)
            options->words[options->word_count++] = word;
        else if (!find_the_command(options, word, problem))
            return false;
    }
    return true;
}
