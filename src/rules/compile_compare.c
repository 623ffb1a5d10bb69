/* Comparisons: that the two sides can be compared at all, and with the words that were used. */
#include "compile.h"

#include "reach.h"

static const uint32_t DAYS = BASE_DATE | BASE_EVENT | BASE_SPAN;

static Node *compared(Compiler *compiler, Op op, const Expr *expr, Node *left, Node *right) {
    if (left == NULL || right == NULL)
        return NULL;
    Node *node = new_node(compiler, op, expr->span);
    node->left = left;
    node->right = right;
    node->word = expr->word;
    node_uses(node, left);
    node_uses(node, right);
    return node;
}

static bool wants_one(Compiler *compiler, const Node *node) {
    if (node->shape.many)
        complain_list(compiler, node);
    return !node->shape.many;
}

/* A word alone, such as `consult` in `consult is its level`, is known only by what it is held
 * against. */
static bool needs_hint(Compiler *compiler, const Expr *expr) {
    if (expr->kind != EXPR_NAME)
        return false;
    bool quiet = compiler->quiet;
    compiler->quiet = true;
    bool unknown = compile_operand(compiler, expr, NULL) == NULL;
    compiler->quiet = quiet;
    return unknown;
}

static void compile_both(Compiler *compiler, const Expr *left, const Expr *right, Node **one,
                         Node **two) {
    if (needs_hint(compiler, left) && !needs_hint(compiler, right)) {
        *two = compile_operand(compiler, right, NULL);
        *one = *two == NULL ? NULL : compile_operand(compiler, left, &(*two)->shape);
        return;
    }
    *one = compile_operand(compiler, left, NULL);
    if (*one == NULL && needs_hint(compiler, right))
        *two = NULL; /* what it is held against is not known, so nor is the word */
    else
        *two = compile_operand(compiler, right, *one == NULL ? NULL : &(*one)->shape);
}

static bool is_word_none(const Expr *expr) {
    return expr->kind == EXPR_NAME && text_is(name_text(expr->name), "none");
}

static Node *none_node(Compiler *compiler, const Expr *expr) {
    Node *node = new_node(compiler, OP_CONSTANT, expr->span);
    node->is_none = true;
    return node;
}

static Node *compile_is(Compiler *compiler, const Expr *expr) {
    Node *left, *right;
    if (is_word_none(expr->right)) {
        left = compile_operand(compiler, expr->left, NULL);
        return compared(compiler, OP_IS, expr, left, none_node(compiler, expr->right));
    }
    compile_both(compiler, expr->left, expr->right, &left, &right);
    Node *node = compared(compiler, OP_IS, expr, left, right);
    if (node == NULL || !wants_one(compiler, left))
        return NULL;
    if (right->shape.many) {
        Diagnostic *diagnostic =
            object_to(compiler, right->span, "One thing is held against a list (%s).",
                      shape_words(compiler, &right->shape));
        advise(compiler, diagnostic, "Write `is one of`.");
        return NULL;
    }
    if (shapes_compare(&left->shape, &right->shape))
        return node;
    complain_not_together(compiler, expr->span, &left->shape, &right->shape);
    return NULL;
}

/* The things after `one of`, `includes`, `mentions`, as one list. */
static Node *compile_things(Compiler *compiler, const Expr *first, const Shape *element) {
    Node *list = new_node(compiler, OP_LIST, first->span);
    uint32_t room = 0;
    bool whole = true;
    for (const Expr *each = first; each != NULL; each = each->next) {
        Node *part = compile_operand(compiler, each, element);
        if (part != NULL && !shapes_compare(element, &part->shape)) {
            complain_not_together(compiler, each->span, element, &part->shape);
            part = NULL;
        }
        whole = whole && part != NULL;
        if (part == NULL)
            continue;
        node_uses(list, part);
        list->span = span_join(list->span, part->span);
        list->shape =
            list->count == 0 ? part->shape : shape_join(compiler, list->shape, part->shape);
        arena_push(compiler->arena, list->list, list->count, room, part);
    }
    bool one = list->count == 1;
    return !whole ? NULL : one ? list->list[0] : list;
}

static Node *compile_one_of(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    if (left == NULL)
        return NULL;
    Node *right = compile_things(compiler, expr->list, &left->shape);
    Node *node = compared(compiler, OP_ONE_OF, expr, left, right);
    if (node == NULL || wants_one(compiler, left))
        return node;
    return NULL;
}

/* ---- more and less ---- */

static bool is_gap_word(ExprWord word) {
    return word == WORD_AT_LEAST || word == WORD_AT_MOST || word == WORD_MORE_THAN ||
           word == WORD_LESS_THAN;
}

static bool wants_days(Compiler *compiler, const Node *node) {
    if (shape_has(&node->shape, DAYS | BASE_RECORD))
        return wants_one(compiler, node);
    object_to(compiler, node->span, "This is %s, where a date or a span is wanted.",
              shape_words(compiler, &node->shape));
    return false;
}

