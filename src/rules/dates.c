/* Relative dates: from sums (`6 weeks after listening closes`) to ranges of possible days. Both
 * ends of a range move; an end that is not known stays so. */
#include "reader.h"

enum { WHEN_KNOWN = 2, WHEN_CIRCLE = 3, WHEN_MISSING = 4, MOST_SHIFTS = 32 };

static const DateRange ANY_DAY = {DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};

bool when_is_ready(const When *when) {
    return (when->sum == NULL && when->to_sum == NULL) || when->state >= WHEN_KNOWN;
}

/* ---- arithmetic ---- */

static bool is_open_end(Day day) { return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE; }

static bool shift_day(Day day, int64_t count, UnitFamily family, Day *shifted) {
    *shifted = day;
    if (is_open_end(day))
        return true;
    if (count > 1000000 || count < -1000000)
        return false;
    if (family == FAMILY_MONTHS) {
        Civil civil = civil_of(day);
        int64_t year = civil.year + count / 12;
        if (year < YEAR_FIRST - 1 || year > YEAR_LAST + 1)
            return false;
        *shifted = civil_add_months(day, (int)count);
    } else
        *shifted = day + (Day)(family == FAMILY_HOURS ? count / (24 * 60) : count);
    Civil civil = civil_of(*shifted);
    return civil.year >= YEAR_FIRST && civil.year <= YEAR_LAST;
}

bool shift_range(DateRange range, int64_t count, UnitFamily family, DateRange *shifted) {
    bool first = shift_day(range.first, count, family, &shifted->first);
    bool last = shift_day(range.last, count, family, &shifted->last);
    if (!first || !last)
        *shifted = range;
    return first && last;
}

/* ---- sums ---- */

static void report_working_days(Reader *reader, Span span) {
    Diagnostic *diagnostic = report(
        reader->model->diagnostics, DIAGNOSTIC_wrong_value, span,
        "Sums with working days cannot be done yet, because they need the calendar of holidays.");
    diagnostic_help(reader->model->diagnostics, diagnostic,
                    "Write the day itself, or count in days or weeks.");
}

static void report_past_calendar(Reader *reader, Span span) {
    report(reader->model->diagnostics, DIAGNOSTIC_out_of_calendar, span,
           "This comes to a day before %d or after %d, where the calendar ends.", YEAR_FIRST,
           YEAR_LAST);
}

/* What a sum begins from. `after` counts from the last day of what runs on for longer. */
static bool base_of_sum(Reader *reader, const DateSum *sum, bool from_end, DateRange *range) {
    if (sum->kind == SUM_DATE) {
        *range = sum->date;
        return true;
    }
    if (sum->record == NULL)
        return false;
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    if (sum->field != NULL)
        read_operand(reader, sum->record, sum->field, &operand);
    else
        read_record_time(reader, sum->record, &operand);
    bool found = false;
    for (uint32_t i = 0; operand.state == STATE_GIVEN && i < operand.count; i++) {
        const Datum *item = &operand.items[i];
        if (item->kind != DATUM_WHEN || item->soft == TRUTH_MISSING)
            continue;
        DateRange each = from_end ? item->to : item->from;
        bool better = from_end ? each.last > range->last : each.first < range->first;
        if (!found || better)
            *range = each;
        found = true;
    }
    scratch_release(reader, mark);
    return found;
}

static bool apply_shift(Reader *reader, const DateSum *sum, DateRange *range) {
    UnitFamily family = unit_family(sum->shift.unit);
    if (family == FAMILY_WORKING || family == FAMILY_CLEAR) {
        report_working_days(reader, sum->span);
        return false;
    }
    int64_t count = duration_in_family(sum->shift);
    if (shift_range(*range, sum->before ? -count : count, family, range))
        return true;
    report_past_calendar(reader, sum->span);
    return false;
}

/* The days that SUM comes to; false if it hangs on something that is not given. */
static bool sum_range(Reader *reader, const DateSum *sum, bool is_end, DateRange *range) {
    const DateSum *shifts[MOST_SHIFTS];
    uint32_t count = 0;
    *range = ANY_DAY;
    while (sum != NULL && sum->kind == SUM_SHIFT && count < MOST_SHIFTS) {
        shifts[count++] = sum;
        sum = sum->base;
    }
    if (sum == NULL || sum->kind == SUM_SHIFT)
        return false;
    bool from_end = count == 0 ? is_end : !shifts[count - 1]->before;
    bool found = base_of_sum(reader, sum, from_end, range);
    while (found && count > 0 && !is_blocked(reader))
        found = apply_shift(reader, shifts[--count], range);
    if (!found)
        *range = ANY_DAY;
    return found;
}

static void check_order(Reader *reader, const Task *task) {
    const When *when = task->when;
    if (when->no_end || is_open_end(when->to.last) || when->to.last >= when->from.first)
        return;
    const Slot *slot = record_slot(task->record, task->field);
    char first[RANGE_TEXT], last[RANGE_TEXT];
    report(reader->model->diagnostics, DIAGNOSTIC_wrong_order,
           slot == NULL ? task->record->span : slot->lines->span,
           "This ends before it begins: it begins on %s and ends on %s.",
           range_words(when->from, first), range_words(when->to, last));
}

void when_work_out(Reader *reader, Task task) {
    When *when = task.when;
    DateRange from = when->from, to = when->to;
    bool known = true;
    if (when->sum != NULL)
        known = sum_range(reader, when->sum, false, &from);
    if (when->to_sum != NULL)
        known = sum_range(reader, when->to_sum, true, &to) && known;
    else if (when->sum != NULL && !when->is_span)
        to = from;
    if (is_blocked(reader))
        return;
    bool circle = when->state == WHEN_CIRCLE;
    when->from = circle ? ANY_DAY : from;
    when->to = circle ? ANY_DAY : to;
    when->state = circle ? WHEN_CIRCLE : known ? WHEN_KNOWN : WHEN_MISSING;
    if (known && !circle)
        check_order(reader, &task);
}

void when_settle(Reader *reader, const Record *record, const Field *field, When *when) {
    if (!when_is_ready(when))
        task_run(reader, (Task){record, field, NULL, when});
}

static void settle_value(Reader *reader, const Record *record, const Field *field, Value *value) {
    if (value->kind == VALUE_WHEN)
        when_settle(reader, record, field, &value->when);
    if (value->kind == VALUE_REPEAT && value->repeat.from != NULL)
        when_settle(reader, record, field, value->repeat.from);
    if (value->kind == VALUE_REPEAT && value->repeat.to != NULL)
        when_settle(reader, record, field, value->repeat.to);
    if (value->on != NULL && value->on->kind == VALUE_WHEN)
        when_settle(reader, record, field, &value->on->when);
}

void dates_settle_all(Reader *reader) {
    for (uint32_t i = 0; i < reader->model->record_count; i++) {
        const Record *record = reader->model->records[i];
        for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
            for (Line *line = slot->lines; line != NULL; line = line->next)
                for (Value *value = line->first; value != NULL; value = value->next)
                    settle_value(reader, record, slot->field, value);
    }
}
