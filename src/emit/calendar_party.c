/* From a name on the command line to the records whose calendar it asks for, and from a record to
 * whether it concerns them. */
#include "calendar.h"

#include <string.h>

#include "hints.h"
#include "said.h"

enum { NAMED_AT_MOST = 8 };

static bool is_party(const Kind *kind) { return hint_is_marked(kind, "calendar", "party"); }

bool parties_hold(const Parties *parties, const Record *record) {
    for (uint32_t i = 0; i < parties->count; i++)
        if (parties->records[i] == record)
            return true;
    return false;
}

static void add_party(const Emission *emission, Parties *parties, const Record *record) {
    if (record != NULL && !parties_hold(parties, record))
        arena_push(emission->arena, parties->records, parties->count, parties->room, record);
}

typedef void Take(const Emission *emission, void *context, const Record *record);

static void each_party(const Emission *emission, Take *take, void *context) {
    for (uint32_t k = 0; k < emission->model->kind_count; k++) {
        const Kind *kind = emission->model->kinds[k];
        uint32_t count = 0;
        const Record *const *records =
            is_party(kind) ? records_of(emission->reader, kind, &count) : NULL;
        for (uint32_t i = 0; i < count; i++)
            if (records[i]->kind == kind)
                take(emission, context, records[i]);
    }
}

/* ---- the one that was named ---- */

/* TEXT as names are compared: small letters, blanks as hyphens. */
static Text as_name(Arena *arena, Text text) {
    char *name = text_string(arena, text_trim(text));
    for (char *c = name; *c != '\0'; c++)
        *c = *c == ' ' ? '-' : *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    return text_of(name);
}

static bool may_be_called(Arena *arena, const Record *record, Text asked) {
    return text_same(name_text(record->name), asked) || path_ends(record->path->text, asked) ||
           text_same(as_name(arena, record->title), asked);
}

typedef struct Search {
    Parties *parties;
    Text asked;
    const Record *nearest;
    unsigned least;
    Out names; /* of some that there are */
    uint32_t named;
} Search;

static void take_if_asked(const Emission *emission, void *context, const Record *record) {
    Search *search = context;
    if (may_be_called(emission->arena, record, search->asked))
        add_party(emission, search->parties, record);
}

static void take_for_advice(const Emission *emission, void *context, const Record *record) {
    Search *search = context;
    Text title = as_name(emission->arena, record->title);
    unsigned by_name = text_distance(search->asked, name_text(record->name), 4);
    unsigned by_title = text_distance(search->asked, title, 4);
    unsigned distance = by_name < by_title ? by_name : by_title;
    if (distance < search->least)
        search->least = distance, search->nearest = record;
    bool ours = record->module == emission->model->main;
    if (ours && search->named < NAMED_AT_MOST)
        out_format(&search->names, "%s%s", search->named++ == 0 ? "" : ", ", record->name->text);
}

static void report_nobody(const Emission *emission, Search *search) {
    search->least = 4;
    each_party(emission, take_for_advice, search);
    Diagnostics *store = emission->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_unknown_name, NO_SPAN,
               "No body, post or audience is called \"%s\" in this plan, nor in what it uses.",
               emission->party);
    if (search->nearest != NULL)
        diagnostic_write(store, diagnostic, "--for %s", search->nearest->name->text);
    if (search->named > 0)
        diagnostic_help(store, diagnostic,
                        "The plan itself names, among others: %s. Their titles, in quotation "
                        "marks, will do as well.",
                        search->names.bytes);
}

/* ---- what it has a seat on ---- */

/* Its fields that make it one of a group: those that the hint of its kind names. */
static void add_groups(const Emission *emission, Parties *parties, const Record *record) {
    const DrawSlot *with = hint_slot(record->kind, "calendar", "with");
    for (uint32_t i = 0; with != NULL && i < with->count; i++) {
        Values values = hint_values(emission, record, with, i);
        for (uint32_t v = 0; v < values.count; v++)
            if (values.items[v]->kind == VALUE_RECORD)
                add_party(emission, parties, values.items[v]->record);
    }
}

/* The same said in a record of its own: a link there today, in one of those ways. */
static void add_linked(const Emission *emission, Parties *parties, const Record *party,
                       const Record *edge) {
    Values from = read_named(emission->reader, edge, "from"),
           to = read_named(emission->reader, edge, "to"),
           way = read_named(emission->reader, edge, "way"),
           hoped = read_named(emission->reader, edge, "hoped");
    const DrawSlot *with = hint_slot(party->kind, "calendar", "with");
    if (with == NULL || from.count != 1 || to.count != 1 || way.count != 1 ||
        from.items[0]->kind != VALUE_RECORD || from.items[0]->record != party ||
        to.items[0]->kind != VALUE_RECORD || way.items[0]->kind != VALUE_RECORD ||
        (hoped.count > 0 && hoped.items[0]->kind == VALUE_YES_NO && hoped.items[0]->yes))
        return;
    for (uint32_t i = 0; i < with->count; i++)
        if (with->words[i] == way.items[0]->record->name)
            add_party(emission, parties, to.items[0]->record);
}

static void add_all_linked(const Emission *emission, Parties *parties, const Record *party) {
    for (uint32_t k = 0; k < emission->model->kind_count; k++) {
        const Kind *kind = emission->model->kinds[k];
        uint32_t count = 0;
        const Record *const *records =
            kind->role == ROLE_EDGE ? records_of(emission->reader, kind, &count) : NULL;
        for (uint32_t i = 0; i < count; i++)
            if (records[i]->kind == kind)
                add_linked(emission, parties, party, records[i]);
    }
}

bool parties_find(const Emission *emission, Parties *parties) {
    *parties = (Parties){0};
    if (emission->party == NULL)
        return true;
    Search search = {.parties = parties,
                     .asked = as_name(emission->arena, text_of(emission->party))};
    each_party(emission, take_if_asked, &search);
    uint32_t named = parties->count;
    for (uint32_t i = 0; i < named; i++) {
        add_groups(emission, parties, parties->records[i]);
        add_all_linked(emission, parties, parties->records[i]);
    }
    if (named == 0)
        report_nobody(emission, &search);
    else
        parties->title = text_string(emission->arena, parties->records[0]->title);
    out_free(&search.names);
    return named > 0;
}

/* ---- what concerns it ---- */

static bool field_names(const Emission *emission, const Parties *parties, const Record *record,
                        const Field *field) {
    if ((field->type.bases & BASE_RECORD) == 0)
        return false;
    Values values = read_field(emission->reader, record, field);
    for (uint32_t v = 0; v < values.count; v++)
        if (values.items[v]->kind == VALUE_RECORD && parties_hold(parties, values.items[v]->record))
            return true;
    return false;
}

bool parties_concern(const Emission *emission, const Parties *parties, const Record *record) {
    if (parties->count == 0)
        return true;
    for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (field_names(emission, parties, record, kind->fields[i]))
                return true;
    return false;
}
