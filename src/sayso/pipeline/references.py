"""The check that everything that linking and weighing made leads to what is there: each end, each span, each quotation."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Entity,
    Evidence,
    Hop,
    Links,
    Meeting,
    Origin,
    Reuse,
    Span,
    Story,
    Tie,
    Variant,
    Weight,
)

Found = tuple[str, str]
"""The thing that is wrong, and what is wrong with it."""


@dataclasses.dataclass(frozen=True)
class References:
    """What may be referred to: documents, and the ids of statements."""

    documents: Mapping[str, Document]
    statements: Set[str]

    def check_links(self, links: Links) -> Iterator[Found]:
        """What is wrong with the results of linking and weighing."""
        entities = {e.id for e in links.entities}
        for field in dataclasses.fields(links):
            for record in getattr(links, field.name):
                thing = name_record(record)
                yield from ((thing, words) for words in self.check(record))
                if isinstance(record, Affiliation):
                    missing = {record.member, record.body} - entities
                    yield from ((thing, f"it names the entity {i}, which is not there") for i in sorted(missing))

    def check_meetings(self, meetings: Iterable[Meeting]) -> Iterator[Found]:
        """What is wrong with the comparisons of documents."""
        for meeting in meetings:
            thing = f"the comparison of {meeting.a} and {meeting.b}"
            yield from ((thing, words) for words in self.check(meeting))

    def check(self, record: Any) -> Iterator[str]:
        """What is wrong with a record and with all that it holds."""
        yield from self._check_one(record)
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if dataclasses.is_dataclass(part) and not isinstance(part, type):
                    yield from self.check(part)

    def _check_one(self, record: Any) -> Iterator[str]:
        match record:
            case Evidence(document=i, span=span):
                yield from self._find_documents(i)
                if span is not None and i in self.documents and self.documents[i].words(span) != record.words:
                    yield f"it quotes {record.words!r} where document {i} has {self.documents[i].words(span)!r}"
            case Hop(document=i, statement=statement, link=link):
                yield from self._find_documents(i)
                yield from self._find_statements(statement)
                yield from self._find_spans(i, *(s for s in (link.mention, link.named_at) if s))
            case Tie(a=a, b=b):
                yield from self._find_statements(a, b)
            case Reuse():
                yield from self._find_documents(record.document, record.source)
                yield from self._find_spans(record.document, *(p.span for p in record.passages))
                yield from self._find_spans(record.source, *(p.source for p in record.passages))
            case Claim():
                yield from self._find_statements(*record.statements, *record.denials, *record.loops)
                yield from self._find_documents(*record.documents, *record.hardened_at, *record.corrected)
            case Weight():
                yield from self._check_weight(record)
            case Origin(statements=statements) | Variant(statements=statements):
                yield from self._find_statements(*statements)
            case Entity(documents=documents) | Story(documents=documents):
                yield from self._find_documents(*documents)

    def _check_weight(self, weight: Weight) -> Iterator[str]:
        origins = {o.id for o in weight.origins}
        named = {i for r in weight.relations for i in (r.a, r.b)} | {f.origin for f in weight.followed if f.origin}
        yield from (f"it names the origin {i}, which is not there" for i in sorted(named - origins))
        yield from self._find_statements(*(f.statement for f in weight.followed))
        yield from self._find_documents(*(i for f in weight.followed for i in f.status))
        if not 0 <= weight.at_least <= weight.at_most:
            yield f"its interval {weight.at_least}–{weight.at_most} is none"

    def _find_documents(self, *ids: str) -> Iterator[str]:
        yield from (f"it names document {i}, which is not there" for i in sorted(set(ids) - self.documents.keys()))

    def _find_statements(self, *ids: str) -> Iterator[str]:
        yield from (f"it names statement {i}, which is not there" for i in sorted(set(ids) - self.statements))

    def _find_spans(self, document: str, *spans: Span) -> Iterator[str]:
        for span in spans if document in self.documents else ():
            if not 0 <= span.start < span.stop <= len(self.documents[document].part(span.part)):
                yield f"it points to {span.part} {span.start}–{span.stop}, outside document {document}"


def name_record(record: Any) -> str:
    """What a record is called where it is said to be wrong: `claim 3f2a…`."""
    words = {"EntityLink": "link of names", "Reuse": "reuse"}.get(type(record).__name__, type(record).__name__.lower())
    ends = [getattr(record, n) for n in ("id", "document", "source", "member", "body", "a", "b") if hasattr(record, n)]
    return f"{words} {' and '.join(ends[:2]) if not hasattr(record, 'id') else record.id}"


def find_differences(held: Links, made: Links) -> Iterator[Found]:
    """What is otherwise in a collection than when it is made again of the same comparisons."""
    for field in dataclasses.fields(held):
        there, again = (_by_name(getattr(links, field.name)) for links in (held, made))
        for name in sorted(there.keys() | again.keys()):
            if name not in there or name not in again:
                yield name, "it is not there" if name not in there else "it doesn't come out when it is made again"
            elif there[name] != again[name]:
                yield name, _say_difference(there[name][0], again[name][0])


def _by_name(records: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(name_record(record), []).append(record)
    return {name: sorted(some, key=repr) for name, some in found.items()}


def _say_difference(held: Any, made: Any) -> str:
    if isinstance(held, Claim):
        for words, there, again in (
            ("interval", held.weight, made.weight),
            ("interval of its denials", held.denied, made.denied),
        ):
            if (there.at_least, there.at_most) != (again.at_least, again.at_most):
                return (
                    f"its {words} is {there.at_least}–{there.at_most}, "
                    f"and {again.at_least}–{again.at_most} when it is computed again"
                )
    return "it comes out otherwise when it is made again"
