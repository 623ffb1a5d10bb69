#!/bin/sh
# Tests what editors show: that the generated files are current, that Vim and a TextMate engine give
# every token of stdlib and examples the colour of what the compiler reads it as, and what the files
# in assertions/ say. CONVENE names the program whose library is taken; the last line counts.
# UPDATE=1 writes the TextMate snapshots anew.
set -u
cd "$(dirname "$0")/../.." || exit 1
here=tests/editors
build=$(dirname "${CONVENE:-build/convene}")
work=build/editors
passed=0 failed=0
mkdir -p "$work"
rm -rf "$work/made" "$work/dumps" "$work/tokens"
mkdir -p "$work/dumps" "$work/tokens"

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    echo "$*"
}
# counted COMMAND...: its last line is "N passed, N failed"; the lines before it are shown if any failed.
counted() {
    "$@" >"$work/said" 2>&1
    counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$work/said" | tail -n 1)
    [ -n "$counts" ] || counts='0 1'
    passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
    [ "${counts#* }" -eq 0 ] || cat "$work/said"
}
# whole NAME COMMAND...: one test, that the command succeeds.
whole() {
    name=$1 && shift
    if "$@" >"$work/said" 2>&1; then good; else
        bad "$name: not as wanted"
        cat "$work/said"
    fi
}
dump_name() { echo "$1" | sed 's,/,%,g'; }

# --- what is generated ------------------------------------------------------------------------------

sh editors/generate.sh "$work/made" || bad "editors/generate.sh failed"
for made in vim/syntax/convene.vim vscode/syntaxes/convene.tmLanguage.json; do
    whole "editors/$made is not what \`make editors\` makes of the words and templates" \
        cmp "$work/made/$made" "editors/$made"
done
for json in editors/vscode/*.json editors/vscode/syntaxes/*.json; do
    whole "$json" jq -e . "$json"
done

# --- what the compiler reads --------------------------------------------------------------------------

case $build in *asan*) sanitize='-fsanitize=address,undefined' ;; *) sanitize= ;; esac
# The flags hold no blanks, and are meant to be split.
# shellcheck disable=SC2086
whole "$here/tokens.c" gcc -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -Wall -Wextra -Werror $sanitize \
    -I"$build/generated" -Isrc -o "$work/tokens-of" $here/tokens.c "$build/libconvene.a" \
    -ljansson -lutf8proc -ldl

# Every way to write a word that the scanner takes for part of a date or a length of time.
probe=$work/words.convene
{
    echo 'plan p "P" {'
    sed -n 's/^MONTH_NAME("\(.*\)", "\(.*\)").*/  on: 1 \1 2026\n  on: 2 \2 2026\n  on: \1 2026\n  on: 3 \2/p
        s/^WEEKDAY_NAME("\(.*\)", "\(.*\)").*/  on: \1\n  on: \2 4 May 2026/p
        s/^LENGTH_UNIT("\(.*\)", "\(.*\)").*/  by: 1 \1\n  by: 2 clear working \2/p' grammar/words.def
    echo '}'
} >"$probe"
files="$probe $(find stdlib examples -name '*.convene' | LC_ALL=C sort)"
for file in $files; do
    # shellcheck disable=SC2016
    whole "$file cannot be read without mistakes" sh -c '"$1" "$2" >"$3"' - \
        "$work/tokens-of" "$file" "$work/tokens/$(dump_name "$file")"
done
words=$(grep -c '^MONTH_NAME\|^WEEKDAY_NAME\|^LENGTH_UNIT' grammar/words.def)
whole 'a month, weekday or unit of words.def is not what the scanner takes for one' test \
    "$(cut -f 4 "$work/tokens/$(dump_name "$probe")" | grep -c '^date$\|^duration$')" \
    -eq "$(($(grep -c ':' "$probe")))" -a "$words" -eq 25

# compare EDITOR COLUMN GROUPS-OF-NO-COLOUR
compare() {
    for file in $files; do
        name=$(dump_name "$file")
        whole "$file in $1" awk -v column="$2" -v plain="$3" -v file="$file" -f $here/compare.awk \
            $here/classes.tsv "$work/tokens/$name" "$work/dumps/$name.$1"
    done
}

# --- Vim --------------------------------------------------------------------------------------------

in_vim() {
    script=$1 && shift
    INTO=$work/dumps vim -es -N -u NONE -i NONE --not-a-term -c 'set rtp^=editors/vim enc=utf-8' \
        -c 'filetype plugin on' -c 'syntax on' -c "source $here/$script" "$@" </dev/null
}
# shellcheck disable=SC2086
whole 'Vim cannot show the files' in_vim dump.vim $files $here/assertions/*.convene
[ ! -f "$work/dumps/failed" ] || cat "$work/dumps/failed"
compare vim 2 '^(-|convene(Field|RuleField|MessageField|Block|Bracket|RuleBracket|Every|More|RuleMore))$'
for file in "$here"/assertions/*.convene; do
    LC_ALL=C counted awk -f $here/assertions.awk "$work/dumps/$(dump_name "$file").vim" "$file"
done
whole 'Vim: settings and colours' in_vim settings.vim $here/assertions/plan.convene
[ ! -s "$work/dumps/settings" ] || cat "$work/dumps/settings"

# --- TextMate ---------------------------------------------------------------------------------------

textmate() {
    modules=$work/npm/node_modules
    mkdir -p "$work/npm"
    if ! cmp -s $here/package-lock.json "$work/npm/package-lock.json" || [ ! -d "$modules" ]; then
        cp $here/package.json $here/package-lock.json "$work/npm/"
        whole 'npm ci' npm ci --prefix "$work/npm" --ignore-scripts --no-audit --no-fund
    fi
    # shellcheck disable=SC2086
    whole 'the TextMate grammar' env INTO="$work/dumps" MODULES="$modules" node $here/dump.js $files
    compare textmate 3 '^-$'
    grammar=editors/vscode/syntaxes/convene.tmLanguage.json
    for file in "$here"/assertions/*.convene; do
        whole "$file" "$modules/.bin/vscode-tmgrammar-test" -g $grammar "$file"
    done
    # A snapshot lies beside its source, so copies of the sources are put where the snapshots are.
    rm -rf "$work/snapshots" && mkdir -p "$work/snapshots"
    for snapshot in "$here"/snapshots/*.snap; do
        cp "$snapshot" "examples/$(basename "$snapshot" .snap)" "$work/snapshots/"
    done
    whole 'TextMate snapshots (UPDATE=1 writes them anew)' "$modules/.bin/vscode-tmgrammar-snap" \
        --config editors/vscode/package.json -g $grammar ${UPDATE:+--updateSnapshot} \
        "$work/snapshots/*.convene"
    [ -z "${UPDATE:-}" ] || cp "$work"/snapshots/*.snap $here/snapshots/
}
if command -v npm >/dev/null 2>&1; then
    textmate
else
    echo "skipped: npm is not installed, so nothing was tested of the TextMate grammar (1 group of tests)"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
