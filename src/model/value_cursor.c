/* Passing over what was written behind a label, word by word. Texts pasted from a word processor
 * bring no-break blanks and several dashes, which are taken as what they mean. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

Cursor cursor_of(const Model *model, Span span) {
    return (Cursor){source_of(model->sources, span), span.at, span.at + span.length};
}

Cursor cursor_of_text(Source *room, Text text) {
    *room = (Source){.text = text};
    return (Cursor){room, 0, (uint32_t)text.length};
}

static unsigned char byte_at(const Cursor *cursor, uint32_t at) {
    return at < cursor->end ? (unsigned char)cursor->source->text.at[at] : '\0';
}

static bool bytes_are(const Cursor *cursor, uint32_t at, const char *bytes) {
    size_t length = strlen(bytes);
    return at + length <= cursor->end && memcmp(cursor->source->text.at + at, bytes, length) == 0;
}

/* The length of the blank at AT, of whatever width, or of a comment; 0 if there is neither. */
static uint32_t blank_at(const Cursor *cursor, uint32_t at) {
    static const char *const BLANKS[] = {"\xC2\xA0",     "\xE2\x80\xA8", "\xE2\x80\xA9",
                                         "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE2\x81\xA0",
                                         "\xE3\x80\x80", "\xEF\xBB\xBF"};
    unsigned char byte = byte_at(cursor, at);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        return 1;
    if (byte < 0x80 && byte != '#') /* nearly all that is asked about */
        return 0;
    for (size_t i = 0; byte >= 0x80 && i < sizeof BLANKS / sizeof *BLANKS; i++)
        if (bytes_are(cursor, at, BLANKS[i]))
            return (uint32_t)strlen(BLANKS[i]);
    if (bytes_are(cursor, at, "\xE2\x80") && byte_at(cursor, at + 2) >= 0x80 &&
        byte_at(cursor, at + 2) < 0x90)
        return 3;
    uint32_t length = 0;
    if (byte == '#')
        while (at + length < cursor->end && byte_at(cursor, at + length) != '\n')
            length++;
    return length;
}

/* The length of a dash: -, a non-breaking hyphen, en and em dashes, the minus sign. */
static uint32_t dash_at(const Cursor *cursor, uint32_t at) {
    static const char *const DASHES[] = {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                         "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95",
                                         "\xE2\x88\x92"};
    if (byte_at(cursor, at) == '-')
        return 1;
    if (byte_at(cursor, at) < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++)
        if (bytes_are(cursor, at, DASHES[i]))
            return 3;
    return 0;
}

static void skip_blanks(Cursor *cursor) {
    uint32_t length;
    while ((length = blank_at(cursor, cursor->at)) > 0)
        cursor->at += length;
}

bool cursor_is_done(Cursor *cursor) {
    skip_blanks(cursor);
    return cursor->at >= cursor->end;
}

Span cursor_span(const Cursor *from, const Cursor *to) {
    Cursor start = *from;
    skip_blanks(&start);
    uint32_t end = to->at < start.at ? start.at : to->at;
    while (end > start.at && strchr(" \t\r\n", (char)byte_at(&start, end - 1)) != NULL)
        end--;
    return (Span){start.source->id, start.at, end - start.at};
}

static bool is_ascii_letter(unsigned char byte) {
    unsigned char small = byte | 0x20;
    return small >= 'a' && small <= 'z';
}

static bool is_letter(const Cursor *cursor, uint32_t at) {
    unsigned char byte = byte_at(cursor, at);
    return is_ascii_letter(byte) ||
           (byte >= 0x80 && blank_at(cursor, at) == 0 && dash_at(cursor, at) == 0);
}

bool cursor_letters(Cursor *cursor, Text *word) {
    skip_blanks(cursor);
    uint32_t at = cursor->at;
    while (is_letter(cursor, at))
        at++;
    if (at == cursor->at)
        return false;
    *word = text_part(cursor->source->text, cursor->at, at - cursor->at);
    cursor->at = at;
    return true;
}

bool cursor_name(Cursor *cursor, Text *name) {
    skip_blanks(cursor);
    uint32_t at = cursor->at;
    for (uint32_t dash; at < cursor->end;) {
        bool inside = at > cursor->at;
        if (is_letter(cursor, at) || isdigit(byte_at(cursor, at)) || byte_at(cursor, at) == '_')
            at++;
        else if (inside && byte_at(cursor, at) == '.' && isalnum(byte_at(cursor, at + 1)))
            at++;
        else if (inside && (dash = dash_at(cursor, at)) > 0 &&
                 (is_letter(cursor, at + dash) || isdigit(byte_at(cursor, at + dash))))
            at += dash;
        else
            break;
    }
    if (at == cursor->at)
        return false;
    *name = text_part(cursor->source->text, cursor->at, at - cursor->at);
    cursor->at = at;
    return true;
}

static bool same_word(Text word, const char *start, size_t length) {
    if (word.length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (tolower((unsigned char)word.at[i]) != start[i])
            return false;
    return true;
}

/* Most words that are asked for are not there, which their first letter tells. */
bool cursor_take(Cursor *cursor, const char *words) {
    Cursor trial = *cursor;
    skip_blanks(&trial);
    if ((byte_at(&trial, trial.at) | 0x20) != (unsigned char)*words)
        return false;
    for (const char *word = words; *word != '\0';) {
        size_t length = strcspn(word, " ");
        Text found;
        if (!cursor_letters(&trial, &found) || !same_word(found, word, length))
            return false;
        word += length + (word[length] == ' ');
    }
    *cursor = trial;
    return true;
}

bool cursor_take_one(Cursor *cursor, const char *const *choices, int *which) {
    for (int i = 0; choices[i] != NULL; i++)
        if (cursor_take(cursor, choices[i])) {
            if (which != NULL)
                *which = i;
            return true;
        }
    return false;
}

bool cursor_sign(Cursor *cursor, char sign) {
    skip_blanks(cursor);
    if (byte_at(cursor, cursor->at) != (unsigned char)sign)
        return false;
    cursor->at++;
    return true;
}

bool cursor_dash(Cursor *cursor) {
    skip_blanks(cursor);
    uint32_t length = dash_at(cursor, cursor->at);
    cursor->at += length;
    return length > 0;
}

bool cursor_figures(Cursor *cursor, int *number, int *length) {
    skip_blanks(cursor);
    int value = 0, count = 0;
    while (isdigit(byte_at(cursor, cursor->at + (uint32_t)count)) && count < 10) {
        if (count < 9)
            value = value * 10 + (byte_at(cursor, cursor->at + (uint32_t)count) - '0');
        count++;
    }
    if (count == 0 || count > 9)
        return false;
    cursor->at += (uint32_t)count;
    *number = value;
    if (length != NULL)
        *length = count;
    return true;
}
