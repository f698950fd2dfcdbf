"""Measures of coreference: how near the groups that mentions are put into come to the events that they tell of.

Both are given as names, one for every mention, in one order of the mentions; every mention has one on both sides.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Names = Sequence[str]
"""Of every mention, in one order, the name of the group that it is put into."""


def make_f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure_muc(said: Names, true: Names) -> float:
    """F1 over links: how many links fewer than needed the one side leaves of each group of the other (Vilain 1995)."""

    def count(of: Names, by: Names) -> float:
        needed = len(of) - len(set(of))
        missing = len(set(zip(of, by, strict=True))) - len(set(of))
        return (needed - missing) / needed if needed else 0.0

    return make_f1(count(said, true), count(true, said))


def count_b_cubed(said: Names, true: Names) -> tuple[float, float, float]:
    """Mean share of a mention's group that is right, of its event that is found, and their F1 (Bagga 1998)."""
    ours, theirs, both = Counter(said), Counter(true), Counter(zip(said, true, strict=True))
    precision = sum(n * n / ours[a] for (a, _), n in both.items()) / len(said)
    recall = sum(n * n / theirs[b] for (_, b), n in both.items()) / len(said)
    return precision, recall, make_f1(precision, recall)


def measure_b_cubed(said: Names, true: Names) -> float:
    """The F1 of `count_b_cubed`."""
    return count_b_cubed(said, true)[2]


def measure_ceaf(said: Names, true: Names) -> float:
    """F1 of the best pairing of groups with events, a pair valued by their overlap (Luo 2005, phi 4)."""
    ours, theirs, both = Counter(said), Counter(true), Counter(zip(said, true, strict=True))
    row, column = {a: n for n, a in enumerate(sorted(ours))}, {b: n for n, b in enumerate(sorted(theirs))}
    values = np.zeros((len(row), len(column)))
    for (a, b), n in both.items():
        values[row[a], column[b]] = 2 * n / (ours[a] + theirs[b])
    total = find_best_sum(values)
    return make_f1(total / len(row), total / len(column))


def find_best_sum(values: Floats) -> float:
    """The largest sum of cells no two of which share a row or a column (the Hungarian method, O(n³))."""
    if values.shape[0] > values.shape[1]:
        values = values.T
    rows, columns = values.shape
    costs = np.zeros((rows + 1, columns + 1))
    costs[1:, 1:] = -values
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    held = np.zeros(columns + 1, np.int64)  # the row that a column is paired with; 0 for none
    for row in range(1, rows + 1):
        held[0], at = row, 0
        least = np.full(columns + 1, np.inf)
        came = np.zeros(columns + 1, np.int64)
        seen = np.zeros(columns + 1, bool)
        while held[at]:
            seen[at] = True
            slack = costs[held[at]] - of_row[held[at]] - of_column
            better = ~seen & (slack < least)
            least[better], came[better] = slack[better], at
            then = int(np.where(seen, np.inf, least).argmin())
            step = least[then]
            of_row[held[seen]] += step
            of_column[seen] -= step
            least[~seen] -= step
            at = then
        while at:
            held[at] = held[came[at]]
            at = int(came[at])
    return float(sum(values[held[c] - 1, c - 1] for c in range(1, columns + 1) if held[c]))


def measure_names(said: Names, true: Names) -> dict[str, float]:
    """The three measures, and their mean."""
    three = {
        "muc": measure_muc(said, true),
        "b-cubed": measure_b_cubed(said, true),
        "ceaf-e": measure_ceaf(said, true),
    }
    return {"": sum(three.values()) / 3, **three}


def measure_ranking(scores: Floats, right: Floats) -> float:
    """Average precision of a ranking; pairs of one score stand at one place, so that their order can't matter."""
    values, counts = np.unique(-scores, return_counts=True)
    hits = np.array([right[scores == -v].sum() for v in values])
    return float((hits * hits.cumsum() / counts.cumsum()).sum() / hits.sum())
