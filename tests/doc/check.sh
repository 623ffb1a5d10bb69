#!/bin/sh
# The reference and the crosswalks, read back by readers that are not ours: every clause is there with
# its force and its source, every link leads somewhere, and the numbers of a crosswalk add up.
set -u
cd "$(dirname "$0")/../.." || exit 1
convene=$(realpath "${CONVENE:-build/convene}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
CONVENE=$convene exec /usr/bin/python3 - "$place" <<'PYTHON'
import csv, html.parser, io, os, pathlib, re, subprocess, sys

convene, place = os.environ["CONVENE"], pathlib.Path(sys.argv[1])
passed = failed = 0


def count(good, what):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    if not good:
        print(what)


def run(*words, cwd=None):
    done = subprocess.run([convene, *map(str, words)], capture_output=True, text=True, timeout=120, cwd=cwd)
    return done.returncode, done.stdout + done.stderr


VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(html.parser.HTMLParser):
    """Which elements are open, which ids there are and where links lead; headings by level."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.levels, self.wrong, self.text = [], [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"][1:])
        elif "href" in attributes or "src" in attributes:
            self.wrong.append(f"loads {attributes}")
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text.append(data)


def read_page(text, name):
    page = Page()
    page.feed(text)
    page.close()
    count(not page.wrong and not page.open, f"{name}: {page.wrong[:3]} {page.open[:3]}")
    twice = {i for i in page.ids if page.ids.count(i) > 1} if len(page.ids) < 3000 else len(page.ids) - len(set(page.ids))
    count(not twice, f"{name}: ids given twice: {twice}")
    astray = set(page.links) - set(page.ids)
    count(not astray, f"{name}: links that lead nowhere: {sorted(astray)[:5]}")
    jumps = [b for a, b in zip(page.levels, page.levels[1:]) if b > a + 1]
    count(page.levels[:1] == [1] and not jumps, f"{name}: headings leave a level out: {jumps[:3]}")
    return page


CLAUSE = re.compile(r"^ *(?:commitment|standard|aim|duty|right|clause|pledge) ([a-z0-9.-]+)", re.M)


def charters():
    for file in sorted(pathlib.Path("stdlib").rglob("*.convene")):
        text = file.read_text()
        found = re.search(r"^charter ([a-z.-]+)", text, re.M)
        if found and "tests" not in file.parts and found[1] == ".".join(file.relative_to("stdlib").with_suffix("").parts):
            yield found[1], CLAUSE.findall(text)


known = dict(charters())
count(len(known) >= 3, "the library has charters")
for name, clauses in known.items():
    code, said = run("doc", name, "-o", place / f"{name}.html")
    count(code == 0 and said == "", f"doc {name}: {code} {said[:500]}")
    text = (place / f"{name}.html").read_text()
    page = read_page(text, name)
    missing = [c for c in clauses if f"{name}.{c}" not in page.ids]
    count(not missing, f"{name}: clauses that are not in the page: {missing[:5]}")
    code, said = run("doc", name)
    count(code == 0 and all(f"{name}.{c}" in said for c in clauses), f"{name}: clauses are missing in the Markdown")
    sections = re.split(r"^#### .*\n", said, flags=re.M)[1:]
    asked = [s for s in sections if "- **Name:** " in s]
    lacking = [s[:80] for s in asked if "- **Force:** " not in s or "- **Source:** " not in s]
    count(not lacking, f"{name}: clauses without force or source: {lacking[:3]}")
    untested = [re.search(r"\*\*Name:\*\* (\S+)", s)[1] for s in asked
                if "**Judged by:**" in s and not ("Tests in which it is met" in s and "Tests in which it is not" in s)]
    count(not untested, f"{name}: no test is named for {untested[:5]}")

code, said = run("doc", "-o", place / "library.html")
text = (place / "library.html").read_text()
read_page(text, "the whole library")
count(all(f'id="module-{name}"' in text for name in known), "the whole library has every charter")
count('id="kind-activity"' in text and 'id="list-method"' in text, "the whole library has the vocabulary")
run("doc", "-o", place / "again.html")
count((place / "again.html").read_text() == text, "the same library gives the same bytes")
count(run("doc", "-o", place / "library.pdf")[0] == 3, "a form that there is not is refused")

names = list(known)
for left, right in zip(names, names[1:] + names[:1]):
    code, said = run("crosswalk", left, right, "-o", place / f"{left}-{right}.csv")
    count(code == 0, f"crosswalk {left} {right}: {code} {said[:300]}")
    rows = list(csv.reader(io.StringIO((place / f"{left}-{right}.csv").read_text(), newline="")))
    count(all(len(row) == 6 for row in rows), f"{left}, {right}: every row of the table has six cells")
    both = [r for r in rows[1:] if r[1] in ("the same expectation", "said to be the same", "they pull apart")]
    count(all(r[4] and r[5] for r in both if r[1] == "they pull apart"), f"{left}, {right}: what pulls apart says why, and how both are kept")
    count(all(r[2] and r[3] for r in both), f"{left}, {right}: what both ask has clauses of both")
    count(all(bool(r[2]) != bool(r[3]) for r in rows[1:] if r not in both), f"{left}, {right}: what one asks is of one")
    for clause in known[left]:
        if not any(re.search(rf"\b{re.escape(left)}\.{re.escape(clause)} \(", r[2]) for r in rows[1:]):
            count(False, f"{left}, {right}: {clause} stands nowhere")
    run("crosswalk", left, right, "-o", place / "walk.html", "--force")
    read_page((place / "walk.html").read_text(), f"{left} and {right}")
    code, said = run("crosswalk", left, right, "--plain")
    count(code == 0 and "BOTH ASK" in said and said.isascii(), f"{left}, {right}: the text")

# What is the same and what is not, in two charters of our own.
local = place / "local"
local.mkdir()
(local / "common.convene").write_text('expect told "People are told" { that: some feedback where its on is given  otherwise: "Tell them" }\n')
(local / "ours.convene").write_text(
    'use local.common\ncharter local.ours "Ours" {\n  commitment told "Tell people" { force: must  source: "1"  stage: after  expect: told }\n'
    '  standard quiet "Keep quiet in August" { force: should  source: "2"  same-as: local.theirs.august  ask: "Was it quiet?" }\n'
    '  aim alone "Something of our own" { source: "3"  ask: "Was it?" }\n}\n')
(local / "theirs.convene").write_text(
    'use local.common\ncharter local.theirs "Theirs" {\n  standard answer "Give an answer" { force: should  source: "A"  stage: after  expect: told }\n'
    '  standard august "Nothing in August" { force: should  source: "B"  ask: "Was it quiet?" }\n}\n')
code, said = run("crosswalk", "local.ours", "local.theirs", cwd=place)
count(code == 0 and "1 clause only in" in said and "0 clauses only in Theirs" in " ".join(said.split()), f"our own: {said}")
code, said = run("crosswalk", "stoke", "tameside-glossop", "--plain")
said = " ".join(said.split())
count(all(words in said for words in ("THEY PULL APART", "stoke.charter.evidence-base (must", "Read together: Evidence that is on record, or testing it with people")),
      f"where two charters pull apart is said: {said[:600]}")
code, said = run("crosswalk", "bnssg.law", "uk.time", "--plain")
count("THEY PULL APART" not in said and "0 places where they pull apart" in " ".join(said.split()), "nothing pulls apart where nothing does")
code, said = run("doc", "local.ours", cwd=place)
count(code == 0 and "local.ours.told" in said, f"a charter beside us has a reference: {said[:300]}")
code, said = run("crosswalk", "local.ours", "local.theirs", "--library", place)
count("How strongly: must in the first, should in the second." in " ".join(said.split()), f"the difference in force is said: {said}")

# Two charters that include the same third: what it asks is asked once.
(local / "well.convene").write_text('charter local.well "The well" {\n  commitment deep "It is deep" { source: "1"  ask: "Is it?" }\n}\n')
for name in ("left", "right"):
    (local / f"{name}.convene").write_text(f'charter local.{name} "{name}" {{ includes: local.well }}\n')
(local / "town.convene").write_text('charter local.town "The town" { includes: local.left, local.right }\n')
code, said = run("crosswalk", "local.town", "local.theirs", "--plain", cwd=place)
count(code == 0 and "1 clause only in The town" in " ".join(said.split()) and said.count("local.well.deep (") == 1,
      f"what two charters include is counted once: {said[:300]}")

# Expectations that take each other over, in a charter that nobody adopts: the reference ends all the same.
(local / "ring.convene").write_text(
    'charter local.ring "Ring" {\n  expect one "One" { that: two }\n  expect two "Two" { that: one }\n'
    '  commitment all "All of it" { source: "1"  expect: one }\n}\n')
code, said = run("doc", "local.ring", cwd=place)
count(code in (0, 2) and "one" in said, f"a ring of expectations: {code} {said[:300]}")

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
PYTHON
