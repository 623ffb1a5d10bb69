/* What the views of the check screen share. */
#ifndef CONVENE_EMIT_SCREEN_PARTS_H
#define CONVENE_EMIT_SCREEN_PARTS_H

#include "entries.h"
#include "screen.h"

typedef struct Screen {
    Page page;
    Arena *arena;
    const Model *model;
    const Judgement *judgement;
    const Entries *entries;
    const char *file;
} Screen;

/* Title, day, what was judged and what was not. */
void screen_heading(Screen *screen);
/* "Nothing that the plan says breaks the law.", or how much does. */
void screen_law_line(Screen *screen);

/* Is the clause law, or any one thing that it expects? */
bool screen_is_law(const ClauseResult *result);

/* One entry: what to do with its force at the margin, whom else it concerns, where it is written
 * and asked, and the command that says more. LEAD is "1  ". */
void screen_entry(Screen *screen, const Entry *entry, const char *lead);
/* "also asked by: ...": every clause that asks it beside the first. */
void screen_also_asked(Screen *screen, const Entry *entry, unsigned indent);
/* That the clause is held to something looser than its charter has it, and by whom. */
void screen_loosened(Screen *screen, const ClauseResult *result, unsigned indent);
/* The facts of the entry's first case, one a line. */
void screen_facts(Screen *screen, const Case *kase, unsigned indent);

/* Where the clause stands: charter and section, or the section alone if there is one charter. */
const char *screen_source(Screen *screen, const ClauseResult *result);

/* "LAW", "must", "should", "may"; NULL for a finding about the plan itself. */
const char *screen_tag(const Entry *entry);

void screen_section(Screen *screen, const char *heading, const char *note, Ink ink);

/* Clauses that pull apart: those that the plan leaves open whole, the others too if ALL. */
void screen_tensions(Screen *screen, bool all);

/* The longer views; see ScreenView. */
void screen_silent(Screen *screen);
void screen_law(Screen *screen);
void screen_all(Screen *screen);

#endif
