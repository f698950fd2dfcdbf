"""What the statements of a collection are, counted."""

import dataclasses
from collections import Counter
from collections.abc import Iterable

from sayso.model import Certainty, Kind, Statement

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


ENDS = {
    "own voice": "nobody but the outlet stands in the chain",
    "person": "a named person",
    "organisation": "a named organisation",
    "publication": "another outlet, an agency, a study, a document, by name",
    "anonymous": "somebody described, and not identified",
    "undetermined": "somebody of whom it is undetermined who is meant",
}
"""What may stand at the end of a document's own chain, and what that means."""


def count_ends(statements: Iterable[Statement]) -> list[Row]:
    """Statements by what stands at the end of their documents' own chains. They add up to all."""
    counts = Counter(map(find_end, statements))
    return [Row(name=name, meaning=meaning, count=counts[name]) for name, meaning in ENDS.items()]


def find_end(statement: Statement) -> str:
    """What stands at the end of a statement's own chain: one of `ENDS`."""
    last = statement.chain[-1]
    if len(statement.chain) == 1 or last.kind is Kind.OUTLET:
        return "own voice"
    if not last.name:
        return "undetermined"
    return str(last.kind)


def share_in_words(count: int, total: int) -> str:
    """A share in whole percent; `under 1 %` rather than 0 for something that is there."""
    percent = round(100 * count / total) if total else 0
    if count and not percent:
        return "under 1 %"
    return "over 99 %" if percent == 100 and count < total else f"{percent} %"
