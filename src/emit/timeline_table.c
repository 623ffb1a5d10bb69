/* Timeline to a table of HTML: everything that the drawing says, for whoever does not see it, and
 * to be pasted elsewhere. */
#include "html.h"
#include "timeline.h"

static Text part_of(const Timeline *timeline, const TimelineRow *row) {
    return row->lane == TIMELINE_NONE ? TEXT("") : timeline->rows[row->lane]->title;
}

void timeline_table(const Timeline *timeline, Out *out) {
    const char *columns[] = {"What", "Kind", "Part of", "When", "How", "Done?"};
    bool shaded = timeline->shade_count > 0;
    static const char *const UNSHADED[] = {"What", "Kind", "Part of", "When", "Done?"};
    if (timeline->shaded_by != NULL)
        columns[4] = timeline->shaded_by;
    char day[DAY_TEXT];
    const char *caption = arena_format(timeline->arena, "What happens when, as at %s",
                                       day_plain(timeline->as_at, day));
    html_table(out, text_of(caption), shaded ? columns : UNSHADED, shaded ? 6 : 5);
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        const TimelineRow *row = timeline->rows[i];
        html_row(out);
        html_row_head(out, row->title);
        html_cell(out, text_of(timeline->kinds[row->kind]));
        html_cell(out, part_of(timeline, row));
        html_cell(out, text_of(row_words(timeline, row)));
        if (shaded)
            html_cell(out, row->shade == TIMELINE_NONE ? TEXT("")
                                                       : text_of(timeline->shades[row->shade]));
        html_cell(out, text_of(done_words(row->done)));
        html_row_end(out);
    }
    html_table_end(out);
}
