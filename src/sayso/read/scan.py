"""What the encoder saw in one part of one document, before anything is resolved.

A `Scan` is made by the reader's model (`read/decode.py`), or, for measuring the resolution alone, from
hand-marked articles (`training/annotated.py`). Everything after it is plain rules over it.
All offsets are code points into the part.
"""

import dataclasses
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sayso.model import Kind, Part


@dataclasses.dataclass(frozen=True, kw_only=True)
class Mention:
    """Words that name or describe a source."""

    start: int
    stop: int
    kinds: Mapping[Kind, float]  # probability by kind, without `outlet`
    via: int | None = None  # index of the mention through which this one's word came, in the same scan
    score: float = 1.0


@dataclasses.dataclass(frozen=True, kw_only=True)
class Cue:
    """Words that express crediting."""

    start: int
    stop: int
    denies: float = 0.0  # probability that it rejects the words
    score: float = 1.0


@dataclasses.dataclass(frozen=True, kw_only=True)
class Clause:
    """Words that assert something: one statement before its chain is known."""

    pieces: tuple[tuple[int, int], ...]  # in order; several where interrupted
    own: float = 0.0  # probability: the outlet's own voice
    continued: float = 0.0  # probability: goes on with an earlier credit
    hedged: float = 0.0
    denied: float = 0.0
    source: int | None = None  # index of the mention of its last link (whose words these are), in the same scan
    source_sure: float = 1.0  # probability of that mention, or of there being none
    cue: int | None = None  # index of its cue
    score: float = 1.0
    vector: NDArray[np.float32] | None = None  # meaning, unit length

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def stop(self) -> int:
        return self.pieces[-1][1]


@dataclasses.dataclass(frozen=True, kw_only=True)
class NameSpan:
    """A name with its type."""

    start: int
    stop: int
    type: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Scan:
    """One part as the encoder saw it. Lists are ordered by start."""

    part: Part
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    names: tuple[NameSpan, ...]
    furniture: tuple[tuple[int, int], ...] = ()
