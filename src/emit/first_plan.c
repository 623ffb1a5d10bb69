/* From what is asked to groups of lines and records. */
#include "first_plan.h"

#include <string.h>

#include "../model/scope.h"
#include "example.h"
#include "hints.h"
#include "said.h"

static const char VIEW[] = "first-plan";

static const Kind *top_kind(const Model *model) {
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (model->kinds[i]->role == ROLE_TOP && model->kinds[i]->base == NULL)
            return model->kinds[i];
    return NULL;
}

/* ---- what is asked of a kind ---- */

static const AskedLine *asked_of(const FirstPlan *plan, const Kind *kind, const Field *field) {
    for (uint32_t i = 0; i < plan->asked.line_count; i++) {
        const AskedLine *line = plan->asked.lines[i];
        if (line->field == field && kind_is(kind, line->kind))
            return line;
    }
    return NULL;
}

/* The lines of KIND that are asked for: its own in the order of the vocabulary, then those of what
 * it is like. */
static const AskedLine *asked_by_nobody(const FirstPlan *plan, const Kind *kind,
                                        const Field *field) {
    AskedLine *line = arena_make(plan->arena, AskedLine);
    line->kind = kind;
    line->field = field;
    return line;
}

/* Does a hint want a line for FIELD of KIND whether a rule reads it or not? */
static bool is_always_there(const Kind *kind, const Field *field) {
    for (const Draw *draw = kind->draws; draw != NULL; draw = draw->next) {
        const DrawSlot *always =
            text_is(name_text(draw->view), VIEW) ? draw_slot(draw, "always") : NULL;
        for (uint32_t i = 0; always != NULL && i < always->count; i++)
            if (always->fields[i] == field)
                return true;
    }
    return false;
}

static void add_lines(const FirstPlan *plan, const Kind *kind, FirstLine **lines, uint32_t *count,
                      uint32_t *room) {
    for (const Kind *from = kind; from != NULL; from = from->base)
        for (uint32_t i = 0; i < from->field_count; i++) {
            const AskedLine *asked = asked_of(plan, kind, from->fields[i]);
            if (asked == NULL && is_always_there(kind, from->fields[i]))
                asked = asked_by_nobody(plan, kind, from->fields[i]);
            if (asked != NULL)
                arena_push(plan->arena, *lines, *count, *room, ((FirstLine){asked, NULL}));
        }
}

static bool is_asked(const FirstPlan *plan, const Kind *kind) {
    for (uint32_t i = 0; i < plan->asked.line_count; i++)
        if (plan->asked.lines[i]->kind == kind)
            return true;
    return false;
}

/* ---- records ---- */

static const char *first_title(const FirstPlan *plan, const Kind *kind) {
    return arena_format(plan->arena, "First %s", said_within(plan->arena, kind->title));
}

void first_plan_rename(const FirstPlan *plan, FirstRecord *record, const char *title) {
    record->is_comment = title == NULL && (record->parent != NULL || record->may_be_none);
    record->title = title != NULL ? title : first_title(plan, record->kind);
    record->name = name_of_words(plan->model->names, text_of(record->title))->text;
}

static FirstRecord *record_new(const FirstPlan *plan, const Kind *kind, const char *title) {
    FirstRecord *record = arena_make(plan->arena, FirstRecord);
    record->kind = kind;
    record->asked = asked_of(plan, kind, NULL);
    first_plan_rename(plan, record, title);
    add_lines(plan, kind, &record->lines, &record->line_count, &record->line_room);
    return record;
}

static void add_record(FirstGroup *group, FirstRecord *record) {
    if (group->last == NULL)
        group->first = record;
    else
        group->last->next = record;
    group->last = record;
}

static void add_child(FirstRecord *parent, FirstRecord *child) {
    child->parent = parent;
    child->is_comment = true;
    if (parent->last_child == NULL)
        parent->first_child = child;
    else
        parent->last_child->next = child;
    parent->last_child = child;
}

static FirstRecord *record_of(const FirstPlan *plan, const Kind *kind) {
    for (uint32_t i = 0; i < plan->group_count; i++)
        for (FirstRecord *record = plan->groups[i].first; record != NULL; record = record->next) {
            if (kind_is(record->kind, kind))
                return record;
            for (FirstRecord *child = record->first_child; child != NULL; child = child->next)
                if (kind_is(child->kind, kind))
                    return child;
        }
    return NULL;
}

