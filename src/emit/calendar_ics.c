/* From a calendar to iCalendar (RFC 5545), by libical: it escapes and folds. This is the only file
 * that includes it. The library brings Unicode tables of 30 megabytes along (ICU), which to load
 * costs more than to check a plan: so it is opened when a calendar is asked for, and not linked. */
#include "calendar.h"

#include <dlfcn.h>
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

/* What is called of the library, each with the declaration of its own header. */
#define CALLS(CALL)                                                                                \
    CALL(icalcomponent_new)                                                                        \
    CALL(icalcomponent_new_from_string)                                                            \
    CALL(icalcomponent_add_property)                                                               \
    CALL(icalcomponent_add_component)                                                              \
    CALL(icalcomponent_as_ical_string_r)                                                           \
    CALL(icalcomponent_free)                                                                       \
    CALL(icalproperty_new_version)                                                                 \
    CALL(icalproperty_new_prodid)                                                                  \
    CALL(icalproperty_new_calscale)                                                                \
    CALL(icalproperty_new_method)                                                                  \
    CALL(icalproperty_new_x)                                                                       \
    CALL(icalproperty_set_x_name)                                                                  \
    CALL(icalproperty_new_uid)                                                                     \
    CALL(icalproperty_new_dtstamp)                                                                 \
    CALL(icalproperty_new_dtstart)                                                                 \
    CALL(icalproperty_new_dtend)                                                                   \
    CALL(icalproperty_new_summary)                                                                 \
    CALL(icalproperty_new_description)                                                             \
    CALL(icalproperty_new_location)                                                                \
    CALL(icalproperty_new_status)                                                                  \
    CALL(icalproperty_new_sequence)                                                                \
    CALL(icalproperty_new_transp)                                                                  \
    CALL(icalproperty_new_categories)                                                              \
    CALL(icalproperty_new_organizer)                                                               \
    CALL(icalproperty_add_parameter)                                                               \
    CALL(icalparameter_new_tzid)                                                                   \
    CALL(icalparameter_new_cn)                                                                     \
    CALL(icaltimezone_get_utc_timezone)                                                            \
    CALL(icalmemory_free_buffer)

typedef struct Library {
    void *handle;
#define MEMBER(name) __typeof__(name) *name;
    CALLS(MEMBER)
#undef MEMBER
} Library;

static bool find(void *handle, const char *name, void *pointer) {
    void *found = dlsym(handle, name);
    memcpy(pointer, &found, sizeof found); /* a pointer to a function is not one to an object */
    return found != NULL;
}

static bool open_library(Library *library) {
    static const char *const NAMES[] = {"libical.so.3", "libical.3.dylib"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && library->handle == NULL; i++)
        library->handle = dlopen(NAMES[i], RTLD_NOW | RTLD_LOCAL);
    bool whole = library->handle != NULL;
#define FIND(name) whole = whole && find(library->handle, #name, &library->name);
    CALLS(FIND)
#undef FIND
    return whole;
}

/* The clocks of Great Britain and Northern Ireland by the rule in force since 1996. Hours of
 * earlier days never come here. */
static const char TIME_ZONE[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:Europe/London\r\n"
                                "BEGIN:STANDARD\r\n"
                                "DTSTART:19961027T020000\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0000\r\n"
                                "TZNAME:GMT\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "DTSTART:19960331T010000\r\n"
                                "TZOFFSETFROM:+0000\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "TZNAME:BST\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "END:VTIMEZONE\r\n";

typedef struct Writing {
    Library library;
    Arena *arena;
    const Calendar *calendar;
} Writing;

/* Text without the control characters that no calendar may hold; lines end in \n alone. */
static const char *clean(Arena *arena, const char *text) {
    char *kept = arena_alloc(arena, strlen(text) + 1), *end = kept;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\n' || (unsigned char)*c > 0x1f)
            *end++ = *c == 0x7f ? ' ' : *c;
        else if (*c == '\t')
            *end++ = ' ';
    }
    *end = '\0';
    return kept;
}

static char *on_one_line(Arena *arena, const char *text) {
    const char *cleaned = clean(arena, text);
    char *line = arena_copy(arena, cleaned, strlen(cleaned));
    for (char *c = line; *c != '\0'; c++)
        *c = *c == '\n' ? ' ' : *c;
    return line;
}

/* What stands in a parameter cannot hold double quotes. */
static const char *without_quotes(Arena *arena, const char *text) {
    char *name = on_one_line(arena, text);
    for (char *c = name; *c != '\0'; c++)
        *c = *c == '"' ? '\'' : *c;
    return name;
}

static struct icaltimetype whole_day(Day day) {
    Civil civil = civil_of(day);
    return (struct icaltimetype){
        .year = civil.year, .month = civil.month, .day = civil.day, .is_date = 1};
}

/* MINUTES may be 24 hours: midnight at the end of the day. */
static struct icaltimetype hour_of_day(Day day, int minutes) {
    struct icaltimetype time = whole_day(day + minutes / (24 * 60));
    time.is_date = 0;
    time.hour = minutes % (24 * 60) / 60;
    time.minute = minutes % 60;
    return time;
}

static void add_x(const Writing *writing, icalcomponent *to, const char *name, const char *text) {
    icalproperty *property = writing->library.icalproperty_new_x(on_one_line(writing->arena, text));
    writing->library.icalproperty_set_x_name(property, name);
    writing->library.icalcomponent_add_property(to, property);
}

/* A published entry names its organiser. That is a body or a post; as a plan has no addresses, the
 * address says that there is none. */
