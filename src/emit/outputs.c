/* Every output there is. The order is that of the index of a build. */
#include "outputs.h"

#include <string.h>

#include "calendar.h"
#include "checklist.h"
#include "dates.h"
#include "governance.h"
#include "index_page.h"
#include "timeline.h"
#include "verdicts.h"

const Output OUTPUTS[] = {
    {"timeline", "txt", "what happens when, as text", false, emit_timeline_text},
    {"timeline", "svg", "what happens when, as a drawing", true, emit_timeline_svg},
    {"timeline", "html", "the drawing, and a table of the same facts", false, emit_timeline_html},
    {"timeline", "csv", "what happens when, for a spreadsheet", false, emit_timeline_csv},
    {"timeline", "json", "what happens when, for other programs", false, emit_timeline_json},
    {"timeline-weeks", "txt", "the open weeks, as text", false, emit_weeks_text},
    {"timeline-weeks", "svg", "the open weeks, as a drawing", true, emit_weeks_svg},
    {"timeline-weeks", "html", "the drawing, and a table of the same facts", false,
     emit_weeks_html},
    {"timeline-weeks", "csv", "the open weeks, for a spreadsheet", false, emit_weeks_csv},
    {"timeline-weeks", "json", "the open weeks, for other programs", false, emit_weeks_json},
    {"calendar", "ics", "its days, for the calendar on a screen or a telephone", true,
     emit_calendar_ics},
    {"governance", "dot", "who is who, for Graphviz and other programs", true, emit_governance_dot},
    {"governance", "svg", "who is who, as a drawing", true, emit_governance_svg},
    {"governance", "html", "the drawing, and a table of the same facts", false,
     emit_governance_html},
    {"checklist", "md", "what is still to be done, to be pasted", true, checklist_markdown},
    {"checklist", "html", "what is still to be done, to be printed", true, checklist_html},
    {"dates", "txt", "each date, and how it came about", false, dates_text},
    {"dates", "csv", "each date, for a spreadsheet", false, dates_csv},
    {"dates", "json", "each date, for other programs", false, dates_json},
    {"clashes", "txt", "what the dates fall on", false, clashes_text},
    {"gaps", "txt", "how far apart the dates are, where that matters", false, gaps_text},
    {"verdicts", "txt", "all verdicts, in brief", false, verdicts_text},
    {"verdicts", "json", "all verdicts, for other programs", true, verdicts_json},
    {"index", "html", "all of it on one page", true, emit_index},
};

const size_t OUTPUT_COUNT = sizeof OUTPUTS / sizeof *OUTPUTS;

const Output *output_named(const char *name, const char *ending) {
    for (size_t i = 0; i < OUTPUT_COUNT; i++)
        if (strcmp(OUTPUTS[i].name, name) == 0 &&
            (ending == NULL || strcmp(OUTPUTS[i].ending, ending) == 0))
            return &OUTPUTS[i];
    return NULL;
}
