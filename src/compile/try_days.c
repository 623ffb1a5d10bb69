#include "try_days.h"

#include <string.h>

enum { MOST_DAYS = 400 }; /* tried for one clause, over all its dates */

typedef struct Trying {
    Compilation *compilation;
    const Request *request;
    const ClauseResult *result;
    const Case *judged;
    Trial *first, **end;
    Day left; /* days that may still be tried */
} Trying;

/* The value as written that leaves the day open; NULL if FIELD of RECORD has none such. */
static const Value *open_value(const Record *record, const Field *field) {
    const Slot *slot = record_slot(record, field);
    for (const Value *value = slot_first(slot); value != NULL; value = value_after(value)) {
        if (value->kind != VALUE_WHEN || value->when.sum != NULL || value->when.is_span)
            continue;
        Day days = value->when.from.last - value->when.from.first;
        if (days > 0 && days <= MOST_DAYS)
            return value;
    }
    return NULL;
}

static bool is_tried(const Trying *trying, const Record *record, const Field *field) {
    for (const Trial *trial = trying->first; trial != NULL; trial = trial->next)
        if (trial->record == record && trial->field == field)
            return true;
    return false;
}

static Text text_with(Arena *arena, Text text, Span span, const char *instead) {
    Text before = text_part(text, 0, span.at);
    Text after = text_part(text, span.at + span.length, text.length);
    return text_of(arena_format(arena, "%.*s%s%.*s", TEXT_ARGS(before), instead, TEXT_ARGS(after)));
}

static const ClauseResult *same_clause(const Judgement *judgement, const ClauseResult *result) {
    for (uint32_t i = 0; i < judgement->result_count; i++)
        if (text_same(name_text(judgement->results[i]->clause->path),
                      name_text(result->clause->path)))
            return judgement->results[i];
    return NULL;
}

static bool is_same_case(const Case *one, const Case *other) {
    if (one->number != other->number || one->bound_count != other->bound_count)
        return false;
    for (uint32_t i = 0; i < one->bound_count; i++)
        if (!text_same(name_text(one->bound[i]->path), name_text(other->bound[i]->path)))
            return false;
    return true;
}

/* What the case would be if the date were that; TRUTH_UNCERTAIN where there is no such case. */
static Truth truth_with(const Trying *trying, Text text) {
    Request request = *trying->request;
    request.text = text;
    request.has_day = true;
    request.day = trying->compilation->judgement->as_at;
    Compilation *made = compile(&request);
    Truth truth = TRUTH_UNCERTAIN;
    const ClauseResult *result =
        made->judgement == NULL ? NULL : same_clause(made->judgement, trying->result);
    for (const Case *each = result == NULL ? NULL : result->cases; each != NULL; each = each->next)
        if (is_same_case(each, trying->judged))
            truth = each->truth;
    compilation_free(made);
    return truth;
}

static void note_day(Trying *trying, Trial *trial, Day day) {
    if (trial->hold_count > 0 && trial->holds[trial->hold_count - 1].last == day - 1) {
        trial->holds[trial->hold_count - 1].last = day;
        return;
    }
    DateRange stretch = {day, day};
    arena_push(trying->compilation->arena, trial->holds, trial->hold_count, trial->hold_room,
               stretch);
}

/* IS_NAMED: the case itself names the date, so it is told even if no day of it settles the case. */
static void try_value(Trying *trying, const Record *record, const Field *field, const Value *value,
                      bool is_named) {
    Compilation *compilation = trying->compilation;
    Trial *trial = arena_make(compilation->arena, Trial);
    *trial = (Trial){.record = record, .field = field, .range = value->when.from};
    Arena *texts = arena_new();
    for (Day day = trial->range.first; day <= trial->range.last; day++) {
        char words[DAY_TEXT];
        Truth truth = truth_with(trying, text_with(texts, compilation->tree->source->text,
                                                   value->span, day_plain(day, words)));
        trial->told += truth != TRUTH_UNCERTAIN;
        if (truth == TRUTH_HOLDS)
            note_day(trying, trial, day);
    }
    arena_free(texts);
    trying->left -= trial->range.last - trial->range.first + 1;
    if (trial->told == 0 && !is_named)
        return;
    *trying->end = trial;
    trying->end = &trial->next;
}

static void try_field(Trying *trying, const Record *record, const Field *field, bool is_named) {
    const Value *value = is_tried(trying, record, field) ? NULL : open_value(record, field);
    if (value != NULL && value->when.from.last - value->when.from.first < trying->left)
        try_value(trying, record, field, value, is_named);
}

/* Dates that what the case names is worked out from stand elsewhere in the plan. */
static void try_all_of(Trying *trying, const Record *record) {
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        try_field(trying, record, slot->field, false);
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        try_all_of(trying, child);
}

static void try_case(Trying *trying) {
    for (const Witness *witness = case_witnesses(trying->judged); witness != NULL;
         witness = witness->next)
        if (witness->record != NULL && witness->field != NULL &&
            witness->record->module == trying->compilation->model->main)
            try_field(trying, witness->record, witness->field, true);
    try_all_of(trying, trying->compilation->plan);
}

const Trial *try_days(Compilation *compilation, const Request *request,
                      const ClauseResult *result) {
    Trying trying = {
        .compilation = compilation, .request = request, .result = result, .left = MOST_DAYS};
    trying.end = &trying.first;
    for (const Case *judged = result->cases; judged != NULL; judged = judged->next)
        if (judged->verdict == VERDICT_CANNOT_TELL) {
            trying.judged = judged;
            try_case(&trying);
        }
    return trying.first;
}
