/* Takes the facts of a plan away, one at a time, or spoils them, and looks whether the verdicts
 * that rest on them notice.
 *
 *   mutate [-v] PLAN...
 *
 * A mutant is the plan without one line, one reason or one record, or with one day moved or one
 * answer turned round. It is refused if it does not compile, caught if a case that was met is met
 * no longer, and it survives if no such case changes although some rest on what it took away. A
 * case that rests on several lines survives the loss of one: then all that it rests on are taken
 * together, and those that hold it up after that, until it falls. One that never falls rests on
 * nothing, which is a fault; so is a clause that a mutant turns green. Both are listed, and end the
 * program with 1.
 *
 * What is taken away is blanked out, so that every place in the file stays where it was. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/base/map.h"
#include "../../src/compile/compile.h"

typedef enum Sort {
    LINE_GONE,
    REASON_GONE,
    RECORD_GONE,
    DAY_EARLIER,
    DAY_LATER,
    ANSWER_TURNED,
    SORTS
} Sort;

static const char *const SORT_WORDS[SORTS] = {"a line is gone",   "a reason is gone",
                                              "a record is gone", "a day is earlier",
                                              "a day is later",   "an answer is turned round"};

typedef enum Fate { REFUSED, CAUGHT, NOT_RESTED_ON, HELD_BY_OTHERS, SURVIVED, FATES } Fate;

static const char *const FATE_WORDS[FATES] = {"refused", "caught", "nothing rests on it",
                                              "held by other lines", "survived"};

typedef struct Mutant {
    Sort sort;
    Span cut;
    const char *put;    /* what stands there instead; NULL: nothing */
    bool is_taken_over; /* without its own line, the record takes over what it stands in says */
} Mutant;

/* How a clause fared over all mutants of all plans. */
typedef struct Fared {
    const char *path;
    uint32_t caught;
} Fared;

typedef struct Work {
    Arena *arena;
    const char *path;
    Text text;
    Compilation *whole;
    Mutant *mutants;
    uint32_t count, room;
    uint32_t fates[SORTS][FATES];
    uint32_t cases, fell; /* met cases, and those that fell when all that they rest on was taken */
    uint32_t spared;      /* clauses that turned green for want of the case that failed them */
    uint32_t elsewhere;   /* those that rest on what the files say that the plan uses */
    Map *fared;           /* path (a Name of `names`) -> Fared */
    Names *names;
    Fared **clauses;
    uint32_t clause_count, clause_room;
    uint32_t faults;
    bool wordy;
} Work;

/* ---- compiling what is left ---- */

/* The library was read with the whole plan, and is read no more: only what follows is done anew. */
static Compilation *compile_left(const Work *work, const char *text, size_t length) {
    Arena *arena = arena_new();
    Compilation *part = arena_make(arena, Compilation);
    *part = *work->whole;
    part->arena = arena;
    part->model = NULL;
    part->judgement = NULL;
    part->diagnostics = (Diagnostics){.arena = arena, .sources = part->context.sources};
    part->context.arena = arena;
    part->context.diagnostics = &part->diagnostics;
    const Source *source = sources_add(part->context.sources, work->path, (Text){text, length});
    const Tree *tree = parse_source(&part->context, source);
    Request request = {.path = work->path, .has_day = true, .day = work->whole->judgement->as_at};
    compile_block(part, tree, &tree->top, &request);
    if (part->diagnostics.errors > 0)
        part->judgement = NULL;
    return part;
}

static void blank(char *text, Span span) {
    for (uint32_t i = span.at; i < span.at + span.length; i++)
        if (text[i] != '\n')
            text[i] = ' ';
}

static Compilation *compile_mutant(const Work *work, const Mutant *mutant) {
    char *text = arena_copy(work->arena, work->text.at, work->text.length);
    if (mutant->put == NULL) {
        blank(text, mutant->cut);
        return compile_left(work, text, work->text.length);
    }
    uint32_t end = mutant->cut.at + mutant->cut.length;
    const char *spoilt =
        arena_format(work->arena, "%.*s%s%s", (int)mutant->cut.at, text, mutant->put, text + end);
    return compile_left(work, spoilt, strlen(spoilt));
}

/* ---- cases ---- */

static bool is_green(Verdict verdict) {
    return verdict == VERDICT_MET || verdict == VERDICT_EXPLAINED;
}

static bool same_bound(const Case *a, const Case *b) {
    if (a->number != b->number || a->bound_count != b->bound_count)
        return false;
    for (uint32_t i = 0; i < a->bound_count; i++)
        if (strcmp(a->bound[i]->name->text, b->bound[i]->name->text) != 0)
            return false;
    return true;
}

