/* Running text in lines: greedy, at blanks, measured in columns of a terminal. */
#include "wrap.h"

#include "utf8.h"

/* The next word of TEXT from *AT on, and in *GAP how many blanks stand before it. */
static Text next_word(Text text, size_t *at, size_t *gap) {
    size_t before = *at;
    while (*at < text.length && text.at[*at] == ' ')
        ++*at;
    *gap = *at - before;
    size_t from = *at;
    while (*at < text.length && text.at[*at] != ' ' && text.at[*at] != '\n')
        ++*at;
    return text_part(text, from, *at - from);
}

void out_wrapped(Out *out, Text text, size_t start, size_t indent, size_t width) {
    size_t column = start, at = 0, gap;
    bool fresh = true;
    while (at < text.length) {
        if (text.at[at] == '\n') {
            at++;
            out_byte(out, '\n');
            out_repeat(out, " ", indent);
            column = indent, fresh = true;
            continue;
        }
        Text word = next_word(text, &at, &gap);
        if (word.length == 0)
            continue;
        size_t columns = utf8_columns(word);
        if (!fresh && column + gap + columns > width) {
            out_byte(out, '\n');
            out_repeat(out, " ", indent);
            column = indent, fresh = true;
        }
        if (!fresh) {
            out_repeat(out, " ", gap);
            column += gap;
        }
        out_text(out, word);
        column += columns, fresh = false;
    }
    out_byte(out, '\n');
}
