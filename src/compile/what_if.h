/* One change to a plan, as somebody says it ("decision on 3 September 2026", "listening closes
 * 2 weeks later"), worked into the text of its file. Nothing is written anywhere. */
#ifndef CONVENE_COMPILE_WHAT_IF_H
#define CONVENE_COMPILE_WHAT_IF_H

#include "compile.h"

typedef struct Change {
    const char *problem; /* what is wrong with the request, in lines; NULL if it was understood */
    const Record *record;
    const Field *field;
    Text text;             /* the whole file, changed */
    uint32_t line;         /* of the file, where it is changed */
    const char *was, *now; /* "on: Tuesday 25 August 2026" and what takes its place; WAS may be
                              NULL: nothing stood there */
    const char *remark;    /* why that line and no other, or NULL */
} Change;

/* Reads WORDS as a change to the plan of COMPILATION, which must have compiled. */
Change change_read(Compilation *compilation, Text words);

#endif
