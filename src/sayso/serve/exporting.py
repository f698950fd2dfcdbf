"""What an export is made of, taken from a collection or the part of it that is asked for."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.catalogue.catalogue import order_reuses, order_stories
from sayso.catalogue.claims import Filters, Order
from sayso.catalogue.sources import find_leanings
from sayso.catalogue.voices import find_voices
from sayso.export.contents import Contents, Records, find_followed
from sayso.model import Claim, Document, Overrule, Reading, Story, to_json
from sayso.serve.choosing import choose_claims, order_claims
from sayso.serve.linked import Linked
from sayso.serve.records import (
    claim_record,
    document_record,
    overrule_record,
    reading_record,
    reuse_record,
    statement_record,
    story_record,
)
from sayso.serve.sources import leaning_record
from sayso.serve.voices import voice_record
from sayso.versions import find_latest


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Part:
    """The documents and statements that are exported."""

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]


def make_contents(linked: Linked, *, filters: Filters, order: Order, program: str) -> Contents:
    """The claims that pass the filters, with the documents and statements that they and their followed chains touch.

    Without filters, everything. `program` is the version of sayso. Raises UsageError and NotFound as `choose_claims` does.
    """
    claims = order_claims(choose_claims(linked.claims, filters, linked), order, linked)[: filters.limit]
    part = find_part(linked, claims) if filters else _Part(documents=linked.documents, readings=linked.readings)
    inside = set(part.documents)
    by_time = {i: n for n, i in enumerate(linked.documents)}
    made_by = linked.store.claims_made_by()
    entities = [
        dataclasses.replace(e, documents=tuple(d for d in e.documents if d in inside))
        for e in linked.links.entities
        if inside.intersection(e.documents)
    ]
    known = {e.id for e in entities}
    contents = Contents(
        title=linked.store.path.stem,
        documents=part.documents,
        latest=find_latest(linked.documents.values()),
        readings=part.readings,
        claims=claims,
        reuses=[r for r in order_reuses(linked.links.reuses, by_time) if {r.document, r.source} <= inside],
        stories=order_stories(cut_stories(linked.links.stories, inside)),
        entities=entities,
        affiliations=[
            a for a in linked.links.affiliations if {a.member, a.body} <= known and a.evidence.document in inside
        ],
        overrules=list(choose_overrules(linked.overrules, inside, is_all=not filters)),
        find_entity=linked.register.find_link,
        versions={
            "sayso": program,
            "reader": ", ".join(sorted({r.reader for r in part.readings.values()})),
            "claims": made_by or "older than the documents: run `sayso relink`",
        },
        is_current=made_by is not None,
    )
    return dataclasses.replace(contents, records=make_records(linked, contents, is_all=not filters))


def find_part(linked: Linked, claims: Iterable[Claim]) -> _Part:
    """What some claims and their followed chains touch."""
    statements: set[str] = set()
    documents: set[str] = set()
    for claim in claims:
        hops = [h for f in find_followed(claim) for h in f.hops]
        statements |= {*claim.statements, *claim.denials, *(h.statement for h in hops)}
        documents |= {*claim.documents, *(h.document for h in hops)}
    return _Part(
        documents={i: d for i, d in linked.documents.items() if i in documents},
        readings={
            i: dataclasses.replace(r, statements=tuple(s for s in r.statements if s.id in statements))
            for i, r in linked.readings.items()
            if i in documents
        },
    )


def cut_stories(stories: Iterable[Story], documents: set[str]) -> Iterable[Story]:
    """The stories of some documents, without the others."""
    for story in stories:
        if kept := tuple(d for d in story.documents if d in documents):
            yield dataclasses.replace(story, documents=kept)


def choose_overrules(overrules: Iterable[Overrule], documents: set[str], *, is_all: bool) -> Iterable[Overrule]:
    """The judgements whose words all stand in some documents."""
    return (o for o in overrules if is_all or {a.document for a in o.subjects} <= documents)


def make_records(linked: Linked, contents: Contents, *, is_all: bool) -> dict[str, Records]:
    """The lists of the command line as its `--json` gives them; `readings` are what `sayso show` gives."""
    documents, latest, store = contents.documents, contents.latest, linked.store

    def find_readings() -> Iterable[dict[str, Any]]:
        for d in documents.values():
            reading = linked.reading(d)
            yield reading_record(d, reading, amended=store.amendments(d.id), latest=latest[d.id])

    lists: dict[str, Records] = {
        "documents": lambda: (
            document_record(d, latest=latest[d.id], amended=store.amendments(d.id)) for d in documents.values()
        ),
        "readings": find_readings,
        "statements": lambda: (statement_record(documents[s.document], s) for s in contents.statements.values()),
        "claims": lambda: map(claim_record, contents.claims),
        "sources": lambda: (
            leaning_record(x)
            for x in find_leanings(contents.claims, {i: s.document for i, s in contents.statements.items()})
        ),
        "reuse": lambda: (reuse_record(r, documents) for r in contents.reuses),
        "stories": lambda: (story_record(s, documents) for s in contents.stories),
        "overrules": lambda: (overrule_record(o, documents) for o in contents.overrules),
    }
    if is_all:  # these are about everything that was read, and every input
        lists["voices"] = lambda: map(voice_record, find_voices(linked.readings, linked.register))
        lists["rejected"] = lambda: map(to_json, store.rejected())
    return lists
