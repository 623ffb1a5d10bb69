#!/bin/sh
# First plans: for every charter of the library, and for all at once. The plan compiles, its verdicts
# are what is still to do (nothing met, nothing broken), every example in it can be taken as an answer,
# and an interview keeps what was answered, whenever it ends.
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=$(realpath "${CONVENE:-build/convene}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
CONVENE=$convene exec /usr/bin/python3 - "$place" <<'PYTHON'
import json, os, pathlib, re, subprocess, sys

convene, place = os.environ["CONVENE"], pathlib.Path(sys.argv[1])
passed = failed = 0
AS_AT = ["--as-at", "2026-05-01"]


def count(good, what):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print(what)


def run(*words, said=None, cwd=None):
    done = subprocess.run([convene, *map(str, words)], input=said, capture_output=True, text=True, timeout=120, cwd=cwd)
    return done.returncode, done.stdout + done.stderr


def charters():
    """Those that ask something: one whose text is not to hand asks nothing."""
    for file in sorted(pathlib.Path("stdlib").rglob("*.convene")):
        text = file.read_text()
        found = re.search(r"^charter ([a-z.-]+)", text, re.M)
        if "unavailable" not in text and found and found[1] == ".".join(file.relative_to("stdlib").with_suffix("").parts):
            yield found[1]


def verdicts(plan):
    code, said = run("check", "--format", "json", *AS_AT, plan)
    file = json.loads(said)["files"][0]
    return code, file, said


# A line of the file that answers a question, or opens or closes a record, as a comment.
EXAMPLE = re.compile(r'^( *)# ([a-z][a-z -]*: .*|[a-z-]+ [a-z0-9.-]+ (?:"|\{).*|\})$', re.M)


def try_first_plan(name, modules):
    plan = place / f"{name}.convene"
    code, said = run("new", *modules, "-o", plan)
    count(code == 0 and said == "", f"new {name}: exit code {code}\n{said}")
    if not plan.exists():
        return
    code, file, said = verdicts(plan)
    count(code == 0, f"{name}: the first plan does not come out as it should ({code})\n{said[:1500]}")
    clauses = file.get("verdicts", {}).get("clauses", [])
    count(len(clauses) > 0, f"{name}: nothing is judged")
    green = [c["path"] for c in clauses if c["verdict"] in ("met", "broken", "explained")]
    count(not green, f"{name}: an unanswered plan settles {', '.join(green)}")
    answered = place / f"{name}-answered.convene"
    answered.write_text(EXAMPLE.sub(r"\1\2", plan.read_text()))
    count(len(answered.read_text()) < len(plan.read_text()), f"{name}: there are no examples")
    code, file, said = verdicts(answered)
    wrong = [d["message"] for d in file.get("diagnostics", []) if d.get("severity") == "error"]
    count(code <= 1, f"{name}: the examples do not hold together ({code})\n" + "\n".join(wrong[:8]))


names = list(charters())
count(len(names) >= 3, "the library has charters")
for name in names:
    try_first_plan(name, [name])
try_first_plan("all-at-once", names)

# Nothing is written over a plan that is there.
plan = place / "mine.convene"
plan.write_text('plan mine "Mine"\n')
code, said = run("new", "bnssg", "-o", plan)
count(code == 3 and plan.read_text() == 'plan mine "Mine"\n', f"a plan was written over: {said}")
code, said = run("new", "no-such-charter", "-o", place / "none.convene")
count(code == 2 and not (place / "none.convene").exists(), "an unknown charter leaves a file")

# A charter of our own, so that what is asked, and in which order, stays as it is here.
(place / "local").mkdir()
(place / "local" / "asks.convene").write_text(
    'charter local.asks "Asks" {\n  commitment why "Say why" { source: "1"  expect: plan.purpose is given }\n'
    '  commitment how "Say how far" { source: "2"  expect: plan.level is given }\n}\n')

# Interviews: the terminal ends in the middle; an answer that cannot be read is asked again.
talk = place / "talk.convene"
code, said = run("new", "local.asks", "--interview", "--plain", "-o", talk, cwd=place, said="A bus to the clinic\nengland\n\n\nTo agree on a bus\n")
text = talk.read_text()
count(code == 0 and 'plan first-plan "A bus to the clinic"' in text, f"the title is kept: {said}")
count('purpose: "To agree on a bus"' in text, "what was answered before the end is kept")
count(verdicts(talk)[0] in (0, 1), "an interview that was broken off compiles")
talk.unlink()
answers = "A bus\nengland\nThe council\ncouncil\n\nthe-council\nTo agree on a bus\nfar too much\n\ninvolve\nIt is open\nstop\n"
code, said = run("new", "local.asks", "--interview", "--plain", "-o", talk, cwd=place, said=answers)
text = talk.read_text()
count('body the-council "The council"' in text, "a body has the name that it was given")
count('level: involve because "It is open"' in text and "far too much" not in text, f"asked again: {said}")
count("nation: england" in text and "owner: the-council" in text and "sort: council" in text, f"what the law goes by is asked: {said}")
count("Once more" in said, "it says that the answer could not be read")

talk.unlink()
done = subprocess.run([convene, "new", "local.asks", "--interview", "--plain", "-o", str(talk)],
                      input=b"\xff\xfe not text\nA bus\nstop\n", capture_output=True, timeout=120, cwd=place)
text = talk.read_bytes()
count(done.returncode == 0 and b'plan first-plan "A bus"' in text and b"\xff" not in text, "a title that is no text is asked for again")

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
PYTHON
