#!/bin/sh
# Makes the editors' files from the templates, the words of the language (grammar/words.def) and the
# kinds of record that stdlib declares. Usage: generate.sh FOLDER, which gets vim/ and vscode/.
#
# In a template @GROUP@ stands for the words of a group, with bars between them: @TAIL@ becomes
# because|otherwise|due. @KIND@ are all kinds of record, @NAMING_KIND@ those that name something
# declared elsewhere (adopt, explain, ...).
set -eu
cd "$(dirname "$0")/.."
into=${1:-editors}
LC_ALL=C
export LC_ALL

# "GROUP word" a line, from words.def; a blank inside a word as \s+, which every template knows.
language_words() {
    sed -n 'h; s/^\([A-Z_]*\)("\([^"]*\)".*/\1\t\2/p
        g; s/^\([A-Z_]*\)("[^"]*", "\([^"]*\)".*/\1\t\2/p' grammar/words.def
}

# "KIND name" for every kind and its other spellings; "NAMING_KIND name" beside it for those whose
# role is to name something else. Texts and comments are taken out first, so that braces count.
declared_kinds() {
    find stdlib -name '*.convene' | sort | xargs sed 's/"[^"]*"//g; s/#.*//' | awk '
    # What stands behind LABEL, up to the gap before the next label or to the brace.
    function value(label, line) {
        if (!match(line, label ": *[^{}]*")) return ""
        line = substr(line, RSTART + length(label) + 1, RLENGTH - length(label) - 1)
        sub(/^ */, "", line); sub(/  .*/, "", line); sub(/ *$/, "", line)
        return line
    }
    $1 == "kind" && $2 != "{" { name = $2; role = others = ""; depth = 0 }
    name != "" {
        if ($1 == "kind" || depth == 1 && $1 !~ /^(field|draw)$/) {
            role = role value("like", $0)
            others = others "," value("also", $0)
        }
        depth += gsub(/\{/, "") - gsub(/\}/, "")
        if (depth > 0) next
        count = split(name others, spelt, / *, */)
        for (i = 1; i <= count; i++) {
            if (spelt[i] == "") continue
            print "KIND\t" spelt[i]
            if (role ~ /^(adoption|use|explanation|confirmation|consideration)$/)
                print "NAMING_KIND\t" spelt[i]
        }
        name = ""
    }'
}

# fill TEMPLATE RESULT: longest words first, so that none hides behind the start of another. A line
# "% NAME text" of a template defines a piece, which later lines use as @NAME@. In JSON, what is
# put in is escaped, so that patterns are written once as they are.
fill() {
    mkdir -p "$(dirname "$2")"
    {
        language_words
        declared_kinds
    } | awk -F'\t' '{ print length($2) "\t" $0 }' | sort -t"$(printf '\t')" -k2,2 -k1,1nr -k3,3 -u |
        awk -F'\t' -v template="$1" '
        function filled(line, escape,   done, name, text) {
            done = ""
            while (match(line, /@[A-Z_]+@/)) {
                name = substr(line, RSTART + 1, RLENGTH - 2)
                if (!(name in words)) {
                    print template ": nothing is called " name > "/dev/stderr"
                    failed = 1
                }
                text = words[name]
                if (escape) gsub(/[\\"]/, "\\\\&", text)
                done = done substr(line, 1, RSTART - 1) text
                line = substr(line, RSTART + RLENGTH)
            }
            return done line
        }
        {
            gsub(/ /, "\\s+", $3)
            words[$2] = words[$2] == "" ? $3 : words[$2] "|" $3
        }
        END {
            json = template ~ /json$/
            while ((getline line < template) > 0)
                if (match(line, /^% [A-Z_]+ /))
                    words[substr(line, 3, RLENGTH - 3)] = filled(substr(line, RLENGTH + 1), 0)
                else
                    print filled(line, json)
            exit failed
        }' >"$2.new"
    mv "$2.new" "$2"
}

fill editors/templates/convene.vim "$into/vim/syntax/convene.vim"
fill editors/templates/convene.tmLanguage.json "$into/vscode/syntaxes/convene.tmLanguage.json"
