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
class Evidence:
    """The words of a document, or its metadata field, that a judgement rests on."""

    document: str = field("id of the document")
    span: Span | None = field("where the words stand; null where a field is meant", default=None)
    metadata: str | None = field("the metadata field, such as published; null where words are meant", default=None)
    words: str = field("the words, or the field's value")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Passage:
    """Words of one document that repeat words of another, aligned."""

    span: Span = field("where they stand in the document")
    source: Span = field("where they stand in the document that it repeats")
    score: float = field("share of the words that are the same in the same order, 0 to 1")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reuse:
    """One document repeating passages of another."""

    document: str = field("id of the document that repeats; where the direction is undetermined, either of the two")
    source: str = field("id of the document that it repeats")
    directed: bool = field("false where nothing shows which of the two repeats the other")
    reason: str = field("what shows the direction, or why it is undetermined, in plain words")
    evidence: tuple[Evidence, ...] = field("the words or fields that the direction rests on", default=())
    passages: tuple[Passage, ...] = field("what is repeated, in order")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Feature:
    """One reason of a score."""

    name: str = field("what was compared")
    score: float = field("how it came out")
    words: str = field("what was seen, in plain words", default="")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Entity:
    """One person, organisation, place or publication of a collection, with all its names."""

    id: str = field("that of its smallest mention group")
    kind: str = field("person, organisation, place or publication")
    name: str = field("its fullest name")
    names: tuple[str, ...] = field("every name that it has in the documents, by name")
    documents: tuple[str, ...] = field("ids of the documents that name it, by id")


