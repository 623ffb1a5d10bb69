/* What is said of a line that the grammar cannot read: in the writer's words, never the parser's.
 */
#ifndef CONVENE_SYNTAX_COMPLAIN_H
#define CONVENE_SYNTAX_COMPLAIN_H

#include "build.h"

/* What could have stood where reading stopped. */
typedef struct Gap {
    bool operand, comparison, text, value, name, close_bracket, colon;
} Gap;

void report_gap(Build *build, Gap gap);

#endif
