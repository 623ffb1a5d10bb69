/* A first plan: every question that a set of charters asks, in the order in which a writer thinks,
 * each with the clauses that ask it and an example answer. What is not answered is a comment, so
 * the file says nothing that its writer did not say. */
#ifndef CONVENE_EMIT_FIRST_PLAN_H
#define CONVENE_EMIT_FIRST_PLAN_H

#include "../base/out.h"
#include "../rules/asked.h"

/* One line to be answered. */
typedef struct FirstLine {
    const AskedLine *asked;
    const char *answer; /* what its writer put behind the label, as it is written; NULL: nothing */
} FirstLine;

typedef struct FirstRecord {
    struct FirstRecord *next, *parent, *first_child, *last_child;
    const AskedLine *asked; /* who asks for such a record at all; NULL: only for what is in it */
    const Kind *kind;
    const char *name, *title;
    bool may_be_none; /* not every plan has one, so nobody is asked for it */
    bool is_comment;  /* that there is one would be an answer, and nobody has given it yet */
    FirstLine *lines;
    uint32_t line_count, line_room;
} FirstRecord;

/* What belongs together: lines of the plan itself, and records in it. */
typedef struct FirstGroup {
    const char *heading;
    FirstLine *lines;
    uint32_t line_count, line_room;
    FirstRecord *first, *last;
} FirstGroup;

typedef struct FirstPlan {
    Arena *arena;
    const Model *model;
    const char *const *charters; /* as they are adopted */
    size_t charter_count;
    const char *title;
    FirstGroup *groups;
    uint32_t group_count, group_room;
    AskedOfPlan asked;
} FirstPlan;

/* The groups are those of the vocabulary's `draw first-plan` hints. */
FirstPlan *first_plan_new(Arena *arena, const Model *model, AskedOfPlan asked,
                          const char *const *charters, size_t count);

/* One more record like PATTERN, which is one of GROUP, behind it: with no answers. */
FirstRecord *first_plan_add(FirstPlan *plan, FirstGroup *group, FirstRecord *pattern,
                            const char *title);

/* Gives RECORD this title and the name that goes with it; NULL: those it had at first. */
void first_plan_rename(const FirstPlan *plan, FirstRecord *record, const char *title);

/* Takes out RECORD, which was added last; returns the one it was put behind. */
FirstRecord *first_plan_drop(FirstGroup *group, FirstRecord *record);

/* TEXT as it is written in a file, in quotation marks. */
const char *first_plan_quoted(Arena *arena, const char *text);

/* The file. */
void first_plan_write(Out *out, const FirstPlan *plan);

/* `fixed: "The weekly total of 48 hours" because "..."`: an example that holds in PLAN. */
const char *first_plan_example(const FirstPlan *plan, const AskedLine *line);

/* The name of a record in PLAN of a kind that FIELD takes; NULL if there is none. */
const char *first_plan_name(const FirstPlan *plan, const Field *field);

/* What LINE asks for, in words, and who asks it: for a comment, or for a question on a screen. */
const char *first_plan_question(const FirstPlan *plan, const AskedLine *line);
const char *first_plan_askers(const FirstPlan *plan, const AskedLine *line);

#endif
