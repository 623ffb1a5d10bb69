/* What is worked out from numbers and dates: sums of days, spans, earliest and latest, totals,
 * counts, shares. All in intervals; what may be lacking opens the interval on the side where it
 * could bring it. */
#include "calendar.h"
#include "list.h"

static void blame(Operand *operand, const Operand *from) {
    operand->record = from->record;
    operand->field = from->field;
    operand->span = from->span;
}

/* An operand that nothing can be worked out from: why, and whom to ask. */
static void pass_on(Operand *operand, const Operand *from) {
    State state = from->state == STATE_GIVEN ? STATE_MISSING : from->state;
    const Record *record = from->record;
    const Field *field = from->field;
    Span span = from->span;
    operand_clear(operand, state);
    operand->record = record;
    operand->field = field;
    operand->span = span;
}

/* With the side open to which records that do not say might bring it. */
Datum widened(Datum datum) {
    if (datum.kind != DATUM_WHEN) {
        datum.low = datum.open_low ? NO_LEAST : datum.low;
        datum.high = datum.open_high ? NO_MOST : datum.high;
        return datum;
    }
    if (datum.open_low)
        datum.from.first = DAY_UNKNOWN_PAST;
    if (datum.open_high)
        datum.to.last = datum.from.last = DAY_UNKNOWN_FUTURE;
    if (datum.open_low && datum.to.first > datum.from.first && !datum.is_span)
        datum.to.first = DAY_UNKNOWN_PAST;
    return datum;
}

bool stretch_of(Run *run, const Operand *operand, Datum *stretch, State *state) {
    *state = operand->state;
    if (operand->state != STATE_GIVEN)
        return false;
    Operand time;
    const Operand *from = operand;
    if (operand->count == 1 && operand->items->kind == DATUM_RECORD) {
        read_record_time(run->reader, operand->items->record, &time);
        from = &time;
    }
    *state = from->state == STATE_GIVEN ? STATE_MISSING : from->state;
    bool found = false;
    for (uint32_t i = 0; from->state == STATE_GIVEN && i < from->count; i++) {
        if (from->items[i].kind != DATUM_WHEN)
            continue;
        Datum each = widened(from->items[i]);
        if (!found)
            *stretch = each;
        else if (each.from.first < stretch->from.first)
            stretch->from = each.from;
        if (found && each.to.last > stretch->to.last)
            stretch->to = each.to;
        found = true;
    }
    return found;
}

/* ---- days ---- */

static bool two_stretches(Run *run, const Node *node, Operand *operand, Datum *left, Datum *right) {
    Operand one, two;
    State state;
    evaluate(run, node->left, &one);
    if (!stretch_of(run, &one, left, &state)) {
        pass_on(operand, &one);
        operand->state = state;
        return false;
    }
    evaluate(run, node->right, &two);
    if (!stretch_of(run, &two, right, &state)) {
        pass_on(operand, &two);
        operand->state = state;
        return false;
    }
    return true;
}

static uint8_t softer(const Datum *a, const Datum *b) {
    return a->soft == TRUTH_MISSING ? a->soft : b->soft;
}

static void reckon_span(Run *run, const Node *node, Operand *operand) {
    Datum left, right;
    if (!two_stretches(run, node, operand, &left, &right))
        return;
    Datum span = datum_of_dates(left.from, right.to);
    span.is_span = true;
    span.no_end = right.no_end;
    span.soft = softer(&left, &right);
    operand_datum(operand, span);
}

/* Nothing tells which days are worked: whoever reads on should look at the plan's nation. */
static void blame_calendar(Run *run, Operand *operand) {
    const Record *plan = run->reader->plan;
    operand_clear(operand, STATE_MISSING);
    operand->record = plan;
    operand->field =
        plan == NULL ? NULL : kind_field_text(run->reader->model, plan->kind, "nation");
}

/* The working days from A on, B not counted; less than none if B comes first. */
static int64_t worked_from(WorkCalendar *calendar, Day a, Day b) {
    return a <= b ? calendar_count(calendar, a, b - 1) : -calendar_count(calendar, b, a - 1);
}

static bool is_open(Day day) { return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE; }

