/* Text -> tokens: what the scanner (grammar/convene.l) calls for each thing it finds. */
#ifndef CONVENE_SYNTAX_SCAN_H
#define CONVENE_SYNTAX_SCAN_H

#include "parse.h"

typedef struct Scan {
    const ParseContext *context;
    uint32_t source; /* its number */
    uint32_t offset; /* where in the source the scanned part begins */
    Text text;
    const char *base; /* the scanner's own copy of it, in which it marks the ends of words */
    Token *tokens;
    uint32_t count, room;
    uint8_t blanks;
    bool first;                         /* nothing but blanks so far on this line */
    int32_t open_on_line;               /* braces opened on this line and not closed on it */
    int32_t depth, deepest, shallowest; /* of braces; all is well if the first and last are 0 */
} Scan;

/* All tokens of TEXT, which stands at OFFSET of SOURCE; the last is END. Texts that are not closed
 * are reported, and end where their writer will have meant them to. */
Scan scan_tokens(const ParseContext *context, const Source *source, uint32_t offset, Text text);

/* The rest is for the scanner alone. AT is an offset in the text; those that return a size say how
 * many bytes from there they took. */
void scan_whole(Scan *scan);
void scan_make_room(Scan *scan);
size_t scan_comment(Scan *scan, size_t at, size_t length);
size_t scan_push_part(Scan *scan, size_t at, size_t length);
size_t scan_push_time(Scan *scan, size_t at, size_t length);
size_t scan_text(Scan *scan, size_t at, size_t length);
size_t scan_text_block(Scan *scan, size_t at, size_t length);

/* Does a word that ends before C go on with it? */
bool scan_goes_on(char c, char next);

static inline void scan_blanks(Scan *scan, size_t count) {
    scan->blanks = (uint8_t)(scan->blanks + count > 255 ? 255 : scan->blanks + count);
}

static inline void scan_new_line(Scan *scan) {
    scan->first = true;
    scan->open_on_line = 0;
    scan->blanks = 0;
}

static inline void scan_count_brace(Scan *scan, int32_t step) {
    scan->open_on_line += step;
    scan->depth += step;
    scan->deepest = scan->depth > scan->deepest ? scan->depth : scan->deepest;
    scan->shallowest = scan->depth < scan->shallowest ? scan->depth : scan->shallowest;
}

static inline void scan_push(Scan *scan, TokenKind kind, size_t at, size_t length) {
    if (scan->count == scan->room)
        scan_make_room(scan);
    scan->tokens[scan->count++] = (Token){.at = scan->offset + (uint32_t)at,
                                          .length = (uint32_t)length,
                                          .kind = (uint8_t)kind,
                                          .blanks = scan->blanks,
                                          .first = scan->first};
    scan->blanks = 0;
    scan->first = false;
    if (kind == TOKEN_OPEN || kind == TOKEN_CLOSE)
        scan_count_brace(scan, kind == TOKEN_OPEN ? 1 : -1);
}

#endif
