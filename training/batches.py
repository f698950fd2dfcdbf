"""Samples → windows → batches of tensors."""

import dataclasses
import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.read.labels import distance_classes
from sayso.read.words import Pieces, Window
from training.corpora import IGNORE, Range, Sample


@dataclasses.dataclass(frozen=True)
class Piece:
    """One window of one sample, before it is padded."""

    sample: Sample
    window: Window
    sentences: tuple[tuple[Range, int], ...] = ()  # range in the sample's words, and row of its taught meaning

    @property
    def words(self) -> tuple[int, int]:
        return self.window.begin, self.window.begin + len(self.window.first)


@dataclasses.dataclass
class Batch:
    """Windows of one data set, padded; word-level tensors are (batch, words)."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor  # 1 where a word stands
    weight: Tensor  # (batch,)
    tags: dict[str, Tensor]
    classes: dict[str, Tensor]
    arrows: dict[str, list["Arrows"]]
    sentences: list[tuple[int, int, int, int]]  # (row, first word, stop, taught row)


@dataclasses.dataclass
class Arrows:
    """A pointer's examples in one window: spans, candidates, which are right, and the classes of the way between."""

    row: int
    starts: Tensor  # (n, 2)
    ends: Tensor  # (m, 2)
    right: Tensor  # (n, m + 1), the last column: nobody
    distance: Tensor  # (n, m)
    paragraph: Tensor  # (n, m)


def make_pieces(
    sample: Sample, pieces: Pieces, rng: random.Random, sentences: Sequence[tuple[Range, int]] = ()
) -> list[Piece]:
    """Windows of a sample, cut at a random word so that every pass sees others."""
    words, found = sample.words, []
    cut = rng.randrange(len(words)) if len(words) > 150 else 0
    for low, high in ((0, cut), (cut, len(words))):
        part = words[low:high]
        for window in pieces.windows(part, mark=pieces.headline if sample.is_headline else None, overlap=32):
            moved = dataclasses.replace(window, begin=window.begin + low)
            stop = moved.begin + len(moved.first)
            inside = tuple((r, n) for r, n in sentences if moved.begin <= r[0] and r[1] <= stop)
            if len(moved.first) >= 12 or sample.is_headline:
                found.append(Piece(sample, moved, inside))
    return found


def _paragraphs(sample: Sample) -> list[int]:
    at, numbers = -1, []
    for w in sample.words:
        at += w.breaks
        numbers.append(at)
    return numbers


def make_batch(items: Sequence[Piece]) -> Batch:
    """Pad windows of samples that label the same heads."""
    length = max(len(i.window.pieces) for i in items)
    width = max(len(i.window.first) for i in items)

    def padded(rows: Sequence[Sequence[int]], size: int, fill: int) -> Tensor:
        return torch.tensor([[*r, *[fill] * (size - len(r))] for r in rows])

    cuts = [i.words for i in items]
    samples = [i.sample for i in items]
    return Batch(
        pieces=padded([i.window.pieces for i in items], length, 0),
        shapes=padded([i.window.shapes for i in items], length, 0),
        mask=padded([[1] * len(i.window.pieces) for i in items], length, 0).bool(),
        first=padded([i.window.first for i in items], width, 0),
        words=padded([[1] * len(i.window.first) for i in items], width, 0),
        weight=torch.tensor([s.weight for s in samples]),
        tags={
            k: padded([_entered(s.tags[k][a:b], k) for s, (a, b) in zip(samples, cuts, strict=True)], width, IGNORE)
            for k in samples[0].tags
        },
        classes={
            k: padded([s.classes[k][a:b] for s, (a, b) in zip(samples, cuts, strict=True)], width, IGNORE)
            for k in samples[0].classes
        },
        arrows={k: [x for row, i in enumerate(items) if (x := _arrows(i, row, k))] for k in samples[0].candidates},
        sentences=[
            (row, a - i.window.begin, b - i.window.begin, n) for row, i in enumerate(items) for (a, b), n in i.sentences
        ],
    )


def _entered(tags: list[int], head: str) -> list[int]:
    """Tags of a window; one that begins inside a span begins with B."""
    from sayso.read.labels import SEQUENCES

    names = next(s for s in SEQUENCES if s.name == head).tags
    if tags and names[tags[0]][0] == "I":
        tags = [names.index("B" + names[tags[0]][1:]), *tags[1:]]
    return tags


def _arrows(piece: Piece, row: int, pointer: str) -> Arrows | None:
    low, high = piece.words
    arrows = [a for a in piece.sample.arrows if a.pointer == pointer and low <= a.start[0] and a.start[1] <= high]
    # A right end outside the window can't be learnt from; the example is left out.
    arrows = [a for a in arrows if not a.right or any(low <= r[0] and r[1] <= high for r in a.right)]
    if not arrows:
        return None
    ends = [c for c in piece.sample.candidates[pointer] if low <= c[0] and c[1] <= high]
    number = {e: n for n, e in enumerate(ends)}
    paragraph = _paragraphs(piece.sample)
    right = torch.zeros(len(arrows), len(ends) + 1)
    starts, stops = np.array([a.start for a in arrows]), np.array(ends, np.int64).reshape(-1, 2)
    distance = torch.from_numpy(distance_classes(starts, stops))
    across = torch.zeros(len(arrows), len(ends), dtype=torch.long)
    for n, a in enumerate(arrows):
        for r in a.right:
            if r in number:
                right[n, number[r]] = 1
        if not a.right:
            right[n, -1] = 1
        for m, e in enumerate(ends):
            across[n, m] = min(2, abs(paragraph[a.start[0]] - paragraph[e[0]]))
    moved = [(a.start[0] - low, a.start[1] - low) for a in arrows]
    spots = [(e[0] - low, e[1] - low) for e in ends]
    return Arrows(row, torch.tensor(moved), torch.tensor(spots).view(-1, 2), right, distance, across)
