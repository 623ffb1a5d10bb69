/* Gathers cases into entries. Two cases are one entry when the same expectation asks them (of
 * different records, or for different clauses that share it), when they say the same words, or when
 * their clauses say of each other that they ask the same. */
#include "entries.h"

#include <stdlib.h>
#include <string.h>

#include "../base/out.h"
#include "said.h"

/* What makes two cases one entry: a place in memory (an expectation, or a message), and numbers. */
typedef struct Key {
    const void *what;
    uint32_t number; /* with the group */
    int32_t day;
} Key;

typedef struct KeySlot {
    Key key;
    Entry *entry;
} KeySlot;

typedef struct Gather {
    Arena *arena;
    const Model *model;
    const Judgement *judgement;
    Entries *entries;
    Names *messages; /* so that equal messages are equal pointers */
    uint32_t
        *seen; /* by the index of a record: the last entry that holds it, see name_subjects_once */
    const char *said_before;  /* the message of the case before: many in a row say the same ... */
    const Name *words_before; /* ... and these are its words */
    KeySlot *slots;
    uint32_t used, room;
    uint32_t order;
    Map *law_broken; /* shared expectations and groups of clauses of which one breaks the law */
} Gather;

static uint32_t key_hash(Key key) {
    uint64_t hash = (uint64_t)(uintptr_t)key.what * 0x9E3779B97F4A7C15u;
    hash ^= ((uint64_t)key.number << 32) ^ (uint32_t)key.day;
    hash *= 0xD6E8FEB86659FD93u;
    return (uint32_t)(hash >> 32);
}

static uint32_t number_in(EntryGroup group, uint32_t number) {
    return number * ENTRY_GROUPS + (uint32_t)group;
}

static bool key_same(Key a, Key b) {
    return a.what == b.what && a.number == b.number && a.day == b.day;
}

static KeySlot *find_slot(KeySlot *slots, uint32_t room, Key key) {
    uint32_t at = key_hash(key) & (room - 1);
    while (slots[at].entry != NULL && !key_same(slots[at].key, key))
        at = (at + 1) & (room - 1);
    return &slots[at];
}

static void make_room(Gather *gather) {
    if (gather->used * 2 < gather->room)
        return;
    uint32_t room = gather->room == 0 ? 64 : gather->room * 2;
    KeySlot *slots = arena_array(gather->arena, KeySlot, room);
    for (uint32_t i = 0; i < gather->room; i++)
        if (gather->slots[i].entry != NULL)
            *find_slot(slots, room, gather->slots[i].key) = gather->slots[i];
    gather->slots = slots;
    gather->room = room;
}

static Entry *known(Gather *gather, Key key) {
    make_room(gather);
    return find_slot(gather->slots, gather->room, key)->entry;
}

static void remember(Gather *gather, Key key, Entry *entry) {
    make_room(gather);
    KeySlot *slot = find_slot(gather->slots, gather->room, key);
    if (slot->entry == NULL)
        gather->used++;
    *slot = (KeySlot){key, entry};
}

static Entry *new_entry(Gather *gather, EntryGroup group, Force force, const char *message) {
    Entry *entry = arena_make(gather->arena, Entry);
    entry->group = group;
    entry->force = force;
    entry->message = message;
    entry->order = gather->order++;
    EntryList *list = &gather->entries->lists[group];
    arena_push(gather->arena, list->items, list->count, list->room, entry);
    return entry;
}

static EntryGroup group_of(Verdict verdict, Force force) {
    switch (verdict) {
    case VERDICT_BROKEN: return force == FORCE_LAW ? ENTRY_LAW_BROKEN : ENTRY_PUT_RIGHT;
    case VERDICT_CANNOT_TELL: return ENTRY_CANNOT_TELL;
    case VERDICT_EXPLAINED: return ENTRY_EXPLAINED;
    case VERDICT_TO_CONFIRM: return ENTRY_TO_CONFIRM;
    case VERDICT_PENDING: return ENTRY_TO_COME;
    case VERDICT_NOT_SHOWN: return ENTRY_SILENT;
    default: return ENTRY_GROUPS;
    }
}

const char *entry_message(Arena *arena, const ClauseResult *result, const Case *kase) {
    if (kase->message != NULL && kase->message[0] != '\0')
        return said_string_on_one_line(arena, kase->message);
    const Record *asks = kase->expectation != NULL ? kase->expectation : result->clause;
    return text_string(arena, asks->title);
}

