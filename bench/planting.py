"""Articles with passages of another article planted in them, at places that are known."""

import dataclasses
import random
import re
from collections.abc import Sequence

from sayso.ingest.furniture import find_furniture
from sayso.model import Document, document_id

KINDS = ("verbatim", "cut", "reordered", "edited", "inserted", "all of these")
"""What is done to a passage: sentences left out; put in another order; 5 to 25 % of the words replaced or dropped; words
of another article put in between; all at once."""

SENTENCES = (3, 9)
"""Sentences of a passage before some are left out: the fewest and the most."""

LEAST_WORDS = 40
"""Words of a passage: shorter ones are measured by nobody's eye either."""

EDITS = (0.05, 0.25)
"""Share of a passage's words that are replaced or dropped; drawn evenly between."""

MOST_QUOTED = 0.5
"""Share of a passage that may be quotation: a quotation with a few words around it is not reuse, even where it is copied."""

_SENTENCE = re.compile(r"\S(?:[^.!?\n]|[.!?](?=[^\s\"”’']|[\"”’'][^\s]))*[.!?]*[\"”’']*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Article:
    """A published article."""

    outlet: str
    event: str
    headline: str
    text: str

    def make_document(self, text: str | None = None) -> Document:
        """A document of it, or of another text under its name."""
        text = self.text if text is None else text
        id = document_id(outlet=self.outlet, url=None, headline=self.headline, text=text)
        return Document(id=id, outlet=self.outlet, headline=self.headline, text=text)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Planted:
    """An article with passages of another one in it."""

    kind: str
    document: Document
    source: Document
    places: frozenset[int]
    """Characters of the document's text that are planted, spaces aside."""
    source_places: frozenset[int]
    """Characters of the source's text that were taken."""


def plant(host: Article, giver: Article, kind: str, chance: random.Random) -> Planted | None:
    """One passage of `giver`, changed as `kind` says, between two paragraphs of `host`; None where `giver` is too short."""
    sentences = find_sentences(giver)
    count = chance.randint(*SENTENCES)
    if len(sentences) < count:
        return None
    first = chance.randint(0, len(sentences) - count)
    taken = sentences[first : first + count]
    if kind in ("cut", "all of these"):
        for _ in range(chance.randint(1, max(1, count // 3))):
            if len(taken) > 2:
                taken.pop(chance.randint(1, len(taken) - 2))
    if kind in ("reordered", "all of these"):
        taken = _reorder(taken, chance)
    if sum(len(giver.text[start:stop].split()) for start, stop in taken) < LEAST_WORDS:
        return None
    if share_quoted([giver.text[start:stop] for start, stop in taken]) > MOST_QUOTED:
        return None
    strange = _WORD.findall(host.text)
    share = chance.uniform(*EDITS) if kind in ("edited", "all of these") else 0.0
    pieces = [_edit(giver.text[start:stop], share, strange, chance) for start, stop in taken]
    if kind in ("inserted", "all of these"):
        pieces = [_insert(piece, strange, chance) if chance.random() < 0.5 else piece for piece in pieces]
    paragraphs = host.text.split("\n")
    at = chance.randint(0, len(paragraphs))
    before = "".join(p + "\n" for p in paragraphs[:at])
    passage = " ".join(pieces)
    text = before + passage + "\n" + "\n".join(paragraphs[at:])
    return Planted(
        kind=kind,
        document=host.make_document(text),
        source=giver.make_document(),
        places=find_places(text, len(before), len(before) + len(passage)),
        source_places=frozenset(i for start, stop in taken for i in find_places(giver.text, start, stop)),
    )


def find_sentences(article: Article) -> list[tuple[int, int]]:
    """The sentences of an article that are its report's, not its page's."""
    lines = [
        m.span()
        for m in re.finditer(
            r"[^\n]*(?:@|www\.|https?:|[Cc]opyright|[Cc]aption|Image|Photo|FILE|[Nn]ewsletter|Sign Up|Advertisement)[^\n]*",
            article.text,
        )
    ]
    page = [(f.span.start, f.span.stop) for f in find_furniture(article.headline, article.text, None)] + lines
    return [
        m.span()
        for m in _SENTENCE.finditer(article.text)
        if len(m.group().split()) > 3 and not any(m.start() < stop and start < m.end() for start, stop in page)
    ]


def share_quoted(sentences: Sequence[str]) -> float:
    """The share of words that stand between quotation marks, roughly."""
    text = "\n".join(sentences)
    quoted = re.findall(r"“[^”\n]*[”\n]|\"[^\"\n]*[\"\n]|(?<!\w)[‘'](?=\w).*?(?<=[.,!?])[’']", text)
    return len(" ".join(quoted).split()) / max(1, len(text.split()))


def find_places(text: str, start: int, stop: int) -> frozenset[int]:
    """The characters of a range, spaces aside."""
    return frozenset(i for i in range(start, stop) if not text[i].isspace())


def _reorder(taken: Sequence[tuple[int, int]], chance: random.Random) -> list[tuple[int, int]]:
    """Sentences in another order: one to three of them moved."""
    moved = list(taken)
    for _ in range(chance.randint(1, 3)):
        sentence = moved.pop(chance.randrange(len(moved)))
        moved.insert(chance.randint(0, len(moved)), sentence)
    return moved


def _edit(sentence: str, share: float, strange: Sequence[str], chance: random.Random) -> str:
    """A sentence with a share of its words replaced by others, or dropped."""

    def change(word: re.Match[str]) -> str:
        if chance.random() >= share:
            return word.group()
        return chance.choice(strange) if chance.random() < 0.5 else ""

    return re.sub(r" {2,}", " ", _WORD.sub(change, sentence)).strip() if share else sentence


def _insert(sentence: str, strange: Sequence[str], chance: random.Random) -> str:
    """A sentence with one to five words in a row put in."""
    words = sentence.split(" ")
    at = chance.randint(1, len(words))
    begin = chance.randrange(max(1, len(strange) - 5))
    return " ".join([*words[:at], *strange[begin : begin + chance.randint(1, 5)], *words[at:]])
