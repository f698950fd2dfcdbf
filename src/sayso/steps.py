"""The steps from bytes to claims, each with what it reads and writes, and the pure work between them.

Knows no store and no engine: `pipeline` drives these over a collection.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.link import claims as claiming
from sayso.link import meeting as meeting_of
from sayso.link import rulings
from sayso.link.affiliations import find_across, find_affiliations, lift_affiliations
from sayso.link.entities import find_entities
from sayso.link.figures import Figure, find_figure, make_figures
from sayso.link.outlets import name_outlets
from sayso.link.reuse import resolve as resolve_reuses
from sayso.link.sayings import make_saying
from sayso.link.stories import resolve as resolve_stories
from sayso.model import (
    Affiliation,
    Claim,
    Document,
    Entity,
    Ingested,
    Kind,
    Link,
    Links,
    Meeting,
    Overrule,
    Reading,
    Rejected,
    Relation,
    Reuse,
    Ruling,
    Statement,
    Story,
    Tie,
)
from sayso.weigh import weighing
from sayso.weigh.setting import Setting


@dataclasses.dataclass(frozen=True, kw_only=True)
class Step:
    """One step: what it makes of what."""

    name: str
    reads: tuple[type, ...]
    writes: tuple[type, ...]
    alone: bool
    """True where it sees one document at a time, so that many can go on side by side."""


STEPS = (
    Step(name="ingest", reads=(bytes,), writes=(Ingested, Rejected), alone=True),
    Step(name="read", reads=(Document,), writes=(Reading, Rejected), alone=True),
    Step(name="meet", reads=(Document, Reading), writes=(Meeting,), alone=False),
    Step(
        name="link", reads=(Document, Reading, Meeting), writes=(Entity, Affiliation, Story, Reuse, Claim), alone=False
    ),
    Step(name="weigh", reads=(Claim, Statement, Document, Reuse, Affiliation), writes=(Claim,), alone=False),
)

LINKS_VERSION = f"meet {meeting_of.VERSION}, link {claiming.VERSION}, weigh {weighing.VERSION}"
"""What the links and claims of a collection were made by."""


def make_links(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    meetings: Iterable[Meeting],
    overrules: Sequence[Overrule] = (),
) -> Links:
    """What the meetings of some documents come to, a person's judgements first. Order of the input never matters.

    `documents` and `readings` are those of the latest versions, by id.
    """
    met = sorted(meetings, key=lambda m: (m.a, m.b))
    ids = sorted(documents)
    readings = name_outlets(rulings.apply_chains(readings, documents, overrules), documents)
    figures = {i: make_figures(documents[i], readings[i]) for i in ids}
    matters = [(m.a, m.b) for m in met if m.same_matter and m.a != m.b]
    merged, split = (rulings.find_figures(r, figures, documents, overrules) for r in (Ruling.MERGE, Ruling.SPLIT))
    entities, entity_links, entity_of = find_entities(
        [f for i in ids for f in figures[i]], set(matters), merged=merged, split=split
    )
    found = [a for i in ids for a in find_affiliations(documents[i], readings[i], figures[i])]
    affiliations = lift_affiliations([*found, *find_across(figures, matters)], entity_of)
    reuses = tuple(
        resolve_reuses(rulings.drop_reuses([m.reuse for m in met if m.reuse], documents, overrules), documents)
    )
    names = {e.id: e.name for e in entities}
    setting = make_setting(documents, readings, figures, entity_of, names, affiliations, reuses)
    claims = make_claims(documents, readings, [t for m in met for t in m.ties], overrules)
    weighed = [weighing.weigh(c, setting) for c in claims]
    overruled = find_overruled(weighed, readings, documents, overrules)
    if overruled:
        again = dataclasses.replace(setting, overruled=overruled)
        touched = {i for pair in overruled for i in pair}
        weighed = [
            weighing.weigh(c, again) if touched & {o.id for o in (*w.weight.origins, *w.denied.origins)} else w
            for c, w in zip(claims, weighed, strict=True)
        ]
    return Links(
        entities=entities,
        entity_links=entity_links,
        affiliations=affiliations,
        stories=tuple(resolve_stories(ids, {(m.a, m.b): m.score for m in met if m.a != m.b})),
        reuses=reuses,
        claims=tuple(dataclasses.replace(c, ties=claiming.find_strongest(c.ties)) for c in weighed),
    )


def make_claims(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    ties: Iterable[Tie],
    overrules: Sequence[Overrule] = (),
) -> list[Claim]:
    """The claims of some documents' statements, not weighed yet, by id."""
    sayings = {s.id: make_saying(documents[i], s) for i in sorted(readings) for s in readings[i].statements}
    joined, parted = (
        rulings.find_pairs(ruling, readings, documents, overrules) for ruling in (Ruling.BELONGS, Ruling.APART)
    )
    judged = [claiming.tie_judged(sayings[a], sayings[b], note) for a, b, note in joined]
    told = {(t.a, t.b) for t in judged}
    found = [t for t in ties if t.a in sayings and t.b in sayings]
    by_statement: dict[str, list[Tie]] = {}
    for tie in [t for t in found if (t.a, t.b) not in told] + judged:
        by_statement.setdefault(tie.a, []).append(tie)
    groups = claiming.find_groups(
        sayings, found, joined=[(a, b) for a, b, _ in joined], parted=[(a, b) for a, b, _ in parted]
    )
    return [claiming.resolve([sayings[i] for i in g], [t for i in g for t in by_statement.get(i, ())]) for g in groups]


