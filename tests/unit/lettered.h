/* The words of a drawing as boxes, read back from its SVG, to see whether any meet. */
#ifndef CONVENE_TESTS_LETTERED_H
#define CONVENE_TESTS_LETTERED_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/out.h"
#include "emit/lettering.h"

typedef struct Lettered {
    int left, right, top, bottom;
    char words[400];
} Lettered;

static inline int number_after(const char *from, const char *label) {
    const char *at = strstr(from, label);
    ck_assert_msg(at != NULL, "no %s in %.60s", label, from);
    return atoi(at + strlen(label));
}

/* The words between tags, with the entities that out_xml writes turned back. */
static inline void words_of(const char *from, const char *to, char *words, size_t room) {
    static const char *const ENTITIES[][2] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"}};
    size_t length = 0;
    while (from < to && length + 1 < room) {
        size_t step = 1;
        char letter = *from;
        for (size_t i = 0; i < 5; i++)
            if (strncmp(from, ENTITIES[i][0], strlen(ENTITIES[i][0])) == 0) {
                step = strlen(ENTITIES[i][0]);
                letter = ENTITIES[i][1][0];
            }
        words[length++] = letter;
        from += step;
    }
    words[length] = '\0';
}

static inline Lettered lettered_of(const char *element) {
    const char *open = strchr(element, '>'), *close = strstr(element, "</text>");
    Lettered found;
    words_of(open + 1, close, found.words, sizeof found.words);
    char tag[300];
    snprintf(tag, sizeof tag, "%.*s", (int)(open - element), element);
    int x = number_after(tag, " x=\""), y = number_after(tag, " y=\"");
    int size = number_after(tag, "font-size=\"");
    int width = (int)drawn_width(text_of(found.words), (unsigned)size);
    if (strstr(tag, "bold") != NULL)
        width = width * 11 / 10;
    found.left = strstr(tag, "\"middle\"") != NULL ? x - width / 2
                 : strstr(tag, "\"end\"") != NULL  ? x - width
                                                   : x;
    found.right = found.left + width;
    found.top = y - size * 3 / 4;
    found.bottom = y + size / 5;
    return found;
}

/* Fails if an upright line in the strong colour of the as-at day goes through any of the words. */
static inline void check_as_at_line(const char *svg, const Lettered *all, size_t count) {
    for (const char *at = strstr(svg, "<line "); at != NULL; at = strstr(at + 1, "<line ")) {
        char tag[300];
        snprintf(tag, sizeof tag, "%.*s", (int)(strchr(at, '>') - at), at);
        int x = number_after(tag, " x1=\""), y1 = number_after(tag, " y1=\"");
        int y2 = number_after(tag, " y2=\"");
        if (strstr(tag, "#a4161a") == NULL || x != number_after(tag, " x2=\""))
            continue;
        for (size_t i = 0; i < count; i++)
            ck_assert_msg(x <= all[i].left || x >= all[i].right || y2 <= all[i].top ||
                              y1 >= all[i].bottom,
                          "the as-at line goes through \"%s\"", all[i].words);
    }
}

/* Fails if any words of SVG run out of the drawing or into other words. Returns how many. */
static inline size_t check_lettering(const char *svg) {
    enum { MOST = 4000 };
    Lettered *all = calloc(MOST, sizeof *all);
    size_t count = 0;
    int width = number_after(svg, " width=\""), height = number_after(svg, " height=\"");
    for (const char *at = strstr(svg, "<text "); at != NULL; at = strstr(at + 1, "<text ")) {
        ck_assert_uint_lt(count, MOST);
        Lettered it = lettered_of(at);
        ck_assert_msg(it.left >= 0 && it.right <= width && it.top >= 0 && it.bottom <= height,
                      "runs out of the drawing: %s", it.words);
        for (size_t i = 0; i < count; i++) {
            const Lettered *other = &all[i];
            bool meet = it.left < other->right && other->left < it.right &&
                        it.top < other->bottom && other->top < it.bottom;
            ck_assert_msg(!meet, "\"%s\" meets \"%s\"", it.words, other->words);
        }
        all[count++] = it;
    }
    check_as_at_line(svg, all, count);
    free(all);
    return count;
}

static inline size_t times_in(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

#endif
