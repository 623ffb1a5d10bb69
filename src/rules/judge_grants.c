/* Words that are granted and never claimed: a charter says which of its clauses have to be kept for
 * them, and the verdicts do the rest. A plan that uses such a word before it is granted is told. */
#include "judging.h"
#include "mention.h"

/* Does the clause of RESULT belong to NEEDED: a charter, a heading, or the clause itself? */
static bool belongs_to(const Judging *judging, const ClauseResult *result, const Record *needed) {
    if (result->charter == needed || result->clause == needed)
        return true;
    for (const Record *around = result->clause->parent; around != NULL; around = around->parent)
        if (around == needed)
            return true;
    for (const Value *value = role_value(judging, result->clause, "upholds"); value != NULL;
         value = value_after(value))
        if (value->kind == VALUE_RECORD && value->record == needed)
            return true;
    return false;
}

static bool rests_on(const Judging *judging, const Record *term, const ClauseResult *result) {
    for (const Value *value = role_value(judging, term, "needs"); value != NULL;
         value = value_after(value)) {
        const Record *needed =
            value->kind == VALUE_NAME ? model_record(judging->model, value->name) : NULL;
        if (needed != NULL && belongs_to(judging, result, needed))
            return true;
    }
    return false;
}

/* Something of all that is named has to be judged: of what is not, nobody can say that it is kept.
 */
static bool all_is_judged(const Judging *judging, const Record *term, const Grant *grant) {
    for (const Value *value = role_value(judging, term, "needs"); value != NULL;
         value = value_after(value)) {
        const Record *needed =
            value->kind == VALUE_NAME ? model_record(judging->model, value->name) : NULL;
        bool judged = false;
        for (uint32_t i = 0; needed != NULL && i < grant->count && !judged; i++)
            judged = belongs_to(judging, grant->results[i], needed);
        if (!judged)
            return false;
    }
    return true;
}

static GrantState state_of(const Judging *judging, const Record *term, const Grant *grant) {
    if (grant->counts[VERDICT_BROKEN] > 0)
        return GRANT_REFUSED;
    for (uint32_t i = 0; i < grant->count; i++)
        if (!verdict_is_kept(grant->results[i]->verdict))
            return GRANT_NOT_YET;
    bool something = grant->counts[VERDICT_MET] > 0;
    return something && all_is_judged(judging, term, grant) ? GRANT_GIVEN : GRANT_NOT_YET;
}

static Grant *judge_grant(Judging *judging, const Record *term) {
    Judgement *judgement = judging->judgement;
    Grant *grant = arena_make(judging->arena, Grant);
    grant->term = term;
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        const ClauseResult *result = judgement->results[i];
        if (!rests_on(judging, term, result))
            continue;
        arena_push(judging->arena, grant->results, grant->count, grant->room, result);
        grant->counts[result->verdict]++;
    }
    grant->state = state_of(judging, term, grant);
    if (grant->count > 0)
        arena_push(judging->arena, judgement->grants, judgement->grant_count, judgement->grant_room,
                   grant);
    return grant->count > 0 ? grant : NULL;
}

/* ---- plans that use the word before ---- */

typedef struct Claims {
    Judging *judging;
    const Grant *grant;
} Claims;

/* "Say how the answer comes; Add feedback and 9 more": what still stands in the way. */
static const char *still_wanted(const Claims *claims) {
    enum { MOST = 3 };
    const Grant *grant = claims->grant;
    Arena *arena = claims->judging->arena;
    const char *said = NULL;
    uint32_t open = 0;
    for (int pass = 0; pass < 2; pass++) /* what is broken first */
        for (uint32_t i = 0; i < grant->count; i++) {
            const ClauseResult *result = grant->results[i];
            bool broken = result->verdict == VERDICT_BROKEN;
            if (verdict_is_kept(result->verdict) || broken != (pass == 0) || ++open > MOST)
                continue;
            const char *one = arena_format(arena, "\"%.*s\" (%s)", TEXT_ARGS(result->clause->title),
                                           verdict_word(result->verdict));
            said = said == NULL ? one : arena_format(arena, "%s, %s", said, one);
        }
    if (open > MOST)
        said = arena_format(arena, "%s and %u more", said, open - MOST);
    return said == NULL ? "something to judge" : said;
}

static const char *word_in(const Claims *claims, Text text) {
    const Record *term = claims->grant->term;
    if (text_mentions(text, term->title))
        return text_string(claims->judging->arena, term->title);
    for (const Value *value = role_value(claims->judging, term, "also-said"); value != NULL;
         value = value_after(value))
        if (value->kind == VALUE_TEXT && text_mentions(text, value->text))
            return text_string(claims->judging->arena, value->text);
    return NULL;
}

static void look_at(const Claims *claims, const Record *record, Text text, Span span) {
    const Grant *grant = claims->grant;
    const char *word = word_in(claims, text);
    if (word == NULL)
        return;
    Finding *finding = add_finding(claims->judging, span, record, false,
                                   "\"%s\" is a word of \"%.*s\" that no plan gives itself: what "
                                   "is kept grants it, and here it "
                                   "is %s. Still wanted: %s.",
                                   word, TEXT_ARGS(grant->results[0]->charter->title),
                                   grant_word(grant->state), still_wanted(claims));
    finding->watch = grant->term;
}

/* Notes and sources say what others say. */
static bool is_prose(const Field *field) {
    Text label = name_text(field->name);
    return (field->type.bases & BASE_TEXT) != 0 && !text_is(label, "note") &&
           !text_is(label, "source");
}

static void look_through(const Claims *claims, const Record *record) {
    look_at(claims, record, record->title, record->span);
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Line *line = slot->lines; line != NULL; line = line->next) {
            for (const Value *value = line->first; value != NULL; value = value->next)
                if (value->kind == VALUE_TEXT && is_prose(slot->field))
                    look_at(claims, record, value->text, value->span);
            look_at(claims, record, line->reason, line->reason_span);
        }
}

static bool is_claimed_in(const Claims *claims, const Kind *kind) {
    for (const Value *value = role_value(claims->judging, claims->grant->term, "claimed-in");
         value != NULL; value = value_after(value)) {
        const Kind *named =
            value->kind == VALUE_NAME ? model_kind(claims->judging->model, value->name) : NULL;
        if (named != NULL && kind_is(kind, named))
            return true;
    }
    return false;
}

static void look_inside(const Claims *claims, const Record *record) {
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling) {
        if (is_claimed_in(claims, child->kind))
            look_through(claims, child);
        look_inside(claims, child);
    }
}

void judge_grants(Judging *judging) {
    const Model *model = judging->model;
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *term = model->records[i];
        const Grant *grant = term->kind->role == ROLE_GRANT ? judge_grant(judging, term) : NULL;
        if (grant == NULL || grant->state == GRANT_GIVEN)
            continue;
        Claims claims = {judging, grant};
        look_through(&claims, judging->judgement->plan);
        look_inside(&claims, judging->judgement->plan);
    }
}
