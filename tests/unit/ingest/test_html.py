"""Web pages."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Document, FurnitureKind, Rejected, Status

ReadOne = Callable[..., Document]
MakePage = Callable[..., str]
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Barge strikes pier in Tolvane",
    "datePublished": "2031-03-02T08:00:00+01:00",
    "author": [{"@type": "Person", "name": "Mira Tolland"}, {"@type": "Person", "name": "Ansa Orr"}],
    "publisher": {"@type": "Organization", "name": "Harbor Daily"},
}

STUB = (
    "<html><body><article><h1>Harbour</h1><p>The harbour is closed.</p><p>Subscribe to continue reading this story and "
    "get all our articles, every day of the week.</p></article></body></html>"
)
SPANISH = (
    "<p>El puerto permanecerá cerrado hasta el viernes, según dijo la autoridad portuaria en un comunicado que publicó "
    "el lunes por la noche.</p>"
) * 3


def structured(value: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def test_article_text(tmp_path: Path, read_one: ReadOne, make_page: MakePage, body: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(make_page(head=structured(LD)), encoding="utf-8")
    document = read_one(path)
    assert document.text == f"Barge strikes pier in Tolvane\n\n{body}"
    (mark,) = document.furniture
    assert (document.words(mark.span), mark.kind) == (document.headline, FurnitureKind.HEADLINE)
    assert document.headline == "Barge strikes pier in Tolvane"
    assert (document.outlet, document.outlet_from, document.byline) == (
        "Harbor Daily",
        "metadata",
        "Mira Tolland, Ansa Orr",
    )
    assert document.published == "2031-03-02T08:00:00+01:00"
    assert document.published_from == "the page's structured data (datePublished)"


@pytest.mark.parametrize(
    ("head", "tail", "published"),
    [
        ("<meta property='article:published_time' content='2031-03-02T08:00:00Z'>", "", "2031-03-02T08:00:00Z"),
        ("<meta name='date' content='20310302'>", "", "2031-03-02"),
        ("", "<time itemprop='datePublished' datetime='2031-03-02T08:00'>Sunday</time>", "2031-03-02T08:00"),
        ("", "<p class='post-date'>March 2, 2031</p>", "2031-03-02"),
        ("<link rel='canonical' href='https://harbor-daily.example/2031/03/02/barge'>", "", "2031-03-02"),
        ("<link rel='canonical' href='https://harbor-daily.example/barge'>", "<p>© 2029 Harbor Daily</p>", None),
        ("", "<p class='current-date'>March 5, 2031</p>", None),
        (
            "",
            "<ol><li itemprop='citation' itemscope><meta itemprop='datePublished' content='1988'><b>Orr, Piers</b></ol>",
            None,
        ),
        ("", "<time class='updated' datetime='2031-03-03'>Monday</time>", None),
        (
            structured([{"@graph": [{"@type": "WebPage", "datePublished": "2030"}, LD]}]),
            "",
            "2031-03-02T08:00:00+01:00",
        ),
        ("<script type='application/ld+json'>{broken</script>", "", None),
    ],
)
def test_published(
    tmp_path: Path, read_one: ReadOne, make_page: MakePage, head: str, tail: str, published: str | None
) -> None:
    path = tmp_path / "page.html"
    path.write_text(make_page(head=head, tail=tail), encoding="utf-8")
    document = read_one(path)
    assert document.published == published
    assert (document.published_from is None) == (published is None)


def test_the_day_in_the_masthead_is_not_that_of_publication(
    tmp_path: Path, read_one: ReadOne, make_page: MakePage
) -> None:
    masthead = "<header><time datetime='2031-03-05'>Wednesday</time><p class='date'>March 5, 2031</p></header><nav>"
    path = tmp_path / "page.html"
    path.write_text(make_page().replace("<nav>", masthead), encoding="utf-8")
    assert read_one(path).published is None


@pytest.mark.parametrize(
    ("head", "outlet", "outlet_from"),
    [
        ("<meta property='og:site_name' content='Harbor Daily'>", "Harbor Daily", "metadata"),
        ("<link rel=canonical href='https://www.harbor-daily.example/barge'>", "harbor-daily.example", "domain"),
        ("<!-- saved from url=(0034)https://harbor-daily.example/barge -->", "harbor-daily.example", "domain"),
        ("<meta name='application-name' content='Barge strikes pier in Tolvane'>", None, None),
        ("", None, None),
    ],
)
def test_outlet(
    tmp_path: Path, read_one: ReadOne, make_page: MakePage, head: str, outlet: str | None, outlet_from: str | None
) -> None:
    path = tmp_path / "page.html"
    path.write_text(make_page(head=head), encoding="utf-8")
    document = read_one(path)
    assert (document.outlet, document.outlet_from) == (outlet, outlet_from)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset='iso8859-1'>"),
        ("utf-16-le", ""),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"),
        ("cp1252", ""),
        ("utf-16", ""),
        ("cp1250", "<meta charset='windows-1250'>"),
    ],
)
def test_encodings(tmp_path: Path, read_one: ReadOne, make_page: MakePage, encoding: str, declared: str) -> None:
    tail = "<p>The café owners of Tolvane said that they would pay nothing for the barge’s damage, and left.</p>"
    path = tmp_path / "page.html"
    path.write_bytes(make_page(head=declared, tail=tail).encode(encoding))
    assert "The café owners of Tolvane said that they would pay nothing for the barge’s damage" in read_one(path).text


@pytest.mark.parametrize(
    ("title", "tail", "status"),
    [
        ("Barge strikes pier", "", Status.LIVE),
        ("Barge strikes pier", "<p>Correction: An earlier version gave the wrong pier.</p>", Status.CORRECTED),
        (
            "Barge strikes pier",
            "<p>This article has been retracted by its editors at the author's wish.</p>",
            Status.RETRACTED,
        ),
        ("Retracted: Barge strikes pier", "", Status.RETRACTED),
        ("Barge strikes pier", "<p>Our correction policy: see page 2 of the printed paper.</p>", Status.LIVE),
        (
            "Barge strikes pier",
            "<p>Orr said that the ministry had retracted its statement on Tuesday.</p>",
            Status.LIVE,
        ),
    ],
)
def test_status(tmp_path: Path, read_one: ReadOne, make_page: MakePage, title: str, tail: str, status: Status) -> None:
    path = tmp_path / "page.html"
    path.write_text(make_page(title=title, tail=tail), encoding="utf-8")
    assert read_one(path).status is status


@pytest.mark.parametrize(
    ("page", "step"),
    [
        ("<html><body><nav><a href='/'>Home</a></nav><script>draw()</script></body></html>", "extract"),
        ("<html></html>", "extract"),
        (STUB, "paywall"),
        (SPANISH, "language"),
    ],
)
def test_rejections(tmp_path: Path, reject_one: Callable[..., Rejected], page: str, step: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    assert reject_one(path).step == step


def test_deep_and_broken_markup(tmp_path: Path, read: Callable[..., list[Any]]) -> None:
    for number, page in enumerate(("<div>" * 20_000 + "words", "<html><body><p>\x00\x01\x02<<<>", "<table>" * 3000)):
        path = tmp_path / f"{number}.html"
        path.write_text(page, encoding="utf-8")
        (item,) = read(path)
        assert isinstance(item, Rejected)


def test_a_copy_elsewhere_is_no_version(tmp_path: Path, read: Callable[..., list[Any]], make_page: MakePage) -> None:
    head = "<link rel='canonical' href='https://harbor-daily.example/barge'>"
    keys = []
    for number, saved in enumerate(("https://harbor-daily.example/barge?utm_medium=x", "https://copies.example/barge")):
        path = tmp_path / f"{number}.html"
        path.write_text(make_page(head=f"<!-- saved from url=(0050){saved} -->{head}"), encoding="utf-8")
        keys.append(read(path)[0].document.version_of)
    assert keys[0] != keys[1]


def test_halves_of_characters_in_structured_data(tmp_path: Path, read_one: ReadOne, make_page: MakePage) -> None:
    """They would end the run when they are stored."""
    path = tmp_path / "page.html"
    names = {
        "author": {"name": "Mira \ud800"},
        "publisher": {"name": "Harbor \ud800"},
        "url": "https://a.example/\ud800",
    }
    path.write_text(make_page(head=structured({**LD, **names})), encoding="utf-8")
    document = read_one(path)
    assert (document.byline, document.outlet) == ("Mira \ufffd", "Harbor \ufffd")
    assert document.canonical_url == "https://a.example/\ufffd"
