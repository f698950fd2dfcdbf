"""What a search can be narrowed by, as words of the index: short, and of letters and digits only."""

import math
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime

from sayso.model import hash_of
from sayso.moments import to_period

MONTHS = 24
"""The most months that a search names one by one; a longer time is named by its years."""

YEARS = 100
"""The most years that it names: a longer time is asked of every hit instead."""


def fold_outlet(outlet: str | None) -> str:
    """An outlet's name in the form in which equal names are equal."""
    return (outlet or "").strip().casefold()


def name_outlet(outlet: str | None) -> str:
    """The word for an outlet."""
    return f"o{hash_of([fold_outlet(outlet)])}"


def name_certainty(certainty: str) -> str:
    """The word for a certainty."""
    return f"c{certainty}"


def name_end(end: str) -> str:
    """The word for what stands at the end of a chain."""
    return f"e{end.replace(' ', '')}"


def name_version(*, is_latest: bool) -> str:
    """The word for the latest version of a page, or for an older one."""
    return "vlatest" if is_latest else "volder"


def name_times(published: str | None) -> list[str]:
    """The words for the years and months that a time of publication may lie in."""
    period = to_period(published)
    if period is None:
        return []
    months = list(find_months(*period))
    return [*dict.fromkeys(f"y{m[1:5]}" for m in months), *months]


def span_times(start: float, stop: float) -> list[str]:
    """The words of which one is that of any time in a span; empty where it has no beginning or no end, or is very long."""
    if not (math.isfinite(start) and math.isfinite(stop)) or stop - start > YEARS * _YEAR:
        return []
    months = list(find_months(start, stop))
    return months if len(months) <= MONTHS else list(dict.fromkeys(f"y{m[1:5]}" for m in months))


def find_months(start: float, stop: float) -> Iterator[str]:
    """The words for the months from one second to another, the second not among them: `m203103` for March 2031.

    Only those of the years 1 to 9999: a zone may lead out of them.
    """
    at = datetime.fromtimestamp(min(max(start, _FIRST), _LAST), UTC)
    year, month = at.year, at.month
    while year <= MAXYEAR and datetime(year, month, 1, tzinfo=UTC).timestamp() < stop:
        yield f"m{year:04}{month:02}"
        year, month = year + month // 12, month % 12 + 1


_YEAR = 366 * 86_400.0
_FIRST = datetime(MINYEAR, 1, 1, tzinfo=UTC).timestamp()
_LAST = datetime(MAXYEAR, 12, 31, tzinfo=UTC).timestamp()
