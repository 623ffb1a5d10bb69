#include "build.h"

#include <ctype.h>
#include <string.h>

#include "parser.h"
#include "quoted.h"

enum { SHORT_WORD = 120 };

Span build_span(const Build *build, Mark mark) {
    if (mark.tokens > 0)
        return layout_span(&build->layout, mark.token, mark.token + mark.tokens - 1u);
    const Token *before = &build->layout.tokens[mark.token];
    return (Span){build->layout.source->id, before->at + before->length, 0};
}

static Text text_at(const Build *build, Span span) {
    return (Text){build->layout.source->text.at + span.at, span.length};
}

/* --- names -------------------------------------------------------------------------------------
 */

#define LETTERS(of) [of] = true, [of + 1] = true, [of + 2] = true, [of + 3] = true, [of + 4] = true

/* What names are made of when nothing has to be done to them. */
static const bool PLAIN[256] = {LETTERS('a'), LETTERS('f'), LETTERS('k'), LETTERS('p'),
                                LETTERS('u'), ['z'] = true, LETTERS('0'), LETTERS('5'),
                                ['-'] = true, ['.'] = true};

static bool is_plain(Text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!PLAIN[(unsigned char)text.at[i]])
            return false;
    return true;
}

/* Small letters, and every kind of hyphen and blank as the common one. */
static Text plain_word(Arena *arena, Text text, char *buffer) {
    char *plain = text.length > SHORT_WORD ? arena_alloc(arena, text.length) : buffer;
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        Text rest = text_part(text, i, 3);
        if (text_starts(rest, "\xE2\x80\x90") || text_starts(rest, "\xE2\x80\x91")) {
            plain[length++] = '-';
            i += 2;
        } else if (text_starts(rest, "\xC2\xAD")) { /* a soft hyphen is none */
            i += 1;
        } else if (text_starts(rest, "\xC2\xA0")) {
            plain[length++] = ' ';
            i += 1;
        } else {
            plain[length++] = (char)(c < 0x80 ? tolower(c) : c);
        }
    }
    return (Text){plain, length};
}

const Name *build_word_name(Build *build, Span span) {
    char buffer[SHORT_WORD];
    Text text = text_at(build, span);
    if (!is_plain(text))
        text = plain_word(build->context->arena, text, buffer);
    return name_of(build->context->names, text);
}

Words build_words(Build *build, Span span) {
    char buffer[SHORT_WORD];
    Text text = text_at(build, span);
    if (is_plain(text))
        return (Words){name_of(build->context->names, text), span};
    text = plain_word(build->context->arena, text, buffer);
    return (Words){name_of_words(build->context->names, text), span};
}

Text build_text(Build *build, Mark mark) {
    return quoted_text(build->context->arena, text_at(build, build_span(build, mark)));
}

static bool begins_item(int terminal) {
    return terminal == T_END || terminal == T_CLOSE || terminal == T_OPEN || terminal == T_KIND ||
           terminal == T_LOST || terminal == T_LABEL || terminal == T_RULE_LABEL;
}

/* A terminal that begins the next item has nothing to do with what stopped before it. */
void build_hush(Build *build) {
    build->said_line = build->previous_line + 1;
    if (begins_item(build->layout.last))
        build->layout.reported_to = build->mark.token;
    else
        layout_hush(&build->layout);
}

bool build_is_hushed(const Build *build) {
    return build->layout.reported || build->mark.token <= build->layout.reported_to ||
           build->said_line == build->previous_line + 1;
}

static Quoted quoted(Build *build, Mark mark) {
    return (Quoted){build_text(build, mark), build_span(build, mark)};
}

/* --- items -------------------------------------------------------------------------------------
 */

/* The last token within SPAN: the parser may already look at the one behind it. */
static uint32_t last_token(const Build *build, Span span) {
    uint32_t token =
        build->layout.at < build->layout.count ? build->layout.at : build->layout.count - 1;
    while (token > 0 && build->layout.tokens[token].at >= span.at + span.length)
        token--;
    return token;
}

static void reach(const Build *build, Item *item, Span span) {
    if (span.at + span.length > item->span.at + item->span.length)
        item->span.length = span.at + span.length - item->span.at;
    item->last_token = last_token(build, item->span);
}

static Item *new_item(Build *build, ItemKind kind, Mark mark) {
    Item *item = arena_make(build->context->arena, Item);
    item->kind = kind;
    item->span = build_span(build, mark);
    item->first_token = mark.token;
    item->last_token = mark.token;
    return item;
}

/* --- records -----------------------------------------------------------------------------------
 */

