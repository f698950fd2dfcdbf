"""Times of publication, of any precision, compared."""

import re
from datetime import UTC, datetime, timedelta

_WHOLE = (re.compile(r"\d{4}"), re.compile(r"\d{4}-\d{2}"), re.compile(r"\d{4}-\d{2}-\d{2}"))
_INSTANT = timedelta(seconds=1)


def to_period(published: str | None) -> tuple[float, float] | None:
    """First second of an ISO time and the first one after it; None where it is unknown or no time.

    A day is all of that day, a year all of that year. A time without a zone is read as UTC.
    """
    if published is None:
        return None
    try:
        start = datetime.fromisoformat(published + ("", "-01", "-01-01")[_missing(published)])
        start = start if start.tzinfo else start.replace(tzinfo=UTC)
        stop = _find_end(start, published)
        return start.timestamp(), stop.timestamp()
    except (ValueError, OverflowError):
        return None


def _missing(published: str) -> int:
    if _WHOLE[0].fullmatch(published):
        return 2
    return 1 if _WHOLE[1].fullmatch(published) else 0


def _find_end(start: datetime, published: str) -> datetime:
    missing = _missing(published)
    if missing == 2:
        return start.replace(year=start.year + 1)
    if missing == 1:
        return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    return start + (timedelta(days=1) if _WHOLE[2].fullmatch(published) else _INSTANT)


def is_later(a: str | None, b: str | None) -> bool:
    """True where one time is for certain after another: both are known and the one begins when the other is over."""
    ours, theirs = to_period(a), to_period(b)
    return ours is not None and theirs is not None and ours[0] >= theirs[1]
