/* Terminals -> nodes of the tree: what the actions of the grammar call. */
#ifndef CONVENE_SYNTAX_BUILD_H
#define CONVENE_SYNTAX_BUILD_H

#include "layout.h"

/* Lists under way: appended to at the end. */
typedef struct Phrases {
    Phrase *first, *last;
    Atom *atom; /* the last; NULL behind a comma */
} Phrases;
typedef struct Items {
    Item *first, *last;
} Items;
typedef struct Exprs {
    Expr *first, *last;
} Exprs;

typedef struct Build {
    const ParseContext *context;
    Layout layout;
    Mark mark;              /* of the terminal that the parser looks at */
    uint32_t previous;      /* the last token before it */
    uint32_t previous_line; /* the first token of its line */
    LayoutMode mode;        /* of the item that this token stands in */
    uint32_t said_line;     /* the line of the last finding: its first token + 1; 0: none */
    const Item *odd_header; /* the record whose header holds something odd ... */
    Mark odd;               /* ... and what that is */
    Items items;            /* of a file */
    Expr *hole;             /* of a hole */
} Build;

/* Says nothing more of the item in which reading stopped. */
void build_hush(Build *build);
/* Has this item, or this line, had its finding? */
bool build_is_hushed(const Build *build);

/* The span of what MARK stands for. */
Span build_span(const Build *build, Mark mark);
const Name *build_word_name(Build *build, Span span); /* of one word, in small letters */
Words build_words(Build *build, Span span);           /* of several, joined by hyphens */
Text build_text(Build *build, Mark mark);             /* of a TEXT */

static inline Items build_append(Items items, Item *item) {
    if (items.last == NULL)
        items.first = item;
    else
        items.last->next = item;
    items.last = item;
    return items;
}

Item *build_record(Build *build, Mark kind);
Item *build_name(Build *build, Item *record, Mark word);
Item *build_target(Build *build, Item *record, Mark word);
Item *build_title(Build *build, Item *record, Mark text);
Item *build_odd(Build *build, Item *record, Mark odd);
Item *build_header_end(Build *build, Item *record);
Item *build_block(Build *build, Item *record, Mark open, Items items, Mark close);
/* A field that turns out to have a block: a record with a colon behind its kind. */
Item *build_not_a_field(Build *build, Item *field, Mark open, Items items, Mark close);

Item *build_field(Build *build, Mark label, Phrases values);
Item *build_rule_field(Build *build, Mark label, Expr *rule);
Item *build_because(Build *build, Item *field, Mark text);
Item *build_because_see(Build *build, Item *field, Phrases where);
Item *build_otherwise(Build *build, Item *field, Mark text);
Item *build_due(Build *build, Item *field, Expr *due);
/* Says that nothing stands behind the label, if nothing is still to come. */
Item *build_empty(Build *build, Item *field);

/* A word or a text, as the next of the last phrase. */
Phrases build_atom(Build *build, Phrases phrases, Mark mark);
Phrases build_bracket(Build *build, Phrases phrases, Mark open, Phrases inside, Mark close);
/* Behind a comma the next atom begins a phrase. */
static inline Phrases build_comma(Phrases phrases) {
    phrases.atom = NULL;
    return phrases;
}

#endif
