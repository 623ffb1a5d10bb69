/* Charters, their clauses, and any other record by name. */
#include "what_parts.h"

#include <string.h>

#include "../model/settings.h"
#include "../rules/judgement.h"
#include "said.h"
#include "said_grant.h"
#include "said_lines.h"

const Record *charter_of(const Record *record) {
    while (record != NULL && record->kind->role != ROLE_CHARTER)
        record = record->parent;
    return record;
}

static void lines_of(What *what, const Record *record, unsigned indent) {
    const Field *field = NULL;
    for (const Line *line = said_next_line(record, NULL, &field); line != NULL;
         line = said_next_line(record, line, &field)) {
        const char *label = arena_format(what->arena, "%s:", field->name->text);
        page_labelled(&what->page, indent, label, WHAT_COLUMN,
                      said_line(what->arena, what->model, field, line));
    }
}

static const char *place_said(What *what, const Record *record) {
    const Record *charter = charter_of(record);
    Text source = record_text(what->model, record, "source");
    if (charter == NULL || charter == record)
        return said_place(what->arena, what->model, record->span);
    const char *title = said_charter(what->arena, what->model, charter);
    return source.length == 0 ? title
                              : arena_format(what->arena, "%s, %.*s", title, TEXT_ARGS(source));
}

static void heading(What *what, const Record *record) {
    Text kind =
        record->kind->title.length > 0 ? record->kind->title : name_text(record->kind->name);
    what_heading(what, arena_format(what->arena, "%.*s: %s", TEXT_ARGS(record->title),
                                    said_a(what->arena, said_within(what->arena, kind))));
    const char *place = place_said(what, record);
    page_ends(&what->page, 2, place == NULL ? "" : place,
              record->path != NULL ? record->path->text : record->name->text, INK_FAINT);
    what_doc(what, record->doc, 2);
}

void what_record(What *what, const Record *record) {
    heading(what, record);
    lines_of(what, record, 2);
}

void what_granted(What *what, const Record *term) {
    heading(what, term);
    page_paragraph(&what->page, 2, "", said_grant_rule(what->arena, what->model, term), NULL,
                   INK_PLAIN);
    lines_of(what, term, 2);
}

void what_clause(What *what, const Record *clause) {
    heading(what, clause);
    lines_of(what, clause, 2);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling) {
        if (child->kind->role != ROLE_EXPECTATION)
            continue;
        page_paragraph(
            &what->page, 2, "",
            arena_format(what->arena, "%s: %.*s", child->name->text, TEXT_ARGS(child->title)), NULL,
            INK_STRONG);
        lines_of(what, child, 4);
    }
}

static void clauses_under(What *what, const Record *parent, uint32_t *count) {
    for (const Record *child = parent->first_child; child != NULL; child = child->next_sibling) {
        if (child->kind->role == ROLE_CLAUSE) {
            Text force = name_text(NULL);
            const Value *said = record_value(what->model, child, "force");
            if (said != NULL && said->kind == VALUE_RECORD)
                force = name_text(said->record->name);
            const char *title = arena_format(what->arena, "%.*s", TEXT_ARGS(child->title));
            page_paragraph(&what->page, 4, "", title, text_string(what->arena, force), INK_PLAIN);
            page_verbatim(&what->page, 6, child->path->text);
            (*count)++;
        }
        if (child->kind->role == ROLE_HEADING)
            clauses_under(what, child, count);
    }
}

/* "set by: 56 days, How Anytown works": what other charters make of a setting. */
static void set_by(What *what, const Value *value, const Record *by) {
    const char *whose = by->parent == NULL ? "the file of the plan"
                                           : said_charter(what->arena, what->model, by->parent);
    bool loosens = by->kind->role == ROLE_EXPLANATION;
    page_labelled(&what->page, 2, loosens ? "loosened by:" : "set by:", WHAT_COLUMN,
                  arena_format(what->arena, "%s, to %s", whose, value_words(what->arena, value)));
}

void what_setting(What *what, const Record *setting) {
    what_record(what, setting);
    for (uint32_t i = 0; i < what->model->record_count; i++) {
        const Record *record = what->model->records[i];
        const Value *to = record->kind->role == ROLE_EXPLANATION && record->referred == setting
                              ? record_value(what->model, record, "to")
                              : NULL;
        if (to != NULL)
            set_by(what, to, record);
        if (record->kind->role != ROLE_SETTINGS)
            continue;
        for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
            if (settings_line_value(slot) != NULL &&
                model_setting(what->model, slot->field->name) == setting)
                set_by(what, settings_line_value(slot), record);
    }
}

/* What a charter makes of the settings of others. */
static void settings_of(What *what, const Record *charter) {
    for (const Record *child = charter->first_child; child != NULL; child = child->next_sibling) {
        bool loosens = child->kind->role == ROLE_EXPLANATION && child->referred != NULL &&
                       child->referred->kind->role == ROLE_SETTING;
        if (child->kind->role != ROLE_SETTINGS && !loosens)
            continue;
        page_paragraph(
            &what->page, 2, "",
            loosens ? arena_format(what->arena, "What it loosens: %s", child->referred->path->text)
                    : "What it sets:",
            NULL, INK_PLAIN);
        lines_of(what, child, 4);
    }
}

void what_charter(What *what, const Record *charter) {
    what_record(what, charter);
    settings_of(what, charter);
    page_paragraph(&what->page, 2, "", "What it asks:", NULL, INK_PLAIN);
    uint32_t count = 0;
    clauses_under(what, charter, &count);
    if (count == 0)
        page_paragraph(&what->page, 4, "", "nothing that is written here", NULL, INK_PLAIN);
}
