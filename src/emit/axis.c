/* An axis from two days: the finest division that has room, labelled in two lines. */
#include "timeline.h"

#include <stdio.h>

typedef enum Division { BY_DAY, BY_WEEK, BY_MONTH, BY_QUARTER, BY_HALF_YEAR, BY_YEAR } Division;

static const char *const DIVISION_NAMES[] = {
    [BY_DAY] = "days",
    [BY_WEEK] = "weeks, each from its Monday",
    [BY_MONTH] = "months",
    [BY_QUARTER] = "quarters, each from its first month",
    [BY_HALF_YEAR] = "half-years, each from its first month",
    [BY_YEAR] = "years",
};

static int months_in(Division division) {
    return division == BY_MONTH       ? 1
           : division == BY_QUARTER   ? 3
           : division == BY_HALF_YEAR ? 6
                                      : 12;
}

/* The first day of the division that DAY lies in. */
static Day division_start(Division division, Day day) {
    if (division == BY_DAY)
        return day;
    if (division == BY_WEEK)
        return day - (Day)civil_weekday(day);
    Civil civil = civil_of(day);
    int months = months_in(division);
    return civil_day(civil.year, (civil.month - 1) / months * months + 1, 1);
}

static Day division_next(Division division, Day start) {
    if (division == BY_DAY)
        return start + 1;
    if (division == BY_WEEK)
        return start + 7;
    return civil_add_months(start, months_in(division));
}

/* The fewest years that a tick must stand for; 1 but for plans of many decades. */
static int year_step(Day first, Day last, uint32_t most) {
    int years = civil_of(last).year - civil_of(first).year + 1;
    static const int STEPS[] = {1, 2, 5, 10, 20, 50, 100};
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        if ((uint32_t)(years / STEPS[i]) + 2 <= most)
            return STEPS[i];
    return 200;
}

static uint32_t divisions_between(Division division, Day first, Day last, uint32_t enough) {
    uint32_t count = 0;
    for (Day day = division_start(division, first); day <= last && count <= enough;
         day = division_next(division, day))
        count++;
    return count;
}

/* The year goes with the first month and with January; the other months need none. */
static void label_month(AxisTick *tick, bool first, Civil civil, Civil last) {
    if (first || civil.year != last.year)
        snprintf(tick->above, sizeof tick->above, "%.3s %d", month_name(civil.month), civil.year);
    else
        snprintf(tick->above, sizeof tick->above, "%.3s", month_name(civil.month));
}

static void label_tick(AxisTick *tick, Division division, bool first, Day before) {
    Civil civil = civil_of(tick->day), last = civil_of(before);
    bool by_months = division >= BY_MONTH;
    if (division == BY_YEAR)
        snprintf(tick->label, sizeof tick->label, "%d", civil.year);
    else if (by_months)
        snprintf(tick->label, sizeof tick->label, "%.3s", month_name(civil.month));
    else if (division == BY_WEEK)
        snprintf(tick->label, sizeof tick->label, "%d", civil.day);
    else
        snprintf(tick->label, sizeof tick->label, "%.3s %d", weekday_name(civil_weekday(tick->day)),
                 civil.day);
    tick->major = first || civil.year != last.year || (!by_months && civil.month != last.month);
    if (tick->major && by_months && division != BY_YEAR)
        snprintf(tick->above, sizeof tick->above, "%d", civil.year);
    else if (tick->major && !by_months)
        label_month(tick, first, civil, last);
}

Axis axis_over(Arena *arena, Day first, Day last, uint32_t most) {
    Division division = BY_DAY;
    /* A weekday with its number takes the room of two months. */
    while (division < BY_YEAR &&
           divisions_between(division, first, last, most) > (division == BY_DAY ? most / 2 : most))
        division++;
    int step = division == BY_YEAR ? year_step(first, last, most) : 1;
    Axis axis = {.first = division_start(division, first), .unit = DIVISION_NAMES[division]};
    uint32_t room = 0;
    Day day = axis.first, before = day;
    while (day <= last) {
        AxisTick tick = {.day = day};
        label_tick(&tick, division, axis.count == 0, before);
        arena_push(arena, axis.ticks, axis.count, room, tick);
        before = day;
        for (int i = 0; i < step; i++)
            day = division_next(division, day);
    }
    axis.last = day - 1;
    return axis;
}

/* A line for each day, with its number, for so few weeks that there is room. */
static Axis axis_of_days(Arena *arena, Day first, Day last) {
    Axis axis = {.first = first, .last = last, .unit = "days, with a line at each Monday"};
    uint32_t room = 0;
    for (Day day = first; day <= last; day++) {
        AxisTick tick = {.day = day};
        label_tick(&tick, BY_WEEK, day == first, day - 1);
        arena_push(arena, axis.ticks, axis.count, room, tick);
    }
    axis.by_day = true;
    return axis;
}

Axis axis_of_weeks(Arena *arena, Day first, Day last, uint32_t most) {
    first = division_start(BY_WEEK, first);
    uint32_t weeks = (uint32_t)(last - first) / 7 + 1, step = (weeks + most - 1) / most;
    if (weeks <= 4 && weeks * 7 <= most * 5 / 4)
        return axis_of_days(arena, first, first + (Day)weeks * 7 - 1);
    if (step > 4)
        return axis_over(arena, first, last, most * 3 / 4);
    Axis axis = {.first = first, .last = first + (Day)weeks * 7 - 1};
    axis.unit = DIVISION_NAMES[BY_WEEK];
    uint32_t room = 0;
    for (uint32_t i = 0; i < weeks; i++) {
        AxisTick tick = {.day = first + (Day)i * 7};
        label_tick(&tick, BY_WEEK, i == 0, tick.day - 7);
        if (i % step != 0)
            tick.label[0] = '\0';
        arena_push(arena, axis.ticks, axis.count, room, tick);
    }
    return axis;
}
