/* What one change brings with it. The two versions hold the same records in the same order, so each
 * is told by its number. */
#include "what_if.h"

#include <stdlib.h>
#include <string.h>

#include "../base/utf8.h"
#include "dates.h"
#include "entries.h"
#include "said.h"

typedef struct WhatIf {
    Page page;
    Arena *arena;
    const Emission *before, *after;
} WhatIf;

static bool same_record(const Record *a, const Record *b) {
    return a != NULL && b != NULL
               ? a->index == b->index && text_same(name_text(a->name), name_text(b->name))
               : a == b;
}

/* ---- dates ---- */

static bool same_fact(const DateFact *a, const DateFact *b) {
    if (a->is_due || b->is_due || !same_record(a->record, b->record) || a->index != b->index)
        return false;
    return text_same(name_text(a->field->name), name_text(b->field->name));
}

static const DateFact *find_fact(const Dates *dates, const DateFact *wanted) {
    for (uint32_t i = 0; i < dates->count; i++)
        if (same_fact(&dates->items[i], wanted))
            return &dates->items[i];
    return NULL;
}

static bool same_range(DateRange a, DateRange b) { return a.first == b.first && a.last == b.last; }

/* "2 weeks later", "9 days earlier"; "" where one of the two is not known to the day. */
static const char *how_far(Arena *arena, DateRange was, DateRange now) {
    if (!range_is_day(was) || !range_is_day(now))
        return "";
    int days = (int)(now.first - was.first), size = days < 0 ? -days : days;
    const char *where = days < 0 ? "earlier" : "later";
    if (size % 7 == 0)
        return arena_format(arena, "%s %s", said_count(arena, (uint32_t)size / 7, "week", "weeks"),
                            where);
    return arena_format(arena, "%s %s", said_count(arena, (uint32_t)size, "day", "days"), where);
}

/* "Tue 25 Aug 2026 to Thu 3 Sep 2026: 4 weeks after ..." */
static void one_move(WhatIf *what, const char *title, const char *was, const char *now,
                     const char *far, const char *how) {
    page_paragraph(&what->page, 2, "", title, *far == '\0' ? NULL : far, INK_PLAIN);
    page_paragraph(&what->page, 6, "",
                   arena_format(what->arena, "%s to %s%s%s", page_whole(what->arena, was),
                                page_whole(what->arena, now), *how == '\0' ? "" : ": ", how),
                   NULL, INK_PLAIN);
}

/* The words for a column of days, with one blank where the column has two. */
static const char *one_blank(Arena *arena, const DateFact *fact) {
    char *words = text_string(arena, text_of(date_words(arena, fact)));
    char *to = words;
    for (const char *from = words; *from != '\0'; from++)
        if (from[0] != ' ' || from[1] != ' ')
            *to++ = *from;
    *to = '\0';
    return words;
}

static uint32_t moved_dates(WhatIf *what) {
    const Dates *before = dates_of(what->before), *after = dates_of(what->after);
    uint32_t count = 0;
    for (uint32_t i = 0; i < after->count; i++) {
        const DateFact *now = &after->items[i], *was = find_fact(before, now);
        if (now->is_due ||
            (was != NULL && same_range(was->from, now->from) && same_range(was->to, now->to)))
            continue;
        bool counted = strstr(now->how, " after ") != NULL || strstr(now->how, " before ") != NULL;
        count++;
        if (was == NULL)
            page_paragraph(&what->page, 2, "",
                           arena_format(what->arena, "%s: %s, for the first time", now->what,
                                        one_blank(what->arena, now)),
                           NULL, INK_PLAIN);
        else
            one_move(what, now->what, one_blank(what->arena, was), one_blank(what->arena, now),
                     how_far(what->arena, was->from, now->from), counted ? now->how : "");
    }
    return count;
}

/* The whole of the plan and its stages, where their length is another. */
static void new_lengths(WhatIf *what) {
    const Dates *before = dates_of(what->before), *after = dates_of(what->after);
    for (uint32_t i = 0; i < after->stretch_count; i++) {
        const DateStretch *now = &after->stretches[i];
        for (uint32_t b = 0; b < before->stretch_count; b++) {
            const DateStretch *was = &before->stretches[b];
            if (!same_record(was->record, now->record) ||
                was->last - was->first == now->last - now->first)
                continue;
            page_paragraph(&what->page, 2, "",
                           arena_format(what->arena, "%.*s lasts %s instead of %s.",
                                        TEXT_ARGS(now->record->title),
                                        stretch_length(what->after, now->first, now->last),
                                        stretch_length(what->before, was->first, was->last)),
                           NULL, INK_PLAIN);
        }
    }
}

