"""A collection as FollowTheMoney entities and statements, for Aleph and OpenSanctions tools.

FollowTheMoney has no claims. A statement is a `Note` whose words stand behind who says them, tied to whom it credits, with the
article as its proof; a claim is a `Note` with its interval. A person or body is one only where the documents name it: somebody
who is described is no entity. Names besides the fullest are weak aliases: it is a machine that took them for one.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sayso.export.contents import DISTINCT, Contents, say_claim, say_statement
from sayso.export.file import File
from sayso.export.html import is_web_address
from sayso.export.steering import one_line, printable, to_json_line
from sayso.export.words import interval_in_words, marks_in_words, marks_of_claim, origin_in_words
from sayso.model import Claim, Document, Entity, Reuse, Statement, Status

DATASET = "sayso"

Properties: TypeAlias = "dict[str, list[str]]"

_SCHEMATA = {"person": "Person", "organisation": "Organization", "publication": "Organization"}
_LANGUAGES = {"en": "eng"}
"""English is the one language that is read so far."""
_PART = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LONG = frozenset(("bodyText", "description", "notes", "summary"))
"""Properties whose values may have several lines."""


def make_ftm(contents: Contents) -> Iterator[File]:
    """A file of entities and one of the statements that make them up, one JSON object a line."""
    yield File("entities.ftm.json", (_to_line(e) for e in find_entities(contents)))
    yield File("statements.json", (_to_line(s) for e in find_entities(contents) for s in find_statements(e)))


def _to_line(record: dict[str, Any]) -> bytes:
    return f"{to_json_line(record)}\n".encode()


def find_entities(contents: Contents) -> Iterator[dict[str, Any]]:
    """Articles, persons and bodies, what is said, claims, and the links between these."""
    known = {e.id for e in contents.entities if e.kind in _SCHEMATA}
    for document in contents.documents.values():
        yield _make("Article", _document(document.id), describe_document(document))
    for entity in contents.entities:
        if entity.id in known:
            yield _make(_SCHEMATA[entity.kind], _entity(entity.id), describe_entity(entity))
    for statement in contents.statements.values():
        yield _make("Note", f"sayso-statement-{statement.id}", describe_statement(statement, contents, known))
    for claim in contents.claims:
        yield _make("Note", f"sayso-claim-{claim.id}", describe_claim(claim, contents, known))
    for reuse in contents.reuses:
        yield _make("UnknownLink", f"sayso-reuse-{reuse.document}-{reuse.source}", describe_reuse(reuse))
    for affiliation in contents.affiliations:
        if {affiliation.member, affiliation.body} <= known:
            evidence = affiliation.evidence
            parts = (affiliation.member, affiliation.body, evidence.document, evidence.words)
            yield _make(
                "UnknownLink",
                f"sayso-affiliation-{_hash(*parts)}",
                {
                    "subject": [_entity(affiliation.member)],
                    "object": [_entity(affiliation.body)],
                    "role": [affiliation.reason],
                    "description": [f"{contents.name(evidence.document)}: “{evidence.words}”"],
                    "proof": [_document(evidence.document)],
                },
            )


def _make(schema: str, i: str, properties: Properties) -> dict[str, Any]:
    cleaned = {
        name: sorted({c for v in values if (c := (printable(v).strip() if name in _LONG else one_line(v)))})
        for name, values in properties.items()
    }
    kept = {name: values for name, values in cleaned.items() if values}
    return {"id": i, "schema": schema, "properties": kept, "datasets": [DATASET]}


def describe_document(document: Document) -> Properties:
    """A document; a correction or retraction is a note on it."""
    notes = [] if document.status is Status.LIVE else [f"Marked {document.status}"]
    return {
        "title": [document.headline],
        "publisher": [document.outlet or ""],
        "author": [document.byline or ""],
        "publishedAt": [to_date(document.published)],
        "sourceUrl": [document.url] if document.url and is_web_address(document.url) else [],
        "language": [_LANGUAGES.get(document.language or "", "")],
        "bodyText": [document.text],
        "notes": notes,
    }


def describe_entity(entity: Entity) -> Properties:
    """Somebody whom the documents name."""
    return {
        "name": [entity.name],
        "weakAlias": [n for n in entity.names if n != entity.name],
        "proof": [_document(d) for d in entity.documents],
    }


def describe_statement(statement: Statement, contents: Contents, known: set[str]) -> Properties:
    """What a document says: its words behind who says them, and whom its chain credits."""
    found = (contents.find_entity(statement.document, k) for k in statement.chain)
    document = contents.documents[statement.document]
    claim = contents.claim_of.get(statement.id)
    notes = [] if document.status is Status.LIVE else [f"Its document is marked {document.status}"]
    if claim:
        verb = "Denies" if statement.id in claim.denials else "Affirms"
        notes += [f"{verb} claim {claim.id}: {interval_in_words(claim)}"]
    return {
        "name": [f"{contents.name(statement.document)}, statement {statement.id[:6]}"],
        "description": [say_statement(statement)],
        "summary": [str(statement.certainty)],
        "notes": notes,
        "entity": [_entity(e.id) for e in found if e and e.id in known],
        "proof": [_document(statement.document)],
        "publisher": [document.outlet or ""],
    }


def describe_claim(claim: Claim, contents: Contents, known: set[str]) -> Properties:
    """A claim: its words behind who says them, its interval, and what must stand beside it."""
    said = [contents.statements[s] for s in (*claim.statements, *claim.denials) if s in contents.statements]
    found = (contents.find_entity(s.document, k) for s in said for k in s.chain)
    origins = (*claim.weight.origins, *claim.denied.origins)
    return {
        "name": [f"Claim {claim.id[:6]}"],
        "description": [say_claim(claim)],
        "summary": [f"{interval_in_words(claim)}. {DISTINCT}"],
        "notes": [
            *marks_of_claim(claim),
            *(f"Origin: {origin_in_words(o)} ({'; '.join(marks_in_words(o))}): {o.reason}" for o in origins),
        ],
        "entity": [_entity(e.id) for e in found if e and e.id in known],
        "proof": [_document(d) for d in claim.documents],
    }


def describe_reuse(reuse: Reuse) -> Properties:
    """One document that repeats another, or two of which it is undetermined which repeats which."""
    way = "repeats words of" if reuse.directed else "shares words with, undetermined who repeats whom"
    return {
        "subject": [_document(reuse.document)],
        "object": [_document(reuse.source)],
        "role": [way],
        "description": [reuse.reason],
    }


def to_date(published: str | None) -> str:
    """A time of publication as FollowTheMoney has it: as precise as known, in UTC; empty where it is no time.

    >>> to_date("2031-03-04T09:30:00+02:00"), to_date("2031-03"), to_date("soon")
    ('2031-03-04T07:30:00', '2031-03', '')
    """
    if not published or _PART.fullmatch(published):
        return published or ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return ""
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()


def find_statements(entity: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An entity taken apart: one statement that it is there, and one for each value of each property."""
    yield _state(entity, "id", entity["id"])
    for prop, values in sorted(entity["properties"].items()):
        for value in values:
            yield _state(entity, prop, value)


def _state(entity: dict[str, Any], prop: str, value: str) -> dict[str, Any]:
    """A statement; its id is made as FollowTheMoney makes it."""
    i = entity["id"]
    return {
        "canonical_id": i,
        "entity_id": i,
        "prop": prop,
        "schema": entity["schema"],
        "value": value,
        "dataset": DATASET,
        "external": False,
        "id": _hash(DATASET, i, prop, value),
    }


def _hash(*parts: str) -> str:
    return hashlib.sha1(".".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _document(i: str) -> str:
    return f"sayso-document-{i}"


def _entity(i: str) -> str:
    return f"sayso-entity-{_hash(i)}" if re.search(r"[^\w-]", i) else f"sayso-entity-{i}"
