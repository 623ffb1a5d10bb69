/* Looks a word up in everything that has a name, and says all that it may mean. */
#include "what.h"

#include <string.h>

#include "../rules/judgement.h"
#include "clause_find.h"
#include "said.h"
#include "what_parts.h"

static bool is_one_of(const Name *name, const Name *const *list, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == name)
            return true;
    return false;
}

static bool titled(const Model *model, Text title, const Name *name) {
    return title.length > 0 && name_of_words(model->names, title) == name;
}

static bool kind_means(const Model *model, const Kind *kind, const Name *name) {
    return kind->name == name || kind->plural == name ||
           is_one_of(name, kind->also, kind->also_count) || titled(model, kind->title, name);
}

static void find_verdicts(What *what, const Name *name) {
    for (int i = 0; i < VERDICTS; i++) {
        Verdict verdict = (Verdict)i;
        if (name_of_words(what->model->names, text_of(verdict_word(verdict))) != name)
            continue;
        what_heading(what, arena_format(what->arena, "%s: a verdict, shown as %s",
                                        verdict_word(verdict), verdict_sign(verdict)));
        page_paragraph(&what->page, 2, "", verdict_meaning(verdict), NULL, INK_PLAIN);
    }
}

static void find_kinds(What *what, const Name *name) {
    for (uint32_t i = 0; i < what->model->kind_count; i++) {
        const Kind *kind = what->model->kinds[i];
        if (!kind_means(what->model, kind, name))
            continue;
        if (kind_is_list(kind))
            what_list(what, kind);
        else
            what_kind(what, kind);
    }
}

static bool field_means(const Field *field, const Name *name) {
    return field->name == name || is_one_of(name, field->also, field->also_count);
}

/* The same label on many kinds mostly means the same: a few are shown, the rest named. */
static void find_fields(What *what, const Name *name) {
    enum { MOST = 3 };
    uint32_t shown = 0;
    const char *others = NULL;
    for (uint32_t i = 0; i < what->model->kind_count; i++) {
        const Kind *kind = what->model->kinds[i];
        for (uint32_t f = 0; f < kind->field_count; f++) {
            if (!field_means(kind->fields[f], name))
                continue;
            if (shown++ < MOST)
                what_field(what, kind->fields[f]);
            else
                others = others == NULL
                             ? kind->name->text
                             : arena_format(what->arena, "%s, %s", others, kind->name->text);
        }
    }
    if (others != NULL)
        page_paragraph(&what->page, 2, "Also a line of: ", others, NULL, INK_PLAIN);
}

static void say_record(What *what, const Record *record) {
    if (kind_is_list(record->kind))
        what_term(what, record);
    else if (record->kind->role == ROLE_CLAUSE)
        what_clause(what, record);
    else if (record->kind->role == ROLE_CHARTER)
        what_charter(what, record);
    else if (record->kind->role == ROLE_GRANT)
        what_granted(what, record);
    else if (record->kind->role == ROLE_SETTING)
        what_setting(what, record);
    else
        what_record(what, record);
}

static bool record_means(const Record *record, Text asked, const Name *name) {
    if (record->name == name)
        return true;
    return record->path != NULL && memchr(asked.at, '.', asked.length) != NULL &&
           path_ends(record->path->text, asked);
}

/* Records that people look up by name: not the tests and statements of plans. */
static bool is_looked_up(const Record *record) {
    switch (record->kind->role) {
    case ROLE_TEST:
    case ROLE_EXPLANATION:
    case ROLE_CONFIRMATION:
    case ROLE_CONSIDERATION:
    case ROLE_ADOPTION:
    case ROLE_APPLICATION:
    case ROLE_USE: return false;
    default: return true;
    }
}

static void find_records(What *what, Text asked, const Name *name) {
    enum { MOST = 6 };
    uint32_t shown = 0;
    for (uint32_t i = 0; i < what->model->record_count && shown < MOST; i++) {
        const Record *record = what->model->records[i];
        bool in_test = false;
        for (const Record *at = record; at != NULL; at = at->parent)
            in_test = in_test || at->kind->role == ROLE_TEST;
        if (in_test || !is_looked_up(record) || !record_means(record, asked, name))
            continue;
        say_record(what, record);
        shown++;
    }
}

