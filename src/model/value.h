/* What is written behind a label, once it is understood. */
#ifndef CONVENE_MODEL_VALUE_H
#define CONVENE_MODEL_VALUE_H

#include "../base/civil.h"
#include "../base/names.h"
#include "../base/yearly.h"
#include "../source/source.h"

typedef struct Record Record;
typedef struct Field Field;
typedef struct Value Value;

/* The four answers to a question that are not a value. */
typedef enum Answer {
    ANSWER_NONE,
    ANSWER_NOT_KNOWN,
    ANSWER_NOT_YET_DECIDED,
    ANSWER_DOES_NOT_APPLY
} Answer;

/* A number as it is known. Held in thousandths, so that money and shares stay exact. */
typedef enum Approximation {
    NUMBER_EXACT,
    NUMBER_ABOUT,
    NUMBER_MORE_THAN,
    NUMBER_AT_LEAST,
    NUMBER_LESS_THAN,
    NUMBER_AT_MOST
} Approximation;

typedef struct Number {
    int64_t thousandths; /* of one, of a pound, of a per cent */
    Approximation approximation;
} Number;

/* Units of one family have a fixed ratio; others never compare. */
typedef enum Unit {
    UNIT_MINUTE,
    UNIT_HOUR, /* hours */
    UNIT_DAY,
    UNIT_WEEK,              /* days */
    UNIT_WORKING_DAY,       /* working days */
    UNIT_CLEAR_WORKING_DAY, /* clear working days */
    UNIT_MONTH,
    UNIT_YEAR /* months */
} Unit;

typedef enum UnitFamily {
    FAMILY_HOURS,
    FAMILY_DAYS,
    FAMILY_WORKING,
    FAMILY_CLEAR,
    FAMILY_MONTHS
} UnitFamily;

typedef struct Duration {
    int32_t count;
    Unit unit;
} Duration;

/* How a date that is not fixed comes about; resolved when all is known (see rules/dates.h). */
typedef enum SumKind {
    SUM_DATE,    /* `date` */
    SUM_FIELD,   /* `field` of `record`; without a field, the one day that the record has */
    SUM_SHIFT,   /* `shift` after (or before) `base` */
    SUM_MEETING, /* the next meeting of `record` after (or the last before) `base` */
    SUM_EXTREME  /* the last (or `before`: the first) of `list`, or of all of `of_kind` */
} SumKind;

typedef struct DateSum {
    SumKind kind;
    Span span;
    DateRange date;
    const Record *record;
    const Field *field;
    Duration shift;
    bool before;
    bool is_day_before; /* only steps back so that the first day of a length is counted */
    bool on;            /* of a meeting: the day itself may be it */
    struct DateSum *base;
    const struct Kind *of_kind;
    struct DateSum *list, *next;
} DateSum;

/* A day, an event or a span, as it is known. A day has `to` equal to `from`. */
typedef struct When {
    DateRange from, to;
    bool is_span;     /* two days were said, or a first day with no end */
    bool no_end;      /* `opens 1 April 2026, no end` */
    bool not_fixed;   /* `not fixed` ... */
    DateRange set_by; /* ... `will be set by`; first > last if that was not said */
    bool some_day_in; /* said as a month, a season, a week, "end of June": some day in it */
    int16_t starts_at, ends_at; /* minutes after midnight, or -1 */
    const Yearly *yearly;       /* it comes every year: then `from` and `to` are not known */
    DateSum *sum, *to_sum;      /* how `from` and `to` come about; NULL when they are fixed */
    uint8_t state; /* for the resolver: 0 untouched, 1 being worked out, 2 known, 3 in a circle */
} When;

typedef struct Repeat {
    Duration every;
    int nth; /* of `every last Thursday of the month`: 1 to 4, or NTH_LAST; 0: none is named */
    Weekday weekday;
    When *from; /* NULL if not said */
    When *to;
} Repeat;

typedef enum ValueKind {
    VALUE_TEXT,
    VALUE_NUMBER,
    VALUE_MONEY,
    VALUE_PERCENT,
    VALUE_YES_NO,
    VALUE_WHEN,
    VALUE_DURATION,
    VALUE_REPEAT,
    VALUE_TIME,
    VALUE_RECORD,
    VALUE_ANSWER,
    VALUE_NAME /* a word that is read later, by whoever knows what it names */
} ValueKind;

/* One written line, `label: values because "..."`; a label that may be repeated has several. */
typedef struct Line {
    struct Line *next;
    Value *first, *last;
    uint32_t count;
    Span span, label_span;
    Text reason; /* length 0: none was given */
    Span reason_span;
    struct Expr *rule; /* for a rule label: what it says instead of values */
    Text otherwise;    /* the message behind `otherwise`, with its holes; length 0 if none */
    Span otherwise_span;
    struct Expr *due;
} Line;

struct Value {
    ValueKind kind;
    Span span;
    Line *line;     /* where it stands; NULL for one that no line says */
    Value *next;    /* in its line */
    Value *on;      /* `... on DATE`: a VALUE_WHEN, or NULL */
    const Name *at; /* `... at NAME`, in a test: the record that it is said of */
    Span at_span;
    union {
        Text text;
        Number number; /* also money and per cent */
        bool yes;
        When when;
        Duration duration;
        Repeat repeat;
        int16_t time;   /* minutes after midnight */
        Record *record; /* a record, or a word of a list */
        Answer answer;
        const Name *name;
    };
};

UnitFamily unit_family(Unit unit);

/* How many of the smallest unit of its family: minutes, days, working days, months. */
int64_t duration_in_family(Duration duration);

#endif
