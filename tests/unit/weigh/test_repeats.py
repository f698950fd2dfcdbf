import pytest

from sayso.model import Part, Passage, Reuse, Span
from sayso.weigh.repeats import find_aligned, find_places
from sayso.weigh.side import make_side
from tests.collection import line, make_claim, make_pages, make_setting, page
from tests.factories import anonymous, person


def text(start: int, stop: int, part: Part = Part.TEXT) -> Span:
    return Span(part=part, start=start, stop=stop)


def passage(span: tuple[int, int], source: tuple[int, int]) -> Passage:
    return Passage(span=text(*span), source=text(*source), score=1.0)


@pytest.mark.parametrize(
    ("span", "passages", "share", "places"),
    [
        (text(10, 20), [passage((0, 40), (100, 140))], 1.0, [text(110, 120)]),
        (text(10, 20), [passage((0, 40), (100, 120))], 1.0, [text(105, 110)]),
        (text(10, 20), [passage((15, 40), (100, 125))], 0.5, [text(100, 105)]),
        (text(10, 20), [passage((0, 14), (0, 14)), passage((14, 40), (50, 76))], 1.0, [text(10, 14), text(50, 56)]),
        (text(10, 20), [passage((30, 40), (0, 10))], 0.0, []),
        (text(10, 20, Part.HEADLINE), [passage((0, 40), (0, 40))], 0.0, []),
    ],
)
def test_where_words_stand_in_the_other_document(
    span: Span, passages: list[Passage], share: float, places: list[Span]
) -> None:
    assert find_places([span], passages) == (share, places)


LONG = "the pump failed within an hour of the alarm"


@pytest.mark.parametrize(
    ("reused", "found"),
    [
        ((0, 43), "s0"),
        ((0, 30), "s0"),
        ((0, 20), None),
        ((20, 43), None),
    ],
)
def test_most_of_a_statement_must_be_reused(reused: tuple[int, int], found: str | None) -> None:
    documents, statements, lines = make_pages(
        {"d1": page("Coast Wire", line(person("Lena Orr"), words=LONG)), "d2": page("Harbor Daily", line(words=LONG))}
    )
    everything = [*statements["d1"], *statements["d2"]]
    setting = make_setting(documents, everything)
    claim = make_claim(everything, lines)
    reuse = Reuse(document="d2", source="d1", directed=True, reason="", passages=(passage(reused, reused),))
    for given in (reuse, turn(reuse)):
        aligned = find_aligned(statements["d2"][0], given, make_side(claim, claim.statements, setting))
        assert (aligned.target if aligned else None) == (statements["d1"][0] if found else None)


def turn(reuse: Reuse) -> Reuse:
    """The same seen from the other document."""
    turned = tuple(Passage(span=p.source, source=p.span, score=p.score) for p in reuse.passages)
    return Reuse(document=reuse.source, source=reuse.document, directed=False, reason="", passages=turned)


def test_of_two_statements_over_the_same_words_the_one_of_the_same_source() -> None:
    both = (line(anonymous("a sailor")), line(anonymous("officials"), words="a pump failed"))
    documents, statements, lines = make_pages({"d1": page("Coast Wire", *both), "d2": page("Harbor Daily", *both)})
    everything = [*statements["d1"], *statements["d2"]]
    claim = make_claim(everything, lines)
    side = make_side(claim, claim.statements, make_setting(documents, everything))
    whole = passage((0, 60), (0, 60))
    for ours, theirs in zip(statements["d2"], statements["d1"], strict=True):
        aligned = find_aligned(
            ours, Reuse(document="d2", source="d1", directed=True, reason="", passages=(whole,)), side
        )
        assert aligned is not None
        assert aligned.target == theirs
        assert [e.words for e in aligned.evidence] == [ours.text, theirs.text]
