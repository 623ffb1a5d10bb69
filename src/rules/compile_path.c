/* Names and paths: what the first word of `plan.opens`, `its level`, `that audience.title` or
 * `window` stands for, and the fields after it. A plan can never take over a charter's name,
 * because names are looked up from the charter. */
#include "compile.h"

#include <string.h>

#include "../model/scope.h"

/* ---- steps ---- */

static const struct {
    const char *word;
    Property property;
    uint32_t of, gives;
} PROPERTIES[] = {
    {"starts", PROPERTY_STARTS, BASE_SPAN | BASE_EVENT | BASE_DATE, BASE_DATE},
    {"ends", PROPERTY_ENDS, BASE_SPAN | BASE_EVENT | BASE_DATE, BASE_DATE},
    {"length", PROPERTY_LENGTH, BASE_SPAN | BASE_EVENT, BASE_DURATION},
    {"date", PROPERTY_DATE, BASE_EVENT | BASE_DATE, BASE_DATE},
    {"time", PROPERTY_TIME, BASE_EVENT | BASE_DATE, BASE_TIME},
    {"weekday", PROPERTY_WEEKDAY, BASE_EVENT | BASE_DATE, BASE_WEEKDAY},
    {"month", PROPERTY_MONTH, BASE_EVENT | BASE_DATE, BASE_NUMBER},
    {"year", PROPERTY_YEAR, BASE_EVENT | BASE_DATE, BASE_NUMBER},
    {"worked", PROPERTY_WORKED, BASE_EVENT | BASE_DATE, BASE_YES_NO},
    {"day-off", PROPERTY_DAY_OFF, BASE_EVENT | BASE_DATE, BASE_TEXT},
    {"interval", PROPERTY_INTERVAL, BASE_REPEAT, BASE_DURATION},
    {"dates", PROPERTY_DATES, BASE_REPEAT, BASE_DATE},
    {"name", PROPERTY_NAME, BASE_RECORD, BASE_TEXT},
    {"title", PROPERTY_TITLE, BASE_RECORD, BASE_TEXT},
};

static Node *property_on(Compiler *compiler, Node *base, const Name *step, Span span) {
    for (size_t i = 0; i < sizeof PROPERTIES / sizeof *PROPERTIES; i++) {
        if (!text_is(name_text(step), PROPERTIES[i].word) ||
            (base->shape.type.bases & PROPERTIES[i].of) == 0)
            continue;
        Node *node = new_node(compiler, OP_PROPERTY, span);
        node->left = base;
        node->property = PROPERTIES[i].property;
        node->shape = node->property == PROPERTY_LENGTH ? shape_of_length(FAMILY_DAYS)
                                                        : shape_of(PROPERTIES[i].gives);
        node->shape.many = base->shape.many || node->property == PROPERTY_DATES;
        node->name = step;
        node_uses(node, base);
        return node;
    }
    return NULL;
}

static Node *related_on(Compiler *compiler, Node *base, Property property, Shape shape,
                        const Kind *kind, const Name *step, Span span) {
    Node *node = new_node(compiler, OP_PROPERTY, span);
    node->left = base;
    node->property = property;
    node->shape = shape;
    node->kind = kind;
    node->name = step;
    node_uses(node, base);
    return node;
}

/* `its parent`; `its options`, the records of a kind that stand in it; `its publicised.on`. */
static Node *structure_on(Compiler *compiler, Node *base, const Name *step, Span span) {
    const Type *type = &base->shape.type;
    const Kind *child = model_kind_of_plural(compiler->model, step);
    for (uint32_t i = 0; child != NULL && i < type->kind_count; i++)
        for (uint32_t w = 0; w < kind_placing(child)->within_count; w++)
            if (kind_is(type->kinds[i], kind_placing(child)->within[w]) ||
                kind_is(kind_placing(child)->within[w], type->kinds[i]))
                return related_on(compiler, base, PROPERTY_CHILDREN,
                                  shape_of_kind(compiler, child, true), child, step, span);
    if (text_is(name_text(step), "on") && type->dated) {
        Shape shape = shape_of(BASE_DATE);
        shape.many = base->shape.many;
        return related_on(compiler, base, PROPERTY_ON, shape, NULL, step, span);
    }
    if (!text_is(name_text(step), "parent") || type->kind_count == 0)
        return NULL;
    const Kind *kind = kind_placing(type->kinds[0]);
    Shape shape = {
        .type = {.bases = BASE_RECORD, .kinds = kind->within, .kind_count = kind->within_count},
        .many = base->shape.many};
    return related_on(compiler, base, PROPERTY_PARENT, shape, NULL, step, span);
}

