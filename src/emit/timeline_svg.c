/* Timeline to SVG: names on the left, the chart, and the same in words on the right, so that
 * nothing is written inside the chart and no words can meet. */
#include "timeline_sheet.h"

int draw_row_words(Sheet *sheet, Text name, bool bold, bool under, const char *words, int y) {
    int indent = under ? 16 : 0;
    Lines names = lines_in_drawing(sheet->arena, name, (unsigned)(NAMES_WIDTH - indent), SIZE);
    /* Bold letters are wider than those that were measured. */
    if (bold)
        names = lines_in_drawing(sheet->arena, name, NAMES_WIDTH * 9 / 10, SIZE);
    Lines said = lines_in_drawing(sheet->arena, text_of(words), WORDS_WIDTH, SMALL);
    uint32_t most = names.count > said.count ? names.count : said.count;
    int height = (int)most * LINE_STEP + 10;
    height = height < ROW_LEAST ? ROW_LEAST : height;
    int middle = y + height / 2;
    svg_lines(&sheet->body, NAMES_LEFT + indent,
              middle + 5 - ((int)names.count - 1) * LINE_STEP / 2, SIZE, bold, SVG_START, SVG_INK,
              names);
    svg_lines(&sheet->body, WORDS_LEFT, middle + 4 - ((int)said.count - 1) * 15 / 2, SMALL, false,
              SVG_START, SVG_INK, said);
    return height;
}

/* Many days in one row are counted; the table beside the drawing has each. */
static const char *words_beside(const Sheet *sheet, const TimelineRow *row) {
    const char *words = row_words_short(sheet->timeline, row, true);
    /* What was done or is still to come is said by its sign; what is wanting is said in words. */
    const char *wanting = row->done == DONE_NO_RECORD ? "; no record"
                          : row->done == DONE_NO      ? "; not done"
                                                      : "";
    return arena_format(sheet->arena, "%s%s", words, wanting);
}

/* ---- what lies behind the rows ---- */

/* A lane stands on a band as high as all its rows; the days of the lane are darker in it. */
static void draw_lane_band(Sheet *sheet, const TimelineRow *lane, int top, int bottom) {
    svg_box(&sheet->back, NAMES_LEFT - 10, top, SHEET_WIDTH - 2 * (NAMES_LEFT - 10), bottom - top,
            6, SVG_BAND, "none", false);
    for (uint32_t i = 0; i < lane->mark_count; i++) {
        const TimelineMark *mark = &lane->marks[i];
        if (!mark_falls_in(mark, sheet_days(sheet)))
            continue;
        int left = chart_x(sheet, mark_first(mark));
        int right = mark->no_end ? CHART_RIGHT : chart_x(sheet, mark_last(mark) + 1);
        svg_box(&sheet->back, left, top, right - left, bottom - top, 0, "#dfe9f3", "none", false);
    }
}

/* Days to mind run through every row, unless the axis is so long that they would be mere lines. */
static void draw_ground(Sheet *sheet, const TimelineMark *mark, int top, int bottom) {
    enum { DAYS_SHADED_MOST = 600 };
    char fill[SVG_PATTERN_NAME];
    int left = chart_x(sheet, mark_first(mark));
    int width = chart_x(sheet, mark_last(mark) + 1) - left;
    if (width < 3 && sheet->axis.last - sheet->axis.first >= DAYS_SHADED_MOST)
        return;
    svg_box(&sheet->back, left, top, width < 3 ? 3 : width, bottom - top, 0,
            svg_mind(sheet->name, mark->mind, fill), "none", false);
}

/* Single days over stretches, which would cover them. */
static void draw_shades(Sheet *sheet, int top, int bottom) {
    for (int single = 0; single <= 1; single++)
        for (uint32_t r = 0; r < sheet->timeline->dated; r++)
            for (uint32_t i = 0; i < sheet->timeline->rows[r]->mark_count; i++) {
                const TimelineMark *mark = &sheet->timeline->rows[r]->marks[i];
                if (mark->shape == TIMELINE_SHADE && (mark_days(mark) == 1) == single &&
                    mark_falls_in(mark, sheet_days(sheet)))
                    draw_ground(sheet, mark, top, bottom);
            }
}

static void draw_grid(Sheet *sheet, int top, int bottom) {
    for (uint32_t i = 0; i < sheet->axis.count; i++) {
        const AxisTick *tick = &sheet->axis.ticks[i];
        int x = chart_x(sheet, tick->day);
        bool dark = tick->major || (sheet->axis.by_day && civil_weekday(tick->day) == MONDAY);
        svg_line(&sheet->back, x, tick->major ? top - 54 : top - 37, x, bottom,
                 dark ? "#a9b1b9" : SVG_FAINT, 1, false);
    }
    svg_line(&sheet->back, CHART_RIGHT, top - 54, CHART_RIGHT, bottom, SVG_FAINT, 1, false);
    svg_line(&sheet->back, CHART_LEFT, top - 20, CHART_RIGHT, top - 20, "#a9b1b9", 1, false);
    svg_line(&sheet->back, CHART_LEFT, top, CHART_RIGHT, top, "#a9b1b9", 1, false);
}

