/* The lines of `settings { ... }`: each names a setting of a charter that is taken in, and may give
 * it a tighter value. What is looser is refused here, with the way to say it. */
#include "settings.h"

#include "building.h"
#include "included.h"

static const struct {
    const char *label;
    Direction direction;
} DIRECTIONS[] = {{"at-least", DIRECTION_AT_LEAST}, {"at-most", DIRECTION_AT_MOST}};

enum { DIRECTION_COUNT = sizeof DIRECTIONS / sizeof *DIRECTIONS };

Direction setting_direction(const Model *model, const Record *setting) {
    for (size_t i = 0; i < DIRECTION_COUNT; i++)
        if (record_slot_text(model, setting, DIRECTIONS[i].label) != NULL)
            return DIRECTIONS[i].direction;
    return DIRECTION_NONE;
}

const Value *setting_own_value(const Model *model, const Record *setting) {
    for (size_t i = 0; i < DIRECTION_COUNT; i++) {
        const Value *value = record_value(model, setting, DIRECTIONS[i].label);
        if (value != NULL && value->kind != VALUE_ANSWER)
            return value;
    }
    return NULL;
}

Record *model_setting(const Model *model, const Name *name) {
    Record *found = model_record(model, name);
    if (found != NULL && found->kind->role == ROLE_SETTING)
        return found;
    found = NULL;
    for (uint32_t i = 0; i < model->record_count; i++) {
        Record *record = model->records[i];
        if (record->kind->role != ROLE_SETTING || !name_may_be_typed(record->path, name))
            continue;
        if (found != NULL)
            return NULL;
        found = record;
    }
    return found;
}

/* The number that a value comes to, in units of its own kind and family. */
static bool magnitude(const Value *value, int64_t *size, int *family) {
    *family = 0;
    switch (value->kind) {
    case VALUE_NUMBER:
    case VALUE_MONEY:
    case VALUE_PERCENT: *size = value->number.thousandths; return true;
    case VALUE_DURATION:
        *family = (int)unit_family(value->duration.unit);
        *size = duration_in_family(value->duration);
        return true;
    default: return false;
    }
}

int settings_compare(Direction direction, const Value *a, const Value *b, bool *comparable) {
    int64_t left, right;
    int family, other;
    *comparable = direction != DIRECTION_NONE && a->kind == b->kind &&
                  magnitude(a, &left, &family) && magnitude(b, &right, &other) && family == other;
    if (!*comparable || left == right)
        return 0;
    return (left > right) == (direction == DIRECTION_AT_LEAST) ? 1 : -1;
}

const Value *settings_line_value(const Slot *slot) {
    const Value *value = slot_first(slot);
    return value == NULL || value->kind == VALUE_ANSWER ? NULL : value;
}

/* ---- building ---- */

Field *settings_field(Building *building, const Record *record, const Name *label) {
    Model *model = building->model;
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        if (slot->field->name == label)
            return slot->field;
    Field *like = NULL;
    for (uint32_t i = 0; i < model->kind_count && like == NULL; i++)
        if (model->kinds[i]->role == ROLE_SETTING)
            like = kind_field_text(model, model->kinds[i], DIRECTIONS[0].label);
    if (like == NULL)
        return NULL;
    Field *field = arena_make(model->arena, Field);
    *field = *like;
    field->name = label;
    field->title = name_text(label);
    field->many = false;
    return field;
}

/* ---- what is wrong with a line ---- */

static void report_unknown(const Model *model, const Line *line, const Name *name) {
    const Name **names = NULL;
    uint32_t count = 0, room = 0;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_SETTING)
            arena_push(model->arena, names, count, room, model->records[i]->path);
    Diagnostic *said = report(model->diagnostics, DIAGNOSTIC_unknown_name, line->label_span,
                              "No charter that is in hand has a setting called %s.", name->text);
    const Name *near = nearest_name(name, names, count);
    if (near != NULL)
        diagnostic_write(
            model->diagnostics, said, "%s: %.*s", near->text,
            TEXT_ARGS(span_text(model->sources,
                                line->first == NULL ? line->label_span : line->first->span)));
    diagnostic_help(model->diagnostics, said,
                    "The line begins with the name of the charter, as in practice.NAME.SETTING; "
                    "`convene what CHARTER` shows those that it has. Include that charter too.");
}

static void report_not_included(const Model *model, const Line *line, const Record *profile,
                                const Record *setting, const Record *charter) {
    Diagnostic *said = report(model->diagnostics, DIAGNOSTIC_misplaced, line->label_span,
                              "%s is a setting of %s, which %s does not include.",
                              setting->name->text, charter->path->text, profile->path->text);
    diagnostic_write(model->diagnostics, said, "includes: %s", charter->path->text);
}

