#include "scan.h"

#include <ctype.h>
#include <string.h>

#include "quoted.h"

Scan scan_tokens(const ParseContext *context, const Source *source, uint32_t offset, Text text) {
    Scan scan = {.context = context, .source = source->id, .text = text};
    scan.offset = offset;
    scan.first = true;
    scan.room = (uint32_t)(text.length / 4 + 16); /* pages that are not touched cost nothing */
    scan.tokens = arena_array(context->arena, Token, scan.room);
    scan_whole(&scan);
    scan.first = true;
    scan_push(&scan, TOKEN_END, text.length, 0);
    return scan;
}

void scan_make_room(Scan *scan) {
    scan->tokens =
        arena_grow(scan->context->arena, scan->tokens, scan->count, &scan->room, sizeof(Token));
}

bool scan_goes_on(char c, char next) {
    unsigned char byte = (unsigned char)c;
    bool letter =
        isalnum(byte) || c == '_' || (byte >= 0xC3 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF);
    return letter || (c == '-' && isalpha((unsigned char)next));
}

static size_t while_true(Text text, size_t at, int (*is)(int)) {
    while (at < text.length && is((unsigned char)text.at[at]))
        at++;
    return at;
}

size_t scan_push_part(Scan *scan, size_t at, size_t length) {
    Text text = text_part(scan->text, at, length);
    TokenKind kind = TOKEN_WORD;
    size_t taken = while_true(text, 0, isalnum);
    if (!isalnum(
            (unsigned char)text.at[0])) { /* a sign of money: two bytes, and no part of a word */
        taken = 2;
        kind = TOKEN_SYMBOL;
    } else if (while_true(text, 0, isdigit) == taken) {
        kind = TOKEN_NUMBER;
    }
    scan_push(scan, kind, at, taken);
    return taken;
}

size_t scan_push_time(Scan *scan, size_t at, size_t length) {
    size_t taken = 0;
    while (taken < length && strchr("0123456789:.", scan->text.at[at + taken]) != NULL)
        taken++;
    scan_push(scan, TOKEN_TIME, at, taken);
    return taken;
}

static const char *source_end(const Scan *scan) { return scan->text.at + scan->text.length; }

static Span place(const Scan *scan, const char *from, const char *to) {
    return (Span){scan->source, scan->offset + (uint32_t)(from - scan->text.at),
                  (uint32_t)(to - from)};
}

static const char *line_end(const char *at, const char *end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return stop == NULL ? end : stop;
}

static bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\r'; }

static const char *skip_blanks(const char *at, const char *end) {
    while (at < end && is_blank_byte(*at))
        at++;
    return at;
}

/* Does the line begin `label:` or `}`, or end in `{`? Then no text runs through it. */
static bool begins_anew(const char *line, const char *stop) {
    const char *at = skip_blanks(line, stop), *last = stop;
    while (last > at && is_blank_byte(last[-1]))
        last--;
    if (at == last || *at == '}' || last[-1] == '{')
        return at < last;
    while (at < last && (isalnum((unsigned char)*at) || *at == '-' || *at == ' ' || *at == '.'))
        at++;
    return at < last && *at == ':';
}

static const char *first_quote(const char *at, const char *stop) {
    while (at < stop && quote_length(at, stop) == 0)
        at++;
    return at;
}

/* Marks that pair off within a line open and close a text of that line. */
static bool pairs_off(const char *at, const char *stop) {
    unsigned marks = 0;
    for (at = first_quote(at, stop); at < stop; at = first_quote(at, stop)) {
        at += quote_length(at, stop);
        marks++;
    }
    return marks % 2 == 0;
}

/* Where a text in plain quotes goes on to over the next lines, if that is what was meant: a line
 * that has a mark behind its words, with nothing in between that looks like a line of a plan. */
static const char *end_on_later_line(const char *at, const char *end) {
    enum { FURTHEST = 4000 };
    const char *limit = end - at > FURTHEST ? at + FURTHEST : end;
    for (const char *line = line_end(at, limit); line < limit; line = line_end(line, limit)) {
        const char *stop = line_end(++line, limit);
        if (begins_anew(line, stop))
            return NULL;
        const char *quote = first_quote(line, stop);
        bool alone = skip_blanks(quote + 1, stop) == stop;
        if (quote < stop && pairs_off(quote, stop))
            return NULL;
        if (quote < stop)
            return quote == skip_blanks(line, stop) && !alone ? NULL
                                                              : quote + quote_length(quote, stop);
    }
    return NULL;
}

