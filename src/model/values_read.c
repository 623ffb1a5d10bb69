/* Phrases to values, by the type of the field: each reader is asked in turn whether what is written
 * is its own; if none takes it, the reader that the field is most about says what is wrong. */
#include "value_read.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WHEN_BASES = BASE_DATE | BASE_EVENT | BASE_SPAN };
enum { NUMBER_BASES = BASE_NUMBER | BASE_MONEY | BASE_PERCENT };
enum { TEXT_BASES = BASE_TEXT | BASE_MESSAGE };
enum { MOST_SEARCHES = 500 };

/* ---- what messages say ---- */

bool reading_is_flooded(const Reading *reading) {
    return reading->model->diagnostics->errors > MOST_SEARCHES;
}

const Atom *reading_atom(const Reading *reading, Span span) {
    for (const Atom *atom = reading->phrase->first; atom != NULL; atom = atom->next)
        if (atom->span.at == span.at && atom->span.length == span.length)
            return atom;
    return NULL;
}

const char *reading_label(const Reading *reading) {
    Span span = reading->line->label_span;
    if (span_is_none(span) || span.length == 0)
        return reading->field->name->text;
    Text label = text_trim(span_text(reading->model->sources, span));
    if (text_ends(label, ":"))
        label.length--;
    return text_string(reading->model->arena, text_trim(label));
}

static void squeeze(const Model *model, Span span, char *out, size_t *length) {
    Text text = span_text(model->sources, span);
    bool quoted = false, comment = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        quoted = quoted != (byte == '"' && !comment && (i == 0 || text.at[i - 1] != '\\'));
        comment = !quoted && (comment ? byte != '\n' : byte == '#');
        bool blank = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
        if (comment || (blank && !quoted && (*length == 0 || out[*length - 1] == ' ')))
            continue;
        out[(*length)++] = blank && !quoted ? ' ' : byte;
    }
}

const char *reading_said(const Reading *reading, Span span) {
    char *out = arena_alloc(reading->model->arena, (size_t)span.length + 1);
    size_t length = 0;
    squeeze(reading->model, span, out, &length);
    while (length > 0 && out[length - 1] == ' ')
        length--;
    out[length] = '\0';
    return out;
}

static Span between(Span whole, uint32_t from, uint32_t to) {
    return (Span){whole.source, from, to > from ? to - from : 0};
}

static Span all_values(const Reading *reading) {
    const Phrase *last = reading->all;
    while (last->next != NULL)
        last = last->next;
    return span_join(reading->all->span, last->span);
}

static const char *reason_tail(const Reading *reading) {
    Span span = reading->line->reason_span;
    if (reading->line->reason.length == 0 || span_is_none(span))
        return "";
    const char *reason = reading_said(reading, span);
    return arena_format(reading->model->arena, " because %s",
                        span.length > 80 ? "\"...\"" : reason);
}

void reading_write(const Reading *reading, Diagnostic *diagnostic, Span wrong, const char *format,
                   ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *right = arena_alloc(reading->model->arena, (size_t)(length < 0 ? 0 : length) + 1);
    vsnprintf(right, (size_t)(length < 0 ? 0 : length) + 1, format, again);
    va_end(again);
    va_end(arguments);
    Span all = all_values(reading);
    Span before = between(all, all.at, wrong.at);
    Span after = between(all, wrong.at + wrong.length, all.at + all.length);
    const char *left = reading_said(reading, before), *rest = reading_said(reading, after);
    Text head = span_text(reading->model->sources, before);
    bool gap_left = head.length > 0 && strchr(" \t\n", head.at[head.length - 1]) != NULL;
    bool gap_right = after.length > 0 && *rest != ',' && *rest != ')' && *rest != '\0' &&
                     strchr(" \t\n", span_text(reading->model->sources, after).at[0]) != NULL;
    bool in_rule = reading->record == NULL; /* a literal of a rule has no line of its own */
    diagnostic_write(reading->model->diagnostics, diagnostic, "%s%s%s%s%s%s%s%s",
                     in_rule ? "" : reading_label(reading), in_rule ? "" : ": ", left,
                     gap_left ? " " : "", right, gap_right ? " " : "", rest, reason_tail(reading));
}

/* ---- values ---- */

