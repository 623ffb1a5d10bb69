"""The days of a plan, read from its text by rules of our own and not by Convene's: what a calendar of it has to hold.

Reads records and their dates, no more of the language than that. A date in words that are not known here is given back
as unread, so that whoever compares can say how many there were."""
import datetime
import re
import zoneinfo

LONDON = zoneinfo.ZoneInfo("Europe/London")
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]
SPELLINGS = {"phase": "stage", "round": "stage", "consultation": "stage", "event": "activity", "material": "document",
             "paper": "document", "publication": "document", "briefing": "training", "mentoring": "training",
             "response": "feedback"}
DAY_OF = {"meeting": "on", "training": "on", "action": "on", "decision": "on", "feedback": "on", "review": "on",
          "document": "published", "election": "poll", "statutory-consultee": "comment-by"}
TOKEN = re.compile(r'"""(?P<block>.*?)"""|"(?P<text>(?:\\.|[^"\\])*)"|(?P<comment>#[^\n]*)|(?P<brace>[{}])|(?P<line>\n)'
                   r'|(?P<label>(?<![^\s{])[a-z]+(?:[ -][a-z]+)*:(?=\s))|(?P<word>[^\s{}",#]+|,)', re.S)


class Record:
    def __init__(self, kind, name, title, parent):
        self.kind, self.name, self.title, self.parent = SPELLINGS.get(kind, kind), name, title, parent
        self.fields, self.children = {}, []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *labels):
        """The values of every line of a label that may be repeated, as of one line."""
        for label in labels:
            if label in self.fields:
                lines = self.fields[label]
                return [token for line in lines for token in [",", *line]][1:]
        return None

    def first(self, *labels):
        for label in labels:
            if label in self.fields:
                return self.fields[label][0]
        return None


def read_records(text):
    """The tree of records. A header is the words since the last label's value, brace or line."""
    root = at = Record("file", None, None, None)
    words, title, value, depth_without_record = [], None, None, 0
    for token in TOKEN.finditer(text):
        kind, found = token.lastgroup, token.group(token.lastgroup)
        if kind == "comment":
            continue
        if kind == "label":
            value = at.fields.setdefault(re.sub(r"[ -]+", "-", found[:-1]), [])
            value.append([])
            value, words, title = value[-1], [], None
        elif kind in ("text", "block"):
            title = found
            if value is not None:
                value.append('"')
        elif kind == "word":
            words.append(found)
            if value is not None:
                value.append(found)
        elif found == "{":
            header = [word for word in words if word != ","]
            name = header[1] if len(header) > 1 and header[1] != "for" else None
            child = Record(header[0] if header else "?", name, title, at)
            at.children.append(child)
            at, words, title, value = child, [], None, None
        elif found == "}":
            at, words, title, value = at.parent or root, [], None, None
        else:
            words, title = [], None
    return root


# ---- dates in words ----

def day(year, month, date):
    return datetime.date(int(year), MONTHS.index(month.lower()) + 1, int(date))


def month_of(year, month):
    first = day(year, month, 1)
    after = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, after - datetime.timedelta(days=1)


NAMED = "|".join(month.capitalize() for month in MONTHS)
LONG = re.compile(rf"^(?:\w+day )?(\d+) ({NAMED}) (\d{{4}})$")


def read_range(words):
    """First and last possible day; None stands for an end that is open. Raises ValueError for other words."""
    found = LONG.match(words)
    if found:
        one = day(found[3], found[2], found[1])
        return one, one
    if re.match(r"^\d{4}-\d\d-\d\d$", words):
        one = datetime.date.fromisoformat(words)
        return one, one
    found = re.match(rf"^({NAMED}) (\d{{4}})$", words)
    if found:
        return month_of(found[2], found[1])
    if re.match(r"^\d{4}$", words):
        return day(words, "January", 1), day(words, "December", 31)
    if words.startswith("by "):
        return None, read_range(words[3:])[1]
    if words.startswith("not before "):
        return read_range(words[11:])[0], None
    if words.startswith("week of "):
        first = read_range(words[8:])[0]
        return first, first + datetime.timedelta(days=6)
    raise ValueError(words)


def read_hours(words):
    """The words without their hours, the first minute and how many there are (None: not said)."""
    found = re.match(r"^(.*?) at (\d\d):(\d\d)(?: (?:for (\d+) (hour|minute)s?|to (\d\d):(\d\d)))?$", words)
    if not found:
        return words, None, None
    start = int(found[2]) * 60 + int(found[3])
    if found[4]:
        return found[1], start, int(found[4]) * (60 if found[5] == "hour" else 1)
    return found[1], start, int(found[6]) * 60 + int(found[7]) - start if found[6] else None


