/* A view of some bytes of UTF-8 that somebody else owns. */
#ifndef CONVENE_BASE_TEXT_H
#define CONVENE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

typedef struct Text {
    const char *at;
    size_t length;
} Text;

#define TEXT(literal)   ((Text){(literal), sizeof(literal) - 1})
#define TEXT_ARGS(text) (int)(text).length, (text).at /* for "%.*s" */

Text text_of(const char *string); /* NULL gives the empty text */
bool text_is(Text text, const char *string);
bool text_same(Text a, Text b);
bool text_starts(Text text, const char *prefix);
bool text_ends(Text text, const char *suffix);
Text text_trim(Text text);                             /* without blanks at either end */
Text text_part(Text text, size_t from, size_t length); /* clipped to what is there */
char *text_string(Arena *arena, Text text);            /* a NUL-terminated copy */

/* "a" or "an", for the word that follows. */
const char *text_article(Text word);

/* The number of single-letter edits (swapped neighbours count one) that turn A into B; stops
 * counting past LIMIT and then returns LIMIT + 1. For "did you mean". */
unsigned text_distance(Text a, Text b, unsigned limit);

#endif
