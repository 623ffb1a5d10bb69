/* Records, clauses, places and days in words. */
#include "said.h"

#include <ctype.h>
#include <string.h>

const char *said_charter(Arena *arena, const Model *model, const Record *charter) {
    Text brief = record_text(model, charter, "short");
    return text_string(arena, brief.length > 0 ? brief : charter->title);
}

const char *said_charters(Arena *arena, const Model *model, const Judgement *judgement,
                          uint32_t from, uint32_t to, const char *between) {
    const char *said = "";
    for (uint32_t i = from; i < to; i++)
        said = arena_format(arena, "%s%s%s", said, i == from ? "" : between,
                            said_charter(arena, model, judgement->charters[i]));
    return said;
}

const char *said_force(const Model *model, const Record *clause) {
    const Value *force = record_value(model, clause, "force");
    bool is_said = force != NULL && force->kind == VALUE_RECORD;
    return is_said ? force->record->name->text : force_word(FORCE_MUST);
}

const char *said_citation(Arena *arena, const Model *model, const ClauseResult *result) {
    const char *charter = said_charter(arena, model, result->charter);
    if (result->source == NULL || result->source[0] == '\0')
        return charter;
    return arena_format(arena, "%s, %s", charter, result->source);
}

const char *said_same(Arena *arena, const ClauseResult *result) {
    const char *all = NULL;
    for (uint32_t i = 0; result->same != NULL && i < result->same->count; i++) {
        const char *path = result->same->paths[i]->text;
        if (result->same->paths[i] != result->clause->path)
            all = all == NULL ? path : arena_format(arena, "%s, %s", all, path);
    }
    for (uint32_t i = 0; result->same != NULL && i < result->same->part_count; i++) {
        const char *part = result->same->parts[i]->text;
        all = all == NULL ? part : arena_format(arena, "%s, %s", all, part);
    }
    return all;
}

bool path_ends(const char *path, Text ending) {
    size_t length = strlen(path);
    if (ending.length == 0 || length < ending.length ||
        memcmp(path + length - ending.length, ending.at, ending.length) != 0)
        return false;
    return length == ending.length || path[length - ending.length - 1] == '.';
}

static bool names_one(const Judgement *judgement, Text ending) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < judgement->result_count && found < 2; i++)
        found += path_ends(judgement->results[i]->clause->path->text, ending);
    return found == 1;
}

const char *said_path(Arena *arena, const Judgement *judgement, const ClauseResult *result) {
    const char *path = result->clause->path->text;
    Text own = name_text(result->clause->name);
    if (path_ends(path, own) && names_one(judgement, own))
        return text_string(arena, own);
    for (const char *at = path + strlen(path); at > path; at--)
        if (at[-1] == '.' && names_one(judgement, text_of(at)) && strlen(at) > own.length)
            return at;
    return path;
}

const char *said_place(Arena *arena, const Model *model, Span span) {
    if (span_is_none(span) || span.source >= model->sources->count)
        return NULL;
    uint32_t line = span_line(model->sources, span);
    if (model->main == NULL || span.source == model->main->source)
        return arena_format(arena, "line %u", line);
    const char *name = source_of(model->sources, span)->name;
    const char *slash = strrchr(name, '/');
    return arena_format(arena, "%s, line %u", slash == NULL ? name : slash + 1, line);
}

const char *said_subject(Arena *arena, const Model *model, const Record *plan,
                         const Record *subject) {
    if (subject == NULL || subject == plan)
        return "the plan as a whole";
    bool elsewhere = model->main != NULL && subject->span.source != model->main->source;
    const char *place = elsewhere ? NULL : said_place(arena, model, subject->span);
    if (place == NULL)
        return text_string(arena, subject->title);
    return arena_format(arena, "%.*s (%s)", TEXT_ARGS(subject->title), place);
}

const char *said_day(Arena *arena, DateRange range) {
    char buffer[RANGE_TEXT];
    return arena_format(arena, "%s", range_words(range, buffer));
}

const char *said_due(Arena *arena, const Case *kase) {
    if (kase->due_unknown)
        return "due on a day that the plan does not give";
    if (!kase->has_due)
        return NULL;
    const char *day = said_day(arena, kase->due);
    if (kase->overdue)
        return arena_format(arena, "overdue since %s", day);
    bool bound = strncmp(day, "by ", 3) == 0 || strncmp(day, "not before ", 11) == 0;
    return arena_format(arena, bound ? "due %s" : "due by %s", day);
}

const char *said_as_at(Arena *arena, const Judgement *judgement) {
    static const char *const origins[] = {"as asked", "set in the plan", "today"};
    char buffer[DAY_TEXT];
    return arena_format(arena, "as at %s (%s)", day_plain(judgement->as_at, buffer),
                        origins[judgement->as_at_origin]);
}

/* "co-production" keeps its hyphen, as "sub-committee of" does. */
static bool keeps_hyphen(const char *words, const char *hyphen) {
    static const char *const BEFORE[] = {"co", "sub", "non", "pre"};
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
        if (strlen(BEFORE[i]) == (size_t)(hyphen - words) &&
            strncmp(words, BEFORE[i], strlen(BEFORE[i])) == 0)
            return true;
    return false;
}

