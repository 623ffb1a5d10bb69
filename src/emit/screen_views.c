/* The longer views of a judgement: all silence by subject, law alone, every clause. */
#include "screen_parts.h"

#include "example.h"
#include "said.h"

/* What an entry is about, for lists by subject: the kind of record that would say it. */
static const Kind *kind_about(const Entry *entry) {
    const Witness *witness = entry_witness(entry->first);
    if (witness == NULL)
        return NULL;
    if (witness->record != NULL)
        return witness->record->kind;
    return witness->field != NULL ? witness->field->owner : NULL;
}

static const char *subject_heading(Arena *arena, const Kind *kind) {
    if (kind == NULL)
        return "Not in the plan yet";
    if (kind->role == ROLE_TOP)
        return "The plan as a whole";
    return said_plural(arena, kind);
}

/* The line that would say it, and the record that it belongs in. */
static void where_to_say(Screen *screen, const Entry *entry) {
    const Witness *witness = entry_witness(entry->first);
    if (witness == NULL || witness->field == NULL ||
        example_is_in(screen->arena, witness->field, entry->message))
        return;
    const Record *in = witness->record != NULL ? witness->record : entry->first->subject;
    const Record *plan = screen->judgement->plan;
    const char *place = in == NULL || in == plan
                            ? "in the plan"
                            : arena_format(screen->arena, "in %s",
                                           said_subject(screen->arena, screen->model, plan, in));
    const char *line = example_line(screen->arena, witness->field, EXAMPLE_TO_FILL);
    page_ends(&screen->page, 5, arena_format(screen->arena, "Write:  %s", line), place, INK_PLAIN);
}

static void silent_about(Screen *screen, const EntryList *list, const Kind *kind, bool *done) {
    bool begun = false;
    for (uint32_t i = 0; i < list->count; i++) {
        if (done[i] || kind_about(list->items[i]) != kind)
            continue;
        if (!begun)
            screen_section(screen, subject_heading(screen->arena, kind), NULL, INK_STRONG);
        begun = done[i] = true;
        screen_entry(screen, list->items[i], "-  ");
        where_to_say(screen, list->items[i]);
    }
}

void screen_silent(Screen *screen) {
    const EntryList *list = &screen->entries->lists[ENTRY_SILENT];
    page_blank(&screen->page);
    if (list->count == 0) {
        page_paragraph(&screen->page, 2, "",
                       "There is nothing that the plan should say by now "
                       "and does not.",
                       NULL, INK_PLAIN);
        return;
    }
    const char *text = arena_format(screen->arena,
                                    "The plan is silent on %u. Silence is not a breach: it may "
                                    "have been done, and the plan does not say so.",
                                    list->count);
    page_paragraph(&screen->page, 2, "", text, NULL, INK_PLAIN);
    bool *done = arena_array(screen->arena, bool, list->count);
    silent_about(screen, list, screen->judgement->plan->kind, done);
    for (uint32_t i = 0; i < list->count; i++)
        if (!done[i])
            silent_about(screen, list, kind_about(list->items[i]), done);
}

static const char *verdict_line(Screen *screen, const ClauseResult *result) {
    return arena_format(screen->arena, "%s, %s", verdict_word(result->verdict),
                        result->force == FORCE_LAW ? "LAW" : force_word(result->force));
}

static const char *case_said(Screen *screen, const ClauseResult *result, const Case *kase) {
    if (kase->explanation != NULL)
        return arena_format(screen->arena, "because %.*s",
                            TEXT_ARGS(record_text(screen->model, kase->explanation, "because")));
    return entry_message(screen->arena, result, kase);
}

static void one_case(Screen *screen, const ClauseResult *result, const Case *kase) {
    const char *lines = entry_lines(screen->arena, screen->model, kase);
    const char *message = case_said(screen, result, kase);
    if (lines != NULL)
        message = arena_format(screen->arena, "%s (%s)", message, lines);
    if (kase->verdict != result->verdict && kase->explanation == NULL)
        message = arena_format(screen->arena, "%s: %s", verdict_word(kase->verdict), message);
    page_paragraph(&screen->page, 5, "", message, NULL, INK_PLAIN);
}

/* Under a clause: each case that is not met, those to which it owes its verdict first, or why
 * nothing was judged. */
