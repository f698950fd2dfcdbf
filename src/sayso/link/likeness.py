"""How two names of persons stand to each other."""

import functools
from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from sayso.link.naming import FAMILY_FIRST, PersonName, to_full_given, to_sound, to_variant


class Likeness(StrEnum):
    """What makes two names of persons alike, the surest first."""

    EQUAL = "the same name"
    VARIANT = "the same name, written otherwise"
    TURNED = "the same name, family name first in one"
    INITIALS = "one gives initials for what the other writes out"
    MIDDLE = "the same name, one of them without a part of it"
    SHORT = "one uses the short form of the given name"
    SOUND = "names that are spelt otherwise and sound the same"
    SPELLING = "long names that differ in a letter or two"
    ALONE = "both are this one name only"
    FAMILY = "the family name alone"
    GIVEN = "the given name alone"


_ORDER = list(Likeness)

SPELT_LETTERS = 10
"""Letters that both names must have, together, before a letter may differ."""
SPELT_WORD, SPELT_GIVEN, TWO_LETTERS = 5, 7, 9
"""Letters that the word must have in which one differs: a family name, a given name; and where two may."""


@functools.lru_cache(maxsize=65536)
def compare_names(a: PersonName, b: PersonName) -> Likeness | None:
    """What makes two names alike; None where they are two people's."""
    if not a.core or not b.core or (a.suffix and b.suffix and a.suffix != b.suffix):
        return None
    if not a.is_full or not b.is_full:
        return _compare_short(a, b)
    likeness = _compare_full(a.core, b.core)
    if likeness is None and (a.plain != a.core or b.plain != b.core):
        likeness = Likeness.MIDDLE if _compare_full(a.plain, b.plain) in (Likeness.EQUAL, Likeness.VARIANT) else None
    if likeness in (Likeness.EQUAL, Likeness.VARIANT) and a.suffix != b.suffix:
        return Likeness.MIDDLE
    if likeness is Likeness.EQUAL and "".join(a.words) != "".join(b.words):
        return Likeness.VARIANT
    return likeness


def _compare_full(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    if "".join(a) == "".join(b):
        return Likeness.EQUAL
    ours, theirs = tuple(map(to_variant, a)), tuple(map(to_variant, b))
    if "".join(ours) == "".join(theirs):
        return Likeness.VARIANT
    if tuple(map(to_sound, a)) == tuple(map(to_sound, b)):
        return Likeness.SOUND
    if ours in (theirs[1:] + theirs[:1], theirs[-1:] + theirs[:-1]):
        return Likeness.TURNED
    return _compare_given(a, b) or _compare_spelling(a, b)


def _compare_given(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """Names of one family, or of two family names of which one is left out."""
    family = _compare_word(a[-1], b[-1])
    if family in (Likeness.EQUAL, Likeness.VARIANT, Likeness.SOUND):
        given = _align(a[:-1], b[:-1])
        return max(given, family, key=_ORDER.index) if given is not None and family is not None else None
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and short == long[: len(short)]:
        return Likeness.MIDDLE
    return None


def _compare_word(a: str, b: str) -> Likeness | None:
    if a == b:
        return Likeness.EQUAL
    if to_variant(a) == to_variant(b):
        return Likeness.VARIANT
    if len(a) == 1 or len(b) == 1:
        return Likeness.INITIALS if a[0] == b[0] else None
    if to_sound(a) == to_sound(b):
        return Likeness.SOUND
    return None


def _align(a: Sequence[str], b: Sequence[str]) -> Likeness | None:
    """Given names side by side: the first must agree, and what both have after it."""
    first = _compare_word(a[0], b[0])
    if first is None and to_full_given(a[0]) == to_full_given(b[0]):
        first = Likeness.SHORT
    if first is None:
        short, long = (a, b) if len(a) < len(b) else (b, a)
        return Likeness.MIDDLE if len(short) < len(long) and list(short) == list(long[-len(short) :]) else None
    found = [first]
    ours, theirs = list(a[1:]), list(b[1:])
    if bool(ours) is not bool(theirs):
        found.append(Likeness.MIDDLE)
    elif ours:
        short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
        at = 0
        for word in short:
            match = next((n for n in range(at, len(long)) if _compare_word(word, long[n]) is not None), None)
            if match is None:
                return None
            found.append(_compare_word(word, long[match]) or Likeness.MIDDLE)
            at = match + 1
        if len(short) < len(long):
            found.append(Likeness.MIDDLE)
    return max(found, key=_ORDER.index)


def _compare_spelling(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    differing = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(differing) != 1 or min(len("".join(a)), len("".join(b))) < SPELT_LETTERS:
        return None
    at = differing[0]
    x, y = sorted((a[at], b[at]), key=lambda w: (len(w), w))
    if x[0] != y[0] or len(x) < (SPELT_WORD if at == len(a) - 1 else SPELT_GIVEN):
        return None
    if x[:-1] == y[:-1] or y in (x + "a", x + "e") or x[:-1] + "a" == y[:-1]:
        return None  # Mario and Maria, Ivanov and Ivanova: the end of a name tells people apart
    most = 2 if len(x) >= TWO_LETTERS else 1
    return Likeness.SPELLING if Levenshtein.distance(x, y, score_cutoff=most) <= most else None


def _compare_short(a: PersonName, b: PersonName) -> Likeness | None:
    """A name of one word with another name."""
    if not a.is_full and not b.is_full:
        return Likeness.ALONE if to_variant(a.family) == to_variant(b.family) else None
    short, full = (b, a) if a.is_full else (a, b)
    word = to_variant(short.family)
    if len(word) < 2:
        return None
    if word == to_variant(full.core[-1]) or (word == full.core[0] and word in FAMILY_FIRST):
        return Likeness.FAMILY
    if len(full.core) > 2 and word == "".join(full.core[-2:]):
        return Likeness.FAMILY
    return Likeness.GIVEN if word == to_variant(full.core[0]) else None


__all__ = ["Likeness", "compare_names"]
