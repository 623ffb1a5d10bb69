/* Counting by working days. Each year is worked out when it is first asked for, as a row of bits;
 * long counts go year by year. */
#include "calendar_parts.h"

static WorkYear *make_year(WorkCalendar *calendar, int number) {
    WorkYear *year = arena_make(calendar->reader->arena, WorkYear);
    year->first = civil_day(number, 1, 1);
    year->length = civil_day(number + 1, 1, 1) - year->first;
    int weekday = (int)civil_weekday(year->first);
    for (int32_t day = 0; day < year->length; day++, weekday = (weekday + 1) % 7)
        if (weekday >= SATURDAY)
            year->off[day / 64] |= 1ull << (day % 64);
    year->days_off = closed_days(calendar, number, &year->count);
    for (uint32_t i = 0; i < year->count; i++) {
        int32_t day = year->days_off[i].day - year->first;
        year->off[day / 64] |= 1ull << (day % 64);
    }
    year->worked = year->length;
    for (int32_t day = 0; day < year->length; day++)
        year->worked -= (int32_t)(year->off[day / 64] >> (day % 64) & 1);
    return year;
}

/* NULL outside the calendar. */
static const WorkYear *year_of(WorkCalendar *calendar, Day day) {
    if (day < civil_day(YEAR_FIRST, 1, 1) || day > civil_day(YEAR_LAST, 12, 31))
        return NULL;
    int number = civil_of(day).year;
    WorkYear **year = &calendar->years[number - YEAR_FIRST];
    if (*year == NULL)
        *year = make_year(calendar, number);
    return *year;
}

static bool is_off(const WorkYear *year, Day day) {
    int32_t at = day - year->first;
    return (year->off[at / 64] >> (at % 64) & 1) != 0;
}

bool calendar_works(WorkCalendar *calendar, Day day, const DayOff **why) {
    const WorkYear *year = year_of(calendar, day);
    if (why != NULL)
        *why = NULL;
    if (year == NULL)
        return civil_weekday(day) < SATURDAY;
    for (uint32_t i = 0; why != NULL && i < year->count; i++)
        if (year->days_off[i].day == day) {
            *why = &year->days_off[i];
            break;
        }
    return !is_off(year, day);
}

bool calendar_add(WorkCalendar *calendar, Day day, int64_t count, Day *result) {
    Day step = count < 0 ? -1 : 1;
    int64_t left = count < 0 ? -count : count;
    *result = day;
    while (left > 0) {
        Day next = *result + step;
        const WorkYear *year = year_of(calendar, next);
        if (year == NULL)
            return false;
        bool is_whole = next == (step > 0 ? year->first : year->first + year->length - 1);
        if (is_whole && left > year->worked) {
            left -= year->worked;
            *result = step > 0 ? year->first + year->length - 1 : year->first;
            continue;
        }
        left -= !is_off(year, next);
        *result = next;
    }
    return true;
}

bool calendar_add_clear(WorkCalendar *calendar, Day day, int64_t count, bool back, Day *result) {
    return calendar_add(calendar, day, back ? -(count + 1) : count + 1, result);
}

int64_t calendar_count(WorkCalendar *calendar, Day first, Day last) {
    int64_t count = 0;
    for (Day day = first; day <= last;) {
        const WorkYear *year = year_of(calendar, day);
        if (year == NULL)
            return count;
        if (day == year->first && day + year->length - 1 <= last) {
            count += year->worked;
            day += year->length;
        } else
            count += !is_off(year, day++);
    }
    return count;
}

const DayOff *const *calendar_days_off(WorkCalendar *calendar, Day first, Day last,
                                       uint32_t *count) {
    const DayOff **list = NULL;
    uint32_t room = 0;
    *count = 0;
    for (Day day = first; day <= last;) {
        const WorkYear *year = year_of(calendar, day);
        if (year == NULL)
            break;
        for (uint32_t i = 0; i < year->count; i++)
            if (year->days_off[i].day >= first && year->days_off[i].day <= last)
                arena_push(calendar->reader->arena, list, *count, room, &year->days_off[i]);
        day = year->first + year->length;
    }
    return list;
}

bool calendar_is_known(const WorkCalendar *calendar) { return calendar->known; }
const char *calendar_words(const WorkCalendar *calendar) { return calendar->words; }
uint32_t calendar_parts(const WorkCalendar *calendar) { return calendar->calendars; }
