"""Pairs of statements to teach and to measure the judge of pairs.

Statements are the marks of the written collections and, where the reader finds others, the reader's. A statement of
the reader's that overlaps a mark by half or more is that claim's; one that overlaps none is nobody's.
"""

import dataclasses
import pickle
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.link.context import Context, make_context
from sayso.link.judge import CLASSES
from sayso.model import Span, Statement
from sayso.read.reader import Reader
from training.gatherings import Gathering, Mark

NONE, SAME, OPPOSED = range(len(CLASSES))
LEAST_OVERLAP = 0.5
SLIGHT = 0.0  # any more of a mark makes a statement neither that claim's nor surely another's


@dataclasses.dataclass(frozen=True)
class Item:
    """One statement of a collection."""

    document: int
    context: Context
    claim: str | None
    denied: bool
    vector: NDArray[np.float32]
    statement: Statement


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two statements of one matter, what they are to each other, and how alike their meanings are."""

    a: Context
    b: Context
    label: int
    likeness: float


def share(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    if not a.overlaps(b):
        return 0.0
    return (min(a.stop, b.stop) - max(a.start, b.start)) / (max(a.stop, b.stop) - min(a.start, b.start))


def make_items(gathering: Gathering, reader: Reader) -> list[Item]:
    """The statements of one collection as the reader finds them, and the marks that it doesn't find."""
    items = []
    for number, document in enumerate(gathering.documents):
        marks = [m for m in gathering.marks if m.document == number]
        found: set[Mark] = set()
        for statement in reader.read(document).statements:
            hull = Span(part=statement.part, start=statement.start, stop=statement.stop)
            best = max(marks, key=lambda m: share(m.span, hull), default=None)
            overlap = share(best.span, hull) if best else 0.0
            if best is not None and SLIGHT < overlap < LEAST_OVERLAP:
                continue
            mark = best if overlap >= LEAST_OVERLAP else None
            if mark:
                found.add(mark)
            items.append(_item(number, document, statement, mark))
        for mark in marks:
            if mark not in found:
                alone = Statement(
                    id=f"{number}-{mark.span.start}",
                    document=document.id,
                    spans=(mark.span,),
                    text=document.words(mark.span),
                    chain=(),
                )
                items.append(_item(number, document, alone, mark))
    return items


def _item(number: int, document: object, statement: Statement, mark: Mark | None) -> Item:
    vector = np.frombuffer(statement.embedding, np.int8) / 127
    return Item(
        document=number,
        context=make_context(document, statement),  # type: ignore[arg-type]
        claim=mark.claim if mark else None,
        denied=mark.denied if mark else False,
        vector=vector.astype(np.float32) if len(vector) else np.zeros(384, np.float32),
        statement=statement,
    )


def find_pairs(items: list[Item]) -> Iterator[Pair]:
    """All pairs of one collection, but for two of nobody's."""
    for n, a in enumerate(items):
        for b in items[:n]:
            if a.claim is None and b.claim is None:
                continue
            label = NONE
            if a.claim == b.claim:
                label = SAME if a.denied == b.denied else OPPOSED
            yield Pair(a.context, b.context, label, float(a.vector @ b.vector))


def load_items(gatherings: list[Gathering], cache: Path) -> dict[str, list[Item]]:
    """Items by the name of their collection; the readings are kept in a file of the work folder."""
    stored: dict[str, tuple[Gathering, list[Item]]] = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    reader = None
    for gathering in gatherings:
        if gathering.name not in stored or stored[gathering.name][0] != gathering:
            reader = reader or Reader.load()
            stored[gathering.name] = gathering, make_items(gathering, reader)
    cache.write_bytes(pickle.dumps(stored))
    return {g.name: stored[g.name][1] for g in gatherings}
