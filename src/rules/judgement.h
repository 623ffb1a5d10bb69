/* What came of holding a plan against everything that applies to it, at one day. */
#ifndef CONVENE_RULES_JUDGEMENT_H
#define CONVENE_RULES_JUDGEMENT_H

#include "../model/model.h"

/* T, F, A, M, U of the design. */
typedef enum Truth {
    TRUTH_HOLDS,        /* what is written makes it so */
    TRUTH_CONTRADICTED, /* what is written makes it not so */
    TRUTH_ABSENT,       /* nothing there yet that would make it so */
    TRUTH_MISSING,      /* turns on a field that is not given */
    TRUTH_UNCERTAIN     /* turns on something not known, not fixed or unset */
} Truth;

typedef enum Verdict {
#define VERDICT(name, word, sign, meaning) VERDICT_##name,
#include "verdicts.def"
#undef VERDICT
    VERDICTS
} Verdict;

typedef enum Force { FORCE_LAW, FORCE_MUST, FORCE_SHOULD, FORCE_MAY } Force;

/* A fact that a verdict rests on, or would: what was asked of which record, and what it says. */
typedef struct Witness {
    struct Witness *next;
    const Record *record; /* NULL: nothing there yet */
    const Field *field;   /* NULL: the record as a whole */
    Span span;            /* the line of the plan; NO_SPAN if there is none */
    const char *asked;    /* the words of the rule, with values put in */
    Truth truth;
    bool inside; /* of the rule by which a field of the condition is worked out */
} Witness;

/* One way to fill the leading `for every`s of an expectation: judged and dated alone. */
typedef struct Case {
    struct Case *next;
    const Record *expectation; /* the clause itself, or the named expectation in it */
    uint32_t number;           /* which of the clause's expectations, from 0 */
    const Line *line;          /* the line of the charter that asks it; NULL: not said there */
    const Record *subject;     /* the record it is about; NULL: the plan as a whole */
    const Record **bound;      /* all records that the prefix binds, subject first */
    uint32_t bound_count;
    Truth truth;
    Verdict verdict;
    Force force;
    DateRange due;
    bool is_ask; /* only a person can say */
    bool has_due;
    bool due_unknown; /* due on a day that the plan does not give */
    bool overdue;
    bool shared;               /* from an expectation that several clauses share */
    const char *due_words;     /* how that day comes about, "12 weeks after its closes"; or NULL */
    const char *message;       /* what to do, from `otherwise`, holes filled; or the question */
    struct Instance *instance; /* read by case_witnesses */
    const Record *explanation; /* that covers it, or NULL */
    const Record *confirmation;
} Case;

/* A setting that a clause turns on: what it comes to for this plan, and by whom. */
typedef struct SettingUse {
    const Record *setting;
    const Record *by; /* the charter (or the `settings`) that gives its value; NULL: its own */
    const Record *loosened; /* the explanation that makes it looser than its own charter has it */
    const Value *value;     /* NULL: nobody has set it */
    const Value *own;       /* what its own charter gives it, or NULL */
    Text because;           /* the reason that stands with the value, or "" */
    Span span;              /* where the value is written */
} SettingUse;

/* The paths of clauses that ask the same, each once; some may be of charters that are not in hand.
 * A clause that asks what several clauses of one other charter ask together is no twin of each. */
typedef struct SameClauses {
    const Name **paths;
    uint32_t count, room;
    const Name **parts; /* those that ask a part of the same */
    uint32_t part_count, part_room;
    const Name **wholes; /* those that ask this and more */
    uint32_t whole_count, whole_room;
} SameClauses;

typedef struct ClauseResult {
    const Record *clause, *charter;
    Verdict verdict; /* the worst of its cases */
    Force force;
    uint32_t counts[VERDICTS]; /* of its cases */
    Case *cases, *last_case;
    const char *reason;          /* why it does not apply, or why nothing is judged */
    const char *source;          /* "Step Two, 5" */
    const SettingUse **settings; /* that it turns on */
    uint32_t setting_count, setting_room;
    const SameClauses *same; /* it and those that ask the same; NULL if none does */
} ClauseResult;

/* Something found about the plan itself and no clause: an explanation nobody needs, a date that
 * should have been set by now. */
typedef struct Finding {
    struct Finding *next;
    Span span;
    const Record *record;
    const Record *watch; /* the rule of the vocabulary that asked, or NULL */
    const char *message;
    bool put_right; /* it can be put right today; else it is for information */
} Finding;

/* Something that was not judged, and why, in one sentence. */
typedef struct NotJudged {
    const char *sentence;
    bool for_want_of_a_fact; /* a line of the plan would change it */
} NotJudged;

typedef enum GrantState { GRANT_GIVEN, GRANT_REFUSED, GRANT_NOT_YET } GrantState;

/* A word that is granted by verdicts, and what it rests on. */
typedef struct Grant {
    const Record *term;
    GrantState state;
    const ClauseResult **results; /* all that it needs */
    uint32_t count, room;
    uint32_t counts[VERDICTS]; /* of these */
} Grant;

/* Clauses that pull apart, all of them judged here, and what came of reading them together. */
typedef struct Tension {
    const Record *record;
    const ClauseResult **between;
    uint32_t count, room;
    bool kept_together; /* the plan reads them together; else it is still to do */
    const char **to_do; /* what to write, each once */
    uint32_t to_do_count, to_do_room;
    Span span; /* the line of the plan that it turns on */
} Tension;

typedef enum AsAtOrigin { AS_AT_ASKED, AS_AT_PLAN, AS_AT_TODAY } AsAtOrigin;

typedef struct Judgement {
    const Record *plan;
    Day as_at;
    AsAtOrigin as_at_origin;
    const Record **charters; /* that were judged, in order of adoption; then law */
    uint32_t charter_count, charter_room;
    uint32_t adopted_count; /* of them the first so many; the others hold without being adopted */
    uint32_t refused_count; /* charters that the plan adopts and that could not be judged */
    ClauseResult **results; /* by charter, in the order of its text */
    uint32_t result_count, result_room;
    uint32_t counts[VERDICTS]; /* of clauses */
    uint32_t law_broken;       /* clauses of force law that are broken */
    NotJudged *not_judged;     /* charters, and law that would hold without being adopted */
    uint32_t not_judged_count, not_judged_room;
    Grant **grants; /* of those words of which something was judged */
    uint32_t grant_count, grant_room;
    Tension **tensions; /* in the order of the library */
    uint32_t tension_count, tension_room;
    Finding *findings, *last_finding;
} Judgement;

const char *verdict_word(Verdict verdict);    /* "not shown" */
const char *verdict_sign(Verdict verdict);    /* one character, ASCII */
const char *verdict_meaning(Verdict verdict); /* for a key: a short sentence */
const char *force_word(Force force);          /* "law", "must", "should", "may" */

const char *grant_word(GrantState state); /* "granted", "not granted", "not yet granted" */
/* Does a verdict stand in the way of a word that rests on it? */
bool verdict_is_kept(Verdict verdict);

/* What failed, or for a met case what made it so; worked out when first asked for. */
const Witness *case_witnesses(const Case *judged);

/* The worse of two, for the verdict of a clause over its cases. */
Verdict verdict_worse(Verdict a, Verdict b);

#endif
