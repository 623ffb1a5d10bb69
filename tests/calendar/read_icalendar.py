"""Prints a calendar file as JSON, as python3-icalendar reads it. Fails on any error that it records, in any component."""
import datetime
import json
import sys

import icalendar


def moment(value):
    """Whole days as text, hours as seconds of the world."""
    if value is None:
        return None
    return int(value.timestamp()) if isinstance(value, datetime.datetime) else value.isoformat()


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
events = []
for component in calendar.walk():
    if component.errors or component.is_broken:
        sys.exit(f"{component.name}: {component.errors}")
    if component.name != "VEVENT":
        continue
    missing = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "ORGANIZER"} - set(component)
    if missing or "URL" in component or "ATTENDEE" in component:
        sys.exit(f"{component['UID']}: lacks {missing}, or has an address")
    start, end = component["DTSTART"].dt, component.get("DTEND")
    events.append({"uid": str(component["UID"]), "summary": str(component["SUMMARY"]),
                   "description": str(component["DESCRIPTION"]), "location": str(component.get("LOCATION", "")),
                   "category": component["CATEGORIES"].to_ical().decode().replace("\\", ""),
                   "status": str(component["STATUS"]), "sequence": int(component["SEQUENCE"]),
                   "stamp": int(component["DTSTAMP"].dt.timestamp()), "host": component["ORGANIZER"].params["CN"],
                   "starts": moment(start), "ends": moment(end.dt if end else None)})
json.dump({"method": str(calendar["METHOD"]), "version": str(calendar["VERSION"]), "product": str(calendar["PRODID"]),
           "about": str(calendar["X-WR-CALDESC"]), "events": events}, sys.stdout, ensure_ascii=False)
