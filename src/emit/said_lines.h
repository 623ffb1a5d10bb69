/* The lines of a record as people read them, in the order of the file. */
#ifndef CONVENE_EMIT_SAID_LINES_H
#define CONVENE_EMIT_SAID_LINES_H

#include "../model/model.h"

/* What stands behind the label: a rule in its own words, values with their reason. */
const char *said_line(Arena *arena, const Model *model, const Field *field, const Line *line);

/* The line of RECORD that stands next behind AFTER (NULL: the first), with its field; NULL at the
 * end. */
const Line *said_next_line(const Record *record, const Line *after, const Field **field);

#endif
