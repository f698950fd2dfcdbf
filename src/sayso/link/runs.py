"""Runs of equal words of two texts."""

import dataclasses

import numpy as np

from sayso.link.prints import Numbers, hash_runs

SEED_WORDS = 3
"""Equal words in a row that make a run."""

ECHO = 4
"""How many times as long a run must be for a shorter one inside it to be left out: the words belong to the longer."""

_REFRAIN = 16
"""Pairs of places of one run of words from which on it is a refrain, paired in order instead of each with each."""


@dataclasses.dataclass(frozen=True)
class Run:
    """Equal words at places `a` and `b` of two texts, as many as `length`."""

    a: int
    b: int
    length: int

    @property
    def stop_a(self) -> int:
        """One past its last word in the first text."""
        return self.a + self.length

    @property
    def stop_b(self) -> int:
        """One past its last word in the second text."""
        return self.b + self.length


def find_runs(a: Numbers, b: Numbers) -> list[Run]:
    """All runs of equal words, as long as they go, by place in `a`, then in `b`."""
    ours, theirs = hash_runs(a, SEED_WORDS), hash_runs(b, SEED_WORDS)
    common = np.intersect1d(ours, theirs)
    if not len(common):
        return []
    at, of = _find_places(ours, common), _find_places(theirs, common)
    pairs: list[tuple[int, int]] = []
    for number in common.tolist():
        mine, other = at[number], of[number]
        if len(mine) * len(other) > _REFRAIN:
            pairs += [(j - i, i) for i, j in zip(mine, other, strict=False)]
        else:
            pairs += [(j - i, i) for i in mine for j in other]
    pairs.sort()
    runs: list[Run] = []
    for shift, i in pairs:
        last = runs[-1] if runs else None
        if last is not None and last.b - last.a == shift and last.stop_a - SEED_WORDS + 1 == i:
            runs[-1] = Run(last.a, last.b, last.length + 1)
        else:
            runs.append(Run(i, i + shift, SEED_WORDS))
    return sorted(_leave_out_echoes(runs, len(a), len(b)), key=lambda r: (r.a, r.b))


def _leave_out_echoes(runs: list[Run], words_a: int, words_b: int) -> list[Run]:
    """The runs without those whose words, in either text, are all in runs that are much longer."""
    longest_a, longest_b = np.zeros(words_a, np.int64), np.zeros(words_b, np.int64)
    for run in sorted(runs, key=lambda r: r.length):
        longest_a[run.a : run.stop_a] = longest_b[run.b : run.stop_b] = run.length
    return [
        run
        for run in runs
        if max(longest_a[run.a : run.stop_a].min(), longest_b[run.b : run.stop_b].min()) < ECHO * run.length
    ]


def _find_places(numbers: Numbers, common: Numbers) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place in np.flatnonzero(np.isin(numbers, common)).tolist():
        places.setdefault(int(numbers[place]), []).append(place)
    return places
