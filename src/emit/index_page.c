/* index.html of a build, and the pages of single pictures: each picture with its table. */
#include "index_page.h"

#include "governance.h"
#include "html.h"
#include "said.h"
#include "timeline.h"

#include <ctype.h>
#include <string.h>

/* ---- sections ---- */

static void timeline_with_table(const Timeline *timeline, const char *id, Out *out) {
    for (uint32_t i = 0; i < timeline_sheets(timeline); i++) {
        html_figure(out, i == 0 ? id : arena_format(timeline->arena, "%s-%u", id, (unsigned)i + 1));
        timeline_svg(timeline_sheet(timeline, i), false, out);
        html_figure_end(out);
    }
    timeline_table(timeline, out);
}

static void timeline_section(const Emission *emission, Out *out) {
    timeline_with_table(timeline_of(emission), "timeline-figure", out);
}

static void weeks_section(const Emission *emission, Out *out) {
    timeline_with_table(timeline_weeks_of(emission), "weeks-figure", out);
}

static void governance_section(const Emission *emission, Out *out) {
    Governance *governance = governance_of(emission);
    Out picture = {0};
    if (governance->node_count > 0) {
        governance_svg(governance, emission->diagnostics, false, &picture);
        html_figure(out, "governance-figure");
        out_text(out, out_written(&picture));
        html_figure_end(out);
    }
    governance_table(governance, out);
    out_free(&picture);
}

static void verdict_row(const Emission *emission, Verdict verdict, Out *out) {
    char *word = text_string(emission->arena, text_of(verdict_word(verdict)));
    word[0] = (char)toupper((unsigned char)word[0]);
    html_row(out);
    html_row_head(out, text_of(word));
    html_cell(out, text_of(arena_format(emission->arena, "%u",
                                        (unsigned)emission->judgement->counts[verdict])));
    html_cell(out, text_of(verdict_meaning(verdict)));
    html_row_end(out);
}

static const char *verdict_sentence(const Emission *emission) {
    const Judgement *judgement = emission->judgement;
    uint32_t broken = judgement->counts[VERDICT_BROKEN];
    if (judgement->result_count == 0)
        return "Nothing was judged: the plan adopts no charter, or none that holds anything to "
               "judge.";
    if (broken == 0)
        return "Nothing that the plan says breaks what it was held against.";
    const char *what =
        said_count(emission->arena, broken, "requirement is broken", "requirements are broken");
    return judgement->law_broken == 0 ? arena_format(emission->arena, "%s, none of them law.", what)
                                      : arena_format(emission->arena, "%s, %u of them law.", what,
                                                     (unsigned)judgement->law_broken);
}

static void judged_against(const Emission *emission, Out *out) {
    const Judgement *judgement = emission->judgement;
    out_string(out, "<p>Held against:</p>\n<ul>\n");
    for (uint32_t i = 0; i < judgement->charter_count; i++) {
        out_string(out, "<li>");
        out_xml(out, judgement->charters[i]->title);
        if (i >= judgement->adopted_count)
            out_string(out, ", which is law and holds without being adopted");
        out_string(out, "</li>\n");
    }
    for (uint32_t i = 0; i < judgement->not_judged_count; i++) {
        out_string(out, "<li>Not judged: ");
        out_xml(out, text_of(judgement->not_judged[i].sentence));
        out_string(out, "</li>\n");
    }
    out_string(out, "</ul>\n");
}

static void verdict_section(const Emission *emission, Out *out) {
    static const char *const COLUMNS[] = {"Verdict", "Requirements", "What it means"};
    html_paragraph(out, text_of(verdict_sentence(emission)));
    if (emission->judgement->charter_count + emission->judgement->not_judged_count > 0)
        judged_against(emission, out);
    if (emission->judgement->result_count == 0)
        return;
    html_table(out, TEXT("How the plan stands"), COLUMNS, 3);
    for (Verdict verdict = 0; verdict < VERDICTS; verdict++)
        verdict_row(emission, verdict, out);
    html_table_end(out);
}

static void files_section(const Emission *emission, Out *out) {
    (void)emission;
    out_string(out, "<ul>\n");
    for (size_t i = 0; i < OUTPUT_COUNT; i++) {
        const Output *output = &OUTPUTS[i];
        if (!output->built || output->emit == emit_index)
            continue;
        out_format(out, "<li><a href=\"%s.%s\">%s.%s</a>: ", output->name, output->ending,
                   output->name, output->ending);
        out_xml(out, text_of(output->help));
        out_string(out, "</li>\n");
    }
    out_string(out, "</ul>\n");
}

/* ---- pages ---- */

typedef struct Section {
    const char *id, *title;
    void (*write)(const Emission *emission, Out *out);
} Section;

static const Section SECTIONS[] = {
    {"verdicts", "How it stands", verdict_section},
    {"timeline-section", "What happens when", timeline_section},
    {"weeks-section", "The weeks in which people can take part", weeks_section},
    {"who", "Who is who", governance_section},
    {"files", "Everything that was made", files_section},
};
enum { SECTION_COUNT = sizeof SECTIONS / sizeof *SECTIONS };

static const char *as_at(const Emission *emission) {
    char *words =
        text_string(emission->arena, text_of(said_as_at(emission->arena, emission->judgement)));
    words[0] = (char)toupper((unsigned char)words[0]);
    return words;
}

static void contents(Out *out) {
    out_string(out, "<nav aria-label=\"On this page\">\n<ul>\n");
    for (size_t i = 0; i < SECTION_COUNT; i++)
        out_format(out, "<li><a href=\"#%s\">%s</a></li>\n", SECTIONS[i].id, SECTIONS[i].title);
    out_string(out, "<li><a href=\"checklist.html\">What is still to be done: the checklist</a>"
                    "</li>\n</ul>\n</nav>\n");
}

bool emit_index(const Emission *emission, Out *out) {
    html_begin(out, emission->judgement->plan->title, text_of(as_at(emission)));
    contents(out);
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        html_heading(out, 2, SECTIONS[i].id, text_of(SECTIONS[i].title));
        SECTIONS[i].write(emission, out);
    }
    html_end(out);
    return true;
}

static bool emit_section(const Emission *emission, const Section *section, Out *out) {
    const char *title = arena_format(emission->arena, "%s: %.*s", section->title,
                                     TEXT_ARGS(emission->judgement->plan->title));
    html_begin(out, text_of(title), text_of(as_at(emission)));
    section->write(emission, out);
    html_end(out);
    return true;
}

bool emit_timeline_html(const Emission *emission, Out *out) {
    return emit_section(emission, &SECTIONS[1], out);
}

bool emit_weeks_html(const Emission *emission, Out *out) {
    return emit_section(emission, &SECTIONS[2], out);
}

bool emit_governance_html(const Emission *emission, Out *out) {
    return emit_section(emission, &SECTIONS[3], out);
}
