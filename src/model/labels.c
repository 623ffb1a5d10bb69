/* Labels and kinds that nobody declared: what is said, and what was probably meant. */
#include "building.h"

#include <string.h>

static const Misnomer *misnomer_of(const Misnomer *misnomers, const Name *name) {
    for (; misnomers != NULL; misnomers = misnomers->next)
        if (misnomers->name == name)
            return misnomers;
    return NULL;
}

/* A word that the vocabulary knows people type for a field of KIND. */
static const Field *misnamed_field(const Kind *kind, const Name *name, Text *advice) {
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++) {
            const Misnomer *misnomer = misnomer_of(kind->fields[i]->misnomers, name);
            if (misnomer != NULL) {
                *advice = misnomer->advice;
                return kind->fields[i];
            }
        }
    return NULL;
}

static const Kind *misnamed_kind(const Model *model, const Name *name, Text *advice) {
    for (uint32_t i = 0; i < model->kind_count; i++) {
        const Misnomer *misnomer = misnomer_of(model->kinds[i]->misnomers, name);
        if (misnomer != NULL) {
            *advice = misnomer->advice;
            return model->kinds[i];
        }
    }
    return NULL;
}

static bool is_written(const Field *field) {
    return field->derived == NULL && field->inverse_field == NULL;
}

static uint32_t field_names(const Model *model, const Kind *kind, const Name ***names) {
    uint32_t count = 0, room = 0;
    *names = NULL;
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (is_written(kind->fields[i]))
                arena_push(model->arena, *names, count, room, kind->fields[i]->name);
    return count;
}

static const char *joined(const Model *model, const Name *const *names, uint32_t count) {
    Out list = {0};
    for (uint32_t i = 0; i < count; i++) {
        out_string(&list, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        for (const char *letter = names[i]->text; *letter != '\0'; letter++)
            out_byte(&list, *letter == '-' ? ' ' : *letter);
    }
    const char *text = arena_copy(model->arena, list.bytes == NULL ? "" : list.bytes, list.length);
    out_free(&list);
    return text;
}

static const char *as_label(const Model *model, const Name *name) {
    return joined(model, &name, 1);
}

/* Which kind of record has a field of that name: it may have slipped out of its record. */
static const Kind *owner_elsewhere(const Model *model, const Kind *here, const Name *label) {
    for (uint32_t i = 0; i < model->kind_count; i++) {
        const Kind *kind = model->kinds[i];
        if (!kind_is(here, kind) && kind->role <= ROLE_TOP && !kind->is_words && !kind->is_scale &&
            map_get(kind->field_names, label) != NULL)
            return kind;
    }
    return NULL;
}

static const char *capital_article(Text word) {
    return strcmp(text_article(word), "an") == 0 ? "An" : "A";
}

static void report_record_with_colon(Building *building, const Kind *kind, const FieldNode *node) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_misplaced, node->label.span,
               "%s is a kind of record, and a record has no colon.", kind->name->text);
    diagnostic_write(store, diagnostic, "%s name \"Title\" {", kind->name->text);
}

static bool report_misnomer(Building *building, const Record *record, Words typed) {
    Model *model = building->model;
    Text advice = TEXT("");
    const Field *field = misnamed_field(record->kind, typed.name, &advice);
    if (field == NULL && misnamed_kind(model, typed.name, &advice) == NULL) {
        const Kind *owner = NULL;
        if (owner_elsewhere(model, record->kind, typed.name) != NULL)
            return false; /* it is a label, only not of this kind */
        for (uint32_t i = 0; owner == NULL && i < model->kind_count; i++)
            owner = misnamed_field(model->kinds[i], typed.name, &advice) == NULL ? NULL
                                                                                 : model->kinds[i];
        if (owner == NULL)
            return false;
    }
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_unknown_label, typed.span, "%.*s", TEXT_ARGS(advice));
    const char *write =
        field == NULL ? NULL : arena_format(model->arena, "%s:", as_label(model, field->name));
    if (write != NULL && strstr(text_string(model->arena, advice), write) !=
                             NULL) /* else it is said in another way */
        diagnostic_write(model->diagnostics, diagnostic, "%s", write);
    return true;
}

