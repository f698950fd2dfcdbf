"""The catalogue of a collection: everything that its lists are read from."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sayso.catalogue import entries as e
from sayso.catalogue.claims import Order, find_outlets, is_worth_a_look, order_claims
from sayso.catalogue.documents import make_document_entry, make_statement_entries
from sayso.catalogue.register import Register
from sayso.catalogue.sources import Leaning, find_leanings
from sayso.catalogue.voices import Spoken, Voice, find_all_spoken, find_voices
from sayso.model import Claim, Document, Kind, Links, Reading, Reuse, Story
from sayso.versions import find_latest
from sayso.weigh.names import normalise_name


@dataclasses.dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All entries of a collection; those of one kind in no particular order unless they have a place."""

    documents: tuple[e.DocumentEntry, ...] = ()
    statements: tuple[e.StatementEntry, ...] = ()
    """Of the latest versions, with the chains that persons gave."""
    claims: tuple[e.ClaimEntry, ...] = ()
    claim_documents: tuple[e.ClaimDocument, ...] = ()
    claim_statements: tuple[e.ClaimStatement, ...] = ()
    sources: tuple[e.SourceEntry, ...] = ()
    source_claims: tuple[e.SourceClaim, ...] = ()
    voices: tuple[e.VoiceEntry, ...] = ()
    entity_statements: tuple[e.EntityStatement, ...] = ()
    entity_claims: tuple[e.EntityClaim, ...] = ()
    entity_names: tuple[e.EntityName, ...] = ()
    entity_documents: tuple[e.EntityDocument, ...] = ()
    reuses: tuple[e.ReuseEntry, ...] = ()
    stories: tuple[e.StoryEntry, ...] = ()
    story_documents: tuple[e.StoryDocument, ...] = ()
    names: tuple[e.NameEntry, ...] = ()
    tallies: tuple[e.Tally, ...] = ()
    points: tuple[e.Point, ...] = ()


def make_catalogue(documents: Mapping[str, Document], readings: Mapping[str, Reading], links: Links) -> Catalogue:
    """The catalogue of some documents (older versions among them) and of what linking made of the latest.

    `readings` are those of the latest versions, with the chains that persons gave.
    """
    latest = find_latest(documents.values())
    listed = [make_document_entry(d, latest=latest[i]) for i, d in documents.items()]
    facets = {entry.document: entry.facets for entry in listed}
    by_time = {x.document: n for n, x in enumerate(sorted(listed, key=lambda x: (x.moment, x.document)))}
    statements = [x for i in sorted(readings) for x in make_statement_entries(readings[i].statements, facets[i])]
    register = Register(links.entities, documents)
    spoken = find_all_spoken(readings, register)
    document_of = {s.statement: s.document for s in statements}
    leanings = find_leanings(links.claims, document_of)
    claims = make_claim_entries(links.claims, documents)
    sources = [make_source_entry(n, x) for n, x in enumerate(leanings)]
    return Catalogue(
        documents=tuple(listed),
        statements=tuple(statements),
        claims=tuple(claims),
        claim_documents=tuple(e.ClaimDocument(document=d, claim=c.id) for c in links.claims for d in c.documents),
        claim_statements=tuple(
            e.ClaimStatement(statement=s, claim=c.id, denies=denies)
            for c in links.claims
            for denies, ids in ((False, c.statements), (True, c.denials))
            for s in ids
        ),
        sources=tuple(sources),
        source_claims=tuple(x for leaning in leanings for x in find_source_claims(leaning)),
        voices=tuple(make_voice_entry(n, v) for n, v in enumerate(find_voices(readings, register, spoken))),
        entity_statements=tuple(find_entity_statements(readings, register, spoken, by_time)),
        entity_claims=tuple(find_entity_claims(links.claims, readings, register, spoken)),
        entity_names=tuple(
            e.EntityName(name=name, entity=entity.id)
            for entity in links.entities
            for name in sorted({normalise_name(n) for n in (entity.name, *entity.names)})
        ),
        entity_documents=tuple(
            e.EntityDocument(document=d, entity=entity.id) for entity in links.entities for d in entity.documents
        ),
        reuses=tuple(make_reuse_entries(links.reuses, documents, by_time)),
        stories=tuple(make_story_entries(links.stories)),
        story_documents=tuple(e.StoryDocument(document=d, story=s.id) for s in links.stories for d in s.documents),
        names=tuple(make_name_entries(links, sources)),
        tallies=tuple(make_tallies(listed, statements, links, sources)),
        points=tuple(make_points(claims)),
    )


