"""Rules 9 and 10."""

import pytest

from sayso.model import Part, Status
from tests.collection import Page, line, page, weigh_pages
from tests.factories import anonymous, person, publication

ORR, OFFICIALS, WIRE = person("Lena Orr"), anonymous("two officials"), publication("Coast Wire")
HEADLINE = {"part": Part.HEADLINE, "words": "Pump fails"}

HARDENED = {
    "asserted what is attributed": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line())},
        [("d2", "d1")],
        ("d2",),
    ),
    "asserted what is hedged": (
        {"d1": page("Coast Wire", line(hedged=True)), "d2": page("Harbor Daily", line())},
        [("d2", "d1")],
        ("d2",),
    ),
    "asserted what is asserted": (
        {"d1": page("Coast Wire", line()), "d2": page("Harbor Daily", line())},
        [("d2", "d1")],
        (),
    ),
    "asserted what rests on something attributed in the end": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line()), "d3": page("Port Times", line())},
        [("d2", "d1"), ("d3", "d2")],
        ("d2", "d3"),
    ),
    "hedged what is attributed": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(hedged=True))},
        [("d2", "d1")],
        (),
    ),
    "a credit that hides the doubt is still a credit": (
        {"d1": page("Coast Wire", line(hedged=True)), "d2": page("Harbor Daily", line(WIRE))},
        [],
        (),
    ),
    "a headline without its text's credit": (
        {"d1": page("Harbor Daily", line(ORR, credited=False, **HEADLINE), line(ORR))},
        [],
        ("d1",),
    ),
    "a headline with its text's credit": (
        {"d1": page("Harbor Daily", line(ORR, **HEADLINE), line(ORR))},
        [],
        (),
    ),
    "a headline in the outlet's voice over a credited text": (
        {"d1": page("Harbor Daily", line(**HEADLINE), line(OFFICIALS))},
        [],
        ("d1",),
    ),
    "a lead beside a credited sentence": (
        {"d1": page("Harbor Daily", line(), line(OFFICIALS, words="it broke"))},
        [],
        (),
    ),
    "a denial": (
        {"d1": page("Coast Wire", line(ORR, denied=True)), "d2": page("Harbor Daily", line(denied=True))},
        [("d2", "d1")],
        (),
    ),
}


@pytest.mark.parametrize(("pages", "reuses", "hardened"), HARDENED.values(), ids=HARDENED)
def test_where_a_claim_hardens(
    pages: dict[str, Page], reuses: list[tuple[str, str]], hardened: tuple[str, ...]
) -> None:
    assert weigh_pages(pages, reuses=reuses).claim.hardened_at == hardened


@pytest.mark.parametrize("status", [Status.CORRECTED, Status.RETRACTED])
def test_what_rests_on_a_corrected_document(status: Status) -> None:
    said = weigh_pages(
        {
            "d1": page("Coast Wire", line(ORR), status=status),
            "d2": page("Harbor Daily", line(WIRE)),
            "d3": page("Port Times", line(ORR)),
            "d4": page("Tarn Post", line(ORR)),
        },
        reuses=[("d3", "d1")],
    )
    assert said.claim.corrected == ("d2", "d3")
    passed = {said.names[f.statement]: f.status for f in said.claim.weight.followed}
    assert passed == {"d1.0": ("d1",), "d2.0": ("d1",), "d3.0": ("d1",), "d4.0": ()}
    assert said.interval == (1, 1)


def test_a_denial_that_rests_on_a_corrected_document() -> None:
    said = weigh_pages(
        {
            "d1": page("Coast Wire", line(ORR, denied=True), status=Status.CORRECTED),
            "d2": page("Harbor Daily", line(denied=True)),
        },
        reuses=[("d2", "d1")],
    )
    assert said.claim.corrected == ("d2",)
