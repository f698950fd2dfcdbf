import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest

from sayso.link.matter import MOST_STATEMENTS, WIDTH, Matter, find_day, is_year, make_matter
from sayso.model import Document, Furniture, FurnitureKind, Link, Name, Part, Reading, Span, Statement
from tests.factories import make_document, make_statement, outlet, person, publication


def find_names(document: Document, types: Mapping[str, str]) -> tuple[Name, ...]:
    """Every place in headline and text where some words stand, with their types."""
    names = []
    for words, type in types.items():
        for part in Part:
            start = document.part(part).find(words)
            if start >= 0:
                names.append(Name(span=Span(part=part, start=start, stop=start + len(words)), type=type))
    return tuple(names)


def prepare(document: Document, *statements: Statement, types: Mapping[str, str] = MappingProxyType({})) -> Matter:
    reading = Reading(document=document.id, reader="fake 1", statements=statements, names=find_names(document, types))
    return make_matter(document, reading)


def quote(*chain: Link, meaning: int | None = None) -> Statement:
    """A statement whose meaning points one way."""
    vector = np.zeros(WIDTH, np.int8)
    if meaning is not None:
        vector[meaning] = 127
    return dataclasses.replace(
        make_statement("The ferry sank", *chain), embedding=b"" if meaning is None else vector.tobytes()
    )


def test_rare_and_early_words_weigh_more() -> None:
    matter = prepare(
        make_document(headline="Ferry sinks", text="The Skerry ferry sank. The police said so. Trawlers came.")
    )
    assert matter.words["ferry"] > matter.words["skerry"] > matter.words["polic"]
    assert "the" not in matter.words
    assert sum(w * w for w in matter.words.values()) == pytest.approx(1)
    assert set(matter.headline) == {"ferry", "sink"}


def test_furniture_is_no_matter() -> None:
    text = "The ferry sank. Subscribe to our newsletter, Skerry."
    start = text.index("Subscribe")
    mark = Furniture(
        span=Span(part=Part.TEXT, start=start, stop=len(text)), kind=FurnitureKind.SUBSCRIPTION, reason="told to"
    )
    document = make_document(text=text)
    reading = Reading(document=document.id, reader="fake 1", statements=(), furniture=(mark,))
    assert "skerry" in prepare(document).words
    assert "skerry" not in make_matter(document, reading).words


def test_names_are_sorted_by_kind_and_agencies_left_out() -> None:
    document = make_document(text="Lena Orr told Quillon Wire that Skerry Point was shut.", outlet="Harbor Daily")
    types = {"Lena Orr": "Person", "Quillon Wire": "Organization", "Skerry Point": "Location"}
    chain = (outlet("Harbor Daily"), publication("Quillon Wire"), person("Lena Orr"))
    matter = prepare(document, quote(*chain), types=types)
    assert set(matter.people) == {"lena", "orr"}
    assert "skerry" in matter.places
    assert "quillon" not in matter.names and "quillon" in matter.words
    assert set(matter.people) | set(matter.places) <= set(matter.names)


def test_words_are_shown_as_they_are_mostly_written() -> None:
    matter = prepare(make_document(headline="", text="FERRIES sank. Two ferries, one ferry. Another of the ferries."))
    assert matter.written["ferry"] == "ferries"


def test_numbers_that_are_shared_by_chance_are_left_out() -> None:
    matter = prepare(make_document(headline="23 held", text="In 2031, 5 of 1,800 people and 6.1 million more."))
    assert matter.numbers == {"23", "1,800", "6.1"}


@pytest.mark.parametrize(
    ("published", "later", "days"),
    [
        ("2031-03-02T08:00:00Z", "2031-03-05", 3),
        ("2031-03-02", "2031-03-02T23:00:00+05:30", 0),
        ("2031-02-28", "2031-03-01", 1),
    ],
)
def test_days_are_counted(published: str, later: str, days: int) -> None:
    ours, theirs = find_day(published), find_day(later)
    assert ours is not None and theirs is not None
    assert theirs - ours == days


@pytest.mark.parametrize("published", [None, "", "2031", "2031-03", "last week"])
def test_a_day_that_is_not_known_is_none(published: str | None) -> None:
    assert find_day(published) is None


@pytest.mark.parametrize(
    ("number", "answer"), [("1998", True), ("2031", True), ("1,998", False), ("2150", False), ("19.8", False)]
)
def test_years(number: str, answer: bool) -> None:
    assert is_year(number) is answer


def test_meanings_are_those_of_the_first_statements_that_have_one() -> None:
    document = make_document()
    assert prepare(document).meanings.shape == (0, WIDTH)
    several = [quote(), *(quote(meaning=n) for n in range(MOST_STATEMENTS + 5))]
    meanings = prepare(document, *several).meanings
    assert meanings.shape == (MOST_STATEMENTS, WIDTH)
    assert [int(row.argmax()) for row in meanings] == list(range(MOST_STATEMENTS))
