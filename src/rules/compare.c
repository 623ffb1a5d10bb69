/* Comparisons in five values. Two intervals that cannot overlap decide the matter; if they can, it
 * is left open: M where a field that is not given could settle it, else U. */
#include "calendar.h"
#include "list.h"
#include "mention.h"
#include "reach.h"

/* ---- what cannot be compared ---- */

static Truth truth_of_state(State state) {
    return state == STATE_MISSING ? TRUTH_MISSING : TRUTH_UNCERTAIN;
}

static bool is_silent(const Operand *operand) { return operand->state != STATE_GIVEN; }

/* Neither side may be silent; a missing one weighs more than an unknown one. */
static bool both_speak(const Operand *left, const Operand *right, Truth *truth) {
    if (!is_silent(left) && !is_silent(right))
        return true;
    bool missing = left->state == STATE_MISSING || right->state == STATE_MISSING;
    *truth = missing ? TRUTH_MISSING : TRUTH_UNCERTAIN;
    return false;
}

/* One thing of an operand of which one thing is wanted; several days become one stretch. */
static bool single(Run *run, const Operand *operand, Datum *datum, Truth *truth) {
    State state;
    if (operand->none) {
        *truth = TRUTH_CONTRADICTED;
        return false;
    }
    if (operand->count == 1) {
        *datum = widened(*operand->items);
        return true;
    }
    if (stretch_of(run, operand, datum, &state))
        return true;
    *truth = truth_of_state(state == STATE_GIVEN ? STATE_MISSING : state);
    return false;
}

static bool two_things(Run *run, const Node *node, Operand *left, Operand *right, Datum *a,
                       Datum *b, Truth *truth) {
    evaluate(run, node->left, left);
    evaluate(run, node->right, right);
    if (!both_speak(left, right, truth) || !single(run, left, a, truth))
        return false;
    if (single(run, right, b, truth))
        return true;
    if (*truth == TRUTH_CONTRADICTED && node->op != OP_IS)
        *truth = TRUTH_UNCERTAIN; /* held against nothing: neither so nor not so */
    return false;
}

static Truth softer(const Datum *a, const Datum *b) {
    return a->soft == TRUTH_MISSING || b->soft == TRUTH_MISSING ? TRUTH_MISSING : TRUTH_UNCERTAIN;
}

/* ---- intervals ---- */

typedef struct Interval {
    int64_t low, high;
} Interval;

static Truth at_least(Interval a, Interval b, Truth soft) {
    return a.low >= b.high ? TRUTH_HOLDS : a.high < b.low ? TRUTH_CONTRADICTED : soft;
}

static Truth more_than(Interval a, Interval b, Truth soft) {
    return a.low > b.high ? TRUTH_HOLDS : a.high <= b.low ? TRUTH_CONTRADICTED : soft;
}

static Truth in_order(ExprWord word, Interval a, Interval b, Truth soft) {
    switch (word) {
    case WORD_AT_LEAST:
    case WORD_NO_EARLIER: return at_least(a, b, soft);
    case WORD_MORE_THAN:
    case WORD_AFTER: return more_than(a, b, soft);
    case WORD_AT_MOST:
    case WORD_NO_LATER: return at_least(b, a, soft);
    default: return more_than(b, a, soft); /* less than, before */
    }
}

static Interval days(DateRange range) { return (Interval){range.first, range.last}; }

/* ---- is ---- */

static Truth compare_none(Run *run, const Node *node) {
    Operand left;
    evaluate(run, node->left, &left);
    if (left.state == STATE_NOT_APPLICABLE)
        return TRUTH_CONTRADICTED; /* an answer, and not that there is nothing */
    if (is_silent(&left))
        return truth_of_state(left.state);
    return left.none && left.count == 0 ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
}

/* A count that is too small is no contradiction: one more could be added. */
static Truth less_harsh(Truth truth, const Operand *count, const Datum *a, const Datum *b) {
    bool too_few = truth == TRUTH_CONTRADICTED && count->counted && a->high <= b->high;
    return too_few ? TRUTH_ABSENT : truth;
}

static Truth compare_is(Run *run, const Node *node) {
    if (node->right->op == OP_CONSTANT && node->right->is_none)
        return compare_none(run, node);
    Operand left, right;
    Datum a, b;
    Truth truth;
    if (!two_things(run, node, &left, &right, &a, &b, &truth))
        return truth;
    truth = datum_same(&a, &b);
    return less_harsh(truth, &left, &a, &b);
}

/* ---- more and less ---- */

