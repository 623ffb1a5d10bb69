/* What is wrong with a rule, told to whoever writes the charter: what does not fit, why, and what
 * could be written instead. */
#include "compile.h"

#include <stdarg.h>
#include <stdio.h>

#include "../base/out.h"
#include "../model/scope.h"

static const char *formatted(Arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = arena_alloc(arena, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

Diagnostic *object_to(Compiler *compiler, Span span, const char *format, ...) {
    if (compiler->quiet)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    const char *message = formatted(compiler->arena, format, arguments);
    va_end(arguments);
    return report(compiler->model->diagnostics, DIAGNOSTIC_bad_rule, span, "%s", message);
}

void advise(Compiler *compiler, Diagnostic *diagnostic, const char *format, ...) {
    if (diagnostic == NULL)
        return;
    va_list arguments;
    va_start(arguments, format);
    diagnostic->help = formatted(compiler->arena, format, arguments);
    va_end(arguments);
}

void propose(Compiler *compiler, Diagnostic *diagnostic, const char *format, ...) {
    if (diagnostic == NULL)
        return;
    va_list arguments;
    va_start(arguments, format);
    diagnostic->write = formatted(compiler->arena, format, arguments);
    va_end(arguments);
}

Text words_of(const Compiler *compiler, Span span) {
    return span_text(compiler->model->sources, span);
}

const Name *nearest_of(const Name *typed, const Name *const *names, uint32_t count) {
    const Name *nearest = NULL;
    unsigned best = typed->length < 4 ? 2 : typed->length < 8 ? 3 : 4;
    for (uint32_t i = 0; i < count; i++) {
        unsigned distance = text_distance(name_text(typed), name_text(names[i]), best);
        if (distance < best)
            best = distance, nearest = names[i];
    }
    return nearest;
}

static void list_fields(Compiler *compiler, const Kind *kind, const Name ***names,
                        uint32_t *count) {
    uint32_t room = *count;
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            arena_push(compiler->arena, *names, *count, room, kind->fields[i]->name);
}

static const char *joined(Compiler *compiler, const Name *const *names, uint32_t count) {
    enum { MOST = 24 };
    Out out = {0};
    for (uint32_t i = 0; i < count && i < MOST; i++)
        out_format(&out, "%s%s", i == 0 ? "" : ", ", names[i]->text);
    if (count > MOST)
        out_string(&out, " ...");
    const char *text = text_string(compiler->arena, out_written(&out));
    out_free(&out);
    return text;
}

void complain_unknown_field(Compiler *compiler, const Shape *shape, const Name *step, Span span) {
    const Name **names = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < shape->type.kind_count; i++)
        list_fields(compiler, shape->type.kinds[i], &names, &count);
    if (shape->type.kind_count > 0) {
        const Name *kind = shape->type.kinds[0]->name;
        Diagnostic *diagnostic =
            object_to(compiler, span, "There is no field %s in %s %s.", step->text, kind->text,
                      shape->type.kind_count > 1 ? "and its like" : "records");
        const Name *near = nearest_of(step, names, count);
        if (near != NULL)
            propose(compiler, diagnostic, "%s", near->text);
        advise(compiler, diagnostic, "It has: %s.", joined(compiler, names, count));
        return;
    }
    Diagnostic *diagnostic =
        object_to(compiler, span, "%s has no %s.", shape_words(compiler, shape), step->text);
    advise(compiler, diagnostic,
           "A span has .starts, .ends and .length; an event .date, .time and .weekday; a date "
           ".weekday, .month and .year; a rhythm .interval and .dates; a record its fields, .name "
           "and .title.");
}

static void gather_names(Compiler *compiler, const Name ***names, uint32_t *count) {
    uint32_t room = 0;
    const Model *model = compiler->model;
    for (uint32_t i = 0; i < compiler->variable_count; i++)
        if (compiler->variables[i].alias != NULL)
            arena_push(compiler->arena, *names, *count, room, compiler->variables[i].alias);
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (model->kinds[i]->plural != NULL)
            arena_push(compiler->arena, *names, *count, room, model->kinds[i]->plural);
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_SETTING)
            arena_push(compiler->arena, *names, *count, room, model->records[i]->name);
}

/* The list that has NAME among its words, for "consult is a word of level". */
static const Kind *list_with(const Model *model, const Name *name) {
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (map_get(model->kinds[i]->term_names, name) != NULL)
            return model->kinds[i];
    return NULL;
}

static bool hint_has_words(const Shape *hint) {
    for (uint32_t i = 0; hint != NULL && i < hint->type.kind_count; i++)
        if (kind_is_list(hint->type.kinds[i]))
            return true;
    return false;
}