@dataclasses.dataclass(frozen=True, kw_only=True)
class EntityLink:
    """Why two names of two documents, or of one, are one entity."""

    a: str = field("id of one group of mentions: one name's in one document")
    b: str = field("id of the other")
    score: float = field("0 to 1")
    features: tuple[Feature, ...] = field("what spoke for it")
    reason: str = field("the same in plain words")
    evidence: tuple[Evidence, ...] = field("the mentions", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Affiliation:
    """One entity that a document makes part of another: a spokesman of a ministry, a force of a state."""

    member: str = field("id of the entity that belongs")
    body: str = field("id of the entity that it belongs to")
    reason: str = field("in plain words")
    evidence: Evidence = field("the words that say so")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Story:
    """Documents on one matter."""

    id: str = field("that of its smallest document")
    documents: tuple[str, ...] = field("ids of its documents, by id")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Tie:
    """Why two statements assert, or one denies, the same thing."""

    a: str = field("id of one statement")
    b: str = field("id of the other; the greater of the two")
    opposed: bool = field("true where one asserts what the other rejects")
    score: float = field("0 to 1")
    features: tuple[Feature, ...] = field("what was compared")
    reason: str = field("the same in plain words")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Meeting:
    """Two documents that were compared, or one with itself, and what they have in common."""

    a: str = field("id of one document")
    b: str = field("id of the other, the greater of the two; the same where a document is compared with itself")
    same_matter: bool = field("true where both report on one matter")
    score: float = field("how likely that is, 0 to 1")
    features: tuple[Feature, ...] = field("what was compared for it", default=())
    reuse: Reuse | None = field("what the one repeats of the other", default=None)
    ties: tuple[Tie, ...] = field("statements of theirs that assert the same thing, or deny it", default=())


class Relation(StrEnum):
    """How two origins of a claim stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    UNDETERMINED = "undetermined"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Hop:
    """One link of a followed chain: a link of a document's own chain, or a step through the collection."""

    document: str = field("id of the document whose words give this link")
    statement: str = field("id of the statement whose chain holds it")
    link: Link = field("the link, its spans in that document")
    step: str = field(
        "how it was reached from the one before: chain, citation, reuse, headline where a headline rests on its text, "
        "or reference where a document refers back to its own earlier mention"
    )
    reason: str = field("in plain words")
    evidence: tuple[Evidence, ...] = field("the words or fields that the step rests on", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Followed:
    """A statement's chain with reuse and citations through the collection added at its far end."""

    statement: str = field("id of the statement")
    hops: tuple[Hop, ...] = field("near to far, the outlet first")
    origin: str | None = field("id of its origin; null where it only leads round in a loop")
    status: tuple[str, ...] = field("ids of corrected or retracted documents that it passes through", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Origin:
    """Where followed chains of a claim's statements end."""

    id: str = field("identifier, the same for one source in every claim")
    kind: Kind = field("the kind of the last link")
    name: str | None = field("its name or description")
    mention: str | None = field("its words in one of the documents", default=None)
    absent: bool = field("a cited publication that has no document here which makes the claim", default=False)
    silent: bool = field("cited and absent, though a document of it is here that doesn't make the claim", default=False)
    unattributed: bool = field("an outlet's own voice without a credit and not first hand", default=False)
    first_hand: bool = field("an outlet whose own words say that it saw, heard or counted it", default=False)
    statements: tuple[str, ...] = field("ids of the statements that rest on it", default=())
    reason: str = field("why these are one origin, in plain words", default="")
    evidence: tuple[Evidence, ...] = field("the words or fields it rests on", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class OriginRelation:
    """How two origins of one claim stand to each other."""

    a: str = field("id of one origin")
    b: str = field("id of the other")
    relation: Relation = field("same, different or undetermined")
    reason: str = field("in plain words")
    evidence: tuple[Evidence, ...] = field("the words or fields it rests on", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Variant:
    """Statements of one claim that give one value where others give another."""

    value: str = field("the value as the words give it")
    statements: tuple[str, ...] = field("ids of the statements that give it")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Weight:
    """Origins behind some statements, and how many distinct ones there are."""

    at_least: int = field("at least so many distinct identified origins", default=0)
    at_most: int = field("at most so many distinct origins", default=0)
    exact: bool = field("false where at_least is a bound because the search for it was cut short", default=True)
    origins: tuple[Origin, ...] = field("where the followed chains end", default=())
    relations: tuple[OriginRelation, ...] = field("between every two of them", default=())
    followed: tuple[Followed, ...] = field("of every statement", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Claim:
    """All statements of a collection that assert the same thing."""

    id: str = field("that of its smallest statement")
    text: str = field("the words of one of its statements")
    said_by: str = field("that statement's chain in words")
    statements: tuple[str, ...] = field("ids of the statements that affirm it")
    denials: tuple[str, ...] = field("ids of the statements that deny it", default=())
    documents: tuple[str, ...] = field("ids of the documents that make or deny it, by id", default=())
    ties: tuple[Tie, ...] = field("why its statements belong together", default=())
    variants: tuple[Variant, ...] = field("the values in which its statements differ", default=())
    weight: Weight = field("the origins of the statements that affirm it", default=Weight())
    denied: Weight = field("the origins of its denials", default=Weight())
    circular: bool = field("true where all its statements only lead to one another", default=False)
    loops: tuple[str, ...] = field("ids of statements that only lead to one another", default=())
    hardened_at: tuple[str, ...] = field(
        "ids of documents that assert what it rests on only as attributed or hedged", default=()
    )
    corrected: tuple[str, ...] = field("ids of documents that rest on a corrected or retracted document", default=())


@dataclasses.dataclass(frozen=True, kw_only=True)
class Links:
    """All that linking and weighing make of a collection."""

    entities: tuple[Entity, ...] = field("persons, organisations, places and publications, by id", default=())
    entity_links: tuple[EntityLink, ...] = field("why names are one entity", default=())
    affiliations: tuple[Affiliation, ...] = field("who belongs to which body", default=())
    stories: tuple[Story, ...] = field("documents on one matter, by id", default=())
    reuses: tuple[Reuse, ...] = field("which document repeats which", default=())
    claims: tuple[Claim, ...] = field("the weighed claims, by id", default=())


class Ruling(StrEnum):
    """What a person judges otherwise than the machine."""

    SAME = "same"
    DIFFERENT = "different"
    BELONGS = "belongs"
    APART = "apart"
    CHAIN = "chain"
    NOT_REUSE = "not-reuse"
    MERGE = "merge"
    SPLIT = "split"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Anchor:
    """Words of a document that a person's judgement is tied to: they outlive a new reading."""

    document: str = field("id of the document")
    part: Part = field("headline or text")
    words: str = field("the words as they stand in it")
    nth: int = field("which occurrence of them in the part, from 0", default=0)
    credit: str | None = field(
        "the words that credit the statement meant, empty for the outlet's own voice: they tell it from another on the "
        "same words; null where passages are meant",
        default=None,
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class Overrule:
    """A person's judgement: appended, withdrawn, never rewritten."""

    number: int = field("in order of making, from 1")
    ruling: Ruling = field(
        "same or different: the origins of two statements; belongs or apart: a statement and another's claim; "
        "chain: a statement's; not-reuse: passages of two documents; merge: two names that mean one person, body or place; "
        "split: a name that means somebody else than another does"
    )
    subjects: tuple[Anchor, ...] = field("the words of the statements, passages or names that it is about")
    chain: str | None = field("the chain as the person gives it, such as `outlet > person:Lena Orr`", default=None)
    note: str = field("why", default="")
    by: str = field("who judged so", default="")
    made: str = field("when, ISO 8601")
    withdrawn: str | None = field("when it was taken back; null while it holds", default=None)


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
