/* What the files of this folder know of a Reader: indexes, values worked out once, and what is
 * being worked out now. Others see read.h. */
#ifndef CONVENE_RULES_READER_H
#define CONVENE_RULES_READER_H

#include "../base/map.h"
#include "datum.h"
#include "read.h"
#include "rule.h"

typedef struct Node Node;

/* Memory for lists that live while one comparison is made: taken and given back in order. */
typedef struct ScratchChunk {
    struct ScratchChunk *next;
    uint32_t used, room;
    Datum *items;
} ScratchChunk;

typedef struct ScratchMark {
    ScratchChunk *chunk;
    uint32_t used;
} ScratchMark;

/* A list of items that grows in scratch memory. */
typedef struct DatumList {
    Datum *items;
    uint32_t count, room;
} DatumList;

typedef enum CellState { CELL_UNTOUCHED, CELL_WORKING, CELL_KNOWN, CELL_CIRCLE } CellState;

/* A value that is worked out once: of a derived or inverse field of one record, or the list of a
 * field with several values. */
typedef struct Cell {
    const Record *record;
    const Field *field;
    CellState state;
    Operand operand;
    bool has_values;
    Values values;
} Cell;

/* Something being worked out: a cell, or a date. */
typedef struct Task {
    const Record *record;
    const Field *field;
    Cell *cell; /* or NULL */
    When *when; /* or NULL */
} Task;

/* How deep one thing may wait for another on the machine's stack; deeper ones are taken from
 * the list of tasks, so that chains of any length are worked out. */
enum { DEEPEST_WAIT = 16, VARIABLES = 8, DEEPEST_NESTING = 4, DEEPEST_RULE = 40 };

typedef struct KindList {
    const Record **records;
    Datum *items;
    uint32_t count, room;
    bool made;
} KindList;

/* Which records name a record in one field. */
typedef struct Referrers {
    DatumList hits;
} Referrers;

typedef struct FieldIndex {
    Map *by_target; /* Record to Referrers */
    DatumList open; /* records that do not say, or not for certain */
    uint32_t references, targets;
    bool made;
} FieldIndex;

typedef struct CompiledField {
    Node *node;
    bool working, done;
} CompiledField;

typedef struct Override {
    struct Override *next;
    const Record *setting;
    const Value *value;
} Override;

struct Reader {
    Model *model;
    Arena *arena;
    const Record *plan;
    const When *adopted;
    const Record *adoption; /* that gives that day */
    Override *overrides;
    uint32_t epoch; /* changes when settings do: what was worked out before no longer counts */
    bool *in_scope; /* by the index of a record */
    uint32_t scope_count;
    KindList *exact, *lists; /* by the index of a kind: of the kind; and of all like it */
    Cell **cells;            /* open addressing by record and field */
    uint32_t cell_count, cell_room;
    Map *indexes, *derived, *fallbacks; /* by Field */
    struct Links *links;                /* that rules go by, each once: see reach.h */
    ScratchChunk *first_chunk, *chunk;
    Instance *instances; /* where those of the rule in hand are gathered */
    uint32_t instance_room;
    Task *tasks; /* what is being worked out, each waiting for the next */
    uint32_t task_count, task_room;
    uint32_t wait;       /* of them, how many are on the machine's stack */
    bool settled;        /* all dates of the model are worked out */
    Map *body_calendars; /* by body: see calendar.h */
    const char *caveat;  /* of the days off that the last count of working days rests on; or NULL */
    struct WorkCalendar *calendar; /* once somebody counts working days: see calendar.h */
    Task blocked; /* what must be worked out first; nothing if both its cell and when are NULL */
};

static inline bool is_blocked(const Reader *reader) {
    return reader->blocked.cell != NULL || reader->blocked.when != NULL;
}

ScratchMark scratch_mark(Reader *reader);
void scratch_release(Reader *reader, ScratchMark mark);
Datum *scratch_items(Reader *reader, uint32_t count);
void scratch_push(Reader *reader, DatumList *list, Datum item);

void operand_copy(Operand *to, const Operand *from);
/* A copy whose items live as long as the reader. */
void operand_keep(Reader *reader, Operand *to, const Operand *from);

/* What FIELD of RECORD comes to for a rule. */
void read_operand(Reader *reader, const Record *record, const Field *field, Operand *operand);
/* The lines that say it, here or in what RECORD is in; NULL if none does. */
const Line *read_lines(Reader *reader, const Record *record, const Field *field,
                       const Record **owner);
/* The time of a record as a rule takes it. */
void read_record_time(Reader *reader, const Record *record, Operand *operand);

/* index.c */
void reader_widen(Reader *reader); /* records joined the model: see model_fetch */
void index_records(Reader *reader);
const Datum *items_of(Reader *reader, const Kind *kind, uint32_t *count);
bool is_in_scope(const Reader *reader, const Record *record);
/* The index of FIELD, made when first asked for. */
FieldIndex *index_of(Reader *reader, const Field *field);
const DatumList *referrers_of(Reader *reader, FieldIndex *index, const Record *target);
Cell *cell_of(Reader *reader, const Record *record, const Field *field);

/* dates.c */
bool when_is_ready(const When *when);
/* Works WHEN out, which stands in FIELD of RECORD, or leaves it blocked. */
void when_settle(Reader *reader, const Record *record, const Field *field, When *when);
void dates_settle_all(Reader *reader);
/* DAYS on from a range (or months); unknown ends stay so. False if it leaves the calendar. */
bool shift_range(DateRange range, int64_t count, UnitFamily family, DateRange *shifted);

/* COUNT units of FAMILY after a range, or before it, working days too. False past the ends of time,
 * and if no calendar tells which days are worked. */
bool shift_by(Reader *reader, DateRange range, int64_t count, UnitFamily family, bool before,
              DateRange *shifted);

void when_work_out(Reader *reader, Task task);

/* settle.c: works TASK out, and first all that it waits for. Reports circles. */
void task_run(Reader *reader, Task task);
void cell_work_out(Reader *reader, Cell *cell);

/* derived.c: what a field's `is:` or `default:` comes to for RECORD. */
void derive(Reader *reader, const Record *record, const Field *field, Operand *operand);
void fall_back(Reader *reader, const Record *record, const Field *field, Operand *operand);
Node *derived_node(Reader *reader, const Field *field);
void compile_derived_fields(Reader *reader);

/* More than this many looks at records, and a rule is refused: so many that no small plan meets
 * it, and for a large one so many a record that only what grows faster than the plan does. */
double most_looks(const Reader *reader);

#endif