static bool wants_duration(Compiler *compiler, const Node *node) {
    if (shape_has(&node->shape, BASE_DURATION))
        return wants_one(compiler, node);
    Diagnostic *diagnostic =
        object_to(compiler, node->span, "This is %s, where a length of time is wanted.",
                  shape_words(compiler, &node->shape));
    advise(compiler, diagnostic, "Such as 6 weeks, or a setting that holds one.");
    return false;
}

/* `is at least 5 days before X`: the distance itself is compared, not two days. */
static Node *compile_gap(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right->left, NULL);
    Node *third = compile_operand(compiler, expr->right->right, NULL);
    Node *node = third == NULL ? NULL : compared(compiler, OP_GAP, expr, left, right);
    if (node == NULL || !wants_days(compiler, left) || !wants_duration(compiler, right) ||
        !wants_days(compiler, third))
        return NULL;
    node->third = third;
    node->name = NULL;
    node->count = (uint32_t)expr->right->word; /* AFTER, BEFORE or AWAY */
    node_uses(node, third);
    return node;
}

static bool is_ordered(const Shape *shape) {
    for (uint32_t i = 0; i < shape->type.kind_count; i++)
        if (shape->type.kinds[i]->is_scale)
            return true;
    return shape_has(shape, BASE_NUMBER | BASE_MONEY | BASE_PERCENT | BASE_DURATION | BASE_TIME);
}

static Node *compile_order(Compiler *compiler, const Expr *expr) {
    Node *left, *right;
    compile_both(compiler, expr->left, expr->right, &left, &right);
    Node *node = compared(compiler, OP_ORDER, expr, left, right);
    if (node == NULL || !wants_one(compiler, left) || !wants_one(compiler, right))
        return NULL;
    if (!shapes_compare(&left->shape, &right->shape)) {
        complain_not_together(compiler, expr->span, &left->shape, &right->shape);
        return NULL;
    }
    if (is_ordered(&left->shape) || is_ordered(&right->shape))
        return node;
    Diagnostic *diagnostic = object_to(compiler, expr->span, "%s has no more and less.",
                                       shape_words(compiler, &left->shape));
    if (shape_has(&left->shape, DAYS))
        advise(compiler, diagnostic,
               "For dates: before, after, no later than, no earlier than; or "
               "`at least 5 days before ...`.");
    else
        advise(compiler, diagnostic,
               "Numbers, money, percentages, lengths of time, times and the "
               "steps of a scale have an order; for the rest: is, is one of.");
    return NULL;
}

static bool wants_instant(Compiler *compiler, const Node *node) {
    if (!wants_one(compiler, node))
        return false;
    if (shape_has(&node->shape, BASE_DATE | BASE_EVENT | BASE_TIME))
        return true;
    Text said = words_of(compiler, node->span);
    Diagnostic *diagnostic;
    if (shape_has(&node->shape, BASE_SPAN)) {
        diagnostic =
            object_to(compiler, node->span,
                      "`%.*s` is a span, which has two ends: say which of them.", TEXT_ARGS(said));
        propose(compiler, diagnostic, "%.*s.starts", TEXT_ARGS(said));
        advise(compiler, diagnostic, "or %.*s.ends", TEXT_ARGS(said));
    } else {
        diagnostic = object_to(compiler, node->span, "A date is wanted here, and this is %s.",
                               shape_words(compiler, &node->shape));
        if ((node->shape.type.bases & BASE_NUMBER) != 0)
            advise(compiler, diagnostic, "A date is not compared with a number.");
    }
    return false;
}

static Node *compile_dates(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, left == NULL ? NULL : &left->shape);
    Node *node = compared(compiler, OP_DATES, expr, left, right);
    if (node == NULL || !wants_instant(compiler, left) || !wants_instant(compiler, right))
        return NULL;
    if (shapes_compare(&left->shape, &right->shape))
        return node;
    complain_not_together(compiler, expr->span, &left->shape, &right->shape);
    return NULL;
}

static Node *compile_compare(Compiler *compiler, const Expr *expr) {
    if (!is_gap_word(expr->word))
        return compile_dates(compiler, expr);
    return expr->right != NULL && expr->right->kind == EXPR_SHIFT ? compile_gap(compiler, expr)
                                                                  : compile_order(compiler, expr);
}

static Node *compile_lasts(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = compared(compiler, OP_LASTS, expr, left, right);
    if (node == NULL || !wants_duration(compiler, right) || !wants_one(compiler, left))
        return NULL;
    if (right->shape.families == 1u << FAMILY_CLEAR) {
        object_to(compiler, right->span,
                  "Clear working days lie between two days; how long something lasts is counted in "
                  "working days.");
        return NULL;
    }
    if (shape_has(&left->shape, BASE_SPAN | BASE_EVENT | BASE_RECORD))
        return node;
    Diagnostic *diagnostic =
        object_to(compiler, left->span, "What lasts is a span, and this is %s.",
                  shape_words(compiler, &left->shape));
    advise(compiler, diagnostic, "For two dates: (its opens to its closes) lasts at least ...");
    return NULL;
}

