"""What the statements of a collection are, counted."""

import dataclasses
from collections import Counter
from collections.abc import Iterable

from sayso.catalogue.ends import ENDS, find_end
from sayso.model import Certainty, Statement

CERTAINTIES = {
    Certainty.ASSERTED: ("asserted", "in the outlet's own voice, plainly"),
    Certainty.ATTRIBUTED: ("attributed", "credited to somebody else"),
    Certainty.HEDGED: ("hedged", "reportedly, may, is believed to"),
    Certainty.DENIED: ("denied", "rejected by whoever stands in the chain"),
}
"""Certainty → its word, and what that means."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """One kind of statement: how many there are."""

    name: str
    meaning: str
    count: int


def count_certainties(statements: Iterable[Statement]) -> list[Row]:
    """Statements by how far their documents commit themselves. They add up to all."""
    counts = Counter(s.certainty for s in statements)
    return [Row(name=name, meaning=meaning, count=counts[c]) for c, (name, meaning) in CERTAINTIES.items()]


def count_ends(statements: Iterable[Statement]) -> list[Row]:
    """Statements by what stands at the end of their documents' own chains. They add up to all."""
    counts = Counter(map(find_end, statements))
    return [Row(name=name, meaning=meaning, count=counts[name]) for name, meaning in ENDS.items()]


def share_in_words(count: int, total: int) -> str:
    """A share in whole percent; `under 1 %` rather than 0 for something that is there."""
    percent = round(100 * count / total) if total else 0
    if count and not percent:
        return "under 1 %"
    return "over 99 %" if percent == 100 and count < total else f"{percent} %"
