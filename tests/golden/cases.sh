#!/bin/sh
# What cannot be held in a file beside its golden: files that are missing, odd or huge, and places
# that cannot be written. Whole messages are compared, and no output file may be touched.
# CONVENE names the program.
set -u
cd "$(dirname "$0")" || exit 1
root=$(cd ../.. && pwd)
CONVENE=${CONVENE:-build/convene}
case $CONVENE in /*) ;; *) CONVENE=$root/$CONVENE ;; esac
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0

# wants NAME CODE COMMAND...: the words on standard input are the whole of what it prints.
wants() {
    name=$1 code=$2 && shift 2
    cat >wanted
    timeout 60 "$CONVENE" "$@" >printed 2>&1 </dev/null
    got=$?
    if diff -u wanted printed && [ "$got" -eq "$code" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$name: not as wanted (exit code $got, wanted $code)"
    fi
}

# holds NAME WORDS FILE: the file has the words in it.
holds() {
    if grep -qF -- "$2" "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: $3 does not say \"$2\""
        head -n 20 "$3"
    fi
}

# is NAME TEST...: the test is true.
is() {
    name=$1 && shift
    if "$@" >is.out; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$name: not so: $*"
    fi
}

printf 'plan small "A small plan" {\n  as at: 1 May 2026\n}\n' >small.convene

# Files that cannot be read.
wants missing 3 check --plain none.convene <<'END'
none.convene  (cannot-read)
  There is no file called none.convene.
  Is the name right, and the folder that it is in?

1 thing to put right.
END
mkdir folder
wants directory 3 check --plain folder <<'END'
folder  (cannot-read)
  folder is a folder.
  Name the file of the plan in it: its name ends in .convene.

1 thing to put right.
END
mkfifo pipe
wants pipe 3 check --plain pipe <<'END'
pipe  (cannot-read)
  pipe is a pipe or a device, not a file. Save the plan in a file first.

1 thing to put right.
END
: >empty.convene
wants empty 2 check --plain empty.convene <<'END'
empty.convene  (empty-file)
  There is nothing in this file.
  Write:   plan my-plan "What it is about" { }
  That is a whole plan: everything else can come later.

1 thing to put right.
END
head -c 2000 /dev/zero >binary.convene
wants binary 2 check --plain binary.convene <<'END'
binary.convene  (not-text)
  This is not text (it holds zero bytes). A plan is plain text.
  Save it as plain text (in Word: Save As, Plain Text, Unicode UTF-8), with a name that ends in
  .convene.

1 thing to put right.
END
printf 'plan cafe "A caf\351" {\n}\n' >latin.convene
wants latin 2 check --plain latin.convene <<'END'
latin.convene, line 1  (not-text)
     1 | plan cafe "A caf?" {
                         ^
  Line 1 holds a letter or sign that is not saved as UTF-8 (byte 17 of the file), so I cannot know
  which it is.
  The file was likely saved in an older Windows form. Save it again as UTF-8 (in Word: Save As,
  Plain Text, Unicode UTF-8).

1 thing to put right.
END

# Files that are huge.
head -c 100000000 /dev/zero | tr '\0' 'a' >long.convene
timeout 60 "$CONVENE" check --plain long.convene >long.out 2>&1
is long-line test $? -eq 2
is long-line-is-cut test "$(wc -c <long.out)" -lt 3000
holds long-line 'long.convene, line 1' long.out
{
    printf 'plan deep "Deep" {\n'
    awk 'BEGIN { for (i = 0; i < 100000; i++) print "stage {" }'
} >deep.convene
timeout 60 "$CONVENE" check --plain deep.convene >deep.out 2>&1
is deep-braces test $? -eq 2
holds deep-braces '(too-deep)' deep.out
is deep-braces-are-told-once test "$(wc -l <deep.out)" -lt 60
truncate -s 300M huge.convene
wants huge 3 check --plain huge.convene <<'END'
huge.convene  (too-big)
  huge.convene is bigger than 256 MB, which no plan is. Is it the right file?

1 thing to put right.
END

# Places that cannot be written.
wants no-such-folder 3 checklist small.convene -o none/checklist.md <<'END'
convene: none/checklist.md cannot be written: there is no such folder.
END
wants over-the-plan 3 checklist small.convene -o small.convene <<'END'
convene: The ending of -o says the form, and for checklist it is one of: .md, .html.
  Write:   -o checklist.md
END
cp small.convene small.md
wants over-its-source 3 checklist small.md -o small.md <<'END'
convene: small.md is what this was made from, so I do not write over it.
END
echo 'My own notes' >mine.md
wants over-another 3 checklist small.convene -o mine.md <<'END'
convene: mine.md is there already, and Convene did not make it. Choose another name, or add --force to lose what is in it.
END
holds over-another 'My own notes' mine.md
wants into-a-folder 3 checklist small.convene -o folder.md/ <<'END'
convene: The ending of -o says the form, and for checklist it is one of: .md, .html.
  Write:   -o checklist.md
END
wants build-into-a-file 3 build small.convene -o mine.md <<'END'
convene: mine.md is a file, so nothing can be written in it. Name a folder.
END
ln -s /dev/full full.md
wants to-a-device 3 checklist small.convene -o full.md <<'END'
convene: full.md is a link, a pipe or a device, and I write to plain files only. Without -o the output goes to the screen.
END
timeout 60 "$CONVENE" checklist small.convene >/dev/full 2>full.err
is full-disk test $? -eq 3
holds full-disk 'The output could not be written' full.err

# An output is written again over one that Convene made, the same bytes.
"$CONVENE" checklist small.convene -o once.md >/dev/null 2>&1
cp once.md twice.md
"$CONVENE" checklist small.convene -o twice.md
is over-its-own cmp -s once.md twice.md
"$CONVENE" checklist small.convene -o mine.md --force
is forced cmp -s once.md mine.md
"$CONVENE" timeline small.convene -o table.csv
cp table.csv again.csv
wants table-over-its-own 0 timeline small.convene -o again.csv </dev/null
echo 'name,colour' >mine.csv
wants table-over-another 3 timeline small.convene -o mine.csv <<'END'
convene: mine.csv is there already, and Convene did not make it. Choose another name, or add --force to lose what is in it.
END

# Outputs are written all together or not at all, when a file may grow no further too.
mkdir together
(ulimit -f 12 && "$CONVENE" build small.convene -o together >/dev/null 2>together.err)
is together-code test $? -eq 3
holds together 'cannot be written' together.err
is together-or-not-at-all test -z "$(ls -A together)"

# Asking what a change would bring changes nothing.
printf 'plan later "Later" {\n  as-at: 1 May 2026\n  decision d "D" { on: 3 June 2026 }\n}\n' >later.convene
cp later.convene before.convene
"$CONVENE" what-if --plain "d 2 weeks later" later.convene >later.out 2>&1
is what-if-code test $? -eq 0
holds what-if 'Wed 3 Jun 2026 to Wed 17 Jun 2026' later.out
is what-if-writes-nothing cmp -s before.convene later.convene
wants what-if-nothing 3 what-if "" later.convene <<'END'
convene: What is to change?
  Write:   convene what-if "decision on 3 September 2026" FILE
END
wants what-if-no-file 3 what-if "d 2 weeks later" <<'END'
convene: what-if wants more than that.
  Write:   convene what-if CHANGE FILE
END

# A plan that does not compile leaves every output as it was.
printf 'plan broken "Broken" {\n  opens: 31 February 2026\n}\n' >broken.convene
"$CONVENE" build broken.convene -o left >/dev/null 2>&1
is broken-code test $? -eq 2
is broken-writes-nothing test ! -e left
"$CONVENE" checklist broken.convene -o once.md >/dev/null 2>&1
is broken-keeps cmp -s once.md twice.md

# The command line itself.
wants no-command 3 chekc small.convene <<'END'
convene: There is no command called chekc.
  Write:   convene check FILE...
END
wants only-a-file 3 small.convene <<'END'
convene: There is no command called small.convene.
  Write:   convene check small.convene
END
wants bad-option 3 check --as-it 2026-05-01 small.convene <<'END'
convene: There is no option called --as-it.
  Write:   --as-at
END
wants bad-day 3 check --as-at 31/05/2026 small.convene <<'END'
convene: I cannot read "31/05/2026" as a day.
  Write:   --as-at 2026-03-03   or   --as-at "3 March 2026"
END
wants no-day 3 check small.convene --as-at <<'END'
convene: --as-at has nothing after it.
  Write:   --as-at DATE
END
wants no-file 3 check <<'END'
convene: check wants more than that.
  Write:   convene check FILE...
END
wants build-nowhere 3 build small.convene <<'END'
convene: Into which folder?
  Write:   convene build small.convene -o FOLDER
END
wants bad-form 3 check --format xml small.convene <<'END'
convene: There is no form called xml here.
  Write:   --format text   or   --format json
END

# The same day, the same bytes, wherever and whenever it is run.
"$CONVENE" check small.convene >first 2>&1
(TZ=Pacific/Auckland SOURCE_DATE_EPOCH=1 "$CONVENE" check small.convene >second 2>&1)
is same-bytes cmp -s first second
printf 'plan today "Judged today" { }\n' >today.convene
"$CONVENE" check --plain today.convene >today.out 2>&1
holds today '(today)' today.out

# A clause that no test looks at is untested, though every test of the file comes out.
printf 'charter untested "A charter" {\n  commitment one "One" { source: "1"  expect: plan.purpose is given otherwise "Say why" }\n}\n' >untested.convene
wants untested 1 test --plain --coverage untested.convene <<'END'
untested.convene, line 2  (untested)
     2 |   commitment one "One" { source: "1"  expect: plan.purpose is given otherwise "Say why" }
           ^^^^^^^^^^^^^^^^^^^^
  No test holds a plan in which it is met, and none in which it is not.

1 thing to put right.
1 passed, 0 failed
END

# For programs.
"$CONVENE" check --format json small.convene broken.convene none.convene >all.json
is json-code test $? -eq 3
is json-shape jq -e '(.files | length == 3) and .files[0].verdicts."as-at".day == "2026-05-01"
    and (.files[1].diagnostics[0] | .name == "no-such-day" and .start.line == 2 and .start.column == 10
        and .start.offset == 32 and .end.column == 26 and .write == "opens: 28 February 2026")
    and .files[1].exit == 2 and (.files[1] | has("verdicts") | not)
    and .files[2].diagnostics[0].name == "cannot-read"' all.json

# Every module that can be adopted or used is sound by itself, without what others would bring.
for file in "$root"/stdlib/*/*.convene; do
    is "${file#"$root"/}" "$CONVENE" check "$file"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
