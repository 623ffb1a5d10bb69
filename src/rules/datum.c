/* Values to items: intervals, and whether two of them are the same. Items to words. */
#include "datum.h"

#include <string.h>

#include "../base/out.h"

void operand_clear(Operand *operand, State state) {
    memset(operand, 0, sizeof *operand);
    operand->state = state;
    operand->span = NO_SPAN;
    operand->items = &operand->one;
}

void operand_datum(Operand *operand, Datum datum) {
    operand_clear(operand, STATE_GIVEN);
    operand->one = datum;
    operand->count = 1;
}

static Datum blank_datum(DatumKind kind) {
    Datum datum;
    memset(&datum, 0, sizeof datum);
    datum.kind = (uint8_t)kind;
    datum.doubt = TRUTH_HOLDS;
    datum.soft = TRUTH_UNCERTAIN;
    return datum;
}

Datum datum_of_record(const Record *record) {
    Datum datum = blank_datum(DATUM_RECORD);
    datum.record = record;
    return datum;
}

Datum datum_of_range(DatumKind kind, int64_t low, int64_t high) {
    Datum datum = blank_datum(kind);
    datum.low = low;
    datum.high = high;
    return datum;
}

Datum datum_of_dates(DateRange from, DateRange to) {
    Datum datum = blank_datum(DATUM_WHEN);
    datum.from = from;
    datum.to = to;
    return datum;
}

void number_interval(Number number, int64_t *low, int64_t *high) {
    int64_t n = number.thousandths, tenth = n / 10;
    *low = *high = n;
    switch (number.approximation) {
    case NUMBER_EXACT: break;
    case NUMBER_ABOUT:
        *low = n - (tenth < 0 ? -tenth : tenth);
        *high = n > INT64_MAX - (tenth < 0 ? -tenth : tenth) ? INT64_MAX
                                                             : n + (tenth < 0 ? -tenth : tenth);
        break;
    case NUMBER_MORE_THAN:
        *low = n == INT64_MAX ? n : n + 1;
        *high = NO_MOST;
        break;
    case NUMBER_AT_LEAST: *high = NO_MOST; break;
    case NUMBER_LESS_THAN:
        *low = n > 0 ? 0 : NO_LEAST;
        *high = n == INT64_MIN ? n : n - 1;
        break;
    case NUMBER_AT_MOST: *low = n >= 0 ? 0 : NO_LEAST; break;
    }
}

static Datum datum_of_number(DatumKind kind, Number number) {
    Datum datum = blank_datum(kind);
    number_interval(number, &datum.low, &datum.high);
    return datum;
}

static Datum datum_of_when(const When *when) {
    Datum datum = datum_of_dates(when->from, when->to);
    datum.is_span = when->is_span;
    datum.no_end = when->no_end;
    datum.not_fixed = when->not_fixed;
    if (when->no_end)
        datum.to = (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE};
    if (when->state == 4) /* it hangs on a date that the plan does not give */
        datum.soft = TRUTH_MISSING;
    return datum;
}

Datum datum_of_value(const Value *value) {
    Datum datum = blank_datum(DATUM_NOTHING);
    switch (value->kind) {
    case VALUE_TEXT:
        datum.kind = DATUM_TEXT;
        datum.text = value->text;
        break;
    case VALUE_NUMBER: datum = datum_of_number(DATUM_NUMBER, value->number); break;
    case VALUE_MONEY: datum = datum_of_number(DATUM_MONEY, value->number); break;
    case VALUE_PERCENT: datum = datum_of_number(DATUM_PERCENT, value->number); break;
    case VALUE_YES_NO:
        datum.kind = DATUM_YES_NO;
        datum.truth = value->yes ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
        break;
    case VALUE_WHEN: datum = datum_of_when(&value->when); break;
    case VALUE_DURATION: {
        int64_t length = duration_in_family(value->duration);
        datum = datum_of_range(DATUM_DURATION, length, length);
        datum.family = (uint8_t)unit_family(value->duration.unit);
        break;
    }
    case VALUE_REPEAT: datum.kind = DATUM_REPEAT; break;
    case VALUE_TIME: datum = datum_of_range(DATUM_TIME, value->time, value->time); break;
    case VALUE_RECORD: datum = datum_of_record(value->record); break;
    case VALUE_NAME:
        datum.kind = DATUM_NAME;
        datum.name = value->name;
        break;
    case VALUE_ANSWER: break;
    }
    datum.value = value;
    return datum;
}