static const ClauseResult *same_clause(const Judgement *judgement, const ClauseResult *result) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (strcmp(judgement->results[i]->clause->path->text, result->clause->path->text) == 0)
            return judgement->results[i];
    return NULL;
}

static const Case *same_case(const Judgement *judgement, const ClauseResult *result,
                             const Case *kase) {
    const ClauseResult *same = same_clause(judgement, result);
    for (const Case *each = same == NULL ? NULL : same->cases; each != NULL; each = each->next)
        if (same_bound(each, kase))
            return each;
    return NULL;
}

/* Places in what is left are those of the whole: nothing moves. */
static bool lies_in(const Work *work, Span span, Span around) {
    const Source *source = span.length == 0 ? NULL : work->whole->sources.list[span.source];
    return source != NULL && strcmp(source->name, work->path) == 0 && span.at >= around.at &&
           span.at < around.at + around.length;
}

static bool rests_on(const Work *work, const Case *kase, Span span) {
    for (const Witness *witness = case_witnesses(kase); witness != NULL; witness = witness->next)
        if (lies_in(work, witness->span, span))
            return true;
    return false;
}

/* ---- the items of the plan ---- */

static void add_mutant(Work *work, Sort sort, Span cut, const char *put) {
    if (cut.length > 0)
        arena_push(work->arena, work->mutants, work->count, work->room,
                   ((Mutant){sort, cut, put, false}));
}

/* `because "..."`, from its word on. */
static Span reason_span(const Work *work, Quoted because) {
    uint32_t at = because.span.at;
    while (at > 0 && strncmp(work->text.at + at, "because", 7) != 0)
        at--;
    return (Span){because.span.source, at, because.span.at + because.span.length - at};
}

static const char *moved_day(const Work *work, Span span, int days) {
    Day day;
    char words[RANGE_TEXT];
    if (!day_read(span_text(&work->whole->sources, span), &day))
        return NULL;
    return arena_format(work->arena, "%s", range_words((DateRange){day + days, day + days}, words));
}

static void spoil_atom(Work *work, const Atom *atom) {
    enum { FAR = 700 };
    const char *earlier = atom->kind == TOKEN_DATE ? moved_day(work, atom->span, -FAR) : NULL;
    const char *later = atom->kind == TOKEN_DATE ? moved_day(work, atom->span, FAR) : NULL;
    if (earlier != NULL)
        add_mutant(work, DAY_EARLIER, atom->span, earlier);
    if (later != NULL)
        add_mutant(work, DAY_LATER, atom->span, later);
    if (text_is(name_text(atom->name), "yes"))
        add_mutant(work, ANSWER_TURNED, atom->span, "no");
    if (text_is(name_text(atom->name), "no"))
        add_mutant(work, ANSWER_TURNED, atom->span, "yes");
}

static bool may_be_taken_over(const Work *work, const Name *label) {
    const Model *model = work->whole->model;
    for (uint32_t i = 0; i < model->kind_count; i++) {
        const Field *field = kind_field(model->kinds[i], label);
        if (field != NULL && field->from_parent)
            return true;
    }
    return false;
}

static void mutate_block(Work *work, const Block *block) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (item->kind == ITEM_RECORD) {
            add_mutant(work, RECORD_GONE, item->span, NULL);
            if (item->record.has_block)
                mutate_block(work, &item->record.block);
            continue;
        }
        add_mutant(work, LINE_GONE, item->span, NULL);
        work->mutants[work->count - 1].is_taken_over =
            may_be_taken_over(work, item->field.label.name);
        if (is_given(item->field.because))
            add_mutant(work, REASON_GONE, reason_span(work, item->field.because), NULL);
        for (const Phrase *phrase = item->field.values; phrase != NULL; phrase = phrase->next)
            for (const Atom *atom = phrase->first; atom != NULL; atom = atom->next)
                spoil_atom(work, atom);
    }
}

/* The line, or the head of the record, in which SPAN lies. */
static Span item_around(const Work *work, const Block *block, Span span) {
    for (const Item *item = block->first; item != NULL; item = item->next) {
        if (!lies_in(work, span, item->span))
            continue;
        if (item->kind == ITEM_FIELD || !item->record.has_block)
            return item->span;
        Span inner = item_around(work, &item->record.block, span);
        return inner.length > 0 ? inner : item->span;
    }
    return NO_SPAN;
}

static const Block *plan_block(const Work *work) {
    for (const Item *item = work->whole->tree->top.first; item != NULL; item = item->next)
        if (item->kind == ITEM_RECORD && item->span.at == work->whole->plan->block_span.at)
            return &item->record.block;
    return NULL;
}

