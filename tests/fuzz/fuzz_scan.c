/* Any bytes that are UTF-8, through the scanner: tokens stand in order and inside the text. */
#include "base/utf8.h"
#include "syntax/scan.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_tokens(const Scan *scan, size_t length) {
    uint32_t end = 0;
    if (scan->count == 0 || scan->tokens[scan->count - 1].kind != TOKEN_END)
        abort();
    for (uint32_t i = 0; i < scan->count; i++) {
        const Token *token = &scan->tokens[i];
        if (token->at < end || token->at + token->length > length)
            abort();
        end = token->at + token->length;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    Text text = {(const char *)bytes, length};
    if (utf8_check(text) < length)
        return 0;
    Arena *arena = arena_new();
    Sources sources = {.arena = arena};
    Diagnostics diagnostics = {.arena = arena, .sources = &sources};
    ParseContext context = {.arena = arena,
                            .names = names_new(arena),
                            .sources = &sources,
                            .diagnostics = &diagnostics};
    Text copy = {arena_copy(arena, text.at, length), length};
    Scan scan = scan_tokens(&context, sources_add(&sources, "fuzz.convene", copy), 0, copy);
    check_tokens(&scan, length);
    arena_free(arena);
    return 0;
}
