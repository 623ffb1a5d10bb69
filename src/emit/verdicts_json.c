/* Verdicts whole, as JSON. Every object has all of its keys, null where there is nothing to say,
 * and keys stand in the order of the alphabet, so that two runs differ only where verdicts do. */
#include "verdicts.h"

#include <jansson.h>

#include "said.h"

static json_t *string_json(const char *string) {
    return string == NULL ? json_null() : json_string(string);
}

static json_t *text_json(Text text) { return json_stringn(text.at, text.length); }

static json_t *day_json(Day day) {
    char buffer[DAY_TEXT];
    if (day <= DAY_UNKNOWN_PAST || day >= DAY_UNKNOWN_FUTURE)
        return json_null();
    return json_string(day_iso(day, buffer));
}

static json_t *place_json(const Emission *emission, Span span) {
    const Sources *sources = emission->model->sources;
    if (span_is_none(span) || span.source >= sources->count)
        return json_null();
    uint32_t line = span_line(sources, span);
    Text words = text_trim(source_line(sources, span.source, line));
    return json_pack("{s:s, s:I, s:o}", "file", source_of(sources, span)->name, "line",
                     (json_int_t)line, "words", text_json(words));
}

static json_t *record_json(const Emission *emission, const Record *record) {
    if (record == NULL)
        return json_null();
    return json_pack("{s:s, s:s, s:o, s:o}", "kind", record->kind->name->text, "name",
                     record->name->text, "title", text_json(record->title), "place",
                     place_json(emission, record->span));
}

static const char *truth_word(Truth truth) {
    static const char *const words[] = {"holds", "contradicted", "absent", "not said", "uncertain"};
    return words[truth];
}

static json_t *witnesses_json(const Emission *emission, const Witness *witness) {
    json_t *list = json_array();
    for (; witness != NULL; witness = witness->next)
        json_array_append_new(
            list, json_pack("{s:o, s:s, s:o, s:o, s:o}", "asked", string_json(witness->asked),
                            "truth", truth_word(witness->truth), "record",
                            record_json(emission, witness->record), "field",
                            string_json(witness->field == NULL ? NULL : witness->field->name->text),
                            "place", place_json(emission, witness->span)));
    return list;
}

static json_t *due_json(const Case *kase) {
    if (!kase->has_due && !kase->due_unknown)
        return json_null();
    bool known = !kase->due_unknown;
    return json_pack("{s:o, s:o, s:o, s:b}", "first",
                     known ? day_json(kase->due.first) : json_null(), "last",
                     known ? day_json(kase->due.last) : json_null(), "from",
                     string_json(kase->due_words), "overdue", kase->overdue);
}

/* What an explanation or a confirmation says, field by field, as the plan has it. */
static json_t *statement_json(const Emission *emission, const Record *record) {
    if (record == NULL)
        return json_null();
    json_t *fields = json_object();
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next) {
        json_t *values = json_array();
        for (const Value *v = slot_first(slot); v != NULL; v = value_after(v))
            json_array_append_new(values, json_string(value_words(emission->arena, v)));
        json_object_set_new(fields, slot->field->name->text, values);
    }
    return json_pack("{s:o, s:o}", "fields", fields, "place", place_json(emission, record->span));
}

static json_t *case_json(const Emission *emission, const ClauseResult *result, const Case *kase) {
    bool own = kase->expectation == NULL || kase->expectation == result->clause;
    json_t *expectation = own ? json_null() : json_string(kase->expectation->name->text);
    return json_pack("{s:s, s:s, s:s, s:b, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "verdict",
                     verdict_word(kase->verdict), "truth", truth_word(kase->truth), "force",
                     force_word(kase->force), "question", kase->is_ask, "subject",
                     record_json(emission, kase->subject), "expectation", expectation, "message",
                     string_json(kase->message), "due", due_json(kase), "witnesses",
                     witnesses_json(emission, kase->witnesses), "explanation",
                     statement_json(emission, kase->explanation), "confirmation",
                     statement_json(emission, kase->confirmation));
}

static json_t *counts_json(const uint32_t counts[VERDICTS]) {
    json_t *object = json_object();
    for (int i = 0; i < VERDICTS; i++)
        json_object_set_new(object, verdict_word((Verdict)i), json_integer(counts[i]));
    return object;
}

static json_t *clause_json(const Emission *emission, const ClauseResult *result) {
    json_t *cases = json_array();
    for (const Case *kase = result->cases; kase != NULL; kase = kase->next)
        json_array_append_new(cases, case_json(emission, result, kase));
    return json_pack("{s:s, s:o, s:s, s:s, s:o, s:s, s:o, s:o, s:o}", "path",
                     result->clause->path->text, "title", text_json(result->clause->title),
                     "charter", result->charter->name->text, "force", force_word(result->force),
                     "source", string_json(result->source), "verdict",
                     verdict_word(result->verdict), "reason", string_json(result->reason), "counts",
                     counts_json(result->counts), "cases", cases);
}

static json_t *charters_json(const Judgement *judgement) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < judgement->charter_count; i++)
        json_array_append_new(list,
                              json_pack("{s:s, s:o}", "name", judgement->charters[i]->name->text,
                                        "title", text_json(judgement->charters[i]->title)));
    return list;
}

static json_t *findings_json(const Emission *emission) {
    json_t *list = json_array();
    for (const Finding *f = emission->judgement->findings; f != NULL; f = f->next)
        json_array_append_new(list,
                              json_pack("{s:s, s:b, s:o, s:o}", "message", f->message, "put-right",
                                        f->put_right, "place", place_json(emission, f->span),
                                        "record", record_json(emission, f->record)));
    return list;
}

static json_t *whole(const Emission *emission) {
    static const char *const origins[] = {"asked", "plan", "today"};
    const Judgement *judgement = emission->judgement;
    json_t *not_judged = json_array(), *clauses = json_array();
    for (uint32_t i = 0; i < judgement->not_judged_count; i++)
        json_array_append_new(not_judged, json_string(judgement->not_judged[i]));
    for (uint32_t i = 0; i < judgement->result_count; i++)
        json_array_append_new(clauses, clause_json(emission, judgement->results[i]));
    json_t *as_at = json_pack("{s:o, s:s}", "day", day_json(judgement->as_at), "from",
                              origins[judgement->as_at_origin]);
    return json_pack(
        "{s:s, s:i, s:o, s:o, s:o, s:o, s:o, s:I, s:o, s:o}", "format", "convene verdicts",
        "version", 1, "plan", record_json(emission, judgement->plan), "as-at", as_at, "charters",
        charters_json(judgement), "not-judged", not_judged, "counts",
        counts_json(judgement->counts), "law-broken", (json_int_t)judgement->law_broken, "clauses",
        clauses, "findings", findings_json(emission));
}

static int add_bytes(const char *bytes, size_t length, void *data) {
    Out *out = data;
    out_text(out, (Text){bytes, length});
    return out->failed ? -1 : 0;
}

bool verdicts_json(const Emission *emission, Out *out) {
    json_t *root = whole(emission);
    bool written = root != NULL &&
                   json_dump_callback(root, add_bytes, out, JSON_INDENT(1) | JSON_SORT_KEYS) == 0;
    json_decref(root);
    out_byte(out, '\n');
    if (!written)
        out->failed = true; /* a text that is not UTF-8 cannot get here: the reader refuses it */
    return written;
}
