/* How much a rule would look at, reckoned from the plan at hand before it is judged. */
#include "node.h"
#include "reach.h"

enum { WIDTH_OF_A_FIELD = 8 };

static double records_in(Reader *reader, const Kind *kind) {
    uint32_t count = 0;
    (void)records_of(reader, kind, &count);
    return count;
}

/* How many records the field of a step names, taken over all that have it. */
static double field_width(Reader *reader, const Node *step) {
    const Type *type = &step->left->shape.type;
    const Field *field = type->kind_count == 1 ? kind_field(type->kinds[0], step->name) : NULL;
    if (!reader->settled || field == NULL || field->type.bases != BASE_RECORD)
        return WIDTH_OF_A_FIELD;
    double records = records_in(reader, field->owner);
    return records < 1 ? 0 : index_of(reader, field)->references / records;
}

/* How many things an operand may come to. */
static double list_width(Reader *reader, const Node *node) {
    if (node->op == OP_ALL)
        return records_in(reader, node->kind);
    if (node->op == OP_SET)
        return binder_width(reader, node);
    if ((node->op == OP_STEP || node->op == OP_PROPERTY) && node->left->shape.many)
        return list_width(reader, node->left);
    if (node->op == OP_STEP && node->shape.many)
        return field_width(reader, node);
    return node->shape.many ? WIDTH_OF_A_FIELD : 1;
}

static bool walks(const Node *node) {
    switch (node->op) {
    case OP_EARLIEST:
    case OP_LATEST:
    case OP_TOTAL:
    case OP_COUNT:
    case OP_COUNT_DIFFERENT:
    case OP_SHARE: return true;
    default: return node->op == OP_STEP && node->left->shape.many;
    }
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

double most_looks(const Reader *reader) {
    double least = 10e6, of_plan = 1000.0 * reader->model->record_count;
    return of_plan > least ? of_plan : least;
}

/* What does not change from case to case is worked out once. */
double node_cost(Reader *reader, const Node *node, double cases) {
    if (node == NULL)
        return 0;
    if (node->uses == 0)
        cases = 1;
    double cost = 0, inner = cases;
    if (is_binder(node)) {
        inner = cases * binder_width(reader, node);
        cost += inner;
    } else if (node->op == OP_LEADS) {
        cost += cases * links_size(reader, node->links);
    } else if (walks(node)) {
        const Node *list = node->op == OP_SHARE ? node->right : node->left;
        cost += cases * list_width(reader, list);
    }
    cost += node_cost(reader, node->in, cases);
    cost += node_cost(reader, node->left, inner);
    cost += node_cost(reader, node->right, inner);
    cost += node_cost(reader, node->third, inner);
    for (uint32_t i = 0; i < node->count && node->list != NULL; i++)
        cost += node_cost(reader, node->list[i], inner);
    return cost;
}
