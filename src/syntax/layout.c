#include "layout.h"

#include <string.h>

#include "parser.h"

Layout layout_new(const ParseContext *context, const Source *source, Token *tokens, uint32_t count,
                  int begin) {
    Layout layout = {.context = context, .source = source, .tokens = tokens, .count = count};
    layout.begin = begin;
    layout.mode = begin == T_BEGIN_HOLE ? IN_RULE : AT_ITEM;
    return layout;
}

static bool is_comment(const Token *token) {
    return token->kind == TOKEN_COMMENT || token->kind == TOKEN_DOC;
}

uint32_t layout_after(const Layout *layout, uint32_t token) {
    if (token + 1 < layout->count)
        token++;
    while (is_comment(&layout->tokens[token]))
        token++;
    return token;
}

bool layout_same_line(const Layout *layout, uint32_t token) {
    return !layout->tokens[token].first && layout->tokens[token].kind != TOKEN_END;
}

void layout_hush(Layout *layout) { layout->reported = true; }

static bool is_word(const Token *token) {
    return token->kind == TOKEN_WORD || token->kind == TOKEN_WEEKDAY;
}

/* What may be a word of a label or a name: all that is written without signs. */
static bool is_bare(const Token *token) {
    switch (token->kind) {
    case TOKEN_WORD:
    case TOKEN_NUMBER:
    case TOKEN_WEEKDAY:
    case TOKEN_DATE:
    case TOKEN_MONTH:
    case TOKEN_DAYMONTH:
    case TOKEN_DURATION:
    case TOKEN_PERCENT:
    case TOKEN_TIME: return true;
    default: return false;
    }
}

static bool is_symbol(const Layout *layout, uint32_t token, const char *sign) {
    return layout->tokens[token].kind == TOKEN_SYMBOL && text_is(layout_text(layout, token), sign);
}

uint32_t layout_label_end(const Layout *layout, uint32_t token) {
    const Token *at = &layout->tokens[token];
    bool line_start = at->first;
    if (!is_word(at))
        return 0;
    for (at++; is_bare(at) && !at->first && (line_start || at->blanks < 2); at++)
        ;
    uint32_t end = (uint32_t)(at - layout->tokens);
    bool colon = at->kind == TOKEN_COLON && !at->first && (line_start || at->blanks == 0);
    bool equals = line_start && !at->first && is_symbol(layout, end, "=");
    return colon || equals ? end : 0;
}

/* --- items ------------------------------------------------------------------------------------ */

int layout_take(Layout *layout, Mark *mark, int terminal, uint32_t tokens) {
    *mark = (Mark){layout->at, WORD_NONE_, (uint8_t)tokens};
    layout->tokens[layout->at].terminal = (uint8_t)terminal;
    layout->at += tokens;
    return terminal;
}

static void begin_item(Layout *layout) {
    layout->begun = layout->at;
    layout->depth = layout->awaiting = layout->in_phrase = layout->steps = 0;
    layout->reported = false;
}

static void end_item(Layout *layout) {
    layout->mode = AT_ITEM;
    if (layout->reported)
        layout->reported_to = layout->at;
    layout->reported = false;
}

static Diagnostic *complain_here(Layout *layout, DiagnosticKind kind, uint32_t token,
                                 const char *message) {
    layout_hush(layout);
    return report(layout->context->diagnostics, kind, layout_span(layout, token, token), "%s",
                  message);
}

static void note_pasted(Layout *layout, uint32_t token, const char *message) {
    report(layout->context->diagnostics, DIAGNOSTIC_pasted, layout_span(layout, token, token), "%s",
           message);
}

/* The label's words stand from `at` to END; the colon goes with it. */
static int label(Layout *layout, Mark *mark, uint32_t end) {
    begin_item(layout);
    if (layout->tokens[end].kind == TOKEN_SYMBOL)
        note_pasted(layout, end, "A label is followed by a colon, not by an equals sign.");
    Token *first = &layout->tokens[layout->at];
    uint32_t at = layout->at;
    bool rule = end == at + 1 && is_rule_label(layout_text(layout, at));
    layout->mode = rule ? IN_RULE : IN_VALUES;
    int terminal = rule ? T_RULE_LABEL : T_LABEL;
    uint32_t tokens = end + 1 - at;
    *mark = (Mark){at, WORD_NONE_, (uint8_t)(tokens > 255 ? 255 : tokens)};
    first->terminal = (uint8_t)terminal;
    layout->at = end + 1;
    return terminal;
}

