/* Every output there is, one row each. */
#ifndef CONVENE_EMIT_OUTPUTS_H
#define CONVENE_EMIT_OUTPUTS_H

#include "../base/out.h"
#include "../rules/judgement.h"
#include "../rules/read.h"

/* What an output is made from. */
typedef struct Emission {
    Arena *arena;
    Model *model;
    Reader *reader;
    const Judgement *judgement;
    Diagnostics *diagnostics;
    bool plain;        /* text outputs keep to ASCII */
    unsigned width;    /* columns of text outputs; 0: 80 */
    const char *party; /* for whom, as typed: a body, a post, an audience; NULL: for everybody */
} Emission;

/* Writes one output. False: nothing was made, and the diagnostics say why. */
typedef bool Emit(const Emission *emission, Out *out);

typedef struct Output {
    const char *name;   /* of the command: "timeline" */
    const char *ending; /* "svg" */
    const char *help;   /* for --help, and for the index of a build */
    bool built;         /* one of the files that `build` leaves, as name.ending */
    Emit *emit;
} Output;

extern const Output OUTPUTS[];
extern const size_t OUTPUT_COUNT;

/* The output of this name and ending; ENDING NULL: the first of the name. NULL if there is none. */
const Output *output_named(const char *name, const char *ending);

#endif
