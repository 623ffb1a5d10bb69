/* The frame that all HTML outputs share. Every colour here stands at 4.5:1 or more on its ground.
 */
#include "html.h"

static const char STYLE[] =
    ":root{color-scheme:light}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,\"Segoe UI\",Arial,"
    "sans-serif}\n"
    "header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{border-bottom:4px solid #1f4e79;padding-top:1.5rem}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;overflow-wrap:anywhere}\n"
    "h2{font-size:1.4rem;line-height:1.25;margin:2.25rem 0 .5rem}\n"
    "h3{font-size:1.15rem;margin:1.5rem 0 .4rem}\n"
    "p,li{max-width:48rem;overflow-wrap:anywhere}\n"
    ".under{margin:0 0 1rem;color:#404040}\n"
    "a{color:#0b4f8a}\n"
    "a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #1f4e79;"
    "outline-offset:2px}\n"
    ".skip{position:absolute;left:-100vw;background:#fff;padding:.5rem 1rem}\n"
    ".skip:focus{left:1rem;top:.5rem}\n"
    ".wide{overflow-x:auto;margin:.75rem 0 1.5rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.95rem}\n"
    "caption{text-align:left;font-weight:700;padding:.3rem 0}\n"
    "th,td{border:1px solid #767676;padding:.35rem .55rem;text-align:left;vertical-align:top;"
    "overflow-wrap:break-word}\n"
    "thead th{background:#e8eef4}\n"
    "tbody th{font-weight:600}\n"
    "th[scope=rowgroup]{background:#f1f4f8}th label,th small{font-weight:400}\n"
    "figure{margin:1rem 0;overflow-x:auto}\n"
    "figure svg{display:block;height:auto}\n"
    "summary{cursor:pointer;padding:.5rem 0;font-weight:600}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem;margin:1rem 0}\n"
    "dt{font-weight:600}dd{margin:0}\n"
    "footer{border-top:1px solid #767676;margin-top:3rem;padding-top:.75rem;"
    "padding-bottom:2rem;color:#404040}\n"
    "@media(max-width:40rem){dl{display:block}dd{margin:0 0 .5rem}}\n"
    "@page{margin:14mm}\n"
    "@media print{body{font-size:10pt}.skip{display:none}header,main,footer{max-width:none;"
    "padding-left:0;padding-right:0}h1,h2,h3{break-after:avoid}tr{break-inside:avoid}"
    "thead{display:table-header-group}.wide{overflow:visible}a{color:inherit}"
    "figure{overflow:visible;margin:0}figure svg{max-width:100%}"
    "table{font-size:9pt}th,td{padding:.15rem .3rem}"
    "figure svg:not(.tall){max-height:100vh;break-inside:avoid}}\n";

void html_begin(Out *out, Text title, Text under) {
    out_string(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                    "<title>");
    out_xml(out, title);
    out_string(out, "</title>\n<style>\n");
    out_string(out, STYLE);
    out_string(out, "</style>\n</head>\n<body>\n"
                    "<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
                    "<header>\n<h1>");
    out_xml(out, title);
    out_string(out, "</h1>\n");
    if (under.length > 0) {
        out_string(out, "<p class=\"under\">");
        out_xml(out, under);
        out_string(out, "</p>\n");
    }
    out_string(out, "</header>\n<main id=\"content\">\n");
}

void html_end_with(Out *out, Text foot) {
    out_string(out, "</main>\n<footer><p>");
    out_xml(out, foot);
    out_string(out, "</p></footer>\n</body>\n</html>\n");
}

void html_end(Out *out) {
    html_end_with(out,
                  TEXT("Made from the plan by Convene. Every picture stands with a table of the "
                       "same facts."));
}

void html_heading(Out *out, unsigned level, const char *id, Text words) {
    out_format(out, "<h%u", level);
    if (id != NULL)
        out_format(out, " id=\"%s\"", id);
    out_byte(out, '>');
    out_xml(out, words);
    out_format(out, "</h%u>\n", level);
}

void html_paragraph(Out *out, Text words) {
    out_string(out, "<p>");
    out_xml(out, words);
    out_string(out, "</p>\n");
}

/* A table wider than the page scrolls by itself, so a keyboard must be able to reach it. */
void html_table(Out *out, Text caption, const char *const *columns, size_t count) {
    out_string(out, "<section class=\"wide\" tabindex=\"0\" aria-label=\"");
    out_xml(out, caption);
    out_string(out, "\">\n<table>\n<caption>");
    out_xml(out, caption);
    out_string(out, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        out_string(out, "<th scope=\"col\">");
        out_xml(out, text_of(columns[i]));
        out_string(out, "</th>");
    }
    out_string(out, "</tr></thead>\n<tbody>\n");
}

void html_row(Out *out) { out_string(out, "<tr>"); }

void html_row_head(Out *out, Text words) {
    out_string(out, "<th scope=\"row\">");
    out_xml(out, words);
    out_string(out, "</th>");
}

void html_cell(Out *out, Text words) {
    out_string(out, "<td>");
    out_xml(out, words);
    out_string(out, "</td>");
}

void html_row_end(Out *out) { out_string(out, "</tr>\n"); }
void html_table_end(Out *out) { out_string(out, "</tbody>\n</table>\n</section>\n"); }

void html_figure(Out *out, const char *id) {
    out_format(out, "<figure id=\"%s\" tabindex=\"0\">\n", id);
}
void html_figure_end(Out *out) { out_string(out, "</figure>\n"); }
