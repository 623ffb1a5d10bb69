/* The checklist as a page to print, or to paste into a paper: a table for each group, a box to
 * tick before every line. */
#include "checklist.h"

#include "html.h"
#include "page.h"
#include "said.h"

static void what(Out *out, const ChecklistItem *it, uint32_t number) {
    out_format(out,
               "<th scope=\"row\"><input type=\"checkbox\" id=\"item-%u\"/> <label "
               "for=\"item-%u\">",
               number, number);
    out_xml(out, text_of(it->what));
    if (it->others != NULL) {
        out_string(out, "<br/>");
        out_xml(out, text_of(it->others));
    }
    out_string(out, "</label></th>");
}

static void why(Out *out, const ChecklistItem *it) {
    out_string(out, it->law ? "<td><strong>LAW</strong> " : "<td>");
    out_xml(out, text_of(it->why));
    if (it->where != NULL) {
        out_string(out, "<br/>");
        out_xml(out, text_of(it->where));
    }
    out_string(out, "</td>");
}

/* A group is a body of the one table, headed by a row of its own: so the list stays together on
 * paper, and its columns line up. */
static void group_rows(Out *out, Arena *arena, const ChecklistGroup *group, uint32_t *number) {
    if (*number > 0)
        out_string(out, "</tbody>\n<tbody>\n");
    out_string(out, "<tr><th scope=\"rowgroup\" colspan=\"4\">");
    out_xml(out, text_of(group->title));
    if (group->note != NULL) {
        out_string(out, "<br/><small>");
        out_xml(out, text_of(group->note));
        out_string(out, "</small>");
    }
    out_string(out, "</th></tr>\n");
    for (uint32_t i = 0; i < group->count; i++) {
        const ChecklistItem *it = &group->items[i];
        html_row(out);
        what(out, it, ++*number);
        html_cell(out, text_of(it->who));
        html_cell(out, text_of(page_whole(arena, it->by)));
        why(out, it);
        html_row_end(out);
    }
}

static void table(Out *out, Arena *arena, const Checklist *list) {
    static const char *const columns[] = {"What", "Who", "By", "Why"};
    html_table(out, TEXT("What is to be done, by when"), columns,
               sizeof columns / sizeof columns[0]);
    uint32_t number = 0;
    for (uint32_t g = 0; g < list->count; g++)
        group_rows(out, arena, &list->groups[g], &number);
    html_table_end(out);
}

bool checklist_html(const Emission *emission, Out *out) {
    Arena *arena = emission->arena;
    const Checklist *list = checklist_make(arena, emission->model, emission->judgement);
    const char *title = arena_format(arena, "Checklist: %s", list->title);
    const char *under = arena_format(arena, "%s. %s to do.", list->as_at,
                                     said_count(arena, list->item_count, "thing", "things"));
    html_begin(out, text_of(title), text_of(under));
    if (list->held[0] != '\0')
        html_paragraph(out, text_of(list->held));
    for (const char *const *each = list->unheld; *each != NULL; each++)
        html_paragraph(out, text_of(arena_format(arena, "Not judged: %s", *each)));
    if (list->count > 0)
        table(out, arena, list);
    else
        html_paragraph(out, text_of(list->nothing));
    html_end(out);
    return true;
}
