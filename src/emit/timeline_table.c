/* Timeline to a table of HTML: everything that the drawing says, for whoever does not see it, and
 * to be pasted elsewhere. */
#include "html.h"
#include "timeline.h"

static Text part_of(const Timeline *timeline, const TimelineRow *row) {
    return row->lane == TIMELINE_NONE ? TEXT("") : timeline->rows[row->lane]->title;
}

enum { COLUMNS_MOST = 6 };

/* Columns that would stand empty are left out. */
typedef struct Columns {
    const char *titles[COLUMNS_MOST];
    uint32_t count;
    bool lanes, shaded, done;
} Columns;

static Columns columns_of(const Timeline *timeline) {
    Columns columns = {.titles = {"What", "Kind"}, .count = 2};
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        const TimelineRow *row = timeline->rows[i];
        columns.lanes = columns.lanes || row->lane != TIMELINE_NONE;
        columns.shaded = columns.shaded || row->shade != TIMELINE_NONE;
        columns.done = columns.done || row->done != DONE_NOT_ASKED;
    }
    if (columns.lanes)
        columns.titles[columns.count++] = "Part of";
    columns.titles[columns.count++] = "When";
    if (columns.shaded)
        columns.titles[columns.count++] = timeline->shaded_by == NULL ? "How" : timeline->shaded_by;
    if (columns.done)
        columns.titles[columns.count++] = "Done?";
    return columns;
}

static void table_row(const Timeline *timeline, const Columns *columns, const TimelineRow *row,
                      Out *out) {
    html_row(out);
    html_row_head(out, row_name(timeline, row));
    html_cell(out, text_of(timeline->kinds[row->kind]));
    if (columns->lanes)
        html_cell(out, part_of(timeline, row));
    html_cell(out, text_of(row_words(timeline, row)));
    if (columns->shaded)
        html_cell(out,
                  row->shade == TIMELINE_NONE ? TEXT("") : text_of(timeline->shades[row->shade]));
    if (columns->done)
        html_cell(out, text_of(done_words(row->done)));
    html_row_end(out);
}

void timeline_table(const Timeline *timeline, Out *out) {
    char day[DAY_TEXT];
    const char *caption =
        arena_format(timeline->arena, "%s, as at %s",
                     timeline->is_weeks ? "What happens in the open weeks" : "What happens when",
                     day_plain(timeline->as_at, day));
    Columns columns = columns_of(timeline);
    html_table(out, text_of(caption), columns.titles, columns.count);
    for (uint32_t i = 0; i < timeline->row_count; i++)
        table_row(timeline, &columns, timeline->rows[i], out);
    html_table_end(out);
    for (uint32_t i = 0; i < timeline->note_count; i++)
        html_paragraph(out, text_of(timeline->notes[i]));
}
