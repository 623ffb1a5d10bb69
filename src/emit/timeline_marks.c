/* The marks of one row: what is known is solid, what is not is hatched with a dashed edge, and a
 * side on which nothing is known has an arrow. */
#include "timeline_sheet.h"

#include <stdio.h>

enum { SIGNS_WHOLE = 16 }; /* more of them in a row would meet */

static bool side_unknown(Day day) { return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE; }

int chart_x(const Sheet *sheet, Day day) {
    const Axis *axis = &sheet->axis;
    int64_t days = axis->last - axis->first + 1, at = (int64_t)day - axis->first;
    at = at < 0 ? 0 : at > days ? days : at;
    return CHART_LEFT + (int)(at * (CHART_RIGHT - CHART_LEFT) / days);
}

/* A dashed line with a head, from X towards one side: nothing is known on that side. */
static void draw_open(Sheet *sheet, int x, int middle, bool to_right) {
    enum { TAIL = 40 };
    int end = to_right ? x + TAIL : x - TAIL;
    end = end < CHART_LEFT ? CHART_LEFT : end > CHART_RIGHT ? CHART_RIGHT : end;
    int head = to_right ? -7 : 7;
    svg_line(&sheet->body, x, middle, end, middle, SVG_INK, 2, true);
    out_format(&sheet->body,
               "<path d=\"M%d %dL%d %dL%d %d\" fill=\"none\" stroke=\"" SVG_INK
               "\" stroke-width=\"2\"/>\n",
               end + head, middle - 5, end, middle, end + head, middle + 5);
    sheet->has_open = true;
}

static void draw_unsure(Sheet *sheet, int left, int right, int middle) {
    if (right <= left)
        return;
    char fill[SVG_PATTERN_NAME];
    svg_box(&sheet->body, left, middle - BAR_HEIGHT / 2, right - left, BAR_HEIGHT, 0,
            unsure_fill(sheet, fill), SVG_INK, true);
    sheet->has_unsure = true;
}

const char *shade_fill(const Sheet *sheet, uint32_t shade, char *buffer) {
    return svg_pattern(sheet->name, 1 + shade % (SVG_PATTERNS - 1), buffer);
}

const char *unsure_fill(const Sheet *sheet, char *buffer) {
    snprintf(buffer, SVG_PATTERN_NAME, "url(#%s-unsure)", sheet->name);
    return buffer;
}

DateRange sheet_days(const Sheet *sheet) {
    return (DateRange){sheet->axis.first, sheet->axis.last};
}

/* One day of five years would not be seen, so a bar that stands ALONE has a least width; between
 * parts that are not known, one that would not be seen is left out. */
static void draw_sure(Sheet *sheet, const TimelineRow *row, int left, int right, int middle,
                      bool alone) {
    char pattern[SVG_PATTERN_NAME];
    const char *fill = row->is_lane                  ? SVG_BLUE
                       : row->shade == TIMELINE_NONE ? SVG_PALE
                                                     : shade_fill(sheet, row->shade, pattern);
    int width = right - left;
    if (width < 6 && !alone)
        return;
    if (width < 6)
        left -= (6 - width) / 2, width = 6;
    svg_box(&sheet->body, left, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, 2, fill, SVG_BLUE,
            false);
}

/* A bar in up to three parts: perhaps begun, surely running, perhaps ended. */
static void draw_bar(Sheet *sheet, const TimelineRow *row, const TimelineMark *mark, int middle) {
    bool open_left = side_unknown(mark->from.first), open_right = side_unknown(mark->to.last);
    Day first = mark_first(mark), last = mark_last(mark);
    Day sure_from = side_unknown(mark->from.last) ? last : mark->from.last;
    Day sure_to = side_unknown(mark->to.first) ? first : mark->to.first;
    if (mark->no_end) {
        draw_sure(sheet, row, chart_x(sheet, sure_from), CHART_RIGHT - 12, middle, true);
        draw_unsure(sheet, chart_x(sheet, first), chart_x(sheet, sure_from), middle);
        draw_open(sheet, CHART_RIGHT - 12, middle, true);
        return;
    }
    if (sure_from > sure_to) {
        draw_unsure(sheet, chart_x(sheet, first), chart_x(sheet, last + 1), middle);
    } else {
        draw_unsure(sheet, chart_x(sheet, first), chart_x(sheet, sure_from), middle);
        draw_unsure(sheet, chart_x(sheet, sure_to + 1), chart_x(sheet, last + 1), middle);
        draw_sure(sheet, row, chart_x(sheet, sure_from), chart_x(sheet, sure_to + 1), middle,
                  sure_from == first && sure_to == last);
    }
    if (open_left)
        draw_open(sheet, chart_x(sheet, first), middle, false);
    if (open_right)
        draw_open(sheet, chart_x(sheet, last + 1), middle, true);
}

