/* Names: what can be referred to, and what a name means from where it is written. */
#include "scope.h"

#include "building.h"

#include <string.h>

static Record *top_of(const Record *record) {
    while (record->parent != NULL)
        record = record->parent;
    return (Record *)record;
}

/* Names of records that can stand at the top of a plan hold for the whole plan; those of others,
 * such as the options of a decision, only within their parent. */
bool scope_is_local(const Record *record) {
    if (record->parent == NULL)
        return false;
    if (record->kind->role == ROLE_EXPECTATION)
        return true; /* shared ones stand at the top, or beside the clauses that share them */
    if (record->kind->in_library)
        return false;
    for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->within_count; i++)
            if (kind->within[i]->role == ROLE_TOP)
                return false;
    return true;
}

static bool share_a_scope(const Record *a, const Record *b) {
    if (top_of(a) != top_of(b) && (a->parent != NULL || b->parent != NULL))
        return false;
    return scope_is_local(a) || scope_is_local(b) ? a->parent == b->parent : true;
}

/* Has KIND a field for days on which it may happen more than once? Its label, or NULL. */
static const char *days_label(const Kind *kind) {
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if ((kind->fields[i]->type.bases & BASE_EVENT) != 0 && kind->fields[i]->many)
                return kind->fields[i]->name->text;
    return NULL;
}

static void report_taken(Building *building, const Record *first, const Record *second) {
    Diagnostics *store = building->model->diagnostics;
    const char *name = second->name->text;
    bool alike = first->kind == second->kind;
    const char *what = alike && first->kind->plural != NULL ? first->kind->plural->text : "records";
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_duplicate_name, second->name_span,
                                    "There are two %s named %s: lines %u and %u.", what, name,
                                    span_line(building->model->sources, first->span),
                                    span_line(building->model->sources, second->span));
    diagnostic_note(store, diagnostic, first->name_span, "the first one is here");
    diagnostic_write(store, diagnostic, "%s %s-2", second->kind->name->text, name);
    const char *days = alike ? days_label(first->kind) : NULL;
    if (days == NULL)
        diagnostic_help(store, diagnostic, "Give the second another name.");
    else
        diagnostic_help(store, diagnostic,
                        "If they are two, give the second another name. If it is one that happens "
                        "twice, give it both dates: %s: 7 May 2026, 14 May 2026",
                        days);
}

static NameEntry *entry_of(Building *building, Module *module, const Name *name) {
    NameEntry *entry = map_get(module->names, name);
    if (entry == NULL) {
        entry = arena_make(building->model->arena, NameEntry);
        map_put(module->names, name, entry);
    }
    return entry;
}

static void add_title(Building *building, Record *record) {
    if (!record->named)
        return;
    const Name *words = name_of_words(building->model->names, record->title);
    NameEntry *entry = words == record->name ? NULL : entry_of(building, record->module, words);
    if (entry != NULL && entry->by_title == NULL)
        entry->by_title = record;
}

void scope_add(Building *building, Record *record) {
    NameEntry *entry = entry_of(building, record->module, record->name);
    if (record->named)
        for (Record *each = entry->first_named; each != NULL; each = each->same_name)
            if (each->named && share_a_scope(each, record)) {
                report_taken(building, each, record);
                break;
            }
    if (entry->last == NULL)
        entry->first = record;
    else
        entry->last->same_name = record;
    entry->last = record;
    if (record->named && entry->first_named == NULL)
        entry->first_named = record;
    add_title(building, record);
}

/* ---- looking up ---- */

static bool fits(const Type *type, const Record *record) {
    if (type == NULL || type->kind_count == 0)
        return true;
    for (uint32_t i = 0; i < type->kind_count; i++)
        if (kind_is(record->kind, type->kinds[i]) ||
            (record->kind->placed_on != NULL && record->kind->placed_on == type->kinds[i]))
            return true;
    return false;
}

static void found_one(Found *found, Record *record) {
    if (found->record == NULL)
        found->record = record;
    else if (found->record != record && found->other == NULL)
        found->other = record;
}

/* Words of the lists that TYPE takes, those of charters' own scales among them. */
static void find_words(const Model *model, const Type *type, const Name *name, Found *found) {
    for (uint32_t i = 0; type != NULL && i < type->kind_count; i++) {
        Kind *kind = type->kinds[i];
        if (!kind_is_list(kind))
            continue;
        Record *word = map_get(kind->term_names, name);
        if (word != NULL)
            found_one(found, word);
        for (uint32_t k = 0; word == NULL && k < model->kind_count; k++) {
            Kind *own = model->kinds[k];
            Record *step = own->placed_on == kind ? map_get(own->term_names, name) : NULL;
            if (step != NULL)
                found_one(found, step);
        }
    }
}