/* The `##` lines directly above TOKEN, without their signs. */
static Text doc_above(Build *build, uint32_t token) {
    const Token *tokens = build->layout.tokens;
    uint32_t first = token;
    while (first > 0 && tokens[first - 1].kind == TOKEN_DOC)
        first--;
    if (first == token)
        return TEXT("");
    size_t room = 0, length = 0;
    for (uint32_t i = first; i < token; i++)
        room += tokens[i].length;
    char *doc = arena_alloc(build->context->arena, room);
    for (uint32_t i = first; i < token; i++) {
        Text line = layout_text(&build->layout, i);
        line = text_trim(text_part(line, 2, line.length));
        if (i > first)
            doc[length++] = '\n';
        if (line.length > 0)
            memcpy(doc + length, line.at, line.length);
        length += line.length;
    }
    return (Text){doc, length};
}

Item *build_record(Build *build, Mark kind) {
    Item *item = new_item(build, ITEM_RECORD, kind);
    item->record.kind = build_words(build, item->span);
    if (kind.token > 0)
        item->record.doc = doc_above(build, kind.token);
    return item;
}

Item *build_odd(Build *build, Item *record, Mark odd) {
    reach(build, record, build_span(build, odd));
    if (build->odd_header != record)
        build->odd = odd;
    build->odd_header = record;
    return record;
}

/* With a block behind it, it was meant as a record; else it will have been a line of prose. */
static void report_odd(Build *build, const Item *record) {
    Diagnostics *store = build->context->diagnostics;
    if (build->layout.last == T_OPEN) {
        Diagnostic *diagnostic = report(
            store, DIAGNOSTIC_syntax, build_span(build, build->odd),
            "A record begins with its kind, a name if something refers to it, and its title.");
        diagnostic_write(store, diagnostic, "%.*s name \"Title\" {",
                         TEXT_ARGS(name_text(record->record.kind.name)));
        return;
    }
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_syntax, record->span,
               "A line begins with a label and a colon, or with the kind of record that it is "
               "about.");
    if (record->span.length < 200 &&
        memchr(text_at(build, record->span).at, '"', record->span.length) == NULL)
        diagnostic_write(store, diagnostic, "purpose: \"%.*s\"",
                         TEXT_ARGS(text_at(build, record->span)));
    diagnostic_help(store, diagnostic,
                    "Words of your own go between quotation marks, behind the "
                    "label that they belong to.");
}

/* Names are looked at when the header is whole: until then only their place grows. */
Item *build_name(Build *build, Item *record, Mark word) {
    RecordNode *node = &record->record;
    Words *words = node->target.span.length > 0 ? &node->target : &node->name;
    if (is_given(node->title))
        return build_odd(build, record, word);
    Span span = build_span(build, word);
    words->span = words->span.length == 0 ? span : span_join(words->span, span);
    return record;
}

Item *build_target(Build *build, Item *record, Mark word) {
    if (is_given(record->record.title) || record->record.target.span.length > 0)
        return build_odd(build, record, word);
    record->record.target.span = build_span(build, word);
    return record;
}

Item *build_header_end(Build *build, Item *record) {
    RecordNode *node = &record->record;
    if (node->name.span.length > 0) {
        node->name = build_words(build, node->name.span);
        reach(build, record, node->name.span);
    }
    if (node->target.span.length > 0) {
        node->target = build_words(build, node->target.span);
        reach(build, record, node->target.span);
    }
    if (build->odd_header == record && !build->layout.reported)
        report_odd(build, record);
    return record;
}

Item *build_title(Build *build, Item *record, Mark text) {
    if (is_given(record->record.title))
        return build_odd(build, record, text);
    record->record.title = quoted(build, text);
    reach(build, record, record->record.title.span);
    return record;
}

Item *build_block(Build *build, Item *record, Mark open, Items items, Mark close) {
    RecordNode *node = &record->record;
    node->has_block = true;
    node->block = (Block){items.first, build_span(build, open), build_span(build, close)};
    reach(build, record, node->block.close);
    return record;
}

/* --- fields ------------------------------------------------------------------------------------
 */

static Words label_words(Build *build, Mark label) {
    const Token *tokens = build->layout.tokens;
    uint32_t last = label.token;
    while (tokens[last + 1].kind != TOKEN_COLON && tokens[last + 1].kind != TOKEN_SYMBOL)
        last++;
    return build_words(build, layout_span(&build->layout, label.token, last));
}

Item *build_field(Build *build, Mark label, Phrases values) {
    Item *item = new_item(build, ITEM_FIELD, label);
    item->field.label = label_words(build, label);
    item->field.values = values.first;
    if (values.last != NULL)
        reach(build, item, values.last->span);
    return item;
}

