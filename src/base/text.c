#include "text.h"

#include <string.h>

Text text_of(const char *string) {
    return string == NULL ? TEXT("") : (Text){string, strlen(string)};
}

bool text_same(Text a, Text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool text_is(Text text, const char *string) { return text_same(text, text_of(string)); }

bool text_starts(Text text, const char *prefix) {
    size_t length = strlen(prefix);
    return text.length >= length && memcmp(text.at, prefix, length) == 0;
}

bool text_ends(Text text, const char *suffix) {
    size_t length = strlen(suffix);
    return text.length >= length && memcmp(text.at + text.length - length, suffix, length) == 0;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Text text_trim(Text text) {
    while (text.length > 0 && is_blank(text.at[0]))
        text.at++, text.length--;
    while (text.length > 0 && is_blank(text.at[text.length - 1]))
        text.length--;
    return text;
}

Text text_part(Text text, size_t from, size_t length) {
    if (from > text.length)
        from = text.length;
    if (length > text.length - from)
        length = text.length - from;
    return (Text){text.at + from, length};
}

char *text_string(Arena *arena, Text text) { return arena_copy(arena, text.at, text.length); }

const char *text_article(Text word) {
    return word.length > 0 && strchr("aeiouAEIOU", word.at[0]) != NULL ? "an" : "a";
}

static unsigned smallest(unsigned a, unsigned b, unsigned c) {
    unsigned least = a < b ? a : b;
    return least < c ? least : c;
}

unsigned text_distance(Text a, Text b, unsigned limit) {
    enum { LONGEST = 64 };
    if (a.length > LONGEST || b.length > LONGEST)
        return text_same(a, b) ? 0 : limit + 1;
    unsigned rows[3][LONGEST + 1] = {{0}};
    unsigned *before = rows[0], *above = rows[1], *row = rows[2];
    for (unsigned j = 0; j <= b.length; j++)
        above[j] = j;
    for (unsigned i = 1; i <= a.length; i++) {
        row[0] = i;
        for (unsigned j = 1; j <= b.length; j++) {
            unsigned changed = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            row[j] = smallest(above[j] + 1, row[j - 1] + 1, changed);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1] &&
                before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        unsigned *spare = before;
        before = above, above = row, row = spare;
    }
    return above[b.length] > limit ? limit + 1 : above[b.length];
}