static void find_in_module(const Module *module, const Record *from, const Type *type,
                           const Name *name, Found *found) {
    const NameEntry *entry = map_get(module->names, name);
    if (entry == NULL)
        return;
    const Record *top = from == NULL ? NULL : top_of(from);
    for (Record *record = entry->first; record != NULL; record = record->same_name) {
        bool apart =
            module->name == NULL && top != NULL && record->parent != NULL && top_of(record) != top;
        bool elsewhere = scope_is_local(record) && from != NULL && record->parent != from &&
                         record->parent != from->parent;
        if (apart)
            continue;
        if (!fits(type, record))
            found->wrong_kind = found->wrong_kind == NULL ? record : found->wrong_kind;
        else if (!elsewhere || found->record == NULL)
            found_one(found, record);
    }
    if (found->record == NULL && entry->by_title != NULL && fits(type, entry->by_title))
        found->record = entry->by_title;
}

static void find_records(const Model *model, const Record *from, const Type *type, const Name *name,
                         Found *found) {
    const Module *home = from == NULL ? model->main : from->module;
    find_in_module(home, from, type, name, found);
    for (uint32_t i = 0; found->record == NULL && i < home->use_count; i++)
        find_in_module(home->uses[i], from, type, name, found);
    for (uint32_t i = 0; found->record == NULL && i < model->module_count; i++)
        if (model->modules[i]->always)
            find_in_module(model->modules[i], from, type, name, found);
}

/* A named child: `replacement.walk-in`. */
static Record *child_named(const Record *parent, const Name *name) {
    for (Record *child = parent->first_child; child != NULL; child = child->next_sibling)
        if (child->name == name)
            return child;
    return NULL;
}

static void find_by_path(const Model *model, const Record *from, const Type *type, const Name *name,
                         Found *found) {
    Record *whole = map_get(model->paths, name);
    const char *dot = memchr(name->text, '.', name->length);
    if (whole != NULL && fits(type, whole)) {
        found_one(found, whole);
    } else if (dot != NULL) {
        size_t length = (size_t)(dot - name->text);
        Found first = {0};
        find_records(model, from, NULL,
                     name_of(model->names, text_part(name_text(name), 0, length)), &first);
        Record *child = first.record == NULL
                            ? NULL
                            : child_named(first.record, name_of(model->names, text_of(dot + 1)));
        if (child != NULL && fits(type, child))
            found_one(found, child);
    } else if (whole != NULL && found->wrong_kind == NULL)
        found->wrong_kind = whole;
}

Found scope_find(const Model *model, const Record *from, const Type *type, const Name *name) {
    Found found = {0};
    find_words(model, type, name, &found);
    if (found.record != NULL)
        return found;
    find_records(model, from, type, name, &found);
    if (found.record == NULL)
        find_by_path(model, from, type, name, &found);
    return found;
}

/* ---- listing ---- */

static bool is_seen_from(const Model *model, const Record *from, const Record *record) {
    const Module *home = from == NULL ? model->main : from->module;
    if (kind_is_list(record->kind))
        return true;
    if (record->module == home)
        return from == NULL || record->parent == NULL || top_of(record) == top_of(from);
    for (uint32_t i = 0; i < home->use_count; i++)
        if (home->uses[i] == record->module)
            return true;
    return false;
}

uint32_t scope_candidates(const Model *model, const Record *from, const Type *type,
                          Record ***records) {
    uint32_t count = 0, room = 0;
    *records = NULL;
    for (uint32_t k = 0; k < model->kind_count; k++)
        for (uint32_t i = 0; i < model->kinds[k]->record_count; i++) {
            Record *record = model->kinds[k]->records[i];
            if (!fits(type, record))
                break;
            if (is_seen_from(model, from, record))
                arena_push(model->arena, *records, count, room, record);
        }
    return count;
}

static unsigned limit_for(const Name *typed) {
    return typed->length < 4 ? 1 : typed->length < 8 ? 2 : 3;
}

Record *scope_nearest(const Model *model, const Record *from, const Type *type, const Name *typed) {
    Record **records, *nearest = NULL;
    uint32_t count = scope_candidates(model, from, type, &records);
    unsigned best = limit_for(typed) + 1;
    for (uint32_t i = 0; i < count; i++) {
        unsigned distance = text_distance(name_text(typed), name_text(records[i]->name), best);
        if (distance < best)
            best = distance, nearest = records[i];
    }
    return nearest;
}

const Name *nearest_name(const Name *typed, const Name *const *names, uint32_t count) {
    const Name *nearest = NULL;
    unsigned best = typed == NULL ? 0 : limit_for(typed) + 1;
    for (uint32_t i = 0; typed != NULL && i < count; i++) {
        unsigned distance = text_distance(name_text(typed), name_text(names[i]), best);
        if (distance < best)
            best = distance, nearest = names[i];
    }
    return nearest;
}

static Text advice_among(const Misnomer *misnomers, const Name *name) {
    for (; misnomers != NULL; misnomers = misnomers->next)
        if (misnomers->name == name)
            return misnomers->advice;
    return TEXT("");
}

Text scope_advice(const Model *model, const Type *type, const Name *name) {
    for (uint32_t i = 0; type != NULL && i < type->kind_count; i++) {
        Text advice = advice_among(type->kinds[i]->misnomers, name);
        for (uint32_t t = 0; advice.length == 0 && t < type->kinds[i]->record_count; t++)
            advice = advice_among(type->kinds[i]->records[t]->misnomers, name);
        if (advice.length > 0)
            return advice;
    }
    (void)model;
    return TEXT("");
}
