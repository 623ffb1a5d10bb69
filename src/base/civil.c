#include "civil.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char *const MONTHS[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const WEEKDAYS[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

/* Days from 1 March of year 0 make leap days fall at the end of a counted year. */
Day civil_day(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Civil civil_of(Day day) {
    int shifted = day + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return (Civil){.year = year_of_era + era * 400 + (month <= 2),
                   .month = month,
                   .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

static bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int civil_days_in_month(int year, int month) {
    static const int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : LENGTHS[month - 1];
}

bool civil_exists(int year, int month, int day) {
    return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 &&
           day <= civil_days_in_month(year, month);
}

/* 1 January 1970 was a Thursday. */
Weekday civil_weekday(Day day) { return (Weekday)(((day + THURSDAY) % 7 + 7) % 7); }

Day civil_add_months(Day day, int count) {
    Civil civil = civil_of(day);
    int months = civil.year * 12 + civil.month - 1 + count;
    int year = months >= 0 ? months / 12 : (months - 11) / 12;
    int month = months - year * 12 + 1;
    int longest = civil_days_in_month(year, month);
    return civil_day(year, month, civil.day < longest ? civil.day : longest);
}

const char *weekday_name(Weekday weekday) { return WEEKDAYS[weekday]; }
const char *month_name(int month) { return MONTHS[month - 1]; }

static bool same_letters(const char *full, Text text) {
    if (text.length > 0 && (text.at[0] | 0x20) != (*full | 0x20))
        return false; /* as most are */
    for (size_t i = 0; i < text.length; i++)
        if (full[i] == '\0' ||
            tolower((unsigned char)text.at[i]) != tolower((unsigned char)full[i]))
            return false;
    return true;
}

int month_named(Text text) {
    if (text.length < 3)
        return 0;
    for (int month = 1; month <= 12; month++)
        if ((text.length <= 4 || text.length == strlen(MONTHS[month - 1])) &&
            same_letters(MONTHS[month - 1], text))
            return month;
    return 0;
}

int weekday_named(Text text) {
    for (int weekday = MONDAY; weekday <= SUNDAY; weekday++)
        if ((text.length == 3 || text.length == strlen(WEEKDAYS[weekday])) &&
            same_letters(WEEKDAYS[weekday], text))
            return weekday;
    return -1;
}

const char *day_plain(Day day, char *buffer) {
    Civil civil = civil_of(day);
    snprintf(buffer, DAY_TEXT, "%d %s %d", civil.day, month_name(civil.month), civil.year);
    return buffer;
}

const char *day_long(Day day, char *buffer) {
    Civil civil = civil_of(day);
    snprintf(buffer, DAY_TEXT, "%s %d %s %d", weekday_name(civil_weekday(day)), civil.day,
             month_name(civil.month), civil.year);
    return buffer;
}

const char *day_iso(Day day, char *buffer) {
    Civil civil = civil_of(day);
    snprintf(buffer, DAY_TEXT, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return buffer;
}

static bool is_month_end(Civil civil) {
    return civil.day == civil_days_in_month(civil.year, civil.month);
}

static void known_range_words(DateRange range, char *buffer) {
    Civil first = civil_of(range.first), last = civil_of(range.last);
    bool whole_months = first.day == 1 && is_month_end(last);
    const char *from = month_name(first.month), *to = month_name(last.month);
    if (whole_months && first.year == last.year && first.month == 1 && last.month == 12)
        snprintf(buffer, RANGE_TEXT, "%d", first.year);
    else if (whole_months && first.year == last.year && first.month == last.month)
        snprintf(buffer, RANGE_TEXT, "%s %d", from, first.year);
    else if (whole_months && first.year == last.year)
        snprintf(buffer, RANGE_TEXT, "%s to %s %d", from, to, last.year);
    else if (whole_months)
        snprintf(buffer, RANGE_TEXT, "%s %d to %s %d", from, first.year, to, last.year);
    else if (first.year == last.year && first.month == last.month)
        snprintf(buffer, RANGE_TEXT, "%d to %d %s %d", first.day, last.day, to, last.year);
    else if (first.year == last.year)
        snprintf(buffer, RANGE_TEXT, "%d %s to %d %s %d", first.day, from, last.day, to, last.year);
    else
        snprintf(buffer, RANGE_TEXT, "%d %s %d to %d %s %d", first.day, from, first.year, last.day,
                 to, last.year);
}

const char *range_words(DateRange range, char *buffer) {
    char day[DAY_TEXT];
    bool open_start = range.first <= DAY_UNKNOWN_PAST, open_end = range.last >= DAY_UNKNOWN_FUTURE;
    if (open_start && open_end)
        snprintf(buffer, RANGE_TEXT, "a day not known");
    else if (open_start)
        snprintf(buffer, RANGE_TEXT, "by %s", day_plain(range.last, day));
    else if (range.first >= DAY_UNKNOWN_FUTURE)
        snprintf(buffer, RANGE_TEXT, "no end");
    else if (open_end)
        snprintf(buffer, RANGE_TEXT, "not before %s", day_plain(range.first, day));
    else if (range_is_day(range))
        snprintf(buffer, RANGE_TEXT, "%s", day_plain(range.first, day));
    else
        known_range_words(range, buffer);
    return buffer;
}
