/* A file -> what the compiler's own scanner and layout pass make of it, for comparing with what an
 * editor shows: line, first byte, number of bytes and class of each token, a line each; of a text
 * over several lines, one for each of them. */
#include <stdio.h>
#include <stdlib.h>

#include "parser.h"
#include "syntax/parse.h"

/* The class of each terminal that does not leave it to the token. */
static const char *const TERMINALS[] = {
    [T_KIND] = "kind",
    [T_FOR] = "for",
    [T_OPEN] = "brace",
    [T_CLOSE] = "brace",
    [T_WRONG] = "wrong",
    [T_COMMA] = "comma",
    [T_OPEN_BRACKET] = "bracket",
    [T_CLOSE_BRACKET] = "bracket",
    [T_COLON] = "colon",
    [T_LABEL] = "label",
    [T_RULE_LABEL] = "rule-label",
    [T_BECAUSE] = "tail",
    [T_SEE] = "word",
    [T_OTHERWISE] = "tail",
    [T_DUE] = "tail",
    [T_YES] = "yes-no",
    [T_NO] = "yes-no",
    [T_ITS] = "its",
    [T_IT] = "its",
    [T_THAT] = "its",
    [T_OTHER] = "its",
    [T_DIFFERENT] = "its",
    [T_FOR_EVERY] = "quantifier",
    [T_SOME] = "quantifier",
    [T_NONE] = "quantifier",
    [T_AS] = "joint",
    [T_IN] = "joint",
    [T_WHERE] = "joint",
    [T_AND] = "joint",
    [T_OR] = "joint",
    [T_ELSE] = "joint",
    [T_IS] = "comparison",
    [T_NOT] = "comparison",
    [T_GIVEN] = "comparison",
    [T_EXPLAINED] = "comparison",
    [T_ONE_OF] = "comparison",
    [T_COMPARE] = "comparison",
    [T_DURING] = "comparison",
    [T_DOES_NOT] = "comparison",
    [T_INCLUDES] = "comparison",
    [T_ANY_OF] = "comparison",
    [T_ALL_OF] = "comparison",
    [T_OVERLAPS] = "comparison",
    [T_MENTIONS] = "comparison",
    [T_LASTS] = "comparison",
    [T_LEADS_TO] = "comparison",
    [T_HAS_REASON] = "comparison",
    [T_HAS_NO_REASON] = "comparison",
    [T_SHIFT] = "between",
    [T_TO] = "between",
    [T_OF] = "between",
    [T_THROUGH] = "between",
    [T_WITHIN] = "between",
    [T_PICK] = "measure",
    [T_NUMBER_OF] = "measure",
    [T_SHARE_OF] = "measure",
    [T_DAYS_FROM] = "measure",
    [T_MEETING_OF] = "measure",
};

static const char *const LITERALS[TOKEN_KINDS] = {
    [TOKEN_WORD] = "word",         [TOKEN_NUMBER] = "number",   [TOKEN_MONEY] = "number",
    [TOKEN_PERCENT] = "number",    [TOKEN_TIME] = "time",       [TOKEN_DATE] = "date",
    [TOKEN_MONTH] = "date",        [TOKEN_DAYMONTH] = "date",   [TOKEN_WEEKDAY] = "date",
    [TOKEN_DURATION] = "duration", [TOKEN_SLASHDATE] = "wrong", [TOKEN_COLON] = "colon",
    [TOKEN_SYMBOL] = "sign",       [TOKEN_COMMENT] = "comment", [TOKEN_DOC] = "doc",
};

typedef struct State {
    bool in_header, in_rule, in_message;
    const char *last; /* the class of the token before: of several taken as one, only the first has
                         a terminal */
} State;

static const char *text_class(const State *state) {
    if (state->in_header)
        return "title";
    return state->in_rule || state->in_message ? "message" : "text";
}

static void enter(State *state, int terminal, Text text) {
    if (terminal == T_KIND || terminal == T_LABEL || terminal == T_RULE_LABEL ||
        terminal == T_OPEN || terminal == T_CLOSE)
        *state = (State){.in_header = terminal == T_KIND,
                         .in_rule = terminal == T_RULE_LABEL,
                         .in_message = terminal == T_LABEL && text_is(text, "otherwise")};
}

/* Of a token that has a terminal. */
static const char *class_of(State *state, const Token *token, Text text) {
    enter(state, token->terminal, text);
    if (token->kind == TOKEN_TEXT)
        return text_class(state);
    if (token->terminal == T_NAME)
        return state->in_header ? "name" : "rule-name";
    if (token->terminal == T_ATOM || token->terminal == T_LITERAL || token->terminal == T_PERCENT)
        return LITERALS[token->kind];
    return TERMINALS[token->terminal];
}

static const char *classify(State *state, const Token *token, Text text) {
    if (token->kind == TOKEN_COMMENT || token->kind == TOKEN_DOC)
        return LITERALS[token->kind];
    if (token->terminal == 0 && (token->kind == TOKEN_COLON || token->kind == TOKEN_SYMBOL))
        return LITERALS[token->kind];
    if (token->terminal != 0)
        state->last = class_of(state, token, text);
    return state->last;
}

/* Where printing has got to: tokens come in order, so lines are counted once. */
typedef struct Place {
    const Source *source;
    uint32_t at, line, begin;
} Place;

static void move_to(Place *place, uint32_t at) {
    for (; place->at < at; place->at++)
        if (place->source->text.at[place->at] == '\n') {
            place->line++;
            place->begin = place->at + 1;
        }
}

static void print_lines(Place *place, const Token *token, const char *class) {
    const char *text = place->source->text.at;
    uint32_t at = token->at, end = token->at + token->length;
    while (at < end) {
        uint32_t stop = at;
        while (stop < end && text[stop] != '\n')
            stop++;
        move_to(place, at);
        if (stop > at)
            printf("%u\t%u\t%u\t%s\t%.*s\n", place->line, at - place->begin + 1, stop - at, class,
                   (int)(stop - at), text + at);
        at = stop + 1;
    }
}

static Text read_whole(Arena *arena, FILE *file) {
    size_t room = 1 << 22;
    char *bytes = arena_alloc(arena, room);
    return (Text){bytes, fread(bytes, 1, room, file)};
}

int main(int count, char **words) {
    FILE *file = count == 2 ? fopen(words[1], "r") : NULL;
    if (file == NULL) {
        fprintf(stderr, "tokens FILE: no such file\n");
        return 2;
    }
    Arena *arena = arena_new();
    Sources sources = {.arena = arena};
    Diagnostics diagnostics = {.arena = arena, .sources = &sources};
    ParseContext context = {arena, names_new(arena), &sources, &diagnostics};
    Source *source = sources_add(&sources, words[1], read_whole(arena, file));
    const Tree *tree = parse_source(&context, source);
    State state = {.last = "nothing"};
    Place place = {source, 0, 1, 0};
    for (uint32_t i = 0; i + 1 < tree->token_count; i++) {
        const Token *token = &tree->tokens[i];
        Text text = text_part(source->text, token->at, token->length);
        print_lines(&place, token, classify(&state, token, text));
    }
    bool sound = diagnostics.errors == 0;
    fclose(file);
    arena_free(arena);
    return sound ? 0 : 1;
}
