"""Which claims are listed, and in what order."""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sayso.errors import UsageError
from sayso.model import Claim, Document, Kind, Origin
from sayso.moments import to_moment, to_period


class Order(StrEnum):
    """What stands first in a list of claims."""

    REPEATED = "repeated"
    ORIGINS = "origins"
    TIME = "time"
    TEXT = "text"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Filters:
    """What is asked of the claims that are shown; None asks nothing."""

    entity: str | None = None
    """Somebody whom a statement names or credits, or whom its followed chain leads through."""
    outlet: str | None = None
    """Who publishes a document that makes or denies it."""
    since: str | None = None
    """A time at or after which such a document was published, ISO 8601 of any precision."""
    until: str | None = None
    """The same for a time that is not over: a day is all of that day."""
    text: str | None = None
    """Words that all stand in one of its statements; the last may be unfinished."""
    limit: int | None = None
    """The most claims."""

    def __bool__(self) -> bool:
        """True where anything is asked."""
        return self != Filters()


def read_bounds(since: str | None, until: str | None) -> tuple[float, float]:
    """First second of `since` and the first one after `until`; infinite where nothing is asked. Raises UsageError."""
    start = _read_period(since, "--since")[0] if since is not None else float("-inf")
    stop = _read_period(until, "--until")[1] if until is not None else float("inf")
    return start, stop


def _read_period(time: str, option: str) -> tuple[float, float]:
    period = to_period(time.strip())
    if period is None:
        raise UsageError(f"{option}: {time!r} is no time. Give it as 2031-03-02, or as 2031-03-02T08:00:00Z.")
    return period


def order_claims(claims: Iterable[Claim], order: Order, documents: Mapping[str, Document]) -> list[Claim]:
    """The claims in an order of their own, never that of the input.

    Repeated: most documents first, then fewest identified origins. Origins: fewest first, then most documents.
    Time: as first published here, unknown last. Text: by their words.
    """
    match order:
        case Order.REPEATED:
            return sorted(claims, key=lambda c: (-len(c.documents), c.weight.at_least, c.weight.at_most, c.id))
        case Order.ORIGINS:
            return sorted(claims, key=lambda c: (c.weight.at_least, c.weight.at_most, -len(c.documents), c.id))
        case Order.TIME:
            return sorted(claims, key=lambda c: (*_find_first(c, documents), c.id))
        case Order.TEXT:
            return sorted(claims, key=lambda c: (c.text.casefold().lstrip("\"'“‘"), c.id))


def is_worth_a_look(claim: Claim) -> bool:
    """True for a claim that more than one document makes or denies, and for one whose origin is in doubt."""
    origins = (*claim.weight.origins, *claim.denied.origins)
    return len(claim.documents) > 1 or claim.circular or bool(claim.loops) or any(map(is_in_doubt, origins))


def is_in_doubt(origin: Origin) -> bool:
    """True for an origin that is anonymous, unattributed, absent or left open."""
    return origin.kind is Kind.ANONYMOUS or origin.unattributed or origin.absent or not origin.name


def find_outlets(claim: Claim, documents: Mapping[str, Document]) -> list[str]:
    """The outlets whose documents make or deny a claim, by name; one that is unknown doesn't count."""
    return sorted({o for d in claim.documents if d in documents and (o := documents[d].outlet)})


def _find_first(claim: Claim, documents: Mapping[str, Document]) -> tuple[bool, float]:
    moments = (to_moment(documents[d].published) for d in claim.documents if d in documents)
    first = min((m for m in moments if m > float("-inf")), default=None)
    return first is None, first or 0.0
