/* Fields that are worked out (`is:`) or taken for granted (`default:`): their rules, compiled once
 * for the vocabulary, and what they come to for one record. */
#include "compile.h"

static bool is_word_none(const Expr *expr) {
    return expr->kind == EXPR_NAME && text_is(name_text(expr->name), "none");
}

static Node *truth_node(Compiler *compiler, const Expr *expr) {
    Node *rule = compile_rule(compiler, expr);
    if (rule == NULL)
        return NULL;
    Node *node = new_node(compiler, OP_TRUTH, expr->span);
    node->left = rule;
    node->shape = shape_of(BASE_YES_NO);
    node_uses(node, rule);
    return node;
}

static bool fits_field(Compiler *compiler, const Field *field, const Node *node) {
    Shape shape = {.type = field->type, .many = field->many};
    if (!shapes_compare(&shape, &node->shape)) {
        object_to(compiler, node->span, "%s holds %s, and this comes to %s.", field->name->text,
                  shape_words(compiler, &shape), shape_words(compiler, &node->shape));
        return false;
    }
    if (!node->shape.many || shape.many || field->type.bases == 0)
        return true;
    complain_list(compiler, node);
    return false;
}

static bool is_cheap(Compiler *compiler, const Field *field, const Node *node) {
    uint32_t records;
    (void)records_of(compiler->reader, field->owner, &records);
    if (node_cost(compiler->reader, node, records) <= most_looks(compiler->reader))
        return true;
    report(compiler->model->diagnostics, DIAGNOSTIC_rule_too_broad, node->span,
           "Working %s out for each of %u records would compare too many with too many others.",
           field->name->text, records);
    return false;
}

static Node *compile_field_rule(Reader *reader, const Field *field, const Expr *expr) {
    Compiler compiler = compiler_of(reader, NULL);
    Shape shape = {.type = field->type};
    compiler.variables[0] = (Variable){.noun = field->owner->name,
                                       .kind = field->owner,
                                       .shape = shape_of_kind(&compiler, field->owner, false)};
    compiler.variable_count = 1;
    if (is_word_none(expr)) {
        Node *none = new_node(&compiler, OP_CONSTANT, expr->span);
        none->is_none = true;
        return none;
    }
    Node *node = is_rule_expr(expr)
                     ? truth_node(&compiler, expr)
                     : compile_operand(&compiler, expr, field->type.bases == 0 ? NULL : &shape);
    if (node == NULL || !fits_field(&compiler, field, node) || !is_cheap(&compiler, field, node))
        return NULL;
    return node;
}

static Node *rule_of_field(Reader *reader, Map *known, const Field *field, const Expr *expr) {
    CompiledField *compiled = map_get(known, field);
    if (compiled == NULL) {
        compiled = arena_make(reader->arena, CompiledField);
        map_put(known, field, compiled);
    }
    if (!compiled->done && !compiled->working) {
        compiled->working = true;
        compiled->node = compile_field_rule(reader, field, expr);
        compiled->working = false;
        compiled->done = true;
    }
    return compiled->node;
}

Node *derived_node(Reader *reader, const Field *field) {
    return field->derived == NULL ? NULL
                                  : rule_of_field(reader, reader->derived, field, field->derived);
}

Shape field_shape(Reader *reader, const Field *field) {
    Shape shape = {.type = field->type, .many = field->many};
    if (field->type.bases != 0 || field->derived == NULL)
        return shape;
    const Node *node = derived_node(reader, field);
    return node == NULL ? shape : node->shape;
}

static void work_out(Reader *reader, const Node *node, const Record *record, Operand *operand) {
    Run run = {.reader = reader};
    run.variables[0] = datum_of_record(record);
    evaluate(&run, node, operand);
}

void derive(Reader *reader, const Record *record, const Field *field, Operand *operand) {
    const Node *node = derived_node(reader, field);
    if (node == NULL)
        operand_clear(operand, STATE_MISSING);
    else
        work_out(reader, node, record, operand);
}

void fall_back(Reader *reader, const Record *record, const Field *field, Operand *operand) {
    const Node *node = rule_of_field(reader, reader->fallbacks, field, field->fallback);
    if (node == NULL) {
        operand_clear(operand, STATE_MISSING);
        return;
    }
    work_out(reader, node, record, operand);
    operand->fallback = operand->state == STATE_GIVEN;
    operand->record = record;
    operand->field = field;
    operand->span = NO_SPAN;
}

void compile_derived_fields(Reader *reader) {
    for (uint32_t k = 0; k < reader->model->kind_count; k++) {
        const Kind *kind = reader->model->kinds[k];
        for (uint32_t i = 0; i < kind->field_count; i++) {
            const Field *field = kind->fields[i];
            (void)derived_node(reader, field);
            if (field->fallback != NULL)
                (void)rule_of_field(reader, reader->fallbacks, field, field->fallback);
        }
    }
}
