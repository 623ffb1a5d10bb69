/* What can be pasted to confirm a clause, or to explain why it is not kept. */
#include "example.h"
#include "why_parts.h"

#include <string.h>

static const Field *field_named(const Kind *kind, const char *name) {
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (strcmp(kind->fields[i]->name->text, name) == 0)
                return kind->fields[i];
    return NULL;
}

static const Case *first_with(const ClauseResult *result, Verdict verdict) {
    for (const Case *kase = result->cases; kase != NULL; kase = kase->next)
        if (kase->verdict == verdict)
            return kase;
    return NULL;
}

/* `explain bnssg.charter.during.publicise for survey {`, the fields, `}` */
static void block(Why *why, const Kind *kind, const Case *kase, const char *const *fields,
                  size_t count) {
    const Record *subject = kase->subject;
    const char *of =
        subject == NULL
            ? ""
            : arena_format(why->arena, " for %s",
                           subject == why->judgement->plan ? "plan" : subject->name->text);
    page_verbatim(&why->page, 4,
                  arena_format(why->arena, "%s %s%s {", kind->name->text,
                               why->result->clause->path->text, of));
    for (size_t i = 0; i < count; i++) {
        const Field *field = field_named(kind, fields[i]);
        if (field != NULL)
            page_verbatim(&why->page, 6, example_line(why->arena, field, EXAMPLE_TO_FILL));
    }
    page_verbatim(&why->page, 4, "}");
}

static void explain(Why *why, const Case *kase) {
    static const char *const fields[] = {"because", "instead", "risk",
                                         "until",   "owner",   "approved"};
    const Kind *kind = kind_with_role(why->model, ROLE_EXPLANATION);
    if (kind == NULL)
        return;
    page_blank(&why->page);
    if (kase->force == FORCE_LAW) {
        page_paragraph(&why->page, 2, "",
                       "This is law: it can be put right, and no explanation takes its place.",
                       NULL, INK_PLAIN);
        return;
    }
    bool whole = kase->force == FORCE_MUST;
    page_paragraph(&why->page, 2, "",
                   whole ? "Or explain why not, in these six fields:"
                         : "Or say why not; the reason is enough:",
                   NULL, INK_PLAIN);
    block(why, kind, kase, fields, whole ? 6 : 1);
    uint32_t open = why->result->counts[VERDICT_BROKEN] + why->result->counts[VERDICT_NOT_SHOWN];
    if (open > 1 && kase->subject != NULL && kase->subject != why->judgement->plan)
        page_paragraph(&why->page, 4, "",
                       arena_format(why->arena, "With \"for plan\" it covers all %u.", open), NULL,
                       INK_PLAIN);
}

static bool is_consideration(const Case *kase) {
    if (kase->expectation == NULL || kase->line == NULL)
        return false;
    for (const Slot *slot = kase->expectation->slots; slot != NULL; slot = slot->next)
        for (const Line *line = slot->lines; line != NULL; line = line->next)
            if (line == kase->line)
                return strcmp(slot->field->name->text, "consider") == 0;
    return false;
}

static void confirm(Why *why, const Case *kase) {
    static const char *const confirmed[] = {"confirmed-by", "seen"};
    static const char *const considered[] = {"answer", "on"};
    bool thought = is_consideration(kase);
    const Kind *kind = kind_with_role(why->model, thought ? ROLE_CONSIDERATION : ROLE_CONFIRMATION);
    if (kind == NULL)
        return;
    page_blank(&why->page);
    page_paragraph(&why->page, 2, "",
                   thought ? "Once it has been thought about, record the answer and its reason:"
                           : "Only a person can say. When somebody who knows has looked:",
                   NULL, INK_PLAIN);
    block(why, kind, kase, thought ? considered : confirmed, 2);
}

void why_settle(Why *why) {
    const Case *ask = first_with(why->result, VERDICT_TO_CONFIRM);
    if (ask != NULL)
        confirm(why, ask);
    static const Verdict open[] = {VERDICT_BROKEN, VERDICT_NOT_SHOWN};
    for (int i = 0; i < 2; i++) {
        const Case *kase = first_with(why->result, open[i]);
        if (kase == NULL)
            continue;
        explain(why, kase);
        return;
    }
}
