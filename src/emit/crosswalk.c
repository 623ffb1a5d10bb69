/* Clauses of two charters, brought together by what they rest on. */
#include "crosswalk.h"

#include "../model/included.h"
#include "said.h"
#include "taken_over.h"

#include <string.h>

typedef struct Clauses {
    const Record **items;
    uint32_t count, room;
} Clauses;

typedef struct Work {
    Crosswalk *crosswalk;
    Map *row_of; /* an expectation -> its row */
    Map *met;    /* clauses that stand in a row */
    Clauses left, right;
} Work;

/* ---- the clauses of a charter, with those of what it includes ---- */

static void add_clauses(Crosswalk *crosswalk, const Record *parent, Clauses *clauses) {
    for (const Record *child = parent->first_child; child != NULL; child = child->next_sibling) {
        if (child->kind->role == ROLE_CLAUSE)
            arena_push(crosswalk->arena, clauses->items, clauses->count, clauses->room, child);
        else if (child->kind->role == ROLE_HEADING)
            add_clauses(crosswalk, child, clauses);
    }
}

static void add_charter(Crosswalk *crosswalk, const Record *charter, Clauses *clauses) {
    uint32_t count = 0;
    const Record **charters = charter_with_included(crosswalk->model, charter, &count);
    for (uint32_t i = 0; i < count; i++)
        add_clauses(crosswalk, charters[i], clauses);
}

/* ---- rows ---- */

static CrosswalkRow *add_row(Crosswalk *crosswalk, Meeting meeting, const char *what) {
    CrosswalkRow *row = arena_make(crosswalk->arena, CrosswalkRow);
    row->meeting = meeting;
    row->what = what;
    arena_push(crosswalk->arena, crosswalk->rows, crosswalk->row_count, crosswalk->row_room, row);
    return row;
}

static bool holds(const Record *const *clauses, uint32_t count, const Record *clause) {
    for (uint32_t i = 0; i < count; i++)
        if (clauses[i] == clause)
            return true;
    return false;
}

static void add_left(Work *work, CrosswalkRow *row, const Record *clause) {
    if (!holds(row->left, row->left_count, clause))
        arena_push(work->crosswalk->arena, row->left, row->left_count, row->left_room, clause);
}

static void add_right(Work *work, CrosswalkRow *row, const Record *clause) {
    if (!holds(row->right, row->right_count, clause))
        arena_push(work->crosswalk->arena, row->right, row->right_count, row->right_room, clause);
}

static const char *title_of(const Crosswalk *crosswalk, const Record *record) {
    return text_string(crosswalk->arena, record->title);
}

/* Rows of expectations that somebody of the right rests on too; the others are not kept. */
static void meet_in_expectations(Work *work) {
    Crosswalk *crosswalk = work->crosswalk;
    for (uint32_t i = 0; i < work->left.count; i++) {
        uint32_t count = 0;
        const Record **taken = expectations_taken_over(crosswalk->arena, crosswalk->model,
                                                       work->left.items[i], &count);
        for (uint32_t k = 0; k < count; k++) {
            CrosswalkRow *row = map_get(work->row_of, taken[k]);
            if (row == NULL) {
                row = add_row(crosswalk, MEETS_IN_EXPECTATION, title_of(crosswalk, taken[k]));
                map_put(work->row_of, taken[k], row);
            }
            add_left(work, row, work->left.items[i]);
        }
    }
    for (uint32_t i = 0; i < work->right.count; i++) {
        uint32_t count = 0;
        const Record **taken = expectations_taken_over(crosswalk->arena, crosswalk->model,
                                                       work->right.items[i], &count);
        for (uint32_t k = 0; k < count; k++) {
            CrosswalkRow *row = map_get(work->row_of, taken[k]);
            if (row != NULL)
                add_right(work, row, work->right.items[i]);
        }
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < crosswalk->row_count; i++)
        if (crosswalk->rows[i]->right_count > 0)
            crosswalk->rows[kept++] = crosswalk->rows[i];
    crosswalk->row_count = kept;
}

/* Does CLAUSE say that it is the same as OTHER? */
static bool says_same(const Crosswalk *crosswalk, const Record *clause, const Record *other) {
    const Slot *slot = record_slot_text(crosswalk->model, clause, "same-as");
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value)) {
        if (value->kind == VALUE_RECORD && value->record == other)
            return true;
        if (value->kind == VALUE_NAME && other->path != NULL &&
            name_may_be_typed(other->path, value->name))
            return true;
    }
    return false;
}