static int kind(Layout *layout, Mark *mark) {
    begin_item(layout);
    layout->mode = IN_HEADER;
    return layout_take(layout, mark, T_KIND, 1);
}

static bool is_bullet(const Layout *layout, uint32_t token) {
    static const char *const BULLETS[] = {"-",
                                          "*",
                                          "\xE2\x80\xA2",
                                          "\xE2\x97\xA6",
                                          "\xE2\x96\xAA",
                                          "\xC2\xB7",
                                          "\xE2\x80\x93",
                                          "\xE2\x80\x94",
                                          "o"};
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++)
        if (is_symbol(layout, token, BULLETS[i]))
            return true;
    return false;
}

/* The label of the last field before TOKEN, for "under open:"; 0 if there is none close by. */
static uint32_t label_above(const Layout *layout, uint32_t token) {
    for (uint32_t back = 0; token > 0 && back < 200; back++) {
        uint8_t terminal = layout->tokens[--token].terminal;
        if (terminal == T_LABEL)
            return token;
        if (terminal == T_KIND || terminal == T_CLOSE)
            break;
    }
    return UINT32_MAX;
}

static uint32_t line_last(const Layout *layout, uint32_t token) {
    while (layout_same_line(layout, token + 1) && !is_comment(&layout->tokens[token + 1]))
        token++;
    return token;
}

static void complain_of_bullet(Layout *layout, uint32_t last) {
    Diagnostics *store = layout->context->diagnostics;
    uint32_t above = label_above(layout, layout->at);
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_syntax, layout_span(layout, layout->at, last),
                                    "This line begins with a bullet and has no label.");
    if (above == UINT32_MAX)
        return;
    Span name = layout_span(layout, above, above);
    Text label = span_text(layout->context->sources, name);
    diagnostic_help(store, diagnostic,
                    "Under %.*s: (line %u) write each item as a line of its own.", TEXT_ARGS(label),
                    (unsigned)span_line(layout->context->sources, name));
    if (last > layout->at && last - layout->at < 40) {
        Text words = span_text(layout->context->sources, layout_span(layout, layout->at + 1, last));
        const char *mark = layout->tokens[layout->at + 1].kind == TOKEN_TEXT ? "" : "\"";
        diagnostic_write(store, diagnostic, "%.*s: %s%.*s%s", TEXT_ARGS(label), mark,
                         TEXT_ARGS(words), mark);
    }
}

static void complain_of_line(Layout *layout, uint32_t last) {
    Diagnostics *store = layout->context->diagnostics;
    const Token *token = &layout->tokens[layout->at];
    Span line = layout_span(layout, layout->at, last);
    if (token->kind == TOKEN_TEXT) {
        Diagnostic *diagnostic =
            report(store, DIAGNOSTIC_syntax, line, "This text stands on a line without a label.");
        diagnostic_help(store, diagnostic,
                        "If it goes on from the line above, put a comma at the end of that line; "
                        "else write its label and a colon in front of it.");
        return;
    }
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_syntax, line,
                                    "A line begins with a label and a colon, or with the kind of "
                                    "record that it is about.");
    diagnostic_help(store, diagnostic,
                    "Words of your own go between quotation marks, behind a "
                    "label: purpose: \"Agree how ...\"");
}

/* A line that begins with nothing a line can begin with: said once, and left out. Braces in it
 * still count. */
static void skip_line(Layout *layout) {
    uint32_t at = layout->at, last = at;
    while (layout_same_line(layout, last + 1) && layout->tokens[last + 1].kind != TOKEN_OPEN &&
           layout->tokens[last + 1].kind != TOKEN_CLOSE && !is_comment(&layout->tokens[last + 1]))
        last++;
    if (layout->tokens[at].first || layout->reported_to < at) {
        if (is_bullet(layout, at))
            complain_of_bullet(layout, last);
        else
            complain_of_line(layout, last);
    }
    layout->at = last + 1;
    layout->reported_to = last;
}