static bool ranks_of(const Datum *datum, Interval *ranks) {
    if (datum->kind != DATUM_RECORD || datum->record->rank_first == 0)
        return false;
    *ranks = (Interval){datum->record->rank_first, datum->record->rank_last};
    return true;
}

static Truth compare_order(Run *run, const Node *node) {
    Operand left, right;
    Datum a, b;
    Truth truth;
    if (!two_things(run, node, &left, &right, &a, &b, &truth))
        return truth;
    Interval one = {a.low, a.high}, two = {b.low, b.high};
    if (a.kind != b.kind || (a.kind == DATUM_DURATION && a.family != b.family))
        return TRUTH_UNCERTAIN; /* units without a fixed ratio never compare */
    if (a.kind == DATUM_RECORD && (!ranks_of(&a, &one) || !ranks_of(&b, &two)))
        return TRUTH_UNCERTAIN;
    if (a.kind == DATUM_WHEN || a.kind == DATUM_TEXT)
        return TRUTH_UNCERTAIN;
    truth = in_order(node->word, one, two, softer(&a, &b));
    bool wants_more = node->word == WORD_AT_LEAST || node->word == WORD_MORE_THAN;
    return wants_more ? less_harsh(truth, &left, &a, &b) : truth;
}

static Truth compare_dates(Run *run, const Node *node) {
    Operand left, right;
    Datum a, b;
    Truth truth;
    if (!two_things(run, node, &left, &right, &a, &b, &truth))
        return truth;
    if (a.kind != b.kind || (a.kind != DATUM_WHEN && a.kind != DATUM_TIME))
        return TRUTH_UNCERTAIN;
    Truth soft = softer(&a, &b);
    Interval one = {a.low, a.high}, two = {b.low, b.high};
    if (a.kind == DATUM_WHEN) {
        bool from = node->word == WORD_AFTER || node->word == WORD_NO_EARLIER;
        bool to = node->word == WORD_AFTER || node->word == WORD_NO_LATER;
        one = days(from ? a.from : a.to);
        two = days(to ? b.to : b.from);
    }
    return in_order(node->word, one, two, soft);
}

/* ---- gaps and lengths ---- */

/* DAY moved by LENGTH, forwards or back: the interval it may come to. */
static bool moved(Run *run, DateRange day, const Datum *length, bool back, Interval *result) {
    UnitFamily family = (UnitFamily)length->family;
    DateRange low, high;
    if (length->low == NO_LEAST || length->high == NO_MOST)
        return false;
    if (!shift_by(run->reader, day, back ? length->high : length->low, family, back, &low) ||
        !shift_by(run->reader, day, back ? length->low : length->high, family, back, &high))
        return false;
    *result = (Interval){low.first, high.last};
    return true;
}

/* A count of working days that no calendar backs is for want of the plan's nation. */
static Truth truth_unmoved(Run *run, const Datum *length) {
    bool worked = length->family == FAMILY_WORKING || length->family == FAMILY_CLEAR;
    return worked && !calendar_is_known(plan_calendar(run->reader)) ? TRUTH_MISSING
                                                                    : TRUTH_UNCERTAIN;
}

static bool is_known_day(Day day) { return day > DAY_UNKNOWN_PAST && day < DAY_UNKNOWN_FUTURE; }

typedef struct Gap {
    Datum day, other;
    Interval mark, far_mark; /* `other` moved by the length: before it, and after it */
    ExprWord word;
    Truth soft;
} Gap;

static bool is_upper_bound(ExprWord word) { return word == WORD_AT_MOST || word == WORD_LESS_THAN; }

/* At most D before X: not further off than that, and not on the other side of X. */
static Truth gap_before(const Gap *gap) {
    if (!is_upper_bound(gap->word))
        return in_order(gap->word == WORD_MORE_THAN ? WORD_LESS_THAN : WORD_AT_MOST,
                        days(gap->day.to), gap->mark, gap->soft);
    Truth near = in_order(gap->word == WORD_LESS_THAN ? WORD_MORE_THAN : WORD_AT_LEAST,
                          days(gap->day.from), gap->mark, gap->soft);
    return truth_and(near, at_least(days(gap->other.from), days(gap->day.to), gap->soft));
}

static Truth gap_after(const Gap *gap) {
    if (!is_upper_bound(gap->word))
        return in_order(gap->word, days(gap->day.from), gap->far_mark, gap->soft);
    Truth near = in_order(gap->word, days(gap->day.to), gap->far_mark, gap->soft);
    return truth_and(near, at_least(days(gap->day.from), days(gap->other.to), gap->soft));
}

