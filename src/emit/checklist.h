/* What is still to be done, by when and by whom, and not by charter: for the Monday meeting. */
#ifndef CONVENE_EMIT_CHECKLIST_H
#define CONVENE_EMIT_CHECKLIST_H

#include "entries.h"
#include "outputs.h"

typedef struct ChecklistItem {
    const char *what;
    const char *others; /* "The same for: Drop-in", or NULL */
    const char *who;    /* who answers for it, or "not named" */
    const char *by;     /* "4 July 2024", "now", "-" */
    const char *why;    /* every clause that asks it, with its charter */
    const char *where;  /* "line 30", or NULL */
    bool law;
} ChecklistItem;

/* "OVERDUE", "Before 30 June 2026", ... */
typedef struct ChecklistGroup {
    const char *title, *note; /* the note may be NULL */
    ChecklistItem *items;
    uint32_t count, room;
} ChecklistGroup;

typedef struct Checklist {
    const char *title, *as_at;
    ChecklistGroup *groups; /* none of them empty */
    uint32_t count, room;
    uint32_t item_count;
    const char *held;    /* what the plan was held against, as a sentence */
    const char **unheld; /* what it was not held against for want of a fact, NULL-terminated */
    const char *nothing; /* what to say where there are no groups */
} Checklist;

Checklist *checklist_make(Arena *arena, const Model *model, const Judgement *judgement);

Emit checklist_markdown, checklist_html;

#endif