static bool is_line_end(const Layout *layout, uint32_t token) {
    const Token *next = &layout->tokens[token];
    return !layout_same_line(layout, token) || is_comment(next) || next->kind == TOKEN_CLOSE;
}

/* `;` at the end of a line, from another habit. */
static bool drop_semicolon(Layout *layout) {
    if (!is_symbol(layout, layout->at, ";") || !is_line_end(layout, layout->at + 1))
        return false;
    note_pasted(layout, layout->at, "A line needs no sign at its end.");
    layout->at++;
    return true;
}

static void complain_of_brace(Layout *layout) {
    bool another = layout->reported_to > 0 && layout->reported_to + 1 == layout->at;
    if (!another)
        complain_here(layout, DIAGNOSTIC_syntax, layout->at,
                      "This { begins a record that has no kind: write the kind, and a title, in "
                      "front of it.");
    layout->reported_to = layout->at;
}

static int at_item(Layout *layout, Mark *mark) {
    for (;;) {
        const Token *token = &layout->tokens[layout->at];
        if (token->first)
            layout->line = layout->at;
        if (is_comment(token) || (token->kind == TOKEN_SYMBOL && drop_semicolon(layout))) {
            layout->at += is_comment(token);
            continue;
        }
        uint32_t end = layout_label_end(layout, layout->at);
        if (end > 0)
            return label(layout, mark, end);
        if (token->kind == TOKEN_END)
            return layout_take(layout, mark, T_END, 0);
        if (token->kind == TOKEN_CLOSE)
            return layout_take(layout, mark, T_CLOSE, 1);
        if (token->kind == TOKEN_OPEN) {
            complain_of_brace(layout);
            return layout_take(layout, mark, T_LOST, 1);
        }
        if (is_word(token))
            return kind(layout, mark);
        if (is_bullet(layout, layout->at) && layout_label_end(layout, layout->at + 1) > 0) {
            note_pasted(layout, layout->at, "A line needs no bullet.");
            layout->at++;
            continue;
        }
        skip_line(layout);
    }
}

/* --- headers of records ------------------------------------------------------------------------
 */

static bool header_goes_on(const Layout *layout, const Token *token) {
    if (!token->first || token->kind == TOKEN_OPEN)
        return true;
    return token->kind == TOKEN_TEXT && (layout->last == T_KIND || layout->last == T_NAME) &&
           layout->tokens[layout_after(layout, layout->at)].kind == TOKEN_OPEN;
}

/* `audience patients "Patients" size: 8,200`: the braces are missing, and what should stand in them
 * is left out. */
static void complain_of_label(Layout *layout) {
    uint32_t first = layout->at, last = first;
    while (layout_same_line(layout, last + 1) && layout->tokens[last + 1].kind != TOKEN_OPEN &&
           layout->tokens[last + 1].kind != TOKEN_CLOSE && !is_comment(&layout->tokens[last + 1]))
        last++;
    Diagnostic *diagnostic =
        report(layout->context->diagnostics, DIAGNOSTIC_syntax, layout_span(layout, first, last),
               "What is said of a record stands between { and } behind its title.");
    Span span = layout_span(layout, first, last);
    if (span.length < 200)
        diagnostic_write(layout->context->diagnostics, diagnostic, "{ %.*s }",
                         TEXT_ARGS(span_text(layout->context->sources, span)));
    layout_hush(layout);
    layout->at = last + 1;
}

