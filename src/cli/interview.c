/* The questions of a first plan, one by one. Each answer is compiled with what was said before;
 * what cannot be read is asked again, with the reason. */
#include <stdlib.h>
#include <string.h>

#include "../emit/said.h"
#include "new.h"

typedef struct Interview {
    const Options *options;
    FirstPlan *plan;
    Page page;
    Out out;
    bool over; /* the terminal ended, or its user has had enough */
    ExitCode code;
} Interview;

/* ---- the terminal ---- */

static void show(Interview *interview) {
    Text text = out_written(&interview->out);
    fwrite(text.at, 1, text.length, stdout);
    fflush(stdout);
    interview->out.length = 0;
}

/* A line as typed, without blanks round it; NULL once there is no more. */
static const char *listen(Interview *interview) {
    char *line = NULL;
    size_t room = 0;
    out_string(&interview->out, "> ");
    show(interview);
    ssize_t length = getline(&line, &room, stdin);
    const char *heard = NULL;
    if (length >= 0) {
        Text text = text_trim((Text){line, (size_t)length});
        heard = text_string(interview->plan->arena, text);
    }
    free(line);
    interview->over = heard == NULL || strcmp(heard, "stop") == 0;
    return interview->over ? NULL : heard;
}

/* ---- answers ---- */

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* The four answers that are no value fit every line. */
static bool is_plain_answer(const char *text) {
    static const char *const ANSWERS[] = {"none", "not known", "not yet decided", "does not apply"};
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
        if (strcmp(text, ANSWERS[i]) == 0 || begins(text, "does not apply because"))
            return true;
    return false;
}

/* What was typed, as it is written behind the label: one's own words need no quotation marks here.
 */
static const char *answer_written(Arena *arena, const Field *field, const char *heard) {
    bool only_text = (field->type.bases & ~(uint32_t)(BASE_TEXT | BASE_MESSAGE)) == 0;
    if (is_plain_answer(heard) || strchr(heard, '"') != NULL || !only_text)
        return heard;
    return first_plan_quoted(arena, heard);
}

/* Compiles the file as it would be; says what is wrong with it. */
static bool holds(Interview *interview) {
    Out file = {0};
    first_plan_write(&file, interview->plan);
    Compilation *compilation =
        compile_changed(interview->options, interview->options->out, out_written(&file));
    bool good = compilation->diagnostics.errors == 0;
    if (!good) {
        PrintStyle style = print_style(interview->options, stdout);
        print_diagnostics(&interview->out, &compilation->diagnostics, &style);
    }
    compilation_free(compilation);
    out_free(&file);
    return good;
}

static void keep(Interview *interview) {
    ExitCode code = save_first_plan(interview->options, interview->plan);
    interview->code = worse(interview->code, code);
    interview->over = interview->over || code != EXIT_NOTHING_BROKEN;
}

/* ---- questions ---- */

static void put_question(Interview *interview, const FirstLine *line) {
    Page *page = &interview->page;
    const AskedLine *asked = line->asked;
    page_blank(page);
    page_paragraph(page, 0, "", first_plan_question(interview->plan, asked), NULL, INK_STRONG);
    page_paragraph(page, 2, "",
                   arena_format(interview->plan->arena, "For example: %s",
                                first_plan_example(interview->plan, asked)),
                   NULL, INK_PLAIN);
    if (asked->asker_count > 0)
        page_paragraph(page, 2, "",
                       arena_format(interview->plan->arena, "Asked by %s",
                                    first_plan_askers(interview->plan, asked)),
                       NULL, INK_FAINT);
}

/* Some lines want a reason of their own. */
static const char *with_reason(Interview *interview, const Field *field, const char *answer) {
    if (!field->reason_expected || strstr(answer, " because ") != NULL)
        return answer;
    out_string(&interview->out, "Why? (Enter leaves the reason out)\n");
    const char *reason = listen(interview);
    if (reason == NULL || reason[0] == '\0')
        return answer;
    return arena_format(interview->plan->arena, "%s because %s", answer,
                        reason[0] == '"' ? reason
                                         : first_plan_quoted(interview->plan->arena, reason));
}

static void ask_line(Interview *interview, FirstLine *line) {
    const Field *field = line->asked->field;
    put_question(interview, line);
    while (!interview->over) {
        const char *heard = listen(interview);
        if (heard == NULL || heard[0] == '\0')
            return;
        line->answer =
            with_reason(interview, field, answer_written(interview->plan->arena, field, heard));
        if (holds(interview)) {
            keep(interview);
            return;
        }
        line->answer = NULL;
        out_string(&interview->out, "Once more, or Enter to leave it out.\n");
    }
}