static bool stand_together(const Crosswalk *crosswalk, const Record *left, const Record *right) {
    for (uint32_t i = 0; i < crosswalk->row_count; i++)
        if (holds(crosswalk->rows[i]->left, crosswalk->rows[i]->left_count, left) &&
            holds(crosswalk->rows[i]->right, crosswalk->rows[i]->right_count, right))
            return true;
    return false;
}

static void meet_as_same(Work *work) {
    Crosswalk *crosswalk = work->crosswalk;
    for (uint32_t i = 0; i < work->left.count; i++)
        for (uint32_t k = 0; k < work->right.count; k++) {
            const Record *left = work->left.items[i], *right = work->right.items[k];
            if (!says_same(crosswalk, left, right) && !says_same(crosswalk, right, left))
                continue;
            if (left == right || stand_together(crosswalk, left, right))
                continue;
            CrosswalkRow *row = add_row(crosswalk, MEETS_AS_SAME, title_of(crosswalk, left));
            add_left(work, row, left);
            add_right(work, row, right);
        }
}

/* ---- where they pull apart ---- */

/* The first line behind LABEL, in words; NULL if there is none. */
static const char *line_of(const Crosswalk *crosswalk, const Record *clause, const char *label) {
    const Slot *slot = record_slot_text(crosswalk->model, clause, label);
    if (slot == NULL || slot->lines == NULL)
        return NULL;
    const Value *value = slot->lines->first;
    return value != NULL ? value_words(crosswalk->arena, value)
                         : said_rule(crosswalk->arena, crosswalk->model, slot->lines);
}

static const char *add_sentence(const Crosswalk *crosswalk, const char *sentences,
                                const char *sentence) {
    return sentences == NULL ? sentence
                             : arena_format(crosswalk->arena, "%s %s", sentences, sentence);
}

/* A difference in LABEL, which people see as WORDS. */
static const char *differ_in(const Crosswalk *crosswalk, const char *sentences, const char *left,
                             const char *right, const char *words) {
    if (left == NULL && right == NULL)
        return sentences;
    if (left != NULL && right != NULL && strcmp(left, right) == 0)
        return sentences;
    return add_sentence(crosswalk, sentences,
                        arena_format(crosswalk->arena, "%s: %s in the first, %s in the second.",
                                     words, left == NULL ? "not said" : left,
                                     right == NULL ? "not said" : right));
}

/* What two clauses that ask the same differ in: how strongly, of whom, by when, on which condition.
 */
static const char *apart(const Crosswalk *crosswalk, const Record *left, const Record *right) {
    static const struct {
        const char *label, *words;
    } LABELS[] = {{"stage", "At which time"},
                  {"bearer", "Whom it binds"},
                  {"when", "On which condition"},
                  {"due", "By when"}};
    const char *said = differ_in(crosswalk, NULL, said_force(crosswalk->model, left),
                                 said_force(crosswalk->model, right), "How strongly");
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        said = differ_in(crosswalk, said, line_of(crosswalk, left, LABELS[i].label),
                         line_of(crosswalk, right, LABELS[i].label), LABELS[i].words);
    return said;
}

/* The less, the stronger. */
static int strength(const Crosswalk *crosswalk, const Record *clause) {
    const char *said = said_force(crosswalk->model, clause);
    int force = FORCE_LAW;
    while (force < FORCE_MAY && strcmp(said, force_word((Force)force)) != 0)
        force++;
    return force;
}

/* Of several clauses of one charter, the one that asks most strongly goes. */
static const Record *strongest(const Crosswalk *crosswalk, const Record *const *clauses,
                               uint32_t count) {
    const Record *best = clauses[0];
    for (uint32_t i = 1; i < count; i++)
        if (strength(crosswalk, clauses[i]) < strength(crosswalk, best))
            best = clauses[i];
    return best;
}

static void find_differences(Crosswalk *crosswalk) {
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        CrosswalkRow *row = crosswalk->rows[i];
        row->apart = apart(crosswalk, strongest(crosswalk, row->left, row->left_count),
                           strongest(crosswalk, row->right, row->right_count));
        crosswalk->apart += row->apart != NULL;
    }
    crosswalk->shared = crosswalk->row_count;
}

