/* What the headers of records refer to: `explain bnssg.charter.during.publicise for survey`. */
#include "building.h"
#include "scope.h"

/* Clauses, headings and expectations can be spoken of by others; a setting by an explanation that
 * says to what it is loosened. */
static bool can_be_meant(const Record *record, Role by) {
    Role role = record->kind->role;
    if (by == ROLE_ADOPTION)
        return role == ROLE_CHARTER;
    if (by == ROLE_SETTING)
        return role == ROLE_SETTING;
    return role == ROLE_CLAUSE || role == ROLE_EXPECTATION || role == ROLE_HEADING;
}

static Record *find_by_ending(const Model *model, const Name *ending, Role by, Record **other) {
    Record *found = NULL;
    for (uint32_t i = 0; i < model->record_count; i++) {
        Record *record = model->records[i];
        if (!can_be_meant(record, by) || !name_may_be_typed(record->path, ending))
            continue;
        if (found != NULL)
            *other = record;
        else
            found = record;
    }
    return found;
}

static const Name *nearest_path(const Model *model, const Name *typed, Role by) {
    const Name **paths = NULL;
    uint32_t count = 0, room = 0;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (can_be_meant(model->records[i], by))
            arena_push(model->arena, paths, count, room, model->records[i]->path);
    return nearest_name(typed, paths, count);
}

/* The application that names the charter to which PATH would belong; NULL if there is none. */
static const Record *law_of(const Model *model, const Name *path) {
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *law = model->records[i];
        if (law->kind->role == ROLE_APPLICATION && law->refers != NULL &&
            path->length > law->refers->length && path->text[law->refers->length] == '.' &&
            text_starts(name_text(path), law->refers->text))
            return law;
    }
    return NULL;
}

/* What is said of a clause of law for a plan for which that is not law, as far as it says. */
static void report_other_law(const Model *model, const Record *record, const Record *law) {
    Diagnostics *store = model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unknown_clause, record->refers_span,
               "%s is of \"%.*s\", which is not law for this plan as it stands.",
               record->refers->text, TEXT_ARGS(law->title));
    diagnostic_help(store, diagnostic,
                    "It goes by the nation (nation: england), by who answers for the plan (owner: "
                    "...) and what sort of body that is (sort: council): are these lines there, "
                    "and right? Or adopt it by name: adopt %s",
                    law->refers->text);
}

static void report_unknown_clause(const Model *model, const Record *record) {
    const Record *law = law_of(model, record->refers);
    if (law != NULL && model_record(model, law->refers) == NULL) {
        report_other_law(model, record, law);
        return;
    }
    Diagnostics *store = model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unknown_clause, record->refers_span,
               "No charter that is in hand has a clause called %s.", record->refers->text);
    const Name *near = nearest_path(model, record->refers, record->kind->role);
    if (near != NULL)
        diagnostic_write(store, diagnostic, "%s %s", record->kind->name->text, near->text);
    diagnostic_help(store, diagnostic,
                    "Paste the name that `convene check --all` prints beside the clause, and see "
                    "that its charter is adopted above.");
}

static void refer_to(const Model *model, Record *record, Role by, Record **other) {
    record->referred = model_record(model, record->refers);
    if (record->referred == NULL || !can_be_meant(record->referred, by))
        record->referred = find_by_ending(model, record->refers, by, other);
}

static void refer_to_clause(const Model *model, Record *record) {
    Record *other = NULL;
    bool explains = record->kind->role == ROLE_EXPLANATION;
    bool loosens = explains && record_slot_text(model, record, "to") != NULL;
    refer_to(model, record, loosens ? ROLE_SETTING : record->kind->role, &other);
    if (record->referred == NULL && explains && !loosens)
        refer_to(model, record, ROLE_SETTING, &other);
    if (record->referred == NULL)
        report_unknown_clause(model, record);
    else if (other != NULL) {
        Diagnostic *diagnostic =
            report(model->diagnostics, DIAGNOSTIC_ambiguous_name, record->refers_span,
                   "This could be %s or %s.", record->referred->path->text, other->path->text);
        diagnostic_help(model->diagnostics, diagnostic, "Write the one that you mean in full.");
    }
}

