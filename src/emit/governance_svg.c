/* Who is who as SVG. Graphviz finds the places; every line and letter is ours, so that words fit
 * their boxes on any machine and the drawing says what it is to those who do not see it. */
#include "governance.h"
#include "graphviz.h"
#include "said.h"
#include "svg.h"

enum { MARGIN = 24, LEAST_WIDTH = 760, WIDE = 1080 };

typedef struct Board {
    const Governance *governance;
    const Diagram *diagram;
    const Layout *layout;
    Arena *arena;
    Out body;
    int left, top; /* of the layout on the drawing */
    int width, y;
} Board;

static int on_board(int tenths) { return (tenths + 5) / 10; }

/* ---- arrows ---- */

/* The points that pull at a curve may lie off the board, where the curve itself does not go. */
static void out_tenths(Board *board, char before, int tenths) {
    unsigned length = tenths < 0 ? 0U - (unsigned)tenths : (unsigned)tenths;
    out_format(&board->body, "%c%s%u.%u", before, tenths < 0 ? "-" : "", length / 10, length % 10);
}

static void out_spot(Board *board, char letter, Spot spot) {
    out_tenths(board, letter, spot.x + board->left * 10);
    out_tenths(board, ' ', spot.y + board->top * 10);
}

static void draw_curve(Board *board, const Arrow *arrow, const Curve *curve) {
    out_string(&board->body, "<path d=\"");
    if (curve->has_tail)
        out_spot(board, 'M', curve->tail);
    for (uint32_t i = 0; i + 1 < curve->count; i++)
        out_spot(board,
                 i == 0       ? (curve->has_tail ? 'L' : 'M')
                 : i % 3 == 1 ? 'C'
                              : ' ',
                 curve->spots[i]);
    out_spot(board, 'L', curve->spots[curve->count - 1]);
    out_format(&board->body,
               "\" fill=\"none\" stroke=\"" SVG_INK "\" stroke-width=\"1.4\"%s%s "
               "marker-end=\"url(#governance-head)\"/>\n",
               arrow->hoped ? " stroke-dasharray=\"6 4\"" : "",
               curve->has_tail ? " marker-start=\"url(#governance-tail)\"" : "");
}

static void draw_arrow_words(Board *board, const Arrow *arrow, const Curve *curve) {
    int x = board->left + on_board(curve->label.x), y = board->top + on_board(curve->label.y);
    /* The ground is smaller than the room that was kept, so as not to cut the arrow's own line. */
    svg_box(&board->body, x - arrow->width / 2 + 4, y - arrow->height / 2 + 5, arrow->width - 8,
            arrow->height - 10, 0, "#ffffff", "none", false);
    for (uint32_t i = 0; i < arrow->lines.count; i++)
        svg_words(&board->body, x, y - arrow->height / 2 + 14 + (int)i * PLATE_SMALL_STEP,
                  PLATE_SMALL, false, SVG_MIDDLE, SVG_INK, arrow->lines.items[i]);
}

/* ---- nodes ---- */

enum { EDGE_STYLES = 5 };

/* Shades are told apart by the edge of the box: heavy, double, barred left, barred above, barred
 * below. The word stands in the box too. */
static void draw_edge(Out *out, uint32_t shade, int x, int y, int width, int height) {
    switch (shade % EDGE_STYLES) {
    case 0:
        out_format(out,
                   "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" "
                   "stroke=\"" SVG_BLUE "\" stroke-width=\"4\"/>\n",
                   x + 2, y + 2, width - 4, height - 4);
        break;
    case 1: svg_box(out, x + 4, y + 4, width - 8, height - 8, 0, "none", SVG_BLUE, false); break;
    case 2: svg_box(out, x, y, 5, height, 0, SVG_BLUE, "none", false); break;
    case 3: svg_box(out, x, y, width, 5, 0, SVG_BLUE, "none", false); break;
    default: svg_box(out, x, y + height - 5, width, 5, 0, SVG_BLUE, "none", false); break;
    }
}

