/* Bodies that are joined to the same others in the same ways stand in one box of a drawing, so that
 * a forum with a dozen members is no dozen of equal arrows. DOT and tables keep them apart. */
#include "governance.h"

#include <string.h>

enum { ALIKE_LEAST = 3 };

/* How each node is joined, in words that are the same for nodes that are joined alike. */
static const char **signatures(const Governance *governance) {
    Arena *arena = governance->arena;
    const char **all = arena_array(arena, const char *, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->node_count; i++)
        all[i] = "";
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        const char *same = arena_format(arena, "%s|%s|%d", link->way, link->detail, link->hoped);
        all[link->from] =
            arena_format(arena, "%s>%u|%s\n", all[link->from], (unsigned)link->to, same);
        all[link->to] =
            arena_format(arena, "%s<%u|%s\n", all[link->to], (unsigned)link->from, same);
    }
    return all;
}

static bool alike(const Governance *governance, const char *const *all, uint32_t a, uint32_t b) {
    const GovernanceNode *one = &governance->nodes[a], *other = &governance->nodes[b];
    return one->shape == other->shape && one->shade == other->shade && all[a][0] != '\0' &&
           strcmp(one->detail, other->detail) == 0 && strcmp(all[a], all[b]) == 0;
}

static uint32_t count_alike(const Governance *governance, const char *const *all, uint32_t node) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < governance->node_count; i++)
        count += alike(governance, all, node, i);
    return count;
}

static void add_title(Arena *arena, GovernanceNode *box, Text title) {
    box->title = text_of(arena_format(arena, "%.*s%s\u2022 %.*s", TEXT_ARGS(box->title),
                                      box->title.length > 0 ? "\n" : "", TEXT_ARGS(title)));
}

/* The box in OTHER that NODE goes into, made with the first of those that are alike. */
static uint32_t box_for(const Governance *governance, Governance *other, const char *const *all,
                        uint32_t node, const uint32_t *boxes) {
    GovernanceNode box = governance->nodes[node];
    if (count_alike(governance, all, node) < ALIKE_LEAST)
        return governance_node(other, box);
    for (uint32_t i = 0; i < node; i++)
        if (alike(governance, all, node, i)) {
            add_title(governance->arena, &other->nodes[boxes[i]], box.title);
            return boxes[i];
        }
    box.title = TEXT("");
    add_title(governance->arena, &box, governance->nodes[node].title);
    return governance_node(other, box);
}

static bool has_link(const Governance *governance, const GovernanceLink *link) {
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *other = &governance->links[i];
        if (other->from == link->from && other->to == link->to && other->hoped == link->hoped &&
            strcmp(other->way, link->way) == 0 && strcmp(other->detail, link->detail) == 0)
            return true;
    }
    return false;
}

const Governance *governance_gathered(const Governance *governance) {
    Governance *other = governance_new(governance->arena, governance->title);
    other->shaded_by = governance->shaded_by;
    other->shades = governance->shades;
    other->shade_count = governance->shade_count;
    const char *const *all = signatures(governance);
    uint32_t *boxes = arena_array(governance->arena, uint32_t, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->node_count; i++)
        boxes[i] = box_for(governance, other, all, i, boxes);
    for (uint32_t i = 0; i < governance->link_count; i++) {
        GovernanceLink link = governance->links[i];
        link.from = boxes[link.from];
        link.to = boxes[link.to];
        if (!has_link(other, &link))
            governance_link(other, link);
    }
    return other;
}