/* The plan that a statement speaks of: it stands in it, or beside it in its file. */
static Record *plan_of(Record *record) {
    Record *plan = record_with_role(record, ROLE_TOP);
    for (uint32_t i = 0; plan == NULL && i < record->module->top_count; i++)
        plan = record_with_role(record->module->tops[i], ROLE_TOP);
    return plan;
}

/* A charter says it for every plan that is held against it: here, for that of the main file. */
static bool refer_to_any_plan(const Model *model, Record *record) {
    if (record_with_role(record, ROLE_CHARTER) == NULL ||
        !text_is(name_text(record->for_name), "plan"))
        return false;
    for (uint32_t i = 0; i < model->main->top_count && record->for_record == NULL; i++)
        record->for_record = record_with_role(model->main->tops[i], ROLE_TOP);
    return true;
}

static void refer_to_target(const Model *model, Record *record) {
    if (refer_to_any_plan(model, record))
        return;
    Record *plan = plan_of(record), *from = record->parent == NULL && plan != NULL ? plan : record;
    if (text_is(name_text(record->for_name), "plan") && plan != NULL) {
        record->for_record = plan;
        return;
    }
    Found found = scope_find(model, from, NULL, record->for_name);
    record->for_record = found.record;
    if (found.record != NULL && found.other == NULL)
        return;
    Diagnostics *store = model->diagnostics;
    if (found.record != NULL) {
        Diagnostic *diagnostic =
            report(store, DIAGNOSTIC_ambiguous_name, record->for_span,
                   "Two records could be meant by %s.", record->for_name->text);
        diagnostic_note(store, diagnostic, found.record->span, "this one");
        diagnostic_note(store, diagnostic, found.other->span, "or this one");
        return;
    }
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_unknown_name, record->for_span,
                                    "Nothing in this plan is called %s.", record->for_name->text);
    const Record *near = scope_nearest(model, from, NULL, record->for_name);
    if (near != NULL)
        diagnostic_write(store, diagnostic, "for %s", near->name->text);
}

/* A name that could stand there: of a clause in hand, or of a module that holds a charter. */
static const char *example_name(Building *building, const Record *record) {
    const Model *model = building->model;
    Role by = record->kind->role;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (by != ROLE_USE && model->records[i]->kind->role != ROLE_EXPECTATION &&
            can_be_meant(model->records[i], by))
            return model->records[i]->path->text;
    const Name *charter = model_example_charter(model);
    if (charter != NULL)
        return by == ROLE_ADOPTION || by == ROLE_USE
                   ? charter->text
                   : arena_format(model->arena, "%s.NAME", charter->text);
    return "NAME";
}

static void report_nothing_named(Building *building, const Record *record) {
    Diagnostics *store = building->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_missing_value, record->span,
                                    "This does not say which one it is about.");
    diagnostic_help(store, diagnostic, "Write the name after %s, for example: %s %s",
                    record->kind->name->text, record->kind->name->text,
                    example_name(building, record));
}

/* Modules that could not be found were reported when they were looked for. */
static void refer_to_charter(const Model *model, Record *record) {
    record->referred = model_charter(model, record->refers);
    if (record->referred != NULL || record->kind->role == ROLE_USE)
        return;
    for (uint32_t i = 0; i < record->module->use_count; i++) {
        const Module *used = record->module->uses[i];
        if (used->name == NULL || !name_may_be_typed(used->name, record->refers))
            continue;
        Diagnostic *diagnostic =
            report(model->diagnostics, DIAGNOSTIC_wrong_kind, record->refers_span,
                   "%s holds no charter, so there is nothing in it to adopt.", used->name->text);
        diagnostic_write(model->diagnostics, diagnostic, "use %s", used->name->text);
    }
}

void build_references(Building *building) {
    const Model *model = building->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        Record *record = model->records[i];
        Role role = record->kind->role;
        if (role == ROLE_ADOPTION || role == ROLE_USE) {
            if (record->refers != NULL)
                refer_to_charter(model, record);
            else
                report_nothing_named(building, record);
        } else if (role == ROLE_EXPLANATION || role == ROLE_CONFIRMATION ||
                   role == ROLE_CONSIDERATION) {
            if (record->refers != NULL)
                refer_to_clause(model, record);
            else if (role != ROLE_CONSIDERATION)
                report_nothing_named(building, record);
            if (record->for_name != NULL)
                refer_to_target(model, record);
        }
    }
}
