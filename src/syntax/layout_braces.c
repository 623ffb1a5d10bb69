/* Which braces are missing, and which close nothing. The count of braces says how many, their
 * indentation says where; indentation never means anything else. */
#include <string.h>

#include "layout.h"

typedef struct OpenBrace {
    uint32_t token;
    uint32_t indent; /* of the line it stands on */
    uint32_t inside; /* of the first line within; UINT32_MAX until there is one */
    uint32_t line;   /* the first token of that line */
} OpenBrace;

typedef struct Braces {
    Layout *layout;
    OpenBrace open[2 * DEEPEST_RECORD + 1]; /* see close_brace */
    uint32_t count;
    uint32_t missing, stray; /* still to be found */
    uint32_t room;
    uint32_t stray_line;   /* the last line with a brace too many: its first token + 1 */
    bool quiet;            /* something worse has been said of all of them */
    uint32_t line, indent; /* the line being read: its first token, its indentation */
} Braces;

static void add_fix(Braces *braces, uint32_t token, bool insert) {
    Layout *layout = braces->layout;
    arena_push(layout->context->arena, layout->fixes, layout->fix_count, braces->room,
               ((BraceFix){token, insert}));
}

/* `The activity "Public meeting"`: the record whose brace stands at TOKEN, by kind and title. */
static const char *record_said(const Layout *layout, const OpenBrace *brace) {
    uint32_t first = brace->token;
    while (first > 0 && !layout->tokens[first].first &&
           layout->tokens[first - 1].kind != TOKEN_OPEN &&
           layout->tokens[first - 1].kind != TOKEN_CLOSE)
        first--;
    while (layout->tokens[first].kind != TOKEN_WORD && first < brace->token)
        first++;
    if (first == brace->token)
        return "record";
    Text header = span_text(layout->context->sources, layout_span(layout, first, brace->token - 1));
    uint32_t last = brace->token - 1;
    Text kind = layout_text(layout, first), title = layout_text(layout, last);
    if (layout->tokens[last].kind == TOKEN_TEXT && last > first)
        return arena_format(layout->context->arena, "%.*s %.*s", TEXT_ARGS(kind), TEXT_ARGS(title));
    return arena_format(layout->context->arena, "%.*s",
                        (int)(header.length > 60 ? 60 : header.length), header.at);
}

static unsigned line_of(const Layout *layout, uint32_t token) {
    return (unsigned)span_line(layout->context->sources, layout_span(layout, token, token));
}

/* The record at BRACE should have been closed before TOKEN. One finding for each line that opens
 * some. */
static void report_missing(Braces *braces, const OpenBrace *brace, uint32_t token) {
    Layout *layout = braces->layout;
    add_fix(braces, token, true);
    braces->missing--;
    if (braces->quiet)
        return;
    if (brace > braces->open && brace[-1].line == brace->line &&
        layout->tokens[token].kind == TOKEN_END)
        return;
    Diagnostic *diagnostic = report(layout->context->diagnostics, DIAGNOSTIC_unclosed_brace,
                                    layout_span(layout, brace->token, brace->token),
                                    "The %s that begins at line %u is not closed.",
                                    record_said(layout, brace), line_of(layout, brace->token));
    if (layout->tokens[token].kind == TOKEN_END)
        diagnostic_help(layout->context->diagnostics, diagnostic,
                        "Put a } on a line of its own at the end of the file.");
    else
        diagnostic_help(layout->context->diagnostics, diagnostic,
                        layout->tokens[token].kind == TOKEN_CLOSE
                            ? "Put a } on a line of its own before line %u, which closes another."
                            : "The next record begins at line %u: put a } on a line of its own "
                              "before it.",
                        line_of(layout, token));
}

static void report_stray(Braces *braces, uint32_t token) {
    Layout *layout = braces->layout;
    add_fix(braces, token, false);
    braces->stray--;
    if (braces->quiet || braces->stray_line == braces->line + 1)
        return;
    braces->stray_line = braces->line + 1;
    Diagnostic *diagnostic = report(layout->context->diagnostics, DIAGNOSTIC_stray_brace,
                                    layout_span(layout, token, token), "This } closes nothing.");
    diagnostic_help(layout->context->diagnostics, diagnostic, "Take it out.");
    if (braces->count > 0)
        diagnostic_note(layout->context->diagnostics, diagnostic,
                        layout_span(layout, braces->open[braces->count - 1].token,
                                    braces->open[braces->count - 1].token),
                        "this { is closed further down");
}

