/* For whom a charter or a clause is, and the law that holds for a plan without being adopted. */
#include <ctype.h>

#include "judging.h"

#include "../base/out.h"

enum { MOST_TITLES = 4 };

/* ---- whom something is for ---- */

static bool is_people(const Judging *judging, const Record *word) {
    const Value *people = record_value(judging->model, word, "people");
    return people != NULL && people->kind == VALUE_YES_NO && people->yes;
}

/* Texts and bodies that stand beside the words say more of them, and decide nothing. */
static const Record *word_of(const Value *value) {
    bool is_word = value->kind == VALUE_RECORD && value->record->kind->is_words;
    return is_word ? value->record : NULL;
}

/* The words that RECORD has in its field FIELD, without those that are people and no body. */
static NameList words_named(Judging *judging, const Record *record, const char *field,
                            bool *people) {
    NameList list = {0};
    for (const Value *value = slot_first(role_slot(judging, record, field)); value != NULL;
         value = value_after(value)) {
        const Record *word = word_of(value);
        if (word == NULL)
            continue;
        if (is_people(judging, word))
            *people = true;
        else
            arena_push(judging->arena, list.names, list.count, list.room, word->name);
    }
    return list;
}

/* Adds TITLE to a list in words: "England, Wales". Small letters within a sentence, but for names
 * and short forms, which have a capital further on. */
static void add_title(Judging *judging, Out *out, Text title, bool is_name) {
    char *said = text_string(judging->arena, title);
    bool more_capitals = false;
    for (const char *at = said[0] == '\0' ? said : said + 1; *at != '\0'; at++)
        more_capitals |= isupper((unsigned char)*at) != 0;
    if (!is_name && !more_capitals)
        said[0] = (char)tolower((unsigned char)said[0]);
    out_format(out, "%s%s", out->length == 0 ? "" : ", ", said);
}

static const char *taken(Judging *judging, Out *out) {
    const char *said = text_string(judging->arena, out_written(out));
    out_free(out);
    return said;
}

/* "England, Wales": the titles of the words behind the field; of many the first. */
static const char *words_said(Judging *judging, const Record *record, const char *field) {
    Out out = {0};
    bool is_name = text_is(text_of(field), "nation");
    uint32_t shown = 0;
    for (const Value *value = slot_first(role_slot(judging, record, field)); value != NULL;
         value = value_after(value)) {
        const Record *word = word_of(value);
        if (word == NULL || is_people(judging, word))
            continue;
        if (++shown <= MOST_TITLES)
            add_title(judging, &out, word->title, is_name);
        else if (shown == MOST_TITLES + 1)
            out_string(&out, " and others");
    }
    return taken(judging, &out);
}

/* The titles of NAMES, words of the list from which RECORD's FIELD picks. */
static const char *names_said(Judging *judging, const NameList *names, const Record *record,
                              const char *field, bool is_name) {
    Out out = {0};
    const Kind *list = NULL;
    for (const Value *value = slot_first(role_slot(judging, record, field));
         list == NULL && value != NULL; value = value_after(value))
        list = word_of(value) == NULL ? NULL : word_of(value)->kind;
    for (uint32_t i = 0; i < names->count; i++) {
        const Record *word = list == NULL ? NULL : map_get(list->term_names, names->names[i]);
        Text title = word == NULL ? name_text(names->names[i]) : word->title;
        add_title(judging, &out, title, is_name);
    }
    return taken(judging, &out);
}

static const char *other_nation(Judging *judging, const Record *record) {
    const Standing *standing = &judging->model->standing;
    return arena_format(judging->arena, "it is for %s, and the plan is for %s.",
                        words_said(judging, record, "nation"),
                        names_said(judging, &standing->nations, record, "nation", true));
}

static const char *other_sort(Judging *judging, const Record *record) {
    const Standing *standing = &judging->model->standing;
    return arena_format(judging->arena,
                        "it binds other bodies (%s) than the one that answers for the plan (%s).",
                        words_said(judging, record, "bearer"),
                        names_said(judging, &standing->sorts, record, "bearer", false));
}

const char *not_for_plan(Judging *judging, const Record *record) {
    const Standing *standing = &judging->model->standing;
    bool people = false;
    NameList nations = words_named(judging, record, "nation", &people);
    people = false;
    NameList sorts = words_named(judging, record, "bearer", &people);
    if (nations.count > 0 && bearing_of_nation(standing, &nations) == BEARING_OUT)
        return other_nation(judging, record);
    if (people && sorts.count == 0)
        return "it is for the public to do, and no plan can break it.";
    if (bearing_of_sort(standing, &sorts) == BEARING_OUT)
        return other_sort(judging, record);
    return NULL;
}

/* ---- law that holds without being adopted ---- */

/* Charters that are not judged for the same reason, told in one sentence. */
typedef struct Group {
    Out titles;
    const Record *first;
    uint32_t count;
} Group;

typedef struct LawWork {
    Judging *judging;
    Group no_sort, other_nation, other_sort;
    bool no_nation;
} LawWork;

