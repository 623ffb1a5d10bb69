#!/bin/sh
# Proves from the #include lines that every file includes its own layer or lower ones only, and that
# the drawing library and the calendar library are included in one file each.
set -eu
cd "$(dirname "$0")/.."
grep -ns '^ *# *include *"' src/*/*.[ch] grammar/convene.[ly] |
    awk -F'"' '
    BEGIN {
        count = split("base source syntax model rules emit compile cli", order, " ")
        for (i = 1; i <= count; i++) rank[order[i]] = i
        rank["grammar"] = rank["syntax"]
    }
    {
        split($1, place, ":"); file = place[1]
        layer = file; sub("^src/", "", layer); sub("/.*", "", layer)
        wanted = $2
        if (wanted ~ /^(scanner|parser)\.h$/) target = "syntax"
        else if (wanted ~ /\//) { target = wanted; sub("^(\\.\\./)*(src/)?", "", target); sub("/.*", "", target) }
        else target = layer
        if (!(layer in rank)) { print file ": no such layer as " layer; failed++ }
        else if (!(target in rank)) { print file ": what layer is " wanted " in?"; failed++ }
        else if (rank[target] > rank[layer]) { print file ": " layer " must not include " wanted; failed++ }
        else passed++
    }
    END { printf "layers: %d includes passed, %d failed\n", passed, failed; exit failed > 0 }'
# one_user NAME PATTERN: at most one file includes a header that fits.
one_user() {
    users=$(grep -lE "^ *# *include *<$2" src/*/*.[ch] | wc -l)
    if [ "$users" -gt 1 ]; then
        echo "layers: more than one file includes $1"
        exit 1
    fi
}
one_user Graphviz '(graphviz/)?(gvc|cgraph|gvplugin)'
one_user libical 'libical/'
