"""Who is meant by the names in a collection's documents: its entities, found again by document and name.

Where a document's name could be two entities', nobody is found: a wrong name is worse than none.
"""

from collections.abc import Iterable, Mapping

from sayso.errors import NotFound
from sayso.link.mentions import BODY, PERSON, PLACE, find_mentions
from sayso.model import Document, Entity, Followed, Kind, Link, Reading, Statement
from sayso.weigh.names import normalise_name

_SORTS = {"person": PERSON, "organisation": BODY, "publication": BODY, "place": PLACE}
_OF_LINK = {Kind.PERSON: PERSON, Kind.ORGANISATION: BODY, Kind.PUBLICATION: BODY, Kind.OUTLET: BODY}


class Register:
    """The entities of a collection, by the names that they have in its documents."""

    def __init__(self, entities: Iterable[Entity], documents: Mapping[str, Document]) -> None:
        self.entities = {e.id: e for e in entities}
        self.documents = documents
        self._ids: dict[tuple[str, str, str], set[str]] = {}
        for entity in self.entities.values():
            sort = _SORTS.get(entity.kind, BODY)
            for name in {normalise_name(n) for n in (entity.name, *entity.names)}:
                for document in entity.documents:
                    self._ids.setdefault((document, sort, name), set()).add(entity.id)

    def find(self, document: str, name: str, sort: str) -> Entity | None:
        """The entity that a name means in a document; None where there is none, or more than one."""
        ids = self._ids.get((document, sort, normalise_name(name)), set())
        return self.entities[next(iter(ids))] if len(ids) == 1 else None

    def find_link(self, document: str, link: Link) -> Entity | None:
        """The entity that a link of a document's chain names; None for one that is only described."""
        sort = _OF_LINK.get(link.kind)
        return self.find(document, link.name, sort) if sort and link.name else None

    def find_spoken(self, reading: Reading) -> dict[str, set[str]]:
        """Statement id → ids of the entities that its words name."""
        found: dict[str, set[str]] = {}
        for mention in find_mentions(self.documents[reading.document], reading):
            entity = (
                self.find(reading.document, mention.name, mention.sort) if mention.at and not mention.kind else None
            )
            if entity is None or mention.at is None:
                continue
            for statement in reading.statements:
                if any(s.overlaps(mention.at) for s in statement.spans):
                    found.setdefault(statement.id, set()).add(entity.id)
        return found

    def find_credited(self, statement: Statement) -> set[str]:
        """Ids of the entities that a statement's chain credits; its document's outlet is not one."""
        links = (self.find_link(statement.document, k) for k in statement.chain[1:])
        return {e.id for e in links if e}

    def find_passed(self, followed: Followed) -> set[str]:
        """Ids of the entities that a followed chain leads through, outlets too."""
        links = (self.find_link(hop.document, hop.link) for hop in followed.hops)
        return {e.id for e in links if e}

    def find_named(self, name: str) -> list[Entity]:
        """The entities that a person means by a name: one of theirs, else words of one. Raises NotFound."""
        wanted = normalise_name(name)
        names = {i: {normalise_name(n) for n in (e.name, *e.names)} for i, e in self.entities.items()}
        found = [i for i in sorted(names) if wanted in names[i]]
        if not found and wanted:
            words = set(wanted.split())
            found = [i for i in sorted(names) if any(words <= set(n.split()) for n in names[i])]
        if not found:
            raise NotFound(f"{name}: no document here names anybody so. `sayso voices` lists who is spoken of.")
        return [self.entities[i] for i in found]
