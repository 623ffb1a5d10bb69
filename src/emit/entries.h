/* From cases to what people read: one entry for one thing to do, however many clauses ask for it
 * and however many records it is to be done for. */
#ifndef CONVENE_EMIT_ENTRIES_H
#define CONVENE_EMIT_ENTRIES_H

#include "../rules/judgement.h"

/* In the order in which people should read them. */
typedef enum EntryGroup {
    ENTRY_LAW_BROKEN,
    ENTRY_PUT_RIGHT,
    ENTRY_CANNOT_TELL,
    ENTRY_EXPLAINED,
    ENTRY_TO_CONFIRM,
    ENTRY_TO_COME,
    ENTRY_SILENT,
    ENTRY_NOTE, /* about the plan itself, for information */
    ENTRY_GROUPS
} EntryGroup;

typedef struct Entry {
    EntryGroup group;
    Force force;                /* the strongest of what asks it */
    const char *message;        /* what to do, or what is the matter */
    const Case *first;          /* the case that `message` is about; NULL for a finding, or where a
                                   clause has a verdict and no case */
    const ClauseResult **cites; /* every clause that asks it, in order of the charters */
    uint32_t cite_count, cite_room;
    const Record **subjects; /* distinct records it is about; none: the plan as a whole */
    uint32_t subject_count, subject_room;
    uint32_t case_count;
    const Finding *finding; /* about the plan itself, in place of a case */
    bool overdue;
    bool has_day;     /* one of its cases is due on a day that is known ... */
    DateRange day;    /* ... the first of these */
    bool days_differ; /* and others are due on other days */
    uint32_t order;
} Entry;

typedef struct EntryList {
    Entry **items;
    uint32_t count, room;
} EntryList;

typedef struct Entries {
    EntryList lists[ENTRY_GROUPS]; /* what is to come by day, all others law first */
} Entries;

Entries *entries_gather(Arena *arena, const Model *model, const Judgement *judgement);

/* What one case of RESULT says: its message, or where the charter has none the title of what asks.
 */
const char *entry_message(Arena *arena, const ClauseResult *result, const Case *kase);

/* "The same for: Drop-in, Public meeting and 3 more", with at most LIMIT titles; NULL if the
 * message says all. */
const char *entry_others(Arena *arena, const Entry *entry, uint32_t limit);

/* The titles of its records from number FROM on: "Drop-in, Public meeting and 3 more"; NULL if
 * there are none. */
const char *entry_titles(Arena *arena, const Entry *entry, uint32_t from, uint32_t limit);

/* "overdue since 4 July 2024", "due by 3 July 2026": said_due over all of its cases, the first of
 * them if they differ; NULL if it has no day. */
const char *entry_due(Arena *arena, const Entry *entry);

/* The record and field that a case first lacks or stumbles over; NULL where it has no witness. */
const Witness *entry_witness(const Case *kase);

/* In a word or two, what it is about, for lists by subject: "publicised (activity)". */
const char *entry_topic(Arena *arena, const Entry *entry);

/* "lines 30 and 52": the lines of the plan that a case rests on; NULL if it rests on none. */
const char *entry_lines(Arena *arena, const Model *model, const Case *kase);

#endif
