/* A charter: what it says of itself, its principles, and clause by clause what it asks. */
#include "reference.h"

#include "../syntax/tree.h"
#include "said.h"
#include "taken_over.h"

#include <string.h>

/* ---- one expectation ---- */

static const Line *lines_of(const Reference *reference, const Record *record, const char *label) {
    const Slot *slot = record_slot_text(reference->model, record, label);
    return slot == NULL ? NULL : slot->lines;
}

static const char *rule_said(const Reference *reference, const Line *line) {
    Arena *arena = reference->doc.arena;
    const char *words = said_rule(arena, reference->model, line);
    return said_plainly(arena, reference->model, words, words);
}

static void asked_of_people(Reference *reference, const Record *record) {
    static const struct {
        const char *label, *who;
    } QUESTIONS[] = {{"ask", "A person confirms"}, {"consider", "Thought about, with an answer"}};
    for (size_t i = 0; i < 2; i++) {
        for (const Line *line = lines_of(reference, record, QUESTIONS[i].label); line != NULL;
             line = line->next)
            doc_fact(&reference->doc, QUESTIONS[i].who, rule_said(reference, line));
    }
}

static void due_of(Reference *reference, const Line *line) {
    if (line->due != NULL)
        doc_fact(&reference->doc, "Due",
                 said_on_one_line(reference->doc.arena,
                                  span_text(reference->model->sources, line->due->span)));
}

static void own_rule(Reference *reference, const Line *line) {
    doc_fact(&reference->doc, "Judged by", rule_said(reference, line));
    due_of(reference, line);
}

/* A rule, or the expectation that it takes over, which has a rule of its own. */
static void rule_facts(Reference *reference, const Record *record, const Line *line) {
    const Record *shared =
        expectation_taken_over(reference->doc.arena, reference->model, record, line);
    if (shared == NULL) {
        own_rule(reference, line);
        return;
    }
    doc_fact(&reference->doc, "Shared expectation",
             arena_format(reference->doc.arena, "%.*s (%s)", TEXT_ARGS(shared->title),
                          shared->path == NULL ? shared->name->text : shared->path->text));
    for (const Line *own = lines_of(reference, shared, "that"); own != NULL; own = own->next)
        own_rule(reference, own);
    asked_of_people(reference, shared);
}

static void judged_by(Reference *reference, const Record *record, const char *label) {
    for (const Line *line = lines_of(reference, record, label); line != NULL; line = line->next)
        rule_facts(reference, record, line);
}

/* What decides whether it applies, and when it is due. */
static void conditions(Reference *reference, const Record *record) {
    static const struct {
        const char *label, *words;
    } RULES[] = {{"when", "Applies when"}, {"due", "Due"}};
    for (size_t i = 0; i < 2; i++) {
        for (const Line *line = lines_of(reference, record, RULES[i].label); line != NULL;
             line = line->next)
            doc_fact(&reference->doc, RULES[i].words, rule_said(reference, line));
    }
}

void reference_expectation(Reference *reference, const Record *expectation, unsigned level) {
    doc_heading(&reference->doc, level, reference_id(reference, expectation), expectation->title);
    reference_comment(reference, expectation->doc);
    reference_lines(reference, expectation, false);
    conditions(reference, expectation);
    judged_by(reference, expectation, "that");
    asked_of_people(reference, expectation);
}

/* ---- one clause ---- */

static void tests_of(Reference *reference, const Record *clause) {
    Arena *arena = reference->doc.arena;
    const TestMention *mention = map_get(reference->tests, clause);
    if (mention == NULL)
        return;
    const char *met = NULL, *not_met = NULL;
    for (; mention != NULL; mention = mention->next) {
        bool is_met = strcmp(mention->verdict, "met") == 0;
        const char **list = is_met ? &met : &not_met;
        const char *one =
            is_met ? arena_format(arena, "\"%s\"", mention->test)
                   : arena_format(arena, "%s in \"%s\"", mention->verdict, mention->test);
        *list = *list == NULL ? one : arena_format(arena, "%s; %s", *list, one);
    }
    if (met != NULL)
        doc_fact(&reference->doc, "Tests in which it is met", met);
    if (not_met != NULL)
        doc_fact(&reference->doc, "Tests in which it is not", not_met);
}

