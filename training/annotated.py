"""Annotated articles (`data/annotated`): the marked XML as plain offsets, and the fixed fifth set aside.

Offsets are code points into one part, headline or text; the text is the element's text without the
line breaks at its two ends.
"""

import dataclasses
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# The files are our own and name no entities, so the plain parser is safe here.
from xml.etree import ElementTree

from sayso.ingest.dateline import find_credits
from sayso.model import Document, Kind, Modality, Part, Polarity, document_id
from sayso.read.scan import Clause, Cue, Mention, Scan

FIFTH = 5  # one annotated article in five is set aside
ASIDE = 8  # of our own articles and marked openings, one in eight
ARTICLES = Path(__file__).parent / "articles"  # our own annotated articles


@dataclasses.dataclass(frozen=True)
class GoldStatement:
    """One marked statement."""

    id: str
    part: Part
    pieces: tuple[tuple[int, int], ...]  # in order
    chain: tuple[tuple[Kind, str | None], ...]  # near to far; the outlet, without a name, first
    polarity: Polarity
    modality: Modality
    continued: bool

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def stop(self) -> int:
        return self.pieces[-1][1]


@dataclasses.dataclass(frozen=True)
class GoldCue:
    """Marked words of crediting and the statements that they credit."""

    part: Part
    start: int
    stop: int
    statements: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class GoldSource:
    """A marked mention of a source: for each statement that it serves, its link's place in the chain, the outlet being 1."""

    part: Part
    start: int
    stop: int
    links: tuple[tuple[str, int], ...]


@dataclasses.dataclass(frozen=True)
class Article:
    """One annotated article."""

    name: str  # of the file, without its ending
    outlet: str
    url: str
    published: str
    byline: str
    region: str
    genre: str
    headline: str
    text: str
    statements: tuple[GoldStatement, ...]  # headline first, then by start, the longer first
    cues: tuple[GoldCue, ...]
    sources: tuple[GoldSource, ...]
    furniture: tuple[tuple[Part, int, int], ...]

    def part(self, part: Part) -> str:
        """The headline or the text."""
        return self.headline if part is Part.HEADLINE else self.text

    def words(self, part: Part, start: int, stop: int) -> str:
        """The words at a place."""
        return self.part(part)[start:stop]


def read_chain(written: str) -> tuple[tuple[Kind, str | None], ...]:
    """A chain as written in the files: `outlet > publication:Coast Wire > anonymous:two officials`."""
    links: list[tuple[Kind, str | None]] = []
    for link in written.split(" > "):
        kind, _, name = link.strip().partition(":")
        links.append((Kind(kind), name.strip() or None))
    if not links or links[0] != (Kind.OUTLET, None):
        raise ValueError(f"a chain starts with the outlet: {written!r}")
    return tuple(links)


@dataclasses.dataclass
class _Marks:
    """What was collected of one part while its tree was walked."""

    text: str = ""
    pieces: dict[str, list[tuple[int, int]]] = dataclasses.field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    spans: list[tuple[str, int, int, dict[str, str]]] = dataclasses.field(default_factory=list)

    def walk(self, element: "ElementTree.Element[Any]") -> None:
        """Append the element's text and record the marks inside it."""
        self.text += element.text or ""
        for child in element:
            start = len(self.text)
            self.walk(child)
            attributes = dict(child.attrib)
            if child.tag == "st":
                self.pieces.setdefault(attributes["id"], []).append((start, len(self.text)))
                self.attributes.setdefault(attributes["id"], attributes)
            else:
                self.spans.append((child.tag, start, len(self.text), attributes))
            self.text += child.tail or ""


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def parse(path: Path) -> Article:
    """One annotated file."""
    return parse_text(path.read_text(encoding="utf-8"), path.stem)


def parse_text(source: str, name: str) -> Article:
    """One annotated article from its XML."""
    root = ElementTree.fromstring(source)
    statements: list[GoldStatement] = []
    cues: list[GoldCue] = []
    sources: list[GoldSource] = []
    furniture: list[tuple[Part, int, int]] = []
    texts: dict[Part, str] = {}
    for part in Part:
        element = root.find(part.value)
        if element is None:
            raise ValueError(f"{name}: no <{part.value}>")
        marks = _Marks()
        marks.walk(element)
        text = marks.text.strip("\n")
        texts[part] = text
        shift = len(marks.text) - len(marks.text.lstrip("\n"))

        def place(start: int, stop: int, shift: int = shift, text: str = text) -> tuple[int, int]:
            start, stop = _trim(text, max(0, start - shift), min(len(text), stop - shift))
            if not 0 <= start < stop <= len(text):
                raise ValueError(f"{name}: an empty mark at {start}")
            return start, stop

        for id, pieces in marks.pieces.items():
            attributes = marks.attributes[id]
            statements.append(
                GoldStatement(
                    id=id,
                    part=part,
                    pieces=tuple(sorted(place(*p) for p in pieces)),
                    chain=read_chain(attributes["chain"]),
                    polarity=Polarity(attributes["polarity"]),
                    modality=Modality(attributes["modality"]),
                    continued=attributes["continued"] == "yes",
                )
            )
        for tag, start, stop, attributes in marks.spans:
            start, stop = place(start, stop)
            if tag == "cue":
                cues.append(GoldCue(part, start, stop, tuple(attributes["st"].split())))
            elif tag == "src":
                ids, links = attributes["st"].split(), attributes["link"].split()
                if len(links) == 1:
                    links *= len(ids)
                pairs = tuple((i, int(n)) for i, n in zip(ids, links, strict=True))
                sources.append(GoldSource(part, start, stop, pairs))
            elif tag == "fur":
                furniture.append((part, start, stop))
            else:
                raise ValueError(f"{name}: an unknown mark <{tag}>")
    statements.sort(key=lambda s: (s.part is not Part.HEADLINE, s.start, -s.stop, s.id))
    known = {s.id for s in statements}
    named = {i for c in cues for i in c.statements} | {i for s in sources for i, _ in s.links}
    if named - known:
        raise ValueError(f"{name}: marks for unknown statements {sorted(named - known)}")

    def order(mark: GoldCue | GoldSource) -> tuple[bool, int, int]:
        return mark.part is not Part.HEADLINE, mark.start, -mark.stop

    return Article(
        name=name,
        outlet=root.get("outlet", ""),
        url=root.get("url", ""),
        published=root.get("published", ""),
        byline=root.get("byline", ""),
        region=root.get("region", ""),
        genre=root.get("genre", ""),
        headline=texts[Part.HEADLINE],
        text=texts[Part.TEXT],
        statements=tuple(statements),
        cues=tuple(sorted(cues, key=order)),
        sources=tuple(sorted(sources, key=order)),
        furniture=tuple(sorted(furniture)),
    )


