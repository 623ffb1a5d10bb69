#!/bin/sh
# Compiles every example of the reference and the README, and holds the reference against the list
# of words. The line that opens an example says what it is:
#   ```convene               a file
#   ```convene file PATH     a file that later examples may adopt
#   ```convene in a plan     what stands between the braces of a plan
#   ```convene in a charter  ... of a charter
#   ```convene is refused    a file with a mistake
# CONVENE names the program; the last line counts.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$(pwd)
CONVENE=${CONVENE:-build/convene}
case $CONVENE in /*) ;; *) CONVENE=$root/$CONVENE ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# judge WHAT WANTED CODE: what is fine ends with 0, or 1 if something is broken; a refused file with 2.
judge() {
    case $2$3 in
    compiled[01] | refused2) passed=$((passed + 1)) ;;
    *)
        failed=$((failed + 1))
        echo "$1: ended with $3"
        cat "$work/said"
        ;;
    esac
}

# examples FILE: one file a block in a folder of its own, with a list "NUMBER LINE WHAT".
examples() {
    folder=$work/$(echo "$1" | tr '/.' '__')
    mkdir -p "$folder"
    awk -v folder="$folder" '
        /^```convene/ {
            what = $0; sub(/^```convene */, "", what)
            out = folder "/example-" ++count ".convene"
            if (what ~ /^file /) {
                out = folder "/" substr(what, 6)
                path = out; sub(/\/[^\/]*$/, "", path); system("mkdir -p \"" path "\"")
            }
            print out "\t" FNR "\t" (what == "" ? "a file" : what)
            closing = ""
            if (what == "in a plan") { print "plan example \"Example\" {" > out; closing = "}" }
            if (what == "in a charter") { print "charter example \"Example\" {" > out; closing = "}" }
            inside = 1
            next
        }
        /^```/ && inside { if (closing != "") print closing > out; close(out); inside = 0; next }
        inside { print > out }' "$1" >"$folder/list"
    while IFS="$(printf '\t')" read -r file line what; do
        case $what in "is refused") wanted=refused ;; *) wanted=compiled ;; esac
        (cd "$folder" && "$CONVENE" check --plain "$file") >"$work/said" 2>&1
        judge "$1, line $line ($what)" $wanted $?
        if grep -q '^test ' "$file"; then
            (cd "$folder" && "$CONVENE" test "$file") >"$work/said" 2>&1
            judge "$1, line $line (its tests)" "$(test $? -eq 0 && echo compiled)" 0
        fi
    done <"$folder/list"
    [ -s "$folder/list" ] || { failed=$((failed + 1)) && echo "$1: no examples found"; }
}

# shellcheck disable=SC2016
# A file that an example of the README puts beside a plan is named in its text, not in its fence.
sed '/`local\/charter.convene`/,/^```convene/ s/^```convene$/```convene file local\/charter.convene/' \
    README.md >"$work/README.md"
examples grammar/README.md
examples "$work/README.md"

# Every way of writing a value in the tables of part 2 is read as what its row says.
forms() {
    sed -n '/^## 2/,/^## 3/p' grammar/README.md | awk -F'|' '
        function forms(type, cell) {
            while (match(cell, /`[^`]*`/)) {
                print type "\t" substr(cell, RSTART + 1, RLENGTH - 2)
                cell = substr(cell, RSTART + RLENGTH)
            }
        }
        /^\| (number|money|percent|event|span|duration|time) \|/ { type = $2; gsub(/ /, "", type); forms(type, $3) }
        /^\| yes or no \|/ { forms("yes-no", $3) }
        /^\| repetition \|/ { forms("repeat", $3) }
        /^\| written \| means/ { dates = 1 }
        dates && /^\| `/ { forms("date", $2) }'
}
probe=$work/forms.convene
{
    echo 'vocabulary probe "Probe" {'
    echo '  kind probe "Probe" {'
    echo '    within: plan'
    for type in number money percent yes-no event span duration repeat time date; do
        echo "    field $type { type: $type  many: yes }"
    done
    echo '  }'
    echo '}'
    echo 'plan p "P" {'
    echo '  stage listening "L" { opens: 1 May 2026  closes: 31 May 2026 }'
    echo '  activity survey "S" { opens: 1 May 2026  closes: 31 May 2026 }'
    echo '  decision replacement "R" { on: 1 June 2026 }'
    echo '  nation: england'
    echo '  body committee "C" { meets: every month from 14 January 2026 }'
    echo '  decision board "B" { on: 7 July 2026 }'
    echo '  activity drop-in "D" { on: 7 May 2026, 14 May 2026 }'
    forms | awk -F'\t' '{ print "  probe \"Form " NR "\" {\n    " $1 ": " $2 "\n  }" }'
    echo '}'
} >"$probe"
"$CONVENE" check --plain "$probe" >"$work/said" 2>&1
judge 'the tables of values' compiled $?
[ "$(forms | wc -l)" -gt 40 ] || { failed=$((failed + 1)) && echo 'the tables of values were not found'; }

# Every word that has a meaning in a rule is in the table of words, and every verdict is explained.
listed=$(sed -n '/^## 11/,/^## 12/p' grammar/README.md)
words=$(sed -n 's/^\(RULE_LABEL\|REASON\|TAIL\|JOINT\|VERB\|BETWEEN\|TEST\|LIST_OF\|OPERAND\|PICK\|QUANTIFIER\|BEFORE_NAME\|VALUE_JOINING\)("\([^"]*\)".*/\2/p' grammar/words.def)
verdicts=$(sed -n 's/^VERDICT([A-Z_]*, "\([^"]*\)".*/\1/p' src/rules/verdicts.def)
while IFS= read -r word; do
    case $listed in
    *"\`$word\`"*) passed=$((passed + 1)) ;;
    *) failed=$((failed + 1)) && echo "grammar/README.md does not list the word: $word" ;;
    esac
done <<END
$words
END
while IFS= read -r verdict; do
    if sed -n '/^## 7/,/^## 8/p' grammar/README.md | tr '\n' ' ' | grep -q "$verdict"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)) && echo "grammar/README.md does not explain the verdict: $verdict"
    fi
done <<END
$verdicts
END
# Every kind in its tables is declared.
for kind in $(sed -n '/^## 3/,/^## 4/ s/^| \(`[^|]*\) |.*/\1/p' grammar/README.md | tr -d '`,'); do
    if grep -rq "^ *kind $kind " stdlib; then passed=$((passed + 1)); else
        failed=$((failed + 1)) && echo "grammar/README.md names a kind that is not declared: $kind"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