static void add_organiser(const Writing *writing, icalcomponent *to, const char *host) {
    const Library *library = &writing->library;
    icalproperty *property = library->icalproperty_new_organizer("invalid:nomail");
    library->icalproperty_add_parameter(
        property, library->icalparameter_new_cn(without_quotes(writing->arena, host)));
    library->icalcomponent_add_property(to, property);
}

static void add_hour(const Writing *writing, icalcomponent *to, icalproperty *property) {
    const Library *library = &writing->library;
    library->icalproperty_add_parameter(property, library->icalparameter_new_tzid("Europe/London"));
    library->icalcomponent_add_property(to, property);
}

/* Whole days end with the day before DTEND; an hour without an end is a moment. */
static void add_time(const Writing *writing, icalcomponent *to, const CalendarEvent *event) {
    const Library *library = &writing->library;
    if (event->starts_at < 0) {
        library->icalcomponent_add_property(
            to, library->icalproperty_new_dtstart(whole_day(event->first)));
        library->icalcomponent_add_property(
            to, library->icalproperty_new_dtend(whole_day(event->last + 1)));
        return;
    }
    add_hour(writing, to,
             library->icalproperty_new_dtstart(hour_of_day(event->first, event->starts_at)));
    if (event->ends_at >= 0)
        add_hour(writing, to,
                 library->icalproperty_new_dtend(hour_of_day(event->last, event->ends_at)));
}

static icalcomponent *event_of(const Writing *writing, const CalendarEvent *event) {
    static const enum icalproperty_status STATUSES[] = {
        [CALENDAR_CONFIRMED] = ICAL_STATUS_CONFIRMED,
        [CALENDAR_TENTATIVE] = ICAL_STATUS_TENTATIVE,
        [CALENDAR_CANCELLED] = ICAL_STATUS_CANCELLED};
    const Library *library = &writing->library;
    icalcomponent *made = library->icalcomponent_new(ICAL_VEVENT_COMPONENT);
#define ADD(property)                                                                              \
    library->icalcomponent_add_property(made, library->icalproperty_new_##property)
    struct icaltimetype stamp = hour_of_day(writing->calendar->as_at, 0);
    stamp.zone = library->icaltimezone_get_utc_timezone();
    ADD(uid(on_one_line(writing->arena, event->uid)));
    ADD(dtstamp(stamp));
    ADD(sequence((int)event->sequence));
    add_time(writing, made, event);
    ADD(summary(on_one_line(writing->arena, event->summary)));
    ADD(description(clean(writing->arena, event->description)));
    if (event->place != NULL)
        ADD(location(on_one_line(writing->arena, event->place)));
    ADD(categories(on_one_line(writing->arena, event->category)));
    ADD(status(STATUSES[event->status]));
    ADD(transp(event->starts_at < 0 ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
#undef ADD
    add_organiser(writing, made, event->host == NULL ? writing->calendar->host : event->host);
    return made;
}

/* A calendar without any component would be none: where nothing is entered, the clocks are. */
static bool needs_clocks(const Calendar *calendar) {
    for (uint32_t i = 0; i < calendar->count; i++)
        if (calendar->events[i]->starts_at >= 0)
            return true;
    return calendar->count == 0;
}

static icalcomponent *calendar_head(const Writing *writing) {
    const Library *library = &writing->library;
    icalcomponent *made = library->icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
#define ADD(property)                                                                              \
    library->icalcomponent_add_property(made, library->icalproperty_new_##property)
    ADD(version("2.0"));
    ADD(prodid("-//Convene//Convene//EN"));
    ADD(calscale("GREGORIAN"));
    ADD(method(ICAL_METHOD_PUBLISH));
#undef ADD
    add_x(writing, made, "X-WR-CALNAME", writing->calendar->title);
    add_x(writing, made, "X-WR-CALDESC", writing->calendar->about);
    add_x(writing, made, "X-WR-TIMEZONE", "Europe/London");
    if (needs_clocks(writing->calendar))
        library->icalcomponent_add_component(made,
                                             library->icalcomponent_new_from_string(TIME_ZONE));
    return made;
}

const char *calendar_ics(const Calendar *calendar, Out *out) {
    Writing writing = {.arena = calendar->arena, .calendar = calendar};
    if (!open_library(&writing.library))
        return "the library that writes calendars (libical) is not installed on this computer";
    const Library *library = &writing.library;
    icalcomponent *whole = calendar_head(&writing);
    for (uint32_t i = 0; i < calendar->count; i++)
        library->icalcomponent_add_component(whole, event_of(&writing, calendar->events[i]));
    char *text = library->icalcomponent_as_ical_string_r(whole);
    library->icalcomponent_free(whole);
    if (text == NULL)
        return "the library that writes calendars (libical) could not write it";
    out_string(out, text);
    library->icalmemory_free_buffer(text);
    return NULL;
}

bool emit_calendar_ics(const Emission *emission, Out *out) {
    const Calendar *calendar = calendar_of(emission);
    const char *why = calendar == NULL ? NULL : calendar_ics(calendar, out);
    if (why == NULL)
        return calendar != NULL;
    Diagnostic *diagnostic = report(emission->diagnostics, DIAGNOSTIC_cannot_write, NO_SPAN,
                                    "The calendar was not written: %s.", why);
    diagnostic_help(emission->diagnostics, diagnostic,
                    "Debian calls it libical3. All other outputs can be made without it, each by "
                    "its own command.");
    return false;
}
