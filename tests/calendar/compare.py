"""Holds what two readers found in a calendar against each other and against the days of the plan, and a raw file against
RFC 5545's rules for its lines. Prints each difference; the last line counts.
Usage: compare.py PLAN ICS ONE.json OTHER.json VERDICTS.json"""
import collections
import datetime
import json
import sys

import plan_days

passed = failed = 0


def hold(what, good):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"{sys.argv[1]}: {what}")


def lines_hold(path):
    with open(path, "rb") as file:
        raw = file.read()
    lines = raw.split(b"\r\n")
    hold("ends with its last line", lines[-1] == b"" and lines[-2] == b"END:VCALENDAR" and b"\n" not in b"".join(lines))
    hold("a line has more than 75 bytes", all(len(line) <= 75 for line in lines))
    for line in lines:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            hold(f"a letter is cut in two: {line!r}", False)
    hold("there are no control characters", all(c >= 32 or c in (10, 13) for c in raw))


def is_deadline(event):
    return event["category"] == "Deadline"


def is_rhythm(event):
    """A meeting that no record says, but the rhythm of a body."""
    return ".meets." in event["uid"]


def meetings_hold(plan, events):
    entered = [event for event in events if not is_deadline(event) and not is_rhythm(event)]
    days = [event[end][:10] if isinstance(event[end], str) else
            datetime.datetime.fromtimestamp(event[end], plan_days.LONDON).date().isoformat()
            for event in entered for end in ("starts", "ends") if event[end] is not None]
    if not days:
        return
    first, last = datetime.date.fromisoformat(min(days)), datetime.date.fromisoformat(max(days))
    wanted = sorted(plan.meetings(first, last - datetime.timedelta(days=1)))
    found = sorted((event["uid"].split(".")[1], event["starts"]) for event in events
                   if is_rhythm(event) and event["uid"].split(".")[1] in plan.rhythms)
    hold(f"meetings: {found} in the calendar, {wanted} in the plan", found == wanted)


def belongs(event, wanted):
    """An event of that record: by its name if it has one, else by its title."""
    name = event["uid"].split("@")[0].split(".", 1)[1].split("#")[0]
    if wanted["name"]:
        return name in (wanted["name"], wanted["name"] + ".set-by")
    return event["summary"].startswith(wanted["title"])


def fits(event, wanted):
    if "starts" in wanted:
        return (event["starts"], event["ends"]) == (wanted["starts"], wanted["ends"])
    return (event["starts"], event["ends"]) == (wanted["first"], wanted["after"])


def days_hold(plan, events):
    """Every day of the plan stands in the calendar, and nothing else does."""
    left = [event for event in events if not is_deadline(event) and not is_rhythm(event)]
    for wanted in plan.events():
        found = next((event for event in left if belongs(event, wanted) and fits(event, wanted)), None)
        hold(f"not in the calendar: {wanted}", found is not None)
        if found is None:
            continue
        left.remove(found)
        hold(f"certain or not: {found['uid']}", found["status"] == "CANCELLED" or
             (found["status"] == "TENTATIVE") == wanted["tentative"])
        hold(f"an uncertain day is said: {found['uid']}", ("not certain" in found["summary"]) == wanted["tentative"])
        if wanted["title"]:
            hold(f"its title: {found['summary']}", wanted["title"].replace('\\"', '"') in found["summary"])
    hold(f"in the calendar, and not in the plan: {[event['uid'] for event in left]}", len(left) <= len(plan.unread))
    share = len(plan.unread) / max(1, len(events))
    if plan.unread:
        print(f"{sys.argv[1]}: dates in words that this test does not read: {plan.unread}")
    hold("most dates are in words that this test reads", share < 0.5)


def dues_hold(events, verdicts):
    """Each day by which something that is not done yet is due, from the verdicts, and no other."""
    as_at = verdicts["as-at"]["day"] if isinstance(verdicts["as-at"], dict) else verdicts["as-at"]
    wanted = set()
    for clause in verdicts["clauses"]:
        for case in clause.get("cases", []):
            due = case.get("due")
            open_case = case["verdict"] in ("broken", "not shown", "pending", "to confirm", "cannot tell")
            if due and open_case and not due["overdue"] and due.get("last") and due["last"] >= as_at:
                wanted.add(due["last"])
    found = {event["starts"] for event in events if is_deadline(event)}
    hold(f"due in the verdicts and not in the calendar: {sorted(wanted - found)}", not wanted - found)
    hold(f"due in the calendar and not in the verdicts: {sorted(found - wanted)}", not found - wanted)


def events_hold(events, as_at):
    again = [uid for uid, count in collections.Counter(event["uid"] for event in events).items() if count > 1]
    hold(f"two events have one UID: {again}", not again)
    stamp = int(datetime.datetime.fromisoformat(as_at + "T00:00:00+00:00").timestamp())
    hold("stamped with the day at which the plan stands", all(event["stamp"] == stamp for event in events))
    for event in events:
        hold(f"{event['uid']} says where it comes from", "line " in event["description"] or is_deadline(event))


def main():
    plan_path, ics, one_path, other_path, verdicts_path = sys.argv[1:]
    with open(one_path, encoding="utf-8") as file:
        one = json.load(file)
    with open(other_path, encoding="utf-8") as file:
        other = json.load(file)
    with open(verdicts_path, encoding="utf-8") as file:
        verdicts = json.load(file)
    hold("both readers read the same", one == other)
    hold("it is published", one["method"] == "PUBLISH" and one["version"] == "2.0" and "Convene" in one["product"])
    as_at = verdicts["as-at"]["day"] if isinstance(verdicts["as-at"], dict) else verdicts["as-at"]
    lines_hold(ics)
    events_hold(one["events"], as_at)
    plan = plan_days.Plan(plan_path)
    days_hold(plan, one["events"])
    meetings_hold(plan, one["events"])
    dues_hold(one["events"], verdicts)
    print(f"{passed} passed, {failed} failed")


main()
