/* What a clause asks, in the charter's words, and what the plan says to it, line by line. */
#include "../base/utf8.h"
#include "entries.h"
#include "example.h"
#include "said.h"
#include "why_parts.h"

#include <string.h>

static const char *asks_label(const Field *field) {
    const char *name = field->name->text;
    if (strcmp(name, "when") == 0)
        return "applies when:";
    if (strcmp(name, "due") == 0)
        return "due:";
    if (strcmp(name, "ask") == 0 || strcmp(name, "consider") == 0)
        return "it asks you:";
    return "it asks:";
}

static void asks_of(Why *why, const Record *record) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next) {
        if ((slot->field->type.bases & BASE_RULE) == 0)
            continue;
        for (const Line *line = slot->lines; line != NULL; line = line->next) {
            const char *rule = said_rule(why->arena, why->model, line);
            if (rule[0] != '\0')
                page_labelled(&why->page, 2, asks_label(slot->field), WHY_COLUMN, rule);
        }
    }
}

void why_asks(Why *why) {
    const Record *clause = why->result->clause;
    if (clause->doc.length > 0)
        page_labelled(&why->page, 2, "it says:", WHY_COLUMN,
                      said_on_one_line(why->arena, clause->doc));
    asks_of(why, clause);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION)
            asks_of(why, child);
}

/* "4 July 2024, 12 weeks after its closes: overdue, 241 days ago" */
static const char *due_said(Why *why, const Case *kase) {
    if (kase->due_unknown)
        return kase->due_words == NULL
                   ? "on a day that the plan does not give"
                   : arena_format(why->arena, "%s, a day that the plan does not give",
                                  kase->due_words);
    const char *day = said_day(why->arena, kase->due);
    if (range_is_day(kase->due)) {
        char buffer[DAY_TEXT];
        day = arena_format(why->arena, "%s", day_long(kase->due.first, buffer));
    }
    if (kase->due_words != NULL)
        day = arena_format(why->arena, "%s, that is %s", day, kase->due_words);
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

/* "line 30: publicised: "A letter"", cut to the width of the page. */
static void line_words(Why *why, Span span) {
    const char *place = said_place(why->arena, why->model, span);
    if (place == NULL)
        return;
    uint32_t line = span_line(why->model->sources, span);
    Text words = text_trim(source_line(why->model->sources, span.source, line));
    size_t indent = 4 + WHY_COLUMN, room = why->page.style.width - indent - strlen(place) - 2;
    Text cut = utf8_cut(words, room > 20 ? room : 20);
    page_verbatim(&why->page, (unsigned)indent,
                  arena_format(why->arena, "%s: %.*s", place, TEXT_ARGS(cut)));
}

static void witness(Why *why, const Witness *w) {
    const char *asked = w->asked != NULL ? said_on_one_line(why->arena, text_of(w->asked)) : "";
    page_labelled(&why->page, 4, truth_label(w->truth), WHY_COLUMN, asked);
    line_words(why, w->span);
}

/* The line that would say it, and the record that it belongs in. */
static void would_meet(Why *why, const Case *kase) {
    const Witness *lacks = entry_witness(kase);
    if (lacks == NULL || lacks->field == NULL || lacks->truth == TRUTH_CONTRADICTED)
        return;
    const Record *in = lacks->record != NULL ? lacks->record : kase->subject;
    const char *line = example_line(why->arena, lacks->field, EXAMPLE_TO_FILL);
    page_labelled(&why->page, 4, "would say it:", WHY_COLUMN, line);
    if (in == NULL || in == why->judgement->plan)
        page_labelled(&why->page, 4, "", WHY_COLUMN, "in the plan, on a line of its own");
    else
        page_labelled(&why->page, 4, "", WHY_COLUMN,
                      arena_format(why->arena, "in %s",
                                   said_subject(why->arena, why->model, why->judgement->plan, in)));
}

static void settled_by(Why *why, const char *label, const Record *record) {
    if (record == NULL)
        return;
    const char *place = said_place(why->arena, why->model, record->span);
    page_labelled(&why->page, 4, label, WHY_COLUMN, place == NULL ? "in a library" : place);
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Line *line = slot->lines; line != NULL; line = line->next)
            line_words(why, line->span);
}

static const char *case_title(Why *why, const Case *kase) {
    const char *subject = said_subject(why->arena, why->model, why->judgement->plan, kase->subject);
    const char *words = verdict_word(kase->verdict);
    if (kase->expectation != NULL && kase->expectation != why->result->clause)
        return arena_format(why->arena, "%s, %s: %s",
                            said_within(why->arena, kase->expectation->title), subject, words);
    char *title = text_string(why->arena, text_of(subject));
    if (strncmp(title, "the ", 4) == 0)
        title[0] = 'T';
    return arena_format(why->arena, "%s: %s", title, words);
}

void why_case(Why *why, const Case *kase) {
    page_blank(&why->page);
    page_paragraph(&why->page, 2, "", case_title(why, kase), NULL, INK_STRONG);
    bool met = kase->verdict == VERDICT_MET;
    if (kase->message != NULL && !met)
        page_labelled(&why->page, 4, kase->is_ask ? "question:" : "to do:", WHY_COLUMN,
                      said_on_one_line(why->arena, text_of(kase->message)));
    if (kase->has_due || kase->due_unknown)
        if (!met)
            page_labelled(&why->page, 4, "due:", WHY_COLUMN, due_said(why, kase));
    for (const Witness *w = kase->witnesses; w != NULL; w = w->next)
        witness(why, w);
    if (!met)
        would_meet(why, kase);
    settled_by(why, "explained:", kase->explanation);
    settled_by(why, "confirmed:", kase->confirmation);
}