/* Two lines in a row with one blank between them: the end of what looks like a label is one. */
static const Field *label_at_end(const Building *building, const Kind *kind, const Name *label) {
    for (const char *at = strchr(label->text, '-'); at != NULL; at = strchr(at + 1, '-')) {
        const Name *end = name_find(building->model->names, text_of(at + 1));
        const Field *field = end == NULL ? NULL : kind_field(kind, end);
        if (field != NULL && is_written(field))
            return field;
    }
    return NULL;
}

void report_unknown_label(Building *building, const Record *record, const FieldNode *node) {
    Model *model = building->model;
    Diagnostics *store = model->diagnostics;
    const Name *label = node->label.name;
    if (report_misnomer(building, record, node->label))
        return;
    const Name **names;
    uint32_t count = field_names(model, record->kind, &names);
    const Name *near = nearest_name(label, names, count);
    const Field *end = near == NULL ? label_at_end(building, record->kind, label) : NULL;
    if (end != NULL) {
        const char *said = as_label(model, end->name);
        Diagnostic *diagnostic =
            report(store, DIAGNOSTIC_unknown_label, node->label.span,
                   "Two lines run into each other here: %s: begins on a line of its own, or behind "
                   "two blanks.",
                   said);
        diagnostic_write(store, diagnostic, "%s:", said);
        return;
    }
    const Kind *kind = model_kind(model, label);
    if (kind != NULL && !kind->is_words && !kind->is_scale && near == NULL) {
        report_record_with_colon(building, kind, node);
        return;
    }
    Text what = name_text(record->kind->name);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unknown_label, node->label.span, "%s %.*s has no line called %s:.",
               capital_article(what), TEXT_ARGS(what), as_label(model, label));
    const Kind *owner = owner_elsewhere(model, record->kind, label);
    if (near != NULL)
        diagnostic_write(store, diagnostic, "%s:", as_label(model, near));
    else if (owner != NULL)
        diagnostic_note(store, diagnostic, record->span, "%s: is said of %s %s; this is %s %.*s",
                        as_label(model, label), text_article(name_text(owner->name)),
                        owner->name->text, text_article(what), TEXT_ARGS(what));
    diagnostic_help(store, diagnostic, "It may say: %s.", joined(model, names, count));
}

/* ---- kinds ---- */

static uint32_t kinds_here(const Model *model, const Record *parent, const Name ***names) {
    uint32_t count = 0, room = 0;
    *names = NULL;
    for (uint32_t i = 0; i < model->kind_count; i++) {
        const Kind *kind = model->kinds[i];
        if (!kind->is_words && !kind->is_scale && kind_stands_in(kind, parent))
            arena_push(model->arena, *names, count, room, kind->name);
    }
    return count;
}

/* `owner primary-care`: the label is known, and its colon is missing. */
static void report_missing_colon(Building *building, const RecordNode *node) {
    Diagnostics *store = building->model->diagnostics;
    const char *label = as_label(building->model, node->kind.name);
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_missing_colon, node->kind.span,
                                    "Is a colon missing after %s?", label);
    if (is_given(node->title))
        diagnostic_write(store, diagnostic, "%s: \"%.*s\"", label, TEXT_ARGS(node->title.text));
    else
        diagnostic_write(store, diagnostic, "%s: %s", label,
                         node->name.name == NULL ? "..." : node->name.name->text);
}

void report_unknown_kind(Building *building, const Record *parent, const RecordNode *node) {
    Model *model = building->model;
    Diagnostics *store = model->diagnostics;
    if (parent != NULL && kind_field(parent->kind, node->kind.name) != NULL) {
        report_missing_colon(building, node);
        return;
    }
    Text advice = TEXT("");
    const Kind *meant = misnamed_kind(model, node->kind.name, &advice);
    if (meant != NULL) {
        Diagnostic *diagnostic =
            report(store, DIAGNOSTIC_unknown_kind, node->kind.span, "%.*s", TEXT_ARGS(advice));
        diagnostic_write(store, diagnostic, "%s", meant->name->text);
        return;
    }
    const Name **names;
    uint32_t count = kinds_here(model, parent, &names);
    const Name *near = nearest_name(node->kind.name, names, count);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unknown_kind, node->kind.span,
               node->name.name == NULL && !is_given(node->title) && !node->has_block
                   ? "I cannot read this line: it has no label, and %s is no kind of record."
                   : "I know no kind of record called %s.",
               node->kind.name->text);
    if (near != NULL)
        diagnostic_write(store, diagnostic, "%s", near->text);
    diagnostic_help(store, diagnostic, "Here you can write: %s.", joined(model, names, count));
}
