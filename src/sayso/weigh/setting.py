"""What weighing knows of the collection beside the claim."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.model import Affiliation, Document, Evidence, Kind, Link, Relation, Reuse, Statement, hash_of
from sayso.weigh.names import normalise_name


@dataclasses.dataclass(frozen=True, kw_only=True)
class Setting:
    """What weighing knows of the collection beside the claim."""

    documents: Mapping[str, Document]
    """By id, every document that has a statement here."""
    statements: Mapping[str, Statement]
    """By id, of all documents that may matter; chains that a person judged otherwise are already replaced."""
    by_document: Mapping[str, Sequence[Statement]]
    """Document id → its statements."""
    entities: Mapping[tuple[str, str, str], str]
    """(Document id, link's kind, link's name) → entity id, for named links, outlets too.

    Outlet, publication and organisation of one name are one entity.
    """
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Entity id → its fullest name in the collection."""
    publishers: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)
    """Entity id of an outlet → ids of the documents that it publishes."""
    reuses: Mapping[str, Sequence[Reuse]] = dataclasses.field(default_factory=dict)
    """Document id → reuses in which it is `document` or `source`; those that a person judged to be none are left out."""
    affiliations: Mapping[str, Sequence[Affiliation]] = dataclasses.field(default_factory=dict)
    """Entity id → the affiliations in which it is `member`."""
    overruled: Mapping[frozenset[str], tuple[Relation, str]] = dataclasses.field(default_factory=dict)
    """Two origins' ids → how a person judged them to stand to each other, and the reason given."""

    def find_entity(self, document: str, link: Link) -> str | None:
        """Id of the entity that a named link of a document's chain means; None where it has no name.

        A name that no entity was made for is compared letter for letter.
        """
        if not is_named(link):
            return None
        known = self.entities.get((document, link.kind, link.name or ""))
        return known or hash_of([link.kind is Kind.PERSON, normalise_name(link.name or "")])

    def find_outlet(self, statement: Statement) -> str | None:
        """Id of the entity that publishes a statement's document; None where it is unknown."""
        return self.find_entity(statement.document, statement.chain[0])

    def is_publisher(self, entity: str | None) -> bool:
        """Whether an entity publishes a document of the collection."""
        return bool(self.publishers.get(entity or ""))

    def name_document(self, document: str) -> str:
        """A document as reasons name it: by its outlet."""
        return name_outlet(self.documents[document].outlet)

    def make_evidence(self, document: str, link: Link) -> Evidence:
        """The words that name a link, or the field of the document that does."""
        if link.mention is not None:
            return Evidence(document=document, span=link.mention, words=self.documents[document].words(link.mention))
        return Evidence(document=document, metadata="outlet", words=link.name or "")

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Entities that a document credits as an organisation, and none as something published.

        So a newspaper is an outlet even where one document says of it what is said of organisations.
        """
        kinds: dict[str, set[str]] = {}
        for (_, kind, _), entity in self.entities.items():
            kinds.setdefault(entity, set()).add(kind)
        return frozenset(e for e, k in kinds.items() if Kind.ORGANISATION in k and Kind.PUBLICATION not in k)


def is_named(link: Link) -> bool:
    """True where a link names somebody: not described only, and not left open."""
    return link.kind is not Kind.ANONYMOUS and bool(normalise_name(link.name or ""))


def name_outlet(outlet: str | None) -> str:
    """An outlet as reasons name it."""
    return outlet or "an unknown outlet"
