/* Who is who as DOT: a graph that people can read and other programs can draw, and the same graph
 * with blank room in place of words, for our own drawing. */
#include "governance.h"
#include "said.h"

#include <ctype.h>
#include <string.h>

Governance *governance_new(Arena *arena, Text title) {
    Governance *governance = arena_make(arena, Governance);
    *governance = (Governance){.arena = arena, .title = title};
    return governance;
}

uint32_t governance_shade(Governance *governance, const char *word) {
    for (uint32_t i = 0; i < governance->shade_count; i++)
        if (strcmp(governance->shades[i], word) == 0)
            return i;
    arena_push(governance->arena, governance->shades, governance->shade_count,
               governance->shade_room, word);
    return governance->shade_count - 1;
}

uint32_t governance_node(Governance *governance, GovernanceNode node) {
    node.detail = node.detail == NULL ? "" : node.detail;
    arena_push(governance->arena, governance->nodes, governance->node_count, governance->node_room,
               node);
    return governance->node_count - 1;
}

void governance_link(Governance *governance, GovernanceLink link) {
    link.detail = link.detail == NULL ? "" : link.detail;
    arena_push(governance->arena, governance->links, governance->link_count, governance->link_room,
               link);
}

/* ---- words set in lines, links gathered into arrows ---- */

enum { PLATE_TEXT = 164, LIST_TEXT = 260, PLATE_PAD = 12, ARROW_TEXT = 120 };

/* Bold letters are wider than the measure, so the title is set in nine tenths of its room. */
static Plate plate_of(const Governance *governance, const GovernanceNode *node) {
    Arena *arena = governance->arena;
    const char *shade = node->shade == GOVERNANCE_NONE ? "" : governance->shades[node->shade];
    const char *detail = arena_format(
        arena, "%s%s%s", shade, *shade != '\0' && *node->detail != '\0' ? "; " : "", node->detail);
    unsigned room = node->several ? LIST_TEXT : PLATE_TEXT;
    Plate plate = {.title = lines_in_drawing(arena, node->title, room * 9 / 10, PLATE_SIZE),
                   .detail = lines_in_drawing(arena, text_of(detail), PLATE_TEXT, PLATE_SMALL)};
    plate.detail.count = *detail == '\0' ? 0 : plate.detail.count;
    int title = (int)lines_width(plate.title, PLATE_SIZE) * 10 / 9;
    int under = plate.detail.count == 0 ? 0 : (int)lines_width(plate.detail, PLATE_SMALL);
    plate.width = (title > under ? title : under) + 2 * PLATE_PAD;
    plate.width = plate.width < 84 ? 84 : plate.width;
    plate.height = (int)plate.title.count * PLATE_STEP +
                   (int)plate.detail.count * PLATE_SMALL_STEP + 2 * PLATE_PAD - 4;
    if (node->shape == NODE_HEXAGON)
        plate.width += 36;
    if (node->shape == NODE_PERSON)
        plate.height += 22;
    return plate;
}

const char *link_details(const Governance *governance, const GovernanceLink *link) {
    if (link->via == GOVERNANCE_NONE)
        return link->detail;
    return arena_format(governance->arena, "through %.*s%s%s",
                        TEXT_ARGS(governance->nodes[link->via].title),
                        *link->detail == '\0' ? "" : "; ", link->detail);
}

static const char *way_words(const Governance *governance, const GovernanceLink *link) {
    const char *details = link_details(governance, link);
    return *details == '\0' ? link->way
                            : arena_format(governance->arena, "%s, %s", link->way, details);
}

static Arrow *arrow_for(Diagram *diagram, const GovernanceLink *link, bool both) {
    for (uint32_t i = 0; i < diagram->arrow_count; i++) {
        Arrow *arrow = &diagram->arrows[i];
        bool same = arrow->from == link->from && arrow->to == link->to;
        bool turned = arrow->from == link->to && arrow->to == link->from;
        if (arrow->hoped == link->hoped && arrow->both == both && (same || (both && turned)))
            return arrow;
    }
    Arrow arrow = {.from = link->from, .to = link->to, .hoped = link->hoped, .both = both};
    arrow.words = "";
    arena_push(diagram->governance->arena, diagram->arrows, diagram->arrow_count,
               diagram->arrow_room, arrow);
    return &diagram->arrows[diagram->arrow_count - 1];
}

/* The number of the link that says the same in the other direction, or GOVERNANCE_NONE. */
static uint32_t turned_link(const Governance *governance, const GovernanceLink *link) {
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *other = &governance->links[i];
        bool turned = other->from == link->to && other->to == link->from && link->from != link->to;
        if (turned && other->hoped == link->hoped && other->via == link->via &&
            strcmp(other->way, link->way) == 0 && strcmp(other->detail, link->detail) == 0)
            return i;
    }
    return GOVERNANCE_NONE;
}

/* "Supports; informs, through its chair". */
static void add_way(Arena *arena, Arrow *arrow, const char *way) {
    if (*arrow->words != '\0') {
        arrow->words =
            arena_format(arena, "%s; %s", arrow->words, said_within(arena, text_of(way)));
        return;
    }
    char *words = arena_format(arena, "%s", way);
    words[0] = (char)toupper((unsigned char)words[0]);
    arrow->words = words;
}

static void gather_arrows(Diagram *diagram) {
    const Governance *governance = diagram->governance;
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        uint32_t turned = turned_link(governance, link);
        if (turned != GOVERNANCE_NONE && turned < i)
            continue; /* said already, both ways */
        Arrow *arrow = arrow_for(diagram, link, turned != GOVERNANCE_NONE);
        add_way(governance->arena, arrow, way_words(governance, link));
    }
}

