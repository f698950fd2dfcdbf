"""What a document's words around a person's name say that the person is, and of which body.

"Harbour police superintendent X", "X, who heads the board", "the board's director, X", "X of the board". Ranges are
half-open, in code points of one part. Nothing is inferred but a ministry from its minister, and the kind of body from
a seat in it (a councillor's council).
"""

import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence

from sayso.link.heads import COMMON, HEADS
from sayso.link.phrase import BELONG, DETERMINERS, HARD, STOPS, Phrases, Range, Word
from sayso.link.roles import FREELY, OTHERS, PAST, PORTFOLIOS, RANKING, SEATS, TITLES, to_singular

_TOPICS = frozenset(
    "defence defense foreign home health education transport justice interior commerce treasury energy labor labour agriculture "
    "housing environment business culture works trade finance fisheries tourism industry information water mines oil petroleum "
    "sports sport fishing mining immigration security planning development power communications technology science".split()
)
"""What a secretary is at the head of a ministry of; "press secretary" is none."""
_NO_PORTFOLIO = frozenset("prime first cabinet junior senior former deputy chief government".split())
_RANKS = frozenset(
    "station watch wing section squad unit team desk cell branch division command service group exchange fleet port harbour harbor ship".split()
)
"""Alone before a post they are part of it: station officer, squad leader."""
TOPICS = 2
"""Words right before a post that are taken for what it is about: "gas engineer"."""
_FIRE = frozenset("chief officer commander marshal captain".split())

_VERBS = re.compile(
    r",?\s+(?:who )?(?P<verb>heads|chairs|leads|runs|directs|commands|speaks for|works for|works at|speaking for|speaking on behalf of) "
    r"(?P<rest>[^,.;:\n\"“”()–—]{2,100})"
)
_APPOSED = re.compile(
    r"(?:\s*\([^)]{1,40}\))?(?:,\s*\d{1,3}\b)?(?:,\s+(?:who (?P<was>is|was|serves as|served as) )?| (?P<is>is|was|serves as|served as) (?=the |an? ))"
    r"(?P<rest>[^,.;:\n\"“”()–—]{2,110})"
)
_OF = re.compile(r"\s+of (?:the )?(?P<rest>[^,.;:\n\"“”()–—]{2,80})")
_OWNED = re.compile(r"([^'’]{2,60}?)(?:['’]s|(?<=s)['’])\s+\w")
_ANY = frozenset("own other another rival same would-be different opposing".split())
"""What has one of these before it is no particular body."""
_CLOSED = re.compile(
    r"['’]s\b|[,.;:)–—\"”]|\s+(?:said|says|told|added|confirmed|denied|explained|insisted|warned)\b|\s*$"
)


@dataclasses.dataclass(frozen=True, order=True)
class Post:
    """What one place of a document says that a person is."""

    name: Range
    """The person's name."""
    place: Range
    """All words that say so, the name among them."""
    roles: tuple[str, ...]
    """Words of the post, lower case, singular."""
    body: str | None
    """The body that the person belongs to, as written, without an article."""
    body_at: Range | None
    """Where those words stand; None where the body follows from the post's own words."""
    past: bool
    """Held no more, or not yet."""
    reason: str


IsBody = Callable[[str, int, int], bool]
"""Whether words name a body: (words, start, stop)."""


def find_posts(text: str, names: Sequence[Range], is_body: IsBody) -> list[Post]:
    """All posts of some persons' names in one part, in order of their place."""
    phrases = Phrases(text, names)
    reader = _Reader(phrases, is_body)
    found = [post for name in phrases.names for post in (*reader.before(name), *reader.after(name))]
    return [p for post in found for p in (post, reader.owner(post)) if p is not None]


