import pytest

from sayso.link.published import is_earlier
from sayso.moments import to_moment


@pytest.mark.parametrize(
    ("a", "b", "earlier"),
    [
        ("2031-03-02T08:00:00Z", "2031-03-02T08:15:00Z", True),
        ("2031-03-02T08:00:00Z", "2031-03-02T08:14:59Z", False),
        ("2031-03-02T08:00:00Z", "2031-03-02T08:30:00+01:00", False),
        ("2031-03-02T08:00:00+01:00", "2031-03-02T08:00:00Z", True),
        ("2031-03-02T08:00", "2031-03-02T09:00", True),
        ("2031-03-02T08:00:00", "2031-03-02T12:00:00Z", False),
        ("2031-03-02T08:00:00", "2031-03-03T12:00:00Z", True),
        ("2031-03-02", "2031-03-03", True),
        ("2031-03-02", "2031-03-02T23:00:00Z", False),
        ("2031-03-02", "2031-03-03T01:00:00Z", True),
        ("2031-03-02T00:00:00", "2031-03-02T18:00:00", False),
        ("2031-03-02T00:00:00", "2031-03-03T00:00:00", True),
        ("2031-03", "2031-04-01", True),
        ("2031-12", "2031-12-31", False),
        ("2031", "2032-01-01T08:00:00Z", True),
        ("2031", "2031-06", False),
        (None, "2031-03-02", False),
        ("2031-03-02", None, False),
        ("soon", "2031-03-02", False),
        ("2031-03-02", "2031-13-45", False),
    ],
)
def test_what_was_out_first(a: str | None, b: str | None, earlier: bool) -> None:
    assert is_earlier(a, b) is earlier
    assert not (earlier and is_earlier(b, a))


def test_later_times_are_greater_moments() -> None:
    times = [None, "2031", "2031-03-02", "2031-03-02T08:00", "2031-03-02T09:30:00+01:00", "2031-03-02T09:00:00Z"]
    moments = [to_moment(t) for t in times]
    assert moments == sorted(moments)
    assert len(set(moments)) == len(moments)
