"""Times of publication, of any precision, compared."""

import re
from datetime import UTC, datetime, timedelta

_YEAR, _MONTH, _DAY = (re.compile(r"\d{4}"), re.compile(r"\d{4}-\d{2}"), re.compile(r"\d{4}-\d{2}-\d{2}"))
_INSTANT = timedelta(seconds=1)


def to_moment(published: str | None) -> float:
    """Seconds for an ISO time of any precision, its beginning; before all others where it is unknown."""
    start = _find_start(published)
    return start.timestamp() if start else float("-inf")


def to_period(published: str | None) -> tuple[float, float] | None:
    """First second of an ISO time and the first one after it; None where it is unknown or no time.

    A day is all of that day, a year all of that year. A time without a zone is read as UTC.
    """
    start = _find_start(published)
    if published is None or start is None:
        return None
    try:
        return start.timestamp(), _find_stop(start, published).timestamp()
    except (ValueError, OverflowError):
        return None


def is_later(a: str | None, b: str | None) -> bool:
    """True where one time is for certain after another: both are known and the one begins when the other is over."""
    ours, theirs = to_period(a), to_period(b)
    return ours is not None and theirs is not None and ours[0] >= theirs[1]


def _find_start(published: str | None) -> datetime | None:
    if published is None:
        return None
    missing = "-01-01" if _YEAR.fullmatch(published) else "-01" if _MONTH.fullmatch(published) else ""
    try:
        start = datetime.fromisoformat(published + missing)
    except ValueError:
        return None
    return start if start.tzinfo else start.replace(tzinfo=UTC)


def _find_stop(start: datetime, published: str) -> datetime:
    if _YEAR.fullmatch(published):
        return start.replace(year=start.year + 1)
    if _MONTH.fullmatch(published):
        return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    return start + (timedelta(days=1) if _DAY.fullmatch(published) else _INSTANT)