Item *build_rule_field(Build *build, Mark label, Expr *rule) {
    Item *item = new_item(build, ITEM_FIELD, label);
    item->field.label = label_words(build, label);
    item->field.rule = rule;
    if (rule != NULL)
        reach(build, item, rule->span);
    return item;
}

/* A line has one reason, one message and one date. */
static void report_twice(Build *build, Span span, const char *what) {
    if (!build->layout.reported)
        report(build->context->diagnostics, DIAGNOSTIC_syntax, span,
               "This line has two %ss: put them into one, or give each a line of its own.", what);
}

Item *build_because(Build *build, Item *field, Mark text) {
    if (is_given(field->field.because) || field->field.because_at != NULL)
        report_twice(build, build_span(build, text), "reason");
    field->field.because = quoted(build, text);
    reach(build, field, field->field.because.span);
    return field;
}

Item *build_because_see(Build *build, Item *field, Phrases where) {
    if (field->field.because_at != NULL)
        report_twice(build, where.first->span, "reason");
    field->field.because_at = where.first;
    reach(build, field, where.last->span);
    return field;
}

Item *build_otherwise(Build *build, Item *field, Mark text) {
    if (is_given(field->field.otherwise))
        report_twice(build, build_span(build, text), "message");
    field->field.otherwise = quoted(build, text);
    reach(build, field, field->field.otherwise.span);
    return field;
}

Item *build_due(Build *build, Item *field, Expr *due) {
    if (field->field.due != NULL)
        report_twice(build, due->span, "due date");
    field->field.due = due;
    reach(build, field, due->span);
    return field;
}

/* A reason alone says nothing: it is the reason of something. A label with bullets under it has had
 * its finding. */
static bool bullets_follow(const Build *build) {
    return build->layout.tokens[build->previous + 1].kind == TOKEN_SYMBOL;
}

Item *build_empty(Build *build, Item *field) {
    if (bullets_follow(build) || build_is_hushed(build))
        return field;
    Diagnostics *store = build->context->diagnostics;
    Text label = text_at(build, field->field.label.span);
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_empty_value, field->field.label.span,
               build->layout.last == T_BECAUSE ? "%.*s: has a reason, and nothing that it is for."
                                               : "%.*s: has nothing after it.",
               TEXT_ARGS(label));
    diagnostic_help(store, diagnostic,
                    "If it is not known yet, write %.*s: not known. Leaving the line out is the "
                    "same as not saying.",
                    TEXT_ARGS(label));
    build->said_line = build->previous_line + 1;
    return field;
}

static const Name *first_word(const Phrase *values) {
    return values == NULL || values->first == NULL ? NULL : values->first->name;
}

static Quoted first_text(const Phrase *values) {
    for (const Atom *atom = values == NULL ? NULL : values->first; atom != NULL; atom = atom->next)
        if (atom->kind == TOKEN_TEXT)
            return (Quoted){atom->text, atom->span};
    return (Quoted){TEXT(""), {0, 0, 0}};
}

static const Phrase *last_phrase(const Phrase *values) {
    while (values != NULL && values->next != NULL)
        values = values->next;
    return values;
}

/* Where a record begins behind a value, as in `level: consult activity survey "Survey" {` or
 * `on: 1 May 2026  heard "Keep it" {`: the atom of its kind. NULL if none does. */
static const Atom *record_behind(const FieldNode *field) {
    const Phrase *last = last_phrase(field->values);
    const Atom *words[2] = {NULL};
    uint32_t count = 0;
    bool behind = last != field->values, titled = false;
    for (const Atom *atom = last == NULL ? NULL : last->first; atom != NULL; atom = atom->next) {
        titled = atom->kind == TOKEN_TEXT && atom->next == NULL;
        if (atom->kind == TOKEN_WORD) {
            words[0] = words[1], words[1] = atom;
            count++;
        } else if (!titled) { /* the value ends here at the soonest */
            behind = true;
            count = 0;
        }
    }
    const Atom *first = last == NULL ? NULL : last->first;
    bool value_of_words = first != NULL && first->kind == TOKEN_WORD;
    if (value_of_words && last == field->values && count < 3)
        return count == 2 && titled ? words[1] : NULL;
    if (!behind && count < 3)
        return NULL;
    if (value_of_words && count < 3 && last != field->values)
        return count == 2 ? words[1] : NULL;
    return count == 0 ? NULL : count == 1 ? words[1] : words[0];
}

