/* From expressions to typed nodes: what the files that do it share. Nothing is judged here; what
 * makes no sense is reported at its own place, in the words of somebody who writes charters. */
#ifndef CONVENE_RULES_COMPILE_H
#define CONVENE_RULES_COMPILE_H

#include "node.h"

/* What `its`, `that K`, an alias or a bare noun may stand for. */
typedef struct Variable {
    const Name *noun;
    const Name *alias;
    Shape shape;
    const Kind *kind; /* NULL for days, steps and other values */
    bool is_step;     /* bound by the prefix or a binder, so it counts as nesting */
} Variable;

typedef struct Compiler {
    Reader *reader;
    Model *model;
    Arena *arena;
    const Record *from; /* names resolve from here; NULL in the vocabulary */
    Variable variables[VARIABLES];
    uint32_t variable_count;
    uint32_t nesting, depth;
    bool quiet;              /* look only: report nothing */
    const Record **settings; /* that were met so far, each once */
    uint32_t setting_count, setting_room;
} Compiler;

Compiler compiler_of(Reader *reader, const Record *from);

/* NULL when something was wrong; it has been reported then. HINT, where one is known, is what the
 * operand will be held against: words are looked for in its lists. */
Node *compile_operand(Compiler *compiler, const Expr *expr, const Shape *hint);
Node *compile_rule(Compiler *compiler, const Expr *expr);
Node *compile_comparison(Compiler *compiler, const Expr *expr);
Node *compile_path(Compiler *compiler, const Expr *expr, const Shape *hint);
Node *compile_each(Compiler *compiler, const Expr *expr, const Shape *hint);
/* Opens the scope of a binder and compiles its set and condition; NULL on error. The variable
 * stays in scope until `close_binder`. */
Node *open_binder(Compiler *compiler, const Expr *expr, Op op);
void close_binder(Compiler *compiler);
bool is_rule_expr(const Expr *expr);

Node *new_node(Compiler *compiler, Op op, Span span);
void node_uses(Node *node, const Node *part);
Node *step_on(Compiler *compiler, Node *base, const Name *steps, Span span);
/* The shape of a field; of a derived one without a type, the shape of what it is derived from. */
Shape field_shape(Reader *reader, const Field *field);

/* shape.c */
Shape shape_of(uint32_t bases);
Shape shape_of_length(UnitFamily family);
Shape shape_of_kind(const Compiler *compiler, const Kind *kind, bool many);
Shape shape_element(Shape shape);
bool shape_is_open(const Shape *shape); /* nothing is known of it */
bool shape_has(const Shape *shape, uint32_t bases);
bool shapes_compare(const Shape *a, const Shape *b);
/* Two lengths of time in units without a fixed ratio. */
bool lengths_differ(const Shape *a, const Shape *b);
Shape shape_join(Compiler *compiler, Shape a, Shape b);
/* "a date", "a list of activities", "a word of level or method". */
const char *shape_words(Compiler *compiler, const Shape *shape);

/* complain.c: reports unless the compiler is quiet; the result is never NULL then, and NULL if it
 * is. */
Diagnostic *object_to(Compiler *compiler, Span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void advise(Compiler *compiler, Diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void propose(Compiler *compiler, Diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
Text words_of(const Compiler *compiler, Span span); /* the source, for putting into a message */
/* The nearest of NAMES to TYPED, or NULL. */
const Name *nearest_of(const Name *typed, const Name *const *names, uint32_t count);
void complain_unknown_field(Compiler *compiler, const Shape *shape, const Name *step, Span span);
void complain_unknown_name(Compiler *compiler, const Name *name, Span span, const Shape *hint);
void complain_unknown_kind(Compiler *compiler, const Name *name, Span span);
void complain_not_together(Compiler *compiler, Span span, const Shape *left, const Shape *right);
void complain_list(Compiler *compiler, const Node *list);

#endif
