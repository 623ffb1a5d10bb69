/* What a verdict rests on: which comparisons are not so (or are), of which record and field, in the
 * words of the rule with the plan's values put in. */
#include "../base/out.h"
#include "list.h"
#include "reach.h"

enum { MOST_WITNESSES = 12, NEAR_MISSES = 3, DEEPEST_FIELD = 3, LONGEST_VALUE = 90 };

/* ---- words ---- */

typedef struct Insertion {
    uint32_t at;
    const char *words;
} Insertion;

typedef struct Insertions {
    Insertion items[16];
    uint32_t count;
    uint32_t hidden; /* variables that stand for anything, so have no value to show */
    Span span;
} Insertions;

static bool shows_value(const Node *node) {
    switch (node->op) {
    case OP_STEP:
    case OP_PROPERTY:
    case OP_SETTING:
    case OP_ADOPTED:
    case OP_VARIABLE:
    case OP_EARLIEST:
    case OP_LATEST:
    case OP_TOTAL:
    case OP_COUNT:
    case OP_COUNT_DIFFERENT:
    case OP_PERCENT_OF:
    case OP_SHARE:
    case OP_DAYS:
    case OP_MEETING: return true;
    default: return false;
    }
}

static void insert_value(Run *run, const Node *node, Insertions *insertions) {
    uint32_t end = node->span.at + node->span.length;
    if (insertions->count == 16 || node->span.source != insertions->span.source ||
        end > insertions->span.at + insertions->span.length)
        return;
    ScratchMark mark = scratch_mark(run->reader);
    Operand operand;
    evaluate(run, node, &operand);
    const char *words = node->op == OP_ADOPTED && operand.state == STATE_MISSING
                            ? "no day is given: adopt ... { from: 1 May 2026 }"
                            : operand_words(run->reader->arena, &operand);
    scratch_release(run->reader, mark);
    Text cut = text_of(words);
    if (cut.length > LONGEST_VALUE) {
        size_t length = LONGEST_VALUE;
        while (length > 0 && ((unsigned char)words[length] & 0xC0) == 0x80)
            length--;
        words = arena_format(run->reader->arena, "%.*s...", (int)length, words);
    }
    insertions->items[insertions->count++] = (Insertion){end, words};
}

static void gather_values(Run *run, const Node *node, Insertions *insertions) {
    if (node == NULL)
        return;
    if (shows_value(node) && (node->uses & insertions->hidden) == 0) {
        insert_value(run, node, insertions);
        return;
    }
    if (node->op == OP_GIVEN || node->op == OP_REASONED || node->op == OP_SETTING)
        return;
    uint32_t hidden = insertions->hidden;
    if (is_binder(node))
        insertions->hidden |= 1u << node->variable;
    gather_values(run, node->in, insertions);
    gather_values(run, node->left, insertions);
    gather_values(run, node->right, insertions);
    gather_values(run, node->third, insertions);
    for (uint32_t i = 0; node->list != NULL && i < node->count; i++)
        gather_values(run, node->list[i], insertions);
    insertions->hidden = hidden;
}

static void sort_insertions(Insertions *insertions) {
    for (uint32_t i = 1; i < insertions->count; i++)
        for (uint32_t k = i; k > 0 && insertions->items[k].at < insertions->items[k - 1].at; k--) {
            Insertion swapped = insertions->items[k];
            insertions->items[k] = insertions->items[k - 1];
            insertions->items[k - 1] = swapped;
        }
}

/* A piece of the source on one line: runs of blanks become one. */
static void out_on_one_line(Out *out, Text text) {
    size_t done = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            continue;
        out_text(out, text_part(text, done, i - done));
        if (out->length > 0 && out->bytes[out->length - 1] != ' ')
            out_byte(out, ' ');
        done = i + 1;
    }
    out_text(out, text_part(text, done, text.length));
}