static void reckon_worked(Run *run, const Datum *left, const Datum *right, Operand *operand) {
    WorkCalendar *calendar = plan_calendar(run->reader);
    if (!calendar_is_known(calendar)) {
        blame_calendar(run, operand);
        return;
    }
    Datum days = datum_of_range(DATUM_DURATION, NO_LEAST, NO_MOST);
    if (!is_open(left->from.last) && !is_open(right->from.first))
        days.low = worked_from(calendar, left->from.last, right->from.first);
    if (!is_open(left->from.first) && !is_open(right->from.last))
        days.high = worked_from(calendar, left->from.first, right->from.last);
    days.family = FAMILY_WORKING;
    calendar_rests_on(calendar, left->from, right->from);
    days.soft = softer(left, right);
    operand_datum(operand, days);
}

/* From one day to another, the other not counted; before it, less than none. */
static void reckon_days(Run *run, const Node *node, Operand *operand) {
    Datum left, right;
    if (!two_stretches(run, node, operand, &left, &right))
        return;
    if (node->word == WORD_WORKING) {
        reckon_worked(run, &left, &right, operand);
        return;
    }
    Datum days = datum_of_range(DATUM_DURATION, (int64_t)right.from.first - left.from.last,
                                (int64_t)right.from.last - left.from.first);
    days.family = FAMILY_DAYS;
    days.soft = softer(&left, &right);
    operand_datum(operand, days);
}

/* The meeting of BODY next to DAY; an end of time that is not known has none. */
static bool meeting_next_to(Run *run, const Record *body, bool before, Day day, Day *result) {
    Meeting meeting;
    *result = day;
    if (is_open(day))
        return true;
    bool found = before ? meeting_until(run->reader, body, day - 1, &meeting)
                        : meeting_from(run->reader, body, day + 1, &meeting);
    if (found)
        *result = meeting.day;
    return found;
}

static void reckon_meeting(Run *run, const Node *node, Operand *operand) {
    Operand bodies, base;
    Datum stretch;
    State state;
    evaluate(run, node->left, &bodies);
    evaluate(run, node->right, &base);
    if (!stretch_of(run, &base, &stretch, &state)) {
        pass_on(operand, &base);
        operand->state = state;
        return;
    }
    bool before = node->word == WORD_BEFORE, found = false;
    DateRange from = before ? stretch.from : stretch.to, day = {0, 0}, each;
    for (uint32_t i = 0; bodies.state == STATE_GIVEN && i < bodies.count; i++) {
        const Datum *body = &bodies.items[i];
        if (body->kind != DATUM_RECORD ||
            !meeting_next_to(run, body->record, before, from.first, &each.first) ||
            !meeting_next_to(run, body->record, before, from.last, &each.last))
            continue;
        if (!found || (before ? each.last > day.last : each.first < day.first))
            day = each;
        found = true;
    }
    if (!found || is_blocked(run->reader)) {
        pass_on(operand, &bodies);
        return;
    }
    Datum meeting = datum_of_dates(day, day);
    meeting.soft = stretch.soft;
    operand_datum(operand, meeting);
    blame(operand, &base);
}

/* The length that is counted: of several in one unit, the longest. */
static bool longest_of(const Operand *length, Datum *longest) {
    if (length->state != STATE_GIVEN || length->count == 0)
        return false;
    *longest = *length->items;
    for (uint32_t i = 0; i < length->count; i++) {
        const Datum *each = &length->items[i];
        if (each->kind != DATUM_DURATION || each->family != longest->family)
            return false;
        if (each->high > longest->high)
            *longest = *each;
    }
    return true;
}

static bool counts_worked(const Datum *length) {
    return length->family == FAMILY_WORKING || length->family == FAMILY_CLEAR;
}

/* A day so long after (or before) another: after the end of what runs on, before its beginning. */
static void reckon_shift(Run *run, const Node *node, Operand *operand) {
    Operand length, base;
    Datum stretch, shift;
    State state;
    evaluate(run, node->left, &length);
    if (!longest_of(&length, &shift)) {
        pass_on(operand, &length);
        return;
    }
    evaluate(run, node->right, &base);
    if (!stretch_of(run, &base, &stretch, &state)) {
        pass_on(operand, &base);
        operand->state = state;
        return;
    }
    bool before = node->word == WORD_BEFORE;
    DateRange from = before ? stretch.from : stretch.to, low, high;
    UnitFamily family = (UnitFamily)shift.family;
    if (counts_worked(&shift) && !calendar_is_known(plan_calendar(run->reader))) {
        blame_calendar(run, operand);
        return;
    }
    if (shift.low == NO_LEAST || shift.high == NO_MOST ||
        !shift_by(run->reader, from, before ? shift.high : shift.low, family, before, &low) ||
        !shift_by(run->reader, from, before ? shift.low : shift.high, family, before, &high)) {
        operand_clear(operand, STATE_UNKNOWN);
        blame(operand, &base);
        return;
    }
    Datum day =
        datum_of_dates((DateRange){low.first, high.last}, (DateRange){low.first, high.last});
    day.soft = softer(&stretch, &shift);
    operand_datum(operand, day);
    blame(operand, &base);
}

