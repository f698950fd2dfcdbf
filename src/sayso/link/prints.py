"""Fingerprints: what of a document's wording is compared with others' to find repeated passages.

A document's words become numbers, the same in every process. Runs of five words are hashed, and of these a
sample is kept as keys by winnowing (Schleimer, Wilkerson, Aiken 2003), so that two documents that share a run of
eight words that tell enough (`sayso.link.telling`) share a key, wherever it stands.
"""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from sayso.link.quoted import find_paragraphs, find_quoted
from sayso.link.telling import NAME, TELLING, is_page_business, weigh_word
from sayso.model import Document, Part, Span

KEY_WORDS = 5
"""Words of a run that is hashed into a key."""

WINDOW = 4
"""Neighbouring runs of which one at least is kept: a shared run of KEY_WORDS + WINDOW - 1 words is never missed."""

LEAST_TELLING = 2
"""Telling words that a run must hold to be a key: runs without are "at a news conference in", which everybody has."""

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)+|[^\W\d_](?:\.[^\W\d_])+(?:\.['’]s\b|\.?(?![^\W_]))|[^\W_]+(?:['’][^\W_]+)*",
)
_END = re.compile(r"[.!?…][\"”’')\]]*\s|\n")
_SHORTENED = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt st jr sr inc corp co ltd vs no jan feb mar apr aug sept oct nov dec".split()
)
_TITLE_CASE = 0.7
"""Share of capitalised words from which on a part's capitals don't show names: all its words are set so."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Worths = npt.NDArray[np.float32]


@dataclasses.dataclass(frozen=True, kw_only=True, eq=False)
class Row:
    """The words of one part of a document, in order, page furniture left out. All arrays have one entry a word."""

    part: Part
    body: str
    """The part's text."""
    words: Numbers
    """A number for each word's normalised form."""
    starts: Numbers
    """Its first character."""
    stops: Numbers
    """One past its last character."""
    worth: Worths
    """How much it speaks for copying when another text has it in the same place: see `sayso.link.telling`."""
    spoken: Worths
    """The same for quoted words, which otherwise are worth nothing; 0 for all others."""
    own: Flags
    """True for unquoted words of statements in the outlet's own voice."""
    ends: Flags
    """True for the last word of a sentence."""


@dataclasses.dataclass(frozen=True, kw_only=True, eq=False)
class Prints:
    """One document's words, prepared for comparison."""

    document: str
    """Id of the document."""
    headline: Row
    text: Row


def make_prints(document: Document, furniture: Iterable[Span], own: Iterable[Span] = ()) -> Prints:
    """The prints of a document; the words inside `furniture` are left out, those inside `own` are the outlet's voice."""
    left_out, voice = sorted(furniture), sorted(own)
    headline, text = (
        make_row(part, document.part(part), *([s for s in spans if s.part is part] for spans in (left_out, voice)))
        for part in (Part.HEADLINE, Part.TEXT)
    )
    return Prints(document=document.id, headline=headline, text=text)


def make_keys(prints: Prints) -> frozenset[int]:
    """The fingerprints under which a document meets others: integers from 0 to 2**63 - 1, the same in every process.

    Of the text alone. Runs with too few telling words are no keys, so that neither a quotation nor a stock phrase
    brings two documents together.
    """
    runs = hash_runs(prints.text.words, KEY_WORDS)
    if not len(runs):
        return frozenset()
    telling = np.convolve(prints.text.worth >= TELLING, np.ones(KEY_WORDS, np.int64), "valid")
    runs = np.where(telling >= LEAST_TELLING, runs, np.iinfo(np.int64).max)
    windows = np.lib.stride_tricks.sliding_window_view(runs, min(WINDOW, len(runs)))
    kept = np.unique(windows.min(axis=1))
    return frozenset(kept[kept != np.iinfo(np.int64).max].tolist())


