/* The days on which a body meets: the rhythm of `meets`, without the days in `does-not-meet` and
 * with those in `also-meets`; the places in `meeting-places` take turns along the rhythm. */
#include "calendar_parts.h"

#include <stdlib.h>

enum { MOST_MEETINGS = 10000, YEARS_LOOKED_AT = 5 };

bool meetings_have_start(const Repeat *repeat) {
    bool every_month = repeat->nth > 0 && duration_in_family(repeat->every) == 1;
    return every_month || (repeat->from != NULL && range_is_day(repeat->from->from));
}

/* A rhythm under way: its first day, or its first month, and how far it goes. */
typedef struct Rhythm {
    const Repeat *repeat;
    DateRange start;
    UnitFamily family;
    int64_t every;
    Day first, last; /* of the days that are wanted */
} Rhythm;

static Day later(Day a, Day b) { return a > b ? a : b; }
static Day earlier(Day a, Day b) { return a < b ? a : b; }

static bool begin_rhythm(const Repeat *repeat, Day first, Day last, Rhythm *rhythm) {
    UnitFamily family = unit_family(repeat->every.unit);
    if (!meetings_have_start(repeat) || repeat->every.count <= 0 ||
        (family != FAMILY_DAYS && family != FAMILY_MONTHS))
        return false;
    *rhythm = (Rhythm){.repeat = repeat,
                       .family = family,
                       .every = duration_in_family(repeat->every),
                       .first = first,
                       .last = last};
    Day start = repeat->from == NULL ? first : repeat->from->from.first;
    if (repeat->from != NULL)
        rhythm->first = later(first, start);
    if (repeat->nth > 0) {
        Civil civil = civil_of(start);
        start = civil_day(civil.year, civil.month, 1);
    }
    if (repeat->to != NULL)
        rhythm->last = earlier(last, repeat->to->to.last);
    rhythm->start = (DateRange){start, start};
    return true;
}

/* The step from which the rhythm reaches the first day, less one or two. */
static int64_t first_step(const Rhythm *rhythm) {
    int64_t days = rhythm->family == FAMILY_MONTHS ? rhythm->every * 31 : rhythm->every;
    return rhythm->first <= rhythm->start.first ? 0 : (rhythm->first - rhythm->start.first) / days;
}

/* The day of a step; past the end of time: false. */
static bool day_of_step(const Rhythm *rhythm, int64_t step, Day *day) {
    DateRange next;
    if (!shift_range(rhythm->start, step * rhythm->every, rhythm->family, &next))
        return false;
    *day = next.first;
    const Repeat *repeat = rhythm->repeat;
    if (repeat->nth > 0) {
        Civil civil = civil_of(next.first);
        *day = nth_weekday(civil.year, civil.month, repeat->nth, repeat->weekday);
    }
    return true;
}

static bool is_named(const Slot *slot, Day day) {
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
        if (value->kind == VALUE_WHEN && value->when.from.first <= day &&
            value->when.to.last >= day && range_is_day(value->when.from))
            return true;
    return false;
}

typedef struct MeetingList {
    Reader *reader;
    const Record *body;
    Day first, last;
    Meeting *items;
    uint32_t count, room;
} MeetingList;

/* The place whose turn it is. */
static const Value *place_at(const MeetingList *list, int64_t step) {
    const Slot *places = record_slot_text(list->reader->model, list->body, "meeting-places");
    int64_t count = 0;
    for (const Value *value = slot_first(places); value != NULL; value = value_after(value))
        count++;
    const Value *place = slot_first(places);
    for (int64_t turn = count == 0 ? 0 : step % count; turn > 0; turn--)
        place = value_after(place);
    return place;
}

