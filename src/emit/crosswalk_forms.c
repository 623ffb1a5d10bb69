/* The forms of a crosswalk: for a screen, for a page, for a spreadsheet. */
#include "crosswalk.h"

#include "doc.h"
#include "said.h"

static const char *name_of_charter(const Crosswalk *crosswalk, const Record *charter) {
    return said_charter(crosswalk->arena, crosswalk->model, charter);
}

static const char *summary(const Crosswalk *crosswalk) {
    return arena_format(
        crosswalk->arena,
        "%s that both ask, %u of them not in the same way; %s where they pull apart; %s only in "
        "%s, %s only in %s.",
        said_count(crosswalk->arena, crosswalk->shared, "thing", "things"), crosswalk->apart,
        said_count(crosswalk->arena, crosswalk->tensions, "place", "places"),
        said_count(crosswalk->arena, crosswalk->only_left, "clause", "clauses"),
        name_of_charter(crosswalk, crosswalk->left),
        said_count(crosswalk->arena, crosswalk->only_right, "clause", "clauses"),
        name_of_charter(crosswalk, crosswalk->right));
}

static const char *title(const Crosswalk *crosswalk) {
    return arena_format(crosswalk->arena, "%s and %s", name_of_charter(crosswalk, crosswalk->left),
                        name_of_charter(crosswalk, crosswalk->right));
}

static const char *how_they_meet(const CrosswalkRow *row) {
    switch (row->meeting) {
    case MEETS_IN_EXPECTATION: return "the same expectation";
    case MEETS_AS_SAME: return "said to be the same";
    case MEETS_IN_TENSION: return "they pull apart";
    case MEETS_NOT: break;
    }
    return row->left_count > 0 ? "only the first" : "only the second";
}

/* ---- text ---- */

static void shared_text(const Crosswalk *crosswalk, Page *page) {
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting == MEETS_NOT || row->meeting == MEETS_IN_TENSION)
            return;
        page_paragraph(page, 2, "", row->what, NULL, INK_STRONG);
        page_paragraph(page, 4, "", crosswalk_clauses(crosswalk, row->left, row->left_count), NULL,
                       INK_PLAIN);
        page_paragraph(page, 4, "", crosswalk_clauses(crosswalk, row->right, row->right_count),
                       NULL, INK_PLAIN);
        if (row->apart != NULL)
            page_paragraph(page, 4, "", row->apart, NULL, INK_ALARM);
    }
}

static void tensions_text(const Crosswalk *crosswalk, Page *page) {
    if (crosswalk->tensions == 0)
        return;
    page_blank(page);
    page_paragraph(page, 0, "", "THEY PULL APART", NULL, INK_STRONG);
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting != MEETS_IN_TENSION)
            continue;
        page_paragraph(page, 2, "", row->what, NULL, INK_STRONG);
        page_paragraph(page, 4, "", crosswalk_clauses(crosswalk, row->left, row->left_count), NULL,
                       INK_PLAIN);
        page_paragraph(page, 4, "", crosswalk_clauses(crosswalk, row->right, row->right_count),
                       NULL, INK_PLAIN);
        page_paragraph(page, 4, "", row->apart, NULL, INK_ALARM);
        page_paragraph(page, 4, "Read together: ", row->reading, NULL, INK_PLAIN);
    }
}

static void lonely_text(const Crosswalk *crosswalk, Page *page, bool left) {
    page_blank(page);
    page_paragraph(
        page, 0, "",
        arena_format(crosswalk->arena, "ONLY IN %s",
                     name_of_charter(crosswalk, left ? crosswalk->left : crosswalk->right)),
        NULL, INK_STRONG);
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting != MEETS_NOT || (row->left_count > 0) != left)
            continue;
        page_paragraph(page, 2, "", row->what, NULL, INK_PLAIN);
        page_paragraph(page, 4, "",
                       left ? crosswalk_clauses(crosswalk, row->left, row->left_count)
                            : crosswalk_clauses(crosswalk, row->right, row->right_count),
                       NULL, INK_FAINT);
    }
}

void crosswalk_text(const Crosswalk *crosswalk, PageStyle style, Out *out) {
    Page page = page_new(out, style);
    page_paragraph(&page, 0, "", title(crosswalk), NULL, INK_STRONG);
    page_paragraph(&page, 0, "", summary(crosswalk), NULL, INK_PLAIN);
    page_blank(&page);
    page_paragraph(&page, 0, "", "BOTH ASK", NULL, INK_STRONG);
    shared_text(crosswalk, &page);
    if (crosswalk->shared == 0)
        page_paragraph(&page, 2, "", "Nothing that rests on the same expectation.", NULL,
                       INK_PLAIN);
    tensions_text(crosswalk, &page);
    lonely_text(crosswalk, &page, true);
    lonely_text(crosswalk, &page, false);
}

