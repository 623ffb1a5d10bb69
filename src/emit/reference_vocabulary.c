/* The words of a module: its kinds of record with their lines, its lists and scales. */
#include "reference.h"

#include "example.h"
#include "said.h"

static const char *sentence_of(const Reference *reference, Text doc) {
    return doc.length == 0 ? "" : said_on_one_line(reference->doc.arena, doc);
}

static const char *example_of(const Reference *reference, const Field *field) {
    bool worked_out = field->derived != NULL || field->inverse_field != NULL;
    return worked_out ? "(worked out, never written)"
                      : example_line(reference->doc.arena, field, EXAMPLE_TO_READ);
}

/* The lines of KIND that were declared in MODULE: its own, or those that it adds to another's. */
static void kind_fields(Reference *reference, const Kind *kind) {
    static const char *const COLUMNS[] = {"Line", "For example", "What it means"};
    Arena *arena = reference->doc.arena;
    if (kind->field_count == 0)
        return;
    doc_table(&reference->doc,
              arena_format(arena, "The lines of %s", said_a(arena, kind->name->text)), COLUMNS, 3);
    for (uint32_t i = 0; i < kind->field_count; i++) {
        const Field *field = kind->fields[i];
        const char *cells[] = {said_name(arena, name_text(field->name)),
                               example_of(reference, field), sentence_of(reference, field->doc)};
        doc_row(&reference->doc, cells);
    }
}

static const char *places_of(const Reference *reference, const Kind *kind) {
    const char *list = kind->in_library ? "a file of its own" : NULL;
    for (uint32_t i = 0; i < kind->within_count; i++)
        list = list == NULL ? kind->within[i]->name->text
                            : arena_format(reference->doc.arena, "%s, %s", list,
                                           kind->within[i]->name->text);
    return list;
}

static void kind_section(Reference *reference, const Kind *kind) {
    Arena *arena = reference->doc.arena;
    doc_heading(
        &reference->doc, 4, arena_format(arena, "kind-%s", kind->name->text),
        text_of(arena_format(arena, "%.*s (%s)", TEXT_ARGS(kind->title), kind->name->text)));
    reference_comment(reference, kind->doc);
    const char *places = places_of(reference, kind);
    if (places != NULL)
        doc_fact(&reference->doc, "Stands in", places);
    if (kind->base != NULL)
        doc_fact(&reference->doc, "Has the lines of", kind->base->name->text);
    kind_fields(reference, kind);
}

static void list_section(Reference *reference, const Kind *list) {
    static const char *const COLUMNS[] = {"Word", "Called", "What it means"};
    Arena *arena = reference->doc.arena;
    doc_heading(
        &reference->doc, 4, arena_format(arena, "list-%s", list->name->text),
        text_of(arena_format(arena, "%.*s (%s)", TEXT_ARGS(list->title), list->name->text)));
    reference_comment(reference, list->doc);
    if (list->record_count == 0)
        return;
    doc_table(&reference->doc,
              arena_format(arena, "The %s of %.*s", list->is_scale ? "steps" : "words",
                           TEXT_ARGS(list->title)),
              COLUMNS, 3);
    for (uint32_t i = 0; i < list->record_count; i++) {
        const Record *word = list->records[i];
        const char *cells[] = {said_name(arena, name_text(word->name)),
                               text_string(arena, word->title), sentence_of(reference, word->doc)};
        doc_row(&reference->doc, cells);
    }
}

void reference_vocabulary(Reference *reference, const Module *module) {
    const Model *model = reference->model;
    for (int lists = 0; lists < 2; lists++) {
        bool any = false;
        for (uint32_t i = 0; i < model->kind_count; i++) {
            const Kind *kind = model->kinds[i];
            if (kind->module != module || kind_is_list(kind) != (lists == 1))
                continue;
            if (!any)
                doc_heading(&reference->doc, 3, NULL,
                            lists == 1 ? TEXT("Words to pick from") : TEXT("Kinds of record"));
            any = true;
            if (lists == 1)
                list_section(reference, kind);
            else
                kind_section(reference, kind);
        }
    }
}
