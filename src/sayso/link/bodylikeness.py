"""How two names of organisations, outlets or other publications stand to each other."""

import functools
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from sayso.link.bodynames import BodyName
from sayso.link.heads import COMMON, HEADS, LEGAL, LOOSE, PUBLIC, TRADES


class BodyLikeness(StrEnum):
    """What two names of bodies are to each other."""

    EQUAL = "the same name"
    TURNED = "the same words round the same head"
    ADDRESS = "a name and the address of its site"
    TRADE = "the same name, one without its trade"
    SPELLING = "long names that differ in a letter"
    CONTAINED = "one name contains the other, with the same head"
    LOOSE = "one calls a report what the other names closer"
    INITIALS = "one has the initials of the other"
    UNKNOWN = "an acronym and a name that it may or may not be short for"


_LONG_NAME, _LONG_WORD = 12, 6
"""Letters of names, and of the word in them, in which one letter may differ."""


def is_one_word(a: str, b: str) -> bool:
    """Whether two words of names are one: the same, or a place and those who are of it (Kenya, Kenyan)."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 4:
        return False
    stems = (short, short[:-1]) if short[-1] in "aeiouy" else (short,)
    return any(long == stem + end for stem in stems for end in ("n", "an", "ian", "ese", "i", "ish"))


def _covers(whole: frozenset[str], part: frozenset[str]) -> bool:
    return all(any(is_one_word(p, w) for w in whole) for p in part)


@functools.lru_cache(maxsize=65536)
def compare_bodies(a: BodyName, b: BodyName) -> BodyLikeness | None:
    """What makes two names alike; None where they are two bodies'."""
    if not a.words or not b.words:
        return None
    if a.writing or b.writing:
        return _compare_writings(a, b)
    if a.joined == b.joined:
        return BodyLikeness.ADDRESS if a.address is not b.address else BodyLikeness.EQUAL
    if a.address or b.address:
        the = {a.joined.removeprefix("the"), b.joined.removeprefix("the")}
        return BodyLikeness.ADDRESS if len(the) == 1 and len(min(the)) > 2 else None
    if a.acronym or b.acronym:
        if a.acronym and b.acronym:
            return None
        short, long = (a, b) if a.acronym else (b, a)
        return BodyLikeness.INITIALS if short.acronym in long.initials else BodyLikeness.UNKNOWN
    if {w for w in a.words if w.isdigit()} != {w for w in b.words if w.isdigit()}:
        return None
    if a.head == b.head and a.head:
        return _compare_marks(a, b)
    if len(a.words) == len(b.words) and all(map(is_one_word, a.words, b.words)):
        return BodyLikeness.EQUAL
    short, long = sorted((a, b), key=lambda n: len(n.words))
    tail = long.words[len(short.words) :]
    if long.words[: len(short.words)] == short.words and not short.head and all(w in TRADES | LEGAL for w in tail):
        return BodyLikeness.TRADE
    return _compare_spelling(a, b)


def _compare_marks(a: BodyName, b: BodyName) -> BodyLikeness | None:
    ours, theirs = a.marks, b.marks
    if _covers(ours, theirs) and _covers(theirs, ours):
        return BodyLikeness.TURNED if a.head in PUBLIC else _compare_spelling(a, b)
    if _covers(ours, theirs) or _covers(theirs, ours):
        return BodyLikeness.CONTAINED
    return _compare_spelling(a, b)


def _compare_spelling(a: BodyName, b: BodyName) -> BodyLikeness | None:
    if len(a.words) != len(b.words) or min(len(a.joined), len(b.joined)) < _LONG_NAME:
        return None
    differing = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if len(differing) != 1:
        return None
    x, y = differing[0]
    if min(len(x), len(y)) < _LONG_WORD or x[0] != y[0] or x in COMMON | HEADS or y in COMMON | HEADS:
        return None
    return BodyLikeness.SPELLING if Levenshtein.distance(x, y, score_cutoff=1) <= 1 else None


def _compare_writings(a: BodyName, b: BodyName) -> BodyLikeness | None:
    """A report and a study by one body, "audit of X", "X audit"; nothing that names no author."""
    if a.writing is not b.writing or not a.marks or not b.marks or a.marks != b.marks:
        return None
    if a.head == b.head:
        return BodyLikeness.EQUAL if a.words == b.words else BodyLikeness.TURNED
    return BodyLikeness.LOOSE if a.head in LOOSE or b.head in LOOSE else None