static void draw_outline(Board *board, const GovernanceNode *node, int x, int y, int width,
                         int height) {
    Out *out = &board->body;
    switch (node->shape) {
    case NODE_PERSON:
        svg_box(out, x, y, width, height, 16, "#ffffff", SVG_INK, false);
        out_format(out,
                   "<path d=\"M-4 -4A4 4 0 1 0 4 -4A4 4 0 1 0 -4 -4M-9 8A9 8 0 0 1 9 8Z\" "
                   "transform=\"translate(%d %d)\" fill=\"" SVG_BLUE "\"/>\n",
                   x + width / 2, y + 16);
        break;
    case NODE_HEXAGON:
        out_format(out,
                   "<path d=\"M%d %dH%dL%d %dL%d %dH%dL%d %dZ\" fill=\"" SVG_PALE
                   "\" stroke=\"" SVG_INK "\"/>\n",
                   x + 16, y, x + width - 16, x + width, y + height / 2, x + width - 16, y + height,
                   x + 16, x, y + height / 2);
        break;
    case NODE_THING:
        out_format(
            out,
            "<path d=\"M%d %dH%dL%d %dV%dH%dZM%d %dV%dH%d\" fill=\"#ffffff\" stroke=\"" SVG_LINE
            "\"/>\n",
            x, y, x + width - 12, x + width, y + 12, y + height, x, x + width - 12, y, y + 12,
            x + width);
        break;
    case NODE_BOX: svg_box(out, x, y, width, height, 0, "#ffffff", SVG_INK, false); break;
    }
    if (node->shade != GOVERNANCE_NONE && node->shape == NODE_BOX)
        draw_edge(out, node->shade, x, y, width, height);
}

static void draw_node(Board *board, uint32_t i) {
    const GovernanceNode *node = &board->governance->nodes[i];
    const Plate *plate = &board->diagram->plates[i];
    int centre = board->left + on_board(board->layout->nodes[i].x);
    int middle = board->top + on_board(board->layout->nodes[i].y);
    int x = centre - plate->width / 2, y = middle - plate->height / 2;
    out_format(&board->body, "<g id=\"governance-node-%u\">\n", (unsigned)i);
    draw_outline(board, node, x, y, plate->width, plate->height);
    int words = (int)plate->title.count * PLATE_STEP + (int)plate->detail.count * PLATE_SMALL_STEP;
    int line = y + (plate->height - words) / 2 + 13 + (node->shape == NODE_PERSON ? 11 : 0);
    svg_lines(&board->body, node->several ? x + 12 : centre, line, PLATE_SIZE, true,
              node->several ? SVG_START : SVG_MIDDLE, SVG_INK, plate->title);
    line += (int)plate->title.count * PLATE_STEP - 2;
    for (uint32_t l = 0; l < plate->detail.count; l++)
        svg_words(&board->body, centre, line + (int)l * PLATE_SMALL_STEP, PLATE_SMALL, false,
                  SVG_MIDDLE, SVG_SOFT, plate->detail.items[l]);
    out_string(&board->body, "</g>\n");
}

/* ---- legend ---- */

typedef struct Key {
    Board *board;
    int x;
} Key;

enum { KEY_SAMPLE = 40, KEY_STEP = 30 };

/* Sets the words of one sample and gives its left edge. */
static int key_next(Key *key, const char *words) {
    int width = KEY_SAMPLE + 8 + (int)drawn_width(text_of(words), 12) + 20;
    if (key->x > MARGIN && key->x + width > key->board->width - MARGIN) {
        key->x = MARGIN;
        key->board->y += KEY_STEP;
    }
    svg_words(&key->board->body, key->x + KEY_SAMPLE + 8, key->board->y + 4, 12, false, SVG_START,
              SVG_INK, text_of(words));
    key->x += width;
    return key->x - width;
}

static void key_line(Key *key, bool hoped, const char *words) {
    int x = key_next(key, words);
    out_format(&key->board->body,
               "<path d=\"M%d %dH%d\" fill=\"none\" stroke=\"" SVG_INK "\" stroke-width=\"1.4\"%s "
               "marker-end=\"url(#governance-head)\"/>\n",
               x, key->board->y, x + KEY_SAMPLE, hoped ? " stroke-dasharray=\"6 4\"" : "");
}

