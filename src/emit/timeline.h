/* The timeline as a value: what stands on it, in the order in which it is read. Made from a model
 * by timeline_of, drawn by the others, none of which know the model. */
#ifndef CONVENE_EMIT_TIMELINE_H
#define CONVENE_EMIT_TIMELINE_H

#include "outputs.h"

typedef enum TimelineShape {
    TIMELINE_BAR,       /* from one day to another */
    TIMELINE_MILESTONE, /* a day, with the sign of its kind */
    TIMELINE_SHADE      /* days to mind: drawn through all rows */
} TimelineShape;

/* One thing that happens. For a single day `to` is `from`. */
typedef struct TimelineMark {
    TimelineShape shape;
    DateRange from, to; /* as known */
    bool no_end;
    bool opens;                 /* people can take part in these days: they are among the weeks */
    int16_t starts_at, ends_at; /* minutes after midnight, or -1 */
    bool moves;                 /* counted from another date, so it moves when that does */
    const char *words;          /* "29 May to 31 August 2025, 95 days" */
    Text note;                  /* what this day is, when a row has several; or empty */
    uint32_t mind; /* of a shade: what it is about, among the minds; else TIMELINE_NONE */
} TimelineMark;

typedef enum TimelineDone {
    DONE_NOT_ASKED, /* nobody records whether this was done */
    DONE_YES,
    DONE_PLANNED,   /* its day has not passed */
    DONE_RUNNING,   /* begun, and not over */
    DONE_NO_RECORD, /* its day has passed, and the plan does not say */
    DONE_NO         /* the plan says that it was not */
} TimelineDone;

#define TIMELINE_NONE UINT32_MAX

typedef struct TimelineRow {
    Text title;
    Text about;       /* "North Somerset": the area or the body that it is about; or empty */
    const char *file; /* where it is written; NULL if nowhere */
    uint32_t line;
    uint32_t kind;  /* among the kinds of the timeline */
    uint32_t lane;  /* number of the row that this one stands under, or TIMELINE_NONE */
    uint32_t shade; /* among the shades, or TIMELINE_NONE */
    TimelineDone done;
    TimelineMark *marks;
    uint32_t mark_count, mark_room;
    const char
        *undated;       /* what is said instead of a day: "not fixed, will be set by 1 June 2026" */
    const char *unsaid; /* "no day given for paper, online"; NULL: nothing to say */
    uint32_t order;     /* in which it was added: the last word when days are the same */
    bool meets;         /* the days on which a body meets, not what the plan does */
    bool is_lane;       /* set by timeline_settle: others stand under it */
} TimelineRow;

typedef struct Timeline {
    Arena *arena;
    Text title; /* of the plan */
    Day as_at;
    const char **kinds; /* "Decision": each gets a sign of its own */
    uint32_t kind_count, kind_room;
    uint32_t *signed_kinds; /* those with days of their own, whose number is their sign */
    uint32_t signed_count, signed_room;
    const char *shaded_by; /* what shades are about: "Level"; NULL if nothing is shaded */
    const char **shades;   /* "Consult": each gets a pattern of its own */
    uint32_t shade_count, shade_room;
    const char **minds; /* "Days off": each gets a pattern of its own */
    uint32_t mind_count, mind_room;
    const char **notes; /* what is to be known of the whole, in sentences */
    uint32_t note_count, note_room;
    TimelineRow **rows; /* as added; after timeline_settle as read: lanes, what is in them */
    uint32_t row_count, row_room;
    uint32_t dated;  /* set by timeline_settle: rows[0..dated) have a day; the rest have none */
    Day first, last; /* set by timeline_settle: of all known days, when dated > 0 */
    bool is_weeks;   /* the open weeks, not the whole life */
    uint32_t sheet, sheets; /* of a sheet: its number from 1, and of how many; else 0 */
    DateRange *stretches;   /* of the open weeks: whole weeks, in order, apart from each other */
    uint32_t stretch_count, stretch_room;
} Timeline;

/* The timeline of the plan, from the `draw timeline` hints of its kinds. Settled. */
Timeline *timeline_of(const Emission *emission);

/* The weeks in which people can take part, from the `draw weeks` hints (for what these do not say,
 * from `draw timeline`). Settled. */
Timeline *timeline_weeks_of(const Emission *emission);

/* A settled timeline cut down to the weeks around the days that are open, those of other rows left
 * out, and how many are left out said in a note. */
Timeline *timeline_weeks(const Timeline *timeline);

/* What of TIMELINE falls in STRETCH: rows that have a day in it, with those days alone. */
Timeline *timeline_part(const Timeline *timeline, DateRange stretch);

