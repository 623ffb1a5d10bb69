#!/bin/sh
# Takes the facts of every example away, one at a time, and wants the verdicts that rest on them to
# notice (see mutate.c; `make mutation` shows the whole report). Not on the build with sanitizers: it
# judges some fifteen thousand plans.
set -u
cd "$(dirname "$0")/../.." || exit 1
build=build/clang
make -s BUILD=$build CC=clang OPTIMISE=-O1 $build/mutation/mutate >/dev/null || exit 1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
half() { ls examples/*.convene | awk "NR % 2 == $1"; }
$build/mutation/mutate $(half 0) >"$place/0" 2>&1 &
$build/mutation/mutate $(half 1) >"$place/1" 2>&1
wait
grep -h "SURVIVED\|GREENER\|turns\|does not compile" "$place/0" "$place/1"
awk '/ passed, [0-9]+ failed$/ { good += $1; bad += $3; runs++ }
     END { if (runs < 2) bad++; print good " passed, " bad + 0 " failed"; exit bad > 0 }' "$place/0" "$place/1"
