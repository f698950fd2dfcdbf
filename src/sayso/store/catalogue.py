"""Reads lists of a collection, a page at a time: nothing here goes through the whole of it.

A page begins after the item that the one before ended with, named by its id, so a list that was made anew meanwhile goes
on behind the same item.
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    column,
    exists,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)

from sayso.catalogue import entries
from sayso.catalogue.claims import Filters, Order, read_bounds
from sayso.catalogue.facets import fold_outlet
from sayso.errors import NotFound, OutOfDate
from sayso.model import Claim, Document, Entity, EntityLink, Rejected, Reuse, Story
from sayso.store import tables
from sayso.store.amendments import mend_document, read_amendments
from sayso.store.words import match_in, read_question
from sayso.weigh.names import normalise_name

T = TypeVar("T")

FEW = 1_000
"""So many claims or statements that pass one filter are sorted; of more, the list is gone through in order, since it soon has
a page full. On 20,000 documents both cost some ten milliseconds at about this number."""

FEW_OF_SEVERAL = 3_000
"""The same of several filters, which fewer pass together."""

YEAR = 366 * 86_400.0
"""Seconds of the longest time of publication: one that is known to the year."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Page(Generic[T]):
    """Some items of a list."""

    items: tuple[T, ...]
    after: str | None
    """What the next page begins after; None where there is none."""