static Truth gap_away(const Gap *gap) {
    if (!is_upper_bound(gap->word))
        return truth_or(gap_before(gap), gap_after(gap));
    Truth after = in_order(gap->word, days(gap->day.from), gap->far_mark, gap->soft);
    Truth before = in_order(gap->word == WORD_LESS_THAN ? WORD_MORE_THAN : WORD_AT_LEAST,
                            days(gap->day.to), gap->mark, gap->soft);
    return truth_and(after, before);
}

static bool stretch_at(Run *run, const Node *node, Datum *stretch, Truth *truth) {
    Operand operand;
    State state;
    evaluate(run, node, &operand);
    if (operand.none && operand.count == 0) {
        *truth = TRUTH_CONTRADICTED;
        return false;
    }
    if (stretch_of(run, &operand, stretch, &state))
        return true;
    *truth = truth_of_state(state);
    return false;
}

static bool length_at(Run *run, const Node *node, Datum *length, Truth *truth) {
    Operand operand;
    evaluate(run, node, &operand);
    if (is_one(&operand) && operand.items->kind == DATUM_DURATION) {
        *length = *operand.items;
        return true;
    }
    *truth = truth_of_state(is_silent(&operand) ? operand.state : STATE_MISSING);
    return false;
}

static Truth compare_gap(Run *run, const Node *node) {
    Gap gap = {.word = node->word};
    Datum length;
    Truth truth;
    if (!stretch_at(run, node->left, &gap.day, &truth) ||
        !stretch_at(run, node->third, &gap.other, &truth) ||
        !length_at(run, node->right, &length, &truth))
        return truth;
    if (!moved(run, gap.other.from, &length, true, &gap.mark) ||
        !moved(run, gap.other.to, &length, false, &gap.far_mark))
        return truth_unmoved(run, &length);
    gap.soft = softer(&gap.day, &gap.other);
    switch ((ExprWord)node->count) {
    case WORD_BEFORE: return gap_before(&gap);
    case WORD_AFTER: return gap_after(&gap);
    default: return gap_away(&gap);
    }
}

/* Minutes, where both times of one day are known. */
static bool minutes_of(const Datum *stretch, Interval *minutes) {
    const When *when = stretch->value == NULL ? NULL : &stretch->value->when;
    if (when == NULL || when->starts_at < 0 || when->ends_at < 0 || !range_is_day(stretch->from) ||
        !range_is_day(stretch->to))
        return false;
    int64_t length = ((int64_t)stretch->to.first - stretch->from.first) * 24 * 60 + when->ends_at -
                     when->starts_at;
    *minutes = (Interval){length, length};
    return true;
}

/* The working days in a stretch, both ends counted. */
static Truth compare_worked(Run *run, const Node *node, const Datum *stretch, const Datum *length) {
    WorkCalendar *calendar = plan_calendar(run->reader);
    if (!calendar_is_known(calendar))
        return TRUTH_MISSING;
    Interval wanted = {length->low, length->high}, worked = {0, NO_MOST};
    if (is_known_day(stretch->from.last) && is_known_day(stretch->to.first))
        worked.low = calendar_count(calendar, stretch->from.last, stretch->to.first);
    if (is_known_day(stretch->from.first) && is_known_day(stretch->to.last) && !stretch->no_end)
        worked.high = calendar_count(calendar, stretch->from.first, stretch->to.last);
    calendar_rests_on(calendar, stretch->from, stretch->to);
    return in_order(node->word, worked, wanted, stretch->soft);
}

/* Both ends count, so a week from Monday ends on Sunday: the day after the end is compared. */
static Truth compare_lasts(Run *run, const Node *node) {
    Datum stretch, length;
    Truth truth;
    if (!stretch_at(run, node->left, &stretch, &truth) ||
        !length_at(run, node->right, &length, &truth))
        return truth;
    Interval end, mark;
    if (length.family == FAMILY_HOURS) {
        Interval wanted = {length.low, length.high};
        return minutes_of(&stretch, &end) ? in_order(node->word, end, wanted, stretch.soft)
                                          : TRUTH_UNCERTAIN;
    }
    if (length.family == FAMILY_WORKING || length.family == FAMILY_CLEAR)
        return compare_worked(run, node, &stretch, &length);
    if (!moved(run, stretch.from, &length, false, &mark))
        return TRUTH_UNCERTAIN;
    end = (Interval){(int64_t)stretch.to.first + 1, (int64_t)stretch.to.last + 1};
    return in_order(node->word, end, mark, stretch.soft);
}

static Truth lies_in(const Datum *day, const Datum *span, Truth soft) {
    return truth_and(at_least(days(day->from), days(span->from), soft),
                     at_least(days(span->to), days(day->to), soft));
}