class _Reader:
    """Reads the phrases round names."""

    def __init__(self, phrases: Phrases, is_body: IsBody) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.is_body = is_body

    # Before the name

    def before(self, name: Range) -> list[Post]:
        """ "Harbour police superintendent X"; "the board's director, Dr X,"."""
        first = self.phrases.first_at(name[0])
        adjacent = self.phrases.before(first, commas=False)
        found = [self._read(adjacent, name, "the words before the name say so"), self._titles(adjacent, name)]
        start = self.phrases.skip_titles(first)
        if start and re.fullmatch(r"['’]?,\s", self.phrases.gap(start - 1)) and _CLOSED.match(self.text, name[1]):
            phrase = self.phrases.before(start, commas=True)
            if phrase and (phrase[0].text[:1].isupper() or self.phrases.is_determined(phrase)):
                found.append(self._read(phrase, name, "the words before the name say so"))
        return [p for p in found if p is not None]

    @staticmethod
    def _titles(phrase: Sequence[Word], name: Range) -> Post | None:
        """Mr, Dr, Sister: titles right before the name, which are no posts."""
        titles = list(itertools.takewhile(lambda w: w.low in TITLES and not w.is_role, reversed(phrase)))[::-1]
        if not titles:
            return None
        roles = tuple(w.low for w in titles)
        return Post(name, (titles[0].start, name[1]), roles, None, None, False, "titles before the name")

    # After the name

    def after(self, name: Range) -> list[Post]:
        """ "X, director of the board"; "X, who heads the board"; "X of the board"."""
        found = []
        apposed = _APPOSED.match(self.text, name[1])
        if apposed:
            found.append(self._apposition(apposed, name))
        verb = _VERBS.match(self.text, name[1])
        if verb:
            roles = ("spokesperson",) if verb["verb"].startswith("speak") else ()
            roles = roles or (() if verb["verb"].startswith("work") else ("head",))
            found.append(self._bare(self._words(verb), name, roles))
        of = _OF.match(self.text, name[1])
        if of:
            found.append(self._bare(self._words(of), name, ()))
        return [p for p in found if p is not None]

    def _words(self, match: re.Match[str]) -> list[Word]:
        return self.phrases.inside(match.start("rest"), match.end("rest"))

    def _bare(self, words: list[Word], name: Range, roles: tuple[str, ...]) -> Post | None:
        """A body alone behind the name."""
        words = self.phrases.cut(words)
        words = words[: next((n for n, w in enumerate(words) if n and w.low in HARD), len(words))]
        body = self._as_body(words)
        if body is None:
            return None
        place = (name[0], body[1][1])
        return Post(name, place, roles, body[0], body[1], False, "the words after the name say so")

    def _apposition(self, match: re.Match[str], name: Range) -> Post | None:
        words = self._words(match)
        if words and words[0].low in ("of", "from"):
            return self._bare(words[1:], name, ())
        while words and words[0].low in DETERMINERS - {"this", "that"}:
            words = words[1:]
        phrase = self.phrases.cut(words)
        role = _find_role(phrase)
        if role is None or self.phrases.is_name(phrase[role[0]]):
            return None
        next_word = next((w for w in words if w.start >= phrase[role[1] - 1].stop), None)
        if next_word is not None and self.phrases.is_name(next_word):
            return None  # "X, director Y and Z": a list
        post = self._read(phrase, name, "the words after the name say so")
        was = {match["was"], match["is"]} & {"was", "served as"}
        return dataclasses.replace(post, past=post.past or bool(was)) if post is not None else None

    def owner(self, post: Post) -> Post | None:
        """The body that owns a post's body: the army, of "commander of the army's Eastern Sector"."""
        if post.body is None or post.body_at is None:
            return None
        owned = _OWNED.match(post.body)
        start = post.body_at[0]
        if owned is None or not self.is_body(owned[1], start, start + owned.end(1)):
            return None
        return dataclasses.replace(post, body=owned[1], body_at=(start, start + owned.end(1)))

    # Reading a phrase

    def _read(self, phrase: list[Word], name: Range, reason: str) -> Post | None:
        """The post in a noun phrase: what stands before its role, the role, and what stands behind "of", "for", "at"."""
        phrase = [w for w in phrase if not self.phrases.is_name(w)]
        role = _find_role(phrase)
        if role is None:
            return None
        first, last = role
        past = any(_is_past(w) for w in phrase[:last])
        before = [w for w in phrase[:first] if not _is_past(w)]
        before = before[max((n + 1 for n, w in enumerate(before) if w.low in BELONG | HARD), default=0) :]
        while before and (before[0].low in RANKING | DETERMINERS or re.match(r"\d|[a-z]+ed$", before[0].text)):
            before = before[1:]
        roles = [to_singular(w.low.removeprefix("ex-")) for w in phrase[first:last] if w.low != "and"]
        body = self._find_body(before, roles, phrase[last:])
        topics = (
            [] if body and body[1] else [w.low for w in before[-TOPICS:] if w.text[:1].isupper() or w.low in COMMON]
        )
        stop = max(body[1][1], phrase[last - 1].stop) if body and body[1] else phrase[-1].stop
        return Post(
            name=name,
            place=(min(phrase[0].start, name[0]), max(stop, name[1])),
            roles=tuple(dict.fromkeys([*roles, *topics])),
            body=body[0] if body else None,
            body_at=body[1] if body else None,
            past=past,
            reason=reason,
        )

    def _find_body(self, before: list[Word], roles: list[str], behind: list[Word]) -> tuple[str, Range | None] | None:
        telling = [r for r in roles if r not in RANKING | TITLES] or roles
        if all(r in OTHERS for r in telling):
            return None
        freely = all(r in FREELY for r in telling)
        found = self._complement(behind, freely=freely) or (None if freely else self._owner(before))
        if found is not None:
            return found
        ministry = self._ministry(before, roles, behind)
        if ministry is not None:
            return ministry, None
        if before and before[-1].low == "fire" and _FIRE & set(roles):
            return "fire service", None
        seat = next((SEATS[r] for r in roles if r in SEATS), None)
        return (seat, None) if seat else None

    def _complement(self, behind: list[Word], *, freely: bool) -> tuple[str, Range] | None:
        """The body behind "of", "for", "at": the last that is one."""
        found = None
        for n, word in enumerate(behind):
            if word.low in BELONG and not (freely and word.low in ("of", "for")):
                tail = behind[n + 1 :]
                ends = (k for k, w in enumerate(tail) if k and (w.low in HARD or (w.low in STOPS and w.low != "and")))
                body = self._as_body(tail[: next(ends, len(tail))])
                if body is not None and (found is None or found[1][1] < body[1][0]):
                    found = body
        return found

    def _owner(self, before: list[Word]) -> tuple[str, Range] | None:
        """The body before the role: "Harbour police superintendent", "the board's director"."""
        if len(before) == 1 and before[0].low in _RANKS and not before[0].owns:
            return None
        body = self._as_body(before, adjacent=True)
        owners = [n for n, w in enumerate(before) if w.owns or self.text[w.stop : w.stop + 1] in ("'", "’")]
        return self._as_body(before[: owners[-1] + 1], adjacent=True) if body is None and owners else body

    def _ministry(self, before: list[Word], roles: list[str], behind: list[Word]) -> str | None:
        """ "Energy ministry", of an energy minister, or of a minister of or for energy."""
        if not PORTFOLIOS & set(roles):
            return None
        of = [w for w in behind[1:] if w.low not in DETERMINERS] if behind and behind[0].low in ("of", "for") else []
        words = of if of and "minister" in roles else before
        last = words[-1].low if words else ""
        if last in _NO_PORTFOLIO or last not in (_TOPICS | COMMON if "minister" in roles else _TOPICS):
            return None
        return f"{self.text[words[0].start : words[-1].stop - (2 if words[-1].owns else 0)]} ministry"

    def _as_body(self, words: Sequence[Word], *, adjacent: bool = False) -> tuple[str, Range] | None:
        """Words as the name of a body, where they are one; what trails after the name is cut.

        Between a body and a post beside it stand only words for what the post is about: "NASA research scientist".
        """
        words = list(words)
        if any(w.low in _ANY for w in words):
            return None
        while words and words[0].low in DETERMINERS:
            words = words[1:]
        while words:
            start, stop = words[0].start, words[-1].stop - (2 if words[-1].owns else 0)
            if self._ends_well(words) and self.is_body(self.text[start:stop], start, stop):
                return self.text[start:stop], (start, stop)
            if words[-1].text[:1].isupper():
                return None
            if adjacent and words[-1].low not in COMMON | RANKING and not words[-1].is_role:
                return None
            words = words[:-1]
        return None

    @staticmethod
    def _ends_well(words: Sequence[Word]) -> bool:
        """Whether words can end there: with a capital, a head noun, or what a head noun is "of"."""
        last = words[-1]
        return (
            not last.text[:1].islower()
            or to_singular(last.low) in HEADS
            or any(w.low in ("of", "for") for w in words[:-1])
        )