static void report_record_behind(Build *build, const Item *field, const Atom *kind) {
    Diagnostics *store = build->context->diagnostics;
    Span values = last_phrase(field->field.values)->span;
    Span record = {kind->span.source, kind->span.at, values.at + values.length - kind->span.at};
    Span before = {field->span.source, field->span.at, kind->span.at - field->span.at};
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_syntax, field->span,
               "A record begins on a line of its own, and not behind a value.");
    diagnostic_write(store, diagnostic, "%.*s\n%.*s {",
                     TEXT_ARGS(text_trim(text_at(build, before))),
                     TEXT_ARGS(text_at(build, record)));
}

/* What to write instead of a colon behind the kind of RECORD. */
static void report_colon(Build *build, const Item *field, const RecordNode *record) {
    Diagnostics *store = build->context->diagnostics;
    if (field->field.rule != NULL) {
        Diagnostic *diagnostic = report(store, DIAGNOSTIC_syntax, field->span,
                                        "A rule has no { } of its own. An expectation that does "
                                        "says its rule in it, behind that:");
        diagnostic_write(store, diagnostic, "expect name \"Title\" { that: %.*s }",
                         TEXT_ARGS(text_at(build, field->field.rule->span)));
        return;
    }
    const Atom *behind = record_behind(&field->field);
    if (behind != NULL) {
        report_record_behind(build, field, behind);
        return;
    }
    Text kind = name_text(record->kind.name), name = name_text(record->name.name);
    Text title = text_at(build, record->title.span);
    Diagnostic *diagnostic = report(store, DIAGNOSTIC_syntax, field->span,
                                    "A record has no colon behind its kind, and begins on a line "
                                    "of its own.");
    diagnostic_write(store, diagnostic, "%.*s%s%.*s%s%.*s {", TEXT_ARGS(kind),
                     name.length > 0 ? " " : "", TEXT_ARGS(name), title.length > 0 ? " " : "",
                     TEXT_ARGS(title));
}

Item *build_not_a_field(Build *build, Item *field, Mark open, Items items, Mark close) {
    const FieldNode *was = &field->field;
    Item *record = arena_make(build->context->arena, Item);
    *record = (Item){.kind = ITEM_RECORD,
                     .span = field->span,
                     .first_token = field->first_token,
                     .last_token = field->last_token};
    record->record.kind = was->label;
    record->record.title = first_text(was->values);
    if (first_word(was->values) != NULL)
        record->record.name = (Words){first_word(was->values), was->values->first->span};
    if (!build_is_hushed(build))
        report_colon(build, field, &record->record);
    return build_block(build, record, open, items, close);
}

/* --- values ------------------------------------------------------------------------------------
 */

static Phrases append_atom(Build *build, Phrases phrases, Atom *atom) {
    if (phrases.atom != NULL) {
        phrases.atom->next = atom;
        Span *span = &phrases.last->span;
        span->length = atom->span.at + atom->span.length - span->at;
    } else {
        Phrase *phrase = arena_make(build->context->arena, Phrase);
        phrase->first = atom;
        phrase->span = atom->span;
        if (phrases.last == NULL)
            phrases.first = phrase;
        else
            phrases.last->next = phrase;
        phrases.last = phrase;
    }
    phrases.atom = atom;
    return phrases;
}

/* A dash between two values reads `to`. */
static bool is_dash(Text text, Phrases before) {
    return before.atom != NULL &&
           (text_is(text, "-") || (text.length == 3 && text_starts(text, "\xE2\x80")));
}

Phrases build_atom(Build *build, Phrases phrases, Mark mark) {
    Atom *atom = arena_make(build->context->arena, Atom);
    const Token *token = &build->layout.tokens[mark.token];
    atom->span = layout_span(&build->layout, mark.token, mark.token);
    atom->kind = token->kind;
    if (token->kind == TOKEN_WORD) {
        atom->name = build_word_name(build, atom->span);
    } else if (token->kind == TOKEN_TEXT) {
        atom->text = quoted_text(build->context->arena, text_at(build, atom->span));
    } else if (token->kind == TOKEN_SYMBOL && is_dash(text_at(build, atom->span), phrases)) {
        atom->kind = TOKEN_WORD;
        atom->name = name_of(build->context->names, TEXT("to"));
    }
    return append_atom(build, phrases, atom);
}

Phrases build_bracket(Build *build, Phrases phrases, Mark open, Phrases inside, Mark close) {
    Atom *atom = arena_make(build->context->arena, Atom);
    Span end = build_span(build, close);
    atom->span = span_join(build_span(build, open), end.length > 0 ? end : inside.last->span);
    atom->kind = TOKEN_OPEN_BRACKET;
    atom->inside = inside.first;
    return append_atom(build, phrases, atom);
}
