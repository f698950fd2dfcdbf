import pytest

from sayso.model import Furniture, FurnitureKind, Part, Reading, Span
from sayso.serve.cli.show import Mark, find_marks, find_paragraphs, mark_words
from sayso.serve.records import number_statements
from tests.factories import FakeReader, make_document

TEXT = 'Orr said the "pump" failed.'


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], TEXT),
        ([(9, 26, "content", "1")], 'Orr said [1 the "pump" failed].'),
        ([(0, 3, "source", ""), (4, 8, "cue", "")], '{Orr} <said> the "pump" failed.'),
        ([(0, 26, "content", "1"), (9, 26, "content", "2")], '[1 Orr said [2 the "pump" failed]].'),
        ([(0, 12, "content", "1"), (9, 26, "content", "2")], '[1 Orr said [2 the] "pump" failed].'),
        ([(20, 90, "furniture", "")], 'Orr said the "pump" ~failed.~'),
    ],
)
def test_marks_as_brackets(marks: list[Mark], shown: str) -> None:
    assert mark_words(TEXT, 0, len(TEXT), marks, colour=False).plain == shown


def test_colour_takes_the_place_of_brackets() -> None:
    shown = mark_words(TEXT, 0, len(TEXT), [(0, 3, "source", ""), (9, 26, "content", "1")], colour=True)
    assert shown.plain == 'Orr said 1 the "pump" failed.'
    assert {str(s.style) for s in shown.spans} >= {"bold cyan", "green"}


def test_control_characters_are_shown_as_signs() -> None:
    assert mark_words("a\x1b[2Jb", 0, 6, [(0, 1, "cue", "")], colour=False).plain == "<a>␛[2Jb"


def test_paragraphs() -> None:
    assert list(find_paragraphs("one\n\ntwo\n  \nthree")) == [(0, 3), (5, 8), (12, 17)]


def test_every_statement_source_and_cue_is_marked_once() -> None:
    document = make_document()
    found = FakeReader().read(document)
    furniture = Furniture(span=Span(part=Part.TEXT, start=0, stop=3), kind=FurnitureKind.OTHER, reason="test")
    reading = Reading(document=document.id, reader="x", statements=found.statements, furniture=(furniture,))
    marks = list(find_marks(reading, Part.TEXT, number_statements(reading.statements)))
    kinds = [m[2] for m in marks]
    assert {k: kinds.count(k) for k in kinds} == {"content": 4, "source": 3, "cue": 3, "furniture": 1}
    assert [m[3] for m in marks if m[2] == "content"] == ["1", "2", "3", "4"]
    assert list(find_marks(reading, Part.HEADLINE, {})) == []
