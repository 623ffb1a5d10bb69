/* Diagrams of who is who made by hand, for tests of the drawings. */
#ifndef CONVENE_TESTS_GOVERNANCES_H
#define CONVENE_TESTS_GOVERNANCES_H

#include <string.h>

#include "emit/governance.h"

static inline uint32_t body(Governance *g, const char *name, const char *title, NodeShape shape,
                            uint32_t shade, const char *detail) {
    return governance_node(g, (GovernanceNode){.title = text_of(title),
                                               .name = name,
                                               .kind = shape == NODE_PERSON ? "Role" : "Body",
                                               .shape = shape,
                                               .shade = shade,
                                               .detail = detail});
}

static inline void join(Governance *g, uint32_t from, const char *way, uint32_t to, bool hoped,
                        const char *detail) {
    governance_link(
        g, (GovernanceLink){.from = from,
                            .via = GOVERNANCE_NONE,
                            .to = to,
                            .way = way,
                            .hoped = hoped,
                            .detail = detail,
                            .up = strcmp(way, "Monitors") != 0 && strcmp(way, "Assures") != 0 &&
                                  strcmp(way, "Supports") != 0 && strcmp(way, "Sponsors") != 0});
}

/* A network of about the size of a real one: a board, its forum, area groups, practice groups. */
static inline Governance *governance_of_an_area(Arena *arena) {
    Governance *g = governance_new(arena, TEXT("Anytown & Eastshire"));
    g->shaded_by = "Standing";
    uint32_t law = governance_shade(g, "Statutory"), other = governance_shade(g, "Non-statutory");
    uint32_t alone = governance_shade(g, "Independent"), none = GOVERNANCE_NONE;
    uint32_t board = body(g, "governing-body", "Governing body", NODE_BOX, none, "");
    uint32_t group = body(g, "group", "Clinical commissioning group", NODE_BOX, law, "");
    uint32_t forum = body(g, "forum", "Patient and public involvement forum", NODE_BOX, other,
                          "meets every 2 months");
    uint32_t chair = body(g, "chair", "Lay member for involvement", NODE_PERSON, none, "");
    uint32_t charter = body(g, "charter", "The charter", NODE_THING, none, "");
    uint32_t watch = body(g, "watch", "Healthwatch", NODE_BOX, alone, "");
    join(g, forum, "Sub-committee of", board, false, "");
    join(g, forum, "Reports to", board, false, "");
    join(g, chair, "Member of", board, false, "");
    join(g, chair, "Chairs", forum, false, "");
    join(g, chair, "Sponsors", charter, false, "");
    join(g, forum, "Monitors", group, false, "about involvement and equality");
    join(g, board, "Assures", group, false, "");
    join(g, watch, "Member of", forum, false, "");
    static const char *const AREAS[] = {"North", "South", "East"};
    for (int i = 0; i < 3; i++) {
        uint32_t area = body(g, arena_format(arena, "area-%d", i),
                             arena_format(arena, "%s area group", AREAS[i]), NODE_BOX, none, "");
        uint32_t practice =
            body(g, arena_format(arena, "practice-%d", i),
                 arena_format(arena, "Patient groups of the practices in the %s", AREAS[i]),
                 NODE_BOX, alone, "");
        join(g, area, "Supports", forum, false, "");
        join(g, area, "Informs", forum, false, "through its chair");
        join(g, practice, "Informs", area, true, "through its chair");
        join(g, group, "Supports", practice, false, "");
    }
    return g;
}

static inline Governance *governance_of_many(Arena *arena, uint32_t count) {
    Governance *g = governance_new(arena, TEXT("Very many"));
    for (uint32_t i = 0; i < count; i++) {
        body(g, arena_format(arena, "b%u", (unsigned)i),
             i % 3 == 0 ? "Partnership board for everything that is done between the county, the "
                          "districts and the parishes"
                        : arena_format(arena, "Group %u", (unsigned)i),
             (NodeShape)(i % 4), GOVERNANCE_NONE, i % 5 == 0 ? "meets when it is needed" : "");
        if (i > 0)
            join(g, i, "Reports to", (i - 1) / 3, i % 7 == 0, "");
        if (i > 6 && i % 4 == 0)
            join(g, i - 6, "Works with", i, false, "about <tables> & \"quotes\" \\N \\l");
    }
    return g;
}

#endif
