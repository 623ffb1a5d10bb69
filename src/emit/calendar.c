/* Events as they are added, and put in order. */
#include "calendar.h"

#include <stdlib.h>
#include <string.h>

CalendarEvent *calendar_event(Calendar *calendar) {
    CalendarEvent *event = arena_make(calendar->arena, CalendarEvent);
    event->starts_at = event->ends_at = -1;
    event->order = calendar->count;
    arena_push(calendar->arena, calendar->events, calendar->count, calendar->room, event);
    return event;
}

/* A name taken from a long title is cut, with a sum of its letters to tell it from others: readers
 * keep 255 bytes of a UID. */
static const char *cut_short(Arena *arena, const char *name) {
    enum { LONGEST = 160 };
    if (strlen(name) <= LONGEST)
        return name;
    uint64_t sum = 14695981039346656037u;
    for (const char *c = name; *c != '\0'; c++)
        sum = (sum ^ (unsigned char)*c) * 1099511628211u;
    int kept = LONGEST;
    while (((unsigned char)name[kept] & 0xC0) == 0x80)
        kept--;
    return arena_format(arena, "%.*s-%016llx", kept, name, (unsigned long long)sum);
}

const char *calendar_uid(Arena *arena, const char *plan, const char *name) {
    return arena_format(arena, "%s@convene",
                        cut_short(arena, arena_format(arena, "%s.%s", plan, name)));
}

static int by_uid(const void *a, const void *b) {
    const CalendarEvent *first = *(CalendarEvent *const *)a, *second = *(CalendarEvent *const *)b;
    int order = strcmp(first->uid, second->uid);
    if (order != 0)
        return order;
    return first->order < second->order ? -1 : first->order > second->order;
}

static int by_day(const void *a, const void *b) {
    const CalendarEvent *first = *(CalendarEvent *const *)a, *second = *(CalendarEvent *const *)b;
    if (first->first != second->first)
        return first->first < second->first ? -1 : 1;
    if (first->starts_at != second->starts_at)
        return first->starts_at < second->starts_at ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* "riverside.meetings@convene" again: "riverside.meetings#2@convene". No name has a `#` in it. */
static void number_uids(Calendar *calendar) {
    const char *last = "";
    unsigned number = 1;
    for (uint32_t i = 0; i < calendar->count; i++) {
        CalendarEvent *event = calendar->events[i];
        bool again = strcmp(event->uid, last) == 0;
        number = again ? number + 1 : 1;
        last = event->uid;
        int length = (int)(strrchr(event->uid, '@') - event->uid);
        if (again)
            event->uid = arena_format(calendar->arena, "%.*s#%u%s", length, event->uid, number,
                                      event->uid + length);
    }
}

static void drop_left_out(Calendar *calendar) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < calendar->count; i++)
        if (!calendar->events[i]->left_out)
            calendar->events[kept++] = calendar->events[i];
    calendar->count = kept;
}

void calendar_settle(Calendar *calendar) {
    if (calendar->count == 0)
        return;
    qsort(calendar->events, calendar->count, sizeof *calendar->events, by_uid);
    number_uids(calendar);
    drop_left_out(calendar);
    qsort(calendar->events, calendar->count, sizeof *calendar->events, by_day);
}