/* The drawings that make up one timeline: one for each stretch of weeks, or the whole. */
uint32_t timeline_parts(const Timeline *timeline);
const Timeline *timeline_part_number(const Timeline *timeline, uint32_t number);

/* For making one by hand. */
Timeline *timeline_new(Arena *arena, Text title, Day as_at);
uint32_t timeline_kind(Timeline *timeline, const char *title);
uint32_t timeline_shade(Timeline *timeline, const char *word);
/* The number of the sign of KIND; TIMELINE_NONE if it has none. */
uint32_t kind_sign(const Timeline *timeline, uint32_t kind);
uint32_t timeline_mind(Timeline *timeline, const char *word);
void timeline_note(Timeline *timeline, const char *sentence);
TimelineRow *timeline_row(Timeline *timeline, Text title, uint32_t kind);
/* Adds a mark; its words are made from its days. */
TimelineMark *timeline_mark(Timeline *timeline, TimelineRow *row, TimelineShape shape,
                            DateRange from, DateRange to);

/* Puts the rows in the order in which they are read: by their first day, what stands under a lane
 * behind it, undated rows last; `lane` of a row then counts in the new order. */
void timeline_settle(Timeline *timeline);

/* Whether anything is known of the days of a mark; a day only bounded on one side is. */
bool range_is_known(DateRange range);
/* The first and the last possible day of a mark, without the sides that are not known. */
Day mark_first(const TimelineMark *mark);
Day mark_last(const TimelineMark *mark);
bool mark_is_span(const TimelineMark *mark);
/* Whether a row is of days to mind: these stand below all that is done, whatever their day. */
bool row_is_mind(const TimelineRow *row);
/* Whether anything is known of when a mark is. */
bool mark_is_dated(const TimelineMark *mark);
/* Whether a mark has a possible day in STRETCH. */
bool mark_falls_in(const TimelineMark *mark, DateRange stretch);
/* Its days, both ends counted; 0 if they are not known. */
int32_t mark_days(const TimelineMark *mark);

/* "done", "planned", "no record that it was done", or "" if nobody asks. */
const char *done_words(TimelineDone done);

/* WORDS with the months in them cut to three letters: "29 May to 31 Aug 2025". */
const char *months_cut(Arena *arena, const char *words);

/* The title of a row, and in brackets what it is about. */
Text row_name(const Timeline *timeline, const TimelineRow *row);

/* All the words about the days of a row, one mark after another. */
const char *row_words(const Timeline *timeline, const TimelineRow *row);

/* The same in short, for the side of a chart: many single days as a list of numbers; if COUNT, many
 * others as how many they are. */
const char *row_words_short(const Timeline *timeline, const TimelineRow *row, bool count);

/* A long timeline shared out over sheets that a page holds; short ones, and those drawn together,
 * are one sheet: themselves. Sheets count from 0. */
enum { TIMELINE_ROWS_SINGLY = 80 }; /* more are drawn together */
uint32_t timeline_sheets(const Timeline *timeline);
const Timeline *timeline_sheet(const Timeline *timeline, uint32_t number);

/* Divisions of the axis, chosen to suit its length and room. */
typedef struct AxisTick {
    Day day;
    char label[12]; /* "Jan", "11", "2026" */
    bool major;     /* begins a year (or a month): `above` says which */
    char above[16];
} AxisTick;

typedef struct Axis {
    Day first, last; /* drawn from the beginning of FIRST to the end of LAST */
    AxisTick *ticks;
    uint32_t count;
    const char *unit; /* "weeks, from their Mondays" */
    bool by_day;      /* a tick for each day of some weeks */
} Axis;

/* An axis over FIRST..LAST with at most MOST ticks, each with room for "Jan". */
Axis axis_over(Arena *arena, Day first, Day last, uint32_t most);
/* The same in whole weeks, as long as these have at most MOST labels and four times as many lines;
 * a week that has no room for its label has an empty one. */
Axis axis_of_weeks(Arena *arena, Day first, Day last, uint32_t most);

void timeline_svg(const Timeline *timeline, bool standalone, Out *out);
void timeline_text(const Timeline *timeline, unsigned width, bool plain, Out *out);
void timeline_table(const Timeline *timeline, Out *out); /* HTML: the same facts */
void timeline_csv(const Timeline *timeline, Out *out);   /* RFC 4180, a line for each day or span */
bool timeline_json(const Timeline *timeline, Out *out);  /* false if it cannot be made */

Emit emit_timeline_svg, emit_timeline_text, emit_timeline_html, emit_timeline_csv,
    emit_timeline_json;
Emit emit_weeks_svg, emit_weeks_text, emit_weeks_html, emit_weeks_csv, emit_weeks_json;

#endif
