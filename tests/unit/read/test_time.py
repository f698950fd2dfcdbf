"""Times in statements, resolved against a publication on Friday 2 May 2031."""

import pytest

from sayso.model import Part, Span
from sayso.read.time import find_times

PUBLISHED = "2031-05-02T08:00:00Z"
CASES = [
    ("The lock broke yesterday", [("yesterday", "2031-05-01", "day")]),
    ("The lock broke on Monday", [("on Monday", "2031-04-28", "day")]),
    ("The lock will open on Monday", [("on Monday", "2031-05-05", "day")]),
    ("It was built in January 2024", [("January 2024", "2024-01", "month")]),
    ("It was built on 3 March 2019", [("3 March 2019", "2019-03-03", "day")]),
    ("It was built on March 3, 2019", [("March 3, 2019", "2019-03-03", "day")]),
    ("It broke on April 30", [("April 30", "2031-04-30", "day")]),
    ("It broke on December 30", [("December 30", "2030-12-30", "day")]),
    ("It was mended last month", [("last month", "2031-04", "month")]),
    ("It will close next year", [("next year", "2032", "year")]),
    ("It was mended last week", [("last week", "2031-W17", "week")]),
    ("It has leaked since 2019", [("since 2019", "2019", "year")]),
    ("It leaked last summer", [("last summer", None, "season")]),
    ("It broke last Thursday", [("last Thursday", None, "day")]),  # yesterday, or the week before?
    ("They may march", []),
    ("It cost 2031 crowns", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_times(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    span = Span(part=Part.TEXT, start=0, stop=len(text))
    found = [(text[t.span.start : t.span.stop], t.value, t.precision) for t in find_times(text, (span,), PUBLISHED)]
    assert found == expected


def test_without_publication() -> None:
    text = "The lock broke yesterday and in January 2024"
    values = [t.value for t in find_times(text, (Span(part=Part.TEXT, start=0, stop=len(text)),), None)]
    assert values == [None, "2024-01"]
