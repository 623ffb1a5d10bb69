/* What an operand comes to in one case. Every answer is an interval or a list that says how sure
 * it is; nothing is guessed. */
#include "node.h"

#include <ctype.h>
#include <string.h>

#include "calendar.h"
#include "list.h"

/* ---- steps ---- */

const Field *step_field(Run *run, const Node *step, const Kind *kind) {
    (void)run;
    Field **known = &step->fields[kind->index];
    if (*known == NULL)
        *known = kind_field(kind, step->name);
    return *known;
}

static void keep_blame(Operand *operand, const Operand *from) {
    operand->record = from->record;
    operand->field = from->field;
    operand->span = from->span;
}

static void step_from(Run *run, const Node *node, const Record *record, Operand *operand) {
    const Field *field = step_field(run, node, record->kind);
    if (field == NULL) {
        operand_clear(operand, STATE_MISSING);
        operand->record = record;
    } else
        read_operand(run->reader, record, field, operand);
}

/* The field of each of several records, as one list. */
static void step_from_each(Run *run, const Node *node, const Operand *base, Operand *operand) {
    ListMaker maker = list_begin(run, base);
    for (uint32_t i = 0; i < base->count && !is_blocked(run->reader); i++) {
        if (base->items[i].kind != DATUM_RECORD)
            continue;
        Operand part;
        step_from(run, node, base->items[i].record, &part);
        list_add(&maker, &part, (Truth)base->items[i].doubt);
    }
    list_end(&maker, operand);
}

static void evaluate_step(Run *run, const Node *node, Operand *operand) {
    Operand base;
    evaluate(run, node->left, &base);
    bool single = !node->left->shape.many && base.count == 1;
    if (base.state != STATE_GIVEN || (base.none && base.count == 0))
        operand_copy(operand, &base);
    else if (single && base.items->kind == DATUM_RECORD)
        step_from(run, node, base.items->record, operand);
    else
        step_from_each(run, node, &base, operand);
}

/* ---- properties ---- */

static uint32_t weekdays_of(DateRange range) {
    if (range.last - range.first >= 6)
        return 0x7f;
    uint32_t days = 0;
    for (Day day = range.first; day <= range.last; day++)
        days |= 1u << civil_weekday(day);
    return days;
}

static bool is_known_end(Day day) { return day > DAY_UNKNOWN_PAST && day < DAY_UNKNOWN_FUTURE; }

static Datum part_of_date(DateRange range, Property property) {
    bool known = is_known_end(range.first) && is_known_end(range.last);
    Civil first = civil_of(range.first), last = civil_of(range.last);
    int64_t low = YEAR_FIRST, high = YEAR_LAST;
    if (property == PROPERTY_YEAR && known)
        low = first.year, high = last.year;
    if (property == PROPERTY_MONTH) {
        bool within = known && first.year == last.year;
        low = within ? first.month : 1;
        high = within ? last.month : 12;
    }
    return datum_of_range(DATUM_NUMBER, low * 1000, high * 1000);
}

/* Both ends count: a stretch from a day to itself lasts one day. */
static Datum length_of(const Datum *stretch) {
    Datum length = datum_of_range(DATUM_DURATION, 0, NO_MOST);
    length.family = FAMILY_DAYS;
    length.soft = stretch->soft;
    if (is_known_end(stretch->from.last) && is_known_end(stretch->to.first))
        length.low = (int64_t)stretch->to.first - stretch->from.last + 1;
    if (is_known_end(stretch->from.first) && is_known_end(stretch->to.last) && !stretch->no_end)
        length.high = (int64_t)stretch->to.last - stretch->from.first + 1;
    if (length.low < 0)
        length.low = 0;
    if (length.high < length.low)
        length.high = length.low;
    return length;
}

