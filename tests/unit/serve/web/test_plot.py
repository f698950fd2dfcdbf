"""The plot of documents against origins."""

import pytest

from sayso.catalogue.entries import Point
from sayso.serve.web.plot import EDGES, find_step, make_spots, name_step, show_plot


def make_point(documents: int, at_least: int, claims: int = 1) -> Point:
    return Point(documents=documents, at_least=at_least, at_most=at_least + 1, claims=claims, example=f"{documents}")


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "1"), (1, "1"), (6, "6–7"), (8, "8–10"), (10, "8–10"), (101, "101 or more"), (9000, "101 or more")],
)
def test_steps(number: int, name: str) -> None:
    assert name_step(EDGES, find_step(EDGES, number), last=9000) == name


def test_points_of_one_place_are_gathered() -> None:
    spots = make_spots([make_point(6, 1, 3), make_point(7, 1, 4), make_point(7, 2)])
    assert [(s.claims, s.example) for s in spots] == [(7, "6"), (1, "7")]


def test_nothing_is_drawn_of_nothing() -> None:
    assert show_plot([]) is None


def test_it_stays_in_its_frame() -> None:
    drawn = show_plot([make_point(1, 0, 90_000), make_point(5_000, 12)])
    assert drawn is not None
    assert "nan" not in drawn
    assert drawn.count("<circle ") == 2
