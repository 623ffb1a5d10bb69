/* The line that a diagnostic is about. Tabs become blanks, wide characters count two columns, and
 * what would move the cursor or turn the reading direction is shown as a mark. */
#include "excerpt.h"

#include <utf8proc.h>

#include "../base/utf8.h"

enum { TAB = 4, WIDTH = 100, LEAST = 20 };

/* A line in columns: what is shown of it, and which columns are underlined. */
typedef struct Shown {
    Out text;
    size_t columns, from, to;
    bool cut_before, cut_after;
} Shown;

/* Control characters, and those that turn the direction in which the line is read. */
static bool is_hidden(utf8proc_int32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

static size_t show_character(Shown *shown, Text character) {
    utf8proc_int32_t point = -1;
    utf8proc_iterate((const utf8proc_uint8_t *)character.at, (utf8proc_ssize_t)character.length,
                     &point);
    if (point == '\t') {
        size_t blanks = TAB - shown->columns % TAB;
        out_repeat(&shown->text, " ", blanks);
        return blanks;
    }
    if (point < 0 || is_hidden(point)) {
        out_byte(&shown->text, '?');
        return 1;
    }
    out_text(&shown->text, character);
    return utf8_columns(character);
}

/* How far back from AT the window may begin, in bytes, so that it shows at most BEFORE columns. */
static size_t window_start(Text line, size_t at, size_t before) {
    size_t columns = 0;
    while (at > 0) {
        size_t back = at - 1;
        while (back > 0 && ((unsigned char)line.at[back] & 0xC0) == 0x80)
            back--;
        Text character = text_part(line, back, at - back);
        columns += character.at[0] == '\t' ? TAB : utf8_columns(character);
        if (columns > before)
            break;
        at = back;
    }
    return at;
}

/* Shows LINE, of which the bytes FROM to TO are meant, in at most WIDTH columns. */
static Shown show_line(Text line, size_t from, size_t to, size_t width) {
    Shown shown = {.text = {0}};
    bool fits = line.length <= 4 * width && utf8_columns(line) <= width;
    size_t at = fits ? 0 : window_start(line, from, width / 2);
    shown.cut_before = at > 0;
    while (at < line.length && shown.columns < width) {
        size_t length = utf8_next(text_part(line, at, line.length - at));
        if (at == from)
            shown.from = shown.columns;
        size_t columns = show_character(&shown, text_part(line, at, length));
        shown.columns += columns;
        at += length;
        if (at <= to)
            shown.to = shown.columns;
    }
    if (from >= at)
        shown.from = shown.columns;
    shown.cut_after = at < line.length;
    return shown;
}

static size_t digits(uint32_t number) {
    size_t count = 1;
    while (number >= 10)
        number /= 10, count++;
    return count;
}

static void print_carets(Out *out, const Shown *shown, size_t margin, const PrintStyle *style) {
    size_t count = shown->to > shown->from ? shown->to - shown->from : 1;
    out_repeat(out, " ", margin + shown->from);
    out_string(out, style->colour ? "\033[1;31m" : "");
    out_repeat(out, "^", count);
    out_string(out, style->colour ? "\033[0m\n" : "\n");
}

void print_excerpt(Out *out, const Sources *sources, Span span, const PrintStyle *style) {
    uint32_t number = span_line(sources, span);
    Text line = source_line(sources, span.source, number);
    if (number == 1 && text_starts(line, "\xEF\xBB\xBF"))
        line = text_part(line, 3, line.length);
    size_t start = (size_t)(line.at - source_of(sources, span)->text.at);
    size_t from = span.at > start ? span.at - start : 0, to = span.at + span.length;
    to = to > start ? to - start : 0;
    if (from > line.length)
        from = line.length;
    if (to > line.length)
        to = line.length;
    size_t margin = 2 + (digits(number) < 4 ? 4 : digits(number)) + 3;
    size_t width = style->width == 0 ? WIDTH : style->width;
    width = width > margin + 2 + LEAST ? width - margin - 2 : LEAST;
    Shown shown = show_line(line, from, to, width);
    const char *more = style->boxes ? "\xE2\x80\xA6" : "..";
    out_format(out, "  %4u %s %s", number, style->boxes ? "\xE2\x94\x82" : "|",
               shown.cut_before ? more : "");
    out_text(out, out_written(&shown.text));
    out_format(out, "%s\n", shown.cut_after ? more : "");
    if (shown.cut_before)
        margin += style->boxes ? 1 : 2;
    print_carets(out, &shown, margin, style);
    out_free(&shown.text);
}
