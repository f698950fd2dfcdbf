"""Rules 1, 2, 4, 6 and the readings on headlines and loops."""

import pytest

from sayso.model import Part
from tests.collection import Page, line, page, weigh_pages
from tests.factories import anonymous, organisation, person, publication

ORR, TARN = person("Lena Orr"), person("Owen Tarn")
WIRE, TIMES, DAILY = publication("Coast Wire"), publication("Port Times"), publication("Harbor Daily")
LETTER = publication("letter to the port")
OFFICIALS, SAILOR = anonymous("two officials"), anonymous("a sailor")
EARLY, MIDDLE, LATE = "2031-03-01T08:00:00Z", "2031-03-02T08:00:00Z", "2031-03-03T08:00:00Z"
HEADLINE = {"part": Part.HEADLINE, "words": "Pump fails"}

FOLLOWED = {
    "own voice that repeats goes where the other goes": (
        {"d1": page("Coast Wire", line(OFFICIALS)), "d2": page("Harbor Daily", line())},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "reuse: Coast Wire", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0"]},
    ),
    "somebody described who is repeated is the one there": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(anonymous("an official")))},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "an official", "reuse: Coast Wire", "Lena Orr"]},
        {"person:Lena Orr": ["d1.0", "d2.0"]},
    ),
    "somebody named is not changed by reuse": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(TARN))},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "Owen Tarn"]},
        {"person:Lena Orr": ["d1.0"], "person:Owen Tarn": ["d2.0"]},
    ),
    "somebody named alike is found where the words are from": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(ORR))},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "Lena Orr", "reuse: Coast Wire", "Lena Orr"]},
        {"person:Lena Orr": ["d1.0", "d2.0"]},
    ),
    "reuse never leads to a later document": (
        {"d1": page("Coast Wire", line(OFFICIALS), at=LATE), "d2": page("Harbor Daily", line(), at=EARLY)},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily"]},
        {"anonymous:two officials": ["d1.0"], "outlet:Harbor Daily": ["d2.0"]},
    ),
    "reuse of reuse": (
        {
            "d1": page("Coast Wire", line(OFFICIALS), at=EARLY),
            "d2": page("Harbor Daily", line(), at=MIDDLE),
            "d3": page("Port Times", line(), at=LATE),
        },
        {"reuses": [("d2", "d1"), ("d3", "d2")]},
        {"d3.0": ["Port Times", "reuse: Harbor Daily", "reuse: Coast Wire", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0", "d3.0"]},
    ),
    "where the direction is unknown, the one that says more stands for both": (
        {"d1": page("Harbor Daily", line()), "d2": page("Coast Wire", line(OFFICIALS))},
        {"twins": [("d1", "d2")]},
        {"d1.0": ["Harbor Daily", "reuse: Coast Wire", "two officials"], "d2.0": ["Coast Wire", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0"]},
    ),
    "where the direction is unknown and neither credits, one stands for both": (
        {"d1": page("Harbor Daily", line()), "d2": page("Coast Wire", line())},
        {"twins": [("d2", "d1")]},
        {"d2.0": ["Coast Wire", "reuse: Harbor Daily"]},
        {"outlet:Harbor Daily": ["d1.0", "d2.0"]},
    ),
    "the one that stands for both is one that has more": (
        {"d1": page("Harbor Daily", line()), "d2": page("Coast Wire", line()), "d3": page("Coast Wire", line())},
        {"twins": [("d2", "d1")]},
        {"d1.0": ["Harbor Daily", "reuse: Coast Wire"]},
        {"outlet:Coast Wire": ["d1.0", "d2.0", "d3.0"]},
    ),
    "a citation leads into the cited document": (
        {"d1": page("Coast Wire", line(OFFICIALS)), "d2": page("Harbor Daily", line(WIRE))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0"]},
    ),
    "a citation goes before reuse": (
        {
            "d1": page("Coast Wire", line(words="a pump broke"), at=EARLY),
            "d2": page("Port Times", line(ORR), at=EARLY),
            "d3": page("Harbor Daily", line(WIRE), at=LATE),
        },
        {"reuses": [("d3", "d2")]},
        {"d3.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire"]},
        {"person:Lena Orr": ["d2.0"], "outlet:Coast Wire": ["d1.0", "d3.0"]},
    ),
    "a citation without a document here stays, whatever is reused": (
        {"d1": page("Port Times", line(ORR)), "d2": page("Harbor Daily", line(WIRE))},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "Coast Wire"]},
        {"person:Lena Orr": ["d1.0"], "publication:Coast Wire": ["d2.0"]},
    ),
    "the latest document before the citing one": (
        {
            "d1": page("Coast Wire", line(ORR), at=EARLY),
            "d2": page("Coast Wire", line(TARN), at=MIDDLE),
            "d3": page("Harbor Daily", line(WIRE), at="2031-03-02T12:00:00Z"),
            "d4": page("Coast Wire", line(SAILOR), at=LATE),
        },
        {},
        {"d3.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "Owen Tarn"]},
        {"person:Lena Orr": ["d1.0"], "person:Owen Tarn": ["d2.0", "d3.0"], "anonymous:a sailor": ["d4.0"]},
    ),
    "else the earliest after it": (
        {
            "d1": page("Coast Wire", line(ORR), at=LATE),
            "d2": page("Coast Wire", line(TARN), at=MIDDLE),
            "d3": page("Harbor Daily", line(WIRE), at=EARLY),
        },
        {},
        {"d3.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "Owen Tarn"]},
        {"person:Lena Orr": ["d1.0"], "person:Owen Tarn": ["d2.0", "d3.0"]},
    ),
    "the statement with the same value": (
        {
            "d1": page("Coast Wire", line(ORR, value="one"), line(TARN, value="two", words="two pumps failed")),
            "d2": page("Harbor Daily", line(WIRE, value="two")),
        },
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "Owen Tarn"]},
        {"person:Lena Orr": ["d1.0"], "person:Owen Tarn": ["d1.1", "d2.0"]},
    ),
    "the text rather than the headline": (
        {"d1": page("Coast Wire", line(**HEADLINE), line(ORR)), "d2": page("Harbor Daily", line(WIRE))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "Lena Orr"]},
        {"person:Lena Orr": ["d1.0", "d1.1", "d2.0"]},
    ),
    "an outlet that cites itself": (
        {"d1": page("Harbor Daily", line(DAILY))},
        {},
        {"d1.0": ["Harbor Daily", "Harbor Daily"]},
        {"outlet:Harbor Daily": ["d1.0"]},
    ),
    "an organisation speaks for itself where it publishes": (
        {"d1": page("Port Authority", line()), "d2": page("Harbor Daily", line(organisation("Port Authority")))},
        {},
        {"d2.0": ["Harbor Daily", "Port Authority", "citation: Port Authority"]},
        {"organisation:Port Authority": ["d1.0", "d2.0"]},
    ),
    "unless its document credits somebody else": (
        {"d1": page("Port Authority", line(ORR)), "d2": page("Harbor Daily", line(organisation("Port Authority")))},
        {},
        {"d2.0": ["Harbor Daily", "Port Authority", "citation: Port Authority", "Lena Orr"]},
        {"person:Lena Orr": ["d1.0", "d2.0"]},
    ),
    "somebody described through a publication is the one that it describes": (
        {"d1": page("Coast Wire", line(anonymous("officials"))), "d2": page("Harbor Daily", line(WIRE, OFFICIALS))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "two officials", "citation: Coast Wire", "officials"]},
        {"anonymous:officials": ["d1.0", "d2.0"]},
    ),
    "a writing through a publication is the one of which that tells": (
        {"d1": page("Coast Wire", line(LETTER)), "d2": page("Harbor Daily", line(WIRE, publication("letter")))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "letter", "citation: Coast Wire", "letter to the port"]},
        {"publication:letter to the port": ["d1.0", "d2.0"]},
    ),
    "another writing is another one": (
        {"d1": page("Coast Wire", line(LETTER)), "d2": page("Harbor Daily", line(WIRE, publication("audit")))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "audit"]},
        {"publication:letter to the port": ["d1.0"], "publication:audit": ["d2.0"]},
    ),
    "and through another publication": (
        {
            "d1": page("Port Times", line(SAILOR)),
            "d2": page("Coast Wire", line(TIMES)),
            "d3": page("Harbor Daily", line(WIRE, SAILOR)),
        },
        {},
        {"d3.0": ["Harbor Daily", "Coast Wire", "a sailor", "citation: Coast Wire", "Port Times", "citation: Port Times", "a sailor"]},
        {"anonymous:a sailor": ["d1.0", "d2.0", "d3.0"]},
    ),
    "not the one that it names": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(WIRE, OFFICIALS))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "two officials"]},
        {"person:Lena Orr": ["d1.0"], "anonymous:two officials": ["d2.0"]},
    ),
    "of several that it describes, the one described alike": (
        {
            "d1": page("Coast Wire", line(OFFICIALS), line(SAILOR, words="it broke")),
            "d2": page("Harbor Daily", line(WIRE, anonymous("the sailor"))),
        },
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "the sailor", "citation: Coast Wire", "a sailor"]},
        {"anonymous:two officials": ["d1.0"], "anonymous:a sailor": ["d1.1", "d2.0"]},
    ),
    "of several that it describes, none where none is alike": (
        {
            "d1": page("Coast Wire", line(OFFICIALS), line(SAILOR, words="it broke")),
            "d2": page("Harbor Daily", line(WIRE, anonymous("a nurse"))),
        },
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "a nurse"]},
        {"anonymous:two officials": ["d1.0"], "anonymous:a sailor": ["d1.1"], "anonymous:a nurse": ["d2.0"]},
    ),
    "two that only describe each other's source have it": (
        {"d1": page("Coast Wire", line(DAILY, OFFICIALS)), "d2": page("Harbor Daily", line(WIRE, OFFICIALS))},
        {},
        {"d2.0": ["Harbor Daily", "Coast Wire", "two officials", "citation: Coast Wire", "Harbor Daily", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0"]},
    ),
    "a document's own earlier mention": (
        {
            "d1": page("Coast Wire", line(OFFICIALS)),
            "d2": page("Harbor Daily", line(OFFICIALS), line(anonymous("Two officials"), words="it broke, they said")),
        },
        {"reuses": [("d2", "d1")]},
        {"d2.1": ["Harbor Daily", "Two officials", "reference: two officials", "reuse: Coast Wire", "two officials"]},
        {"anonymous:two officials": ["d1.0", "d2.0", "d2.1"]},
    ),
    "a headline rests on its text": (
        {"d1": page("Harbor Daily", line(**HEADLINE), line(OFFICIALS))},
        {},
        {"d1.0": ["Harbor Daily", "headline: two officials"]},
        {"anonymous:two officials": ["d1.0", "d1.1"]},
    ),
    "a headline with its text's chain goes where the text goes": (
        {
            "d1": page("Coast Wire", line(ORR, words="the pumps are gone"), line()),
            "d2": page("Harbor Daily", line(WIRE, credited=False, **HEADLINE), line(WIRE, words="one is gone")),
        },
        {"reuses": []},
        {
            "d2.0": ["Harbor Daily", "headline: Coast Wire", "citation: Coast Wire", "Lena Orr"],
            "d2.1": ["Harbor Daily", "Coast Wire", "citation: Coast Wire", "Lena Orr"],
        },
        {"person:Lena Orr": ["d1.0", "d2.0", "d2.1"], "outlet:Coast Wire": ["d1.1"]},
    ),
    "a lead in the outlet's own voice stands on its own": (
        {"d1": page("Harbor Daily", line(), line(OFFICIALS, words="it broke"))},
        {},
        {"d1.0": ["Harbor Daily"]},
        {"outlet:Harbor Daily": ["d1.0"], "anonymous:two officials": ["d1.1"]},
    ),
    "what is repeated may be in no claim": (
        {"d1": page("Coast Wire", line(ORR, claimed=False)), "d2": page("Harbor Daily", line())},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "reuse: Coast Wire", "Lena Orr"]},
        {"person:Lena Orr": ["d2.0"]},
    ),
    "a denial is not repeated by who affirms": (
        {"d1": page("Coast Wire", line(ORR, denied=True)), "d2": page("Harbor Daily", line())},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily"]},
        {"outlet:Harbor Daily": ["d2.0"]},
    ),
    "a credit to nobody known goes where its words are from": (
        {"d1": page("Coast Wire", line(ORR)), "d2": page("Harbor Daily", line(person(None)))},
        {"reuses": [("d2", "d1")]},
        {"d2.0": ["Harbor Daily", "None", "reuse: Coast Wire", "Lena Orr"]},
        {"person:Lena Orr": ["d1.0", "d2.0"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pages", "links", "steps", "origins"), FOLLOWED.values(), ids=FOLLOWED)
def test_a_chain_is_followed(
    pages: dict[str, Page],
    links: dict[str, list[tuple[str, str]]],
    steps: dict[str, list[str]],
    origins: dict[str, list[str]],
) -> None:
    said = weigh_pages(pages, **links)  # type: ignore[arg-type]
    assert {name: said.steps(name) for name in steps} == steps
    assert said.origins == origins


LOOPS = {
    "two that cite each other": (
        {"d1": page("Harbor Daily", line(TIMES)), "d2": page("Port Times", line(DAILY))},
        [],
        ["d1.0", "d2.0"],
        (0, 0),
    ),
    "one that repeats a loop": (
        {
            "d1": page("Harbor Daily", line(TIMES)),
            "d2": page("Port Times", line(DAILY)),
            "d3": page("Coast Wire", line()),
        },
        [("d3", "d1")],
        ["d1.0", "d2.0", "d3.0"],
        (0, 0),
    ),
    "one that cites what was repeated from it": (
        {"d1": page("Harbor Daily", line(TIMES), at=EARLY), "d2": page("Port Times", line(), at=LATE)},
        [("d2", "d1")],
        ["d1.0", "d2.0"],
        (0, 0),
    ),
    "a loop beside a source": (
        {
            "d1": page("Harbor Daily", line(TIMES)),
            "d2": page("Port Times", line(DAILY)),
            "d3": page("Coast Wire", line(ORR)),
        },
        [],
        ["d1.0", "d2.0"],
        (1, 1),
    ),
    "reuse alone closes no loop": (
        {"d1": page("Harbor Daily", line()), "d2": page("Port Times", line())},
        [("d1", "d2"), ("d2", "d1")],
        [],
        (1, 1),
    ),
    "somebody described ends a loop": (
        {"d1": page("Harbor Daily", line(OFFICIALS), at=LATE), "d2": page("Port Times", line(DAILY), at=EARLY)},
        [("d1", "d2")],
        [],
        (1, 1),
    ),
    "an organisation and an outlet that credit each other": (
        {
            "d1": page("Harbor Daily", line(organisation("Port Authority"))),
            "d2": page("Port Authority", line(DAILY)),
        },
        [],
        ["d1.0", "d2.0"],
        (0, 0),
    ),
    "a denial is in no loop of who affirms": (
        {"d1": page("Harbor Daily", line(TIMES)), "d2": page("Port Times", line(DAILY, denied=True))},
        [],
        [],
        (1, 1),
    ),
}


@pytest.mark.parametrize(("pages", "reuses", "loops", "interval"), LOOPS.values(), ids=LOOPS)
def test_chains_that_only_lead_round(
    pages: dict[str, Page], reuses: list[tuple[str, str]], loops: list[str], interval: tuple[int, int]
) -> None:
    said = weigh_pages(pages, reuses=reuses)
    assert said.loops == loops
    assert said.interval == interval
    assert said.claim.circular == (interval == (0, 0))


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ((EARLY, MIDDLE, LATE), "it is the latest before this document"),
        ((MIDDLE, LATE, EARLY), "all later, it is the earliest"),
        ((None, None, LATE), "their times don't tell which of several it means"),
    ],
)
def test_how_one_of_several_documents_was_chosen(times: tuple[str | None, ...], words: str) -> None:
    said = weigh_pages(
        {
            "d1": page("Coast Wire", line(ORR), at=times[0]),
            "d2": page("Coast Wire", line(TARN), at=times[1]),
            "d3": page("Harbor Daily", line(WIRE), at=times[2]),
        }
    )
    (citation,) = (h for f in said.claim.weight.followed for h in f.hops if h.step == "citation")
    assert citation.reason.endswith(words)
    assert [e.metadata for e in citation.evidence if e.metadata] == ["published"] * sum(
        t is not None for t in times[1:]
    )
