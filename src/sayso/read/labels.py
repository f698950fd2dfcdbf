"""What the encoder's outputs mean: the tag sets of its heads, in the order of its output columns.

Tags are B (begins), I (goes on) and, for statements, C (goes on after an interruption: a later piece of the
statement before it). Every tag but O belongs to a type.
"""

import dataclasses
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


@dataclasses.dataclass(frozen=True)
class TagSet:
    """The tags of one sequence head."""

    name: str
    types: tuple[str, ...]
    prefixes: str = "BI"

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags; the first is O."""
        return ("O", *(f"{p}-{t}" for t in self.types for p in self.prefixes))

    def allows(self, before: str | None, after: str) -> bool:
        """Whether `after` may follow `before` (None: the beginning)."""
        if after == "O" or after[0] != "I":
            return True
        return before is not None and before != "O" and before[2:] == after[2:]


NAME_TYPES = ("Person", "Organization", "Location", "NORP", "Facility", "Product", "Date", "Money", "Misc")

QUOTED = TagSet("quoted", ("Source", "Cue", "Content"))  # PolNeAR's scheme: whole contents
NAMES = TagSet("names", NAME_TYPES)
STATEMENT = TagSet("statement", ("Statement",), "BIC")  # clauses that hold no other
HOLDER = TagSet("holder", ("Statement",), "BIC")  # clauses that hold another
SOURCE = TagSet("source", ("Source",))
CUE = TagSet("cue", ("Cue",))
SEQUENCES = (QUOTED, NAMES, STATEMENT, HOLDER, SOURCE, CUE)


@dataclasses.dataclass(frozen=True)
class ClassSet:
    """The classes of one head that judges a whole span: the mean of its words' logits."""

    name: str
    classes: tuple[str, ...]


VOICE = ClassSet("voice", ("credited", "own", "continued"))
POLARITY = ClassSet("polarity", ("affirmed", "denied"))
MODALITY = ClassSet("modality", ("plain", "hedged"))
KIND = ClassSet("kind", ("publication", "person", "organisation", "anonymous"))
FURNITURE = ClassSet("furniture", ("text", "furniture"))
JUDGEMENTS = (VOICE, POLARITY, MODALITY, KIND, FURNITURE)

POINTERS = ("source", "cue", "via", "quoted-source", "quoted-cue")
POINTER_SIZE = 48  # numbers a word gives for each end of each pointer
MEANING_SIZE = 384  # numbers a word gives towards a span's meaning


def columns() -> Iterator[tuple[str, int, int]]:
    """Name, first and last column (half-open) of every head in the network's `scores` output."""
    at = 0
    for head in (*SEQUENCES, *JUDGEMENTS):
        width = len(head.tags) if isinstance(head, TagSet) else len(head.classes)
        yield head.name, at, at + width
        at += width


COLUMNS = {name: (start, stop) for name, start, stop in columns()}
WIDTH = max(stop for _, stop in COLUMNS.values())

DISTANCES = (0, 1, 3, 6, 11, 21, 41, 81)  # lower edges of distance classes, in words between two spans
DISTANCE_CLASSES = 2 * len(DISTANCES) - 1  # 0 is overlap; then before and after
PARAGRAPH_CLASSES = 3  # same paragraph, next one, farther


def distance_classes(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of the way from each of (n, 2) spans to each of (m, 2), half-open in words: (n, m).

    0 where they overlap, odd where the end stands before the start, even where it stands after.
    """
    after = ends[None, :, 0] - starts[:, None, 1]
    before = starts[:, None, 0] - ends[None, :, 1]
    step = np.searchsorted(DISTANCES, np.maximum(after, before) + 1, side="right") - 1
    return np.where(after >= 0, 2 * step, np.where(before >= 0, 2 * step - 1, 0))
