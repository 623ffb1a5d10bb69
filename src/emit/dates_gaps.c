/* How far one day of a record is from another, where the vocabulary says that this matters
 * (`draw gaps { from: informed-until  to: on }`): room to weigh, time to read, notice to come. */
#include "../rules/calendar.h"
#include "dates.h"
#include "hints.h"
#include "said.h"

typedef struct Gaps {
    Page page;
    const Emission *emission;
    Arena *arena;
    uint32_t count;
    bool calendar_known;
} Gaps;

typedef struct End {
    const When *when; /* NULL: the plan does not give it */
    const char *title;
    DateRange day;
} End;

static End end_of(const Gaps *gaps, const Record *record, const DrawSlot *slot, bool last) {
    End end = {.title = said_field(gaps->arena, slot->fields[0])};
    const Value *value = hint_value(gaps->emission, record, slot);
    if (value == NULL || value->kind != VALUE_WHEN)
        return end;
    end.when = &value->when;
    end.day = last ? value->when.to : value->when.from;
    return end;
}

/* "46 days; 32 working days, 31 of them clear": from the day after FIRST to LAST, and without
 * LAST. */
static const char *gap_said(const Gaps *gaps, Day first, Day last) {
    Arena *arena = gaps->arena;
    if (last == first)
        return "the same day";
    if (last < first)
        return arena_format(arena, "%s too late",
                            said_count(arena, (uint32_t)(first - last), "day", "days"));
    const char *days = said_count(arena, (uint32_t)(last - first), "day", "days");
    if (!gaps->calendar_known)
        return days;
    WorkCalendar *calendar = plan_calendar(gaps->emission->reader);
    uint32_t worked = (uint32_t)calendar_count(calendar, first + 1, last);
    uint32_t clear = (uint32_t)calendar_count(calendar, first + 1, last - 1);
    return arena_format(arena, "%s; %s, %u of them clear", days,
                        said_count(arena, worked, "working day", "working days"), clear);
}

static const char *uncertain(const Gaps *gaps, const End *from, const End *to) {
    Day least = to->day.first, most = to->day.last;
    bool bounded = from->day.first > DAY_UNKNOWN_PAST && from->day.last < DAY_UNKNOWN_FUTURE &&
                   least > DAY_UNKNOWN_PAST && most < DAY_UNKNOWN_FUTURE;
    return bounded ? arena_format(gaps->arena, "%d to %d days", (int)(least - from->day.last),
                                  (int)(most - from->day.first))
                   : "not known yet";
}

/* "the decision's day" for what is only a little word is the record itself. */
static const char *end_said(const Gaps *gaps, const Record *record, const DrawSlot *slot,
                            const End *end) {
    bool is_its_own = slot->fields[0] == record->kind->time[0];
    const char *day = said_day(gaps->arena, end->day);
    return is_its_own ? day
                      : arena_format(gaps->arena, "%s, %s",
                                     said_within(gaps->arena, text_of(end->title)), day);
}

static void one_gap(Gaps *gaps, const Record *record, const Draw *draw) {
    const DrawSlot *from_slot = draw_slot(draw, "from"), *to_slot = draw_slot(draw, "to");
    if (from_slot == NULL || to_slot == NULL || from_slot->count == 0 || to_slot->count == 0 ||
        from_slot->fields[0] == NULL || to_slot->fields[0] == NULL)
        return;
    End from = end_of(gaps, record, from_slot, true), to = end_of(gaps, record, to_slot, false);
    if (from.when == NULL && to.when == NULL)
        return;
    gaps->count++;
    bool both = from.when != NULL && to.when != NULL;
    bool known = both && range_is_day(from.day) && range_is_day(to.day);
    const char *tag = !both   ? "not said"
                      : known ? gap_said(gaps, from.day.first, to.day.first)
                              : uncertain(gaps, &from, &to);
    page_paragraph(&gaps->page, 2, "", text_string(gaps->arena, record->title), tag, INK_STRONG);
    const char *words =
        both ? arena_format(gaps->arena, "from %s, to %s", end_said(gaps, record, from_slot, &from),
                            end_said(gaps, record, to_slot, &to))
             : arena_format(gaps->arena, "The plan does not give %s.",
                            from.when == NULL ? said_within(gaps->arena, text_of(from.title))
                                              : "its day");
    page_paragraph(&gaps->page, 6, "", words, NULL, INK_PLAIN);
    const char *off = known && to.day.first > from.day.first
                          ? days_off_said(gaps->emission, from.day.first + 1, to.day.first)
                          : NULL;
    if (off != NULL)
        page_paragraph(&gaps->page, 6, "Days off in it: ", off, NULL, INK_PLAIN);
}

static void record_gaps(Gaps *gaps, const Record *record) {
    const Draw *first = kind_draw(record->kind, "gaps");
    for (const Draw *draw = first; draw != NULL; draw = draw->next)
        if (draw->view == first->view)
            one_gap(gaps, record, draw);
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        record_gaps(gaps, child);
}

bool gaps_text(const Emission *emission, Out *out) {
    PageStyle style = {.width = emission->width, .plain = emission->plain};
    Gaps gaps = {.page = page_new(out, style), .emission = emission, .arena = emission->arena};
    gaps.calendar_known = calendar_is_known(plan_calendar(emission->reader));
    const Judgement *judgement = emission->judgement;
    page_ends(&gaps.page, 0, text_string(gaps.arena, judgement->plan->title),
              said_as_at(gaps.arena, judgement), INK_STRONG);
    page_blank(&gaps.page);
    record_gaps(&gaps, judgement->plan);
    if (gaps.count == 0)
        page_paragraph(&gaps.page, 2, "", "The plan gives no two days to count between yet.", NULL,
                       INK_PLAIN);
    page_blank(&gaps.page);
    page_paragraph(&gaps.page, 0, "",
                   "Days are counted from the day after the first to the last; clear working days "
                   "without the last.",
                   NULL, INK_FAINT);
    return true;
}
