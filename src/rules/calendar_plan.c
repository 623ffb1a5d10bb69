/* Which calendars a plan goes by: those that its nations lead to, those that it names or holds, and
 * the closures of whoever owns it. */
#include "calendar_parts.h"

#include "../base/out.h"
#include "../model/build.h"

static bool has_part(const WorkCalendar *calendar, const Record *part) {
    for (uint32_t i = 0; i < calendar->part_count; i++)
        if (calendar->parts[i] == part)
            return true;
    return false;
}

static void add_part(WorkCalendar *calendar, const Record *part) {
    if (!has_part(calendar, part))
        arena_push(calendar->reader->arena, calendar->parts, calendar->part_count,
                   calendar->part_room, part);
}

/* What is known of all of them is what is known of the one that is known least. */
static void narrow_horizon(WorkCalendar *calendar, const Record *part) {
    const Value *known = record_value(calendar->reader->model, part, "known");
    if (known == NULL || known->kind != VALUE_WHEN)
        return;
    if (known->when.from.first > calendar->horizon.first)
        calendar->horizon.first = known->when.from.first;
    if (!known->when.no_end && known->when.to.last < calendar->horizon.last) {
        calendar->horizon.last = known->when.to.last;
        calendar->horizon_of = part;
    }
    if (calendar->horizon_of == NULL)
        calendar->horizon_of = part;
}

static void add_calendar(WorkCalendar *calendar, const Record *part) {
    if (has_part(calendar, part))
        return;
    add_part(calendar, part);
    calendar->calendars++;
    calendar->known = true;
    narrow_horizon(calendar, part);
    Arena *arena = calendar->reader->arena;
    const char *title = text_string(arena, part->title);
    calendar->words = calendar->calendars == 1
                          ? title
                          : arena_format(arena, "%s, and %s", calendar->words, title);
}

/* What a nation (or anything else that is named) says its calendar is, fetched if need be. */
static void add_named(WorkCalendar *calendar, const Record *nation) {
    Model *model = calendar->reader->model;
    const Value *name = record_value(model, nation, "calendar");
    if (name == NULL || name->kind != VALUE_NAME)
        return;
    const Record *record = model_fetch(model, name->name);
    if (record != NULL && record->kind->role == ROLE_CALENDAR)
        add_calendar(calendar, record);
}

static void add_own_calendars(WorkCalendar *calendar, const Record *record) {
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_CALENDAR)
            add_calendar(calendar, child);
}

static bool has_closed_days(const Record *record) {
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_CLOSED_DAY)
            return true;
    return false;
}

static void add_closures(WorkCalendar *calendar, const Record *record) {
    if (has_closed_days(record))
        add_part(calendar, record);
}

static void for_each_record(WorkCalendar *calendar, const Record *plan, const char *field,
                            void (*add)(WorkCalendar *, const Record *)) {
    Values values = read_named(calendar->reader, plan, field);
    for (uint32_t i = 0; i < values.count; i++)
        if (values.items[i]->kind == VALUE_RECORD)
            add(calendar, values.items[i]->record);
}

static WorkCalendar *new_calendar(Reader *reader) {
    WorkCalendar *calendar = arena_make(reader->arena, WorkCalendar);
    calendar->reader = reader;
    calendar->words = "";
    calendar->horizon = (DateRange){civil_day(YEAR_FIRST, 1, 1), civil_day(YEAR_LAST, 12, 31)};
    const Record *plan = reader->plan;
    if (plan == NULL)
        return calendar;
    for_each_record(calendar, plan, "nation", add_named);
    for_each_record(calendar, plan, "calendar", add_calendar);
    add_own_calendars(calendar, plan);
    add_closures(calendar, plan);
    for_each_record(calendar, plan, "owner", add_closures);
    reader_widen(reader);
    return calendar;
}

WorkCalendar *plan_calendar(Reader *reader) {
    if (reader->calendar == NULL)
        reader->calendar = new_calendar(reader);
    return reader->calendar;
}

WorkCalendar *body_calendar(Reader *reader, const Record *body) {
    WorkCalendar *plan = plan_calendar(reader);
    if (body == NULL || !has_closed_days(body) || has_part(plan, body))
        return plan;
    if (reader->body_calendars == NULL)
        reader->body_calendars = map_new(reader->arena);
    WorkCalendar *calendar = map_get(reader->body_calendars, body);
    if (calendar == NULL) {
        calendar = new_calendar(reader);
        add_closures(calendar, body);
        map_put(reader->body_calendars, body, calendar);
    }
    return calendar;
}

/* ---- in words ---- */

const char *day_off_words(const WorkCalendar *calendar, const DayOff *off) {
    Arena *arena = calendar->reader->arena;
    const char *title = text_string(arena, off->record->title);
    if (off->substitute)
        title = arena_format(arena, "%s, moved off the weekend", title);
    bool is_shared = calendar->part_count == 1 || off->calendars >= calendar->part_count;
    return is_shared ? title
                     : arena_format(arena, "%s (%.*s)", title, TEXT_ARGS(off->calendar->title));
}

const char *calendar_caveat(const WorkCalendar *calendar, Day first, Day last) {
    char from[DAY_TEXT], to[DAY_TEXT];
    DateRange known = calendar->horizon;
    if (!calendar->known || calendar->horizon_of == NULL ||
        (first >= known.first && last <= known.last))
        return NULL;
    return arena_format(calendar->reader->arena,
                        "The days off in %.*s are known from %s to %s. Outside that this counts by "
                        "the yearly rules, and a day that is added or moved would change it.",
                        TEXT_ARGS(calendar->horizon_of->title), day_plain(known.first, from),
                        day_plain(known.last, to));
}

static bool is_known_day(Day day) { return day > DAY_UNKNOWN_PAST && day < DAY_UNKNOWN_FUTURE; }

void calendar_rests_on(WorkCalendar *calendar, DateRange from, DateRange to) {
    Day first = from.first < to.first ? from.first : to.first;
    Day last = from.last > to.last ? from.last : to.last;
    Reader *reader = calendar->reader;
    if (reader->caveat == NULL && is_known_day(first) && is_known_day(last))
        reader->caveat = calendar_caveat(calendar, first, last);
}