static void cite(Gather *gather, Entry *entry, const ClauseResult *result, Force force) {
    if (force < entry->force)
        entry->force = force;
    for (uint32_t i = 0; i < entry->cite_count; i++)
        if (entry->cites[i] == result)
            return;
    arena_push(gather->arena, entry->cites, entry->cite_count, entry->cite_room, result);
}

static void add_subject(Gather *gather, Entry *entry, const Record *subject) {
    if (subject == NULL || subject == gather->judgement->plan)
        return;
    arena_push(gather->arena, entry->subjects, entry->subject_count, entry->subject_room, subject);
}

/* Several clauses ask the same of one record: it is named once. */
static void name_subjects_once(Gather *gather, Entry *entry) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < entry->subject_count; i++) {
        const Record *subject = entry->subjects[i];
        if (gather->seen[subject->index] == entry->order + 1)
            continue;
        gather->seen[subject->index] = entry->order + 1;
        entry->subjects[kept++] = subject;
    }
    entry->subject_count = kept;
}

static bool has_day(const Case *kase) { return kase->has_due && !kase->due_unknown; }

/* What is to come on different days is different entries; what is late is one, however late. */
static int32_t key_day(EntryGroup group, const Case *kase) {
    if (group == ENTRY_TO_COME)
        return has_day(kase) ? kase->due.last : DAY_UNKNOWN_FUTURE;
    return kase->overdue ? 1 : 0;
}

static void add_day(Entry *entry, const Case *kase) {
    if (!has_day(kase))
        return;
    entry->days_differ =
        entry->days_differ || (entry->has_day && entry->day.last != kase->due.last);
    if (!entry->has_day || kase->due.last < entry->day.last)
        entry->day = kase->due;
    entry->has_day = true;
}

static const Name *words_of(Gather *gather, const ClauseResult *result, const Case *kase) {
    if (kase->message == NULL || kase->message != gather->said_before)
        gather->words_before =
            name_of_lasting(gather->messages, entry_message(gather->arena, result, kase));
    gather->said_before = kase->message;
    return gather->words_before;
}

/* What is law for one of those that ask the same is the first thing to do for all. */
static void note_law_broken(Gather *gather, const ClauseResult *result) {
    for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
        if (kase->verdict != VERDICT_BROKEN || kase->force != FORCE_LAW)
            continue;
        if (kase->shared)
            map_put(gather->law_broken, kase->expectation, gather);
        if (result->same != NULL)
            map_put(gather->law_broken, result->same, gather);
    }
}

static EntryGroup group_of_case(const Gather *gather, const ClauseResult *result,
                                const Case *kase) {
    bool law = kase->verdict == VERDICT_BROKEN &&
               ((kase->shared && map_get(gather->law_broken, kase->expectation) != NULL) ||
                (result->same != NULL && map_get(gather->law_broken, result->same) != NULL));
    return group_of(kase->verdict, law ? FORCE_LAW : kase->force);
}

/* The keys of what a clause and those that ask the same have in common: on one day, and on any. */
static Key same_key(const ClauseResult *result, EntryGroup group, bool any_day, int32_t day) {
    return (Key){result->same, number_in(group, any_day), any_day ? 0 : day};
}

/* The entry of another clause that asks the same; NULL if there is none. */
static Entry *twin_of(Gather *gather, const ClauseResult *result, EntryGroup group, int32_t day) {
    if (result->same == NULL)
        return NULL;
    Entry *entry = known(gather, same_key(result, group, false, day));
    if (entry == NULL)
        entry = known(gather, same_key(result, group, true, day));
    return entry != NULL && entry->cites[0] != result ? entry : NULL;
}

/* The first entry of a clause is the one that others join which ask the same. */
static void offer_to_twins(Gather *gather, const ClauseResult *result, EntryGroup group,
                           int32_t day, Entry *entry) {
    for (int any_day = 0; result->same != NULL && any_day < 2; any_day++) {
        Key key = same_key(result, group, any_day, day);
        if (known(gather, key) == NULL)
            remember(gather, key, entry);
    }
}

/* What is due on several days is listed under the first of them. */
static void put_first(Entry *entry, const Case *kase, const char *message) {
    if (entry->first == NULL || !has_day(kase) || entry->group != ENTRY_TO_COME ||
        (has_day(entry->first) && entry->first->due.last <= kase->due.last))
        return;
    entry->first = kase;
    entry->message = message;
}

