"""Where a document names somebody or something: the links of its chains, and the names that the reader found."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from sayso.link.bodynames import make_body_name
from sayso.link.heads import HEADS, TRADES
from sayso.link.naming import fold, make_person_name
from sayso.link.roles import RANKING, TITLES, is_role
from sayso.model import Document, FurnitureKind, Kind, Name, Reading, Span

PERSON, BODY, PLACE = "person", "body", "place"
"""What never is one: a person, an organisation or publication, a place."""

_SORTS = {"Person": PERSON, "Organization": BODY, "Location": PLACE, "Facility": PLACE}
_KINDS = {Kind.PERSON: PERSON, Kind.ORGANISATION: BODY, Kind.PUBLICATION: BODY, Kind.OUTLET: BODY}
_KEPT = frozenset({FurnitureKind.DATELINE, FurnitureKind.HEADING})
"""Furniture in which names count: a navigation bar and a photographer's credit name nobody in the report."""
_PARTY = re.compile(r"[RDI]-[A-Z][\w.]*")
"""A party and a state, as after a senator's name."""
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,4}")
"""An acronym, which no person is called by."""
_ENDING = re.compile(r"['’]s?$|[\s,;:.]+$")


@dataclasses.dataclass(frozen=True)
class Mention:
    """One name at one place."""

    sort: str
    """Person, body or place."""
    name: str
    """The name; of a chain's link the one that it resolves to, else as written, without titles."""
    kind: Kind | None
    """The link's kind; None where the name stands in no chain."""
    spans: tuple[Span, ...]
    """The words that hold it, with what stands in apposition; none for an outlet that is only metadata."""
    at: Span | None
    """The name alone, where it stands in these words."""


def find_mentions(document: Document, reading: Reading) -> list[Mention]:
    """All mentions of a document: those of chains first, each part's in order of their place."""
    linked = list(_of_links(document, reading))
    named = list(_of_names(document, reading))
    places = [m.at for m in (*linked, *named) if m.at is not None]
    return [*linked, *(m for m in named if m.at is None or not _is_part(m.at, places))]


def _is_part(span: Span, places: Sequence[Span]) -> bool:
    """Whether a name is only a piece of a longer one."""
    return any(p.start <= span.start and span.stop <= p.stop and p != span and p.part is span.part for p in places)


def _of_links(document: Document, reading: Reading) -> Iterator[Mention]:
    if document.outlet:
        yield Mention(BODY, document.outlet, Kind.OUTLET, (), None)
    seen = set()
    for statement in reading.statements:
        for link in statement.chain:
            sort = _KINDS.get(link.kind)
            if sort is None or not link.name or (link.kind is Kind.OUTLET and link.mention is None):
                continue
            spans = tuple(s for s in (link.mention, link.named_at) if s is not None)
            mention = Mention(sort, link.name, link.kind, spans, _locate(document, link.name, spans))
            if mention not in seen:
                seen.add(mention)
                yield mention


def _locate(document: Document, name: str, spans: Sequence[Span]) -> Span | None:
    """Where the name itself stands in the words of a link."""
    plain = make_person_name(name).text
    for span in spans:
        for text in (name, plain):
            at = document.words(span).find(text)
            if at >= 0:
                return Span(part=span.part, start=span.start + at, stop=span.start + at + len(text))
    return None


def _of_names(document: Document, reading: Reading) -> Iterator[Mention]:
    aside = [f.span for f in reading.furniture if f.kind not in _KEPT]
    seen = set()
    for name in join_names(document, reading.names):
        sort = _SORTS.get(name.type)
        if sort is None or any(name.span.overlaps(s) for s in aside):
            continue
        span = trim_person(document, name.span) if sort == PERSON else trim_body(document, name.span)
        if span is not None and span not in seen:
            seen.add(span)
            words = document.words(span)
            if _PARTY.fullmatch(words):
                continue
            sort = BODY if sort == PERSON and _LETTERS.fullmatch(words) else sort
            yield Mention(sort, words, None, (span,), span)


def join_names(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names in order, pieces of one body's name put together: "American" + "Airlines", "University of" + "Tarn"."""
    joined: list[Name] = []
    for name in sorted(names, key=lambda n: n.span):
        words = document.words(name.span)
        last = joined[-1] if joined else None
        if last is not None and last.span.part == name.span.part:
            gap = document.part(name.span.part)[last.span.stop : name.span.start]
            before = document.words(last.span)
            loose = fold(words) in HEADS | TRADES and last.type in ("NORP", "Location", "Organization", "Person")
            loose |= last.type == "NORP" and before[:1].isupper() and bool(make_body_name(words).head)
            unfinished = bool(re.search(r"\b(?:of|for)$", before)) and last.type == "Organization"
            if gap == " " and ((name.type == "Organization" and loose) or unfinished):
                span = Span(part=name.span.part, start=last.span.start, stop=name.span.stop)
                joined[-1] = Name(span=span, type="Organization")
                continue
        joined.append(name)
    return joined


def trim_person(document: Document, span: Span) -> Span | None:
    """A person's name without what stands before it ("guard Lena Orr") and behind it; None where nothing is left."""
    words = list(re.finditer(r"\S+", document.words(span)))
    low = [n for n, w in enumerate(words) if w[0][:1].islower() and is_role(fold(w[0]))]
    words = words[low[-1] + 1 :] if low else words
    while len(words) > 1 and (plain := fold(words[0][0]).strip(".")) and (plain in TITLES | RANKING or is_role(plain)):
        words = words[1:]
    if not words or not make_person_name(" ".join(w[0] for w in words)).core:
        return None
    return _cut(document, Span(part=span.part, start=span.start + words[0].start(), stop=span.start + words[-1].end()))


def trim_body(document: Document, span: Span) -> Span | None:
    """A body's or place's name without an article and a possessive ending."""
    words = document.words(span)
    article = re.match(r"(?:the|a|an)\s+", words, re.I)
    start = span.start + (article.end() if article else 0)
    return _cut(document, Span(part=span.part, start=start, stop=span.stop))


def _cut(document: Document, span: Span) -> Span | None:
    words = document.words(span)
    while (ending := _ENDING.search(words)) is not None and not re.search(
        r"\b[A-Z]\.$|\b(?:Jr|Sr|Inc|Co|Ltd|Corp|St)\.$", words
    ):
        words = words[: ending.start()]
    if not re.search(r"\w", words):
        return None
    return Span(part=span.part, start=span.start, stop=span.start + len(words))


__all__ = ["BODY", "PERSON", "PLACE", "Mention", "find_mentions"]
