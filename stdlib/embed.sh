#!/bin/sh
# Writes a C file that holds the given files of the standard library, byte for byte.
# Usage: embed.sh stdlib/a.convene stdlib/b/c.convene > stdlib.c
set -eu
printf '/* Made by stdlib/embed.sh; do not edit. */\n#include "compile/stdlib.h"\n\n'
number=0
for file in "$@"; do
    printf 'static const unsigned char FILE_%d[] = {\n' "$number"
    od -An -v -tu1 "$file" | sed 's/  *\([0-9][0-9]*\)/\1,/g'
    printf '0};\n'
    number=$((number + 1))
done
printf '\nconst StdlibFile STDLIB[] = {\n'
number=0
for file in "$@"; do
    printf '    {"%s", FILE_%d, sizeof FILE_%d - 1},\n' "$file" "$number" "$number"
    number=$((number + 1))
done
printf '    {0, 0, 0},\n};\n'
