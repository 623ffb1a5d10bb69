# Holds the assertions for Vim against a dump: `#v  ^^^ group` says in which group the bytes of the
# last line that is no assertion are, above the marks; `#v <- group` is about its first byte.
# Columns are characters in the file and bytes in the dump, so they are counted by hand.
# Files: dump, the file of assertions.
function bytes_before(line, characters,   i, bytes, code) {
    i = 1
    for (bytes = 0; characters > 0; characters--) {
        code = index(high, substr(line, i, 1))
        bytes += code == 0 ? 1 : code <= 32 ? 2 : code <= 48 ? 3 : 4
        i = bytes + 1
    }
    return bytes
}
BEGIN {
    FS = "\t"
    for (i = 192; i < 256; i++) high = high sprintf("%c", i)
}
FILENAME == ARGV[1] {
    for (i = 0; i < $3; i++) group[$1, $2 + i] = $4
    next
}
/^#v/ {
    wanted = $0; sub(/^#v *(<-|\^+) */, "", wanted)
    from = index($0, "<-") > 0 ? 1 : index($0, "^")
    count = 1
    if (match($0, /\^+/)) count = RLENGTH
    for (i = from; i < from + count; i++) {
        seen = group[at, bytes_before(line, i - 1) + 1]
        if (seen != wanted) {
            printf "%s:%d:%d: %s, shown as %s\n", FILENAME, at, i, wanted, seen
            wrong = 1
        }
    }
    checked++
    faults += wrong
    wrong = 0
    next
}
/^# *(<-|\^)/ { next }
{ at = FNR; line = $0 }
END { printf "%d passed, %d failed\n", checked - faults, faults; exit faults > 0 || checked == 0 }
