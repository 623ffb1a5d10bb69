/* One field of one record: what is written, worked out, taken from the record around it, or taken
 * for granted, in that order. */
#include "reader.h"

#include <string.h>

enum { MOST_OTHERS = 16 };

static bool is_written(const Slot *slot) { return slot_first(slot) != NULL; }

static void take_answer(Operand *operand, const Value *value, uint32_t others) {
    bool none = false;
    State state = state_of_answer(value->answer, &none);
    operand->none = operand->none || none;
    if (state == STATE_UNKNOWN && others > 0)
        operand->shortage = TRUTH_UNCERTAIN;
    else if (state != STATE_GIVEN)
        operand->state = state;
}

/* The date that VALUE gives, worked out; false if something else has to be worked out first. */
static bool date_is_ready(Reader *reader, const Record *record, const Field *field, Value *value) {
    if (value->kind == VALUE_WHEN && !when_is_ready(&value->when))
        when_settle(reader, record, field, &value->when);
    return !is_blocked(reader);
}

static void take_value(Reader *reader, const Record *record, const Field *field, Value *value,
                       DatumList *list) {
    if (date_is_ready(reader, record, field, value))
        scratch_push(reader, list, datum_of_value(value));
}

static void take_list(Reader *reader, const Record *record, const Field *field, const Slot *slot,
                      Operand *operand) {
    DatumList list = {0};
    const Value *answer = NULL;
    for (Line *line = slot->lines; line != NULL; line = line->next)
        for (Value *value = line->first; value != NULL; value = value->next) {
            if (value->kind == VALUE_ANSWER)
                answer = value;
            else
                take_value(reader, record, field, value, &list);
        }
    operand->items = list.items;
    operand->count = list.count;
    if (answer != NULL)
        take_answer(operand, answer, list.count);
}

static void take_written(Reader *reader, const Record *record, const Field *field, const Slot *slot,
                         Operand *operand) {
    Line *line = slot->lines;
    operand_clear(operand, STATE_GIVEN);
    bool is_single = line->next == NULL && line->first != NULL && line->first->next == NULL;
    if (!is_single) {
        take_list(reader, record, field, slot, operand);
    } else if (line->first->kind == VALUE_ANSWER) {
        take_answer(operand, line->first, 0);
    } else if (date_is_ready(reader, record, field, line->first)) {
        operand->one = datum_of_value(line->first);
        operand->count = 1;
    }
    operand->span = line->span;
    if (is_blocked(reader))
        operand_clear(operand, STATE_MISSING);
}

static bool is_worked_out(const Field *field) {
    return field->derived != NULL || field->inverse_field != NULL;
}

static void take_worked_out(Reader *reader, const Record *record, const Field *field,
                            Operand *operand) {
    Cell *cell = cell_of(reader, record, field);
    if (cell->state != CELL_KNOWN && cell->state != CELL_CIRCLE)
        task_run(reader, (Task){record, field, cell, NULL});
    if (is_blocked(reader) || cell->state != CELL_KNOWN)
        operand_clear(operand, cell->state == CELL_CIRCLE ? STATE_UNKNOWN : STATE_MISSING);
    else
        operand_copy(operand, &cell->operand);
}

/* What RECORD itself says of FIELD, or what follows from it. */
static void take_own(Reader *reader, const Record *record, const Field *field, Operand *operand) {
    const Slot *slot = record_slot(record, field);
    if (is_written(slot))
        take_written(reader, record, field, slot, operand);
    else if (is_worked_out(field))
        take_worked_out(reader, record, field, operand);
    else
        operand_clear(operand, STATE_MISSING);
    if (operand->record == NULL) {
        operand->record = record;
        operand->field = field;
    }
}

static bool can_take_over(const Field *field, const Field *outer) {
    return outer != NULL && (field->type.bases == 0 || outer->type.bases == 0 ||
                             (field->type.bases & outer->type.bases) != 0);
}

/* The next record outwards that has FIELD to take over; NULL if there is none. */
static const Record *next_outwards(const Record *record, const Field *field, const Field **outer) {
    for (record = record->parent; record != NULL; record = record->parent) {
        *outer = kind_field(record->kind, field->name);
        if (can_take_over(field, *outer))
            return record;
    }
    return NULL;
}