/* ---- a document ---- */

static void tensions_table(const Crosswalk *crosswalk, Doc *doc) {
    const char *columns[] = {"What pulls apart", name_of_charter(crosswalk, crosswalk->left),
                             name_of_charter(crosswalk, crosswalk->right), "Why", "Read together"};
    if (crosswalk->tensions == 0)
        return;
    doc_heading(doc, 2, "apart", TEXT("They pull apart"));
    doc_table(doc, "Clauses of which one makes the other hard to keep", columns, 5);
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting != MEETS_IN_TENSION)
            continue;
        const char *cells[] = {row->what, crosswalk_clauses(crosswalk, row->left, row->left_count),
                               crosswalk_clauses(crosswalk, row->right, row->right_count),
                               row->apart, row->reading};
        doc_row(doc, cells);
    }
}

static void lonely_table(const Crosswalk *crosswalk, Doc *doc, bool left) {
    static const char *const COLUMNS[] = {"What it asks", "Clause"};
    const Record *charter = left ? crosswalk->left : crosswalk->right;
    const char *heading =
        arena_format(crosswalk->arena, "Only in %s", name_of_charter(crosswalk, charter));
    doc_heading(doc, 2, left ? "only-first" : "only-second", text_of(heading));
    if ((left ? crosswalk->only_left : crosswalk->only_right) == 0) {
        doc_paragraph(doc, "Nothing.");
        return;
    }
    doc_table(doc, heading, COLUMNS, 2);
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting != MEETS_NOT || (row->left_count > 0) != left)
            continue;
        const char *cells[] = {row->what,
                               left ? crosswalk_clauses(crosswalk, row->left, row->left_count)
                                    : crosswalk_clauses(crosswalk, row->right, row->right_count)};
        doc_row(doc, cells);
    }
}

void crosswalk_document(const Crosswalk *crosswalk, bool html, Out *out) {
    Doc doc = {.arena = crosswalk->arena, .out = out, .html = html};
    const char *columns[] = {"What both ask", name_of_charter(crosswalk, crosswalk->left),
                             name_of_charter(crosswalk, crosswalk->right), "In what they differ"};
    doc_begin(&doc, title(crosswalk), summary(crosswalk));
    doc_heading(&doc, 2, "both", TEXT("Both ask"));
    if (crosswalk->shared == 0)
        doc_paragraph(&doc, "Nothing that rests on the same expectation.");
    else
        doc_table(&doc, "Clauses that one line of a plan can answer", columns, 4);
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        if (row->meeting == MEETS_NOT || row->meeting == MEETS_IN_TENSION)
            continue;
        const char *cells[] = {row->what, crosswalk_clauses(crosswalk, row->left, row->left_count),
                               crosswalk_clauses(crosswalk, row->right, row->right_count),
                               row->apart == NULL ? "" : row->apart};
        doc_row(&doc, cells);
    }
    tensions_table(crosswalk, &doc);
    lonely_table(crosswalk, &doc, true);
    lonely_table(crosswalk, &doc, false);
    doc_end(&doc, "Made by Convene from the text of the two charters.");
}

/* ---- a table for spreadsheets ---- */

void crosswalk_csv(const Crosswalk *crosswalk, Out *out) {
    const char *head[] = {"what",
                          "how they meet",
                          crosswalk->left->path->text,
                          crosswalk->right->path->text,
                          "where they pull apart",
                          "read together"};
    for (size_t i = 0; i < 6; i++) {
        out_csv(out, text_of(head[i]));
        out_string(out, i < 5 ? "," : "\r\n");
    }
    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const CrosswalkRow *row = crosswalk->rows[i];
        const char *cells[] = {row->what,
                               how_they_meet(row),
                               crosswalk_clauses(crosswalk, row->left, row->left_count),
                               crosswalk_clauses(crosswalk, row->right, row->right_count),
                               row->apart == NULL ? "" : row->apart,
                               row->reading == NULL ? "" : row->reading};
        for (size_t c = 0; c < 6; c++) {
            out_csv(out, text_of(cells[c]));
            out_string(out, c < 5 ? "," : "\r\n");
        }
    }
}
