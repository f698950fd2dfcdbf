"""Searches of a collection: documents, statements and names, each hit in its words."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, select, text

from sayso.catalogue.claims import read_bounds
from sayso.catalogue.entries import Who
from sayso.catalogue.facets import name_certainty, name_end, name_outlet, name_version, span_times
from sayso.store import tables
from sayso.store.words import Question, match_in, read_question

FEW = 2_000
"""So many hits are ranked and counted by facet. Of more, those added last are shown first, and the counts are left out: a
word that most documents have tells none of them from another."""

WORDS = 24
"""Words of a text that a hit shows."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What a search is narrowed to; None and empty ask nothing."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    certainties: tuple[str, ...] = ()
    """Of statements: asserted, attributed, hedged, denied. One of them must be theirs."""
    ends: tuple[str, ...] = ()
    """What stands at the end of a statement's chain, the kinds of sources among them. One of them must be theirs."""
    all_versions: bool = False


@dataclasses.dataclass(frozen=True)
class Piece:
    """Some words of a hit, with whether they are what was searched for."""

    text: str
    is_hit: bool


@dataclasses.dataclass(frozen=True, kw_only=True)
class Hit:
    """A document, a statement or a name that has what was searched for, in its words."""

    id: str
    """Of the document, the statement, the entity or the source."""
    headline: tuple[Piece, ...] = ()
    """Of documents only."""
    words: tuple[Piece, ...]
    """Of a document those around the first hits, of a statement all."""
    who: Who | None = None
    """Of names only."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Hits:
    """Some of what a search finds in one kind of things."""

    items: tuple[Hit, ...]
    count: int | None
    """How many there are; None where there are more than are counted."""
    after: str | None
    """What the next page begins after; None where there is none."""
    outlets: tuple[tuple[str, int], ...] = ()
    """How many of each outlet, by name; empty where they aren't counted."""
    certainties: tuple[tuple[str, int], ...] = ()
    ends: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()


class SearchTables:
    """The full-text indexes of one open collection."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction

    def documents(
        self, question: Question, narrowing: Narrowing = Narrowing(), *, after: str | None = None, limit: int = 20
    ) -> Hits:
        """Documents with all that is asked in headline or text. What only statements have isn't asked of them."""
        asked = match_in(("headline", "text"), question, _find_facets(narrowing, of_statements=False))
        shown = (
            f"highlight(document_words, 0, '{_ON}', '{_OFF}')",
            f"snippet(document_words, 1, '{_ON}', '{_OFF}', '…', {WORDS})",
        )
        return self._search(_DOCUMENTS, question, asked, narrowing, shown, after, limit)

    def statements(
        self, question: Question, narrowing: Narrowing = Narrowing(), *, after: str | None = None, limit: int = 20
    ) -> Hits:
        """Statements with all that is asked in their words."""
        asked = match_in(("text",), question, _find_facets(narrowing, of_statements=True))
        shown = ("''", f"highlight(statement_words, 0, '{_ON}', '{_OFF}')")
        return self._search(_STATEMENTS, question, asked, narrowing, shown, after, limit)

    def names(self, question: Question, *, limit: int = 20) -> Hits:
        """Persons, bodies, places, publications and described sources with all that is asked in their names."""
        if not question:
            return Hits(items=(), count=0, after=None)
        values = {"asked": match_in(("names",), question), "on": _ON, "off": _OFF, "most": limit + 1, "few": FEW + 1}
        found = text("SELECT rowid FROM name_words WHERE name_words MATCH :asked LIMIT :few")
        with self._transaction() as connection:
            is_ranked = len(connection.execute(found, values).all()) <= FEW
            query = text(
                "SELECT n.id, n.who, highlight(name_words, 0, :on, :off) AS words FROM name_words "
                "CROSS JOIN name_entries AS n ON n.number = name_words.rowid "
                f"WHERE name_words MATCH :asked ORDER BY {'rank,' if is_ranked else ''} name_words.rowid LIMIT :most"
            )
            rows = connection.execute(query, values).all()
        items = tuple(
            Hit(id=row.id, words=make_pieces(_choose_line(row.words)), who=Who(row.who)) for row in rows[:limit]
        )
        return Hits(items=items, count=len(rows) if len(rows) <= limit else None, after=None)

    def _search(
        self,
        kind: "_Kind",
        question: Question,
        asked: str,
        narrowing: Narrowing,
        shown: Sequence[str],
        after: str | None,
        limit: int,
    ) -> Hits:
        if not question:
            return Hits(items=(), count=0, after=None)
        start = int(after) if after and after.isdecimal() and len(after) < 10 else 0
        bounds = read_bounds(narrowing.since, narrowing.until)
        with self._transaction() as connection:
            timed = bool(narrowing.since or narrowing.until)
            numbers = _find_numbers(connection, kind, asked, bounds, timed=timed)
            is_counted = len(numbers) <= FEW
            query = _make_query(kind, shown, timed=timed, is_ranked=is_counted)
            values = _bind(asked, bounds, timed=timed) | {"most": limit + 1, "skipped": start}
            rows = connection.execute(text(query), values).all()
            counts = _count(connection, kind, numbers) if is_counted else {}
        items = tuple(
            Hit(id=row.id, headline=make_pieces(row.headline), words=make_pieces(row.words)) for row in rows[:limit]
        )
        return Hits(
            items=items,
            count=len(numbers) if is_counted else None,
            after=str(start + limit) if len(rows) > limit else None,
            **counts,
        )


