"""The words around a name: the phrase that leads up to it, and those that follow."""

import bisect
import dataclasses
import functools
import re
from collections.abc import Sequence

from sayso.link.naming import fold
from sayso.link.roles import PAST, RANKING, TITLES, is_role

Range = tuple[int, int]
"""First code point and one past the last, in one part."""

DETERMINERS = frozenset("the a an its his her their our this that one another some any".split())
HARD = frozenset(
    "at with from in on under over near behind inside outside below beside beneath opposite within through".split()
)
"""Prepositions that end a name; "of" and "for" may be inside one."""
BELONG = frozenset("of for at with from in".split())
"""Prepositions behind a post that lead to its body."""
STOPS = frozenset(
    "said says say told tells tell asked asks added by to that when while as but or if after before than was is are were be been being has "
    "have had not who which what whose where because since under over against between during about into like including such "
    "according per via also and i he she they it we you will would can could may might should must did does do has called named "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
    "quotes quoted cites cited reports reported names took takes met meets saw sees made makes won wins led "
    "on so then there here just still yet only even both either neither".split()
)
"""Words that no noun phrase runs across."""
ADJECTIVES = frozenset(
    "elected appointed unelected noted renowned respected celebrated experienced armed combined".split()
)
"""Words in "-ed" that are no verbs here."""
REACH = 14
"""Words that are looked at before a name."""

_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W_]+(?:[-'’&.][^\W_]+)*")
_OPENERS = frozenset("The A An Its His Her Their".split())


@dataclasses.dataclass(frozen=True)
class Word:
    """A word of a part."""

    text: str
    start: int
    stop: int

    @functools.cached_property
    def low(self) -> str:
        """Folded, without a possessive ending."""
        return fold(re.sub(r"['’]s?$", "", self.text)).rstrip(".")

    @property
    def owns(self) -> bool:
        """Whether it ends in 's."""
        return self.text.endswith(("'s", "’s"))

    @functools.cached_property
    def is_role(self) -> bool:
        """Whether it says what somebody is."""
        return is_role(self.low)


class Phrases:
    """The words of one part, with the persons' names among them."""

    def __init__(self, text: str, names: Sequence[Range]) -> None:
        self.text = text
        self.names = sorted(names)
        self.words = [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
        self._starts = [w.start for w in self.words]
        self._stops = [b for _, b in self.names]

    def first_at(self, start: int) -> int:
        """Number of the first word that begins at or after a place."""
        return bisect.bisect_left(self._starts, start)

    def inside(self, start: int, stop: int) -> list[Word]:
        """The words that begin in a range."""
        return self.words[self.first_at(start) : self.first_at(stop)]

    def is_name(self, word: Word) -> bool:
        """Whether a word is part of a person's name."""
        at = bisect.bisect_right(self._stops, word.start)
        return at < len(self.names) and self.names[at][0] <= word.start

    def gap(self, n: int) -> str:
        """What stands between word n and the next."""
        return self.text[self.words[n].stop : self.words[n + 1].start if n + 1 < len(self.words) else len(self.text)]

    def skip_titles(self, first: int) -> int:
        """Number of the first of the titles that stand right before word `first`."""
        while first > 0:
            word = self.words[first - 1]
            is_title = word.low in TITLES | RANKING or (word.text[:1].isupper() and word.is_role)
            if not is_title or not re.fullmatch(r"\.?\s", self.gap(first - 1)):
                break
            first -= 1
        return first

    def is_determined(self, phrase: Sequence[Word]) -> bool:
        """Whether "the", "its", "the board's" or the like opens a phrase."""
        before = self.text[: phrase[0].start].rsplit(None, 1)
        return any(w.owns for w in phrase) or (bool(before) and before[-1].casefold().strip('"“(') in DETERMINERS)

    def cut(self, words: Sequence[Word]) -> list[Word]:
        """Words up to a verb or a conjunction."""
        for n, word in enumerate(words):
            if self.is_stop(self.first_at(word.start)):
                return list(words[:n])
        return list(words)

    def before(self, first: int, *, commas: bool) -> list[Word]:
        """The words that lead up to word `first`, back to a verb, an article or punctuation.

        With `commas`, up to the comma before it: a noun phrase in apposition, which may have "of the board" in it.
        """
        words: list[Word] = []
        for n in range(first - 1, max(-1, first - 1 - REACH), -1):
            word, gap = self.words[n], self.gap(n)
            opening = commas and not words and re.fullmatch(r"['’]?,\s", gap)
            if not opening and not re.fullmatch(r"['’]?[^\S\n]|\s&\s|\.[^\S\n]", gap):
                break
            if gap.startswith(".") and word.low not in TITLES and len(word.low) > 1:
                break
            if self.is_stop(n):
                break
            article = (word.low in DETERMINERS and word.text[:1].islower()) or word.text in _OPENERS
            if article and not (
                commas and n and self.words[n - 1].low in BELONG and re.fullmatch(r"\s", self.gap(n - 1))
            ):
                break
            if word.low in HARD and not commas:
                break
            words.insert(0, word)
        while words and words[0].low in BELONG | DETERMINERS | {"and"}:
            words.pop(0)
        return words

    def is_stop(self, n: int) -> bool:
        """Whether no noun phrase runs across word n: a verb, a conjunction; "-ed" but for what a post may be (retired)."""
        word = self.words[n]
        if word.low == "and":
            return not self._joins(n)
        verb = re.fullmatch(r"[a-z]{3,}ed", word.text) is not None and word.low not in ADJECTIVES | PAST
        return verb or word.low in STOPS

    def _joins(self, n: int) -> bool:
        """Whether an "and" stands between two posts (chairman and chief executive) or inside a name."""
        if n == 0 or n + 1 >= len(self.words):
            return False
        before, after = self.words[n - 1], self.words[n + 1]
        posts = before.is_role and (after.is_role or after.low in RANKING)
        capitals = before.text[:1].isupper() and after.text[:1].isupper()
        return posts or (capitals and not self.is_name(before) and not self.is_name(after))