/* Is every day that it may be worked, or none? */
static Datum worked(WorkCalendar *calendar, DateRange range) {
    Datum datum = datum_of_range(DATUM_YES_NO, 0, 0);
    int64_t days = (int64_t)range.last - range.first + 1;
    bool known = is_known_end(range.first) && is_known_end(range.last);
    int64_t count = known ? calendar_count(calendar, range.first, range.last) : 0;
    datum.truth = !calendar_is_known(calendar) ? TRUTH_MISSING
                  : !known                     ? TRUTH_UNCERTAIN
                  : count == days              ? TRUTH_HOLDS
                  : count == 0                 ? TRUTH_CONTRADICTED
                                               : TRUTH_UNCERTAIN;
    return datum;
}

/* "Good Friday"; false for a day that is no day off, or not known to be one. */
static bool day_off(Run *run, DateRange range, Datum *result) {
    if (!range_is_day(range) || !is_known_end(range.first))
        return false;
    WorkCalendar *calendar = plan_calendar(run->reader);
    const DayOff *off;
    (void)calendar_works(calendar, range.first, &off);
    *result = datum_of_range(DATUM_TEXT, 0, 0);
    if (off != NULL)
        result->text = text_of(day_off_words(calendar, off));
    return off != NULL;
}

static bool date_property(Run *run, const Datum *datum, Property property, Datum *result) {
    switch (property) {
    case PROPERTY_WORKED: *result = worked(plan_calendar(run->reader), datum->from); return true;
    case PROPERTY_DAY_OFF: return day_off(run, datum->from, result);
    case PROPERTY_STARTS: *result = datum_of_dates(datum->from, datum->from); break;
    case PROPERTY_ENDS: *result = datum_of_dates(datum->to, datum->to); break;
    case PROPERTY_DATE: *result = datum_of_dates(datum->from, datum->to); break;
    case PROPERTY_LENGTH: *result = length_of(datum); break;
    case PROPERTY_WEEKDAY:
        *result = datum_of_range(DATUM_WEEKDAY, 0, 0);
        result->weekdays = weekdays_of(datum->from);
        break;
    case PROPERTY_MONTH:
    case PROPERTY_YEAR: *result = part_of_date(datum->from, property); break;
    case PROPERTY_TIME:
        if (datum->value == NULL || datum->value->when.starts_at < 0)
            return false;
        *result =
            datum_of_range(DATUM_TIME, datum->value->when.starts_at, datum->value->when.starts_at);
        break;
    default: return false;
    }
    result->soft = datum->soft;
    return true;
}

static bool record_property(const Node *node, const Record *record, Datum *result) {
    *result = datum_of_range(DATUM_TEXT, 0, 0);
    if (node->property == PROPERTY_NAME)
        result->text = name_text(record->name);
    else if (node->property == PROPERTY_TITLE)
        result->text = record->title;
    else if (node->property == PROPERTY_PARENT && record->parent != NULL)
        *result = datum_of_record(record->parent);
    else
        return false;
    return true;
}

static bool repeat_interval(const Value *value, Datum *result) {
    int64_t length = duration_in_family(value->repeat.every);
    *result = datum_of_range(DATUM_DURATION, length, length);
    result->family = (uint8_t)unit_family(value->repeat.every.unit);
    return true;
}

static bool value_on(const Value *value, Datum *result) {
    if (value == NULL || value->on == NULL || value->on->kind != VALUE_WHEN)
        return false;
    *result = datum_of_value(value->on);
    return true;
}

static bool property_of(Run *run, const Node *node, const Datum *datum, Datum *result) {
    if (node->property == PROPERTY_ON)
        return value_on(datum->value, result);
    if (datum->kind == DATUM_WHEN)
        return date_property(run, datum, node->property, result);
    if (datum->kind == DATUM_RECORD)
        return record_property(node, datum->record, result);
    return datum->kind == DATUM_REPEAT && node->property == PROPERTY_INTERVAL &&
           datum->value != NULL && repeat_interval(datum->value, result);
}

static void add_children(Run *run, const Node *node, const Datum *base, DatumList *list) {
    if (base->kind != DATUM_RECORD)
        return;
    for (const Record *child = base->record->first_child; child != NULL;
         child = child->next_sibling)
        if (kind_is(child->kind, node->kind)) {
            Datum datum = datum_of_record(child);
            datum.doubt = base->doubt;
            scratch_push(run->reader, list, datum);
        }
}

