/* Lists gathered from several operands, which remember what may be lacking; and what is reckoned
 * from lists and from numbers and dates. */
#ifndef CONVENE_RULES_LIST_H
#define CONVENE_RULES_LIST_H

#include "node.h"

typedef struct ListMaker {
    Run *run;
    DatumList list;
    Truth shortage;
    uint32_t given, lacking; /* parts that said something, and parts that did not */
    bool from_nothing;
    bool unknown, missing; /* what those that did not say come to */
    const Record *record;  /* the first part that lacks */
    const Field *field;
    Span span;
} ListMaker;

ListMaker list_begin(Run *run, const Operand *base);
/* Adds PART; DOUBT is whether what it comes from belongs to the list at all. */
void list_add(ListMaker *maker, const Operand *part, Truth doubt);
void list_end(ListMaker *maker, Operand *operand);

/* Numbers and dates worked out: spans, sums of days, earliest, total, number of, shares. */
void reckon(Run *run, const Node *node, Operand *operand);

Datum widened(Datum datum);

/* One stretch of days of an operand: a date, a span, or the time of a record. False if it has
 * none; STATE says why. */
bool stretch_of(Run *run, const Operand *operand, Datum *stretch, State *state);

/* What comes every year, where that is what DATUM is; NULL if not. */
const Yearly *yearly_of(const Datum *datum);

#endif
