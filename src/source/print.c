/* Diagnostics as people read them: place, line, what is wrong, what to write instead. */
#include "print.h"

#include <string.h>

#include "../base/utf8.h"
#include "../base/wrap.h"
#include "excerpt.h"

enum { INDENT = 2, WIDTH = 100, MOST_SHOWN = 100 };

static size_t width_of(const PrintStyle *style) { return style->width == 0 ? WIDTH : style->width; }

static void print_bold(Out *out, const char *text, const PrintStyle *style) {
    out_format(out, style->colour ? "\033[1m%s\033[0m" : "%s", text);
}

/* "plan.convene, line 43", or nothing where there is no place. */
static void print_place(Out *out, const Sources *sources, Span span, const PrintStyle *style) {
    if (span_is_none(span))
        return;
    print_bold(out, source_of(sources, span)->name, style);
    if (source_of(sources, span)->text.length > 0)
        out_format(out, ", line %u", span_line(sources, span));
}

static const char *said_severity(Severity severity) {
    switch (severity) {
    case SEVERITY_NOTE: return "for information: ";
    case SEVERITY_WARNING: return "a warning: ";
    case SEVERITY_ERROR: break;
    }
    return "";
}

static void print_header(Out *out, const Diagnostics *store, const Diagnostic *diagnostic,
                         const PrintStyle *style) {
    char name[DIAGNOSTIC_NAME];
    print_place(out, store->sources, diagnostic->span, style);
    out_format(out, "%s(%s%s)\n", span_is_none(diagnostic->span) ? "" : "  ",
               said_severity(diagnostic->severity), diagnostic_name(diagnostic->kind, name));
    if (!span_is_none(diagnostic->span) &&
        source_of(store->sources, diagnostic->span)->text.length > 0)
        print_excerpt(out, store->sources, diagnostic->span, style);
}

/* TEXT as it may be shown: a word as long as a line is cut, and what would steer the terminal is a
 * question mark. */
static void tidy(Out *out, const char *text, size_t width) {
    for (Text rest = text_of(text); rest.length > 0;) {
        size_t length = 0;
        while (length < rest.length && rest.at[length] != ' ' && rest.at[length] != '\n')
            length++;
        Text word = text_part(rest, 0, length), shown = utf8_cut(word, width);
        for (size_t i = 0; i < shown.length; i++)
            out_byte(out, (unsigned char)shown.at[i] < 0x20 ? '?' : shown.at[i]);
        out_string(out, shown.length < word.length ? ".." : "");
        out_text(out, text_part(rest, length, 1));
        rest = text_part(rest, length + 1, rest.length);
    }
}

/* A paragraph whose first line goes on from column START. */
static void print_tidy(Out *out, const char *text, size_t start, const PrintStyle *style) {
    Out clean = {0};
    tidy(&clean, text, width_of(style) - INDENT - 2);
    out_wrapped(out, out_written(&clean), start, INDENT, width_of(style));
    out_free(&clean);
}

static void print_paragraph(Out *out, const char *text, const PrintStyle *style) {
    out_repeat(out, " ", INDENT);
    print_tidy(out, text, INDENT, style);
}

/* What to paste is never broken; a text of several lines keeps its shape. */
static void print_write(Out *out, const char *text, const PrintStyle *style) {
    out_string(out, "  Write:   ");
    out_string(out, style->colour ? "\033[32m" : "");
    for (const char *at = text; *at != '\0'; at++) {
        out_byte(out, (unsigned char)*at < 0x20 && *at != '\n' ? ' ' : *at);
        if (*at == '\n')
            out_repeat(out, " ", sizeof "  Write:   " - 1);
    }
    out_string(out, style->colour ? "\033[0m\n" : "\n");
}

/* "the first one is here:" before the line that it speaks of, with the file where it is another. */
static void print_note(Out *out, const Diagnostics *store, const DiagnosticNote *note,
                       const Diagnostic *diagnostic, const PrintStyle *style) {
    bool placed = !span_is_none(note->span);
    bool shown = placed && source_of(store->sources, note->span)->text.length > 0;
    Out text = {0};
    if (placed && note->span.source != diagnostic->span.source)
        out_format(&text, "%s, line %u: ", source_of(store->sources, note->span)->name,
                   span_line(store->sources, note->span));
    out_string(&text, note->message);
    size_t length = strlen(note->message);
    if (shown && (length == 0 || strchr(".:?", note->message[length - 1]) == NULL))
        out_byte(&text, ':');
    print_paragraph(out, text.bytes, style);
    out_free(&text);
    if (shown)
        print_excerpt(out, store->sources, note->span, style);
}

void print_diagnostic(Out *out, const Diagnostics *store, const Diagnostic *diagnostic,
                      const PrintStyle *style) {
    print_header(out, store, diagnostic, style);
    print_paragraph(out, diagnostic->message, style);
    if (diagnostic->write != NULL)
        print_write(out, diagnostic->write, style);
    if (diagnostic->help != NULL)
        print_paragraph(out, diagnostic->help, style);
    if (diagnostic->why != NULL) {
        out_string(out, "  It matters because: ");
        print_tidy(out, diagnostic->why, sizeof "  It matters because: " - 1, style);
    }
    for (const DiagnosticNote *note = diagnostic->notes; note != NULL; note = note->next)
        print_note(out, store, note, diagnostic, style);
}

static void print_count(Out *out, const Diagnostics *store) {
    uint32_t others = store->count - store->errors;
    if (store->count > MOST_SHOWN)
        out_format(out, "%u more like these are not shown.\n", store->count - MOST_SHOWN);
    if (store->errors > 0)
        out_format(out, "%u thing%s to put right", store->errors, store->errors == 1 ? "" : "s");
    if (store->errors > 0 && others > 0)
        out_format(out, ", and %u for information", others);
    if (store->errors > 0)
        out_string(out, ".\n");
}

void print_diagnostics(Out *out, const Diagnostics *store, const PrintStyle *style) {
    for (uint32_t i = 0; i < store->count && i < MOST_SHOWN; i++) {
        print_diagnostic(out, store, store->list[i], style);
        out_byte(out, '\n');
    }
    print_count(out, store);
}