static void add_to_group(Group *group, const Record *application) {
    out_format(&group->titles, "%s%.*s", group->count == 0 ? "" : ", ",
               TEXT_ARGS(application->title));
    group->count++;
    if (group->first == NULL)
        group->first = application;
}

static bool is_judged(const Judgement *judgement, const Record *charter) {
    for (uint32_t i = 0; i < judgement->charter_count; i++)
        if (judgement->charters[i] == charter)
            return true;
    return false;
}

/* Is it law in the plan's time at all? What began or ended within is told clause by clause. */
static bool is_over(LawWork *work, const Record *application, const Record *charter) {
    Judging *judging = work->judging;
    const char *reason = NULL;
    When when = time_of_plan(judging);
    if (in_force_at(judging, force_span(judging, charter, application), &when, &reason) !=
        TRUTH_CONTRADICTED)
        return false;
    reason = arena_format(judging->arena, "%c%s", tolower((unsigned char)reason[0]), reason + 1);
    add_not_judged(judging,
                   arena_format(judging->arena, "%.*s: %s", TEXT_ARGS(application->title), reason),
                   false);
    return true;
}

static void judge_application(LawWork *work, const Record *application) {
    Judging *judging = work->judging;
    const Standing *standing = &judging->model->standing;
    const Record *charter = model_record(judging->model, application->refers);
    if (charter != NULL &&
        (is_judged(judging->judgement, charter) || map_get(judging->refused, charter) != NULL))
        return;
    bool people = false;
    NameList nations = words_named(judging, application, "nation", &people);
    NameList sorts = words_named(judging, application, "bearer", &people);
    Bearing nation = bearing_of_nation(standing, &nations);
    Bearing sort = bearing_of_sort(standing, &sorts);
    if (nation == BEARING_UNSAID)
        work->no_nation = true;
    else if (nation == BEARING_OUT)
        add_to_group(&work->other_nation, application);
    else if (sort == BEARING_OUT)
        add_to_group(&work->other_sort, application);
    else if (sort == BEARING_UNSAID)
        add_to_group(&work->no_sort, application);
    else if (charter != NULL && charter->kind->role == ROLE_CHARTER &&
             !is_over(work, application, charter))
        judge_charter(judging, charter);
}

static const char *titles_of(LawWork *work, Group *group) {
    return taken(work->judging, &group->titles);
}

static void say_no_nation(LawWork *work) {
    if (work->no_nation)
        add_not_judged(work->judging,
                       "law, because the plan does not say its nation, and law "
                       "differs from one to another (nation: england).",
                       true);
}

static void say_no_sort(LawWork *work) {
    Judging *judging = work->judging;
    const Standing *standing = &judging->model->standing;
    Group *group = &work->no_sort;
    if (group->count == 0)
        return;
    const char *titles = titles_of(work, group);
    const char *they = group->count == 1 ? "it binds" : "they bind";
    const Value *bearer = role_value(judging, group->first, "bearer");
    const char *sort = bearer == NULL || word_of(bearer) == NULL ? "" : word_of(bearer)->name->text;
    add_not_judged(
        judging,
        standing->unsorted.length > 0
            ? arena_format(judging->arena,
                           "%s: %s some sorts of body, and nothing says which sort %.*s is. Say it "
                           "there or of the body that it is part of (sort: %s, or another).",
                           titles, they, TEXT_ARGS(standing->unsorted), sort)
            : arena_format(judging->arena,
                           "%s: %s some sorts of body, and the plan does not say who answers for "
                           "it. Name the body (owner: ...), and in its own block its sort (sort: "
                           "%s, or another).",
                           titles, they, sort),
        true);
}

static void say_others(LawWork *work) {
    Judging *judging = work->judging;
    const Standing *standing = &judging->model->standing;
    Group *nation = &work->other_nation, *sort = &work->other_sort;
    if (sort->count == 1)
        add_not_judged(judging,
                       arena_format(judging->arena, "%s: %s", titles_of(work, sort),
                                    other_sort(judging, sort->first)),
                       false);
    else if (sort->count > 1)
        add_not_judged(
            judging,
            arena_format(judging->arena,
                         "%s: they bind other bodies than the one that answers for the plan (%s).",
                         titles_of(work, sort),
                         names_said(judging, &standing->sorts, sort->first, "bearer", false)),
            false);
    if (nation->count == 1)
        add_not_judged(judging,
                       arena_format(judging->arena, "%s: %s", titles_of(work, nation),
                                    other_nation(judging, nation->first)),
                       false);
    else if (nation->count > 1)
        add_not_judged(
            judging,
            arena_format(judging->arena, "%s: they are for other nations than the plan's (%s).",
                         titles_of(work, nation),
                         names_said(judging, &standing->nations, nation->first, "nation", true)),
            false);
}

void judge_law(Judging *judging) {
    const Model *model = judging->model;
    LawWork work = {.judging = judging};
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        if (record->kind->role == ROLE_APPLICATION && record->refers != NULL)
            judge_application(&work, record);
    }
    say_no_nation(&work);
    say_no_sort(&work);
    say_others(&work);
}
