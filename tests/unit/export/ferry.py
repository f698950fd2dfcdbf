"""The hand-made collection on one ferry as an export takes it: hostile words, a denial, a circle, a judgement."""

import dataclasses

from sayso.export.contents import Contents
from sayso.model import Affiliation, Entity, Evidence, Kind, Link, Overrule, Ruling, Story
from tests.unit.export.report import harbour

STEERING = "\x1b[2J \u202eevil\u2066"
FORMULA = '=HYPERLINK("https://evil.example","here")'

LENA = Entity(
    id="e1", kind="person", name="Lena Orr", names=("Lena Orr", "Orr"), documents=tuple(sorted((harbour.OTHER.id,)))
)
UNION = Entity(
    id="e2", kind="organisation", name="The Skerry Union", names=("The Skerry Union",), documents=(harbour.OTHER.id,)
)
BELONGS = Affiliation(
    member="e1",
    body="e2",
    reason="she runs it",
    evidence=Evidence(
        document=harbour.OTHER.id, span=harbour.place(harbour.OTHER, "runs the union"), words="runs the union"
    ),
)


def find_entity(document: str, link: Link) -> Entity | None:
    """Lena Orr is the only one who is known."""
    return LENA if link.kind is Kind.PERSON and link.name == "Lena Orr" else None


def make_contents(**changes: object) -> Contents:
    """The collection; its claims in the order of the report."""
    material = harbour.make_material()
    (kept,) = material.overrules
    contents = Contents(
        title="The ferry",
        documents=material.documents,
        latest={i: i for i in material.documents},
        readings=material.readings,
        claims=material.claims,
        reuses=material.reuses,
        stories=(Story(id="s1", documents=tuple(sorted(material.documents))),),
        entities=(LENA, UNION),
        affiliations=(BELONGS,),
        overrules=(
            kept,
            Overrule(
                number=2,
                ruling=Ruling.SAME,
                subjects=kept.subjects,
                note=f"{FORMULA} {STEERING}",
                made="2031-04-02T00:00:00+00:00",
                withdrawn="2031-04-03T00:00:00+00:00",
            ),
        ),
        find_entity=find_entity,
        versions={"sayso": "0.1.0", "reader": "fake 1"},
    )
    return dataclasses.replace(contents, **changes)  # type: ignore[arg-type]
