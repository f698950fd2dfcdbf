"""A collection: one file with its documents, their readings, and the claims made of them."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, select, true
from sqlalchemy.dialects.sqlite import insert as insert_or

from sayso.errors import CollectionError, Damaged, Locked, NotFound, UsageError
from sayso.model import Claim, Document, Ingested, Links, Overrule, Reading, Rejected, Statement
from sayso.moments import to_moment
from sayso.store import tables
from sayso.store.amendments import FIELDS, append_amendment, mend_document, read_amendments, withdraw_amendment
from sayso.store.catalogue import CatalogueTables
from sayso.store.codec import to_row
from sayso.store.database import make_engine, plain_errors
from sayso.store.documents import DocumentTables
from sayso.store.entries import find_catalogue_faults, list_page, list_versions, replace_catalogue, take_out_document
from sayso.store.erasure import MARK, delete_quotations, erase_remains
from sayso.store.integrity import find_file_faults, find_index_faults, rebuild_indexes
from sayso.store.links import CLAIMS_MADE_BY, LinkTables, forget_claims, replace_results
from sayso.store.migrations import prepare_schema
from sayso.store.overrules import append_overrule, purge_overrules, read_overrules, withdraw_overrule
from sayso.store.quotes import check_reading
from sayso.store.search import SearchTables
from sayso.versions import to_age

if TYPE_CHECKING:
    from sayso.catalogue.catalogue import Catalogue


class Store:
    """One open collection. Documents come out as mended by a person, in a stable order."""

    def __init__(self, path: Path, *, writable: bool = True, make: bool = True) -> None:
        """Opens the file; makes it where there is none and it is `writable`, unless `make` is false."""
        self.path = path
        with plain_errors(path):
            if not (writable and make) and not path.exists():
                raise CollectionError(
                    f"{path}: there is no collection here. Make one with `sayso add`, or name another file with --collection."
                )
            if path.is_dir():
                raise CollectionError(f"{path}: this is a folder. Name a file with --collection.")
            self._writable = writable
            self._held: Connection | None = None
            self._engine = make_engine(path, writable=writable)
            prepare_schema(self._engine, path, writable=writable)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; everything written is in it."""
        self._engine.dispose()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While this lasts, everything read is of one state of the collection, whatever others write; nothing can be written."""
        with self._engine.begin() as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._held is not None:
            with plain_errors(self.path):
                yield self._held
            return
        with plain_errors(self.path), self._engine.begin() as connection:
            before = _count_changes(connection)
            yield connection
            if self._writable and _count_changes(connection) != before:
                _write(connection, tables.settings, {"name": _STAMP, "value": str(int(_read_stamp(connection)) + 1)})

    # Documents and readings

    def add(self, ingested: Ingested, reading: Reading) -> None:
        """Writes a document, its bytes and its reading in one transaction, over an earlier record of it.

        Raises ReaderError where a span of the reading doesn't stand in the document. A rejection of
        the same input is forgotten.
        """
        document = ingested.document
        check_reading(document, reading)
        with self._transaction() as connection:
            take_out_document(connection, document.id)
            _write(connection, tables.documents, to_row(document))
            raw = {"document": document.id, "size": len(ingested.raw), "packed": zlib.compress(ingested.raw, 6)}
            _write(connection, tables.raws, raw)
            _write_reading(connection, reading)
            list_versions(connection, document.id)
            _forget_rejections(connection, document.input)
            forget_claims(connection)

    def reject(self, rejected: Rejected) -> None:
        """Writes down an input that was set aside."""
        with self._transaction() as connection:
            connection.execute(insert_or(tables.rejected).values(to_row(rejected)).on_conflict_do_nothing())

    def forget_rejections(self, input: str) -> None:
        """Crosses out that an input was set aside, since it is a document of the collection now."""
        with self._transaction() as connection:
            _forget_rejections(connection, input)

    def replace_reading(self, reading: Reading) -> None:
        """Puts a new reading of a document in place of the one it had."""
        check_reading(self.document(reading.document), reading)
        with self._transaction() as connection:
            take_out_document(connection, reading.document)
            _write_reading(connection, reading)
            list_versions(connection, reading.document)
            forget_claims(connection)

    def remove(self, document: str) -> None:
        """Deletes a document with all that was read in it and all that persons said of it."""
        with self._transaction() as connection:
            _remove(connection, document)

    def forget(self, document: str) -> int:
        """Deletes a document, and whatever quotes it: why its input was set aside, and notes of judgements; how many notes.

        Words of it stay in results until these are made anew, and in the file until `erase`; the collection knows that.
        Raises NotFound.
        """
        found = self.document(document)
        self._open_raw().execute("PRAGMA secure_delete = ON")
        with self._transaction() as connection:
            _write(connection, tables.settings, {"name": MARK, "value": "1"})
            _remove(connection, document)
            return delete_quotations(connection, found)

    def erase(self) -> None:
        """Leaves nothing in the file and its log of what has been deleted.

        Raises Locked where a program that has the collection open keeps the log from being emptied.
        """
        try:
            with plain_errors(self.path):
                is_done = erase_remains(self._open_raw())
        except Locked:
            is_done = False
        if not is_done:
            raise Locked(
                f"{self.path}: another program has this collection open, so words that were deleted still stand in its files. "
                f"End it, and run `sayso forget --finish --collection {self.path}`."
            )
        with self._transaction() as connection:
            connection.execute(delete(tables.settings).where(tables.settings.c.name == MARK))

    def is_erasing(self) -> bool:
        """True where a document was forgotten, and words of it may still stand in the file."""
        with self._transaction() as connection:
            return (
                connection.execute(select(tables.settings.c.value).where(tables.settings.c.name == MARK)).first()
                is not None
            )

    def _open_raw(self) -> sqlite3.Connection:
        """SQLite's own connection, outside of any transaction."""
        raw = self._engine.raw_connection().driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    def documents(self) -> Iterator[Document]:
        """All documents, by time of publication (unknown last), then id."""
        with self._transaction() as connection:
            mended = read_amendments(connection)
            rows = connection.execute(select(tables.documents.c.id, tables.documents.c.published)).all()
        times = {row.id: mended.get(row.id, {}).get("published", row.published) for row in rows}
        moments = {i: to_moment(published) for i, published in times.items()}
        ordered = sorted(moments, key=lambda i: (moments[i] == float("-inf"), moments[i], i))
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            with self._transaction() as connection:
                query = select(tables.documents).where(tables.documents.c.id.in_(some))
                found = {row.id: Document(**row._mapping) for row in connection.execute(query)}
            yield from (mend_document(found[i], mended.get(i, {})) for i in some if i in found)

    def document_ids(self) -> list[str]:
        """Ids of all documents."""
        return self._find_ids(true())

    def document(self, document: str) -> Document:
        """The document of an id, as mended. Raises NotFound."""
        found = self.find_original(document)
        if found is None:
            raise NotFound(f"{document}: no such document. `sayso documents` lists them.")
        return self.mended(found)

    def find_original(self, document: str) -> Document | None:
        """The document of an id as it was read in, without what persons said of it; None where there is none."""
        with self._transaction() as connection:
            row = connection.execute(select(tables.documents).where(tables.documents.c.id == document)).first()
        return None if row is None else Document(**row._mapping)

    def mended(self, document: Document) -> Document:
        """A document as read in, with what persons have said of it laid over it."""
        return mend_document(document, self.amendments(document.id))

    def find_document(self, name: str) -> Document:
        """The document that a person means: an id, the beginning of only one id, or an address.

        Of several versions at one address, the latest; before those that only name it as their own address, those that
        were found there. Raises NotFound; UsageError where it isn't clear which.
        """
        name = name.encode("utf-8", "replace").decode("utf-8")  # as typed, it may hold bytes that are no text
        columns = tables.documents.c
        for address in (columns.url, columns.canonical_url):
            if ids := self._find_ids(address == name):
                return max(map(self.document, ids), key=to_age)
        ids = self._find_ids(begins_with(columns.id, name.lower())) if name else []
        if not ids:
            raise NotFound(f"{name}: no such document. `sayso documents` lists their ids and addresses.")
        if len(ids) > 1:
            raise UsageError(
                f"{name}: {len(ids)} documents begin with this, for example {ids[0]} and {ids[1]}. Give more of the id."
            )
        return self.document(ids[0])

    def _find_ids(self, condition: ColumnElement[bool]) -> list[str]:
        query = select(tables.documents.c.id).where(condition).order_by(tables.documents.c.id)
        with self._transaction() as connection:
            return list(connection.execute(query).scalars())

    def raw(self, document: str) -> bytes:
        """The bytes that a document was read from. Raises Damaged where they aren't there, or not whole."""
        columns = tables.raws.c
        with self._transaction() as connection:
            row = connection.execute(select(columns.size, columns.packed).where(columns.document == document)).first()
        try:
            raw = zlib.decompress(row.packed) if row else None
        except zlib.error:
            raw = None
        if row is None or raw is None or len(raw) != row.size:
            raise Damaged(
                f"{document}: the bytes that it was read from are not whole. Restore the collection from a copy."
            )
        return raw

    def reading(self, document: str) -> Reading:
        """What the reader found in a document."""
        with self._transaction() as connection:
            row = connection.execute(select(tables.readings).where(tables.readings.c.document == document)).first()
        if row is None:
            raise NotFound(f"{document}: not read. `sayso documents` lists the documents.")
        return Reading(**row._mapping, statements=tuple(self.statements(document)))

    def statements(self, document: str) -> list[Statement]:
        """The statements of a document, in order of their place."""
        query = (
            select(tables.statements)
            .where(tables.statements.c.document == document)
            .order_by(tables.statements.c.position)
        )
        with self._transaction() as connection:
            return [_statement(row._mapping) for row in connection.execute(query)]

    def readers(self) -> dict[str, int]:
        """Versions of the reader → how many documents each has read."""
        query = (
            select(tables.readings.c.reader, func.count())
            .group_by(tables.readings.c.reader)
            .order_by(tables.readings.c.reader)
        )
        with self._transaction() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def read_by(self, document: str) -> str | None:
        """The version of the reader that read a document; None where there is no such document."""
        with self._transaction() as connection:
            return connection.execute(
                select(tables.readings.c.reader).where(tables.readings.c.document == document)
            ).scalar()

    # What persons say

    def mend(
        self, document: str, *, changes: Mapping[str, str], withdraw: Iterable[str] = (), reading: Reading | None = None
    ) -> None:
        """Records what a person says the fields of a document are, or takes it back.

        `reading` is that of the document so mended (`preview`), written in the same transaction.
        """
        mended = self.preview(document, changes=changes, withdraw=withdraw)
        if reading is not None:
            check_reading(mended, reading)
        with self._transaction() as connection:
            take_out_document(connection, document)
            for field in withdraw:
                withdraw_amendment(connection, document, field)
            for field, value in changes.items():
                append_amendment(connection, document, field, value)
            if reading is not None:
                _write_reading(connection, reading)
            list_versions(connection, document)
            forget_claims(connection)

    def preview(self, document: str, *, changes: Mapping[str, str], withdraw: Iterable[str] = ()) -> Document:
        """The document as `mend` would leave it."""
        for field in (*changes, *withdraw):
            if field not in FIELDS:
                raise UsageError(f"{field}: can't be set. These can: {', '.join(FIELDS)}.")
        kept = {field: value for field, value in self.amendments(document).items() if field not in withdraw}
        original = self.find_original(document)
        if original is None:
            raise NotFound(f"{document}: no such document. `sayso documents` lists them.")
        return mend_document(original, kept | dict(changes))

    def amendments(self, document: str) -> dict[str, str]:
        """What persons say of a document now: field → value."""
        with self._transaction() as connection:
            return read_amendments(connection, document).get(document, {})

    # A person's judgements

    def overrules(self) -> list[Overrule]:
        """All judgements of persons, withdrawn ones too, in order of making."""
        with self._transaction() as connection:
            return read_overrules(connection)

    def overrule(self, overrules: Sequence[Overrule]) -> list[Overrule]:
        """Writes a person's judgements down, all or none, each with its number and time; as they were written."""
        with self._transaction() as connection:
            made = [append_overrule(connection, o) for o in overrules]
            forget_claims(connection)
            return made

    def withdraw(self, number: int) -> Overrule:
        """Takes a person's judgement back. Raises NotFound."""
        with self._transaction() as connection:
            withdrawn = withdraw_overrule(connection, number)
            forget_claims(connection)
            return withdrawn

    # Claims and rejections

    def find_claim(self, name: str) -> Claim:
        """The claim of an id, or of the beginning of only one, or that a statement so named belongs to.

        Raises NotFound; UsageError where it isn't clear which.
        """
        found = self._find_claims(begins_with(tables.claims.c.id, name.lower())) if name else []
        if not found:
            statement = self.find_statement(name)
            of_statement = select(tables.claim_statements.c.claim).where(
                tables.claim_statements.c.statement == statement.id
            )
            found = self._find_claims(tables.claims.c.id.in_(of_statement))
        if not found:
            raise NotFound(f"{name}: no such claim. `sayso claims --all` lists them.")
        if len(found) > 1:
            raise UsageError(f"{name}: {len(found)} claims begin with this. Give more of the id.")
        return found[0]

    def _find_claims(self, condition: ColumnElement[bool]) -> list[Claim]:
        query = select(tables.claims).where(condition).order_by(tables.claims.c.id)
        with self._transaction() as connection:
            return [Claim(**row._mapping) for row in connection.execute(query)]

    def find_statement(self, name: str) -> Statement:
        """The statement of an id, or of the beginning of only one.

        Raises NotFound; UsageError where it isn't clear which.
        """
        columns = tables.statements.c
        query = select(tables.statements).where(begins_with(columns.id, name.lower()))
        with self._transaction() as connection:
            rows = connection.execute(query.order_by(columns.id).limit(2)).all() if name else []
        if not rows:
            raise NotFound(
                f"{name}: no such statement or claim. `sayso statements --json` and `sayso claims` list them."
            )
        if len(rows) > 1:
            raise UsageError(f"{name}: more than one statement begins with this. Give more of the id.")
        return _statement(rows[0]._mapping)

    def statements_of(self, ids: Iterable[str]) -> list[Statement]:
        """The statements of some ids, by id."""
        columns = tables.statements.c
        wanted = sorted(set(ids))
        found: list[Statement] = []
        for start in range(0, len(wanted), _AT_ONCE):
            query = select(tables.statements).where(columns.id.in_(wanted[start : start + _AT_ONCE]))
            with self._transaction() as connection:
                found += [_statement(row._mapping) for row in connection.execute(query.order_by(columns.id))]
        return found

    def claims(self) -> list[Claim]:
        """All claims, by id."""
        with self._transaction() as connection:
            return [
                Claim(**row._mapping) for row in connection.execute(select(tables.claims).order_by(tables.claims.c.id))
            ]

    def read_state(self) -> int:
        """A number that is another one as soon as another program has changed the collection."""
        with self._transaction() as connection:
            return _read_state(connection)

    def stamp(self) -> str:
        """The state of the collection: another word after each change, whoever made it, and the same while nothing changes."""
        with self._transaction() as connection:
            return _read_stamp(connection)

    @property
    def links(self) -> LinkTables:
        """What linking keeps: comparisons of documents, and what was made of them."""
        return LinkTables(self._transaction)

    @property
    def catalogue(self) -> CatalogueTables:
        """What lists and searches are read from: a page at a time, never the whole collection."""
        return CatalogueTables(self._transaction)

    @property
    def document_lists(self) -> DocumentTables:
        """Documents as lists show them, a page at a time."""
        return DocumentTables(self._transaction)

    @property
    def search(self) -> SearchTables:
        """The full-text indexes."""
        return SearchTables(self._transaction)

    def replace_links(self, links: Links, catalogue: "Catalogue", *, made_by: str, state: int) -> None:
        """Puts new links and claims, with their catalogue, in place of all there were.

        `made_by` is the version of linking and weighing.

        They count as out of date where the collection is no longer in the `state` that they were made of.
        """
        with self._transaction() as connection:
            replace_results(connection, links)
            replace_catalogue(connection, catalogue)
            if _read_state(connection) == state:
                _write(connection, tables.settings, {"name": CLAIMS_MADE_BY, "value": made_by})

    def find_file_faults(self) -> list[str]:
        """What SQLite finds wrong with the file."""
        with self._transaction() as connection:
            return list(find_file_faults(connection))

    def find_index_faults(self) -> list[str]:
        """The full-text indexes that don't agree with their texts."""
        return list(find_index_faults(self.path))

    def rebuild_indexes(self) -> None:
        """Makes the full-text indexes anew of their texts."""
        with self._transaction() as connection:
            rebuild_indexes(connection)

    def find_catalogue_faults(self, catalogue: "Catalogue") -> list[str]:
        """The lists that are not those of a catalogue made anew."""
        with self._transaction() as connection:
            return list(find_catalogue_faults(connection, catalogue))

    def claims_made_by(self) -> str | None:
        """The version that made the claims; None where the collection has changed since."""
        with self._transaction() as connection:
            return connection.execute(
                select(tables.settings.c.value).where(tables.settings.c.name == CLAIMS_MADE_BY)
            ).scalar()

    def rejected(self) -> list[Rejected]:
        """All inputs that were set aside, by input."""
        query = select(tables.rejected).order_by(
            tables.rejected.c.input, tables.rejected.c.step, tables.rejected.c.reason
        )
        with self._transaction() as connection:
            return [Rejected(**row._mapping) for row in connection.execute(query)]

    def count_rejected(self) -> int:
        """How many inputs were set aside."""
        with self._transaction() as connection:
            return int(connection.execute(select(func.count()).select_from(tables.rejected)).scalar_one())

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        with self._transaction() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (tables.documents, tables.statements, tables.claims, tables.rejected)
            }

    def raw_size(self) -> int:
        """Bytes of all the inputs kept, unpacked."""
        with self._transaction() as connection:
            return int(connection.execute(select(func.coalesce(func.sum(tables.raws.c.size), 0))).scalar_one())


