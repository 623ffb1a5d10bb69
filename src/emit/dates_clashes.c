/* What the dates of a plan fall on: days off, weekends on which something closes, and the times
 * that records say are to be minded (`draw clashes`): before a poll, in August, between two school
 * terms. */
#include "../rules/calendar.h"
#include "dates.h"
#include "hints.h"
#include "said.h"

#include <stdlib.h>
#include <string.h>

/* Days to be minded, with what they are. */
typedef struct Minded {
    Day first, last;
    const char *what;
    const Record *record;
} Minded;

typedef struct Clashes {
    Page page;
    const Emission *emission;
    Arena *arena;
    const Dates *dates;
    Minded *minded;
    uint32_t minded_count, minded_room;
    uint32_t told;
    DateRange all; /* from the first date of the plan to the last */
} Clashes;

/* ---- what is to be minded ---- */

static void add_minded(Clashes *clashes, Day first, Day last, const char *what,
                       const Record *record) {
    if (first > last || first <= DAY_UNKNOWN_PAST || last >= DAY_UNKNOWN_FUTURE)
        return;
    Minded minded = {first, last, what, record};
    arena_push(clashes->arena, clashes->minded, clashes->minded_count, clashes->minded_room,
               minded);
}

/* A time that comes every year: once for each year that the dates of the plan touch. */
static void add_every_year(Clashes *clashes, const Yearly *yearly, const char *what,
                           const Record *record) {
    DateRange all = clashes->all;
    for (int year = civil_of(all.first).year - 1; year <= civil_of(all.last).year; year++) {
        Day first, last;
        if (year >= YEAR_FIRST && year <= YEAR_LAST && yearly_days(yearly, year, &first, &last))
            add_minded(clashes, first, last, what, record);
    }
}

static bool span_of(const Clashes *clashes, const Record *record, const Draw *draw,
                    DateRange *span) {
    const Value *from = hint_value(clashes->emission, record, draw_slot(draw, "from"));
    const Value *to = hint_value(clashes->emission, record, draw_slot(draw, "to"));
    if (from == NULL || from->kind != VALUE_WHEN)
        return false;
    const When *end = to != NULL && to->kind == VALUE_WHEN ? &to->when : &from->when;
    *span = (DateRange){from->when.from.first, end->to.last};
    return true;
}

static int by_first(const void *left, const void *right) {
    const DateRange *a = left, *b = right;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* The time between one record of KIND and the next, such as the holidays between school terms. */
static void add_between(Clashes *clashes, const Draw *draw, const Record *const *records,
                        uint32_t count, const char *what) {
    DateRange *spans = arena_array(clashes->arena, DateRange, count + 1);
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++)
        known += span_of(clashes, records[i], draw, &spans[known]);
    if (known > 1)
        qsort(spans, known, sizeof *spans, by_first);
    for (uint32_t i = 1; i < known; i++)
        add_minded(clashes, spans[i - 1].last + 1, spans[i].first - 1, what, NULL);
}

/* "publicity held back before Local elections": what the hint calls it, and what it is of; "August"
 * where the hint says only that it is a span. */
static const char *minded_said(Clashes *clashes, const Draw *draw, const Record *record) {
    const char *title = text_string(clashes->arena, record->title);
    if (text_is(name_text(draw->mark), "span"))
        return title;
    char *mark = text_string(clashes->arena, name_text(draw->mark));
    for (char *at = mark; *at != '\0'; at++)
        if (*at == '-')
            *at = ' ';
    return arena_format(clashes->arena, "%s %s", mark, title);
}

static void gather_kind(Clashes *clashes, Kind *kind) {
    const Draw *draw = kind_draw(kind, "clashes");
    uint32_t count = 0;
    const Record *const *records = records_of(clashes->emission->reader, kind, &count);
    if (count > 0 && text_is(name_text(draw->mark), "between")) {
        const char *what = arena_format(clashes->arena, "between one %s and the next",
                                        said_within(clashes->arena, kind->title));
        add_between(clashes, draw, records, count, what);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        DateRange span;
        const char *what = minded_said(clashes, draw, records[i]);
        const Value *from = hint_value(clashes->emission, records[i], draw_slot(draw, "from"));
        if (from != NULL && from->kind == VALUE_WHEN && from->when.yearly != NULL)
            add_every_year(clashes, from->when.yearly, what, records[i]);
        else if (span_of(clashes, records[i], draw, &span))
            add_minded(clashes, span.first, span.last, what, records[i]);
    }
}

/* From the first date that is known to the last. */
static DateRange all_dates(const Dates *dates) {
    DateRange all = {DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_PAST};
    for (uint32_t i = 0; i < dates->count; i++) {
        const DateFact *fact = &dates->items[i];
        if (fact->from.first > DAY_UNKNOWN_PAST && fact->from.first < all.first)
            all.first = fact->from.first;
        if (fact->to.last < DAY_UNKNOWN_FUTURE && fact->to.last > all.last)
            all.last = fact->to.last;
    }
    return all;
}

