/* From the closed days that calendars declare to the days off of one year. A day that falls on a
 * weekend and is `substitute: yes` moves to the next weekday that is not a day off, in the order of
 * their dates; one that is not is no day off of the working week. */
#include "calendar_parts.h"

#include <stdlib.h>

/* The years round the one that is wanted are looked at too: days move across its ends. */
typedef struct Gathering {
    WorkCalendar *calendar;
    const Record *part;
    Day first, last;
    DayOff *days;
    uint32_t count, room;
} Gathering;

static bool is_weekend(Day day) { return civil_weekday(day) >= SATURDAY; }

static bool is_excepted(const Slot *except, Day day) {
    for (const Value *value = slot_first(except); value != NULL; value = value_after(value))
        if (value->kind == VALUE_WHEN && value->when.from.first == day)
            return true;
    return false;
}

/* Until the days are moved, `substitute` says that this one may be. */
static void add_days(Gathering *gathering, const Record *record, Day first, Day last) {
    const Model *model = gathering->calendar->reader->model;
    const Slot *except = record_slot_text(model, record, "except");
    const Value *moves = record_value(model, record, "substitute");
    bool may_move = moves != NULL && moves->kind == VALUE_YES_NO && moves->yes;
    first = first < gathering->first ? gathering->first : first;
    last = last > gathering->last ? gathering->last : last;
    for (Day day = first; day <= last; day++) {
        DayOff off = {day, record, gathering->part, 1, may_move};
        if (!is_excepted(except, day) && (may_move || !is_weekend(day)))
            arena_push(gathering->calendar->reader->arena, gathering->days, gathering->count,
                       gathering->room, off);
    }
}

static void add_yearly(Gathering *gathering, const Record *record, const Yearly *yearly) {
    Day first, last;
    int from = civil_of(gathering->first).year, to = civil_of(gathering->last).year;
    for (int year = from - 1; year <= to; year++)
        if (yearly_days(yearly, year, &first, &last))
            add_days(gathering, record, first, last);
}

static void add_closed_day(Gathering *gathering, const Record *record) {
    const Model *model = gathering->calendar->reader->model;
    static const char *const LABELS[] = {"every", "on"};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        const Slot *slot = record_slot_text(model, record, LABELS[i]);
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value)) {
            if (value->kind != VALUE_WHEN)
                continue;
            const When *when = &value->when;
            if (when->yearly != NULL)
                add_yearly(gathering, record, when->yearly);
            else if (range_is_day(when->from) && range_is_day(when->to))
                add_days(gathering, record, when->from.first, when->to.first);
        }
    }
}

static int by_day(const void *left, const void *right) {
    const DayOff *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return a->record->index < b->record->index ? -1 : a->record->index > b->record->index;
}

static void sort_days(Gathering *gathering) {
    if (gathering->count > 1)
        qsort(gathering->days, gathering->count, sizeof *gathering->days, by_day);
}

static bool is_taken(const Gathering *gathering, Day day) {
    for (uint32_t i = 0; i < gathering->count; i++)
        if (gathering->days[i].day == day)
            return true;
    return false;
}

/* Those on weekdays stay where they are; then each of the others takes the next free one. */
static void move_off_weekends(Gathering *gathering) {
    sort_days(gathering);
    for (uint32_t i = 0; i < gathering->count; i++) {
        DayOff *off = &gathering->days[i];
        bool moves = is_weekend(off->day);
        Day day = off->day;
        while (moves && (is_weekend(day) || is_taken(gathering, day)))
            day++;
        off->day = day;
        off->substitute = moves;
    }
    sort_days(gathering);
}

static void gather_part(Gathering *gathering, const Record *part) {
    gathering->part = part;
    for (const Record *child = part->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_CLOSED_DAY)
            add_closed_day(gathering, child);
    move_off_weekends(gathering);
}

/* Takes the days of one part that fall in the year itself into ALL. */
static void take_year(Gathering *all, const Gathering *part, int year) {
    for (uint32_t i = 0; i < part->count; i++)
        if (civil_of(part->days[i].day).year == year)
            arena_push(all->calendar->reader->arena, all->days, all->count, all->room,
                       part->days[i]);
}

/* One entry a day: what two calendars share is counted, and two days off of one are one. */
static void join_same_days(Gathering *all) {
    uint32_t kept = 0;
    sort_days(all);
    for (uint32_t i = 0; i < all->count; i++) {
        DayOff *last = kept == 0 ? NULL : &all->days[kept - 1];
        if (last == NULL || last->day != all->days[i].day)
            all->days[kept++] = all->days[i];
        else if (last->calendar != all->days[i].calendar)
            last->calendars++;
    }
    all->count = kept;
}

const DayOff *closed_days(WorkCalendar *calendar, int year, uint32_t *count) {
    Gathering all = {.calendar = calendar};
    for (uint32_t i = 0; i < calendar->part_count; i++) {
        Gathering part = {.calendar = calendar,
                          .first = civil_day(year - 1, 1, 1),
                          .last = civil_day(year + 1, 12, 31)};
        gather_part(&part, calendar->parts[i]);
        take_year(&all, &part, year);
    }
    join_same_days(&all);
    *count = all.count;
    return all.days;
}
