/* Timeline to plain text of any width: names, chart and words in three columns, then what the
 * signs mean, then what has no known day. The chart is bytes of its own signs (below), which are
 * turned into characters only when they are written. */
#include "lettering.h"
#include "timeline.h"

#include <ctype.h>
#include <string.h>

enum { WIDTH_LEAST = 40, WIDTH_USUAL = 80, NAMES_MOST = 30, WORDS_MOST = 42 };

/* What may stand in a cell of the chart; capital letters stand for kinds of milestones. */
enum {
    CELL_EMPTY = ' ',
    CELL_SURE = '=',
    CELL_UNSURE = '~',
    CELL_DAY = 'o',
    CELL_MIND = '/',
    CELL_BEFORE = '<',
    CELL_AFTER = '>',
    CELL_AS_AT = '^'
};

typedef struct TextChart {
    const Timeline *timeline; /* the part of WHOLE that is written just now */
    const Timeline *whole;
    Arena *arena;
    Out *out;
    Axis axis;
    bool plain;
    uint32_t names, chart, words; /* columns of each part */
    char *cells;                  /* of the row in hand */
    char *letters;                /* of each kind */
    bool used[128];               /* cells that need to be explained */
} TextChart;

static const char *cell_sign(const TextChart *page, char cell) {
    if (page->plain)
        return NULL;
    switch (cell) {
    case CELL_SURE: return "\u2501";
    case CELL_UNSURE: return "\u2504";
    case CELL_DAY: return "\u25cf";
    case CELL_MIND: return "\u2591";
    case CELL_BEFORE: return "\u25c2";
    case CELL_AFTER: return "\u25b8";
    case CELL_AS_AT: return "\u25b2";
    default: return NULL;
    }
}

static void out_cell(TextChart *page, char cell) {
    const char *sign = cell_sign(page, cell);
    if (sign != NULL)
        out_string(page->out, sign);
    else
        out_byte(page->out, cell);
}

/* ---- columns ---- */

static void out_padded(TextChart *page, Text text, uint32_t columns) {
    size_t filled = utf8_columns(text);
    out_text(page->out, text);
    out_repeat(page->out, " ", filled < columns ? columns - filled : 0);
}

static Text line_of(Lines lines, uint32_t number) {
    return number < lines.count ? lines.items[number] : TEXT("");
}

static bool cells_blank(const TextChart *page) {
    for (uint32_t i = 0; i < page->chart; i++)
        if (page->cells[i] != CELL_EMPTY)
            return false;
    return true;
}

/* One row of the page: as many lines as its name and its words need; the chart on the first. */
static void out_row(TextChart *page, uint32_t indent, Text name, const char *words) {
    Lines names = lines_in_columns(page->arena, name, page->names - indent);
    Lines said = lines_in_columns(page->arena, text_of(words), page->words);
    uint32_t count = names.count > said.count ? names.count : said.count;
    for (uint32_t i = 0; i < count; i++) {
        bool chart = i == 0 && !cells_blank(page);
        Text right = line_of(said, i);
        out_repeat(page->out, " ", indent);
        if (!chart && right.length == 0) {
            out_text(page->out, line_of(names, i));
        } else {
            out_padded(page, line_of(names, i), page->names - indent + 1);
            uint32_t last = page->chart;
            while (chart && right.length == 0 && page->cells[last - 1] == CELL_EMPTY)
                last--;
            for (uint32_t c = 0; c < last; c++)
                out_cell(page, chart ? page->cells[c] : CELL_EMPTY);
            if (right.length > 0)
                out_byte(page->out, ' ');
            out_text(page->out, right);
        }
        out_byte(page->out, '\n');
    }
    memset(page->cells, CELL_EMPTY, page->chart);
}

/* ---- the chart ---- */

static uint32_t column_of(const TextChart *page, Day day) {
    int64_t days = page->axis.last - page->axis.first + 1, at = (int64_t)day - page->axis.first;
    at = at < 0 ? 0 : at >= days ? days - 1 : at;
    return (uint32_t)(at * page->chart / days);
}

static void fill(TextChart *page, Day from, Day to, char cell) {
    if (from > to)
        return;
    memset(page->cells + column_of(page, from), cell,
           column_of(page, to) - column_of(page, from) + 1);
    page->used[(unsigned char)cell] = true;
}

static bool is_unknown(Day day) { return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE; }