static Value *append(Reading *reading, const Value *value) {
    Value *kept = arena_make(reading->model->arena, Value);
    *kept = *value;
    kept->line = reading->line;
    kept->next = NULL;
    if (reading->line->last == NULL)
        reading->line->first = kept;
    else
        reading->line->last->next = kept;
    reading->line->last = kept;
    reading->line->count++;
    return kept;
}

static bool has(const Reading *reading, uint32_t bases) {
    return (reading->field->type.bases & bases) != 0;
}

static bool is_one_text(const Reading *reading) {
    const Atom *first = reading->phrase->first;
    return first != NULL && first->kind == TOKEN_TEXT &&
           (first->next == NULL || first->next->span.at >= reading->span.at + reading->span.length);
}

/* What people write in the place of words of their own, for which the vocabulary has advice. */
static Outcome advise_on_text(Reading *reading, Text text) {
    if (reading->field->misnomers == NULL)
        return READ;
    const Name *typed = name_of_words(reading->model->names, text);
    for (const Misnomer *each = reading->field->misnomers; each != NULL; each = each->next)
        if (each->name == typed) {
            Diagnostic *diagnostic = report(reading->model->diagnostics, DIAGNOSTIC_wrong_value,
                                            reading->span, "%.*s", TEXT_ARGS(each->advice));
            reading_write(reading, diagnostic, reading->span, "\"...\"");
            return REPORTED;
        }
    return READ;
}

static Outcome text_read(Reading *reading, Value *value) {
    if (!is_one_text(reading))
        return NOT_THIS;
    value->kind = VALUE_TEXT;
    value->text = reading->phrase->first->text;
    return advise_on_text(reading, value->text);
}

static Outcome yes_no_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span);
    value->kind = VALUE_YES_NO;
    value->yes = cursor_take(&cursor, "yes");
    if (!value->yes && !cursor_take(&cursor, "no"))
        return NOT_THIS;
    return cursor_is_done(&cursor) ? READ : NOT_THIS;
}

static Outcome date_read(Reading *reading, Span span, uint32_t bases, Value *value) {
    Outcome outcome = when_read(reading, span, bases, &value->when);
    value->kind = outcome == READ ? VALUE_WHEN : value->kind;
    return outcome;
}

/* `timing.response`, `bnssg.charter.during.publicise`: looked up by whoever knows what it names. */
static Outcome name_read(Reading *reading, Span span, Value *value) {
    Cursor cursor = cursor_of(reading->model, span), start = cursor;
    Text word;
    while (cursor_name(&cursor, &word))
        ;
    if (!cursor_is_done(&cursor) || cursor_span(&start, &cursor).length == 0)
        return NOT_THIS;
    value->kind = VALUE_NAME;
    value->name = name_of_words(reading->model->names, span_text(reading->model->sources, span));
    return READ;
}

/* Asks the readers of the field's type in turn; the order settles what both could take. */
static Outcome value_of(Reading *reading, Span span, Value *value) {
    uint32_t bases = reading->field->type.bases;
    Outcome outcome = (bases & TEXT_BASES) != 0 ? text_read(reading, value) : NOT_THIS;
    if (outcome == NOT_THIS)
        outcome = answer_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & BASE_YES_NO) != 0)
        outcome = yes_no_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & BASE_DURATION) != 0)
        outcome = duration_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & BASE_REPEAT) != 0)
        outcome = repeat_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & BASE_YEARLY) != 0)
        outcome = yearly_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & NUMBER_BASES) != 0)
        outcome = number_read(reading, span, bases, value);
    if (outcome == NOT_THIS && (bases & BASE_TIME) != 0)
        outcome = time_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & BASE_RECORD) != 0)
        outcome = reference_read(reading, span, value);
    if (outcome == NOT_THIS && (bases & WHEN_BASES) != 0)
        outcome = date_read(reading, span, bases, value);
    if (outcome == NOT_THIS && (bases & BASE_NAME) != 0)
        outcome = name_read(reading, span, value);
    return outcome;
}

/* ---- nothing took it ---- */

