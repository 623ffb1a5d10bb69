/* One line of a plan, read through the real scanner, parser and model: what it comes to, in words,
 * and what is said of it. The vocabulary and the plan around it are small and always the same. */
#ifndef CONVENE_TESTS_VALUES_CASE_H
#define CONVENE_TESTS_VALUES_CASE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/build.h"
#include "model/values.h"

static const char VALUES_VOCABULARY[] =
    "vocabulary trial {\n"
    "  kind plan { like: top  within: library  plural: plans }\n"
    "  kind stage {\n"
    "    within: plan  plural: stages  time: opens, closes  also: consultation\n"
    "    field opens { type: date }\n"
    "    field closes { type: date  also: closed }\n"
    "    field purpose { type: text }\n"
    "  }\n"
    "  kind activity {\n"
    "    within: plan, stage  plural: activities  time: starts, ends\n"
    "    field opens { type: date }\n"
    "    field closes { type: date }\n"
    "    field on { type: event }\n"
    "    field starts { type: date  is: its opens else earliest date of its on }\n"
    "    field ends { type: date  is: its closes else latest date of its on }\n"
    "  }\n"
    "  kind decision {\n"
    "    within: plan  plural: decisions  time: on\n"
    "    field on { type: date }\n"
    "  }\n"
    "  kind round {\n"
    "    within: plan  plural: rounds  time: opens, last-day\n"
    "    field opens { type: date }\n"
    "    field closes { type: date }\n"
    "    field last-day { type: date  is: latest to of its extensions else its closes }\n"
    "  }\n"
    "  kind extended {\n"
    "    within: round  plural: extensions\n"
    "    field to { type: date }\n"
    "  }\n"
    "  kind audience { within: plan  plural: audiences\n"
    "    not-called: \"general public\" because \"Name the people whom this is for.\" }\n"
    "  kind body { within: plan  plural: bodies }\n"
    "  scale level {\n"
    "    term inform \"Inform\" { rank: 1 }\n"
    "    term consult \"Consult\" { rank: 2 }\n"
    "    term involve \"Involve\" { rank: 3\n"
    "      not-called: \"co-production\" because \"Co-production is a promise to share the "
    "decision.\" }\n"
    "  }\n"
    "  words format {\n"
    "    term online \"Online\"\n"
    "    term paper \"Paper\"\n"
    "    term large-print \"Large print\"\n"
    "    term easy-read \"Easy Read\" { also: easyread }\n"
    "    term bsl \"BSL\"\n"
    "  }\n"
    "  kind record {\n"
    "    within: plan\n"
    "    field day { type: date  many: yes }\n"
    "    field one-day { type: date }\n"
    "    field event { type: event }\n"
    "    field runs { type: span }\n"
    "    field either { type: date, span }\n"
    "    field size { type: number }\n"
    "    field share { type: percent }\n"
    "    field responses { type: number on date  many: yes }\n"
    "    field budget { type: money }\n"
    "    field seldom-heard { type: yes-no }\n"
    "    field length { type: duration }\n"
    "    field meets { type: repeat }\n"
    "    field time { type: time }\n"
    "    field level { type: level  reason: expected }\n"
    "    field formats { type: format on date  many: yes }\n"
    "    field audience { type: audience  many: yes }\n"
    "    field informs { type: decision  many: yes }\n"
    "    field owner { type: body, text }\n"
    "    field where { type: text  many: yes }\n"
    "    field raised-by { type: text on date }\n"
    "    field did { type: text  not-called: \"noted\" because \"\\\"Noted\\\" is not a reason.\" "
    "}\n"
    "    field fixed { type: text  many: yes  reason: expected }\n"
    "    field met { type: name  many: yes }\n"
    "    field at-least { type: number, money, percent, duration }\n"
    "    field source { type: text, date  many: yes }\n"
    "  }\n"
    "}\n";

static const char VALUES_BEFORE[] =
    "plan riverside \"Riverside\" {\n"
    "  stage listening \"Listening\" {\n"
    "    opens: 6 April 2026\n"
    "    closes: 31 May 2026\n"
    "  }\n"
    "  activity survey \"Survey\" {\n"
    "    opens: 6 April 2026\n"
    "    closes: 31 May 2026\n"
    "  }\n"
    "  activity meeting \"Public meeting\" { on: 19 May 2026 }\n"
    "  decision replacement \"What replaces it\" { on: 20 July 2026 }\n"
    "  round second \"Second round\" {\n"
    "    opens: 1 June 2026\n"
    "    closes: 30 June 2026\n"
    "    extended { to: 2 weeks after second closes }\n"
    "  }\n"
    "  audience patients \"Registered patients\"\n"
    "  audience over-75s \"Patients over 75\"\n"
    "  body icb \"Integrated care board\"\n"
    "  record trial \"Trial\" {\n"
    "    ";
static const char VALUES_AFTER[] = "\n  }\n}\n";

typedef struct ValuesCase {
    Arena *arena;
    Names *names;
    Sources sources;
    Diagnostics store;
    ParseContext context;
    Model *model;
    const Line *line; /* the one that was asked for; NULL if it is in no slot */
} ValuesCase;

