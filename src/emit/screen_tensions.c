/* Clauses that pull apart, on the check screen: both of them, why, and how to read them together.
 */
#include "said.h"
#include "screen_parts.h"

/* So many that are open are shown whole in the brief view. */
enum { MOST_OPEN = 3 };

static const char *force_said(const ClauseResult *result) {
    return result->force == FORCE_LAW ? "LAW" : force_word(result->force);
}

static const char *verdict_said(Screen *screen, const ClauseResult *result) {
    return arena_format(screen->arena, "%s, %s", verdict_word(result->verdict), force_said(result));
}

static void clauses_of(Screen *screen, const Tension *tension) {
    for (uint32_t i = 0; i < tension->count; i++) {
        const ClauseResult *result = tension->between[i];
        page_paragraph(&screen->page, 5, i == 0 ? "" : "and ",
                       arena_format(screen->arena, "\"%.*s\" (%s)",
                                    TEXT_ARGS(result->clause->title),
                                    said_citation(screen->arena, screen->model, result)),
                       verdict_said(screen, result), INK_PLAIN);
    }
}

static void line(Screen *screen, const char *lead, const char *words) {
    if (words != NULL && words[0] != '\0')
        page_paragraph(&screen->page, 5, lead, words, NULL, INK_PLAIN);
}

static const char *text_in(Screen *screen, const Tension *tension, const char *label) {
    return text_string(screen->arena, record_text(screen->model, tension->record, label));
}

static void to_do(Screen *screen, const Tension *tension) {
    enum { MOST = 3 };
    for (uint32_t i = 0; i < tension->to_do_count && i < MOST; i++)
        line(screen, "To do: ", tension->to_do[i]);
    if (tension->to_do_count > MOST)
        line(screen, "", arena_format(screen->arena, "+ %u more", tension->to_do_count - MOST));
    const char *place = said_place(screen->arena, screen->model, tension->span);
    if (place != NULL)
        line(screen, "", place);
}

static void whole(Screen *screen, const Tension *tension) {
    page_paragraph(&screen->page, 2, "-  ", text_string(screen->arena, tension->record->title),
                   NULL, INK_STRONG);
    clauses_of(screen, tension);
    line(screen, "", text_in(screen, tension, "says"));
    line(screen, "Read together: ", text_in(screen, tension, "reading"));
    if (tension->kept_together)
        line(screen, "", "The plan does.");
    else
        to_do(screen, tension);
}

static uint32_t apart_among(const Judgement *judgement) {
    uint32_t apart = 0;
    for (uint32_t i = 0; i < judgement->tension_count; i++)
        apart += !judgement->tensions[i]->kept_together;
    return apart;
}

/* Those that the plan reads together already, by their titles alone. */
static void kept(Screen *screen) {
    const char *all = NULL;
    for (uint32_t i = 0; i < screen->judgement->tension_count; i++) {
        const Tension *tension = screen->judgement->tensions[i];
        if (!tension->kept_together)
            continue;
        const char *one = text_string(screen->arena, tension->record->title);
        all = all == NULL ? one : arena_format(screen->arena, "%s; %s", all, one);
    }
    if (all != NULL)
        page_paragraph(&screen->page, 2, "Kept together by the plan: ", all, NULL, INK_PLAIN);
}

void screen_tensions(Screen *screen, bool all) {
    const Judgement *judgement = screen->judgement;
    if (judgement->tension_count == 0)
        return;
    uint32_t apart = apart_among(judgement);
    screen_section(screen,
                   arena_format(screen->arena,
                                "WHERE CLAUSES PULL APART: %u open, %u kept together", apart,
                                judgement->tension_count - apart),
                   NULL, INK_STRONG);
    uint32_t shown = 0;
    for (uint32_t i = 0; i < judgement->tension_count; i++)
        if (all || (!judgement->tensions[i]->kept_together && shown++ < MOST_OPEN))
            whole(screen, judgement->tensions[i]);
    if (all)
        return;
    if (apart > MOST_OPEN)
        page_ends(&screen->page, 5, arena_format(screen->arena, "+ %u more", apart - MOST_OPEN),
                  arena_format(screen->arena, "convene check %s --all", screen->file), INK_PLAIN);
    kept(screen);
}
