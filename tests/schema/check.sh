#!/bin/sh
# Holds the verdicts of every example against the published schema, with a validator that is not
# ours, and makes sure that the schema refuses verdicts from which something was taken.
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=${CONVENE:-build/convene}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for plan in examples/*.convene; do
    "$convene" verdicts "$plan" -o "$place/$(basename "$plan" .convene).json" >"$place/said" 2>&1
    code=$?
    [ "$code" -le 1 ] || { cat "$place/said"; echo "$plan: exit code $code"; }
done
/usr/bin/python3 - "$place" <<'PYTHON'
import copy, json, pathlib, sys
import jsonschema

schema = json.loads(pathlib.Path("src/emit/verdicts.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
judge = jsonschema.Draft202012Validator(schema)
plans = len(list(pathlib.Path("examples").glob("*.convene")))
files = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
passed = failed = 0


def count(good, what):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print(what)


count(len(files) == plans, f"{len(files)} of {plans} plans gave verdicts")
for file in files:
    verdicts = json.loads(file.read_text())
    errors = [f"{file.name}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for e in judge.iter_errors(verdicts)]
    count(not errors, "\n".join(errors[:5]))
    count(sum(verdicts["counts"].values()) == len(verdicts["clauses"]), f"{file.name}: the counts do not add up")
    # One of each list is enough to miss the rest by.
    small = {key: value[:1] if isinstance(value, list) else value for key, value in verdicts.items()}
    count(judge.is_valid(small), f"{file.name}: one of each list is not enough")
    for key in verdicts:
        less = copy.copy(small)
        del less[key]
        count(not judge.is_valid(less), f"{file.name}: nobody misses {key}")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
PYTHON
