/* Dates for spreadsheets and programs: one row or object for each. */
#include <jansson.h>
#include <stdlib.h>

#include "../source/print.h"
#include "dates.h"
#include "said.h"

/* "2026-05-11", or "" for an end that is not known. */
static const char *iso(Day day, char *buffer) {
    return day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE ? "" : day_iso(day, buffer);
}

static uint32_t line_of(const Emission *emission, const DateFact *fact) {
    bool here = !span_is_none(fact->span) && emission->model->main != NULL &&
                fact->span.source == emission->model->main->source;
    return here ? span_line(emission->model->sources, fact->span) : 0;
}

bool dates_csv(const Emission *emission, Out *out) {
    const Dates *dates = dates_of(emission);
    out_string(out, "earliest,latest,end earliest,end latest,what,how,state,line\r\n");
    for (uint32_t i = 0; i < dates->count; i++) {
        const DateFact *fact = &dates->items[i];
        const Day days[] = {fact->from.first, fact->from.last, fact->to.first, fact->to.last};
        char buffer[DAY_TEXT];
        for (int d = 0; d < 4; d++)
            out_format(out, "%s,", iso(days[d], buffer));
        out_csv(out, text_of(fact->what));
        out_byte(out, ',');
        out_csv(out, text_of(fact->how));
        out_byte(out, ',');
        out_csv(out, text_of(fact->mark));
        uint32_t line = line_of(emission, fact);
        if (line > 0)
            out_format(out, ",%u\r\n", line);
        else
            out_string(out, ",\r\n");
    }
    return true;
}

static json_t *day_or_null(Day day) {
    char buffer[DAY_TEXT];
    const char *said = iso(day, buffer);
    return *said == '\0' ? json_null() : json_string(said);
}

static json_t *fact_json(const Emission *emission, const DateFact *fact) {
    json_t *object = json_pack(
        "{s:o, s:o, s:o, s:o, s:o, s:o, s:b}", "earliest", day_or_null(fact->from.first), "latest",
        day_or_null(fact->from.last), "end-earliest", day_or_null(fact->to.first), "end-latest",
        day_or_null(fact->to.last), "what", json_any_string(fact->what), "how",
        json_any_string(fact->how), "asked-for", fact->is_due);
    uint32_t line = line_of(emission, fact);
    if (line > 0)
        json_object_set_new(object, "line", json_integer((json_int_t)line));
    if (fact->mark != NULL)
        json_object_set_new(object, "state", json_string(fact->mark));
    return object;
}

bool dates_json(const Emission *emission, Out *out) {
    const Dates *dates = dates_of(emission);
    char day[DAY_TEXT];
    json_t *list = json_array();
    for (uint32_t i = 0; i < dates->count; i++)
        json_array_append_new(list, fact_json(emission, &dates->items[i]));
    json_t *whole = json_pack("{s:s, s:s, s:o}", "format", "convene dates 1", "as-at",
                              day_iso(emission->judgement->as_at, day), "dates", list);
    char *text = json_dumps(whole, JSON_INDENT(1) | JSON_SORT_KEYS);
    out_string(out, text);
    out_byte(out, '\n');
    free(text);
    json_decref(whole);
    return true;
}