const char *node_words(Run *run, const Node *node) {
    if (node->plain_said != NULL)
        return node->plain_said;
    Insertions insertions = {.span = node->span};
    gather_values(run, node, &insertions);
    sort_insertions(&insertions);
    Text source = span_text(run->reader->model->sources, node->span);
    Out out = {0};
    uint32_t done = 0;
    for (uint32_t i = 0; i < insertions.count; i++) {
        uint32_t at = insertions.items[i].at - node->span.at;
        out_on_one_line(&out, text_part(source, done, at - done));
        out_format(&out, " (%s)", insertions.items[i].words);
        done = at;
    }
    out_on_one_line(&out, text_part(source, done, source.length));
    const char *words = text_string(run->reader->arena, text_trim(out_written(&out)));
    out_free(&out);
    if (insertions.count == 0)
        ((Node *)node)->plain_said = words;
    return words;
}

/* ---- witnesses ---- */

static Witness *add_witness(Run *run, WitnessList *list, const char *asked, Truth truth) {
    if (list->count >= MOST_WITNESSES)
        return NULL;
    Witness *witness = arena_make(run->reader->arena, Witness);
    witness->asked = asked;
    witness->truth = truth;
    witness->inside = list->depth > 0;
    witness->span = NO_SPAN;
    if (list->last == NULL)
        list->first = witness;
    else
        list->last->next = witness;
    list->last = witness;
    list->count++;
    return witness;
}

static void lay_blame(Witness *witness, const Operand *operand) {
    witness->record = operand->record;
    witness->field = operand->field;
    witness->span = operand->span;
    if (span_is_none(witness->span) && operand->record != NULL)
        witness->span = operand->record->span;
}

static bool blame_part(Run *run, const Node *node, int depth, Witness *witness);

/* A field that is worked out and said nowhere: what it is worked out from. */
static bool blame_derived(Run *run, const Operand *operand, int depth, Witness *witness) {
    if (operand->field == NULL || operand->field->derived == NULL || !span_is_none(operand->span) ||
        operand->state != STATE_GIVEN || depth >= DEEPEST_FIELD)
        return false;
    Run inner = {.reader = run->reader};
    inner.variables[0] = datum_of_record(operand->record);
    return blame_part(&inner, derived_node(run->reader, operand->field), depth + 1, witness);
}

typedef enum Blamed { BLAME_SILENT, BLAME_ANY, BLAME_SAID } Blamed;

static bool blames(Run *run, const Node *node, Blamed blamed, int depth, Witness *witness) {
    if (node == NULL || node->op == OP_CONSTANT)
        return false;
    ScratchMark mark = scratch_mark(run->reader);
    Operand operand;
    evaluate(run, node, &operand);
    bool silent = operand.state != STATE_GIVEN || operand.shortage != TRUTH_HOLDS ||
                  (operand.count == 1 && operand.items->soft == TRUTH_MISSING);
    bool wanted = blamed == BLAME_SILENT ? silent
                  : blamed == BLAME_SAID ? operand.state == STATE_GIVEN
                                         : true;
    bool found = operand.record != NULL && wanted;
    if (found && !blame_derived(run, &operand, depth, witness))
        lay_blame(witness, &operand);
    scratch_release(run->reader, mark);
    return found;
}

/* The first of the records that are counted or taken together; a value by the line that says it. */
static bool blame_item(Run *run, const Node *node, Witness *witness) {
    ScratchMark mark = scratch_mark(run->reader);
    Operand operand;
    evaluate(run, node, &operand);
    const Datum *item = operand.count > 0 ? operand.items : NULL;
    bool is_record = item != NULL && item->kind == DATUM_RECORD && !item->record->kind->is_words &&
                     !item->record->kind->is_scale;
    bool is_said = item != NULL && !is_record && item->value != NULL && item->value->line != NULL;
    if (is_record) {
        witness->record = item->record;
        witness->span = item->record->span;
    } else if (is_said)
        witness->span = item->value->line->span;
    scratch_release(run->reader, mark);
    return is_record || is_said;
}

