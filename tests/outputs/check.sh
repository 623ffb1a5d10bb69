#!/bin/sh
# Builds every example and holds its files against readers that we did not write: an XML parser for
# drawings and pages, Graphviz for DOT. The same bytes come out again, wherever and in whatever
# language the machine is set up. Closing line: "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=${CONVENE:-build/convene}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# try WHAT COMMAND...
try() {
    what=$1 && shift
    if "$@" >"$scratch/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what"
        head -n 5 "$scratch/log"
    fi
}

# A build whose plan breaks a clause ends with 1, and is a build all the same.
build() {
    "$@" >/dev/null
    [ $? -le 1 ]
}

whole_page() { grep -q '<html lang="en-GB">' "$1" && grep -q '<h1>' "$1" && ! grep -qE '(src|href)="(https?:)?//' "$1"; }
says_what_it_is() { grep -q 'role="img" aria-labelledby=' "$1" && grep -q '<title id=' "$1" && grep -q '<desc id=' "$1"; }
# CSV is read by Python: each line has all of its columns, and each row of the JSON its lines.
same_rows() {
    python3 - "$1" <<'PYTHON'
import csv, json, sys
lines = list(csv.reader(open(sys.argv[1] + '.csv', newline='', encoding='utf-8')))
rows = json.load(open(sys.argv[1] + '.json', encoding='utf-8'))['rows']
assert len({len(line) for line in lines}) == 1, 'columns differ'
said = [row['title'] for row in rows for _ in row['days'] or [None]]
assert [line[0] for line in lines[1:]] == said, 'rows differ'
PYTHON
}
within_80() { [ "$(wc -L <"$1")" -le 80 ]; }

for plan in examples/*.convene; do
    name=$(basename "$plan" .convene)
    try "$name builds" build "$convene" build "$plan" -o "$scratch/$name"
    try "$name builds again" build env TZ=Pacific/Auckland LC_ALL=C GVBINDIR=/nonexistent \
        FONTCONFIG_FILE=/nonexistent "$convene" build "$plan" -o "$scratch/$name.again"
    try "$name: the same bytes" diff -r "$scratch/$name" "$scratch/$name.again"
    for file in "$scratch/$name"/*.svg "$scratch/$name"/*.html; do
        try "$name: $(basename "$file") parses" xmllint --noout "$file"
    done
    for file in "$scratch/$name"/*.svg; do
        try "$name: $(basename "$file") says what it is" says_what_it_is "$file"
        try "$name: letters of $(basename "$file") stand out" python3 tests/outputs/contrast.py "$file"
    done
    for file in "$scratch/$name"/*.html; do
        try "$name: $(basename "$file") is whole and loads nothing" whole_page "$file"
    done
    try "$name: Graphviz reads governance.dot" dot -Tcanon "$scratch/$name/governance.dot"
    try "$name: timeline as text" build "$convene" timeline "$plan" -o "$scratch/$name.txt"
    try "$name: at most 80 columns" within_80 "$scratch/$name.txt"
    try "$name: open weeks as text" build "$convene" timeline --weeks "$plan" -o "$scratch/$name.weeks.txt"
    try "$name: open weeks, at most 80 columns" within_80 "$scratch/$name.weeks.txt"
    for weeks in "" --weeks; do
        for form in csv json; do
            # No word for the whole life.
            # shellcheck disable=SC2086
            try "$name: timeline $weeks as $form" build "$convene" timeline $weeks "$plan" -o "$scratch/$name$weeks.$form"
        done
        try "$name: timeline $weeks, as many rows in both" same_rows "$scratch/$name$weeks"
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
