/* A reader for one plan: its indexes, its settings, and every date worked out. */
#include "reader.h"

Reader *reader_new(Model *model, const Record *plan) {
    Reader *reader = arena_make(model->arena, Reader);
    reader->model = model;
    reader->arena = model->arena;
    reader->plan = plan;
    reader->epoch = 1;
    reader->indexes = map_new(model->arena);
    reader->derived = map_new(model->arena);
    reader->fallbacks = map_new(model->arena);
    index_records(reader);
    compile_derived_fields(reader);
    dates_settle_all(reader);
    reader->settled = true;
    return reader;
}

void reader_adopted(Reader *reader, const Record *adoption, const When *adopted) {
    reader->adoption = adoption;
    reader->adopted = adopted;
    reader->epoch++;
}

void reader_setting(Reader *reader, const Record *setting, const Value *value) {
    Override *override = arena_make(reader->arena, Override);
    *override = (Override){reader->overrides, setting, value};
    reader->overrides = override;
    reader->epoch++;
}

void reader_forget_settings(Reader *reader) {
    if (reader->overrides != NULL)
        reader->epoch++;
    reader->overrides = NULL;
}

const Value *setting_value(const Reader *reader, const Record *setting) {
    static const char *const LABELS[] = {"at-least", "at-most", "includes"};
    for (const Override *each = reader->overrides; each != NULL; each = each->next)
        if (each->setting == setting)
            return each->value;
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        const Value *value = record_value(reader->model, setting, LABELS[i]);
        if (value != NULL)
            return value;
    }
    return NULL;
}