/* What an operand is worked out from, part by part: the days of a span, the records of a sum. */
static bool blame_part(Run *run, const Node *node, int depth, Witness *witness) {
    if (node == NULL || node->op == OP_CONSTANT || node->op == OP_SETTING)
        return false;
    if (blames(run, node, BLAME_SAID, depth, witness) || blame_item(run, node, witness))
        return true;
    bool is_field =
        node->op == OP_STEP && !node->left->shape.many; /* it is not said: look elsewhere */
    if (is_binder(node) || is_field)
        return false;
    const Node *parts[] = {node->left, node->right, node->third};
    for (int i = 0; i < 3; i++)
        if (blame_part(run, parts[i], depth, witness))
            return true;
    return false;
}

static bool is_setting(const Node *node) { return node != NULL && node->op == OP_SETTING; }

/* What does not say comes before what says something, and what the plan says before a charter's own
 * numbers. */
static void blame_comparison(Run *run, const Node *node, Witness *witness) {
    const Node *sides[] = {node->left, node->right, node->third};
    for (int i = 0; i < 3; i++)
        if (blames(run, sides[i], BLAME_SILENT, 0, witness))
            return;
    for (int i = 0; i < 3; i++)
        if (!is_setting(sides[i]) && blames(run, sides[i], BLAME_ANY, 0, witness))
            return;
    for (int i = 0; i < 3; i++)
        if (blame_part(run, sides[i], 0, witness))
            return;
    for (int i = 0; i < 3; i++)
        if (blames(run, sides[i], BLAME_ANY, 0, witness))
            return;
}

/* `its consultation is yes`, where consultation is itself a rule: what that rule turns on. */
static void explain_field_rule(Run *run, const Node *node, Truth truth, WitnessList *list) {
    if (node->op != OP_IS || node->left->op != OP_STEP || list->depth >= DEEPEST_FIELD)
        return;
    ScratchMark mark = scratch_mark(run->reader);
    Operand base;
    evaluate(run, node->left->left, &base);
    if (is_one(&base) && base.items->kind == DATUM_RECORD) {
        const Record *record = base.items->record;
        const Field *field = step_field(run, node->left, record->kind);
        const Node *rule = field == NULL ? NULL : derived_node(run->reader, field);
        if (rule != NULL && rule->op == OP_TRUTH) {
            Run inner = {.reader = run->reader};
            inner.variables[0] = *base.items;
            list->depth++;
            explain(&inner, rule->left, truth, list);
            list->depth--;
        }
    }
    scratch_release(run->reader, mark);
}

static void explain_frontier(Run *run, const Node *node, WitnessList *list) {
    enum { MOST_LAST = 3 };
    ScratchMark mark = scratch_mark(run->reader);
    Operand from;
    const Record *frontier[MOST_LAST];
    evaluate(run, node->left, &from);
    uint32_t count =
        is_one(&from) && from.items->kind == DATUM_RECORD
            ? links_frontier(run->reader, node->links, from.items->record, frontier, MOST_LAST)
            : 0;
    for (uint32_t i = 0; i < count; i++) {
        const char *asked = arena_format(run->reader->arena, "the lines end at %.*s",
                                         TEXT_ARGS(frontier[i]->title));
        Witness *witness = add_witness(run, list, asked, TRUTH_ABSENT);
        if (witness != NULL) {
            witness->record = frontier[i];
            witness->span = frontier[i]->span;
        }
    }
    scratch_release(run->reader, mark);
}

static void explain_comparison(Run *run, const Node *node, Truth truth, WitnessList *list) {
    if (list->count >= MOST_WITNESSES)
        return;
    Witness *witness = add_witness(run, list, node_words(run, node), truth);
    if (witness != NULL)
        blame_comparison(run, node, witness);
    explain_field_rule(run, node, truth, list);
    if (node->op == OP_LEADS && truth != TRUTH_HOLDS)
        explain_frontier(run, node, list);
}