static void key_shapes(Key *key) {
    const Governance *governance = key->board->governance;
    bool said[NODE_THING + 1] = {false};
    for (uint32_t i = 0; i < governance->node_count; i++) {
        GovernanceNode node = governance->nodes[i];
        if (said[node.shape] || node.shape == NODE_BOX)
            continue;
        said[node.shape] = true;
        const char *words = node.shape == NODE_THING ? "what they look after" : node.kind;
        int x = key_next(key, words);
        node.shade = GOVERNANCE_NONE;
        bool tall = node.shape == NODE_PERSON;
        draw_outline(key->board, &node, x, key->board->y - (tall ? 14 : 10), KEY_SAMPLE,
                     tall ? 28 : 20);
    }
}

static bool any_hoped(const Governance *governance, bool hoped) {
    for (uint32_t i = 0; i < governance->link_count; i++)
        if (governance->links[i].hoped == hoped)
            return true;
    return false;
}

static void key_shades(Key *key) {
    const Governance *governance = key->board->governance;
    bool unstated = false;
    for (uint32_t i = 0; i < governance->shade_count; i++) {
        int x = key_next(key, governance->shades[i]);
        GovernanceNode sample = {.shape = NODE_BOX, .shade = i};
        draw_outline(key->board, &sample, x, key->board->y - 10, KEY_SAMPLE, 20);
    }
    for (uint32_t i = 0; i < governance->node_count; i++)
        unstated = unstated || (governance->nodes[i].shape == NODE_BOX &&
                                governance->nodes[i].shade == GOVERNANCE_NONE);
    if (!unstated || governance->shade_count == 0)
        return;
    const char *words =
        arena_format(key->board->arena, "%s not stated",
                     governance->shaded_by == NULL ? "This is" : governance->shaded_by);
    int x = key_next(key, words);
    svg_box(&key->board->body, x, key->board->y - 10, KEY_SAMPLE, 20, 0, "#ffffff", SVG_INK, false);
}

static void draw_key(Board *board) {
    board->y += 34;
    Key key = {board, MARGIN};
    if (any_hoped(board->governance, false))
        key_line(&key, false, "there today");
    if (any_hoped(board->governance, true))
        key_line(&key, true, "hoped for, not there yet");
    key_shades(&key);
    key_shapes(&key);
    board->y += 14;
}

/* ---- the whole ---- */

static void draw_head(Board *board) {
    Text title = text_of(
        arena_format(board->arena, "Who is who: %.*s", TEXT_ARGS(board->governance->title)));
    Lines lines =
        lines_in_drawing(board->arena, title, (unsigned)(board->width - 2 * MARGIN) * 9 / 10, 20);
    board->top = svg_lines(&board->body, MARGIN, 36, 20, true, SVG_START, SVG_INK, lines) + 26;
}

static void draw_all(Board *board) {
    draw_head(board);
    for (uint32_t i = 0; i < board->diagram->arrow_count; i++)
        draw_curve(board, &board->diagram->arrows[i], &board->layout->curves[i]);
    for (uint32_t i = 0; i < board->diagram->arrow_count; i++)
        draw_arrow_words(board, &board->diagram->arrows[i], &board->layout->curves[i]);
    for (uint32_t i = 0; i < board->governance->node_count; i++)
        draw_node(board, i);
    board->y = board->top + on_board(board->layout->height);
    if (board->governance->node_count > 0)
        draw_key(board);
    else
        svg_words(&board->body, MARGIN, board->y, PLATE_SIZE, false, SVG_START, SVG_INK,
                  TEXT("This plan names no bodies and no posts."));
}

static const char *description(const Governance *governance) {
    uint32_t hoped = 0;
    for (uint32_t i = 0; i < governance->link_count; i++)
        hoped += governance->links[i].hoped;
    return arena_format(governance->arena,
                        "Bodies and posts, %u in all, and %s between them, %u of which only hoped "
                        "for. The same facts are in the table that goes with the drawing.",
                        (unsigned)governance->node_count,
                        said_count(governance->arena, governance->link_count, "link", "links"),
                        (unsigned)hoped);
}