/* ---- the head ---- */

/* Where the next year (or month) begins on the axis. */
static int next_major_x(const Sheet *sheet, uint32_t after) {
    for (uint32_t i = after + 1; i < sheet->axis.count; i++)
        if (sheet->axis.ticks[i].major)
            return chart_x(sheet, sheet->axis.ticks[i].day);
    return CHART_RIGHT + 30;
}

static int bold_width(Text words) { return (int)drawn_width(words, SMALL) * 11 / 10; }

/* A year of which the axis has too little for its number goes without. */
static void draw_axis_words(Sheet *sheet, int top) {
    for (uint32_t i = 0; i < sheet->axis.count; i++) {
        const AxisTick *tick = &sheet->axis.ticks[i];
        int x = chart_x(sheet, tick->day);
        svg_words(&sheet->body, x + 3, top - 25, 11, false, SVG_START, SVG_SOFT,
                  text_of(tick->label));
        if (tick->above[0] == '\0')
            continue;
        Text above = text_of(tick->above);
        int room = next_major_x(sheet, i) - x - 4;
        if (bold_width(above) > room) /* "Mar" where "Mar 2026" has no room */
            above = text_part(above, 0, above.length > 4 ? 3 : 0);
        if (above.length > 0 && bold_width(above) <= room)
            svg_words(&sheet->body, x + 3, top - 42, SMALL, true, SVG_START, SVG_INK, above);
    }
}

static void draw_as_at(Sheet *sheet, int top, int bottom) {
    char day[DAY_TEXT];
    Text words =
        text_of(arena_format(sheet->arena, "As at %s", day_plain(sheet->timeline->as_at, day)));
    if (!sheet->as_at_drawn) {
        bool before = sheet->timeline->as_at < sheet->axis.first;
        words = text_of(arena_format(sheet->arena, "%.*s: %s %s", TEXT_ARGS(words),
                                     before ? "before" : "after",
                                     sheet->whole->is_weeks ? "these weeks" : "all that is drawn"));
        svg_words(&sheet->body, before ? CHART_LEFT + 4 : CHART_RIGHT - 4, top - 6, SMALL, true,
                  before ? SVG_START : SVG_END, SVG_RED, words);
        return;
    }
    int x = chart_x(sheet, sheet->timeline->as_at);
    int half = (int)drawn_width(words, SMALL) * 11 / 20 + 4;
    int centre = x < CHART_LEFT + half    ? CHART_LEFT + half
                 : x > CHART_RIGHT - half ? CHART_RIGHT - half
                                          : x;
    svg_box(&sheet->body, centre - half, top - 18, 2 * half, 16, 0, "#ffffff", "none", false);
    svg_words(&sheet->body, centre, top - 6, SMALL, true, SVG_MIDDLE, SVG_RED, words);
    svg_line(&sheet->body, x, top - 1, x, bottom, SVG_RED, 2, false);
}

static void draw_head(Sheet *sheet) {
    char day[DAY_TEXT];
    Lines title = lines_in_drawing(sheet->arena, sheet->whole->title,
                                   (SHEET_WIDTH - 2 * NAMES_LEFT) * 9 / 10, 20);
    sheet->y = svg_lines(&sheet->body, NAMES_LEFT, 36, 20, true, SVG_START, SVG_INK, title) + 22;
    const char *under = arena_format(
        sheet->arena, sheet->whole->is_weeks ? "The open weeks, as at %s." : "Timeline, as at %s.",
        day_plain(sheet->whole->as_at, day));
    if (sheet->whole->sheets > 1)
        under = arena_format(sheet->arena, "%s Sheet %u of %u.", under,
                             (unsigned)sheet->whole->sheet, (unsigned)sheet->whole->sheets);
    svg_words(&sheet->body, NAMES_LEFT, sheet->y, SIZE, false, SVG_START, SVG_SOFT, text_of(under));
}

/* ---- the rows ---- */

static void draw_row(Sheet *sheet, const TimelineRow *row) {
    bool under = row->lane != TIMELINE_NONE;
    int height = draw_row_words(sheet, row_name(sheet->timeline, row), row->is_lane, under,
                                words_beside(sheet, row), sheet->y);
    int middle = sheet->y + height / 2;
    draw_marks(sheet, row, middle);
    draw_state(sheet, row->done, STATE_X, middle);
    sheet->y += height;
}

static void draw_rows(Sheet *sheet) {
    const Timeline *timeline = sheet->timeline;
    uint32_t i = 0;
    while (i < timeline->dated) {
        const TimelineRow *head = timeline->rows[i];
        int top = sheet->y;
        draw_row(sheet, head);
        uint32_t lane = i++;
        while (i < timeline->dated && timeline->rows[i]->lane == lane)
            draw_row(sheet, timeline->rows[i++]);
        if (head->is_lane) {
            draw_lane_band(sheet, head, top, sheet->y);
            sheet->y += 6;
        }
    }
}

