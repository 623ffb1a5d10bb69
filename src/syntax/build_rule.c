#include "build_rule.h"

#include <string.h>

static Expr *new_expr(Build *build, ExprKind kind, Span span) {
    Expr *expr = arena_make(build->context->arena, Expr);
    expr->kind = kind;
    expr->span = span;
    return expr;
}

static Span from_mark(const Build *build, Mark mark, const Expr *last) {
    Span span = build_span(build, mark);
    return last == NULL ? span : span_join(span, last->span);
}

/* --- operands ----------------------------------------------------------------------------------
 */

static ExprKind literal_kind(TokenKind kind) {
    switch (kind) {
    case TOKEN_NUMBER: return EXPR_NUMBER;
    case TOKEN_MONEY: return EXPR_MONEY;
    case TOKEN_PERCENT: return EXPR_PERCENT;
    case TOKEN_TIME: return EXPR_TIME;
    case TOKEN_DATE: return EXPR_DATE;
    case TOKEN_MONTH: return EXPR_MONTH;
    case TOKEN_DAYMONTH: return EXPR_DAYMONTH;
    case TOKEN_WEEKDAY: return EXPR_WEEKDAY;
    case TOKEN_DURATION: return EXPR_DURATION;
    default: return EXPR_TEXT;
    }
}

Expr *rule_literal(Build *build, Mark mark) {
    ExprKind kind = literal_kind(build->layout.tokens[mark.token].kind);
    Expr *expr = new_expr(build, kind, build_span(build, mark));
    if (kind == EXPR_TEXT)
        expr->text = build_text(build, mark);
    return expr;
}

Expr *rule_word(Build *build, ExprKind kind, Mark mark) {
    return new_expr(build, kind, build_span(build, mark));
}

Expr *rule_name(Build *build, ExprKind kind, Mark from, Mark name) {
    Span span = build_span(build, name);
    Expr *expr = new_expr(build, kind, span_join(build_span(build, from), span));
    expr->name = build_word_name(build, span);
    expr->name_span = span;
    return expr;
}

/* `that activity.opens`: the kind, and the path behind its first dot. */
Expr *rule_that(Build *build, Mark that, Mark name) {
    Expr *expr = rule_name(build, EXPR_THAT, that, name);
    Text whole = name_text(expr->name);
    const char *dot = whole.length > 0 ? memchr(whole.at, '.', whole.length) : NULL;
    if (dot == NULL)
        return expr;
    size_t length = (size_t)(dot - whole.at);
    expr->path = name_of(build->context->names, text_part(whole, length + 1, whole.length));
    expr->name = name_of(build->context->names, text_part(whole, 0, length));
    expr->name_span.length = (uint32_t)length;
    return expr;
}

Expr *rule_two(Build *build, ExprKind kind, Expr *left, Expr *right) {
    Expr *expr = new_expr(build, kind, span_join(left->span, right->span));
    expr->left = left;
    expr->right = right;
    return expr;
}

Expr *rule_shift(Build *build, Expr *left, Mark word, Expr *right) {
    Expr *expr = rule_two(build, EXPR_SHIFT, left, right);
    expr->word = (ExprWord)word.word;
    return expr;
}

Expr *rule_of(Build *build, ExprKind kind, Mark from, Mark name, Expr *right) {
    Expr *expr = rule_name(build, kind, from, name);
    expr->span = span_join(expr->span, right->span);
    expr->word = (ExprWord)from.word;
    expr->right = right;
    return expr;
}

Expr *rule_number_of(Build *build, Mark from, const Mark *different, Expr *right) {
    Expr *expr = different == NULL ? new_expr(build, EXPR_NUMBER_OF, build_span(build, from))
                                   : rule_name(build, EXPR_NUMBER_OF, from, *different);
    expr->span = span_join(expr->span, right->span);
    expr->right = right;
    return expr;
}

Expr *rule_between(Build *build, ExprKind kind, Mark from, Expr *left, Expr *right) {
    Expr *expr = rule_two(build, kind, left, right);
    expr->span = from_mark(build, from, right);
    expr->word = (ExprWord)from.word;
    return expr;
}

Expr *rule_meeting(Build *build, Mark from, Expr *body, Mark word, Expr *day) {
    Expr *expr = rule_between(build, EXPR_MEETING, from, body, day);
    expr->word = (ExprWord)word.word;
    return expr;
}

