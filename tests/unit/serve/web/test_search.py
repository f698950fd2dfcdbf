"""Search, as a browser without scripts sees it."""

import pytest

from tests.unit.serve.web.visitor import Visitor


def test_box_is_on_every_page(visitor: Visitor) -> None:
    for address in ("/", "/claims", "/search"):
        assert visitor.get(address).find("//header//form[@action='/search' and @method='get']//input[@name='q']")


def test_nothing_asked_says_how_to_ask(visitor: Visitor) -> None:
    page = visitor.get("/search")
    assert "All words must be there" in page.text
    assert not page.find("//mark")


def test_every_statement_stands_with_who_says_it(visitor: Visitor) -> None:
    page = visitor.get("/search?q=pump")
    assert "Searched for: words that begin with pump" in page.text
    hits = page.find(
        "//section[@aria-labelledby='found-statements']//ol/li | //section[@aria-labelledby='found-statements']//ul[contains(@class,'hits')]/li"
    )
    assert len(hits) == 3
    for hit in hits:
        chain = "".join(hit.xpath(".//span[@class='chain']")[0].itertext())
        assert chain.count("→") == 1
        assert hit.xpath(".//mark[@class='hit']")[0].text == "pump"
        assert hit.xpath(".//a[contains(@href, '/documents/') and contains(@href, '#s-')]")
        assert hit.xpath(".//a[starts-with(@href, '/claims/')]")


def test_documents_and_names_are_found_too(visitor: Visitor) -> None:
    page = visitor.get("/search?q=ferry")
    assert page.find("//section[@aria-labelledby='found-documents']//a[starts-with(@href, '/documents/')]")
    page = visitor.get("/search?q=lena+orr&in=sources")
    [link] = page.find("//section//a[starts-with(@href, '/sources/')]")
    assert "".join(link.itertext()) == "Lena Orr"


@pytest.mark.parametrize(
    ("narrowing", "count"),
    [
        ("certainty=denied", 1),
        ("outlet=Pier+Post", 1),
        ("since=2031-03-03&until=2031-03-03", 1),
        ("end=person", 3),
        ("end=anonymous", 0),
    ],
)
def test_narrowed(visitor: Visitor, narrowing: str, count: int) -> None:
    page = visitor.get(f"/search?q=pump&in=statements&{narrowing}")
    assert len(page.find("//ul[contains(@class, 'hits')]/li")) == count


def test_facets_narrow_and_widen(visitor: Visitor) -> None:
    page = visitor.get("/search?q=pump&in=statements")
    [way] = page.find("//nav[@aria-label='Narrow the search']//a[text()='Pier Post']")
    narrowed = visitor.get(way.get("href") or "")
    assert len(narrowed.find("//ul[contains(@class, 'hits')]/li")) == 1
    back = narrowed.find("//nav[@aria-label='Narrow the search']//a[contains(., 'all')]")
    assert "outlet" not in (back[0].get("href") or "")


def test_pages(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.serve.web.pages.search.ON_PAGE", 2)
    page = visitor.get("/search?q=pump&in=statements")
    seen = [a.get("href") for a in page.find("//ul[contains(@class, 'hits')]//a")]
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    new = [a.get("href") for a in following.find("//ul[contains(@class, 'hits')]//a[contains(@href, '#s-')]")]
    assert len(new) == 1 and new[0] not in seen
    assert following.find("//a[text()='First page']")


@pytest.mark.parametrize("asked", ['"', "AND OR NOT", "*", "{text} : x", "a" * 300, "%00", "' OR 1=1 --", "<script>"])
def test_anything_may_be_typed(visitor: Visitor, asked: str) -> None:
    page = visitor.get("/search?q=" + asked.replace(" ", "+").replace("<", "%3C"))
    assert not page.find("//main//script")


def test_a_time_that_is_none(visitor: Visitor) -> None:
    page = visitor.get("/search?q=pump&since=soon", status=400)
    assert "since: 'soon' is no time" in str(page.find("//*[@role='alert']")[0].text)
    assert page.find("//input[@name='q' and @value='pump']")