/* The days of a rhythm, as far as the plan goes. */
static void add_dates(Run *run, const Datum *base, DatumList *list) {
    enum { MOST_DATES = 1000 };
    if (base->kind != DATUM_REPEAT || base->value == NULL)
        return;
    const Repeat *repeat = &base->value->repeat;
    Operand plan;
    operand_clear(&plan, STATE_MISSING);
    if (run->reader->plan != NULL)
        read_record_time(run->reader, run->reader->plan, &plan);
    bool timed = is_one(&plan) && plan.items->kind == DATUM_WHEN;
    if (repeat->from == NULL && !timed)
        return;
    DateRange day = repeat->from != NULL ? repeat->from->from : plan.items->from;
    Day last = repeat->to != NULL ? repeat->to->to.last : timed ? plan.items->to.last : day.last;
    int64_t step = duration_in_family(repeat->every);
    UnitFamily family = unit_family(repeat->every.unit);
    DateRange next = day;
    for (int64_t i = 1; step > 0 && next.first <= last && i <= MOST_DATES; i++) {
        scratch_push(run->reader, list, datum_of_dates(next, next));
        if (!shift_range(day, step * i, family, &next))
            break;
    }
}

static void evaluate_property(Run *run, const Node *node, Operand *operand) {
    Operand base;
    evaluate(run, node->left, &base);
    if (base.state != STATE_GIVEN) {
        operand_copy(operand, &base);
        return;
    }
    operand_clear(operand, STATE_GIVEN);
    keep_blame(operand, &base);
    if (!node->left->shape.many && base.count == 1 && node->property != PROPERTY_CHILDREN &&
        node->property != PROPERTY_DATES) {
        operand->count = property_of(run, node, base.items, &operand->one) ? 1 : 0;
        operand->one.doubt = base.items->doubt;
        operand->state = operand->count == 1 ? STATE_GIVEN : STATE_MISSING;
        return;
    }
    DatumList list = {0};
    for (uint32_t i = 0; i < base.count; i++) {
        Datum result;
        if (node->property == PROPERTY_CHILDREN)
            add_children(run, node, &base.items[i], &list);
        else if (node->property == PROPERTY_DATES)
            add_dates(run, &base.items[i], &list);
        else if (property_of(run, node, &base.items[i], &result)) {
            result.doubt = base.items[i].doubt;
            scratch_push(run->reader, &list, result);
        } else
            operand->shortage = TRUTH_MISSING;
    }
    if (base.shortage != TRUTH_HOLDS)
        operand->shortage = base.shortage;
    operand->items = list.items;
    operand->count = list.count;
}

/* ---- what stands for itself ---- */

static void evaluate_constant(const Node *node, Operand *operand) {
    if (!node->is_none) {
        operand_datum(operand, node->item);
        return;
    }
    operand_clear(operand, STATE_GIVEN);
    operand->none = true;
}

static void evaluate_variable(Run *run, const Node *node, Operand *operand) {
    const Datum *datum = &run->variables[node->variable];
    if (datum->kind == DATUM_NOTHING) {
        operand_clear(operand, STATE_MISSING);
        return;
    }
    operand_datum(operand, *datum);
    operand->one.doubt = TRUTH_HOLDS;
    if (datum->kind == DATUM_RECORD)
        operand->record = datum->record;
    if (datum->value != NULL)
        operand->span = datum->value->span;
}

static void evaluate_setting(Run *run, const Node *node, Operand *operand) {
    const Value *value = setting_value(run->reader, node->setting);
    operand_clear(operand, STATE_UNKNOWN);
    operand->record = node->setting;
    operand->span = node->setting->span;
    if (value == NULL || value->kind == VALUE_ANSWER || value->kind == VALUE_NAME)
        return;
    DatumList list = {0};
    for (const Value *each = value; each != NULL;
         each = value->line == NULL ? each->next : value_after(each))
        scratch_push(run->reader, &list, datum_of_value(each));
    operand->state = STATE_GIVEN;
    operand->items = list.items;
    operand->count = list.count;
}

