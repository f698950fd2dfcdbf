"""The vocabulary of the method, written once.

Frozen dataclasses, keyword-only. Tables, JSON, and the reference page `docs/model.md` are made from
these definitions: a field's meaning is the `help` in its metadata (`field("…")`).

Spans are half-open ranges of code points into one part (headline or text) of one document, so that
`document.part(span.part)[span.start:span.stop]` is what a person sees. Inside a reading the document
is the reading's own, so a span does not repeat it.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any


def field(help: str, **options: Any) -> Any:
    """A dataclass field whose meaning is `help`."""
    return dataclasses.field(metadata={"help": help}, **options)


class Part(StrEnum):
    """The part of a document that a span points into."""

    HEADLINE = "headline"
    TEXT = "text"


class Status(StrEnum):
    """What its publisher has done with a document since."""

    LIVE = "live"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


class Kind(StrEnum):
    """The kind of one link of a chain."""

    OUTLET = "outlet"
    PUBLICATION = "publication"
    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"


class Polarity(StrEnum):
    """Whether the source affirms or denies the words."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """Whether the words are given as plain fact or hedged."""

    PLAIN = "plain"
    HEDGED = "hedged"


class Certainty(StrEnum):
    """How a document commits itself to a statement; read off polarity, modality and chain."""

    DENIED = "denied"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    ASSERTED = "asserted"


class FurnitureKind(StrEnum):
    """What a piece of page furniture is."""

    BYLINE = "byline"
    HEADLINE = "headline"
    NAVIGATION = "navigation"
    SHARE = "share"
    CAPTION = "caption"
    CREDIT = "credit"
    SUBSCRIPTION = "subscription"
    HEADING = "heading"
    DATELINE = "dateline"
    OTHER = "other"


@dataclasses.dataclass(frozen=True, kw_only=True, order=True)
class Span:
    """A run of characters in a document."""

    part: Part = field("headline or text")
    start: int = field("first code point")
    stop: int = field("one past the last code point")

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.part == other.part and self.start < other.stop and other.start < self.stop


@dataclasses.dataclass(frozen=True, kw_only=True)
class Furniture:
    """Words in a document that are the page's, not the report's."""

    span: Span = field("where it stands")
    kind: FurnitureKind = field("what it is")
    reason: str = field("how it was recognised, in plain words")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Credit:
    """A name in a dateline or a credit line: an agency or outlet whose material the text uses."""

    name: str = field("the name as written")
    span: Span = field("where the name stands")
    where: str = field("dateline, credit line or byline")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Document:
    """One published text. Its text is never changed; furniture in it is marked, not cut."""

    id: str = field("hash of outlet, address, headline and text as ingested")
    url: str | None = field("address as given with the input, unchanged", default=None)
    canonical_url: str | None = field("address that the page names as its own", default=None)
    outlet: str | None = field("who publishes it; null where unknown", default=None)
    outlet_from: str | None = field(
        "what the outlet was taken from: given, metadata, domain, dateline or a person", default=None
    )
    published: str | None = field("time of publication, ISO 8601, as precise as known", default=None)
    published_from: str | None = field("what the time was taken from", default=None)
    byline: str | None = field("the author line", default=None)
    headline: str = field("the headline; empty where there is none")
    text: str = field("the article text, paragraphs separated by blank lines where the input has them")
    language: str | None = field("ISO 639-1 code of the language found", default=None)
    status: Status = field("live, corrected or retracted", default=Status.LIVE)
    status_from: str | None = field(
        "what the status was taken from: given, words of the text, or a person", default=None
    )
    input: str = field("the file, member or address that it was read from", default="")
    media_type: str = field("media type of the raw bytes", default="text/plain")
    version_of: str | None = field("address-based key that versions of one page share", default=None)
    furniture: tuple[Furniture, ...] = field("page furniture recognised while reading the page in", default=())
    credits: tuple[Credit, ...] = field("names in datelines and credit lines", default=())

    def part(self, part: Part) -> str:
        """The headline or the text."""
        return self.headline if part is Part.HEADLINE else self.text

    def words(self, span: Span) -> str:
        """The words that stand at a span of this document."""
        return self.part(span.part)[span.start : span.stop]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rejected:
    """An input that could not become a document, with the reason."""

    input: str = field("the file, member or address")
    step: str = field("the step that set it aside: fetch, decode, extract, language, size, …")
    reason: str = field("why, for a person")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Ingested:
    """A document with the raw bytes that it came from."""

    document: Document = field("the document")
    raw: bytes = field("the bytes as they came")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Link:
    """One link of a chain: somebody on whose word the words before it stand."""

    kind: Kind = field("outlet, publication, person, organisation or anonymous")
    name: str | None = field(
        "the name it resolves to in the document; the description for anonymous ones; null where undetermined"
    )
    mention: Span | None = field("the words that name it here; null where there are none", default=None)
    named_at: Span | None = field(
        "the earlier or later words that the name was taken from, where they are others", default=None
    )
    reason: str = field("why it is a link here, in plain words", default="")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Time:
    """A time that a statement gives."""

    span: Span = field("the words")
    value: str | None = field(
        "resolved against the publication time, ISO 8601 cut to its precision; null where it can't be"
    )
    precision: str = field("minute, day, week, month, season, year or vague")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Place:
    """A place that a statement names."""

    span: Span = field("the words")
    name: str = field("the name as written")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Statement:
    """Words of a document that assert something, on somebody's word."""

    id: str = field("hash of document, spans, chain and polarity")
    document: str = field("id of its document")
    spans: tuple[Span, ...] = field("its words, in order; several where they are interrupted")
    text: str = field("the words at the spans, joined by a space where interrupted")
    cue: Span | None = field("the words that express the crediting", default=None)
    chain: tuple[Link, ...] = field("near to far, the outlet first")
    polarity: Polarity = field("affirmed or denied", default=Polarity.AFFIRMED)
    modality: Modality = field("plain or hedged", default=Modality.PLAIN)
    continued: bool = field("goes on with an earlier credit without a cue of its own", default=False)
    times: tuple[Time, ...] = field("times that it gives", default=())
    places: tuple[Place, ...] = field("places that it names", default=())
    embedding: bytes = field("its meaning as signed bytes, unit length when divided by 127", default=b"")
    credited: bool = field("false where a headline asserts without credit what its text credits", default=True)
    reasons: tuple[str, ...] = field("why polarity, modality and continuation are as they are", default=())

    @property
    def part(self) -> Part:
        """The part that its words stand in."""
        return self.spans[0].part

    @property
    def start(self) -> int:
        """First code point of the hull of its spans."""
        return self.spans[0].start

    @property
    def stop(self) -> int:
        """One past the last code point of the hull of its spans."""
        return self.spans[-1].stop

    @property
    def certainty(self) -> Certainty:
        """Denied, else hedged, else attributed where anyone but the outlet is credited, else asserted."""
        if self.polarity is Polarity.DENIED:
            return Certainty.DENIED
        if self.modality is Modality.HEDGED:
            return Certainty.HEDGED
        return Certainty.ATTRIBUTED if self.credited and len(self.chain) > 1 else Certainty.ASSERTED


