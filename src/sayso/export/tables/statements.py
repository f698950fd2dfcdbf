"""The tables of statements: what is said, by whom, where and with which words."""

import dataclasses
from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.tables.table import Table, column, take
from sayso.link.chains import chain_in_words
from sayso.model import Claim, Document, Link, Place, Span, Statement, Time


@dataclasses.dataclass(frozen=True)
class _Said:
    """A statement with its document and claim."""

    statement: Statement
    document: Document
    claim: Claim | None

    @property
    def stance(self) -> str | None:
        if self.claim is None:
            return None
        return "denies" if self.statement.id in self.claim.denials else "affirms"


def _find_said(contents: Contents) -> Iterator[_Said]:
    for statement in contents.statements.values():
        yield _Said(statement, contents.documents[statement.document], contents.claim_of.get(statement.id))


def _find_spans(contents: Contents) -> Iterator[tuple[Statement, int, Span]]:
    for statement in contents.statements.values():
        for n, span in enumerate(statement.spans):
            yield statement, n, span


def _find_links(contents: Contents) -> Iterator[tuple[Statement, int, Link, Document]]:
    for statement in contents.statements.values():
        for n, link in enumerate(statement.chain):
            yield statement, n, link, contents.documents[statement.document]


def _find_times(contents: Contents) -> Iterator[tuple[Statement, Time, Document]]:
    for statement in contents.statements.values():
        for time in statement.times:
            yield statement, time, contents.documents[statement.document]


def _find_places(contents: Contents) -> Iterator[tuple[Statement, Place]]:
    for statement in contents.statements.values():
        for place in statement.places:
            yield statement, place


def _quote(document: Document, span: Span | None) -> str | None:
    return document.words(span) if span else None


_STATEMENT = column("statement", str, "id of the statement", lambda row: row[0].id)

STATEMENTS = Table(
    name="statements",
    help="What each document says, and on whose word",
    find=_find_said,
    columns=(
        column("id", str, "hash of document, spans, chain and polarity", lambda s: s.statement.id),
        column(
            "said_by",
            str,
            "its chain in words, near to far; descriptions in quotation marks",
            lambda s: chain_in_words(s.statement.chain),
        ),
        column("certainty", str, "asserted, attributed, hedged or denied", lambda s: str(s.statement.certainty)),
        *take(Statement, "text", of=lambda s: s.statement),
        *take(Statement, "document", of=lambda s: s.statement),
        *take(Document, "outlet", "published", "status", of=lambda s: s.document),
        column("claim", str, "id of the claim that it affirms or denies", lambda s: s.claim.id if s.claim else None),
        column("stance", str, "affirms or denies that claim", lambda s: s.stance),
        *take(Statement, "polarity", "modality", "credited", "continued", of=lambda s: s.statement),
        column("part", str, "headline or text", lambda s: str(s.statement.part)),
        column("start", int, "first code point of its words in that part", lambda s: s.statement.start),
        column("stop", int, "one past the last code point", lambda s: s.statement.stop),
        column("cue", str, "the words that express the crediting", lambda s: _quote(s.document, s.statement.cue)),
        column("reasons", str, "why polarity and modality are so", lambda s: "; ".join(s.statement.reasons) or None),
    ),
)
SPANS = Table(
    name="spans",
    help="Where the words of a statement stand; several rows where they are interrupted",
    find=_find_spans,
    columns=(
        _STATEMENT,
        column("position", int, "its place among the spans of the statement, from 0", lambda row: row[1]),
        *take(Span, "part", "start", "stop", of=lambda row: row[2]),
    ),
)
LINKS = Table(
    name="links",
    help="The links of the statements' chains: who says it, near to far, the outlet first",
    find=_find_links,
    columns=(
        _STATEMENT,
        column("position", int, "its place in the chain, from 0", lambda row: row[1]),
        *take(Link, "kind", "name", of=lambda row: row[2]),
        column("mention", str, "the words that name it", lambda row: _quote(row[3], row[2].mention)),
        *take(Span, "part", "start", "stop", of=lambda row: row[2].mention),
        column("named_at", str, "the other words that give its name", lambda row: _quote(row[3], row[2].named_at)),
        *take(Link, "reason", of=lambda row: row[2]),
    ),
)
TIMES = Table(
    name="times",
    help="Times that statements give",
    find=_find_times,
    columns=(
        _STATEMENT,
        column("words", str, "the words", lambda row: row[2].words(row[1].span)),
        *take(Span, "part", "start", "stop", of=lambda row: row[1].span),
        *take(Time, "value", "precision", of=lambda row: row[1]),
    ),
)
PLACES = Table(
    name="places",
    help="Places that statements name",
    find=_find_places,
    columns=(
        _STATEMENT,
        *take(Place, "name", of=lambda row: row[1]),
        *take(Span, "part", "start", "stop", of=lambda row: row[1].span),
    ),
)