/* An arrow in the cell beside the mark; in the mark's own cell at the edge of the chart. */
static void fill_open(TextChart *page, const TimelineMark *mark) {
    if (is_unknown(mark->from.first)) {
        uint32_t at = column_of(page, mark_first(mark));
        page->cells[at > 0 ? at - 1 : 0] = CELL_BEFORE;
        page->used[CELL_BEFORE] = true;
    }
    if (is_unknown(mark->to.last)) {
        uint32_t at = mark->no_end ? page->chart - 1 : column_of(page, mark_last(mark)) + 1;
        page->cells[at < page->chart ? at : page->chart - 1] = CELL_AFTER;
        page->used[CELL_AFTER] = true;
    }
}

static void fill_span(TextChart *page, const TimelineMark *mark, char sure) {
    Day first = mark_first(mark), last = mark->no_end ? page->axis.last : mark_last(mark);
    Day sure_from = is_unknown(mark->from.last) ? last + 1 : mark->from.last;
    Day sure_to = mark->no_end ? last : is_unknown(mark->to.first) ? first - 1 : mark->to.first;
    fill(page, first, last, range_is_day(mark->from) && sure_from <= sure_to ? sure : CELL_UNSURE);
    fill(page, sure_to + 1, last, CELL_UNSURE);
    if (sure_to - sure_from > 1)
        fill(page, sure_from, sure_to, sure);
}

static void fill_mark(TextChart *page, const TimelineRow *row, const TimelineMark *mark) {
    if (!mark_falls_in(mark, (DateRange){page->axis.first, page->axis.last}))
        return;
    bool bounded =
        range_is_day(mark->from) || is_unknown(mark->from.first) || is_unknown(mark->from.last);
    char day = mark->shape == TIMELINE_SHADE       ? CELL_MIND
               : mark->shape == TIMELINE_MILESTONE ? page->letters[row->kind]
                                                   : CELL_DAY;
    if (mark_is_span(mark)) {
        fill_span(page, mark, mark->shape == TIMELINE_SHADE ? CELL_MIND : CELL_SURE);
    } else if (bounded) {
        fill(page, mark_first(mark), mark_first(mark), day);
    } else {
        Day middle = mark->from.first + (mark->from.last - mark->from.first) / 2;
        fill(page, mark->from.first, mark->from.last, CELL_UNSURE);
        if (mark->shape == TIMELINE_MILESTONE)
            fill(page, middle, middle, day);
    }
    fill_open(page, mark);
}

/* ---- the head and the rows ---- */

/* The column where the words above the next tick that has any begin. */
static uint32_t above_end(const TextChart *page, uint32_t after) {
    for (uint32_t i = after + 1; i < page->axis.count; i++)
        if (page->axis.ticks[i].above[0] != '\0')
            return column_of(page, page->axis.ticks[i].day);
    return page->chart + 1;
}

/* Both lines of the axis: what is major above, the ticks below; a label that would meet the one
 * before it is left out. */
static void out_axis(TextChart *page) {
    char *above = arena_alloc(page->arena, page->chart + 1);
    memset(above, ' ', page->chart);
    char *below = arena_copy(page->arena, above, page->chart);
    uint32_t free_above = 0, free_below = 0;
    for (uint32_t i = 0; i < page->axis.count; i++) {
        const AxisTick *tick = &page->axis.ticks[i];
        uint32_t at = column_of(page, tick->day);
        uint32_t up = (uint32_t)strlen(tick->above), down = (uint32_t)strlen(tick->label);
        if (up > 4 && at + up + 1 > above_end(page, i))
            up = 3; /* "Mar" where "Mar 2026" has no room */
        if (up > 0 && at >= free_above && at + up <= page->chart)
            memcpy(above + at, tick->above, up), free_above = at + up + 1;
        if (at >= free_below && at + down <= page->chart)
            memcpy(below + at, tick->label, down), free_below = at + down + 1;
    }
    const char *const lines[] = {above, below};
    for (int i = 0; i < 2; i++) {
        Text line = text_of(lines[i]);
        while (line.length > 0 && line.at[line.length - 1] == ' ')
            line.length--;
        if (line.length == 0)
            continue;
        out_repeat(page->out, " ", page->names + 1);
        out_text(page->out, line);
        out_byte(page->out, '\n');
    }
}

static const char *said_of(const TextChart *page, const TimelineRow *row) {
    const char *words = row_words_short(page->timeline, row, false);
    bool said =
        row->done != DONE_NOT_ASKED && row->done != DONE_PLANNED && row->done != DONE_RUNNING;
    return said ? arena_format(page->arena, "%s; %s", words, done_words(row->done)) : words;
}

