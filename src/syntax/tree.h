/* The syntax tree: what a file says, line by line, before anybody asks what it means.
 *
 * A file is a block of items. An item is a field (`label: values`) or a record (`kind name "Title"
 * { ... }`). The values of most fields are kept as phrases, flat runs of atoms, for the model to
 * read by the type of the field; the values of rule labels (see `is_rule_label`) are expressions.
 * The tree is lossless together with `tokens`, which hold every comment; blanks and line ends
 * stand between them in the source. */
#ifndef CONVENE_SYNTAX_TREE_H
#define CONVENE_SYNTAX_TREE_H

#include "../base/names.h"
#include "../source/diagnostic.h"

typedef enum TokenKind {
#define TOKEN(name, said) TOKEN_##name,
#include "tokens.def"
#undef TOKEN
    TOKEN_KINDS
} TokenKind;

typedef struct Token {
    uint32_t at, length;
    uint8_t kind;     /* TokenKind as scanned */
    uint8_t terminal; /* what the layout pass made of it, for the parser */
    uint8_t blanks;   /* blanks before it on its line, at most 255 */
    uint8_t first;    /* the first token of its line? */
} Token;

typedef struct Item Item;
typedef struct Expr Expr;

typedef struct Block {
    Item *first;
    Span open, close; /* the braces; of the whole file: NO_SPAN */
} Block;

/* One or more words: a name, or a run. `name` is the words joined by hyphens, in small letters. */
typedef struct Words {
    const Name *name; /* NULL if there are none */
    Span span;
} Words;

typedef struct Quoted {
    Text text; /* escapes undone, curly quotes gone; for """ the shared indentation too */
    Span span; /* with its quotation marks; length 0 if there is none */
} Quoted;

static inline bool is_given(Quoted quoted) { return quoted.span.length > 0; }

/* One piece of a value. Everything that is not a bracket is one token. */
typedef struct Atom {
    struct Atom *next;
    Span span;
    uint8_t kind;          /* TokenKind; OPEN_BRACKET for (...) with what is in it in `inside` */
    const Name *name;      /* WORD: in small letters */
    Text text;             /* TEXT: as in Quoted */
    struct Phrase *inside; /* OPEN_BRACKET */
} Atom;

/* What stands between commas. */
typedef struct Phrase {
    struct Phrase *next;
    Atom *first;
    Span span;
} Phrase;

typedef struct FieldNode {
    Words label;
    Phrase *values; /* or NULL */
    Expr *rule;     /* for rule labels, or NULL */
    Quoted because;
    Phrase *because_at; /* `because see ...`, or NULL */
    Quoted otherwise;
    Expr *due;
} FieldNode;

typedef struct RecordNode {
    Words kind;
    Words name;   /* may be missing */
    Words target; /* after `for`, may be missing */
    Quoted title; /* may be missing */
    bool has_block;
    Block block;
    Text doc; /* the `##` lines above it, joined by newlines, without the signs */
} RecordNode;

typedef enum ItemKind { ITEM_FIELD, ITEM_RECORD } ItemKind;

struct Item {
    Item *next;
    ItemKind kind;
    Span span;                        /* of a record: with its block */
    uint32_t first_token, last_token; /* in Tree.tokens */
    union {
        FieldNode field;
        RecordNode record;
    };
};

typedef enum ExprKind {
    /* literals; the text is in the source */
    EXPR_TEXT, /* text */
    EXPR_NUMBER,
    EXPR_MONEY,
    EXPR_PERCENT,
    EXPR_TIME,
    EXPR_DATE,
    EXPR_MONTH,
    EXPR_DAYMONTH,
    EXPR_WEEKDAY,
    EXPR_DURATION,
    EXPR_YES,
    EXPR_NO_VALUE, /* the value `no` */
    /* paths; name is the dotted path */
    EXPR_NAME, /* plan.opens, consult, over-75s, activities */
    EXPR_ITS,  /* its level      name = level */
    EXPR_IT,
    EXPR_THAT, /* that activity.opens   name = the kind, path = what follows the dot or NULL */
    /* operands of operands */
    EXPR_SPAN,  /* left to right */
    EXPR_SHIFT, /* left is a duration, right a date: word = AFTER or BEFORE, AWAY only in gaps */
    EXPR_ELSE,  /* left else right */
    EXPR_SET,   /* (kind as alias where condition): name, alias, condition in left (may be NULL) */
    EXPR_EACH,  /* name of right: the field of every record of a set; also text words (acronyms) */
    EXPR_PICK,  /* earliest|latest|total name of right: word */
    EXPR_NUMBER_OF,    /* number of right; with name: number of different name of right */
    EXPR_PERCENT_OF,   /* left of right */
    EXPR_SHARE_WITHIN, /* share of left within right */
    EXPR_MEETING,      /* the next meeting of left after right: word = AFTER, or BEFORE */
    EXPR_DAYS,         /* days from left to right; word = WORKING for working days */
    /* comparisons */
    EXPR_IS,        /* left is right */
    EXPR_IS_ONE_OF, /* left is one of list */
    EXPR_COMPARE,   /* left is WORD right: word is one of the comparing words below */
    EXPR_LASTS,     /* left lasts at least|at most right */
    EXPR_DURING,    /* left is during right */
    EXPR_GIVEN,     /* left is given */
    EXPR_REASONED,  /* left has a reason (also: is explained) */
    EXPR_INCLUDES,  /* left includes list: word ONE, ANY or ALL */
    EXPR_OVERLAPS,  /* left overlaps right */
    EXPR_MENTIONS,  /* left mentions list */
    EXPR_LEADS,     /* left leads to right through list (of names) */
    /* rules */
    EXPR_AND,   /* list */
    EXPR_OR,    /* list */
    EXPR_NOT,   /* left; also `is not`, `does not` */
    EXPR_EVERY, /* for every binder: right (a rule, or EXPR_TEXT in an ask) */
    EXPR_SOME,  /* some binder */
    EXPR_NONE   /* no binder */
} ExprKind;

typedef enum ExprWord {
    WORD_NONE_,
    WORD_AFTER,
    WORD_BEFORE,
    WORD_AWAY,
    WORD_AT_LEAST,
    WORD_AT_MOST,
    WORD_MORE_THAN,
    WORD_LESS_THAN,
    WORD_NO_LATER,
    WORD_NO_EARLIER,
    WORD_EARLIEST,
    WORD_LATEST,
    WORD_TOTAL,
    WORD_WORKING,
    WORD_ONE,
    WORD_ANY,
    WORD_ALL
} ExprWord;

/* An expression of the rule language. A binder (`[other] kind [as alias] [in set] [where
 * condition]`) keeps the kind in `name`, the alias in `alias`, the set in `in`, the condition in
 * `left`. */
struct Expr {
    ExprKind kind;
    ExprWord word;
    bool other; /* binder: `other kind` */
    Span span;
    const Name
        *name; /* dotted paths stay whole: "its replacement.opens" has name replacement.opens */
    Span name_span;
    const Name *path;
    const Name *alias;
    Text text; /* EXPR_TEXT */
    Expr *left, *right, *in;
    Expr *list; /* items, linked by `next` */
    Expr *next;
};

typedef struct Tree {
    const Source *source;
    Token *tokens;
    uint32_t token_count;
    Block top;
} Tree;

#endif