def easter_of(year):
    century, golden = year // 100, year % 19
    skipped = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return datetime.date(year, month, sunday + 28 - 31 * (month // 4))


def on_or_after(date, weekday):
    return date + datetime.timedelta(days=(weekday - date.weekday()) % 7)


def days_off(year):
    """Bank holidays of England and Wales, by their rules (the years of the examples have no others)."""
    easter = easter_of(year)
    found = {easter - datetime.timedelta(days=2), easter + datetime.timedelta(days=1),
             on_or_after(datetime.date(year, 5, 1), 0), on_or_after(datetime.date(year, 5, 25), 0),
             on_or_after(datetime.date(year, 8, 25), 0)}
    fixed = [datetime.date(year, 1, 1), datetime.date(year, 12, 25), datetime.date(year, 12, 26)]
    found.update(each for each in fixed if each.weekday() < 5)
    for each in fixed:
        while each.weekday() > 4 or (each in found and each not in fixed):
            each += datetime.timedelta(days=1)
            while each in found:
                each += datetime.timedelta(days=1)
        found.add(each)
    return found


def is_worked(date):
    return date.weekday() < 5 and date not in days_off(date.year)


def working_days_from(date, count):
    """COUNT working days on from DATE, which is not counted itself; back if COUNT is below nothing."""
    step = datetime.timedelta(days=1 if count > 0 else -1)
    count = abs(count)
    while count > 0:
        date += step
        count -= is_worked(date)
    return date


class Plan:
    def __init__(self, path):
        with open(path, encoding="utf-8-sig") as file:
            root = read_records(file.read())
        self.plan = next(record for record in root.walk() if record.kind == "plan")
        self.by_name = {record.name: record for record in self.plan.walk() if record.name}
        self.unread = []
        self.rhythms = set()  # bodies of the plan that meet in a rhythm that is read here

    def words_of(self, tokens):
        """The phrases of a value, without its reason."""
        if "because" in tokens:
            tokens = tokens[:tokens.index("because")]
        return [phrase.strip() for phrase in " ".join(tokens).replace(" ,", ",").split(",")]

    def range_of(self, words):
        found = re.match(r"^next meeting of (\S+) after (.*)$", words)
        if found:
            after = self.base_of(found[2], "after")[1]
            day = next((each for each in self.rhythm_of(self.by_name[found[1]]) if each > after), None)
            return day, day
        found = re.match(r"^(\d+) (days?|weeks?|working days?|clear working days?) (after|before) (.*)$", words)
        if not found:
            return read_range(words)
        first, last = self.base_of(found[4], found[3])
        count = int(found[1]) * (1 if found[3] == "after" else -1)
        if "working" in found[2]:
            count += (1 if count > 0 else -1) * found[2].startswith("clear")
            return first and working_days_from(first, count), last and working_days_from(last, count)
        shift = datetime.timedelta(days=count * (7 if found[2].startswith("week") else 1))
        return first and first + shift, last and last + shift

    def base_of(self, words, side):
        """The day that a sum counts from: a record, one of its ends, or a sum or day of its own."""
        words = words[1:-1] if words.startswith("(") and words.endswith(")") else words
        found = re.match(r"^(\S+)( closes| opens)?$", words)
        base = found and self.by_name.get(found[1])
        if not base:
            return self.range_of(words)
        span = self.span_of(base)
        return span[1] if found[2] == " closes" or (found[2] is None and side == "after") else span[0]

    def closes_of(self, record):
        """The closing day with its extensions, of the record or of what it stands in."""
        while record is not None:
            extended = [self.range_of(self.words_of(child.first("to"))[0]) for child in record.children
                        if child.kind in ("extended", "extension") and "to" in child.fields]
            if extended and record.kind == "stage":
                return max(extended, key=lambda each: each[1])
            tokens = record.first("closes", "closed")
            if tokens and tokens[:2] == ["not", "fixed"]:
                return None
            if tokens is not None:
                return self.range_of(self.words_of(tokens)[0])
            record = record.parent
        return None

    def opens_of(self, record):
        while record is not None:
            tokens = record.first("opens", "opened")
            if tokens and tokens[:2] == ["not", "fixed"]:
                return None
            if tokens is not None:
                return self.range_of(self.words_of(tokens)[0])
            record = record.parent
        return None

    def span_of(self, record):
        if record.kind in ("stage", "activity") and not record.first("on", "dates"):
            first, last = self.opens_of(record), self.closes_of(record)
            if first is None or last is None:
                raise ValueError(f"{record.name} is open")
            return first, last
        label = DAY_OF.get(record.kind, "on")
        ranges = [self.range_of(read_hours(words)[0]) for words in self.words_of(record.all(label, "dates"))]
        return min(ranges, key=lambda each: each[0]), max(ranges, key=lambda each: each[1])

    # ---- what has to stand in the calendar ----

    def whole(self, record, first, last, certain, extra=""):
        return {"name": record.name, "title": record.title, "first": first.isoformat(),
                "after": (last + datetime.timedelta(days=1)).isoformat(), "tentative": not certain, "extra": extra}

    def one_day(self, record, words):
        words, start, length = read_hours(words)
        first, last = self.range_of(words)
        if first != last:
            entered = last if first is None else first
            return self.whole(record, entered, entered, False)
        if start is None:
            return self.whole(record, first, first, True)
        begins = datetime.datetime.combine(first, datetime.time(start // 60, start % 60), LONDON)
        ends = None
        if length is not None:
            total = start + length
            ends = datetime.datetime.combine(first + datetime.timedelta(days=total // 1440),
                                             datetime.time(total % 1440 // 60, total % 60), LONDON)
        return {"name": record.name, "title": record.title, "starts": int(begins.timestamp()),
                "ends": None if ends is None else int(ends.timestamp()), "tentative": False}

    def set_by(self, record):
        """The days by which an end of a span is to be set."""
        ends = [" ".join(record.first(label) or []).replace(" , ", " ") for label in ("opens", "closes")]
        found = [re.match(r"^not fixed will be set by (.*)$", end) for end in ends]
        days = [read_range(each[1])[1] for each in found if each]
        return [self.whole(record, each, each, True) for each in days]

    def span(self, record):
        first, last = self.opens_of(record), self.closes_of(record)
        if first is None or last is None:
            known = first or last
            return self.set_by(record) + ([] if known is None else [self.whole(record, known[0], known[0], known[0] == known[1])])
        begins, ends = first[0] or first[1], last[1] or last[0]
        return [self.whole(record, begins, ends, first[0] == first[1] and last[0] == last[1])]

    def period(self, record):
        """The days before a poll on which publicity is held back: given, or 25 working days in England and Wales."""
        if record.kind != "election":
            return []
        given = record.first("pre-election-period")
        if given is not None:
            first, last = (read_range(end)[0] for end in " ".join(given).split(" to "))
        else:
            nations = set(self.plan.first("nation") or [])
            if (record.first("sort") or ["local"]) != ["local"] or not nations or nations - {"england", "wales", ","}:
                raise ValueError("the pre-election period")
            last = self.range_of(self.words_of(record.first("poll"))[0])[0]
            notice = record.first("notice")
            first = read_range(" ".join(notice))[0] if notice else working_days_from(last, -25)
        return [self.whole(record, first, last, True)]

    def events_of(self, record):
        if record.kind == "stage" or (record.kind == "activity" and not record.first("on", "dates")):
            return self.span(record)
        tokens = record.all(DAY_OF.get(record.kind, "on"), "dates")
        if tokens is None or tokens[:2] in (["not", "known"], ["not", "yet"]):
            return []
        found = re.match(r"^not fixed will be set by (.*)$", " ".join(tokens).replace(" , ", " "))
        if found:
            set_by = read_range(found[1])[1]
            return [self.whole(record, set_by, set_by, True)]
        return [self.one_day(record, words) for words in self.words_of(tokens)] + self.period(record)

    def rhythm_of(self, body):
        """The days on which a body meets by its rhythm; None if that is not read here."""
        words = " ".join(body.first("meets") or [])
        found = re.match(r"^every (\d+) (weeks|months) from (.*)$", words)
        nth = re.match(r"^every (first|second|third|fourth) (\w+)day of the month from (.*)$", words)
        if found is None and nth is None:
            return None
        start = read_range((found or nth)[3])[0]
        days = []
        for number in range(400):
            months = start.year * 12 + start.month - 1 + (number if nth else int(found[1]) * number)
            begins, ends = month_of(months // 12, MONTHS[months % 12])
            if nth:
                weekday = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"].index(nth[2].lower())
                weeks = ["first", "second", "third", "fourth"].index(nth[1])
                days.append(on_or_after(begins, weekday) + datetime.timedelta(weeks=weeks))
            elif found[2] == "weeks":
                days.append(start + datetime.timedelta(weeks=int(found[1]) * number))
            else:
                days.append(ends.replace(day=min(ends.day, start.day)))
        return [each for each in days if each >= start]

    def meetings(self, first, last):
        """The days from FIRST to LAST on which a body meets that something else in the plan names."""
        found = []
        for body in self.plan.walk():
            if body.kind != "body" or not body.first("meets"):
                continue
            days = self.rhythm_of(body)
            named = any(body.name in tokens for record in self.plan.walk() for values in record.fields.values()
                        for tokens in values)
            if days is None:
                self.unread.append((body.name, " ".join(body.first("meets"))))
                continue
            self.rhythms.add(body.name)
            if not named:
                continue
            days += [read_range(words)[0] for words in self.words_of(body.first("also-meets") or []) if words]
            left_out = [read_range(words)[0] for words in self.words_of(body.first("does-not-meet") or []) if words]
            entered = [read_range(read_hours(words)[0])[0] for record in self.plan.walk()
                       if record.kind == "meeting" and body.name in (record.first("of") or [])
                       for words in self.words_of(record.first("on")) if LONG.match(read_hours(words)[0])]
            found += [(body.name, each.isoformat()) for each in days
                      if first <= each <= last and each not in left_out and each not in entered]
        return found

    def events(self):
        found = []
        for record in self.plan.walk():
            if record.kind not in ("stage", "activity", *DAY_OF):
                continue
            try:
                found += self.events_of(record)
            except (ValueError, TypeError, IndexError) as unread:
                self.unread.append((record.name or record.title, str(unread)))
        return found
