"""Writes the catalogue of a collection: the lists of documents and statements at once, all others with the links.

A full-text index holds no text, so what is taken out of it must be given as it was put in: every change here deletes an
entry from its index before it changes the entry or the text under it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, delete, insert, select, text

from sayso.catalogue.documents import make_document_entry, make_statement_entries
from sayso.catalogue.entries import DocumentEntry, StatementEntry
from sayso.model import Document, Statement
from sayso.store import tables
from sayso.store.amendments import mend_document, read_amendments
from sayso.store.codec import dump_json, to_row
from sayso.versions import find_latest

if TYPE_CHECKING:
    from sayso.catalogue.catalogue import Catalogue

_MADE_WITH_LINKS: tuple[tuple[str, Table], ...] = (
    ("claims", tables.claim_entries),
    ("claim_documents", tables.claim_documents),
    ("claim_statements", tables.claim_statements),
    ("sources", tables.source_entries),
    ("source_claims", tables.source_claims),
    ("voices", tables.voice_entries),
    ("entity_statements", tables.entity_statements),
    ("entity_claims", tables.entity_claims),
    ("entity_names", tables.entity_names),
    ("entity_documents", tables.entity_documents),
    ("reuses", tables.reuse_entries),
    ("stories", tables.story_entries),
    ("story_documents", tables.story_documents),
    ("names", tables.name_entries),
    ("tallies", tables.tallies),
    ("points", tables.points),
)


def take_out_document(connection: Connection, document: str) -> None:
    """Takes a document and its statements out of the lists and indexes, before their texts change or go."""
    for table, index, columns in _INDEXED:
        view = f"{index.removesuffix('_words')}_texts"
        connection.execute(
            text(
                f"INSERT INTO {index} ({index}, rowid, {columns}) SELECT 'delete', v.number, {columns} FROM {view} AS v "
                f"WHERE v.number IN (SELECT number FROM {table.name} WHERE document = :document)"
            ),
            {"document": document},
        )
        connection.execute(delete(table).where(table.c.document == document))


def list_versions(connection: Connection, document: str) -> None:
    """Puts a document and all other versions of its page into the lists and indexes, as they are now."""
    columns = tables.documents.c
    page = connection.execute(select(columns.version_of).where(columns.id == document)).scalar()
    list_page(connection, page, document)


def list_page(connection: Connection, page: str | None, document: str | None = None) -> None:
    """Puts the versions of a page, or a document without one, into the lists and indexes."""
    columns = tables.documents.c
    query = select(tables.documents).where(columns.version_of == page if page else columns.id == document)
    documents = [_mend(connection, Document(**row._mapping)) for row in connection.execute(query).all()]
    latest = find_latest(documents)
    for d in documents:
        entry = make_document_entry(d, latest=latest[d.id])
        _write_entries(
            connection, entry, list(make_statement_entries(_read_statements(connection, d.id), entry.facets))
        )


def replace_catalogue(connection: Connection, catalogue: "Catalogue") -> None:
    """Puts a new catalogue in place of the one there was. Documents that are listed as they should be stay as they are."""
    for name, table in _MADE_WITH_LINKS:
        connection.execute(delete(table))
        _insert(connection, table, [to_row(record) for record in getattr(catalogue, name)])
    connection.execute(text("INSERT INTO name_words (name_words) VALUES ('rebuild')"))
    said: dict[str, list[StatementEntry]] = {}
    for entry in catalogue.statements:
        said.setdefault(entry.document, []).append(entry)
    held = _read_entries(connection)
    for document in catalogue.documents:
        if document.document in said or document.is_latest:
            found = said.get(document.document, [])
        else:  # an older version: linking doesn't know its statements
            statements = _read_statements(connection, document.document)
            found = list(make_statement_entries(statements, document.facets))
        if held.get(document.document) != (to_row(document), _name(found)):
            _write_entries(connection, document, found)
    said_of = "SELECT claim FROM claim_statements AS c WHERE c.statement = statement_entries.statement"
    connection.execute(text(f"UPDATE statement_entries SET claim = ({said_of}) WHERE claim IS NOT ({said_of})"))


def find_catalogue_faults(connection: Connection, catalogue: "Catalogue") -> Iterator[str]:
    """The lists, by name, that don't hold what a catalogue made anew has."""
    for name, table in _MADE_WITH_LINKS:
        made = Counter(dump_json(tuple(to_row(record).values())) for record in getattr(catalogue, name))
        held = Counter(dump_json(tuple(row)) for row in connection.execute(select(table)))
        if made != held:
            yield table.name
    held_documents = {i: row for i, (row, _) in _read_entries(connection).items()}
    if held_documents != {d.document: to_row(d) for d in catalogue.documents}:
        yield tables.document_entries.name
    latest = {d.document for d in catalogue.documents if d.is_latest}
    claims = {c.statement: c.claim for c in catalogue.claim_statements}
    columns = [c for c in tables.statement_entries.c if c.name != "number"]
    rows = [dict(row._mapping) for row in connection.execute(select(*columns))]
    held_statements = {row["statement"]: row for row in rows if row["document"] in latest}
    if held_statements != {s.statement: {**to_row(s), "claim": claims.get(s.statement)} for s in catalogue.statements}:
        yield tables.statement_entries.name


def _read_entries(connection: Connection) -> dict[str, tuple[dict[str, Any], str]]:
    """What is listed: document → its row, and its statements."""
    said: dict[str, list[StatementEntry]] = {}
    columns = [c for c in tables.statement_entries.c if c.name not in ("number", "claim")]
    for row in connection.execute(select(*columns).order_by(*columns[1:3])):
        said.setdefault(row.document, []).append(StatementEntry(**row._mapping))
    columns = [c for c in tables.document_entries.c if c.name != "number"]
    return {
        row.document: (dict(row._mapping), _name(said.get(row.document, [])))
        for row in connection.execute(select(*columns))
    }


def _name(entries: Iterable[StatementEntry]) -> str:
    return "\n".join(f"{x.statement} {x.position} {x.facets}" for x in entries)


def _write_entries(connection: Connection, document: DocumentEntry, statements: Sequence[StatementEntry]) -> None:
    """Lists a document with its statements, in place of how it was listed."""
    take_out_document(connection, document.document)
    connection.execute(insert(tables.document_entries).values(to_row(document)))
    _insert(connection, tables.statement_entries, [to_row(x) for x in statements])
    for table, index, columns in _INDEXED:
        view = f"{index.removesuffix('_words')}_texts"
        connection.execute(
            text(
                f"INSERT INTO {index} (rowid, {columns}) SELECT v.number, {columns} FROM {view} AS v "
                f"WHERE v.number IN (SELECT number FROM {table.name} WHERE document = :document)"
            ),
            {"document": document.document},
        )


_INDEXED: tuple[tuple[Table, str, str], ...] = (
    (tables.statement_entries, "statement_words", "text, facets"),
    (tables.document_entries, "document_words", "headline, text, facets"),
)


def _mend(connection: Connection, document: Document) -> Document:
    return mend_document(document, read_amendments(connection, document.id).get(document.id, {}))


def _read_statements(connection: Connection, document: str) -> list[Statement]:
    columns = tables.statements.c
    query = select(tables.statements).where(columns.document == document).order_by(columns.position)
    return [
        Statement(**{name: value for name, value in row._mapping.items() if name != "position"})
        for row in connection.execute(query)
    ]


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    for some in _batches(rows):
        connection.execute(insert(table), some)


def _batches(rows: Sequence[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    for start in range(0, len(rows), 10_000):
        yield list(rows[start : start + 10_000])