def make_setting(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    figures: Mapping[str, Sequence[Figure]],
    entity_of: Mapping[str, str],
    names: Mapping[str, str],
    affiliations: Iterable[Affiliation],
    reuses: Iterable[Reuse],
) -> Setting:
    """What weighing knows of a collection beside the claim."""
    entities: dict[tuple[str, str, str], str] = {}
    publishers: dict[str, list[str]] = {}
    for i, reading in readings.items():
        for link in (k for s in reading.statements for k in s.chain if k.name):
            key = (i, str(link.kind), str(link.name))
            if key not in entities and (figure := find_figure(figures[i], link)) is not None:
                entities[key] = entity_of[figure.id]
        outlet = documents[i].outlet
        if outlet and (figure := find_figure(figures[i], Link(kind=Kind.OUTLET, name=outlet))) is not None:
            publishers.setdefault(entity_of[figure.id], []).append(i)
    of_document: dict[str, list[Reuse]] = {}
    for reuse in reuses:
        of_document.setdefault(reuse.document, []).append(reuse)
        of_document.setdefault(reuse.source, []).append(reuse)
    of_member: dict[str, list[Affiliation]] = {}
    for affiliation in affiliations:
        of_member.setdefault(affiliation.member, []).append(affiliation)
    return Setting(
        documents=documents,
        statements={s.id: s for r in readings.values() for s in r.statements},
        by_document={i: r.statements for i, r in readings.items()},
        entities=entities,
        names=names,
        publishers=publishers,
        reuses=of_document,
        affiliations=of_member,
    )


def find_overruled(
    claims: Iterable[Claim],
    readings: Mapping[str, Reading],
    documents: Mapping[str, Document],
    overrules: Sequence[Overrule],
) -> dict[frozenset[str], tuple[Relation, str]]:
    """Pairs of origins' ids that a person judged to be the same or different; where both, different holds."""
    origin_of = {s: o.id for c in claims for w in (c.weight, c.denied) for o in w.origins for s in o.statements}
    found: dict[frozenset[str], tuple[Relation, str]] = {}
    for ruling, relation in ((Ruling.SAME, Relation.SAME), (Ruling.DIFFERENT, Relation.DIFFERENT)):
        for a, b, note in rulings.find_pairs(ruling, readings, documents, overrules):
            if a in origin_of and b in origin_of and origin_of[a] != origin_of[b]:
                found[frozenset((origin_of[a], origin_of[b]))] = (relation, note)
    return found
