#include "diagnostic.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/utf8.h"

typedef struct KindFacts {
    const char *name, *heading;
    Severity severity;
} KindFacts;

static const KindFacts KINDS[] = {
#define DIAGNOSTIC(name, severity, heading) {#name, heading, SEVERITY_##severity},
#include "diagnostics.def"
#undef DIAGNOSTIC
};

/* Stable names are written with hyphens, as everything in the language is. */
const char *diagnostic_name(DiagnosticKind kind, char *buffer) {
    size_t length = 0;
    for (const char *at = KINDS[kind].name; *at != '\0' && length + 1 < DIAGNOSTIC_NAME; at++)
        buffer[length++] = *at == '_' ? '-' : *at;
    buffer[length] = '\0';
    return buffer;
}

const char *diagnostic_heading(DiagnosticKind kind) { return KINDS[kind].heading; }

/* What a message may quote is as long as a file can be; past LONGEST bytes it is cut. */
static const char *format_into(Arena *arena, const char *format, va_list arguments) {
    enum { LONGEST = 4000 };
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    size_t room = length < 0 ? 0 : length < LONGEST ? (size_t)length : LONGEST;
    char *text = arena_alloc(arena, room + sizeof "...");
    if (length > 0)
        vsnprintf(text, room + 1, format, again);
    va_end(again);
    if (length < LONGEST)
        return text;
    size_t whole = utf8_check((Text){text, room}); /* the cut may fall inside a letter */
    memcpy(text + whole, "...", sizeof "...");
    return text;
}

Diagnostic *report(Diagnostics *store, DiagnosticKind kind, Span span, const char *format, ...) {
    Diagnostic *diagnostic = arena_make(store->arena, Diagnostic);
    diagnostic->kind = kind;
    diagnostic->severity = KINDS[kind].severity;
    diagnostic->span = span;
    diagnostic->order = store->count;
    va_list arguments;
    va_start(arguments, format);
    diagnostic->message = format_into(store->arena, format, arguments);
    va_end(arguments);
    arena_push(store->arena, store->list, store->count, store->room, diagnostic);
    store->errors += diagnostic->severity == SEVERITY_ERROR;
    return diagnostic;
}

void diagnostic_note(Diagnostics *store, Diagnostic *diagnostic, Span span, const char *format,
                     ...) {
    DiagnosticNote *note = arena_make(store->arena, DiagnosticNote);
    note->span = span;
    va_list arguments;
    va_start(arguments, format);
    note->message = format_into(store->arena, format, arguments);
    va_end(arguments);
    if (diagnostic->last_note == NULL)
        diagnostic->notes = note;
    else
        diagnostic->last_note->next = note;
    diagnostic->last_note = note;
}

#define DEFINE_PART(part)                                                                          \
    void diagnostic_##part(Diagnostics *store, Diagnostic *diagnostic, const char *format, ...) {  \
        va_list arguments;                                                                         \
        va_start(arguments, format);                                                               \
        diagnostic->part = format_into(store->arena, format, arguments);                           \
        va_end(arguments);                                                                         \
    }
DEFINE_PART(write)
DEFINE_PART(help)
DEFINE_PART(why)

static int in_order(const void *left, const void *right) {
    const Diagnostic *a = *(Diagnostic *const *)left, *b = *(Diagnostic *const *)right;
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source ? -1 : 1;
    if (a->span.at != b->span.at)
        return a->span.at < b->span.at ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool covers(const Diagnostic *wide, const Diagnostic *narrow) {
    return wide->span.source == narrow->span.source && wide->span.at <= narrow->span.at &&
           wide->span.at + wide->span.length >= narrow->span.at + narrow->span.length;
}

static bool on_one_line(const Diagnostics *store, const Diagnostic *a, const Diagnostic *b) {
    return a->span.source == b->span.source &&
           span_line(store->sources, a->span) == span_line(store->sources, b->span);
}

/* On one line, these are noise after an earlier message: the same again, another error with the
 * same repair, and a narrower error inside an earlier syntax error. */
static bool is_said_already(const Diagnostics *store, const Diagnostic *earlier,
                            const Diagnostic *later) {
    if (span_is_none(earlier->span) || span_is_none(later->span) ||
        !on_one_line(store, earlier, later))
        return false;
    bool same = earlier->kind == later->kind && strcmp(earlier->message, later->message) == 0;
    if (same || later->severity != SEVERITY_ERROR)
        return same;
    bool broken =
        earlier->kind == DIAGNOSTIC_syntax || earlier->kind == DIAGNOSTIC_unclosed_bracket;
    bool inside = broken && covers(earlier, later);
    bool same_repair =
        earlier->write != NULL && later->write != NULL && strcmp(earlier->write, later->write) == 0;
    return inside || same_repair;
}

void diagnostics_settle(Diagnostics *store) {
    if (store->count == 0)
        return;
    qsort(store->list, store->count, sizeof *store->list, in_order);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < store->count; i++) {
        if (is_said_already(store, store->list[kept - 1], store->list[i]))
            store->errors -= store->list[i]->severity == SEVERITY_ERROR;
        else
            store->list[kept++] = store->list[i];
    }
    store->count = kept;
}