char *said_name(Arena *arena, Text name) {
    char *words = text_string(arena, name);
    for (char *c = words; *c != '\0'; c++)
        if (*c == '-' && !keeps_hyphen(words, c))
            *c = ' ';
    return words;
}

/* "seldom-heard" as a title: "Seldom heard". */
static const char *title_of_name(Arena *arena, const Name *name) {
    char *words = said_name(arena, name_text(name));
    words[0] = (char)toupper((unsigned char)words[0]);
    return words;
}

const char *said_field(Arena *arena, const Field *field) {
    if (field->title.length > 0)
        return text_string(arena, field->title);
    return title_of_name(arena, field->name);
}

const char *said_plural(Arena *arena, const Kind *kind) {
    if (kind->plural != NULL)
        return title_of_name(arena, kind->plural);
    return kind->title.length > 0 ? text_string(arena, kind->title)
                                  : title_of_name(arena, kind->name);
}

const char *said_within(Arena *arena, Text text) {
    char *words = text_string(arena, text);
    for (const char *c = words + 1; words[0] != '\0' && *c != '\0' && *c != ' '; c++)
        if (isupper((unsigned char)*c) || isdigit((unsigned char)*c))
            return words;
    words[0] = (char)tolower((unsigned char)words[0]);
    return words;
}

const char *said_a(Arena *arena, const char *noun) {
    bool vowel = noun[0] != '\0' && strchr("aeiouAEIOU", noun[0]) != NULL;
    return arena_format(arena, "%s %s", vowel ? "an" : "a", noun);
}

static const char *value_said(Arena *arena, const Value *value) {
    if (value->kind == VALUE_RECORD && value->record->title.length > 0)
        return text_string(arena, value->record->title);
    return value_words(arena, value);
}

/* The vocabulary says for each kind which of its fields name whoever answers for it. */
static const Value *who_of(const Record *record) {
    const Draw *draw = kind_draw(record->kind, "checklist");
    const DrawSlot *who = draw == NULL ? NULL : draw_slot(draw, "who");
    for (uint32_t i = 0; who != NULL && i < who->count; i++) {
        const Slot *slot = who->fields[i] == NULL ? NULL : record_slot(record, who->fields[i]);
        const Value *value = slot_first(slot);
        if (value != NULL && value->kind != VALUE_ANSWER)
            return value;
    }
    return NULL;
}

const Value *said_owner_value(const Record *plan, const Record *record) {
    for (const Record *at = record; at != NULL; at = at->parent) {
        const Value *value = who_of(at);
        if (value != NULL)
            return value;
    }
    return record == plan || plan == NULL ? NULL : who_of(plan);
}

const char *said_owner(Arena *arena, const Record *plan, const Record *record) {
    const Value *value = said_owner_value(plan, record);
    return value == NULL ? NULL : value_said(arena, value);
}

/* Comments of the charter's author are not what it asks. */
static size_t skip_comment(Text text, size_t at) {
    while (at < text.length && text.at[at] != '\n')
        at++;
    return at;
}

const char *said_on_one_line(Arena *arena, Text text) {
    char *words = arena_alloc(arena, text.length + 1);
    size_t length = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c > '#') { /* a letter, a figure, most signs */
            words[length++] = c;
            continue;
        }
        if (c == '"')
            quoted = !quoted;
        if (c == '#' && !quoted) {
            i = skip_comment(text, i);
            c = ' ';
        }
        if (!isspace((unsigned char)c))
            words[length++] = c;
        else if (length > 0 && words[length - 1] != ' ')
            words[length++] = ' ';
    }
    while (length > 0 && words[length - 1] == ' ')
        length--;
    words[length] = '\0';
    return words;
}

const char *said_string_on_one_line(Arena *arena, const char *string) {
    bool after_blank = true;
    const char *c = string;
    for (; *c != '\0'; c++) {
        bool blank = *c == ' ';
        if ((blank && after_blank) || *c == '#' || (unsigned char)*c < ' ')
            return said_on_one_line(arena, text_of(string));
        after_blank = blank;
    }
    return after_blank && c > string ? said_on_one_line(arena, text_of(string)) : string;
}

const char *said_rule(Arena *arena, const Model *model, const Line *line) {
    if (line == NULL || span_is_none(line->span))
        return "";
    Text whole = span_text(model->sources, line->span);
    size_t from = 0, to = whole.length;
    if (!span_is_none(line->label_span))
        from = line->label_span.at + line->label_span.length - line->span.at;
    bool within = line->otherwise.length > 0 && line->otherwise_span.source == line->span.source &&
                  line->otherwise_span.at >= line->span.at + from &&
                  line->otherwise_span.at < line->span.at + line->span.length;
    if (within)
        to = line->otherwise_span.at - line->span.at;
    Text rule = text_trim(text_part(whole, from, to - from));
    if (text_starts(rule, ":"))
        rule = text_trim(text_part(rule, 1, rule.length - 1));
    if (within && text_ends(rule, "otherwise"))
        rule = text_trim(text_part(rule, 0, rule.length - strlen("otherwise")));
    return said_on_one_line(arena, rule);
}

const char *said_count(Arena *arena, uint32_t count, const char *one, const char *many) {
    return arena_format(arena, "%u %s", count, count == 1 ? one : many);
}
