/* The page of a build: the plan in pictures, each with its table, and how it stands. */
#ifndef CONVENE_EMIT_INDEX_PAGE_H
#define CONVENE_EMIT_INDEX_PAGE_H

#include "outputs.h"

Emit emit_index;

#endif
