/* Days that are picked out of many: `next meeting of ppif after listening closes`, `next working
 * day after board`, `the last of activities`, `the later of listening closes and board`. */
#include "value_read.h"

static const char *const AFTER_BEFORE[] = {"after",        "on or after", "following", "before",
                                           "on or before", "preceding",   NULL};

/* Takes `after` and the like; BACK if it looks back, ON if the day itself may be it. */
static bool direction_take(Cursor *cursor, bool *back, bool *on) {
    int which;
    if (!cursor_take_one(cursor, AFTER_BEFORE, &which))
        return false;
    *back = which >= 3;
    *on = which == 1 || which == 4;
    return true;
}

static Outcome report_no_body(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_unknown_name, span,
                                    "The next meeting of whom? Nothing in this plan is called %s.",
                                    reading_said(reading, span));
    diagnostic_help(store, diagnostic,
                    "Name a body that says when it meets: body board \"Board\" { meets: every 2 "
                    "months from 1 June 2026 }");
    return REPORTED;
}

static Outcome report_no_direction(Reading *reading, Span span, const char *said) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "After which day? The next counts from one.");
    reading_write(reading, diagnostic, span, "%s after 1 June 2026", said);
    return REPORTED;
}

/* The day that is counted from, behind `after` or `before`. */
static Outcome from_where(Reading *reading, Cursor *cursor, Span before, DateSum *sum, int depth) {
    if (!direction_take(cursor, &sum->before, &sum->on))
        return report_no_direction(reading, before, reading_said(reading, before));
    return sum_base_read(reading, cursor, &sum->base, depth);
}

/* `next meeting of ppif after ...`, `last meeting of ppif before ...` */
static Outcome meeting_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    static const char *const WORDS[] = {"next meeting of", "first meeting of", "last meeting of",
                                        "meeting of", NULL};
    Cursor trial = *cursor, name;
    cursor_take(&trial, "the");
    if (!cursor_take_one(&trial, WORDS, NULL))
        return NOT_THIS;
    name = trial;
    Record *body = sum_record_take(reading, &trial);
    if (body == NULL) {
        Outcome outcome = report_no_body(reading, cursor_span(&name, &trial));
        *cursor = trial;
        return outcome;
    }
    *sum = arena_make(reading->model->arena, DateSum);
    (*sum)->kind = SUM_MEETING;
    (*sum)->record = body;
    Outcome outcome = from_where(reading, &trial, cursor_span(cursor, &trial), *sum, depth);
    (*sum)->span = cursor_span(cursor, &trial);
    *cursor = trial;
    return outcome == NOT_THIS ? REPORTED : outcome;
}

/* `next working day after ...` is one working day after it. */
static Outcome working_day_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    static const char *const WORDS[] = {"next working day", "first working day", "last working day",
                                        "working day", NULL};
    Cursor trial = *cursor;
    cursor_take(&trial, "the");
    if (!cursor_take_one(&trial, WORDS, NULL))
        return NOT_THIS;
    *sum = arena_make(reading->model->arena, DateSum);
    (*sum)->kind = SUM_SHIFT;
    (*sum)->shift = (Duration){1, UNIT_WORKING_DAY};
    Outcome outcome = from_where(reading, &trial, cursor_span(cursor, &trial), *sum, depth);
    (*sum)->span = cursor_span(cursor, &trial);
    *cursor = trial;
    return outcome == NOT_THIS ? REPORTED : outcome;
}

/* ---- the first or last of many ---- */

/* `activities`: every record of a kind. */
static Kind *plural_take(const Reading *reading, Cursor *cursor) {
    Cursor trial = *cursor;
    Text word;
    cursor_take(&trial, "the");
    if (!cursor_name(&trial, &word))
        return NULL;
    Kind *kind = model_kind_of_plural(reading->model, name_of_words(reading->model->names, word));
    if (kind != NULL && kind->time[0] != NULL)
        *cursor = trial;
    return kind == NULL || kind->time[0] == NULL ? NULL : kind;
}

static Outcome list_read(Reading *reading, Cursor *cursor, DateSum *pick, int depth) {
    DateSum **end = &pick->list;
    do {
        Outcome outcome = sum_base_read(reading, cursor, end, depth);
        if (outcome != READ)
            return outcome;
        end = &(*end)->next;
    } while (cursor_take(cursor, "and"));
    return READ;
}

static Outcome extreme_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    static const char *const WORDS[] = {"last of",     "latest of",    "later of",
                                        "first of",    "earliest of",  "earlier of",
                                        "last day of", "first day of", NULL};
    Cursor trial = *cursor;
    int which;
    cursor_take(&trial, "the");
    if (!cursor_take_one(&trial, WORDS, &which))
        return NOT_THIS;
    DateSum *pick = arena_make(reading->model->arena, DateSum);
    pick->kind = SUM_EXTREME;
    pick->before = (which >= 3 && which <= 5) || which == 7;
    pick->of_kind = plural_take(reading, &trial);
    Outcome outcome = pick->of_kind != NULL ? READ : list_read(reading, &trial, pick, depth);
    if (outcome != READ)
        return outcome;
    pick->span = cursor_span(cursor, &trial);
    *sum = pick;
    *cursor = trial;
    return READ;
}

Outcome chosen_read(Reading *reading, Cursor *cursor, DateSum **sum, int depth) {
    Outcome outcome = meeting_read(reading, cursor, sum, depth);
    if (outcome == NOT_THIS)
        outcome = working_day_read(reading, cursor, sum, depth);
    return outcome == NOT_THIS ? extreme_read(reading, cursor, sum, depth) : outcome;
}
