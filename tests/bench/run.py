#!/usr/bin/env python3
"""Measures Convene beside ledger, dtc and tj3, on inputs that say as much, in one run.

Whole-process seconds come from hyperfine (the best of several runs: what else the machine does only
adds to them), instructions from callgrind, memory from GNU time. One
record is an activity of five lines; beside it stand a transaction with two postings and three tags
(ledger), a node with five properties (dtc) and a task with five attributes (tj3). The exponent says
how a figure grows with the number of records: 1.0 is in proportion. Beside the table stands what one
plan costs under every charter of the library at once, and under none. BENCH_SMOKE=1 is a short run.
"""
import glob
import json
import math
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
SMOKE = bool(os.environ.get("BENCH_SMOKE"))
SIZES = [100, 1000] if SMOKE else [100, 1000, 10000, 100000]
CALLGRIND_MOST = 1000 if SMOKE else 10000
LIBRARY_MOST = 10 # times the instructions of a check under nothing


def day(number):
    return 1 + number % 28


def plan(count, charter):
    yield 'adopt bnssg.charter\n\n' if charter else ''
    yield 'plan large "A large plan" {\n  as at: 1 May 2026\n  level: consult because "It is open."\n'
    yield '  audience patients "Patients" { }\n'
    for i in range(count):
        yield (f'  activity survey-{i} "Survey number {i}" {{\n    method: survey because "It suits."\n'
               f'    audience: patients\n    opens: {day(i)} April 2026\n    closes: {day(i)} June 2026\n'
               f'    responses: {i % 900 + 1}\n  }}\n')
    yield '}\n'


def net(count):
    """Dates that hang on each other, last first, in chains of fifty: days, working days and weeks."""
    yield 'plan net "A net of dates" {\n  as at: 1 May 2026\n  nation: england\n'
    for i in reversed(range(count)):
        shift = ('3 days', '2 working days', '1 week')[i % 3]
        when = f'{shift} after step-{i - 1}' if i % 50 else f'{day(i)} June 2026'
        yield f'  action step-{i} "Step number {i}" {{ on: {when} }}\n'
    yield '}\n'


def ledger(count):
    for i in range(count):
        yield (f'2026/04/{day(i):02} * Survey number {i}\n    ; method: survey\n    ; audience: patients\n'
               f'    ; closes: 2026-06-{day(i):02}\n    Responses:Survey  {i % 900 + 1}\n    Patients\n\n')


def dtc(count):
    yield '/dts-v1/;\n/ {\n'
    for i in range(count):
        yield (f'  survey-{i} {{\n    title = "Survey number {i}";\n    method = "survey";\n'
               f'    audience = "patients";\n    opens = <{day(i)}>;\n    responses = <{i % 900 + 1}>;\n  }};\n')
    yield '};\n'


def tj3(count):
    yield 'project large "A large plan" 2026-04-01 +6m {\n}\nresource team "Team"\n'
    for i in range(count):
        yield (f'task survey{i} "Survey number {i}" {{\n  note "Survey"\n  start 2026-04-{day(i):02}\n'
               f'  end 2026-06-{day(i):02}\n  responsible team\n  priority {i % 900 + 1}\n}}\n')


def plantuml(count):
    yield '@startgantt\nproject starts the 2026/04/01\n'
    for i in range(count):
        yield f'[Survey number {i}] starts 2026-04-{day(i):02} and ends 2026-06-{day(i):02}\n'
    yield '@endgantt\n'


