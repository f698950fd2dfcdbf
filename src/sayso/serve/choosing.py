"""Which claims are shown, and in what order."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from sayso.errors import UsageError
from sayso.model import Claim, Kind, Origin
from sayso.moments import to_moment, to_period
from sayso.serve.linked import Linked, find_followed


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
    """Words that all stand in one of its statements."""
    limit: int | None = None
    """The most claims."""

    def __bool__(self) -> bool:
        """True where anything is asked."""
        return self != Filters()


def choose_claims(claims: Iterable[Claim], filters: Filters, linked: Linked) -> list[Claim]:
    """The claims that pass every filter but the limit. Raises UsageError for a time that is none, NotFound for a name."""
    tests = list(_make_tests(filters, linked))
    return [c for c in claims if all(test(c) for test in tests)]


def order_claims(claims: Iterable[Claim], order: Order, linked: Linked) -> list[Claim]:
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
            return sorted(claims, key=lambda c: (*_find_first(c, linked), c.id))
        case Order.TEXT:
            return sorted(claims, key=lambda c: (c.text.casefold().lstrip("\"'“‘"), c.id))


def is_worth_a_look(claim: Claim) -> bool:
    """True for a claim that more than one document makes or denies, and for one whose origin is in doubt."""
    origins = (*claim.weight.origins, *claim.denied.origins)
    return len(claim.documents) > 1 or claim.circular or bool(claim.loops) or any(map(is_in_doubt, origins))


def is_in_doubt(origin: Origin) -> bool:
    """True for an origin that is anonymous, unattributed, absent or left open."""
    return origin.kind is Kind.ANONYMOUS or origin.unattributed or origin.absent or not origin.name


def find_outlets(claim: Claim, linked: Linked) -> list[str]:
    """The outlets whose documents make or deny a claim, by name; one that is unknown doesn't count."""
    return sorted({o for d in claim.documents if d in linked.documents and (o := linked.documents[d].outlet)})


def shorten_ids(ids: Sequence[str], *, least: int = 6) -> dict[str, str]:
    """Id → its shortest beginning that no other of them has, all of one length."""
    length = least
    while len({i[:length] for i in ids}) < len(set(ids)):
        length += 1
    return {i: i[:length] for i in ids}


Test = Callable[[Claim], bool]


def _make_tests(filters: Filters, linked: Linked) -> Iterable[Test]:
    if filters.outlet is not None:
        yield _has_outlet(filters.outlet, linked)
    if filters.since is not None or filters.until is not None:
        yield _is_published(filters.since, filters.until, linked)
    if filters.text is not None:
        yield _has_words(filters.text, linked)
    if filters.entity is not None:
        yield _is_about(filters.entity, linked)


def _has_outlet(name: str, linked: Linked) -> Test:
    ids = {d.id for d in linked.documents.values() if (d.outlet or "").casefold() == name.casefold()}
    return lambda claim: bool(ids & set(claim.documents))


def _is_published(since: str | None, until: str | None, linked: Linked) -> Test:
    start = _read_period(since, "--since")[0] if since is not None else float("-inf")
    stop = _read_period(until, "--until")[1] if until is not None else float("inf")
    periods = {i: to_period(d.published) for i, d in linked.documents.items()}
    inside = {i for i, p in periods.items() if p and p[0] < stop and start < p[1]}
    return lambda claim: bool(inside & set(claim.documents))


def _read_period(time: str, option: str) -> tuple[float, float]:
    period = to_period(time.strip())
    if period is None:
        raise UsageError(f"{option}: {time!r} is no time. Give it as 2031-03-02, or as 2031-03-02T08:00:00Z.")
    return period


def _has_words(text: str, linked: Linked) -> Test:
    words = text.casefold().split()
    texts = {i: s.text.casefold() for i, s in linked.statements.items()}
    having = {i for i, t in texts.items() if all(w in t for w in words)}
    return lambda claim: bool(having & {*claim.statements, *claim.denials})


def _is_about(name: str, linked: Linked) -> Test:
    wanted = {e.id for e in linked.register.find_named(name)}
    found: set[str] = set()
    for reading in linked.readings.values():
        found |= {s for s, entities in linked.register.find_spoken(reading).items() if entities & wanted}
        found |= {s.id for s in reading.statements if linked.register.find_credited(s) & wanted}

    def is_about(claim: Claim) -> bool:
        if found & {*claim.statements, *claim.denials}:
            return True
        return any(linked.register.find_passed(f) & wanted for f in find_followed(claim))

    return is_about


def _find_first(claim: Claim, linked: Linked) -> tuple[bool, float]:
    moments = (to_moment(linked.documents[d].published) for d in claim.documents if d in linked.documents)
    first = min((m for m in moments if m > float("-inf")), default=None)
    return first is None, first or 0.0
