#!/bin/sh
# Compiles the first case study of the charter into build/demo/ and says where to look.
set -u
cd "$(dirname "$0")/.." || exit 1
convene=${BUILD:-build}/convene demo=${BUILD:-build}/demo plan=examples/riverside.convene
"$convene" check "$plan"
code=$?
[ "$code" -le 1 ] || exit "$code"
echo
"$convene" build "$plan" -o "$demo"
code=$?
[ "$code" -le 1 ] || exit "$code"
for file in timeline.svg calendar.ics governance.svg governance.dot checklist.md checklist.html \
    verdicts.json index.html; do
    [ -s "$demo/$file" ] || { echo "$demo/$file is missing or empty." >&2; exit 1; }
done
echo "Open $demo/index.html to see it all on one page."