static Truth meets(const Datum *a, const Datum *b, Truth soft) {
    return truth_and(at_least(days(b->to), days(a->from), soft),
                     at_least(days(a->to), days(b->from), soft));
}

/* YEARLY comes in every year: what holds of any of them holds. */
static Truth in_any_year(const Datum *day, const Yearly *yearly, Truth soft,
                         Truth (*holds)(const Datum *, const Datum *, Truth)) {
    if (!is_known_day(day->from.first) || !is_known_day(day->to.last))
        return TRUTH_UNCERTAIN;
    Truth truth = TRUTH_CONTRADICTED;
    int from = civil_of(day->from.first).year, to = civil_of(day->to.last).year;
    for (int year = from - 1; year <= to + 1; year++) {
        Datum span = datum_of_dates((DateRange){0, 0}, (DateRange){0, 0});
        if (!yearly_days(yearly, year, &span.from.first, &span.to.first))
            continue;
        span.from.last = span.from.first;
        span.to.last = span.to.first;
        truth = truth_or(truth, holds(day, &span, soft));
    }
    return truth;
}

static Truth compare_during(Run *run, const Node *node) {
    Datum day, span;
    Truth truth;
    if (!stretch_at(run, node->left, &day, &truth) || !stretch_at(run, node->right, &span, &truth))
        return truth;
    Truth soft = softer(&day, &span);
    const Yearly *yearly = yearly_of(&span);
    return yearly == NULL ? lies_in(&day, &span, soft) : in_any_year(&day, yearly, soft, lies_in);
}

static Truth compare_meets(Run *run, const Node *node) {
    Datum a, b;
    Truth truth;
    if (!stretch_at(run, node->left, &a, &truth) || !stretch_at(run, node->right, &b, &truth))
        return truth;
    Truth soft = softer(&a, &b);
    if (yearly_of(&b) != NULL)
        return in_any_year(&a, yearly_of(&b), soft, meets);
    if (yearly_of(&a) != NULL)
        return in_any_year(&b, yearly_of(&a), soft, meets);
    return meets(&a, &b, soft);
}

/* ---- fields ---- */

static Truth compare_given(Run *run, const Node *node) {
    Operand operand;
    evaluate(run, node->left, &operand);
    switch (operand.state) {
    case STATE_UNKNOWN: return TRUTH_UNCERTAIN;
    case STATE_NOT_APPLICABLE: return TRUTH_HOLDS;
    case STATE_MISSING: return TRUTH_ABSENT;
    case STATE_GIVEN: break;
    }
    if (operand.fallback || (operand.count == 0 && !operand.none))
        return TRUTH_ABSENT;
    if (operand.count == 1 && operand.items->kind == DATUM_YES_NO) {
        Truth truth = operand.items->truth;
        return truth == TRUTH_MISSING     ? TRUTH_ABSENT
               : truth == TRUTH_UNCERTAIN ? truth
                                          : TRUTH_HOLDS;
    }
    bool open = operand.count > 0;
    for (uint32_t i = 0; i < operand.count; i++)
        open = open && operand.items[i].kind == DATUM_WHEN && operand.items[i].not_fixed;
    return open ? TRUTH_UNCERTAIN : TRUTH_HOLDS;
}

static bool has_reasons(Run *run, const Node *step, const Record *record) {
    const Field *field = step_field(run, step, record->kind);
    const Record *owner;
    const Line *line = field == NULL ? NULL : read_lines(run->reader, record, field, &owner);
    if (line == NULL)
        return false;
    for (; line != NULL; line = line->next)
        if (line->reason.length == 0)
            return false;
    return true;
}

static Truth compare_reasoned(Run *run, const Node *node) {
    Operand base;
    evaluate(run, node->left->left, &base);
    if (is_silent(&base))
        return base.state == STATE_MISSING ? TRUTH_ABSENT : TRUTH_UNCERTAIN;
    bool all = base.count > 0;
    for (uint32_t i = 0; i < base.count && all; i++)
        all = base.items[i].kind == DATUM_RECORD &&
              has_reasons(run, node->left, base.items[i].record);
    return all ? TRUTH_HOLDS : TRUTH_ABSENT;
}

/* ---- lists ---- */

/* Whether DATUM is among LIST; one that is not found may be among what the list lacks. */
static Truth is_among(const Operand *list, const Datum *datum) {
    Truth truth = TRUTH_CONTRADICTED;
    for (uint32_t i = 0; i < list->count && truth != TRUTH_HOLDS; i++) {
        Truth same = datum_same(&list->items[i], datum);
        if (same != TRUTH_CONTRADICTED)
            truth = truth_or(truth, truth_and(same, (Truth)list->items[i].doubt));
    }
    if (truth != TRUTH_HOLDS && list->shortage != TRUTH_HOLDS)
        truth = truth_or(truth, list->shortage);
    return truth;
}

