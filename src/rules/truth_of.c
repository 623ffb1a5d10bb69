/* Whether a rule holds in one case: `and`, `or`, `not` by their tables, and what binders look at.
 */
#include "node.h"

#include <string.h>

/* ---- what a binder looks at ---- */

static void look_in_list(Run *run, const Node *binder, Candidates *candidates) {
    Operand list;
    evaluate(run, binder->in, &list);
    candidates->state = list.state;
    candidates->record = list.record;
    candidates->field = list.field;
    if (list.state == STATE_NOT_APPLICABLE)
        candidates->state = STATE_GIVEN; /* an answer: there is nothing to look at */
    if (list.state != STATE_GIVEN)
        return;
    candidates->open = list.shortage != TRUTH_HOLDS;
    candidates->open_as = list.shortage;
    candidates->count = list.count;
    candidates->items = list.items;
    if (list.items == &list.one && list.count == 1) {
        Datum *kept = scratch_items(run->reader, 1);
        *kept = list.one;
        candidates->items = kept;
    }
}

/* Records that name what the condition asks for, and those that do not say. */
static bool look_in_index(Run *run, const Node *binder, Candidates *candidates) {
    Operand probe;
    evaluate(run, binder->probe, &probe);
    if (!is_one(&probe) || probe.items->kind != DATUM_RECORD || probe.shortage != TRUTH_HOLDS)
        return false;
    FieldIndex *index = index_of(run->reader, binder->key);
    const DatumList *hits = referrers_of(run->reader, index, probe.items->record);
    candidates->state = STATE_GIVEN;
    candidates->items = hits == NULL ? NULL : hits->items;
    candidates->count = hits == NULL ? 0 : hits->count;
    candidates->more = index->open.items;
    candidates->more_count = index->open.count;
    return true;
}

/* Two lists in the order of the sources into one. */
static void merge(Run *run, Candidates *candidates) {
    uint32_t count = candidates->count + candidates->more_count, a = 0, b = 0;
    Datum *merged = scratch_items(run->reader, count);
    for (uint32_t i = 0; i < count; i++) {
        bool first = b >= candidates->more_count ||
                     (a < candidates->count &&
                      candidates->items[a].record->index < candidates->more[b].record->index);
        merged[i] = first ? candidates->items[a++] : candidates->more[b++];
    }
    candidates->items = merged;
    candidates->count = count;
    candidates->more_count = 0;
}

void find_candidates(Run *run, const Node *binder, Candidates *candidates) {
    memset(candidates, 0, sizeof *candidates);
    bool looks_on = binder->op == OP_SOME || binder->op == OP_NONE;
    if (binder->in != NULL) {
        look_in_list(run, binder, candidates);
    } else if (binder->probe != NULL && look_in_index(run, binder, candidates)) {
        if (!looks_on && candidates->more_count > 0 && candidates->count > 0)
            merge(run, candidates);
    } else {
        candidates->state = STATE_GIVEN;
        candidates->items = items_of(run->reader, binder->kind, &candidates->count);
    }
}

/* Is RECORD of KIND, like it, a step of a scale that is placed on it, or one that stands in for it?
 */
static bool counts_as(Reader *reader, const Record *record, const Kind *kind) {
    if (kind_is(record->kind, kind) || record->kind->placed_on == kind)
        return true;
    if (kind->stand_ins == NULL || !kind_is(record->kind, kind->stand_ins))
        return false;
    uint32_t count = 0;
    const Record *const *all = records_of(reader, kind, &count);
    for (uint32_t i = 0; i < count; i++)
        if (all[i] == record)
            return true;
    return false;
}

static bool is_passed_over(const Run *run, const Node *binder, const Datum *item) {
    if (binder->kind != NULL && item->kind == DATUM_RECORD &&
        !counts_as(run->reader, item->record, binder->kind))
        return true;
    if (binder->other_than < 0)
        return false;
    const Datum *other = &run->variables[binder->other_than];
    return other->kind == DATUM_RECORD && item->kind == DATUM_RECORD &&
           other->record == item->record;
}

Truth admit(Run *run, const Node *binder, const Datum *item) {
    if (is_passed_over(run, binder, item))
        return TRUTH_CONTRADICTED;
    run->variables[binder->variable] = *item;
    Truth doubt = (Truth)item->doubt;
    if (binder->left == NULL)
        return doubt;
    return truth_and(doubt, truth_of(run, binder->left));
}

