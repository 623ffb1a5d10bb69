/* Operands: literals, paths, and what is worked out from them, with the shape each comes to. */
#include "compile.h"

#include <stdlib.h>
#include <string.h>

#include "../model/values.h"

Compiler compiler_of(Reader *reader, const Record *from) {
    return (Compiler){
        .reader = reader, .model = reader->model, .arena = reader->arena, .from = from};
}

Node *new_node(Compiler *compiler, Op op, Span span) {
    Node *node = arena_make(compiler->arena, Node);
    node->op = op;
    node->span = span;
    node->other_than = -1;
    return node;
}

void node_uses(Node *node, const Node *part) {
    if (part != NULL)
        node->uses |= part->uses;
}

/* ---- literals ---- */

static Node *literal(Compiler *compiler, const Expr *expr, Datum datum, uint32_t bases) {
    Node *node = new_node(compiler, OP_CONSTANT, expr->span);
    node->item = datum;
    node->shape = shape_of(bases);
    return node;
}

static Node *unreadable(Compiler *compiler, const Expr *expr, const char *what) {
    object_to(compiler, expr->span, "I cannot read this as %s.", what);
    return NULL;
}

static Node *compile_number(Compiler *compiler, const Expr *expr, DatumKind kind, uint32_t base) {
    Number number;
    if (!value_number_literal(words_of(compiler, expr->span), &number))
        return unreadable(compiler, expr, "a number");
    Datum datum = datum_of_range(kind, 0, 0);
    number_interval(number, &datum.low, &datum.high);
    return literal(compiler, expr, datum, base);
}

static Node *compile_duration(Compiler *compiler, const Expr *expr) {
    Duration duration;
    if (!value_duration_literal(words_of(compiler, expr->span), &duration))
        return unreadable(compiler, expr, "a length of time");
    UnitFamily family = unit_family(duration.unit);
    int64_t length = duration_in_family(duration);
    Datum datum = datum_of_range(DATUM_DURATION, length, length);
    datum.family = (uint8_t)family;
    Value *value = arena_make(compiler->arena, Value);
    value->kind = VALUE_DURATION;
    value->duration = duration;
    value->span = expr->span;
    datum.value = value;
    Node *node = literal(compiler, expr, datum, BASE_DURATION);
    node->shape = shape_of_length(family);
    return node;
}

static Node *compile_date(Compiler *compiler, const Expr *expr) {
    DateRange range;
    if (!value_date_literal(compiler->model, expr->span, &range))
        return NULL;
    return literal(compiler, expr, datum_of_dates(range, range), BASE_DATE);
}

static Node *compile_time(Compiler *compiler, const Expr *expr) {
    int16_t minutes;
    if (!value_time_literal(words_of(compiler, expr->span), &minutes))
        return unreadable(compiler, expr, "a time of day");
    return literal(compiler, expr, datum_of_range(DATUM_TIME, minutes, minutes), BASE_TIME);
}

static Node *compile_weekday(Compiler *compiler, const Expr *expr) {
    int weekday = weekday_named(words_of(compiler, expr->span));
    if (weekday < 0)
        return unreadable(compiler, expr, "a weekday");
    Datum datum = datum_of_range(DATUM_WEEKDAY, 0, 0);
    datum.weekdays = 1u << weekday;
    return literal(compiler, expr, datum, BASE_WEEKDAY);
}

static Node *compile_text(Compiler *compiler, const Expr *expr) {
    Datum datum = datum_of_range(DATUM_TEXT, 0, 0);
    datum.text = expr->text;
    return literal(compiler, expr, datum, BASE_TEXT);
}

static Node *compile_yes_no(Compiler *compiler, const Expr *expr) {
    Datum datum = datum_of_range(DATUM_YES_NO, 0, 0);
    datum.truth = expr->kind == EXPR_YES ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
    return literal(compiler, expr, datum, BASE_YES_NO);
}

/* ---- worked out from others ---- */

