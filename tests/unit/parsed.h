/* Text, parsed, and what became of it as one line of text: for tests of the front end. */
#ifndef CONVENE_TESTS_PARSED_H
#define CONVENE_TESTS_PARSED_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/out.h"
#include "syntax/parse.h"
#include "syntax/scan.h"

typedef struct Parsed {
    Arena *arena;
    Sources sources;
    Diagnostics diagnostics;
    ParseContext context;
    const Source *source;
    Tree *tree;
    Out out;
} Parsed;

static Parsed parsed;

__attribute__((unused)) static void parsed_setup(void) { parsed = (Parsed){.arena = arena_new()}; }

__attribute__((unused)) static void parsed_teardown(void) {
    out_free(&parsed.out);
    arena_free(parsed.arena);
}

/* A case begins from nothing but the arena, also in a loop of cases. */
__attribute__((unused)) static const Source *parsed_source(const char *text) {
    out_free(&parsed.out);
    parsed = (Parsed){.arena = parsed.arena};
    parsed.sources = (Sources){.arena = parsed.arena};
    parsed.diagnostics = (Diagnostics){.arena = parsed.arena, .sources = &parsed.sources};
    parsed.context = (ParseContext){.arena = parsed.arena,
                                    .names = names_new(parsed.arena),
                                    .sources = &parsed.sources,
                                    .diagnostics = &parsed.diagnostics};
    Text bytes = {arena_copy(parsed.arena, text, strlen(text)), strlen(text)};
    parsed.source = sources_add(&parsed.sources, "test.convene", bytes);
    return parsed.source;
}

__attribute__((unused)) static Tree *parse_text(const char *text) {
    parsed.tree = parse_source(&parsed.context, parsed_source(text));
    diagnostics_settle(&parsed.diagnostics);
    return parsed.tree;
}

/* --- the tree, as a line -----------------------------------------------------------------------
 */

static const char *const EXPR_SAID[] = {
    "text",    "number",   "money",    "percent",  "time",     "date",    "month",     "daymonth",
    "weekday", "duration", "yes",      "no",       "name",     "its",     "it",        "that",
    "span",    "shift",    "else",     "set",      "each",     "pick",    "number-of", "percent-of",
    "share",   "meeting",  "days",     "is",       "one-of",   "compare", "lasts",     "during",
    "given",   "reasoned", "includes", "overlaps", "mentions", "leads",   "and",       "or",
    "not",     "every",    "some",     "none"};

static const char *const WORD_SAID[] = {
    "",           "after",    "before", "away",  "at-least", "at-most", "more", "less", "no-later",
    "no-earlier", "earliest", "latest", "total", "working",  "one",     "any",  "all"};

static void say_span(Span span) { out_text(&parsed.out, span_text(&parsed.sources, span)); }

static void say_expr(const Expr *expr);

static void say_part(const char *before, const Expr *expr) {
    if (expr == NULL)
        return;
    out_string(&parsed.out, before);
    say_expr(expr);
}

static void say_expr(const Expr *expr) {
    out_format(&parsed.out, "(%s", EXPR_SAID[expr->kind]);
    if (expr->word != WORD_NONE_)
        out_format(&parsed.out, ":%s", WORD_SAID[expr->word]);
    if (expr->other)
        out_string(&parsed.out, " other");
    if (expr->kind <= EXPR_DURATION) {
        out_byte(&parsed.out, ' ');
        say_span(expr->span);
    }
    if (expr->name != NULL)
        out_format(&parsed.out, " %s", expr->name->text);
    if (expr->path != NULL)
        out_format(&parsed.out, " .%s", expr->path->text);
    if (expr->alias != NULL)
        out_format(&parsed.out, " as %s", expr->alias->text);
    say_part(" in ", expr->in);
    say_part(" ", expr->left);
    say_part(" -> ", expr->right);
    for (const Expr *item = expr->list; item != NULL; item = item->next)
        say_part(item == expr->list ? " [" : " ", item);
    out_string(&parsed.out, expr->list != NULL ? "])" : ")");
}

static void say_phrases(const Phrase *phrases) {
    for (const Phrase *phrase = phrases; phrase != NULL; phrase = phrase->next) {
        for (const Atom *atom = phrase->first; atom != NULL; atom = atom->next) {
            out_byte(&parsed.out, ' ');
            if (atom->kind == TOKEN_OPEN_BRACKET) {
                out_byte(&parsed.out, '(');
                say_phrases(atom->inside);
                out_string(&parsed.out, " )");
            } else if (atom->kind == TOKEN_WORD) {
                out_text(&parsed.out, name_text(atom->name));
            } else if (atom->kind == TOKEN_TEXT) {
                out_format(&parsed.out, "'%.*s'", TEXT_ARGS(atom->text));
            } else {
                out_byte(&parsed.out, '<');
                say_span(atom->span);
                out_byte(&parsed.out, '>');
            }
        }
        out_string(&parsed.out, phrase->next != NULL ? "," : "");
    }
}

static void say_quoted(const char *before, Quoted quoted) {
    if (is_given(quoted))
        out_format(&parsed.out, "%s'%.*s'", before, TEXT_ARGS(quoted.text));
}

static void say_words(const char *before, Words words) {
    if (words.name != NULL)
        out_format(&parsed.out, "%s%s", before, words.name->text);
}

static void say_field(const FieldNode *field) {
    out_format(&parsed.out, "%s:", field->label.name->text);
    say_phrases(field->values);
    say_part(" ", field->rule);
    say_quoted(" because ", field->because);
    if (field->because_at != NULL)
        out_string(&parsed.out, " see");
    say_phrases(field->because_at);
    say_quoted(" otherwise ", field->otherwise);
    say_part(" due ", field->due);
}

static void say_items(const Item *items) {
    for (const Item *item = items; item != NULL; item = item->next) {
        if (item->kind == ITEM_FIELD) {
            say_field(&item->field);
        } else {
            say_words("", item->record.kind);
            say_words(" ", item->record.name);
            say_words(" for ", item->record.target);
            say_quoted(" ", item->record.title);
            if (item->record.has_block) {
                out_string(&parsed.out, " { ");
                say_items(item->record.block.first);
                out_string(&parsed.out, item->record.block.first != NULL ? " }" : "}");
            }
        }
        out_string(&parsed.out, item->next != NULL ? "; " : "");
    }
}

/* The tree of TEXT: fields `label: atoms, atoms`, records `kind name 'Title' { ... }`. Texts stand
 * between single marks, values that are neither word nor text between < and >. */
__attribute__((unused)) static const char *tree_of(const char *text) {
    parse_text(text);
    say_items(parsed.tree->top.first);
    return parsed.out.bytes == NULL ? "" : parsed.out.bytes;
}

/* The same of a text in which nothing may be wrong. */
__attribute__((unused)) static const char *sound_tree_of(const char *text) {
    const char *tree = tree_of(text);
    if (parsed.diagnostics.count > 0)
        ck_abort_msg("%s: %s", text, parsed.diagnostics.list[0]->message);
    return tree;
}

/* The rule behind `expect:`. */
__attribute__((unused)) static const char *rule_of(const char *rule) {
    return sound_tree_of(arena_format(parsed.arena, "expect: %s", rule)) + strlen("expect: ");
}

/* --- findings ----------------------------------------------------------------------------------
 */

/* The one finding about TEXT. */
__attribute__((unused)) static const Diagnostic *finding_about(const char *text) {
    parse_text(text);
    if (parsed.diagnostics.count != 1)
        ck_abort_msg("%.99s: %u findings", text, (unsigned)parsed.diagnostics.count);
    return parsed.diagnostics.list[0];
}

#endif