/* ---- earliest and latest ---- */

typedef struct Extreme {
    bool latest;
    bool some, sure; /* one at all; one that belongs to the list for certain */
    int64_t low, high;
    Truth doubt;
} Extreme;

static void ends_of(const Datum *datum, bool latest, int64_t *low, int64_t *high) {
    if (datum->kind != DATUM_WHEN) {
        *low = datum->low;
        *high = datum->high;
        return;
    }
    DateRange day = latest ? datum->to : datum->from;
    *low = datum->open_low ? DAY_UNKNOWN_PAST : day.first;
    *high = datum->open_high ? DAY_UNKNOWN_FUTURE : day.last;
}

/* A member that is in doubt can only bring the result further out. */
static void take_extreme(Extreme *extreme, const Datum *datum) {
    int64_t low, high;
    ends_of(datum, extreme->latest, &low, &high);
    bool sure = datum->doubt == TRUTH_HOLDS;
    int64_t *far = extreme->latest ? &extreme->high : &extreme->low;
    int64_t *near = extreme->latest ? &extreme->low : &extreme->high;
    int64_t far_end = extreme->latest ? high : low, near_end = extreme->latest ? low : high;
    bool further = extreme->latest ? far_end > *far : far_end < *far;
    bool nearer = extreme->latest ? near_end > *near : near_end < *near;
    if (!extreme->some || further)
        *far = far_end;
    if (sure && (!extreme->sure || nearer))
        *near = near_end;
    if (!sure && extreme->doubt != TRUTH_MISSING)
        extreme->doubt = (Truth)datum->doubt;
    if (datum->soft == TRUTH_MISSING)
        extreme->doubt = TRUTH_MISSING;
    extreme->some = true;
    extreme->sure = extreme->sure || sure;
}

static Datum extreme_datum(const Extreme *extreme, DatumKind kind) {
    if (kind != DATUM_WHEN)
        return datum_of_range(kind, extreme->low, extreme->high);
    DateRange day = {(Day)extreme->low, (Day)extreme->high};
    return datum_of_dates(day, day);
}

/* What is reckoned from a list of which some may be lacking: the part that is known, and a mark on
 * the side to which the rest may bring it. */
static void reckon_extreme(Run *run, const Node *node, Operand *operand) {
    Operand list;
    evaluate(run, node->left, &list);
    Extreme extreme = {.latest = node->op == OP_LATEST, .doubt = TRUTH_HOLDS};
    DatumKind kind = DATUM_WHEN;
    for (uint32_t i = 0; list.state == STATE_GIVEN && i < list.count; i++) {
        kind = (DatumKind)list.items[i].kind;
        if (kind == DATUM_WHEN || kind == DATUM_TIME)
            take_extreme(&extreme, &list.items[i]);
    }
    if (!extreme.sure) {
        pass_on(operand, &list);
        if (list.state == STATE_GIVEN && extreme.doubt == TRUTH_UNCERTAIN)
            operand->state = STATE_UNKNOWN;
        return;
    }
    Datum datum = extreme_datum(&extreme, kind);
    bool open = list.shortage != TRUTH_HOLDS;
    datum.open_high = open && extreme.latest;
    datum.open_low = open && !extreme.latest;
    if (extreme.doubt == TRUTH_MISSING || list.shortage == TRUTH_MISSING)
        datum.soft = TRUTH_MISSING;
    operand_datum(operand, datum);
    blame(operand, &list);
}

/* ---- totals and counts ---- */

static int64_t added(int64_t a, int64_t b) {
    if (a == NO_MOST || b == NO_MOST || (b > 0 && a > NO_MOST - b))
        return NO_MOST;
    if (a == NO_LEAST || b == NO_LEAST || (b < 0 && a < NO_LEAST - b))
        return NO_LEAST;
    return a + b;
}

