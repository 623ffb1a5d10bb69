#!/bin/sh
# Real consultations, written down in examples/, and the verdict that each check of good practice and law asks for there.
#
# NAME.tsv is about examples/NAME.convene, a row a check: its number in the project's list of checks, the verdict that is wanted, the clause
# that carries it (several are joined by " + ", and the worst counts; behind "#" stands one expectation of it; "-" is what the compiler
# itself sees to), and, where the verdict is another than is wanted, which, and why. A difference without a reason fails, and so does a reason
# for a difference that there is no more. Nothing else in the plan may be broken than the rows say.
# sums.tsv has what the commands have to work out and show. dates.convene has the first two at other days, and with a line changed.
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=$(realpath "${CONVENE:-build/convene}")
CONVENE=$convene exec /usr/bin/python3 - <<'PYTHON'
import csv, json, os, pathlib, re, subprocess, tempfile

convene, here = os.environ["CONVENE"], pathlib.Path("tests/cases")
WORST = ["broken", "cannot tell", "explained", "not shown", "pending", "to confirm", "met", "nothing to judge", "does not apply"]
passed = failed = 0


def count(good, what):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print(what)


def run(*words):
    done = subprocess.run([convene, *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


def rows(name):
    with open(here / name, newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def verdict_of(clauses, carrier):
    path, _, expectation = carrier.partition("#")
    clause = clauses.get(path)
    if clause is None:
        return "no such clause"
    if not expectation:
        return clause["verdict"]
    cases = [case["verdict"] for case in clause["cases"] if case["expectation"] == expectation]
    return min(cases, key=WORST.index) if cases else "nothing to judge"


def hold(name):
    plan = f"examples/{name}.convene"
    with tempfile.TemporaryDirectory() as place:
        out = pathlib.Path(place) / "verdicts.json"
        code, said = run("verdicts", plan, "-o", str(out))
        if code > 1:
            return count(False, f"{plan}: exit code {code}\n{said}")
        verdicts = json.loads(out.read_text())
    clauses = {clause["path"]: clause for clause in verdicts["clauses"]}
    count(all(clause["verdict"] in WORST for clause in clauses.values()), f"{plan}: a clause without a verdict")
    mapped = set()
    for row in rows(f"{name}.tsv"):
        number, wanted, differs = row["check"], row["wanted"], row["is"] or ""
        carriers = [] if row["clause"] == "-" else row["clause"].split(" + ")
        mapped.update(carrier.partition("#")[0] for carrier in carriers)
        found = [verdict_of(clauses, carrier) for carrier in carriers]
        unknown = [verdict for verdict in found if verdict not in WORST]
        came = "met" if not found else unknown[0] if unknown else min(found, key=WORST.index)
        count(came == (differs or wanted), f"{name}, check {number}: {came}, and {differs or wanted} is expected of {row['clause']}")
        count(differs != wanted and bool(differs) == bool(row["why"]),
              f"{name}, check {number}: a difference has its reason, and no reason is without one")
    for path, clause in clauses.items():
        count(clause["verdict"] != "broken" or path in mapped, f"{name}: {path} is broken, and nothing asks for that")


tables = sorted(path.stem for path in here.glob("*.tsv") if path.stem != "sums")
for name in tables:
    hold(name)
for row in rows("sums.tsv"):
    code, said = run(*row["command"].split())
    flat = re.sub(r"\s+", " ", said)
    count(code <= 1 and row["says"] in flat, f"convene {row['command']} does not say: {row['says']}")
code, said = run("test", str(here / "dates.convene"))
count(code == 0, said)
print(f"{passed} passed, {failed} failed")
raise SystemExit(failed > 0)
PYTHON