static void take_from_outside(Reader *reader, const Record *record, const Field *field,
                              Operand *operand) {
    const Field *outer = field;
    while (operand->state == STATE_MISSING && outer->from_parent && !is_blocked(reader)) {
        record = next_outwards(record, outer, &outer);
        if (record == NULL)
            break;
        take_own(reader, record, outer, operand);
    }
}

typedef struct Queue {
    const Record *records[MOST_OTHERS];
    uint32_t count;
} Queue;

static void queue_up(Queue *queue, const Record *record) {
    for (uint32_t i = 0; i < queue->count; i++)
        if (queue->records[i] == record)
            return;
    if (queue->count < MOST_OTHERS)
        queue->records[queue->count++] = record;
}

/* The records from which RECORD takes over FIELD. */
static void queue_others(const Record *record, const Field *field, Queue *queue) {
    for (uint32_t i = 0; i < field->taken_from_count; i++) {
        const Field *link = kind_field(record->kind, field->taken_from[i]);
        const Slot *slot = link == NULL ? NULL : record_slot(record, link);
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_RECORD)
                queue_up(queue, value->record);
    }
}

/* `taken-from`: the nearest of the records that it names, and of those that these name, counts. */
static void take_from_others(Reader *reader, const Record *record, const Field *field,
                             Operand *operand) {
    Queue queue = {.records = {record}, .count = 1};
    queue_others(record, field, &queue);
    for (uint32_t i = 1; i < queue.count && !is_blocked(reader); i++) {
        const Field *other = kind_field(queue.records[i]->kind, field->name);
        if (!can_take_over(field, other))
            continue;
        take_own(reader, queue.records[i], other, operand);
        if (operand->state != STATE_MISSING)
            return;
        queue_others(queue.records[i], other, &queue);
    }
}

void read_operand(Reader *reader, const Record *record, const Field *field, Operand *operand) {
    take_own(reader, record, field, operand);
    if (operand->state != STATE_MISSING || is_blocked(reader))
        return;
    if (field->from_parent)
        take_from_outside(reader, record, field, operand);
    if (operand->state == STATE_MISSING && field->taken_from_count > 0 && !is_blocked(reader))
        take_from_others(reader, record, field, operand);
    if (operand->state == STATE_MISSING && field->fallback != NULL && !is_blocked(reader))
        fall_back(reader, record, field, operand);
    if (operand->state == STATE_MISSING &&
        (operand->record == NULL || field->from_parent || field->taken_from_count > 0)) {
        operand->record = record;
        operand->field = field;
        operand->span = NO_SPAN;
    }
}

const Line *read_lines(Reader *reader, const Record *record, const Field *field,
                       const Record **owner) {
    (void)reader;
    while (record != NULL) {
        const Slot *slot = record_slot(record, field);
        *owner = record;
        if (slot != NULL && slot->lines != NULL)
            return slot->lines;
        if (!field->from_parent)
            return NULL;
        record = next_outwards(record, field, &field);
    }
    return NULL;
}

/* ---- for others: values ---- */

static Number number_of_datum(const Datum *item) {
    Number number = {item->low, NUMBER_EXACT};
    if (item->low == NO_LEAST || (item->low < item->high && item->low == 0))
        number = (Number){item->high, NUMBER_AT_MOST};
    else if (item->high != item->low)
        number.approximation = item->high == NO_MOST ? NUMBER_AT_LEAST : NUMBER_ABOUT;
    if (number.approximation == NUMBER_ABOUT)
        number.thousandths = item->low / 2 + item->high / 2;
    return number;
}

static Duration duration_of_datum(const Datum *item) {
    static const Unit UNITS[] = {[FAMILY_HOURS] = UNIT_MINUTE,
                                 [FAMILY_DAYS] = UNIT_DAY,
                                 [FAMILY_WORKING] = UNIT_WORKING_DAY,
                                 [FAMILY_CLEAR] = UNIT_CLEAR_WORKING_DAY,
                                 [FAMILY_MONTHS] = UNIT_MONTH};
    int64_t count = item->low > INT32_MAX   ? INT32_MAX
                    : item->low < INT32_MIN ? INT32_MIN
                                            : item->low;
    return (Duration){(int32_t)count, UNITS[item->family]};
}