Diagram *diagram_of(const Governance *governance) {
    Arena *arena = governance->arena;
    Diagram *diagram = arena_make(arena, Diagram);
    diagram->governance = governance;
    diagram->plates = arena_array(arena, Plate, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->node_count; i++)
        diagram->plates[i] = plate_of(governance, &governance->nodes[i]);
    gather_arrows(diagram);
    diagram_rank(diagram);
    for (uint32_t i = 0; i < diagram->arrow_count; i++) {
        Arrow *arrow = &diagram->arrows[i];
        arrow->lines = lines_in_drawing(arena, text_of(arrow->words), ARROW_TEXT, PLATE_SMALL);
        arrow->width = (int)lines_width(arrow->lines, PLATE_SMALL) + 12;
        arrow->height = (int)arrow->lines.count * PLATE_SMALL_STEP + 8;
    }
    return diagram;
}

/* ---- DOT ---- */

static const char *const SHAPE_WORDS[] = {
    [NODE_BOX] = "shape=box",
    [NODE_PERSON] = "shape=box, style=rounded",
    [NODE_HEXAGON] = "shape=hexagon",
    [NODE_THING] = "shape=note",
};

/* Hundredths of an inch would be lost on the reader: pixels are points, 72 an inch. */
static void out_inches(Out *out, const char *name, int pixels) {
    long thousandths = (long)pixels * 1000 / 72;
    out_format(out, "%s=%ld.%03ld", name, thousandths / 1000, thousandths % 1000);
}

/* LINES as one DOT string: what they hold is escaped, their ends are \n. */
static const char *joined_lines(Arena *arena, Lines first, Lines second) {
    const char *text = "";
    for (uint32_t i = 0; i < first.count + second.count; i++) {
        Text line = i < first.count ? first.items[i] : second.items[i - first.count];
        text = arena_format(arena, "%s%s%.*s", text, i > 0 ? "\n" : "", TEXT_ARGS(line));
    }
    return text;
}

static void out_node(const Diagram *diagram, uint32_t i, Out *out) {
    const Governance *governance = diagram->governance;
    const GovernanceNode *node = &governance->nodes[i];
    const Plate *plate = &diagram->plates[i];
    out_string(out, "  ");
    out_dot(out, text_of(node->name));
    out_format(out, " [%s, label=", SHAPE_WORDS[node->shape]);
    out_dot(out, text_of(joined_lines(governance->arena, plate->title, plate->detail)));
    out_string(out, ", ");
    out_inches(out, "width", plate->width);
    out_string(out, ", ");
    out_inches(out, "height", plate->height);
    out_string(out, "];\n");
}

static void out_arrow(const Diagram *diagram, const Arrow *arrow, Out *out) {
    const Governance *governance = diagram->governance;
    out_string(out, "  ");
    out_dot(out, text_of(governance->nodes[arrow->from].name));
    out_string(out, " -> ");
    out_dot(out, text_of(governance->nodes[arrow->to].name));
    out_string(out, " [label=");
    const char *words = joined_lines(governance->arena, arrow->lines, (Lines){0});
    if (arrow->hoped)
        words = arena_format(governance->arena, "%s\n(hoped for)", words);
    out_dot(out, text_of(words));
    out_string(out, arrow->both ? ", dir=both" : "");
    out_string(out, arrow->hoped ? ", style=dashed];\n" : "];\n");
}

void governance_dot(const Governance *governance, Out *out) {
    const Diagram *diagram = diagram_of(governance);
    out_string(out, "// Who is who and how they are joined. Dashed: hoped for, not there yet.\n"
                    "digraph governance {\n  graph [rankdir=BT, nodesep=0.4, ranksep=0.6, label=");
    out_dot(out, governance->title);
    out_string(out, ", labelloc=t];\n"
                    "  node [fontname=\"Arial\", fontsize=13];\n"
                    "  edge [fontname=\"Arial\", fontsize=11];\n\n");
    for (uint32_t i = 0; i < governance->node_count; i++)
        out_node(diagram, i, out);
    out_byte(out, '\n');
    for (uint32_t i = 0; i < diagram->arrow_count; i++)
        out_arrow(diagram, &diagram->arrows[i], out);
    out_string(out, "}\n");
}

/* Every edge goes from the lower end to the upper one, whichever way its arrow points. */
void diagram_dot_for_layout(const Diagram *diagram, bool across, Out *out) {
    out_format(out,
               "digraph g {\n graph [rankdir=%s, nodesep=0.35, ranksep=0.5];\n"
               " node [shape=box, fixedsize=true, label=\"\"];\n edge [arrowsize=0.8];\n",
               across ? "LR" : "BT");
    for (uint32_t i = 0; i < diagram->governance->node_count; i++) {
        out_format(out, " n%u [", (unsigned)i);
        out_inches(out, "width", diagram->plates[i].width);
        out_string(out, ", ");
        out_inches(out, "height", diagram->plates[i].height);
        out_string(out, "];\n");
    }
    for (uint32_t i = 0; i < diagram->arrow_count; i++) {
        const Arrow *arrow = &diagram->arrows[i];
        out_format(out,
                   " n%u -> n%u [id=e%u, label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                   "CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" "
                   "HEIGHT=\"%d\"><TR><TD></TD></TR></TABLE>>%s];\n",
                   (unsigned)(arrow->up ? arrow->from : arrow->to),
                   (unsigned)(arrow->up ? arrow->to : arrow->from), (unsigned)i, arrow->width,
                   arrow->height,
                   arrow->both ? ", dir=both"
                   : arrow->up ? ""
                               : ", dir=back");
    }
    out_string(out, "}\n");
}
