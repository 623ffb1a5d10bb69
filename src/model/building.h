/* What the steps of building a model hand to each other. Only files of this folder include it. */
#ifndef CONVENE_MODEL_BUILDING_H
#define CONVENE_MODEL_BUILDING_H

#include "../base/out.h"
#include "build.h"

/* A declaration or a record that was met, with the tree it came from, to be worked on when all
 * names are known. */
typedef struct KindWork {
    struct KindWork *next;
    Kind *kind;
    const Item *item;
    bool is_extension;
    const Name *extends;
    Module *module;
} KindWork;

typedef struct LineWork {
    Record *record;
    Field *field;
    Line *line;
    const Phrase *values;
} LineWork;

typedef struct TreeWork {
    const Tree *tree;
    const Block *block;
    Module *module;
} TreeWork;

/* `inverse: activity.informs` of a field, `where-none: activity.whole-exercise` of a kind: to be
 * found when all fields are known. */
typedef struct InverseWork {
    struct InverseWork *next;
    Field *field; /* NULL: of a kind */
    Kind *kind;
    const Name *path;
    Span span;
} InverseWork;

typedef struct Building {
    Model *model;
    const Library *library;
    TreeWork *trees; /* of the modules, in the order they were found */
    uint32_t tree_count, tree_room;
    Map *modules; /* by their names */
    KindWork *kinds, *last_kind;
    InverseWork *inverses;
    Kind *term_kind; /* what every word of every list is like; NULL if no module declares it */
    bool is_test;    /* the main block is a test: its own labels say what must come out */
    Slot *slots;     /* room for those of the record in hand, so that they stand side by side */
    uint32_t slots_left;
    LineWork *lines;
    uint32_t line_count, line_room;
} Building;

static inline const Name *build_name(Building *building, const char *text) {
    return name_of(building->model->names, text_of(text));
}

/* Finds and parses every module that is adopted or used, from the main file outwards. */
/* The module NAME, found in the library if it is not known yet; NULL if there is none. */
Module *fetch_module(Building *building, const Name *name);
void build_modules(Building *building, const Tree *tree, const Block *main,
                   const Name *const *against);

/* standing.c: whose the plan in MAIN is, and where, looked up in all trees before anything is made
 * of them. */
typedef struct Trees Trees;
Trees *trees_new(Building *building);
void standing_find(Trees *trees, const Block *main, Standing *standing);
/* The names that APPLICATION (or any record) lists in its field FIELD, as the list has them. */
NameList trees_words(Trees *trees, const RecordNode *record, const char *field);
/* The phrases that the plan in MAIN has in its field FIELD, as names; what is no name is left out.
 */
NameList trees_plan_names(Trees *trees, const Block *main, const char *field);
Role trees_role(Trees *trees, const RecordNode *record);

/* vocabulary, kind, field, extend, draw, words, scale and term: what the language itself declares
 * things with. Declares every kind of every tree, then all that is said of them. */
bool is_meta_word(const Name *word);
void build_kind_names(Building *building, TreeWork work);
void build_kinds(Building *building);
void build_fields(Building *building, Kind *kind, const Block *block);
void build_inverses(Building *building);
void remember_stand_ins(Building *building, Kind *kind, const FieldNode *node);
void build_draws(Building *building, Kind *kind, const Block *block);

/* Shared by the readers of declarations: a phrase as one name, `also:`, `not-called:`. */
const Name *phrase_name(Building *building, const Phrase *phrase);
void read_names(Building *building, const Block *block, const char *label, const Name ***names,
                uint32_t *count);
void read_spellings(Building *building, const Block *block, const Name ***also, uint32_t *count);
Misnomer *read_misnomers(Building *building, const Block *block);

/* One record for each item that is not a declaration, and its lines. */
void build_records(Building *building, TreeWork work);
void build_lines(Building *building);
void build_references(Building *building);

/* A field for the line LABEL of `settings { ... }`, which names a setting in place of a label of
 * the kind. NULL if the vocabulary has no settings. */
Field *settings_field(Building *building, const Record *record, const Name *label);
/* Reports what no profile may say of a setting: see settings.h. */
void check_settings(Building *building);

/* The names of one module: what map Module.names holds. */
typedef struct NameEntry {
    Record *first, *last; /* all of this name, linked by same_name */
    Record *first_named;  /* the first of them that was given the name */
    Record *by_title;     /* a record of another name whose title reads so */
} NameEntry;

/* Is its name only good within its parent, as an option's is in its decision? */
bool scope_is_local(const Record *record);

/* Adds RECORD to the names that can be referred to; reports a name that is taken. */
void scope_add(Building *building, Record *record);

/* Says what is wrong with a label or a kind that nobody declared, with the nearest that was. */
void report_unknown_label(Building *building, const Record *record, const FieldNode *field);
void report_unknown_kind(Building *building, const Record *parent, const RecordNode *node);

/* The nearest name to TYPED among NAMES; NULL if none is near. */
const Name *nearest_name(const Name *typed, const Name *const *names, uint32_t count);

#endif
