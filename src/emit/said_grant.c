/* How far a plan is from a word that it cannot give itself. */
#include "said_grant.h"

#include "../base/out.h"
#include "said.h"

const char *said_grant(Arena *arena, const Grant *grant) {
    Out out = {0};
    out_format(&out, "%s: of %s that it needs, ", grant_word(grant->state),
               said_count(arena, grant->count, "requirement", "requirements"));
    uint32_t parts = 0;
    for (int i = 0; i < VERDICTS; i++) {
        Verdict verdict = (Verdict)i;
        if (grant->counts[verdict] == 0 || verdict_is_kept(verdict))
            continue;
        out_format(&out, "%s%u %s", parts++ > 0 ? ", " : "", grant->counts[verdict],
                   verdict_word(verdict));
    }
    if (parts == 0)
        out_format(&out, "%u met", grant->counts[VERDICT_MET]);
    const char *said = text_string(arena, out_written(&out));
    out_free(&out);
    return said;
}

const char *said_grant_rule(Arena *arena, const Model *model, const Record *term) {
    const char *needs = NULL;
    for (const Value *value = record_value(model, term, "needs"); value != NULL;
         value = value_after(value)) {
        const char *one = value_words(arena, value);
        const Record *needed = value->kind == VALUE_NAME ? model_record(model, value->name) : NULL;
        if (needed != NULL)
            one = arena_format(arena, "\"%.*s\"", TEXT_ARGS(needed->title));
        needs = needs == NULL ? one : arena_format(arena, "%s, %s", needs, one);
    }
    return arena_format(
        arena,
        "Granted when everything that %s asks is met, explained, or does not apply, "
        "and something of it is met. Not granted while something of it is broken; "
        "not yet otherwise. No plan gives itself the word: one that uses it before "
        "is told so.",
        needs == NULL ? "nothing" : needs);
}
