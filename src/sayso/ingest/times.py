"""Times of publication as pages, feeds and files write them → ISO 8601, as precise as given."""

import datetime
import email.utils
import re

_ISO = re.compile(
    r"(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)? ?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?")


def to_iso(value: str) -> str | None:
    """ISO 8601 of a time, with the precision and zone that it has; None where it isn't understood.

    >>> to_iso("2031-03-02 08:00:00+0100")
    '2031-03-02T08:00:00+01:00'
    >>> to_iso("Sun, 02 Mar 2031 08:00:00 GMT")
    '2031-03-02T08:00:00Z'
    """
    text = value.strip()
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zulu = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zulu or ''}" if hour else "")
    if match := _ISO.fullmatch(text):
        return _from_parts(match["date"], match["time"], match["zone"])
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    zone = "" if moment.tzinfo is None else _write_zone(moment.strftime("%z"))
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + zone if moment.year >= 1000 else None


def _from_parts(date: str, time: str | None, zone: str | None) -> str | None:
    try:
        datetime.date.fromisoformat(date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date)
        if time:
            datetime.time.fromisoformat(time)
    except ValueError:
        return None
    return f"{date}T{time}{_write_zone(zone or '')}" if time else date


def _write_zone(zone: str) -> str:
    if zone.upper() in ("Z", "UTC", "GMT", "+0000", "+00:00", "-00:00", "-0000"):
        return "Z"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}" if zone else ""
