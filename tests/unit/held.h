/* A small plan held against a small charter, made by hand, for tests of what people read: so that
 * each verdict stands where a test wants it, whatever the rules make of it. */
#ifndef HELD_H
#define HELD_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/out.h"
#include "base/utf8.h"
#include "model/building.h"
#include "rules/rule.h"

static const char HELD_PLAN[] = "plan riverside \"GP services after the contract ends\" {\n"
                                "  owner: primary-care\n"
                                "  activity survey \"Survey\" {\n"
                                "    method: survey\n"
                                "  }\n"
                                "  activity meeting \"Public meeting\" {\n"
                                "    method: meeting\n"
                                "  }\n"
                                "  activity drop-in \"Drop-in\" {\n"
                                "  }\n"
                                "  explain city.charter.data {\n"
                                "    because: \"No list is to hand.\"\n"
                                "  }\n"
                                "}\n";

static const char HELD_CHARTER[] = "charter city.charter \"The city's promise\" {\n"
                                   "  commitment during.publicise \"Publicise every part\" {\n"
                                   "    expect: for every activity:\n"
                                   "              its publicised is given   # or closed\n"
                                   "            otherwise \"Say how {its title} is publicised\"\n"
                                   "  }\n"
                                   "}\n";

typedef struct Held {
    Arena *arena;
    Sources sources;
    Model model;
    Judgement judgement;
    Out out;
    Kind *plan_kind, *activity_kind, *body_kind, *charter_kind, *clause_kind, *explain_kind,
        *confirm_kind;
    Field *owner, *publicised, *source;
    Record *plan, *survey, *meeting, *drop_in, *explanation;
    Record *charter;
    Line *asks; /* the charter's line about publicity */
} Held;

static Held held;

static const Name *held_name(const char *text) { return name_of(held.model.names, text_of(text)); }

/* Where TEXT first stands in a source. */
static Span held_span(uint32_t source, const char *text) {
    const char *whole = held.sources.list[source]->text.at, *at = strstr(whole, text);
    ck_assert_msg(at != NULL, "%s does not stand in source %u", text, source);
    return (Span){source, (uint32_t)(at - whole), (uint32_t)strlen(text)};
}

static Kind *held_kind(const char *name, const char *title, Role role) {
    Kind *kind = arena_make(held.arena, Kind);
    kind->name = held_name(name);
    kind->title = text_of(title);
    kind->role = role;
    kind->field_names = map_new(held.arena);
    Model *model = &held.model;
    arena_push(held.arena, model->kinds, model->kind_count, model->kind_room, kind);
    map_put(model->kind_names, kind->name, kind);
    return kind;
}

static Field *held_field(Kind *kind, const char *name, const char *title, uint32_t bases) {
    Field *field = arena_make(held.arena, Field);
    field->name = held_name(name);
    field->title = text_of(title);
    field->owner = kind;
    field->span = NO_SPAN;
    field->type.bases = bases;
    arena_push(held.arena, kind->fields, kind->field_count, kind->field_room, field);
    map_put(kind->field_names, field->name, field);
    return field;
}

static Field *held_reference(Kind *kind, const char *name, const char *title, Kind *to) {
    Field *field = held_field(kind, name, title, BASE_RECORD);
    field->type.kinds = arena_array(held.arena, Kind *, 1);
    field->type.kinds[0] = to;
    field->type.kind_count = 1;
    return field;
}

static Record *held_record(Kind *kind, Record *parent, const char *name, const char *path,
                           const char *title, Span span) {
    Record *record = arena_make(held.arena, Record);
    Model *model = &held.model;
    record->kind = kind;
    record->name = held_name(name);
    record->path = held_name(path);
    record->title = text_of(title);
    record->span = span;
    record->parent = parent;
    record->index = model->record_count;
    if (parent != NULL) {
        if (parent->last_child == NULL)
            parent->first_child = record;
        else
            parent->last_child->next_sibling = record;
        parent->last_child = record;
    }
    arena_push(held.arena, model->records, model->record_count, model->record_room, record);
    arena_push(held.arena, kind->records, kind->record_count, kind->record_room, record);
    return record;
}

static void held_say(Record *record, Field *field, Value said, Span span) {
    Slot *slot = arena_make(held.arena, Slot);
    Line *line = arena_make(held.arena, Line);
    Value *value = arena_make(held.arena, Value);
    *value = said;
    value->line = line;
    line->first = line->last = value;
    line->count = 1;
    line->span = line->label_span = span;
    slot->field = field;
    slot->lines = slot->last_line = line;
    slot->next = record->slots;
    record->slots = slot;
}

static Value held_text(const char *text) {
    return (Value){.kind = VALUE_TEXT, .text = text_of(text)};
}

