/* Outputs to files. Every file written ends in a mark, `made by convene`, as its form allows; a
 * file without it is somebody's own, and stays as it is unless --force is given. */
#include "save.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "../compile/read_file.h"

bool output_write(const Options *options, Compilation *compilation, const Output *output,
                  Out *out) {
    Emission emission = {.arena = compilation->arena,
                         .model = compilation->model,
                         .reader = compilation->reader,
                         .judgement = compilation->judgement,
                         .diagnostics = &compilation->diagnostics,
                         .plain = options->plain,
                         .width = options->width,
                         .party = options->party};
    return output->emit(&emission, out) && !out->failed;
}

static const char MARK[] = "made by convene", JSON_MARK[] = "\"format\": \"convene ",
                  CALENDAR_MARK[] = "\nPRODID:-//Convene//";

/* JSON and calendars have no comments: their mark is among what they hold already, in a calendar at
 * its beginning. */
static void add_mark(Out *out, const char *ending) {
    static const struct {
        const char *ending, *line;
    } MARKS[] = {{"svg", "<!-- made by convene -->\n"},
                 {"html", "<!-- made by convene -->\n"},
                 {"md", "\n<!-- made by convene -->\n"},
                 {"dot", "// made by convene\n"},
                 {"txt", "\n(made by convene)\n"}};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (strcmp(ending, MARKS[i].ending) == 0)
            out_string(out, MARKS[i].line);
}

static bool holds(Text text, Text wanted) {
    for (size_t i = 0; i + wanted.length <= text.length; i++)
        if (memcmp(text.at + i, wanted.at, wanted.length) == 0)
            return true;
    return false;
}

static Text first_line(Text text) {
    const char *end = text.length == 0 ? NULL : memchr(text.at, '\n', text.length);
    return end == NULL ? text : text_part(text, 0, (size_t)(end - text.at));
}

/* Did Convene make the file PATH? The mark stands near its end, or its beginning; a table that a
 * spreadsheet reads has none, and is known by the names of the columns that NEW has too. */
static bool is_ours(Arena *arena, const char *path, const Out *new) {
    enum { NEAR = 4096 };
    FileRead read = read_file(arena, path);
    if (read.text.at == NULL)
        return false;
    bool is_table = text_ends(text_of(path), ".csv");
    size_t length = read.text.length, end = length > NEAR ? length - NEAR : 0;
    Text first = text_part(read.text, 0, NEAR), last = text_part(read.text, end, NEAR);
    return length == 0 || holds(last, text_of(MARK)) || holds(last, text_of(JSON_MARK)) ||
           holds(first, text_of(CALENDAR_MARK)) ||
           (is_table && text_same(first_line(read.text), first_line(out_written(new))));
}

static bool is_same_file(const struct stat *facts, const char *path) {
    struct stat other;
    return stat(path, &other) == 0 && other.st_dev == facts->st_dev &&
           other.st_ino == facts->st_ino;
}

static bool was_read(const Compilation *compilation, const struct stat *facts) {
    for (uint32_t i = 0; i < compilation->sources.count; i++)
        if (is_same_file(facts, compilation->sources.list[i]->name))
            return true;
    return false;
}

ExitCode may_save(const Options *options, const Compilation *compilation, const char *path,
                  const Out *new) {
    struct stat facts;
    if (lstat(path, &facts) != 0)
        return EXIT_NOTHING_BROKEN; /* it is not there; what else is wrong, writing will say */
    if (S_ISDIR(facts.st_mode))
        return complain("%s is a folder. Name the file to write in it.", path);
    if (!S_ISREG(facts.st_mode))
        return complain(
            "%s is a link, a pipe or a device, and I write to plain files only. Without "
            "-o the output goes to the screen.",
            path);
    if (was_read(compilation, &facts))
        return complain("%s is what this was made from, so I do not write over it.", path);
    if (!options->force && !is_ours(compilation->arena, path, new))
        return complain("%s is there already, and Convene did not make it. Choose another name, or "
                        "add --force to lose what is in it.",
                        path);
    return EXIT_NOTHING_BROKEN;
}

static const char *why_not(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR: return "there is no such folder";
    case EACCES:
    case EPERM: return "you are not allowed to write there";
    case EROFS: return "nothing can be written there";
    case ENOSPC: return "there is no room left on the disk";
    case ENAMETOOLONG: return "the name is too long";
    default: return strerror(error);
    }
}

static ExitCode complain_of_writing(const char *path, int error) {
    return complain("%s cannot be written: %s.", path, why_not(error));
}

ExitCode save(Saving *saving, size_t count) {
    int error = 0;
    size_t staged = 0, done = 0;
    for (; staged < count && error == 0; staged++) {
        Saving *next = &saving[staged];
        add_mark(&next->out, next->output->ending);
        error = out_stage(&next->out, next->path, &next->temporary);
    }
    const char *path = staged == 0 ? "" : saving[staged - 1].path;
    for (; done < staged && error == 0; done++) {
        path = saving[done].path;
        error = out_commit(saving[done].temporary, path);
    }
    for (size_t i = done; i < staged && error != 0; i++)
        out_discard(saving[i].temporary);
    return error == 0 ? EXIT_NOTHING_BROKEN : complain_of_writing(path, error);
}

ExitCode make_folder(Arena *arena, const char *path) {
    char *part = arena_copy(arena, path, strlen(path));
    for (char *at = part + 1;; at++) {
        char ending = *at;
        if (ending != '/' && ending != '\0')
            continue;
        *at = '\0';
        struct stat facts;
        bool there = stat(part, &facts) == 0;
        if (there && !S_ISDIR(facts.st_mode))
            return complain("%s is a file, so nothing can be written in it. Name a folder.", part);
        if (!there && mkdir(part, 0777) != 0 && errno != EEXIST)
            return complain_of_writing(part, errno);
        *at = ending;
        if (ending == '\0')
            return EXIT_NOTHING_BROKEN;
    }
}

bool to_screen(const Options *options) {
    return options->out == NULL || strcmp(options->out, "-") == 0;
}

ExitCode deliver(const Options *options, const Compilation *compilation, Saving *one) {
    if (to_screen(options))
        return say(&one->out);
    ExitCode code = may_save(options, compilation, one->path, &one->out);
    if (code == EXIT_NOTHING_BROKEN)
        code = save(one, 1);
    out_free(&one->out);
    return code;
}
