/* Numbers, sums of money and shares as they are known: `8,200`, `about 3,000`, `more than 5,000`,
 * `5,000+`, `£12.5k`, `25%`. Held in thousandths; the word that says how well a number is known
 * stays with it. */
#include "value_read.h"

#include <ctype.h>
#include <string.h>

#define NUMBER_LIMIT 1000000000000000LL /* thousandths: a billion of thousands is past any plan */

typedef struct ApproximateWord {
    const char *words;
    Approximation approximation;
} ApproximateWord;

static const ApproximateWord WORDS_BEFORE[] = {
    {"about", NUMBER_ABOUT},
    {"around", NUMBER_ABOUT},
    {"approximately", NUMBER_ABOUT},
    {"approx", NUMBER_ABOUT},
    {"roughly", NUMBER_ABOUT},
    {"some", NUMBER_ABOUT},
    {"circa", NUMBER_ABOUT},
    {"ca", NUMBER_ABOUT},
    {"c", NUMBER_ABOUT},
    {"nearly", NUMBER_ABOUT},
    {"almost", NUMBER_ABOUT},
    {"just over", NUMBER_MORE_THAN},
    {"more than", NUMBER_MORE_THAN},
    {"over", NUMBER_MORE_THAN},
    {"above", NUMBER_MORE_THAN},
    {"at least", NUMBER_AT_LEAST},
    {"no fewer than", NUMBER_AT_LEAST},
    {"no less than", NUMBER_AT_LEAST},
    {"minimum", NUMBER_AT_LEAST},
    {"up to", NUMBER_AT_MOST},
    {"at most", NUMBER_AT_MOST},
    {"no more than", NUMBER_AT_MOST},
    {"maximum", NUMBER_AT_MOST},
    {"fewer than", NUMBER_LESS_THAN},
    {"less than", NUMBER_LESS_THAN},
    {"under", NUMBER_LESS_THAN},
    {"below", NUMBER_LESS_THAN},
};

/* A sign of several bytes: the pound, at least, at most. */
static bool bytes_take(Cursor *cursor, const char *bytes) {
    Cursor trial = *cursor;
    cursor_is_done(&trial); /* to the next thing that is no blank */
    size_t length = strlen(bytes);
    if (trial.end - trial.at < length ||
        memcmp(trial.source->text.at + trial.at, bytes, length) != 0)
        return false;
    trial.at += (uint32_t)length;
    *cursor = trial;
    return true;
}

static int figure_at(const Cursor *cursor, uint32_t ahead) {
    uint32_t at = cursor->at + ahead;
    unsigned char byte = at < cursor->end ? (unsigned char)cursor->source->text.at[at] : '\0';
    return isdigit(byte) ? byte - '0' : -1;
}

static Approximation approximation_take(Cursor *cursor) {
    if (figure_at(cursor, 0) >= 0)
        return NUMBER_EXACT;
    for (size_t i = 0; i < sizeof WORDS_BEFORE / sizeof *WORDS_BEFORE; i++)
        if (cursor_take(cursor, WORDS_BEFORE[i].words)) {
            cursor_sign(cursor, '.'); /* c. approx. */
            return WORDS_BEFORE[i].approximation;
        }
    if (cursor_sign(cursor, '~'))
        return NUMBER_ABOUT;
    if (cursor_sign(cursor, '>'))
        return cursor_sign(cursor, '=') ? NUMBER_AT_LEAST : NUMBER_MORE_THAN;
    if (cursor_sign(cursor, '<'))
        return cursor_sign(cursor, '=') ? NUMBER_AT_MOST : NUMBER_LESS_THAN;
    if (bytes_take(cursor, "\xE2\x89\xA5"))
        return NUMBER_AT_LEAST;
    return bytes_take(cursor, "\xE2\x89\xA4") ? NUMBER_AT_MOST : NUMBER_EXACT;
}

static bool sign_at(const Cursor *cursor, char sign) {
    return cursor->at < cursor->end && cursor->source->text.at[cursor->at] == sign;
}