def _is_past(word: Word) -> bool:
    return word.low in PAST or word.text.casefold().startswith(("ex-", "then-"))


def _find_role(phrase: Sequence[Word]) -> Range | None:
    """Numbers of the words that are the post: the first run of them that ends the phrase or stands before "of", "at"."""
    n = 0
    while n < len(phrase):
        if not phrase[n].is_role or phrase[n].owns:
            n += 1
            continue
        last = n + 1
        while last < len(phrase) and _goes_on(phrase, last):
            last += 1
        if last == len(phrase) or phrase[last].low in BELONG | HARD | {"to", "on"}:
            while n > 0 and phrase[n - 1].low in RANKING and not phrase[n - 1].owns:
                n -= 1
            return n, last
        n = last
    return None


_GENERALS = frozenset("inspector attorney secretary director solicitor auditor governor surgeon postmaster".split())


def _goes_on(phrase: Sequence[Word], at: int) -> bool:
    """Whether a word goes on with the post before it: "chairman and chief executive", "inspector general"."""
    word = phrase[at]
    after = phrase[at + 1] if at + 1 < len(phrase) else None
    if word.is_role or (word.low == "general" and phrase[at - 1].low in _GENERALS):
        return True
    if after is None:
        return False
    return (word.low in RANKING and after.is_role) or (word.low == "and" and (after.is_role or after.low in RANKING))
