/* Relative dates: from sums (`6 weeks after listening closes`) to ranges of possible days. Both
 * ends of a range move; an end that is not known stays so. */
#include "calendar.h"
#include "reader.h"

enum { WHEN_KNOWN = 2, WHEN_CIRCLE = 3, WHEN_MISSING = 4 };

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

/* Both ends of RANGE by working days (or clear ones) of CALENDAR. */
static bool shift_worked(WorkCalendar *calendar, DateRange range, Duration shift, bool before,
                         DateRange *shifted) {
    int64_t count = (int64_t)shift.count + (shift.unit == UNIT_CLEAR_WORKING_DAY);
    *shifted = range;
    if (before)
        count = -count;
    return (is_open_end(range.first) ||
            calendar_add(calendar, range.first, count, &shifted->first)) &&
           (is_open_end(range.last) || calendar_add(calendar, range.last, count, &shifted->last));
}

bool shift_by(Reader *reader, DateRange range, int64_t count, UnitFamily family, bool before,
              DateRange *shifted) {
    if (family != FAMILY_WORKING && family != FAMILY_CLEAR)
        return shift_range(range, before ? -count : count, family, shifted);
    if (count > INT32_MAX - 1 || count < -(INT32_MAX - 1))
        return false;
    Duration shift = {(int32_t)count,
                      family == FAMILY_CLEAR ? UNIT_CLEAR_WORKING_DAY : UNIT_WORKING_DAY};
    WorkCalendar *calendar = plan_calendar(reader);
    if (!calendar_is_known(calendar) || !shift_worked(calendar, range, shift, before, shifted))
        return false;
    calendar_rests_on(calendar, range, *shifted);
    return true;
}

/* ---- what cannot be worked out ---- */

static void report_no_calendar(Reader *reader, Span span) {
    Diagnostics *store = reader->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_no_calendar, span,
               "Working days leave out the days off of a nation, and this plan names none. They "
               "are not the same in England and in Scotland.");
    diagnostic_write(store, diagnostic, "nation: england");
    diagnostic_help(store, diagnostic,
                    "It can be england, wales, scotland or northern ireland, several of them, or "
                    "a calendar of your own (calendar: ...).");
}

static void report_past_calendar(Reader *reader, Span span) {
    report(reader->model->diagnostics, DIAGNOSTIC_out_of_calendar, span,
           "This comes to a day before %d or after %d, where the calendar ends.", YEAR_FIRST,
           YEAR_LAST);
}

static void note_horizon(Reader *reader, const WorkCalendar *calendar, Span span, DateRange from,
                         DateRange to) {
    Day first = from.first < to.first ? from.first : to.first;
    Day last = from.last > to.last ? from.last : to.last;
    if (is_open_end(first) || is_open_end(last))
        return;
    const char *caveat = calendar_caveat(calendar, first, last);
    if (caveat != NULL)
        report(reader->model->diagnostics, DIAGNOSTIC_date_note, span, "%s", caveat);
}

static const char *name_words(Reader *reader, const Record *record) {
    return text_string(reader->arena, record->title);
}

static void report_no_meeting(Reader *reader, const DateSum *sum, DateRange from) {
    Diagnostics *store = reader->model->diagnostics;
    const Value *meets = record_value(reader->model, sum->record, "meets");
    const char *name = name_words(reader, sum->record);
    char day[RANGE_TEXT];
    Diagnostic *diagnostic;
    if (meets == NULL || meets->kind != VALUE_REPEAT) {
        diagnostic =
            report(store, DIAGNOSTIC_no_meeting, sum->span,
                   "I do not know when %s meets, so I cannot find its next meeting.", name);
    } else if (!meetings_have_start(&meets->repeat)) {
        diagnostic = report(store, DIAGNOSTIC_no_meeting, sum->span,
                            "%s meets %s, and nothing says from which day on, so I cannot tell "
                            "which days those are.",
                            name, value_words(reader->arena, meets));
        diagnostic_note(store, diagnostic, meets->span, "it is said here");
        diagnostic_write(store, diagnostic, "meets: %s from 1 June 2026",
                         value_words(reader->arena, meets));
        return;
    } else {
        diagnostic = report(store, DIAGNOSTIC_no_meeting, sum->span, "%s has no meeting %s %s.",
                            name, sum->before ? "before" : "after", range_words(from, day));
        diagnostic_note(store, diagnostic, meets->span, "it says when it meets here");
        return;
    }
    diagnostic_note(store, diagnostic, sum->record->span, "this is where it is declared");
    diagnostic_write(store, diagnostic, "meets: every 2 months from 1 June 2026");
    diagnostic_help(store, diagnostic,
                    "You can also write: meets: every last Thursday of the month. Or look the day "
                    "up and write it.");
}

/* ---- sums ---- */

static bool sum_range(Reader *reader, const DateSum *sum, bool from_end, DateRange *range);