/* `8,200` and `8200`; a comma that three figures do not follow parts values. */
static bool whole_take(Cursor *cursor, int64_t *whole) {
    Cursor trial = *cursor;
    cursor_is_done(&trial); /* to the next thing that is no blank */
    int64_t value = 0;
    if (figure_at(&trial, 0) < 0)
        return false;
    for (;;) {
        for (int figure; (figure = figure_at(&trial, 0)) >= 0; trial.at++)
            if ((value = value * 10 + figure) > NUMBER_LIMIT / 1000)
                return false;
        bool is_group = sign_at(&trial, ',') && figure_at(&trial, 1) >= 0 &&
                        figure_at(&trial, 2) >= 0 && figure_at(&trial, 3) >= 0 &&
                        figure_at(&trial, 4) < 0;
        if (!is_group)
            break;
        trial.at++;
    }
    *cursor = trial;
    *whole = value;
    return true;
}

/* What follows the decimal point, in thousandths; more than three figures are refused. */
static bool fraction_take(Cursor *cursor, int64_t *thousandths) {
    *thousandths = 0;
    if (!sign_at(cursor, '.') || figure_at(cursor, 1) < 0)
        return true;
    cursor->at++;
    int64_t worth = 100;
    for (int figure; (figure = figure_at(cursor, 0)) >= 0; cursor->at++, worth /= 10) {
        if (worth == 0 && figure > 0)
            return false;
        *thousandths += worth * figure;
    }
    return true;
}

static int64_t scale_take(Cursor *cursor, bool is_money) {
    if (cursor_take(cursor, "thousand") || (is_money && cursor_take(cursor, "k")))
        return 1000;
    if (cursor_take(cursor, "million") ||
        (is_money && (cursor_take(cursor, "m") || cursor_take(cursor, "mn"))))
        return 1000000;
    if (cursor_take(cursor, "billion") || (is_money && cursor_take(cursor, "bn")))
        return 1000000000;
    return 1;
}

static Approximation approximation_after(Cursor *cursor) {
    if (cursor_sign(cursor, '+'))
        return NUMBER_MORE_THAN;
    if (cursor_take(cursor, "or more"))
        return NUMBER_AT_LEAST;
    return cursor_take(cursor, "or fewer") || cursor_take(cursor, "or less") ? NUMBER_AT_MOST
                                                                             : NUMBER_EXACT;
}

bool number_take(Cursor *cursor, Number *number, ValueKind *kind) {
    Cursor trial = *cursor;
    int64_t whole, part;
    Approximation approximation = approximation_take(&trial);
    *kind = bytes_take(&trial, "\xC2\xA3") ? VALUE_MONEY : VALUE_NUMBER;
    if (!whole_take(&trial, &whole) || !fraction_take(&trial, &part))
        return false;
    if (cursor_is_done(&trial)) {
        *number = (Number){whole * 1000 + part, approximation};
        *cursor = trial;
        return true;
    }
    int64_t scale = scale_take(&trial, *kind == VALUE_MONEY);
    if (whole > NUMBER_LIMIT / 1000 / scale)
        return false;
    if (*kind == VALUE_NUMBER && cursor_sign(&trial, '%'))
        *kind = VALUE_PERCENT;
    else if (*kind == VALUE_NUMBER && cursor_take(&trial, "per cent"))
        *kind = VALUE_PERCENT;
    if (approximation == NUMBER_EXACT)
        approximation = approximation_after(&trial);
    *number = (Number){(whole * 1000 + part) * scale, approximation};
    *cursor = trial;
    return true;
}

bool value_number_literal(Text text, Number *number) {
    Source room;
    Cursor cursor = cursor_of_text(&room, text);
    ValueKind kind;
    return number_take(&cursor, number, &kind) && cursor_is_done(&cursor);
}

static uint32_t base_of(ValueKind kind) {
    return kind == VALUE_MONEY ? BASE_MONEY : kind == VALUE_PERCENT ? BASE_PERCENT : BASE_NUMBER;
}

/* A number of money or a share that was written bare, and the other way round. */
static bool takes_as(uint32_t bases, ValueKind kind) { return (bases & base_of(kind)) != 0; }