static void write_svg(Board *board, const Governance *whole, bool standalone, Out *out) {
    Text title = text_of(
        arena_format(board->arena, "Who is who: %.*s", TEXT_ARGS(board->governance->title)));
    svg_begin(out, "governance", board->width, board->y + 12, title, text_of(description(whole)),
              standalone);
    static const char MARKER[] =
        "<marker id=\"governance-%s\" markerWidth=\"10\" "
        "markerHeight=\"8\" refX=\"%d\" refY=\"4\" orient=\"auto\" "
        "markerUnits=\"userSpaceOnUse\"><path d=\"%s\" fill=\"" SVG_INK "\"/></marker>\n";
    out_string(out, "<defs>\n");
    out_format(out, MARKER, "head", 8, "M0 0L9 4L0 8Z");
    out_format(out, MARKER, "tail", 1, "M9 0L0 4L9 8Z");
    out_string(out, "</defs>\n");
    out_text(out, out_written(&board->body));
    svg_end(out);
}

static const Layout *lay_out_one(const Diagram *diagram, bool across, const char **why) {
    const Governance *governance = diagram->governance;
    Out dot = {0};
    diagram_dot_for_layout(diagram, across, &dot);
    const Layout *layout = graphviz_layout(governance->arena, out_written(&dot),
                                           governance->node_count, diagram->arrow_count, why);
    out_free(&dot);
    return layout;
}

/* From the bottom up, as such diagrams are mostly drawn; from left to right where the other would
 * be wider than a page, and this is narrower by a quarter. */
static const Layout *lay_out(const Diagram *diagram, const char **why) {
    const Layout *upwards = lay_out_one(diagram, false, why);
    if (upwards == NULL || upwards->width <= WIDE * 10)
        return upwards;
    const char *why_not = NULL;
    const Layout *across = lay_out_one(diagram, true, &why_not);
    bool better = across != NULL && across->width / 3 < upwards->width / 4;
    return better ? across : upwards;
}

/* A drawing that says that there is none, so that whoever opens the file knows. */
static void write_failure(const Governance *governance, const char *why, bool standalone,
                          Out *out) {
    Board board = {.governance = governance, .arena = governance->arena, .width = LEAST_WIDTH};
    draw_head(&board);
    Lines lines = lines_in_drawing(board.arena, text_of(why), LEAST_WIDTH - 2 * MARGIN, PLATE_SIZE);
    board.y =
        svg_lines(&board.body, MARGIN, board.top, PLATE_SIZE, false, SVG_START, SVG_INK, lines);
    write_svg(&board, governance, standalone, out);
    out_free(&board.body);
}

bool governance_svg(const Governance *governance, Diagnostics *diagnostics, bool standalone,
                    Out *out) {
    const char *why = NULL;
    const Governance *gathered = governance_gathered(governance);
    const Diagram *diagram = diagram_of(gathered);
    static const Layout NOTHING;
    const Layout *layout = gathered->node_count == 0 ? &NOTHING : lay_out(diagram, &why);
    if (layout == NULL) {
        why = arena_format(governance->arena,
                           "The diagram of who is who was not drawn: %s. The table of the same "
                           "facts and the DOT file are whole.",
                           why);
        report(diagnostics, DIAGNOSTIC_diagram_failed, NO_SPAN, "%s", why);
        write_failure(governance, why, standalone, out);
        return false;
    }
    Board board = {
        .governance = gathered, .diagram = diagram, .layout = layout, .arena = governance->arena};
    board.width = on_board(layout->width) + 2 * MARGIN;
    board.width = board.width < LEAST_WIDTH ? LEAST_WIDTH : board.width;
    board.left = (board.width - on_board(layout->width)) / 2;
    draw_all(&board);
    write_svg(&board, governance, standalone, out);
    out->failed = out->failed || board.body.failed;
    out_free(&board.body);
    return true;
}
