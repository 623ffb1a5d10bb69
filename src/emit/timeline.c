/* The timeline as a value: rows put in the order in which they are read, days put in words. */
#include "timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Timeline *timeline_new(Arena *arena, Text title, Day as_at) {
    Timeline *timeline = arena_make(arena, Timeline);
    *timeline = (Timeline){.arena = arena, .title = title, .as_at = as_at};
    return timeline;
}

static uint32_t listed(const char *const *list, uint32_t count, const char *word) {
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return count;
}

uint32_t timeline_kind(Timeline *timeline, const char *title) {
    uint32_t at = listed(timeline->kinds, timeline->kind_count, title);
    if (at == timeline->kind_count)
        arena_push(timeline->arena, timeline->kinds, timeline->kind_count, timeline->kind_room,
                   title);
    return at;
}

uint32_t timeline_shade(Timeline *timeline, const char *word) {
    uint32_t at = listed(timeline->shades, timeline->shade_count, word);
    if (at == timeline->shade_count)
        arena_push(timeline->arena, timeline->shades, timeline->shade_count, timeline->shade_room,
                   word);
    return at;
}

uint32_t kind_sign(const Timeline *timeline, uint32_t kind) {
    for (uint32_t i = 0; i < timeline->signed_count; i++)
        if (timeline->signed_kinds[i] == kind)
            return i;
    return TIMELINE_NONE;
}

uint32_t timeline_mind(Timeline *timeline, const char *word) {
    uint32_t at = listed(timeline->minds, timeline->mind_count, word);
    if (at == timeline->mind_count)
        arena_push(timeline->arena, timeline->minds, timeline->mind_count, timeline->mind_room,
                   word);
    return at;
}

void timeline_note(Timeline *timeline, const char *sentence) {
    arena_push(timeline->arena, timeline->notes, timeline->note_count, timeline->note_room,
               sentence);
}

TimelineRow *timeline_row(Timeline *timeline, Text title, uint32_t kind) {
    TimelineRow *row = arena_make(timeline->arena, TimelineRow);
    *row = (TimelineRow){.title = title,
                         .about = TEXT(""),
                         .kind = kind,
                         .lane = TIMELINE_NONE,
                         .shade = TIMELINE_NONE,
                         .order = timeline->row_count};
    arena_push(timeline->arena, timeline->rows, timeline->row_count, timeline->row_room, row);
    return row;
}

bool range_is_known(DateRange range) {
    return range.first > DAY_UNKNOWN_PAST || range.last < DAY_UNKNOWN_FUTURE;
}

bool mark_is_span(const TimelineMark *mark) {
    return mark->no_end || mark->from.first != mark->to.first || mark->from.last != mark->to.last;
}

static Day known_or(Day day, Day otherwise) {
    return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE ? otherwise : day;
}

Day mark_first(const TimelineMark *mark) {
    Day last = known_or(mark->to.first, known_or(mark->to.last, 0));
    return known_or(mark->from.first, known_or(mark->from.last, last));
}

Day mark_last(const TimelineMark *mark) {
    Day first = known_or(mark->from.last, known_or(mark->from.first, 0));
    return known_or(mark->to.last, known_or(mark->to.first, first));
}

/* "11 to 15 May 2026", "29 May to 31 August 2025", with the number of days. */
static const char *known_span_words(Arena *arena, Day from, Day to) {
    Civil a = civil_of(from), b = civil_of(to);
    char day[DAY_TEXT], last[DAY_TEXT];
    day_plain(to, last);
    if (a.year == b.year && a.month == b.month)
        snprintf(day, sizeof day, "%d", a.day);
    else if (a.year == b.year)
        snprintf(day, sizeof day, "%d %s", a.day, month_name(a.month));
    else
        day_plain(from, day);
    return arena_format(arena, "%s to %s, %d days", day, last, to - from + 1);
}

/* Known to the month, or some months. */
static bool is_months(DateRange range) {
    if (range.first <= DAY_UNKNOWN_PAST || range.last >= DAY_UNKNOWN_FUTURE)
        return false;
    return civil_of(range.first).day == 1 && civil_of(range.last + 1).day == 1;
}

