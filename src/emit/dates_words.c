/* The sum of a day in words: what it is counted from, the day that is, and what was left out. */
#include "dates.h"

#include "../rules/calendar.h"
#include "said.h"
#include "timeline.h"

const char *date_words(Arena *arena, const DateFact *fact) {
    bool day = range_is_day(fact->from);
    bool span = fact->to.first > fact->from.first || fact->to.last > fact->from.last;
    char buffer[DAY_TEXT];
    if (fact->not_fixed && fact->from.first <= DAY_UNKNOWN_PAST &&
        fact->from.last >= DAY_UNKNOWN_FUTURE)
        return "not fixed";
    if (day && !span) {
        Civil civil = civil_of(fact->from.first);
        return arena_format(arena, "%.3s %2d %.3s %d",
                            weekday_name(civil_weekday(fact->from.first)), civil.day,
                            month_name(civil.month), civil.year);
    }
    if (day && range_is_day(fact->to))
        return months_cut(arena, said_day(arena, (DateRange){fact->from.first, fact->to.first}));
    if (!span || fact->to.last >= DAY_UNKNOWN_FUTURE)
        return months_cut(arena,
                          day ? arena_format(arena, "from %s", day_plain(fact->from.first, buffer))
                              : said_day(arena, fact->from));
    return months_cut(arena, arena_format(arena, "%s to %s", said_day(arena, fact->from),
                                          said_day(arena, fact->to)));
}

/* ---- what a sum begins from ---- */

static const DateSum *innermost(const DateSum *sum) {
    while (sum != NULL && (sum->kind == SUM_SHIFT || sum->kind == SUM_MEETING))
        sum = sum->base;
    return sum;
}

/* The day that SUM is counted from: the last day of what runs on, or its first for `before`. */
static bool base_day(const Emission *emission, const DateSum *base, bool from_end,
                     DateRange *range) {
    When when;
    if (base == NULL || base->kind != SUM_FIELD || base->record == NULL)
        return false;
    if (base->field == NULL) {
        if (!read_time(emission->reader, base->record, &when))
            return false;
        *range = from_end ? when.to : when.from;
        return true;
    }
    Values values = read_field(emission->reader, base->record, base->field);
    bool found = false;
    for (uint32_t i = 0; i < values.count; i++) {
        if (values.items[i]->kind != VALUE_WHEN)
            continue;
        const When *each = &values.items[i]->when;
        DateRange day = from_end ? each->to : each->from;
        if (!found || (from_end ? day.last > range->last : day.first < range->first))
            *range = day;
        found = true;
    }
    return found;
}

const char *days_off_said(const Emission *emission, Day first, Day last) {
    WorkCalendar *calendar = plan_calendar(emission->reader);
    uint32_t count = 0;
    const DayOff *const *days = calendar_days_off(calendar, first, last, &count);
    const char *said = NULL;
    for (uint32_t i = 0; i < count; i++) {
        char day[DAY_TEXT];
        Civil civil = civil_of(days[i]->day);
        Civil end = civil_of(last);
        const char *words =
            civil.year == end.year && civil_of(first).year == end.year
                ? arena_format(emission->arena, "%d %s", civil.day, month_name(civil.month))
                : arena_format(emission->arena, "%s", day_plain(days[i]->day, day));
        words =
            arena_format(emission->arena, "%s (%.*s)", words, TEXT_ARGS(days[i]->record->title));
        said = said == NULL ? words : arena_format(emission->arena, "%s, %s", said, words);
    }
    return said;
}

/* The days off that were left out in counting working days to RESULT, the day itself that it was
 * counted from not among them. NULL if none were, or none were counted. */
static const char *left_out_said(const Emission *emission, const DateSum *sum, DateRange result) {
    if (sum->kind != SUM_SHIFT || (unit_family(sum->shift.unit) != FAMILY_WORKING &&
                                   unit_family(sum->shift.unit) != FAMILY_CLEAR))
        return NULL;
    DateRange from;
    if (!base_day(emission, sum->base, !sum->before, &from) &&
        !sum_days(emission->reader, sum->base, &from))
        return NULL;
    if (!range_is_day(from) || !range_is_day(result))
        return NULL;
    return from.first < result.first ? days_off_said(emission, from.first + 1, result.first)
                                     : days_off_said(emission, result.first, from.first - 1);
}

