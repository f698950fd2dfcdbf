"""Text → words with offsets, and windows of pieces for the encoder.

A word is a run of letters, digits and marks, or one sign: the units that an uncased BERT vocabulary splits text
into before it looks for pieces, so that every span's edge can fall on a word's edge.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from tokenizers import Tokenizer

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
QUOTES = frozenset("\"'“”‘’«»„‟`")
SIZE = 256  # pieces a window; the encoder was trained at this length
OVERLAP = 64  # pieces shared by neighbouring windows
MOST_PIECES = 16  # pieces kept of one word; only strings such as long addresses have more
PARAGRAPH = "[unused1]"  # stands before the first word of a paragraph
HEADLINE = "[unused2]"  # stands before a headline's first word


class Shape(IntEnum):
    """What an uncased vocabulary loses of a word; fed to the encoder beside each piece."""

    LOWER = 0
    CAPITALISED = 1
    CAPITALS = 2
    MIXED = 3
    DIGITS = 4
    SIGN = 5
    QUOTE = 6
    MARK = 7


@dataclasses.dataclass(frozen=True)
class Word:
    """One word: its place in the part, and whether a paragraph begins with it."""

    start: int
    stop: int
    text: str
    breaks: bool = False


@dataclasses.dataclass(frozen=True)
class Window:
    """One run of the encoder: pieces, their shapes, and where in it each word's first piece stands."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]  # index into `pieces` of the first piece of words `begin`, `begin + 1`, …
    begin: int  # index of the first word
    keep: tuple[int, int]  # the words whose outputs are taken from this window, half-open


def find_words(text: str) -> list[Word]:
    """All words of a text, in order."""
    words: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        breaks = not words or "\n" in text[last : match.start()]
        words.append(Word(match.start(), match.end(), match.group(), breaks))
        last = match.end()
    return words


def shape_of(word: str) -> Shape:
    """The class of a word's letters."""
    if word in QUOTES:
        return Shape.QUOTE
    if not word[0].isalnum():
        return Shape.SIGN
    if any(c.isdigit() for c in word):
        return Shape.DIGITS
    if word.islower():
        return Shape.LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Shape.CAPITALISED
    return Shape.CAPITALS if word.isupper() else Shape.MIXED


class Pieces:
    """Words → piece numbers of the encoder's vocabulary, remembered by word."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        number = {name: tokenizer.token_to_id(name) or 0 for name in ("[CLS]", "[SEP]", "[UNK]", PARAGRAPH, HEADLINE)}
        self.start, self.stop, self.unknown = number["[CLS]"], number["[SEP]"], number["[UNK]"]
        self.paragraph, self.headline = number[PARAGRAPH], number[HEADLINE]

    def of(self, word: str) -> list[int]:
        """The pieces of one word, at least one."""
        pieces = self._known.get(word)
        if pieces is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            pieces = self._known[word] = ids[:MOST_PIECES] or [self.unknown]
            if len(self._known) > 200_000:
                self._known = {word: pieces}
        return pieces

    def windows(self, words: Sequence[Word], *, mark: int | None = None, overlap: int = OVERLAP) -> Iterator[Window]:
        """Windows that cover all words; each word is kept from the window where it stands farthest from an edge.

        `mark` is a piece that stands before the first word of every window, such as `Pieces.headline`.
        """
        lengths = [len(self.of(w.text)) + w.breaks for w in words]
        room = SIZE - 2 - (mark is not None)
        begins, begin = [], 0
        while begin < len(words):
            used, stop = 0, begin
            while stop < len(words) and used + lengths[stop] <= room:
                used += lengths[stop]
                stop += 1
            begins.append((begin, stop))
            if stop == len(words):
                break
            shared, begin = 0, stop
            while begin - 1 > begins[-1][0] and shared + lengths[begin - 1] <= overlap:
                begin -= 1
                shared += lengths[begin]
        for n, (begin, stop) in enumerate(begins):
            low = begin if n == 0 else (begin + begins[n - 1][1]) // 2
            high = stop if n + 1 == len(begins) else (begins[n + 1][0] + stop) // 2
            yield self._window(words, begin, stop, (low, high), mark)

    def _window(self, words: Sequence[Word], begin: int, stop: int, keep: tuple[int, int], mark: int | None) -> Window:
        pieces, shapes = [self.start], [int(Shape.MARK)]
        first: list[int] = []
        if mark is not None:
            pieces.append(mark)
            shapes.append(Shape.MARK)
        for word in words[begin:stop]:
            if word.breaks:
                pieces.append(self.paragraph)
                shapes.append(Shape.MARK)
            first.append(len(pieces))
            ids = self.of(word.text)
            pieces.extend(ids)
            shapes.extend([int(shape_of(word.text))] * len(ids))
        pieces.append(self.stop)
        shapes.append(Shape.MARK)
        return Window(pieces, shapes, first, begin, keep)
