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
    const Timeline *timeline = legend->sheet->whole;
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
        legend_box(legend, shade_fill(legend->sheet, i, pattern), false, timeline->shades[i]);
    if (plain && timeline->shade_count == 0)
        legend_box(legend, SVG_PALE, false, "days known");
    else if (plain)
        legend_box(legend, SVG_PALE, false, "other");
}

/* Only those that were drawn; a sign is the same in both drawings of a plan. */
static void legend_signs(Legend *legend) {
    const Timeline *timeline = legend->sheet->whole;
    bool *used = arena_array(legend->sheet->arena, bool, timeline->kind_count + 1);
    for (uint32_t r = 0; r < timeline->dated; r++)
        for (uint32_t i = 0; i < timeline->rows[r]->mark_count; i++)
            if (timeline->rows[r]->marks[i].shape == TIMELINE_MILESTONE)
                used[timeline->rows[r]->kind] = true;
    for (uint32_t i = 0; i < timeline->signed_count; i++) {
        uint32_t kind = timeline->signed_kinds[i];
        if (!used[kind])
            continue;
        legend_next(legend, timeline->kinds[kind]);
        svg_sign(&legend->sheet->body, i, sample_middle(legend, timeline->kinds[kind]), legend->y,
                 false);
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

/* Only those that were drawn. */
static void legend_minds(Legend *legend) {
    const Timeline *timeline = legend->sheet->whole;
    char fill[SVG_PATTERN_NAME];
    bool *used = arena_array(legend->sheet->arena, bool, timeline->mind_count + 1);
    for (uint32_t r = 0; r < timeline->dated; r++)
        for (uint32_t i = 0; i < timeline->rows[r]->mark_count; i++)
            if (timeline->rows[r]->marks[i].mind != TIMELINE_NONE)
                used[timeline->rows[r]->marks[i].mind] = true;
    for (uint32_t mind = 0; mind < timeline->mind_count; mind++)
        if (used[mind])
            legend_box(legend, svg_mind(legend->sheet->name, mind, fill), true,
                       timeline->minds[mind]);
}

void draw_legend(Sheet *sheet) {
    char fill[SVG_PATTERN_NAME];
    if (sheet->whole->dated == 0 || (!sheet->any_single && !sheet->any_as_at))
        return;
    Legend legend = {sheet, NAMES_LEFT, sheet->y + 30};
    if (sheet->any_single) {
        legend_bars(&legend);
        legend_signs(&legend);
    }
    if (sheet->has_unsure)
        legend_box(&legend, unsure_fill(sheet, fill), true, "some day in these: not known exactly");
    if (sheet->has_open)
        legend_open(&legend);
    legend_minds(&legend);
    legend_states(&legend);
    if (sheet->any_as_at)
        legend_as_at(&legend);
    sheet->y = legend.y + 14;
}

void draw_undated(Sheet *sheet) {
    const Timeline *timeline = sheet->whole;
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

void draw_notes(Sheet *sheet) {
    for (uint32_t i = 0; i < sheet->whole->note_count; i++) {
        Lines lines = lines_in_drawing(sheet->arena, text_of(sheet->whole->notes[i]),
                                       SHEET_WIDTH - 2 * NAMES_LEFT, SIZE);
        sheet->y = svg_lines(&sheet->body, NAMES_LEFT, sheet->y + 26, SIZE, false, SVG_START,
                             SVG_INK, lines);
    }
}
