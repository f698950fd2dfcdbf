"""Strands: runs of equal words that follow one another in both texts with short gaps between."""

import dataclasses
import itertools
from collections.abc import Sequence

from sayso.link.prints import Row
from sayso.link.runs import Run

LONGEST_GAP = 12
"""Words that may lie between two runs of a strand, on either side: an edited clause, not a sentence of one's own."""

GAP_COST = 0.4
"""What each word of a gap costs, where an equal word is worth 1: three equal words bridge seven others."""


@dataclasses.dataclass(frozen=True)
class Strand:
    """Runs that follow one another in both texts, one at least."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        """The words from its first to its last in the first text, half-open."""
        return self.runs[0].a, self.runs[-1].stop_a

    @property
    def b(self) -> tuple[int, int]:
        """The words from its first to its last in the second text, half-open."""
        return self.runs[0].b, self.runs[-1].stop_b

    @property
    def equal(self) -> int:
        """How many words its runs have."""
        return sum(run.length for run in self.runs)

    @property
    def longer(self) -> int:
        """How many words it spans in the text where they are more."""
        return max(self.a[1] - self.a[0], self.b[1] - self.b[0])


def find_strands(runs: Sequence[Run]) -> list[Strand]:
    """Strands of runs that are ordered by place in the first text, the best first. No word of either text is in two.

    Each run takes the run before it with which it makes most equal words, less what their gaps cost (seed and chain,
    as aligners of genomes do it).
    """
    best = [float(run.length) for run in runs]
    before: list[int | None] = [None] * len(runs)
    first = 0
    for i, run in enumerate(runs):
        while first < i and runs[first].stop_a + LONGEST_GAP < run.a:
            first += 1
        for j in range(first, i):
            worth = _weigh_step(runs[j], run)
            if worth is not None and best[j] + worth > best[i]:
                best[i], before[i] = best[j] + worth, j
    strands: list[Strand] = []
    taken = Taken(a=set(), b=set())
    used = [False] * len(runs)
    for i in sorted(range(len(runs)), key=lambda n: (-best[n], runs[n].a, runs[n].b)):
        picked: list[Run] = []
        at: int | None = i
        while at is not None and not used[at]:
            used[at] = True
            picked.append(runs[at])
            at = before[at]
        found = _split(_leave_out(_cut_overlaps(picked[::-1]), taken), taken)
        for strand in found:
            taken.add(strand)
        strands += found
    return strands


@dataclasses.dataclass(frozen=True)
class Taken:
    """Words of both texts between the first and the last of a strand."""

    a: set[int]
    b: set[int]

    def add(self, strand: Strand) -> None:
        """Takes the words of a strand."""
        self.a.update(range(*strand.a))
        self.b.update(range(*strand.b))

    def has_between(self, last: Run, run: Run) -> bool:
        """True where a word between two runs is taken."""
        return any(i in self.a for i in range(last.stop_a, run.a)) or any(
            j in self.b for j in range(last.stop_b, run.b)
        )


def _weigh_step(last: Run, run: Run) -> float | None:
    """What a run adds to a strand that ends with another; None where it can't follow it."""
    ahead_a, ahead_b = run.a - last.stop_a, run.b - last.stop_b
    overlap = max(0, -ahead_a, -ahead_b)
    if overlap >= run.length or run.a <= last.a or run.b <= last.b:
        return None
    gap = max(ahead_a, ahead_b) + overlap
    return run.length - overlap - GAP_COST * gap if gap <= LONGEST_GAP else None


def _cut_overlaps(runs: list[Run]) -> list[Run]:
    """Runs that follow one another, each begun after the one before it ends."""
    cut = runs[:1]
    for run in runs[1:]:
        last = cut[-1]
        overlap = max(0, last.stop_a - run.a, last.stop_b - run.b)
        if overlap < run.length:
            cut.append(Run(run.a + overlap, run.b + overlap, run.length - overlap))
    return cut


def _leave_out(runs: list[Run], taken: Taken) -> list[Run]:
    """The pieces of runs that are not taken."""
    kept: list[Run] = []
    for run in runs:
        start = 0
        for k in range(run.length + 1):
            if k == run.length or run.a + k in taken.a or run.b + k in taken.b:
                if k > start:
                    kept.append(Run(run.a + start, run.b + start, k - start))
                start = k + 1
    return kept


def _split(runs: list[Run], taken: Taken) -> list[Strand]:
    """The strands of runs, ended and begun anew wherever a gap is too long or taken."""
    found: list[list[Run]] = []
    for run in runs:
        last = found[-1][-1] if found else None
        if last is None or _weigh_step(last, run) is None or taken.has_between(last, run):
            found.append([])
        found[-1].append(run)
    return [Strand(tuple(one)) for one in found]


def score_strand(a: Row, b: Row, strand: Strand) -> float:
    """The share of words that are equal in the same order, of the longer side; words within gaps count too."""
    equal = strand.equal
    for last, run in itertools.pairwise(strand.runs):
        equal += count_common(a, b, (last.stop_a, run.a), (last.stop_b, run.b))
    return equal / strand.longer


def count_common(a: Row, b: Row, ours: tuple[int, int], theirs: tuple[int, int]) -> int:
    """How many words two short stretches have in the same order: their longest common subsequence."""
    mine, others = a.words[slice(*ours)].tolist(), b.words[slice(*theirs)].tolist()
    if not set(mine) & set(others):
        return 0
    counts = [0] * (len(others) + 1)
    for word in mine:
        before = 0
        for j, other in enumerate(others, start=1):
            above = counts[j]
            counts[j] = before + 1 if word == other else max(above, counts[j - 1])
            before = above
    return counts[-1]
