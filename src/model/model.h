/* The finished model: kinds and their fields, records and their values, with every name resolved.
 * Rules and emitters see this and never the tree. */
#ifndef CONVENE_MODEL_MODEL_H
#define CONVENE_MODEL_MODEL_H

#include "../base/map.h"
#include "../source/diagnostic.h"
#include "value.h"

typedef struct Kind Kind;
typedef struct Module Module;
typedef struct Expr Expr; /* a rule, as parsed; compiled in rules/ */

/* The only roles C knows. A kind takes one with `like:`; all else about it is declared. */
typedef enum Role {
#define ROLE(name, word) ROLE_##name,
#include "roles.def"
#undef ROLE
    ROLES
} Role;

/* Bits: what a field may hold. */
typedef enum Base {
    BASE_TEXT = 1 << 0,
    BASE_NUMBER = 1 << 1,
    BASE_MONEY = 1 << 2,
    BASE_PERCENT = 1 << 3,
    BASE_YES_NO = 1 << 4,
    BASE_DATE = 1 << 5,  /* one day, as it is known */
    BASE_EVENT = 1 << 6, /* a day or two running, perhaps with times */
    BASE_SPAN = 1 << 7,  /* from one day to another */
    BASE_DURATION = 1 << 8,
    BASE_REPEAT = 1 << 9,
    BASE_TIME = 1 << 10,
    BASE_RECORD = 1 << 11,  /* of one of `kinds`; words of lists and scales are records too */
    BASE_NAME = 1 << 12,    /* any path, looked up later: a clause, a record of any kind */
    BASE_RULE = 1 << 13,    /* a condition, an operand or a rule, kept as an Expr */
    BASE_MESSAGE = 1 << 14, /* a text with holes */
    BASE_YEARLY = 1 << 15   /* a day of every year, or from one to another */
} Base;

typedef struct Type {
    uint32_t bases;
    Kind **kinds; /* for BASE_RECORD */
    uint32_t kind_count;
    bool dated; /* `type: text on date`: each value may carry a day */
} Type;

/* A word that people type for this, with what to tell them: data of the vocabulary. */
typedef struct Misnomer {
    struct Misnomer *next;
    const Name *name;
    Text advice;
} Misnomer;

struct Field {
    const Name *name;
    Text title, doc;
    Text example; /* what may stand behind the label, as written in the vocabulary; or empty */
    Span span;
    Kind *owner;
    Type type;
    uint32_t index; /* among the fields of its kind, for tables */
    bool many;
    bool required;
    bool reason_expected;
    bool from_parent;        /* not said here: taken from the record that this one is in */
    const Name **taken_from; /* not said here: taken from the records that these fields name */
    uint32_t taken_from_count;
    Expr *fallback;     /* `default:` comparisons use it, `is given` does not */
    Expr *derived;      /* `is:` */
    Kind *inverse_kind; /* `inverse: activity.informs` */
    Field *inverse_field;
    const Name *relation; /* `relation: upward`, or NULL */
    const Name **also;    /* other spellings taken as meant */
    uint32_t also_count;
    Misnomer *misnomers;
};

/* How a kind is drawn in one view: `draw timeline { mark: bar  from: opens }`. */
typedef struct DrawSlot {
    struct DrawSlot *next;
    const Name *slot;   /* from, to, lane, label, shade, done, arrow, into, dashed ... */
    Field **fields;     /* NULL entries stand for `title` and `name` */
    const Name **words; /* the words as written, as many as fields */
    uint32_t count;
} DrawSlot;

typedef struct Draw {
    struct Draw *next;
    const Name *view, *mark;
    DrawSlot *slots;
} Draw;

struct Kind {
    const Name *name;
    Text title, doc;
    Span span;
    Role role;
    bool is_words, is_scale; /* its records are the words of a list, or steps of a scale */
    Kind *placed_on;         /* a charter's own scale: the common one its steps are ranges of */
    Kind *base;              /* `like:` another kind: fields come from there too */
    Kind **within;           /* where its records may stand; none: at the top of a file */
    uint32_t within_count;
    bool in_library; /* `within: library`: may stand at the top of a file */
    const Name *plural;
    Field **fields;
    uint32_t field_count, field_room;
    Map *field_names;      /* of its own fields, with their other spellings */
    Map *term_names;       /* of a list: its words, with their other spellings */
    Field *time[2];        /* `time: opens, closes`: what in force, during and timelines go by */
    Kind *stand_ins;       /* `where-none: activity.whole-exercise`: records of this kind ... */
    Field *stand_in_field; /* ... for which this field says yes, where a plan has none of its own */
    Draw *draws;
    const Name **also;
    uint32_t also_count;
    Misnomer *misnomers;
    Record **records; /* all of this kind (not of kinds like it), in the order of the sources */
    uint32_t record_count, record_room;
    uint32_t index; /* among the kinds of the model */
    bool declared;  /* false while only its name is known */
    Module *module;
};

typedef struct Slot {
    struct Slot *next;
    Field *field;
    Line *lines, *last_line;
} Slot;

struct Record {
    Kind *kind;
    const Name *name;     /* never NULL: taken from the title if none was given */
    bool named;           /* a name was given */
    const Name *path;     /* "bnssg.charter.during.publicise": unique in the model, or as written */
    Text title, doc;      /* the title is never empty: the name in words if none was given */
    Span span, name_span; /* the header; the name in it */
    Span block_span;      /* the whole record */
    Record *parent;
    Record *first_child, *last_child, *next_sibling;
    Slot *slots, *last_slot;
    Module *module;
    const Name *refers; /* explain, confirm, adopt: what the header names */
    Span refers_span;
    Record *referred;     /* and the record it is, once resolved (NULL: none found) */
    const Name *for_name; /* `for survey` */
    Span for_span;
    Record *for_record;
    uint32_t index;                /* in the model, in the order of the sources */
    Record *same_name;             /* the next of this name in its module */
    Misnomer *misnomers;           /* of a word of a list */
    int16_t rank_first, rank_last; /* of a step of a scale: its place on the common scale; else 0 */
};

