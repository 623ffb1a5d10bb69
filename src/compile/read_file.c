/* A file's bytes: regular files only, whole, and held to be text before anybody reads them. */
#include "read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/utf8.h"

static FileRead read_whole(Arena *arena, int file, size_t size) {
    char *bytes = arena_alloc(arena, size + 1);
    size_t length = 0;
    while (length < size) {
        ssize_t got = read(file, bytes + length, size - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return (FileRead){.error = errno};
        if (got == 0)
            break;
        length += (size_t)got;
    }
    return (FileRead){.text = {bytes, length}};
}

static FileRead read_open(Arena *arena, int file) {
    struct stat facts;
    if (fstat(file, &facts) != 0)
        return (FileRead){.error = errno};
    if (!S_ISREG(facts.st_mode))
        return (FileRead){.not_plain = true, .folder = S_ISDIR(facts.st_mode)};
    if (facts.st_size > LARGEST_FILE)
        return (FileRead){.too_big = true};
    return read_whole(arena, file, (size_t)facts.st_size);
}

FileRead read_file(Arena *arena, const char *path) {
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return (FileRead){.error = errno};
    FileRead read = read_open(arena, file);
    close(file);
    return read;
}

/* A place that names a file of which nothing can be shown. */
static Span place_of(Sources *sources, const char *path) {
    return (Span){sources_add(sources, path, TEXT(""))->id, 0, 0};
}

static void report_folder(Diagnostics *store, Span place, const char *path) {
    Diagnostic *said = report(store, DIAGNOSTIC_cannot_read, place, "%s is a folder.", path);
    diagnostic_help(store, said, "Name the file of the plan in it: its name ends in .convene.");
}

static void report_missing(Diagnostics *store, Span place, const char *path) {
    Diagnostic *said =
        report(store, DIAGNOSTIC_cannot_read, place, "There is no file called %s.", path);
    size_t length = strlen(path);
    if (length < 8 || strcmp(path + length - 8, ".convene") != 0)
        diagnostic_help(store, said,
                        "Is it %s.convene? Give the whole name, with the folder that "
                        "it is in.",
                        path);
    else
        diagnostic_help(store, said, "Is the name right, and the folder that it is in?");
}

void report_unread(Diagnostics *store, Sources *sources, const char *path, const FileRead *read) {
    Span place = place_of(sources, path);
    if (read->folder)
        report_folder(store, place, path);
    else if (read->not_plain)
        report(store, DIAGNOSTIC_cannot_read, place,
               "%s is a pipe or a device, not a file. Save the plan in a file first.", path);
    else if (read->too_big)
        report(store, DIAGNOSTIC_too_big, place,
               "%s is bigger than 256 MB, which no plan is. Is it the right file?", path);
    else if (read->error == ENOENT || read->error == ENOTDIR)
        report_missing(store, place, path);
    else if (read->error == EACCES || read->error == EPERM)
        report(store, DIAGNOSTIC_cannot_read, place, "You are not allowed to read %s.", path);
    else
        report(store, DIAGNOSTIC_cannot_read, place, "%s cannot be read: %s.", path,
               strerror(read->error));
}

/* What a file that is not text most likely is, by its first bytes. */
static const char *what_it_is(Text text) {
    static const struct {
        const char *start, *what;
    } KINDS[] = {
        {"PK\x03\x04", "a Word, Excel or zip file"},
        {"\xD0\xCF\x11\xE0", "an older Word or Excel file"},
        {"%PDF", "a PDF"},
        {"{\\rtf", "a rich text (RTF) file"},
        {"\xFF\xFE", "text in UTF-16"},
        {"\xFE\xFF", "text in UTF-16"},
        {"\x7F"
         "ELF",
         "a program"},
        {"\x89PNG", "a picture"},
        {"\xFF\xD8\xFF", "a picture"},
    };
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (text_starts(text, KINDS[i].start))
            return KINDS[i].what;
    return memchr(text.at, '\0', text.length) == NULL ? NULL : "not text (it holds zero bytes)";
}

static void report_not_text(Diagnostics *store, Sources *sources, const Source *source,
                            const char *what) {
    Diagnostic *said = report(store, DIAGNOSTIC_not_text, place_of(sources, source->name),
                              "This is %s. A plan is plain text.", what);
    diagnostic_help(store, said,
                    "Save it as plain text (in Word: Save As, Plain Text, Unicode "
                    "UTF-8), with a name that ends in .convene.");
}

static void report_encoding(Diagnostics *store, Sources *sources, const Source *source, size_t at) {
    Span span = {source->id, (uint32_t)at, 1};
    Diagnostic *said = report(store, DIAGNOSTIC_not_text, span,
                              "Line %u holds a letter or sign that is not saved as UTF-8 (byte %zu "
                              "of the file), so I cannot know which it is.",
                              span_line(sources, span), at + 1);
    diagnostic_help(store, said,
                    "The file was likely saved in an older Windows form. Save it again "
                    "as UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8).");
}

bool check_text(Diagnostics *store, Sources *sources, const Source *source) {
    Text text = source->text;
    const char *what = text.length == 0 ? NULL : what_it_is(text);
    if (what != NULL) {
        report_not_text(store, sources, source, what);
        return false;
    }
    size_t bad = utf8_check(text);
    if (bad < text.length) {
        report_encoding(store, sources, source, bad);
        return false;
    }
    if (text_starts(text, "\xEF\xBB\xBF"))
        text = text_part(text, 3, text.length);
    if (text_trim(text).length > 0)
        return true;
    Diagnostic *said = report(store, DIAGNOSTIC_empty_file, (Span){source->id, 0, 0},
                              "There is nothing in this file.");
    diagnostic_write(store, said, "plan my-plan \"What it is about\" { }");
    diagnostic_help(store, said, "That is a whole plan: everything else can come later.");
    return false;
}
