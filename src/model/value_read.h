/* What the readers of values share: a cursor over what was written, the reading in hand, and the
 * line to paste instead. Only for src/model/value*.c. */
#ifndef CONVENE_MODEL_VALUE_READ_H
#define CONVENE_MODEL_VALUE_READ_H

#include "values.h"

/* Whether a reader took what it was shown. */
typedef enum Outcome {
    NOT_THIS, /* it is something else: ask the next reader */
    READ,
    REPORTED /* it is this, and wrong; that has been said */
} Outcome;

/* The values of one line, and the phrase of them that is being read. */
typedef struct Reading {
    Model *model;
    Record *record;
    Field *field;
    Line *line;
    const Phrase *all;       /* every phrase of the line */
    const Phrase *phrase;    /* the one in hand */
    const Phrase *last;      /* the last one joined to it: `not fixed, will be set by ...` */
    Span span;               /* of what is read as one value */
    uint32_t bases;          /* what a date that is being read may be */
    const Duration *counted; /* how long after (or before) a record that is being looked up */
    bool counted_back;
} Reading;

/* A place in the text of a source, up to END. Blanks (no-break ones too), line ends and comments
 * are passed over before whatever is asked for. */
typedef struct Cursor {
    const Source *source;
    uint32_t at, end;
} Cursor;

Cursor cursor_of(const Model *model, Span span);
/* A cursor for a text that is in no source; spans made from it mean nothing. */
Cursor cursor_of_text(Source *room, Text text);
bool cursor_is_done(Cursor *cursor);
/* From where FROM stands to where TO stands, without blanks at either end. */
Span cursor_span(const Cursor *from, const Cursor *to);

/* Each takes what it names and is true, or takes nothing and is false. */
bool cursor_take(Cursor *cursor, const char *words); /* whole words in any case: "week of" */
bool cursor_take_one(Cursor *cursor, const char *const *choices, int *which);
bool cursor_sign(Cursor *cursor, char sign);
bool cursor_dash(Cursor *cursor);                /* - or a longer dash */
bool cursor_letters(Cursor *cursor, Text *word); /* letters only */
bool cursor_name(Cursor *cursor, Text *name);    /* letters, digits, hyphens, dots */
/* A whole number without signs; LENGTH is how many figures it has. Past nine figures: false. */
bool cursor_figures(Cursor *cursor, int *number, int *length);

/* The day, or one end of a span, as it is known. */
typedef struct Point {
    Span span;
    DateRange range;
    bool some_day_in;  /* a month, a week, a season, a year */
    bool open;         /* `by`, `not before`, `day not known`: one side or both unknown */
    bool is_month_end; /* `end of June 2018`: how that was taken is worth a note */
    DateSum *sum;
    int day, month, year; /* as written: 0 where it must come from the other end */
} Point;

/* A day as it is known: takes as much as belongs to it. */
Outcome point_read(Reading *reading, Cursor *cursor, Point *point);
/* The range of a point that has a day and a month now; REPORTED if there is no such day. */
Outcome point_settle(Reading *reading, Point *point, int weekday);
/* A weekday in full or cut to three letters, with the comma behind it; -1 if none stands there. */
int weekday_take(Cursor *cursor);

/* A date that comes about by a sum: `6 weeks after listening closes`. */
Outcome sum_read(Reading *reading, Cursor *cursor, DateSum **sum);

/* What a sum may count from: a day, a record's day, another sum in or out of brackets. */
Outcome sum_base_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth);
/* The record that the next words name, all of them or up to `after` and the like; NULL if none. */
Record *sum_record_take(Reading *reading, Cursor *cursor);
/* `next meeting of ppif after ...`, `next working day after ...`, `the last of activities`. */
Outcome chosen_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth);

/* Everything that can stand where a day, an event or a span is wanted. */
Outcome when_read(Reading *reading, Span span, uint32_t bases, When *when);
/* Whether NEXT belongs to the date before it, though a comma parts them. */
bool when_joins(const Model *model, const Phrase *before, const Phrase *next);
/* Says what is wrong with what was written for a date, and what to write. Always reports. */
void when_complain(Reading *reading, Span span, uint32_t bases);
/* Says so if this is a habit of writing dates that cannot be taken: TBC, Q3, mid-March. */
bool habit_complain(Reading *reading, Span span, uint32_t bases);
/* The note on how `end of June 2018` was taken. */
void habit_note(Reading *reading, const Point *point);

bool duration_take(Cursor *cursor, Duration *duration);
/* A time of day. UNCLEAR: `6.30` with nothing to say whether it is morning or evening. */
bool time_take(Cursor *cursor, int16_t *minutes, bool *unclear);
/* `18:30`, `18:30 to 20:30`, `6.30-8.30pm`, `10:00 for 2 hours`, behind `at`. */
Outcome clock_read(Reading *reading, Cursor *cursor, When *when);

/* A day of every year, or from one to another. */
Outcome yearly_read(Reading *reading, Span span, Value *value);
const char *yearly_words(Arena *arena, const Yearly *yearly);
/* `last Monday`; `Good Friday`; these, and `last Monday of May`. */
bool nth_weekday_take(Cursor *cursor, int *nth, Weekday *weekday);
bool feast_take(Cursor *cursor, YearlyDay *day);
bool yearly_rule_take(Cursor *cursor, YearlyDay *day);

/* A number as it is known; KIND tells a sum of money or a share from a plain number. */
bool number_take(Cursor *cursor, Number *number, ValueKind *kind);
Outcome number_read(Reading *reading, Span span, uint32_t bases, Value *value);
void number_complain(Reading *reading, Span span, uint32_t bases);

Outcome duration_read(Reading *reading, Span span, Value *value);
Outcome repeat_read(Reading *reading, Span span, Value *value);
Outcome time_read(Reading *reading, Span span, Value *value);
Outcome answer_read(Reading *reading, Span span, Value *value);
Outcome reference_read(Reading *reading, Span span, Value *value);
void reference_complain(Reading *reading, Span span);

/* So much is wrong already that nobody reads on: what would take a search through all records is
 * said in brief, so that time grows with the plan and not with its square. */
bool reading_is_flooded(const Reading *reading);

/* The one piece of the phrase in hand that is all of SPAN; NULL if SPAN holds more or less. */
const Atom *reading_atom(const Reading *reading, Span span);

/* The label as it was typed, "seldom heard". */
const char *reading_label(const Reading *reading);
/* What SPAN says, on one line and without comments. */
const char *reading_said(const Reading *reading, Span span);
/* The line to paste: the whole line with WRONG replaced by what the format makes. */
void reading_write(const Reading *reading, Diagnostic *diagnostic, Span wrong, const char *format,
                   ...) __attribute__((format(printf, 4, 5)));
/* "survey, public meeting or large print": names of records in the words people type. */
const char *record_words(Arena *arena, const Record *record);
const char *kind_words(Arena *arena, const Kind *kind);
/* "a body", "an audience": the word with its article. */
const char *with_article(Arena *arena, const char *word);

#endif
