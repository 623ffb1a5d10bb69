/* Settled diagnostics, as people read them and as programs do. */
#ifndef CONVENE_SOURCE_PRINT_H
#define CONVENE_SOURCE_PRINT_H

#include <jansson.h>

#include "../base/out.h"
#include "diagnostic.h"

/* How text is to look; the caller knows what it is written to. */
typedef struct PrintStyle {
    bool boxes;     /* box-drawing characters; else plain ASCII of our own (the user's lines stay
                       as they are) */
    bool colour;    /* only for a terminal */
    unsigned width; /* columns; 0: 100 */
} PrintStyle;

/* Every diagnostic: its place, the line with the words underlined, what is wrong, what to write
 * instead; at the end how many there are. Past the first hundred they are only counted. */
void print_diagnostics(Out *out, const Diagnostics *store, const PrintStyle *style);

/* One of them, as above. */
void print_diagnostic(Out *out, const Diagnostics *store, const Diagnostic *diagnostic,
                      const PrintStyle *style);

/* An array of objects: file, start, end (line, column, offset), name, severity, heading, message,
 * and where there are any write, help, why, notes. The caller owns the reference. Past the first
 * thousand they are left out. */
json_t *diagnostics_json(const Diagnostics *store);

/* A JSON string of any bytes. */
json_t *json_any_string(const char *text);

#endif
