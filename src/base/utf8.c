#include "utf8.h"

#include <string.h>
#include <utf8proc.h>

size_t utf8_next(Text text) {
    if (text.length == 0)
        return 0;
    utf8proc_int32_t point;
    utf8proc_ssize_t length =
        utf8proc_iterate((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.length, &point);
    return length < 1 ? 1 : (size_t)length;
}

/* Past eight plain characters at once: every byte of a file is asked about. */
static size_t past_plain(Text text, size_t at) {
    uint64_t eight;
    while (text.length - at >= sizeof eight) {
        memcpy(&eight, text.at + at, sizeof eight);
        if ((eight & 0x8080808080808080u) != 0)
            break;
        at += sizeof eight;
    }
    return at;
}

size_t utf8_check(Text text) {
    size_t at = 0;
    while (at < text.length) {
        if ((unsigned char)text.at[at] < 0x80) {
            size_t plain = past_plain(text, at);
            at = plain > at ? plain : at + 1;
            continue;
        }
        utf8proc_int32_t point;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.at + at,
                                                   (utf8proc_ssize_t)(text.length - at), &point);
        if (length < 1)
            return at;
        at += (size_t)length;
    }
    return at;
}

static int point_at(Text text, size_t at, size_t *length) {
    if ((unsigned char)text.at[at] < 0x80) {
        *length = 1;
        return text.at[at];
    }
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text.at + at,
                                              (utf8proc_ssize_t)(text.length - at), &point);
    *length = taken < 1 ? 1 : (size_t)taken;
    return taken < 1 ? 0xFFFD : point;
}

static int columns_of(int point) {
    bool is_plain = point >= ' ' && point <= '~';
    return is_plain ? 1 : utf8proc_charwidth(point);
}

size_t utf8_columns(Text text) {
    size_t columns = 0, length;
    for (size_t at = 0; at < text.length; at += length) {
        int width = columns_of(point_at(text, at, &length));
        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}

Text utf8_cut(Text text, size_t columns) {
    size_t filled = 0, length;
    for (size_t at = 0; at < text.length; at += length) {
        int width = columns_of(point_at(text, at, &length));
        filled += width > 0 ? (size_t)width : 0;
        if (filled > columns)
            return text_part(text, 0, at);
    }
    return text;
}

/* Thousandths of an em, rounded up from common sans-serif faces (the widest of several). */
static unsigned width_of(int point) {
    static const unsigned char NARROW[] = "!'(),./:;I[]`fijlrt{|}";
    if (point < 0x80 && point > 0 && strchr((const char *)NARROW, point) != NULL)
        return 400;
    if (point == ' ')
        return 330;
    if (point == 'm' || point == 'M' || point == 'W' || point == 'w' || point == '@' ||
        point == '%')
        return 1000;
    if (point >= 'A' && point <= 'Z')
        return 760;
    if (point < 0x300)
        return 645;
    int columns = utf8proc_charwidth(point);
    return columns <= 0 ? 0 : columns == 1 ? 720 : 1050;
}

unsigned utf8_width(Text text) {
    unsigned width = 0;
    size_t length;
    for (size_t at = 0; at < text.length; at += length)
        width += width_of(point_at(text, at, &length));
    return width;
}
