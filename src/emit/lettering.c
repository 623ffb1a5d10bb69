/* Text to lines. One breaker, two measures. */
#include "lettering.h"

typedef size_t Measure(Text text);

/* No line is longer than this, so that a title of a megabyte is not measured again at each line. */
enum { LINE_BYTES = 4096 };

static size_t measure_drawn(Text text) { return utf8_width(text); }
static size_t measure_columns(Text text) { return utf8_columns(text); }

static bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; }

/* The longest beginning of a single word that fits, but at least one character. */
static size_t word_piece(Text word, size_t limit, Measure *measure) {
    size_t taken = utf8_next(word);
    for (;;) {
        size_t next = taken + utf8_next(text_part(word, taken, word.length));
        if (next == taken || measure(text_part(word, 0, next)) > limit)
            return taken;
        taken = next;
    }
}

/* The length of the line that begins TEXT (which begins with no blank). */
static size_t line_length(Text text, size_t limit, Measure *measure) {
    size_t fits = 0, at = 0;
    while (at < text.length) {
        size_t end = at;
        while (end < text.length && !is_blank(text.at[end]))
            end++;
        if (end > LINE_BYTES || measure(text_part(text, 0, end)) > limit)
            break;
        fits = end;
        if (end < text.length && text.at[end] == '\n')
            return fits;
        while (end < text.length && is_blank(text.at[end]) && text.at[end] != '\n')
            end++;
        at = end;
    }
    return fits > 0 ? fits : word_piece(text, limit, measure);
}

static Lines break_lines(Arena *arena, Text text, size_t limit, Measure *measure) {
    Lines lines = {0};
    uint32_t room = 0;
    text = text_trim(text);
    do {
        size_t length = text.length == 0 ? 0 : line_length(text, limit, measure);
        arena_push(arena, lines.items, lines.count, room, text_part(text, 0, length));
        text = text_trim(text_part(text, length, text.length));
    } while (text.length > 0);
    return lines;
}

Lines lines_in_drawing(Arena *arena, Text text, unsigned pixels, unsigned size) {
    return break_lines(arena, text, (size_t)pixels * 1000 / size, measure_drawn);
}

Lines lines_in_columns(Arena *arena, Text text, size_t columns) {
    return break_lines(arena, text, columns, measure_columns);
}

unsigned drawn_width(Text text, unsigned size) { return (utf8_width(text) * size + 999) / 1000; }

unsigned lines_width(Lines lines, unsigned size) {
    unsigned widest = 0;
    for (uint32_t i = 0; i < lines.count; i++) {
        unsigned width = drawn_width(lines.items[i], size);
        widest = width > widest ? width : widest;
    }
    return widest;
}
