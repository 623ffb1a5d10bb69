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
    bool to_do = kase->verdict != VERDICT_MET || kase->is_ask;
    bool own = kase->expectation == NULL || kase->expectation == result->clause;
    json_t *expectation = own ? json_null() : json_string(kase->expectation->name->text);
    return json_pack("{s:s, s:s, s:s, s:b, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "verdict",
                     verdict_word(kase->verdict), "truth", truth_word(kase->truth), "force",
                     force_word(kase->force), "question", kase->is_ask, "subject",
                     record_json(emission, kase->subject), "expectation", expectation, "message",
                     string_json(to_do ? kase->message : NULL), "due", due_json(kase), "witnesses",
                     witnesses_json(emission, case_witnesses(kase)), "explanation",
                     statement_json(emission, kase->explanation), "confirmation",
                     statement_json(emission, kase->confirmation));
}

static json_t *counts_json(const uint32_t counts[VERDICTS]) {
    json_t *object = json_object();
    for (int i = 0; i < VERDICTS; i++)
        json_object_set_new(object, verdict_word((Verdict)i), json_integer(counts[i]));
    return object;
}

static int add_bytes(const char *bytes, size_t length, void *data) {
    Out *out = data;
    out_text(out, (Text){bytes, length});
    return out->failed ? -1 : 0;
}

/* Writes VALUE on one line and lets go of it. */
static void put(Out *out, json_t *value) {
    size_t flags = JSON_SORT_KEYS | JSON_ENCODE_ANY;
    if (value == NULL || json_dump_callback(value, add_bytes, out, flags) != 0)
        out->failed = true; /* a text that is not UTF-8 cannot get here: the reader refuses it */
    json_decref(value);
}

/* `"key": value`, on a line of its own. */
static void put_key(Out *out, const char *indent, const char *key, json_t *value, bool last) {
    out_format(out, "%s\"%s\": ", indent, key);
    put(out, value);
    out_string(out, last ? "\n" : ",\n");
}

/* What the settings come to that a clause turns on: null where nobody has set one. */
static json_t *settings_json(const Emission *emission, const ClauseResult *result) {
    Arena *arena = emission->arena;
    json_t *list = json_array();
    for (uint32_t i = 0; i < result->setting_count; i++) {
        const SettingUse *use = result->settings[i];
        json_array_append_new(
            list, json_pack("{s:s, s:o, s:o, s:o, s:b, s:o, s:o}", "path", use->setting->path->text,
                            "title", text_json(use->setting->title), "value",
                            string_json(use->value == NULL ? NULL : value_words(arena, use->value)),
                            "own-value",
                            string_json(use->own == NULL ? NULL : value_words(arena, use->own)),
                            "loosened", use->loosened != NULL, "by",
                            string_json(use->by == NULL ? NULL : use->by->name->text), "place",
                            place_json(emission, use->span)));
    }
    return list;
}

/* The paths of the others that ask the same. */
static json_t *same_json(const ClauseResult *result) {
    json_t *list = json_array();
    for (uint32_t i = 0; result->same != NULL && i < result->same->count; i++)
        if (result->same->paths[i] != result->clause->path)
            json_array_append_new(list, json_string(result->same->paths[i]->text));
    for (uint32_t i = 0; result->same != NULL && i < result->same->part_count; i++)
        json_array_append_new(list, json_string(result->same->parts[i]->text));
    return list;
}

static void put_clause(const Emission *emission, const ClauseResult *result, Out *out) {
    out_string(out, "  {\n   \"cases\": [");
    for (const Case *kase = result->cases; kase != NULL; kase = kase->next) {
        out_string(out, kase == result->cases ? "\n    " : ",\n    ");
        put(out, case_json(emission, result, kase));
    }
    out_string(out, "],\n");
    put_key(out, "   ", "charter", json_string(result->charter->name->text), false);
    put_key(out, "   ", "counts", counts_json(result->counts), false);
    put_key(out, "   ", "force", json_string(force_word(result->force)), false);
    put_key(out, "   ", "path", json_string(result->clause->path->text), false);
    put_key(out, "   ", "reason", string_json(result->reason), false);
    put_key(out, "   ", "same-as", same_json(result), false);
    put_key(out, "   ", "settings", settings_json(emission, result), false);
    put_key(out, "   ", "source", string_json(result->source), false);
    put_key(out, "   ", "title", text_json(result->clause->title), false);
    put_key(out, "   ", "verdict", json_string(verdict_word(result->verdict)), true);
    out_string(out, "  }");
}