Outcome number_read(Reading *reading, Span span, uint32_t bases, Value *value) {
    Cursor cursor = cursor_of(reading->model, span);
    Number number;
    ValueKind kind;
    if (!number_take(&cursor, &number, &kind) || !cursor_is_done(&cursor) || !takes_as(bases, kind))
        return NOT_THIS;
    value->kind = kind;
    value->number = number;
    return READ;
}

/* ---- what is wrong with it ---- */

/* The field of this record that takes a share, if there is one: `share: 10%`. */
static const Field *field_for_share(const Reading *reading) {
    for (const Kind *kind = reading->record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (kind->fields[i]->type.bases == BASE_PERCENT)
                return kind->fields[i];
    return NULL;
}

static void complain_of_share(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    const char *label = reading_label(reading), *said = reading_said(reading, span);
    const Field *share = field_for_share(reading);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span,
               "%s is a number, and this is a share. %s of whom?", label, said);
    if (share != NULL)
        diagnostic_write(store, diagnostic, "%s: %s", share->name->text, said);
    else
        reading_write(reading, diagnostic, span, "about 3,000");
    diagnostic_help(store, diagnostic,
                    share != NULL ? "Or write the number itself: 820, about 800."
                                  : "Write the number itself: 820, about 800.");
}

static void complain_of_kind(Reading *reading, Span span, uint32_t bases, Number number,
                             ValueKind kind) {
    Model *model = reading->model;
    const char *label = reading_label(reading);
    if (kind == VALUE_PERCENT && (bases & BASE_NUMBER) != 0) {
        complain_of_share(reading, span);
        return;
    }
    ValueKind wanted = (bases & BASE_MONEY) != 0     ? VALUE_MONEY
                       : (bases & BASE_PERCENT) != 0 ? VALUE_PERCENT
                                                     : VALUE_NUMBER;
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_wrong_value, span, "%s is %s.", label,
               wanted == VALUE_MONEY     ? "a sum of money, and this has no pound sign"
               : wanted == VALUE_PERCENT ? "a share, and this has no per cent sign"
                                         : "a number, and this is a sum of money");
    reading_write(reading, diagnostic, span, "%s", number_words(model->arena, wanted, number));
}

/* The number that stands at the beginning of what cannot be read whole. */
static const char *number_in(Reading *reading, Span span, uint32_t bases) {
    Cursor cursor = cursor_of(reading->model, span);
    Number number;
    ValueKind kind;
    if (number_take(&cursor, &number, &kind) && takes_as(bases, kind))
        return number_words(reading->model->arena, kind, number);
    return (bases & BASE_NUMBER) != 0  ? "about 3,000"
           : (bases & BASE_MONEY) != 0 ? "\xC2\xA3"
                                         "12,500"
                                       : "25%";
}

static const char *wanted_words(Reading *reading, uint32_t bases) {
    const char *label = reading_label(reading);
    return (bases & BASE_NUMBER) != 0
               ? arena_format(reading->model->arena, "a number %s %s",
                              text_ends(text_of(label), "s") ? "of" : "for", label)
           : (bases & BASE_MONEY) != 0
               ? arena_format(reading->model->arena, "a sum of money for %s", label)
               : arena_format(reading->model->arena, "a share for %s", label);
}

void number_complain(Reading *reading, Span span, uint32_t bases) {
    Cursor cursor = cursor_of(reading->model, span);
    Number number;
    ValueKind kind;
    bool dated = reading->field->type.dated;
    if (number_take(&cursor, &number, &kind) && cursor_is_done(&cursor) && !takes_as(bases, kind)) {
        complain_of_kind(reading, span, bases, number, kind);
        return;
    }
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, span,
                                    "I cannot read this as %s.", wanted_words(reading, bases));
    reading_write(reading, diagnostic, span, "%s%s", number_in(reading, span, bases),
                  dated ? " on 4 April 2026" : "");
    diagnostic_help(store, diagnostic,
                    "You can say about, more than, at least, or a plain number%s",
                    dated ? "; add \"on\" and a day for a count part-way through." : ".");
    diagnostic_why(store, diagnostic,
                   "numbers with \"about\" are shown with it, and are not added to others.");
}