static void add_case(Gather *gather, const ClauseResult *result, const Case *kase) {
    EntryGroup group = group_of_case(gather, result, kase);
    if (group == ENTRY_GROUPS)
        return;
    const Name *words = words_of(gather, result, kase);
    int32_t day = key_day(group, kase);
    bool shares = kase->shared && !kase->is_ask; /* it may be another one of each clause */
    Key same_asked = {kase->expectation, number_in(group, shares ? 0 : kase->number), day};
    Key same_words = {words, number_in(group, 0), day};
    if (group == ENTRY_EXPLAINED && kase->explanation != NULL)
        same_asked = same_words = (Key){kase->explanation, number_in(group, 0), 0};
    Entry *entry = known(gather, same_asked);
    if (entry == NULL)
        entry = known(gather, same_words);
    if (entry == NULL)
        entry = twin_of(gather, result, group, day);
    if (entry == NULL) {
        entry = new_entry(gather, group, kase->force, words->text);
        entry->first = kase;
    }
    put_first(entry, kase, words->text);
    entry->overdue = entry->overdue || kase->overdue;
    remember(gather, same_asked, entry);
    remember(gather, same_words, entry);
    offer_to_twins(gather, result, group, day, entry);
    add_day(entry, kase);
    cite(gather, entry, result, kase->force);
    add_subject(gather, entry, kase->subject);
    entry->case_count++;
}

/* A clause may have its verdict without a case: it cannot be told whether it applies at all.
 * One reason for many clauses is one entry. */
static void add_clause(Gather *gather, const ClauseResult *result) {
    EntryGroup group = group_of(result->verdict, result->force);
    if (group == ENTRY_GROUPS)
        return;
    const char *reason = result->reason;
    reason = reason == NULL ? text_string(gather->arena, result->clause->title)
                            : said_plainly(gather->arena, gather->model, reason, reason);
    const Name *words = name_of(gather->messages, text_of(reason));
    Key key = {words, number_in(group, 0), 1};
    Entry *entry = known(gather, key);
    if (entry == NULL)
        entry = twin_of(gather, result, group, key.day);
    if (entry == NULL)
        entry = new_entry(gather, group, result->force, words->text);
    remember(gather, key, entry);
    offer_to_twins(gather, result, group, key.day, entry);
    cite(gather, entry, result, result->force);
}

static void add_finding(Gather *gather, const Finding *finding) {
    EntryGroup group = finding->put_right ? ENTRY_PUT_RIGHT : ENTRY_NOTE;
    const char *message = said_on_one_line(gather->arena, text_of(finding->message));
    Entry *entry = new_entry(gather, group, FORCE_MUST, message);
    entry->finding = finding;
}

static int32_t sort_day(const Entry *entry) {
    if (entry->group != ENTRY_TO_COME || entry->first == NULL || !has_day(entry->first))
        return DAY_UNKNOWN_FUTURE;
    return entry->first->due.last;
}

static int by_weight(const void *left, const void *right) {
    const Entry *a = *(Entry *const *)left, *b = *(Entry *const *)right;
    if (sort_day(a) != sort_day(b))
        return sort_day(a) < sort_day(b) ? -1 : 1;
    if (a->force != b->force)
        return a->force < b->force ? -1 : 1;
    if (a->overdue != b->overdue)
        return a->overdue ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

Entries *entries_gather(Arena *arena, const Model *model, const Judgement *judgement) {
    Gather gather = {.arena = arena,
                     .model = model,
                     .judgement = judgement,
                     .entries = arena_make(arena, Entries),
                     .messages = names_new(arena),
                     .law_broken = map_new(arena),
                     .seen = arena_array(arena, uint32_t, model->record_count + 1)};
    for (uint32_t i = 0; i < judgement->result_count; i++)
        note_law_broken(&gather, judgement->results[i]);
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        const ClauseResult *result = judgement->results[i];
        if (result->cases == NULL)
            add_clause(&gather, result);
        for (const Case *kase = result->cases; kase != NULL; kase = kase->next)
            add_case(&gather, result, kase);
    }
    for (const Finding *finding = judgement->findings; finding != NULL; finding = finding->next)
        add_finding(&gather, finding);
    for (int group = 0; group < ENTRY_GROUPS; group++) {
        EntryList *list = &gather.entries->lists[group];
        for (uint32_t i = 0; i < list->count; i++)
            name_subjects_once(&gather, list->items[i]);
        if (list->count > 1)
            qsort(list->items, list->count, sizeof *list->items, by_weight);
    }
    return gather.entries;
}

