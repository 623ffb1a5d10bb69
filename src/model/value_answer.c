/* The four answers to a question that are not a value: none, not known, not yet decided, does not
 * apply (with its reason). Any field takes them. */
#include "value_read.h"

#include <string.h>

static const char *const NOT_KNOWN[] = {"not known", "unknown", "not known yet", NULL};
static const char *const NOT_DECIDED[] = {"not yet decided", "not decided yet", "not decided",
                                          "undecided", NULL};
static const char *const DOES_NOT_APPLY[] = {"does not apply", "not applicable", NULL};

static bool is_all(const Cursor *cursor, const char *words) {
    Cursor trial = *cursor;
    return cursor_take(&trial, words) && cursor_is_done(&trial);
}

static bool is_one_of(const Cursor *cursor, const char *const *choices) {
    for (; *choices != NULL; choices++)
        if (is_all(cursor, *choices))
            return true;
    return false;
}

/* `n/a` is how forms say it. */
static bool is_short_for_it(const Cursor *cursor) {
    Cursor trial = *cursor;
    return cursor_take(&trial, "n") && cursor_sign(&trial, '/') && cursor_take(&trial, "a") &&
           cursor_is_done(&trial);
}

/* A list may have a word of its own that reads like an answer; then that is what is meant. */
static bool is_word_of_list(const Reading *reading, Span span) {
    const Type *type = &reading->field->type;
    if ((type->bases & BASE_RECORD) == 0)
        return false;
    const Model *model = reading->model;
    const Name *name = name_of_words(model->names, span_text(model->sources, span));
    const Record *found = scope_find(model, reading->record, type, name).record;
    return found != NULL && kind_is_list(found->kind);
}

static Outcome applies_not(Reading *reading, Span span) {
    if (reading->line->reason.length > 0)
        return READ;
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_missing_value, span,
                                    "Say why %s does not apply.", reading_label(reading));
    diagnostic_write(store, diagnostic, "%s: does not apply because \"...\"",
                     reading_label(reading));
    return REPORTED;
}

/* Does it begin as one of the words above does? Most values do not. */
static bool may_be_answer(Text said) {
    return said.length > 0 && strchr("nudNUD", said.at[0]) != NULL;
}

/* The answer that is all of SPAN; -1 if it is none of them. */
static int answer_said(const Model *model, Span span) {
    Cursor cursor = cursor_of(model, span);
    if (!may_be_answer(span_text(model->sources, span)))
        return -1;
    if (is_all(&cursor, "none"))
        return ANSWER_NONE;
    if (is_one_of(&cursor, NOT_KNOWN))
        return ANSWER_NOT_KNOWN;
    if (is_one_of(&cursor, NOT_DECIDED))
        return ANSWER_NOT_YET_DECIDED;
    return is_one_of(&cursor, DOES_NOT_APPLY) || is_short_for_it(&cursor) ? ANSWER_DOES_NOT_APPLY
                                                                          : -1;
}

Outcome answer_read(Reading *reading, Span span, Value *value) {
    if (reading->phrase->first->kind != TOKEN_WORD)
        return NOT_THIS;
    int answer = answer_said(reading->model, span);
    if (answer < 0 || is_word_of_list(reading, span))
        return NOT_THIS;
    value->kind = VALUE_ANSWER;
    value->answer = (Answer)answer;
    return answer == ANSWER_DOES_NOT_APPLY ? applies_not(reading, span) : READ;
}
