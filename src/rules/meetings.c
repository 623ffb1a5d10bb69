/* The days on which a body meets: the rhythm of `meets`, from its first day on. */
#include "calendar_parts.h"

enum { MOST_MEETINGS = 10000 };

/* The step from which the rhythm reaches DAY, less one or two. */
static int64_t step_before(const Repeat *repeat, Day start, Day day) {
    int64_t length = duration_in_family(repeat->every);
    int64_t days = unit_family(repeat->every.unit) == FAMILY_MONTHS ? length * 31 : length;
    return day <= start || days < 1 ? 0 : (day - start) / days;
}

static bool has_rhythm(const Repeat *repeat) {
    UnitFamily family = unit_family(repeat->every.unit);
    return repeat->from != NULL && range_is_day(repeat->from->from) && repeat->every.count > 0 &&
           (family == FAMILY_DAYS || family == FAMILY_MONTHS);
}

static bool meets(const Reader *reader, const Record *body, const Repeat **repeat) {
    const Value *value = record_value(reader->model, body, "meets");
    *repeat = value != NULL && value->kind == VALUE_REPEAT ? &value->repeat : NULL;
    return *repeat != NULL && has_rhythm(*repeat);
}

bool meetings_of(Reader *reader, const Record *body, Day first, Day last, const Meeting **meetings,
                 uint32_t *count) {
    const Repeat *repeat;
    *count = 0;
    *meetings = NULL;
    if (!meets(reader, body, &repeat))
        return false;
    DateRange start = repeat->from->from, next;
    UnitFamily family = unit_family(repeat->every.unit);
    int64_t every = duration_in_family(repeat->every);
    Day end = repeat->to != NULL && repeat->to->to.last < last ? repeat->to->to.last : last;
    Meeting *list = NULL;
    uint32_t room = 0;
    for (int64_t step = step_before(repeat, start.first, first);
         shift_range(start, step * every, family, &next) && next.first <= end &&
         *count < MOST_MEETINGS;
         step++)
        if (next.first >= first)
            arena_push(reader->arena, list, *count, room, ((Meeting){.day = next.first}));
    *meetings = list;
    return true;
}

bool meeting_from(Reader *reader, const Record *body, Day day, Meeting *meeting) {
    const Meeting *list;
    uint32_t count;
    if (!meetings_of(reader, body, day, day + 366 * 5, &list, &count) || count == 0)
        return false;
    *meeting = list[0];
    return true;
}

bool meeting_until(Reader *reader, const Record *body, Day day, Meeting *meeting) {
    const Meeting *list;
    uint32_t count;
    if (!meetings_of(reader, body, day - 366 * 5, day, &list, &count) || count == 0)
        return false;
    *meeting = list[count - 1];
    return true;
}
