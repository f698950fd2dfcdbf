"""An axis of time."""

import pytest

from sayso.moments import to_moment
from sayso.serve.web.axis import make_axis


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        ("2031-03-02T08:00:00Z", "2031-03-02T08:00:00Z", ["03:00", "06:00", "09:00", "12:00"]),
        ("2031-03-02", "2031-03-05", ["2 Mar", "12:00", "3 Mar", "12:00", "4 Mar", "12:00", "5 Mar"]),
        ("2031-03-02", "2031-03-30", ["6 Mar", "13 Mar", "20 Mar", "27 Mar"]),
        ("2031-01-02", "2031-04-30", ["2031", "Feb 2031", "Mar 2031", "Apr 2031", "May 2031"]),
        ("2001-01-02", "2031-06-30", ["2005", "2010", "2015", "2020", "2025", "2030"]),
        ("0001-01-01", "9999-12-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_marks(start: str, stop: str, words: list[str]) -> None:
    axis = make_axis(to_moment(start), to_moment(stop), left=100, right=900)
    ticks = axis.find_ticks()
    assert [w for _, w in ticks] == words
    places = [axis.place(m) for m, _ in ticks]
    assert places == sorted(places)
    assert places[0] >= 100 and places[-1] <= 900


def test_what_lies_beyond_stands_at_the_end() -> None:
    axis = make_axis(0, 86_400, left=0, right=10)
    assert (axis.place(-1e12), axis.place(1e12), axis.place(float("inf"))) == (0, 10, 10)
    assert axis.place(43_200) == pytest.approx(5)