/* What a sum begins from. `after` counts from the last day of what runs on for longer. */
static bool day_of_record(Reader *reader, const Record *record, const Field *field, bool from_end,
                          DateRange *range) {
    if (record == NULL)
        return false;
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    if (field != NULL)
        read_operand(reader, record, field, &operand);
    else
        read_record_time(reader, record, &operand);
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
    DateRange from = *range;
    if (family != FAMILY_WORKING && family != FAMILY_CLEAR) {
        int64_t count = duration_in_family(sum->shift);
        if (shift_range(from, sum->before ? -count : count, family, range))
            return true;
    } else {
        WorkCalendar *calendar = plan_calendar(reader);
        if (!calendar_is_known(calendar)) {
            report_no_calendar(reader, sum->span);
            return false;
        }
        if (shift_worked(calendar, from, sum->shift, sum->before, range)) {
            note_horizon(reader, calendar, sum->span, from, *range);
            return true;
        }
    }
    report_past_calendar(reader, sum->span);
    return false;
}

/* The meeting that follows DAY, or precedes it; a day that is not known has none that is. */
static bool meeting_by(Reader *reader, const DateSum *sum, Day day, Day *result) {
    Meeting meeting;
    *result = day;
    if (is_open_end(day))
        return true;
    Day from = day + (sum->on ? 0 : sum->before ? -1 : 1);
    bool found = sum->before ? meeting_until(reader, sum->record, from, &meeting)
                             : meeting_from(reader, sum->record, from, &meeting);
    if (found)
        *result = meeting.day;
    return found;
}

static bool meeting_range(Reader *reader, const DateSum *sum, DateRange *range) {
    DateRange from;
    if (!sum_range(reader, sum->base, !sum->before, &from) || is_blocked(reader))
        return false;
    if (meeting_by(reader, sum, from.first, &range->first) &&
        meeting_by(reader, sum, from.last, &range->last))
        return true;
    if (!is_blocked(reader))
        report_no_meeting(reader, sum, from);
    return false;
}

/* The first or the last of several; it is as late as the latest could be. */
static void take_extreme(DateRange *range, DateRange each, bool first, bool *found) {
    if (!*found)
        *range = each;
    else if (first) {
        range->first = each.first < range->first ? each.first : range->first;
        range->last = each.last < range->last ? each.last : range->last;
    } else {
        range->first = each.first > range->first ? each.first : range->first;
        range->last = each.last > range->last ? each.last : range->last;
    }
    *found = true;
}

/* One of them that is not known leaves open how far out the first or last lies. */
static bool extreme_range(Reader *reader, const DateSum *sum, DateRange *range) {
    bool found = false;
    DateRange each;
    for (const DateSum *one = sum->list; one != NULL && !is_blocked(reader); one = one->next) {
        if (!sum_range(reader, one, !sum->before, &each))
            return false;
        take_extreme(range, each, sum->before, &found);
    }
    uint32_t count = 0;
    const Record *const *records =
        sum->of_kind == NULL ? NULL : records_of(reader, sum->of_kind, &count);
    for (uint32_t i = 0; i < count && !is_blocked(reader); i++) {
        if (!day_of_record(reader, records[i], NULL, !sum->before, &each))
            continue;
        take_extreme(range, each, sum->before, &found);
    }
    return found && !is_blocked(reader);
}

/* The days that SUM comes to; false if it hangs on something that is not given. FROM_END: of what
 * runs on for longer, its last day. */
static bool sum_range(Reader *reader, const DateSum *sum, bool from_end, DateRange *range) {
    *range = ANY_DAY;
    bool found = false;
    switch (sum->kind) {
    case SUM_DATE: *range = sum->date; return true;
    case SUM_FIELD: found = day_of_record(reader, sum->record, sum->field, from_end, range); break;
    case SUM_SHIFT:
        found = sum_range(reader, sum->base, !sum->before, range) && !is_blocked(reader) &&
                apply_shift(reader, sum, range);
        break;
    case SUM_MEETING: found = meeting_range(reader, sum, range); break;
    case SUM_EXTREME: found = extreme_range(reader, sum, range); break;
    }
    if (!found)
        *range = ANY_DAY;
    return found;
}

const char *sum_month_end(Reader *reader, const DateSum *sum) {
    DateRange from, to;
    for (; sum != NULL && (sum->kind == SUM_SHIFT || sum->kind == SUM_MEETING); sum = sum->base) {
        if (sum->kind != SUM_SHIFT || unit_family(sum->shift.unit) != FAMILY_MONTHS ||
            !sum_range(reader, sum->base, !sum->before, &from) || !range_is_day(from) ||
            !sum_range(reader, sum, false, &to) || !range_is_day(to) || is_open_end(to.first))
            continue;
        Civil civil = civil_of(to.first);
        if (civil_of(from.first).day > civil.day)
            return arena_format(reader->arena, "%s %d has %d days, so it is the last of them",
                                month_name(civil.month), civil.year, civil.day);
    }
    return NULL;
}

bool sum_days(Reader *reader, const DateSum *sum, DateRange *range) {
    return sum_range(reader, sum, false, range);
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
