"""What a document is about, prepared once so that it can be compared with others from the two records alone."""

import dataclasses
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sayso.link.rarity import NUMBER, WORD, find_rarity, find_stems, to_stem
from sayso.model import Document, Kind, Part, Reading, Span, Statement

LEAST_RARITY = 1.5
"""Words in more than a fifth of documents say nothing about the matter."""

LEAST_NAME_RARITY = 3.0
"""Words of names that are in more than a twentieth of documents ("new", "state", "Washington") tell no names apart."""

OPENING_WORDS = 250
"""Words of the text that tell what happened; each counts as two of the later ones."""

OPENING_CHARACTERS = 1500
"""The same stretch for names, whose places are given in characters."""

HEADLINE_WEIGHT = 3.0
OPENING_WEIGHT = 2.0

MOST_STATEMENTS = 20
"""Only the first statements are compared by meaning: they tell the matter, later ones its background."""

WIDTH = 384
"""Figures in one statement's meaning."""

Weights = Mapping[str, float]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Matter:
    """The record of one document by which its story is found."""

    document: str
    """Id of the document."""
    words: Weights
    """Stem → weight; of headline and text without furniture, rare and repeated ones heavier; unit length."""
    headline: Weights
    """The same of the headline alone; empty where there is none."""
    names: Weights
    """The same of the words in names of any kind but dates and sums, without those of outlets and publications."""
    people: Weights
    """The same of names of persons alone."""
    places: Weights
    """The same of places and facilities alone."""
    written: Mapping[str, str]
    """Stem → the form that it is mostly written in, to show it."""
    numbers: frozenset[str]
    """Numbers of two digits and more as written, years left out: they are shared by chance."""
    day: int | None
    """Day of publication, counted from the first of year 1; None where it isn't known to the day."""
    meanings: NDArray[np.float32] = dataclasses.field(compare=False)
    """(statements, 384); whole numbers of -127 to 127, unit length when divided by 127."""


def make_matter(document: Document, reading: Reading) -> Matter:
    """The record of a document."""
    text = cut_spans(document.text, (f.span for f in (*document.furniture, *reading.furniture)))
    headline = find_stems(document.headline)
    counts: dict[str, float] = defaultdict(float)
    for stem in headline:
        counts[stem] += HEADLINE_WEIGHT
    for n, stem in enumerate(find_stems(text)):
        counts[stem] += OPENING_WEIGHT if n < OPENING_WORDS else 1.0
    publishers = find_publishers(document, reading)
    names = {
        kind: make_weights(count_names(document, reading, kinds, publishers)) for kind, kinds in _KINDS_OF_NAMES.items()
    }
    numbers = NUMBER.findall(f"{document.headline}\n{text}")
    return Matter(
        document=document.id,
        words=make_weights(counts),
        headline=make_weights(Counter(headline)),
        **names,
        written=find_forms(f"{document.headline}\n{text}"),
        numbers=frozenset(n for n in numbers if len(n) > 1 and not is_year(n)),
        day=find_day(document.published),
        meanings=stack_meanings(reading.statements),
    )


_PLACES = ("Location", "Facility")
_KINDS_OF_NAMES = {
    "names": ("Person", *_PLACES, "Organization", "NORP", "Product", "Misc"),
    "people": ("Person",),
    "places": _PLACES,
}


def make_weights(counts: Mapping[str, float]) -> Weights:
    """Weights of counted stems: the logarithm of the count times the rarity above the least; unit length."""
    weights = {
        stem: (1 + math.log(count)) * (find_rarity(stem) - LEAST_RARITY)
        for stem, count in sorted(counts.items())
        if find_rarity(stem) > LEAST_RARITY
    }
    length = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {stem: w / length for stem, w in weights.items()}


def find_forms(text: str) -> Mapping[str, str]:
    """Stem → its most frequent form in a text, equals by alphabet."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word in WORD.findall(text):
        forms[to_stem(word)][word] += 1
    return {stem: min(counts, key=lambda form: (-counts[form], form)) for stem, counts in forms.items()}


def count_names(
    document: Document, reading: Reading, kinds: Iterable[str], publishers: frozenset[str]
) -> Mapping[str, float]:
    """Stems of names of some kinds, each counted as often as it is named; doubly in headline and opening."""
    kinds = frozenset(kinds)
    counts: Counter[str] = Counter()
    for name in reading.names:
        if name.type in kinds:
            opens = name.span.part is Part.HEADLINE or name.span.start < OPENING_CHARACTERS
            for stem in find_stems(document.words(name.span)):
                if stem not in publishers and find_rarity(stem) > LEAST_NAME_RARITY:
                    counts[stem] += 2 if opens else 1
    return counts


def find_publishers(document: Document, reading: Reading) -> frozenset[str]:
    """Stems of the names of outlets and publications that the document rests on: two may share an agency, no matter."""
    links = (k for s in reading.statements for k in s.chain if k.kind in (Kind.OUTLET, Kind.PUBLICATION))
    named = [k.name for k in links] + [document.outlet] + [c.name for c in document.credits]
    return frozenset(stem for name in named if name for stem in find_stems(name))


def stack_meanings(statements: Iterable[Statement]) -> NDArray[np.float32]:
    """The meanings of the first statements that have one, in order of their place."""
    held = [s.embedding for s in statements if s.embedding][:MOST_STATEMENTS]
    return np.array([np.frombuffer(e, np.int8) for e in held], np.float32).reshape(len(held), -1 if held else WIDTH)


def find_day(published: str | None) -> int | None:
    """The day of an ISO time, counted from the first of year 1; None where it isn't known to the day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def is_year(number: str) -> bool:
    """True of four digits that can be a year of our time."""
    return len(number) == 4 and number[:2] in ("19", "20") and number.isdigit()


def cut_spans(text: str, spans: Iterable[Span]) -> str:
    """A text with spaces where some spans of it were; spans of the headline are passed over."""
    for span in spans:
        if span.part is Part.TEXT:
            text = text[: span.start] + " " * (span.stop - span.start) + text[span.stop :]
    return text