/* ---- chains ---- */

/* Of `and`, what is not so; of `or`, every way that was tried. Of what holds, what makes it so. */
static void explain_chain(Run *run, const Node *node, Truth truth, WitnessList *list) {
    for (uint32_t i = 0; i < node->count; i++) {
        Truth part = truth_of(run, node->list[i]);
        if ((part == TRUTH_HOLDS) == (truth == TRUTH_HOLDS))
            explain(run, node->list[i], part, list);
    }
}

static bool is_comparison(const Node *node) { return node->op >= OP_IS && node->op <= OP_LEADS; }

static void explain_not(Run *run, const Node *node, Truth truth, WitnessList *list) {
    if (!is_comparison(node->left)) {
        explain(run, node->left, truth_of(run, node->left), list);
        return;
    }
    if (list->count >= MOST_WITNESSES)
        return;
    Witness *witness = add_witness(run, list, node_words(run, node), truth);
    if (witness != NULL)
        blame_comparison(run, node->left, witness);
    explain_field_rule(run, node->left, truth_not(truth), list);
}

/* ---- binders ---- */

static void witness_item(Run *run, const Node *node, const Datum *item, Truth truth,
                         WitnessList *list) {
    Witness *witness = add_witness(run, list, node_words(run, node), truth);
    if (witness == NULL)
        return;
    if (item != NULL && item->kind == DATUM_RECORD) {
        witness->record = item->record;
        witness->span = item->record->span;
    } else if (item != NULL && item->value != NULL)
        witness->span = item->value->span;
}

static void witness_gap(Run *run, const Node *node, const Candidates *candidates, Truth truth,
                        WitnessList *list) {
    Witness *witness = add_witness(run, list, node_words(run, node), truth);
    if (witness == NULL || candidates->record == NULL)
        return;
    witness->record = candidates->record;
    witness->field = candidates->field;
    witness->span = candidates->record->span;
}

static void explain_every(Run *run, const Node *node, Truth truth, WitnessList *list) {
    Candidates candidates;
    find_candidates(run, node, &candidates);
    uint32_t said = 0, count = candidates.count + candidates.more_count;
    if (candidates.state != STATE_GIVEN || count == 0)
        witness_gap(run, node, &candidates, truth, list);
    for (uint32_t i = 0; i < count && said < NEAR_MISSES; i++) {
        Truth filter = admit(run, node, candidate(&candidates, i));
        if (filter == TRUTH_CONTRADICTED || filter == TRUTH_ABSENT)
            continue;
        Truth body = truth_of(run, node->right);
        Truth whole = truth_or(truth_not(filter), body);
        if ((whole == TRUTH_HOLDS) != (truth == TRUTH_HOLDS))
            continue;
        said++;
        if (filter != TRUTH_HOLDS && node->left != NULL)
            explain(run, node->left, filter, list);
        explain(run, node->right, body, list);
    }
}

/* Those for which a condition came nearest to being so. */
typedef struct NearMiss {
    const Datum *item;
    uint32_t holds;
} NearMiss;

static uint32_t parts_that_hold(Run *run, const Node *condition) {
    if (condition == NULL)
        return 0;
    if (condition->op != OP_AND)
        return truth_of(run, condition) == TRUTH_HOLDS;
    uint32_t holds = 0;
    for (uint32_t i = 0; i < condition->count; i++)
        holds += truth_of(run, condition->list[i]) == TRUTH_HOLDS;
    return holds;
}