/* ---- verdicts ---- */

static const ClauseResult *result_like(const Judgement *judgement, const ClauseResult *wanted) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (same_record(judgement->results[i]->clause, wanted->clause))
            return judgement->results[i];
    return NULL;
}

static bool same_case(const Case *a, const Case *b) {
    if (!same_record(a->expectation, b->expectation) || a->number != b->number ||
        a->bound_count != b->bound_count || !same_record(a->subject, b->subject))
        return false;
    for (uint32_t i = 0; i < a->bound_count; i++)
        if (!same_record(a->bound[i], b->bound[i]))
            return false;
    return true;
}

static const Case *case_like(const ClauseResult *result, const Case *wanted) {
    for (const Case *each = result == NULL ? NULL : result->cases; each != NULL; each = each->next)
        if (same_case(each, wanted))
            return each;
    return NULL;
}

static void one_verdict(WhatIf *what, const ClauseResult *result, const Case *now,
                        const char *was) {
    Arena *arena = what->arena;
    bool worse = now->verdict == VERDICT_BROKEN;
    const char *title = arena_format(arena, "%.*s", TEXT_ARGS(result->clause->title));
    if (now->subject != NULL && now->subject->kind->role != ROLE_TOP)
        title = arena_format(arena, "%s: %.*s", title, TEXT_ARGS(now->subject->title));
    const char *becomes = arena_format(arena, "%s, was %s", verdict_word(now->verdict), was);
    page_paragraph(&what->page, 2, "", title, becomes, worse ? INK_ALARM : INK_STRONG);
    if (now->verdict != VERDICT_MET)
        page_paragraph(&what->page, 6, "", entry_message(arena, result, now), NULL, INK_PLAIN);
    const char *due = said_due(arena, now);
    if (due != NULL && now->verdict != VERDICT_MET)
        page_paragraph(&what->page, 6, "", due, NULL, INK_PLAIN);
    page_paragraph(&what->page, 6, "", said_citation(arena, what->after->model, result), NULL,
                   INK_FAINT);
}

/* Is NOW due on another day than WAS, and is there still something to do about it? */
static bool due_moves(const Case *was, const Case *now) {
    return was != NULL && was->has_due && now->has_due && !was->due_unknown && !now->due_unknown &&
           !same_range(was->due, now->due) && now->verdict != VERDICT_MET &&
           now->verdict != VERDICT_DOES_NOT_APPLY;
}

/* The cases of one clause that move from one day to the same other are told together: the first of
 * them, and how many follow. */
static bool told_before(const ClauseResult *result, const ClauseResult *old, const Case *now,
                        uint32_t *more) {
    const Case *was = case_like(old, now);
    bool before = true;
    *more = 0;
    for (const Case *each = result->cases; each != NULL; each = each->next) {
        const Case *then = case_like(old, each);
        if (each == now) {
            before = false;
            continue;
        }
        if (!due_moves(then, each) || !same_range(then->due, was->due) ||
            !same_range(each->due, now->due))
            continue;
        if (before)
            return true;
        (*more)++;
    }
    return false;
}

static void one_due(WhatIf *what, const ClauseResult *result, const Case *was, const Case *now,
                    uint32_t more) {
    Arena *arena = what->arena;
    const char *title = arena_format(arena, "Due: %.*s", TEXT_ARGS(result->clause->title));
    if (now->subject != NULL && now->subject->kind->role != ROLE_TOP)
        title = arena_format(arena, "%s: %.*s", title, TEXT_ARGS(now->subject->title));
    if (more > 0)
        title = arena_format(arena, "%s, and %u more", title, more);
    one_move(what, title, said_day(arena, was->due), said_day(arena, now->due),
             how_far(arena, was->due, now->due), "");
}

/* What is asked by another day, though the verdict stays. */
static uint32_t moved_dues(WhatIf *what) {
    const Judgement *before = what->before->judgement, *after = what->after->judgement;
    uint32_t count = 0, more = 0;
    for (uint32_t i = 0; i < after->result_count; i++) {
        const ClauseResult *result = after->results[i], *old = result_like(before, result);
        for (const Case *now = result->cases; now != NULL; now = now->next) {
            const Case *was = case_like(old, now);
            if (!due_moves(was, now) || told_before(result, old, now, &more))
                continue;
            one_due(what, result, was, now, more);
            count++;
        }
    }
    return count;
}

