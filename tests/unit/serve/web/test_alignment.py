"""Paragraphs of two texts stand beside one another by the words that both have."""

import pytest

from sayso.model import Part, Span
from sayso.serve.web.alignment import Shared, align_paragraphs, mark_shared

A, B, C, X = "alpha alpha", "bravo bravo", "charlie charlie", "x-ray"


def share(here: str, there: str, *words: str) -> list[Shared]:
    """Passages of words that stand once in both texts."""
    found = []
    for n, some in enumerate(words):
        spans = [Span(part=Part.TEXT, start=t.index(some), stop=t.index(some) + len(some)) for t in (here, there)]
        found.append(Shared(id=str(n), here=spans[0], there=spans[1]))
    return found


def show(here: str, there: str, *words: str) -> list[tuple[str | None, list[str]]]:
    rows = align_paragraphs(here, there, share(here, there, *words))
    return [(here[slice(*r.here)] if r.here else None, [there[slice(*p)] for p in r.there]) for r in rows]


@pytest.mark.parametrize(
    ("here", "there", "words", "expected"),
    [
        ("", "", (), []),
        (A, B, (), [(None, [B]), (A, [])]),
        (f"{A}\n\n{B}", f"{A}\n\n{X}\n\n{B}", (A, B), [(A, [A]), (None, [X]), (B, [B])]),
        (f"{A}\n\n{B}", f"{B}\n\n{A}", (A, B), [(A, [A]), (B, [B])]),
        (f"{A}\n\n{B}\n\n{C}", f"{A} {B}\n\n{X}", (A, B), [(A, [f"{A} {B}"]), (None, [X]), (B, []), (C, [])]),
        (f"{A} {B}", f"{X}\n\n{A}\n\n{B}", (A, B), [(None, [X]), (f"{A} {B}", [A, B])]),
        (f"{A}\n\n{B}\n\n{C}", f"{A}\n\n{B}\n\n{C}", (f"{A}\n\n{B}\n\n{C}",), [(A, [A]), (B, [B]), (C, [C])]),
    ],
)
def test_rows(here: str, there: str, words: tuple[str, ...], expected: object) -> None:
    assert show(here, there, *words) == expected
    listed = [p for _, others in show(here, there, *words) for p in others]
    assert sorted(listed) == sorted(p for p in there.split("\n") if p), "each paragraph once"


def test_shared_words_are_marked_where_they_begin_and_go_on() -> None:
    text = "one <two> three\n\nfour"
    spans = [(4, 21, "p1"), (4, 9, "p2")]
    first, second = mark_shared(text, (0, 15), spans), mark_shared(text, (17, 21), spans)
    assert first == 'one <mark class="reused" id="p-p2">&lt;two&gt;</mark><mark class="reused" id="p-p1"> three</mark>'
    assert second == '<mark class="reused">four</mark>'
