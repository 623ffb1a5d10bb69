/* Words of lists, and records, by their names: a run of plain words, in whatever capitals. When
 * there is nothing of the name: the advice that the vocabulary has for it, the nearest name, and
 * what there is. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

enum { LISTED = 16, WORDS_IN_RUN = 24 };

static bool is_list_type(const Type *type) {
    for (uint32_t i = 0; i < type->kind_count; i++)
        if (!kind_is_list(type->kinds[i]))
            return false;
    return type->kind_count > 0;
}

/* Is NAME, the word in small letters, what name_of_words would make of it? */
static bool is_whole_name(const Name *name) {
    for (uint32_t i = 0; i < name->length; i++) {
        unsigned char c = (unsigned char)name->text[i];
        if (!isalnum(c) && c < 0x80 && c != '-' && (c != '.' || i + 1 == name->length))
            return false;
    }
    return true;
}

static const Name *name_said(const Reading *reading, Span span) {
    const Atom *atom = reading_atom(reading, span);
    if (atom != NULL && atom->kind == TOKEN_WORD && is_whole_name(atom->name))
        return atom->name;
    return name_of_words(reading->model->names, text_of(reading_said(reading, span)));
}

static Found find(const Reading *reading, const Name *name) {
    return scope_find(reading->model, reading->record, &reading->field->type, name);
}

static Outcome report_two(Reading *reading, Span span, const Record *a, const Record *b) {
    Model *model = reading->model;
    const char *said = reading_said(reading, span);
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_ambiguous_name, span,
               "%s could be %s (%s) or %s (%s).", said, a->path->text,
               kind_words(model->arena, a->kind), b->path->text, kind_words(model->arena, b->kind));
    diagnostic_note(model->diagnostics, diagnostic, a->span, "one is here");
    diagnostic_note(model->diagnostics, diagnostic, b->span, "the other is here");
    reading_write(reading, diagnostic, span, "%s", a->path->text);
    return REPORTED;
}

Outcome reference_read(Reading *reading, Span span, Value *value) {
    const Name *name = name_said(reading, span);
    if (name->length == 0)
        return NOT_THIS;
    Found found = find(reading, name);
    if (found.record != NULL && found.other != NULL)
        return report_two(reading, span, found.record, found.other);
    if (found.record == NULL)
        return NOT_THIS;
    value->kind = VALUE_RECORD;
    value->record = found.record;
    return READ;
}

/* ---- what there is ---- */

/* "transport, online access, language"; TOTAL says how many there are in all. */
static const char *candidates_list(const Reading *reading, uint32_t *total) {
    Arena *arena = reading->model->arena;
    Record **records;
    *total = scope_candidates(reading->model, reading->record, &reading->field->type, &records);
    const char *list = "";
    for (uint32_t i = 0; i < *total && i < LISTED; i++)
        list =
            arena_format(arena, "%s%s%s", list, i > 0 ? ", " : "", record_words(arena, records[i]));
    return *total > LISTED ? arena_format(arena, "%s and %u more", list, *total - LISTED) : list;
}

static const char *kinds_wanted(const Reading *reading) {
    Arena *arena = reading->model->arena;
    const Type *type = &reading->field->type;
    const char *list = "";
    for (uint32_t i = 0; i < type->kind_count; i++)
        list = arena_format(arena, "%s%s%s", list,
                            i == 0                      ? ""
                            : i + 1 == type->kind_count ? " or "
                                                        : ", ",
                            kind_words(arena, type->kinds[i]));
    return list;
}

static void help_with_list(const Reading *reading, Diagnostic *diagnostic) {
    uint32_t total;
    const char *list = candidates_list(reading, &total);
    if (total > 0)
        diagnostic_help(reading->model->diagnostics, diagnostic, "You can write: %s.", list);
}

/* ---- several words without commas ---- */

/* The words of a run, and at each the length of the known name that begins there. */
typedef struct Split {
    Span words[WORDS_IN_RUN];
    uint32_t count;
    uint32_t taken[WORDS_IN_RUN + 1];
} Split;

static bool split_words(const Reading *reading, Span span, Split *split) {
    Cursor cursor = cursor_of(reading->model, span);
    split->count = 0;
    while (!cursor_is_done(&cursor)) {
        Cursor before = cursor;
        Text word;
        if (split->count == WORDS_IN_RUN || !cursor_name(&cursor, &word))
            return false;
        split->words[split->count++] = cursor_span(&before, &cursor);
    }
    return split->count > 1;
}

