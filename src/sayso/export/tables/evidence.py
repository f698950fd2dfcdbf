"""The table of evidence: the words, or metadata, that origins, relations, steps, reuses and affiliations rest on."""

import dataclasses
from collections.abc import Iterator

from sayso.export.contents import Contents, find_sides
from sayso.export.tables.table import Table, column, take
from sayso.model import Evidence, Span


@dataclasses.dataclass(frozen=True)
class _Ground:
    """Evidence with what rests on it."""

    about: str
    a: str
    evidence: Evidence
    outlet: str
    b: str | None = None
    claim: str | None = None
    side: str | None = None
    position: int | None = None


def find_grounds(contents: Contents) -> Iterator[_Ground]:
    """Everything that is judged, with the words it rests on."""
    for claim in contents.claims:
        for side, weight in find_sides(claim):
            for origin in weight.origins:
                for e in origin.evidence:
                    yield _Ground("origin", origin.id, e, contents.name(e.document), None, claim.id, side)
            for relation in weight.relations:
                for e in relation.evidence:
                    outlet = contents.name(e.document)
                    yield _Ground("relation", relation.a, e, outlet, relation.b, claim.id, side)
            for followed in weight.followed:
                for n, hop in enumerate(followed.hops):
                    for e in hop.evidence:
                        outlet = contents.name(e.document)
                        yield _Ground("step", followed.statement, e, outlet, hop.statement, claim.id, side, n)
    for reuse in contents.reuses:
        for e in reuse.evidence:
            yield _Ground("reuse", reuse.document, e, contents.name(e.document), reuse.source)
    for affiliation in contents.affiliations:
        e = affiliation.evidence
        yield _Ground("affiliation", affiliation.member, e, contents.name(e.document), affiliation.body)


EVIDENCE = Table(
    name="evidence",
    help="The words, or the metadata field, that a judgement rests on, and whose document they stand in",
    find=find_grounds,
    columns=(
        column("about", str, "origin, relation, step, reuse or affiliation", lambda g: g.about),
        column("claim", str, "id of the claim, where it is about one", lambda g: g.claim),
        column("side", str, "affirmed or denied", lambda g: g.side),
        column("a", str, "id of what it is about; of a step, of the statement whose chain is followed", lambda g: g.a),
        column("b", str, "id of the other; of a step, of the statement whose chain holds it", lambda g: g.b),
        column("position", int, "place of a step in its followed chain, from 0", lambda g: g.position),
        column("outlet", str, "who published the words", lambda g: g.outlet),
        *take(Evidence, "document", "metadata", "words", of=lambda g: g.evidence),
        *take(Span, "part", "start", "stop", of=lambda g: g.evidence.span),
    ),
)
