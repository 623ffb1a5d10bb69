/* Who is who as a table of HTML: each link on a line of its own, then whoever has none. */
#include "governance.h"
#include "html.h"

static Text who(const Governance *governance, uint32_t number) {
    return governance->nodes[number].title;
}

static void links_table(const Governance *governance, Out *out) {
    static const char *const COLUMNS[] = {"Who", "Link", "To whom", "There today?", "More"};
    html_table(out, TEXT("Who is joined to whom"), COLUMNS, 5);
    for (uint32_t i = 0; i < governance->link_count; i++) {
        const GovernanceLink *link = &governance->links[i];
        html_row(out);
        html_row_head(out, who(governance, link->from));
        html_cell(out, text_of(link->way));
        html_cell(out, who(governance, link->to));
        html_cell(out, link->hoped ? TEXT("hoped for") : TEXT("there today"));
        html_cell(out, text_of(link_details(governance, link)));
        html_row_end(out);
    }
    html_table_end(out);
}

static void nodes_table(const Governance *governance, Out *out) {
    const char *columns[] = {"Who", "Kind", "Standing", "More"};
    if (governance->shaded_by != NULL)
        columns[2] = governance->shaded_by;
    html_table(out, TEXT("Bodies and posts"), columns, 4);
    for (uint32_t i = 0; i < governance->node_count; i++) {
        const GovernanceNode *node = &governance->nodes[i];
        html_row(out);
        html_row_head(out, node->title);
        html_cell(out, text_of(node->kind));
        html_cell(out, node->shade != GOVERNANCE_NONE ? text_of(governance->shades[node->shade])
                       : node->shape == NODE_BOX      ? TEXT("not stated")
                                                      : TEXT(""));
        html_cell(out, text_of(node->detail));
        html_row_end(out);
    }
    html_table_end(out);
}

void governance_table(const Governance *governance, Out *out) {
    if (governance->node_count == 0) {
        html_paragraph(out, TEXT("This plan names no bodies and no posts."));
        return;
    }
    if (governance->link_count > 0)
        links_table(governance, out);
    nodes_table(governance, out);
}
