/* Diagnostics as programs read them: stable keys, places in lines, columns and offsets. */
#include "print.h"

#include "../base/utf8.h"

enum { MOST_LISTED = 1000 };

static json_t *position_json(Position position, uint32_t offset) {
    return json_pack("{s:I, s:I, s:I}", "line", (json_int_t)position.line, "column",
                     (json_int_t)position.column, "offset", (json_int_t)offset);
}

/* A file's name may be anything: bytes that are no UTF-8 become question marks. */
json_t *json_any_string(const char *text) {
    json_t *string = json_string(text);
    if (string != NULL)
        return string;
    Out clean = {0};
    Text rest = text_of(text);
    while (rest.length > 0) {
        size_t good = utf8_check(rest);
        out_text(&clean, text_part(rest, 0, good));
        if (good < rest.length)
            out_byte(&clean, '?');
        rest = text_part(rest, good + 1, rest.length);
    }
    string = json_string(clean.bytes);
    out_free(&clean);
    return string;
}

static void add_text(json_t *object, const char *key, const char *text) {
    if (text != NULL)
        json_object_set_new(object, key, json_any_string(text));
}

/* The keys file, start and end of a place; nothing where there is none. */
static void add_place(json_t *object, const Sources *sources, Span span) {
    if (span_is_none(span))
        return;
    json_object_set_new(object, "file", json_any_string(source_of(sources, span)->name));
    json_object_set_new(object, "start", position_json(span_position(sources, span), span.at));
    json_object_set_new(object, "end",
                        position_json(span_end_position(sources, span), span.at + span.length));
}

static json_t *notes_json(const Diagnostics *store, const Diagnostic *diagnostic) {
    json_t *notes = json_array();
    for (const DiagnosticNote *note = diagnostic->notes; note != NULL; note = note->next) {
        json_t *object = json_object();
        add_place(object, store->sources, note->span);
        add_text(object, "message", note->message);
        json_array_append_new(notes, object);
    }
    return notes;
}

static const char *severity_word(Severity severity) {
    static const char *const WORDS[] = {
        [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    return WORDS[severity];
}

static json_t *diagnostic_json(const Diagnostics *store, const Diagnostic *diagnostic) {
    char name[DIAGNOSTIC_NAME];
    json_t *object = json_object();
    add_place(object, store->sources, diagnostic->span);
    add_text(object, "name", diagnostic_name(diagnostic->kind, name));
    add_text(object, "severity", severity_word(diagnostic->severity));
    add_text(object, "heading", diagnostic_heading(diagnostic->kind));
    add_text(object, "message", diagnostic->message);
    add_text(object, "write", diagnostic->write);
    add_text(object, "help", diagnostic->help);
    add_text(object, "why", diagnostic->why);
    if (diagnostic->notes != NULL)
        json_object_set_new(object, "notes", notes_json(store, diagnostic));
    return object;
}

json_t *diagnostics_json(const Diagnostics *store) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < store->count && i < MOST_LISTED; i++)
        json_array_append_new(list, diagnostic_json(store, store->list[i]));
    return list;
}
