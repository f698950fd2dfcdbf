"""Stories: documents on the same matter.

`make_keys` gives the keys under which a document meets others, `decide` judges a pair from the two records alone, and
`resolve` makes the stories of what hangs together. The matter of a story is one event with what follows from it: two
similar events are two stories.
"""

import dataclasses
import heapq
import math
import zlib
from collections.abc import Iterator, Mapping, Sequence

from sayso.link.matter import Matter, Weights
from sayso.model import Feature, Story

KEY_WORDS = 30
"""A document's heaviest words are its keys."""

LEAST_SHARED = 2
"""Keys that two documents must share to meet: 94 to 100 in a hundred pairs on one matter do, 2 to 5 of the others."""

LEAST_LIKENESS = 0.5
"""Two documents, and on average two groups of them, are on one matter from this score on."""

LEAST_CONTRAST = 0.9
"""Two groups stay apart where their ties to each other are weaker than this share of the ties inside either."""

FEWEST_APART = 3
"""Groups of fewer documents have too few ties inside for that comparison."""

MOST_DAYS = 21
"""Dates further apart than this speak against one matter, the more for every doubling up to eight times."""

BIAS = -5.89
WEIGHTS = {
    "words": 4.77,
    "headline": 12.41,
    "names": 3.3,
    "people": 1.03,
    "places": 0.27,
    "statements": 5.19,
    "numbers": -0.4,
    "dates": -0.72,
}
"""Of a logistic regression over the training halves of `news_cluster`, `basil` and `ecbplus`, made by
`python -m bench.stories --fit` with the meanings of sayso-reader-1+1e1a82cb4f9e. Features and the likeness and contrast
above were chosen by leaving out quarters of those halves in turn. On the other halves, B-cubed F1 is 0.97, 0.99, 0.92.
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Likeness:
    """How far two documents are on the same matter."""

    score: float
    """0 to 1."""
    features: tuple[Feature, ...]
    """What was compared."""
    same_matter: bool
    """True where the pair taken by itself is on one matter."""


def make_keys(matter: Matter) -> frozenset[int]:
    """The keys under which a document meets others: a number for each of its heaviest words."""
    heaviest = sorted(matter.words, key=lambda stem: (-matter.words[stem], stem))[:KEY_WORDS]
    return frozenset(zlib.crc32(stem.encode()) for stem in heaviest)


def decide(a: Matter, b: Matter) -> Likeness:
    """How far two documents are on the same matter, judged from the two records; the same whichever is given first."""
    words, headline = compare_words("words", a, b), compare_words("headline", a, b)
    features = (
        # Few documents share much of their words: the square root tells little from next to nothing.
        dataclasses.replace(words, score=math.sqrt(words.score)),
        # "Morning briefing" is on many matters: headlines count for no more than the whole texts bear out.
        dataclasses.replace(headline, score=min(headline.score, words.score)),
        compare_words("names", a, b),
        compare_words("people", a, b),
        compare_words("places", a, b),
        compare_meanings(a, b),
        compare_numbers(a, b),
        compare_dates(a, b),
    )
    score = 1 / (1 + math.exp(-BIAS - math.fsum(WEIGHTS[f.name] * f.score for f in features)))
    return Likeness(score=score, features=features, same_matter=score >= LEAST_LIKENESS)


def compare_words(name: str, a: Matter, b: Matter) -> Feature:
    """The cosine of one of the weighted parts of two records, and the five words that make most of it."""
    ours: Weights = getattr(a, name)
    theirs: Weights = getattr(b, name)
    shared = {stem: ours[stem] * theirs[stem] for stem in ours.keys() & theirs.keys()}
    heaviest = sorted(shared, key=lambda stem: (-shared[stem], stem))[:5]
    forms = [min((r.written.get(s, s) for r in (a, b)), key=lambda w: (w[0].isupper(), len(w), w)) for s in heaviest]
    words = f"share {', '.join(forms)}" if forms else "share none"
    return Feature(name=name, score=min(1.0, math.fsum(shared.values())), words=words)


def compare_meanings(a: Matter, b: Matter) -> Feature:
    """How close the three closest statements of each are to any of the other's, 0 to 1."""
    if not len(a.meanings) or not len(b.meanings):
        return Feature(name="statements", score=0.0, words="no statements to compare")
    # Whole numbers, whose products and sums stay below 2**24: exact in any order.
    close = a.meanings @ b.meanings.T
    best = [sorted(map(float, close.max(axis)), reverse=True)[:3] for axis in (0, 1)]
    score = math.fsum(math.fsum(top) / len(top) for top in best) / 2 / 127**2
    return Feature(name="statements", score=score, words=f"the closest statements are {score:.2f} alike")