static bool is_singular_of(Text plural, Text name) {
    size_t length = name.length;
    if (plural.length == length + 1 && plural.at[length] == 's')
        return memcmp(plural.at, name.at, length) == 0;
    if (plural.length == length + 2 && text_ends(plural, "es") && plural.at[length - 1] != 'i')
        return memcmp(plural.at, name.at, length) == 0;
    return length > 1 && name.at[length - 1] == 'y' && plural.length == length + 2 &&
           text_ends(plural, "ies") && memcmp(plural.at, name.at, length - 1) == 0;
}

/* The field STEP of KIND; `methods` finds the field `method`. */
static Field *field_for_step(const Kind *kind, const Name *step) {
    Field *field = kind_field(kind, step);
    for (; field == NULL && kind != NULL; kind = kind->base)
        for (uint32_t i = 0; field == NULL && i < kind->field_count; i++)
            if (is_singular_of(name_text(step), name_text(kind->fields[i]->name)))
                field = kind->fields[i];
    return field;
}

/* A step to a field of one of the kinds that BASE may be of. */
static Node *field_on(Compiler *compiler, Node *base, const Name *step, Span span) {
    const Type *type = &base->shape.type;
    Node *node = NULL;
    for (uint32_t i = 0; i < type->kind_count; i++) {
        Field *field = field_for_step(type->kinds[i], step);
        if (field == NULL)
            continue;
        Shape shape = field_shape(compiler->reader, field);
        if (node == NULL) {
            node = new_node(compiler, OP_STEP, span);
            node->left = base;
            node->name = field->name;
            node->shape = shape;
            node->fields = arena_array(compiler->arena, Field *, compiler->model->kind_count);
            node_uses(node, base);
        } else {
            node->shape = shape_join(compiler, node->shape, shape);
        }
        node->shape.many = node->shape.many || base->shape.many;
    }
    return node;
}

static Node *one_step_on(Compiler *compiler, Node *base, const Name *step, Span span) {
    Node *node = field_on(compiler, base, step, span);
    if (node == NULL)
        node = structure_on(compiler, base, step, span);
    if (node == NULL)
        node = property_on(compiler, base, step, span);
    if (node == NULL)
        complain_unknown_field(compiler, &base->shape, step, span);
    return node;
}

Node *step_on(Compiler *compiler, Node *base, const Name *steps, Span span) {
    enum { MOST_STEPS = 16 };
    Text rest = name_text(steps);
    for (uint32_t count = 0; base != NULL && rest.length > 0; count++) {
        if (count == MOST_STEPS) {
            object_to(compiler, span, "This goes through more than %d fields, one after the other.",
                      MOST_STEPS);
            return NULL;
        }
        const char *dot = memchr(rest.at, '.', rest.length);
        size_t length = dot == NULL ? rest.length : (size_t)(dot - rest.at);
        const Name *step = name_of(compiler->model->names, text_part(rest, 0, length));
        base = one_step_on(compiler, base, step, span);
        rest = dot == NULL ? TEXT("") : text_part(rest, length + 1, rest.length);
    }
    return base;
}

/* ---- what a path begins with ---- */

static Node *variable_node(Compiler *compiler, uint32_t variable, Span span) {
    Node *node = new_node(compiler, OP_VARIABLE, span);
    node->variable = variable;
    node->shape = compiler->variables[variable].shape;
    node->uses = 1u << variable;
    node->name = compiler->variables[variable].noun;
    return node;
}

static Node *constant_node(Compiler *compiler, const Record *record, Span span) {
    Node *node = new_node(compiler, OP_CONSTANT, span);
    node->item = datum_of_record(record);
    node->shape = shape_of_kind(compiler, record->kind, false);
    return node;
}

static uint32_t bases_of_value(const Value *value) {
    switch (value->kind) {
    case VALUE_TEXT: return BASE_TEXT;
    case VALUE_NUMBER: return BASE_NUMBER;
    case VALUE_MONEY: return BASE_MONEY;
    case VALUE_PERCENT: return BASE_PERCENT;
    case VALUE_YES_NO: return BASE_YES_NO;
    case VALUE_WHEN: return BASE_DATE | BASE_SPAN;
    case VALUE_DURATION: return BASE_DURATION;
    case VALUE_REPEAT: return BASE_REPEAT;
    case VALUE_TIME: return BASE_TIME;
    case VALUE_RECORD: return BASE_RECORD;
    case VALUE_ANSWER:
    case VALUE_NAME: break; /* not set */
    }
    return 0;
}

static void note_setting(Compiler *compiler, const Record *setting) {
    for (uint32_t i = 0; i < compiler->setting_count; i++)
        if (compiler->settings[i] == setting)
            return;
    arena_push(compiler->arena, compiler->settings, compiler->setting_count, compiler->setting_room,
               setting);
}