static void add_rhythm(MeetingList *list, const Repeat *repeat) {
    const Slot *not_on = record_slot_text(list->reader->model, list->body, "does-not-meet");
    Rhythm rhythm;
    Day day;
    if (!begin_rhythm(repeat, list->first, list->last, &rhythm))
        return;
    for (int64_t step = first_step(&rhythm);
         list->count < MOST_MEETINGS && day_of_step(&rhythm, step, &day); step++) {
        bool is_past = rhythm.repeat->nth > 0 ? day > rhythm.last + 31 : day > rhythm.last;
        if (is_past)
            break;
        if (day < rhythm.first || day > rhythm.last || is_named(not_on, day))
            continue;
        Meeting meeting = {day, place_at(list, step)};
        arena_push(list->reader->arena, list->items, list->count, list->room, meeting);
    }
}

static bool has_day(const MeetingList *list, Day day) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].day == day)
            return true;
    return false;
}

static void add_extra(MeetingList *list) {
    const Slot *also = record_slot_text(list->reader->model, list->body, "also-meets");
    for (const Value *value = slot_first(also); value != NULL; value = value_after(value)) {
        if (value->kind != VALUE_WHEN || !range_is_day(value->when.from))
            continue;
        Day day = value->when.from.first;
        if (day >= list->first && day <= list->last && !has_day(list, day))
            arena_push(list->reader->arena, list->items, list->count, list->room,
                       ((Meeting){day, NULL}));
    }
}

static int by_day(const void *left, const void *right) {
    const Meeting *a = left, *b = right;
    return a->day < b->day ? -1 : a->day > b->day;
}

/* Dates of the rhythm may be sums of their own. */
static void settle(Reader *reader, const Record *body, const char *label) {
    const Slot *slot = record_slot_text(reader->model, body, label);
    for (const Value *each = slot_first(slot); each != NULL; each = value_after(each)) {
        Value *value = (Value *)each;
        if (value->kind == VALUE_WHEN)
            when_settle(reader, body, slot->field, &value->when);
        else if (value->kind == VALUE_REPEAT && value->repeat.from != NULL)
            when_settle(reader, body, slot->field, value->repeat.from);
        if (value->kind == VALUE_REPEAT && value->repeat.to != NULL)
            when_settle(reader, body, slot->field, value->repeat.to);
    }
}

bool meetings_of(Reader *reader, const Record *body, Day first, Day last, const Meeting **meetings,
                 uint32_t *count) {
    static const char *const LABELS[] = {"meets", "also-meets", "does-not-meet"};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS && !is_blocked(reader); i++)
        settle(reader, body, LABELS[i]);
    *count = 0;
    *meetings = NULL;
    if (is_blocked(reader))
        return false;
    const Value *meets = record_value(reader->model, body, "meets");
    bool has_rhythm = meets != NULL && meets->kind == VALUE_REPEAT;
    bool has_extra = record_slot_text(reader->model, body, "also-meets") != NULL;
    if (has_rhythm ? !meetings_have_start(&meets->repeat) : !has_extra)
        return false;
    MeetingList list = {.reader = reader, .body = body, .first = first, .last = last};
    if (has_rhythm)
        add_rhythm(&list, &meets->repeat);
    add_extra(&list);
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, by_day);
    *meetings = list.items;
    *count = list.count;
    return true;
}

/* Most meet at least once a year, so a year is looked at first. */
bool meeting_from(Reader *reader, const Record *body, Day day, Meeting *meeting) {
    const Meeting *list;
    uint32_t count;
    for (Day years = 1; years <= YEARS_LOOKED_AT; years += YEARS_LOOKED_AT - 1)
        if (meetings_of(reader, body, day, day + 366 * years, &list, &count) && count > 0) {
            *meeting = list[0];
            return true;
        }
    return false;
}

bool meeting_until(Reader *reader, const Record *body, Day day, Meeting *meeting) {
    const Meeting *list;
    uint32_t count;
    for (Day years = 1; years <= YEARS_LOOKED_AT; years += YEARS_LOOKED_AT - 1)
        if (meetings_of(reader, body, day - 366 * years, day, &list, &count) && count > 0) {
            *meeting = list[count - 1];
            return true;
        }
    return false;
}
