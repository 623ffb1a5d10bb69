/* The four answers to a question that are not a value: none, not known, not yet decided, does not
 * apply (with its reason). Any field takes them. */
#include "value_read.h"

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

static Outcome applies_not(Reading *reading, Span span, Value *value) {
    value->answer = ANSWER_DOES_NOT_APPLY;
    if (reading->line->reason.length > 0)
        return READ;
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_missing_value, span,
                                    "Say why %s does not apply.", reading_label(reading));
    diagnostic_write(store, diagnostic, "%s: does not apply because \"...\"",
                     reading_label(reading));
    return REPORTED;
}

static Outcome settled(Value *value, Answer answer) {
    value->answer = answer;
    return READ;
}

Outcome answer_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span);
    value->kind = VALUE_ANSWER;
    if (is_all(&cursor, "none"))
        return settled(value, ANSWER_NONE);
    if (is_one_of(&cursor, NOT_KNOWN))
        return settled(value, ANSWER_NOT_KNOWN);
    if (is_one_of(&cursor, NOT_DECIDED))
        return settled(value, ANSWER_NOT_YET_DECIDED);
    if (is_one_of(&cursor, DOES_NOT_APPLY) || is_short_for_it(&cursor))
        return applies_not(reading, span, value);
    return NOT_THIS;
}
