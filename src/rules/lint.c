/* A second look at a charter: clauses that say not where they come from or ask nothing, names that
 * stand in each other's way, and what is declared and never used. */
#include "lint.h"

#include "../base/map.h"
#include "compile.h"
#include "rule.h"

typedef struct Linting {
    Reader *reader;
    Model *model;
    const Module *module;
    Map *used; /* settings and expectations that some rule of the module names */
} Linting;

/* ---- names of clauses that exist nowhere ---- */

/* What took the place of something may be kept elsewhere: that is worth a look, and no error. */
static void report_nowhere(Model *model, const Value *value, const char *label) {
    bool is_successor = text_is(text_of(label), "succeeded-by");
    const Name **paths = NULL;
    uint32_t count = 0, room = 0;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_CLAUSE)
            arena_push(model->arena, paths, count, room, model->records[i]->path);
    Diagnostic *said = report(
        model->diagnostics, is_successor ? DIAGNOSTIC_charter_lint : DIAGNOSTIC_unknown_clause,
        value->span, "%s: no charter, here or in the library, has anything called %s.", label,
        value->name->text);
    const Name *near = nearest_of(value->name, paths, count);
    if (near != NULL)
        diagnostic_write(model->diagnostics, said, "%s: %s", label, near->text);
    diagnostic_help(model->diagnostics, said,
                    "Write its whole name: that of the module, a dot, and its own.");
}

static bool is_known_by_its_end(const Model *model, const Name *name) {
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->path != NULL && name_may_be_typed(model->records[i]->path, name))
            return true;
    return false;
}

void check_names(Model *model, const Module *module) {
    static const struct {
        const char *label;
        Role role; /* ROLES: any */
    } LABELS[] = {{"same-as", ROLE_CLAUSE}, {"needs", ROLE_GRANT}, {"succeeded-by", ROLE_CLAUSE}};
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        for (size_t k = 0; k < sizeof LABELS / sizeof *LABELS; k++) {
            if (record->module != module || record->kind->role != LABELS[k].role)
                continue;
            for (const Value *value = record_value(model, record, LABELS[k].label); value != NULL;
                 value = value_after(value))
                if (value->kind == VALUE_NAME && !is_known_by_its_end(model, value->name) &&
                    !model_knows(model, value->name))
                    report_nowhere(model, value, LABELS[k].label);
        }
    }
}

/* ---- what rules name ---- */

static void note_rule(Linting *linting, const Rule *rule) {
    uint32_t count = 0;
    const Record *const *settings = rule == NULL ? NULL : rule_settings(rule, &count);
    for (uint32_t i = 0; i < count; i++)
        map_put(linting->used, settings[i], linting);
    const Record *shared = rule == NULL ? NULL : rule_shared(rule);
    if (shared != NULL)
        map_put(linting->used, shared, linting);
}

static void note_rules(Linting *linting, const Record *record) {
    static const struct {
        const char *label;
        RuleUse use;
    } RULES[] = {{"expect", RULE_EXPECTATION}, {"that", RULE_EXPECTATION}, {"ask", RULE_QUESTION},
                 {"consider", RULE_QUESTION},  {"when", RULE_CONDITION},   {"due", RULE_DATE}};
    size_t count = sizeof RULES / sizeof *RULES;
    if (record->kind->role == ROLE_EXPECTATION)
        count--; /* its day speaks of what its rule goes through, and is compiled with that */
    for (size_t i = 0; i < count; i++) {
        const Slot *slot = record_slot_text(linting->model, record, RULES[i].label);
        for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next)
            if (line->rule != NULL)
                note_rule(linting, rule_compile(linting->reader, record, line, RULES[i].use));
    }
}

/* ---- what is worth a second look ---- */

static bool says(const Linting *linting, const Record *record, const char *label) {
    return record_slot_text(linting->model, record, label) != NULL;
}

static bool expectation_says(const Linting *linting, const Record *clause, const char *label) {
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION && (label == NULL || says(linting, child, label)))
            return true;
    return false;
}

static Diagnostic *warn(const Linting *linting, const Record *record, const char *message) {
    return report(linting->model->diagnostics, DIAGNOSTIC_charter_lint, record->span, "%s",
                  message);
}

static void lint_clause(const Linting *linting, const Record *clause) {
    Diagnostics *store = linting->model->diagnostics;
    if (!says(linting, clause, "source") && !expectation_says(linting, clause, "source")) {
        Diagnostic *said = warn(linting, clause, "This does not say where it comes from.");
        diagnostic_write(store, said, "source: \"Step Two, 5\"");
        diagnostic_help(store, said,
                        "With every verdict people see the document and the place in it.");
    }
    bool asks = says(linting, clause, "expect") || says(linting, clause, "ask") ||
                says(linting, clause, "consider") || expectation_says(linting, clause, NULL);
    bool explained = clause->doc.length > 0 || says(linting, clause, "note"); /* it only tells */
    if (!asks && !explained) {
        Diagnostic *said = warn(linting, clause, "This asks nothing, so it gets no verdict.");
        diagnostic_help(store, said,
                        "Say what has to hold (expect: ...), what only a person can say (ask: "
                        "\"...\"), or what is to be thought about (consider: \"...\"). Where it "
                        "only says how things are, a doc comment or a note says that.");
    }
}