static void reckon_total(Run *run, const Node *node, Operand *operand) {
    Operand list;
    evaluate(run, node->left, &list);
    if (list.state != STATE_GIVEN || list.count == 0) {
        pass_on(operand, &list);
        return;
    }
    Datum total = *list.items;
    total.value = NULL;
    total.doubt = TRUTH_HOLDS;
    total.low = total.high = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        const Datum *each = &list.items[i];
        if (each->kind != total.kind || each->family != total.family)
            continue;
        if (each->doubt == TRUTH_HOLDS)
            total.low = added(total.low, each->low);
        else if (total.soft != TRUTH_MISSING)
            total.soft = each->doubt;
        total.high = added(total.high, each->high);
    }
    if (list.shortage != TRUTH_HOLDS) {
        total.open_high = true;
        total.soft = (uint8_t)list.shortage;
    }
    operand_datum(operand, total);
    blame(operand, &list);
}

/* One name for all that is the same thing. */
static const void *identity(Run *run, const Datum *datum) {
    if (datum->kind == DATUM_RECORD)
        return datum->record;
    if (datum->kind == DATUM_NAME)
        return datum->name;
    const Text text = datum->kind == DATUM_TEXT ? text_trim(datum->text)
                                                : text_of(datum_words(run->reader->arena, datum));
    return name_of(run->reader->model->names, text);
}

static bool is_repeated(Run *run, const Operand *list, uint32_t at, Map *seen) {
    if (seen != NULL) {
        const void *name = identity(run, &list->items[at]);
        bool known = map_get(seen, name) != NULL;
        map_put(seen, name, seen);
        return known;
    }
    for (uint32_t i = 0; i < at; i++)
        if (datum_same(&list->items[i], &list->items[at]) == TRUTH_HOLDS)
            return true;
    return false;
}

static void count_list(Run *run, const Operand *list, bool different, int64_t *low, int64_t *high,
                       Truth *doubt) {
    enum { FEW = 16 };
    Map *seen = different && list->count > FEW ? map_new(run->reader->arena) : NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        if (different && is_repeated(run, list, i, seen))
            continue;
        (*high)++;
        if (list->items[i].doubt == TRUTH_HOLDS)
            (*low)++;
        else if (*doubt != TRUTH_MISSING)
            *doubt = (Truth)list->items[i].doubt;
    }
}

static void reckon_count(Run *run, const Node *node, Operand *operand) {
    Operand list;
    evaluate(run, node->left, &list);
    if (list.state != STATE_GIVEN) {
        pass_on(operand, &list);
        return;
    }
    int64_t low = 0, high = 0;
    Truth doubt = TRUTH_HOLDS;
    count_list(run, &list, node->op == OP_COUNT_DIFFERENT, &low, &high, &doubt);
    Datum count = datum_of_range(DATUM_NUMBER, low * 1000, high * 1000);
    if (list.shortage != TRUTH_HOLDS) {
        count.open_high = true;
        doubt = doubt == TRUTH_MISSING ? doubt : list.shortage;
    }
    if (doubt == TRUTH_MISSING)
        count.soft = TRUTH_MISSING;
    operand_datum(operand, count);
    operand->counted = true;
    blame(operand, &list);
}

/* ---- shares ---- */

static int64_t share_of(int64_t percent, int64_t whole) {
    if (whole == NO_MOST || whole == NO_LEAST)
        return whole;
    return (int64_t)((double)percent / 100000.0 * (double)whole);
}

static void reckon_percent(Run *run, const Node *node, Operand *operand) {
    Operand percent, whole;
    evaluate(run, node->left, &percent);
    evaluate(run, node->right, &whole);
    if (!is_one(&percent) || !is_one(&whole)) {
        pass_on(operand, is_one(&percent) ? &whole : &percent);
        return;
    }
    Datum part = *whole.items;
    part.value = NULL;
    part.low = share_of(percent.items->low, whole.items->low);
    part.high = share_of(percent.items->high, whole.items->high);
    operand_datum(operand, part);
    blame(operand, &whole);
}

static bool is_exact(const Datum *stretch) {
    return range_is_day(stretch->from) && range_is_day(stretch->to) && !stretch->no_end &&
           stretch->from.first > DAY_UNKNOWN_PAST && stretch->to.last < DAY_UNKNOWN_FUTURE;
}

typedef struct Days {
    Day first, last;
} Days;

typedef struct DaysList {
    Days *items;
    uint32_t count, room;
} DaysList;

const Yearly *yearly_of(const Datum *datum) {
    const Value *value = datum->kind == DATUM_WHEN ? datum->value : NULL;
    return value == NULL || value->kind != VALUE_WHEN ? NULL : value->when.yearly;
}