/* ---- one mutant ---- */

static Fared *fared_of(Work *work, const char *path) {
    const Name *name = name_of(work->names, text_of(path));
    Fared *fared = map_get(work->fared, name);
    if (fared == NULL) {
        fared = arena_make(work->arena, Fared);
        fared->path = name->text;
        map_put(work->fared, name, fared);
        arena_push(work->arena, work->clauses, work->clause_count, work->clause_room, fared);
    }
    return fared;
}

static void place(const Work *work, Span span) {
    Text said = text_part(work->text, span.at, span.at + (span.length > 70 ? 70 : span.length));
    const char *end = memchr(said.at, '\n', said.length);
    if (end != NULL)
        said.length = (size_t)(end - said.at);
    printf("%s, line %u: %.*s", work->path, span_line(&work->whole->sources, span),
           TEXT_ARGS(said));
}

/* A clause that is green now because what failed it is gone with what was taken: counted, for a
 * plan says less of what there is. */
static void count_spared(Work *work, const Judgement *after) {
    const Judgement *before = work->whole->judgement;
    for (uint32_t i = 0; i < before->result_count; i++) {
        const ClauseResult *same =
            is_green(before->results[i]->verdict) ? NULL : same_clause(after, before->results[i]);
        work->spared += same != NULL && is_green(same->verdict);
    }
}

/* A case that was there before and is green now, though nothing was added that would make it so. */
static void look_for_green(Work *work, const Mutant *mutant, const Judgement *after) {
    const Judgement *before = work->whole->judgement;
    for (uint32_t i = 0; i < before->result_count; i++) {
        const ClauseResult *result = before->results[i];
        for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
            const Case *same = is_green(kase->verdict) ? NULL : same_case(after, result, kase);
            if (same == NULL || !is_green(same->verdict))
                continue;
            if (mutant->is_taken_over) { /* not less is said, but something else */
                work->spared++;
                continue;
            }
            work->faults++;
            printf("GREENER  ");
            place(work, mutant->cut);
            printf("\n         %s turns %s: it was %s\n", result->clause->path->text,
                   verdict_word(same->verdict), verdict_word(kase->verdict));
        }
    }
}

/* Which clauses noticed, and whether those did that rest on what is gone. */
static Fate look_for_falls(Work *work, const Mutant *mutant, const Judgement *after) {
    const Judgement *before = work->whole->judgement;
    bool any_rests = false, any_fell = false;
    for (uint32_t i = 0; i < before->result_count; i++) {
        const ClauseResult *result = before->results[i];
        bool fell = false;
        for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
            if (!is_green(kase->verdict))
                continue;
            any_rests = any_rests || rests_on(work, kase, mutant->cut);
            const Case *same = same_case(after, result, kase);
            fell = fell || same == NULL || !is_green(same->verdict);
        }
        any_fell = any_fell || fell;
        if (fell)
            fared_of(work, result->clause->path->text)->caught++;
    }
    return any_fell ? CAUGHT : any_rests ? HELD_BY_OTHERS : NOT_RESTED_ON;
}

static void try_mutant(Work *work, const Mutant *mutant) {
    Compilation *left = compile_mutant(work, mutant);
    Fate fate = REFUSED;
    if (left->judgement != NULL) {
        if (mutant->put == NULL)
            count_spared(work, left->judgement);
        if (mutant->put == NULL)
            look_for_green(work, mutant, left->judgement);
        fate = look_for_falls(work, mutant, left->judgement);
    }
    work->fates[mutant->sort][fate]++;
    if (work->wordy) {
        printf("%-20s ", FATE_WORDS[fate]);
        place(work, mutant->cut);
        printf(" (%s)\n", SORT_WORDS[mutant->sort]);
    }
    compilation_free(left);
}

/* ---- what a case rests on, all of it ---- */

/* Blanks the lines of the plan that KASE rests on. *ELSEWHERE: some stand in another file, such as
 * that of the bodies. A case that rests on there being nothing goes with the record that it is
 * about. False: there is nothing to take. */
static bool take_from_under(const Work *work, const Case *kase, char *text, bool *elsewhere) {
    const Block *block = &work->whole->tree->top;
    bool any = false, placed = false;
    for (const Witness *witness = case_witnesses(kase); witness != NULL; witness = witness->next) {
        Span item = item_around(work, block, witness->span);
        placed = placed || witness->span.length > 0;
        any = any || item.length > 0;
        if (item.length > 0)
            blank(text, item);
    }
    Span about = placed || kase->subject == NULL || kase->subject == work->whole->plan
                     ? NO_SPAN
                     : item_around(work, block, kase->subject->span);
    if (about.length > 0)
        blank(text, about);
    *elsewhere = placed && !any;
    return any || about.length > 0;
}

