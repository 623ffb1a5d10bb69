#include "quoted.h"

#include <string.h>

size_t quote_length(const char *at, const char *end) {
    if (at < end && *at == '"')
        return 1;
    bool curly = end - at >= 3 && memcmp(at, "\xE2\x80", 2) == 0 && (unsigned char)at[2] >= 0x9C &&
                 (unsigned char)at[2] <= 0x9F;
    return curly ? 3 : 0;
}

/* The bytes that a text may end at, or that change how the next ones are read. */
static const bool MATTERS[256] = {['"'] = true, ['\\'] = true, ['\n'] = true, [0xE2] = true};

static bool is_closing_curly(const char *at) { return (unsigned char)at[2] == 0x9D; }

/* A curly pair inside stays part of the text; a closing mark without an opening one ends it, for
 * people mix both kinds. A straight mark ends a curly text only if no curly one does. */
const char *quoted_end(const char *at, const char *end, bool curly) {
    enum { FURTHEST = 4000 }; /* that a straight mark is passed over for a curly one */
    const char *straight = NULL;
    unsigned inside = 0;
    for (; at < end && (straight == NULL || at - straight < FURTHEST); at++) {
        if (!MATTERS[(unsigned char)*at])
            continue;
        if (*at == '\n')
            break;
        if (*at == '\\' && at + 1 < end && at[1] != '\n') {
            at++;
        } else if (*at == '"') {
            if (!curly)
                return at + 1;
            straight = straight == NULL ? at + 1 : straight;
        } else if (*at == '\xE2' && quote_length(at, end) == 3) {
            if (!is_closing_curly(at))
                inside++;
            else if (inside-- == 0)
                return at + 3;
            at += 2;
        }
    }
    return straight;
}

/* Three marks or more in a row close it: the last three of them, so that a text may end in one. */
const char *quoted_block_end(const char *at, const char *end) {
    size_t length, row = 0;
    for (; at<end; at += length> 0 ? length : 1) {
        length = *at == '"' || *at == '\xE2' ? quote_length(at, end) : 0;
        row = length > 0 ? row + 1 : 0;
        if (row >= 3 && quote_length(at + length, end) == 0)
            return at + length;
    }
    return NULL;
}

static char escaped(char c) { return c == 'n' ? '\n' : c; }

static Text without_escapes(Arena *arena, Text text) {
    if (text.length == 0 || memchr(text.at, '\\', text.length) == NULL)
        return text;
    char *plain = arena_alloc(arena, text.length);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char next = i + 1 < text.length ? text.at[i + 1] : 0;
        bool escape = text.at[i] == '\\' && (next == '"' || next == '\\' || next == 'n');
        plain[length++] = escape ? escaped(text.at[++i]) : text.at[i];
    }
    return (Text){plain, length};
}

static Text next_line(Text *rest) {
    const char *stop = rest->length > 0 ? memchr(rest->at, '\n', rest->length) : NULL;
    Text line = {rest->at, stop == NULL ? rest->length : (size_t)(stop - rest->at)};
    *rest = text_part(*rest, line.length + 1, rest->length);
    if (line.length > 0 && line.at[line.length - 1] == '\r')
        line.length--;
    return line;
}

static size_t indentation(Text line) {
    size_t blanks = 0;
    while (blanks < line.length && (line.at[blanks] == ' ' || line.at[blanks] == '\t'))
        blanks++;
    return blanks;
}

/* Of all lines but the first, which begins behind the marks; blank ones do not count. */
static size_t shared_indentation(Text rest) {
    size_t shared = SIZE_MAX;
    next_line(&rest);
    while (rest.length > 0) {
        Text line = next_line(&rest);
        size_t blanks = indentation(line);
        if (blanks < line.length && blanks < shared)
            shared = blanks;
    }
    return shared == SIZE_MAX ? 0 : shared;
}

static Text block_text(Arena *arena, Text inside) {
    size_t shared = shared_indentation(inside), length = 0;
    char *plain = arena_alloc(arena, inside.length + 1);
    bool first = true;
    while (inside.length > 0) {
        Text line = next_line(&inside);
        size_t blanks = indentation(line);
        size_t drop = first ? blanks : blanks < shared ? blanks : shared;
        if (length > 0)
            plain[length++] = '\n';
        if (blanks < line.length) {
            memcpy(plain + length, line.at + drop, line.length - drop);
            length += line.length - drop;
        }
        first = false;
    }
    return text_trim((Text){plain, length});
}

static size_t mark_before(const char *from, const char *end) {
    if (end > from && end[-1] == '"')
        return 1;
    return end - from >= 3 && quote_length(end - 3, end) == 3 ? 3 : 0;
}

/* A text without a closing mark was reported; it is kept whole. */
static Text without_close(const char *from, const char *end, size_t marks) {
    for (; marks > 0; marks--)
        end -= mark_before(from, end);
    return (Text){from, (size_t)(end - from)};
}

/* Between two straight marks, with nothing in it to be undone. */
static bool is_common(Text token) {
    return token.length > 2 && token.at[0] == '"' && token.at[1] != '"' &&
           token.at[token.length - 1] == '"' && memchr(token.at, '\\', token.length) == NULL;
}

Text quoted_text(Arena *arena, Text token) {
    const char *at = token.at, *end = at + token.length;
    if (is_common(token))
        return text_part(token, 1, token.length - 2);
    size_t open = quote_length(at, end);
    const char *from = at + open;
    size_t second = quote_length(from, end), third = quote_length(from + second, end);
    if (second > 0 && third > 0) {
        from += second + third;
        bool closed = quoted_block_end(from, end) != NULL;
        return block_text(arena, without_close(from, end, closed ? 3 : 0));
    }
    bool over_lines = memchr(from, '\n', (size_t)(end - from)) != NULL;
    bool closed = over_lines || quoted_end(from, end, open > 1) == end;
    return without_escapes(arena, without_close(from, end, closed ? 1 : 0));
}