def make_claim_entries(claims: Iterable[Claim], documents: Mapping[str, Document]) -> list[e.ClaimEntry]:
    """The claims in lists, with their place in each order."""
    everything = list(claims)
    places = {o: {c.id: n for n, c in enumerate(order_claims(everything, o, documents))} for o in Order}
    return [
        e.ClaimEntry(
            claim=c.id,
            repeated=places[Order.REPEATED][c.id],
            origins=places[Order.ORIGINS][c.id],
            time=places[Order.TIME][c.id],
            text=places[Order.TEXT][c.id],
            worth=is_worth_a_look(c),
            documents=len(c.documents),
            outlets=len(find_outlets(c, documents)),
            at_least=c.weight.at_least,
            at_most=c.weight.at_most,
            anonymous=sum(o.kind is Kind.ANONYMOUS for o in c.weight.origins),
            unattributed=sum(o.unattributed for o in c.weight.origins),
            absent=sum(o.absent for o in c.weight.origins),
            affirmations=len(c.statements),
            denials=len(c.denials),
            circular=c.circular,
            hardened=len(c.hardened_at),
            corrected=len(c.corrected),
        )
        for c in everything
    ]


def name_source(leaning: Leaning) -> str:
    """What a source is called in addresses: its group, and the origin's id where it is one."""
    short = leaning.group.name.lower().replace("_", "-")
    return f"{short}-{leaning.origin.id}" if leaning.origin else short


def make_source_entry(place: int, leaning: Leaning) -> e.SourceEntry:
    """An origin, or a group of outlets, in the list of sources."""
    return e.SourceEntry(
        place=place,
        source=name_source(leaning),
        grouped=str(leaning.group),
        origin=leaning.origin,
        origins=leaning.origins,
        claims=len(leaning.claims),
        denials=len(leaning.denials),
        documents=len(leaning.documents),
        alone=len(leaning.alone),
        some_claims=leaning.claims[: e.CUT],
        some_denials=leaning.denials[: e.CUT],
        some_documents=leaning.documents[: e.CUT],
        some_alone=leaning.alone[: e.CUT],
    )


def find_source_claims(leaning: Leaning) -> Iterator[e.SourceClaim]:
    """The claims that a source affirms or denies."""
    source, alone = name_source(leaning), set(leaning.alone)
    for claim in leaning.claims:
        yield e.SourceClaim(source=source, claim=claim, denies=False, alone=claim in alone)
    for claim in leaning.denials:
        yield e.SourceClaim(source=source, claim=claim, denies=True, alone=False)


def make_voice_entry(place: int, voice: Voice) -> e.VoiceEntry:
    """Somebody spoken of, in the list of voices."""
    here = voice.quoted_here
    return e.VoiceEntry(
        place=place,
        entity=voice.entity.id,
        statements=len(voice.statements),
        documents=len(voice.documents),
        quoted=len(voice.quoted),
        quoted_here=len(here),
        some_statements=voice.statements[: e.CUT],
        some_documents=voice.documents[: e.CUT],
        some_quoted=voice.quoted[: e.CUT],
        some_quoted_here=here[: e.CUT],
    )


def find_entity_statements(
    readings: Mapping[str, Reading], register: Register, spoken: Spoken, by_time: Mapping[str, int]
) -> Iterator[e.EntityStatement]:
    """Which statements name or credit whom, by time."""
    place = 0
    for i in sorted(readings, key=lambda i: by_time[i]):
        for statement in readings[i].statements:
            named = spoken[i].get(statement.id, set())
            credited = register.find_credited(statement)
            for entity in sorted(named | credited):
                yield e.EntityStatement(
                    entity=entity,
                    place=place,
                    statement=statement.id,
                    named=entity in named,
                    credited=entity in credited,
                )
            place += 1


def find_entity_claims(
    claims: Iterable[Claim], readings: Mapping[str, Reading], register: Register, spoken: Spoken
) -> Iterator[e.EntityClaim]:
    """Which claims are about whom: a statement names or credits them, or a followed chain leads through them."""
    of_statement = {
        s.id: spoken[i].get(s.id, set()) | register.find_credited(s) for i, r in readings.items() for s in r.statements
    }
    for claim in claims:
        found = {x for s in (*claim.statements, *claim.denials) for x in of_statement.get(s, ())}
        for followed in (*claim.weight.followed, *claim.denied.followed):
            found |= register.find_passed(followed)
        yield from (e.EntityClaim(entity=entity, claim=claim.id) for entity in sorted(found))