/* Above the axis: its unit, and the stretch where there are several. */
static void draw_part_head(Sheet *sheet) {
    char days[RANGE_TEXT];
    DateRange stretch = {sheet->timeline->first, sheet->timeline->last};
    const char *words =
        sheet->whole->is_weeks
            ? arena_format(sheet->arena, "%s, in %s", range_words(stretch, days), sheet->axis.unit)
            : arena_format(sheet->arena, "In %s", sheet->axis.unit);
    Lines lines = lines_in_drawing(sheet->arena, text_of(words), NAMES_WIDTH, SMALL);
    svg_lines(&sheet->body, NAMES_LEFT, sheet->y - 42, SMALL, false, SVG_START, SVG_SOFT, lines);
}

static void draw_chart(Sheet *sheet) {
    sheet->y += sheet->grouped ? 98 : 76; /* grouped rows say above the axis how they are grouped */
    int top = sheet->y;
    draw_part_head(sheet);
    draw_axis_words(sheet, top);
    sheet->y += 4;
    if (sheet->grouped)
        draw_groups(sheet);
    else
        draw_rows(sheet);
    draw_shades(sheet, top, sheet->y);
    draw_grid(sheet, top, sheet->y);
    draw_as_at(sheet, top, sheet->y);
    svg_line(&sheet->body, CHART_LEFT, sheet->y, CHART_RIGHT, sheet->y, "#a9b1b9", 1, false);
}

/* ---- the whole ---- */

/* Room for arrows on sides that are not known, and the as-at day if it is near. */
static Axis axis_of_life(const Sheet *sheet) {
    const Timeline *timeline = sheet->timeline;
    Day first = timeline->first, last = timeline->last;
    Day pad = (last - first) / 24, near = (last - first) / 3 + 10;
    first -= pad, last += pad;
    if (timeline->as_at < first && first - timeline->as_at <= near)
        first = timeline->as_at;
    if (timeline->as_at > last && timeline->as_at - last <= near)
        last = timeline->as_at;
    if (last - first < 6) /* never less than a week, from its Monday if that will do */
        first -= (Day)civil_weekday(first), last = first + 6 > last ? first + 6 : last;
    return axis_over(sheet->arena, first, last, sheet->grouped ? 16 : 19);
}

static void choose_axis(Sheet *sheet) {
    const Timeline *timeline = sheet->timeline;
    sheet->grouped = timeline->dated > TIMELINE_ROWS_SINGLY;
    sheet->axis = timeline->is_weeks
                      ? axis_of_weeks(sheet->arena, timeline->first, timeline->last, 24)
                      : axis_of_life(sheet);
    sheet->as_at_drawn =
        timeline->as_at >= sheet->axis.first && timeline->as_at <= sheet->axis.last;
}

static void draw_part(Sheet *sheet, uint32_t number) {
    sheet->timeline = timeline_part_number(sheet->whole, number);
    if (sheet->timeline->dated == 0) /* a sheet may have nothing in one of the stretches */
        return;
    choose_axis(sheet);
    draw_chart(sheet);
    sheet->any_as_at = sheet->any_as_at || sheet->as_at_drawn;
    sheet->any_single = sheet->any_single || !sheet->grouped;
    sheet->timeline = sheet->whole;
}

static const char *description(const Timeline *timeline, Arena *arena) {
    char range[RANGE_TEXT], day[DAY_TEXT];
    uint32_t undated = timeline->row_count - timeline->dated;
    if (timeline->dated == 0)
        return arena_format(arena, "Nothing in this plan has a known day; %u things have none.",
                            (unsigned)undated);
    return arena_format(
        arena,
        "What happens when, from %s, as at %s: %u things on the drawing and %u without a known "
        "day. The same facts are in the table that goes with the drawing.",
        range_words((DateRange){timeline->first, timeline->last}, range),
        day_plain(timeline->as_at, day), (unsigned)timeline->dated, (unsigned)undated);
}

void timeline_svg(const Timeline *timeline, bool standalone, Out *out) {
    Sheet sheet = {.timeline = timeline, .whole = timeline, .arena = timeline->arena};
    sheet.name = timeline->is_weeks ? "weeks" : "timeline";
    if (timeline->sheet > 1)
        sheet.name = arena_format(sheet.arena, "%s-%u", sheet.name, (unsigned)timeline->sheet);
    draw_head(&sheet);
    for (uint32_t i = 0; i < timeline_parts(timeline); i++)
        draw_part(&sheet, i);
    draw_legend(&sheet);
    draw_notes(&sheet);
    draw_undated(&sheet);
    Text title = text_of(
        arena_format(sheet.arena, timeline->is_weeks ? "The open weeks: %.*s" : "Timeline: %.*s",
                     TEXT_ARGS(timeline->title)));
    svg_begin(out, sheet.name, SHEET_WIDTH, sheet.y + 16, title,
              text_of(description(timeline, sheet.arena)), standalone);
    svg_patterns(out, sheet.name);
    out_text(out, out_written(&sheet.back));
    out_text(out, out_written(&sheet.body));
    svg_end(out);
    out->failed = out->failed || sheet.back.failed || sheet.body.failed;
    out_free(&sheet.back);
    out_free(&sheet.body);
}