static uint32_t nearest_misses(Run *run, const Node *node, const Candidates *candidates,
                               NearMiss *misses) {
    uint32_t kept = 0, count = candidates->count + candidates->more_count;
    for (uint32_t i = 0; i < count; i++) {
        if (i >= candidates->count + NEAR_MISSES)
            break; /* of those that do not say, a few will do */
        const Datum *item = candidate(candidates, i);
        if (node->left == NULL || admit(run, node, item) == TRUTH_HOLDS)
            continue;
        NearMiss miss = {item, parts_that_hold(run, node->left)};
        uint32_t at = kept < NEAR_MISSES ? kept++ : NEAR_MISSES;
        if (at == NEAR_MISSES && misses[NEAR_MISSES - 1].holds >= miss.holds)
            continue;
        at = at == NEAR_MISSES ? NEAR_MISSES - 1 : at;
        for (; at > 0 && misses[at - 1].holds < miss.holds; at--)
            misses[at] = misses[at - 1];
        misses[at] = miss;
    }
    return kept;
}

static void explain_misses(Run *run, const Node *node, const Candidates *candidates,
                           WitnessList *list) {
    NearMiss misses[NEAR_MISSES];
    uint32_t count = nearest_misses(run, node, candidates, misses);
    for (uint32_t i = 0; i < count; i++) {
        Truth truth = admit(run, node, misses[i].item);
        explain(run, node->left, truth, list);
    }
}

/* `some` that found one: that one. `no` that found some: those. Else the place, and what came
 * nearest. */
static void explain_search(Run *run, const Node *node, Truth truth, WitnessList *list) {
    Candidates candidates;
    find_candidates(run, node, &candidates);
    bool found = node->op == OP_SOME ? truth == TRUTH_HOLDS : truth == TRUTH_CONTRADICTED;
    uint32_t said = 0, count = candidates.count + candidates.more_count;
    uint32_t most = node->op == OP_SOME ? 1 : NEAR_MISSES;
    for (uint32_t i = 0; found && i < count && said < most; i++)
        if (admit(run, node, candidate(&candidates, i)) == TRUTH_HOLDS) {
            witness_item(run, node, candidate(&candidates, i), truth, list);
            said++;
        }
    if (said > 0)
        return;
    witness_gap(run, node, &candidates, truth, list);
    if (truth != TRUTH_HOLDS)
        explain_misses(run, node, &candidates, list);
}

static void explain_node(Run *run, const Node *node, Truth truth, WitnessList *list) {
    ScratchMark mark = scratch_mark(run->reader);
    Datum before = {0};
    if (is_binder(node))
        before = run->variables[node->variable];
    switch (node->op) {
    case OP_AND:
    case OP_OR: explain_chain(run, node, truth, list); break;
    case OP_NOT: explain_not(run, node, truth, list); break;
    case OP_EVERY: explain_every(run, node, truth, list); break;
    case OP_SOME:
    case OP_NONE: explain_search(run, node, truth, list); break;
    default: explain_comparison(run, node, truth, list); break;
    }
    if (is_binder(node))
        run->variables[node->variable] = before;
    scratch_release(run->reader, mark);
}

/* A search that comes to the same in every case is explained once, and its witnesses copied. */
static void explain_kept(Run *run, const Node *node, Truth truth, WitnessList *list) {
    Node *kept = (Node *)node; /* what is kept is no part of its meaning */
    if (node->kept_witnesses_epoch != run->reader->epoch) {
        WitnessList own = {.depth = list->depth};
        explain_node(run, node, truth, &own);
        kept->kept_witnesses = own.first;
        kept->kept_witnesses_epoch = run->reader->epoch;
    }
    for (const Witness *each = node->kept_witnesses; each != NULL; each = each->next) {
        Witness *copy = add_witness(run, list, each->asked, each->truth);
        if (copy == NULL)
            return;
        copy->record = each->record;
        copy->field = each->field;
        copy->span = each->span;
    }
}

void explain(Run *run, const Node *node, Truth truth, WitnessList *list) {
    if (list->count >= MOST_WITNESSES)
        return;
    if (is_binder(node) && node->uses == 0)
        explain_kept(run, node, truth, list);
    else
        explain_node(run, node, truth, list);
}