static void report_several_lines(Scan *scan, const char *from, const char *to) {
    Diagnostic *diagnostic = report(
        scan->context->diagnostics, DIAGNOSTIC_unclosed_text, place(scan, from, line_end(from, to)),
        "Text over several lines goes between three quotation marks: \"\"\" ... \"\"\"");
    diagnostic_help(scan->context->diagnostics, diagnostic,
                    "Put \"\"\" where the text begins and \"\"\" where it ends.");
}

static void report_unclosed(Scan *scan, const char *from, const char *to) {
    Diagnostics *store = scan->context->diagnostics;
    const char *quote = first_quote(line_end(to, source_end(scan)), source_end(scan));
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_unclosed_text, place(scan, from, to),
                                    "The text that begins here has no closing quotation mark.");
    if (quote < source_end(scan))
        diagnostic_help(store, diagnostic, "It would swallow everything up to line %u.",
                        (unsigned)span_line(scan->context->sources, place(scan, quote, quote)));
    const char *line = from;
    while (line > scan->text.at && line[-1] != '\n')
        line--;
    line = skip_blanks(line, to);
    if (to - line < 200)
        diagnostic_write(store, diagnostic, "%.*s%s%s", (int)(to - line), line,
                         *from == '"' ? "\"" : "\xE2\x80\x9D",
                         *skip_blanks(to, source_end(scan)) == '{' ? " {" : "");
}

/* The rest of the line, but for a brace at its end, or with blanks on both sides, that will have
 * been meant as one. */
static const char *end_of_unclosed(const Scan *scan, const char *from, const char *stop) {
    const char *last = stop;
    for (const char *at = from + 2; at + 1 < stop; at++)
        if (*at == '{' && is_blank_byte(at[-1]) && is_blank_byte(at[1])) {
            last = at;
            break;
        }
    for (int braces = scan->open_on_line;; braces--) {
        while (last > from && is_blank_byte(last[-1]))
            last--;
        bool brace = last - from > 1 && is_blank_byte(last[-2]) &&
                     (last[-1] == '{' || (last[-1] == '}' && braces > 0));
        if (!brace)
            return last;
        last--;
    }
}

size_t scan_text(Scan *scan, size_t at, size_t length) {
    const char *where = scan->text.at + at;
    const char *from = where + length;
    const char *to = quoted_end(from, source_end(scan), length > 1);
    if (to == NULL && (to = end_on_later_line(from, source_end(scan))) != NULL) {
        report_several_lines(scan, where, to);
    } else if (to == NULL) {
        to = end_of_unclosed(scan, from, line_end(from, source_end(scan)));
        report_unclosed(scan, where, to);
    }
    scan_push(scan, TOKEN_TEXT, at, (size_t)(to - where));
    return (size_t)(to - where);
}

/* A text between three marks that is never closed ends before the first line that is written no
 * deeper than the line it begins on and looks like one of a plan. */
static const char *end_of_unclosed_block(const Scan *scan, const char *where) {
    const char *begin = where;
    while (begin > scan->text.at && begin[-1] != '\n')
        begin--;
    ptrdiff_t depth = skip_blanks(begin, where) - begin;
    for (const char *line = line_end(where, source_end(scan)); line < source_end(scan);
         line = line_end(line, source_end(scan))) {
        const char *stop = line_end(++line, source_end(scan));
        if (skip_blanks(line, stop) - line <= depth && begins_anew(line, stop))
            return line - 1;
    }
    return source_end(scan);
}

size_t scan_text_block(Scan *scan, size_t at, size_t length) {
    const char *where = scan->text.at + at;
    const char *to = quoted_block_end(where + length, source_end(scan));
    if (to == NULL) {
        to = end_of_unclosed_block(scan, where);
        report(scan->context->diagnostics, DIAGNOSTIC_unclosed_text,
               place(scan, where, where + length),
               "The text that begins here with three quotation marks is never closed: put \"\"\" "
               "where it ends.");
    }
    scan_push(scan, TOKEN_TEXT, at, (size_t)(to - where));
    return (size_t)(to - where);
}

size_t scan_comment(Scan *scan, size_t at, size_t length) {
    const char *from = scan->text.at + at;
    size_t taken = (size_t)(line_end(from, source_end(scan)) - from);
    bool doc = taken > length && from[length] == '#';
    scan_push(scan, doc ? TOKEN_DOC : TOKEN_COMMENT, at, taken);
    return taken;
}
