/* Bodies that are joined in the same ways stand in one box of a drawing, so that a forum with a
 * dozen members is no dozen of equal arrows, and three areas with a group and a chair each are
 * drawn once. DOT and tables keep them apart.
 *
 * Nodes are sorted into classes by what they are, then by the classes of those they are joined to,
 * until no class splits further. A class of at least three becomes a box if each of its links is
 * to all of another class, or to one each; else its nodes stand alone. */
#include "governance.h"

#include <stdlib.h>
#include <string.h>

enum { ALIKE_LEAST = 3 };

typedef struct Classes {
    const Governance *governance;
    Arena *arena;
    uint32_t *of; /* of each node: its class, from 0 */
    uint32_t count;
    uint32_t *sizes;
} Classes;

/* ---- classes ---- */

typedef struct Signed {
    const char *signature;
    uint32_t node;
} Signed;

static int by_signature(const void *left, const void *right) {
    const Signed *a = left, *b = right;
    int order = strcmp(a->signature, b->signature);
    return order != 0 ? order : (a->node > b->node) - (a->node < b->node);
}

/* Numbers the classes anew, one for each different signature. */
static void number_classes(Classes *classes, Signed *nodes) {
    uint32_t count = classes->governance->node_count;
    qsort(nodes, count, sizeof *nodes, by_signature);
    classes->count = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool begins = i == 0 || strcmp(nodes[i].signature, nodes[i - 1].signature) != 0;
        classes->count += begins;
        classes->of[nodes[i].node] = classes->count - 1;
    }
}

static int by_words(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* One end of a link as words that are the same for nodes that are joined alike. */
static const char *end_words(const Classes *classes, const GovernanceLink *link, uint32_t node) {
    bool out = link->from == node;
    uint32_t other = classes->of[out ? link->to : link->from];
    uint32_t via = link->via == GOVERNANCE_NONE ? GOVERNANCE_NONE : classes->of[link->via];
    return arena_format(classes->arena, "%c%u|%u|%d|%s|%s\n", out ? '>' : '<', (unsigned)other,
                        (unsigned)via, link->hoped, link->way, link->detail);
}

static const char *signature_of(const Classes *classes, uint32_t node) {
    const Governance *governance = classes->governance;
    const char **ends = NULL;
    uint32_t count = 0, room = 0;
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        if (link->from == node || link->to == node)
            arena_push(classes->arena, ends, count, room, end_words(classes, link, node));
    }
    if (count > 0)
        qsort(ends, count, sizeof *ends, by_words);
    Out out = {0};
    out_format(&out, "%u\n", (unsigned)classes->of[node]);
    for (uint32_t i = 0; i < count; i++)
        out_string(&out, ends[i]);
    const char *signature = text_string(classes->arena, out_written(&out));
    out_free(&out);
    return signature;
}

static void begin_classes(Classes *classes, Signed *nodes) {
    const Governance *governance = classes->governance;
    for (uint32_t i = 0; i < governance->node_count; i++) {
        const GovernanceNode *node = &governance->nodes[i];
        nodes[i].node = i;
        nodes[i].signature = arena_format(classes->arena, "%d|%u|%s|%s", (int)node->shape,
                                          (unsigned)node->shade, node->kind, node->detail);
    }
    number_classes(classes, nodes);
}

/* Splits classes until all nodes of each are joined to the same classes in the same ways. */
static void refine(Classes *classes, Signed *nodes) {
    uint32_t before;
    do {
        before = classes->count;
        for (uint32_t i = 0; i < classes->governance->node_count; i++)
            nodes[i] = (Signed){signature_of(classes, i), i};
        number_classes(classes, nodes);
    } while (classes->count > before);
}

/* ---- which classes become boxes ---- */

static void measure(Classes *classes) {
    uint32_t nodes = classes->governance->node_count;
    classes->sizes = arena_array(classes->arena, uint32_t, classes->count + 1);
    for (uint32_t i = 0; i < nodes; i++)
        classes->sizes[classes->of[i]]++;
}

/* Makes each node of CLASS a class of its own. */
static void break_up(Classes *classes, uint32_t class) {
    for (uint32_t i = 0; i < classes->governance->node_count; i++)
        if (classes->of[i] == class)
            classes->of[i] = classes->count++;
}

static bool same_words(const GovernanceLink *a, const GovernanceLink *b) {
    return a->hoped == b->hoped && strcmp(a->way, b->way) == 0 && strcmp(a->detail, b->detail) == 0;
}

/* How many links say the same between the same two classes. */
static uint32_t count_like(const Classes *classes, const GovernanceLink *link) {
    const Governance *governance = classes->governance;
    uint32_t count = 0;
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *other = &governance->links[i];
        count += classes->of[other->from] == classes->of[link->from] &&
                 classes->of[other->to] == classes->of[link->to] && same_words(other, link);
    }
    return count;
}

/* Whether the links like LINK go from all to all, or from each to one of its own. */
static bool is_even(const Classes *classes, const GovernanceLink *link, bool *one_each) {
    uint32_t from = classes->sizes[classes->of[link->from]];
    uint32_t to = classes->sizes[classes->of[link->to]];
    uint32_t count = count_like(classes, link);
    *one_each = from > 1 && from == to && count == from;
    return classes->of[link->from] != classes->of[link->to] && (count == from * to || *one_each);
}

