/* Verdicts in brief: what there is of each, the worst of it by name, and nothing else. */
#include "verdicts.h"

#include "../base/utf8.h"
#include "page.h"
#include "said.h"
#include "said_setting.h"
#include "screen.h"

enum { MOST_NAMED = 5 };

static bool is_named(Verdict verdict) {
    return verdict == VERDICT_BROKEN || verdict == VERDICT_CANNOT_TELL ||
           verdict == VERDICT_EXPLAINED || verdict == VERDICT_TO_CONFIRM;
}

static void name_clauses(Page *page, const Emission *emission, Verdict verdict) {
    const Judgement *judgement = emission->judgement;
    uint32_t shown = 0;
    for (uint32_t i = 0; i < judgement->result_count && shown < MOST_NAMED; i++) {
        const ClauseResult *result = judgement->results[i];
        if (result->verdict != verdict)
            continue;
        shown++;
        const char *title =
            arena_format(emission->arena, "%.*s (%s)", TEXT_ARGS(result->clause->title),
                         judgement->charter_count == 1 && result->source != NULL
                             ? result->source
                             : said_citation(emission->arena, emission->model, result));
        page_paragraph(page, 21, "", title, result->force == FORCE_LAW ? "LAW" : NULL, INK_PLAIN);
        const char *loosened = said_loosened(emission->arena, emission->model, result);
        if (loosened != NULL)
            page_paragraph(page, 23, "", loosened, NULL, INK_PLAIN);
    }
    if (judgement->counts[verdict] > shown)
        page_paragraph(
            page, 21, "",
            arena_format(emission->arena, "and %u more", judgement->counts[verdict] - shown), NULL,
            INK_PLAIN);
}

bool verdicts_text(const Emission *emission, Out *out) {
    const Judgement *judgement = emission->judgement;
    Page page = page_new(out, (PageStyle){emission->width, emission->plain, false});
    const char *title = text_string(emission->arena, judgement->plan->title);
    page_ends(&page, 0, title, said_as_at(emission->arena, judgement), INK_PLAIN);
    for (int i = 0; i < VERDICTS; i++) {
        Verdict verdict = (Verdict)i;
        if (judgement->counts[verdict] == 0)
            continue;
        page_verbatim(&page, 2,
                      arena_format(emission->arena, "%s %-18s%3u", verdict_sign(verdict),
                                   verdict_word(verdict), judgement->counts[verdict]));
        if (is_named(verdict))
            name_clauses(&page, emission, verdict);
    }
    const char *total =
        said_count(emission->arena, judgement->result_count, "requirement", "requirements");
    page_verbatim(
        &page, 2,
        arena_format(emission->arena, "%s; law broken: %u", total, judgement->law_broken));
    return true;
}