def compare_numbers(a: Matter, b: Matter) -> Feature:
    """1 where both give numbers and share none, else 0."""
    shared = sorted(a.numbers & b.numbers, key=lambda n: (-len(n), n))[:5]
    if shared:
        return Feature(name="numbers", score=0.0, words=f"share {', '.join(shared)}")
    if a.numbers and b.numbers:
        return Feature(name="numbers", score=1.0, words="both give numbers and share none")
    return Feature(name="numbers", score=0.0, words="one of them gives no numbers")


def compare_dates(a: Matter, b: Matter) -> Feature:
    """0 up to three weeks apart and where a date is missing; then 1 for every doubling, 3 at most."""
    if a.day is None or b.day is None:
        return Feature(name="dates", score=0.0, words="one of them has no date")
    days = abs(a.day - b.day)
    score = min(3.0, math.log2(max(days, MOST_DAYS) / MOST_DAYS))
    return Feature(
        name="dates", score=score, words="published the same day" if not days else f"published {days} days apart"
    )


def resolve(documents: Sequence[str], scores: Mapping[tuple[str, str], float]) -> list[Story]:
    """The stories of some documents, by id; every document is in one.

    Starting from single documents, the two groups with the highest mean score between them become one, again and again,
    as long as that mean reaches `LEAST_LIKENESS`: a document that mentions two matters doesn't make them one. Nor do two
    groups become one that are each clearly closer inside than to each other. Pairs without a score count as 0. `scores`
    holds a pair under either order of its two ids.
    """
    groups = Groups(documents, scores)
    for a, b in groups.find_closest():
        groups.join(a, b)
    return [Story(id=members[0], documents=members) for members in groups.members()]


class Groups:
    """Groups of documents, each under the smallest of its ids, with the sums of scores inside and between them."""

    def __init__(self, documents: Sequence[str], scores: Mapping[tuple[str, str], float]) -> None:
        self._held: dict[str, list[str]] = {d: [d] for d in sorted(set(documents))}
        self._inside: dict[str, float] = dict.fromkeys(self._held, 0.0)
        self._between: dict[str, dict[str, float]] = {d: {} for d in self._held}
        for (a, b), score in scores.items():
            if a != b:
                self._between[a][b] = self._between[b][a] = score
        self._queue: list[tuple[float, str, str]] = []
        for a in self._held:
            for b in self._between[a]:
                if a < b:
                    self._offer(a, b)

    def members(self) -> list[tuple[str, ...]]:
        """The documents of each group, by id."""
        return [tuple(sorted(self._held[g])) for g in sorted(self._held)]

    def find_closest(self) -> Iterator[tuple[str, str]]:
        """Two groups to be joined next, the closest first, equals by id."""
        while self._queue:
            negative, a, b = heapq.heappop(self._queue)
            if a in self._held and b in self._held and -negative == self._mean(a, b) and not self._contrast(a, b):
                yield a, b

    def join(self, a: str, b: str) -> None:
        """Makes one group of two; `a` is the smaller id."""
        theirs = self._between.pop(b)
        ours = self._between[a]
        self._inside[a] += self._inside.pop(b) + ours.pop(b)
        self._held[a] += self._held.pop(b)
        del theirs[a]
        for other, score in theirs.items():
            del self._between[other][b]
            ours[other] = self._between[other][a] = ours.get(other, 0.0) + score
        for other in ours:
            self._offer(*sorted((a, other)))

    def _offer(self, a: str, b: str) -> None:
        mean = self._mean(a, b)
        if mean >= LEAST_LIKENESS:
            heapq.heappush(self._queue, (-mean, a, b))

    def _mean(self, a: str, b: str) -> float:
        return self._between[a][b] / (len(self._held[a]) * len(self._held[b]))

    def _contrast(self, a: str, b: str) -> bool:
        """True where both groups are clearly closer inside than to each other."""
        sizes = [len(self._held[g]) for g in (a, b)]
        if min(sizes) < FEWEST_APART:
            return False
        inside = min(self._inside[g] / (n * (n - 1) / 2) for g, n in zip((a, b), sizes, strict=True))
        return self._mean(a, b) < LEAST_CONTRAST * inside
