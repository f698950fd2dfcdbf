import dataclasses

import pytest

from sayso.link.crediting import Record
from sayso.link.passages import find_passages, mirror_passages
from sayso.link.prints import make_prints
from sayso.link.traces import find_traces
from sayso.model import Document, Status
from tests.factories import make_document

WORDS = (
    "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn. Passengers sang to keep the "
    "children awake, while 40 people burned chairs and tables in the stove for warmth."
)
SAID = " Orr said she was proud of them."
INTRODUCED = "Lena Orr, the harbour master, had slept badly. "


def find_reasons(a: Document, b: Document) -> tuple[list[str], list[str]]:
    """Reasons for the first repeating the second, and for the second repeating the first."""
    ours, theirs = (Record(document=d, statements=(), prints=make_prints(d, ())) for d in (a, b))
    passages = find_passages(ours.prints, theirs.prints)
    assert passages
    forth, back = find_traces(ours, theirs, passages), find_traces(theirs, ours, mirror_passages(passages))
    for trace in (*forth, *back):
        for evidence in trace.evidence:
            assert evidence.span is not None
            assert (a if evidence.document == a.id else b).words(evidence.span) == evidence.words
    return [t.reason for t in forth], [t.reason for t in back]


@pytest.mark.parametrize(
    ("fuller", "shorter", "found"),
    [
        (INTRODUCED + WORDS + SAID, WORDS + SAID, True),
        (INTRODUCED + WORDS + SAID, INTRODUCED + WORDS + SAID, False),
        (INTRODUCED + WORDS + SAID, f"Lena Orr spoke. {WORDS}{SAID}", False),
        (f"The harbour master had slept badly. {WORDS}{SAID}", WORDS + SAID, False),
        (WORDS + SAID + " " + INTRODUCED, WORDS + SAID, False),
        (
            INTRODUCED + WORDS + SAID,
            WORDS + SAID + " The islands have three more ferries, none younger than forty years." * 5,
            False,
        ),
        (INTRODUCED + WORDS, WORDS, False),
    ],
)
def test_a_person_introduced_in_words_that_were_cut(fuller: str, shorter: str, found: bool) -> None:
    forth, back = find_reasons(make_document(text=shorter, headline=""), make_document(text=fuller, headline=""))
    assert bool(forth) is found
    assert back == []


NOTE = "Correction: An earlier version of this report said that 40 people burned chairs; it was 14."


@pytest.mark.parametrize(
    ("status", "note", "found"),
    [
        (Status.CORRECTED, f"text: {NOTE}", True),
        (Status.CORRECTED, "given", False),
        (Status.LIVE, None, False),
    ],
)
def test_what_the_other_has_corrected(status: Status, note: str | None, found: bool) -> None:
    corrected = make_document(text=f"{WORDS.replace('40', '14')}\n\n{NOTE}", headline="")
    corrected = dataclasses.replace(corrected, status=status, status_from=note)
    forth, back = find_reasons(make_document(text=WORDS, headline=""), corrected)
    assert [r.startswith("it has 40 where the other was corrected") for r in forth] == [True] * found
    assert back == []
