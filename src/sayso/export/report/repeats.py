"""Passages of a document that another one has too, seen from the document."""

import dataclasses
from collections.abc import Iterator

from sayso.export.report.material import Material
from sayso.model import Document, Passage, Reuse, Span


@dataclasses.dataclass(frozen=True, kw_only=True)
class Repeat:
    """One passage, with the one in the other document that it is aligned with."""

    id: str
    """Its own on the page."""
    label: str
    """A letter, its own in the document: the same for all passages shared with one other."""
    other: str
    """Id of the other document."""
    here: Span
    there: Span
    other_id: str
    """The id of the other document's end of it."""
    way: str
    """repeats, is repeated by, or shares (undetermined which repeats which)."""
    score: float
    reason: str


def find_repeats(document: Document, material: Material) -> list[Repeat]:
    """All passages that a document shares with others, by place; the letters follow the others' time."""
    touching = [
        (r, r.source if r.document == document.id else r.document)
        for r in material.reuses_of.get(document.id, ())
        if r.document in material.documents and r.source in material.documents
    ]
    others = sorted({other for _, other in touching}, key=material.ranks.__getitem__)
    labels = {other: make_letters(n) for n, other in enumerate(others)}
    found = [repeat for r, other in touching for repeat in _make(document, other, r, labels[other])]
    return sorted(found, key=lambda r: (r.here.part, r.here.start, r.here.stop, r.label, r.id))


def _make(document: Document, other: str, reuse: Reuse, label: str) -> Iterator[Repeat]:
    name = f"{reuse.document}-{reuse.source}"
    forth = reuse.document == document.id
    way = ("repeats" if forth else "is repeated by") if reuse.directed else "shares"
    for n, passage in enumerate(reuse.passages):
        here, there = find_sides(passage, forth=forth)
        yield Repeat(
            id=f"{name}-{n}-{'a' if forth else 'b'}",
            label=label,
            other=other,
            here=here,
            there=there,
            other_id=f"{name}-{n}-{'b' if forth else 'a'}",
            way=way,
            score=passage.score,
            reason=reuse.reason,
        )


def find_sides(passage: Passage, *, forth: bool) -> tuple[Span, Span]:
    """Where a passage stands in the one document and in the other."""
    return (passage.span, passage.source) if forth else (passage.source, passage.span)


def make_letters(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
