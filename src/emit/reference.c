/* Module by module: charters first, then what they share, then the words that they use. */
#include "reference.h"

#include "said.h"
#include "said_lines.h"

#include <string.h>

const char *reference_id(Reference *reference, const Record *record) {
    const Name *path = record->path;
    if (path == NULL || map_get(reference->ids, path) != NULL)
        return NULL;
    map_put(reference->ids, path, (void *)path);
    return path->text;
}

void reference_comment(Reference *reference, Text comment) {
    if (comment.length > 0)
        doc_paragraph(&reference->doc, said_on_one_line(reference->doc.arena, comment));
}

static bool is_rule(const Field *field) { return (field->type.bases & BASE_RULE) != 0; }

void reference_lines(Reference *reference, const Record *record, bool with_rules) {
    Arena *arena = reference->doc.arena;
    const Field *field = NULL;
    for (const Line *line = said_next_line(record, NULL, &field); line != NULL;
         line = said_next_line(record, line, &field)) {
        if (is_rule(field) && !with_rules)
            continue;
        const char *words = said_line(arena, reference->model, field, line);
        if (is_rule(field))
            words = said_plainly(arena, reference->model, words, words);
        doc_fact(&reference->doc, said_field(arena, field), words);
    }
}

void reference_record(Reference *reference, const Record *record, unsigned level) {
    doc_heading(&reference->doc, level, reference_id(reference, record), record->title);
    reference_comment(reference, record->doc);
    reference_lines(reference, record, true);
}

/* ---- records that stand at the top of a module ---- */

static bool has_own_part(const Record *record) {
    switch (record->kind->role) {
    case ROLE_CHARTER:
    case ROLE_EXPECTATION:
    case ROLE_TEST:
    case ROLE_ADOPTION:
    case ROLE_USE: return true;
    default: return false;
    }
}

/* Those of one kind, under a heading of their own. */
static void records_of_kind(Reference *reference, const Module *module, const Kind *kind) {
    bool any = false;
    for (uint32_t i = 0; i < module->top_count; i++) {
        const Record *record = module->tops[i];
        if (record->kind != kind || has_own_part(record))
            continue;
        if (!any)
            doc_heading(&reference->doc, 3, NULL, text_of(said_plural(reference->doc.arena, kind)));
        any = true;
        reference_record(reference, record, 4);
    }
}

static void other_records(Reference *reference, const Module *module) {
    for (uint32_t i = 0; i < reference->model->kind_count; i++)
        records_of_kind(reference, module, reference->model->kinds[i]);
}

static void shared_expectations(Reference *reference, const Module *module) {
    bool any = false;
    for (uint32_t i = 0; i < module->top_count; i++) {
        const Record *record = module->tops[i];
        if (record->kind->role != ROLE_EXPECTATION)
            continue;
        if (!any)
            doc_heading(&reference->doc, 3, NULL, TEXT("What charters share"));
        any = true;
        reference_expectation(reference, record, 4);
    }
}

static const Record *charter_in(const Module *module) {
    for (uint32_t i = 0; i < module->top_count; i++)
        if (module->tops[i]->kind->role == ROLE_CHARTER)
            return module->tops[i];
    return NULL;
}

static const char *module_title(const Reference *reference, const Module *module) {
    const Record *charter = charter_in(module);
    return charter != NULL ? arena_format(reference->doc.arena, "%.*s (%s)",
                                          TEXT_ARGS(charter->title), module->name->text)
                           : module->name->text;
}

static const char *module_id(const Reference *reference, const Module *module) {
    return arena_format(reference->doc.arena, "module-%s", module->name->text);
}

static void module_section(Reference *reference, const Module *module) {
    doc_heading(&reference->doc, 2, module_id(reference, module),
                text_of(module_title(reference, module)));
    for (uint32_t i = 0; i < module->top_count; i++)
        if (module->tops[i]->kind->role == ROLE_CHARTER)
            reference_charter(reference, module->tops[i]);
    shared_expectations(reference, module);
    reference_vocabulary(reference, module);
    other_records(reference, module);
}

static void contents(Reference *reference) {
    doc_heading(&reference->doc, 2, NULL, TEXT("Contents"));
    for (uint32_t i = 0; i < reference->module_count; i++)
        doc_point(&reference->doc, module_title(reference, reference->modules[i]),
                  module_id(reference, reference->modules[i]));
}

static const char *document_title(const Reference *reference) {
    const Record *charter = charter_in(reference->modules[0]);
    if (reference->is_whole)
        return "The library of Convene";
    return charter != NULL ? text_string(reference->doc.arena, charter->title)
                           : reference->modules[0]->name->text;
}

void reference_write(Reference *reference) {
    doc_begin(&reference->doc, document_title(reference),
              "What it asks, how strongly, where that comes from, and how it is judged.");
    if (reference->module_count > 1)
        contents(reference);
    for (uint32_t i = 0; i < reference->module_count; i++)
        module_section(reference, reference->modules[i]);
    doc_end(&reference->doc, "Made by Convene from the text of the library itself.");
}