static bool check_shape(Compiler *compiler, const Node *node, uint32_t bases, const char *wanted) {
    if (shape_has(&node->shape, bases))
        return true;
    object_to(compiler, node->span, "This is %s, where %s is wanted.",
              shape_words(compiler, &node->shape), wanted);
    return false;
}

static bool check_one(Compiler *compiler, const Node *node) {
    if (node->shape.many)
        complain_list(compiler, node);
    return !node->shape.many;
}

static bool check_list(Compiler *compiler, const Node *node) {
    if (node->shape.many || shape_is_open(&node->shape))
        return true;
    Diagnostic *diagnostic =
        object_to(compiler, node->span, "This is one thing (%s), where a list or a set is wanted.",
                  shape_words(compiler, &node->shape));
    advise(compiler, diagnostic,
           "A set is the plural of a kind (activities), a part of it (activities where ...), or a "
           "field that can hold several.");
    return false;
}

static const uint32_t DAYS = BASE_DATE | BASE_EVENT | BASE_SPAN;

/* Two operands into one node; NULL if either was wrong. */
static Node *pair(Compiler *compiler, Op op, const Expr *expr, Node *left, Node *right) {
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

static Node *compile_span(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = pair(compiler, OP_SPAN, expr, left, right);
    if (node == NULL || !check_shape(compiler, left, DAYS, "a date") ||
        !check_shape(compiler, right, DAYS, "a date") || !check_one(compiler, left) ||
        !check_one(compiler, right))
        return NULL;
    node->shape = shape_of(BASE_SPAN);
    return node;
}

/* `6 weeks after X`: a day. (Behind `at least` it is a gap; that is read with the comparison.) */
static Node *compile_shift(Compiler *compiler, const Expr *expr) {
    if (expr->word == WORD_AWAY) {
        object_to(compiler, expr->span,
                  "`away from` measures a distance: write `is at most 14 days away from ...`.");
        return NULL;
    }
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = pair(compiler, OP_SHIFT, expr, left, right);
    if (node == NULL || !check_shape(compiler, left, BASE_DURATION, "a length of time") ||
        !check_shape(compiler, right, DAYS | BASE_RECORD, "a date") || !check_one(compiler, right))
        return NULL;
    node->shape = shape_of(BASE_DATE);
    return node;
}

static Node *compile_else(Compiler *compiler, const Expr *expr, const Shape *hint) {
    Node *left = compile_operand(compiler, expr->left, hint);
    Node *right =
        compile_operand(compiler, expr->right, hint == NULL && left != NULL ? &left->shape : hint);
    Node *node = pair(compiler, OP_ELSE, expr, left, right);
    if (node == NULL)
        return NULL;
    if (!shapes_compare(&left->shape, &right->shape)) {
        object_to(compiler, expr->span, "`else` gives %s or %s: both should be the same sort.",
                  shape_words(compiler, &left->shape), shape_words(compiler, &right->shape));
        return NULL;
    }
    node->shape = shape_join(compiler, left->shape, right->shape);
    return node;
}

static Node *compile_pick(Compiler *compiler, const Expr *expr) {
    static const Op PICKS[] = {
        [WORD_EARLIEST] = OP_EARLIEST, [WORD_LATEST] = OP_LATEST, [WORD_TOTAL] = OP_TOTAL};
    Node *list = compile_each(compiler, expr, NULL);
    if (list == NULL || !check_list(compiler, list))
        return NULL;
    bool total = expr->word == WORD_TOTAL;
    uint32_t wanted = total ? BASE_NUMBER | BASE_MONEY | BASE_DURATION : DAYS | BASE_TIME;
    if (!check_shape(compiler, list, wanted, total ? "a number or a sum of money" : "a date"))
        return NULL;
    Node *node = new_node(compiler, PICKS[expr->word], expr->span);
    node->left = list;
    node->shape = shape_element(list->shape);
    if (!total && (node->shape.type.bases & DAYS) != 0)
        node->shape = shape_of(BASE_DATE);
    node_uses(node, list);
    return node;
}

static Node *compile_count(Compiler *compiler, const Expr *expr) {
    bool different = expr->name != NULL;
    Node *list = different ? compile_each(compiler, expr, NULL)
                           : compile_operand(compiler, expr->right, NULL);
    if (list == NULL || !check_list(compiler, list))
        return NULL;
    Node *node = new_node(compiler, different ? OP_COUNT_DIFFERENT : OP_COUNT, expr->span);
    node->left = list;
    node->shape = shape_of(BASE_NUMBER);
    node_uses(node, list);
    return node;
}

static Node *percent_of(Compiler *compiler, const Expr *expr, Node *percent, const Expr *whole) {
    Node *right = compile_operand(compiler, whole, NULL);
    Node *node = pair(compiler, OP_PERCENT_OF, expr, percent, right);
    if (node == NULL || !check_shape(compiler, percent, BASE_PERCENT, "a percentage") ||
        !check_shape(compiler, right, BASE_NUMBER | BASE_MONEY, "a number or a sum of money") ||
        !check_one(compiler, right))
        return NULL;
    node->shape = right->shape;
    return node;
}

static Node *compile_share(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = pair(compiler, OP_SHARE, expr, left, right);
    if (node == NULL || !check_one(compiler, left) ||
        !check_shape(compiler, left, DAYS, "a span from one day to another") ||
        !check_shape(compiler, right, DAYS | BASE_RECORD, "spans, or records that have a time"))
        return NULL;
    node->shape = shape_of(BASE_PERCENT);
    return node;
}

static Node *compile_days(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = pair(compiler, OP_DAYS, expr, left, right);
    if (node == NULL || !check_shape(compiler, left, DAYS, "a date") ||
        !check_shape(compiler, right, DAYS, "a date") || !check_one(compiler, left) ||
        !check_one(compiler, right))
        return NULL;
    node->shape = shape_of_length(expr->word == WORD_WORKING ? FAMILY_WORKING : FAMILY_DAYS);
    return node;
}

/* `next meeting of b after d.on`; of several bodies, the first of them to meet. */
static Node *compile_meeting(Compiler *compiler, const Expr *expr) {
    Node *left = compile_operand(compiler, expr->left, NULL);
    Node *right = compile_operand(compiler, expr->right, NULL);
    Node *node = pair(compiler, OP_MEETING, expr, left, right);
    if (node == NULL || !check_shape(compiler, left, BASE_RECORD, "a body that meets") ||
        !check_shape(compiler, right, DAYS | BASE_RECORD, "a date") || !check_one(compiler, right))
        return NULL;
    if (expr->word == WORD_AWAY) {
        object_to(compiler, expr->span, "A meeting comes after a day, or before it.");
        return NULL;
    }
    node->shape = shape_of(BASE_DATE);
    return node;
}

/* `(activities where C)`; `(activities as a)` is all of them under another name. */
static Node *compile_set(Compiler *compiler, const Expr *expr) {
    Node *node = open_binder(compiler, expr, OP_SET);
    if (node == NULL)
        return NULL;
    close_binder(compiler);
    node->uses &= ~(1u << node->variable);
    return node;
}

/* ---- F of S ---- */

static bool is_text_function(const Expr *expr, const char *name) {
    return text_is(name_text(expr->name), name);
}

static Node *text_function(Compiler *compiler, const Expr *expr, Op op, Node *texts) {
    if (!check_shape(compiler, texts, BASE_TEXT | BASE_MESSAGE, "a text"))
        return NULL;
    Node *node = new_node(compiler, op, expr->span);
    node->left = texts;
    node->shape = shape_of(op == OP_ACRONYMS ? BASE_TEXT : BASE_NUMBER);
    node->shape.many = op == OP_ACRONYMS;
    node_uses(node, texts);
    return node;
}

/* `under-target of g.target`: a setting that is a percentage, of a number. */
static Node *percent_named(Compiler *compiler, const Expr *expr) {
    Expr name = {.kind = EXPR_NAME, .name = expr->name, .span = expr->name_span};
    if (name.span.length == 0)
        name.span = expr->span;
    bool quiet = compiler->quiet;
    compiler->quiet = true;
    Node *node = compile_path(compiler, &name, NULL);
    compiler->quiet = quiet;
    return node != NULL && node->shape.type.bases == BASE_PERCENT ? node : NULL;
}

Node *compile_each(Compiler *compiler, const Expr *expr, const Shape *hint) {
    (void)hint;
    Node *percent = expr->kind == EXPR_EACH ? percent_named(compiler, expr) : NULL;
    if (percent != NULL)
        return percent_of(compiler, expr, percent, expr->right);
    Node *set = compile_operand(compiler, expr->right, NULL);
    if (set == NULL)
        return NULL;
    if (is_text_function(expr, "acronyms"))
        return text_function(compiler, expr, OP_ACRONYMS, set);
    if (is_text_function(expr, "longest-sentence"))
        return text_function(compiler, expr, OP_LONGEST_SENTENCE, set);
    return step_on(compiler, set, expr->name, expr->span);
}

/* ---- all of them ---- */

bool is_rule_expr(const Expr *expr) { return expr->kind >= EXPR_IS; }

static Node *compile_kind(Compiler *compiler, const Expr *expr, const Shape *hint) {
    switch (expr->kind) {
    case EXPR_TEXT: return compile_text(compiler, expr);
    case EXPR_NUMBER: return compile_number(compiler, expr, DATUM_NUMBER, BASE_NUMBER);
    case EXPR_MONEY: return compile_number(compiler, expr, DATUM_MONEY, BASE_MONEY);
    case EXPR_PERCENT: return compile_number(compiler, expr, DATUM_PERCENT, BASE_PERCENT);
    case EXPR_TIME: return compile_time(compiler, expr);
    case EXPR_DATE:
    case EXPR_MONTH:
    case EXPR_DAYMONTH: return compile_date(compiler, expr);
    case EXPR_WEEKDAY: return compile_weekday(compiler, expr);
    case EXPR_DURATION: return compile_duration(compiler, expr);
    case EXPR_YES:
    case EXPR_NO_VALUE: return compile_yes_no(compiler, expr);
    case EXPR_NAME:
    case EXPR_ITS:
    case EXPR_IT:
    case EXPR_THAT: return compile_path(compiler, expr, hint);
    case EXPR_SPAN: return compile_span(compiler, expr);
    case EXPR_SHIFT: return compile_shift(compiler, expr);
    case EXPR_ELSE: return compile_else(compiler, expr, hint);
    case EXPR_SET: return compile_set(compiler, expr);
    case EXPR_EACH: return compile_each(compiler, expr, hint);
    case EXPR_PICK: return compile_pick(compiler, expr);
    case EXPR_NUMBER_OF: return compile_count(compiler, expr);
    case EXPR_PERCENT_OF:
        return percent_of(compiler, expr, compile_operand(compiler, expr->left, NULL), expr->right);
    case EXPR_SHARE_WITHIN: return compile_share(compiler, expr);
    case EXPR_DAYS: return compile_days(compiler, expr);
    case EXPR_MEETING: return compile_meeting(compiler, expr);
    default: break;
    }
    object_to(compiler, expr->span, "This is a claim, where a value is wanted.");
    return NULL;
}

Node *compile_operand(Compiler *compiler, const Expr *expr, const Shape *hint) {
    if (expr == NULL)
        return NULL;
    if (compiler->depth >= DEEPEST_RULE) {
        object_to(compiler, expr->span, "There are too many brackets inside each other here.");
        return NULL;
    }
    compiler->depth++;
    Node *node = compile_kind(compiler, expr, hint);
    compiler->depth--;
    return node;
}
