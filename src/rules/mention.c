/* Looking for words in a text. Capitals do not count, nor does how blanks are set. */
#include "mention.h"

#include <utf8proc.h>

typedef struct Reading {
    Text text;
    size_t at;
} Reading;

static bool is_letter(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

static bool is_blank(utf8proc_int32_t c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0;
}

/* The next character in small letters; a run of blanks is one. -1 at the end. */
static utf8proc_int32_t next_letter(Reading *reading) {
    utf8proc_int32_t c = 0;
    bool blank = false;
    while (reading->at < reading->text.length) {
        utf8proc_ssize_t size =
            utf8proc_iterate((const utf8proc_uint8_t *)reading->text.at + reading->at,
                             (utf8proc_ssize_t)(reading->text.length - reading->at), &c);
        if (size <= 0)
            size = 1, c = 0xFFFD;
        if (!is_blank(c) && blank)
            return ' ';
        reading->at += (size_t)size;
        if (!is_blank(c))
            return utf8proc_tolower(c);
        blank = true;
    }
    return blank ? ' ' : -1;
}

static bool stands_at(Text text, size_t at, Text words) {
    Reading here = {text, at}, wanted = {words, 0};
    for (;;) {
        Reading before = here;
        utf8proc_int32_t w = next_letter(&wanted);
        utf8proc_int32_t c = next_letter(&here);
        if (w == -1)
            return c == -1 || !is_letter(c) || before.at == at;
        if (w != c)
            return false;
    }
}

bool text_mentions(Text text, Text words) {
    words = text_trim(words);
    Reading reading = {text, 0};
    utf8proc_int32_t before = ' ';
    if (words.length == 0)
        return false;
    while (reading.at < text.length) {
        if (!is_letter(before) && stands_at(text, reading.at, words))
            return true;
        before = next_letter(&reading);
    }
    return false;
}
