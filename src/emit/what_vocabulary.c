/* Kinds of record, their lines, and the words to pick from. */
#include "what_parts.h"

#include "example.h"
#include "said.h"

void what_heading(What *what, const char *heading) {
    if (what->said++ > 0)
        page_blank(&what->page);
    page_paragraph(&what->page, 0, "", heading, NULL, INK_STRONG);
}

void what_doc(What *what, Text doc, unsigned indent) {
    if (doc.length > 0)
        page_paragraph(&what->page, indent, "", said_on_one_line(what->arena, doc), NULL,
                       INK_PLAIN);
}

static void labelled(What *what, const char *label, const char *text) {
    if (text != NULL && text[0] != '\0')
        page_labelled(&what->page, 2, label, WHAT_COLUMN, text);
}

static const char *join(Arena *arena, const char *list, const char *word) {
    return list == NULL ? word : arena_format(arena, "%s, %s", list, word);
}

static const char *names_said(Arena *arena, const Name *const *names, uint32_t count) {
    const char *list = NULL;
    for (uint32_t i = 0; i < count; i++)
        list = join(arena, list, names[i]->text);
    return list;
}

static void not_called(What *what, const Misnomer *misnomers) {
    for (; misnomers != NULL; misnomers = misnomers->next)
        labelled(what, "not called:",
                 arena_format(what->arena, "%s. %.*s", misnomers->name->text,
                              TEXT_ARGS(misnomers->advice)));
}

static const char *places_of(What *what, const Kind *kind) {
    const char *list = kind->in_library ? "a file of its own" : NULL;
    for (uint32_t i = 0; i < kind->within_count; i++)
        list = join(what->arena, list, kind->within[i]->name->text);
    return list == NULL ? "a file of its own" : list;
}

/* NULL if nothing is taken over. */
static const char *taken_from_said(What *what, const Field *field) {
    const char *said = NULL;
    for (uint32_t i = 0; i < field->taken_from_count; i++) {
        const char *name = said_name(what->arena, name_text(field->taken_from[i]));
        said = said == NULL ? name : arena_format(what->arena, "%s: or %s", said, name);
    }
    return said == NULL ? NULL
                        : arena_format(what->arena,
                                       "what is said of the one behind %s: counts here too", said);
}

/* Its own lines, and those it takes from what it is like, written ones before worked-out ones. */
static void fields_of(What *what, const Kind *kind, bool derived) {
    for (const Kind *at = kind; at != NULL; at = at->base)
        for (uint32_t i = 0; i < at->field_count; i++) {
            const Field *field = at->fields[i];
            if ((field->derived != NULL || field->inverse_field != NULL) != derived)
                continue;
            if (derived)
                page_paragraph(
                    &what->page, 4, "",
                    arena_format(what->arena, "%s (worked out, never written)", field->name->text),
                    NULL, INK_PLAIN);
            else
                page_verbatim(&what->page, 4, example_line(what->arena, field, EXAMPLE_TO_READ));
            what_doc(what, field->doc, 8);
        }
}

void what_kind(What *what, const Kind *kind) {
    what_heading(what, arena_format(what->arena, "%s: a kind of record, %.*s", kind->name->text,
                                    TEXT_ARGS(kind->title)));
    what_doc(what, kind->doc, 2);
    labelled(what, "stands in:", places_of(what, kind));
    labelled(what, "also:", names_said(what->arena, kind->also, kind->also_count));
    if (kind->plural != NULL)
        labelled(what, "in rules:", kind->plural->text);
    not_called(what, kind->misnomers);
    page_paragraph(&what->page, 2, "", "Its lines, each with an example; none is needed:", NULL,
                   INK_PLAIN);
    fields_of(what, kind, false);
    fields_of(what, kind, true);
}

static const char *words_of(What *what, const Kind *list) {
    enum { MOST = 40 };
    const char *words = NULL;
    for (uint32_t i = 0; i < list->record_count && i < MOST; i++)
        words = join(what->arena, words, list->records[i]->name->text);
    if (list->record_count > MOST)
        words = arena_format(what->arena, "%s and %u more", words, list->record_count - MOST);
    return words;
}

void what_field(What *what, const Field *field) {
    what_heading(what, arena_format(what->arena, "%s: a line of %s", field->name->text,
                                    said_a(what->arena, field->owner->name->text)));
    what_doc(what, field->doc, 2);
    bool derived = field->derived != NULL || field->inverse_field != NULL;
    labelled(what, "holds:",
             derived ? "nothing that is written: it is worked out"
                     : example_holds(what->arena, field));
    if (!derived)
        labelled(what, "write:", example_line(what->arena, field, EXAMPLE_TO_READ));
    for (uint32_t i = 0; i < field->type.kind_count; i++)
        if (kind_is_list(field->type.kinds[i]))
            labelled(what, "pick from:", words_of(what, field->type.kinds[i]));
    if (field->from_parent)
        labelled(what, "left out:", "what the record it stands in says counts here too");
    labelled(what, "left out:", taken_from_said(what, field));
    labelled(what, "also:", names_said(what->arena, field->also, field->also_count));
    not_called(what, field->misnomers);
}

/* "consult to involve": the steps of the common scale that a charter's own step covers. */
static const char *common_steps(What *what, const Record *term) {
    const Kind *common = term->kind->placed_on;
    const Record *first = NULL, *last = NULL;
    for (uint32_t i = 0; common != NULL && i < common->record_count; i++) {
        const Record *step = common->records[i];
        if (step->rank_first == term->rank_first)
            first = step;
        if (step->rank_last == term->rank_last)
            last = step;
    }
    if (first == NULL || last == NULL)
        return NULL;
    if (first == last)
        return first->name->text;
    return arena_format(what->arena, "%s to %s", first->name->text, last->name->text);
}

void what_list(What *what, const Kind *list) {
    const char *sort = list->is_scale ? "a scale, lowest step first" : "a list of words";
    what_heading(what, arena_format(what->arena, "%s: %s, %.*s", list->name->text, sort,
                                    TEXT_ARGS(list->title)));
    what_doc(what, list->doc, 2);
    for (uint32_t i = 0; i < list->record_count; i++) {
        const Record *term = list->records[i];
        const char *steps = common_steps(what, term);
        const char *line =
            arena_format(what->arena, "%s  %.*s%s%s", term->name->text, TEXT_ARGS(term->title),
                         steps == NULL ? "" : ", on ", steps == NULL ? "" : steps);
        page_paragraph(&what->page, 2, "", line, NULL, INK_PLAIN);
        what_doc(what, term->doc, 6);
    }
    not_called(what, list->misnomers);
}

void what_term(What *what, const Record *term) {
    const Kind *list = term->kind;
    uint32_t place = 0;
    while (place < list->record_count && list->records[place] != term)
        place++;
    const char *sort = list->is_scale ? arena_format(what->arena, "step %u of %u of the scale",
                                                     place + 1, list->record_count)
                                      : "a word of the list";
    what_heading(what, arena_format(what->arena, "%s, %.*s: %s %.*s", term->name->text,
                                    TEXT_ARGS(term->title), sort, TEXT_ARGS(list->title)));
    what_doc(what, term->doc, 2);
    const char *steps = common_steps(what, term);
    if (steps != NULL)
        labelled(
            what, "stands at:",
            arena_format(what->arena, "%s, on %.*s", steps, TEXT_ARGS(list->placed_on->title)));
    const Record *charter = charter_of(term);
    if (charter != NULL)
        labelled(what, "comes from:", said_charter(what->arena, what->model, charter));
    labelled(what, "the others:", words_of(what, list));
    not_called(what, term->misnomers);
}