static Node *compile_during(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = compared(compiler, OP_DURING, expr, left, right);
    if (node == NULL || !wants_days(compiler, left) || !wants_days(compiler, right))
        return NULL;
    return node;
}

/* ---- fields ---- */

static Node *compile_given(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    if (left == NULL)
        return NULL;
    bool is_field = left->op == OP_STEP || left->op == OP_PROPERTY || left->op == OP_SETTING ||
                    left->op == OP_ADOPTED;
    if (is_field && (expr->kind == EXPR_GIVEN || left->op == OP_STEP)) {
        Node *node =
            new_node(compiler, expr->kind == EXPR_GIVEN ? OP_GIVEN : OP_REASONED, expr->span);
        node->left = left;
        node_uses(node, left);
        return node;
    }
    Diagnostic *diagnostic =
        object_to(compiler, expr->span, "`%s` is asked of a field, such as its level.",
                  expr->kind == EXPR_GIVEN ? "is given" : "has a reason");
    if (left->shape.many)
        advise(compiler, diagnostic, "For a set: number of ... is at least 1, or `some ...`.");
    return NULL;
}

/* ---- lists ---- */

static bool wants_list(Compiler *compiler, const Node *node, const char *verb) {
    if (node->shape.many || shape_is_open(&node->shape))
        return true;
    Text said = words_of(compiler, node->span);
    Diagnostic *diagnostic =
        object_to(compiler, node->span, "`%.*s` holds one thing, and only a list %s something.",
                  TEXT_ARGS(said), verb);
    propose(compiler, diagnostic, "%.*s is ...", TEXT_ARGS(said));
    return false;
}

static Node *compile_includes(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    if (left == NULL || !wants_list(compiler, left, "includes"))
        return NULL;
    Shape element = shape_element(left->shape);
    Node *right = compile_things(compiler, expr->list, &element);
    Node *node = compared(compiler, OP_INCLUDES, expr, left, right);
    if (node != NULL && right->shape.many && node->word == WORD_ONE) {
        Diagnostic *diagnostic = object_to(
            compiler, right->span, "This is a list: is one of them enough, or all of them?");
        advise(compiler, diagnostic, "Write `includes any of` or `includes all of`.");
        return NULL;
    }
    return node;
}

static Node *compile_overlaps(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, left == NULL ? NULL : &left->shape);
    bool spans = left != NULL && right != NULL && !left->shape.many && !right->shape.many &&
                 ((left->shape.type.bases | right->shape.type.bases) & DAYS) != 0;
    Node *node = compared(compiler, spans ? OP_MEETS : OP_OVERLAPS, expr, left, right);
    if (node == NULL)
        return NULL;
    if (spans)
        return wants_days(compiler, left) && wants_days(compiler, right) ? node : NULL;
    if (!wants_list(compiler, left, "overlaps") || !wants_list(compiler, right, "overlaps"))
        return NULL;
    if (shapes_compare(&left->shape, &right->shape))
        return node;
    complain_not_together(compiler, expr->span, &left->shape, &right->shape);
    return NULL;
}

static Node *compile_mentions(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Shape text = shape_of(BASE_TEXT | BASE_MESSAGE);
    if (left == NULL)
        return NULL;
    if (!shape_has(&left->shape, text.type.bases)) {
        object_to(compiler, left->span, "Only a text mentions something, and this is %s.",
                  shape_words(compiler, &left->shape));
        return NULL;
    }
    Node *right = compile_things(compiler, expr->list, &text);
    return compared(compiler, OP_MENTIONS, expr, left, right);
}

static Node *compile_leads(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = compared(compiler, OP_LEADS, expr, left, right);
    Links *links = links_named(compiler, expr->list);
    if (node == NULL || links == NULL || !wants_one(compiler, left))
        return NULL;
    for (int side = 0; side < 2; side++) {
        const Node *each = side == 0 ? left : right;
        if (shape_has(&each->shape, BASE_RECORD))
            continue;
        object_to(compiler, each->span, "Lines lead from one record to another, and this is %s.",
                  shape_words(compiler, &each->shape));
        return NULL;
    }
    node->links = links;
    return node;
}

Node *compile_comparison(Compiler *compiler, const Expr *expr) {
    switch (expr->kind) {
    case EXPR_IS: return compile_is(compiler, expr);
    case EXPR_IS_ONE_OF: return compile_one_of(compiler, expr);
    case EXPR_COMPARE: return compile_compare(compiler, expr);
    case EXPR_LASTS: return compile_lasts(compiler, expr);
    case EXPR_DURING: return compile_during(compiler, expr);
    case EXPR_GIVEN:
    case EXPR_REASONED: return compile_given(compiler, expr);
    case EXPR_INCLUDES: return compile_includes(compiler, expr);
    case EXPR_OVERLAPS: return compile_overlaps(compiler, expr);
    case EXPR_MENTIONS: return compile_mentions(compiler, expr);
    case EXPR_LEADS: return compile_leads(compiler, expr);
    default: break;
    }
    object_to(compiler, expr->span, "This claims nothing that can be judged.");
    return NULL;
}
