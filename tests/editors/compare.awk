# Holds what an editor shows against what the compiler sees: every byte of a token is in a group that
# its class may have, and no byte between tokens is in a group of its own. Files: classes.tsv, tokens,
# dump. -v column=2 for Vim, 3 for TextMate; -v bare=GROUPS that may stand between tokens.
BEGIN { FS = "\t" }
FILENAME == ARGV[1] {
    if ($1 !~ /^#/) allowed[$1] = $column
    next
}
FILENAME == ARGV[2] {
    for (i = 0; i < $3; i++) class[$1, $2 + i] = $4 "\t" $2 "\t" $5
    tokens++
    next
}
{
    for (i = 0; i < $3; i++) {
        place = $1 SUBSEP ($2 + i)
        if (!(place in class)) continue
        split(class[place], seen, "\t")
        if (!(seen[1] in allowed)) fault($1, seen[2], seen[3], "has no line in classes.tsv: " seen[1])
        else if (!is_allowed($4, allowed[seen[1]]))
            fault($1, seen[2], seen[3], "is " seen[1] ", shown as " $4)
    }
}
function is_allowed(group, list,   one, n, i) {
    n = split(list, one, " ")
    for (i = 1; i <= n; i++)
        if (one[i] == "-" ? group ~ plain : column == 2 ? group == one[i] : index(group, one[i]) == 1) return 1
    return 0
}
function fault(line, at, text, what) {
    if ((line, at) in told) return
    told[line, at] = 1
    printf "%s:%d:%d: `%s` %s\n", file, line, at, text, what
    faults++
}
END {
    printf "%d passed, %d failed\n", tokens - faults, faults
    exit faults > 0
}