static void report_looser(const Model *model, const Line *line, const Record *setting,
                          const Value *value, const Value *own) {
    Arena *arena = model->arena;
    const char *words = value_words(arena, value);
    Diagnostic *said =
        report(model->diagnostics, DIAGNOSTIC_looser_setting, value->span,
               "%s is looser than %s, which %.*s gives. Settings are tightened here; to loosen one "
               "is to explain why.",
               words, value_words(arena, own),
               TEXT_ARGS(setting->parent == NULL ? setting->title : setting->parent->title));
    const char *because =
        line->reason.length > 0 ? arena_format(arena, "%.*s", TEXT_ARGS(line->reason)) : "...";
    diagnostic_help(model->diagnostics, said,
                    "Take the line out, and write below: explain %s { to: %s  because: \"%s\"  "
                    "instead: \"...\"  risk: \"...\"  until: DATE  owner: WHO  approved: WHO on "
                    "DATE }",
                    setting->path->text, words, because);
}

static void report_not_comparable(const Model *model, const Record *setting, const Value *value,
                                  const Value *own) {
    Diagnostic *said = report(
        model->diagnostics, DIAGNOSTIC_wrong_value, value->span,
        "%.*s is %s, and %s cannot be held against it: nobody can say which of them is tighter.",
        TEXT_ARGS(setting->title), value_words(model->arena, own),
        value_words(model->arena, value));
    diagnostic_help(model->diagnostics, said, "Give it in the same unit as %s.",
                    value_words(model->arena, own));
}

static void report_no_value(const Model *model, const Slot *slot) {
    const Value *said = slot_first(slot);
    if (said == NULL)
        return; /* what is wrong with it was reported where it was read */
    Diagnostic *diagnostic = report(model->diagnostics, DIAGNOSTIC_wrong_value, said->span,
                                    "This gives %s no value.", slot->field->name->text);
    diagnostic_help(model->diagnostics, diagnostic,
                    "Write one, or take the line out: what its own charter says then holds.");
}

static void check_line(const Model *model, const Record *profile, const Slot *slot) {
    const Value *value = settings_line_value(slot);
    const Record *setting = model_setting(model, slot->field->name);
    if (setting == NULL) {
        report_unknown(model, slot->lines, slot->field->name);
        return;
    }
    const Record *charter = record_with_role((Record *)setting, ROLE_CHARTER);
    if (profile != NULL && charter != NULL && !charter_includes(model, profile, charter))
        report_not_included(model, slot->lines, profile, setting, charter);
    const Value *own = setting_own_value(model, setting);
    if (value == NULL)
        report_no_value(model, slot);
    if (value == NULL || own == NULL)
        return;
    bool comparable;
    int order = settings_compare(setting_direction(model, setting), value, own, &comparable);
    if (!comparable)
        report_not_comparable(model, setting, value, own);
    else if (order < 0)
        report_looser(model, slot->lines, setting, value, own);
}

/* ---- what is wrong with an explanation that loosens ---- */

static void report_in_plan(const Model *model, const Record *record) {
    Diagnostic *said =
        report(model->diagnostics, DIAGNOSTIC_misplaced, record->span,
               "A plan keeps what is asked or explains why it does not; %.*s is loosened in a "
               "charter of your own.",
               TEXT_ARGS(record->referred->title));
    diagnostic_help(model->diagnostics, said,
                    "Move it into a charter that includes %s, and adopt that; or explain the "
                    "clause that is not kept.",
                    record->referred->parent == NULL ? "it" : record->referred->parent->path->text);
}

static void check_loosening(const Model *model, const Record *record) {
    const Record *setting = record->referred;
    const Record *profile = record_with_role((Record *)record, ROLE_CHARTER);
    const Record *charter = record_with_role((Record *)setting, ROLE_CHARTER);
    const Slot *to = record_slot_text(model, record, "to");
    const Value *value = slot_first(to), *own = setting_own_value(model, setting);
    if (profile == NULL) {
        report_in_plan(model, record);
        return;
    }
    if (charter != NULL && to != NULL && !charter_includes(model, profile, charter))
        report_not_included(model, to->lines, profile, setting, charter);
    if (value == NULL || value->kind == VALUE_ANSWER || own == NULL)
        return; /* that `to:` is wanted is found when it is asked whether it counts */
    bool comparable;
    int order = settings_compare(setting_direction(model, setting), value, own, &comparable);
    if (!comparable)
        report_not_comparable(model, setting, value, own);
    else if (order >= 0) {
        Diagnostic *said = report(model->diagnostics, DIAGNOSTIC_wrong_value, value->span,
                                  "%s is no looser than %s, so there is nothing to explain.",
                                  value_words(model->arena, value), value_words(model->arena, own));
        diagnostic_write(model->diagnostics, said, "settings { %s: %s }", setting->path->text,
                         value_words(model->arena, value));
    }
}

void check_settings(Building *building) {
    const Model *model = building->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        Record *record = model->records[i];
        if (record->kind->role == ROLE_EXPLANATION && record->referred != NULL &&
            record->referred->kind->role == ROLE_SETTING)
            check_loosening(model, record);
        if (record->kind->role != ROLE_SETTINGS)
            continue;
        for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
            check_line(model, record_with_role(record, ROLE_CHARTER), slot);
    }
}
