"""What an export is made of."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sayso.link.chains import chain_in_words
from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Entity,
    Followed,
    Link,
    Overrule,
    Polarity,
    Reading,
    Reuse,
    Statement,
    Story,
    Weight,
)

DISTINCT = "At least counts distinct identified origins. Distinct is not independent, and neither says whether a claim is true."
"""What every way out says beside its intervals."""

Records = Callable[[], Iterable[Mapping[str, Any]]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Contents:
    """A collection, or the part of it that was asked for, with all that was made of it."""

    title: str
    documents: Mapping[str, Document]
    """By id, by time of publication; older versions among them where the whole collection is exported."""
    latest: Mapping[str, str]
    """Document id → the id of its page's latest version, which may be itself."""
    readings: Mapping[str, Reading]
    """Of the latest versions, with the statements that are exported; chains as a person gave them where one did."""
    claims: Sequence[Claim]
    """In the order of the export."""
    reuses: Sequence[Reuse] = ()
    stories: Sequence[Story] = ()
    entities: Sequence[Entity] = ()
    affiliations: Sequence[Affiliation] = ()
    overrules: Sequence[Overrule] = ()
    """What persons judged, withdrawn judgements too."""
    find_entity: Callable[[str, Link], Entity | None] = lambda document, link: None
    """Whom a link of a document's chain names; None for somebody who is only described, or may be one of two."""
    versions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What made all this: a part of the program → its version."""
    is_current: bool = True
    """False where the claims are older than the documents, and couldn't be made anew."""
    records: Mapping[str, Records] = dataclasses.field(default_factory=dict)
    """Name of a list of the command line → makes its JSON objects."""

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id, in the order of documents and places."""
        return {s.id: s for i in self.documents if i in self.readings for s in self.readings[i].statements}

    @cached_property
    def claim_of(self) -> dict[str, Claim]:
        """Statement id → the claim that it affirms or denies."""
        return {s: c for c in self.claims for s in (*c.statements, *c.denials)}

    def name(self, document: str) -> str:
        """A document by its outlet."""
        found = self.documents.get(document)
        return (found.outlet if found else None) or "an unknown outlet"

    def say_who(self, statement: str) -> str:
        """On whose word a statement stands: its chain in words."""
        found = self.statements.get(statement)
        return chain_in_words(found.chain) if found else "undetermined"


def say_statement(statement: Statement) -> str:
    """A statement in one line that never stands without who says it, and whether they deny it."""
    denying = ", denying" if statement.polarity is Polarity.DENIED else ""
    return f"{chain_in_words(statement.chain)}{denying}: “{statement.text}”"


def say_claim(claim: Claim) -> str:
    """A claim in one line, by the words of one who says it, or who denies it where nobody does more."""
    return f"{claim.said_by}{'' if claim.statements else ', denying'}: “{claim.text}”"


def find_sides(claim: Claim) -> tuple[tuple[str, Weight], ...]:
    """What affirms a claim and what denies it, each with its own origins."""
    return ("affirmed", claim.weight), ("denied", claim.denied)


def find_followed(claim: Claim) -> tuple[Followed, ...]:
    """The followed chains of all its statements, denials too."""
    return (*claim.weight.followed, *claim.denied.followed)
