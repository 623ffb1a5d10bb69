/* A timeline of the whole life to one of the weeks in which people can take part: where nothing is
 * open for long, the weeks between are left out; what falls in none of them is counted. */
#include "timeline.h"

#include <stdlib.h>

enum { MARGIN = 7, PAUSE_LEAST = 28, RUNS_ON = 28 };

/* ---- the weeks ---- */

static int by_first(const void *left, const void *right) {
    const DateRange *a = left, *b = right;
    int order = (a->first > b->first) - (a->first < b->first);
    return order != 0 ? order : (a->last > b->last) - (a->last < b->last);
}

/* Whole weeks about the days of MARK; one that has no end is shown for some weeks. */
static DateRange weeks_about(const TimelineMark *mark) {
    Day first = mark_first(mark), last = mark->no_end ? first + RUNS_ON : mark_last(mark);
    first -= MARGIN, last += MARGIN;
    return (DateRange){first - (Day)civil_weekday(first), last + 6 - (Day)civil_weekday(last)};
}

static void join_stretches(Timeline *weeks) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < weeks->stretch_count; i++) {
        DateRange next = weeks->stretches[i];
        DateRange *last = kept == 0 ? NULL : &weeks->stretches[kept - 1];
        if (last == NULL || next.first - last->last > PAUSE_LEAST)
            weeks->stretches[kept++] = next;
        else if (next.last > last->last)
            last->last = next.last;
    }
    weeks->stretch_count = kept;
}

static void find_stretches(Timeline *weeks, const Timeline *whole) {
    for (uint32_t r = 0; r < whole->dated; r++)
        for (uint32_t i = 0; i < whole->rows[r]->mark_count; i++) {
            const TimelineMark *mark = &whole->rows[r]->marks[i];
            if (mark->opens && mark_is_dated(mark))
                arena_push(weeks->arena, weeks->stretches, weeks->stretch_count,
                           weeks->stretch_room, weeks_about(mark));
        }
    if (weeks->stretch_count > 0)
        qsort(weeks->stretches, weeks->stretch_count, sizeof *weeks->stretches, by_first);
    join_stretches(weeks);
}

/* ---- the rows ---- */

static bool falls_in_any(const TimelineMark *mark, const DateRange *stretches, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (mark_falls_in(mark, stretches[i]))
            return true;
    return false;
}

/* A copy of ROW with those of its days that fall in the stretches. */
static TimelineRow *row_within(Arena *arena, const TimelineRow *row, const DateRange *stretches,
                               uint32_t count) {
    TimelineRow *copy = arena_make(arena, TimelineRow);
    *copy = *row;
    copy->marks = NULL;
    copy->mark_count = copy->mark_room = 0;
    copy->is_lane = false;
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (falls_in_any(&row->marks[i], stretches, count))
            arena_push(arena, copy->marks, copy->mark_count, copy->mark_room, row->marks[i]);
    return copy;
}

/* A copy of WHOLE without its rows. */
static Timeline *emptied(const Timeline *whole) {
    Timeline *copy = arena_make(whole->arena, Timeline);
    *copy = *whole;
    copy->rows = NULL;
    copy->row_count = copy->row_room = copy->dated = 0;
    return copy;
}

/* Which rows of WHOLE fall in the stretches, or have something under them that does. */
static bool *rows_wanted(const Timeline *whole, TimelineRow **within) {
    bool *wanted = arena_array(whole->arena, bool, whole->row_count + 1);
    for (uint32_t i = 0; i < whole->row_count; i++)
        wanted[i] = i < whole->dated && within[i]->mark_count > 0;
    for (uint32_t i = 0; i < whole->row_count; i++)
        if (wanted[i] && whole->rows[i]->lane != TIMELINE_NONE)
            wanted[whole->rows[i]->lane] = true;
    return wanted;
}

/* A lane that is over, or has not begun, keeps its days, so that its words stay true. */
static void take_row(Timeline *copy, const TimelineRow *row, TimelineRow *within) {
    if (within->mark_count == 0)
        within->marks = row->marks, within->mark_count = within->mark_room = row->mark_count;
    arena_push(copy->arena, copy->rows, copy->row_count, copy->row_room, within);
}

/* Gives COPY the rows of WHOLE that fall in the stretches, in their order; where those without any
 * day are wanted too, these follow. */
static void take_rows(Timeline *copy, const Timeline *whole, const DateRange *stretches,
                      uint32_t count, bool undated) {
    uint32_t *moved = arena_array(copy->arena, uint32_t, whole->row_count + 1);
    TimelineRow **within = arena_array(copy->arena, TimelineRow *, whole->row_count + 1);
    for (uint32_t i = 0; i < whole->row_count; i++)
        within[i] = row_within(copy->arena, whole->rows[i], stretches, count);
    const bool *wanted = rows_wanted(whole, within);
    for (uint32_t i = 0; i < whole->row_count; i++) {
        moved[i] = wanted[i] ? copy->row_count : TIMELINE_NONE;
        if (wanted[i])
            take_row(copy, whole->rows[i], within[i]);
        if (i + 1 == whole->dated)
            copy->dated = copy->row_count;
        if (i >= whole->dated && undated)
            take_row(copy, whole->rows[i], within[i]);
    }
    for (uint32_t i = 0; i < copy->row_count; i++) {
        TimelineRow *row = copy->rows[i];
        if (row->lane != TIMELINE_NONE)
            row->lane = moved[row->lane];
        if (row->lane != TIMELINE_NONE && i < copy->dated)
            copy->rows[row->lane]->is_lane = true;
    }
}

/* ---- the whole ---- */

Timeline *timeline_weeks(const Timeline *timeline) {
    Timeline *weeks = emptied(timeline);
    weeks->is_weeks = true;
    find_stretches(weeks, timeline);
    take_rows(weeks, timeline, weeks->stretches, weeks->stretch_count, true);
    if (weeks->stretch_count == 0)
        timeline_note(weeks, "No day is known on which people can take part, so there are no weeks "
                             "to draw.");
    else
        weeks->first = weeks->stretches[0].first,
        weeks->last = weeks->stretches[weeks->stretch_count - 1].last;
    uint32_t elsewhere = timeline->dated - weeks->dated;
    if (elsewhere > 0)
        timeline_note(weeks,
                      arena_format(weeks->arena,
                                   elsewhere == 1
                                       ? "%u thing in the plan falls in none of these weeks: "
                                         "see the timeline of its whole life."
                                       : "%u things in the plan fall in none of these weeks: "
                                         "see the timeline of its whole life.",
                                   (unsigned)elsewhere));
    return weeks;
}

Timeline *timeline_part(const Timeline *timeline, DateRange stretch) {
    Timeline *part = emptied(timeline);
    take_rows(part, timeline, &stretch, 1, false);
    part->first = stretch.first, part->last = stretch.last;
    return part;
}

uint32_t timeline_parts(const Timeline *timeline) {
    if (timeline->dated == 0)
        return 0;
    return timeline->is_weeks ? timeline->stretch_count : 1;
}

const Timeline *timeline_part_number(const Timeline *timeline, uint32_t number) {
    return timeline->is_weeks ? timeline_part(timeline, timeline->stretches[number]) : timeline;
}
