#include "building.h"

#include <string.h>

static Model *new_model(const ParseContext *context) {
    Model *model = arena_make(context->arena, Model);
    model->arena = context->arena;
    model->names = context->names;
    model->sources = context->sources;
    model->diagnostics = context->diagnostics;
    model->kind_names = map_new(context->arena);
    model->plurals = map_new(context->arena);
    model->paths = map_new(context->arena);
    return model;
}

/* What must be said: a title of everything that is judged, and fields that are `required`. */
static void check_complete(const Model *model) {
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
            for (uint32_t f = 0; f < kind->field_count; f++)
                if (kind->fields[f]->required && record_slot(record, kind->fields[f]) == NULL)
                    report(model->diagnostics, DIAGNOSTIC_missing_value, record->span,
                           "This needs a line that says its %s.", kind->fields[f]->name->text);
    }
}

/* The records of the trees from FROM on, then what their lines say. */
static void build_rest(Building *building, uint32_t from) {
    building->line_count = 0;
    for (uint32_t i = from; i < building->tree_count; i++)
        build_records(building, building->trees[i]);
    if (from == 0)
        build_references(building);
    build_lines(building);
}

Model *model_build(const ParseContext *context, const Tree *tree, const Block *main,
                   const Library *library, const Name *const *against) {
    Building *building = arena_make(context->arena, Building);
    Library *kept = arena_make(context->arena, Library);
    *kept = *library;
    *building = (Building){.model = new_model(context), .library = kept};
    building->model->building = building;
    building->is_test = main != &tree->top;
    build_modules(building, tree, main, against);
    build_kinds(building);
    building->term_kind = kind_with_role(building->model, ROLE_TERM);
    build_rest(building, 0);
    check_settings(building);
    check_complete(building->model);
    return building->model;
}

static Record *top_called(const Module *module, const char *name) {
    for (uint32_t i = 0; i < module->top_count; i++)
        if (strcmp(module->tops[i]->name->text, name) == 0)
            return module->tops[i];
    return NULL;
}

Record *model_fetch(Model *model, const Name *path) {
    Building *building = model->building;
    const char *dot = strrchr(path->text, '.');
    if (dot == NULL)
        return model_record(model, path);
    Text name = text_part(name_text(path), 0, (size_t)(dot - path->text));
    uint32_t trees = building->tree_count;
    KindWork *kinds = building->last_kind;
    const Module *module = fetch_module(building, name_of(model->names, name));
    if (module == NULL || building->last_kind != kinds)
        return NULL; /* not there, or a vocabulary, which cannot come late */
    if (building->tree_count > trees)
        build_rest(building, trees);
    return top_called(module, dot + 1);
}
