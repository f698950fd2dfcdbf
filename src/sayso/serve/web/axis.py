"""An axis of time: where a moment stands on it, and the marks below it."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

HOUR, DAY = 3_600.0, 86_400.0

STEPS = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY)
"""Seconds between two marks, of axes shorter than months."""

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""Months between two marks."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Axis:
    """From one second to another, drawn between two places."""

    start: float
    stop: float
    left: float
    right: float

    def place(self, moment: float) -> float:
        """Where a moment stands; at an end where it lies beyond."""
        share = (moment - self.start) / (self.stop - self.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def find_ticks(self, *, most: int = 8) -> list[tuple[float, str]]:
        """The marks: their moments and words, at most so many."""
        length = self.stop - self.start
        step = next((s for s in STEPS if length / s <= most), None)
        if step is not None:
            return [(m, name_moment(m, step)) for m in self._find_steps(step)]
        months = next((n for n in MONTH_STEPS if length / (n * 30.4 * DAY) <= most), MONTH_STEPS[-1])
        return [(m, name_month(m, months)) for m in self._find_months(months)]

    def _find_steps(self, step: float) -> Iterator[float]:
        moment = -(-self.start // step) * step
        while moment <= self.stop:
            yield moment
            moment += step

    def _find_months(self, months: int) -> Iterator[float]:
        first = to_time(self.start)
        number = -(-(first.year * 12 + first.month - 1) // months) * months
        while number // 12 <= 9999:
            moment = (datetime(max(number // 12, 1), number % 12 + 1, 1, tzinfo=UTC)).timestamp()
            if moment > self.stop:
                return
            if moment >= self.start:
                yield moment
            number += months


def make_axis(start: float, stop: float, *, left: float, right: float) -> Axis:
    """An axis with a little room at its ends; of a day at least, since a point has no length."""
    room = max((stop - start) * 0.03, 0.0)
    if stop - start < DAY / 4:
        room = DAY / 4
    return Axis(start=start - room, stop=stop + room, left=left, right=right)


def to_time(moment: float) -> datetime:
    """The moment in UTC; the nearest that can be written where it lies beyond."""
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC) if moment < 0 else datetime.max.replace(tzinfo=UTC)


def name_moment(moment: float, step: float) -> str:
    """A mark of an axis of hours or days."""
    time = to_time(moment)
    day = f"{time.day} {MONTHS[time.month - 1]}"
    return day if step >= DAY or time.hour == 0 else f"{time:%H:%M}"


def name_month(moment: float, months: int) -> str:
    """A mark of an axis of months or years."""
    time = to_time(moment)
    return f"{time.year}" if months >= 12 or time.month == 1 else f"{MONTHS[time.month - 1]} {time.year}"