static uint32_t changed_verdicts(WhatIf *what) {
    const Judgement *before = what->before->judgement, *after = what->after->judgement;
    uint32_t count = 0;
    for (uint32_t i = 0; i < after->result_count; i++) {
        const ClauseResult *result = after->results[i], *old = result_like(before, result);
        for (const Case *now = result->cases; now != NULL; now = now->next) {
            const Case *was = case_like(old, now);
            if (was != NULL && was->verdict == now->verdict)
                continue;
            one_verdict(what, result, now, was == NULL ? "not judged" : verdict_word(was->verdict));
            count++;
        }
        if (result->cases == NULL && old != NULL && old->verdict != result->verdict) {
            page_paragraph(&what->page, 2, "", text_string(what->arena, result->clause->title),
                           arena_format(what->arena, "%s, was %s", verdict_word(result->verdict),
                                        verdict_word(old->verdict)),
                           INK_STRONG);
            if (result->reason != NULL)
                page_paragraph(&what->page, 6, "", result->reason, NULL, INK_PLAIN);
            count++;
        }
    }
    return count;
}

/* ---- findings ---- */

/* The same question of the same record is the same finding, though it names another day. */
static bool has_finding(const Judgement *judgement, const Finding *wanted) {
    for (const Finding *each = judgement->findings; each != NULL; each = each->next)
        if (strcmp(each->message, wanted->message) == 0 ||
            (each->watch != NULL && same_record(each->watch, wanted->watch) &&
             same_record(each->record, wanted->record)))
            return true;
    return false;
}

static uint32_t findings(WhatIf *what, const Judgement *of, const Judgement *against,
                         const char *lead) {
    uint32_t count = 0;
    for (const Finding *each = of->findings; each != NULL; each = each->next)
        if (!has_finding(against, each)) {
            page_paragraph(&what->page, 2, lead,
                           said_on_one_line(what->arena, text_of(each->message)), NULL, INK_PLAIN);
            count++;
        }
    return count;
}

/* ---- the whole ---- */

static void section(WhatIf *what, const char *heading) {
    page_blank(&what->page);
    page_paragraph(&what->page, 0, "", heading, NULL, INK_STRONG);
}

static void nothing(WhatIf *what, uint32_t count, const char *words) {
    if (count == 0)
        page_paragraph(&what->page, 2, "", words, NULL, INK_PLAIN);
}

/* A line of the file, cut where it would run over the margin. */
static void file_line(WhatIf *what, const char *lead, const char *line) {
    size_t used = 2 + utf8_columns(text_of(lead)), width = what->page.style.width;
    size_t room = width > used + 20 ? width - used : 20;
    bool whole = utf8_columns(text_of(line)) <= room;
    Text cut = whole ? text_of(line) : utf8_cut(text_of(line), room - 3);
    page_verbatim(&what->page, 2,
                  arena_format(what->arena, "%s%.*s%s", lead, TEXT_ARGS(cut), whole ? "" : "..."));
}

static void heading(WhatIf *what, const WhatIfOptions *options) {
    page_ends(&what->page, 0, arena_format(what->arena, "What if: %s?", options->asked),
              said_as_at(what->arena, what->after->judgement), INK_STRONG);
    const char *lead = arena_format(what->arena, "line %-7u ", options->line);
    if (options->was != NULL)
        file_line(what, lead, options->was);
    file_line(what,
              options->was != NULL ? "would say    " : arena_format(what->arena, "%sgains: ", lead),
              options->now);
    const char *file = options->file == NULL ? "The file" : options->file;
    if (options->remark != NULL)
        page_paragraph(&what->page, 2, "", options->remark, NULL, INK_PLAIN);
    page_paragraph(&what->page, 2, "",
                   arena_format(what->arena, "%s stays as it is: nothing is written.", file), NULL,
                   INK_FAINT);
}

void what_if_write(Out *out, const Emission *before, const Emission *after,
                   const WhatIfOptions *options) {
    WhatIf what = {page_new(out, options->style), after->arena, before, after};
    heading(&what, options);
    section(&what, "DATES THAT MOVE");
    nothing(&what, moved_dates(&what) + moved_dues(&what), "No date moves.");
    new_lengths(&what);
    section(&what, "VERDICTS THAT CHANGE");
    nothing(&what, changed_verdicts(&what), "No verdict changes.");
    section(&what, "ABOUT THE PLAN ITSELF");
    uint32_t count = findings(&what, after->judgement, before->judgement, "new:   ");
    count += findings(&what, before->judgement, after->judgement, "gone:  ");
    nothing(&what, count, "Nothing changes.");
}
