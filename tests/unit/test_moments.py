import pytest

from sayso.moments import is_later, to_period

DAY = 24 * 3600


@pytest.mark.parametrize(
    ("published", "seconds"),
    [
        ("2031", 365 * DAY),
        ("2031-02", 28 * DAY),
        ("2031-12", 31 * DAY),
        ("2031-03-02", DAY),
        ("2031-03-02T08:00:00Z", 1),
        ("2031-03-02T08:00:00", 1),
        ("some day", None),
        ("9999", None),
        (None, None),
    ],
)
def test_how_long_a_time_is(published: str | None, seconds: int | None) -> None:
    period = to_period(published)
    assert (period[1] - period[0] if period else None) == seconds


@pytest.mark.parametrize(
    ("a", "b", "later"),
    [
        ("2031-03-03", "2031-03-02", True),
        ("2031-03-02T00:30:00+02:00", "2031-03-01T23:00:00Z", False),
        ("2031-03-02T08:00:00Z", "2031-03-02", False),
        ("2031-03-02", "2031-03-02T08:00:00Z", False),
        ("2031-04", "2031-03-31T23:59:59Z", True),
        (None, "2031-03-02", False),
        ("2031-03-02", None, False),
    ],
)
def test_later_only_where_it_is_certain(a: str | None, b: str | None, later: bool) -> None:
    assert is_later(a, b) is later