/* `where: Room #2`: the layout pass has said that the sign takes part of the words away. */
static bool is_cut_short(const Reading *reading) {
    Span all = all_values(reading);
    Text text = source_of(reading->model->sources, all)->text;
    size_t end = (size_t)all.at + all.length, at = end;
    while (at < text.length && text.at[at] == ' ')
        at++;
    return at > end && at + 1 < text.length && text.at[at] == '#' &&
           strchr(" \t\r\n#", text.at[at + 1]) == NULL;
}

/* Quotation marks inside words that are about to get their own become single ones. */
static const char *without_quotes(Arena *arena, const char *said) {
    char *words = arena_format(arena, "%s", said);
    for (char *at = words; *at != '\0'; at++)
        if (*at == '"')
            *at = '\'';
    return words;
}

/* One message for the whole line: every phrase that has no quotation marks gets them. */
static void complain_of_bare_text(Reading *reading) {
    Model *model = reading->model;
    if (is_cut_short(reading))
        return;
    const char *list = "";
    for (const Phrase *each = reading->all; each != NULL; each = each->next) {
        const char *said = reading_said(reading, each->span);
        bool quoted =
            each->first != NULL && each->first->kind == TOKEN_TEXT && each->first->next == NULL;
        said = quoted ? said : without_quotes(model->arena, said);
        list = arena_format(model->arena, "%s%s%s%s%s", list, each == reading->all ? "" : ", ",
                            quoted ? "" : "\"", said, quoted ? "" : "\"");
    }
    Diagnostic *diagnostic = report(model->diagnostics, DIAGNOSTIC_missing_comma,
                                    all_values(reading), "Your own words go in quotation marks.");
    diagnostic_write(model->diagnostics, diagnostic, "%s: %s%s", reading_label(reading), list,
                     reason_tail(reading));
}

static void complain_of_yes_no(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "%s is yes or no.", reading_label(reading));
    reading_write(reading, diagnostic, span, "yes");
    diagnostic_help(store, diagnostic, "You can also write not known, or not yet decided.");
}

static void complain_of_length(Reading *reading, Span span) {
    bool repeats = has(reading, BASE_REPEAT) && !has(reading, BASE_DURATION);
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "I cannot read this as %s.",
               repeats ? "how often something happens" : "a length of time");
    reading_write(reading, diagnostic, span, "%s",
                  repeats ? "every 2 months from 1 June 2026" : "12 weeks");
    diagnostic_help(store, diagnostic, "%s",
                    repeats ? "You can write every 2 months, every week, or add the first day."
                            : "You can write days, working days, weeks, months, years, hours or "
                              "minutes.");
}

static void complain_of_time(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span, "I cannot read this as a time of day.");
    reading_write(reading, diagnostic, span, "18:30");
    diagnostic_help(store, diagnostic, "Write the time as 18:30 or 6:30pm.");
}

static void complain_of_name(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, span,
                                    "%s names something: write its name, as the checker prints it.",
                                    reading_label(reading));
    diagnostic_help(store, diagnostic, "Names stand without quotation marks.");
}

static bool to_be_confirmed(const Reading *reading, Span span) {
    static const char *const WORDS[] = {"tbc",           "tba",          "tbd", "to be confirmed",
                                        "to be decided", "to be agreed", NULL};
    Cursor cursor = cursor_of(reading->model, span);
    return cursor_take_one(&cursor, WORDS, NULL) && cursor_is_done(&cursor);
}

static void complain_of_tbc(Reading *reading, Span span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_wrong_value, span,
               "Say whether this is not yet decided, or decided and not known to you.");
    reading_write(reading, diagnostic, span, "not yet decided");
    diagnostic_help(store, diagnostic,
                    "The answers are: none, not known, not yet decided, or does "
                    "not apply because \"...\".");
}

/* Does TEXT begin as a number, a date or a sum of money does? */
static bool is_figures(Text text) {
    return text.length > 0 && ((text.at[0] >= '0' && text.at[0] <= '9') || text_starts(text, "£"));
}

/* Quotation marks round something that is not the writer's own words: `size: "8,200"`. */
static bool complain_of_quotes(Reading *reading, Span span) {
    if (!is_one_text(reading) || has(reading, BASE_RECORD | TEXT_BASES) ||
        !is_figures(reading->phrase->first->text))
        return false;
    Diagnostic *diagnostic = report(
        reading->model->diagnostics, DIAGNOSTIC_wrong_value, span,
        "Quotation marks are for your own words; %s stands without them.", reading_label(reading));
    reading_write(reading, diagnostic, span, "%.*s", TEXT_ARGS(reading->phrase->first->text));
    return true;
}