/* False: a label stood there, which has been dealt with. */
static bool in_header(Layout *layout, Mark *mark, int *terminal) {
    const Token *token = &layout->tokens[layout->at];
    bool may_be_label = layout->last == T_TEXT || token[1].kind == TOKEN_COLON;
    if (may_be_label && layout_label_end(layout, layout->at) > 0) {
        complain_of_label(layout);
        return false;
    }
    if (token->kind == TOKEN_OPEN) {
        end_item(layout);
        *terminal = layout_take(layout, mark, T_OPEN, 1);
    } else if (token->kind == TOKEN_TEXT) {
        *terminal = layout_take(layout, mark, T_TEXT, 1);
    } else if (layout_word_is(layout, layout->at, "for") && is_bare(token + 1) && !token[1].first) {
        *terminal = layout_take(layout, mark, T_FOR, 1);
    } else {
        *terminal = layout_take(layout, mark, is_bare(token) ? T_NAME : T_WRONG, 1);
    }
    return true;
}

/* Brackets that the item leaves open are closed for it, so that what is in them is kept. */
static int close_bracket(Layout *layout, Mark *mark) {
    if (!layout->reported)
        report(layout->context->diagnostics, DIAGNOSTIC_unclosed_bracket,
               layout_span(layout, layout->bracket, layout->previous),
               "A bracket is still open at the end of this line: put ) where it closes.");
    layout_hush(layout);
    layout->depth--;
    *mark = (Mark){layout->previous, WORD_NONE_, 0};
    return T_CLOSE_BRACKET;
}

void layout_skip_item(Layout *layout) {
    for (const Token *token = &layout->tokens[layout->at];
         token->kind != TOKEN_END && token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE &&
         (!token->first || layout_label_end(layout, layout->at) == 0);
         token = &layout->tokens[layout->at])
        layout->at++;
}

/* Far too many brackets: what is in them is left out, up to the end of the item. */
static int skip_brackets(Layout *layout, Mark *mark) {
    if (!layout->reported)
        complain_here(layout, DIAGNOSTIC_too_deep, layout->at,
                      "There are too many brackets inside each other here.");
    layout_skip_item(layout);
    return close_bracket(layout, mark);
}

static int bracket(Layout *layout, Mark *mark) {
    if (layout->tokens[layout->at].kind == TOKEN_CLOSE_BRACKET) {
        layout->depth -= layout->depth > 0;
        return layout_take(layout, mark, T_CLOSE_BRACKET, 1);
    }
    if (layout->depth >= DEEPEST_BRACKET)
        return skip_brackets(layout, mark);
    if (layout->depth++ == 0)
        layout->bracket = layout->at;
    return layout_take(layout, mark, T_OPEN_BRACKET, 1);
}

/* --- values -------------------------------------------------------------------------------------
 */

/* Words that join what stands before them to what comes: a line does not end in one. */
static bool is_joining(Text word) {
    static const char *const JOINING[] = {
#define VALUE_JOINING(word) word,
#include "../../grammar/words.def"
    };
    for (size_t i = 0; i < sizeof JOINING / sizeof *JOINING; i++)
        if (text_is(word, JOINING[i]))
            return true;
    return false;
}

bool layout_is_header(const Layout *layout, uint32_t token) {
    if (!is_bare(&layout->tokens[token]))
        return false;
    uint32_t last = line_last(layout, token);
    for (uint32_t i = token; i <= last; i++)
        if (layout->tokens[i].kind == TOKEN_OPEN)
            return true;
    return layout->tokens[layout_after(layout, last)].kind == TOKEN_OPEN;
}

/* `because` with a reason behind it. Alone it may be a value like any other. */
static bool begins_reason(const Layout *layout, uint32_t token) {
    const Token *next = &layout->tokens[layout_after(layout, token)];
    if (!layout_word_is(layout, token, "because") || next->kind == TOKEN_COLON)
        return false;
    bool alone = next->first || next->kind == TOKEN_COMMA || next->kind == TOKEN_CLOSE;
    return !alone || next->kind == TOKEN_TEXT ||
           (layout->last != T_LABEL && layout->last != T_COMMA && next->kind != TOKEN_COMMA);
}