def hash_runs(words: Numbers, size: int) -> Numbers:
    """A number from 0 to 2**63 - 1 for each run of `size` words, by the run's first word."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, np.int64)
    numbers = words.view(np.uint64)
    total = np.zeros(count, np.uint64)
    for i in range(size):  # a polynomial, modulo 2**64
        total = total * np.uint64(0x9E3779B97F4A7C15) + numbers[i : i + count]
    total ^= total >> np.uint64(29)  # mixed, so that the smallest is no particular word's (splitmix64)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    total ^= total >> np.uint64(32)
    return (total >> np.uint64(1)).astype(np.int64)


def normalise_word(word: str) -> str:
    """A word in the form in which equal words are equal: case, dots of abbreviations and commas of numbers aside."""
    plain = word.casefold().replace("’", "'")
    return plain.replace(",", "") if plain[0].isdigit() else plain.replace(".", "")


def hash_word(word: str) -> int:
    """A number for a normalised word, the same in every process."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def make_row(part: Part, body: str, furniture: list[Span], own: Sequence[Span] = ()) -> Row:
    """The words of one part."""
    found = [match.span() for match in _WORD.finditer(body)]
    if furniture:
        found = _leave_out(found, [(s.start, s.stop) for s in furniture])
    shown = [body[start:stop] for start, stop in found]
    words = [normalise_word(word) for word in shown]
    numbers = {word: hash_word(word) for word in sorted(set(words))}
    starts = np.array([start for start, _ in found], np.int64)
    ends = _find_ends(body, found, words)
    quoted = _cover(starts, find_quoted(body))
    business = _cover(starts, [p for p in find_paragraphs(body) if is_page_business(body[p[0] : p[1]])])
    worth = np.array([weigh_word(word) for word in words], np.float32)
    worth[_find_names(shown, ends)] = NAME
    worth[business] = 0
    return Row(
        part=part,
        body=body,
        words=np.array([numbers[word] for word in words], np.int64),
        starts=starts,
        stops=np.array([stop for _, stop in found], np.int64),
        worth=np.where(quoted, np.float32(0), worth),
        spoken=np.where(quoted, worth, np.float32(0)),
        own=_cover(starts, _join_ranges(own)) & ~quoted,
        ends=np.array(ends, np.bool_),
    )


def _leave_out(found: list[tuple[int, int]], furniture: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges that none of the sorted others touches."""
    kept, at = [], 0
    for start, stop in found:
        while at < len(furniture) and furniture[at][1] <= start:
            at += 1
        if at == len(furniture) or furniture[at][0] >= stop:
            kept.append((start, stop))
    return kept


def _join_ranges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Spans as ranges in order that don't overlap."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], span.stop)
        else:
            joined.append((span.start, span.stop))
    return joined


def _cover(starts: Numbers, ranges: list[tuple[int, int]]) -> Flags:
    """True for the places inside one of some ranges that are in order and don't overlap."""
    if not ranges:
        return np.zeros(len(starts), np.bool_)
    before = np.searchsorted(np.array([r[0] for r in ranges]), starts, "right")
    past = np.searchsorted(np.array([r[1] for r in ranges]), starts, "right")
    return before > past


def _find_ends(body: str, found: list[tuple[int, int]], words: list[str]) -> list[bool]:
    """For each word, whether a sentence ends with it."""
    ends = []
    for i, (_, stop) in enumerate(found[:-1]):
        between = body[stop : found[i + 1][0]]
        is_end = between != " " and _END.search(between) is not None
        ends.append(is_end and ("\n" in between or words[i] not in _SHORTENED))
    return ends + [True] * bool(found)


def _find_names(shown: list[str], ends: list[bool]) -> Flags:
    """For each word, whether its capital shows that it is part of a name or a formal title."""
    capitals = [word[0].isupper() for word in shown]
    if sum(capitals) > _TITLE_CASE * len(capitals):
        return np.zeros(len(shown), np.bool_)
    names = []
    for i, is_capital in enumerate(capitals):
        opens = i == 0 or ends[i - 1]
        followed = i + 1 < len(shown) and capitals[i + 1] and not ends[i]
        names.append(is_capital and (not opens or followed))
    return np.array(names, np.bool_)
