"""Which claims of a collection are shown, and in what order."""

from collections.abc import Iterable, Sequence

from sayso.catalogue import claims as catalogued
from sayso.model import Claim
from sayso.serve.linked import Linked


def choose_claims(claims: Iterable[Claim], filters: catalogued.Filters, linked: Linked) -> list[Claim]:
    """The claims that pass every filter but the limit. Raises UsageError for a time that is none, NotFound for a name."""
    ids = linked.store.catalogue.choose_claims(filters)
    return [c for c in claims if c.id in ids] if ids is not None else list(claims)


def order_claims(claims: Iterable[Claim], order: catalogued.Order, linked: Linked) -> list[Claim]:
    """The claims in an order of their own, never that of the input."""
    return catalogued.order_claims(claims, order, linked.documents)


def find_outlets(claim: Claim, linked: Linked) -> list[str]:
    """The outlets whose documents make or deny a claim, by name; one that is unknown doesn't count."""
    return catalogued.find_outlets(claim, linked.documents)


def shorten_ids(ids: Sequence[str], *, least: int = 6) -> dict[str, str]:
    """Id → its shortest beginning that no other of them has, all of one length."""
    length = least
    while len({i[:length] for i in ids}) < len(set(ids)):
        length += 1
    return {i: i[:length] for i in ids}
