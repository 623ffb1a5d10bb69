/* What rules reckon with: a value in hand, and all that a part of a rule comes to. Numbers, dates
 * and lengths of time are intervals, because plans give them as they are known. */
#ifndef CONVENE_RULES_DATUM_H
#define CONVENE_RULES_DATUM_H

#include "judgement.h"

typedef enum DatumKind {
    DATUM_NOTHING, /* a variable that nothing fills yet */
    DATUM_TEXT,
    DATUM_NUMBER,
    DATUM_MONEY,
    DATUM_PERCENT,
    DATUM_YES_NO,
    DATUM_WHEN,
    DATUM_DURATION,
    DATUM_REPEAT,
    DATUM_TIME,
    DATUM_WEEKDAY,
    DATUM_RECORD,
    DATUM_NAME
} DatumKind;

/* The ends of an interval that are not known. */
#define NO_LEAST INT64_MIN
#define NO_MOST  INT64_MAX

typedef struct Datum {
    uint8_t kind;
    uint8_t doubt;  /* a Truth: HOLDS when it is one of its list for certain; else M or U */
    uint8_t soft;   /* a Truth: what a comparison comes to that it leaves open; M or U */
    uint8_t family; /* of a duration: its UnitFamily */
    bool is_span, no_end;
    bool not_fixed;           /* said to be settled later */
    bool open_low, open_high; /* records that do not say may bring it lower, or higher */
    const Value *value;       /* as it was written; NULL if it was worked out */
    union {
        const Record *record;
        const Name *name;
        Text text;
        Truth truth;       /* yes or no; of a rule that decides it, also A, M and U */
        uint32_t weekdays; /* bits, Monday first */
        struct {
            int64_t low, high; /* thousandths; minutes; smallest units of the family */
        };
        struct {
            DateRange from, to;
        };
    };
} Datum;

typedef enum State {
    STATE_GIVEN,
    STATE_MISSING,       /* nobody said */
    STATE_UNKNOWN,       /* said to be not known, not decided, or a setting that is not set */
    STATE_NOT_APPLICABLE /* said not to apply */
} State;

/* All that an operand comes to. Never copied: `items` may point at `one`. */
typedef struct Operand {
    State state;
    bool none;      /* "none" was said: given, and empty */
    bool fallback;  /* nothing was said, and this is what the vocabulary takes for granted */
    bool counted;   /* a count of things of which there could be more */
    Truth shortage; /* HOLDS if these are all; M or U if there may be others */
    uint32_t count;
    const Datum *items;
    Datum one;
    const Record *record; /* where to look: the record and field that decide it, or NULL */
    const Field *field;
    Span span;
} Operand;

static inline bool is_one(const Operand *operand) {
    return operand->state == STATE_GIVEN && operand->count == 1;
}

void operand_clear(Operand *operand, State state);
void operand_datum(Operand *operand, Datum item);

Datum datum_of_record(const Record *record);
Datum datum_of_range(DatumKind kind, int64_t low, int64_t high);
Datum datum_of_dates(DateRange from, DateRange to);
/* A value as rules take it; answers (`none`, `not known`) are no items: see `state_of_answer`. */
Datum datum_of_value(const Value *value);
State state_of_answer(Answer answer, bool *none);

/* Whether two items are the same thing: T, F, or what leaves it open. */
Truth datum_same(const Datum *a, const Datum *b);

/* The tables of the design. */
Truth truth_and(Truth a, Truth b);
Truth truth_or(Truth a, Truth b);
Truth truth_not(Truth truth);

/* The interval of a number as it is known. "About" is taken to be within a tenth. */
void number_interval(Number number, int64_t *low, int64_t *high);

/* "19 May 2026", "12 weeks", "Patients over 75": an item as a person would write it. */
const char *datum_words(Arena *arena, const Datum *item);
/* Those of a whole operand, joined; "not given" and the like if there are none. */
const char *operand_words(Arena *arena, const Operand *operand);

#endif
