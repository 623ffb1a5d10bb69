/* Two charters side by side: what both ask, what only one asks, and where they pull apart. */
#ifndef CONVENE_EMIT_CROSSWALK_H
#define CONVENE_EMIT_CROSSWALK_H

#include "../base/out.h"
#include "../model/model.h"
#include "page.h"

/* How clauses of the two come together. */
typedef enum Meeting {
    MEETS_IN_EXPECTATION, /* they rest on the same expectation: one line of a plan answers both */
    MEETS_AS_SAME,        /* one says that it is the same as the other */
    MEETS_IN_TENSION,     /* what one asks makes the other hard to keep */
    MEETS_NOT             /* only one of the two asks it */
} Meeting;

typedef struct CrosswalkRow {
    Meeting meeting;
    const char *what; /* the expectation that they share, or what the clause promises */
    const Record **left, **right;
    uint32_t left_count, right_count, left_room, right_room;
    const char *apart; /* in what they differ, or why they pull apart; NULL if in nothing to tell */
    const char *reading; /* of a tension: how both are kept; else NULL */
} CrosswalkRow;

typedef struct Crosswalk {
    Arena *arena;
    const Model *model;
    const Record *left, *right; /* the charters */
    CrosswalkRow **rows; /* what both ask, tensions, what only the left asks, then the right */
    uint32_t row_count, row_room;
    uint32_t shared, only_left, only_right, apart, tensions;
} Crosswalk;

/* The two charters, each with all that it includes. What is made stands in ARENA and points into
 * MODEL. */
Crosswalk *crosswalk_make(Arena *arena, const Model *model, const Record *left,
                          const Record *right);

/* "bnssg.charter.clarity (must; Our principles, 3)" for each of COUNT clauses. */
const char *crosswalk_clauses(const Crosswalk *crosswalk, const Record *const *clauses,
                              uint32_t count);

/* The forms: for a screen, for a page, for a spreadsheet. */
void crosswalk_text(const Crosswalk *crosswalk, PageStyle style, Out *out);
void crosswalk_document(const Crosswalk *crosswalk, bool html, Out *out); /* else Markdown */
void crosswalk_csv(const Crosswalk *crosswalk, Out *out);

#endif
