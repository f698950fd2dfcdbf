"""What a report is made of, and what of it is shown."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.export.report.addresses import PAGE, Addresses
from sayso.export.words import time_in_words
from sayso.model import Claim, Document, Overrule, Part, Reading, Reuse, Statement


@dataclasses.dataclass(frozen=True, kw_only=True)
class Limits:
    """How much a report shows of a large collection; it says where it shows less than all."""

    claims: int = 100
    lines: int = 200
    """Claims that are shown in a line each."""
    texts: int = 100
    statements: int = 60
    """Of one claim."""
    documents_drawn: int = 40
    """In the drawing of one claim."""
    reasons: int = 40
    """Entries of one list of reasons."""
    sources: int = 25
    """Entries of one list of sources."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Leaned:
    """Somebody that the collection leans on."""

    name: str
    """As it is shown: a description in quotation marks."""
    sort: str
    """What it is, in plain words."""
    claims: int
    """Claims that it affirms or denies."""
    alone: int
    """Claims that nothing else stands behind."""
    documents: int
    href: str | None = None
    """Where all that rests on it is shown, if anywhere."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unquoted:
    """Somebody who is spoken about, and quoted in none of the documents."""

    name: str
    sort: str
    statements: int
    documents: int
    href: str | None = None
    """Where all that is said about it is shown, if anywhere."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Material:
    """A collection with all that was made of it, as a report takes it."""

    title: str
    documents: Mapping[str, Document]
    """The latest versions by id, by time of publication, unknown last."""
    readings: Mapping[str, Reading]
    """Of the same; chains as a person gave them where one did."""
    claims: Sequence[Claim]
    chosen: Sequence[Claim] = ()
    """Those of them that are worth a look, in the order of the report; the others are only counted."""
    reuses: Sequence[Reuse] = ()
    leanings: Sequence[Leaned] = ()
    unquoted: Sequence[Unquoted] = ()
    overrules: Sequence[Overrule] = ()
    """A person's judgements that hold."""
    versions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What made all this: a part of the program → its version."""
    is_current: bool = True
    """False where the claims are older than the documents, and couldn't be made anew."""
    older_versions: int = 0
    """Documents that a later version of the same page stands for."""
    set_aside: int = 0
    """Inputs that couldn't become a document."""
    limits: Limits = Limits()
    addresses: Addresses = PAGE

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id."""
        return {s.id: s for reading in self.readings.values() for s in reading.statements}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Statement id → its number in its document, from 1."""
        return {s.id: n for reading in self.readings.values() for n, s in enumerate(reading.statements, 1)}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Document id → its place by time."""
        return {d: n for n, d in enumerate(self.documents)}

    @cached_property
    def shown(self) -> list[Claim]:
        """The claims that are shown with everything: those of several documents, and those of one that needs a warning."""
        return [c for c in self.chosen if is_shared(c) or needs_warning(c)][: self.limits.claims]

    @cached_property
    def listed(self) -> list[Claim]:
        """The chosen claims that are shown in a line each."""
        return [c for c in self.chosen if not (is_shared(c) or needs_warning(c))][: self.limits.lines]

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        """Id of a claim that is on the page → its number, from 1."""
        return {c.id: n for n, c in enumerate((*self.shown, *self.listed), 1)}

    @cached_property
    def claim_of(self) -> dict[str, Claim]:
        """Statement id → the claim that it affirms or denies."""
        return {s: c for c in self.claims for s in (*c.statements, *c.denials)}

    @cached_property
    def texts(self) -> list[Document]:
        """The documents whose text is shown, by time; those that the first claims stand in go first where not all are."""
        wanted = dict.fromkeys(d for c in self.shown for d in c.documents if d in self.documents)
        kept = set(list(dict.fromkeys((*wanted, *self.documents)))[: self.limits.texts])
        return [d for i, d in self.documents.items() if i in kept]

    @cached_property
    def reuses_of(self) -> dict[str, list[Reuse]]:
        """Document id → the reuses in which it repeats or is repeated."""
        found: dict[str, list[Reuse]] = {}
        for reuse in self.reuses:
            for document in dict.fromkeys((reuse.document, reuse.source)):
                found.setdefault(document, []).append(reuse)
        return found

    @cached_property
    def text_ids(self) -> frozenset[str]:
        """Ids of the documents whose text is shown."""
        return frozenset(d.id for d in self.texts)

    def name(self, document: str) -> str:
        """A document by its outlet."""
        found = self.documents.get(document)
        return (found.outlet if found else None) or "an unknown outlet"

    def name_with_time(self, document: str) -> str:
        """A document by its outlet and time: `Harbor Daily, 3 June 2024`."""
        found = self.documents.get(document)
        return f"{self.name(document)}, {time_in_words(found.published if found else None)}"

    def find_words(self, statement: str) -> str | None:
        """Where the words of a statement stand; None where that text isn't shown."""
        found = self.statements.get(statement)
        return self.addresses.words(found.document, statement) if found and self._has_text(found.document) else None

    def find_text(self, document: str) -> str | None:
        """Where a document stands; None where it isn't shown."""
        return self.addresses.document(document) if self._has_text(document) else None

    def find_passage(self, document: str, passage: str) -> str | None:
        """Where a passage of a document stands; None where that text isn't shown."""
        return self.addresses.passage(document, passage) if self._has_text(document) else None

    def find_claim(self, claim: str) -> str | None:
        """Where a claim is shown; None where it isn't."""
        return self.addresses.claim(claim) if self.addresses.is_site or claim in self.claim_numbers else None

    def name_claim(self, claim: str) -> str:
        """A claim as a link calls it: by its number where it has one."""
        return "its claim" if self.addresses.is_site else f"claim {self.claim_numbers[claim]}"

    def _has_text(self, document: str) -> bool:
        return document in (self.documents if self.addresses.is_site else self.text_ids)

    def order(self, statements: Sequence[str]) -> list[Statement]:
        """Statements by their documents' time, then place."""
        found = [self.statements[i] for i in statements if i in self.statements]
        return sorted(found, key=lambda s: (self.ranks[s.document], s.part is not Part.HEADLINE, s.start, s.id))


def count_documents(claim: Claim, statements: Mapping[str, Statement]) -> int:
    """How many documents affirm a claim."""
    return len({statements[s].document for s in claim.statements if s in statements})


def is_shared(claim: Claim) -> bool:
    """True where more than one document makes or denies it."""
    return len(claim.documents) > 1


def needs_warning(claim: Claim) -> bool:
    """True where a claim has statements in a circle, documents that harden it, or corrected ones behind it."""
    return bool(claim.loops or claim.hardened_at or claim.corrected)