/* Breaks up one class that cannot be a box; false if all can. */
static bool break_up_one(Classes *classes) {
    const Governance *governance = classes->governance;
    measure(classes);
    for (uint32_t i = 0; i < governance->node_count; i++) {
        uint32_t size = classes->sizes[classes->of[i]];
        if (size > 1 && size < ALIKE_LEAST) {
            break_up(classes, classes->of[i]);
            return true;
        }
    }
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        uint32_t from = classes->of[link->from], to = classes->of[link->to];
        bool one_each, single = classes->sizes[from] == 1 && classes->sizes[to] == 1;
        if (single || is_even(classes, link, &one_each))
            continue;
        break_up(classes, classes->sizes[from] > 1 ? from : to);
        return true;
    }
    return false;
}

/* Those that are joined to nobody stand alone: nothing is gained by gathering them. */
static void break_up_lone(Classes *classes) {
    const Governance *governance = classes->governance;
    bool *joined = arena_array(classes->arena, bool, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->link_count; i++)
        joined[governance->links[i].from] = joined[governance->links[i].to] = true;
    for (uint32_t i = 0; i < governance->node_count; i++)
        if (!joined[i])
            classes->of[i] = classes->count++;
}

/* Every class that cannot be a box is broken up, which may split others along its nodes. */
static void find_classes(Classes *classes) {
    uint32_t count = classes->governance->node_count;
    Signed *nodes = arena_array(classes->arena, Signed, count + 1);
    classes->of = arena_array(classes->arena, uint32_t, count + 1);
    begin_classes(classes, nodes);
    break_up_lone(classes);
    do
        refine(classes, nodes);
    while (break_up_one(classes));
}

/* ---- the gathered diagram ---- */

static uint32_t box_for(const Classes *classes, Governance *other, uint32_t node,
                        const uint32_t *boxes) {
    Arena *arena = classes->arena;
    GovernanceNode box = classes->governance->nodes[node];
    if (classes->sizes[classes->of[node]] == 1)
        return governance_node(other, box);
    Text title = text_of(arena_format(arena, "\u2022 %.*s", TEXT_ARGS(box.title)));
    for (uint32_t i = 0; i < node; i++)
        if (classes->of[i] == classes->of[node]) {
            Text *so_far = &other->nodes[boxes[i]].title;
            *so_far =
                text_of(arena_format(arena, "%.*s\n%.*s", TEXT_ARGS(*so_far), TEXT_ARGS(title)));
            return boxes[i];
        }
    box.title = title;
    box.several = true;
    return governance_node(other, box);
}

static const char *and_more(Arena *arena, const char *so_far, const char *more) {
    return arena_format(arena, "%s%s%s", so_far, *so_far == '\0' ? "" : "; ", more);
}

/* A link between boxes. Whom it goes through is named by the first of them. */
static void gather_link(const Classes *classes, Governance *other, const GovernanceLink *link,
                        const uint32_t *boxes) {
    GovernanceLink box = *link;
    bool one_each = false;
    box.from = boxes[link->from];
    box.to = boxes[link->to];
    box.detail = link->detail;
    if (link->via != GOVERNANCE_NONE) {
        Text via = classes->governance->nodes[link->via].title;
        bool several = classes->sizes[classes->of[link->via]] > 1;
        box.detail = and_more(classes->arena, box.detail,
                              arena_format(classes->arena, "through %.*s%s", TEXT_ARGS(via),
                                           several ? ", and so on" : ""));
        box.via = GOVERNANCE_NONE;
    }
    is_even(classes, link, &one_each);
    if (one_each)
        box.detail = and_more(classes->arena, box.detail, "one each");
    governance_link(other, box);
}

static bool is_first_like_it(const Classes *classes, uint32_t number) {
    const Governance *governance = classes->governance;
    const GovernanceLink *link = &governance->links[number];
    for (uint32_t i = 0; i < number; i++) {
        const GovernanceLink *other = &governance->links[i];
        if (classes->of[other->from] == classes->of[link->from] &&
            classes->of[other->to] == classes->of[link->to] && same_words(other, link) &&
            (other->via == link->via || classes->sizes[classes->of[link->from]] > 1 ||
             classes->sizes[classes->of[link->to]] > 1))
            return false;
    }
    return true;
}

const Governance *governance_gathered(const Governance *governance) {
    Classes classes = {.governance = governance, .arena = governance->arena};
    Governance *other = governance_new(governance->arena, governance->title);
    other->shaded_by = governance->shaded_by;
    other->shades = governance->shades;
    other->shade_count = governance->shade_count;
    find_classes(&classes);
    uint32_t *boxes = arena_array(governance->arena, uint32_t, governance->node_count + 1);
    for (uint32_t i = 0; i < governance->node_count; i++)
        boxes[i] = box_for(&classes, other, i, boxes);
    for (uint32_t i = 0; i < governance->link_count; i++)
        if (is_first_like_it(&classes, i))
            gather_link(&classes, other, &governance->links[i], boxes);
    return other;
}
