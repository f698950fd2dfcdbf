"""Documents, statements and claims as the JSON objects that every way out gives."""

from collections.abc import Iterable
from typing import Any

from sayso.model import Claim, Document, Kind, Reading, Span, Statement, to_json


def span_record(span: Span) -> dict[str, Any]:
    """Where some words stand: half-open, code points into the part."""
    return {"part": str(span.part), "start": span.start, "stop": span.stop}


def document_record(document: Document, *, latest: str, amended: dict[str, str]) -> dict[str, Any]:
    """A document without its text; `latest` is the id of its page's latest version, which may be itself."""
    shown = (
        "id",
        "url",
        "outlet",
        "published",
        "headline",
        "byline",
        "status",
        "language",
        "outlet_from",
        "published_from",
        "status_from",
        "canonical_url",
        "input",
    )
    record = to_json(document)
    return {
        **{name: record[name] for name in shown},
        "is_latest": latest == document.id,
        "latest": latest,
        "amended": amended,
    }


def statement_record(document: Document, statement: Statement) -> dict[str, Any]:
    """A statement with its document, its words' places and its chain, near to far."""
    cue = statement.cue
    return {
        "id": statement.id,
        "document": {name: getattr(document, name) for name in ("id", "url", "outlet", "published", "headline")},
        "part": str(statement.part),
        "start": statement.start,
        "stop": statement.stop,
        "text": statement.text,
        "spans": [span_record(s) for s in statement.spans],
        "certainty": str(statement.certainty),
        "polarity": str(statement.polarity),
        "modality": str(statement.modality),
        "continued": statement.continued,
        "cue": {**span_record(cue), "text": document.words(cue)} if cue else None,
        "chain": [link_record(document, statement, n) for n in range(len(statement.chain))],
        "times": [
            {**span_record(t.span), "text": document.words(t.span), "value": t.value, "precision": t.precision}
            for t in statement.times
        ],
        "places": [{**span_record(p.span), "name": p.name} for p in statement.places],
        "reasons": list(statement.reasons),
    }


def link_record(document: Document, statement: Statement, position: int) -> dict[str, Any]:
    """One link of a statement's chain; its places are null where it has no words."""
    link = statement.chain[position]
    nowhere = {"part": None, "start": None, "stop": None}
    return {
        "kind": str(link.kind),
        "name": link.name,
        "mention": document.words(link.mention) if link.mention else None,
        **(span_record(link.mention) if link.mention else nowhere),
        "named_at": span_record(link.named_at) if link.named_at else None,
        "reason": link.reason,
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """A claim with who said it; the origins that nobody can tell apart are counted beside its interval."""
    return {
        **to_json(claim),
        "anonymous": count_anonymous(claim),
        "unattributed": count_unattributed(claim),
        "interval": interval_in_words(claim),
    }


def reading_record(document: Document, reading: Reading, *, amended: dict[str, str], latest: str) -> dict[str, Any]:
    """A document with its text and everything that was read in it."""
    return {
        **document_record(document, latest=latest, amended=amended),
        "text": document.text,
        "reader": reading.reader,
        "statements": [statement_record(document, s) for s in reading.statements],
        "furniture": [{**span_record(f.span), "kind": str(f.kind), "reason": f.reason} for f in reading.furniture],
        "names": [{**span_record(n.span), "type": n.type, "text": document.words(n.span)} for n in reading.names],
    }


def count_anonymous(claim: Claim) -> int:
    """Origins that are described and not identified."""
    return sum(o.kind is Kind.ANONYMOUS for o in claim.origins)


def count_unattributed(claim: Claim) -> int:
    """Origins that are an outlet's own voice, which is no proof of first-hand knowledge."""
    return sum(o.unattributed for o in claim.origins)


def interval_in_words(claim: Claim) -> str:
    """The interval as the method words it, with the counts that must stand beside it."""
    if not claim.statements:
        return "only denied"
    words = f"at least {say_count(claim.at_least, 'distinct identified origin')}, at most {claim.at_most}"
    beside = [
        f"{count} {what}"
        for count, what in (
            (count_anonymous(claim), "anonymous"),
            (count_unattributed(claim), "unattributed"),
            (sum(o.absent for o in claim.origins), "cited but absent"),
        )
        if count
    ]
    return f"{words} ({', '.join(beside)})" if beside else words


def say_count(count: int, noun: str, nouns: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def number_statements(statements: Iterable[Statement]) -> dict[str, int]:
    """Statement id → its number on screen, from 1, in order."""
    return {s.id: n for n, s in enumerate(statements, 1)}
