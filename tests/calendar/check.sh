#!/bin/sh
# Reads calendars back with two libraries that are not ours, Debian's python3-icalendar and ical.js of
# npm, and compares what they find with the plan, day by day: all examples, and a plan of hours around
# the clock changes. The last line counts.
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=${CONVENE:-build/convene}
here=tests/calendar
work=build/calendar
passed=0 failed=0
export PYTHONDONTWRITEBYTECODE=1
rm -rf "$work/made"
mkdir -p "$work/made" "$work/npm"

# try WHAT COMMAND...
try() {
    what=$1 && shift
    if "$@" >"$work/said" 2>&1; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED: $what"
        head -n 10 "$work/said"
    fi
}
# counted COMMAND...: its last line is "N passed, N failed".
counted() {
    "$@" >"$work/said" 2>&1
    counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$work/said" | tail -n 1)
    [ -n "$counts" ] || counts='0 1'
    passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
    [ "${counts#* }" -eq 0 ] || cat "$work/said"
}
# A plan that breaks a clause ends with 1, and has a calendar all the same.
made() {
    "$@"
    [ $? -le 1 ]
}
ends_with() {
    wanted=$1 && shift
    "$@"
    [ $? -eq "$wanted" ]
}
# The names in the UIDs of a calendar, in one line.
names() { sed -n 's/^UID:[^.]*\.\(.*\)@convene.*/\1/p' "$1" | LC_ALL=C sort | tr '\n' ' '; }
names_are() { [ "$(names "$1")" = "$2 " ] || { names "$1"; return 1; }; }
# sequence FILE NAME: the number of that event's SEQUENCE.
sequence() { awk -v uid="UID:$2@convene" '{ sub("\r$", "") } $0 == uid { ours = 1 } ours && /^SEQUENCE:/ { print substr($0, 10); exit }' "$1"; }
sequence_is() { [ "$(sequence "$1" "$2")" = "$3" ]; }

if command -v npm >/dev/null 2>&1; then
    if ! cmp -s $here/package-lock.json "$work/npm/package-lock.json" || [ ! -d "$work/npm/node_modules" ]; then
        cp $here/package.json $here/package-lock.json "$work/npm/"
        try 'npm ci' npm ci --prefix "$work/npm" --ignore-scripts --no-audit --no-fund
    fi
else
    echo "FAILED: npm is not installed, so ical.js cannot read anything"
    failed=$((failed + 1))
fi

# --- every example, and the clock changes ---------------------------------------------------------

for plan in examples/*.convene $here/clocks.convene; do
    made=$work/made/$(basename "$plan" .convene)
    try "$plan has a calendar" made "$convene" calendar "$plan" -o "$made.ics"
    try "$plan: again, elsewhere" made env TZ=Pacific/Auckland LC_ALL=C "$convene" calendar "$plan" -o "$made.again.ics"
    try "$plan: the same bytes" cmp "$made.ics" "$made.again.ics"
    try "$plan: the verdicts" made "$convene" verdicts "$plan" -o "$made.json"
    /usr/bin/python3 $here/read_icalendar.py "$made.ics" >"$made.one" 2>"$work/said.one"
    try "$plan: icalendar reads it: $(tail -n 1 "$work/said.one")" test -s "$made.one"
    MODULES=$work/npm/node_modules node $here/read_icaljs.mjs "$made.ics" >"$made.other" 2>"$work/said.other"
    try "$plan: ical.js reads it: $(grep Error "$work/said.other")" test -s "$made.other"
    counted /usr/bin/python3 $here/compare.py "$plan" "$made.ics" "$made.one" "$made.other" "$made.json"
done

# --- what stays when a plan is edited ---------------------------------------------------------------

first=$work/made/clocks.ics edited=$work/made/edited.ics
try 'an extension counts as a move' sequence_is "$first" clociau.gwrando 1
try 'what takes its days from there moves with it' sequence_is "$first" clociau.arolwg 1
try 'what has days of its own does not' sequence_is "$first" clociau.hir 0
try 'a day that a decision once had counts' sequence_is "$first" clociau.penderfyniad 1
try 'what is counted from it moves with it' sequence_is "$first" clociau.atebion 1
sed -e 's/8 December 2026/15 December 2026/' -e 's/moved-from: 10 November 2026.*/&\n    moved-from: 8 December 2026 because "Neuadd."/' \
    -e 's/^  election/  activity newydd "Newydd" { method: survey  on: 1 May 2026 }\n  election/' \
    $here/clocks.convene >"$work/made/edited.convene"
