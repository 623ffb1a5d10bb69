/* Diagnostics are values in a store: nothing prints when it finds something wrong. */
#ifndef CONVENE_SOURCE_DIAGNOSTIC_H
#define CONVENE_SOURCE_DIAGNOSTIC_H

#include "source.h"

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum DiagnosticKind {
#define DIAGNOSTIC(name, severity, heading) DIAGNOSTIC_##name,
#include "diagnostics.def"
#undef DIAGNOSTIC
    DIAGNOSTIC_KINDS
} DiagnosticKind;

/* Another place that has to do with it: "the other one is here", without a full stop. */
typedef struct DiagnosticNote {
    struct DiagnosticNote *next;
    Span span;
    const char *message;
} DiagnosticNote;

typedef struct Diagnostic {
    DiagnosticKind kind;
    Severity severity;
    Span span;           /* what is underlined */
    const char *message; /* what is wrong, in the field's words, one or two sentences */
    const char *write;   /* the line to paste instead, or NULL */
    const char *help;    /* what else may be written here, or NULL */
    const char *why;     /* why it matters to people, with the clause, or NULL */
    DiagnosticNote *notes, *last_note;
    uint32_t order; /* the order of reporting: the last word when places are the same */
} Diagnostic;

typedef struct Diagnostics {
    Arena *arena;
    const Sources *sources;
    Diagnostic **list;
    uint32_t count, room, errors;
} Diagnostics;

/* "wrong-weekday", written into BUFFER (DIAGNOSTIC_NAME bytes); and its heading. */
enum { DIAGNOSTIC_NAME = 40 };
const char *diagnostic_name(DiagnosticKind kind, char *buffer);
const char *diagnostic_heading(DiagnosticKind kind);

/* Adds a diagnostic and returns it for more to be said. Never NULL. */
Diagnostic *report(Diagnostics *store, DiagnosticKind kind, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void diagnostic_note(Diagnostics *store, Diagnostic *diagnostic, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diagnostic_write(Diagnostics *store, Diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diagnostic_help(Diagnostics *store, Diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diagnostic_why(Diagnostics *store, Diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts the store in the order of its places, drops exact repeats, and drops what another error
 * on the same line with a broader range already says. Call once, before printing. */
void diagnostics_settle(Diagnostics *store);

#endif