static Node *setting_node(Compiler *compiler, const Record *setting, Span span) {
    note_setting(compiler, setting);
    Node *node = new_node(compiler, OP_SETTING, span);
    node->setting = setting;
    node->name = setting->name;
    const Value *value = setting_value(compiler->reader, setting);
    node->shape = shape_of(value == NULL ? 0 : bases_of_value(value));
    if (value != NULL && value->kind == VALUE_RECORD)
        node->shape = shape_of_kind(compiler, value->record->kind, false);
    node->shape.many = value != NULL && value_after(value) != NULL;
    if (value != NULL && value->kind == VALUE_DURATION)
        node->shape.families = (uint8_t)(1u << unit_family(value->duration.unit));
    return node;
}

static Node *record_node(Compiler *compiler, const Record *record, Span span) {
    return record->kind->role == ROLE_SETTING ? setting_node(compiler, record, span)
                                              : constant_node(compiler, record, span);
}

static Node *all_node(Compiler *compiler, const Kind *kind, Span span) {
    Node *node = new_node(compiler, OP_ALL, span);
    node->kind = kind;
    node->shape = shape_of_kind(compiler, kind, true);
    return node;
}

static const Kind *top_kind(const Compiler *compiler) {
    if (compiler->reader->plan != NULL)
        return compiler->reader->plan->kind;
    return kind_with_role(compiler->model, ROLE_TOP);
}

static Node *plan_node(Compiler *compiler, Span span) {
    const Kind *kind = top_kind(compiler);
    if (kind == NULL) {
        object_to(compiler, span, "No kind of record is declared that could be judged.");
        return NULL;
    }
    Node *node = new_node(compiler, OP_PLAN, span);
    node->shape = shape_of_kind(compiler, kind, false);
    node->name = kind->name;
    return node;
}

static bool has_lists(const Shape *hint) {
    for (uint32_t i = 0; hint != NULL && i < hint->type.kind_count; i++)
        if (kind_is_list(hint->type.kinds[i]))
            return true;
    return false;
}

/* A word of the lists that HINT takes. *FOUND is set if it is one, even if it is not clear which;
 * then NULL comes back and it has been reported. */
static Node *word_node(Compiler *compiler, const Name *name, Span span, const Shape *hint,
                       bool *found) {
    *found = false;
    if (!has_lists(hint))
        return NULL;
    Found word = scope_find(compiler->model, compiler->from, &hint->type, name);
    if (word.record == NULL || !kind_is_list(word.record->kind))
        return NULL;
    *found = true;
    if (word.other == NULL)
        return constant_node(compiler, word.record, span);
    Diagnostic *diagnostic =
        object_to(compiler, span, "%s could be a word of %s or of %s.", name->text,
                  word.record->kind->name->text, word.other->kind->name->text);
    propose(compiler, diagnostic, "%s.%s", word.record->kind->name->text, name->text);
    advise(compiler, diagnostic, "or %s.%s", word.other->kind->name->text, name->text);
    return NULL;
}

/* A record or setting that can be seen from the charter, by its name, its path, or its path within
 * the charter. */
static const Record *record_seen(const Compiler *compiler, const Name *name) {
    const Record *record = model_record(compiler->model, name);
    for (const Record *around = compiler->from; record == NULL && around != NULL;
         around = around->parent) {
        if (around->path == NULL)
            continue;
        const Name *whole = name_find_within(compiler->model->names, around->path, name);
        record = whole == NULL ? NULL : model_record(compiler->model, whole);
    }
    if (record != NULL || compiler->from == NULL)
        return record;
    static const Type ANY = {0};
    Found found = scope_find(compiler->model, compiler->from, &ANY, name);
    bool in_plan = found.record != NULL && record_with_role(found.record, ROLE_TOP) != NULL &&
                   record_with_role((Record *)compiler->from, ROLE_TOP) == NULL;
    return in_plan ? NULL : found.record;
}

static int variable_called(const Compiler *compiler, const Name *name) {
    for (uint32_t i = compiler->variable_count; i > 0; i--) {
        const Variable *variable = &compiler->variables[i - 1];
        bool by_noun = variable->alias == NULL && variable->kind == NULL;
        if (variable->alias == name || (by_noun && variable->noun == name))
            return (int)i - 1;
    }
    return -1;
}

/* What a whole (dotted) name stands for, without fields. *KNOWN is false if it stands for nothing.
 */