/* NULL for what no value can say: a yes or no that is still open. */
static Value *value_of_datum(Arena *arena, const Datum *item) {
    Value *value = arena_make(arena, Value);
    value->span = NO_SPAN;
    switch ((DatumKind)item->kind) {
    case DATUM_TEXT:
        value->kind = VALUE_TEXT;
        value->text = item->text;
        break;
    case DATUM_NUMBER:
        value->kind = VALUE_NUMBER;
        value->number = number_of_datum(item);
        break;
    case DATUM_MONEY:
        value->kind = VALUE_MONEY;
        value->number = number_of_datum(item);
        break;
    case DATUM_PERCENT:
        value->kind = VALUE_PERCENT;
        value->number = number_of_datum(item);
        break;
    case DATUM_DURATION:
        value->kind = VALUE_DURATION;
        value->duration = duration_of_datum(item);
        break;
    case DATUM_TIME:
        value->kind = VALUE_TIME;
        value->time = (int16_t)item->low;
        break;
    case DATUM_RECORD:
        value->kind = VALUE_RECORD;
        value->record = (Record *)item->record;
        break;
    case DATUM_NAME:
        value->kind = VALUE_NAME;
        value->name = item->name;
        break;
    case DATUM_WEEKDAY:
        value->kind = VALUE_TEXT;
        value->text = text_of(datum_words(arena, item));
        break;
    case DATUM_WHEN:
        value->kind = VALUE_WHEN;
        value->when = (When){.from = item->from,
                             .to = item->to,
                             .is_span = item->is_span,
                             .no_end = item->no_end,
                             .starts_at = -1,
                             .ends_at = -1,
                             .state = 2};
        break;
    case DATUM_YES_NO:
        if (item->truth == TRUTH_MISSING || item->truth == TRUTH_UNCERTAIN)
            return NULL;
        value->kind = VALUE_YES_NO;
        value->yes = item->truth == TRUTH_HOLDS;
        break;
    case DATUM_REPEAT:
    case DATUM_NOTHING: return NULL;
    }
    return value;
}

static Value *answer_value(Arena *arena, Answer answer) {
    Value *value = arena_make(arena, Value);
    value->kind = VALUE_ANSWER;
    value->answer = answer;
    value->span = NO_SPAN;
    return value;
}

static Values values_of_operand(Reader *reader, const Operand *operand) {
    Arena *arena = reader->arena;
    Value **items = arena_array(arena, Value *, operand->count + 1);
    Values values = {items, 0, false, operand->fallback};
    for (uint32_t i = 0; operand->state == STATE_GIVEN && i < operand->count; i++) {
        const Datum *item = &operand->items[i];
        Value *value = item->value != NULL ? (Value *)item->value : value_of_datum(arena, item);
        if (value != NULL)
            items[values.count++] = value;
    }
    if (operand->none && operand->count == 0)
        items[values.count++] = answer_value(arena, ANSWER_NONE);
    else if (operand->state == STATE_NOT_APPLICABLE)
        items[values.count++] = answer_value(arena, ANSWER_DOES_NOT_APPLY);
    values.given = values.count > 0 && !operand->fallback;
    return values;
}

static Values values_of_slot(Reader *reader, const Record *record, const Slot *slot) {
    Line *line = slot->lines;
    if (line->next == NULL && line->first != NULL && line->first->next == NULL)
        return (Values){&line->first, 1, true, false};
    Cell *cell = cell_of(reader, record, slot->field);
    if (cell->has_values)
        return cell->values;
    uint32_t count = 0, room = 0;
    Value **items = NULL;
    for (; line != NULL; line = line->next)
        for (Value *value = line->first; value != NULL; value = value->next)
            arena_push(reader->arena, items, count, room, value);
    cell->values = (Values){items, count, true, false};
    cell->has_values = true;
    return cell->values;
}

/* Where FIELD is written for RECORD: here or further out; NULL if nowhere. */
static const Slot *written_slot(const Record **record, const Field *field) {
    for (;;) {
        const Slot *slot = record_slot(*record, field);
        if (is_written(slot) || is_worked_out(field) || !field->from_parent)
            return is_written(slot) ? slot : NULL;
        *record = next_outwards(*record, field, &field);
        if (*record == NULL)
            return NULL;
    }
}

