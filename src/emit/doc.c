/* The two forms of a document. */
#include "doc.h"

#include "html.h"

void doc_close(Doc *doc) {
    if (doc->html) {
        if (doc->in_list)
            out_string(doc->out, "</ul>\n");
        if (doc->in_facts)
            out_string(doc->out, "</dl>\n");
        if (doc->in_table)
            html_table_end(doc->out);
    } else if (doc->in_list || doc->in_facts || doc->in_table)
        out_byte(doc->out, '\n');
    doc->in_list = doc->in_facts = doc->in_table = false;
}

/* Markdown on one line, with what Markdown would take for its own marked as text. */
static void words_out(Doc *doc, Text words) {
    if (doc->html)
        out_xml(doc->out, words);
    else
        out_markdown(doc->out, words);
}

void doc_begin(Doc *doc, const char *title, const char *under) {
    if (doc->html) {
        html_begin(doc->out, text_of(title), text_of(under));
        return;
    }
    out_string(doc->out, "# ");
    words_out(doc, text_of(title));
    out_string(doc->out, "\n\n");
    if (under[0] != '\0')
        doc_paragraph(doc, under);
}

void doc_end(Doc *doc, const char *foot) {
    doc_close(doc);
    if (doc->html)
        html_end_with(doc->out, text_of(foot));
    else
        doc_paragraph(doc, foot);
}

void doc_heading(Doc *doc, unsigned level, const char *id, Text words) {
    doc_close(doc);
    if (doc->html) {
        html_heading(doc->out, level, id, words);
        return;
    }
    if (id != NULL) /* headings have ids of their own making elsewhere: this one holds everywhere */
        out_format(doc->out, "<a id=\"%s\"></a>\n\n", id);
    out_repeat(doc->out, "#", level);
    out_byte(doc->out, ' ');
    words_out(doc, words);
    out_string(doc->out, "\n\n");
}

void doc_paragraph(Doc *doc, const char *words) {
    doc_close(doc);
    if (doc->html) {
        html_paragraph(doc->out, text_of(words));
        return;
    }
    words_out(doc, text_of(words));
    out_string(doc->out, "\n\n");
}

void doc_fact(Doc *doc, const char *label, const char *words) {
    if (!doc->in_facts)
        doc_close(doc);
    if (doc->html && !doc->in_facts)
        out_string(doc->out, "<dl>\n");
    doc->in_facts = true;
    out_string(doc->out, doc->html ? "<dt>" : "- **");
    words_out(doc, text_of(label));
    out_string(doc->out, doc->html ? "</dt><dd>" : ":** ");
    words_out(doc, text_of(words));
    out_string(doc->out, doc->html ? "</dd>\n" : "\n");
}

void doc_point(Doc *doc, const char *words, const char *link) {
    if (!doc->in_list)
        doc_close(doc);
    if (doc->html && !doc->in_list)
        out_string(doc->out, "<ul>\n");
    doc->in_list = true;
    out_string(doc->out, doc->html ? "<li>" : "- ");
    if (link != NULL)
        out_format(doc->out, doc->html ? "<a href=\"#%s\">" : "[", link);
    words_out(doc, text_of(words));
    if (link != NULL && doc->html)
        out_string(doc->out, "</a>");
    else if (link != NULL)
        out_format(doc->out, "](#%s)", link);
    out_string(doc->out, doc->html ? "</li>\n" : "\n");
}

void doc_table(Doc *doc, const char *caption, const char *const *columns, size_t count) {
    doc_close(doc);
    doc->in_table = true;
    doc->columns = count;
    if (doc->html) {
        html_table(doc->out, text_of(caption), columns, count);
        return;
    }
    out_string(doc->out, "**");
    words_out(doc, text_of(caption));
    out_string(doc->out, "**\n\n|");
    for (size_t i = 0; i < count; i++) {
        out_byte(doc->out, ' ');
        words_out(doc, text_of(columns[i]));
        out_string(doc->out, " |");
    }
    out_string(doc->out, "\n|");
    out_repeat(doc->out, " --- |", count);
    out_byte(doc->out, '\n');
}

void doc_row(Doc *doc, const char *const *cells) {
    if (doc->html) {
        html_row(doc->out);
        html_row_head(doc->out, text_of(cells[0]));
        for (size_t i = 1; i < doc->columns; i++)
            html_cell(doc->out, text_of(cells[i] == NULL ? "" : cells[i]));
        html_row_end(doc->out);
        return;
    }
    out_byte(doc->out, '|');
    for (size_t i = 0; i < doc->columns; i++) {
        out_byte(doc->out, ' ');
        words_out(doc, text_of(cells[i] == NULL ? "" : cells[i]));
        out_string(doc->out, " |");
    }
    out_byte(doc->out, '\n');
}
