// Prints a calendar file as JSON, as ical.js reads it. Hours are reckoned by the VTIMEZONE in the file alone.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(path.join(process.env.MODULES, "ical.js", "dist", "ical.js")));
ICAL.design.strict = true;
const whole = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const zone of whole.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const moment = (time) => (!time ? null : time.isDate ? time.toString() : time.toUnixTime());
const text = (of, name) => of.getFirstPropertyValue(name) ?? "";
const events = whole.getAllSubcomponents("vevent").map((component) => {
  const starts = component.getFirstPropertyValue("dtstart");
  if (!starts.isDate && starts.zone.tzid !== "Europe/London") throw new Error(`no clocks for ${starts}`);
  return {
    uid: text(component, "uid"),
    summary: text(component, "summary"),
    description: text(component, "description"),
    location: text(component, "location"),
    category: text(component, "categories"),
    status: text(component, "status"),
    sequence: component.getFirstPropertyValue("sequence"),
    stamp: component.getFirstPropertyValue("dtstamp").toUnixTime(),
    host: component.getFirstProperty("organizer").getFirstParameter("cn"),
    starts: moment(starts),
    ends: moment(component.getFirstPropertyValue("dtend")),
  };
});
process.stdout.write(
  JSON.stringify({
    method: text(whole, "method"),
    version: text(whole, "version"),
    product: text(whole, "prodid"),
    about: text(whole, "x-wr-caldesc"),
    events,
  }),
);
