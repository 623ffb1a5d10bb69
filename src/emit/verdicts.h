/* All verdicts: in brief as text, and whole as JSON (its shape: src/emit/verdicts.schema.json). */
#ifndef CONVENE_EMIT_VERDICTS_H
#define CONVENE_EMIT_VERDICTS_H

#include "outputs.h"

Emit verdicts_text, verdicts_json;

#endif