Expr *rule_set(Build *build, Mark open, Expr *binder, Mark close) {
    binder->kind = EXPR_SET;
    return rule_bracket(build, open, binder, close);
}

Expr *rule_bracket(Build *build, Mark open, Expr *inside, Mark close) {
    Span end = build_span(build, close);
    inside->span = span_join(build_span(build, open), end.length > 0 ? end : inside->span);
    return inside;
}

/* --- comparisons -------------------------------------------------------------------------------
 */

Expr *rule_test(Build *build, ExprKind kind, Mark mark, Expr *right) {
    Expr *expr = new_expr(build, kind, from_mark(build, mark, right));
    expr->word = (ExprWord)mark.word;
    expr->right = right;
    return expr;
}

Expr *rule_plain(Build *build, Expr *right) {
    Expr *expr = new_expr(build, EXPR_IS, right->span);
    expr->right = right;
    return expr;
}

Expr *rule_listed(Build *build, ExprKind kind, Mark mark, Exprs list) {
    Expr *expr = new_expr(build, kind, from_mark(build, mark, list.last));
    expr->list = list.first;
    return expr;
}

Expr *rule_includes(Build *build, Mark mark, ExprWord word, Exprs list) {
    Expr *expr = rule_listed(build, EXPR_INCLUDES, mark, list);
    expr->word = word;
    return expr;
}

Expr *rule_leads(Build *build, Mark mark, Expr *to, Exprs through) {
    Expr *expr = rule_listed(build, EXPR_LEADS, mark, through);
    expr->right = to;
    return expr;
}

Expr *rule_compare(Expr *left, Expr *test) {
    test->left = left;
    test->span = span_join(left->span, test->span);
    return test;
}

Exprs rule_append(Exprs list, Expr *expr) {
    list.last->next = expr;
    return (Exprs){list.first, expr};
}

/* --- rules -------------------------------------------------------------------------------------
 */

/* `is not`, `does not` and `has no` stand inside what they deny; `not (...)` before it. */
Expr *rule_not(Build *build, Mark mark, Expr *rule) {
    Span word = build_span(build, mark);
    Expr *expr = new_expr(build, EXPR_NOT, rule->span);
    if (word.at < rule->span.at)
        expr->span = span_join(word, rule->span);
    expr->left = rule;
    return expr;
}

static void report_mixed(Build *build, Mark word) {
    if (build->layout.reported)
        return;
    Diagnostics *store = build->context->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_syntax, build_span(build, word),
                                    "`and` and `or` are mixed here: put brackets round what "
                                    "belongs together.");
    diagnostic_help(store, diagnostic, "(this or that) and the other");
    layout_hush(&build->layout);
}

/* A chain under way keeps its last part in `right`; a finished one, in brackets, is one part of
 * another. */
Expr *rule_chain(Build *build, ExprKind kind, Expr *left, Mark word, Expr *right) {
    bool chain = (left->kind == EXPR_AND || left->kind == EXPR_OR) && left->right != NULL;
    if (chain && left->kind != kind)
        report_mixed(build, word);
    if (!chain || left->kind != kind) {
        Expr *expr = new_expr(build, kind, left->span);
        expr->list = expr->right = left;
        left->right = chain ? NULL : left->right;
        left = expr;
    }
    left->right->next = right;
    left->right = right;
    left->span = span_join(left->span, right->span);
    return left;
}

Expr *rule_chain_end(Expr *chain) {
    if (chain->kind == EXPR_AND || chain->kind == EXPR_OR)
        chain->right = NULL;
    return chain;
}

Expr *rule_other(Expr *kind) {
    kind->other = true;
    return kind;
}

/* Becomes a quantifier or a set when it is known which. */
Expr *rule_binder(Expr *kind, Expr *alias, Expr *in, Expr *where) {
    if (alias != NULL) {
        kind->alias = alias->name;
        kind->span = span_join(kind->span, alias->span);
    }
    kind->in = in;
    kind->left = where;
    kind->span = span_join(kind->span, in != NULL ? in->span : kind->span);
    kind->span = span_join(kind->span, where != NULL ? where->span : kind->span);
    return kind;
}

Expr *rule_quantifier(Build *build, ExprKind kind, Mark from, Expr *binder, Expr *rule) {
    binder->kind = kind;
    binder->span = from_mark(build, from, binder);
    binder->right = rule;
    if (rule != NULL)
        binder->span = span_join(binder->span, rule->span);
    return binder;
}
