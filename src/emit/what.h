/* `convene what WORD`: what a word means, wherever it comes from: the vocabulary, a charter, a
 * verdict, or a message of the compiler. */
#ifndef CONVENE_EMIT_WHAT_H
#define CONVENE_EMIT_WHAT_H

#include "../model/model.h"
#include "page.h"

typedef struct WhatOptions {
    PageStyle style;
} WhatOptions;

/* Says all that ASKED may mean in MODEL. False if it means nothing: then words that are near it
 * are listed. */
bool what_write(Out *out, Arena *arena, const Model *model, Text asked, const WhatOptions *options);

#endif
