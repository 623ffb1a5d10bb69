/* Rules: binders with their scopes, `and`, `or`, `not`; and which of a binder's conditions can be
 * answered from an index instead of looking at every record. */
#include "compile.h"

/* ---- the index a condition can use ---- */

static bool has_scale(const Type *type) {
    for (uint32_t i = 0; i < type->kind_count; i++)
        if (type->kinds[i]->is_scale || type->kinds[i]->placed_on != NULL)
            return true;
    return false;
}

/* `its F is X` or `its F includes X`, where X does not depend on `it`: only records that name X in
 * F need be looked at. Steps of scales stand for ranges, so they are not looked up. */
static bool use_index(Node *binder, const Node *condition) {
    bool names_one =
        condition->op == OP_IS || (condition->op == OP_INCLUDES && condition->word == WORD_ONE);
    if (!names_one || condition->left->op != OP_STEP || condition->left->left->op != OP_VARIABLE ||
        condition->left->left->variable != binder->variable)
        return false;
    const Node *probe = condition->right;
    if ((probe->uses & (1u << binder->variable)) != 0 || probe->shape.many ||
        probe->shape.type.bases != BASE_RECORD || has_scale(&probe->shape.type) ||
        has_scale(&condition->left->shape.type))
        return false;
    binder->key = kind_field(binder->kind, condition->left->name);
    binder->probe = condition->right;
    return binder->key != NULL;
}

static void find_index(Node *binder) {
    const Node *condition = binder->left;
    if (condition == NULL || binder->kind == NULL || binder->in != NULL)
        return;
    if (condition->op != OP_AND) {
        use_index(binder, condition);
        return;
    }
    for (uint32_t i = 0; i < condition->count; i++)
        if (use_index(binder, condition->list[i]))
            return;
}

/* ---- binders ---- */

static const Kind *kind_called(const Compiler *compiler, const Name *name) {
    const Kind *kind = model_kind(compiler->model, name);
    return kind != NULL ? kind : model_kind_of_plural(compiler->model, name);
}

/* `for every step in plan.review-after`: what the list holds. */
static bool bind_list(Compiler *compiler, const Expr *expr, Node *node, Variable *variable) {
    node->in = compile_operand(compiler, expr->in, NULL);
    if (node->in == NULL)
        return false;
    if (!node->in->shape.many && !shape_is_open(&node->in->shape)) {
        Text said = words_of(compiler, expr->in->span);
        Diagnostic *diagnostic =
            object_to(compiler, expr->in->span,
                      "`%.*s` is one thing, and one cannot go through it.", TEXT_ARGS(said));
        advise(compiler, diagnostic, "After `in` stands a list or a set of records.");
        return false;
    }
    variable->shape = shape_element(node->in->shape);
    const Kind *kind = kind_called(compiler, expr->name);
    if (kind != NULL && (variable->shape.type.bases & BASE_RECORD) != 0) {
        Shape wanted = shape_of_kind(compiler, kind, false);
        variable->kind = kind;
        if (shapes_compare(&variable->shape, &wanted)) {
            node->kind = kind; /* what else the list holds is passed over */
            variable->shape = wanted;
            return true;
        }
        object_to(compiler, expr->in->span, "This is %s, and holds no %s.",
                  shape_words(compiler, &node->in->shape), expr->name->text);
        return false;
    }
    if (variable->shape.type.kind_count > 0)
        variable->kind = variable->shape.type.kinds[0];
    return true;
}

static bool bind_kind(Compiler *compiler, const Expr *expr, Node *node, Variable *variable) {
    node->kind = kind_called(compiler, expr->name);
    if (node->kind == NULL) {
        complain_unknown_kind(compiler, expr->name, expr->name_span);
        return false;
    }
    variable->kind = node->kind;
    variable->noun = node->kind->name;
    variable->shape = shape_of_kind(compiler, node->kind, false);
    return true;
}

/* `no other activity`: other than the nearest one around. */
static bool bind_other(Compiler *compiler, const Expr *expr, Node *node, const Kind *kind) {
    for (uint32_t i = compiler->variable_count; i > 0; i--) {
        const Kind *around = compiler->variables[i - 1].kind;
        if (around == NULL || kind == NULL || !(kind_is(around, kind) || kind_is(kind, around)))
            continue;
        node->other_than = (int)i - 1;
        node->uses |= 1u << (i - 1);
        return true;
    }
    object_to(compiler, expr->span,
              "`other %s` needs one that it is other than: no %s is being "
              "looked at here.",
              expr->name->text, expr->name->text);
    return false;
}

