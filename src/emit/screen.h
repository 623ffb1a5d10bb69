/* The one screen that `convene check` prints, and its longer views. */
#ifndef CONVENE_EMIT_SCREEN_H
#define CONVENE_EMIT_SCREEN_H

#include "../rules/judgement.h"
#include "page.h"

typedef enum ScreenView {
    SCREEN_BRIEF,  /* what to do now, on one screen */
    SCREEN_SILENT, /* what the plan does not say, by subject */
    SCREEN_LAW,    /* law alone */
    SCREEN_ALL     /* every clause of every charter, with its verdict */
} ScreenView;

typedef struct ScreenOptions {
    ScreenView view;
    PageStyle style;
    const char *file; /* the plan's file, for commands to type; NULL: "FILE" */
} ScreenOptions;

void screen_write(Out *out, Arena *arena, const Model *model, const Judgement *judgement,
                  const ScreenOptions *options);

#endif