def tools():
    convene, front = f'{BUILD}/convene', f'{BUILD}/bench/front'
    return [
        # name, writer, ending, command, most records, exit codes that are well
        ('front end', lambda n: plan(n, False), 'convene', [front], 10**6, [0]),
        ('check', lambda n: plan(n, False), 'convene', [convene, 'check'], 10**6, [0]),
        ('check, bnssg', lambda n: plan(n, True), 'convene', [convene, 'check'], 10**6, [0, 1]),
        ('net of dates', net, 'convene', [convene, 'check'], 10**6, [0]),
        ('timeline', lambda n: plan(n, False), 'convene', [convene, 'timeline', '-o', '-'], 10**6, [0]),
        ('timeline, svg', lambda n: plan(n, False), 'convene', [convene, 'timeline', '-o', f'{BUILD}/bench/timeline.svg'],
         10**6, [0]),
        ('ledger', ledger, 'ledger', ['ledger', '--args-only', 'balance', '-f'], 10**6, [0]),
        # dtc cannot read more siblings than its parser's stack holds, and slows with their square.
        ('dtc', dtc, 'dts', ['dtc', '-q', '-O', 'dtb', '-o', '/dev/null'], 9000, [0]),
        # The same drawing by another.
        ('plantuml gantt', plantuml, 'puml', ['plantuml', '-tsvg'], 10000, [0]),
        ('tj3', tj3, 'tjp', ['tj3', '--check-syntax', '--silent'], 10000, [0]),
    ]


def run(command, codes):
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in codes:
        sys.exit(f'{" ".join(command)} ended with {done.returncode}:\n{done.stderr[:2000]}')
    return done


