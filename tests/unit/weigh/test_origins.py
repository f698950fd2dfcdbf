"""Origins with their marks, reasons and words."""

import pytest

from sayso.model import Kind, Origin
from tests.collection import Page, line, page, weigh_pages
from tests.factories import anonymous, organisation, outlet, person, publication

ORR, GUARD, WIRE = person("Lena Orr"), organisation("Coast Guard"), publication("Coast Wire")
OFFICIALS = anonymous("two officials")
SEEN = "our reporter saw the pump fail"

MARKS = ("absent", "silent", "unattributed", "first_hand")
ORIGINS = {
    "a person": (
        {"d1": page("Harbor Daily", line(ORR)), "d2": page("Port Times", line(ORR))},
        (Kind.PERSON, "Lena Orr", "Lena Orr", set()),
        "Lena Orr is named by 2 documents: one person",
    ),
    "an organisation": (
        {"d1": page("Harbor Daily", line(GUARD))},
        (Kind.ORGANISATION, "Coast Guard", "Coast Guard", set()),
        "Coast Guard is named by 1 document: one organisation",
    ),
    "an organisation that publishes": (
        {"d1": page("Coast Guard", line()), "d2": page("Harbor Daily", line(GUARD))},
        (Kind.ORGANISATION, "Coast Guard", "Coast Guard", set()),
        "Coast Guard is named by 1 document and speaks in 1 document of its own: one organisation",
    ),
    "somebody whose words others repeat": (
        {
            "d1": page("Harbor Daily", line(ORR)),
            "d2": page("Port Times", line(publication("Harbor Daily"))),
            "d3": page("Tarn Post", line(publication("Harbor Daily"))),
        },
        (Kind.PERSON, "Lena Orr", "Lena Orr", set()),
        "Lena Orr is named by 1 document: one person; 2 other documents lead to it by reuse or citation",
    ),
    "an absent publication": (
        {"d1": page("Harbor Daily", line(WIRE)), "d2": page("Port Times", line(WIRE))},
        (Kind.PUBLICATION, "Coast Wire", "Coast Wire", {"absent"}),
        "Coast Wire is credited by 2 documents; no document of it is here",
    ),
    "a silent publication": (
        {"d1": page("Harbor Daily", line(WIRE)), "d2": page("Coast Wire", line(claimed=False))},
        (Kind.PUBLICATION, "Coast Wire", "Coast Wire", {"absent", "silent"}),
        "Coast Wire is credited by 1 document; documents of it are here, and none makes this claim",
    ),
    "a publication that only denies it": (
        {"d1": page("Harbor Daily", line(WIRE)), "d2": page("Coast Wire", line(denied=True))},
        (Kind.PUBLICATION, "Coast Wire", "Coast Wire", {"absent", "silent"}),
        "Coast Wire is credited by 1 document; documents of it are here, and none makes this claim",
    ),
    "somebody described": (
        {"d1": page("Harbor Daily", line(OFFICIALS), line(OFFICIALS, words="it broke"))},
        (Kind.ANONYMOUS, "two officials", "two officials", set()),
        '"two officials" is described by Harbor Daily and not identified',
    ),
    "nobody known": (
        {"d1": page("Harbor Daily", line(person(None)))},
        (Kind.PERSON, None, "they", set()),
        "Harbor Daily credits somebody, and it is undetermined who is meant",
    ),
    "own voice": (
        {"d1": page("Harbor Daily", line()), "d2": page("Harbor Daily", line())},
        (Kind.OUTLET, "Harbor Daily", None, {"unattributed"}),
        "Harbor Daily speaks in its own voice and credits nobody",
    ),
    "own voice of nobody known": (
        {"d1": page(None, line())},
        (Kind.OUTLET, None, None, {"unattributed"}),
        "an unknown outlet speaks in its own voice and credits nobody",
    ),
    "what an outlet credits to itself": (
        {"d1": page("Coast Wire", line(), line(WIRE, words="it broke"))},
        (Kind.OUTLET, "Coast Wire", "Coast Wire", {"unattributed"}),
        "Coast Wire speaks in its own voice and credits nobody",
    ),
    "first hand": (
        {"d1": page("Harbor Daily", line(words=SEEN)), "d2": page("Harbor Daily", line())},
        (Kind.OUTLET, "Harbor Daily", None, {"first_hand"}),
        'Harbor Daily speaks in its own voice, and says that it perceived this itself ("our reporter saw")',
    ),
    "a newspaper that somebody takes for an organisation": (
        {
            "d1": page("Coast Wire", line()),
            "d2": page("Harbor Daily", line(organisation("Coast Wire"), claimed=False)),
            "d3": page("Port Times", line(WIRE, claimed=False)),
        },
        (Kind.OUTLET, "Coast Wire", None, {"unattributed"}),
        "Coast Wire speaks in its own voice and credits nobody",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pages", "origin", "reason"), ORIGINS.values(), ids=ORIGINS)
def test_an_origin(pages: dict[str, Page], origin: tuple[Kind, str | None, str | None, set[str]], reason: str) -> None:
    said = weigh_pages(pages)
    (found,) = said.claim.weight.origins
    assert (found.kind, found.name, found.mention, {m for m in MARKS if getattr(found, m)}) == origin
    assert found.reason == reason
    assert {e.words for e in found.evidence} <= {"Harbor Daily", "Coast Wire", "Coast Guard", "", "they", "Lena Orr",
        "two officials", "our reporter saw"}  # fmt: skip
    assert sorted(found.statements) == sorted(said.claim.statements)


def find_origins(pages: dict[str, Page]) -> dict[str | None, Origin]:
    return {o.name: o for o in weigh_pages(pages).claim.weight.origins}


@pytest.mark.parametrize(
    ("chain", "same"),
    [
        ((ORR,), True),
        ((WIRE,), True),
        ((), True),
        ((OFFICIALS,), True),
        ((person(None),), False),
    ],
)
def test_an_origin_has_the_same_id_in_every_claim(chain: tuple, same: bool) -> None:  # type: ignore[type-arg]
    name = (chain or (outlet("Harbor Daily"),))[-1].name
    first = find_origins({"d1": page("Harbor Daily", line(*chain))})[name]
    second = find_origins({"d1": page("Harbor Daily", line(GUARD, words="x"), line(*chain, words="the crane fell"))})[
        name
    ]
    assert (first.id == second.id) is same


def test_the_words_of_each_document_are_kept() -> None:
    said = weigh_pages({"d1": page("Harbor Daily", line(ORR)), "d2": page("Port Times", line(ORR))})
    (origin,) = said.claim.weight.origins
    assert [(e.document, e.words) for e in origin.evidence] == [("d1", "Lena Orr"), ("d2", "Lena Orr")]
