/* How much a rule would look at, reckoned from the plan at hand before it is judged. */
#include "node.h"
#include "reach.h"

enum { WIDTH_OF_A_FIELD = 8 };

static double records_in(Reader *reader, const Kind *kind) {
    uint32_t count = 0;
    (void)records_of(reader, kind, &count);
    return count;
}

/* How many things an operand may come to. */
static double list_width(Reader *reader, const Node *node) {
    if (node->op == OP_ALL)
        return records_in(reader, node->kind);
    if (node->op == OP_SET)
        return binder_width(reader, node);
    if ((node->op == OP_STEP || node->op == OP_PROPERTY) && node->left->shape.many)
        return list_width(reader, node->left);
    return node->shape.many ? WIDTH_OF_A_FIELD : 1;
}

double binder_width(Reader *reader, const Node *binder) {
    if (binder->in != NULL)
        return list_width(reader, binder->in);
    double all = records_in(reader, binder->kind);
    if (binder->probe == NULL)
        return all;
    if (!reader->settled) /* who refers to whom is not known yet */
        return all < WIDTH_OF_A_FIELD ? all : WIDTH_OF_A_FIELD;
    const FieldIndex *index = index_of(reader, binder->key);
    double each = index->targets == 0 ? 1 : (double)index->references / index->targets + 1;
    return each < all ? each : all;
}

/* What does not change from case to case is worked out once. */
double node_cost(Reader *reader, const Node *node, double cases) {
    if (node == NULL)
        return 0;
    if (node->uses == 0)
        cases = 1;
    double cost = cases, inner = cases;
    if (is_binder(node)) {
        inner = cases * binder_width(reader, node);
        cost += inner;
    } else if (node->op == OP_LEADS) {
        cost += cases * links_size(reader, node->links);
    } else if (node->shape.many || node->op == OP_EARLIEST || node->op == OP_LATEST ||
               node->op == OP_TOTAL || node->op == OP_COUNT || node->op == OP_COUNT_DIFFERENT) {
        cost += cases * list_width(reader, node->shape.many ? node : node->left);
    }
    cost += node_cost(reader, node->in, cases);
    cost += node_cost(reader, node->left, inner);
    cost += node_cost(reader, node->right, inner);
    cost += node_cost(reader, node->third, inner);
    for (uint32_t i = 0; i < node->count && node->list != NULL; i++)
        cost += node_cost(reader, node->list[i], inner);
    return cost;
}