static bool begins_with_figures(const Reading *reading, Span span) {
    Cursor cursor = cursor_of(reading->model, span);
    int number;
    return cursor_figures(&cursor, &number, NULL);
}

/* Returns false when the whole line has been spoken of, so that the rest is passed over. */
static bool complain(Reading *reading, Span span) {
    uint32_t bases = reading->field->type.bases;
    bool is_date = (bases & WHEN_BASES) != 0;
    bool like_date = is_date && (bases & BASE_RECORD) != 0 && begins_with_figures(reading, span);
    if (!is_date && to_be_confirmed(reading, span))
        complain_of_tbc(reading, span);
    else if (complain_of_quotes(reading, span) || (is_date && habit_complain(reading, span, bases)))
        return true;
    else if ((bases & BASE_RECORD) != 0 && !like_date)
        reference_complain(reading, span);
    else if (is_date && ((bases & TEXT_BASES) == 0 || begins_with_figures(reading, span)))
        when_complain(reading, span, bases);
    else if ((bases & NUMBER_BASES) != 0)
        number_complain(reading, span, bases);
    else if ((bases & (BASE_DURATION | BASE_REPEAT)) != 0)
        complain_of_length(reading, span);
    else if ((bases & BASE_TIME) != 0)
        complain_of_time(reading, span);
    else if ((bases & BASE_YES_NO) != 0)
        complain_of_yes_no(reading, span);
    else if ((bases & BASE_NAME) != 0)
        complain_of_name(reading, span);
    else {
        complain_of_bare_text(reading);
        return false;
    }
    return true;
}

/* ---- tails: `... on DATE`, `... at NAME` ---- */

static const Atom *last_word(const Reading *reading, const char *word) {
    const Atom *found = NULL;
    for (const Atom *atom = reading->phrase->first; atom != NULL; atom = atom->next)
        if (atom != reading->phrase->first && atom->next != NULL && atom->kind == TOKEN_WORD &&
            atom->name != NULL && text_is(name_text(atom->name), word))
            found = atom;
    return found;
}

/* Takes `on DATE` off the end of SPAN, where what follows can be read as a date. */
static Outcome take_day(Reading *reading, Span *span, Value *value) {
    const Atom *on = last_word(reading, "on");
    if (on == NULL || on->span.at >= span->at + span->length)
        return NOT_THIS;
    Span day = between(*span, on->next->span.at, span->at + span->length);
    Value date = {.kind = VALUE_WHEN, .span = day};
    Outcome outcome = when_read(reading, day, BASE_DATE | BASE_EVENT, &date.when);
    if (outcome == NOT_THIS && habit_complain(reading, day, BASE_DATE))
        return REPORTED;
    if (outcome != READ)
        return outcome;
    value->on = arena_make(reading->model->arena, Value);
    *value->on = date;
    value->on->line = reading->line;
    Cursor start = cursor_of(reading->model, *span), end = start;
    end.at = on->span.at;
    *span = cursor_span(&start, &end);
    return READ;
}

static Outcome report_no_day_here(Reading *reading, Span whole, Span value_span) {
    Diagnostics *store = reading->model->diagnostics;
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_wrong_value, whole,
                                    "%s does not take a day of its own.", reading_label(reading));
    reading_write(reading, diagnostic, whole, "%s", reading_said(reading, value_span));
    return REPORTED;
}

static void take_place(Reading *reading, Span *span, Value *value) {
    const Atom *at = last_word(reading, "at");
    if (at == NULL)
        return;
    value->at_span = between(*span, at->next->span.at, span->at + span->length);
    value->at =
        name_of_words(reading->model->names, span_text(reading->model->sources, value->at_span));
    Cursor start = cursor_of(reading->model, *span), end = start;
    end.at = at->span.at;
    *span = cursor_span(&start, &end);
}

