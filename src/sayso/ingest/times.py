"""Times of publication as pages, feeds and files write them → ISO 8601, as precise as given."""

import datetime
import email.utils
import re

_ISO = re.compile(
    r"(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)? ?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_IN_WORDS = re.compile(
    r"(?:[a-z]{3,9}\.?,? )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?|"
    r"(?P<month_first>[a-z]{3,9})\.? (?P<day_second>\d{1,2})(?:st|nd|rd|th)?),? (?P<year>\d{4})(?:,? (?:at )?\d.*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:[a-z]{3,9},? +)?\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4} +\d{1,2}:\d{2}(?::\d{2})?(?: *(?:[+-]\d{4}|(?![ap]m?\b)[a-z]{1,5})(?: *\(.*\))?)?|"
    r"[a-z]{3} [a-z]{3} +\d{1,2} \d{2}:\d{2}:\d{2}(?: [a-z]{1,5})? \d{4}",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?")


def to_iso(value: str) -> str | None:
    """ISO 8601 of a time, with the precision and zone that it has; None where it isn't understood.

    >>> to_iso("2031-03-02 08:00:00+0100")
    '2031-03-02T08:00:00+01:00'
    >>> to_iso("Sun, 02 Mar 2031 08:00:00 GMT")
    '2031-03-02T08:00:00Z'
    >>> to_iso("March 2, 2031, 8:05 a.m. ET")  # the day alone: no time of day without knowing its zone's name
    '2031-03-02'
    """
    text = value.strip()
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zulu = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zulu or ''}" if hour else "")
    if match := _ISO.fullmatch(text):
        return _from_parts(match["date"], match["time"], match["zone"])
    if _MAIL.fullmatch(text) is None:  # the mail parser would take "8:05 p.m." for five past eight in the morning
        return _from_words(" ".join(text.split()))
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    zone = "" if moment.tzinfo is None else _write_zone(moment.strftime("%z"))
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + zone if moment.year >= 1000 else None


def _from_parts(date: str, time: str | None, zone: str | None) -> str | None:
    end = f"T{time}{_write_zone(zone or '')}" if time else ""
    try:
        datetime.datetime.fromisoformat(date + "-01-01"[len(date) - 4 :] + end)
    except ValueError:
        return None
    return date + end


def _from_words(text: str) -> str | None:
    """The day in a date whose month is a word, in either order."""
    match = _IN_WORDS.fullmatch(text)
    if match is None:
        return None
    name = (match["month"] or match["month_first"]).lower()
    numbers = [n for n, month in enumerate(_MONTHS, start=1) if name in (month, month[:3], month[:4])]
    day = int(match["day"] or match["day_second"])
    return _from_parts(f"{match['year']}-{numbers[0]:02}-{day:02}", None, None) if numbers else None


def _write_zone(zone: str) -> str:
    if zone.upper() in ("Z", "UTC", "GMT", "+0000", "+00:00", "-00:00", "-0000"):
        return "Z"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}" if zone else ""
