/* Text that grows: every output is written here first, and to a file only when it is whole. */
#ifndef CONVENE_BASE_OUT_H
#define CONVENE_BASE_OUT_H

#include "text.h"

typedef struct Out {
    char *bytes; /* NUL-terminated once anything was written */
    size_t length, room;
    bool failed; /* sticky: memory ran out or a format was wrong; check once, at the end */
} Out;

void out_free(Out *out);
void out_byte(Out *out, char byte);
void out_text(Out *out, Text text);
void out_string(Out *out, const char *string);
void out_format(Out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void out_repeat(Out *out, const char *string, size_t times);
Text out_written(const Out *out);

/* One escaper for each context. Control characters that a format cannot hold are left out. */
void out_xml(Out *out, Text text);      /* text and attribute values of XML and HTML */
void out_dot(Out *out, Text text);      /* a double-quoted DOT string, with its quotes */
void out_markdown(Out *out, Text text); /* one line of running text */
void out_csv(Out *out, Text text); /* a cell; one that a spreadsheet would calculate is quoted */

/* Writes the whole of OUT to a new file beside PATH, so that it can be put in its place at once.
 * Returns 0, with the name of that file for out_commit or out_discard; or errno, with nothing left
 * behind. */
int out_stage(const Out *out, const char *path, char **temporary);
int out_commit(char *temporary, const char *path); /* puts it there; returns 0, or errno */
void out_discard(char *temporary);                 /* takes it away; NULL is fine */

#endif
