/* Charters with all that they include. Two may include the same third, so each is met once. */
#include "included.h"

typedef struct Included {
    const Model *model;
    const Record **charters;
    uint32_t count, room;
} Included;

const Record *included_charter(const Model *model, const Value *value) {
    const Record *charter = NULL;
    if (value->kind == VALUE_RECORD)
        charter = value->record;
    else if (value->kind == VALUE_NAME)
        charter = model_record(model, value->name);
    return charter != NULL && charter->kind->role == ROLE_CHARTER ? charter : NULL;
}

static void include(Included *included, const Record *charter) {
    const Model *model = included->model;
    for (uint32_t i = 0; i < included->count; i++)
        if (included->charters[i] == charter)
            return;
    arena_push(model->arena, included->charters, included->count, included->room, charter);
    for (const Value *value = record_value(model, charter, "includes"); value != NULL;
         value = value_after(value)) {
        const Record *other = included_charter(model, value);
        if (other != NULL)
            include(included, other);
    }
}

const Record **charter_with_included(const Model *model, const Record *charter, uint32_t *count) {
    Included included = {.model = model};
    include(&included, charter);
    *count = included.count;
    return included.charters;
}

bool charter_includes(const Model *model, const Record *profile, const Record *charter) {
    uint32_t count = 0;
    const Record **charters = charter_with_included(model, profile, &count);
    for (uint32_t i = 0; i < count; i++)
        if (charters[i] == charter)
            return true;
    return false;
}
