#!/bin/sh
# Runs every test, on a build with the address and undefined-behaviour sanitizers, and counts.
# Each step either ends with a line "N passed, N failed" or counts as one.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
logs=build/check
mkdir -p "$logs"
export ASAN_OPTIONS=handle_segv=0:detect_stack_use_after_return=1 UBSAN_OPTIONS=halt_on_error=1
export LC_ALL=C.UTF-8

# step NAME COMMAND...: quiet while it passes, whole output when it fails.
step() {
    name=$1 && shift
    log=$logs/$name.log
    "$@" >"$log" 2>&1
    code=$?
    counts=$(sed -n 's/.*\b\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed\.*$/\1 \2/p' "$log" | tail -n 1)
    good=${counts% *} bad=${counts#* }
    if [ -z "$counts" ]; then
        good=$((code == 0)) bad=$((code != 0))
    elif [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
    fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        cat "$log"
        echo "$name: FAILED"
    fi
    printf '%-12s %5d passed, %d failed\n' "$name" "$good" "$bad"
}

# One program an idea; Check's own closing line is "NN%: Checks: 5, Failures: 0, Errors: 0".
unit_tests() {
    good=0 bad=0
    for source in tests/unit/test_*.c; do
        test=build/asan/tests/$(basename "$source" .c)
        out=$("$test" 2>&1)
        code=$?
        line=$(echo "$out" | grep -o 'Checks: [0-9]*, Failures: [0-9]*, Errors: [0-9]*' | tail -n 1)
        checks=$(echo "$line" | sed 's/Checks: \([0-9]*\).*/\1/')
        wrong=$(echo "$line" | sed 's/.*Failures: \([0-9]*\), Errors: \([0-9]*\)/\1 + \2/')
        wrong=$((${wrong:-0}))
        [ "$code" -ne 0 ] && [ "$wrong" -eq 0 ] && wrong=1
        good=$((good + ${checks:-0} - wrong)) bad=$((bad + wrong))
        [ "$wrong" -eq 0 ] || echo "$out"
    done
    echo "$good passed, $bad failed"
    [ "$bad" -eq 0 ]
}

sanitized() {
    make -j2 BUILD=build/asan OPTIMISE='-O1 -g' \
        SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined' all unit
}

step build sanitized
step clang make -j2 BUILD=build/clang CC=clang OPTIMISE=-O1 all
step unit unit_tests
step layers sh tests/layers.sh
step format clang-format --dry-run -Werror src/*/*.[ch] tests/*/*.c
step goldens env CONVENE=build/asan/convene sh tests/golden/run.sh
step cases env CONVENE=build/asan/convene sh tests/golden/cases.sh
step stdlib build/asan/convene test --coverage
step editors env CONVENE=build/asan/convene sh tests/editors/run.sh
for script in tests/*/check.sh; do
    [ -f "$script" ] || continue
    name=$(basename "$(dirname "$script")")
    step "$name" env CONVENE=build/asan/convene sh "$script"
done
step fuzz env FUZZ_SECONDS=5 sh tests/fuzz/run.sh
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
