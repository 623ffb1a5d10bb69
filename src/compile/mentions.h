/* Which tests say how a clause must come out: read from the files of tests, which are not run. */
#ifndef CONVENE_COMPILE_MENTIONS_H
#define CONVENE_COMPILE_MENTIONS_H

#include "../emit/reference.h"
#include "compile.h"

/* Clause (a Record of COMPILATION's model) -> the first TestMention of it. The tests are those of
 * the library, and those that stand beside the charters of the model. */
Map *test_mentions(Compilation *compilation);

#endif