_STAMP = "changes"

_AT_ONCE = 100
"""Documents held in memory together while all are gone through."""


def begins_with(column: Column[Any], beginning: str) -> ColumnElement[bool]:
    """True for ids that begin so; a range, so that it needs no look at all of them."""
    return (column >= beginning) & (column < f"{beginning}\U0010ffff")


def _statement(row: Any) -> Statement:
    return Statement(**{name: value for name, value in row.items() if name != "position"})


def _write(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Inserts a row, or changes the one with its key. Never deletes first: that would take its dependants along."""
    key = [c.name for c in table.primary_key]
    query = insert_or(table).values(row)
    connection.execute(
        query.on_conflict_do_update(index_elements=key, set_={n: query.excluded[n] for n in row if n not in key})
    )


def _remove(connection: Connection, document: str) -> None:
    """Deletes a document with all that was read in it and all that persons said of it."""
    page = connection.execute(select(tables.documents.c.version_of).where(tables.documents.c.id == document)).scalar()
    take_out_document(connection, document)
    connection.execute(delete(tables.documents).where(tables.documents.c.id == document))
    list_page(connection, page)
    purge_overrules(connection, document)
    forget_claims(connection)


def _write_reading(connection: Connection, reading: Reading) -> None:
    row = to_row(reading)
    found = row.pop("statements")
    _write(connection, tables.readings, row)
    connection.execute(delete(tables.statements).where(tables.statements.c.document == reading.document))
    if found:
        connection.execute(insert(tables.statements), [{**to_row(s), "position": n} for n, s in enumerate(found)])


def _read_state(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _read_stamp(connection: Connection) -> str:
    return connection.execute(select(tables.settings.c.value).where(tables.settings.c.name == _STAMP)).scalar() or "0"


def _count_changes(connection: Connection) -> int:
    """Rows written, changed or deleted since the file was opened."""
    raw = connection.connection.driver_connection
    assert raw is not None
    return int(raw.total_changes)


def _forget_rejections(connection: Connection, input: str) -> None:
    connection.execute(delete(tables.rejected).where(tables.rejected.c.input == input))