static void ask_lines(Interview *interview, FirstLine *lines, uint32_t count) {
    for (uint32_t i = 0; i < count && !interview->over; i++)
        ask_line(interview, &lines[i]);
}

static void ask_record(Interview *interview, FirstGroup *group, FirstRecord *record);

/* The title of a record; false if there is none to speak of. */
static bool ask_title(Interview *interview, const FirstRecord *pattern, bool another,
                      const char **title) {
    Arena *arena = interview->plan->arena;
    const Kind *kind = pattern->kind;
    const char *of =
        pattern->parent == NULL ? "" : arena_format(arena, " of \"%s\"", pattern->parent->title);
    page_blank(&interview->page);
    page_paragraph(&interview->page, 0, "",
                   another
                       ? arena_format(arena, "Another %s%s: what is it called? (Enter: no more)",
                                      said_within(arena, kind->title), of)
                       : arena_format(arena, "%.*s%s: what is it called? (Enter: none yet)",
                                      TEXT_ARGS(kind->title), of),
                   NULL, INK_STRONG);
    if (!another && kind->doc.length > 0)
        page_paragraph(&interview->page, 2, "", text_string(arena, kind->doc), NULL, INK_PLAIN);
    *title = listen(interview);
    return *title != NULL && (*title)[0] != '\0';
}

static void ask_children(Interview *interview, FirstGroup *group, FirstRecord *record) {
    for (FirstRecord *child = record->first_child; child != NULL && !interview->over;
         child = child->next)
        if (!child->may_be_none)
            ask_record(interview, group, child);
}

/* All records of one kind: the one that stands there already is the first. */
static void ask_record(Interview *interview, FirstGroup *group, FirstRecord *record) {
    const char *title;
    bool another = false;
    FirstRecord *pattern = record;
    while (!interview->over && ask_title(interview, pattern, another, &title)) {
        if (!another)
            first_plan_rename(interview->plan, record, title);
        else
            record = first_plan_add(interview->plan, group, record, title);
        if (!holds(interview)) {
            out_string(&interview->out, "Give it another name.\n");
            if (another)
                record = first_plan_drop(group, record);
            else
                first_plan_rename(interview->plan, record, NULL);
            continue;
        }
        another = true;
        keep(interview);
        ask_lines(interview, record->lines, record->line_count);
        ask_children(interview, group, record);
    }
}

static void ask_plan_title(Interview *interview) {
    const char *first = interview->plan->title;
    page_blank(&interview->page);
    page_paragraph(&interview->page, 0, "", "What is the plan called?", NULL, INK_STRONG);
    while (!interview->over) {
        const char *title = listen(interview);
        if (title == NULL)
            return;
        interview->plan->title = title[0] == '\0' ? first : title;
        if (title[0] == '\0' || holds(interview)) {
            keep(interview);
            return;
        }
        interview->plan->title = first;
        out_string(&interview->out, "Once more, or Enter to leave it for later.\n");
    }
}

static void ask_group(Interview *interview, FirstGroup *group) {
    if (group->line_count == 0 && group->first == NULL)
        return;
    page_blank(&interview->page);
    page_paragraph(&interview->page, 0, "---- ", group->heading, NULL, INK_STRONG);
    ask_lines(interview, group->lines, group->line_count);
    for (FirstRecord *record = group->first; record != NULL && !interview->over;) {
        FirstRecord *next = record->next; /* more of its kind are put behind it */
        if (!record->may_be_none)
            ask_record(interview, group, record);
        record = next;
    }
}

static void open_interview(Interview *interview) {
    page_paragraph(&interview->page, 0, "",
                   arena_format(interview->plan->arena,
                                "Answer in your own words, or press Enter to leave a question for "
                                "later. \"stop\" ends here. Everything that you have answered is "
                                "in %s at any time; what you have not stands there as a question.",
                                interview->options->out),
                   NULL, INK_PLAIN);
}

ExitCode interview(const Options *options, FirstPlan *plan) {
    Interview interview = {.options = options, .plan = plan, .code = EXIT_NOTHING_BROKEN};
    interview.page = page_new(&interview.out, page_style(options, stdout));
    open_interview(&interview);
    ask_plan_title(&interview);
    for (uint32_t i = 0; i < plan->group_count && !interview.over; i++)
        ask_group(&interview, &plan->groups[i]);
    if (interview.code == EXIT_NOTHING_BROKEN) {
        keep(&interview);
        out_format(&interview.out, "\nIt is in %s. What is still to do:\n  convene check %s\n",
                   options->out, options->out);
    }
    show(&interview);
    out_free(&interview.out);
    return interview.code;
}