static void out_rows(TextChart *page) {
    for (uint32_t i = 0; i < page->timeline->dated; i++) {
        const TimelineRow *row = page->timeline->rows[i];
        for (int day = 0; day <= 1; day++) /* what happens stands over days to mind */
            for (uint32_t m = 0; m < row->mark_count; m++)
                if ((row->marks[m].shape != TIMELINE_SHADE) == day)
                    fill_mark(page, row, &row->marks[m]);
        out_row(page, row->lane == TIMELINE_NONE ? 0 : 2, row_name(page->timeline, row),
                said_of(page, row));
    }
}

static void out_as_at(TextChart *page) {
    char day[DAY_TEXT];
    Day as_at = page->timeline->as_at;
    const char *words = months_cut(page->arena, day_plain(as_at, day));
    const char *all = page->whole->is_weeks ? "these weeks" : "all this";
    if (as_at < page->axis.first)
        words = arena_format(page->arena, "%s, before %s", words, all);
    else if (as_at > page->axis.last)
        words = arena_format(page->arena, "%s, after %s", words, all);
    else
        page->cells[column_of(page, as_at)] = CELL_AS_AT;
    out_row(page, 0, TEXT("As at"), words);
}

/* ---- below the chart ---- */

/* One sign with its words, which never part. */
typedef struct Legend {
    TextChart *page;
    size_t filled, width;
} Legend;

static void explain(Legend *legend, char cell, const char *words) {
    TextChart *page = legend->page;
    if (!page->used[(unsigned char)cell])
        return;
    size_t columns = 2 + utf8_columns(text_of(words));
    if (legend->filled > 0 && legend->filled + 3 + columns > legend->width) {
        out_byte(page->out, '\n');
        legend->filled = 0;
    }
    out_string(page->out, legend->filled > 0 ? "   " : "");
    out_cell(page, cell);
    out_byte(page->out, ' ');
    out_string(page->out, words);
    legend->filled += columns + (legend->filled > 0 ? 3 : 0);
}

static void out_legend(TextChart *page, uint32_t width) {
    Legend legend = {.page = page, .width = width};
    explain(&legend, CELL_SURE, "these days");
    explain(&legend, CELL_UNSURE, "some day in these, not known exactly");
    explain(&legend, CELL_DAY, "one day");
    explain(&legend, CELL_MIND, "days to mind");
    explain(&legend, CELL_BEFORE, "some day before");
    explain(&legend, CELL_AFTER, "on from here");
    for (uint32_t kind = 0; kind < page->whole->kind_count; kind++)
        explain(&legend, page->letters[kind], page->whole->kinds[kind]);
    out_byte(page->out, '\n');
}

static void out_undated(TextChart *page, uint32_t width) {
    const Timeline *timeline = page->whole;
    if (timeline->dated == timeline->row_count)
        return;
    out_string(page->out, "Not drawn, as no day is known:\n");
    for (uint32_t i = timeline->dated; i < timeline->row_count; i++) {
        const TimelineRow *row = timeline->rows[i];
        const char *words = arena_format(page->arena, "%.*s (%s): %s", TEXT_ARGS(row->title),
                                         timeline->kinds[row->kind], row_words(timeline, row));
        Lines lines = lines_in_columns(page->arena, text_of(words), width - 4);
        for (uint32_t l = 0; l < lines.count; l++) {
            out_string(page->out, l == 0 ? "  - " : "    ");
            out_text(page->out, lines.items[l]);
            out_byte(page->out, '\n');
        }
    }
}

/* ---- the whole ---- */

/* A capital from the kind's own title that no other kind has; a digit when all are taken. */
static char free_letter(const bool *taken, const char *title) {
    for (const char *at = title; *at != '\0'; at++) {
        int letter = toupper((unsigned char)*at);
        if (letter >= 'A' && letter <= 'Z' && !taken[letter])
            return (char)letter;
    }
    for (int letter = '1'; letter <= 'Z'; letter++)
        if ((letter <= '9' || letter >= 'A') && !taken[letter])
            return (char)letter;
    return '*';
}