/* ---- tensions between the two ---- */

static bool is_in(const Clauses *clauses, const Record *clause) {
    return holds(clauses->items, clauses->count, clause);
}

/* Every clause that it names is of one of the two, and each of them has one. */
static bool is_between(const Work *work, const Record *tension) {
    const Model *model = work->crosswalk->model;
    bool left = false, right = false;
    for (const Value *value = record_value(model, tension, "between"); value != NULL;
         value = value_after(value)) {
        const Record *clause = value->kind == VALUE_NAME ? model_record(model, value->name) : NULL;
        if (clause == NULL || (!is_in(&work->left, clause) && !is_in(&work->right, clause)))
            return false;
        left = left || is_in(&work->left, clause);
        right = right || !is_in(&work->left, clause);
    }
    return left && right;
}

static void add_tension(Work *work, const Record *tension) {
    Crosswalk *crosswalk = work->crosswalk;
    CrosswalkRow *row = add_row(crosswalk, MEETS_IN_TENSION, title_of(crosswalk, tension));
    for (const Value *value = record_value(crosswalk->model, tension, "between"); value != NULL;
         value = value_after(value)) {
        const Record *clause = model_record(crosswalk->model, value->name);
        if (is_in(&work->left, clause))
            add_left(work, row, clause);
        else
            add_right(work, row, clause);
    }
    row->apart = text_string(crosswalk->arena, record_text(crosswalk->model, tension, "says"));
    row->reading = text_string(crosswalk->arena, record_text(crosswalk->model, tension, "reading"));
    crosswalk->tensions++;
}

static void meet_in_tensions(Work *work) {
    const Model *model = work->crosswalk->model;
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_TENSION && is_between(work, model->records[i]))
            add_tension(work, model->records[i]);
}

/* ---- what only one has ---- */

static void note_met(Work *work) {
    for (uint32_t i = 0; i < work->crosswalk->row_count; i++) {
        const CrosswalkRow *row = work->crosswalk->rows[i];
        for (uint32_t k = 0; k < row->left_count; k++)
            map_put(work->met, row->left[k], row->left);
        for (uint32_t k = 0; k < row->right_count; k++)
            map_put(work->met, row->right[k], row->right);
    }
}

static uint32_t add_lonely(Work *work, const Clauses *clauses, bool left) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < clauses->count; i++) {
        const Record *clause = clauses->items[i];
        if (map_get(work->met, clause) != NULL)
            continue;
        CrosswalkRow *row = add_row(work->crosswalk, MEETS_NOT, title_of(work->crosswalk, clause));
        if (left)
            add_left(work, row, clause);
        else
            add_right(work, row, clause);
        count++;
    }
    return count;
}

Crosswalk *crosswalk_make(Arena *arena, const Model *model, const Record *left,
                          const Record *right) {
    Crosswalk *crosswalk = arena_make(arena, Crosswalk);
    *crosswalk = (Crosswalk){.arena = arena, .model = model, .left = left, .right = right};
    Work work = {.crosswalk = crosswalk, .row_of = map_new(arena), .met = map_new(arena)};
    add_charter(crosswalk, left, &work.left);
    add_charter(crosswalk, right, &work.right);
    meet_in_expectations(&work);
    meet_as_same(&work);
    find_differences(crosswalk);
    note_met(&work);
    meet_in_tensions(&work);
    crosswalk->only_left = add_lonely(&work, &work.left, true);
    crosswalk->only_right = add_lonely(&work, &work.right, false);
    return crosswalk;
}

const char *crosswalk_clauses(const Crosswalk *crosswalk, const Record *const *clauses,
                              uint32_t count) {
    const char *list = NULL;
    for (uint32_t i = 0; i < count; i++) {
        Text source = record_text(crosswalk->model, clauses[i], "source");
        const char *one = arena_format(crosswalk->arena, "%s (%s%s%.*s)", clauses[i]->path->text,
                                       said_force(crosswalk->model, clauses[i]),
                                       source.length == 0 ? "" : "; ", TEXT_ARGS(source));
        list = list == NULL ? one : arena_format(crosswalk->arena, "%s; %s", list, one);
    }
    return list == NULL ? "" : list;
}