static void gather_minded(Clashes *clashes) {
    const Model *model = clashes->emission->model;
    clashes->all = all_dates(clashes->dates);
    if (clashes->all.first > clashes->all.last)
        return;
    for (uint32_t i = 0; i < model->kind_count; i++)
        if (kind_draw(model->kinds[i], "clashes") != NULL)
            gather_kind(clashes, model->kinds[i]);
}

/* ---- telling ---- */

static void tell(Clashes *clashes, const char *what, const char *days, const char *on) {
    clashes->told++;
    page_paragraph(&clashes->page, 2, "", what, days, INK_STRONG);
    page_paragraph(&clashes->page, 6, "", on, NULL, INK_PLAIN);
}

static bool closes_then(const Clashes *clashes, const DateFact *fact) {
    for (uint32_t i = 0; i < clashes->dates->stretch_count; i++)
        if (clashes->dates->stretches[i].record == fact->record &&
            clashes->dates->stretches[i].last == fact->from.first)
            return true;
    return false;
}

static const char *day_off_said(Clashes *clashes, const DateFact *fact) {
    const DayOff *off = NULL;
    WorkCalendar *calendar = plan_calendar(clashes->emission->reader);
    Day day = fact->from.first;
    if (calendar_works(calendar, day, &off))
        return NULL;
    if (off != NULL)
        return arena_format(clashes->arena, "falls on %.*s", TEXT_ARGS(off->record->title));
    return closes_then(clashes, fact)
               ? arena_format(clashes->arena,
                              "ends on a %s: nobody is there to help with late "
                              "questions",
                              weekday_name(civil_weekday(day)))
               : NULL;
}

static void one_date(Clashes *clashes, const DateFact *fact) {
    if (fact->is_due || !range_is_day(fact->from) || fact->to.last != fact->from.last)
        return;
    const char *day = page_whole(
        clashes->arena,
        text_string(clashes->arena, text_trim(text_of(date_words(clashes->arena, fact)))));
    const char *off = day_off_said(clashes, fact);
    if (off != NULL)
        tell(clashes, fact->what, day, off);
    for (uint32_t i = 0; i < clashes->minded_count; i++) {
        const Minded *minded = &clashes->minded[i];
        if (fact->record != minded->record && fact->from.first >= minded->first &&
            fact->from.first <= minded->last)
            tell(clashes, fact->what, day,
                 arena_format(clashes->arena, "falls in: %s, %s", minded->what,
                              said_day(clashes->arena, (DateRange){minded->first, minded->last})));
    }
}

/* "36 of its 79 days (46%)" */
static void one_overlap(Clashes *clashes, const DateStretch *stretch, const Minded *minded) {
    Day first = stretch->first > minded->first ? stretch->first : minded->first;
    Day last = stretch->last < minded->last ? stretch->last : minded->last;
    if (first > last)
        return;
    int days = (int)(last - first) + 1, all = (int)(stretch->last - stretch->first) + 1;
    const char *title = stretch->record == clashes->emission->judgement->plan
                            ? "The plan"
                            : text_string(clashes->arena, stretch->record->title);
    tell(clashes, title,
         arena_format(clashes->arena, "%d of %d days, %d%%", days, all,
                      (days * 200 + all) / (all * 2)),
         arena_format(clashes->arena, "is open in: %s, %s", minded->what,
                      said_day(clashes->arena, (DateRange){first, last})));
}

static void days_off_in(Clashes *clashes, const DateStretch *stretch) {
    const char *off = days_off_said(clashes->emission, stretch->first, stretch->last);
    if (off == NULL)
        return;
    tell(clashes, text_string(clashes->arena, stretch->record->title), NULL,
         arena_format(clashes->arena, "has days off in it: %s", off));
}

bool clashes_text(const Emission *emission, Out *out) {
    PageStyle style = {.width = emission->width, .plain = emission->plain};
    Clashes clashes = {.page = page_new(out, style),
                       .emission = emission,
                       .arena = emission->arena,
                       .dates = dates_of(emission)};
    gather_minded(&clashes);
    const Judgement *judgement = emission->judgement;
    page_ends(&clashes.page, 0, text_string(clashes.arena, judgement->plan->title),
              said_as_at(clashes.arena, judgement), INK_STRONG);
    page_blank(&clashes.page);
    for (uint32_t i = 0; i < clashes.dates->count; i++)
        one_date(&clashes, &clashes.dates->items[i]);
    for (uint32_t i = 0; i < clashes.dates->stretch_count; i++) {
        const DateStretch *stretch = &clashes.dates->stretches[i];
        if (stretch->record != judgement->plan)
            days_off_in(&clashes, stretch);
        for (uint32_t m = 0; m < clashes.minded_count && stretch->record != judgement->plan; m++)
            one_overlap(&clashes, stretch, &clashes.minded[m]);
    }
    if (clashes.told == 0)
        page_paragraph(&clashes.page, 2, "",
                       "No date falls on anything that the plan or its calendars name.", NULL,
                       INK_PLAIN);
    dates_about_calendar(&clashes.page, emission, clashes.dates);
    return true;
}
