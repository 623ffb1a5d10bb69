/* A long timeline, drawn together: rows for kinds of records, or for lanes, each with how many of
 * them run in each division of the axis. */
#include "timeline_sheet.h"

enum { GROUPS_MOST = 40, GROUP_HEIGHT = 46, COLUMN_HEIGHT = 24 };

/* How much is drawn together, from least to most. */
typedef enum Together { BY_LANE_AND_KIND, BY_LANE, BY_KIND } Together;

typedef struct Group {
    uint32_t lane, kind, count, states[DONE_NO + 1];
    Day first, last;
    uint32_t *running, most; /* for each tick */
} Group;

typedef struct Groups {
    Group *items;
    uint32_t count, room;
} Groups;

/* The number of the group for LANE and KIND; made if there is none. */
static Group *group_for(Sheet *sheet, Groups *groups, uint32_t lane, uint32_t kind) {
    for (uint32_t i = groups->count; i > 0; i--) {
        Group *group = &groups->items[i - 1];
        if (group->lane == lane && group->kind == kind)
            return group;
    }
    Group group = {.lane = lane, .kind = kind};
    group.first = DAY_UNKNOWN_FUTURE, group.last = DAY_UNKNOWN_PAST;
    group.running = arena_array(sheet->arena, uint32_t, sheet->axis.count);
    arena_push(sheet->arena, groups->items, groups->count, groups->room, group);
    return &groups->items[groups->count - 1];
}

static void count_mark(const Sheet *sheet, Group *group, const TimelineMark *mark) {
    Day first = mark_first(mark), last = mark->no_end ? sheet->axis.last : mark_last(mark);
    group->first = first < group->first ? first : group->first;
    group->last = last > group->last ? last : group->last;
    for (uint32_t t = 0; t < sheet->axis.count; t++) {
        Day from = sheet->axis.ticks[t].day;
        Day to = t + 1 < sheet->axis.count ? sheet->axis.ticks[t + 1].day - 1 : sheet->axis.last;
        if (first <= to && last >= from && ++group->running[t] > group->most)
            group->most = group->running[t];
    }
}

static void count_row(const Sheet *sheet, Group *group, const TimelineRow *row) {
    group->count++;
    group->states[row->done]++;
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (range_is_known(row->marks[i].from) || range_is_known(row->marks[i].to))
            count_mark(sheet, group, &row->marks[i]);
}

/* When bodies meet and what days to mind there are is drawn row by row all the same. */
static bool stands_beside(const TimelineRow *row) { return row->meets || row_is_mind(row); }

/* Stops early, with more than GROUPS_MOST, when these would be too many to read. */
static Groups group_rows(Sheet *sheet, Together together) {
    Groups groups = {0};
    for (uint32_t i = 0; i < sheet->timeline->dated; i++) {
        const TimelineRow *row = sheet->timeline->rows[i];
        if ((row->is_lane && together != BY_KIND) || stands_beside(row))
            continue;
        uint32_t lane = together == BY_KIND ? TIMELINE_NONE : row->lane;
        bool by_kind = together != BY_LANE || lane == TIMELINE_NONE;
        count_row(sheet, group_for(sheet, &groups, lane, by_kind ? row->kind : TIMELINE_NONE), row);
        if (groups.count > GROUPS_MOST && together != BY_KIND)
            break;
    }
    return groups;
}

static void draw_columns(Sheet *sheet, const Group *group, int bottom) {
    for (uint32_t t = 0; t < sheet->axis.count; t++) {
        if (group->running[t] == 0)
            continue;
        int left = chart_x(sheet, sheet->axis.ticks[t].day);
        int right =
            t + 1 < sheet->axis.count ? chart_x(sheet, sheet->axis.ticks[t + 1].day) : CHART_RIGHT;
        int height = 2 + (int)((uint64_t)group->running[t] * (COLUMN_HEIGHT - 2) / group->most);
        svg_box(&sheet->body, left + 2, bottom - height, right - left - 4, height, 0, SVG_PALE,
                SVG_BLUE, false);
        Text count = text_of(arena_format(sheet->arena, "%u", (unsigned)group->running[t]));
        svg_words(&sheet->body, (left + right) / 2, bottom - height - 3, 10, false, SVG_MIDDLE,
                  SVG_INK, count);
    }
}

static const char *group_words(const Sheet *sheet, const Group *group) {
    char range[RANGE_TEXT];
    const char *words = arena_format(
        sheet->arena, "%s",
        months_cut(sheet->arena, range_words((DateRange){group->first, group->last}, range)));
    static const char *const SHORT[] = {"",          "done",      "planned",
                                        "under way", "no record", "not done"};
    for (TimelineDone done = DONE_YES; done <= DONE_NO; done++)
        if (group->states[done] > 0)
            words = arena_format(sheet->arena, "%s; %u %s", words, (unsigned)group->states[done],
                                 SHORT[done]);
    return words;
}

static void draw_group(Sheet *sheet, const Group *group) {
    const Timeline *timeline = sheet->timeline;
    bool whole_lane = group->kind == TIMELINE_NONE;
    Text name =
        whole_lane ? timeline->rows[group->lane]->title : text_of(timeline->kinds[group->kind]);
    name = text_of(arena_format(sheet->arena, "%.*s: %u", TEXT_ARGS(name), (unsigned)group->count));
    bool under = group->lane != TIMELINE_NONE && !whole_lane;
    int height =
        draw_row_words(sheet, name, whole_lane, under, group_words(sheet, group), sheet->y);
    height = height < GROUP_HEIGHT ? GROUP_HEIGHT : height;
    draw_columns(sheet, group, sheet->y + height - 6);
    sheet->y += height;
}

static void draw_single_row(Sheet *sheet, const TimelineRow *row, bool bold) {
    int height = draw_row_words(sheet, row_name(sheet->timeline, row), bold, false,
                                row_words_short(sheet->timeline, row, true), sheet->y);
    draw_marks(sheet, row, sheet->y + height / 2);
    draw_state(sheet, row->done, STATE_X, sheet->y + height / 2);
    sheet->y += height;
}

void draw_groups(Sheet *sheet) {
    static const char *const HOW[] = {" by kind and by what they are part of",
                                      " by what they are part of", " by kind"};
    Together together = BY_LANE_AND_KIND;
    Groups groups = group_rows(sheet, together);
    while (groups.count > GROUPS_MOST && together < BY_KIND)
        groups = group_rows(sheet, ++together);
    uint32_t beside = 0;
    for (uint32_t i = 0; i < sheet->timeline->dated; i++)
        beside += stands_beside(sheet->timeline->rows[i]);
    const char *note = arena_format(
        sheet->arena, "%u things, drawn together%s. Each column says how many run then.",
        (unsigned)(sheet->timeline->dated - beside), HOW[together]);
    svg_words(&sheet->body, NAMES_LEFT, sheet->y - 76, SIZE, true, SVG_START, SVG_INK,
              text_of(note));
    uint32_t lane = TIMELINE_NONE;
    for (uint32_t i = 0; i < groups.count; i++) {
        const Group *group = &groups.items[i];
        if (group->lane != lane && group->lane != TIMELINE_NONE && together == BY_LANE_AND_KIND)
            draw_single_row(sheet, sheet->timeline->rows[group->lane], true);
        lane = group->lane;
        draw_group(sheet, group);
    }
    for (uint32_t i = 0; i < sheet->timeline->dated; i++)
        if (stands_beside(sheet->timeline->rows[i]))
            draw_single_row(sheet, sheet->timeline->rows[i], false);
}
