/* `convene why CLAUSE FILE`: one verdict, down to the lines that it rests on. */
#ifndef CONVENE_EMIT_WHY_H
#define CONVENE_EMIT_WHY_H

#include "../rules/judgement.h"
#include "page.h"

typedef struct WhyOptions {
    PageStyle style;
    const char *file; /* the plan's file, for commands to type; NULL: "FILE" */
} WhyOptions;

/* Says why the clause that ASKED means (a path, an ending of one, "step 2.5", a title) got its
 * verdict. False if no clause or more than one is meant: then those that are near are listed. */
bool why_write(Out *out, Arena *arena, const Model *model, const Judgement *judgement, Text asked,
               const WhyOptions *options);

#endif
