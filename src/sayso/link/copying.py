"""Which strands of equal words show that one text was written from the other.

What a strand is worth is the worth of its words (`sayso.link.telling`) less what each run pays for beginning:

- Words between quotation marks in either text are worth nothing, so one speaker quoted by two listeners makes no
  passage while the narrators' own words differ. A quotation inside repeated narration belongs to the passage. One that
  the other text has in its outlet's own voice, without marks and credit, is worth what its words are.
- Names, titles and numbers are worth next to nothing, the trade's stock words little, and beginning costs more than
  either brings: "according to a statement released on Monday" or the full name of a body is too little.
- A paraphrase has no runs of equal words to speak of, so it makes no strand.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from sayso.link.prints import Row
from sayso.link.runs import Run, find_runs
from sayso.link.strands import Strand, find_strands, score_strand
from sayso.link.telling import TELLING

START_COST = 12.0
"""What a run of equal words pays: three words of the writer's own happen to fall together ("gun control advocates")."""

NEAR_COST = (3.0, 2.0)
"""The same for a run after a short gap, where equal words are expected: this much, and this much a word of the gap."""

OTHERS = 0.5
"""What all other words of a run are worth at most, as a share of its telling words: stock phrases in a row stay stock."""

STRONG = 18.0
"""Worth of strands near one another that shows copying alone. Read by eye were all strands of BASIL (55 events, each in
three outlets' words) and of one event's articles in the news clusters: independent reports reach 16 (a list that both
took from one statement), the weakest copies 20. Costs and shares by halves more or less move both alike."""

WEAK = 4.0
"""Worth of a further strand of two documents that share a strong one."""

BESIDE = 40
"""Words, in both texts, between a strand that is accepted and another, which then needs no worth of its own: a sentence
was cut, put in between or moved, or the speaker goes on."""

MOSTLY = 0.6
"""Share of the worth of one document's words that makes it a copy, so that what it quotes is copied too."""

LEAST_WORDS = 8
"""Equal words of the shortest strand."""

LEAST_SCORE = 0.5
"""The least share of equal words in a strand."""

LEAST_HEADLINE = 4
"""Equal words of the shortest headline; half of the longer one at least."""


def find_copied(a: Row, b: Row) -> list[Strand]:
    """The strands of two texts that show copying, and those that go with them."""
    runs = find_runs(a.words, b.words)
    if sum(sum(_weigh_pieces(a, b, run)) for run in runs) < STRONG:
        return []
    strands = [s for s in find_strands(runs) if s.equal >= LEAST_WORDS and score_strand(a, b, s) >= LEAST_SCORE]
    worths = [weigh_strand(a, b, strand) for strand in strands]
    if max(_pool(strands, worths), default=0.0) < STRONG:
        return []
    found = [s for s, worth in zip(strands, worths, strict=True) if worth >= WEAK]
    rest = [s for s, worth in zip(strands, worths, strict=True) if worth < WEAK]
    if _share_worth(a, [s.a for s in found]) >= MOSTLY or _share_worth(b, [s.b for s in found]) >= MOSTLY:
        return found + rest
    while beside := [s for s in rest if any(_is_beside(s, other) for other in found)]:
        found += beside
        rest = [s for s in rest if s not in beside]
    return found


def _pool(strands: Sequence[Strand], worths: Sequence[float]) -> list[float]:
    """For each strand, its worth with that of all strands beside it."""
    return [
        sum(w for other, w in zip(strands, worths, strict=True) if other is strand or _is_beside(strand, other))
        for strand in strands
    ]


def weigh_strand(a: Row, b: Row, strand: Strand) -> float:
    """How much a strand speaks for copying: the worth of its unquoted pieces less what each pays for beginning."""
    total = 0.0
    last: Run | None = None
    for run in strand.runs:
        gap = max(run.a - last.stop_a, run.b - last.stop_b) if last else LEAST_WORDS
        cost = min(START_COST, NEAR_COST[0] + NEAR_COST[1] * gap)
        for worth in _weigh_pieces(a, b, run):
            total += max(0.0, worth - cost)
            cost = START_COST
        last = run
    return total


def _weigh_pieces(a: Row, b: Row, run: Run) -> list[float]:
    """The worth of each piece of a run between quotations: its telling words, and others up to half of that.

    A word that one of the two texts quotes is a quotation; unless the other has it in its own voice, and then it was
    written from that quotation.
    """
    pieces: list[float] = []
    telling = other = 0.0
    ours, theirs = slice(run.a, run.stop_a), slice(run.b, run.stop_b)
    both = np.minimum(a.worth[ours], b.worth[theirs])
    dropped = a.spoken[ours] * b.own[theirs] + b.spoken[theirs] * a.own[ours]
    worths: list[float] = (both + dropped).tolist()
    for worth in (*worths, 0.0):
        if worth >= TELLING:
            telling += worth
        elif worth:
            other += worth
        elif telling or other:
            pieces.append(telling + min(other, OTHERS * telling))
            telling = other = 0.0
    return pieces


def _share_worth(row: Row, ranges: Iterable[tuple[int, int]]) -> float:
    """The share of a text's worth that stands in some ranges of words."""
    return sum(float(row.worth[slice(*r)].sum()) for r in ranges) / max(1.0, float(row.worth.sum()))


def _is_beside(strand: Strand, other: Strand) -> bool:
    """True where two strands stand near one another in both texts, in whichever order."""
    pairs = (sorted((strand.a, other.a)), sorted((strand.b, other.b)))
    return all(second[0] - first[1] <= BESIDE for first, second in pairs)


def find_common_headline(a: Row, b: Row) -> Sequence[Strand]:
    """The strand in which two headlines are mostly the same; none where they aren't."""
    longer = max(len(a.words), len(b.words))
    for strand in find_strands(find_runs(a.words, b.words)):
        if strand.equal >= max(LEAST_HEADLINE, longer / 2) and score_strand(a, b, strand) >= LEAST_SCORE:
            return [strand]
    return []
