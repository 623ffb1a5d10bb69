/* Who is who and how they are joined, as a value: made from a model by governance_of, written as
 * DOT, drawn as SVG and listed as a table by others, which do not know the model. */
#ifndef CONVENE_EMIT_GOVERNANCE_H
#define CONVENE_EMIT_GOVERNANCE_H

#include "lettering.h"
#include "outputs.h"

typedef enum NodeShape {
    NODE_BOX,
    NODE_PERSON, /* a post: rounded, with a head */
    NODE_HEXAGON,
    NODE_THING /* what bodies watch over, own or approve, and is none itself */
} NodeShape;

#define GOVERNANCE_NONE UINT32_MAX

typedef struct GovernanceNode {
    Text title;
    const char *name; /* unique, for DOT */
    const char *kind; /* "Body" */
    NodeShape shape;
    uint32_t shade;     /* among the shades, or GOVERNANCE_NONE */
    const char *detail; /* "meets every 2 months"; "" if there is none */
    bool several;       /* of a gathered one: the title is a list, a line each */
} GovernanceNode;

typedef struct GovernanceLink {
    uint32_t from, to;  /* numbers of nodes */
    const char *way;    /* "Reports to" */
    uint32_t via;       /* number of the node that it goes through, or GOVERNANCE_NONE */
    const char *detail; /* "about equality"; "" if there is none */
    bool hoped;         /* wanted, and not there yet */
    bool up;            /* one of the ways up, which say who stands above whom */
} GovernanceLink;

typedef struct Governance {
    Arena *arena;
    Text title;
    const char *shaded_by; /* what shades are about: "Standing"; NULL if nothing is shaded */
    const char **shades;   /* "Statutory": each gets an edge of its own */
    uint32_t shade_count, shade_room;
    GovernanceNode *nodes;
    uint32_t node_count, node_room;
    GovernanceLink *links;
    uint32_t link_count, link_room;
} Governance;

/* From the `draw governance` hints: the bodies of the plan, those it mentions, and those of the
 * modules it uses that are joined to them; if it mentions none, all that are joined to any. */
Governance *governance_of(const Emission *emission);

/* For making one by hand. */
Governance *governance_new(Arena *arena, Text title);
uint32_t governance_shade(Governance *governance, const char *word);
uint32_t governance_node(Governance *governance, GovernanceNode node); /* its number */
void governance_link(Governance *governance, GovernanceLink link);

/* "through Chair of the forum; about equality": what is said of a link beside its way. */
const char *link_details(const Governance *governance, const GovernanceLink *link);

/* ---- drawing ---- */

/* The same with those who are joined alike in one box, for a drawing. */
const Governance *governance_gathered(const Governance *governance);

/* Links between the same two, drawn as one arrow: those in one direction, or those in both. */
typedef struct Arrow {
    uint32_t from, to;
    bool hoped;
    bool both;         /* it goes both ways */
    bool up;           /* `to` stands above `from`; otherwise `from` above `to` */
    const char *words; /* "Monitors; leads" */
    Lines lines;
    int width, height; /* of the lines, in pixels */
} Arrow;

/* A node with its words set in lines and the room these need, in pixels. */
typedef struct Plate {
    Lines title, detail;
    int width, height;
} Plate;

typedef struct Diagram {
    const Governance *governance;
    Plate *plates;
    Arrow *arrows;
    uint32_t arrow_count, arrow_room;
} Diagram;

enum { PLATE_SIZE = 13, PLATE_SMALL = 11, PLATE_STEP = 16, PLATE_SMALL_STEP = 14 };

/* Says of each arrow which of its ends stands above the other (see governance_rank.c). */
void diagram_rank(Diagram *diagram);

Diagram *diagram_of(const Governance *governance);

/* DOT for people and for other programs; and the same graph for our own layout, in which nodes are
 * n0, n1 ..., arrows e0, e1 ..., and all words are blank room of the right size. */
void governance_dot(const Governance *governance, Out *out);
void diagram_dot_for_layout(const Diagram *diagram, bool across, Out *out);

/* False, a diagnostic, and a drawing that says only that, when Graphviz is not there or could not
 * lay the diagram out. */
bool governance_svg(const Governance *governance, Diagnostics *diagnostics, bool standalone,
                    Out *out);
void governance_table(const Governance *governance, Out *out); /* HTML: the same facts */

Emit emit_governance_dot, emit_governance_svg, emit_governance_html;

#endif