static ValuesCase values;

static inline void values_set_up(void) {
    values = (ValuesCase){.arena = arena_new()};
    values.names = names_new(values.arena);
    values.sources.arena = values.arena;
    values.store = (Diagnostics){.arena = values.arena, .sources = &values.sources};
    values.context = (ParseContext){values.arena, values.names, &values.sources, &values.store};
}

static inline void values_tear_down(void) { arena_free(values.arena); }

static inline LibraryFile values_find(void *from, const Name *module) {
    ValuesCase *one = from;
    if (!text_is(name_text(module), "trial"))
        return (LibraryFile){0};
    Source *source = sources_add(&one->sources, "trial.convene", text_of(VALUES_VOCABULARY));
    return (LibraryFile){parse_source(&one->context, source), true};
}

static inline const Name *const *values_list(void *from) {
    static const Name *const NONE[] = {NULL};
    (void)from;
    return NONE;
}

/* The last record of a kind; NULL if there is none. */
static inline Record *values_record_of(const char *kind) {
    Record *record = NULL;
    for (uint32_t i = 0; i < values.model->record_count; i++)
        if (text_is(name_text(values.model->records[i]->kind->name), kind))
            record = values.model->records[i];
    return record;
}

static inline const char *values_said(void) {
    const char *said = "";
    for (uint32_t i = 0; i < values.store.count; i++)
        said = arena_format(values.arena, "%s\n  %s", said, values.store.list[i]->message);
    return said;
}

/* Reads LINE (perhaps several lines) as the last one of a record. */
static inline void values_read_line(const char *line) {
    static const char *const ALWAYS[] = {"trial", NULL};
    values_tear_down();
    values_set_up();
    char *text = arena_format(values.arena, "%s%s%s", VALUES_BEFORE, line, VALUES_AFTER);
    Source *source = sources_add(&values.sources, "plan.convene", text_of(text));
    Tree *tree = parse_source(&values.context, source);
    Library library = {.from = &values, .find = values_find, .list = values_list, .always = ALWAYS};
    values.model = model_build(&values.context, tree, &tree->top, &library, NULL);
    diagnostics_settle(&values.store);
    Record *record = values_record_of("record");
    ck_assert_msg(record != NULL, "the record of the trial is not there:%s", values_said());
    values.line = record->slots == NULL ? NULL : record->last_slot->last_line;
}

static inline const Value *values_first(void) {
    ck_assert_msg(values.line != NULL && values.line->first != NULL, "no value was read:%s",
                  values_said());
    return values.line->first;
}

/* LINE is read without a word said, and its values are WORDS, parted by " | ". */
static inline void check_reads(const char *line, const char *words) {
    values_read_line(line);
    const char *got = "";
    for (const Value *each = values_first(); each != NULL; each = each->next)
        got = arena_format(values.arena, "%s%s%s", got, *got == '\0' ? "" : " | ",
                           value_words(values.arena, each));
    ck_assert_msg(values.store.count == 0, "%s: something was said:%s", line, values_said());
    ck_assert_msg(strcmp(got, words) == 0, "%s: read as \"%s\", wanted \"%s\"", line, got, words);
}

/* The first thing said of LINE is the message WORDS, of that kind, and it says to write WRITE. */
static inline void check_says(const char *line, DiagnosticKind kind, const char *words,
                              const char *write) {
    values_read_line(line);
    ck_assert_msg(values.store.count == 1, "%s: %u things were said:%s", line, values.store.count,
                  values_said());
    const Diagnostic *said = values.store.list[0];
    ck_assert_msg(said->kind == kind && strcmp(said->message, words) == 0,
                  "%s: it says\n  %s\nwanted\n  %s", line, said->message, words);
    const char *written = said->write == NULL ? "" : said->write;
    ck_assert_msg(strcmp(written, write) == 0, "%s: it says to write \"%s\", wanted \"%s\"", line,
                  written, write);
}

/* LINE is refused, and somewhere in the message, the help or what to write are WORDS. */
static inline void check_refuses(const char *line, DiagnosticKind kind, const char *words) {
    values_read_line(line);
    ck_assert_msg(values.store.count > 0, "%s: nothing was said", line);
    const Diagnostic *said = values.store.list[0];
    ck_assert_msg(said->kind == kind, "%s: it says\n  %s", line, said->message);
    bool found = strstr(said->message, words) != NULL ||
                 (said->help != NULL && strstr(said->help, words) != NULL) ||
                 (said->write != NULL && strstr(said->write, words) != NULL);
    ck_assert_msg(found, "%s: nowhere \"%s\" in:\n  %s\n  %s\n  %s", line, words, said->message,
                  said->write == NULL ? "" : said->write, said->help == NULL ? "" : said->help);
}

/* The tests of one idea, each on a fresh arena. */
static inline int values_run(const char *name, const TTest *const *tests) {
    Suite *suite = suite_create(name);
    TCase *together = tcase_create(name);
    tcase_set_timeout(together, 60);
    tcase_add_checked_fixture(together, values_set_up, values_tear_down);
    for (; *tests != NULL; tests++)
        tcase_add_test(together, *tests);
    suite_add_tcase(suite, together);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