/* One file: a library module, or the file that was asked for. */
struct Module {
    const Name *name; /* "bnssg.charter"; NULL for a file that is not a library */
    uint32_t source;
    bool stdlib;
    Record **tops; /* what stands at its top */
    uint32_t top_count, top_room;
    bool always;   /* in force everywhere: the vocabulary */
    Module **uses; /* adopt and use, in order */
    uint32_t use_count, use_room;
    Map *names; /* of its records, for references inside it */
};

typedef struct NameList {
    const Name **names;
    uint32_t count, room;
} NameList;

/* What settles which law holds for the plan without being adopted: where it is, and what sort of
 * body answers for it. Found in the trees, because it settles which modules are read at all. */
typedef struct Standing {
    bool has_plan;
    NameList nations, sorts; /* words, by the names that their lists give them */
    bool owned;              /* it says who answers for it */
    Text unsorted;           /* the title of an owner of whom nothing says the sort; else "" */
} Standing;

/* Whether what is for some is for the plan. */
typedef enum Bearing { BEARING_IN, BEARING_OUT, BEARING_UNSAID } Bearing;

typedef struct Model {
    Arena *arena;
    Names *names;
    Sources *sources;
    Diagnostics *diagnostics;
    Kind **kinds;
    uint32_t kind_count, kind_room;
    Record **records; /* every record, in the order of the sources */
    uint32_t record_count, record_room;
    Module **modules;
    uint32_t module_count, module_room;
    Module *main; /* the file that was asked for */
    Standing standing;
    Map *kind_names; /* of kinds, with their other spellings */
    Map *plurals;
    struct Building *building; /* what it is made with, for modules that are fetched later */
    Map *paths;                /* full paths of charters, clauses, library records and words */
} Model;

/* The kind with this name (or one of its other spellings); NULL if there is none. */
Kind *model_kind(const Model *model, const Name *name);
Kind *model_kind_of_plural(const Model *model, const Name *name);
bool kind_is(const Kind *kind, const Kind *ancestor); /* the same, or `like:` it */
bool kind_is_list(const Kind *kind); /* its records are words of a list or a scale */
Kind *kind_with_role(const Model *model, Role role); /* the first declared; NULL if none is */

/* May a record of KIND stand in PARENT (NULL: at the top of a file)? Where it says nothing of its
 * own, a kind stands where the kind that it is like does: `placing` is the one that says so. */
const Kind *kind_placing(const Kind *kind);
bool kind_stands_in(const Kind *kind, const Record *parent);

/* A field of KIND or of what it is like; other spellings count. NULL if there is none. */
Field *kind_field(const Kind *kind, const Name *name);
Field *kind_field_text(const Model *model, const Kind *kind, const char *name);
const Draw *kind_draw(const Kind *kind, const char *view);
const DrawSlot *draw_slot(const Draw *draw, const char *slot);

/* May FULL be typed as TYPED: in full, by its end (`gunning` for uk.gunning), or, of a charter, by
 * whose it is (`bnssg` for bnssg.charter)? */
bool name_may_be_typed(const Name *full, const Name *typed);

/* The charter that may be typed as NAME: one of the model's; NULL if there is none. */
Record *model_charter(const Model *model, const Name *name);

/* The name of a module that holds a charter, for examples in messages; NULL if there is none. Asks
 * the library what it has, so only for those that have something to say. */
const Name *model_example_charter(const Model *model);

/* Is what is for NATIONS for a plan of this standing; is what binds bodies of SORTS (of any, if
 * there are none) binding for it? Of several who own a plan together, one that is bound is enough.
 */
Bearing bearing_of_nation(const Standing *standing, const NameList *nations);
Bearing bearing_of_sort(const Standing *standing, const NameList *sorts);

/* Is there a record with this full path, in hand or in a module of the library that is not? */
bool model_knows(const Model *model, const Name *path);

/* The record with this full path, or NULL. */
Record *model_record(const Model *model, const Name *path);

/* What a record says of a field; NULL if it does not say. */
const Slot *record_slot(const Record *record, const Field *field);
const Slot *record_slot_text(const Model *model, const Record *record, const char *field);
/* The first value that a record's own lines give for the field of that name; NULL if none. */
const Value *record_value(const Model *model, const Record *record, const char *field);
Text record_text(const Model *model, const Record *record, const char *field); /* "" if none */

/* The nearest enclosing record (or itself) with that role; NULL if there is none. */
Record *record_with_role(Record *record, Role role);

/* Walks all values of a slot, line by line:  for (const Value *v = slot_first(s); v; v =
 * value_after(v)) */
const Value *slot_first(const Slot *slot);
const Value *value_after(const Value *value);

/* "12 weeks", "about 3,000", "19 May 2026", "large print": a value as a person would write it. */
const char *value_words(Arena *arena, const Value *value);
const char *number_words(Arena *arena, ValueKind kind, Number number);
const char *duration_words(Arena *arena, Duration duration);
const char *when_words(Arena *arena, const When *when);
const char *sum_words(Arena *arena, const DateSum *sum); /* "6 weeks after listening closes" */

#endif
