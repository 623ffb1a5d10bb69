/* Terminals -> expressions: what the actions for rules call. */
#ifndef CONVENE_SYNTAX_BUILD_RULE_H
#define CONVENE_SYNTAX_BUILD_RULE_H

#include "build.h"

/* Operands. */
Expr *rule_literal(Build *build, Mark mark);
Expr *rule_word(Build *build, ExprKind kind, Mark mark); /* yes, no, it */
/* `plan.opens`, `its level`: FROM is where it begins, NAME the name. */
Expr *rule_name(Build *build, ExprKind kind, Mark from, Mark name);
Expr *rule_that(Build *build, Mark that, Mark name);
Expr *rule_two(Build *build, ExprKind kind, Expr *left, Expr *right);
Expr *rule_shift(Build *build, Expr *left, Mark word, Expr *right);
Expr *rule_of(Build *build, ExprKind kind, Mark from, Mark name, Expr *right);
Expr *rule_number_of(Build *build, Mark from, const Mark *different, Expr *right);
Expr *rule_between(Build *build, ExprKind kind, Mark from, Expr *left, Expr *right);
Expr *rule_meeting(Build *build, Mark from, Expr *body, Mark word, Expr *day);
Expr *rule_set(Build *build, Mark open, Expr *binder, Mark close);
Expr *rule_bracket(Build *build, Mark open, Expr *inside, Mark close);

/* Comparisons. A test waits for its left side, which `rule_compare` gives it. */
Expr *rule_test(Build *build, ExprKind kind, Mark mark, Expr *right);
Expr *rule_plain(Build *build, Expr *right);
Expr *rule_listed(Build *build, ExprKind kind, Mark mark, Exprs list);
Expr *rule_includes(Build *build, Mark mark, ExprWord word, Exprs list);
Expr *rule_leads(Build *build, Mark mark, Expr *to, Exprs through);
Expr *rule_compare(Expr *left, Expr *test);
Exprs rule_append(Exprs list, Expr *expr);

/* Rules. */
Expr *rule_not(Build *build, Mark mark, Expr *rule);
Expr *rule_chain(Build *build, ExprKind kind, Expr *left, Mark word, Expr *right);
Expr *rule_chain_end(Expr *chain);
Expr *rule_other(Expr *kind);
Expr *rule_binder(Expr *kind, Expr *alias, Expr *in, Expr *where);
Expr *rule_quantifier(Build *build, ExprKind kind, Mark from, Expr *binder, Expr *rule);

#endif
