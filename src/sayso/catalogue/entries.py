"""The records of a catalogue: what a list is ordered, filtered and counted by.

A catalogue is a cache. Everything in it is made of documents, readings, links and claims, and is made again with them.
"""

import dataclasses
from enum import StrEnum

from sayso.model import Origin, field

CUT = 100
"""The most ids that a record of a source or a voice holds of each kind; its counts are of all."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class DocumentEntry:
    """A document as a person has mended it, in lists of documents."""

    document: str = field("id of the document")
    latest: str = field("id of the latest version of its page, which may be itself")
    outlet: str | None = field("who publishes it")
    folded: str = field("the outlet's name in the form in which equal names are equal; empty where unknown")
    published: str | None = field("time of publication")
    moment: float = field("the first second of that time; infinity where it is unknown, so that these come last")
    over: float = field("the first second after it; minus infinity where it is unknown")
    facets: str = field("what a search can be narrowed by, as words of the index")

    @property
    def is_latest(self) -> bool:
        """True for the version of its page that is weighed."""
        return self.latest == self.document


@dataclasses.dataclass(frozen=True, kw_only=True)
class StatementEntry:
    """A statement in lists and searches, its chain as linking takes it."""

    statement: str = field("id of the statement")
    document: str = field("id of its document")
    position: int = field("its place among the statements of the document, from 0")
    certainty: str = field("asserted, attributed, hedged or denied")
    end: str = field("what stands at the end of its chain: own voice, person, anonymous, …")
    facets: str = field("what a search can be narrowed by, as words of the index")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ClaimEntry:
    """A claim in lists: its place in each order, and what it can be chosen by."""

    claim: str = field("id of the claim")
    repeated: int = field("its place when those that most documents repeat come first")
    origins: int = field("its place when those with the fewest origins come first")
    time: int = field("its place by time of first publication here")
    text: int = field("its place by its words")
    worth: bool = field("true where more than one document makes it or an origin is in doubt")
    documents: int = field("how many documents make or deny it")
    outlets: int = field("how many outlets they are of")
    at_least: int = field("at least so many distinct identified origins")
    at_most: int = field("at most so many distinct origins")
    anonymous: int = field("how many origins are described, not identified")
    unattributed: int = field("how many are an outlet's own voice without a credit")
    absent: int = field("how many are cited but absent")
    affirmations: int = field("how many statements affirm it")
    denials: int = field("how many statements deny it")
    circular: bool = field("true where its statements lead only to one another")
    hardened: int = field("how many documents harden it")
    corrected: int = field("how many documents rest on a corrected or retracted one")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ClaimDocument:
    """A document that makes or denies a claim."""

    document: str = field("id of the document")
    claim: str = field("id of the claim")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ClaimStatement:
    """The claim of a statement."""

    statement: str = field("id of the statement")
    claim: str = field("id of the claim that it affirms or denies")
    denies: bool = field("true where it denies it")


@dataclasses.dataclass(frozen=True, kw_only=True)
class SourceEntry:
    """What rests on one origin, or on one group of outlets."""

    place: int = field("its place in the list of sources")
    source: str = field("the origin's id and its group, or the group of outlets alone")
    grouped: str = field("the group that it belongs to")
    origin: Origin | None = field("any claim's record of the origin; null for a group of outlets")
    origins: int = field("1, or how many outlets a group has")
    claims: int = field("how many claims it affirms")
    denials: int = field("how many claims it denies")
    documents: int = field("how many documents have a statement that rests on it")
    alone: int = field("how many claims would have no origin left if it were not there")
    some_claims: tuple[str, ...] = field("the first ids of the claims that it affirms")
    some_denials: tuple[str, ...] = field("the first ids of the claims that it denies")
    some_documents: tuple[str, ...] = field("the first ids of the documents")
    some_alone: tuple[str, ...] = field("the first ids of the claims that rest on it alone")


@dataclasses.dataclass(frozen=True, kw_only=True)
class SourceClaim:
    """A claim that rests on a source."""

    source: str = field("the source, as in its own entry")
    claim: str = field("id of the claim")
    denies: bool = field("true where it denies it")
    alone: bool = field("true where the claim would have no origin left without it")


@dataclasses.dataclass(frozen=True, kw_only=True)
class VoiceEntry:
    """A person or organisation that statements speak of."""

    place: int = field("its place in the list of voices")
    entity: str = field("id of the entity")
    statements: int = field("how many statements name it")
    documents: int = field("how many documents have such statements")
    quoted: int = field("in how many documents it is credited with a statement")
    quoted_here: int = field("how many of these also speak of it")
    some_statements: tuple[str, ...] = field("the first ids of the statements")
    some_documents: tuple[str, ...] = field("the first ids of the documents that speak of it")
    some_quoted: tuple[str, ...] = field("the first ids of the documents that quote it")
    some_quoted_here: tuple[str, ...] = field("the first ids of those that do both")


@dataclasses.dataclass(frozen=True, kw_only=True)
class EntityStatement:
    """A statement that names an entity, or is on its word."""

    entity: str = field("id of the entity")
    place: int = field("the statement's place, by time of publication, then in its document")
    statement: str = field("id of the statement")
    named: bool = field("true where its words name the entity")
    credited: bool = field("true where its chain credits the entity")


@dataclasses.dataclass(frozen=True, kw_only=True)
class EntityClaim:
    """A claim with a statement that names or credits an entity, or with a followed chain that leads through it."""

    entity: str = field("id of the entity")
    claim: str = field("id of the claim")


@dataclasses.dataclass(frozen=True, kw_only=True)
class EntityName:
    """One of an entity's names, in the form in which equal names are equal."""

    name: str = field("the name, without case and article")
    entity: str = field("id of the entity")