static bool has_room(Compiler *compiler, const Expr *expr) {
    if (compiler->nesting < DEEPEST_NESTING && compiler->variable_count < VARIABLES)
        return true;
    Diagnostic *diagnostic = object_to(
        compiler, expr->span,
        "A rule can look at %d records side by side, and this would be one more.", DEEPEST_NESTING);
    advise(compiler, diagnostic,
           "Split it into two expectations, or name a part of it as a field "
           "that is worked out (is: ...).");
    return false;
}

static void count_uses(Node *node) {
    node_uses(node, node->in);
    node_uses(node, node->left);
    node_uses(node, node->right);
}

Node *open_binder(Compiler *compiler, const Expr *expr, Op op) {
    if (!has_room(compiler, expr))
        return NULL;
    Node *node = new_node(compiler, op, expr->span);
    Variable variable = {.noun = expr->name, .alias = expr->alias, .is_step = true};
    bool bound = expr->in != NULL ? bind_list(compiler, expr, node, &variable)
                                  : bind_kind(compiler, expr, node, &variable);
    if (bound && expr->other)
        bound = bind_other(compiler, expr, node, variable.kind);
    if (!bound)
        return NULL;
    node->noun = variable.noun->text;
    node->variable = compiler->variable_count;
    compiler->variables[compiler->variable_count++] = variable;
    compiler->nesting++;
    node->shape = variable.shape;
    node->shape.many = true;
    if (expr->left != NULL) {
        node->left = compile_rule(compiler, expr->left);
        if (node->left == NULL) {
            close_binder(compiler);
            return NULL;
        }
    }
    count_uses(node);
    find_index(node);
    return node;
}

void close_binder(Compiler *compiler) {
    compiler->variable_count--;
    compiler->nesting--;
}

static Node *compile_binder(Compiler *compiler, const Expr *expr, Op op) {
    Node *node = open_binder(compiler, expr, op);
    if (node == NULL)
        return NULL;
    bool whole = true;
    if (op == OP_EVERY) {
        node->right = compile_rule(compiler, expr->right);
        whole = node->right != NULL;
        count_uses(node);
    }
    close_binder(compiler);
    node->uses &= ~(1u << node->variable);
    return whole ? node : NULL;
}

/* ---- and, or, not ---- */

/* Every part is compiled, so that every mistake is told at once. */
static Node *compile_chain(Compiler *compiler, const Expr *expr, Op op) {
    Node *node = new_node(compiler, op, expr->span);
    uint32_t room = 0;
    bool whole = true;
    for (const Expr *each = expr->list; each != NULL; each = each->next) {
        Node *part = compile_rule(compiler, each);
        whole = whole && part != NULL;
        if (part == NULL)
            continue;
        node_uses(node, part);
        arena_push(compiler->arena, node->list, node->count, room, part);
    }
    return whole ? node : NULL;
}

static Node *compile_not(Compiler *compiler, const Expr *expr) {
    Node *left = compile_rule(compiler, expr->left);
    if (left == NULL)
        return NULL;
    Node *node = new_node(compiler, OP_NOT, expr->span);
    node->left = left;
    node_uses(node, left);
    return node;
}

/* A value alone claims nothing; a question of yes or no is asked with `is yes`. */
static Node *complain_bare(Compiler *compiler, const Expr *expr) {
    Text said = words_of(compiler, expr->span);
    if (expr->kind == EXPR_TEXT) {
        object_to(compiler, expr->span,
                  "A text alone claims nothing. Questions to a person stand behind `ask:`.");
        return NULL;
    }
    Diagnostic *diagnostic = object_to(
        compiler, expr->span, "`%.*s` names something and claims nothing of it.", TEXT_ARGS(said));
    propose(compiler, diagnostic, "%.*s is yes", TEXT_ARGS(said));
    advise(compiler, diagnostic, "or: is given, is at least ..., includes ...");
    return NULL;
}

static Node *compile_rule_kind(Compiler *compiler, const Expr *expr) {
    switch (expr->kind) {
    case EXPR_AND: return compile_chain(compiler, expr, OP_AND);
    case EXPR_OR: return compile_chain(compiler, expr, OP_OR);
    case EXPR_NOT: return compile_not(compiler, expr);
    case EXPR_EVERY: return compile_binder(compiler, expr, OP_EVERY);
    case EXPR_SOME: return compile_binder(compiler, expr, OP_SOME);
    case EXPR_NONE: return compile_binder(compiler, expr, OP_NONE);
    default: break;
    }
    return is_rule_expr(expr) ? compile_comparison(compiler, expr) : complain_bare(compiler, expr);
}

Node *compile_rule(Compiler *compiler, const Expr *expr) {
    if (expr == NULL)
        return NULL;
    if (compiler->depth >= DEEPEST_RULE) {
        object_to(compiler, expr->span, "There are too many brackets inside each other here.");
        return NULL;
    }
    compiler->depth++;
    Node *node = compile_rule_kind(compiler, expr);
    compiler->depth--;
    return node;
}
