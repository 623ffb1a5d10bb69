/* What a clause asks, in the charter's words, and under each thing asked the cases in which it was
 * judged: what is not met in full, then what is alike in a row, then what is met. */
#include "said.h"
#include "why_parts.h"

#include <string.h>

enum { MOST_IN_FULL = 3, MOST_MET = 3, MOST_ALIKE = 12 };

static const char *asks_label(const Field *field) {
    const char *name = field->name->text;
    if (strcmp(name, "when") == 0)
        return "applies when:";
    if (strcmp(name, "ask") == 0 || strcmp(name, "consider") == 0)
        return "it asks you:";
    return "it asks:";
}

/* Is there a case that this line asks? */
static bool was_judged(const Why *why, const Line *line) {
    for (const Case *kase = why->result->cases; kase != NULL; kase = kase->next)
        if (kase->line != NULL && kase->line->span.source == line->span.source &&
            kase->line->span.at == line->span.at)
            return true;
    return false;
}

static void asks_of(Why *why, const Record *record) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next) {
        if ((slot->field->type.bases & BASE_RULE) == 0 ||
            strcmp(slot->field->name->text, "due") == 0)
            continue;
        for (const Line *line = slot->lines; line != NULL; line = line->next) {
            const char *rule = said_rule(why->arena, why->model, line);
            bool shared = strchr(rule, ' ') == NULL; /* a name alone: its cases say what it asks */
            if (rule[0] != '\0' && !shared && !was_judged(why, line))
                page_labelled(&why->page, 2, asks_label(slot->field), WHY_COLUMN,
                              said_plainly(why->arena, why->model, rule, rule));
        }
    }
}

void why_not_judged(Why *why) {
    const Record *clause = why->result->clause;
    asks_of(why, clause);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION)
            asks_of(why, child);
}

static void asked(Why *why, const Case *kase) {
    const Record *expectation = kase->expectation;
    page_blank(&why->page);
    if (expectation != NULL && expectation != why->result->clause)
        page_paragraph(&why->page, 2, "", text_string(why->arena, expectation->title), NULL,
                       INK_STRONG);
    const char *rule = said_rule(why->arena, why->model, kase->line);
    if (rule[0] != '\0' && !kase->is_ask)
        page_labelled(&why->page, 2, "it asks:", WHY_COLUMN,
                      said_plainly(why->arena, why->model, rule, rule));
}

/* Those of one verdict that were not shown in full, in a row. */
static void alike(Why *why, const Case *const *rest, uint32_t count, Verdict verdict) {
    const char *row = NULL;
    uint32_t shown = 0, hidden = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (rest[i]->verdict != verdict)
            continue;
        if (shown == MOST_ALIKE) {
            hidden++;
            continue;
        }
        const char *subject = why_subject(why, rest[i]);
        row = shown++ == 0 ? subject : arena_format(why->arena, "%s, %s", row, subject);
    }
    if (row == NULL)
        return;
    if (hidden > 0)
        row = arena_format(why->arena, "%s and %u more", row, hidden);
    page_paragraph(&why->page, WHY_FACTS - 2,
                   arena_format(why->arena, "Also %s: ", verdict_word(verdict)), row, NULL,
                   INK_PLAIN);
}

/* Every case from FIRST on that the same thing asks; returns the first that another does. */
static const Case *judged(Why *why, const Case *first) {
    uint32_t count = 0, rest_count = 0, full = 0, met = 0;
    const Case *end = first;
    for (; end != NULL && end->number == first->number; end = end->next)
        count++;
    const Case **rest = arena_array(why->arena, const Case *, count);
    for (const Case *kase = first; kase != end; kase = kase->next) {
        if (kase->verdict != VERDICT_MET && full++ < MOST_IN_FULL)
            why_case(why, kase);
        else if (kase->verdict != VERDICT_MET)
            rest[rest_count++] = kase;
    }
    for (const Case *kase = first; kase != end; kase = kase->next) {
        if (kase->verdict == VERDICT_MET && met++ < MOST_MET)
            why_met(why, kase);
        else if (kase->verdict == VERDICT_MET)
            rest[rest_count++] = kase;
    }
    for (int verdict = 0; verdict < VERDICTS; verdict++)
        alike(why, rest, rest_count, (Verdict)verdict);
    return end;
}

void why_judged(Why *why) {
    const Case *kase = why->result->cases;
    while (kase != NULL) {
        asked(why, kase);
        kase = judged(why, kase);
    }
}
