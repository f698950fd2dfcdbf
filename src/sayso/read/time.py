"""Times that a statement gives, resolved against the time of publication, with their precision. Only where sure."""

import datetime
import re

from sayso.model import Span, Time

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d|21\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        r"\b(?P<year>\d{4})-(?P<monthnumber>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?\b(?!:)",
        rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"\b{_MONTH},? {_YEAR}\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ff]rom|[Oo]f|[Ii]n early|[Ii]n late) {_MONTH}(?! \d)",
        r"\b(?P<relative>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
        r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y)?\s?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his) (?P<unit>week|month|year|season|spring|summer|autumn|winter)\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f) {_YEAR}\b(?!-)",
    )
)


def published_day(published: str | None) -> datetime.date | None:
    """The day of publication, where it is known to the day."""
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _shift_month(day: datetime.date, months: int) -> str:
    number = day.year * 12 + day.month - 1 + months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.casefold().rstrip(".")[:3]))


def _nearest_year(month: int, day: int | None, published: datetime.date) -> int:
    """The year that brings a month and day without a year nearest to publication."""

    def away(year: int) -> int:
        try:
            return abs((datetime.date(year, month, day or 15) - published).days)
        except ValueError:
            return 10**6

    return min((published.year - 1, published.year, published.year + 1), key=away)


def _resolve(match: re.Match[str], published: datetime.date | None, around: str) -> tuple[str | None, str]:
    """Value and precision of one match."""
    found = match.groupdict()
    if found.get("relative"):
        if published is None:
            return None, "day"
        shift = {"yesterday": -1, "tomorrow": 1}.get(found["relative"].casefold(), 0)
        return (published + datetime.timedelta(days=shift)).isoformat(), "day"
    if found.get("weekday"):
        return _weekday(
            WEEKDAYS.index(found["weekday"].casefold()), (found.get("which") or "").casefold(), published, around
        ), "day"
    if found.get("unit"):
        return _unit(found["unit"], {"last": -1, "next": 1}.get(found["which"].casefold(), 0), published)
    year = int(found["year"]) if found.get("year") else None
    day = int(found["day"]) if found.get("day") else None
    if found.get("monthnumber"):
        month: int | None = int(found["monthnumber"])
    else:
        month = _month(found["month"]) if found.get("month") else None
    if month is None:
        return (f"{year:04d}", "year") if year else (None, "vague")
    if year is None:
        if published is None:
            return None, "day" if day else "month"
        if match[0].casefold().startswith(("last", "next")):
            last = match[0].casefold().startswith("last")
            year = (
                published.year
                if (month < published.month) == last and month != published.month
                else published.year + (-1 if last else 1)
            )
        else:
            year = _nearest_year(month, day, published)
    if day is None:
        return f"{year:04d}-{month:02d}", "month"
    try:
        return datetime.date(year, month, day).isoformat(), "day"
    except ValueError:
        return None, "vague"


def _weekday(number: int, which: str, published: datetime.date | None, around: str) -> str | None:
    """The day that a weekday means: the last one before publication unless the words look ahead."""
    if published is None:
        return None
    if which == "last":
        # "last Friday" said on a Saturday may be yesterday or eight days ago.
        back = (published.weekday() - number) % 7 or 7
        return (published - datetime.timedelta(days=back)).isoformat() if back > 2 else None
    ahead = which in {"next", "until", "by"} or re.search(
        r"\b(?:will|to be|would|expected|due|going to|plans?|scheduled|could|may|might)\b", around
    )
    if ahead:
        on = (number - published.weekday()) % 7
        return (published + datetime.timedelta(days=on)).isoformat() if on and which != "next" else None
    back = (published.weekday() - number) % 7
    return (published - datetime.timedelta(days=back)).isoformat()


def _unit(unit: str, shift: int, published: datetime.date | None) -> tuple[str | None, str]:
    if unit in {"spring", "summer", "autumn", "winter", "season"}:
        return None, "season"
    if published is None:
        return None, unit
    if unit == "week":
        year, week, _ = (published + datetime.timedelta(weeks=shift)).isocalendar()
        return f"{year:04d}-W{week:02d}", "week"
    if unit == "month":
        return _shift_month(published, shift), "month"
    return f"{published.year + shift:04d}", "year"


def find_times(text: str, spans: tuple[Span, ...], published: str | None) -> tuple[Time, ...]:
    """Times inside a statement's spans; `text` is the part that they point into."""
    day = published_day(published)
    found: list[Time] = []
    for span in spans:
        words = text[span.start : span.stop]
        for pattern in _PATTERNS:
            for match in pattern.finditer(words):
                start, stop = (
                    span.start + match.start() + (len(match[0]) - len(match[0].lstrip())),
                    span.start + match.end(),
                )
                place = Span(part=span.part, start=start, stop=stop)
                if any(place.overlaps(t.span) for t in found):
                    continue
                value, precision = _resolve(match, day, words)
                found.append(Time(span=place, value=value, precision=precision))
    return tuple(sorted(found, key=lambda t: t.span))
