"""Reads lists of documents in any order, and what stands beside each: only the documents of a page are looked up."""

import dataclasses
import json
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, func, literal, or_, select, text, tuple_

from sayso.catalogue.claims import read_bounds
from sayso.catalogue.documents import DocumentOrder
from sayso.catalogue.entries import DocumentEntry
from sayso.catalogue.facets import fold_outlet
from sayso.model import Status
from sayso.store import tables
from sayso.store.catalogue import Page, is_inside, make_page, tell_changed

INF = float("inf")
"""The moment of a document whose time of publication is unknown."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the documents of a list; None asks nothing."""

    outlet: str | None = None
    since: str | None = None
    """ISO 8601 of any precision."""
    until: str | None = None
    """The same, all of it."""
    all_versions: bool = False
    among: Collection[str] | None = None
    """Ids of the only documents that are listed."""
    without: Collection[str] = ()
    """Ids of documents that aren't."""
    dated: bool | None = None
    """Only those whose time of publication is known, or only the others."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Counts:
    """What stands in one document, and between it and others."""

    statements: int = 0
    claims: int = 0
    """That it makes or denies."""
    repeats: int = 0
    """Documents that it repeats, or shares words with where the direction is undetermined."""
    repeated: int = 0
    """Documents that repeat it."""


class DocumentTables:
    """The documents of one open collection, as lists show them."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def list_page(
        self,
        order: DocumentOrder = DocumentOrder.TIME,
        asked: Asked = Asked(),
        *,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[DocumentEntry]:
        """Documents in an order: by time of publication (unknown last); by outlet; most claims first.

        Raises UsageError for a time that is none, OutOfDate where what the page is to begin after is gone.
        """
        columns = tables.document_entries.c
        everything, keys = _make_query(order)
        query = _narrow(everything, asked).order_by(*keys)
        with self._transaction() as connection:
            if after is not None:
                place = everything.with_only_columns(*keys).where(columns.document == after)
                start = connection.execute(place).first()
                if start is None:
                    raise tell_changed()
                query = query.where(tuple_(*keys) > tuple_(*map(literal, start)))
            found = [DocumentEntry(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: x.document)

    def versions(self, document: str) -> list[DocumentEntry]:
        """All versions of the page that a document is one of, the document among them, by time."""
        listed, held = tables.document_entries, tables.documents
        page = select(held.c.version_of).where(held.c.id == document).scalar_subquery()
        query = (
            select(*_fields())
            .join(held, held.c.id == listed.c.document)
            .where(or_(held.c.id == document, held.c.version_of == page))
            .order_by(listed.c.moment, listed.c.document)
        )
        with self._transaction() as connection:
            return [DocumentEntry(**row._mapping) for row in connection.execute(query)]

    def counts(self, documents: Iterable[str]) -> dict[str, Counts]:
        """What is counted of some documents, by id."""
        ids = list(dict.fromkeys(documents))
        said, made, reused = tables.statement_entries.c, tables.claim_documents.c, tables.reuse_entries.c
        columns = {
            "statements": said.document,
            "claims": made.document,
            "repeats": reused.document,
            "repeated": reused.source,
        }
        found: dict[str, dict[str, int]] = {i: {} for i in ids}
        with self._transaction() as connection:
            for name, column in columns.items():
                query = select(column, func.count()).where(column.in_(_as_set(ids))).group_by(column)
                for document, count in connection.execute(query):
                    found[document][name] = count
        return {i: Counts(**counts) for i, counts in found.items()}

    def marked(self) -> dict[str, Status]:
        """The documents that are corrected or retracted, by id. Looks at all of them."""
        held, said = tables.documents.c, tables.amendments.c
        with self._transaction() as connection:
            found: dict[str, str] = {
                row.id: row.status
                for row in connection.execute(select(held.id, held.status).where(held.status != Status.LIVE))
            }
            query = select(said.document, said.value).where(said.field == "status", said.withdrawn.is_(None))
            found |= {row.document: row.value for row in connection.execute(query.order_by(said.number))}
        return {i: Status(found[i]) for i in sorted(found) if found[i] != Status.LIVE}


def _fields() -> list[Any]:
    return [c for c in tables.document_entries.c if c.name != "number"]


def _make_query(order: DocumentOrder) -> tuple[Select[Any], tuple[ColumnElement[Any], ...]]:
    """The documents, and what they are ordered by."""
    listed, columns = tables.document_entries, tables.document_entries.c
    query = select(*_fields())
    if order is DocumentOrder.OUTLET:
        return query, (columns.folded == "", columns.folded, columns.moment, columns.document)
    if order is DocumentOrder.CLAIMS:
        made = tables.claim_documents.c
        counted = select(made.document, func.count().label("claims")).group_by(made.document).subquery()
        fewest = -func.coalesce(counted.c.claims, 0)
        joined = listed.outerjoin(counted, counted.c.document == columns.document)
        return query.select_from(joined), (fewest, columns.moment, columns.document)
    return query, (columns.moment, columns.document)


def _narrow(query: Select[Any], asked: Asked) -> Select[Any]:
    columns = tables.document_entries.c
    if not asked.all_versions:
        query = query.where(columns.latest == columns.document)
    if asked.outlet is not None:
        query = query.where(columns.folded == fold_outlet(asked.outlet))
    if asked.since is not None or asked.until is not None:
        query = query.where(is_inside(*read_bounds(asked.since, asked.until)))
    if asked.among is not None:
        query = query.where(columns.document.in_(_as_set(asked.among)))
    if asked.dated is not None:
        query = query.where(columns.moment < INF if asked.dated else columns.moment == INF)
    if asked.without:
        query = query.where(columns.document.not_in(_as_set(asked.without)))
    return query


def _as_set(ids: Iterable[str]) -> Any:
    """Any number of ids, as one value that a query takes."""
    return text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(sorted(ids))).columns(value=Text())
