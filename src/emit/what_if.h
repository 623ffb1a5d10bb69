/* Two versions of a plan side by side: which dates move, which verdicts change, what is found that
 * was not. */
#ifndef CONVENE_EMIT_WHAT_IF_H
#define CONVENE_EMIT_WHAT_IF_H

#include "outputs.h"
#include "page.h"

typedef struct WhatIfOptions {
    PageStyle style;
    const char *asked; /* "decision on 3 September 2026" */
    const char *file;
    uint32_t line;         /* where the file would be changed */
    const char *was, *now; /* the line; WAS may be NULL */
    const char *remark;    /* or NULL */
} WhatIfOptions;

/* BEFORE and AFTER are the same plan but for its dates. */
void what_if_write(Out *out, const Emission *before, const Emission *after,
                   const WhatIfOptions *options);

#endif
