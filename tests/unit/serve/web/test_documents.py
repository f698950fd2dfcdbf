"""The list of documents, as a browser without scripts sees it."""

import pytest

from sayso.serve.desk import Desk
from tests.factories import FakeReader, make_document, make_ingested
from tests.unit.serve.web.visitor import Page, Visitor, say


def list_outlets(page: Page) -> list[str]:
    """The outlets of the documents listed."""
    return [say(e) for e in page.find("//ul[contains(@class, 'documents')]//p[@class='said-by']/b")]


def test_each_is_listed_with_outlet_time_and_counts(visitor: Visitor) -> None:
    page = visitor.get("/documents")
    assert list_outlets(page) == ["Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail"]
    first = say(page.find("//ul[contains(@class, 'documents')]/li")[0])
    assert "The ferry as Harbor Daily has it" in first
    assert "2 March 2031, 08:00 UTC" in first
    assert "marked corrected" in first
    assert "3 statements, 3 claims; shares passages with 1 document." in first
    assert page.find("//nav[@aria-label='Pages']//a[@href='/documents' and @aria-current='page']")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("status=corrected", ["Harbor Daily"]),
        ("status=live&order=outlet", ["Pier Post", "Strait Echo", "Upland Mail"]),
        ("status=retracted", []),
        ("outlet=PIER+post", ["Pier Post"]),
        ("since=2031-03-03&until=2031-03-03", ["Pier Post"]),
        ("order=claims", ["Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail"]),
        ("order=nonsense&status=nonsense", ["Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail"]),
    ],
)
def test_filters(visitor: Visitor, asked: str, expected: list[str]) -> None:
    assert list_outlets(visitor.get(f"/documents?{asked}")) == expected


def test_pages_follow_one_another(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.serve.web.pages.documents.ON_PAGE", 3)
    page = visitor.get("/documents?order=outlet&since=2031")
    assert len(list_outlets(page)) == 3
    assert not page.find("//a[@rel='next']")
    page = visitor.get("/documents?order=outlet")
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    assert list_outlets(following) == ["Upland Mail"]
    assert following.find("//a[text()='First page']")
    visitor.get("/documents?after=gone", status=409)


def test_a_time_that_is_none(visitor: Visitor) -> None:
    page = visitor.get("/documents?since=soon", status=400)
    assert "is no time" in say(page.find("//*[@role='alert']")[0])


def test_older_versions_say_so(visitor: Visitor, desk: Desk) -> None:
    with desk.write() as store:
        for day, text in ((1, "The pump failed."), (2, "The pump was mended.")):
            document = make_document(url="https://pier.example/pump", published=f"2031-04-0{day}", text=text)
            store.add(make_ingested(document), FakeReader().read(document))
    assert "older version" not in say(visitor.get("/documents").find("//main//ul")[0])
    page = visitor.get("/documents?all=true")
    assert len(list_outlets(page)) == 6
    [badge] = page.find("//span[@class='badge' and text()='older version']")
    assert badge.xpath("ancestor::li//a[text()='the latest']")