static void evaluate_all(Run *run, const Node *node, Operand *operand) {
    operand_clear(operand, STATE_GIVEN);
    operand->items = items_of(run->reader, node->kind, &operand->count);
}

static void evaluate_adopted(Run *run, Operand *operand) {
    const When *adopted = run->reader->adopted;
    operand_clear(operand, STATE_MISSING);
    if (adopted == NULL)
        return;
    Datum datum = datum_of_dates(adopted->from, adopted->from);
    operand_datum(operand, datum);
    operand->record = run->reader->adoption;
}

static void evaluate_plan(Run *run, Operand *operand) {
    operand_clear(operand, STATE_MISSING);
    if (run->reader->plan == NULL)
        return;
    operand_datum(operand, datum_of_record(run->reader->plan));
    operand->record = run->reader->plan;
}

/* ---- sets and lists ---- */

/* What a binder's condition leaves open stays in the set, marked. */
static void evaluate_set(Run *run, const Node *node, Operand *operand) {
    Candidates candidates;
    find_candidates(run, node, &candidates);
    operand_clear(operand, candidates.state);
    operand->record = candidates.record;
    operand->field = candidates.field;
    if (candidates.open)
        operand->shortage = candidates.open_as;
    DatumList list = {0};
    uint32_t count = candidates.count + candidates.more_count;
    for (uint32_t i = 0; i < count && !is_blocked(run->reader); i++) {
        const Datum *each = candidate(&candidates, i);
        ScratchMark mark = scratch_mark(run->reader);
        Truth truth = admit(run, node, each);
        scratch_release(run->reader, mark);
        if (truth == TRUTH_CONTRADICTED || truth == TRUTH_ABSENT)
            continue;
        Datum datum = *each;
        datum.doubt = (uint8_t)truth;
        scratch_push(run->reader, &list, datum);
    }
    operand->items = list.items;
    operand->count = list.count;
}

static void evaluate_list(Run *run, const Node *node, Operand *operand) {
    Operand nothing;
    operand_clear(&nothing, STATE_GIVEN);
    ListMaker maker = list_begin(run, &nothing);
    for (uint32_t i = 0; i < node->count; i++) {
        Operand part;
        evaluate(run, node->list[i], &part);
        list_add(&maker, &part, TRUTH_HOLDS);
    }
    list_end(&maker, operand);
}

static void evaluate_else(Run *run, const Node *node, Operand *operand) {
    evaluate(run, node->left, operand);
    if (operand->state != STATE_MISSING)
        return;
    Operand first;
    operand_copy(&first, operand);
    evaluate(run, node->right, operand);
    if (operand->state == STATE_MISSING)
        keep_blame(operand, &first); /* the first is the one to give */
}

static void evaluate_truth(Run *run, const Node *node, Operand *operand) {
    Datum datum = datum_of_range(DATUM_YES_NO, 0, 0);
    datum.truth = truth_of(run, node->left);
    operand_datum(operand, datum);
}

/* ---- texts ---- */

static bool is_acronym_letter(char letter) {
    return isupper((unsigned char)letter) || isdigit((unsigned char)letter);
}

/* Runs of two or more capitals, each once. */
static void add_acronyms(Run *run, Text text, DatumList *list) {
    for (size_t i = 0; i < text.length;) {
        size_t end = i;
        while (end < text.length && is_acronym_letter(text.at[end]))
            end++;
        bool whole = end == text.length || !isalnum((unsigned char)text.at[end]);
        bool fresh = i == 0 || !isalnum((unsigned char)text.at[i - 1]);
        if (end - i >= 2 && whole && fresh && isupper((unsigned char)text.at[i])) {
            Datum datum = datum_of_range(DATUM_TEXT, 0, 0);
            datum.text = text_part(text, i, end - i);
            bool known = false;
            for (uint32_t k = 0; k < list->count; k++)
                known = known || text_same(list->items[k].text, datum.text);
            if (!known)
                scratch_push(run->reader, list, datum);
        }
        i = end > i ? end : i + 1;
    }
}

