#!/bin/sh
# Feeds odd input to each fuzz target for FUZZ_SECONDS (60), from the plans and charters there are.
# An input that is found wanting stays in build/fuzz/, and the run fails.
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=${FUZZ_SECONDS:-60}
make -s -j2 BUILD=build/fuzz CC=clang OPTIMISE='-O1 -g' \
    SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' \
    fuzzers || exit 1
seeds=build/fuzz/seeds
mkdir -p "$seeds"
find stdlib examples tests/golden -name '*.convene' -size -200k | while read -r file; do
    cp "$file" "$seeds/$(echo "$file" | tr / _)"
done
passed=0 failed=0
for target in tests/fuzz/fuzz_*.c; do
    name=$(basename "$target" .c)
    mkdir -p "build/fuzz/corpus-$name"
    if build/fuzz/fuzz/"$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=20000 -print_final_stats=1 -artifact_prefix="build/fuzz/$name-" \
        -dict=tests/fuzz/words.dict "build/fuzz/corpus-$name" "$seeds" \
        >"build/fuzz/$name.log" 2>&1; then
        passed=$((passed + 1))
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log") inputs in $seconds s, nothing found"
    else
        failed=$((failed + 1))
        tail -n 60 "build/fuzz/$name.log"
        echo "$name: FAILED"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
