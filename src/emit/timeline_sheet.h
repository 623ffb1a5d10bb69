/* The sheet that a timeline is drawn on, shared by the files that draw it. */
#ifndef CONVENE_EMIT_TIMELINE_SHEET_H
#define CONVENE_EMIT_TIMELINE_SHEET_H

#include "svg.h"
#include "timeline.h"

/* Columns of the sheet, in pixels: names, chart, state, words. On A4 across, 13 pixels come out at
 * 9 points. */
enum {
    SHEET_WIDTH = 1080,
    NAMES_LEFT = 24,
    NAMES_WIDTH = 252,
    CHART_LEFT = 290,
    CHART_RIGHT = 786,
    STATE_X = 808,
    WORDS_LEFT = 828,
    WORDS_WIDTH = 232,
    SIZE = 13,
    SMALL = 12,
    LINE_STEP = 16,
    ROW_LEAST = 26,
    BAR_HEIGHT = 14
};

typedef struct Sheet {
    const Timeline *timeline; /* the part of WHOLE that is drawn just now */
    const Timeline *whole;
    const char *name; /* of the drawing: begins every id in it */
    Arena *arena;
    Axis axis;
    Out back, body; /* what lies under the grid, and what lies over it */
    int y;
    bool grouped; /* too many rows for each to be drawn */
    bool as_at_drawn;
    bool any_as_at, any_single; /* in any part */
    bool has_unsure, has_open, has_done[DONE_NO + 1];
} Sheet;

/* Where DAY begins on the chart, kept inside it. */
int chart_x(const Sheet *sheet, Day day);

void draw_marks(Sheet *sheet, const TimelineRow *row, int middle);
void draw_state(Sheet *sheet, TimelineDone done, int x, int middle);

/* The pattern of a row's bars: "url(#timeline-pattern-2)". */
const char *shade_fill(const Sheet *sheet, uint32_t shade, char *buffer);
/* The ground of days that are not known: "url(#timeline-unsure)". */
const char *unsure_fill(const Sheet *sheet, char *buffer);
/* The days that the axis shows. */
DateRange sheet_days(const Sheet *sheet);

/* Names left, words right; returns the height that both need. Y is the top of the row. */
int draw_row_words(Sheet *sheet, Text name, bool bold, bool under, const char *words, int y);

/* Plans of more rows than a person would read: one row for each kind in each lane, with counts. */
void draw_groups(Sheet *sheet);

void draw_legend(Sheet *sheet);
void draw_undated(Sheet *sheet);
void draw_notes(Sheet *sheet);

#endif
