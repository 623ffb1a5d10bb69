/* Verdicts and forces in words, and which of two verdicts people must see first. */
#include "judgement.h"

static const struct {
    const char *word, *sign, *meaning;
} VERDICT_WORDS[VERDICTS] = {
#define VERDICT(name, word, sign, meaning) [VERDICT_##name] = {word, sign, meaning},
#include "verdicts.def"
#undef VERDICT
};

const char *verdict_word(Verdict verdict) { return VERDICT_WORDS[verdict].word; }
const char *verdict_sign(Verdict verdict) { return VERDICT_WORDS[verdict].sign; }
const char *verdict_meaning(Verdict verdict) { return VERDICT_WORDS[verdict].meaning; }

const char *force_word(Force force) {
    static const char *const words[] = {"law", "must", "should", "may"};
    return words[force];
}

const char *grant_word(GrantState state) {
    static const char *const words[] = {"granted", "not granted", "not yet granted"};
    return words[state];
}

bool verdict_is_kept(Verdict verdict) {
    return verdict == VERDICT_MET || verdict == VERDICT_EXPLAINED ||
           verdict == VERDICT_NOTHING_TO_JUDGE || verdict == VERDICT_DOES_NOT_APPLY;
}

/* verdicts.def is written worst first, so that the list people read and the roll-up of a clause
 * cannot drift apart. */
Verdict verdict_worse(Verdict a, Verdict b) { return a < b ? a : b; }
