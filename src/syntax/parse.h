/* text -> tokens -> layout -> tree. Everything wrong is reported; a tree always comes back, with
 * every line that could be read. */
#ifndef CONVENE_SYNTAX_PARSE_H
#define CONVENE_SYNTAX_PARSE_H

#include "tree.h"

/* Where the tree lives and who is told. */
typedef struct ParseContext {
    Arena *arena;
    Names *names;
    Sources *sources;
    Diagnostics *diagnostics;
} ParseContext;

Tree *parse_source(const ParseContext *context, const Source *source);

/* The operand in a hole of a message, `{its title}`: SPAN is what stands between the braces.
 * NULL if it cannot be read, which has then been reported. */
Expr *parse_hole(const ParseContext *context, Span span);

/* The labels whose values are rules, and so cannot be the name of a field of a plan:
 * expect that when ask consider is due default. */
bool is_rule_label(Text label);

#endif