static void clause_cases(Screen *screen, const ClauseResult *result) {
    enum { MOST = 5 };
    uint32_t shown = 0, hidden = 0;
    for (int pass = 0; pass < 2; pass++) {
        const Record *explained = NULL;
        for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
            bool again = kase->explanation != NULL && kase->explanation == explained;
            bool first = kase->verdict == result->verdict;
            if (kase->verdict == VERDICT_MET || again || first != (pass == 0))
                continue;
            explained = kase->explanation;
            if (shown == MOST) {
                hidden++;
                continue;
            }
            shown++;
            one_case(screen, result, kase);
        }
    }
    if (hidden > 0)
        page_paragraph(&screen->page, 5, "", arena_format(screen->arena, "+ %u more", hidden), NULL,
                       INK_PLAIN);
    if (shown == 0 && result->reason != NULL)
        page_paragraph(&screen->page, 5, "",
                       said_plainly(screen->arena, screen->model, result->reason, result->reason),
                       NULL, INK_FAINT);
}

static void clause(Screen *screen, const ClauseResult *result) {
    const char *lead = arena_format(screen->arena, "%s  ", verdict_sign(result->verdict));
    const char *title = text_string(screen->arena, result->clause->title);
    Ink ink = result->verdict == VERDICT_BROKEN ? INK_ALARM : INK_PLAIN;
    page_paragraph(&screen->page, 2, lead, title, verdict_line(screen, result), ink);
    clause_cases(screen, result);
    screen_loosened(screen, result, 5);
    const char *same = said_same(screen->arena, result);
    if (same != NULL)
        page_paragraph(&screen->page, 5, "asks the same as: ", same, NULL, INK_FAINT);
    const char *source = result->source != NULL && result->source[0] != '\0'
                             ? result->source
                             : said_charter(screen->arena, screen->model, result->charter);
    page_ends(&screen->page, 5, source,
              arena_format(screen->arena, "convene why %s",
                           said_path(screen->arena, screen->judgement, result)),
              INK_FAINT);
}

/* The clauses that fit, charter by charter; returns how many there were. */
static uint32_t clauses(Screen *screen, bool law_only) {
    const Record *charter = NULL;
    uint32_t shown = 0;
    for (uint32_t i = 0; i < screen->judgement->result_count; i++) {
        const ClauseResult *result = screen->judgement->results[i];
        if (law_only && !screen_is_law(result))
            continue;
        if (result->charter != charter)
            screen_section(screen, said_charter(screen->arena, screen->model, result->charter),
                           NULL, INK_STRONG);
        charter = result->charter;
        clause(screen, result);
        shown++;
    }
    return shown;
}

static void key(Screen *screen) {
    page_blank(&screen->page);
    for (int i = 0; i < VERDICTS; i++) {
        Verdict verdict = (Verdict)i;
        if (screen->judgement->counts[verdict] == 0)
            continue;
        const char *text =
            arena_format(screen->arena, "%u %s: %s", screen->judgement->counts[verdict],
                         verdict_word(verdict), verdict_meaning(verdict));
        page_paragraph(&screen->page, 2, arena_format(screen->arena, "%s  ", verdict_sign(verdict)),
                       text, NULL, INK_PLAIN);
    }
}

static void findings(Screen *screen) {
    static const EntryGroup groups[] = {ENTRY_PUT_RIGHT, ENTRY_NOTE};
    bool begun = false;
    for (int g = 0; g < 2; g++) {
        const EntryList *list = &screen->entries->lists[groups[g]];
        for (uint32_t i = 0; i < list->count; i++) {
            if (list->items[i]->finding == NULL)
                continue;
            if (!begun)
                screen_section(screen, "About the plan itself", NULL, INK_STRONG);
            begun = true;
            screen_entry(screen, list->items[i], "-  ");
        }
    }
}

/* What stands in the way of a word that no plan gives itself: each clause by its verdict. */
static void grants(Screen *screen) {
    for (uint32_t i = 0; i < screen->judgement->grant_count; i++) {
        const Grant *grant = screen->judgement->grants[i];
        screen_section(screen,
                       arena_format(screen->arena, "%.*s: %s", TEXT_ARGS(grant->term->title),
                                    grant_word(grant->state)),
                       NULL, INK_STRONG);
        for (uint32_t k = 0; k < grant->count; k++) {
            const ClauseResult *result = grant->results[k];
            if (!verdict_is_kept(result->verdict))
                page_paragraph(&screen->page, 2,
                               arena_format(screen->arena, "%s  ", verdict_sign(result->verdict)),
                               text_string(screen->arena, result->clause->title),
                               verdict_word(result->verdict), INK_PLAIN);
        }
    }
}

void screen_law(Screen *screen) {
    page_blank(&screen->page);
    screen_law_line(screen);
    clauses(screen, true);
}

void screen_all(Screen *screen) {
    page_blank(&screen->page);
    screen_law_line(screen);
    findings(screen);
    screen_tensions(screen, true);
    clauses(screen, false);
    grants(screen);
    key(screen);
}