/* May records of KIND stand in PARENT (the plan itself, or another record)? */
static bool stands_in(const Kind *kind, const Kind *parent) {
    const Kind *placing = kind_placing(kind);
    for (uint32_t i = 0; i < placing->within_count; i++)
        if (kind_is(parent, placing->within[i]))
            return true;
    return false;
}

/* Puts RECORD into the plan, or into the first record that takes it. */
static bool place(const FirstPlan *plan, FirstGroup *group, const Kind *top, FirstRecord *record) {
    if (stands_in(record->kind, top)) {
        add_record(group, record);
        return true;
    }
    for (uint32_t i = 0; i < plan->group_count; i++)
        for (FirstRecord *around = plan->groups[i].first; around != NULL; around = around->next)
            if (stands_in(record->kind, around->kind)) {
                add_child(around, record);
                return true;
            }
    return false;
}

/* ---- groups ---- */

static FirstGroup *add_group(FirstPlan *plan, const char *heading) {
    FirstGroup group = {.heading = heading};
    arena_push(plan->arena, plan->groups, plan->group_count, plan->group_room, group);
    return &plan->groups[plan->group_count - 1];
}

static const char *heading_of(const FirstPlan *plan, const Draw *draw) {
    if (draw->mark == NULL)
        return "";
    char *words = said_name(plan->arena, name_text(draw->mark));
    if (words[0] >= 'a' && words[0] <= 'z')
        words[0] = (char)(words[0] - 'a' + 'A');
    return words;
}

static void group_lines(FirstPlan *plan, FirstGroup *group, const Kind *top, const DrawSlot *slot) {
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        const Field *field = slot->fields[i];
        const AskedLine *asked = field == NULL ? NULL : asked_of(plan, top, field);
        if (asked == NULL && field != NULL && is_always_there(top, field))
            asked = asked_by_nobody(plan, top, field);
        if (asked != NULL)
            arena_push(plan->arena, group->lines, group->line_count, group->line_room,
                       ((FirstLine){asked, NULL}));
    }
}

static void group_records(FirstPlan *plan, FirstGroup *group, const Kind *top, const DrawSlot *slot,
                          bool always) {
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        const Kind *kind = model_kind(plan->model, slot->words[i]);
        if (kind != NULL && (always || is_asked(plan, kind)))
            (void)place(plan, group, top, record_new(plan, kind, NULL));
    }
}

static void add_groups(FirstPlan *plan, const Kind *top) {
    const Draw *hints[64];
    uint32_t count = 0;
    for (const Draw *draw = top->draws; draw != NULL && count < 64; draw = draw->next)
        if (text_is(name_text(draw->view), VIEW))
            hints[count++] = draw;
    while (count > 0) { /* hints are kept last first */
        const Draw *draw = hints[--count];
        FirstGroup *group = add_group(plan, heading_of(plan, draw));
        group_lines(plan, group, top, draw_slot(draw, "lines"));
        group_records(plan, group, top, draw_slot(draw, "always"), true);
        group_records(plan, group, top, draw_slot(draw, "records"), false);
    }
}

static bool has_line(const FirstPlan *plan, const AskedLine *asked) {
    for (uint32_t i = 0; i < plan->group_count; i++)
        for (uint32_t k = 0; k < plan->groups[i].line_count; k++)
            if (plan->groups[i].lines[k].asked == asked)
                return true;
    return false;
}

/* A record of KIND, of which not every plan has one. */
static void add_possible(FirstPlan *plan, FirstGroup *group, const Kind *top, const Kind *kind) {
    FirstRecord *record = record_new(plan, kind, NULL);
    record->may_be_none = record->is_comment = true;
    (void)place(plan, group, top, record);
}

/* Examples name records: there is one of each kind that a line can hold nothing else of. */
static void add_named_in_examples(FirstPlan *plan, FirstGroup *group, const Kind *top) {
    for (uint32_t i = 0; i < plan->asked.line_count; i++) {
        const Field *field = plan->asked.lines[i]->field;
        if (field == NULL || field->type.bases != BASE_RECORD || field->type.kind_count == 0)
            continue;
        const Kind *kind = field->type.kinds[0];
        bool is_list = kind_is_list(kind);
        if (!is_list && first_plan_name(plan, field) == NULL &&
            kind_placing(kind)->within_count > 0)
            add_possible(plan, group, top, kind);
    }
}

