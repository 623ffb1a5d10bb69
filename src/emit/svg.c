/* Pieces of SVG that the drawings share. */
#include "svg.h"

#include <stdio.h>

/* A drawing higher than this is printed over several pages; others are fitted on one. */
enum { TALL = 1700 };

void svg_begin(Out *out, const char *name, int width, int height, Text title, Text description,
               bool standalone) {
    if (standalone)
        out_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out_format(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\"%s role=\"img\" "
               "aria-labelledby=\"%s-title %s-description\" width=\"%d\" height=\"%d\" "
               "viewBox=\"0 0 %d %d\" font-family=\"Arial, Helvetica, 'Liberation Sans', "
               "sans-serif\">\n<title id=\"%s-title\">",
               name, height > TALL ? " class=\"tall\"" : "", name, name, width, height, width,
               height, name);
    out_xml(out, title);
    out_format(out, "</title>\n<desc id=\"%s-description\">", name);
    out_xml(out, description);
    out_string(out, "</desc>\n");
    out_format(out, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", width, height);
}

void svg_end(Out *out) { out_string(out, "</svg>\n"); }

void svg_words(Out *out, int x, int y, int size, bool bold, SvgAnchor anchor, const char *colour,
               Text words) {
    static const char *const ANCHORS[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    if (words.length == 0)
        return;
    out_format(out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s%s fill=\"%s\">", x, y, size,
               bold ? " font-weight=\"bold\"" : "", ANCHORS[anchor], colour);
    out_xml(out, words);
    out_string(out, "</text>\n");
}

int svg_lines(Out *out, int x, int y, int size, bool bold, SvgAnchor anchor, const char *colour,
              Lines lines) {
    int step = size + size / 4;
    for (uint32_t i = 0; i < lines.count; i++)
        svg_words(out, x, y + (int)i * step, size, bold, anchor, colour, lines.items[i]);
    return y + ((int)lines.count - 1) * step;
}

void svg_line(Out *out, int x1, int y1, int x2, int y2, const char *colour, int width,
              bool dashed) {
    out_format(out,
               "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" "
               "stroke-width=\"%d\"%s/>\n",
               x1, y1, x2, y2, colour, width, dashed ? " stroke-dasharray=\"5 4\"" : "");
}

void svg_box(Out *out, int x, int y, int width, int height, int corner, const char *fill,
             const char *stroke, bool dashed) {
    out_format(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", x, y, width, height);
    if (corner > 0)
        out_format(out, " rx=\"%d\"", corner);
    out_format(out, " fill=\"%s\" stroke=\"%s\"%s/>\n", fill, stroke,
               dashed ? " stroke-dasharray=\"4 3\"" : "");
}

/* Each pattern is a ground and lines on it. Told apart without colour, and light enough to stand
 * under words. */
static const char *const PATTERN_BODIES[SVG_PATTERNS] = {
    "<rect width=\"8\" height=\"8\" fill=\"#dbe7f3\"/>",
    "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>"
    "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" stroke=\"#5b86b3\" stroke-width=\"1.5\"/>",
    "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>"
    "<circle cx=\"2\" cy=\"2\" r=\"1.2\" fill=\"#5b86b3\"/>"
    "<circle cx=\"6\" cy=\"6\" r=\"1.2\" fill=\"#5b86b3\"/>",
    "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>"
    "<path d=\"M0 2H8M0 6H8\" stroke=\"#5b86b3\" stroke-width=\"1.5\"/>",
    "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>"
    "<path d=\"M2 0V8M6 0V8\" stroke=\"#5b86b3\" stroke-width=\"1.5\"/>",
    "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>"
    "<path d=\"M0 4H8M4 0V8\" stroke=\"#5b86b3\" stroke-width=\"1.2\"/>",
};

/* Larger and paler than the others, as they run behind all of a drawing. */
static const char *const MIND_BODIES[SVG_MINDS] = {
    "<rect width=\"12\" height=\"12\" fill=\"#f4f0f9\"/>"
    "<circle cx=\"3\" cy=\"3\" r=\"1\" fill=\"#a48fc4\"/>"
    "<circle cx=\"9\" cy=\"9\" r=\"1\" fill=\"#a48fc4\"/>",
    "<rect width=\"12\" height=\"12\" fill=\"#dcefe0\"/>"
    "<path d=\"M0 2H12M0 5H12M0 8H12M0 11H12\" stroke=\"#8dbb97\" stroke-width=\"1\"/>",
    "<rect width=\"12\" height=\"12\" fill=\"#faf4e4\"/>"
    "<path d=\"M0 12L12 0M-3 3L3 -3M9 15L15 9\" stroke=\"#cdb471\" stroke-width=\"1\"/>",
    "<rect width=\"12\" height=\"12\" fill=\"#faeeec\"/>"
    "<path d=\"M0 6H12M6 0V12\" stroke=\"#dcb3ad\" stroke-width=\"1\"/>",
};

void svg_patterns(Out *out, const char *name) {
    out_string(out, "<defs>\n");
    for (int i = 0; i < SVG_PATTERNS; i++)
        out_format(out,
                   "<pattern id=\"%s-pattern-%d\" width=\"8\" height=\"8\" "
                   "patternUnits=\"userSpaceOnUse\">%s</pattern>\n",
                   name, i, PATTERN_BODIES[i]);
    out_format(out,
               "<pattern id=\"%s-unsure\" width=\"6\" height=\"6\" "
               "patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
               "<path d=\"M0 0L6 6M-2 4L2 8M4 -2L8 2\" stroke=\"#b0b0b0\" stroke-width=\"1\"/>"
               "</pattern>\n",
               name);
    for (int i = 0; i < SVG_MINDS; i++)
        out_format(out,
                   "<pattern id=\"%s-mind-%d\" width=\"12\" height=\"12\" "
                   "patternUnits=\"userSpaceOnUse\">%s</pattern>\n",
                   name, i, MIND_BODIES[i]);
    out_string(out, "</defs>\n");
}

const char *svg_mind(const char *name, uint32_t number, char *buffer) {
    snprintf(buffer, SVG_PATTERN_NAME, "url(#%s-mind-%u)", name, (unsigned)(number % SVG_MINDS));
    return buffer;
}

const char *svg_pattern(const char *name, uint32_t number, char *buffer) {
    snprintf(buffer, SVG_PATTERN_NAME, "url(#%s-pattern-%u)", name,
             (unsigned)(number % SVG_PATTERNS));
    return buffer;
}

/* Outlines about a centre, 14 pixels across. */
static const char *const SIGN_PATHS[SVG_SIGNS] = {
    "M0 -8L8 0L0 8L-8 0Z",                                                  /* diamond */
    "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z",                                  /* circle */
    "M-6 -6H6V6H-6Z",                                                       /* square */
    "M0 -7L8 6H-8Z",                                                        /* triangle */
    "M-8 -6H8L0 7Z",                                                        /* triangle, down */
    "M-3 -7H3V-3H7V3H3V7H-3V3H-7V-3H-3Z",                                   /* cross */
    "M0 -8L2.2 -2.6L8 -2.6L3.4 1L5 7L0 3.4L-5 7L-3.4 1L-8 -2.6L-2.2 -2.6Z", /* star */
    "M-4 -7H4L8 0L4 7H-4L-8 0Z",                                            /* hexagon */
};

void svg_sign(Out *out, uint32_t sign, int x, int y, bool hollow) {
    out_format(out,
               "<path d=\"%s\" transform=\"translate(%d %d)\" fill=\"%s\" stroke=\"" SVG_INK
               "\" stroke-width=\"1.5\"%s/>\n",
               SIGN_PATHS[sign % SVG_SIGNS], x, y, hollow ? "#ffffff" : SVG_BLUE,
               hollow ? " stroke-dasharray=\"3 2\"" : "");
}

void svg_sign_small(Out *out, uint32_t sign, int x, int y) {
    out_format(out,
               "<path d=\"%s\" transform=\"translate(%d %d) scale(0.5)\" fill=\"" SVG_BLUE
               "\" stroke=\"" SVG_INK "\" stroke-width=\"1\"/>\n",
               SIGN_PATHS[sign % SVG_SIGNS], x, y);
}
