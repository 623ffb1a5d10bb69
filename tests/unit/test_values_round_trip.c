/* What value_words writes is read back as the same value. */
#include "values_case.h"

enum { VALUES_A_LINE = 200 };

/* A small generator of the same numbers on every machine. */
static uint32_t seed;

static uint32_t pick(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static Day any_day(void) {
    return civil_day(YEAR_FIRST + (int)pick(301), 1 + (int)pick(12), 1 + (int)pick(28));
}

static bool same_range(DateRange a, DateRange b) { return a.first == b.first && a.last == b.last; }

static bool same_when(const When *a, const When *b) {
    return same_range(a->from, b->from) && same_range(a->to, b->to) && a->is_span == b->is_span &&
           a->no_end == b->no_end && a->not_fixed == b->not_fixed && a->starts_at == b->starts_at &&
           a->ends_at == b->ends_at &&
           (a->set_by.first > a->set_by.last) == (b->set_by.first > b->set_by.last);
}

/* Writes VALUES as one line behind LABEL, reads it, and looks at each. */
static void check_back(const char *label, const Value *made, uint32_t count,
                       bool (*same)(const Value *, const Value *)) {
    Arena *arena = arena_new();
    char *line = arena_format(arena, "%s:", label);
    for (uint32_t i = 0; i < count; i++)
        line =
            arena_format(arena, "%s%s %s", line, i == 0 ? "" : ",", value_words(arena, &made[i]));
    values_read_line(line);
    const Value *back = values_first();
    for (uint32_t i = 0; i < count; i++, back = back->next) {
        ck_assert_msg(back != NULL, "only %u of %u came back:%s", i, count, values_said());
        ck_assert_msg(same(&made[i], back), "%s came back as %s", value_words(arena, &made[i]),
                      value_words(arena, back));
    }
    ck_assert_ptr_null(back);
    arena_free(arena);
}

static bool same_date(const Value *a, const Value *b) {
    return b->kind == VALUE_WHEN && same_when(&a->when, &b->when);
}

static Value when_value(DateRange from, DateRange to) {
    Value value = {.kind = VALUE_WHEN};
    value.when = (When){.from = from, .to = to, .set_by = {1, 0}, .starts_at = -1, .ends_at = -1};
    return value;
}

START_TEST(days) {
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        Day day = any_day();
        made[i] = when_value((DateRange){day, day}, (DateRange){day, day});
    }
    check_back("day", made, VALUES_A_LINE, same_date);
}
END_TEST

START_TEST(ranges_of_days) {
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        Day first = any_day();
        DateRange range = {first, first + 1 + (Day)pick(i % 3 == 0 ? 400 : 40)};
        if (civil_of(range.last).year > YEAR_LAST)
            range = (DateRange){first - 30, first};
        made[i] = when_value(range, range);
    }
    check_back("day", made, VALUES_A_LINE, same_date);
}
END_TEST

/* Months, seasons, years, weeks, the ends of months: the ranges that have names. */
START_TEST(ranges_with_names) {
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        int year = YEAR_FIRST + (int)pick(300), month = 1 + (int)pick(12);
        static const int MONTHS[] = {1, 3, 2, 12};
        Day first = civil_day(year, i % 4 == 3 ? 1 : month, 1);
        DateRange range = {first, civil_add_months(first, MONTHS[i % 4]) - 1};
        if (i % 5 == 0)
            range = (DateRange){first - (Day)civil_weekday(first),
                                first - (Day)civil_weekday(first) + 6};
        if (range.first < civil_day(YEAR_FIRST, 1, 1))
            range = (DateRange){first, first};
        made[i] = when_value(range, range);
    }
    check_back("day", made, VALUES_A_LINE, same_date);
}
END_TEST

START_TEST(days_known_on_one_side) {
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        Day day = any_day();
        DateRange range = i % 3 == 0   ? (DateRange){DAY_UNKNOWN_PAST, day}
                          : i % 3 == 1 ? (DateRange){day, DAY_UNKNOWN_FUTURE}
                                       : (DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};
        made[i] = when_value(range, range);
        if (i % 7 == 0) {
            made[i] = when_value((DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE},
                                 (DateRange){DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE});
            made[i].when.not_fixed = true;
            made[i].when.set_by = (DateRange){day, day};
        }
    }
    check_back("day", made, VALUES_A_LINE, same_date);
}
END_TEST

START_TEST(events) {
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        Day day = any_day();
        made[i] = when_value((DateRange){day, day}, (DateRange){day, day});
        made[i].when.starts_at = (int16_t)pick(23 * 60);
        if (i % 2 == 0)
            made[i].when.ends_at = (int16_t)(made[i].when.starts_at + 1 + (int)pick(59));
    }
    check_back("event", made, VALUES_A_LINE, same_date);
}
END_TEST

static void check_span_back(Value made) { check_back("runs", &made, 1, same_date); }

START_TEST(spans) {
    for (int i = 0; i < 40; i++) {
        Day from = any_day(), to = from + 1 + (Day)pick(500);
        if (civil_of(to).year > YEAR_LAST)
            continue;
        Value made = when_value((DateRange){from, from}, (DateRange){to, to});
        made.when.is_span = true;
        check_span_back(made);
        made.when.to = (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE};
        made.when.no_end = true;
        check_span_back(made);
    }
}
END_TEST

static bool same_number(const Value *a, const Value *b) {
    return a->kind == b->kind && a->number.thousandths == b->number.thousandths &&
           a->number.approximation == b->number.approximation;
}

START_TEST(numbers_money_and_shares) {
    static const ValueKind KINDS[] = {VALUE_NUMBER, VALUE_MONEY, VALUE_PERCENT};
    Value made[VALUES_A_LINE];
    for (uint32_t i = 0; i < VALUES_A_LINE; i++) {
        int64_t number = (int64_t)pick(1000000) * (i % 5 == 0 ? 1 : i % 5 == 1 ? 1000 : 100000);
        made[i] = (Value){.kind = KINDS[i % 3]};
        made[i].number = (Number){number, (Approximation)pick(6)};
        char line[100];
        Arena *arena = arena_new();
        snprintf(line, sizeof line, "at-least: %s", value_words(arena, &made[i]));
        arena_free(arena);
        values_read_line(line);
        ck_assert_msg(same_number(&made[i], values_first()), "%s came back as %s", line,
                      value_words(values.arena, values_first()));
    }
}
END_TEST

START_TEST(lengths_and_repetition) {
    for (int unit = UNIT_MINUTE; unit <= UNIT_YEAR; unit++)
        for (int count = 0; count < 4; count++) {
            Duration made = {count, (Unit)unit}, back;
            Arena *arena = arena_new();
            ck_assert(value_duration_literal(text_of(duration_words(arena, made)), &back));
            arena_free(arena);
            ck_assert(back.count == count && (int)back.unit == unit);
        }
}
END_TEST

int main(void) {
    const TTest *const TESTS[] = {
        days,   ranges_of_days, ranges_with_names,        days_known_on_one_side,
        events, spans,          numbers_money_and_shares, lengths_and_repetition,
        NULL};
    return values_run("values there and back", TESTS);
}
