"""A hand-made collection on one ferry: reuse, citation, a circle, a denial, hardening, a correction, and hostile words."""

import dataclasses
from collections.abc import Iterable, Sequence

from sayso.export.report import Leaned, Material, Unquoted
from sayso.model import (
    Anchor,
    Claim,
    Document,
    Furniture,
    FurnitureKind,
    Kind,
    Link,
    Modality,
    Overrule,
    Part,
    Passage,
    Polarity,
    Reading,
    Reuse,
    Ruling,
    Span,
    Statement,
    Status,
    Tie,
    Variant,
    statement_id,
)
from sayso.weigh.setting import Setting
from sayso.weigh.weighing import weigh
from tests.factories import make_document, outlet

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'

FIRST = make_document(
    outlet="Harbor Daily",
    url="https://harbor-daily.example/ferry",
    published="2031-03-02T08:00:00Z",
    headline="Ferry not inspected since March",
    text="The ferry had not been inspected since March, two port officials said.\n\nAlso read: tides of the week",
)
COPY = make_document(
    outlet="Coast Wire",
    url="https://coast-wire.example/ferry",
    published="2031-03-02T11:00:00Z",
    headline="Ferry uninspected",
    text="The ferry had not been inspected since March.\n\nThe port had no comment.",
)
CITING = make_document(
    outlet="Port Times",
    url="https://port-times.example/ferry",
    published="2031-03-03",
    headline="Inspections",
    text="The ferry has reportedly gone without inspection since March, the Harbor Daily reported.",
)
OTHER = make_document(
    outlet="Skerry Post",
    url="javascript:alert(3)",
    published="2031-03-04T09:30:00+02:00",
    headline="Union speaks",
    text='"The ferry was last inspected in April," said Lena Orr, who runs the union.',
)
DENYING = make_document(
    outlet=f"Quay News {HOSTILE}",
    url='https://quay.example/"><script>',
    published="2031-03-05",
    headline=f"Owner rejects report {HOSTILE}",
    text=f"Owen Tarn denied that the ferry had not been inspected. {HOSTILE} & more.",
    status=Status.CORRECTED,
)
ROUND = [
    make_document(
        outlet=name,
        url=f"https://{name.split()[0].lower()}.example/engine",
        published=None,
        headline="Engine",
        text=f"The engine is to be replaced, the {other} reports.",
    )
    for name, other in (("Isle Echo", "Reef Mail"), ("Reef Mail", "Isle Echo"))
]
DOCUMENTS = (FIRST, COPY, CITING, OTHER, DENYING, *ROUND)


def place(document: Document, words: str, part: Part = Part.TEXT) -> Span:
    """Where some words stand in a document."""
    start = document.part(part).index(words)
    return Span(part=part, start=start, stop=start + len(words))


def say(
    document: Document,
    words: str,
    *credits: tuple[Kind, str, str],
    cue: str | None = None,
    part: Part = Part.TEXT,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.PLAIN,
    credited: bool = True,
) -> Statement:
    """A statement of a document; credits are kind, name and words, from near to far."""
    links = [
        Link(kind=kind, name=name, mention=place(document, mention), reason="named beside the words")
        for kind, name, mention in credits
    ]
    chain = (outlet(document.outlet), *links)
    span = place(document, words, part)
    return Statement(
        id=statement_id(document=document.id, spans=[span], chain=chain, polarity=polarity),
        document=document.id,
        spans=(span,),
        text=words,
        cue=place(document, cue) if cue else None,
        chain=chain,
        polarity=polarity,
        modality=modality,
        credited=credited,
    )


SAID = (Kind.ANONYMOUS, "two port officials", "two port officials")
STATEMENTS = (
    say(FIRST, "Ferry not inspected since March", SAID, part=Part.HEADLINE, credited=False),
    say(FIRST, "The ferry had not been inspected since March", SAID, cue="said"),
    say(COPY, "The ferry had not been inspected since March"),
    say(COPY, "The port had no comment"),
    say(
        CITING,
        "The ferry has reportedly gone without inspection since March",
        (Kind.PUBLICATION, "Harbor Daily", "the Harbor Daily"),
        cue="reported.",
        modality=Modality.HEDGED,
    ),
    say(OTHER, "The ferry was last inspected in April", (Kind.PERSON, "Lena Orr", "Lena Orr"), cue="said"),
    say(
        DENYING,
        "the ferry had not been inspected",
        (Kind.PERSON, "Owen Tarn", "Owen Tarn"),
        cue="denied",
        polarity=Polarity.DENIED,
    ),
    *(
        say(d, "The engine is to be replaced", (Kind.PUBLICATION, other, f"the {other}"), cue="reports")
        for d, other in zip(ROUND, ("Reef Mail", "Isle Echo"), strict=True)
    ),
)
HEADLINE, ORIGINAL, COPIED, COMMENT, CITED, APRIL, DENIAL, *CIRCLE = STATEMENTS