static void complain_unknown_word(Compiler *compiler, const Name *name, Span span,
                                  const Shape *hint) {
    Record **records;
    uint32_t count = scope_candidates(compiler->model, compiler->from, &hint->type, &records);
    const Name **names = arena_array(compiler->arena, const Name *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        names[i] = records[i]->name;
    Shape one = shape_element(*hint);
    Diagnostic *diagnostic =
        object_to(compiler, span, "%s is not %s.", name->text, shape_words(compiler, &one));
    const Name *near = nearest_of(name, names, count);
    Text advice = scope_advice(compiler->model, &hint->type, name);
    if (near != NULL)
        propose(compiler, diagnostic, "%s", near->text);
    if (advice.length > 0)
        advise(compiler, diagnostic, "%.*s", TEXT_ARGS(advice));
    else if (count > 0)
        advise(compiler, diagnostic, "It can be: %s.", joined(compiler, names, count));
}

void complain_unknown_name(Compiler *compiler, const Name *name, Span span, const Shape *hint) {
    if (compiler->quiet)
        return;
    if (hint_has_words(hint)) {
        complain_unknown_word(compiler, name, span, hint);
        return;
    }
    const Kind *list = list_with(compiler->model, name);
    if (list != NULL) {
        Shape shape = hint == NULL ? (Shape){0} : *hint;
        Diagnostic *diagnostic =
            object_to(compiler, span, "%s is a word of %s, and what stands beside it is %s.",
                      name->text, list->name->text, shape_words(compiler, &shape));
        advise(compiler, diagnostic, "If you mean the word, write %s.%s.", list->name->text,
               name->text);
        return;
    }
    const Name **names = NULL;
    uint32_t count = 0;
    gather_names(compiler, &names, &count);
    Diagnostic *diagnostic =
        object_to(compiler, span,
                  "Nothing that this rule can see is called %s: no setting, no record of this "
                  "charter, no set of records and nothing that the rule itself names.",
                  name->text);
    const Name *near = nearest_of(name, names, count);
    if (near != NULL)
        propose(compiler, diagnostic, "%s", near->text);
    else if (compiler->variable_count > 0)
        advise(compiler, diagnostic, "For a field of the record that is looked at, write its %s.",
               name->text);
    else
        advise(compiler, diagnostic, "For a field of the plan, write plan.%s.", name->text);
}

void complain_unknown_kind(Compiler *compiler, const Name *name, Span span) {
    const Model *model = compiler->model;
    const Name **names = arena_array(compiler->arena, const Name *, model->kind_count + 1);
    for (uint32_t i = 0; i < model->kind_count; i++)
        names[i] = model->kinds[i]->name;
    Diagnostic *diagnostic =
        object_to(compiler, span, "No kind of record is called %s.", name->text);
    const Name *near = nearest_of(name, names, model->kind_count);
    if (near != NULL)
        propose(compiler, diagnostic, "%s", near->text);
    else
        advise(compiler, diagnostic,
               "To go through a list of something else, say where it comes from: %s in its ...",
               name->text);
}

static const char *length_words(const Shape *shape) {
    static const char *const WORDS[] = {[FAMILY_HOURS] = "hours or minutes",
                                        [FAMILY_DAYS] = "days or weeks",
                                        [FAMILY_WORKING] = "working days",
                                        [FAMILY_CLEAR] = "clear working days",
                                        [FAMILY_MONTHS] = "months or years"};
    for (int family = FAMILY_HOURS; family <= FAMILY_MONTHS; family++)
        if ((shape->families >> family & 1) != 0)
            return WORDS[family];
    return "a length of time";
}

/* Why there is no ratio between them. */
static void complain_lengths(Compiler *compiler, Span span, const Shape *left, const Shape *right) {
    bool months = ((left->families | right->families) >> FAMILY_MONTHS & 1) != 0;
    bool worked =
        ((left->families | right->families) & (1u << FAMILY_WORKING | 1u << FAMILY_CLEAR)) != 0;
    Diagnostic *diagnostic = object_to(
        compiler, span,
        "A length in %s is compared with one in %s, and neither is so many of the "
        "other: %s.",
        length_words(left), length_words(right),
        worked   ? "how many days are worked hangs on weekends and on the days off of a nation"
        : months ? "a month has 28 to 31 days, a year 365 or 366"
                 : "a day here is a day of the calendar and has no length in hours");
    advise(compiler, diagnostic,
           "Say both in the same unit; or ask of two days, which can be reckoned: `closes is at "
           "least %s after opens`.",
           worked ? "20 working days" : "1 month");
}

void complain_not_together(Compiler *compiler, Span span, const Shape *left, const Shape *right) {
    if (lengths_differ(left, right)) {
        complain_lengths(compiler, span, left, right);
        return;
    }
    Diagnostic *diagnostic =
        object_to(compiler, span, "%s is compared with %s, and the two can never be compared.",
                  shape_words(compiler, left), shape_words(compiler, right));
    uint32_t days = BASE_DATE | BASE_EVENT | BASE_SPAN;
    if ((left->type.bases & days) != 0 && (right->type.bases & BASE_DURATION) != 0)
        advise(compiler, diagnostic,
               "How long something lasts: `its closes is at least 6 weeks after its opens`, or "
               "`X lasts at least 6 weeks` for a span.");
    else if ((left->type.bases & days) != 0 && (right->type.bases & BASE_NUMBER) != 0)
        advise(compiler, diagnostic,
               "A date is held against a date: `is before plan.starts`, or "
               "`is at least 5 days before plan.starts`.");
}

void complain_list(Compiler *compiler, const Node *list) {
    Text said = words_of(compiler, list->span);
    Diagnostic *diagnostic =
        object_to(compiler, list->span,
                  "`%.*s` is a list, of which there can be none or several; one thing is wanted "
                  "here.",
                  TEXT_ARGS(said));
    advise(compiler, diagnostic,
           "Say which: earliest, latest or total ... of, number of, includes, includes any of, "
           "overlaps, or `for every x in %.*s:`.",
           TEXT_ARGS(said));
}