/* " (28 August 2026; 31 August (Summer bank holiday) left out)" */
static const char *brackets(const Emission *emission, const DateSum *sum, DateRange result,
                            bool is_end) {
    const DateSum *base = innermost(sum);
    const DateSum *last = sum;
    while (last != NULL && last != base && last->base != base)
        last = last->base;
    bool shifted = last != NULL && last != base;
    DateRange range;
    bool known = base_day(emission, base, shifted ? !last->before : is_end, &range);
    const char *left_out = left_out_said(emission, sum, result);
    const char *day = known ? said_day(emission->arena, range) : "";
    const char *month_end = sum_month_end(emission->reader, sum);
    if (!known && left_out == NULL && month_end == NULL)
        return "";
    bool more = left_out != NULL || month_end != NULL;
    return arena_format(emission->arena, " (%s%s%s%s%s)", day, known && more ? "; " : "",
                        left_out == NULL ? "" : left_out, left_out == NULL ? "" : " left out",
                        month_end == NULL ? "" : month_end);
}

const char *date_sum_said(const Emission *emission, const When *when) {
    Arena *arena = emission->arena;
    const char *from = when->sum == NULL
                           ? NULL
                           : arena_format(arena, "%s%s", sum_words(arena, when->sum),
                                          brackets(emission, when->sum, when->from, false));
    if (when->to_sum == NULL || !when->is_span)
        return from == NULL ? "" : from;
    const char *to = arena_format(arena, "%s%s", sum_words(arena, when->to_sum),
                                  brackets(emission, when->to_sum, when->to, true));
    return from == NULL ? to : arena_format(arena, "%s, to %s", from, to);
}

const char *days_before_said(const Emission *emission, Day day, Day until) {
    WorkCalendar *calendar = plan_calendar(emission->reader);
    char buffer[DAY_TEXT];
    if (!calendar_is_known(calendar) || until <= day)
        return "";
    const char *off = days_off_said(emission, day, until - 1);
    return arena_format(emission->arena, "%s before %s%s%s%s",
                        said_count(emission->arena,
                                   (uint32_t)calendar_count(calendar, day, until - 1),
                                   "working day", "working days"),
                        day_plain(until, buffer), off == NULL ? "" : "; ", off == NULL ? "" : off,
                        off == NULL ? "" : " left out");
}

const char *stretch_length(const Emission *emission, Day first, Day last) {
    WorkCalendar *calendar = plan_calendar(emission->reader);
    int days = (int)(last - first) + 1;
    const char *said = said_count(emission->arena, (uint32_t)days, "day", "days");
    if (!calendar_is_known(calendar))
        return said;
    uint32_t worked = (uint32_t)calendar_count(calendar, first, last);
    return arena_format(emission->arena, "%s, %s", said,
                        said_count(emission->arena, worked, "working day", "working days"));
}

void dates_about_calendar(Page *page, const Emission *emission, const Dates *dates) {
    WorkCalendar *calendar = plan_calendar(emission->reader);
    if (!calendar_is_known(calendar)) {
        page_paragraph(page, 0, "",
                       "Working days are not counted: the plan does not say whose bank holidays "
                       "count. Write, for example: nation: england",
                       NULL, INK_PLAIN);
        return;
    }
    Day first = DAY_UNKNOWN_FUTURE, last = DAY_UNKNOWN_PAST;
    for (uint32_t i = 0; i < dates->stretch_count; i++) {
        const DateStretch *stretch = &dates->stretches[i];
        first = stretch->first < first ? stretch->first : first;
        last = stretch->last > last ? stretch->last : last;
    }
    page_paragraph(
        page, 0, "",
        arena_format(emission->arena, "Working days and days off: %s.", calendar_words(calendar)),
        NULL, INK_PLAIN);
    const char *caveat = first <= last ? calendar_caveat(calendar, first, last) : NULL;
    if (caveat != NULL)
        page_paragraph(page, 0, "", caveat, NULL, INK_PLAIN);
}
