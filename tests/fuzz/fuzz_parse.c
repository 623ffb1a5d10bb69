/* Any bytes that are UTF-8, through scanner, layout and parser to a tree. */
#include "base/utf8.h"
#include "syntax/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

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
    parse_source(&context, sources_add(&sources, "fuzz.convene", copy));
    diagnostics_settle(&diagnostics);
    arena_free(arena);
    return 0;
}
