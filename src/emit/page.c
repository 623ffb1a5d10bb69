/* Paragraphs to lines of a terminal. Only blanks are places to break, so a path or a command
 * always stays whole and can be copied, even where it runs over the margin. */
#include "page.h"

#include <string.h>

#include "../base/utf8.h"

Page page_new(Out *out, PageStyle style) {
    if (style.width == 0)
        style.width = 80;
    if (style.width < 40)
        style.width = 40;
    return (Page){out, style};
}

const char *page_dot(const Page *page) {
    return page->style.plain ? PAGE_HARD_BLANK "| " : PAGE_HARD_BLANK "· ";
}

const char *page_whole(Arena *arena, const char *text) {
    Out out = {0};
    for (const char *c = text; *c != '\0'; c++)
        if (*c == ' ')
            out_string(&out, PAGE_HARD_BLANK);
        else
            out_byte(&out, *c);
    const char *whole = text_string(arena, out_written(&out));
    out_free(&out);
    return whole;
}

static void ink_on(Page *page, Ink ink) {
    static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[1;31m"};
    if (page->style.colour)
        out_string(page->out, codes[ink]);
}

static void ink_off(Page *page, Ink ink) {
    if (page->style.colour && ink != INK_PLAIN)
        out_string(page->out, "\033[0m");
}

static unsigned columns(const char *text) { return (unsigned)utf8_columns(text_of(text)); }

static const char *plain_sign(Text letter) {
    static const struct {
        const char *sign, *plain;
    } signs[] = {{"·", "|"}, {"“", "\""},  {"”", "\""}, {"‘", "'"},
                 {"’", "'"}, {"…", "..."}, {"–", "-"},  {"—", "-"}};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (text_is(letter, signs[i].sign))
            return signs[i].plain;
    return NULL;
}

/* A blank that is no place to break becomes a common one; with --plain our own signs become ASCII,
 * and what a plan says in other letters is left alone. */
static void write_word(Page *page, Text word) {
    while (word.length > 0) {
        size_t length = utf8_next(word);
        Text letter = text_part(word, 0, length);
        const char *sign = page->style.plain ? plain_sign(letter) : NULL;
        if (text_is(letter, PAGE_HARD_BLANK))
            sign = " ";
        out_text(page->out, sign == NULL ? letter : text_of(sign));
        word = text_part(word, length, word.length - length);
    }
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

static Text next_word(const char **rest) {
    const char *at = *rest;
    while (is_blank(*at))
        at++;
    const char *end = at;
    while (*end != '\0' && !is_blank(*end))
        end++;
    *rest = end;
    return (Text){at, (size_t)(end - at)};
}

/* Writes as many words as fit into ROOM columns (at least one); returns the columns used. */
static unsigned write_line(Page *page, const char **rest, unsigned room) {
    unsigned used = 0;
    for (;;) {
        const char *ahead = *rest;
        Text word = next_word(&ahead);
        unsigned wide = (unsigned)utf8_columns(word);
        if (word.length == 0 || (used > 0 && used + 1 + wide > room))
            return used;
        if (used > 0) {
            out_byte(page->out, ' ');
            used++;
        }
        write_word(page, word);
        used += wide;
        *rest = ahead;
    }
}

static bool any_left(const char *rest) { return next_word(&rest).length > 0; }

static void write_tag(Page *page, unsigned at, const char *tag) {
    unsigned width = page->style.width, wide = columns(tag);
    out_repeat(page->out, " ", at + wide + 2 <= width ? width - wide - at : 2);
    Ink ink = strcmp(tag, "LAW") == 0 ? INK_STRONG : INK_FAINT;
    ink_on(page, ink);
    write_word(page, text_of(tag));
    ink_off(page, ink);
}

void page_paragraph(Page *page, unsigned indent, const char *lead, const char *text,
                    const char *tag, Ink ink) {
    unsigned hang = indent + columns(lead), width = page->style.width;
    unsigned beside = tag == NULL ? 0 : columns(tag) + 2;
    unsigned room = width > hang + beside + 16 ? width - hang - beside : 16;
    const char *rest = text;
    out_repeat(page->out, " ", indent);
    ink_on(page, ink);
    write_word(page, text_of(lead));
    unsigned used = write_line(page, &rest, room);
    ink_off(page, ink);
    if (tag != NULL)
        write_tag(page, hang + used, tag);
    out_byte(page->out, '\n');
    while (any_left(rest)) {
        out_repeat(page->out, " ", hang);
        ink_on(page, ink);
        write_line(page, &rest, room);
        ink_off(page, ink);
        out_byte(page->out, '\n');
    }
}

void page_ends(Page *page, unsigned indent, const char *left, const char *right, Ink ink) {
    unsigned width = page->style.width, both = indent + columns(left) + 2 + columns(right);
    if (both > width) {
        page_paragraph(page, indent, "", left, NULL, ink);
        unsigned wide = columns(right);
        out_repeat(page->out, " ", wide + indent < width ? width - wide : indent);
    } else {
        out_repeat(page->out, " ", indent);
        ink_on(page, ink);
        write_word(page, text_of(left));
        ink_off(page, ink);
        out_repeat(page->out, " ", width - both + 2);
    }
    ink_on(page, INK_FAINT);
    write_word(page, text_of(right));
    ink_off(page, INK_FAINT);
    out_byte(page->out, '\n');
}

void page_labelled(Page *page, unsigned indent, const char *label, unsigned column,
                   const char *text) {
    const char *rest = text;
    unsigned wide = columns(label), width = page->style.width;
    unsigned hang = indent + column;
    unsigned room = width > hang + 16 ? width - hang : 16;
    out_repeat(page->out, " ", indent);
    ink_on(page, INK_FAINT);
    write_word(page, text_of(label));
    ink_off(page, INK_FAINT);
    out_repeat(page->out, " ", column > wide ? column - wide : 1);
    write_line(page, &rest, room);
    out_byte(page->out, '\n');
    while (any_left(rest)) {
        out_repeat(page->out, " ", hang);
        write_line(page, &rest, room);
        out_byte(page->out, '\n');
    }
}

void page_cells(Page *page, const char *const *cells, const unsigned *starts, unsigned count,
                Ink ink) {
    enum { MOST_CELLS = 8 };
    const char *rest[MOST_CELLS];
    count = count > MOST_CELLS ? MOST_CELLS : count;
    for (unsigned i = 0; i < count; i++)
        rest[i] = cells[i] == NULL ? "" : cells[i];
    for (bool more = true, first = true; more || first; first = false) {
        unsigned at = 0;
        for (unsigned i = 0; i < count; i++) {
            if (!any_left(rest[i]))
                continue;
            unsigned end = i + 1 < count ? starts[i + 1] - 2 : page->style.width;
            unsigned from = at < starts[i] ? starts[i] : at + 2;
            out_repeat(page->out, " ", from - at);
            ink_on(page, i + 1 == count ? INK_PLAIN : ink);
            at = from + write_line(page, &rest[i], end > from + 8 ? end - from : 8);
            ink_off(page, i + 1 == count ? INK_PLAIN : ink);
        }
        out_byte(page->out, '\n');
        more = false;
        for (unsigned i = 0; i < count; i++)
            more |= any_left(rest[i]);
    }
}

void page_verbatim(Page *page, unsigned indent, const char *text) {
    out_repeat(page->out, " ", indent);
    out_string(page->out, text);
    out_byte(page->out, '\n');
}

void page_blank(Page *page) { out_byte(page->out, '\n'); }
