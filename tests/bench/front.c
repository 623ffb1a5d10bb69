/* The front end alone: reads and parses the file named, and ends; for make bench. */
#include <stdio.h>

#include "compile/compile.h"

int main(int count, char **words) {
    if (count != 2)
        return 3;
    Request request = {.path = words[1]};
    Compilation *compilation = compilation_new(&request);
    const Source *source = load_file(compilation->loader, words[1]);
    const Tree *tree = source == NULL ? NULL : parse_source(&compilation->context, source);
    bool good = tree != NULL && compilation->diagnostics.errors == 0;
    printf("%u tokens, %zu bytes held\n", tree == NULL ? 0 : tree->token_count,
           arena_used(compilation->arena));
    compilation_free(compilation);
    return good ? 0 : 2;
}