/* Known names from the end backwards, the longest first; 0 where none leads to the end. */
static bool split_is_known(const Reading *reading, Split *split) {
    bool reaches[WORDS_IN_RUN + 1] = {false};
    reaches[split->count] = true;
    for (uint32_t from = split->count; from-- > 0;)
        for (uint32_t to = split->count; to > from && !reaches[from]; to--) {
            if (!reaches[to])
                continue;
            Span span = span_join(split->words[from], split->words[to - 1]);
            Found found = find(reading, name_said(reading, span));
            if (found.record != NULL) {
                reaches[from] = true;
                split->taken[from] = to - from;
            }
        }
    return reaches[0];
}

static bool complain_of_comma(Reading *reading, Span span) {
    Model *model = reading->model;
    Split split = {0};
    if (!split_words(reading, span, &split) || !split_is_known(reading, &split))
        return false;
    const char *list = "", *first = "";
    uint32_t count = 0;
    for (uint32_t at = 0; at < split.count; at += split.taken[at], count++) {
        Span one = span_join(split.words[at], split.words[at + split.taken[at] - 1]);
        const char *words = reading_said(reading, one);
        first = at == 0 ? words : first;
        list = arena_format(model->arena, "%s%s%s", list, at > 0 ? ", " : "", words);
    }
    Diagnostic *diagnostic;
    if (reading->field->many)
        diagnostic = report(model->diagnostics, DIAGNOSTIC_missing_comma, span,
                            "These are %u things: commas go between them.", count);
    else
        diagnostic = report(model->diagnostics, DIAGNOSTIC_wrong_value, span,
                            "These are %u things (%s), and %s takes one.", count, list,
                            reading_label(reading));
    reading_write(reading, diagnostic, span, "%s", reading->field->many ? list : first);
    return true;
}

/* ---- a record of another kind ---- */

static void complain_of_kind(Reading *reading, Span span, const Record *wrong) {
    Model *model = reading->model;
    uint32_t total;
    const char *list = candidates_list(reading, &total);
    const char *said = reading_said(reading, span), *wanted = kinds_wanted(reading);
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_wrong_kind, span, "%s is %s, and %s names %s.", said,
               with_article(model->arena, kind_words(model->arena, wrong->kind)),
               reading_label(reading), with_article(model->arena, wanted));
    diagnostic_note(model->diagnostics, diagnostic, wrong->span, "%s is here", said);
    if (total > 0 && total <= LISTED)
        diagnostic_help(model->diagnostics, diagnostic, "Which %s: %s?", wanted, list);
    if (total == 1)
        reading_write(reading, diagnostic, span, "%s", list);
}

/* ---- nothing of that name ---- */

static const char *as_title(Arena *arena, const char *said) {
    char *title = arena_format(arena, "%s", said);
    if (*title >= 'a' && *title <= 'z')
        *title = (char)(*title - 'a' + 'A');
    return title;
}

static void complain_of_word(Reading *reading, Span span, const Record *nearest) {
    Model *model = reading->model;
    const char *label = reading_label(reading), *said = reading_said(reading, span);
    Diagnostic *diagnostic;
    if (nearest != NULL) {
        const char *words = record_words(model->arena, nearest);
        diagnostic = report(model->diagnostics, DIAGNOSTIC_unknown_word, span,
                            "I know the %s as %s.", label, words);
        reading_write(reading, diagnostic, span, "%s", words);
    } else {
        diagnostic = report(model->diagnostics, DIAGNOSTIC_unknown_word, span,
                            "I do not know %s as a word for %s.", said, label);
        if ((reading->field->type.bases & BASE_TEXT) != 0)
            reading_write(reading, diagnostic, span, "\"%s\"", said);
    }
    help_with_list(reading, diagnostic);
}

/* `ICB Board` for icb: a name that is some of the words typed, from the first on. */
static Record *named_within(const Reading *reading, const Name *typed) {
    Record **records, *meant = NULL;
    uint32_t count =
        scope_candidates(reading->model, reading->record, &reading->field->type, &records);
    for (uint32_t i = 0; i < count; i++) {
        Text name = name_text(records[i]->name);
        bool begins = name.length < typed->length && typed->text[name.length] == '-' &&
                      text_same(text_part(name_text(typed), 0, name.length), name);
        if (begins && (meant == NULL || meant->name->length < name.length))
            meant = records[i];
    }
    return meant;
}

