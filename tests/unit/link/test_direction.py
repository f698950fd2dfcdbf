import dataclasses

import pytest

from sayso.link.crediting import Record
from sayso.link.direction import Direction, find_direction
from sayso.link.passages import find_passages
from sayso.link.prints import make_prints
from sayso.model import Credit, Document, Part, Span
from tests.factories import make_document

WORDS = (
    "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn. Passengers sang to keep the "
    "children awake, while the cook burned chairs and tables in the stove for warmth."
)
EIGHT, NINE = "2031-03-02T08:00:00Z", "2031-03-02T09:00:00Z"


def make_paper(
    outlet: str, *, before: str = "", after: str = "", published: str | None = None, dateline: str = ""
) -> Document:
    text = f"{f'TARN ({dateline}) - ' if dateline else ''}{before}{WORDS}{after}"
    document = make_document(text=text, headline="", outlet=outlet, url=None, published=published)
    if not dateline:
        return document
    span = Span(part=Part.TEXT, start=6, stop=6 + len(dateline))
    return dataclasses.replace(document, credits=(Credit(name=dateline, span=span, where="dateline"),))


def judge(a: Document, b: Document) -> tuple[Direction, str]:
    """The direction, the same both ways, and the outlet that repeats; a dash where it is undetermined."""
    ours, theirs = (Record(document=d, statements=(), prints=make_prints(d, ())) for d in (a, b))
    direction = find_direction(ours, theirs, find_passages(ours.prints, theirs.prints))
    assert direction == find_direction(theirs, ours, find_passages(theirs.prints, ours.prints))
    return direction, {a.id: a.outlet, b.id: b.outlet}.get(direction.repeater or "") or "-"


@pytest.mark.parametrize(
    ("a", "b", "repeater", "reason"),
    [
        pytest.param(
            make_paper("Daily", dateline="Coast Wire"),
            make_paper("Coast Wire"),
            "Daily",
            "it credits Coast Wire in its dateline",
            id="dateline",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire", published=EIGHT),
            make_paper("Coast Wire", published=NINE),
            "Daily",
            "it credits Coast Wire in its dateline, which goes before the times of publication: by these it was out first",
            id="credit goes before time",
        ),
        pytest.param(
            make_paper("Daily", after=" It was first reported by Coast Wire."),
            make_paper("Coast Wire"),
            "Daily",
            "it credits Coast Wire for other words",
            id="credit elsewhere",
        ),
        pytest.param(
            make_paper("Daily", after=" Fares will rise, according to Coast Wire.", published=EIGHT),
            make_paper("Coast Wire", published=NINE),
            "-",
            "one credits Coast Wire for other words, but was published clearly before it",
            id="credit elsewhere against time",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire"),
            make_paper("Coast Wire", after=" Fares will rise, according to Daily."),
            "Daily",
            "it credits Coast Wire in its dateline",
            id="a dateline goes before a credit elsewhere",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire", published=EIGHT),
            make_paper("Coast Wire", dateline="Daily", published=NINE),
            "-",
            "each of the two credits the other",
            id="each credits the other",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire", published=EIGHT),
            make_paper("Times", dateline="Coast Wire", published=NINE),
            "-",
            "both credit Coast Wire, so each may have its words from there",
            id="both credit a third",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire", published=EIGHT),
            make_paper("Times", dateline="Ostmere Press", published=NINE),
            "-",
            "so neither need have its words from the other",
            id="each credits a third",
        ),
        pytest.param(
            make_paper("Daily", published=EIGHT),
            make_paper("Times", dateline="Coast Wire", published=NINE),
            "-",
            "the later of the two credits Coast Wire, so it need not have its words from the earlier",
            id="the later credits a third",
        ),
        pytest.param(
            make_paper("Daily", dateline="Coast Wire", published=EIGHT),
            make_paper("Times", published=NINE),
            "Times",
            f"it was published later: {NINE}, the other {EIGHT}",
            id="the earlier credits a third",
        ),
        pytest.param(
            make_paper("Daily", published=EIGHT),
            make_paper("Times", published=NINE),
            "Times",
            f"it was published later: {NINE}, the other {EIGHT}",
            id="time",
        ),
        pytest.param(
            make_paper("Daily", published="2031-03-02"),
            make_paper("Times", published=NINE),
            "-",
            "neither credits the other, and their times of publication are too close to tell which was first",
            id="one day",
        ),
        pytest.param(
            make_paper("Daily", published=EIGHT),
            make_paper("Times"),
            "-",
            "neither credits the other, and they are not both dated",
            id="one undated",
        ),
    ],
)
def test_directions(a: Document, b: Document, repeater: str, reason: str) -> None:
    direction, found = judge(a, b)
    assert found == repeater
    assert reason in direction.reason


def test_evidence_stands_where_it_says() -> None:
    for a, b in (
        (make_paper("Daily", dateline="Coast Wire"), make_paper("Coast Wire")),
        (make_paper("Daily", published=EIGHT), make_paper("Times", published=NINE)),
    ):
        direction, _ = judge(a, b)
        assert direction.evidence
        for evidence in direction.evidence:
            document = a if evidence.document == a.id else b
            if evidence.span is not None:
                assert document.words(evidence.span) == evidence.words
            else:
                assert getattr(document, evidence.metadata or "") == evidence.words


def test_a_trace_speaks_only_where_nothing_else_does() -> None:
    full = make_paper(
        "Daily", before="Lena Orr, the harbour master, had slept badly. ", after=" Orr said she was proud."
    )
    short = make_paper("Times", after=" Orr said she was proud.")
    direction, repeater = judge(full, short)
    assert repeater == "Times"
    assert "weak evidence" in direction.reason
    dated = [dataclasses.replace(d, published=p) for d, p in ((full, NINE), (short, EIGHT))]
    assert judge(*dated)[1] == "Daily"
