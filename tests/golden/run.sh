#!/bin/sh
# Compares what Convene prints with what it should, byte for byte. Beside name.convene stand
#   name.err    everything `check` prints to the error stream, and its exit code
#   name.check  the screen of `check`, and its exit code
#   name@2016-06-20.check  the same, as of that day; several for the days of a plan's life
#   name.EXT    the output of that form: timeline.txt, timeline.svg, governance.dot, checklist.md,
#               checklist.html, verdicts.json, verdicts.txt (name.timeline.txt and so on)
# The goldens of the plans in examples/ stand in tests/golden/examples/.
# A first line `# as at: 2026-05-01` gives the day; `# run: COMMAND` gives other words before the
# file, `# what if: CHANGE` asks what a change would bring. UPDATE=1 writes the goldens anew. CONVENE names the program.
set -u
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
CONVENE=${CONVENE:-build/convene}
case $CONVENE in /*) ;; *) CONVENE=$root/$CONVENE ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# compare NAME GOLDEN RESULT
compare() {
    if [ -n "${UPDATE:-}" ]; then
        cmp -s "$3" "$2" || { cp "$3" "$2" && echo "wrote $2"; }
    fi
    if diff -u "$2" "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: not as wanted"
    fi
}

# The words of a comment of the form `# KEY: WORDS` at the head of a plan.
head_comment() {
    sed -n "1,5s/^# $1: //p" "$2" | head -n 1
}

# run_plan PLAN BASE: BASE is where its goldens stand, without their endings.
run_plan() {
    plan=$1 base=$2
    day=$(head_comment 'as at' "$plan")
    command=$(head_comment run "$plan")
    change=$(head_comment 'what if' "$plan")
    # The words of a command are meant to be split.
    # shellcheck disable=SC2086
    if [ -n "$change" ]; then
        set -- what-if "$change"
    else
        set -- ${command:-check}
    fi
    (cd "$(dirname "$plan")" && "$CONVENE" "$@" --plain ${day:+--as-at "$day"} \
        "$(basename "$plan")") >"$work/out" 2>"$work/err"
    echo "exit code $?" >"$work/code"
    cat "$work/err" "$work/code" >"$work/err+"
    cat "$work/out" "$work/code" >"$work/out+"
    [ ! -f "$base.err" ] || compare "$base.err" "$base.err" "$work/err+"
    [ ! -f "$base.check" ] || compare "$base.check" "$base.check" "$work/out+"
    for golden in "$base"@*.check; do
        [ -f "$golden" ] || continue
        then=${golden##*@}
        (cd "$(dirname "$plan")" && "$CONVENE" check --plain --as-at "${then%.check}" \
            "$(basename "$plan")") >"$work/out" 2>"$work/err"
        echo "exit code $?" | cat "$work/err" "$work/out" - >"$work/out+"
        compare "$golden" "$golden" "$work/out+"
    done
    for golden in "$base".timeline.* "$base".governance.* "$base".checklist.* "$base".verdicts.* "$base".dates.*; do
        [ -f "$golden" ] || continue
        what=${golden#"$base".}
        rm -f "$work/$what"
        (cd "$(dirname "$plan")" && "$CONVENE" "${what%.*}" ${day:+--as-at "$day"} \
            "$(basename "$plan")" -o "$work/$what") >"$work/said" 2>&1 || cat "$work/said"
        compare "$golden" "$golden" "$work/$what"
    done
}

# Plans without any golden are parts of others (a charter that a plan adopts).
run_if_golden() {
    for golden in "$2".*; do
        if [ -f "$golden" ] && [ "$golden" != "$1" ]; then
            run_plan "$1" "$2"
            return
        fi
    done
}

for plan in $(find . -name '*.convene' | LC_ALL=C sort); do
    run_if_golden "$plan" "${plan%.convene}"
done
for plan in "$root"/examples/*.convene; do
    run_if_golden "$plan" "examples/$(basename "$plan" .convene)"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
