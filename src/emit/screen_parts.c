/* Headings and entries of the check screen. */
#include "screen_parts.h"

#include <string.h>

#include "../base/utf8.h"
#include "said.h"
#include "said_grant.h"
#include "said_setting.h"

static const char *adopted_said(Screen *screen) {
    const Judgement *judgement = screen->judgement;
    if (judgement->adopted_count > 0)
        return arena_format(screen->arena, "Judged: %s",
                            said_charters(screen->arena, screen->model, judgement, 0,
                                          judgement->adopted_count, page_dot(&screen->page)));
    if (judgement->refused_count > 0)
        return judgement->charter_count > 0 ? "Judged: nothing that the plan adopts (see below)"
                                            : "Judged: nothing, for this reason";
    return "Judged: nothing, because the plan adopts no charter";
}

static const char *law_said(Screen *screen) {
    const Judgement *judgement = screen->judgement;
    return said_charters(screen->arena, screen->model, judgement, judgement->adopted_count,
                         judgement->charter_count, page_dot(&screen->page));
}

/* What was judged because the plan adopts it, what holds whether it does or not, and what was not
 * judged, with the reason. */
void screen_heading(Screen *screen) {
    const Judgement *judgement = screen->judgement;
    bool has_law = judgement->charter_count > judgement->adopted_count;
    const char *title = text_string(screen->arena, judgement->plan->title);
    page_ends(&screen->page, 0, title, said_as_at(screen->arena, judgement), INK_STRONG);
    const char *count =
        said_count(screen->arena, judgement->result_count, "requirement", "requirements");
    bool only_law = has_law && judgement->adopted_count == 0 && judgement->refused_count == 0;
    page_ends(&screen->page, 0,
              only_law ? "Judged by the law alone: the plan adopts no charter"
                       : adopted_said(screen),
              count, INK_PLAIN);
    if (has_law)
        page_paragraph(&screen->page, 0, "Judged as law: ", law_said(screen), NULL, INK_PLAIN);
    for (uint32_t i = 0; i < judgement->not_judged_count; i++)
        page_paragraph(&screen->page, 0, "Not judged: ", judgement->not_judged[i].sentence, NULL,
                       INK_PLAIN);
    for (uint32_t i = 0; i < judgement->grant_count; i++)
        page_paragraph(
            &screen->page, 0,
            arena_format(screen->arena, "%.*s: ", TEXT_ARGS(judgement->grants[i]->term->title)),
            said_grant(screen->arena, judgement->grants[i]), NULL, INK_PLAIN);
}

bool screen_is_law(const ClauseResult *result) {
    if (result->force == FORCE_LAW)
        return true;
    for (const Case *kase = result->cases; kase != NULL; kase = kase->next)
        if (kase->force == FORCE_LAW)
            return true;
    return false;
}

/* Law that the plan was held against, and law of which there was something to judge. */
static void count_law(const Judgement *judgement, uint32_t *held, uint32_t *judged) {
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        const ClauseResult *result = judgement->results[i];
        if (!screen_is_law(result) || result->verdict == VERDICT_DOES_NOT_APPLY)
            continue;
        (*held)++;
        *judged += result->verdict != VERDICT_NOTHING_TO_JUDGE;
    }
}

void screen_law_line(Screen *screen) {
    uint32_t broken = screen->entries->lists[ENTRY_LAW_BROKEN].count, held = 0, judged = 0;
    count_law(screen->judgement, &held, &judged);
    const char *text = "Nothing that the plan says breaks the law that it was held against.";
    if (broken > 0)
        text = arena_format(screen->arena,
                            "%u LAW BROKEN, said by the plan's own lines; %s cannot be explained "
                            "away.",
                            broken, broken == 1 ? "it" : "they");
    else if (held == 0)
        text = "No law was among what the plan was held against.";
    else if (judged == 0)
        text = "The plan says nothing yet that the law could be held against.";
    page_paragraph(&screen->page, 2, "", text, NULL, broken > 0 ? INK_ALARM : INK_STRONG);
}

void screen_section(Screen *screen, const char *heading, const char *note, Ink ink) {
    page_blank(&screen->page);
    if (note == NULL)
        page_paragraph(&screen->page, 0, "", heading, NULL, ink);
    else
        page_ends(&screen->page, 0, heading, note, ink);
}

const char *screen_tag(const Entry *entry) {
    if (entry->finding != NULL)
        return NULL;
    return entry->force == FORCE_LAW ? "LAW" : force_word(entry->force);
}

const char *screen_source(Screen *screen, const ClauseResult *result) {
    bool only = screen->judgement->charter_count == 1 && result->source != NULL;
    return only ? result->source : said_citation(screen->arena, screen->model, result);
}

