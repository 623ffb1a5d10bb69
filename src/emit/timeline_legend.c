/* Below the chart of a timeline: what its marks mean, and what has no known day. */
#include "timeline_sheet.h"

enum { SAMPLE_WIDTH = 34, LEGEND_STEP = 22 };

typedef struct Legend {
    Sheet *sheet;
    int x, y;
} Legend;

/* Room for one more explanation; its sample is drawn at the place returned in the legend. */
static void legend_next(Legend *legend, const char *words) {
    int width = SAMPLE_WIDTH + 8 + (int)drawn_width(text_of(words), SMALL) + 18;
    if (legend->x > NAMES_LEFT && legend->x + width > SHEET_WIDTH - NAMES_LEFT) {
        legend->x = NAMES_LEFT;
        legend->y += LEGEND_STEP;
    }
    svg_words(&legend->sheet->body, legend->x + SAMPLE_WIDTH + 8, legend->y + 4, SMALL, false,
              SVG_START, SVG_INK, text_of(words));
    legend->x += width;
}

static void legend_box(Legend *legend, const char *fill, bool dashed, const char *words) {
    int width = SAMPLE_WIDTH + 8 + (int)drawn_width(text_of(words), SMALL) + 18;
    legend_next(legend, words);
    svg_box(&legend->sheet->body, legend->x - width, legend->y - BAR_HEIGHT / 2, SAMPLE_WIDTH,
            BAR_HEIGHT, dashed ? 0 : 2, fill, dashed ? SVG_INK : SVG_BLUE, dashed);
}

/* The middle of the sample that belongs to the words just set. */
static int sample_middle(const Legend *legend, const char *words) {
    int width = SAMPLE_WIDTH + 8 + (int)drawn_width(text_of(words), SMALL) + 18;
    return legend->x - width + SAMPLE_WIDTH / 2;
}

/* What lanes are called, if all have one name. */
static const char *lane_word(const Timeline *timeline) {
    const char *word = NULL;
    for (uint32_t i = 0; i < timeline->dated; i++) {
        const TimelineRow *row = timeline->rows[i];
        if (!row->is_lane || row->mark_count == 0)
            continue;
        if (word != NULL && word != timeline->kinds[row->kind])
            return "what others are part of";
        word = timeline->kinds[row->kind];
    }
    return word;
}

static void legend_bars(Legend *legend) {
    const Timeline *timeline = legend->sheet->timeline;
    bool plain = false;
    for (uint32_t i = 0; i < timeline->dated; i++)
        for (uint32_t m = 0; m < timeline->rows[i]->mark_count; m++)
            plain =
                plain || (timeline->rows[i]->marks[m].shape == TIMELINE_BAR &&
                          timeline->rows[i]->shade == TIMELINE_NONE && !timeline->rows[i]->is_lane);
    char pattern[SVG_PATTERN_NAME];
    const char *lane = lane_word(timeline);
    if (lane != NULL)
        legend_box(legend, SVG_BLUE, false, lane);
    for (uint32_t i = 0; i < timeline->shade_count; i++)
        legend_box(legend, shade_fill(i, pattern), false, timeline->shades[i]);
    if (plain && timeline->shade_count == 0)
        legend_box(legend, SVG_PALE, false, "days known");
    else if (plain)
        legend_box(legend, SVG_PALE, false, "other");
}

static void legend_signs(Legend *legend) {
    Sheet *sheet = legend->sheet;
    for (uint32_t sign = 0; sign < sheet->sign_count; sign++)
        for (uint32_t kind = 0; kind < sheet->timeline->kind_count; kind++) {
            if (sheet->signs[kind] != sign)
                continue;
            const char *words = sheet->timeline->kinds[kind];
            legend_next(legend, words);
            svg_sign(&sheet->body, sign, sample_middle(legend, words), legend->y, false);
        }
}

static void legend_states(Legend *legend) {
    Sheet *sheet = legend->sheet;
    for (TimelineDone done = DONE_YES; done <= DONE_NO; done++)
        if (sheet->has_done[done]) {
            const char *words = done_words(done);
            legend_next(legend, words);
            draw_state(sheet, done, sample_middle(legend, words), legend->y);
        }
}

static void legend_open(Legend *legend) {
    const char *words = "open: nothing known on that side";
    legend_next(legend, words);
    int middle = sample_middle(legend, words);
    svg_line(&legend->sheet->body, middle - 16, legend->y, middle + 16, legend->y, SVG_INK, 2,
             true);
    out_format(&legend->sheet->body,
               "<path d=\"M%d %dL%d %dL%d %d\" fill=\"none\" stroke=\"" SVG_INK
               "\" stroke-width=\"2\"/>\n",
               middle + 9, legend->y - 5, middle + 16, legend->y, middle + 9, legend->y + 5);
}

static void legend_as_at(Legend *legend) {
    const char *words = "the as-at day";
    legend_next(legend, words);
    int middle = sample_middle(legend, words);
    svg_line(&legend->sheet->body, middle, legend->y - 8, middle, legend->y + 8, SVG_RED, 2, false);
}

void draw_legend(Sheet *sheet) {
    if (sheet->timeline->dated == 0 || (sheet->grouped && !sheet->as_at_drawn))
        return;
    Legend legend = {sheet, NAMES_LEFT, sheet->y + 30};
    if (!sheet->grouped) {
        legend_bars(&legend);
        legend_signs(&legend);
    }
    if (sheet->has_unsure)
        legend_box(&legend, "url(#timeline-unsure)", true, "some day in these: not known exactly");
    if (sheet->has_open)
        legend_open(&legend);
    if (sheet->has_shade)
        legend_box(&legend, "url(#timeline-mind)", true, "days to mind");
    legend_states(&legend);
    if (sheet->as_at_drawn)
        legend_as_at(&legend);
    sheet->y = legend.y + 14;
}

void draw_undated(Sheet *sheet) {
    const Timeline *timeline = sheet->timeline;
    if (timeline->dated == timeline->row_count)
        return;
    sheet->y += 26;
    svg_words(&sheet->body, NAMES_LEFT, sheet->y, SIZE, true, SVG_START, SVG_INK,
              TEXT("Not drawn, as no day is known"));
    for (uint32_t i = timeline->dated; i < timeline->row_count; i++) {
        const TimelineRow *row = timeline->rows[i];
        const char *words = arena_format(sheet->arena, "%.*s (%s): %s", TEXT_ARGS(row->title),
                                         timeline->kinds[row->kind], row_words(timeline, row));
        Lines lines =
            lines_in_drawing(sheet->arena, text_of(words), SHEET_WIDTH - 2 * NAMES_LEFT - 14, SIZE);
        svg_words(&sheet->body, NAMES_LEFT, sheet->y + 20, SIZE, true, SVG_START, SVG_INK,
                  TEXT("\u2013"));
        sheet->y = svg_lines(&sheet->body, NAMES_LEFT + 14, sheet->y + 20, SIZE, false, SVG_START,
                             SVG_INK, lines);
    }
}
