import pytest

from sayso.link.prints import make_prints
from sayso.link.reuse import Record, decide
from sayso.model import Document
from tests.factories import make_document

WORDS = (
    "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn. Passengers sang to keep the "
    "children awake, while the cook burned chairs and tables in the stove for warmth."
)
TAIL = (
    "The Daily has followed the islands since 1907. Its forty journalists write from Skerry and Ostmere, and whoever reads a "
    "page to its end has paid for the next."
)
OWN = tuple(
    " ".join(f"{first} {second}." for first in firsts for second in seconds)
    for firsts, seconds in (
        (
            ("Bakers sold", "Priests blessed", "Anglers cursed", "Painters drew", "Clerks counted", "Widows kept"),
            ("warm rolls", "small boats", "blue nets", "long oars"),
        ),
        (
            ("Snow covered", "Frost cracked", "Wind bent", "Hail broke", "Fog hid", "Rain filled"),
            ("every roof", "old bridges", "young birches", "empty lanes"),
        ),
    )
)


def make_record(text: str, *, outlet: str | None = "Daily", published: str | None = None) -> Record:
    document = make_document(text=text, headline="", outlet=outlet, url=None, published=published)
    return Record(document=document, statements=(), prints=make_prints(document, ()))


def make_early_and_late() -> tuple[Record, Record]:
    return (
        make_record(f"{OWN[0]}\n{WORDS}", published="2031-03-02T08:00:00Z"),
        make_record(f"{WORDS}\n{OWN[1]}", outlet="Times", published="2031-03-02T09:00:00Z"),
    )


def test_the_later_repeats_the_earlier() -> None:
    early, late = make_early_and_late()
    reuse = decide(early, late)
    assert reuse is not None
    assert (reuse.document, reuse.source, reuse.directed) == (late.document.id, early.document.id, True)
    (passage,) = reuse.passages
    assert late.document.words(passage.span) == early.document.words(passage.source) == WORDS


@pytest.mark.parametrize("published", ["2031-03-02T08:00:00Z", None])
def test_swapped_documents_give_the_same(published: str | None) -> None:
    early, _ = make_early_and_late()
    other = make_record(f"{WORDS}\n{OWN[1]}", outlet="Times", published=published)
    assert decide(early, other) == decide(other, early) is not None


def test_without_a_direction_the_passages_are_kept() -> None:
    a, b = make_record(f"{OWN[0]}\n{WORDS}"), make_record(f"{WORDS}\n{OWN[1]}", outlet="Times")
    reuse = decide(a, b)
    assert reuse is not None
    assert not reuse.directed
    assert reuse.document > reuse.source
    documents: dict[str, Document] = {r.document.id: r.document for r in (a, b)}
    assert [documents[reuse.document].words(p.span) for p in reuse.passages] == [WORDS]
    assert [documents[reuse.source].words(p.source) for p in reuse.passages] == [WORDS]


@pytest.mark.parametrize(
    ("a", "b", "outlets", "found"),
    [
        pytest.param(
            f"{OWN[0]}\n{TAIL}", f"{OWN[1]}\n{TAIL}", ("Daily", "Daily"), False, id="under two articles of one outlet"
        ),
        pytest.param(f"{OWN[0]}\n{TAIL}", f"{OWN[1]}\n{TAIL}", ("Daily", "Times"), True, id="of two outlets"),
        pytest.param(f"{OWN[0]}\n{TAIL}", f"{OWN[1]}\n{TAIL}", (None, None), True, id="of outlets unknown"),
        pytest.param(f"{OWN[0]}\n{TAIL}", f"{TAIL}\n{OWN[1]}", ("Daily", "Daily"), True, id="at the top of one"),
        pytest.param(
            f"{OWN[0]}\n{TAIL}\nOwen Tarn", f"{OWN[1]}\n{TAIL}", ("Daily", "Daily"), False, id="with a name below"
        ),
        pytest.param(
            f"{WORDS}\n{OWN[0]}\n{TAIL}",
            f"{WORDS}\n{OWN[1]}\n{TAIL}",
            ("Daily", "Daily"),
            True,
            id="with more that is shared",
        ),
        pytest.param(f"{WORDS}\n{TAIL}", f"Adrift. {WORDS}\n{TAIL}", ("Daily", "Daily"), True, id="the report itself"),
        pytest.param(OWN[0], OWN[1], ("Daily", "Times"), False, id="nothing shared"),
    ],
)
def test_what_an_outlet_sets_under_its_articles(
    a: str, b: str, outlets: tuple[str | None, str | None], found: bool
) -> None:
    records = [make_record(text, outlet=outlet) for text, outlet in zip((a, b), outlets, strict=True)]
    assert (decide(*records) is not None) is found


def test_a_document_does_not_repeat_itself() -> None:
    record = make_record(WORDS)
    assert decide(record, record) is None
