"""The objects of the API as schemas. They describe the JSON of `serve/records.py`; a test holds the two equal.

Those that are the model's own are made from its dataclasses, with the meanings of their fields.
"""

import dataclasses
import typing
from functools import cache
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from sayso import model
from sayso.catalogue import entries
from sayso.serve.jobs import State
from sayso.store.codec import field_types, is_optional, without_none

T = TypeVar("T")


class Shape(BaseModel):
    """An object with these fields, all of them there, and no others."""

    model_config = ConfigDict(extra="forbid")


@cache
def shape_of(record: type) -> Any:
    """The schema of a dataclass as `to_json` writes it."""
    fields: dict[str, Any] = {
        f.name: (_shape_field(field_types(record)[f.name]), Field(description=f.metadata["help"]))
        for f in dataclasses.fields(record)
    }
    return create_model(record.__name__, __base__=Shape, __doc__=record.__doc__, **fields)


def _shape_field(hint: Any) -> Any:
    inner = without_none(hint)
    if typing.get_origin(inner) is tuple:
        shaped: Any = list[_shape_field(typing.get_args(inner)[0])]  # type: ignore[misc]
    elif dataclasses.is_dataclass(inner) and isinstance(inner, type):
        shaped = shape_of(inner)
    else:
        shaped = inner
    return shaped | None if is_optional(hint) else shaped


SpanShape: Any = shape_of(model.Span)
OriginShape: Any = shape_of(model.Origin)
EvidenceShape: Any = shape_of(model.Evidence)
RejectedShape: Any = shape_of(model.Rejected)


class PlaceInDocument(Shape):
    """Where words stand: half-open, code points into the part; null where there are none."""

    part: model.Part | None
    start: int | None
    stop: int | None


class DocumentName(Shape):
    """A document, named."""

    id: str
    url: str | None
    outlet: str | None
    published: str | None
    headline: str


class DocumentShape(Shape):
    """A document without its text."""

    id: str
    url: str | None
    outlet: str | None
    published: str | None = Field(description="time of publication, ISO 8601, as precise as known")
    headline: str
    byline: str | None
    status: model.Status
    language: str | None
    outlet_from: str | None
    published_from: str | None
    status_from: str | None
    canonical_url: str | None
    input: str
    is_latest: bool = Field(description="true for the version of its page that is weighed")
    latest: str = Field(description="id of the latest version of its page, which may be itself")
    amended: dict[str, str] = Field(description="what a person set: field → value")


class LinkShape(PlaceInDocument):
    """One link of a chain, with the words that name it."""

    kind: model.Kind
    name: str | None
    mention: str | None
    named_at: SpanShape | None
    reason: str


class Cue(SpanShape):  # type: ignore[misc]
    """The words that express the crediting."""

    text: str


class TimeShape(SpanShape):  # type: ignore[misc]
    """A time that a statement gives."""

    text: str
    value: str | None
    precision: str


class PlaceShape(SpanShape):  # type: ignore[misc]
    """A place that a statement names."""

    name: str


class StatementShape(Shape):
    """A statement with its document, its words' places and its chain, near to far."""

    id: str
    document: DocumentName
    part: model.Part
    start: int
    stop: int
    text: str
    spans: list[SpanShape]
    certainty: model.Certainty
    polarity: model.Polarity
    modality: model.Modality
    continued: bool
    cue: Cue | None
    chain: list[LinkShape]
    times: list[TimeShape]
    places: list[PlaceShape]
    reasons: list[str]


class FurnitureShape(SpanShape):  # type: ignore[misc]
    """Words that are the page's, not the report's."""

    kind: model.FurnitureKind
    reason: str


class NameShape(SpanShape):  # type: ignore[misc]
    """A name in a document."""

    type: str
    text: str


class ReadingShape(DocumentShape):
    """A document with its text and everything that was read in it."""

    text: str
    reader: str
    statements: list[StatementShape]
    furniture: list[FurnitureShape]
    names: list[NameShape]


class DeniedShape(Shape):
    """The origins of a claim's denials."""

    at_least: int
    at_most: int
    origins: list[OriginShape]
    relations: list[tuple[str, str, model.Relation, str]]