def times(command, folder):
    """Seconds on the clock, the best of several runs; and of the processor, for how they grow."""
    result = f'{folder}/hyperfine.json'
    quick = subprocess.run(['hyperfine', '-N', '-i', '--runs', '1', '--export-json', result, '--'] +
                           [' '.join(command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if quick.returncode != 0:
        sys.exit(quick.stderr.decode())
    first = json.load(open(result))['results'][0]
    once = first['mean']
    if once > 5: # too long to do again, and far from the figures that are compared closely
        return once, first['user'] + first['system']
    runs = 3 if once > 1 or SMOKE else 10 if once > 0.1 else 30
    subprocess.run(['hyperfine', '-N', '-i', '-w', '1', '--runs', str(runs), '--export-json', result, '--'] +
                   [' '.join(command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    best = json.load(open(result))['results'][0]
    return best['min'], best['user'] + best['system']


def megabytes(command, codes):
    done = run(['/usr/bin/time', '-f', 'peak %M'] + command, codes)
    return int(done.stderr.rsplit('peak ', 1)[1]) / 1024


def instructions(command, codes, folder):
    out = f'{folder}/callgrind.out'
    done = run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out}'] + command, codes)
    return int(done.stderr.rsplit('Collected :', 1)[1].split()[0])


def exponent(points):
    """The slope of the line through the logarithms, over the last two decades at most."""
    points = [(math.log(n), math.log(value)) for n, value in points[-3:]]
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x)**2 for x, _ in points))


def shown(value, form):
    return form.format(value) if value is not None else '-'


def measure(folder):
    rows = {}
    for name, writer, ending, command, most, codes in tools():
        for size in [n for n in SIZES if n <= most] + ([most] if most not in SIZES and 1000 < most < max(SIZES) else []):
            path = f'{folder}/{name.replace(" ", "").replace(",", "-")}-{size}.{ending}'
            with open(path, 'w') as file:
                file.writelines(writer(size))
            whole = command + [path]
            run(whole, codes)
            clock, processor = times(whole, folder)
            row = {'seconds': clock, 'processor': processor, 'megabytes': megabytes(whole, codes)}
            if ending == 'convene' and size <= CALLGRIND_MOST:
                row['instructions'] = instructions(whole, codes, folder)
            rows[name, size] = row
            print(f'  {name}, {size}: {row["seconds"]:.4f} s', file=sys.stderr)
    return rows


def grows(rows, name, figure):
    return exponent([(size, row[figure]) for (tool, size), row in rows.items() if tool == name and figure in row])


def seconds_of_check(rows, size):
    """What a check of so many records takes, by the measured size that is nearest."""
    measured = [n for tool, n in rows if tool == 'check']
    nearest = min(measured, key=lambda n: abs(math.log(n / size)))
    return rows['check', nearest]['seconds'] * size / nearest


def print_table(rows):
    print(f'{"":14}{"records":>8}{"seconds":>10}{"MB":>8}{"instructions":>14}{"per record":>12}{"x check":>12}')
    for (name, size), row in rows.items():
        ratio = row['seconds'] / seconds_of_check(rows, size)
        count = row.get('instructions')
        print(f'{name:14}{size:8}{row["seconds"]:10.4f}{row["megabytes"]:8.1f}{shown(count, "{:,}"):>14}'
              f'{shown(count and count / size, "{:,.0f}"):>12}{shown(ratio, "{:.1f}"):>12}')
    print()
    for name in dict.fromkeys(tool for tool, _ in rows):
        print(f'{name:14} grows with the exponent {shown(grows(rows, name, "processor"), "{:.2f}")} in time, '
              f'{shown(grows(rows, name, "megabytes"), "{:.2f}")} in memory, '
              f'{shown(grows(rows, name, "instructions"), "{:.2f}")} in instructions')


def start_up(folder):
    convene, demo = f'{BUILD}/convene', f'{ROOT}/examples/riverside.convene'
    if not os.path.exists(demo):
        return
    for name, command in [('start-up, help', [convene, 'help']), ('check of riverside', [convene, 'check', demo])]:
        print(f'{name}: {times(command, folder)[0] * 1000:.1f} ms, '
              f'{instructions(command, [0, 1], folder):,} instructions, {megabytes(command, [0, 1]):.1f} MB')


def charters():
    """Every charter of the library, less those that tests bring along."""
    for path in sorted(glob.glob(f'{ROOT}/stdlib/*/*.convene')):
        with open(path) as file:
            yield from re.findall(r'^charter ([^ ]+)', file.read(), re.MULTILINE)


def under_nothing():
    """The plan of examples/riverside.convene as it would stand without its charter: with bodies of its
    own, without the lines that only the charter's vocabulary knows, and without law."""
    with open(f'{ROOT}/examples/riverside.convene') as file:
        lines = file.read().splitlines()
    bodies = {'governing-body': 'the-board', 'ppif': 'the-forum', 'ppg': 'the-group'}
    for line in lines:
        if re.match(r'adopt |use | *(confirm bnssg|nation:|localities:|commissioning-stages:)', line):
            continue
        line = line.replace(' { part-of: ccg }', '')
        for name, own in bodies.items():
            line = re.sub(rf'(?<=[:,] )( *){name}\b', rf'\1{own}', line)
        yield line
        if line.startswith('plan '):
            yield from (f'  body {own} "{own}" {{ }}' for own in bodies.values())


def whole_library(folder):
    """The instructions of a check under every charter at once, over those of one under none."""
    path, names = f'{folder}/under-nothing.convene', list(charters())
    with open(path, 'w') as file:
        file.write('\n'.join(under_nothing()) + '\n')
    check = [f'{BUILD}/convene', 'check', path]
    none = instructions(check, [0], folder)
    whole = instructions(check + [word for name in names for word in ('--against', name)], [0, 1], folder)
    print(f'whole library / none: {whole:,} / {none:,} instructions, {whole / none:.1f} times '
          f'({len(names)} charters at once)')
    return whole / none


def main():
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(folder)
        print_table(rows)
        print()
        start_up(folder)
        library = whole_library(folder)
    slow = [f'{name} grows faster than the plan in {figure}'
            for name in ('front end', 'check', 'check, bnssg', 'timeline')
            for figure in ('processor', 'megabytes') if not SMOKE and grows(rows, name, figure) > 1.1]
    if library > LIBRARY_MOST:
        slow.append(f'the whole library costs more than {LIBRARY_MOST} times a check under nothing')
    for what in slow:
        print(what, file=sys.stderr)
    sys.exit(1 if slow else 0)


main()