static void find_clauses(What *what, Text asked) {
    enum { MOST = 3 };
    ClauseList all = clauses_of_model(what->arena, what->model);
    ClauseList meant = clauses_meant(what->arena, what->model, &all, asked);
    for (uint32_t i = 0; i < meant.count && i < MOST; i++)
        what_clause(what, meant.items[i]);
}

static void find_diagnostics(What *what, Text asked) {
    for (int i = 0; i < DIAGNOSTIC_KINDS; i++) {
        char buffer[DIAGNOSTIC_NAME];
        const char *name = diagnostic_name((DiagnosticKind)i, buffer);
        if (!text_is(asked, name))
            continue;
        what_heading(what, arena_format(what->arena, "%s: a message of the compiler", name));
        page_paragraph(&what->page, 2, "", diagnostic_heading((DiagnosticKind)i), NULL, INK_PLAIN);
    }
}

/* Words that people type and the vocabulary does not have, with what it says to them. */
static void say_advice(What *what, const Misnomer *misnomers, const Name *name, const Name *owner) {
    for (; misnomers != NULL; misnomers = misnomers->next) {
        if (misnomers->name != name)
            continue;
        what_heading(what, arena_format(what->arena, "%s: not a word of the language; see %s",
                                        name->text, owner->text));
        page_paragraph(&what->page, 2, "", text_string(what->arena, misnomers->advice), NULL,
                       INK_PLAIN);
    }
}

static void find_advice(What *what, const Name *name) {
    for (uint32_t i = 0; i < what->model->kind_count; i++) {
        const Kind *kind = what->model->kinds[i];
        say_advice(what, kind->misnomers, name, kind->name);
        for (uint32_t f = 0; f < kind->field_count; f++)
            say_advice(what, kind->fields[f]->misnomers, name, kind->fields[f]->name);
        for (uint32_t r = 0; r < kind->record_count && kind_is_list(kind); r++)
            say_advice(what, kind->records[r]->misnomers, name, kind->records[r]->name);
    }
}

enum { MOST_NEAR = 6, FARTHEST = 3 };

typedef struct Near {
    Text asked;
    const Name *names[FARTHEST][MOST_NEAR];
    uint32_t counts[FARTHEST];
} Near;

static void consider(Near *near, const Name *name) {
    if (name == NULL)
        return;
    unsigned limit = near->asked.length < 5 ? 1 : FARTHEST;
    unsigned far = text_distance(near->asked, name_text(name), limit);
    if (far == 0 || far > limit)
        return;
    uint32_t *count = &near->counts[far - 1];
    if (*count < MOST_NEAR && !is_one_of(name, near->names[far - 1], *count))
        near->names[far - 1][(*count)++] = name;
}

static void say_near(What *what, const Name *name) {
    Near near = {.asked = name_text(name)};
    for (uint32_t i = 0; i < what->model->kind_count; i++) {
        consider(&near, what->model->kinds[i]->name);
        for (uint32_t f = 0; f < what->model->kinds[i]->field_count; f++)
            consider(&near, what->model->kinds[i]->fields[f]->name);
    }
    for (uint32_t i = 0; i < what->model->record_count; i++)
        if (is_looked_up(what->model->records[i]))
            consider(&near, what->model->records[i]->name);
    const char *list = NULL;
    uint32_t shown = 0;
    for (int far = 0; far < FARTHEST; far++)
        for (uint32_t i = 0; i < near.counts[far] && shown < MOST_NEAR; i++, shown++)
            list = list == NULL
                       ? near.names[far][i]->text
                       : arena_format(what->arena, "%s, %s", list, near.names[far][i]->text);
    if (list != NULL)
        page_paragraph(&what->page, 0, "Near it: ", list, NULL, INK_PLAIN);
}

bool what_write(Out *out, Arena *arena, const Model *model, Text asked,
                const WhatOptions *options) {
    What what = {page_new(out, options->style), arena, model, 0};
    const Name *name = name_of_words(model->names, asked);
    find_verdicts(&what, name);
    find_kinds(&what, name);
    find_fields(&what, name);
    find_records(&what, asked, name);
    if (what.said == 0)
        find_clauses(&what, asked);
    find_diagnostics(&what, asked);
    find_advice(&what, name);
    if (what.said > 0)
        return true;
    page_paragraph(&what.page, 0, "",
                   arena_format(arena, "Nothing here is called \"%.*s\".", TEXT_ARGS(asked)), NULL,
                   INK_PLAIN);
    say_near(&what, name);
    return false;
}