static bool says(const Reference *reference, const Record *clause, const char *field) {
    return record_slot_text(reference->model, clause, field) != NULL;
}

static void clause_section(Reference *reference, const Record *clause) {
    Doc *doc = &reference->doc;
    doc_heading(doc, 4, reference_id(reference, clause), clause->title);
    reference_comment(reference, clause->doc);
    if (clause->path != NULL)
        doc_fact(doc, "Name", clause->path->text);
    if (!says(reference, clause, "force"))
        doc_fact(doc, "Force", said_force(reference->model, clause));
    reference_lines(reference, clause, false);
    conditions(reference, clause);
    judged_by(reference, clause, "expect");
    asked_of_people(reference, clause);
    tests_of(reference, clause);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPECTATION)
            reference_expectation(reference, child, 5);
}

/* ---- the charter ---- */

typedef bool Chosen(const Record *record);

static bool is_clause(const Record *record) { return record->kind->role == ROLE_CLAUSE; }
static bool is_heading(const Record *record) { return record->kind->role == ROLE_HEADING; }
static bool is_shared(const Record *record) { return record->kind->role == ROLE_EXPECTATION; }
static bool is_other(const Record *record) {
    return !is_clause(record) && !is_heading(record) && !is_shared(record) &&
           record->kind->role != ROLE_TEST && record->kind->role != ROLE_ADOPTION &&
           record->kind->role != ROLE_USE;
}

static void section(Reference *reference, const Record *charter, const char *heading,
                    Chosen *chosen, void (*write)(Reference *, const Record *)) {
    bool any = false;
    for (const Record *child = charter->first_child; child != NULL; child = child->next_sibling) {
        if (!chosen(child))
            continue;
        if (!any)
            doc_heading(&reference->doc, 3, NULL, text_of(heading));
        any = true;
        write(reference, child);
    }
}

/* "Must": how many clauses there are of each force, in one line. */
static void counts(Reference *reference, const Record *charter) {
    const char *list = NULL;
    for (int force = FORCE_LAW; force <= FORCE_MAY; force++) {
        const char *word = force_word((Force)force);
        uint32_t count = 0;
        for (const Record *child = charter->first_child; child != NULL; child = child->next_sibling)
            count += is_clause(child) && strcmp(said_force(reference->model, child), word) == 0;
        if (count == 0)
            continue;
        const char *one = arena_format(reference->doc.arena, "%u %s", count, word);
        list = list == NULL ? one : arena_format(reference->doc.arena, "%s, %s", list, one);
    }
    doc_fact(&reference->doc, "Clauses", list == NULL ? "none" : list);
}

static void served_by(Reference *reference, const Record *heading) {
    bool any = false;
    for (const Record *clause = heading->parent->first_child; clause != NULL;
         clause = clause->next_sibling) {
        const Slot *slot =
            is_clause(clause) ? record_slot_text(reference->model, clause, "upholds") : NULL;
        for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
            if (value->kind == VALUE_RECORD && value->record == heading) {
                if (!any)
                    doc_paragraph(&reference->doc, "The clauses that serve it:");
                any = true;
                doc_point(&reference->doc, text_string(reference->doc.arena, clause->title),
                          clause->path == NULL ? NULL : clause->path->text);
            }
    }
}

static void heading_section(Reference *reference, const Record *heading) {
    reference_record(reference, heading, 4);
    served_by(reference, heading);
    for (const Record *child = heading->first_child; child != NULL; child = child->next_sibling)
        if (is_clause(child))
            clause_section(reference, child);
}

static void shared_section(Reference *reference, const Record *expectation) {
    reference_expectation(reference, expectation, 4);
}

static void other_section(Reference *reference, const Record *record) {
    reference_record(reference, record, 4);
}

void reference_charter(Reference *reference, const Record *charter) {
    reference_comment(reference, charter->doc);
    reference_lines(reference, charter, false);
    counts(reference, charter);
    section(reference, charter, "Principles and headings", is_heading, heading_section);
    section(reference, charter, "What it asks", is_clause, clause_section);
    section(reference, charter, "Shared by several of its clauses", is_shared, shared_section);
    section(reference, charter, "Settings, bodies and links", is_other, other_section);
}