/* A set with nothing in it yet says nothing; `none` says that there is nothing. */
static bool is_empty_set(const Operand *list) { return list->count == 0 && !list->none; }

static Truth compare_one_of(Run *run, const Node *node) {
    Operand left, right;
    Datum datum;
    Truth truth;
    evaluate(run, node->left, &left);
    evaluate(run, node->right, &right);
    if (!both_speak(&left, &right, &truth) || !single(run, &left, &datum, &truth))
        return truth;
    return is_empty_set(&right) ? TRUTH_MISSING : is_among(&right, &datum);
}

static Truth includes(const Node *node, const Operand *list, const Operand *things) {
    bool all = node->word == WORD_ALL;
    Truth truth = all ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
    for (uint32_t i = 0; i < things->count; i++) {
        Truth each = is_among(list, &things->items[i]);
        Truth doubt = (Truth)things->items[i].doubt;
        if (all) /* one that may not belong need not be there */
            truth = truth_and(truth, doubt == TRUTH_HOLDS ? each : truth_or(each, doubt));
        else
            truth = truth_or(truth, truth_and(each, doubt));
    }
    if (things->shortage != TRUTH_HOLDS)
        truth = all ? truth_and(truth, things->shortage) : truth_or(truth, things->shortage);
    return truth;
}

static Truth compare_lists(Run *run, const Node *node) {
    Operand left, right;
    Truth truth;
    evaluate(run, node->left, &left);
    evaluate(run, node->right, &right);
    if (!both_speak(&left, &right, &truth))
        return truth;
    if (is_empty_set(&left) || is_empty_set(&right))
        return TRUTH_MISSING;
    return includes(node, &left, &right);
}

static Truth compare_mentions(Run *run, const Node *node) {
    Operand left, right;
    Truth truth;
    evaluate(run, node->left, &left);
    evaluate(run, node->right, &right);
    if (!both_speak(&left, &right, &truth))
        return truth;
    if (is_empty_set(&left) || is_empty_set(&right))
        return TRUTH_MISSING;
    truth = left.shortage != TRUTH_HOLDS ? left.shortage : TRUTH_CONTRADICTED;
    for (uint32_t i = 0; i < left.count; i++)
        for (uint32_t k = 0; k < right.count; k++)
            if (left.items[i].kind == DATUM_TEXT && right.items[k].kind == DATUM_TEXT &&
                text_mentions(left.items[i].text, right.items[k].text))
                truth = truth_or(truth, (Truth)left.items[i].doubt);
    return truth;
}

/* That no line leads there yet is silence: one could be added. */
static Truth compare_leads(Run *run, const Node *node) {
    Operand left, right;
    Truth truth;
    evaluate(run, node->left, &left);
    evaluate(run, node->right, &right);
    if (!both_speak(&left, &right, &truth))
        return truth;
    if (left.count != 1 || left.items->kind != DATUM_RECORD || is_empty_set(&right))
        return TRUTH_MISSING;
    truth = right.shortage != TRUTH_HOLDS ? right.shortage : TRUTH_ABSENT;
    for (uint32_t i = 0; i < right.count; i++)
        if (right.items[i].kind == DATUM_RECORD &&
            links_lead(run->reader, node->links, left.items->record, right.items[i].record))
            truth = truth_or(truth, (Truth)right.items[i].doubt);
    return truth;
}

static Truth compare_op(Run *run, const Node *node) {
    switch (node->op) {
    case OP_IS: return compare_is(run, node);
    case OP_ONE_OF: return compare_one_of(run, node);
    case OP_ORDER: return compare_order(run, node);
    case OP_DATES: return compare_dates(run, node);
    case OP_GAP: return compare_gap(run, node);
    case OP_LASTS: return compare_lasts(run, node);
    case OP_DURING: return compare_during(run, node);
    case OP_MEETS: return compare_meets(run, node);
    case OP_GIVEN: return compare_given(run, node);
    case OP_REASONED: return compare_reasoned(run, node);
    case OP_INCLUDES:
    case OP_OVERLAPS: return compare_lists(run, node);
    case OP_MENTIONS: return compare_mentions(run, node);
    case OP_LEADS: return compare_leads(run, node);
    default: return TRUTH_UNCERTAIN;
    }
}

Truth compare(Run *run, const Node *node) {
    ScratchMark mark = scratch_mark(run->reader);
    Truth truth = compare_op(run, node);
    scratch_release(run->reader, mark);
    return truth;
}
