/* Who stands above whom in a diagram. Graphviz ranks by the direction of arrows, but some ways of
 * being joined point up (reports to), some down (monitors) and some both ways. So each group of
 * joined nodes gets a top: the one to which most others lead by ways up. What is nearer to the top
 * stands higher. */
#include "governance.h"

#include <string.h>

typedef struct Ranking {
    const Governance *governance;
    uint32_t *level; /* steps from the top of its group, or GOVERNANCE_NONE */
    uint32_t *queue;
    bool *seen;
} Ranking;

static bool is_way_up(const Ranking *ranking, const GovernanceLink *link) {
    return link->up && !link->hoped && link->from != link->to &&
           ranking->governance->nodes[link->from].shape != NODE_THING;
}

/* A way up that somebody also goes down says nothing about who is above. */
static bool goes_both_ways(const Governance *governance, const GovernanceLink *link) {
    for (uint32_t i = 0; i < governance->link_count; i++)
        if (governance->links[i].from == link->to && governance->links[i].to == link->from &&
            strcmp(governance->links[i].way, link->way) == 0)
            return true;
    return false;
}

/* How many nodes lead up to NODE by the links marked in UP. */
static uint32_t followers(Ranking *ranking, const bool *up, uint32_t node) {
    const Governance *governance = ranking->governance;
    memset(ranking->seen, 0, governance->node_count);
    uint32_t count = 1;
    ranking->queue[0] = node;
    ranking->seen[node] = true;
    for (uint32_t next = 0; next < count; next++)
        for (uint32_t i = 0; i < governance->link_count; i++) {
            const GovernanceLink *link = &governance->links[i];
            if (!up[i] || link->to != ranking->queue[next] || ranking->seen[link->from])
                continue;
            ranking->seen[link->from] = true;
            ranking->queue[count++] = link->from;
        }
    return count;
}

/* Gives levels to all that is joined to TOP, in any way. */
static void level_from(Ranking *ranking, uint32_t top) {
    const Governance *governance = ranking->governance;
    uint32_t count = 1;
    ranking->queue[0] = top;
    ranking->level[top] = 0;
    for (uint32_t next = 0; next < count; next++)
        for (uint32_t i = 0; i < governance->link_count; i++) {
            const GovernanceLink *link = &governance->links[i];
            uint32_t at = ranking->queue[next];
            uint32_t other = link->from == at ? link->to : link->to == at ? link->from : at;
            if (ranking->level[other] != GOVERNANCE_NONE)
                continue;
            ranking->level[other] = ranking->level[at] + 1;
            ranking->queue[count++] = other;
        }
}

static void find_levels(Ranking *ranking) {
    const Governance *governance = ranking->governance;
    bool *up = arena_array(governance->arena, bool, governance->link_count + 1);
    for (uint32_t i = 0; i < governance->link_count; i++)
        up[i] = is_way_up(ranking, &governance->links[i]) &&
                !goes_both_ways(governance, &governance->links[i]);
    uint32_t *reach = arena_array(governance->arena, uint32_t, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->node_count; i++)
        reach[i] = followers(ranking, up, i);
    for (;;) {
        uint32_t top = GOVERNANCE_NONE;
        for (uint32_t i = 0; i < governance->node_count; i++)
            if (ranking->level[i] == GOVERNANCE_NONE &&
                (top == GOVERNANCE_NONE || reach[i] > reach[top]))
                top = i;
        if (top == GOVERNANCE_NONE)
            return;
        level_from(ranking, top);
    }
}

/* Of two at the same distance, whoever is reported to, or watches, stands higher. */
static bool points_up(const Ranking *ranking, const Arrow *arrow) {
    uint32_t from = ranking->level[arrow->from], to = ranking->level[arrow->to];
    if (from != to)
        return to < from;
    const Governance *governance = ranking->governance;
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        if (link->from == arrow->from && link->to == arrow->to && link->up)
            return true;
    }
    return false;
}

void diagram_rank(Diagram *diagram) {
    const Governance *governance = diagram->governance;
    uint32_t count = governance->node_count + 1;
    Ranking ranking = {.governance = governance,
                       .level = arena_array(governance->arena, uint32_t, count),
                       .queue = arena_array(governance->arena, uint32_t, count),
                       .seen = arena_array(governance->arena, bool, count)};
    memset(ranking.level, 0xff, sizeof *ranking.level * count);
    find_levels(&ranking);
    for (uint32_t i = 0; i < diagram->arrow_count; i++)
        diagram->arrows[i].up = points_up(&ranking, &diagram->arrows[i]);
}