class FollowedHop(Shape):
    """One link of a followed chain."""

    kind: model.Kind
    name: str | None
    document: str
    statement: str | None
    step: str
    reason: str
    evidence: list[EvidenceShape]


class ClaimShape(Shape):
    """A claim with who said it. `at_least` reads "at least N distinct identified origins": distinct is not independent."""

    id: str
    text: str = Field(description="the words of one of its statements")
    said_by: str = Field(description="that statement's chain in words")
    at_least: int
    at_most: int
    exact: bool
    interval: str = Field(description="the interval in words, with the counts that must stand beside it")
    anonymous: int
    unattributed: int
    circular: bool
    loops: list[str]
    statements: list[str]
    denials: list[str]
    documents: list[str]
    denied: DeniedShape
    origins: list[OriginShape]
    relations: list[tuple[str, str, model.Relation, str]] = Field(
        description="how two origins stand to each other: id, id, relation, reason"
    )
    variants: list[shape_of(model.Variant)]  # type: ignore[valid-type]
    hardened_at: list[str]
    corrected: list[str]
    followed: dict[str, list[FollowedHop]]
    ties: list[shape_of(model.Tie)]  # type: ignore[valid-type]


class OutletName(Shape):
    """A document, named by its outlet."""

    id: str
    url: str | None
    outlet: str | None


class HopShape(PlaceInDocument):
    """One link of a followed chain with the words that name it."""

    kind: model.Kind
    name: str | None
    mention: str | None
    document: OutletName
    statement: str | None
    step: str
    reason: str
    evidence: list[EvidenceShape]


class AnchorShape(Shape):
    """Words that a person's judgement is tied to."""

    document: OutletName
    part: model.Part
    words: str
    nth: int
    credit: str | None


class OverruleShape(Shape):
    """A person's judgement with the words that it is tied to."""

    number: int
    ruling: model.Ruling
    subjects: list[AnchorShape]
    chain: str | None
    note: str
    by: str
    made: str
    withdrawn: str | None


class WhyShape(ClaimShape):
    """A claim with all its statements in full and every hop with its words."""

    meaning: str
    said: list[StatementShape]
    as_read: dict[str, list[LinkShape]]
    hops: dict[str, list[HopShape]]
    overrules: list[OverruleShape]


class SourceCounts(Shape):
    """How much rests on a source."""

    claims: int
    denials: int
    documents: int
    alone: int


FIRST = f"the first {entries.CUT}, by id; `counts` is of all"


class SourceShape(Shape):
    """What rests on one origin, or on one group of outlets."""

    source: str = Field(description="its name in addresses and filters")
    group: str
    id: str | None = Field(description="the origin's id; null for a group of outlets")
    kind: model.Kind
    name: str | None
    mention: str | None
    origins: int
    counts: SourceCounts
    claims: list[str] = Field(description=FIRST)
    denials: list[str] = Field(description=FIRST)
    documents: list[str] = Field(description=FIRST)
    alone: list[str] = Field(description=FIRST)


class VoiceCounts(Shape):
    """How often somebody is spoken of and quoted."""

    statements: int
    documents: int
    quoted: int
    quoted_here: int


class SpokenOf(Shape):
    """Where somebody is spoken of."""

    statements: list[str] = Field(description=FIRST)
    documents: list[str] = Field(description=FIRST)


class Quoted(Shape):
    """Where somebody is quoted."""

    documents: list[str] = Field(description=FIRST)
    of_these: list[str] = Field(description=FIRST)


class VoiceShape(Shape):
    """A person or organisation that statements speak of."""

    id: str
    kind: str
    name: str
    names: list[str]
    counts: VoiceCounts
    spoken_of: SpokenOf
    quoted: Quoted
    words: str


class Ends(Shape):
    """A document at one end of a reuse."""

    id: str
    url: str | None


class PassageShape(BaseModel):
    """Words of one document that repeat words of another; in the text unless a part is named."""

    model_config = ConfigDict(extra="forbid")
    start: int
    stop: int
    from_start: int
    from_stop: int
    score: float
    part: model.Part | None = None
    from_part: model.Part | None = None


class ReuseShape(Shape):
    """What one document repeats of another."""

    document: Ends
    from_: Ends = Field(alias="from")
    direction: Literal["known", "undetermined"]
    reason: str
    evidence: list[EvidenceShape]
    passages: list[PassageShape]