REUSE = Reuse(
    document=COPY.id,
    source=FIRST.id,
    directed=True,
    reason="Harbor Daily was out three hours before",
    passages=(Passage(span=place(COPY, ORIGINAL.text), source=place(FIRST, ORIGINAL.text), score=1.0),),
)
FURNITURE = Furniture(
    span=place(FIRST, "Also read: tides of the week"), kind=FurnitureKind.NAVIGATION, reason="begins with Also read"
)


def read(documents: Iterable[Document], statements: Sequence[Statement]) -> dict[str, Reading]:
    """The readings of some documents."""
    return {
        d.id: Reading(
            document=d.id,
            reader="fake 1",
            statements=tuple(s for s in statements if s.document == d.id),
            furniture=(FURNITURE,) if d is FIRST else (),
        )
        for d in documents
    }


def make_claims() -> list[Claim]:
    """Three claims, weighed: one of five documents, a circle, and one of a single document."""
    readings = read(DOCUMENTS, STATEMENTS)
    publishers = {f"e:{(d.outlet or '').casefold()}": [d.id] for d in DOCUMENTS}
    setting = Setting(
        documents={d.id: d for d in DOCUMENTS},
        statements={s.id: s for s in STATEMENTS},
        by_document={i: r.statements for i, r in readings.items()},
        entities={
            (s.document, str(k.kind), k.name or ""): f"e:{(k.name or '').casefold()}"
            for s in STATEMENTS
            for k in s.chain
        },
        publishers=publishers,
        reuses={FIRST.id: (REUSE,), COPY.id: (REUSE,)},
    )
    affirmed = (HEADLINE, ORIGINAL, COPIED, CITED, APRIL)
    a, b = sorted((ORIGINAL.id, COPIED.id))
    inspected = Claim(
        id=min(s.id for s in affirmed),
        text=ORIGINAL.text,
        said_by='Harbor Daily → "two port officials"',
        statements=tuple(sorted(s.id for s in affirmed)),
        denials=(DENIAL.id,),
        documents=tuple(sorted({s.document for s in (*affirmed, DENIAL)})),
        ties=(Tie(a=a, b=b, opposed=False, score=1.0, features=(), reason="the same words"),),
        variants=(
            Variant(value="March", statements=(CITED.id, COPIED.id, ORIGINAL.id)),
            Variant(value="April", statements=(APRIL.id,)),
        ),
    )
    claims = [inspected, _make_claim(CIRCLE, "Isle Echo → Reef Mail"), _make_claim([COMMENT], "Coast Wire")]
    return [weigh(c, setting) for c in claims]


def _make_claim(statements: Sequence[Statement], said_by: str) -> Claim:
    return Claim(
        id=min(s.id for s in statements),
        text=statements[0].text,
        said_by=said_by,
        statements=tuple(sorted(s.id for s in statements)),
        documents=tuple(sorted({s.document for s in statements})),
    )


def make_material(**changes: object) -> Material:
    """The collection as a report takes it."""
    claims = make_claims()
    material = Material(
        title="The ferry",
        documents={d.id: d for d in DOCUMENTS},
        readings=read(DOCUMENTS, STATEMENTS),
        claims=claims,
        chosen=claims,
        reuses=(REUSE,),
        leanings=(Leaned(name='"two port officials"', sort="anonymous", claims=1, alone=0, documents=3),),
        unquoted=(Unquoted(name=f"Ada Fenn {HOSTILE}", sort="person", statements=2, documents=1),),
        overrules=(
            Overrule(
                number=1,
                ruling=Ruling.APART,
                subjects=(Anchor(document=FIRST.id, part=Part.TEXT, words="The ferry"),),
                note="another ferry",
                by="A. Editor",
                made="2031-04-01T00:00:00+00:00",
            ),
        ),
        versions={"sayso": "0.1.0", "reader": "fake 1"},
        older_versions=1,
        set_aside=2,
    )
    return dataclasses.replace(material, **changes)  # type: ignore[arg-type]