/* Does the field go on with TOKEN, which is the first of its line? */
static bool values_go_on(const Layout *layout, uint32_t token) {
    const Token *next = &layout->tokens[token];
    if (layout_label_end(layout, token) > 0)
        return false;
    if (next->kind == TOKEN_COMMA || next->kind == TOKEN_CLOSE_BRACKET || layout->depth > 0 ||
        begins_reason(layout, token))
        return true;
    if (layout->last == T_BECAUSE)
        return next->kind == TOKEN_TEXT;
    bool open = layout->last == T_LABEL || layout->last == T_COMMA ||
                (layout->last == T_ATOM && layout->in_phrase > 1 &&
                 is_joining(layout_text(layout, layout->previous)));
    return open && !is_bullet(layout, token) && !layout_is_header(layout, token);
}

/* A label in the middle of a line: its words go back to a gap of two blanks, or to something that
 * is no word; else it is the one word before the colon. */
static uint32_t label_in_line(const Layout *layout, uint32_t token) {
    const Token *at = &layout->tokens[token];
    bool open = layout->last == T_LABEL || layout->last == T_RULE_LABEL || layout->last == T_COMMA;
    bool one_word = at[1].kind == TOKEN_COLON && at[1].blanks == 0 && !at[1].first;
    if (!is_word(at))
        return 0;
    if (one_word)
        return token + 1;
    bool after_gap = at->blanks > 1 || !is_word(at - 1);
    return after_gap && !open ? layout_label_end(layout, token) : 0;
}

/* `where: Room #2`: the sign begins a note, which will not be what was meant. */
static void look_at_comment(Layout *layout, uint32_t token) {
    const Token *comment = &layout->tokens[token];
    Text text = layout_text(layout, token);
    bool in_value = !comment->first && layout->last == T_ATOM && comment->kind == TOKEN_COMMENT;
    if (!in_value || comment->blanks == 0 || text.length < 2 || text.at[1] == ' ' ||
        text.at[1] == '\t' || text.at[1] == '\r')
        return;
    Diagnostics *store = layout->context->diagnostics;
    uint32_t end = layout_label_end(layout, layout->begun), from = end + 1;
    Span label = layout_span(layout, layout->begun, end - 1);
    Span kept = layout_span(layout, from, token - 1), whole = layout_span(layout, from, token);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_syntax, layout_span(layout, token, token),
               "Everything after # is a note to yourselves, so this reads \"%.*s\".",
               TEXT_ARGS(span_text(layout->context->sources, kept)));
    if (end > 0 && whole.length < 200)
        diagnostic_write(store, diagnostic, "%.*s: \"%.*s\"",
                         TEXT_ARGS(span_text(layout->context->sources, label)),
                         TEXT_ARGS(text_trim(span_text(layout->context->sources, whole))));
    layout_hush(layout);
}

static int in_values(Layout *layout, Mark *mark) {
    const Token *token = &layout->tokens[layout->at];
    switch (token->kind) {
    case TOKEN_TEXT: layout->in_phrase++; return layout_take(layout, mark, T_TEXT, 1);
    case TOKEN_COMMA: layout->in_phrase = 0; return layout_take(layout, mark, T_COMMA, 1);
    case TOKEN_OPEN_BRACKET:
    case TOKEN_CLOSE_BRACKET: return bracket(layout, mark);
    case TOKEN_WORD:
        if (layout->last == T_BECAUSE && layout_word_is(layout, layout->at, "see"))
            return layout_take(layout, mark, T_SEE, 1);
        if (begins_reason(layout, layout->at))
            return layout_take(layout, mark, T_BECAUSE, 1);
        break;
    default: break;
    }
    layout->in_phrase++;
    return layout_take(layout, mark, T_ATOM, 1);
}

/* --- rules --------------------------------------------------------------------------------------
 */

