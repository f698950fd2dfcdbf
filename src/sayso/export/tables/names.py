"""The tables of names: who is meant, by which names, and who belongs to which body."""

from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.tables.table import Table, column, take
from sayso.model import Affiliation, Entity


def _find_names(contents: Contents) -> Iterator[tuple[Entity, str]]:
    for entity in contents.entities:
        for name in entity.names:
            yield entity, name


def _find_places(contents: Contents) -> Iterator[tuple[Entity, str]]:
    for entity in contents.entities:
        for document in entity.documents:
            yield entity, document


_ENTITY = column("entity", str, "id of the entity", lambda row: row[0].id)

ENTITIES = Table(
    name="entities",
    help="Persons, organisations, places and publications that the documents name",
    find=lambda contents: contents.entities,
    columns=take(Entity, "id", "kind", "name"),
)
ENTITY_NAMES = Table(
    name="entity_names",
    help="Every name that an entity has in the documents",
    find=_find_names,
    columns=(_ENTITY, column("name", str, "one of its names", lambda row: row[1])),
)
ENTITY_DOCUMENTS = Table(
    name="entity_documents",
    help="The documents that name an entity",
    find=_find_places,
    columns=(_ENTITY, column("document", str, "id of a document that names it", lambda row: row[1])),
)
AFFILIATIONS = Table(
    name="affiliations",
    help="Who belongs to which body, by the words of a document",
    find=lambda contents: contents.affiliations,
    columns=take(Affiliation, "member", "body", "reason"),
)