State state_of_answer(Answer answer, bool *none) {
    *none = answer == ANSWER_NONE;
    switch (answer) {
    case ANSWER_NONE: return STATE_GIVEN;
    case ANSWER_DOES_NOT_APPLY: return STATE_NOT_APPLICABLE;
    case ANSWER_NOT_KNOWN:
    case ANSWER_NOT_YET_DECIDED: break;
    }
    return STATE_UNKNOWN;
}

/* ---- the same? ---- */

static Truth softest(const Datum *a, const Datum *b) {
    bool missing = a->soft == TRUTH_MISSING || b->soft == TRUTH_MISSING;
    return missing ? TRUTH_MISSING : TRUTH_UNCERTAIN;
}

static Truth same_interval(int64_t a_low, int64_t a_high, int64_t b_low, int64_t b_high,
                           Truth soft) {
    if (a_high < b_low || b_high < a_low)
        return TRUTH_CONTRADICTED;
    return a_low == a_high && b_low == b_high ? TRUTH_HOLDS : soft;
}

/* Steps of scales stand for ranges of the common one; other records are only themselves. */
static Truth same_record(const Record *a, const Record *b) {
    if (a == b)
        return TRUTH_HOLDS;
    if (a->rank_first == 0 || b->rank_first == 0)
        return TRUTH_CONTRADICTED;
    return same_interval(a->rank_first, a->rank_last, b->rank_first, b->rank_last, TRUTH_UNCERTAIN);
}

static Truth same_dates(const Datum *a, const Datum *b) {
    Truth soft = softest(a, b);
    Truth from = same_interval(a->from.first, a->from.last, b->from.first, b->from.last, soft);
    Truth to = same_interval(a->to.first, a->to.last, b->to.first, b->to.last, soft);
    return truth_and(from, to);
}

static Truth same_weekday(uint32_t a, uint32_t b) {
    if ((a & b) == 0)
        return TRUTH_CONTRADICTED;
    return a == b && (a & (a - 1)) == 0 ? TRUTH_HOLDS : TRUTH_UNCERTAIN;
}

static Truth same_truth(Truth a, Truth b) {
    return b == TRUTH_HOLDS ? a : a == TRUTH_HOLDS ? b : truth_not(a);
}

Truth datum_same(const Datum *a, const Datum *b) {
    if (a->kind != b->kind)
        return TRUTH_CONTRADICTED;
    switch ((DatumKind)a->kind) {
    case DATUM_NOTHING: return TRUTH_MISSING;
    case DATUM_TEXT:
        return text_same(text_trim(a->text), text_trim(b->text)) ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
    case DATUM_NAME: return a->name == b->name ? TRUTH_HOLDS : TRUTH_CONTRADICTED;
    case DATUM_YES_NO: return same_truth(a->truth, b->truth);
    case DATUM_WHEN: return same_dates(a, b);
    case DATUM_RECORD: return same_record(a->record, b->record);
    case DATUM_WEEKDAY: return same_weekday(a->weekdays, b->weekdays);
    case DATUM_REPEAT: return a->value == b->value ? TRUTH_HOLDS : TRUTH_UNCERTAIN;
    case DATUM_DURATION:
        if (a->family != b->family)
            return TRUTH_UNCERTAIN;
        break;
    case DATUM_NUMBER:
    case DATUM_MONEY:
    case DATUM_PERCENT:
    case DATUM_TIME: break;
    }
    return same_interval(a->low, a->high, b->low, b->high, softest(a, b));
}

/* ---- in words ---- */

static const char *count_words(Arena *arena, const Datum *datum, ValueKind kind) {
    Number number = {datum->low, NUMBER_EXACT};
    if (datum->low == datum->high)
        return number_words(arena, kind, number);
    if (datum->high == NO_MOST) {
        number.approximation = NUMBER_AT_LEAST;
        return number_words(arena, kind, number);
    }
    Number most = {datum->high, datum->low <= 0 ? NUMBER_AT_MOST : NUMBER_EXACT};
    const char *high = number_words(arena, kind, most);
    if (datum->low <= 0)
        return high;
    return arena_format(arena, "%s to %s", number_words(arena, kind, number), high);
}

