"""How well statements that assert the same thing are brought together, on written collections that no training saw.

    python -m bench.claims [--judge FOLDER] [--json]

Reads the collections of `training/collections/` that are left aside (one in eight), lets their documents meet, and
compares the groups with the marks. Figures are B-cubed over the marked statements that the reader finds:

  grouped      precision, recall and F1 of the groups
  wording      F1 of groups by equal wording alone
  likeness     F1 of groups by the likeness of meanings alone, at its best threshold: a bound for that baseline
  proposed     share of the pairs of one claim that likeness proposes
  sides        share of the statements, in claims that have denials, put on the right side
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.coreference import count_b_cubed
from sayso.link.claims import LEAST, find_denials, find_groups
from sayso.link.judge import Judge
from sayso.link.meeting import make_profile, meet
from sayso.link.sayings import Saying
from sayso.link.ties import PROPOSED, Judges, decide_wording
from sayso.model import Span, Tie
from sayso.read.reader import Reader
from training.gatherings import Gathering, Mark, load_gatherings
from training.pairs import LEAST_OVERLAP, share


class Tried:
    """One collection with what was found in it."""

    def __init__(self, gathering: Gathering, reader: Reader, judge: Judges) -> None:
        profiles = [make_profile(d, reader.read(d)) for d in gathering.documents]
        self.sayings: dict[str, Saying] = {s.statement.id: s for p in profiles for s in p.sayings.all}
        self.ties: list[Tie] = [
            t for n, a in enumerate(profiles) for b in profiles[: n + 1] for t in meet(a, b, judge).ties
        ]
        self.likeness: dict[tuple[str, str], float] = {}
        for n, a in enumerate(profiles):
            for b in profiles[: n + 1]:
                alike = a.sayings.meanings @ b.sayings.meanings.T
                for i, ours in enumerate(a.sayings.all):
                    for j, theirs in enumerate(b.sayings.all):
                        pair = sorted((ours.statement.id, theirs.statement.id))
                        if pair[0] != pair[1]:
                            self.likeness[pair[0], pair[1]] = float(alike[i, j])
        self.gold: dict[str, Mark] = {}
        numbers = {d.id: n for n, d in enumerate(gathering.documents)}
        for name, saying in self.sayings.items():
            s = saying.statement
            hull = Span(part=s.part, start=s.start, stop=s.stop)
            marks = [
                m for m in gathering.marks if m.document == numbers[s.document] and share(m.span, hull) >= LEAST_OVERLAP
            ]
            if marks:
                self.gold[name] = max(marks, key=lambda m: share(m.span, hull))


def compare(tried: Sequence[Tried], groups: Sequence[Sequence[Sequence[str]]]) -> tuple[float, float, float]:
    """B-cubed of the groups of each collection."""
    said, true = [], []
    for n, (one, found) in enumerate(zip(tried, groups, strict=True)):
        group_of = {i: f"{n} {g}" for g, ids in enumerate(found) for i in ids}
        said += [group_of[i] for i in one.gold]
        true += [f"{n} {mark.claim}" for mark in one.gold.values()]
    return count_b_cubed(said, true)


def group_by_likeness(one: Tried, least: float) -> list[list[str]]:
    """Groups by likeness alone."""
    ties = [
        Tie(a=a, b=b, opposed=False, score=s, features=(), reason="") for (a, b), s in one.likeness.items() if s > 0.2
    ]
    return find_groups(one.sayings, ties, least=least)


def group_by_wording(one: Tried) -> list[list[str]]:
    """Groups by equal wording alone."""
    sayings = list(one.sayings.values())
    ties = [t for n, a in enumerate(sayings) for b in sayings[:n] if (t := decide_wording(a, b))]
    return find_groups(one.sayings, ties)


def count_sides(one: Tried, groups: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many statements of claims with denials are on the right side, and how many there are."""
    right = total = 0
    for ids in groups:
        denials = find_denials({i: one.sayings[i] for i in ids}, [t for t in one.ties if t.a in ids and t.b in ids])
        claims = Counter(one.gold[i].claim for i in ids if i in one.gold)
        for i in ids:
            mark = one.gold.get(i)
            if mark and claims[mark.claim] > 1 and any(one.gold[j].denied for j in ids if j in one.gold):
                total += 1
                right += (i in denials) == mark.denied
    return right, total


def measure(judge: Judges | None = None, *, folder: Path | None = None) -> dict[str, float]:
    """The figures, rounded."""
    judge = judge or Judge(folder)
    reader = Reader.load()
    tried = [Tried(g, reader, judge) for g in load_gatherings() if g.is_aside]
    groups = [find_groups(one.sayings, one.ties) for one in tried]
    precision, recall, f1 = compare(tried, groups)
    likeness = max(compare(tried, [group_by_likeness(o, t / 50) for o in tried])[2] for t in range(15, 45, 2))
    same = [one.likeness[p] for one in tried for p in one.likeness if _same(one.gold, p)]
    sides = [count_sides(one, found) for one, found in zip(tried, groups, strict=True)]
    figures = {
        "collections": float(len(tried)),
        "statements": float(sum(len(one.gold) for one in tried)),
        "precision": precision,
        "recall": recall,
        "grouped": f1,
        "wording": compare(tried, [group_by_wording(o) for o in tried])[2],
        "likeness": likeness,
        "proposed": sum(v >= PROPOSED for v in same) / max(1, len(same)),
        "sides": sum(r for r, _ in sides) / max(1, sum(t for _, t in sides)),
    }
    for least in (0.3, 0.4, 0.6, 0.7):
        if least != LEAST:
            figures[f"grouped at {least}"] = compare(
                tried, [find_groups(o.sayings, o.ties, least=least) for o in tried]
            )[2]
    return {name: round(value, 3) for name, value in figures.items()}


def _same(gold: Mapping[str, Mark], pair: tuple[str, str]) -> bool:
    a, b = (gold.get(i) for i in pair)
    return a is not None and b is not None and a.claim == b.claim


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judge", type=Path, help="folder of another judge than the one that ships")
    parser.add_argument("--json", action="store_true", help="figures as one JSON object")
    options = parser.parse_args()
    figures = measure(folder=options.judge)
    print(json.dumps(figures) if options.json else "\n".join(f"{k:16} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
