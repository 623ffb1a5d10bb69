#include "parse.h"

#include <string.h>
#include <strings.h>

#include "../base/utf8.h"
#include "build.h"
#include "parser.h"
#include "scan.h"

int convene_lex(CONVENE_STYPE *value, Build *build) {
    build->previous = build->layout.previous;
    build->previous_line = build->layout.line;
    build->mode = build->layout.mode;
    int terminal = layout_next(&build->layout, &build->mark);
    value->mark = build->mark;
    return terminal;
}

void convene_error(Build *build, const char *message) {
    (void)message;
    report(build->context->diagnostics, DIAGNOSTIC_too_deep, build_span(build, build->mark),
           "There is more inside each other here than can be read.");
}

bool is_rule_label(Text label) {
    static const Text RULES[] = {
#define RULE_LABEL(word) {word, sizeof word - 1},
#include "../../grammar/words.def"
    };
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (RULES[i].length == label.length && (RULES[i].at[0] | 0x20) == (label.at[0] | 0x20) &&
            strncasecmp(RULES[i].at, label.at, label.length) == 0)
            return true;
    return false;
}

Tree *parse_source(const ParseContext *context, const Source *source) {
    Tree *tree = arena_make(context->arena, Tree);
    tree->source = source;
    tree->top.open = tree->top.close = NO_SPAN;
    Scan scan = scan_tokens(context, source, 0, source->text);
    tree->tokens = scan.tokens;
    tree->token_count = scan.count;
    Build build = {.context = context};
    build.layout = layout_new(context, source, scan.tokens, scan.count, T_BEGIN_FILE);
    if (scan.depth != 0 || scan.shallowest < 0 || scan.deepest > DEEPEST_RECORD)
        layout_find_braces(&build.layout);
    convene_parse(&build);
    tree->top.first = build.items.first;
    return tree;
}

Expr *parse_hole(const ParseContext *context, Span span) {
    const Source *source = context->sources->list[span.source];
    Scan scan =
        scan_tokens(context, source, span.at, text_part(source->text, span.at, span.length));
    Build build = {.context = context};
    build.layout = layout_new(context, source, scan.tokens, scan.count, T_BEGIN_HOLE);
    uint32_t errors = context->diagnostics->errors;
    convene_parse(&build);
    return context->diagnostics->errors == errors ? build.hole : NULL;
}