static bool shows_depth(const OpenBrace *brace) {
    return brace->inside != UINT32_MAX && brace->inside > brace->indent;
}

/* A line that stands no deeper than the line of the innermost brace is not within it. */
static void begin_line(Braces *braces, uint32_t token) {
    const Token *first = &braces->layout->tokens[token];
    braces->line = token;
    braces->indent = first->blanks;
    bool closes = first->kind == TOKEN_CLOSE;
    while (braces->count > 0) {
        OpenBrace *inner = &braces->open[braces->count - 1];
        if (inner->inside == UINT32_MAX && !closes)
            inner->inside = first->blanks;
        bool outside = closes ? first->blanks < inner->indent : first->blanks <= inner->indent;
        if (braces->missing == 0 || !shows_depth(inner) || !outside || first->kind == TOKEN_OPEN)
            return;
        report_missing(braces, inner, token);
        braces->count--;
    }
}

/* A brace that stands too deep for what it would close is one too many. It then closes nothing, so
 * more stay open than the counting saw: by as many as DEEPEST_RECORD, and no more. */
static void close_brace(Braces *braces, uint32_t token) {
    const Token *close = &braces->layout->tokens[token];
    const OpenBrace *inner = braces->count > 0 ? &braces->open[braces->count - 1] : NULL;
    bool too_deep = inner != NULL && close->first && shows_depth(inner) &&
                    close->blanks > inner->indent && braces->stray > 0 &&
                    braces->count < DEEPEST_RECORD;
    if (inner == NULL || too_deep)
        report_stray(braces, token);
    else
        braces->count--;
}

static void mend(Braces *braces) {
    Layout *layout = braces->layout;
    for (uint32_t i = 0; i < layout->count; i++) {
        const Token *token = &layout->tokens[i];
        if (token->kind == TOKEN_COMMENT || token->kind == TOKEN_DOC)
            continue;
        if (token->first && token->kind != TOKEN_END)
            begin_line(braces, i);
        if (token->kind == TOKEN_OPEN)
            braces->open[braces->count++] =
                (OpenBrace){i, braces->indent, UINT32_MAX, braces->line};
        else if (token->kind == TOKEN_CLOSE)
            close_brace(braces, i);
    }
    while (braces->count > 0) {
        report_missing(braces, &braces->open[braces->count - 1], layout->count - 1);
        braces->count--;
    }
}

static void report_too_deep(const Layout *layout, uint32_t token) {
    report(layout->context->diagnostics, DIAGNOSTIC_too_deep, layout_span(layout, token, token),
           "Records stand more than %d deep inside each other from here on: nobody will find their "
           "way in that.",
           DEEPEST_RECORD);
}

/* Everything from the brace at TOKEN to the one that closes it is left out: the tokens between
 * them become a comment to the parser. Without one that closes it, that is the rest of the file. */
static void cut(const Layout *layout, uint32_t token) {
    uint32_t depth = 1, i = token + 1;
    for (; i < layout->count - 1; i++) {
        depth += layout->tokens[i].kind == TOKEN_OPEN;
        depth -= layout->tokens[i].kind == TOKEN_CLOSE;
        if (depth == 0)
            break;
    }
    for (uint32_t inside = token + 1; inside < i; inside++)
        layout->tokens[inside].kind = TOKEN_COMMENT;
}

void layout_find_braces(Layout *layout) {
    Braces braces = {.layout = layout};
    int64_t depth = 0;
    for (uint32_t i = 0; i < layout->count; i++) {
        uint8_t kind = layout->tokens[i].kind;
        if (kind != TOKEN_OPEN && kind != TOKEN_CLOSE)
            continue;
        depth += kind == TOKEN_OPEN ? 1 : -1;
        if (depth > DEEPEST_RECORD) {
            if (!braces.quiet)
                report_too_deep(layout, i);
            braces.quiet = true;
            cut(layout, i);
        }
        if (depth < 0) {
            braces.stray++;
            depth = 0;
        }
    }
    braces.missing = (uint32_t)depth;
    if (braces.missing > 0 || braces.stray > 0)
        mend(&braces);
}
