/* A timeline of more rows than a page holds to sheets with an axis each: so that a print is cut
 * between them and not through a row. When bodies meet and what days to mind there are stands on
 * every sheet. */
#include "timeline.h"

enum { ROWS_ON_ONE = 40, ROWS_ON_EACH = 26 };

static bool stands_beside(const TimelineRow *row) { return row->meets || row_is_mind(row); }

/* Those before the rows that stand on every sheet. */
static uint32_t rows_to_share_out(const Timeline *timeline) {
    uint32_t count = 0;
    while (count < timeline->dated && !stands_beside(timeline->rows[count]))
        count++;
    return count;
}

uint32_t timeline_sheets(const Timeline *timeline) {
    uint32_t rows = rows_to_share_out(timeline);
    if (timeline->dated <= ROWS_ON_ONE || timeline->dated > TIMELINE_ROWS_SINGLY)
        return 1;
    return (rows + ROWS_ON_EACH - 1) / ROWS_ON_EACH;
}

/* A copy of row I of WHOLE, in the lane at LANE. */
static void take_row(Timeline *sheet, const Timeline *whole, uint32_t i, uint32_t lane) {
    TimelineRow *copy = arena_make(sheet->arena, TimelineRow);
    *copy = *whole->rows[i];
    copy->lane = lane;
    arena_push(sheet->arena, sheet->rows, sheet->row_count, sheet->row_room, copy);
}

/* The rows from FROM to TO, the lane of the first of them said again. */
static void take_rows(Timeline *sheet, const Timeline *whole, uint32_t from, uint32_t to) {
    uint32_t lane = TIMELINE_NONE, lane_before = TIMELINE_NONE;
    for (uint32_t i = from; i < to; i++) {
        const TimelineRow *row = whole->rows[i];
        if (row->lane != TIMELINE_NONE && row->lane != lane_before) {
            lane = sheet->row_count, lane_before = row->lane;
            take_row(sheet, whole, row->lane, TIMELINE_NONE);
        }
        if (row->is_lane)
            lane = sheet->row_count, lane_before = i;
        take_row(sheet, whole, i, row->lane == TIMELINE_NONE ? TIMELINE_NONE : lane);
    }
}

const Timeline *timeline_sheet(const Timeline *timeline, uint32_t number) {
    uint32_t sheets = timeline_sheets(timeline), rows = rows_to_share_out(timeline);
    if (sheets == 1)
        return timeline;
    Timeline *sheet = arena_make(timeline->arena, Timeline);
    *sheet = *timeline;
    sheet->rows = NULL;
    sheet->row_count = sheet->row_room = 0;
    sheet->sheet = number + 1, sheet->sheets = sheets;
    take_rows(sheet, timeline, rows * number / sheets, rows * (number + 1) / sheets);
    take_rows(sheet, timeline, rows, timeline->dated);
    sheet->dated = sheet->row_count;
    if (number + 1 == sheets)
        take_rows(sheet, timeline, timeline->dated, timeline->row_count);
    else
        sheet->note_count = 0;
    return sheet;
}
