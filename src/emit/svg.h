/* Pieces of SVG that the drawings share. Lengths are whole pixels, so no locale and no rounding
 * ever shows. */
#ifndef CONVENE_EMIT_SVG_H
#define CONVENE_EMIT_SVG_H

#include "lettering.h"
#include "../base/out.h"

/* Every colour of the drawings, with its contrast on white; text uses INK and SOFT only. */
#define SVG_INK   "#1a1a1a" /* 17:1 */
#define SVG_SOFT  "#4a4a4a" /* 8.9:1 */
#define SVG_LINE  "#767676" /* 4.5:1, lines that carry meaning */
#define SVG_FAINT "#d4d9de" /* grid lines, which carry none */
#define SVG_BLUE  "#1f4e79" /* 8.6:1 */
#define SVG_RED   "#a4161a" /* 7.6:1 */
#define SVG_PALE  "#dbe7f3"
#define SVG_BAND  "#f1f5f9"

typedef enum SvgAnchor { SVG_START, SVG_MIDDLE, SVG_END } SvgAnchor;

/* Opens a drawing that says what it is to those who do not see it. NAME begins every id in it, so
 * that two drawings can stand on one page. A standalone one gets the prologue of a file. */
void svg_begin(Out *out, const char *name, int width, int height, Text title, Text description,
               bool standalone);
void svg_end(Out *out);

void svg_words(Out *out, int x, int y, int size, bool bold, SvgAnchor anchor, const char *colour,
               Text words);
/* Lines one under another; Y is the baseline of the first. Returns the baseline of the last. */
int svg_lines(Out *out, int x, int y, int size, bool bold, SvgAnchor anchor, const char *colour,
              Lines lines);
void svg_line(Out *out, int x1, int y1, int x2, int y2, const char *colour, int width, bool dashed);
/* FILL may be a colour or "url(#id)"; STROKE may be "none". */
void svg_box(Out *out, int x, int y, int width, int height, int corner, const char *fill,
             const char *stroke, bool dashed);

/* The patterns of a drawing, named NAME-pattern-0 ...: the first is plain. */
enum { SVG_PATTERNS = 6 };
void svg_patterns(Out *out, const char *name);
/* Grounds of days to mind, named NAME-mind-0 ...: light enough to run behind everything. */
enum { SVG_MINDS = 4 };
const char *svg_mind(const char *name, uint32_t number, char *buffer);
/* "url(#NAME-pattern-N)": BUFFER holds SVG_PATTERN_NAME bytes. */
enum { SVG_PATTERN_NAME = 48 };
const char *svg_pattern(const char *name, uint32_t number, char *buffer);

/* Signs of milestones, told apart by their outline: SVG_SIGNS of them, centred on X, Y. */
enum { SVG_SIGNS = 8 };
void svg_sign(Out *out, uint32_t sign, int x, int y, bool hollow);
/* The same at half its size, where there are many. */
void svg_sign_small(Out *out, uint32_t sign, int x, int y);

#endif
