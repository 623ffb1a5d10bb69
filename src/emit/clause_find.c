/* Finds clauses by what people call them. Sources are compared word by word, numbers in words or
 * figures alike, so "Step Two, 5", "step 2.5" and "bnssg, step two 5" are the same. */
#include "clause_find.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "said.h"

ClauseList clauses_of_judgement(Arena *arena, const Judgement *judgement) {
    ClauseList list = {0};
    for (uint32_t i = 0; i < judgement->result_count; i++)
        arena_push(arena, list.items, list.count, list.room, judgement->results[i]->clause);
    return list;
}

ClauseList clauses_of_model(Arena *arena, const Model *model) {
    ClauseList list = {0};
    for (uint32_t i = 0; i < model->record_count; i++)
        if (model->records[i]->kind->role == ROLE_CLAUSE)
            arena_push(arena, list.items, list.count, list.room, model->records[i]);
    return list;
}

enum { MOST_WORDS = 24, LONGEST_WORD = 40 };

typedef struct Bag {
    char words[MOST_WORDS][LONGEST_WORD];
    size_t count;
} Bag;

/* "two" and "ii" are 2, as clauses are numbered in all three ways. */
static void number_word(char *word) {
    static const char *const numbers[][2] = {
        {"one", "i"},  {"two", "ii"},    {"three", "iii"},  {"four", "iv"}, {"five", "v"},
        {"six", "vi"}, {"seven", "vii"}, {"eight", "viii"}, {"nine", "ix"}, {"ten", "x"}};
    for (int i = 0; i < 10; i++)
        if (strcmp(word, numbers[i][0]) == 0 || strcmp(word, numbers[i][1]) == 0)
            snprintf(word, LONGEST_WORD, "%d", i + 1);
}

static Bag bag_of(Text text) {
    Bag bag = {0};
    size_t at = 0;
    while (at < text.length && bag.count < MOST_WORDS) {
        while (at < text.length && !isalnum((unsigned char)text.at[at]))
            at++;
        char *word = bag.words[bag.count];
        size_t length = 0;
        bool digits = at < text.length && isdigit((unsigned char)text.at[at]);
        while (at < text.length && isalnum((unsigned char)text.at[at]) &&
               digits == (isdigit((unsigned char)text.at[at]) != 0)) {
            if (length + 1 < LONGEST_WORD)
                word[length++] = (char)tolower((unsigned char)text.at[at]);
            at++;
        }
        word[length] = '\0';
        number_word(word);
        bag.count += length > 0;
    }
    return bag;
}

static bool has_word(const Bag *bag, const char *word) {
    for (size_t i = 0; i < bag->count; i++)
        if (strcmp(bag->words[i], word) == 0)
            return true;
    return false;
}

/* ASKED ends in the words of SOURCE, and what stands before them names the charter. */
static bool source_fits(const Bag *asked, Text source, const Record *clause) {
    Bag wanted = bag_of(source);
    if (wanted.count == 0 || asked->count < wanted.count)
        return false;
    size_t before = asked->count - wanted.count;
    for (size_t i = 0; i < wanted.count; i++)
        if (strcmp(asked->words[before + i], wanted.words[i]) != 0)
            return false;
    const Record *charter = clause;
    while (charter->parent != NULL && charter->kind->role != ROLE_CHARTER)
        charter = charter->parent;
    Bag path = bag_of(name_text(charter->name)), title = bag_of(charter->title);
    for (size_t i = 0; i < before; i++)
        if (!has_word(&path, asked->words[i]) && !has_word(&title, asked->words[i]))
            return false;
    return true;
}

static bool title_fits(const Bag *asked, const Record *clause) {
    Bag title = bag_of(clause->title);
    if (asked->count != title.count)
        return false;
    for (size_t i = 0; i < title.count; i++)
        if (strcmp(asked->words[i], title.words[i]) != 0)
            return false;
    return true;
}

/* In falling order of certainty: a whole path, an ending, a place in the source, a title. */
typedef enum Fit { FIT_PATH, FIT_ENDING, FIT_SOURCE, FIT_TITLE, FITS } Fit;

static bool clause_fits(const Model *model, const Record *clause, Text asked, const Bag *words,
                        Fit fit) {
    const char *path = clause->path->text;
    switch (fit) {
    case FIT_PATH: return text_is(asked, path);
    case FIT_ENDING: return path_ends(path, asked);
    case FIT_SOURCE: return source_fits(words, record_text(model, clause, "source"), clause);
    case FIT_TITLE: return title_fits(words, clause);
    default: return false;
    }
}

ClauseList clauses_meant(Arena *arena, const Model *model, const ClauseList *clauses, Text asked) {
    Bag words = bag_of(asked);
    ClauseList list = {0};
    for (int fit = 0; fit < FITS && list.count == 0; fit++)
        for (uint32_t i = 0; i < clauses->count; i++)
            if (clause_fits(model, clauses->items[i], asked, &words, (Fit)fit))
                arena_push(arena, list.items, list.count, list.room, clauses->items[i]);
    return list;
}

/* How far ASKED is from the clause: letters to change in its name or last word, or 1 where a word
 * that was asked stands in its path or title. */
static unsigned distance(const Record *clause, Text asked, const Bag *words) {
    enum { LIMIT = 4 };
    const char *own = clause->name->text, *dot = strrchr(own, '.');
    unsigned far = text_distance(asked, text_of(own), LIMIT);
    unsigned last = dot == NULL ? far : text_distance(asked, text_of(dot + 1), LIMIT);
    unsigned near = last < far ? last : far;
    Bag path = bag_of(name_text(clause->path)), title = bag_of(clause->title);
    for (size_t i = 0; i < words->count; i++)
        if (strlen(words->words[i]) > 3 &&
            (has_word(&path, words->words[i]) || has_word(&title, words->words[i])))
            near = near > 1 ? 1 : near;
    return near;
}

ClauseList clauses_near(Arena *arena, const ClauseList *clauses, Text asked, uint32_t limit) {
    Bag words = bag_of(asked);
    ClauseList list = {0};
    for (unsigned far = 0; far <= 3; far++)
        for (uint32_t i = 0; i < clauses->count && list.count < limit; i++)
            if (distance(clauses->items[i], asked, &words) == far)
                arena_push(arena, list.items, list.count, list.room, clauses->items[i]);
    return list;
}