try 'an edited plan has a calendar' made "$convene" calendar "$work/made/edited.convene" -o "$edited"
try 'a later day is a further move' sequence_is "$edited" clociau.penderfyniad 2
# The new one has its own day, by which the law that holds for it is due.
try 'nothing else got another name' names_are "$edited" "$(printf '%snewydd due.2026-05-01.tim-dwr ' "$(names "$first")" | tr ' ' '\n' | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//; s/^ //')"

# --- for one party ------------------------------------------------------------------------------------

for_party() { made "$convene" calendar $here/clocks.convene --for "$1" -o "$work/made/party.ics"; }
try 'the calendar of a body' for_party fforwm
try 'has its meeting alone' names_are "$work/made/party.ics" fforwm-mehefin
try 'a post has what its bodies have' for_party 'Cadeirydd y bwrdd'
try 'by chairing and by links' names_are "$work/made/party.ics" 'bwrdd-mehefin bwrdd.meets.2026-04-30 bwrdd.meets.2026-08-31 bwrdd.meets.2026-10-31 bwrdd.meets.2027-01-07 bwrdd.meets.2027-02-28 bwrdd.meets.2027-04-30 bwrdd.meets.2027-06-30 bwrdd.meets.2027-08-31 bwrdd.meets.2027-10-31 bwrdd.meets.2027-12-31 bwrdd.meets.2028-02-29 ddim-cyn erbyn fforwm-mehefin mis-mai penderfyniad wedyn.set-by'
try 'the calendar of an audience' for_party plant
try 'has what is done with it' names_are "$work/made/party.ics" 'heb-ddiwedd hydref hydref#2 hydref#3 nos'
try 'nobody of that name' ends_with 3 "$convene" calendar $here/clocks.convene --for bwrd
"$convene" calendar $here/clocks.convene --for bwrd >/dev/null 2>"$work/made/nobody"
try 'and the name that is near' grep -q -- '--for bwrdd' "$work/made/nobody"
try '--for is for calendars' ends_with 3 "$convene" check $here/clocks.convene --for bwrdd

# --- files ------------------------------------------------------------------------------------------------

printf 'plan gwag "Gwag" { as-at: 1 May 2026 }\n' >"$work/made/gwag.convene"
try 'a plan without days' made "$convene" calendar "$work/made/gwag.convene" -o "$work/made/gwag.ics"
try 'is a calendar too' sh -c "/usr/bin/python3 $here/read_icalendar.py $work/made/gwag.ics | grep -q 'Nothing in it has a day'"
try 'written over what Convene made' made "$convene" calendar $here/clocks.convene -o "$work/made/gwag.ics"
printf 'BEGIN:VCALENDAR\r\nPRODID:-//Somebody//\r\nEND:VCALENDAR\r\n' >"$work/made/own.ics"
try 'never over what somebody else did' ends_with 3 "$convene" calendar $here/clocks.convene -o "$work/made/own.ics"

# An empty file in its place keeps the library from being found.
mkdir -p "$work/made/without"
: >"$work/made/without/libical.so.3"
LD_LIBRARY_PATH=$work/made/without "$convene" calendar $here/clocks.convene -o "$work/made/none.ics" >"$work/made/without/said" 2>&1
try 'without the library it ends with 3' test $? -eq 3
try 'says what is missing' grep -q 'libical' "$work/made/without/said"
try 'and writes nothing' test ! -e "$work/made/none.ics"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