static const char *span_words(Arena *arena, const TimelineMark *mark) {
    char from[RANGE_TEXT], to[RANGE_TEXT];
    if (mark->no_end)
        return arena_format(arena, "from %s, no end given", range_words(mark->from, from));
    if (range_is_day(mark->from) && range_is_day(mark->to))
        return known_span_words(arena, mark->from.first, mark->to.first);
    if (!range_is_known(mark->from))
        return arena_format(arena, "to %s, first day not known", range_words(mark->to, to));
    if (!range_is_known(mark->to))
        return arena_format(arena, "from %s, last day not known", range_words(mark->from, from));
    if (is_months(mark->from) && is_months(mark->to))
        return arena_format(arena, "%s",
                            range_words((DateRange){mark->from.first, mark->to.last}, from));
    bool bounded = mark->to.first <= DAY_UNKNOWN_PAST || mark->to.last >= DAY_UNKNOWN_FUTURE;
    return arena_format(arena, "%s to %s%s", range_words(mark->from, from), bounded ? "a day " : "",
                        range_words(mark->to, to));
}

TimelineMark *timeline_mark(Timeline *timeline, TimelineRow *row, TimelineShape shape,
                            DateRange from, DateRange to) {
    TimelineMark mark = {.shape = shape, .from = from, .to = to, .note = TEXT("")};
    if (shape == TIMELINE_MILESTONE && kind_sign(timeline, row->kind) == TIMELINE_NONE)
        arena_push(timeline->arena, timeline->signed_kinds, timeline->signed_count,
                   timeline->signed_room, row->kind);
    mark.starts_at = mark.ends_at = -1;
    mark.mind = TIMELINE_NONE;
    mark.no_end = range_is_known(from) && to.first >= DAY_UNKNOWN_FUTURE;
    if (mark_is_span(&mark))
        mark.words = span_words(timeline->arena, &mark);
    else {
        char words[RANGE_TEXT];
        mark.words = arena_format(timeline->arena, "%s", range_words(from, words));
    }
    arena_push(timeline->arena, row->marks, row->mark_count, row->mark_room, mark);
    return &row->marks[row->mark_count - 1];
}

int32_t mark_days(const TimelineMark *mark) {
    bool known = range_is_day(mark->from) && (range_is_day(mark->to) && !mark->no_end);
    return known ? mark->to.first - mark->from.first + 1 : 0;
}

bool mark_falls_in(const TimelineMark *mark, DateRange stretch) {
    return mark_is_dated(mark) && mark_first(mark) <= stretch.last &&
           (mark->no_end || mark_last(mark) >= stretch.first);
}

bool mark_is_dated(const TimelineMark *mark) {
    return range_is_known(mark->from) || range_is_known(mark->to);
}

static bool row_is_dated(const TimelineRow *row) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (mark_is_dated(&row->marks[i]))
            return true;
    return false;
}

static Day row_first(const TimelineRow *row) {
    Day first = DAY_UNKNOWN_FUTURE;
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (mark_is_dated(&row->marks[i]) && mark_first(&row->marks[i]) < first)
            first = mark_first(&row->marks[i]);
    return first;
}

/* Where a row is read: its lane's day and number, then whether it is the lane, then its own. */
typedef struct Place {
    TimelineRow *row;
    bool undated;
    Day lane_day, day;
    uint32_t lane_order, order;
    bool under;
    int aside; /* below all that is done: when bodies meet, then days to mind */
} Place;

static int by_number(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int by_place(const void *left, const void *right) {
    const Place *a = left, *b = right;
    int order = by_number(a->undated, b->undated);
    if (order == 0)
        order = by_number(a->aside, b->aside);
    if (order == 0)
        order = by_number(a->lane_day, b->lane_day);
    if (order == 0)
        order = by_number(a->lane_order, b->lane_order);
    if (order == 0)
        order = by_number(a->under, b->under);
    if (order == 0)
        order = by_number(a->day, b->day);
    return order != 0 ? order : by_number(a->order, b->order);
}

/* The first day on which anything of a lane happens, so that lanes stand among the other rows. */
static Day *lane_days(const Timeline *timeline) {
    Day *days = arena_array(timeline->arena, Day, timeline->row_count + 1);
    for (uint32_t i = 0; i < timeline->row_count; i++)
        days[i] = row_first(timeline->rows[i]);
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        uint32_t lane = timeline->rows[i]->lane;
        if (lane != TIMELINE_NONE && days[i] < days[lane])
            days[lane] = days[i];
    }
    return days;
}

