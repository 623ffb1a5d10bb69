/* A rule when it is typed: what is judged. Every name in it is resolved, every comparison is known
 * to make sense, and each part knows which variables it reads, so that what does not change from
 * case to case is worked out once. */
#ifndef CONVENE_RULES_NODE_H
#define CONVENE_RULES_NODE_H

#include "../syntax/tree.h"
#include "reader.h"

/* What an operand may come to: as the type of a field, with weekdays besides. */
enum { BASE_WEEKDAY = 1 << 20 };

typedef struct Shape {
    Type type; /* no bases at all: not settled, fits everything (a setting that is not set) */
    bool many;
    uint8_t families; /* bits: of a length of time, the families of its unit; none: not known */
} Shape;

typedef enum Op {
    /* operands */
    OP_CONSTANT,
    OP_VARIABLE,
    OP_PLAN,
    OP_ADOPTED,
    OP_SETTING,
    OP_STEP,     /* a field of left, or of each of left */
    OP_PROPERTY, /* `.starts`, `.weekday`, `.title` ... of left */
    OP_ALL,      /* every record of a kind */
    OP_SET,      /* those for which a condition holds: a binder */
    OP_TRUTH,    /* a rule as a yes or no */
    OP_LIST,     /* several operands as one list */
    OP_SPAN,
    OP_SHIFT,
    OP_ELSE,
    OP_EARLIEST,
    OP_LATEST,
    OP_TOTAL,
    OP_COUNT,
    OP_COUNT_DIFFERENT,
    OP_PERCENT_OF,
    OP_SHARE,
    OP_DAYS,
    OP_MEETING, /* the meeting of left that comes next after right (or BEFORE it, last) */
    OP_ACRONYMS,
    OP_LONGEST_SENTENCE,
    /* comparisons */
    OP_IS,
    OP_ONE_OF,
    OP_ORDER, /* numbers, durations, levels, times: `word` says how */
    OP_DATES, /* before, after, no later than, no earlier than */
    OP_GAP,   /* at least D before X: left, right is D, third is X */
    OP_LASTS,
    OP_DURING,
    OP_GIVEN,
    OP_REASONED,
    OP_INCLUDES,
    OP_OVERLAPS, /* lists */
    OP_MEETS,    /* spans */
    OP_MENTIONS,
    OP_LEADS,
    /* rules */
    OP_AND,
    OP_OR,
    OP_NOT,
    OP_EVERY,
    OP_SOME,
    OP_NONE
} Op;

typedef enum Property {
    PROPERTY_STARTS,
    PROPERTY_ENDS,
    PROPERTY_LENGTH,
    PROPERTY_DATE,
    PROPERTY_TIME,
    PROPERTY_WEEKDAY,
    PROPERTY_MONTH,
    PROPERTY_YEAR,
    PROPERTY_WORKED,  /* is it a working day? */
    PROPERTY_DAY_OFF, /* what day off it is, if it is one */
    PROPERTY_INTERVAL,
    PROPERTY_DATES,
    PROPERTY_NAME,
    PROPERTY_TITLE,
    PROPERTY_PARENT,
    PROPERTY_CHILDREN, /* `its options`: the records of a kind that stand in it */
    PROPERTY_ON
} Property;

typedef struct Links Links; /* what `through` names: see reach.h */

struct Node {
    Op op;
    ExprWord word; /* how to compare; or AFTER, BEFORE, AWAY, LEAST, MOST, ANY, ALL */
    Span span;
    Shape shape;
    uint32_t uses; /* bits of the variables that it reads */
    Node *left, *right, *third;
    Node **list;
    uint32_t count;
    Datum item;            /* OP_CONSTANT */
    bool is_none;          /* OP_CONSTANT: `none` */
    uint32_t variable;     /* OP_VARIABLE; of a binder: what it fills */
    const Record *setting; /* OP_SETTING */
    const Name *name;      /* OP_STEP: the field */
    Field **fields;        /* OP_STEP: by the index of a kind, found when first met */
    Property property;
    Links *links; /* OP_LEADS */
    /* binders (SET, EVERY, SOME, NONE): the condition is left, the body of an EVERY right */
    const Kind *kind; /* whose records; NULL when they come from `in` */
    Node *in;
    int other_than;         /* a variable whose record is passed over, or -1 */
    const char *noun;       /* "activity", for messages */
    const Field *key;       /* the condition asks that this field of it ... */
    Node *probe;            /* ... names this, so only those that do are looked at */
    const char *plain_said; /* its words, when no value goes into them */
    /* what does not change from case to case is kept */
    bool kept;
    uint32_t kept_epoch;
    Truth kept_truth;
    Operand kept_operand;
    Witness *kept_witnesses;
    uint32_t kept_witnesses_epoch; /* 0: none are kept */
};

/* A list of bound things in the order they are looked at, with the rule's variables. */
typedef struct Run {
    Reader *reader;
    Datum variables[VARIABLES];
} Run;

static inline bool is_binder(const Node *node) {
    return node->op == OP_SET || node->op == OP_EVERY || node->op == OP_SOME || node->op == OP_NONE;
}

/* evaluate.c, truth_of.c */
void evaluate(Run *run, const Node *node, Operand *operand);
Truth truth_of(Run *run, const Node *node);
/* Does a step of a path stand for this field of that record's kind? NULL if it has none. */
const Field *step_field(Run *run, const Node *step, const Kind *kind);

/* What a binder looks at, in the order of the sources; SOFT are those that may not belong. */
typedef struct Candidates {
    State state; /* GIVEN, or why there is nothing to look at */
    bool open;   /* there may be others */
    Truth open_as;
    const Datum *items, *more;
    uint32_t count, more_count;
    const Record *record;
    const Field *field;
} Candidates;
void find_candidates(Run *run, const Node *binder, Candidates *candidates);
/* Fills the binder's variable and judges its condition: T, M or U if the candidate counts. */
Truth admit(Run *run, const Node *binder, const Datum *item);
static inline const Datum *candidate(const Candidates *candidates, uint32_t i) {
    return i < candidates->count ? &candidates->items[i] : &candidates->more[i - candidates->count];
}

/* compare.c */
Truth compare(Run *run, const Node *node);

/* witness.c: what makes the truth of NODE what it is, added to the end of *LAST. */
typedef struct WitnessList {
    Witness *first, *last;
    uint32_t count;
    uint32_t depth; /* how far into fields that are worked out */
} WitnessList;
void explain(Run *run, const Node *node, Truth truth, WitnessList *list);
const char *node_words(Run *run, const Node *node); /* as written, with values put in */

/* cost.c: how many records are looked at, at most, when NODE is judged once in each of CASES. */
double node_cost(Reader *reader, const Node *node, double cases);
/* How many records a binder looks at each time. */
double binder_width(Reader *reader, const Node *binder);

#endif
