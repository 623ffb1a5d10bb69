/* The file of a first plan: questions and examples as comments, answers as lines. */
#include "first_plan.h"

#include <string.h>

#include "../base/wrap.h"
#include "example.h"
#include "said.h"

enum { WIDTH = 100, MOST_TITLES = 3 };

/* ---- comments ---- */

/* TEXT as comment lines, INDENT columns in; those after the first are set in, so that what stands
 * right behind a # is an example. */
static void comment(Out *out, unsigned indent, const char *text) {
    Out lines = {0};
    bool first = true;
    out_wrapped(&lines, text_of(text), 0, 0, WIDTH - indent - 4);
    Text rest = out_written(&lines);
    while (rest.length > 0) {
        const char *end = memchr(rest.at, '\n', rest.length);
        size_t length = end == NULL ? rest.length : (size_t)(end - rest.at);
        out_repeat(out, " ", indent);
        out_format(out, "#%s %.*s\n", first ? "" : "  ", (int)length, rest.at);
        first = false;
        rest = end == NULL ? TEXT("") : text_part(rest, length + 1, rest.length);
    }
    out_free(&lines);
}

static void line_out(Out *out, unsigned indent, bool is_comment, const char *line) {
    out_repeat(out, " ", indent);
    out_format(out, "%s%s\n", is_comment ? "# " : "", line);
}

static void heading(Out *out, const char *words) {
    size_t dashes = strlen(words) + 10 < WIDTH ? WIDTH - strlen(words) - 10 : 0;
    out_format(out, "\n  # ---- %s ", words);
    out_repeat(out, "-", dashes);
    out_string(out, "\n\n");
}

/* ---- questions ---- */

/* TEXT with a capital letter and a full stop. */
static const char *sentence(Arena *arena, const char *text) {
    size_t length = strlen(text);
    bool ends = length > 0 && strchr(".?!:", text[length - 1]) != NULL;
    char *whole = arena_format(arena, "%s%s", text, ends ? "" : ".");
    if (whole[0] >= 'a' && whole[0] <= 'z')
        whole[0] = (char)(whole[0] - 'a' + 'A');
    return whole;
}

static const char *words_looked_for(const FirstPlan *plan, const AskedLine *line) {
    const char *list = NULL;
    for (uint32_t i = 0; i < line->word_count; i++) {
        const char *word = said_name(plan->arena, name_text(line->words[i]->name));
        list = list == NULL ? word : arena_format(plan->arena, "%s, %s", list, word);
    }
    return list;
}

const char *first_plan_question(const FirstPlan *plan, const AskedLine *line) {
    Arena *arena = plan->arena;
    const Field *field = line->field;
    const char *title = said_field(arena, field);
    const char *question = field->doc.length > 0
                               ? said_on_one_line(arena, field->doc)
                               : arena_format(arena, "%s: %s", title, example_holds(arena, field));
    question = sentence(arena, question);
    const char *words = line->word_count > 1 ? words_looked_for(plan, line) : NULL;
    return words == NULL ? question
                         : arena_format(arena, "%s What is looked for: %s.", question, words);
}

static const char *asker_words(const FirstPlan *plan, const Asker *asker, bool with_title) {
    const char *path = asker->clause->path->text;
    return with_title
               ? arena_format(plan->arena, "%s (%.*s)", path, TEXT_ARGS(asker->expectation->title))
               : path;
}

const char *first_plan_askers(const FirstPlan *plan, const AskedLine *line) {
    const char *list = NULL;
    bool with_titles = line->asker_count <= MOST_TITLES;
    for (uint32_t i = 0; i < line->asker_count; i++) {
        const char *one = asker_words(plan, &line->askers[i], with_titles);
        list = list == NULL ? one : arena_format(plan->arena, "%s, %s", list, one);
    }
    return list == NULL ? "" : list;
}

static void question(Out *out, const FirstPlan *plan, unsigned indent, const FirstLine *line,
                     bool is_comment) {
    Arena *arena = plan->arena;
    comment(out, indent, first_plan_question(plan, line->asked));
    if (line->asked->asker_count > 0)
        comment(out, indent,
                arena_format(arena, "Asked by %s", first_plan_askers(plan, line->asked)));
    if (line->answer == NULL)
        line_out(out, indent, true, first_plan_example(plan, line->asked));
    else
        line_out(out, indent, is_comment,
                 arena_format(arena, "%s: %s",
                              said_name(arena, name_text(line->asked->field->name)), line->answer));
}

static void questions(Out *out, const FirstPlan *plan, unsigned indent, const FirstLine *lines,
                      uint32_t count, bool is_comment) {
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            out_byte(out, '\n');
        question(out, plan, indent, &lines[i], is_comment);
    }
}