static json_t *charters_json(const Judgement *judgement) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < judgement->charter_count; i++)
        json_array_append_new(list, json_pack("{s:s, s:s, s:o}", "as",
                                              i < judgement->adopted_count ? "adopted" : "law",
                                              "name", judgement->charters[i]->name->text, "title",
                                              text_json(judgement->charters[i]->title)));
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

static json_t *grants_json(const Judgement *judgement) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < judgement->grant_count; i++) {
        const Grant *grant = judgement->grants[i];
        json_t *needs = json_array();
        for (uint32_t k = 0; k < grant->count; k++)
            json_array_append_new(needs, json_pack("{s:s, s:s}", "path",
                                                   grant->results[k]->clause->path->text, "verdict",
                                                   verdict_word(grant->results[k]->verdict)));
        json_array_append_new(list,
                              json_pack("{s:s, s:o, s:s, s:o}", "name", grant->term->name->text,
                                        "title", text_json(grant->term->title), "state",
                                        grant_word(grant->state), "needs", needs));
    }
    return list;
}

static json_t *tensions_json(const Emission *emission) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < emission->judgement->tension_count; i++) {
        const Tension *tension = emission->judgement->tensions[i];
        json_t *between = json_array(), *to_do = json_array();
        for (uint32_t k = 0; k < tension->count; k++)
            json_array_append_new(
                between, json_pack("{s:s, s:s}", "path", tension->between[k]->clause->path->text,
                                   "verdict", verdict_word(tension->between[k]->verdict)));
        for (uint32_t k = 0; k < tension->to_do_count; k++)
            json_array_append_new(to_do, json_string(tension->to_do[k]));
        json_array_append_new(list, json_pack("{s:o, s:b, s:s, s:o, s:o, s:o}", "between", between,
                                              "kept-together", tension->kept_together, "name",
                                              tension->record->path->text, "place",
                                              place_json(emission, tension->span), "title",
                                              text_json(tension->record->title), "to-do", to_do));
    }
    return list;
}

static json_t *as_at_json(const Judgement *judgement) {
    static const char *const origins[] = {"asked", "plan", "today"};
    return json_pack("{s:o, s:s}", "day", day_json(judgement->as_at), "from",
                     origins[judgement->as_at_origin]);
}

static json_t *not_judged_json(const Judgement *judgement) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < judgement->not_judged_count; i++)
        json_array_append_new(list, json_string(judgement->not_judged[i].sentence));
    return list;
}

/* Clause by clause, so that a plan of a hundred thousand activities needs no tree of them all. */
bool verdicts_json(const Emission *emission, Out *out) {
    const Judgement *judgement = emission->judgement;
    out_string(out, "{\n");
    put_key(out, " ", "as-at", as_at_json(judgement), false);
    put_key(out, " ", "charters", charters_json(judgement), false);
    out_string(out, " \"clauses\": [");
    for (uint32_t i = 0; i < judgement->result_count; i++) {
        out_string(out, i == 0 ? "\n" : ",\n");
        put_clause(emission, judgement->results[i], out);
    }
    out_string(out, "],\n");
    put_key(out, " ", "counts", counts_json(judgement->counts), false);
    put_key(out, " ", "findings", findings_json(emission), false);
    put_key(out, " ", "format", json_string("convene verdicts"), false);
    put_key(out, " ", "granted-words", grants_json(judgement), false);
    put_key(out, " ", "law-broken", json_integer(judgement->law_broken), false);
    put_key(out, " ", "not-judged", not_judged_json(judgement), false);
    put_key(out, " ", "plan", record_json(emission, judgement->plan), false);
    put_key(out, " ", "tensions", tensions_json(emission), false);
    put_key(out, " ", "version", json_integer(1), true);
    out_string(out, "}\n");
    return !out->failed;
}