/* What comes every year, in every year that STRETCH touches. */
static void add_yearly(Run *run, const Yearly *yearly, const Datum *stretch, DaysList *list) {
    int from = civil_of(stretch->from.first).year, to = civil_of(stretch->to.last).year;
    Days days;
    for (int year = from - 1; year <= to + 1; year++)
        if (yearly_days(yearly, year, &days.first, &days.last))
            arena_push(run->reader->arena, list->items, list->count, list->room, days);
}

/* The days of each of LIST; false if some are not known exactly. */
static bool gather_days(Run *run, const Operand *list, const Datum *stretch, DaysList *days) {
    for (uint32_t i = 0; i < list->count; i++) {
        Operand one;
        Datum each;
        State state;
        operand_datum(&one, list->items[i]);
        bool has_days = stretch_of(run, &one, &each, &state);
        const Yearly *yearly = has_days ? yearly_of(&each) : NULL;
        if (!has_days || list->items[i].doubt != TRUTH_HOLDS ||
            (yearly == NULL && !is_exact(&each)))
            return false;
        if (yearly != NULL)
            add_yearly(run, yearly, stretch, days);
        else
            arena_push(run->reader->arena, days->items, days->count, days->room,
                       ((Days){each.from.first, each.to.last}));
    }
    return true;
}

/* How many days from FIRST to LAST lie in any of LIST: from each day on to the next that does not.
 */
static int64_t days_within(const DaysList *list, Day first, Day last) {
    int64_t days = 0;
    for (Day day = first; day <= last;) {
        Day end = day - 1, next = last + 1;
        for (uint32_t i = 0; i < list->count; i++) {
            const Days *each = &list->items[i];
            if (each->first <= day && each->last > end)
                end = each->last;
            if (each->first > day && each->first < next)
                next = each->first;
        }
        Day stop = end < last ? end : last;
        days += stop >= day ? stop - day + 1 : 0;
        day = end >= day ? end + 1 : next;
    }
    return days;
}

/* A season is the roughest day for which each that it can be is tried. */
enum { ROUGHEST = 92 };

static bool is_near(const Datum *stretch) {
    return !stretch->no_end && stretch->from.first > DAY_UNKNOWN_PAST &&
           stretch->to.last < DAY_UNKNOWN_FUTURE && stretch->from.first <= stretch->to.last &&
           stretch->from.last - stretch->from.first < ROUGHEST &&
           stretch->to.last - stretch->to.first < ROUGHEST;
}

/* The least and the most that the share can be, whichever days its ends turn out to be. */
static Datum share_range(const DaysList *list, const Datum *stretch) {
    int64_t least = 100000, most = 0;
    for (Day first = stretch->from.first; first <= stretch->from.last; first++)
        for (Day last = stretch->to.first; last <= stretch->to.last; last++) {
            if (last < first)
                continue;
            int64_t share = days_within(list, first, last) * 100000 / ((int64_t)last - first + 1);
            least = share < least ? share : least;
            most = share > most ? share : most;
        }
    return datum_of_range(DATUM_PERCENT, least, most);
}

static void reckon_share(Run *run, const Node *node, Operand *operand) {
    Operand whole, list;
    Datum stretch;
    State state;
    evaluate(run, node->left, &whole);
    if (!stretch_of(run, &whole, &stretch, &state)) {
        pass_on(operand, &whole);
        operand->state = state;
        return;
    }
    evaluate(run, node->right, &list);
    DaysList days = {0};
    if (list.state != STATE_GIVEN) {
        pass_on(operand, &list);
    } else if (!is_near(&stretch) || list.shortage != TRUTH_HOLDS ||
               !gather_days(run, &list, &stretch, &days)) {
        operand_clear(operand, STATE_UNKNOWN);
        blame(operand, &whole);
    } else {
        operand_datum(operand, share_range(&days, &stretch));
        blame(operand, &whole);
    }
}

void reckon(Run *run, const Node *node, Operand *operand) {
    switch (node->op) {
    case OP_SPAN: reckon_span(run, node, operand); return;
    case OP_DAYS: reckon_days(run, node, operand); return;
    case OP_SHIFT: reckon_shift(run, node, operand); return;
    case OP_MEETING: reckon_meeting(run, node, operand); return;
    case OP_EARLIEST:
    case OP_LATEST: reckon_extreme(run, node, operand); return;
    case OP_TOTAL: reckon_total(run, node, operand); return;
    case OP_COUNT:
    case OP_COUNT_DIFFERENT: reckon_count(run, node, operand); return;
    case OP_PERCENT_OF: reckon_percent(run, node, operand); return;
    case OP_SHARE: reckon_share(run, node, operand); return;
    default: operand_clear(operand, STATE_MISSING); return;
    }
}
