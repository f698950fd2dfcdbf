import pytest

from sayso.link.passages import cut_passage, find_passages, mirror_passages
from sayso.link.prints import Prints, make_prints
from sayso.model import Document, Part, Passage, Span
from tests.factories import make_document

FIRST = "The stokers bailed with kettles and cooking pots until a trawler took the ferry in tow at dawn."
SECOND = "Passengers sang to keep the children awake, while the cook burned chairs and tables in the stove for warmth."
OWN = "Rain fell on the quay."
OTHER = "The inquiry opens today."


def read(a: Document, b: Document) -> list[tuple[str, str]]:
    """The words of the passages on both sides."""
    passages = find_passages(make_prints(a, ()), make_prints(b, ()))
    return [(a.words(p.span), b.words(p.source)) for p in passages]


def make_pair(a: str, b: str, headlines: tuple[str, str] = ("Adrift", "Saved")) -> tuple[Document, Document]:
    return (
        make_document(text=a, headline=headlines[0]),
        make_document(text=b, headline=headlines[1], outlet="Port Times"),
    )


@pytest.mark.parametrize(
    ("a", "b", "passages"),
    [
        (f"{OWN} {FIRST} {OWN}", f"{OTHER} {FIRST} {OTHER}", [(FIRST, FIRST)]),
        (f"{FIRST}\n\n{SECOND}", f"{FIRST} {SECOND}", [(f"{FIRST}\n\n{SECOND}", f"{FIRST} {SECOND}")]),
        (f"{FIRST} {SECOND}", f"{SECOND} {FIRST}", [(FIRST, FIRST), (SECOND, SECOND)]),
        (
            f"{FIRST} {' '.join([OWN] * 4)} {SECOND}",
            f"{FIRST} {' '.join([OTHER] * 4)} {SECOND}",
            [(FIRST, FIRST), (SECOND, SECOND)],
        ),
        (
            FIRST.replace("kettles and cooking pots", "kettles and pots"),
            FIRST,
            [(FIRST.replace("kettles and cooking pots", "kettles and pots"), FIRST)],
        ),
        (
            f"{OWN} {FIRST.replace('at dawn', 'on Monday')} {OWN}",
            f"{OTHER} {FIRST} {OTHER}",
            [(FIRST.replace("at dawn", "on Monday"), FIRST)],
        ),
        (f"{OWN} “{FIRST}” {OWN}", f"{OTHER} {FIRST}", []),
        (f"{FIRST} “All of it,” she said.", f"{FIRST} “All of it”", [(f"{FIRST} “All of it", f"{FIRST} “All of it")]),
        (FIRST, FIRST[:-1], [(FIRST[:-1], FIRST[:-1])]),
        (OWN, OWN, []),
        ("", FIRST, []),
    ],
)
def test_passages_and_their_edges(a: str, b: str, passages: list[tuple[str, str]]) -> None:
    ours, theirs = make_pair(a, b)
    assert read(ours, theirs) == passages
    assert sorted(read(theirs, ours)) == sorted((y, x) for x, y in passages)


@pytest.mark.parametrize(
    ("headlines", "texts", "count"),
    [
        (("Ferry drifts nine hours off Skerry",) * 2, (FIRST, FIRST), 2),
        (("Ferry drifts nine hours off Skerry",) * 2, (FIRST, SECOND), 0),
        (("Ferry drifts nine hours off Skerry", "Stokers save a ship"), (FIRST, FIRST), 1),
    ],
)
def test_headlines_count_where_texts_do(headlines: tuple[str, str], texts: tuple[str, str], count: int) -> None:
    a, b = make_pair(*texts, headlines=headlines)
    found = find_passages(make_prints(a, ()), make_prints(b, ()))
    assert len(found) == count
    assert [p.span.part for p in found] == [Part.HEADLINE, Part.TEXT][2 - count :]


def test_the_score_falls_with_every_edit() -> None:
    edited = [whole := f"{FIRST} {SECOND}"]
    for word in ("kettles", "awake", "chairs"):
        edited.append(edited[-1].replace(word, "xyz"))
    scores = [find_passages(*(make_prints(d, ()) for d in make_pair(text, whole)))[0].score for text in edited]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_furniture_inside_a_passage_is_passed_over() -> None:
    words = "ADVERTISEMENT"
    text = FIRST.replace(" until", f"\n\n{words}\n\nuntil")
    a, b = make_pair(text, FIRST)
    start = text.index(words)
    prints: list[Prints] = [
        make_prints(a, [Span(part=Part.TEXT, start=start, stop=start + len(words))]),
        make_prints(b, ()),
    ]
    (passage,) = find_passages(*prints)
    assert (a.words(passage.span), passage.score) == (text, 1)


def test_mirrored_passages_are_in_the_other_order() -> None:
    one, two = (Span(part=Part.TEXT, start=n, stop=n + 5) for n in (0, 9))
    passages = (Passage(span=one, source=two, score=1), Passage(span=two, source=one, score=0.5))
    assert mirror_passages(passages) == (
        Passage(span=one, source=two, score=0.5),
        Passage(span=two, source=one, score=1),
    )
    assert mirror_passages(mirror_passages(passages)) == passages


def test_a_piece_of_a_passage() -> None:
    a, b = make_pair(f"{FIRST} {SECOND}", f"{OTHER} {FIRST} {SECOND}")
    (passage,) = find_passages(make_prints(a, ()), make_prints(b, ()))
    piece = cut_passage(passage, len(FIRST) + 1, len(a.text), a.text, b.text)
    assert piece is not None
    assert (a.words(piece.span), b.words(piece.source), piece.score) == (SECOND, SECOND, 1)
    assert cut_passage(passage, 0, 20, a.text, b.text) is None