def order_reuses(reuses: Iterable[Reuse], by_time: Mapping[str, int]) -> list[Reuse]:
    """Reuses by time of the document that repeats, then of the one that it repeats."""
    return sorted(reuses, key=lambda r: (by_time[r.document], by_time[r.source]))


def count_words(reuse: Reuse, document: Document) -> int:
    """How many words of the document that repeats stand in passages."""
    return sum(len(document.words(p.span).split()) for p in reuse.passages)


def make_reuse_entries(
    reuses: Iterable[Reuse], documents: Mapping[str, Document], by_time: Mapping[str, int]
) -> Iterator[e.ReuseEntry]:
    """The reuses in their list."""
    for place, reuse in enumerate(order_reuses(reuses, by_time)):
        words = count_words(reuse, documents[reuse.document])
        yield e.ReuseEntry(place=place, document=reuse.document, source=reuse.source, words=words)


def order_stories(stories: Iterable[Story]) -> list[Story]:
    """Stories, the largest first."""
    return sorted(stories, key=lambda s: (-len(s.documents), s.id))


def make_story_entries(stories: Iterable[Story]) -> Iterator[e.StoryEntry]:
    """The stories in their list."""
    for place, story in enumerate(order_stories(stories)):
        yield e.StoryEntry(place=place, story=story.id, size=len(story.documents))


def make_name_entries(links: Links, sources: Iterable[e.SourceEntry]) -> Iterator[e.NameEntry]:
    """Everybody who can be searched for: all entities, and the sources that are only described."""
    described = [x for x in sources if x.origin and x.origin.kind is Kind.ANONYMOUS and x.origin.name]
    number = 0
    for entity in links.entities:
        number += 1
        names = "\n".join(dict.fromkeys((entity.name, *entity.names)))
        yield e.NameEntry(
            number=number, who=e.Who.ENTITY, id=entity.id, kind=entity.kind, name=entity.name, names=names
        )
    for entry in described:
        assert entry.origin is not None
        number += 1
        name = entry.origin.name or ""
        names = "\n".join(dict.fromkeys(n for n in (name, entry.origin.mention) if n))
        yield e.NameEntry(
            number=number, who=e.Who.SOURCE, id=entry.source, kind=str(entry.origin.kind), name=name, names=names
        )


def make_tallies(
    documents: Iterable[e.DocumentEntry],
    statements: Iterable[e.StatementEntry],
    links: Links,
    sources: Iterable[e.SourceEntry],
) -> Iterator[e.Tally]:
    """How many there are of everything, in the latest versions."""
    listed, said = list(documents), list(statements)
    current = [d for d in listed if d.is_latest]
    counts = {
        "documents": len(current),
        "older versions": len(listed) - len(current),
        "outlets": len({d.folded for d in current if d.folded}),
        "statements": len(said),
        "claims": len(links.claims),
        "worth a look": sum(map(is_worth_a_look, links.claims)),
        "stories": sum(len(s.documents) > 1 for s in links.stories),
        "reuses": len(links.reuses),
        "entities": len(links.entities),
    }
    yield from (e.Tally(kind="all", name=name, count=count) for name, count in counts.items())
    kinds = {
        "certainty": Counter(s.certainty for s in said),
        "end": Counter(s.end for s in said),
        "group": Counter(s.grouped for s in sources),
    }
    for kind, found in kinds.items():
        yield from (e.Tally(kind=kind, name=name, count=found[name]) for name in sorted(found))
    by_outlet = Counter(d.folded for d in current if d.folded)
    names = {d.folded: d.outlet for d in sorted(current, key=lambda d: d.document, reverse=True)}
    yield from (e.Tally(kind="outlet", name=names[o] or "", count=by_outlet[o]) for o in sorted(by_outlet))


def make_points(claims: Iterable[e.ClaimEntry]) -> Iterator[e.Point]:
    """How many claims have as many documents and as wide an interval; those that are only denied are left out."""
    found: dict[tuple[int, int, int], list[e.ClaimEntry]] = {}
    for claim in claims:
        if claim.affirmations:
            found.setdefault((claim.documents, claim.at_least, claim.at_most), []).append(claim)
    for (documents, at_least, at_most), some in sorted(found.items()):
        first = min(some, key=lambda c: c.repeated)
        yield e.Point(documents=documents, at_least=at_least, at_most=at_most, claims=len(some), example=first.claim)