/* "BNSSG charter, Step Two, 5 · line 30 · overdue since 4 July 2024" */
static const char *where_said(Screen *screen, const Entry *entry) {
    const char *parts[1 + 3];
    size_t count = 0;
    if (entry->cite_count > 0)
        parts[count++] = screen_source(screen, entry->cites[0]);
    const char *lines = entry->finding != NULL
                            ? said_place(screen->arena, screen->model, entry->finding->span)
                            : entry_lines(screen->arena, screen->model, entry->first);
    if (lines != NULL)
        parts[count++] = lines;
    const char *due = entry_due(screen->arena, entry);
    if (due != NULL && entry->group != ENTRY_TO_COME &&
        (entry->overdue || entry->group == ENTRY_TO_CONFIRM))
        parts[count++] = due;
    Out out = {0};
    for (size_t i = 0; i < count; i++)
        out_format(&out, "%s%s", i == 0 ? "" : page_dot(&screen->page),
                   strlen(parts[i]) < 30 ? page_whole(screen->arena, parts[i]) : parts[i]);
    const char *said = text_string(screen->arena, out_written(&out));
    out_free(&out);
    return said;
}

/* Every clause that asks it beside the first, by charter and section. */
void screen_also_asked(Screen *screen, const Entry *entry, unsigned indent) {
    enum { MOST = 4 };
    const char *all = NULL;
    for (uint32_t i = 1; i < entry->cite_count && i <= MOST; i++) {
        const char *source = screen_source(screen, entry->cites[i]);
        all = all == NULL ? source : arena_format(screen->arena, "%s; %s", all, source);
    }
    if (entry->cite_count > MOST + 1)
        all = arena_format(screen->arena, "%s and %u more", all, entry->cite_count - MOST - 1);
    if (all != NULL)
        page_paragraph(&screen->page, indent, "also asked by: ", all, NULL, INK_FAINT);
}

/* The line of the plan that leaves it open, in the plan's own words. */
static void screen_left_open(Screen *screen, const Case *kase, unsigned indent) {
    enum { LONGEST = 60 };
    const Witness *w = kase == NULL ? NULL : case_witnesses(kase);
    while (w != NULL && (w->truth != TRUTH_UNCERTAIN || span_is_none(w->span) || w->field == NULL))
        w = w->next;
    if (w == NULL)
        return;
    const char *said = said_on_one_line(screen->arena, span_text(screen->model->sources, w->span));
    Text cut = utf8_cut(text_of(said), LONGEST);
    page_paragraph(&screen->page, indent, "turns on: ",
                   arena_format(screen->arena, "%.*s%s", TEXT_ARGS(cut),
                                cut.length < strlen(said) ? "..." : ""),
                   NULL, INK_PLAIN);
}

void screen_loosened(Screen *screen, const ClauseResult *result, unsigned indent) {
    const char *loosened = said_loosened(screen->arena, screen->model, result);
    if (loosened != NULL)
        page_paragraph(&screen->page, indent, "", loosened, NULL, INK_PLAIN);
}

void screen_entry(Screen *screen, const Entry *entry, const char *lead) {
    Page *page = &screen->page;
    unsigned indent = 2 + (unsigned)utf8_columns(text_of(lead));
    page_paragraph(page, 2, lead, entry->message, screen_tag(entry), INK_PLAIN);
    const char *others = entry_others(screen->arena, entry, 4);
    if (others != NULL)
        page_paragraph(page, indent, "", others, NULL, INK_PLAIN);
    if (entry->group == ENTRY_CANNOT_TELL)
        screen_left_open(screen, entry->first, indent);
    if (entry->group == ENTRY_LAW_BROKEN)
        screen_facts(screen, entry->first, indent + 2);
    for (uint32_t i = 0; i < entry->cite_count; i++)
        screen_loosened(screen, entry->cites[i], indent);
    const char *where = where_said(screen, entry);
    if (entry->cite_count == 0) {
        if (where[0] != '\0')
            page_paragraph(page, indent, "", where, NULL, INK_FAINT);
        return;
    }
    const char *why = arena_format(screen->arena, "convene why %s",
                                   said_path(screen->arena, screen->judgement, entry->cites[0]));
    page_ends(page, indent, where, why, INK_FAINT);
    screen_also_asked(screen, entry, indent);
}

void screen_facts(Screen *screen, const Case *kase, unsigned indent) {
    for (const Witness *w = kase == NULL ? NULL : case_witnesses(kase); w != NULL; w = w->next) {
        if (w->truth == TRUTH_HOLDS || w->asked == NULL)
            continue;
        const char *place = said_place(screen->arena, screen->model, w->span);
        const char *fact =
            place == NULL ? w->asked : arena_format(screen->arena, "%s (%s)", w->asked, place);
        page_paragraph(&screen->page, indent, "not so: ", fact, NULL, INK_PLAIN);
    }
}
