/* The checklist as Markdown: task lists, which most places that show Markdown let people tick. */
#include "checklist.h"

#include "said.h"

static void item(Out *out, const ChecklistItem *it) {
    out_string(out, "- [ ] ");
    if (it->law)
        out_string(out, "**LAW** ");
    out_markdown(out, text_of(it->what));
    if (it->others != NULL) {
        out_string(out, ". ");
        out_markdown(out, text_of(it->others));
    }
    out_string(out, "  \n  who: ");
    out_markdown(out, text_of(it->who));
    out_string(out, " · by: ");
    out_markdown(out, text_of(it->by));
    if (it->where != NULL) {
        out_string(out, " · ");
        out_markdown(out, text_of(it->where));
    }
    out_string(out, "  \n  why: ");
    out_markdown(out, text_of(it->why));
    out_byte(out, '\n');
}

static void held_against(const Checklist *list, Out *out) {
    if (list->held[0] != '\0') {
        out_byte(out, '\n');
        out_markdown(out, text_of(list->held));
        out_byte(out, '\n');
    }
    for (const char *const *each = list->unheld; *each != NULL; each++) {
        out_string(out, "\nNot judged: ");
        out_markdown(out, text_of(*each));
        out_byte(out, '\n');
    }
}

bool checklist_markdown(const Emission *emission, Out *out) {
    const Checklist *list = checklist_make(emission->arena, emission->model, emission->judgement);
    out_string(out, "# Checklist: ");
    out_markdown(out, text_of(list->title));
    out_string(out, "\n\n");
    out_format(out, "%s. %s to do.\n", list->as_at,
               said_count(emission->arena, list->item_count, "thing", "things"));
    held_against(list, out);
    for (uint32_t g = 0; g < list->count; g++) {
        const ChecklistGroup *group = &list->groups[g];
        out_format(out, "\n## %s\n\n", group->title);
        if (group->note != NULL)
            out_format(out, "%s\n\n", group->note);
        for (uint32_t i = 0; i < group->count; i++)
            item(out, &group->items[i]);
    }
    if (list->count == 0)
        out_format(out, "\n%s\n", list->nothing);
    return true;
}