/* ---- records ---- */

const char *first_plan_quoted(Arena *arena, const char *text) {
    Out out = {0};
    out_byte(&out, '"');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            out_byte(&out, '\\');
        out_byte(&out, *c);
    }
    out_byte(&out, '"');
    const char *copy = text_string(arena, out_written(&out));
    out_free(&out);
    return copy;
}

static void record_out(Out *out, const FirstPlan *plan, unsigned indent,
                       const FirstRecord *record) {
    Arena *arena = plan->arena;
    bool none = record->is_comment;
    if (record->kind->doc.length > 0)
        comment(out, indent, sentence(arena, said_on_one_line(arena, record->kind->doc)));
    if (record->asked != NULL)
        comment(out, indent,
                arena_format(arena, "Asked for by %s", first_plan_askers(plan, record->asked)));
    bool empty = record->line_count == 0 && record->first_child == NULL;
    line_out(out, indent, none,
             arena_format(arena, "%s %s %s%s", record->kind->name->text, record->name,
                          first_plan_quoted(arena, record->title), empty ? "" : " {"));
    if (empty)
        return;
    questions(out, plan, indent + 2, record->lines, record->line_count, none);
    for (const FirstRecord *child = record->first_child; child != NULL; child = child->next) {
        out_byte(out, '\n');
        record_out(out, plan, indent + 2, child);
    }
    line_out(out, indent, none, "}");
}

static void group_out(Out *out, const FirstPlan *plan, const FirstGroup *group) {
    if (group->line_count == 0 && group->first == NULL)
        return;
    heading(out, group->heading);
    questions(out, plan, 2, group->lines, group->line_count, false);
    for (const FirstRecord *record = group->first; record != NULL; record = record->next) {
        if (record != group->first || group->line_count > 0)
            out_byte(out, '\n');
        record_out(out, plan, 2, record);
    }
}

/* ---- what only a person can say ---- */

static const char *settling(const FirstPlan *plan, const AskedQuestion *question) {
    const Kind *kind =
        kind_with_role(plan->model, question->considers ? ROLE_CONSIDERATION : ROLE_CONFIRMATION);
    Arena *arena = plan->arena;
    if (kind == NULL)
        return "";
    const Field *by = kind_field_text(plan->model, kind, "confirmed-by");
    const char *who = by == NULL ? NULL : first_plan_name(plan, by);
    const char *fields =
        question->considers || who == NULL
            ? "answer: yes because \"Why it is so\""
            : arena_format(arena, "confirmed by: %s on 12 May 2026  seen: \"What they looked at\"",
                           who);
    bool is_part = question->expectation != question->clause;
    const char *of =
        is_part ? arena_format(arena, "of: %s  ", question->expectation->name->text) : "";
    return arena_format(arena, "%s %s { %s%s }", kind->name->text, question->clause->path->text, of,
                        fields);
}

static void questions_to_people(Out *out, const FirstPlan *plan) {
    if (plan->asked.question_count == 0)
        return;
    heading(out, "What only a person can say");
    for (uint32_t i = 0; i < plan->asked.question_count; i++) {
        const AskedQuestion *asked = &plan->asked.questions[i];
        if (i > 0)
            out_byte(out, '\n');
        comment(out, 2, asked->words);
        line_out(out, 2, true, settling(plan, asked));
    }
}

/* The word that records of ROLE begin with. */
static const char *word_for(const FirstPlan *plan, Role role) {
    const Kind *kind = kind_with_role(plan->model, role);
    return kind == NULL ? "" : kind->name->text;
}

void first_plan_write(Out *out, const FirstPlan *plan) {
    comment(
        out, 0,
        "A first plan, made by convene new. Above each line stand what it is for and the clauses "
        "that ask for it; the "
        "line itself is an example behind a #. Take the # away and put your own words in place "
        "of the example. Leave what you do not know: nothing is wrong with a plan that does not "
        "say yet, and `convene check` tells what is still to do.");
    out_byte(out, '\n');
    for (size_t i = 0; i < plan->charter_count; i++)
        out_format(out, "%s %s\n", word_for(plan, ROLE_ADOPTION), plan->charters[i]);
    out_format(out, "\n%s first-plan %s {\n", word_for(plan, ROLE_TOP),
               first_plan_quoted(plan->arena, plan->title));
    for (uint32_t i = 0; i < plan->group_count; i++)
        group_out(out, plan, &plan->groups[i]);
    questions_to_people(out, plan);
    out_string(out, "}\n");
}