/* ---- quantifiers ---- */

static bool is_kept_case(Truth filter) {
    return filter != TRUTH_CONTRADICTED && filter != TRUTH_ABSENT;
}

/* What a list that is not there, or not all there, comes to. */
static Truth truth_of_gap(const Candidates *candidates, Truth otherwise) {
    if (candidates->state == STATE_MISSING)
        return TRUTH_MISSING;
    return candidates->state != STATE_GIVEN ? TRUTH_UNCERTAIN
           : candidates->open               ? candidates->open_as
                                            : otherwise;
}

static Truth truth_of_every(Run *run, const Node *node) {
    Candidates candidates;
    find_candidates(run, node, &candidates);
    Truth truth = truth_of_gap(&candidates, TRUTH_HOLDS);
    uint32_t count = candidates.count + candidates.more_count;
    for (uint32_t i = 0; i < count && truth != TRUTH_CONTRADICTED; i++) {
        Truth filter = admit(run, node, candidate(&candidates, i));
        if (is_kept_case(filter))
            truth = truth_and(truth, truth_or(truth_not(filter), truth_of(run, node->right)));
        if (is_blocked(run->reader))
            break;
    }
    return truth;
}

/* The most that the condition comes to for any of them: T, else M, else U, else nothing (A). Once
 * the index is used up, the rest cannot do better than M. */
static Truth best_of(Run *run, const Node *node) {
    Candidates candidates;
    find_candidates(run, node, &candidates);
    Truth best = truth_of_gap(&candidates, TRUTH_ABSENT);
    uint32_t count = candidates.count + candidates.more_count;
    for (uint32_t i = 0; i < count && best != TRUTH_HOLDS; i++) {
        if (i >= candidates.count && best == TRUTH_MISSING)
            break;
        ScratchMark mark = scratch_mark(run->reader);
        Truth truth = admit(run, node, candidate(&candidates, i));
        scratch_release(run->reader, mark);
        best = truth_or(best, truth);
        if (is_blocked(run->reader))
            break;
    }
    return best;
}

static Truth truth_of_none(Run *run, const Node *node) {
    Truth best = best_of(run, node);
    return best == TRUTH_HOLDS ? TRUTH_CONTRADICTED : best == TRUTH_ABSENT ? TRUTH_HOLDS : best;
}

static Truth truth_of_binder(Run *run, const Node *node) {
    ScratchMark mark = scratch_mark(run->reader);
    Datum before = run->variables[node->variable];
    Truth truth = node->op == OP_EVERY  ? truth_of_every(run, node)
                  : node->op == OP_SOME ? best_of(run, node)
                                        : truth_of_none(run, node);
    run->variables[node->variable] = before;
    scratch_release(run->reader, mark);
    return truth;
}

/* ---- chains ---- */

static Truth truth_of_and(Run *run, const Node *node) {
    Truth truth = TRUTH_HOLDS;
    for (uint32_t i = 0; i < node->count && truth != TRUTH_CONTRADICTED; i++)
        truth = truth_and(truth, truth_of(run, node->list[i]));
    return truth;
}

static Truth truth_of_or(Run *run, const Node *node) {
    Truth truth = TRUTH_CONTRADICTED;
    for (uint32_t i = 0; i < node->count && truth != TRUTH_HOLDS; i++)
        truth = truth_or(truth, truth_of(run, node->list[i]));
    return truth;
}

static Truth truth_of_op(Run *run, const Node *node) {
    switch (node->op) {
    case OP_AND: return truth_of_and(run, node);
    case OP_OR: return truth_of_or(run, node);
    case OP_NOT: return truth_not(truth_of(run, node->left));
    case OP_EVERY:
    case OP_SOME:
    case OP_NONE: return truth_of_binder(run, node);
    default: return compare(run, node);
    }
}

Truth truth_of(Run *run, const Node *node) {
    if (node->uses != 0 || !is_binder(node))
        return truth_of_op(run, node);
    Node *kept = (Node *)node; /* what is kept is no part of its meaning */
    if (!node->kept || node->kept_epoch != run->reader->epoch) {
        Truth truth = truth_of_op(run, node);
        if (is_blocked(run->reader))
            return truth;
        kept->kept_truth = truth;
        kept->kept = true;
        kept->kept_epoch = run->reader->epoch;
    }
    return node->kept_truth;
}