/* Days in whole weeks read better as weeks only where they were written so. */
static const char *length_words(Arena *arena, const Datum *datum) {
    static const Unit UNITS[] = {[FAMILY_HOURS] = UNIT_MINUTE,
                                 [FAMILY_DAYS] = UNIT_DAY,
                                 [FAMILY_WORKING] = UNIT_WORKING_DAY,
                                 [FAMILY_CLEAR] = UNIT_CLEAR_WORKING_DAY,
                                 [FAMILY_MONTHS] = UNIT_MONTH};
    int64_t least = datum->low < INT32_MIN ? INT32_MIN : datum->low;
    const char *low = duration_words(arena, (Duration){(int32_t)least, UNITS[datum->family]});
    if (datum->low == datum->high)
        return low;
    if (datum->high == NO_MOST || datum->high > INT32_MAX)
        return arena_format(arena, "at least %s", low);
    const char *high =
        duration_words(arena, (Duration){(int32_t)datum->high, UNITS[datum->family]});
    return arena_format(arena, "%s to %s", low, high);
}

static const char *stretch_words(Arena *arena, const Datum *datum) {
    When when = {.from = datum->from,
                 .to = datum->to,
                 .is_span = datum->is_span,
                 .no_end = datum->no_end,
                 .starts_at = -1,
                 .ends_at = -1,
                 .state = 2};
    return when_words(arena, &when);
}

static const char *weekday_words(Arena *arena, uint32_t weekdays) {
    const char *words = "";
    for (int day = MONDAY; day <= SUNDAY; day++)
        if ((weekdays >> day & 1) != 0)
            words = arena_format(arena, "%s%s%s", words, words[0] == '\0' ? "" : " or ",
                                 weekday_name((Weekday)day));
    return words;
}

static const char *truth_words(Truth truth) {
    switch (truth) {
    case TRUTH_HOLDS: return "yes";
    case TRUTH_CONTRADICTED:
    case TRUTH_ABSENT: return "no";
    case TRUTH_MISSING: return "not given";
    case TRUTH_UNCERTAIN: break;
    }
    return "not known";
}

const char *datum_words(Arena *arena, const Datum *datum) {
    if (datum->kind == DATUM_RECORD)
        return text_string(arena, datum->record->title);
    if (datum->kind == DATUM_TEXT)
        return text_string(arena, datum->text);
    if (datum->value != NULL && datum->kind != DATUM_NAME)
        return value_words(arena, datum->value);
    switch ((DatumKind)datum->kind) {
    case DATUM_NUMBER: return count_words(arena, datum, VALUE_NUMBER);
    case DATUM_MONEY: return count_words(arena, datum, VALUE_MONEY);
    case DATUM_PERCENT: return count_words(arena, datum, VALUE_PERCENT);
    case DATUM_DURATION: return length_words(arena, datum);
    case DATUM_WHEN: return stretch_words(arena, datum);
    case DATUM_WEEKDAY: return weekday_words(arena, datum->weekdays);
    case DATUM_YES_NO: return truth_words(datum->truth);
    case DATUM_NAME: return datum->name->text;
    case DATUM_TIME:
        return arena_format(arena, "%02d:%02d", (int)(datum->low / 60), (int)(datum->low % 60));
    default: break;
    }
    return "not given";
}

const char *operand_words(Arena *arena, const Operand *operand) {
    enum { MOST_SAID = 6 };
    switch (operand->state) {
    case STATE_MISSING: return "not given";
    case STATE_UNKNOWN: return "not known";
    case STATE_NOT_APPLICABLE: return "does not apply";
    case STATE_GIVEN: break;
    }
    if (operand->count == 0)
        return operand->none ? "none" : "none yet";
    if (operand->count == 1)
        return datum_words(arena, operand->items);
    Out out = {0};
    for (uint32_t i = 0; i < operand->count && i < MOST_SAID; i++) {
        bool last = i + 1 == operand->count;
        out_string(&out, i == 0 ? "" : last ? " and " : ", ");
        out_string(&out, datum_words(arena, &operand->items[i]));
    }
    if (operand->count > MOST_SAID)
        out_format(&out, " and %u more", operand->count - MOST_SAID);
    const char *words = text_string(arena, out_written(&out));
    out_free(&out);
    return words;
}
