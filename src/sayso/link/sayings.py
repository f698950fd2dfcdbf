"""What linking compares of a statement: its words in context, their wording, numbers, times, and meaning."""

import dataclasses
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.link.context import Context, make_context
from sayso.link.quantity import Quantity, find_quantities
from sayso.link.wording import Wording, make_wording
from sayso.model import Document, Statement

SCALE = 127
"""Embeddings are unit vectors times this, as signed bytes."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Saying:
    """One statement, prepared."""

    document: Document
    statement: Statement
    wording: Wording
    quantities: tuple[Quantity, ...]

    @cached_property
    def context(self) -> Context:
        """The statement with the words around it; only the judge of pairs asks for it."""
        return make_context(self.document, self.statement)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Sayings:
    """The statements of one document, prepared; row n of `meanings` is the n-th one's unit vector."""

    document: str
    all: tuple[Saying, ...]
    meanings: NDArray[np.float32]


def make_saying(document: Document, statement: Statement) -> Saying:
    """A statement of a document, prepared."""
    quantities = tuple(find_quantities(statement.text))
    return Saying(document=document, statement=statement, wording=make_wording(statement), quantities=quantities)


def make_sayings(document: Document, statements: Iterable[Statement]) -> Sayings:
    """The prepared statements of a document, in its order."""
    sayings = tuple(make_saying(document, s) for s in statements)
    rows = [np.frombuffer(s.statement.embedding, np.int8).astype(np.float32) / SCALE for s in sayings]
    size = max((len(r) for r in rows), default=0)
    meanings: NDArray[np.float32] = np.zeros((len(rows), size), np.float32)
    for n, row in enumerate(rows):
        if len(row) == size:
            meanings[n] = row
    return Sayings(document=document.id, all=sayings, meanings=meanings)