/* What a rule would take the name for in place of RECORD; NULL if nothing. */
static const char *hidden_by(const Linting *linting, const Record *record) {
    const Kind *plural = model_kind_of_plural(linting->model, record->name);
    const Kind *kind = model_kind(linting->model, record->name);
    if (text_is(name_text(record->name), "plan") || text_is(name_text(record->name), "adopted"))
        return "a word of rules";
    if (plural != NULL)
        return arena_format(linting->model->arena, "all records of the kind %s",
                            plural->name->text);
    if (kind != NULL && kind_is_list(kind))
        return arena_format(linting->model->arena, "the list %s", kind->name->text);
    return NULL;
}

static void lint_use(const Linting *linting, const Record *record) {
    if (map_get(linting->used, record) != NULL || hidden_by(linting, record) != NULL)
        return;
    if (record->kind->role == ROLE_SETTING) {
        Diagnostic *said = warn(linting, record, "No rule of this charter turns on this setting.");
        diagnostic_help(linting->model->diagnostics, said,
                        "Use its name in the rule that it is for (at least %s), or take it out.",
                        record->name->text);
    } else if (record->parent != NULL && record->parent->kind->role == ROLE_CHARTER) {
        Diagnostic *said = warn(linting, record, "No clause rests on this expectation.");
        diagnostic_write(linting->model->diagnostics, said, "expect: %s", record->name->text);
        diagnostic_help(linting->model->diagnostics, said,
                        "That line goes into each clause that asks it. What one clause asks alone "
                        "stands in the clause.");
    }
}

/* The expectation further out that has the name of this one of a clause; NULL if none has. */
static const Record *hides(const Linting *linting, const Record *expectation) {
    const Record *clause = expectation->parent;
    if (clause == NULL || clause->kind->role != ROLE_CLAUSE)
        return NULL;
    for (const Record *around = clause->parent; around != NULL; around = around->parent)
        for (const Record *child = around->first_child; child != NULL; child = child->next_sibling)
            if (child->kind->role == ROLE_EXPECTATION && child->name == expectation->name)
                return child;
    for (uint32_t i = 0; i < linting->module->use_count; i++) {
        const Module *used = linting->module->uses[i];
        for (uint32_t k = 0; k < used->top_count; k++)
            if (used->tops[k]->kind->role == ROLE_EXPECTATION &&
                used->tops[k]->name == expectation->name)
                return used->tops[k];
    }
    return NULL;
}

static void lint_name(const Linting *linting, const Record *record) {
    Diagnostics *store = linting->model->diagnostics;
    bool in_clause = record->parent != NULL && record->parent->kind->role == ROLE_CLAUSE;
    const char *hidden = in_clause ? NULL : hidden_by(linting, record); /* none takes it over */
    if (hidden != NULL) {
        Diagnostic *said = warn(linting, record,
                                arena_format(linting->model->arena,
                                             "A rule takes the name %s for %s, not for this.",
                                             record->name->text, hidden));
        diagnostic_help(store, said, "Give it a name of its own.");
    }
    const Record *other = record->kind->role == ROLE_EXPECTATION ? hides(linting, record) : NULL;
    if (other != NULL) {
        Diagnostic *said =
            warn(linting, record,
                 "This has the name of an expectation that clauses share, and hides it from the "
                 "rest of this clause.");
        diagnostic_note(store, said, other->span, "the other is here");
        diagnostic_help(store, said, "Take that one over (expect: %s), or give this another name.",
                        other->name->text);
    }
}

static bool has_errors(const Model *model) { return model->diagnostics->errors > 0; }

void lint_module(Reader *reader, Model *model, const Module *module) {
    Linting linting = {reader, model, module, map_new(model->arena)};
    for (uint32_t i = 0; i < model->record_count && !has_errors(model); i++) {
        Role role = model->records[i]->kind->role;
        if (model->records[i]->module == module &&
            (role == ROLE_CLAUSE || role == ROLE_EXPECTATION))
            note_rules(&linting, model->records[i]);
    }
    for (uint32_t i = 0; i < model->record_count && !has_errors(model); i++) {
        const Record *record = model->records[i];
        Role role = record->kind->role;
        if (record->module != module)
            continue;
        if (role == ROLE_CLAUSE)
            lint_clause(&linting, record);
        if (role == ROLE_SETTING || role == ROLE_EXPECTATION) {
            lint_use(&linting, record);
            lint_name(&linting, record);
        }
    }
}
