#include "building.h"

static Kind *kind_with_role(const Model *model, Role role) {
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (model->kinds[i]->role == role)
            return model->kinds[i];
    return NULL;
}

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

Model *model_build(const ParseContext *context, const Tree *tree, const Block *main,
                   const Library *library, const Name *const *against) {
    Building building = {.model = new_model(context), .library = library};
    building.is_test = main != &tree->top;
    build_modules(&building, tree, main, against);
    build_kinds(&building);
    building.term_kind = kind_with_role(building.model, ROLE_TERM);
    for (uint32_t i = 0; i < building.tree_count; i++)
        build_records(&building, building.trees[i]);
    build_references(&building);
    build_lines(&building);
    check_complete(building.model);
    return building.model;
}
