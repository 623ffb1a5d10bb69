/* Any bytes, as the text of a plan, from the check that they are text to the screen of check and
 * every output. */
#include "base/utf8.h"
#include "compile/compile.h"
#include "compile/read_file.h"
#include "emit/outputs.h"
#include "emit/screen.h"
#include "source/print.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void emit_all(Compilation *compilation, Out *out) {
    Emission emission = {.arena = compilation->arena,
                         .model = compilation->model,
                         .reader = compilation->reader,
                         .judgement = compilation->judgement,
                         .diagnostics = &compilation->diagnostics};
    for (size_t i = 0; i < OUTPUT_COUNT; i++)
        if (!text_is(text_of(OUTPUTS[i].name), "governance")) /* Graphviz is not ours to test */
            OUTPUTS[i].emit(&emission, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    Request request = {.has_day = true, .day = 20000};
    Compilation *compilation = compilation_new(&request);
    Text copy = {arena_copy(compilation->arena, (const char *)bytes, length), length};
    const Source *source = sources_add(compilation->context.sources, "fuzz.convene", copy);
    Out out = {0};
    if (check_text(&compilation->diagnostics, compilation->context.sources, source)) {
        const Tree *tree = parse_source(&compilation->context, source);
        compile_block(compilation, tree, &tree->top, &request);
    }
    PrintStyle style = {.boxes = true};
    print_diagnostics(&out, &compilation->diagnostics, &style);
    if (compilation->diagnostics.errors == 0 && compilation->judgement != NULL) {
        ScreenOptions screen = {.view = SCREEN_ALL};
        screen_write(&out, compilation->arena, compilation->model, compilation->judgement, &screen);
        emit_all(compilation, &out);
    }
    out_free(&out);
    compilation_free(compilation);
    return 0;
}