static Node *whole_name(Compiler *compiler, const Name *name, Span span, const Shape *hint,
                        bool *known) {
    *known = true;
    int variable = variable_called(compiler, name);
    if (variable >= 0)
        return variable_node(compiler, (uint32_t)variable, span);
    const Kind *top = top_kind(compiler);
    if (top != NULL && (top->name == name || text_is(name_text(name), "plan")))
        return plan_node(compiler, span);
    if (text_is(name_text(name), "adopted")) {
        Node *node = new_node(compiler, OP_ADOPTED, span);
        node->shape = shape_of(BASE_DATE);
        node->name = name;
        return node;
    }
    bool found;
    Node *word = word_node(compiler, name, span, hint, &found);
    if (found)
        return word;
    const Kind *kind = model_kind_of_plural(compiler->model, name);
    if (kind == NULL) {
        kind = model_kind(compiler->model, name);
        if (kind != NULL && !kind->is_words && !kind->is_scale)
            kind = NULL;
    }
    if (kind != NULL)
        return all_node(compiler, kind, span);
    const Record *record = record_seen(compiler, name);
    if (record != NULL)
        return record_node(compiler, record, span);
    *known = false;
    return NULL;
}

/* Names of records have only so many parts; what stands behind them are fields. */
static size_t longest_beginning(Text whole) {
    enum { MOST_PARTS = 8 };
    size_t length = 0;
    for (uint32_t parts = 0; length < whole.length && parts < MOST_PARTS; length++)
        parts += whole.at[length] == '.';
    return length == whole.length ? length : length - 1;
}

/* The longest beginning of a dotted name that stands for something; the rest are its fields. */
static Node *compile_name(Compiler *compiler, const Expr *expr, const Shape *hint) {
    Text whole = name_text(expr->name);
    for (size_t length = longest_beginning(whole); length > 0;) {
        const Name *name = name_of(compiler->model->names, text_part(whole, 0, length));
        bool known;
        Node *base = whole_name(compiler, name, expr->span, hint, &known);
        if (known && (base == NULL || length == whole.length))
            return base;
        if (known)
            return step_on(
                compiler, base,
                name_of(compiler->model->names, text_part(whole, length + 1, whole.length)),
                expr->span);
        do
            length--;
        while (length > 0 && whole.at[length] != '.');
    }
    complain_unknown_name(compiler, expr->name, expr->span, hint);
    return NULL;
}

static Node *compile_its(Compiler *compiler, const Expr *expr) {
    if (compiler->variable_count == 0) {
        Diagnostic *diagnostic =
            object_to(compiler, expr->span,
                      "`%s` stands for the record that is being looked at, and here none is.",
                      expr->kind == EXPR_IT ? "it" : "its");
        if (expr->kind == EXPR_ITS)
            propose(compiler, diagnostic, "plan.%s", expr->name->text);
        advise(compiler, diagnostic, "Begin with `for every KIND: ...`, or say plan.");
        return NULL;
    }
    Node *base = variable_node(compiler, compiler->variable_count - 1, expr->span);
    return expr->kind == EXPR_IT ? base : step_on(compiler, base, expr->name, expr->span);
}

static bool variable_is(const Compiler *compiler, const Variable *variable, const Name *noun) {
    const Kind *kind = model_kind(compiler->model, noun);
    return variable->noun == noun ||
           (kind != NULL && variable->kind != NULL && kind_is(variable->kind, kind));
}

/* The nearest one around, other than the innermost; the innermost if there is no other. */
static Node *compile_that(Compiler *compiler, const Expr *expr) {
    uint32_t innermost = compiler->variable_count, found = innermost;
    for (uint32_t i = innermost; i > 0 && found == innermost; i--)
        if (i < innermost && variable_is(compiler, &compiler->variables[i - 1], expr->name))
            found = i - 1;
    if (found == innermost && innermost > 0 &&
        variable_is(compiler, &compiler->variables[innermost - 1], expr->name))
        found = innermost - 1;
    if (found == innermost) {
        Diagnostic *diagnostic = object_to(
            compiler, expr->span, "No %s is being looked at where this stands.", expr->name->text);
        if (innermost > 0)
            advise(compiler, diagnostic, "What is being looked at: %s.",
                   compiler->variables[innermost - 1].noun->text);
        return NULL;
    }
    Node *base = variable_node(compiler, found, expr->span);
    return expr->path == NULL ? base : step_on(compiler, base, expr->path, expr->span);
}

Node *compile_path(Compiler *compiler, const Expr *expr, const Shape *hint) {
    switch (expr->kind) {
    case EXPR_ITS:
    case EXPR_IT: return compile_its(compiler, expr);
    case EXPR_THAT: return compile_that(compiler, expr);
    default: return compile_name(compiler, expr, hint);
    }
}
