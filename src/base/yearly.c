#include "yearly.h"

/* The moon's age on 1 January by its nineteen-year cycle, corrected for the centuries, gives the
 * full moon of spring; Easter is the Sunday after it. */
Day easter_of(int year) {
    int golden = year % 19, century = year / 100, of_century = year % 100;
    int skipped = century / 4, centuries = century % 4;
    int moon_shift = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - skipped - moon_shift + 15) % 30;
    int leap = of_century / 4, left = of_century % 4;
    int to_sunday = (32 + 2 * centuries + 2 * leap - epact - left) % 7;
    int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    int days = epact + to_sunday - 7 * late + 114;
    return civil_day(year, days / 31, days % 31 + 1);
}

Day nth_weekday(int year, int month, int nth, Weekday weekday) {
    Day first = civil_day(year, month, 1);
    if (nth == NTH_LAST) {
        Day last = first + civil_days_in_month(year, month) - 1;
        return last - ((int)civil_weekday(last) - (int)weekday + 7) % 7;
    }
    return first + ((int)weekday - (int)civil_weekday(first) + 7) % 7 + 7 * (nth - 1);
}

bool yearly_day(const YearlyDay *rule, int year, Day *day) {
    int length = rule->rule == YEARLY_EASTER ? 0 : civil_days_in_month(year, rule->month);
    switch (rule->rule) {
    case YEARLY_EASTER: *day = easter_of(year); break;
    case YEARLY_WEEKDAY: *day = nth_weekday(year, rule->month, rule->nth, rule->weekday); break;
    case YEARLY_DATE:
        if (!rule->month_end && rule->day > length)
            return false;
        *day = civil_day(year, rule->month, rule->month_end ? length : rule->day);
        break;
    }
    *day += rule->shift;
    return true;
}

bool yearly_days(const Yearly *yearly, int year, Day *first, Day *last) {
    if (!yearly_day(&yearly->from, year, first))
        return false;
    *last = *first;
    if (!yearly->is_span)
        return true;
    if (!yearly_day(&yearly->to, year, last))
        return false;
    return *last >= *first || yearly_day(&yearly->to, year + 1, last);
}
