/* One case: what the plan says to what is asked, line by line, and when it is due. */
#include "../base/utf8.h"
#include "entries.h"
#include "example.h"
#include "said.h"
#include "why_parts.h"

#include <string.h>

/* Words of the rule that KASE comes from, without the short names that charters give to records. */
static const char *plainly(Why *why, const Case *kase, const char *words) {
    const char *whole = said_rule(why->arena, why->model, kase->line);
    return said_plainly(why->arena, why->model, whole, words);
}

/* "4 July 2024, 12 weeks after its closes: overdue, 241 days ago" */
static const char *due_said(Why *why, const Case *kase) {
    if (kase->due_unknown)
        return kase->due_words == NULL
                   ? "on a day that the plan does not give"
                   : arena_format(why->arena, "%s, a day that the plan does not give",
                                  plainly(why, kase, kase->due_words));
    const char *day = said_day(why->arena, kase->due);
    if (range_is_day(kase->due)) {
        char buffer[DAY_TEXT];
        day = arena_format(why->arena, "%s", day_long(kase->due.first, buffer));
    }
    if (kase->due_words != NULL)
        day = arena_format(why->arena, "%s, that is %s", day, plainly(why, kase, kase->due_words));
    int gap = (int)(why->judgement->as_at - kase->due.last);
    if (kase->overdue && gap > 0)
        return arena_format(why->arena, "%s: overdue, %d %s ago", day, gap,
                            gap == 1 ? "day" : "days");
    if (!kase->overdue && gap <= 0 && kase->due.last < DAY_UNKNOWN_FUTURE)
        return arena_format(why->arena, "%s: %d %s left", day, -gap, gap == -1 ? "day" : "days");
    return day;
}

static const char *truth_label(Truth truth) {
    switch (truth) {
    case TRUTH_HOLDS: return "so:";
    case TRUTH_CONTRADICTED: return "not so:";
    case TRUTH_ABSENT: return "not there:";
    case TRUTH_MISSING: return "not said:";
    case TRUTH_UNCERTAIN: return "not known:";
    }
    return "";
}

/* `line 30: publicised: "A letter"`, cut to the width of the page. */
static void line_words(Why *why, Span span) {
    const char *place = said_place(why->arena, why->model, span);
    if (place == NULL)
        return;
    uint32_t line = span_line(why->model->sources, span);
    Text words = text_trim(source_line(why->model->sources, span.source, line));
    size_t used = WHY_FACTS + WHY_COLUMN + strlen(place) + 2;
    size_t room = why->page.style.width > used + 24 ? why->page.style.width - used : 24;
    bool whole = utf8_columns(words) <= room;
    Text cut = whole ? words : text_trim(utf8_cut(words, room - 3));
    page_verbatim(
        &why->page, WHY_FACTS + WHY_COLUMN,
        arena_format(why->arena, "%s: %.*s%s", place, TEXT_ARGS(cut), whole ? "" : "..."));
}

static void fact(Why *why, const char *label, const char *words) {
    page_labelled(&why->page, WHY_FACTS, label, WHY_COLUMN, words);
}

/* What was asked of the plan's facts; a line that the fact before rests on is not quoted again. */
static void witnesses(Why *why, const Case *kase) {
    uint32_t line_before = 0;
    for (const Witness *w = case_witnesses(kase); w != NULL; w = w->next) {
        const char *asked = w->asked == NULL ? "" : plainly(why, kase, w->asked);
        fact(why, truth_label(w->truth), said_on_one_line(why->arena, text_of(asked)));
        uint32_t line = span_is_none(w->span) ? 0 : span_line(why->model->sources, w->span);
        if (line != line_before)
            line_words(why, w->span);
        line_before = line;
    }
}

/* The line that would say it, and the record that it belongs in. */
static void would_meet(Why *why, const Case *kase) {
    const Witness *lacks = entry_witness(kase);
    if (lacks == NULL || lacks->field == NULL || lacks->truth == TRUTH_CONTRADICTED)
        return;
    if (kase->message != NULL && example_is_in(why->arena, lacks->field, kase->message))
        return;
    const Record *in = lacks->record != NULL ? lacks->record : kase->subject;
    fact(why, "would say it:", example_line(why->arena, lacks->field, EXAMPLE_TO_FILL));
    const Record *plan = why->judgement->plan;
    if (in == NULL || in == plan)
        fact(why, "", "in the plan, on a line of its own");
    else
        fact(why, "",
             arena_format(why->arena, "in %s", said_subject(why->arena, why->model, plan, in)));
}

static void settled_by(Why *why, const char *label, const Record *record) {
    if (record == NULL)
        return;
    const char *place = said_place(why->arena, why->model, record->span);
    fact(why, label, place == NULL ? "in a library" : place);
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Line *line = slot->lines; line != NULL; line = line->next)
            line_words(why, line->span);
}

const char *why_subject(Why *why, const Case *kase) {
    const char *subject = said_subject(why->arena, why->model, why->judgement->plan, kase->subject);
    char *title = text_string(why->arena, text_of(subject));
    if (strncmp(title, "the ", 4) == 0)
        title[0] = 'T';
    for (uint32_t i = 1; i < kase->bound_count; i++)
        title = arena_format(why->arena, "%s, %.*s", title, TEXT_ARGS(kase->bound[i]->title));
    return title;
}

void why_case(Why *why, const Case *kase) {
    page_paragraph(
        &why->page, WHY_FACTS - 2, "",
        arena_format(why->arena, "%s: %s", why_subject(why, kase), verdict_word(kase->verdict)),
        NULL, INK_STRONG);
    if (kase->message != NULL)
        fact(why, kase->is_ask ? "question:" : "to do:",
             said_on_one_line(why->arena, text_of(kase->message)));
    if (kase->has_due || kase->due_unknown)
        fact(why, "due:", due_said(why, kase));
    witnesses(why, kase);
    would_meet(why, kase);
    settled_by(why, "explained:", kase->explanation);
    settled_by(why, "confirmed:", kase->confirmation);
}

void why_met(Why *why, const Case *kase) {
    page_paragraph(&why->page, WHY_FACTS - 2, "",
                   arena_format(why->arena, "%s: met", why_subject(why, kase)), NULL, INK_STRONG);
    witnesses(why, kase);
    settled_by(why, "confirmed:", kase->confirmation);
}