class StoryShape(Shape):
    """Documents on one matter."""

    id: str
    documents: list[DocumentName]


class PointShape(Shape):
    """Claims with as many documents and as wide an interval."""

    documents: int
    at_least: int
    at_most: int
    claims: int
    example: str


class CollectionShape(Shape):
    """What a collection holds, and what made it."""

    name: str
    documents: int = Field(description="latest versions only")
    older_versions: int
    outlets: int
    statements: int
    claims: int
    worth_a_look: int = Field(description="claims that `sayso claims` shows unasked")
    stories: int = Field(description="stories of more than one document")
    reuses: int
    entities: int
    rejected: int
    certainty: dict[str, int] = Field(description="statements by how far their documents commit themselves")
    end: dict[str, int] = Field(description="statements by what stands at the end of their chain")
    points: list[PointShape]
    read_by: dict[str, int]
    claims_made_by: str | None = Field(description="null where the claims are older than the documents")
    schema_: int = Field(alias="schema")
    sayso: str
    stamp: str = Field(description="the state of the collection, which `If-Match` takes")


class PieceShape(Shape):
    """Some words, and whether they are what was searched for."""

    text: str
    hit: bool


class DocumentHit(Shape):
    """A document that has what was searched for."""

    document: DocumentName
    headline: list[PieceShape]
    words: list[PieceShape]


class StatementHit(Shape):
    """A statement that has what was searched for, with who said it."""

    statement: StatementShape
    claim: str | None
    words: list[PieceShape]


class NameHit(Shape):
    """Somebody whose name has what was searched for."""

    who: entries.Who
    id: str
    kind: str
    name: str
    words: list[PieceShape]


class Facets(Shape):
    """How many hits have what; empty where there are too many to be counted."""

    outlets: dict[str, int]
    certainties: dict[str, int]
    ends: dict[str, int]
    years: dict[str, int]


H = TypeVar("H")


class Found(Shape, Generic[H]):
    """Hits of one kind."""

    items: list[H]
    count: int | None = Field(description="null where there are too many to be counted")
    facets: Facets
    next: str | None


class SearchShape(Shape):
    """What a search finds. A kind that wasn't asked for is null."""

    searched_for: str
    documents: Found[DocumentHit] | None
    statements: Found[StatementHit] | None
    names: Found[NameHit] | None


class PageShape(Shape, Generic[T]):
    """A page of a list."""

    items: list[T]
    next: str | None = Field(description="the `cursor` of the next page; null where there is none")


class Judgement(BaseModel):
    """A judgement to be made; `named` as `sayso overrule` takes it."""

    model_config = ConfigDict(extra="forbid")
    ruling: model.Ruling
    named: list[str] = Field(min_length=1, max_length=3, description="ids, or a chain's words, in the ruling's order")
    words: str | None = Field(None, description="of not-reuse: only the passage with these words")
    note: str = Field("", max_length=2000)
    by: str = Field("", max_length=200)


class ChangeShape(Shape):
    """Claims that share statements, as they were and as they are."""

    before: list[ClaimShape]
    after: list[ClaimShape]


class Judged(Shape):
    """What a judgement did."""

    overrules: list[OverruleShape]
    changes: list[ChangeShape]


class Mending(BaseModel):
    """What a person says of a document; a field that is null is taken back to what was read in."""

    model_config = ConfigDict(extra="forbid")
    outlet: str | None = Field(None, max_length=500)
    published: str | None = Field(None, max_length=100)
    status: str | None = Field(None, max_length=20)
    byline: str | None = Field(None, max_length=500)


class Addresses(BaseModel):
    """Addresses to be fetched and added."""

    model_config = ConfigDict(extra="forbid")
    addresses: list[str] = Field(min_length=1, max_length=200)


class JobShape(Shape):
    """Inputs on their way into the collection."""

    id: str
    state: State
    inputs: list[str]
    added: int
    changed: int
    unchanged: int
    rejected: int
    statements: int
    compared: int = Field(description="documents that have been compared with the others")
    to_compare: int
    claims: int | None = Field(description="claims in the collection when it is done")
    set_aside: list[RejectedShape] = Field(description="the first inputs that were set aside, and why")
    message: str | None = Field(description="why it failed, or what is left to do")
