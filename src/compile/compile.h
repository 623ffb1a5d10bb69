/* A compilation: one plan, from its file to its verdicts. Every face of Convene calls this, and
 * what it returns is all that the outputs are made from. */
#ifndef CONVENE_COMPILE_COMPILE_H
#define CONVENE_COMPILE_COMPILE_H

#include "../rules/judgement.h"
#include "../rules/read.h"
#include "load.h"

/* What is asked for. Nothing here is read from the clock or the environment. */
typedef struct Request {
    const char *path;             /* the file; NULL: none, only the modules AGAINST */
    Text text;                    /* read in place of what is in the file; `at` NULL: the file */
    const char *const *libraries; /* folders to look for modules in */
    size_t library_count;
    const char *const *against; /* charters to hold the plan against beside those it adopts */
    size_t against_count;
    bool against_all;  /* every module there is, instead */
    bool with_library; /* every module of the standard library, instead */
    bool has_day;      /* DAY was asked for; else the plan's own `as at:` goes */
    Day day;
} Request;

typedef struct Compilation {
    Arena *arena;
    Names *names;
    Sources sources;
    Diagnostics diagnostics; /* settled */
    ParseContext context;
    Loader *loader;
    const Name *const *against; /* as the request has it, NULL-terminated */
    const Tree *tree;           /* NULL if the file could not be read, or none was asked for */
    Model *model;               /* NULL likewise */
    const Record *plan;         /* NULL if the file has none, as a charter's has not */
    Reader *reader;             /* NULL without a plan */
    Judgement *judgement;       /* NULL without a plan, and unless it compiles */
    bool needs_today;           /* the plan was not judged, because nothing gives a day */
    bool could_not_read;        /* a file could not be read at all */
} Compilation;

/* Never NULL. Everything wrong is in `diagnostics`, sorted. */
Compilation *compile(const Request *request);

/* Judges a plan that needs today. */
void compile_today(Compilation *compilation, Day today);

/* An empty compilation with a loader for REQUEST, for those who compile part of a file. */
Compilation *compilation_new(const Request *request);
void compilation_free(Compilation *compilation);

/* The stages from a block of a tree to verdicts: that of `compile`, or one test's. */
void compile_block(Compilation *compilation, const Tree *tree, const Block *block,
                   const Request *request);

#endif