@dataclasses.dataclass(frozen=True)
class _Kind:
    """One of the two indexes of texts."""

    index: str
    entries: str
    key: str
    weights: str


_DOCUMENTS = _Kind("document_words", "document_entries", "document", "5.0, 1.0, 0.0")
_STATEMENTS = _Kind("statement_words", "statement_entries", "statement", "1.0, 0.0")

_ON, _OFF = "\x02", "\x03"
"""Signs around the words that were searched for, until they are cut into pieces."""


def make_pieces(marked: str) -> tuple[Piece, ...]:
    """Words with signs around the hits, as pieces; signs that stand in the text itself are dropped."""
    pieces = []
    for n, part in enumerate(marked.split(_ON)):
        hit, sign, rest = part.partition(_OFF)
        if n and sign:
            pieces += [Piece(hit, True), Piece(rest.replace(_OFF, ""), False)]
        else:
            pieces.append(Piece(part.replace(_OFF, ""), False))
    return tuple(p for p in pieces if p.text)


def _choose_line(marked: str) -> str:
    """The first of several names that has a hit."""
    lines = marked.split("\n")
    return next((line for line in lines if _ON in line), lines[0])


def _find_facets(narrowing: Narrowing, *, of_statements: bool) -> list[list[str]]:
    bounds = read_bounds(narrowing.since, narrowing.until)
    return [
        [] if narrowing.all_versions else [name_version(is_latest=True)],
        [name_outlet(narrowing.outlet)] if narrowing.outlet is not None else [],
        span_times(*bounds),
        [name_certainty(c) for c in narrowing.certainties] if of_statements else [],
        [name_end(e) for e in narrowing.ends] if of_statements else [],
    ]


def _find_numbers(
    connection: Connection, kind: _Kind, asked: str, bounds: tuple[float, float], *, timed: bool
) -> list[int]:
    """The numbers of the hits; one more than are counted where there are more."""
    query = f"SELECT {kind.index}.rowid {_say_where(kind, timed=timed)} LIMIT :most"
    return list(connection.execute(text(query), _bind(asked, bounds, timed=timed) | {"most": FEW + 1}).scalars())


def _make_query(kind: _Kind, shown: Sequence[str], *, timed: bool, is_ranked: bool) -> str:
    """Hits in their words: those that say most of it first, or those added last.

    One query, and `rank` rather than a function in it: so the index is gone through once, and words are marked of a page only.
    """
    ranked = f" AND {kind.index}.rank MATCH 'bm25({kind.weights})'" if is_ranked else ""
    order = "rank" if is_ranked else "rowid DESC"
    return (
        f"SELECT e.{kind.key} AS id, {shown[0]} AS headline, {shown[1]} AS words {_say_where(kind, timed=timed)}{ranked} "
        f"ORDER BY {kind.index}.{order} LIMIT :most OFFSET :skipped"
    )


def _say_where(kind: _Kind, *, timed: bool) -> str:
    """What the hits are taken from; the joins are crossed so that the index is asked first."""
    of_document = "d.number = e.number" if kind is _DOCUMENTS else "d.document = e.document"
    of_time = f"CROSS JOIN document_entries AS d ON {of_document}" if timed else ""
    inside = " AND d.moment < :stop AND d.over > :start" if timed else ""
    return (
        f"FROM {kind.index} CROSS JOIN {kind.entries} AS e ON e.number = {kind.index}.rowid {of_time} "
        f"WHERE {kind.index} MATCH :asked{inside}"
    )


def _bind(asked: str, bounds: tuple[float, float], *, timed: bool) -> dict[str, Any]:
    return {"asked": asked} | ({"start": bounds[0], "stop": bounds[1]} if timed else {})


def _count(connection: Connection, kind: _Kind, numbers: Sequence[int]) -> dict[str, Any]:
    """How many of few hits have which facet."""
    listed, said = tables.document_entries, tables.statement_entries
    outlets: Counter[str] = Counter()
    certainties: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        if kind is _DOCUMENTS:
            query: Any = select(listed.c.outlet, listed.c.published).where(listed.c.number.in_(some))
        else:
            query = (
                select(listed.c.outlet, listed.c.published, said.c.certainty, said.c.end)
                .join(listed, listed.c.document == said.c.document)
                .where(said.c.number.in_(some))
            )
        for outlet, published, *rest in connection.execute(query):
            outlets[outlet or ""] += 1
            years[(published or "")[:4]] += 1
            if rest:
                certainties[rest[0]] += 1
                ends[rest[1]] += 1
    return {
        "outlets": tuple(sorted(outlets.items())),
        "certainties": tuple(sorted(certainties.items())),
        "ends": tuple(sorted(ends.items())),
        "years": tuple(sorted(years.items())),
    }


_AT_ONCE = 1_000
"""Hits looked up in one query."""

__all__ = ["Hit", "Hits", "Narrowing", "Piece", "Question", "SearchTables", "make_pieces", "read_question"]