@dataclasses.dataclass(frozen=True, kw_only=True)
class Name:
    """A name found in a document."""

    span: Span = field("where it stands")
    type: str = field("Person, Organization, Location, …: one of the reader's nine types")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reading:
    """What the reader found in one document; depends on nothing but the document and the reader's version."""

    document: str = field("id of the document")
    reader: str = field("version of the reader")
    statements: tuple[Statement, ...] = field("in order of their place")
    names: tuple[Name, ...] = field("names, in order of their place", default=())
    furniture: tuple[Furniture, ...] = field("all page furniture, the reader's and the page's", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Origin:
    """Where chains of a claim's statements end."""

    id: str = field("identifier inside its claim")
    kind: Kind = field("the kind of the last link")
    name: str | None = field("its name or description")
    mention: str | None = field("its words in one of the documents", default=None)
    absent: bool = field("a cited publication that is not in the collection", default=False)
    unattributed: bool = field("an outlet's own voice without a credit", default=False)
    statements: tuple[str, ...] = field("ids of the statements that rest on it", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Claim:
    """All statements of a collection that assert the same thing."""

    id: str = field("that of its smallest statement")
    text: str = field("the words of one of its statements")
    said_by: str = field("that statement's chain in words")
    at_least: int = field("at least so many distinct identified origins")
    at_most: int = field("at most so many distinct origins")
    statements: tuple[str, ...] = field("ids of the statements that affirm it")
    denials: tuple[str, ...] = field("ids of the statements that deny it", default=())
    origins: tuple[Origin, ...] = field("where the chains of its statements end", default=())


def hash_of(parts: Iterable[object]) -> str:
    """A short stable identifier of some fields: 16 hex digits of SHA-256 over their JSON."""
    text = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document_id(*, outlet: str | None, url: str | None, headline: str, text: str) -> str:
    """A document's id: of outlet, address and content, as ingested; never of its status."""
    return hash_of([outlet, url, headline, text])


def statement_id(*, document: str, spans: Iterable[Span], chain: Iterable[Link], polarity: Polarity) -> str:
    """A statement's id: two credits over one span are two statements."""
    places = [[s.part, s.start, s.stop] for s in spans]
    links = [[k.kind, k.name, [k.mention.part, k.mention.start, k.mention.stop] if k.mention else None] for k in chain]
    return hash_of([document, places, links, polarity])


def to_json(value: Any) -> Any:
    """Model objects as plain JSON values; bytes as hexadecimal."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_json(v) for v in value]
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, StrEnum) else value
