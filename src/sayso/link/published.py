"""Times of publication: whether one document was out clearly before another."""

from datetime import date, datetime, timedelta

APART = timedelta(minutes=15)
"""The least time between two publications that shows which was first: clocks differ, and pages are dated when they
are made. From the brief of this part; not measured."""

ZONES = timedelta(hours=14)
"""How far a time without a zone may be from one with a zone, which would read the same."""


def is_earlier(a: str | None, b: str | None) -> bool:
    """True where `a` is clearly before `b`; both are ISO 8601 times of publication, of any precision.

    Two times of day must be 15 minutes apart (14 hours more where only one of them has a zone). A day, a month or a
    year must be over, by the calendar as written, before the other begins. Midnight to the second is taken for a day.
    """
    ours, theirs = _read_instant(a), _read_instant(b)
    if ours is not None and theirs is not None:
        if (ours.tzinfo is None) == (theirs.tzinfo is None):
            return theirs - ours >= APART
        return theirs.replace(tzinfo=None) - ours.replace(tzinfo=None) >= APART + ZONES
    before, after = _read_days(a), _read_days(b)
    return before is not None and after is not None and before[1] < after[0]


def _read_instant(published: str | None) -> datetime | None:
    if published is None or len(published) <= 10:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment if (moment.hour, moment.minute, moment.second) != (0, 0, 0) else None


def _read_days(published: str | None) -> tuple[date, date] | None:
    """The first and the last day that a time may mean."""
    digits = (published or "")[:10]
    try:
        first = date.fromisoformat(digits + "-01-01"[len(digits) - 4 :] if len(digits) in (4, 7) else digits)
    except ValueError:
        return None
    if len(digits) == 4:
        return first, first.replace(month=12, day=31)
    if len(digits) == 7:
        next_month = first.replace(day=28) + timedelta(days=4)
        return first, next_month - timedelta(days=next_month.day)
    return first, first
