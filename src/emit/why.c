/* One verdict: what is asked, case by case what the plan says to it, and what would meet it. */
#include "why.h"

#include <string.h>

#include "clause_find.h"
#include "entries.h"
#include "said.h"
#include "said_grant.h"
#include "said_setting.h"
#include "why_parts.h"

static const ClauseResult *result_of(const Judgement *judgement, const Record *clause) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (judgement->results[i]->clause == clause)
            return judgement->results[i];
    return NULL;
}

static const char *capital(Arena *arena, const char *words) {
    char *big = text_string(arena, text_of(words));
    for (char *c = big; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    return big;
}

static void heading(Why *why) {
    const ClauseResult *result = why->result;
    const char *force = result->force == FORCE_LAW ? "LAW" : force_word(result->force);
    const char *verdict = capital(why->arena, verdict_word(result->verdict));
    const char *title =
        arena_format(why->arena, "%.*s: %s, %s", TEXT_ARGS(result->clause->title), verdict, force);
    page_paragraph(&why->page, 0, "", title, NULL,
                   result->verdict == VERDICT_BROKEN ? INK_ALARM : INK_STRONG);
    page_ends(&why->page, 0, said_citation(why->arena, why->model, result),
              result->clause->path->text, INK_PLAIN);
}

/* "1 broken · 2 not shown · 4 met" where there is more than one case. */
static void counts(Why *why) {
    uint32_t cases = 0;
    Out out = {0};
    for (int i = 0; i < VERDICTS; i++) {
        uint32_t count = why->result->counts[i];
        cases += count;
        if (count > 0)
            out_format(&out, "%s%u %s", out.length > 0 ? page_dot(&why->page) : "", count,
                       verdict_word((Verdict)i));
    }
    if (cases > 1)
        page_labelled(&why->page, 2, "cases:", WHY_COLUMN, out_written(&out).at);
    out_free(&out);
}

/* The settings that the verdict turns on: what each comes to here, and by whom. */
static void settings(Why *why) {
    for (uint32_t i = 0; i < why->result->setting_count; i++) {
        const SettingUse *use = why->result->settings[i];
        const char *said =
            arena_format(why->arena, "%.*s (%s): %s", TEXT_ARGS(use->setting->title),
                         use->setting->path->text, said_setting(why->arena, why->model, use));
        page_labelled(&why->page, 2, i == 0 ? "settings:" : "", WHY_COLUMN, said);
    }
}

static void whole(Why *why) {
    const Record *clause = why->result->clause;
    heading(why);
    if (clause->doc.length > 0)
        page_labelled(&why->page, 2, "it says:", WHY_COLUMN,
                      said_on_one_line(why->arena, clause->doc));
    counts(why);
    if (why->result->reason != NULL)
        page_labelled(
            &why->page, 2, "because:", WHY_COLUMN,
            said_plainly(why->arena, why->model, why->result->reason, why->result->reason));
    settings(why);
    const char *same = said_same(why->arena, why->result);
    if (same != NULL)
        page_labelled(&why->page, 2, "same as:", WHY_COLUMN, same);
    why_not_judged(why);
    why_judged(why);
    why_settle(why);
}

/* A word that verdicts grant: whether it is granted, by which rule, and what stands in its way. */
static void why_granted(Page *page, Arena *arena, const Model *model, const Grant *grant) {
    const char *title = arena_format(arena, "%.*s: %s", TEXT_ARGS(grant->term->title),
                                     capital(arena, grant_word(grant->state)));
    page_paragraph(page, 0, "", title, NULL, INK_STRONG);
    page_labelled(page, 2, "it says:", WHY_COLUMN, said_on_one_line(arena, grant->term->doc));
    page_labelled(page, 2, "its rule:", WHY_COLUMN, said_grant_rule(arena, model, grant->term));
    page_labelled(page, 2, "here:", WHY_COLUMN, said_grant(arena, grant));
    for (uint32_t i = 0; i < grant->count; i++) {
        const ClauseResult *result = grant->results[i];
        if (verdict_is_kept(result->verdict))
            continue;
        page_paragraph(page, 2, arena_format(arena, "%s  ", verdict_sign(result->verdict)),
                       text_string(arena, result->clause->title), verdict_word(result->verdict),
                       INK_PLAIN);
    }
}

/* The word that is asked for by its name or title, where something of what it needs was judged. */
static const Grant *grant_asked(const Model *model, const Judgement *judgement, Text asked) {
    const Name *name = name_of_words(model->names, asked);
    for (uint32_t i = 0; i < judgement->grant_count; i++) {
        const Record *term = judgement->grants[i]->term;
        if (term->name == name || name_of_words(model->names, term->title) == name)
            return judgement->grants[i];
    }
    return NULL;
}

static void list_clauses(Page *page, Arena *arena, const ClauseList *list) {
    for (uint32_t i = 0; i < list->count; i++) {
        const Record *clause = list->items[i];
        page_verbatim(page, 2, clause->path->text);
        page_paragraph(page, 4, "", text_string(arena, clause->title), NULL, INK_FAINT);
    }
}

bool why_write(Out *out, Arena *arena, const Model *model, const Judgement *judgement, Text asked,
               const WhyOptions *options) {
    Page page = page_new(out, options->style);
    ClauseList all = clauses_of_judgement(arena, judgement);
    ClauseList meant = clauses_meant(arena, model, &all, asked);
    if (meant.count == 1) {
        Why why = {page, arena, model, judgement, result_of(judgement, meant.items[0])};
        whole(&why);
        return true;
    }
    const Grant *grant = meant.count == 0 ? grant_asked(model, judgement, asked) : NULL;
    if (grant != NULL) {
        why_granted(&page, arena, model, grant);
        return true;
    }
    const char *before =
        meant.count > 1 ? "" : "Nothing that this plan was held against is called ";
    const char *after = meant.count > 1 ? " could be any of these. Write more of its name:" : ".";
    const char *problem = arena_format(arena, "%s\"%.*s\"%s", before, TEXT_ARGS(asked), after);
    page_paragraph(&page, 0, "", problem, NULL, INK_PLAIN);
    if (meant.count == 0) {
        meant = clauses_near(arena, &all, asked, 5);
        if (meant.count > 0)
            page_paragraph(&page, 0, "", "Near it:", NULL, INK_PLAIN);
    }
    list_clauses(&page, arena, &meant);
    const char *file = options->file == NULL ? "FILE" : options->file;
    page_paragraph(
        &page, 0, "",
        arena_format(arena, "All of them, with their names: convene check %s --all", file), NULL,
        INK_PLAIN);
    return false;
}
