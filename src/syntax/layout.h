/* Tokens -> terminals: the pass between scanner and parser. It decides what is a label, where a
 * line ends, which words of a rule are part of the grammar, and which braces are mended, so that
 * the parser sees a plain stream and no word is reserved. The parser pulls from it. */
#ifndef CONVENE_SYNTAX_LAYOUT_H
#define CONVENE_SYNTAX_LAYOUT_H

#include <string.h>
#include <strings.h>

#include "parse.h"

/* How deep records, and brackets, may stand in each other. */
enum { DEEPEST_RECORD = 100, DEEPEST_BRACKET = 100, MOST_STEPS = 200 };

typedef enum LayoutMode { AT_ITEM, IN_HEADER, IN_VALUES, IN_RULE } LayoutMode;

/* A brace that is missing before a token, or a token that is a brace too many. */
typedef struct BraceFix {
    uint32_t token;
    bool insert;
} BraceFix;

/* One terminal: a token, or several taken as one (`no later than`), or none (a mended brace). */
typedef struct Mark {
    uint32_t token; /* the first; of what was mended, the one before it */
    uint8_t word;   /* ExprWord, of those that have one */
    uint8_t tokens; /* how many it takes */
} Mark;

typedef struct Layout {
    const ParseContext *context;
    const Source *source;
    Token *tokens;
    uint32_t count, at; /* the next token */
    LayoutMode mode;
    int begin;             /* the first terminal, which says what is to be read; then 0 */
    int last, before_last; /* the terminals handed out so far */
    int third_last;
    uint32_t begun, previous; /* the item's first token; the last one handed out */
    uint32_t line;            /* the first token of the line that is being read */
    uint32_t depth, bracket;  /* of brackets; the outermost that is open */
    uint32_t awaiting;        /* `for every`s of a rule without their colon */
    uint32_t in_phrase;       /* atoms since the last comma */
    uint32_t steps;           /* operators of a rule that nest without brackets */
    uint32_t reported_to;     /* findings up to this token are follow-on noise */
    bool reported;            /* ... and so are those in this item */
    BraceFix *fixes;
    uint32_t fix_count, next_fix;
} Layout;

/* BEGIN is the terminal that tells the parser what it gets (BEGIN_FILE, BEGIN_HOLE). */
Layout layout_new(const ParseContext *context, const Source *source, Token *tokens, uint32_t count,
                  int begin);

/* The next terminal, and in MARK the tokens it stands for. */
int layout_next(Layout *layout, Mark *mark);

/* For the files that the pass consists of. */
void layout_find_braces(Layout *layout); /* fills `fixes`, reporting each */
int layout_rule_word(Layout *layout, Mark *mark);
bool layout_rule_goes_on(const Layout *layout, uint32_t token);
/* Does TERMINAL end something in a rule, so that a comparison or the rule's end may follow? */
bool layout_is_finished(int terminal);
int layout_rule_symbol(Layout *layout, Mark *mark);

/* Items of a file are read, in rules and elsewhere, by these. */
static inline Text layout_text(const Layout *layout, uint32_t token) {
    const Token *found = &layout->tokens[token];
    return (Text){layout->source->text.at + found->at, found->length};
}
/* From token to token. */
static inline Span layout_span(const Layout *layout, uint32_t from, uint32_t to) {
    const Token *first = &layout->tokens[from], *last = &layout->tokens[to];
    return (Span){layout->source->id, first->at, last->at + last->length - first->at};
}
/* In any case of letters: a rule may begin "For every". */
static inline bool layout_word_is(const Layout *layout, uint32_t token, const char *word) {
    const Token *found = &layout->tokens[token];
    size_t length = strlen(word);
    return found->kind == TOKEN_WORD && found->length == length &&
           strncasecmp(layout->source->text.at + found->at, word, length) == 0;
}
uint32_t layout_after(const Layout *layout, uint32_t token); /* the next that is no comment */
bool layout_same_line(const Layout *layout, uint32_t token); /* not END, nor first of its line */

/* The colon (or `=`) of the label that begins at TOKEN, if one does, else 0. */
uint32_t layout_label_end(const Layout *layout, uint32_t token);

/* Does the line that begins at TOKEN open a record? */
bool layout_is_header(const Layout *layout, uint32_t token);

/* Hands out the next TOKENS tokens as one terminal. */
int layout_take(Layout *layout, Mark *mark, int terminal, uint32_t tokens);

/* Leaves out the rest of the item, about which enough has been said. */
void layout_skip_item(Layout *layout);

/* Everything else in this item is follow-on noise. */
void layout_hush(Layout *layout);

#endif