def default_folder() -> Path:
    """The annotated articles of the test data: `SAYSO_TEST_DATA`, else `../shared/data`."""
    data = os.environ.get("SAYSO_TEST_DATA")
    base = Path(data) if data else Path(__file__).parents[2] / "shared" / "data"
    return base / "annotated"


def load(folder: Path | None = None) -> list[Article]:
    """All articles of a folder, by file name."""
    return [parse(p) for p in sorted((folder or default_folder()).glob("*.xml"))]


def development(articles: Iterable[Article]) -> list[Article]:
    """The fifth set aside: every fifth article in order of region and name, so that regions keep their shares."""
    ordered = sorted(articles, key=lambda a: (a.region, a.name))
    return sorted(ordered[FIFTH // 2 :: FIFTH], key=lambda a: a.name)


def training(articles: Iterable[Article]) -> list[Article]:
    """All articles but the development fifth."""
    articles = list(articles)
    aside = {a.name for a in development(articles)}
    return [a for a in articles if a.name not in aside]


def is_aside(article: Article) -> bool:
    """Whether one of our own articles or marked openings is left out of training: one in eight, by a hash of its name."""
    return hashlib.sha256(article.name.encode()).digest()[0] % ASIDE == 0


# Oracle scans


def to_document(article: Article) -> Document:
    """The article as a document, with the credits that ingest finds in its text."""
    return Document(
        id=document_id(outlet=article.outlet, url=article.url, headline=article.headline, text=article.text),
        url=article.url,
        outlet=article.outlet,
        published=article.published,
        byline=article.byline,
        headline=article.headline,
        text=article.text,
        credits=find_credits(article.text),
    )


def _gold(article: Article, id: str) -> GoldStatement:
    return next(s for s in article.statements if s.id == id)


def to_scan(article: Article, part: Part) -> Scan:
    """What a perfect encoder would see in one part: the marks, with every probability 0 or 1."""
    sources = [s for s in article.sources if s.part is part]
    places: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for mark in sources:
        places.setdefault((mark.start, mark.stop), []).extend(mark.links)
    spans = sorted(p for p, links in places.items() if any(n > 1 for _, n in links))
    index = {p: i for i, p in enumerate(spans)}
    cues = sorted({(c.start, c.stop) for c in article.cues if c.part is part})
    statements = [s for s in article.statements if s.part is part]
    clauses: list[Clause] = []
    via: dict[int, int] = {}
    denied_cues: set[int] = set()
    for s in statements:
        own_cues = [cues.index((c.start, c.stop)) for c in article.cues if c.part is part and s.id in c.statements]
        marked = {p: [n for i, n in places[p] if i == s.id] for p in spans}
        near = cues[own_cues[-1]] if own_cues else (s.start, s.stop)

        def nearest(
            link: int, marked: dict[tuple[int, int], list[int]] = marked, near: tuple[int, int] = near
        ) -> int | None:
            fitting = [p for p, links in marked.items() if link in links]
            if not fitting:
                return None
            return index[min(fitting, key=lambda p: max(p[0] - near[1], near[0] - p[1]))]

        source = nearest(len(s.chain)) if len(s.chain) > 1 else None
        below = source
        for link in range(len(s.chain) - 1, 1, -1):
            middle = nearest(link)
            if middle is not None and below is not None and middle != below:
                via.setdefault(below, middle)
            below = middle
        if s.polarity is Polarity.DENIED:
            denied_cues.update(own_cues)
        clauses.append(
            Clause(
                pieces=s.pieces,
                own=float(len(s.chain) == 1),
                continued=float(s.continued),
                hedged=float(s.modality is Modality.HEDGED),
                denied=float(s.polarity is Polarity.DENIED),
                source=source,
                cue=own_cues[-1] if own_cues else None,
            )
        )
    mentions = []
    for i, place in enumerate(spans):
        votes = [_gold(article, id).chain[n - 1][0] for id, n in places[place] if n > 1]
        mentions.append(
            Mention(
                start=place[0],
                stop=place[1],
                kinds={k: votes.count(k) / len(votes) for k in set(votes)},
                via=via.get(i),
            )
        )
    order = sorted(range(len(clauses)), key=lambda i: (clauses[i].start, -clauses[i].stop))
    return Scan(
        part=part,
        clauses=tuple(clauses[i] for i in order),
        mentions=tuple(mentions),
        cues=tuple(Cue(start=a, stop=b, denies=float(i in denied_cues)) for i, (a, b) in enumerate(cues)),
        names=(),
        furniture=tuple((a, b) for p, a, b in article.furniture if p is part),
    )
