/* Dates to a page: one line for each day with how it came about, then how long each stretch is. */
#include "../rules/calendar.h"
#include "dates.h"
#include "said.h"

#include "../base/utf8.h"

#include <string.h>

enum { DAY_COLUMN = 2, WHAT_COLUMN = 20, NARROW = 72 };

typedef struct DatesScreen {
    Page page;
    const Emission *emission;
    Arena *arena;
    const Dates *dates;
} DatesScreen;

/* "not before 1 Sep 2026", in two lines of which the last is a whole day. */
static const char *broken_before_day(DatesScreen *screen, const char *words) {
    int blanks = 0;
    for (const char *at = words + strlen(words); at > words; at--)
        if (at[0] == ' ' && ++blanks == 3)
            return arena_format(
                screen->arena, "%s %s",
                page_whole(screen->arena,
                           text_string(screen->arena, (Text){words, (size_t)(at - words)})),
                page_whole(screen->arena, at + 1));
    return words;
}

/* Days stand under each other at their right ends: "by Jul 2025" under "Thu  4 Jul 2024". */
static const char *day_cell(DatesScreen *screen, const DateFact *fact) {
    const char *words = date_words(screen->arena, fact);
    size_t wide = utf8_columns(text_of(words));
    static const char BLANKS[] = "               ";
    if (wide > sizeof BLANKS)
        return broken_before_day(screen, words);
    return page_whole(screen->arena, wide < sizeof BLANKS - 1
                                         ? arena_format(screen->arena, "%s%s", BLANKS + wide, words)
                                         : words);
}

static const char *with_more(DatesScreen *screen, const DateFact *fact) {
    return fact->is_due && fact->index > 0
               ? arena_format(screen->arena, "%s (and %u more)", fact->what, fact->index)
               : fact->what;
}

static void one_date(DatesScreen *screen, const DateFact *fact) {
    unsigned width = screen->page.style.width;
    const char *how = fact->how;
    if (fact->mark != NULL)
        how = arena_format(screen->arena, "%s%s%s", how, *how == '\0' ? "" : "; ",
                           page_whole(screen->arena, fact->mark));
    Ink ink = fact->mark == NULL ? INK_PLAIN : INK_STRONG;
    if (width >= NARROW) {
        unsigned starts[] = {DAY_COLUMN, WHAT_COLUMN,
                             WHAT_COLUMN + (width - WHAT_COLUMN) * 11 / 20};
        const char *cells[] = {day_cell(screen, fact), with_more(screen, fact), how};
        page_cells(&screen->page, cells, starts, 3, ink);
        return;
    }
    unsigned starts[] = {DAY_COLUMN, WHAT_COLUMN};
    const char *cells[] = {day_cell(screen, fact), with_more(screen, fact)};
    page_cells(&screen->page, cells, starts, 2, ink);
    if (*how != '\0')
        page_paragraph(&screen->page, WHAT_COLUMN, "", how, NULL, INK_FAINT);
}

static bool is_after(const DateFact *fact, Day as_at) {
    Day day = fact->from.first > DAY_UNKNOWN_PAST ? fact->from.first : fact->from.last;
    if (day >= DAY_UNKNOWN_FUTURE)
        day = fact->place;
    return day > as_at;
}

static void all_dates(DatesScreen *screen) {
    Day as_at = screen->emission->judgement->as_at;
    bool passed = false;
    char day[DAY_TEXT];
    for (uint32_t i = 0; i < screen->dates->count; i++) {
        const DateFact *fact = &screen->dates->items[i];
        if (!passed && is_after(fact, as_at)) {
            passed = true;
            page_paragraph(&screen->page, 0, "",
                           arena_format(screen->arena, "---- as at %s ----", day_plain(as_at, day)),
                           NULL, INK_FAINT);
        }
        one_date(screen, fact);
    }
}

static void one_stretch(DatesScreen *screen, const DateStretch *stretch) {
    Arena *arena = screen->arena;
    const char *days = said_day(arena, (DateRange){stretch->first, stretch->last});
    const char *off = days_off_said(screen->emission, stretch->first, stretch->last);
    const char *title = stretch->record == screen->emission->judgement->plan
                            ? "The plan"
                            : text_string(arena, stretch->record->title);
    const char *said =
        arena_format(arena, "%s: %s is %s, both ends counted%s%s.", title, days,
                     stretch_length(screen->emission, stretch->first, stretch->last),
                     off == NULL ? "" : "; days off in it: ", off == NULL ? "" : off);
    page_paragraph(&screen->page, 0, "", said, NULL, INK_PLAIN);
}

bool dates_text(const Emission *emission, Out *out) {
    PageStyle style = {.width = emission->width, .plain = emission->plain};
    DatesScreen screen = {page_new(out, style), emission, emission->arena, dates_of(emission)};
    const Judgement *judgement = emission->judgement;
    page_ends(&screen.page, 0, text_string(screen.arena, judgement->plan->title),
              said_as_at(screen.arena, judgement), INK_STRONG);
    page_blank(&screen.page);
    if (screen.dates->count == 0)
        page_paragraph(&screen.page, 2, "", "The plan gives no dates yet.", NULL, INK_PLAIN);
    all_dates(&screen);
    page_blank(&screen.page);
    for (uint32_t i = 0; i < screen.dates->stretch_count; i++)
        one_stretch(&screen, &screen.dates->stretches[i]);
    dates_about_calendar(&screen.page, emission, screen.dates);
    return true;
}