Values read_field(Reader *reader, const Record *record, const Field *field) {
    const Record *owner = record;
    const Slot *slot = written_slot(&owner, field);
    if (slot != NULL)
        return values_of_slot(reader, owner, slot);
    if (!is_worked_out(field) && !field->from_parent && field->taken_from_count == 0 &&
        field->fallback == NULL)
        return (Values){0};
    Cell *cell = cell_of(reader, record, field);
    if (cell->has_values)
        return cell->values;
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    read_operand(reader, record, field, &operand);
    cell->values = values_of_operand(reader, &operand);
    cell->has_values = true;
    scratch_release(reader, mark);
    return cell->values;
}

Values read_named(Reader *reader, const Record *record, const char *field) {
    const Field *found = kind_field_text(reader->model, record->kind, field);
    return found == NULL ? (Values){0} : read_field(reader, record, found);
}

/* ---- time ---- */

/* The first and last of several days, as one stretch. */
static void take_stretch(const Operand *operand, Datum *stretch) {
    for (uint32_t i = 0; i < operand->count; i++) {
        const Datum *item = &operand->items[i];
        if (item->kind != DATUM_WHEN)
            continue;
        if (stretch->kind == DATUM_NOTHING) {
            *stretch = *item;
            continue;
        }
        if (item->from.first < stretch->from.first)
            stretch->from = item->from;
        if (item->to.last > stretch->to.last)
            stretch->to = item->to;
        stretch->is_span = true;
        stretch->value = NULL;
    }
}

static void read_stretch(Reader *reader, const Record *record, const Field *field, Datum *stretch,
                         Operand *operand) {
    ScratchMark mark = scratch_mark(reader);
    read_operand(reader, record, field, operand);
    if (operand->state == STATE_GIVEN)
        take_stretch(operand, stretch);
    scratch_release(reader, mark);
}

/* From the first field to the second; an end that is not said is open. */
static void join_stretches(const Datum *first, const Datum *last, Operand *operand) {
    Datum joined = datum_of_dates((DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE},
                                  (DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE});
    joined.is_span = true;
    joined.soft = first->kind == DATUM_NOTHING || last->kind == DATUM_NOTHING ? TRUTH_MISSING
                                                                              : TRUTH_UNCERTAIN;
    if (first->kind == DATUM_WHEN) {
        joined.from = first->from;
        joined.to.first = first->from.first;
        joined.no_end = first->no_end;
    }
    if (last->kind == DATUM_WHEN) {
        joined.to = last->to;
        joined.no_end = last->no_end;
        if (first->kind != DATUM_WHEN)
            joined.from.last = last->to.last;
    }
    const Record *record = operand->record;
    const Field *field = operand->field;
    operand_datum(operand, joined);
    operand->record = record;
    operand->field = field;
}

void read_record_time(Reader *reader, const Record *record, Operand *operand) {
    const Kind *kind = record->kind;
    if (kind->time[0] == NULL) {
        operand_clear(operand, STATE_MISSING);
        operand->record = record;
        return;
    }
    Datum first = {0}, last = {0};
    read_stretch(reader, record, kind->time[0], &first, operand);
    if (kind->time[1] == NULL) {
        if (first.kind == DATUM_WHEN)
            operand_datum(operand, first);
        return;
    }
    bool first_known = operand->state == STATE_GIVEN;
    Operand end;
    read_stretch(reader, record, kind->time[1], &last, &end);
    if (first_known)
        operand_copy(operand, &end);
    if (first.kind == DATUM_WHEN || last.kind == DATUM_WHEN)
        join_stretches(&first, &last, operand);
}

bool read_time(Reader *reader, const Record *record, When *when) {
    Operand operand;
    read_record_time(reader, record, &operand);
    if (operand.state != STATE_GIVEN || operand.count != 1 || operand.items->kind != DATUM_WHEN)
        return false;
    const Datum *item = operand.items;
    if (item->value != NULL) {
        *when = item->value->when;
        return true;
    }
    *when = (When){.from = item->from,
                   .to = item->to,
                   .is_span = item->is_span,
                   .no_end = item->no_end,
                   .starts_at = -1,
                   .ends_at = -1,
                   .state = 2};
    return true;
}
