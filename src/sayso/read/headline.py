"""A headline has its body's chain for the same claim."""

import dataclasses
import math
from collections.abc import Sequence

import numpy as np

from sayso.read.mention import content_words
from sayso.read.scan import Clause

# A body statement makes the headline's claim from this score on; chosen on the training part with oracle scans.
SAME = 0.22
SAME_WITH_SOURCE = 0.30  # where the headline itself credits somebody
SAME_SOURCE = 0.50  # what it adds that the headline's source stands in the statement's chain
OWN_VOICE = 0.25  # what it takes off a credited statement that the scan hears the outlet itself in the headline
SURELY_CREDITED = 0.2  # below it, as a headline's own voice, only credited statements are looked at
SAME_KIND = 0.20  # what it adds that the chain ends in the kind of the headline's source


@dataclasses.dataclass(frozen=True)
class Candidate:
    """A body statement that a headline may stand for."""

    text: str
    clause: Clause
    rank: int  # place among the body's statements


def _vectors(a: Clause, b: Clause) -> float | None:
    if a.vector is None or b.vector is None:
        return None
    return float(np.dot(a.vector, b.vector))


def likeness(headline: str, clause: Clause, candidate: Candidate, weights: dict[str, float]) -> float:
    """How much a body statement says what a headline says: shared telling words, the rarer the more, and meaning."""
    ours, theirs = content_words(headline), content_words(candidate.text)
    stems = {w[:5] for w in theirs}
    shared = sum(weights.get(w, 1.0) for w in ours if w in theirs or (len(w) > 4 and w[:5] in stems))
    recall = shared / (sum(weights.get(w, 1.0) for w in ours) or 1.0)
    precision = min(1.0, shared / (sum(weights.get(w, 1.0) for w in theirs) or 1.0))
    words = 0.75 * recall + 0.25 * precision  # of a statement and one inside it the closer one
    meaning = _vectors(clause, candidate.clause)
    score = words if meaning is None else 0.5 * words + 0.5 * max(0.0, meaning)
    return score + 0.06 * math.exp(-candidate.rank / 3)  # the body's first statements are what a headline is made from


def weights_of(texts: list[str]) -> dict[str, float]:
    """A weight for every word: the fewer of a document's statements have it, the more it tells."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in content_words(text):
            counts[word] = counts.get(word, 0) + 1
    return {w: 1.0 / math.sqrt(n) for w, n in counts.items()}


def body_of(
    headline: str, clause: Clause, candidates: list[Candidate], *, bonus: Sequence[float], floor: float
) -> int | None:
    """The body statement that makes a headline's claim; null where none is close enough."""
    if not candidates:
        return None
    weights = weights_of([c.text for c in candidates])
    scores = [likeness(headline, clause, c, weights) + b for c, b in zip(candidates, bonus, strict=True)]
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    return best if scores[best] >= floor else None
