/* What all commands share. */
#include "face.h"

#include <errno.h>
#include <langinfo.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"

Request request_of(const Options *options, const char *path) {
    return (Request){.path = path,
                     .libraries = options->libraries,
                     .library_count = options->library_count,
                     .against = options->against,
                     .against_count = options->against_count,
                     .has_day = options->has_day,
                     .day = options->day};
}

Compilation *compile_changed(const Options *options, const char *path, Text text) {
    Request request = request_of(options, path);
    request.text = text;
    Compilation *compilation = compile(&request);
    if (compilation->needs_today)
        compile_today(compilation, clock_today());
    return compilation;
}

Compilation *compile_asked(const Options *options, const char *path) {
    return compile_changed(options, path, (Text){NULL, 0});
}

Compilation *compile_named(Arena *arena, const Options *options, const char *verb) {
    Out text = {0};
    for (size_t i = 0; i < options->word_count; i++)
        out_format(&text, "%s %s\n", verb, options->words[i]);
    Request request = request_of(options, "(what was asked for)");
    request.text = text_of(text_string(arena, out_written(&text)));
    request.with_library = true;
    out_free(&text);
    return compile(&request);
}

/* Where the terminal, or whoever reads the file, takes UTF-8: main has set the locale. */
static bool takes_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

PrintStyle print_style(const Options *options, FILE *stream) {
    return (PrintStyle){.boxes = !options->plain && takes_utf8(),
                        .colour = !options->plain && isatty(fileno(stream)),
                        .width = options->width};
}

PageStyle page_style(const Options *options, FILE *stream) {
    PrintStyle style = print_style(options, stream);
    return (PageStyle){.width = style.width, .plain = !style.boxes, .colour = style.colour};
}

/* Writes OUT to STREAM; false if not all of it could be written. */
static bool put(const Out *out, FILE *stream) {
    Text text = out_written(out);
    bool whole = fwrite(text.at, 1, text.length, stream) == text.length;
    return fflush(stream) == 0 && whole && !out->failed;
}

ExitCode say(Out *out) {
    bool good = put(out, stdout);
    int error = errno;
    out_free(out);
    if (good)
        return EXIT_NOTHING_BROKEN;
    return complain("The output could not be written: %s.", strerror(error));
}

ExitCode complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("convene: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_CANNOT_READ_OR_WRITE;
}

ExitCode say_diagnostics(const Options *options, const Compilation *compilation) {
    PrintStyle style = print_style(options, stderr);
    Out out = {0};
    print_diagnostics(&out, &compilation->diagnostics, &style);
    put(&out, stderr);
    out_free(&out);
    if (compilation->could_not_read)
        return EXIT_CANNOT_READ_OR_WRITE;
    return compilation->diagnostics.errors > 0 ? EXIT_DOES_NOT_COMPILE : EXIT_NOTHING_BROKEN;
}

ExitCode verdict_code(const Compilation *compilation) {
    const Judgement *judgement = compilation->judgement;
    bool broken = judgement != NULL && judgement->counts[VERDICT_BROKEN] > 0;
    return broken ? EXIT_BROKEN : EXIT_NOTHING_BROKEN;
}