static int64_t longest_sentence(Text text) {
    int64_t longest = 0, words = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        bool ends = (c == '.' || c == '!' || c == '?') &&
                    (i + 1 == text.length || isspace((unsigned char)text.at[i + 1]));
        bool blank = isspace((unsigned char)c) != 0;
        words += !blank && !in_word;
        in_word = !blank;
        if (words > longest)
            longest = words;
        if (ends)
            words = 0, in_word = false;
    }
    return longest;
}

static void evaluate_texts(Run *run, const Node *node, Operand *operand) {
    Operand base;
    evaluate(run, node->left, &base);
    if (base.state != STATE_GIVEN) {
        operand_copy(operand, &base);
        return;
    }
    DatumList list = {0};
    int64_t longest = 0;
    for (uint32_t i = 0; i < base.count; i++) {
        if (base.items[i].kind != DATUM_TEXT)
            continue;
        if (node->op == OP_ACRONYMS)
            add_acronyms(run, base.items[i].text, &list);
        int64_t words = longest_sentence(base.items[i].text);
        longest = words > longest ? words : longest;
    }
    if (node->op == OP_ACRONYMS) {
        operand_clear(operand, STATE_GIVEN);
        operand->items = list.items;
        operand->count = list.count;
    } else
        operand_datum(operand, datum_of_range(DATUM_NUMBER, longest * 1000, longest * 1000));
    keep_blame(operand, &base);
}

/* ---- all of them ---- */

static void evaluate_op(Run *run, const Node *node, Operand *operand) {
    switch (node->op) {
    case OP_CONSTANT: evaluate_constant(node, operand); return;
    case OP_VARIABLE: evaluate_variable(run, node, operand); return;
    case OP_PLAN: evaluate_plan(run, operand); return;
    case OP_ADOPTED: evaluate_adopted(run, operand); return;
    case OP_SETTING: evaluate_setting(run, node, operand); return;
    case OP_STEP: evaluate_step(run, node, operand); return;
    case OP_PROPERTY: evaluate_property(run, node, operand); return;
    case OP_ALL: evaluate_all(run, node, operand); return;
    case OP_SET: evaluate_set(run, node, operand); return;
    case OP_TRUTH: evaluate_truth(run, node, operand); return;
    case OP_LIST: evaluate_list(run, node, operand); return;
    case OP_ELSE: evaluate_else(run, node, operand); return;
    case OP_ACRONYMS:
    case OP_LONGEST_SENTENCE: evaluate_texts(run, node, operand); return;
    default: reckon(run, node, operand); return;
    }
}

/* Is it worth keeping: a walk over records that comes to the same in every case. */
static bool is_kept(const Node *node) {
    if (node->uses != 0)
        return false;
    switch (node->op) {
    case OP_SET:
    case OP_EARLIEST:
    case OP_LATEST:
    case OP_TOTAL:
    case OP_COUNT:
    case OP_COUNT_DIFFERENT:
    case OP_SHARE: return true;
    case OP_STEP:
    case OP_PROPERTY: return node->left->shape.many;
    default: return false;
    }
}

void evaluate(Run *run, const Node *node, Operand *operand) {
    if (!is_kept(node)) {
        evaluate_op(run, node, operand);
        return;
    }
    Node *kept = (Node *)node; /* what is kept is no part of its meaning */
    if (!node->kept || node->kept_epoch != run->reader->epoch) {
        ScratchMark mark = scratch_mark(run->reader);
        evaluate_op(run, node, operand);
        if (is_blocked(run->reader)) {
            operand_clear(operand, STATE_MISSING);
            scratch_release(run->reader, mark);
            return;
        }
        operand_keep(run->reader, &kept->kept_operand, operand);
        kept->kept = true;
        kept->kept_epoch = run->reader->epoch;
        scratch_release(run->reader, mark);
    }
    operand_copy(operand, &node->kept_operand);
}
