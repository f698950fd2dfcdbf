"""What linking keeps in a collection: which documents were compared, what came of it, and what was made of that."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, or_, select

from sayso.model import Affiliation, Claim, Entity, EntityLink, Links, Meeting, Reuse, Story
from sayso.store import tables
from sayso.store.codec import to_row

_RESULTS: tuple[tuple[str, Table, type], ...] = (
    ("entities", tables.entities, Entity),
    ("entity_links", tables.entity_links, EntityLink),
    ("affiliations", tables.affiliations, Affiliation),
    ("stories", tables.stories, Story),
    ("reuses", tables.reuses, Reuse),
    ("claims", tables.claims, Claim),
)


class LinkTables:
    """The tables of linking of one open collection."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def read_linked(self) -> dict[str, str]:
        """The documents that have been compared with all others: id → what of."""
        with self._transaction() as connection:
            return {row.document: row.made_of for row in connection.execute(select(tables.linked))}

    def forget(self, document: str) -> None:
        """Forgets what a document was compared with."""
        with self._transaction() as connection:
            _forget(connection, document)

    def find_candidates(self, keys: Mapping[str, Iterable[int]], least: Mapping[str, int]) -> list[str]:
        """The compared documents that share at least so many keys of one kind with these, by id."""
        found: set[str] = set()
        with self._transaction() as connection:
            for kind, values in keys.items():
                counts: dict[str, int] = {}
                ordered = sorted(values)
                for start in range(0, len(ordered), _AT_ONCE):
                    columns = tables.keys.c
                    query = (
                        select(columns.document, func.count())
                        .where(columns.kind == kind, columns.key.in_(ordered[start : start + _AT_ONCE]))
                        .group_by(columns.document)
                    )
                    for document, count in connection.execute(query):
                        counts[document] = counts.get(document, 0) + count
                found |= {d for d, count in counts.items() if count >= least[kind]}
        return sorted(found)

    def write(
        self, document: str, *, made_of: str, keys: Mapping[str, Iterable[int]], meetings: Iterable[Meeting]
    ) -> None:
        """Writes a document's keys and meetings in place of those that it had, in one transaction."""
        with self._transaction() as connection:
            _forget(connection, document)
            rows = [{"kind": k, "key": v, "document": document} for k, values in keys.items() for v in sorted(values)]
            if rows:
                connection.execute(insert(tables.keys), rows)
            found = [to_row(m) for m in meetings]
            if found:
                connection.execute(insert(tables.meetings), found)
            connection.execute(insert(tables.linked).values(document=document, made_of=made_of))

    def meetings(self) -> Iterator[Meeting]:
        """All meetings, by their documents."""
        with self._transaction() as connection:
            rows = connection.execute(select(tables.meetings).order_by(tables.meetings.c.a, tables.meetings.c.b))
            yield from [Meeting(**row._mapping) for row in rows]

    def read_results(self) -> Links:
        """Everything that was made of the meetings, each kind by its key."""
        found: dict[str, Any] = {}
        with self._transaction() as connection:
            for name, table, record in _RESULTS:
                fields = [table.c[f.name] for f in dataclasses.fields(record)]
                rows = connection.execute(select(*fields).order_by(*table.primary_key))
                found[name] = tuple(record(**row._mapping) for row in rows)
        return Links(**found)


def replace_results(connection: Connection, links: Links) -> None:
    """Puts new results in place of all there were."""
    for name, table, _ in _RESULTS:
        connection.execute(delete(table))
        rows = [to_row(record) for record in getattr(links, name)]
        if rows:
            connection.execute(insert(table), rows)


def forget_claims(connection: Connection) -> None:
    """Marks the claims as made of something else than what is in the collection now."""
    connection.execute(delete(tables.settings).where(tables.settings.c.name == CLAIMS_MADE_BY))


CLAIMS_MADE_BY = "claims_made_by"
"""The setting with the version that made the claims, while they are of what is in the collection."""

_AT_ONCE = 500
"""Keys looked up in one query."""


def _forget(connection: Connection, document: str) -> None:
    forget_claims(connection)
    connection.execute(delete(tables.linked).where(tables.linked.c.document == document))
    connection.execute(delete(tables.keys).where(tables.keys.c.document == document))
    connection.execute(
        delete(tables.meetings).where(or_(tables.meetings.c.a == document, tables.meetings.c.b == document))
    )