static void choose_letters(TextChart *page) {
    bool taken[128] = {false};
    const Timeline *timeline = page->timeline;
    page->letters = arena_alloc(page->arena, timeline->kind_count + 1);
    for (uint32_t r = 0; r < timeline->dated; r++)
        for (uint32_t m = 0; m < timeline->rows[r]->mark_count; m++) {
            uint32_t kind = timeline->rows[r]->kind;
            if (timeline->rows[r]->marks[m].shape != TIMELINE_MILESTONE ||
                page->letters[kind] != '\0')
                continue;
            page->letters[kind] = free_letter(taken, timeline->kinds[kind]);
            taken[(unsigned char)page->letters[kind]] = true;
        }
}

/* Names and words get what they need, up to a limit; the chart gets the rest. */
static void choose_columns(TextChart *page, uint32_t width) {
    size_t names = 8, words = 16;
    for (uint32_t i = 0; i < page->timeline->dated; i++) {
        const TimelineRow *row = page->timeline->rows[i];
        size_t name =
            utf8_columns(row_name(page->timeline, row)) + (row->lane == TIMELINE_NONE ? 0 : 2);
        size_t said = utf8_columns(text_of(said_of(page, row)));
        names = name > names ? name : names;
        words = said > words ? said : words;
    }
    size_t names_most = width / 4 < NAMES_MOST ? width / 4 : NAMES_MOST;
    size_t words_most = width * 7 / 20 < WORDS_MOST ? width * 7 / 20 : WORDS_MOST;
    page->names = (uint32_t)(names < names_most ? names : names_most);
    page->words = (uint32_t)(words < words_most ? words : words_most);
    page->chart = width - page->names - page->words - 2;
}

/* Typographic signs in the plan's own words are taken down to ASCII; other letters stay. */
static void out_plainly(Out *out, Text text) {
    static const struct {
        const char *from, *to;
    } SIGNS[] = {{"\u2018", "'"}, {"\u2019", "'"}, {"\u201c", "\""},  {"\u201d", "\""},
                 {"\u2013", "-"}, {"\u2014", "-"}, {"\u2026", "..."}, {"\u00a0", " "}};
    for (size_t at = 0; at < text.length;) {
        size_t length = utf8_next(text_part(text, at, text.length));
        Text sign = text_part(text, at, length);
        at += length;
        for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
            if (text_is(sign, SIGNS[i].from))
                sign = text_of(SIGNS[i].to);
        out_text(out, sign);
    }
}

static void out_part(TextChart *page, uint32_t number) {
    const Timeline *part = timeline_part_number(page->whole, number);
    page->timeline = part;
    Day last = part->last > part->first ? part->last : part->first + 1;
    page->axis = part->is_weeks ? axis_of_weeks(page->arena, part->first, last, page->chart / 3)
                                : axis_over(page->arena, part->first, last, page->chart / 4);
    if (number > 0)
        out_byte(page->out, '\n');
    out_axis(page);
    out_rows(page);
    out_as_at(page);
    page->timeline = page->whole;
}

static void out_notes(TextChart *page, uint32_t width) {
    for (uint32_t i = 0; i < page->whole->note_count; i++) {
        Lines lines = lines_in_columns(page->arena, text_of(page->whole->notes[i]), width);
        for (uint32_t l = 0; l < lines.count; l++) {
            out_text(page->out, lines.items[l]);
            out_byte(page->out, '\n');
        }
    }
}

static void out_timeline(TextChart *page, uint32_t width) {
    const Timeline *timeline = page->timeline;
    Lines title = lines_in_columns(page->arena, timeline->title, width);
    for (uint32_t i = 0; i < title.count; i++) {
        out_text(page->out, title.items[i]);
        out_byte(page->out, '\n');
    }
    out_byte(page->out, '\n');
    if (timeline->dated > 0) {
        choose_letters(page);
        choose_columns(page, width);
        page->cells = arena_alloc(page->arena, page->chart + 1);
        memset(page->cells, CELL_EMPTY, page->chart);
        for (uint32_t i = 0; i < timeline_parts(timeline); i++)
            out_part(page, i);
        out_legend(page, width);
    }
    out_notes(page, width);
    out_undated(page, width);
}

void timeline_text(const Timeline *timeline, unsigned width, bool plain, Out *out) {
    Out whole = {0};
    TextChart page = {
        .timeline = timeline, .whole = timeline, .arena = timeline->arena, .out = &whole};
    page.plain = plain;
    unsigned columns = width == 0 ? WIDTH_USUAL : width < WIDTH_LEAST ? WIDTH_LEAST : width;
    out_timeline(&page, columns);
    if (plain)
        out_plainly(out, out_written(&whole));
    else
        out_text(out, out_written(&whole));
    out->failed = out->failed || whole.failed;
    out_free(&whole);
}
