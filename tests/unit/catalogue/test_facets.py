import pytest

from sayso.catalogue.claims import read_bounds
from sayso.catalogue.facets import fold_outlet, name_outlet, name_times, span_times


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, []),
        ("soon", []),
        ("2031-03-02", ["y2031", "m203103"]),
        ("2031-03-31T23:30:00-05:00", ["y2031", "m203104"]),
        ("2031", ["y2031", *(f"m2031{n:02}" for n in range(1, 13))]),
        ("9999-12-30", ["y9999", "m999912"]),
        ("9999-12-31T23:59:58-05:00", ["y9999", "m999912"]),
        ("0001-01-01T00:00:00+05:00", []),
    ],
)
def test_times(published: str | None, words: list[str]) -> None:
    assert name_times(published) == words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, []),
        ("2031", None, []),
        ("2031-03-02", "2031-03-03", ["m203103"]),
        ("2031-12", "2032-01", ["m203112", "m203201"]),
        ("2030-12", "2033-01", ["y2030", "y2031", "y2032", "y2033"]),
        ("9999-12-01", "9999-12-30", ["m999912"]),
        ("0001-01-01T00:00:00+05:00", "0001-02-01", ["m000101", "m000102"]),
        ("0001", "9000", []),
    ],
)
def test_spans(since: str | None, until: str | None, words: list[str]) -> None:
    assert span_times(*read_bounds(since, until)) == words


def test_equal_outlets_have_one_word() -> None:
    assert name_outlet("Harbor Daily") == name_outlet(" harbor DAILY")
    assert name_outlet(None) == name_outlet("") != name_outlet("x")
    assert fold_outlet(None) == ""