/* Reads one value with its tails; what it could not be is reported. False: give up the line. */
static bool read_one(Reading *reading) {
    Value value = {.span = reading->span, .at_span = NO_SPAN};
    Span span = reading->span;
    bool is_when = has(reading, WHEN_BASES);
    Outcome outcome = NOT_THIS;
    if (reading->field->type.dated)
        outcome = take_day(reading, &span, &value);
    if (outcome == REPORTED)
        return true;
    if (has(reading, BASE_NAME))
        take_place(reading, &span, &value);
    Span whole = reading->span;
    reading->span = span;
    outcome = value_of(reading, span, &value);
    if (outcome == NOT_THIS && !is_when && !reading->field->type.dated) {
        Value dated = {0};
        Span shorter = span;
        if (take_day(reading, &shorter, &dated) == READ) {
            reading->span = shorter;
            if (value_of(reading, shorter, &value) == READ)
                outcome = report_no_day_here(reading, whole, shorter);
            reading->span = span;
        }
    }
    bool go_on = outcome != NOT_THIS || complain(reading, span);
    reading->span = whole;
    if (outcome == READ)
        append(reading, &value);
    return go_on;
}

/* ---- the line ---- */

/* One reason for several things said in one's own words, where each is to have its own. Words
 * picked from a list may share one. */
static void check_reason(Reading *reading) {
    if (!reading->field->reason_expected || reading->line->reason.length == 0 ||
        reading->line->count < 2 || reading->line->last->kind != VALUE_TEXT)
        return;
    Model *model = reading->model;
    Diagnostic *diagnostic =
        report(model->diagnostics, DIAGNOSTIC_shared_reason, all_values(reading),
               "Is this the reason for %s, or for the last only? Each needs its own. Write %s "
               "lines.",
               reading->line->count == 2 ? "both" : "all of them",
               reading->line->count == 2 ? "two" : "separate");
    const char *lines = "";
    for (const Phrase *each = reading->all; each != NULL; each = each->next)
        lines = arena_format(model->arena, "%s%s%s: %s%s", lines, each == reading->all ? "" : "\n",
                             reading_label(reading), reading_said(reading, each->span),
                             each->next == NULL ? reason_tail(reading) : " because \"...\"");
    diagnostic_write(model->diagnostics, diagnostic, "%s", lines);
}

static bool check_count(Reading *reading, uint32_t before) {
    if (before == 0 || reading->field->many || has(reading, BASE_EVENT))
        return true; /* an event may be on several days */
    Diagnostic *diagnostic =
        report(reading->model->diagnostics, DIAGNOSTIC_wrong_value, reading->span,
               "%s takes one thing, and this is another.", reading_label(reading));
    reading_write(reading, diagnostic, all_values(reading), "%s",
                  reading_said(reading, reading->all->span));
    return false;
}

void values_read(Model *model, Record *record, Field *field, Line *line, const Phrase *phrases) {
    Reading reading = {
        .model = model, .record = record, .field = field, .line = line, .all = phrases};
    for (const Phrase *phrase = phrases; phrase != NULL; phrase = reading.last->next) {
        reading.phrase = reading.last = phrase;
        reading.span = phrase->span;
        while (has(&reading, WHEN_BASES) && reading.last->next != NULL &&
               when_joins(model, reading.last, reading.last->next)) {
            reading.last = reading.last->next;
            reading.span = span_join(phrase->span, reading.last->span);
        }
        if (!check_count(&reading, line->count) || !read_one(&reading))
            break;
    }
    check_reason(&reading);
}

/* ---- literals of rules ---- */

bool value_date_literal(Model *model, Span span, DateRange *range) {
    const Name *name = name_of(model->names, TEXT("date"));
    Field field = {.name = name, .type = {.bases = BASE_DATE}};
    Line line = {.span = span, .label_span = NO_SPAN};
    Phrase phrase = {.span = span};
    Reading reading = {.model = model,
                       .field = &field,
                       .line = &line,
                       .all = &phrase,
                       .phrase = &phrase,
                       .last = &phrase,
                       .span = span};
    Cursor cursor = cursor_of(model, span);
    Point point;
    Outcome outcome = point_read(&reading, &cursor, &point);
    if (outcome == READ && point.year > 0 && cursor_is_done(&cursor)) {
        *range = point.range;
        return true;
    }
    if (outcome != REPORTED)
        when_complain(&reading, span, BASE_DATE);
    return false;
}