class CatalogueTables:
    """The lists of one open collection."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    # Documents

    def documents(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        all_versions: bool = False,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[entries.DocumentEntry]:
        """Documents by time of publication, unknown last. Raises UsageError for a time that is none."""
        table = tables.document_entries
        columns = table.c
        query = select(*_fields(table)).order_by(columns.moment, columns.document)
        if not all_versions:
            query = query.where(columns.latest == columns.document)
        if outlet is not None:
            query = query.where(columns.folded == fold_outlet(outlet))
        if since is not None or until is not None:
            query = query.where(is_inside(*read_bounds(since, until)))
        with self._transaction() as connection:
            if after is not None:
                query = query.where(tuple_(columns.moment, columns.document) > self._find_moment(connection, after))
            found = [entries.DocumentEntry(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: x.document)

    def _find_moment(self, connection: Connection, document: str) -> Any:
        columns = tables.document_entries.c
        row = connection.execute(select(columns.moment).where(columns.document == document)).first()
        if row is None:
            raise tell_changed()
        return tuple_(row.moment, document)

    def document_entry(self, document: str) -> entries.DocumentEntry:
        """A document's own entry. Raises NotFound."""
        table = tables.document_entries
        with self._transaction() as connection:
            row = connection.execute(select(*_fields(table)).where(table.c.document == document)).first()
        if row is None:
            raise NotFound(f"{document}: no such document. `sayso documents` lists them.")
        return entries.DocumentEntry(**row._mapping)

    def read_documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Documents as mended, by id; those that are there."""
        found = {}
        with self._transaction() as connection:
            for some in _batches(sorted(set(ids))):
                query = select(tables.documents).where(tables.documents.c.id.in_(some))
                for row in connection.execute(query).all():
                    mended = read_amendments(connection, row.id).get(row.id, {})
                    found[row.id] = mend_document(Document(**row._mapping), mended)
        return found

    def outlets(self, *, limit: int = 1000) -> list[tuple[str, int]]:
        """The outlets by name, with how many documents of each there are."""
        return [(t.name, t.count) for t in self.tallies("outlet")][:limit]

    # Statements

    def statements(
        self,
        *,
        document: str | None = None,
        outlet: str | None = None,
        certainty: str | None = None,
        end: str | None = None,
        all_versions: bool = False,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[entries.StatementEntry]:
        """Statements by time of publication, then by place; of a certainty, or with something at the end of their chain."""
        said, listed = tables.statement_entries, tables.document_entries
        asked = {name: value for name, value in (("certainty", certainty), ("end", end)) if value is not None}
        kinds: list[ColumnElement[bool]] = [said.c[name] == value for name, value in asked.items()]
        with self._transaction() as connection:
            of_document: ColumnElement[str] = listed.c.document
            few = (
                connection.execute(select(said.c.number).where(*kinds).limit(FEW + 1)).scalars().all() if kinds else ()
            )
            if kinds and len(few) <= FEW:
                kinds = [said.c.number.in_(_as_set(few))]
            elif document is None:
                # A sign keeps SQLite from looking something up by a column: it would begin with all statements and sort.
                of_document = literal_column("+document_entries.document", Text)
                kinds = [literal_column(f'+statement_entries."{name}"', Text) == v for name, v in asked.items()]
            query = (
                select(*_fields(said))
                .select_from(listed.join(said, said.c.document == of_document))
                .where(*kinds)
                .order_by(listed.c.moment, listed.c.document, said.c.position)
            )
            if document is not None:
                query = query.where(listed.c.document == document)
            elif not all_versions:
                query = query.where(listed.c.latest == listed.c.document)
            if outlet is not None:
                query = query.where(listed.c.folded == fold_outlet(outlet))
            if after is not None:
                query = query.where(*self._find_place(connection, after))
            found = [entries.StatementEntry(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: x.statement)

    def _find_place(self, connection: Connection, statement: str) -> Iterator[ColumnElement[bool]]:
        said, listed = tables.statement_entries, tables.document_entries
        query = select(listed.c.moment, said.c.document, said.c.position).join(
            listed, listed.c.document == said.c.document
        )
        row = connection.execute(query.where(said.c.statement == statement)).first()
        if row is None:
            raise tell_changed()
        place = tuple_(row.moment, row.document)
        yield tuple_(listed.c.moment, listed.c.document) >= place  # lets the index of documents be entered there
        yield or_(tuple_(listed.c.moment, listed.c.document) > place, said.c.position > row.position)

    def claims_of(self, statements: Iterable[str]) -> dict[str, entries.ClaimStatement]:
        """The claims of some statements: statement → claim, and whether it denies it."""
        table = tables.claim_statements
        found = {}
        with self._transaction() as connection:
            for some in _batches(sorted(set(statements))):
                for row in connection.execute(select(table).where(table.c.statement.in_(some))):
                    found[row.statement] = entries.ClaimStatement(**row._mapping)
        return found

    # Claims

    def claims(
        self,
        *,
        order: Order = Order.REPEATED,
        filters: Filters = Filters(),  # noqa: B008
        worth: bool = False,
        document: str | None = None,
        source: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Page[entries.ClaimEntry]:
        """Claims in an order, those that pass the filters; `worth` leaves out those that `sayso claims` does unasked.

        `document` and `source` ask for those that a document makes or denies, and that rest on a source (its entry's name).
        Raises UsageError for a time that is none, NotFound for a name that nobody has, OutOfDate where what the page is to
        begin after is gone.
        """
        table = tables.claim_entries
        place = table.c[order.value]
        query = select(table).order_by(place)
        if worth:
            query = query.where(table.c.worth.is_(True))
        with self._transaction() as connection:
            if after is not None:
                at = connection.execute(select(place).where(table.c.claim == after)).scalar()
                if at is None:
                    raise tell_changed()
                query = query.where(place > at)
            query = _narrow(connection, query, [*_find_sieves(connection, filters, document, source)])
            found = [entries.ClaimEntry(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: x.claim)

    def choose_claims(self, filters: Filters) -> set[str] | None:
        """Ids of all claims that pass the filters; None where nothing is asked. Goes through all of them."""
        with self._transaction() as connection:
            sieves = [*_find_sieves(connection, filters, None, None)]
            if not sieves:
                return None
            found = [set(connection.execute(s.passing).scalars().all()) for s in sieves]
        return set.intersection(*found)

    def read_claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id, in the order given; those that are there."""
        wanted = list(dict.fromkeys(ids))
        found = {}
        with self._transaction() as connection:
            for some in _batches(wanted):
                for row in connection.execute(select(tables.claims).where(tables.claims.c.id.in_(some))):
                    found[row.id] = Claim(**row._mapping)
        return {i: found[i] for i in wanted if i in found}

    def claim_entries(self, ids: Iterable[str]) -> dict[str, entries.ClaimEntry]:
        """The entries of some claims, by id."""
        table = tables.claim_entries
        found = {}
        with self._transaction() as connection:
            for some in _batches(list(dict.fromkeys(ids))):
                for row in connection.execute(select(table).where(table.c.claim.in_(some))):
                    found[row.claim] = entries.ClaimEntry(**row._mapping)
        return found

    # Sources, voices, entities

    def sources(
        self, *, group: str | None = None, after: str | None = None, limit: int = 50
    ) -> Page[entries.SourceEntry]:
        """Sources, the one without which most claims would have none first; groups of outlets last."""
        table = tables.source_entries
        wheres = [table.c.grouped == group] if group is not None else []
        return self._list(table, entries.SourceEntry, table.c.source, after, limit, *wheres)

    def source(self, source: str) -> entries.SourceEntry:
        """A source by its name, or by the id of an origin. Raises NotFound."""
        table = tables.source_entries
        named = [source, *(f"{group}-{source}" for group in ("named", "anonymous", "absent", "undetermined"))]
        with self._transaction() as connection:
            row = connection.execute(select(table).where(table.c.source.in_(named)).order_by(table.c.place)).first()
        if row is None:
            raise NotFound(f"{source}: no such source. `sayso sources` lists them.")
        return entries.SourceEntry(**row._mapping)

    def voices(
        self, *, quoted: bool | None = None, after: str | None = None, limit: int = 50
    ) -> Page[entries.VoiceEntry]:
        """Who is spoken of, those whom no document quotes first; or only those, or only the others."""
        table = tables.voice_entries
        wheres = [] if quoted is None else [table.c.quoted > 0 if quoted else table.c.quoted == 0]
        return self._list(table, entries.VoiceEntry, table.c.entity, after, limit, *wheres)

    def voice(self, entity: str) -> entries.VoiceEntry | None:
        """How somebody is spoken of; None where no statement does."""
        table = tables.voice_entries
        with self._transaction() as connection:
            row = connection.execute(select(table).where(table.c.entity == entity)).first()
        return entries.VoiceEntry(**row._mapping) if row else None

    def entity(self, entity: str) -> Entity:
        """An entity. Raises NotFound."""
        found = self.entities([entity])
        if entity not in found:
            raise NotFound(f"{entity}: nobody here has this id. `sayso voices` lists who is spoken of.")
        return found[entity]

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Entities by id; those that are there."""
        found = {}
        with self._transaction() as connection:
            for some in _batches(sorted(set(ids))):
                for row in connection.execute(select(tables.entities).where(tables.entities.c.id.in_(some))):
                    found[row.id] = Entity(**row._mapping)
        return found

    def entities_of(self, document: str) -> dict[str, Entity]:
        """Whom a document names, by id."""
        table = tables.entity_documents
        with self._transaction() as connection:
            ids = connection.execute(select(table.c.entity).where(table.c.document == document)).scalars().all()
        return self.entities(ids)

    def entity_links(self, entity: Entity, *, most: int = 200) -> list[EntityLink]:
        """Why an entity's names are one, so far as the links of its own groups of mentions say so; the first of them."""
        table = tables.entity_links
        found: dict[tuple[str, str], EntityLink] = {}
        waiting, seen = [entity.id], {entity.id}
        with self._transaction() as connection:
            while waiting and len(found) < most:
                at = waiting.pop()
                for column in (table.c.a, table.c.b):
                    for row in connection.execute(select(table).where(column == at).limit(most)):
                        found.setdefault((row.a, row.b), EntityLink(**row._mapping))
                        new = {row.a, row.b} - seen
                        seen |= new
                        waiting += sorted(new)
        return [found[k] for k in sorted(found)][:most]

    def find_named(self, name: str, *, most: int = 100) -> list[str]:
        """Ids of the entities that a person means by a name: one of theirs, else words of one. Raises NotFound."""
        with self._transaction() as connection:
            return _find_named(connection, name, most)

    def entity_statements(
        self, entity: str, *, credited: bool | None = None, after: str | None = None, limit: int = 50
    ) -> Page[entries.EntityStatement]:
        """Statements that name somebody or are on their word, by time; or only those that credit them, or only the others."""
        table = tables.entity_statements
        query = select(table).where(table.c.entity == entity).order_by(table.c.place)
        if credited is not None:
            query = query.where(table.c.credited.is_(True) if credited else table.c.named.is_(True))
        with self._transaction() as connection:
            if after is not None:
                place = _find_place(connection, table, table.c.entity == entity, table.c.statement == after)
                query = query.where(table.c.place > place)
            found = [entries.EntityStatement(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: x.statement)

    # Reuse and stories

    def reuses(
        self, *, document: str | None = None, after: str | None = None, limit: int = 50
    ) -> Page[entries.ReuseEntry]:
        """Reuses by time of the document that repeats; or only those that a document has a part in."""
        table = tables.reuse_entries
        wheres = [] if document is None else [or_(table.c.document == document, table.c.source == document)]
        query = select(table).where(*wheres).order_by(table.c.place)
        with self._transaction() as connection:
            if after is not None:
                repeats, _, source = after.partition(" ")
                place = _find_place(connection, table, table.c.document == repeats, table.c.source == source)
                query = query.where(table.c.place > place)
            found = [entries.ReuseEntry(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: f"{x.document} {x.source}")

    def read_reuses(self, pairs: Iterable[tuple[str, str]]) -> list[Reuse]:
        """Reuses by document and source, in the order given; those that are there."""
        table = tables.reuses
        found = []
        with self._transaction() as connection:
            for document, source in pairs:
                query = select(table).where(table.c.document == document, table.c.source == source)
                found += [Reuse(**row._mapping) for row in connection.execute(query)]
        return found

    def stories(self, *, least: int = 1, after: str | None = None, limit: int = 50) -> Page[entries.StoryEntry]:
        """Stories of at least so many documents, the largest first."""
        table = tables.story_entries
        return self._list(table, entries.StoryEntry, table.c.story, after, limit, table.c.size >= least)

    def read_stories(self, ids: Iterable[str]) -> dict[str, Story]:
        """Stories by id, in the order given; those that are there."""
        wanted = list(dict.fromkeys(ids))
        found = {}
        with self._transaction() as connection:
            for some in _batches(wanted):
                for row in connection.execute(select(tables.stories).where(tables.stories.c.id.in_(some))):
                    found[row.id] = Story(**row._mapping)
        return {i: found[i] for i in wanted if i in found}

    def story_of(self, document: str) -> str | None:
        """Id of the story of a document; None for an older version."""
        table = tables.story_documents
        with self._transaction() as connection:
            return connection.execute(select(table.c.story).where(table.c.document == document)).scalar()

    # Names and inputs that were set aside

    def names(self, ids: Iterable[str]) -> dict[str, entries.NameEntry]:
        """Entries of those who can be searched for, by id."""
        table = tables.name_entries
        found = {}
        with self._transaction() as connection:
            for some in _batches(sorted(set(ids))):
                for row in connection.execute(select(table).where(table.c.id.in_(some))):
                    found[row.id] = entries.NameEntry(**row._mapping)
        return found

    def rejected(self, *, after: str | None = None, limit: int = 50) -> Page[Rejected]:
        """Inputs that were set aside, by input."""
        columns = list(tables.rejected.primary_key)
        query = select(tables.rejected).order_by(*columns)
        if after is not None:
            query = query.where(tuple_(*columns) > tuple_(*_read_key(after, len(columns))))
        with self._transaction() as connection:
            found = [Rejected(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: json.dumps([x.input, x.step, x.reason]))

    # The overview

    def tallies(self, kind: str | None = None) -> list[entries.Tally]:
        """How many there are of everything, or of one kind of things, by name."""
        table = tables.tallies
        query = select(table).order_by(table.c.kind, table.c.name)
        if kind is not None:
            query = query.where(table.c.kind == kind)
        with self._transaction() as connection:
            return [entries.Tally(**row._mapping) for row in connection.execute(query)]

    def points(self) -> list[entries.Point]:
        """How many claims have as many documents and as wide an interval."""
        with self._transaction() as connection:
            return [entries.Point(**row._mapping) for row in connection.execute(select(tables.points))]

    def _list(
        self,
        table: Table,
        record: type[T],
        key: Column[Any],
        after: str | None,
        limit: int,
        *wheres: ColumnElement[bool],
    ) -> Page[T]:
        """A page of entries that have places."""
        query = select(table).where(*wheres).order_by(table.c.place)
        with self._transaction() as connection:
            if after is not None:
                query = query.where(table.c.place > _find_place(connection, table, key == after))
            found = [record(**row._mapping) for row in connection.execute(query.limit(limit + 1))]
        return make_page(found, limit, lambda x: str(getattr(x, key.name)))


@dataclasses.dataclass(frozen=True)
class _Sieve:
    """One filter of claims, asked both ways round."""

    passing: Select[Any]
    """The ids of the claims that pass; some of them several times."""
    passes: ColumnElement[bool]
    """True for a claim of `claim_entries` that does."""
    few: Select[Any] | None = None
    """The same as `passing` where that has cheaper rows to be counted by."""


def _find_sieves(
    connection: Connection, filters: Filters, document: str | None, source: str | None
) -> Iterator[_Sieve]:
    """What is asked of the claims."""
    made, listed = tables.claim_documents, tables.document_entries
    if filters.outlet is not None:
        yield _make_sieve_of_documents(listed.c.folded == fold_outlet(filters.outlet))
    if filters.since is not None or filters.until is not None:
        yield _make_sieve_of_documents(is_inside(*read_bounds(filters.since, filters.until)))
    if filters.text is not None:
        yield _make_sieve_of_words(filters.text)
    if filters.entity is not None:
        of = tables.entity_claims
        named = _find_named(connection, filters.entity, None)
        yield _make_sieve(select(of.c.claim).where(of.c.entity.in_(named)))
    if document is not None:
        yield _make_sieve(select(made.c.claim).where(made.c.document == document))
    if source is not None:
        rests = tables.source_claims
        yield _make_sieve(select(rests.c.claim).where(rests.c.source == source))


def _make_sieve(passing: Select[Any]) -> _Sieve:
    claim = next(iter(passing.selected_columns))
    of_this = passing.where(claim == tables.claim_entries.c.claim).correlate(tables.claim_entries)
    return _Sieve(passing, exists(of_this))


def _make_sieve_of_documents(fits: ColumnElement[bool]) -> _Sieve:
    """Passes claims that a document makes or denies which fits."""
    made, listed = tables.claim_documents, tables.document_entries
    passing = select(made.c.claim).select_from(made.join(listed, listed.c.document == made.c.document)).where(fits)
    # Inside out, so that a claim's few documents are looked at, and not each time all that fit.
    fitting = exists(select(listed.c.number).where(listed.c.document == made.c.document, fits).correlate(made))
    of_this = select(made.c.claim).where(made.c.claim == tables.claim_entries.c.claim, fitting)
    return _Sieve(passing, exists(of_this.correlate(tables.claim_entries)))


def _make_sieve_of_words(words: str) -> _Sieve:
    """Passes claims of which one statement has all the words: found once, whichever way round, since asking an index of
    words claim by claim would go through it as often. The joins are crossed so that they are made in this order."""
    question = read_question(words)
    if not question:
        return _make_sieve(select(tables.claim_statements.c.claim))
    asked = match_in(("text",), question)
    passing = text(
        "SELECT s.claim AS claim FROM statement_words CROSS JOIN statement_entries AS s ON s.number = statement_words.rowid "
        "WHERE statement_words MATCH :asked AND s.claim IS NOT NULL"
    )
    found = passing.bindparams(asked=asked).columns(column("claim")).subquery()
    hits = text("SELECT rowid FROM statement_words WHERE statement_words MATCH :asked")
    numbers = hits.bindparams(asked=asked).columns(column("rowid")).subquery()
    passes = tables.claim_entries.c.claim.in_(select(found.c.claim))
    return _Sieve(select(found.c.claim), passes, select(numbers.c.rowid))


def is_inside(start: float, stop: float) -> ColumnElement[bool]:
    """True for documents whose time of publication has a second in a span."""
    columns = tables.document_entries.c
    return and_(columns.moment >= start - YEAR, columns.moment < stop, columns.over > start)


def _narrow(connection: Connection, query: Select[Any], sieves: Sequence[_Sieve]) -> Select[Any]:
    """Lets pass what passes all sieves: begins with those of one that few pass, else goes through the claims in order."""
    table = tables.claim_entries
    counts = [len(connection.execute(_limit(s.few if s.few is not None else s.passing)).all()) for s in sieves]
    least = min(range(len(sieves)), key=counts.__getitem__, default=None)
    if least is None or counts[least] > (FEW if len(sieves) == 1 else FEW_OF_SEVERAL):
        return query.where(*(s.passes for s in sieves))
    few = set(connection.execute(sieves[least].passing).scalars())
    others = [s.passes for n, s in enumerate(sieves) if n != least]
    return query.where(table.c.claim.in_(_as_set(few)), *others)


def _limit(query: Select[Any]) -> Select[Any]:
    return query.limit(FEW_OF_SEVERAL + 1)


def _as_set(values: Iterable[str | int]) -> Any:
    """Any number of values, as one that a query takes."""
    listed = text("SELECT value FROM json_each(:listed)").bindparams(listed=json.dumps(sorted(values)))
    return listed.columns(column("value"))


def _find_named(connection: Connection, name: str, most: int | None) -> list[str]:
    """Ids of the entities that a person means by a name."""
    wanted = normalise_name(name)
    columns = tables.entity_names.c
    query = select(columns.entity).where(columns.name == wanted).order_by(columns.entity).limit(most)
    found = list(connection.execute(query).scalars()) if wanted else []
    if not found and wanted:
        entry, words = tables.name_entries, set(wanted.split())
        numbers = text("SELECT rowid FROM name_words WHERE name_words MATCH :asked")
        asked = " AND ".join(f'"{w}"' for w in sorted(words))
        near = select(entry.c.id, entry.c.names).where(
            entry.c.who == entries.Who.ENTITY, entry.c.number.in_(numbers.bindparams(asked=asked))
        )
        found = [
            row.id
            for row in connection.execute(near.order_by(entry.c.id))
            if any(words <= set(normalise_name(n).split()) for n in row.names.split("\n"))
        ][:most]
    if not found:
        raise NotFound(f"{name}: no document here names anybody so. `sayso voices` lists who is spoken of.")
    return found


def _fields(table: Table) -> list[Any]:
    return [c for c in table.c if c.name not in ("number", "claim")]


def make_page(found: Sequence[T], limit: int, name: Callable[[T], str]) -> Page[T]:
    """A page of what was found for it, which is one item more where there is a next page."""
    items = tuple(found[:limit])
    return Page(items=items, after=name(items[-1]) if len(found) > limit and items else None)


def tell_changed() -> OutOfDate:
    """Says that the place in a list where a page was to begin is gone."""
    return OutOfDate("This list has changed since its first page was read. Begin with the first page again.")


def _read_key(after: str, length: int) -> list[str]:
    try:
        key = json.loads(after)
        json.dumps(key, ensure_ascii=False).encode()  # half a character is no text, and can't be looked up
    except (ValueError, RecursionError):
        key = None
    if not (isinstance(key, list) and len(key) == length and all(isinstance(k, str) for k in key)):
        raise tell_changed()
    return key


def _find_place(connection: Connection, table: Table, *wheres: ColumnElement[bool]) -> int:
    """The place of what a page begins after. Raises OutOfDate where it is gone."""
    at = connection.execute(select(table.c.place).where(*wheres)).scalar()
    if at is None:
        raise tell_changed()
    return int(at)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


_AT_ONCE = 500
"""Ids looked up in one query."""