static ClauseResult *held_clause(const char *name, const char *title, const char *source,
                                 Force force, Verdict verdict) {
    const char *path = arena_format(held.arena, "%s.%s", held.charter->name->text, name);
    Record *clause =
        held_record(held.clause_kind, held.charter, name, path, title, held.charter->span);
    held_say(clause, held.source, held_text(source), NO_SPAN);
    ClauseResult *result = arena_make(held.arena, ClauseResult);
    result->clause = clause;
    result->charter = held.charter;
    result->verdict = verdict;
    result->force = force;
    result->source = source;
    Judgement *judgement = &held.judgement;
    judgement->counts[verdict]++;
    judgement->law_broken += verdict == VERDICT_BROKEN && force == FORCE_LAW;
    arena_push(held.arena, judgement->results, judgement->result_count, judgement->result_room,
               result);
    return result;
}

static Case *held_case(ClauseResult *result, const Record *subject, Verdict verdict, Truth truth,
                       const char *message) {
    Case *judged = arena_make(held.arena, Case);
    judged->expectation = result->clause;
    judged->subject = subject;
    judged->verdict = verdict;
    judged->truth = truth;
    judged->force = result->force;
    judged->message = message;
    result->counts[verdict]++;
    if (result->last_case == NULL)
        result->cases = judged;
    else
        result->last_case->next = judged;
    result->last_case = judged;
    return judged;
}

static Case *held_due(Case *judged, int year, int month, int day) {
    judged->has_due = true;
    judged->due.first = judged->due.last = civil_day(year, month, day);
    judged->overdue = judged->due.last < held.judgement.as_at;
    return judged;
}

static void held_witness(Case *judged, const Record *record, const Field *field, Span span,
                         const char *asked, Truth truth) {
    if (judged->instance == NULL)
        judged->instance = arena_make(held.arena, Instance);
    Witness *witness = arena_make(held.arena, Witness), **last = &judged->instance->witnesses;
    *witness =
        (Witness){.record = record, .field = field, .span = span, .asked = asked, .truth = truth};
    while (*last != NULL)
        last = &(*last)->next;
    *last = witness;
}

static Record *held_charter(const char *name, const char *title) {
    Judgement *judgement = &held.judgement;
    held.charter =
        held_record(held.charter_kind, NULL, name, name, title, held_span(1, "charter city"));
    arena_push(held.arena, judgement->charters, judgement->charter_count, judgement->charter_room,
               (const Record *)held.charter);
    judgement->adopted_count = judgement->charter_count;
    return held.charter;
}

static void held_vocabulary(void) {
    held.plan_kind = held_kind("plan", "Plan", ROLE_TOP);
    held.activity_kind = held_kind("activity", "Activity", ROLE_NONE);
    held.activity_kind->plural = held_name("activities");
    held.activity_kind->doc = TEXT("One thing that people are asked to take part in.");
    held.body_kind = held_kind("body", "Body", ROLE_NONE);
    held.charter_kind = held_kind("charter", "Charter", ROLE_CHARTER);
    held.clause_kind = held_kind("commitment", "Commitment", ROLE_CLAUSE);
    held.explain_kind = held_kind("explain", "Explanation", ROLE_EXPLANATION);
    held.confirm_kind = held_kind("confirm", "Confirmation", ROLE_CONFIRMATION);
    held.owner = held_reference(held.plan_kind, "owner", "Owner", held.body_kind);
    held.publicised = held_field(held.activity_kind, "publicised", "Publicised", BASE_TEXT);
    held.publicised->type.dated = true;
    held.publicised->doc = TEXT("How people were told, each with its day.");
    held.source = held_field(held.clause_kind, "source", "Source", BASE_TEXT);
    held_field(held.explain_kind, "because", "Because", BASE_TEXT);
    held_field(held.explain_kind, "instead", "Instead", BASE_TEXT);
    held_field(held.explain_kind, "risk", "Risk", BASE_TEXT);
    held_field(held.explain_kind, "until", "Until", BASE_DATE);
    held_reference(held.explain_kind, "owner", "Owner", held.body_kind);
    held_reference(held.explain_kind, "approved", "Approved", held.body_kind)->type.dated = true;
    held_reference(held.confirm_kind, "confirmed-by", "Confirmed by", held.body_kind)->type.dated =
        true;
    held_field(held.confirm_kind, "seen", "Seen", BASE_TEXT);
    Draw *draw = arena_make(held.arena, Draw);
    DrawSlot *who = arena_make(held.arena, DrawSlot);
    draw->view = held_name("checklist");
    draw->mark = held_name("row");
    draw->slots = who;
    who->slot = held_name("who");
    who->fields = arena_array(held.arena, Field *, 1);
    who->fields[0] = held.owner;
    who->count = 1;
    held.plan_kind->draws = draw;
}

static void held_records(void) {
    held.plan = held_record(held.plan_kind, NULL, "riverside", "riverside",
                            "GP services after the contract ends", held_span(0, "plan riverside"));
    Record *team = held_record(held.body_kind, NULL, "primary-care", "primary-care",
                               "Primary care team", NO_SPAN);
    held_say(held.plan, held.owner, (Value){.kind = VALUE_RECORD, .record = team},
             held_span(0, "owner: primary-care"));
    held.survey = held_record(held.activity_kind, held.plan, "survey", "riverside.survey", "Survey",
                              held_span(0, "activity survey"));
    held.meeting = held_record(held.activity_kind, held.plan, "meeting", "riverside.meeting",
                               "Public meeting", held_span(0, "activity meeting"));
    held.drop_in = held_record(held.activity_kind, held.plan, "drop-in", "riverside.drop-in",
                               "Drop-in", held_span(0, "activity drop-in"));
    held.explanation = held_record(held.explain_kind, held.plan, "explain", "explain", "Explain",
                                   held_span(0, "explain city"));
    held_say(held.explanation, held.explain_kind->fields[0], held_text("No list is to hand."),
             held_span(0, "because:"));
}

