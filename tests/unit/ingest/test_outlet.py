"""Names that are the document's own outlet, and addresses of one page."""

import doctest

import pytest

from sayso.ingest import outlet, times
from sayso.ingest.address import find_domain, make_version_key
from sayso.ingest.outlet import is_own_name

URL = "https://www.harbor-daily.example/ferry"


@pytest.mark.parametrize(
    ("name", "publisher", "url", "own"),
    [
        ("Harbor Daily", "The Harbor Daily", None, True),
        ("Harbor Daily", None, URL, True),
        ("harbor-daily.example", "Harbor Daily", URL, True),
        ("Harbor Daily", "harbor-daily.example", None, True),
        ("TNS", "Tolvane News Service", None, True),
        ("Tolvane News Service", "TNS", None, True),
        ("Meridia", "Agencia Meridia", None, True),
        ("News", "Tolvane News Service", None, False),
        ("ONA", "Tolvane News Service", None, False),
        ("Coast Wire", "Harbor Daily", URL, False),
        ("Coast Wire", None, None, False),
    ],
)
def test_own_names(name: str, publisher: str | None, url: str | None, own: bool) -> None:
    assert is_own_name(name, publisher, url) is own


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        (URL, "harbor-daily.example"),
        ("http://m.harbor-daily.example:8080/x", "harbor-daily.example"),
        ("ftp://harbor-daily.example/", None),
        ("harbor-daily.example", None),
        ("http://[broken", None),
        ("http://a.example:port/", None),
        (None, None),
    ],
)
def test_domains(url: str | None, domain: str | None) -> None:
    assert find_domain(url) == domain


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://harbor-daily.example/ferry/", True),
        ("https://harbor-daily.example/ferry?utm_campaign=x&fbclid=1#top", True),
        ("https://amp.harbor-daily.example/ferry/amp", True),
        ("https://harbor-daily.example/ferry?page=2", False),
        ("https://harbor-daily.example/Ferry2", False),
        ("https://isle-times.example/ferry", False),
    ],
)
def test_version_keys(url: str, same: bool) -> None:
    assert (make_version_key(url, None) == make_version_key(URL, None)) is same
    assert make_version_key(None, None) is None


def test_examples_in_the_docs() -> None:
    for module in (outlet, times):
        result = doctest.testmod(module)
        assert result.attempted > 0
        assert result.failed == 0