/* What no hint puts anywhere: lines of the plan, and records of which not every plan has one. */
static void add_rest(FirstPlan *plan, const Kind *top) {
    FirstGroup *group = add_group(plan, "If it comes to that");
    for (uint32_t i = 0; i < plan->asked.line_count; i++) {
        const AskedLine *asked = plan->asked.lines[i];
        if (asked->kind == top) {
            if (asked->field != NULL && !has_line(plan, asked))
                arena_push(plan->arena, group->lines, group->line_count, group->line_room,
                           ((FirstLine){asked, NULL}));
        } else if (record_of(plan, asked->kind) == NULL && asked->kind->name != NULL &&
                   kind_placing(asked->kind)->within_count > 0) {
            add_possible(plan, group, top, asked->kind);
        }
    }
    add_named_in_examples(plan, group, top);
}

FirstPlan *first_plan_new(Arena *arena, const Model *model, AskedOfPlan asked,
                          const char *const *charters, size_t count) {
    FirstPlan *plan = arena_make(arena, FirstPlan);
    *plan = (FirstPlan){.arena = arena,
                        .model = model,
                        .charters = charters,
                        .charter_count = count,
                        .title = "Title of the plan",
                        .asked = asked};
    const Kind *top = top_kind(model);
    if (top != NULL) {
        add_groups(plan, top);
        add_rest(plan, top);
    }
    return plan;
}

FirstRecord *first_plan_add(FirstPlan *plan, FirstGroup *group, FirstRecord *pattern,
                            const char *title) {
    FirstRecord *record = record_new(plan, pattern->kind, title);
    for (const FirstRecord *child = pattern->first_child; child != NULL; child = child->next) {
        FirstRecord *copy = record_new(plan, child->kind, child->title);
        copy->may_be_none = child->may_be_none;
        add_child(record, copy);
    }
    if (pattern->parent != NULL) {
        record->parent = pattern->parent;
        record->next = pattern->next;
        pattern->next = record;
        if (pattern->parent->last_child == pattern)
            pattern->parent->last_child = record;
    } else {
        record->next = pattern->next;
        pattern->next = record;
        if (group->last == pattern)
            group->last = record;
    }
    return record;
}

FirstRecord *first_plan_drop(FirstGroup *group, FirstRecord *record) {
    FirstRecord *before = record->parent != NULL ? record->parent->first_child : group->first;
    while (before->next != record)
        before = before->next;
    before->next = record->next;
    if (group->last == record)
        group->last = before;
    if (record->parent != NULL && record->parent->last_child == record)
        record->parent->last_child = before;
    return before;
}

/* ---- examples ---- */

const char *first_plan_name(const FirstPlan *plan, const Field *field) {
    for (uint32_t i = 0; i < field->type.kind_count; i++) {
        const FirstRecord *record = record_of(plan, field->type.kinds[i]);
        if (record != NULL)
            return record->name;
    }
    return NULL;
}

static const char *words_example(const FirstPlan *plan, const AskedLine *line) {
    const char *words = said_name(plan->arena, name_text(line->words[0]->name));
    for (uint32_t i = 1; line->field->many && i < line->word_count && i < 2; i++)
        words = arena_format(plan->arena, "%s, %s", words,
                             said_name(plan->arena, name_text(line->words[i]->name)));
    return words;
}

/* What stands behind the label, or NULL where the vocabulary's own example will do. */
static const char *answer_example(const FirstPlan *plan, const AskedLine *line) {
    if (line->word_count > 0)
        return words_example(plan, line);
    if (line->field->example.length > 0)
        return NULL;
    const Type *type = &line->field->type;
    bool has_words = type->kind_count == 0 || type->kinds[0]->record_count > 0;
    const char *name = first_plan_name(plan, line->field);
    if (name != NULL)
        return name;
    if ((type->bases & BASE_TEXT) != 0)
        return "\"In your own words\"";
    return type->bases == BASE_RECORD && !has_words ? "none"
                                                    : NULL; /* a list still without words */
}

const char *first_plan_example(const FirstPlan *plan, const AskedLine *line) {
    const char *answer = answer_example(plan, line);
    if (answer == NULL)
        return example_line(plan->arena, line->field, EXAMPLE_TO_READ);
    return arena_format(plan->arena, "%s: %s%s%s",
                        said_name(plan->arena, name_text(line->field->name)), answer,
                        line->field->type.dated ? " on 12 May 2026" : "",
                        line->field->reason_expected ? " because \"Why it is so\"" : "");
}