typedef enum Fall { FELL, STANDS_ON_OTHER_FILES, STANDS_ON_NOTHING } Fall;

static Fall falls(const Work *work, const ClauseResult *result, const Case *kase) {
    enum { ROUNDS = 40 };
    char *text = arena_copy(work->arena, work->text.at, work->text.length);
    const Case *standing = kase;
    Compilation *left = NULL;
    bool fallen = false, elsewhere = false;
    for (int round = 0; round < ROUNDS && !fallen; round++) {
        bool took = take_from_under(work, standing, text, &elsewhere);
        compilation_free(left);
        left = NULL;
        if (!took)
            return elsewhere ? STANDS_ON_OTHER_FILES : STANDS_ON_NOTHING;
        left = compile_left(work, text, work->text.length);
        standing = left->judgement == NULL ? NULL : same_case(left->judgement, result, kase);
        fallen = standing == NULL || !is_green(standing->verdict);
    }
    compilation_free(left);
    return fallen ? FELL : STANDS_ON_NOTHING;
}

static void try_cases(Work *work) {
    const Judgement *judgement = work->whole->judgement;
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        const ClauseResult *result = judgement->results[i];
        for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
            if (kase->verdict != VERDICT_MET || kase->is_ask)
                continue;
            work->cases++;
            Fall fall = falls(work, result, kase);
            work->fell += fall == FELL;
            work->elsewhere += fall == STANDS_ON_OTHER_FILES;
            if (fall != STANDS_ON_NOTHING)
                continue;
            work->faults++;
            printf("SURVIVED %s, %s%s%s: met by %s, and by nothing that can be taken away\n",
                   work->path, result->clause->path->text, kase->subject == NULL ? "" : " at ",
                   kase->subject == NULL ? "" : kase->subject->name->text,
                   case_witnesses(kase) == NULL ? "nothing in the plan"
                                                : "what stands in the plan");
        }
    }
}

/* ---- plans ---- */

static bool mutate_plan(Work *work, const char *path) {
    Request request = {.path = path};
    work->path = path;
    work->whole = compile(&request);
    if (work->whole->judgement == NULL) {
        printf("%s does not compile, or gives no day to judge at\n", path);
        work->faults++;
        return false;
    }
    work->text = work->whole->tree->source->text;
    work->count = 0;
    mutate_block(work, plan_block(work));
    for (uint32_t i = 0; i < work->count; i++)
        try_mutant(work, &work->mutants[i]);
    try_cases(work);
    printf("%s: %u mutants, %u clauses\n", path, work->count, work->whole->judgement->result_count);
    compilation_free(work->whole);
    return true;
}

static int by_path(const void *left, const void *right) {
    return strcmp((*(Fared *const *)left)->path, (*(Fared *const *)right)->path);
}

static void report_all(Work *work) {
    printf("\n%-28s", "");
    for (int fate = 0; fate < SURVIVED; fate++)
        printf("%22s", FATE_WORDS[fate]);
    printf("\n");
    for (int sort = 0; sort < SORTS; sort++) {
        printf("%-28s", SORT_WORDS[sort]);
        for (int fate = 0; fate < SURVIVED; fate++)
            printf("%22u", work->fates[sort][fate]);
        printf("\n");
    }
    printf("\nMutants that each clause caught:\n");
    qsort(work->clauses, work->clause_count, sizeof *work->clauses, by_path);
    for (uint32_t i = 0; i < work->clause_count; i++)
        printf("%6u  %s\n", work->clauses[i]->caught, work->clauses[i]->path);
    printf("\n%u cases are met: %u fall when all that they rest on is taken away, %u rest on files "
           "that "
           "the plan uses.\n",
           work->cases, work->fell, work->elsewhere);
    printf("%u times a clause turned green because what failed it was taken away with what it was "
           "about, or because what stands around said something else.\n",
           work->spared);
}

int main(int count, char **words) {
    Work work = {.arena = arena_new()};
    work.names = names_new(work.arena);
    work.fared = map_new(work.arena);
    uint32_t plans = 0;
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "-v") == 0)
            work.wordy = true;
        else
            plans += mutate_plan(&work, words[i]);
    }
    report_all(&work);
    printf("%u passed, %u failed\n", plans + work.fell + work.elsewhere, work.faults);
    arena_free(work.arena);
    return work.faults > 0 || plans == 0;
}