static void held_asks(void) {
    held.asks = arena_make(held.arena, Line);
    held.asks->span = held_span(1, "expect: for every activity:\n"
                                   "              its publicised is given   # or closed\n"
                                   "            otherwise \"Say how {its title} is publicised\"");
    held.asks->label_span = held_span(1, "expect");
    held.asks->otherwise = TEXT("Say how {its title} is publicised");
    held.asks->otherwise_span = held_span(1, "\"Say how {its title} is publicised\"");
}

/* A plan and a charter without clauses, as at 1 June 2026. */
static void held_set_up(void) {
    held = (Held){.arena = arena_new()};
    held.sources.arena = held.arena;
    sources_add(&held.sources, "riverside.convene", text_of(HELD_PLAN));
    sources_add(&held.sources, "stdlib/city.convene", text_of(HELD_CHARTER));
    held.model =
        (Model){.arena = held.arena, .names = names_new(held.arena), .sources = &held.sources};
    held.model.kind_names = map_new(held.arena);
    held.model.main = arena_make(held.arena, Module);
    held_vocabulary();
    held_records();
    held_asks();
    held.judgement =
        (Judgement){.plan = held.plan, .as_at = civil_day(2026, 6, 1), .as_at_origin = AS_AT_PLAN};
    held_charter("city.charter", "The city's promise");
}

static void held_tear_down(void) {
    out_free(&held.out);
    arena_free(held.arena);
}

/* A clause of which the survey breaks its promise and two other activities are silent. */
static inline ClauseResult *held_publicise(void) {
    ClauseResult *result = held_clause("during.publicise", "Publicise every part", "Step Two, 5",
                                       FORCE_MUST, VERDICT_BROKEN);
    const Record *activities[] = {held.survey, held.meeting, held.drop_in};
    for (int i = 0; i < 3; i++) {
        Verdict verdict = i == 0 ? VERDICT_BROKEN : VERDICT_NOT_SHOWN;
        Truth truth = i == 0 ? TRUTH_CONTRADICTED : TRUTH_ABSENT;
        const char *message =
            arena_format(held.arena, "Say how %.*s is publicised", TEXT_ARGS(activities[i]->title));
        Case *judged = held_case(result, activities[i], verdict, truth, message);
        judged->line = held.asks;
        judged->due_words = "its starts";
        held_due(judged, 2026, 5, 11 + i);
        held_witness(judged, activities[i], held.publicised,
                     i == 0 ? held_span(0, "method: survey") : NO_SPAN, "its publicised is given",
                     truth);
    }
    return result;
}

static inline void check_has(const char *part) {
    ck_assert_msg(strstr(held.out.bytes, part) != NULL, "\"%s\" is not in:\n%s", part,
                  held.out.bytes);
}

static inline void check_lacks(const char *part) {
    ck_assert_msg(strstr(held.out.bytes, part) == NULL, "\"%s\" is in:\n%s", part, held.out.bytes);
}

/* FIRST stands before THEN. */
static inline void check_order(const char *first, const char *then) {
    const char *a = strstr(held.out.bytes, first), *b = strstr(held.out.bytes, then);
    ck_assert_msg(a != NULL && b != NULL && a < b, "\"%s\" is not before \"%s\" in:\n%s", first,
                  then, held.out.bytes);
}

/* No line is wider than WIDTH columns. */
static inline void check_width(unsigned width) {
    const char *at = held.out.bytes;
    while (*at != '\0') {
        const char *end = strchr(at, '\n');
        size_t length = end == NULL ? strlen(at) : (size_t)(end - at);
        ck_assert_msg(utf8_columns((Text){at, length}) <= width, "wider than %u: %.*s", width,
                      (int)length, at);
        at += length + (end != NULL);
    }
}

#define HELD_MAIN(name, ...)                                                                       \
    int main(void) {                                                                               \
        Suite *suite = suite_create(name);                                                         \
        TCase *cases = tcase_create(name);                                                         \
        tcase_add_checked_fixture(cases, held_set_up, held_tear_down);                             \
        const TTest *const tests[] = {__VA_ARGS__};                                                \
        for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)                                \
            tcase_add_test(cases, tests[i]);                                                       \
        suite_add_tcase(suite, cases);                                                             \
        SRunner *runner = srunner_create(suite);                                                   \
        srunner_run_all(runner, CK_NORMAL);                                                        \
        int failed = srunner_ntests_failed(runner);                                                \
        srunner_free(runner);                                                                      \
        return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;                                          \
    }

#endif