static bool mentions(const char *message, Text title) {
    return title.length == 0 || strstr(message, title.at) != NULL;
}

const char *entry_titles(Arena *arena, const Entry *entry, uint32_t from, uint32_t limit) {
    uint32_t end = entry->subject_count;
    if (from >= end)
        return NULL;
    uint32_t shown = end - from > limit ? limit : end - from;
    Out out = {0};
    for (uint32_t i = 0; i < shown; i++) {
        const char *join = i == 0 ? "" : i + 1 == end - from ? " and " : ", ";
        out_string(&out, join);
        out_text(&out, entry->subjects[from + i]->title);
    }
    if (end - from > shown)
        out_format(&out, " and %u more", end - from - shown);
    const char *titles = text_string(arena, out_written(&out));
    out_free(&out);
    return titles;
}

const char *entry_others(Arena *arena, const Entry *entry, uint32_t limit) {
    if (entry->subject_count == 0)
        return NULL;
    const char *first = text_string(arena, entry->subjects[0]->title);
    bool said = mentions(entry->message, text_of(first));
    const char *titles = entry_titles(arena, entry, said ? 1 : 0, limit);
    if (titles == NULL)
        return NULL;
    return arena_format(arena, "%s%s", said ? "The same for: " : "For: ", titles);
}

const char *entry_due(Arena *arena, const Entry *entry) {
    if (entry->first == NULL)
        return NULL;
    if (!entry->days_differ)
        return said_due(arena, entry->first);
    Case earliest = *entry->first;
    earliest.due = entry->day;
    earliest.has_due = true;
    earliest.due_unknown = false;
    return arena_format(arena, "the first %s", said_due(arena, &earliest));
}

const Witness *entry_witness(const Case *kase) {
    const Witness *found = NULL;
    for (const Witness *w = kase == NULL ? NULL : case_witnesses(kase); w != NULL; w = w->next) {
        if (w->truth == TRUTH_HOLDS)
            continue;
        if (w->field != NULL)
            return w;
        if (found == NULL)
            found = w;
    }
    return found;
}

const char *entry_topic(Arena *arena, const Entry *entry) {
    const Witness *witness = entry_witness(entry->first);
    if (witness == NULL || witness->field == NULL) {
        if (entry->cite_count == 0)
            return entry->message;
        return said_within(arena, entry->cites[0]->clause->title);
    }
    const char *field = said_within(arena, text_of(said_field(arena, witness->field)));
    const Kind *kind = witness->record != NULL ? witness->record->kind : witness->field->owner;
    if (kind == NULL || kind->role == ROLE_TOP)
        return field;
    Text title = kind->title.length > 0 ? kind->title : name_text(kind->name);
    return arena_format(arena, "%s (%s)", field, said_within(arena, title));
}

enum { MOST_LINES = 4 };

/* Keeps LINE among the first few, in order and once. */
static void add_line(uint32_t *lines, uint32_t *count, uint32_t line) {
    uint32_t at = *count;
    for (uint32_t i = 0; i < *count; i++) {
        if (lines[i] == line)
            return;
        if (lines[i] > line && i < at)
            at = i;
    }
    if (*count == MOST_LINES)
        return;
    memmove(lines + at + 1, lines + at, (*count - at) * sizeof *lines);
    lines[at] = line;
    (*count)++;
}

static bool in_plan(const Model *model, Span span) {
    return !span_is_none(span) && model->main != NULL && span.source == model->main->source;
}

const char *entry_lines(Arena *arena, const Model *model, const Case *kase) {
    uint32_t lines[MOST_LINES], count = 0;
    for (const Witness *w = kase == NULL ? NULL : case_witnesses(kase); w != NULL; w = w->next)
        if (in_plan(model, w->span))
            add_line(lines, &count, span_line(model->sources, w->span));
    const Record *subject = kase == NULL ? NULL : kase->subject;
    if (subject != NULL && subject->kind->role != ROLE_TOP && in_plan(model, subject->span))
        add_line(lines, &count, span_line(model->sources, subject->span));
    if (count == 0)
        return NULL;
    Out out = {0};
    out_string(&out, count == 1 ? "line " : "lines ");
    for (uint32_t i = 0; i < count; i++)
        out_format(&out, "%s%u", i == 0 ? "" : i + 1 == count ? " and " : ", ", lines[i]);
    const char *said = text_string(arena, out_written(&out));
    out_free(&out);
    return said;
}