static void draw_milestone(Sheet *sheet, const TimelineRow *row, const TimelineMark *mark,
                           int middle) {
    Day first = mark_first(mark), last = mark_last(mark);
    int left = chart_x(sheet, first), right = chart_x(sheet, last + 1);
    bool sure = range_is_day(mark->from);
    if (!sure)
        draw_unsure(sheet, left, right, middle);
    if (side_unknown(mark->from.first))
        draw_open(sheet, left, middle, false);
    if (side_unknown(mark->to.last))
        draw_open(sheet, right, middle, true);
    uint32_t sign = kind_sign(sheet->whole, row->kind);
    if (sure && row->mark_count > SIGNS_WHOLE)
        svg_sign_small(&sheet->body, sign, (left + right) / 2, middle);
    else
        svg_sign(&sheet->body, sign, (left + right) / 2, middle, !sure);
}

static void draw_shade(Sheet *sheet, const TimelineMark *mark, int middle) {
    int left = chart_x(sheet, mark_first(mark)), right = chart_x(sheet, mark_last(mark) + 1);
    int width = right - left < 6 ? 6 : right - left;
    bool sure = range_is_day(mark->from) && range_is_day(mark->to);
    char fill[SVG_PATTERN_NAME];
    svg_box(&sheet->body, left, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, 0,
            svg_mind(sheet->name, mark->mind, fill), SVG_INK, !sure);
    if (side_unknown(mark->from.first))
        draw_open(sheet, left, middle, false);
    if (side_unknown(mark->to.last))
        draw_open(sheet, left + width, middle, true);
}

/* What happens stands over days to mind. */
void draw_marks(Sheet *sheet, const TimelineRow *row, int middle) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (row->marks[i].shape == TIMELINE_SHADE &&
            mark_falls_in(&row->marks[i], sheet_days(sheet)))
            draw_shade(sheet, &row->marks[i], middle);
    for (uint32_t i = 0; i < row->mark_count; i++) {
        const TimelineMark *mark = &row->marks[i];
        if (mark->shape == TIMELINE_SHADE || !mark_falls_in(mark, sheet_days(sheet)))
            continue;
        if (mark->shape == TIMELINE_MILESTONE && !mark_is_span(mark))
            draw_milestone(sheet, row, mark, middle);
        else
            draw_bar(sheet, row, mark, middle);
    }
}

/* A tick, a ring, a wedge, an exclamation mark, a cross: drawn, so that no font is needed. */
void draw_state(Sheet *sheet, TimelineDone done, int x, int middle) {
    static const char *const PATHS[] = {
        [DONE_NOT_ASKED] = NULL,
        [DONE_YES] = "M-6 0L-2 5L6 -5",
        [DONE_PLANNED] = "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0",
        [DONE_RUNNING] = "M-4 -6L6 0L-4 6Z",
        [DONE_NO_RECORD] = "M0 -7V2M0 5V7",
        [DONE_NO] = "M-5 -5L5 5M5 -5L-5 5",
    };
    if (PATHS[done] == NULL)
        return;
    bool bad = done == DONE_NO_RECORD || done == DONE_NO;
    out_format(&sheet->body,
               "<path d=\"%s\" transform=\"translate(%d %d)\" fill=\"none\" stroke=\"%s\" "
               "stroke-width=\"%s\"/>\n",
               PATHS[done], x, middle, bad ? SVG_RED : SVG_INK, bad ? "3" : "2");
    sheet->has_done[done] = true;
}