static int in_rule(Layout *layout, Mark *mark) {
    const Token *token = &layout->tokens[layout->at];
    switch (token->kind) {
    case TOKEN_TEXT: return layout_take(layout, mark, T_TEXT, 1);
    case TOKEN_COMMA: return layout_take(layout, mark, T_COMMA, 1);
    case TOKEN_OPEN_BRACKET:
    case TOKEN_CLOSE_BRACKET: return bracket(layout, mark);
    case TOKEN_COLON:
        layout->awaiting -= layout->awaiting > 0;
        return layout_take(layout, mark, T_COLON, 1);
    case TOKEN_PERCENT: return layout_take(layout, mark, T_PERCENT, 1);
    case TOKEN_WORD: return layout_rule_word(layout, mark);
    case TOKEN_SYMBOL: return layout_rule_symbol(layout, mark);
    case TOKEN_SLASHDATE:
        complain_here(layout, DIAGNOSTIC_syntax, layout->at,
                      "Write the month of a date in words: 12 May 2026.");
        return layout_take(layout, mark, T_WRONG, 1);
    default: return layout_take(layout, mark, T_LITERAL, 1);
    }
}

/* A label in the middle of a line ends the field before it, where that can end. */
static bool may_end(const Layout *layout) {
    return layout->depth == 0 && layout->awaiting == 0 &&
           (layout->mode != IN_RULE || layout->last == T_RULE_LABEL ||
            layout_is_finished(layout->last));
}

/* --- the stream ---------------------------------------------------------------------------------
 */

static bool goes_on(const Layout *layout, const Token *token) {
    switch (layout->mode) {
    case AT_ITEM: return true;
    case IN_HEADER: return header_goes_on(layout, token);
    case IN_VALUES: return values_go_on(layout, layout->at);
    case IN_RULE: return layout_rule_goes_on(layout, layout->at);
    }
    return false;
}

static bool is_fix_here(const Layout *layout) {
    return layout->next_fix < layout->fix_count &&
           layout->fixes[layout->next_fix].token == layout->at;
}

static int finish_item(Layout *layout, Mark *mark) {
    if (layout->depth > 0 && layout->mode != IN_HEADER)
        return close_bracket(layout, mark);
    end_item(layout);
    return 0;
}

static int mended_brace(Layout *layout, Mark *mark) {
    layout->next_fix++;
    *mark = (Mark){layout->at > 0 ? layout->at - 1 : 0, WORD_NONE_, 0};
    return T_CLOSE;
}

static int next(Layout *layout, Mark *mark) {
    for (;;) {
        const Token *token = &layout->tokens[layout->at];
        if (token->first)
            layout->line = layout->at;
        if (is_fix_here(layout) && !layout->fixes[layout->next_fix].insert) {
            layout->next_fix++;
            layout->at++;
            continue;
        }
        if (is_comment(token)) {
            look_at_comment(layout, layout->at++);
            continue;
        }
        bool ends = token->kind == TOKEN_CLOSE || token->kind == TOKEN_END || is_fix_here(layout) ||
                    (token->first && !goes_on(layout, token));
        if (layout->mode != AT_ITEM && ends) {
            int closed = finish_item(layout, mark);
            if (closed != 0)
                return closed;
        }
        if (is_fix_here(layout))
            return mended_brace(layout, mark);
        if (layout->mode == AT_ITEM)
            return at_item(layout, mark);
        if (token->kind == TOKEN_SYMBOL && drop_semicolon(layout))
            continue;
        int terminal = 0;
        if (layout->mode == IN_HEADER) {
            if (in_header(layout, mark, &terminal))
                return terminal;
            continue;
        }
        uint32_t end = may_end(layout) && !token->first ? label_in_line(layout, layout->at) : 0;
        if (end > 0) {
            end_item(layout);
            return label(layout, mark, end);
        }
        if (token->kind == TOKEN_OPEN) {
            int closed = finish_item(layout, mark);
            return closed != 0 ? closed : layout_take(layout, mark, T_OPEN, 1);
        }
        return layout->mode == IN_RULE ? in_rule(layout, mark) : in_values(layout, mark);
    }
}

int layout_next(Layout *layout, Mark *mark) {
    if (layout->begin != 0) {
        int begin = layout->begin;
        *mark = (Mark){0, WORD_NONE_, 0};
        layout->last = begin;
        layout->begin = 0;
        return begin;
    }
    int terminal = next(layout, mark);
    layout->third_last = layout->before_last;
    layout->before_last = layout->last;
    layout->last = terminal;
    if (mark->tokens > 0)
        layout->previous = mark->token + mark->tokens - 1u;
    return terminal;
}