@dataclasses.dataclass(frozen=True, kw_only=True)
class EntityDocument:
    """A document that names an entity."""

    document: str = field("id of the document")
    entity: str = field("id of the entity")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ReuseEntry:
    """A reuse in the list of reuses."""

    place: int = field("its place, by time of the document that repeats, then of the one that it repeats")
    document: str = field("id of the document that repeats")
    source: str = field("id of the document that it repeats")
    words: int = field("how many words of the document stand in its passages")


@dataclasses.dataclass(frozen=True, kw_only=True)
class StoryEntry:
    """A story in the list of stories."""

    place: int = field("its place, the largest first")
    story: str = field("id of the story")
    size: int = field("how many documents it has")


@dataclasses.dataclass(frozen=True, kw_only=True)
class StoryDocument:
    """The story of a document."""

    document: str = field("id of the document")
    story: str = field("id of the story")


class Who(StrEnum):
    """What a name that can be searched for is the name of."""

    ENTITY = "entity"
    SOURCE = "source"


@dataclasses.dataclass(frozen=True, kw_only=True)
class NameEntry:
    """Somebody who can be searched for by name: an entity with all its names, or a source that is only described."""

    number: int = field("from 1")
    who: Who = field("entity or source")
    id: str = field("the entity's id, or the source as in its own entry")
    kind: str = field("person, organisation, place, publication or anonymous")
    name: str = field("the fullest name, or the description")
    names: str = field("all its names, one a line")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Tally:
    """How many there are of one thing, in the overview."""

    kind: str = field("what is counted: documents, statements by certainty, by the end of their chain, …")
    name: str = field("which of them")
    count: int = field("how many")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Point:
    """Claims with as many documents and as wide an interval, in the plot of documents against origins."""

    documents: int = field("how many documents make or deny it")
    at_least: int = field("at least so many distinct identified origins")
    at_most: int = field("at most so many distinct origins")
    claims: int = field("how many claims there are so")
    example: str = field("id of the first of them in the order `repeated`")
