/* A line of a plan as an example, from what the vocabulary says a field holds. */
#ifndef CONVENE_EMIT_EXAMPLE_H
#define CONVENE_EMIT_EXAMPLE_H

#include "../model/model.h"

typedef enum ExampleUse {
    EXAMPLE_TO_READ, /* with likely values: level: consult because "..." */
    EXAMPLE_TO_FILL  /* with places to fill: approved: BODY on DATE */
} ExampleUse;

/* `publicised: "..." on 12 May 2026` */
const char *example_line(Arena *arena, const Field *field, ExampleUse use);

/* Does MESSAGE already name the line to write? */
bool example_is_in(Arena *arena, const Field *field, const char *message);

/* What a field holds, in words: "one or more texts, each with a day". */
const char *example_holds(Arena *arena, const Field *field);

#endif
