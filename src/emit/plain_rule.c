/* The words of a rule, as somebody reads them who has never written one. */
#include <ctype.h>
#include <string.h>

#include "../base/out.h"
#include "said.h"

enum { MOST_NAMES = 12 };

typedef struct Plain {
    Arena *arena;
    const Model *model;
    struct {
        Text name, kind; /* `a`, "activity" */
    } names[MOST_NAMES];
    uint32_t count;
    Text last_kind; /* that `its` goes with */
    Out *out;
} Plain;

static bool is_of_word(char c) { return isalnum((unsigned char)c) || c == '-'; }

/* The word at FROM; empty if there is none. */
static Text word_at(Text text, size_t from) {
    size_t end = from;
    while (end < text.length && is_of_word(text.at[end]))
        end++;
    return text_part(text, from, end - from);
}

/* The word behind FROM and a blank. */
static Text next_word(Text text, size_t from) {
    return from < text.length && text.at[from] == ' ' ? word_at(text, from + 1) : TEXT("");
}

static bool begins_binder(Text word) {
    return text_is(word, "every") || text_is(word, "some") || text_is(word, "no") ||
           text_is(word, "other");
}

/* Learns the short names: `for every activity as a`. */
static void learn(Plain *plain, Text whole) {
    Text kind = TEXT("");
    for (size_t at = 0; at < whole.length;) {
        Text word = word_at(whole, at);
        size_t end = at + word.length;
        if (begins_binder(word)) {
            kind = plain->last_kind = next_word(whole, end);
        } else if (text_is(word, "as") && kind.length > 0 && plain->count < MOST_NAMES) {
            plain->names[plain->count].name = next_word(whole, end);
            plain->names[plain->count++].kind = kind;
        }
        at = word.length > 0 ? end : at + 1;
    }
}

static bool kind_of(const Plain *plain, Text word, Text *kind) {
    for (uint32_t i = 0; i < plain->count; i++)
        if (text_same(plain->names[i].name, word)) {
            *kind = plain->names[i].kind;
            return true;
        }
    return false;
}

static const Name *known_name(const Plain *plain, Text word) {
    return plain->model->names == NULL ? NULL : name_find(plain->model->names, word);
}

/* A field by its title ("first day"), or by its label in quotation marks. */
static void out_field(Plain *plain, Text kind, Text field) {
    const Name *kind_name = known_name(plain, kind);
    const Kind *of = kind_name == NULL ? NULL : model_kind(plain->model, kind_name);
    const Field *found =
        of == NULL ? NULL : kind_field_text(plain->model, of, text_string(plain->arena, field));
    bool titled = found != NULL && found->title.length > 0;
    Text title = titled ? found->title : TEXT("");
    if (text_starts(title, "The ")) /* "the decision's last day on which ..." */
        title = text_part(title, 4, title.length);
    if (titled)
        out_string(plain->out, said_within(plain->arena, title));
    else if (text_is(field, "title") || text_is(field, "parent") || text_is(field, "length"))
        out_text(plain->out, field);
    else
        out_format(plain->out, "\"%s\"", said_name(plain->arena, field));
}

/* `.field.field` at FROM. Returns where it ends. */
static size_t out_path(Plain *plain, Text words, size_t from, Text kind) {
    while (from + 1 < words.length && words.at[from] == '.' && is_of_word(words.at[from + 1])) {
        Text field = word_at(words, from + 1);
        out_string(plain->out, "'s ");
        out_field(plain, kind, field);
        kind = TEXT("");
        from += 1 + field.length;
    }
    return from;
}

static bool is_path(Text words, size_t from) {
    return from + 1 < words.length && words.at[from] == '.' &&
           islower((unsigned char)words.at[from + 1]);
}

/* The title that stands for a record, in brackets behind its name: `a (After a fall)`. Its words
 * are its own. Returns where it ends. */
static size_t out_title(Plain *plain, Text words, size_t from) {
    size_t begin = from;
    if (from + 1 >= words.length || words.at[from] != ' ' || words.at[from + 1] != '(')
        return from;
    uint32_t open = 0;
    do {
        from++;
        open += words.at[from] == '(';
        open -= words.at[from] == ')';
    } while (open > 0 && from + 1 < words.length);
    out_text(plain->out, text_part(words, begin, from + 1 - begin));
    return from + 1;
}

/* One word and what belongs to it. Returns where that ends. */
static size_t out_word(Plain *plain, Text words, size_t at) {
    Text word = word_at(words, at), kind = TEXT("");
    size_t end = at + word.length;
    if (begins_binder(word))
        plain->last_kind = next_word(words, end);
    if (text_is(word, "as") && kind_of(plain, next_word(words, end), &kind)) {
        plain->out->length--; /* the blank before it */
        return end + 1 + next_word(words, end).length;
    }
    bool short_name = word.length == 1 && is_path(words, end) && !kind_of(plain, word, &kind);
    if (short_name || (text_is(word, "its") && next_word(words, end).length > 0)) {
        Text field = word_at(words, end + 1);
        out_string(plain->out, "its ");
        out_field(plain, plain->last_kind, field);
        return out_path(plain, words, end + 1 + field.length, TEXT(""));
    }
    bool is_plan = text_is(word, "plan") && is_path(words, end);
    if (is_plan || kind_of(plain, word, &kind)) {
        out_string(plain->out, "the ");
        out_string(plain->out, said_name(plain->arena, is_plan ? word : kind));
        size_t after = out_path(plain, words, end, is_plan ? word : kind);
        return after == end ? out_title(plain, words, end) : after;
    }
    bool known = known_name(plain, word) != NULL && islower((unsigned char)word.at[0]);
    if (known)
        out_string(plain->out, said_name(plain->arena, word));
    else
        out_text(plain->out, word);
    return end;
}

const char *said_plainly(Arena *arena, const Model *model, const char *whole, const char *words) {
    Out out = {0};
    Plain plain = {.arena = arena, .model = model, .out = &out};
    Text text = text_of(words);
    learn(&plain, text_of(whole));
    bool quoted = false, starts = true;
    for (size_t at = 0; at < text.length;) {
        char c = text.at[at];
        quoted = quoted != (c == '"');
        if (!quoted && starts && is_of_word(c)) {
            size_t before = out.length;
            at = out_word(&plain, text, at);
            starts = out.length < before; /* a name that was left out */
            continue;
        }
        out_byte(&out, c);
        starts = c == ' ' || c == '(';
        at++;
    }
    const char *said = text_string(arena, out_written(&out));
    out_free(&out);
    return said;
}