bool row_is_mind(const TimelineRow *row) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (row->marks[i].shape == TIMELINE_SHADE)
            return row->lane == TIMELINE_NONE;
    return false;
}

/* A lane without a day of its own still stands above what is dated in it. */
static Place place_of(const Timeline *timeline, const Day *days, uint32_t i) {
    TimelineRow *row = timeline->rows[i];
    bool under = row->lane != TIMELINE_NONE;
    uint32_t lane = under ? row->lane : i;
    return (Place){.row = row,
                   .aside = row_is_mind(row) ? 2
                            : row->meets     ? 1
                                             : 0,
                   .undated = !row_is_dated(row) && days[i] == DAY_UNKNOWN_FUTURE,
                   .lane_day = days[lane],
                   .day = row_first(row),
                   .lane_order = lane,
                   .order = i,
                   .under = under};
}

/* Days to mind count only where nothing else has a day: school goes on long after a plan. */
static void find_extent(Timeline *timeline, bool minds) {
    timeline->first = DAY_UNKNOWN_FUTURE, timeline->last = DAY_UNKNOWN_PAST;
    for (uint32_t i = 0; i < timeline->dated; i++)
        for (uint32_t m = 0; m < timeline->rows[i]->mark_count; m++) {
            const TimelineMark *mark = &timeline->rows[i]->marks[m];
            if (!mark_is_dated(mark) || (mark->shape == TIMELINE_SHADE && !minds))
                continue;
            Day first = mark_first(mark), last = mark_last(mark);
            timeline->first = first < timeline->first ? first : timeline->first;
            timeline->last = last > timeline->last ? last : timeline->last;
        }
}

/* Lanes are one deep: what stands under a row of a lane stands in that lane. */
static void flatten_lanes(Timeline *timeline) {
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        TimelineRow *row = timeline->rows[i];
        while (row->lane != TIMELINE_NONE && timeline->rows[row->lane]->lane != TIMELINE_NONE)
            row->lane = timeline->rows[row->lane]->lane;
    }
}

/* Days to mind of which nothing more is said are called after their kind. */
static void name_minds(Timeline *timeline) {
    for (uint32_t r = 0; r < timeline->row_count; r++)
        for (uint32_t i = 0; i < timeline->rows[r]->mark_count; i++) {
            TimelineMark *mark = &timeline->rows[r]->marks[i];
            if (mark->shape == TIMELINE_SHADE && mark->mind == TIMELINE_NONE)
                mark->mind = timeline_mind(timeline, timeline->kinds[timeline->rows[r]->kind]);
        }
}

void timeline_settle(Timeline *timeline) {
    name_minds(timeline);
    uint32_t count = timeline->row_count;
    flatten_lanes(timeline);
    const Day *days = lane_days(timeline);
    Place *places = arena_array(timeline->arena, Place, count + 1);
    for (uint32_t i = 0; i < count; i++)
        places[i] = place_of(timeline, days, i);
    qsort(places, count, sizeof *places, by_place);
    uint32_t *moved = arena_array(timeline->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        moved[places[i].order] = i;
    timeline->dated = 0;
    for (uint32_t i = 0; i < count; i++) {
        timeline->rows[i] = places[i].row;
        timeline->dated += !places[i].undated;
    }
    for (uint32_t i = 0; i < count; i++) {
        TimelineRow *row = timeline->rows[i];
        if (row->lane == TIMELINE_NONE)
            continue;
        row->lane = moved[row->lane];
        timeline->rows[row->lane]->is_lane = true;
    }
    find_extent(timeline, false);
    if (timeline->first > timeline->last)
        find_extent(timeline, true);
}
