"""RSS and Atom."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from sayso.model import Ingested, Rejected

Read = Callable[..., list[Ingested | Rejected]]


def rss(items: str) -> str:
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Harbor Daily</title><link>https://harbor-daily.example/</link>{items}</channel></rss>"
    )


def item(content: str, *, link: str = "https://harbor-daily.example/barge", tag: str = "content:encoded") -> str:
    return (
        f"<item><title>Barge strikes &amp; sinks</title><link>{link}</link><author>Mira Tolland</author>"
        f"<pubDate>Sun, 02 Mar 2031 08:00:00 +0100</pubDate><{tag}>{escape(content)}</{tag}></item>"
    )


def test_items_with_their_article(tmp_path: Path, read: Read, body: str) -> None:
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n")) + "<script>x()</script>"
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(markup)), encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Ingested)
    document = found.document
    assert (document.text, document.headline, document.outlet) == (body, "Barge strikes & sinks", "Harbor Daily")
    assert (document.url, document.published) == ("https://harbor-daily.example/barge", "2031-03-02T08:00:00+01:00")
    assert document.byline == "Mira Tolland"


def test_atom(tmp_path: Path, read: Read, body: str) -> None:
    entry = (
        "<entry><title>Barge</title><link href='https://harbor-daily.example/barge'/><id>urn:1</id>"
        f"<published>2031-03-02T08:00:00Z</published><content type='html'>{escape(body)}</content></entry>"
    )
    path = tmp_path / "feed.atom"
    path.write_text(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbor Daily</title>{entry}</feed>", encoding="utf-8"
    )
    (found,) = read(path)
    assert isinstance(found, Ingested)
    assert found.document.published == "2031-03-02T08:00:00Z"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("<p>A barge struck the pier.</p>", "https://harbor-daily.example/barge"),
        ("The harbour said so. " * 30 + "[…]", "summary"),
        ("The harbour said so. " * 30 + "<a href='#'>Read more</a>", "summary"),
    ],
)
def test_summaries_say_where_the_article_is(tmp_path: Path, read: Read, content: str, word: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(content, tag="description")), encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Rejected)
    assert word in found.reason


def test_an_aggregator_is_not_the_outlet(tmp_path: Path, read: Read, body: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(body, link="https://isle-times.example/1")), encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Ingested)
    assert (found.document.outlet, found.document.outlet_from) == ("isle-times.example", "domain")


@pytest.mark.parametrize(
    "content", ["<rss><channel></channel></rss>", "<rss", "<feed xmlns='http://www.w3.org/2005/Atom'>"]
)
def test_feeds_without_items(tmp_path: Path, read: Read, content: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(content, encoding="utf-8")
    assert [type(i) for i in read(path)] == [Rejected]


def test_a_feed_that_declares_entities(
    tmp_path: Path, read: Callable[..., list[Ingested | Rejected]], body: str
) -> None:
    declared = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    item = f"<item><title>Barge</title><description>{body} &x; {body}</description></item>"
    path = tmp_path / "feed.xml"
    path.write_text(f"{declared}<rss version='2.0'><channel>{item}</channel></rss>", encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Ingested)
    assert (found.document.headline, "root:" in found.document.text) == ("Barge", False)