static void complain_of_record(Reading *reading, Span span, const Record *nearest) {
    Model *model = reading->model;
    Arena *arena = model->arena;
    const Type *type = &reading->field->type;
    const char *said = reading_said(reading, span), *wanted = kinds_wanted(reading);
    uint32_t total;
    const char *list = candidates_list(reading, &total);
    const char *there = total == 0 ? ""
                        : total <= LISTED
                            ? arena_format(arena, " There %s: %s.", total == 1 ? "is" : "are", list)
                            : arena_format(arena, " There are %u of them.", total);
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_unknown_name, span,
               "There is no %s called %s in this plan.%s", wanted, said, there);
    if (nearest != NULL) {
        diagnostic_help(model->diagnostics, diagnostic, "The nearest is %s, \"%.*s\".",
                        nearest->name->text, TEXT_ARGS(nearest->title));
        reading_write(reading, diagnostic, span, "%s", nearest->name->text);
        return;
    }
    const Record *within = named_within(reading, name_said(reading, span));
    if (within != NULL) {
        diagnostic_help(model->diagnostics, diagnostic,
                        "The nearest is %s, \"%.*s\". Is that the same, or is this one of its own?",
                        within->name->text, TEXT_ARGS(within->title));
        reading_write(reading, diagnostic, span, "%s", within->name->text);
        return;
    }
    const char *own_words =
        (type->bases & BASE_TEXT) != 0
            ? arena_format(arena, " Your own words go in quotation marks: \"%s\".", said)
            : "";
    diagnostic_help(model->diagnostics, diagnostic, "Add one, or name one that is there.%s",
                    own_words);
    if (type->kind_count > 0 && !kind_is_list(type->kinds[0]))
        diagnostic_write(model->diagnostics, diagnostic, "%s %s \"%s\"", type->kinds[0]->name->text,
                         name_said(reading, span)->text, as_title(arena, said));
}

/* `consultation` for consult: the only word that begins as this one does, for most of its length.
 */
static Record *same_stem(const Reading *reading, const Name *typed) {
    Record **records, *meant = NULL;
    uint32_t count =
        scope_candidates(reading->model, reading->record, &reading->field->type, &records);
    for (uint32_t i = 0; i < count; i++) {
        const Name *name = records[i]->name;
        uint32_t shared = 0;
        while (shared < name->length && shared < typed->length &&
               name->text[shared] == typed->text[shared])
            shared++;
        if (shared < 5 || shared * 4 < name->length * 3)
            continue;
        if (meant != NULL)
            return NULL;
        meant = records[i];
    }
    return meant;
}

/* What the vocabulary says to somebody who types this. Its advice names the words that could be
 * meant; records of the plan it cannot name, so these are listed. */
static bool give_advice(Reading *reading, Span span) {
    Model *model = reading->model;
    Text advice = scope_advice(model, &reading->field->type, name_said(reading, span));
    if (advice.length == 0)
        return false;
    bool is_word = is_list_type(&reading->field->type);
    Diagnostic *diagnostic =
        report(model->diagnostics, is_word ? DIAGNOSTIC_unknown_word : DIAGNOSTIC_unknown_name,
               span, "%.*s", TEXT_ARGS(advice));
    const Record *meant = is_word ? same_stem(reading, name_said(reading, span)) : NULL;
    if (meant != NULL)
        reading_write(reading, diagnostic, span, "%s", record_words(model->arena, meant));
    if (!is_word)
        help_with_list(reading, diagnostic);
    return true;
}

void reference_complain(Reading *reading, Span span) {
    Model *model = reading->model;
    const Atom *first = reading->phrase->first;
    if (first != NULL && first->kind == TOKEN_TEXT) {
        Diagnostic *diagnostic =
            report(model->diagnostics, DIAGNOSTIC_wrong_value, span,
                   "%s is picked from what there is (%s), so it stands without quotation marks.",
                   reading_label(reading), kinds_wanted(reading));
        help_with_list(reading, diagnostic);
        return;
    }
    const Name *typed = name_said(reading, span);
    if (reading_is_flooded(reading)) {
        report(model->diagnostics, DIAGNOSTIC_unknown_name, span, "There is no %s called %s.",
               kinds_wanted(reading), typed->text);
        return;
    }
    if (give_advice(reading, span) || complain_of_comma(reading, span))
        return;
    Found found = find(reading, typed);
    Record *nearest = scope_nearest(model, reading->record, &reading->field->type, typed);
    if (nearest == NULL)
        nearest = same_stem(reading, typed);
    if (is_list_type(&reading->field->type))
        complain_of_word(reading, span, nearest);
    else if (found.wrong_kind != NULL && !kind_is_list(found.wrong_kind->kind))
        complain_of_kind(reading, span, found.wrong_kind);
    else
        complain_of_record(reading, span, nearest);
}
