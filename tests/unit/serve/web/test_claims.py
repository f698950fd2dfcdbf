"""The list of claims."""

import pytest

from sayso.serve.desk import Desk
from sayso.serve.web.pages import claims
from sayso.store import Store
from tests.unit.serve.web.visitor import Page, Visitor, say

LISTED = "//ul[@class='claims']/li//a"


def list_ids(page: Page) -> list[str]:
    return [a.get("href").removeprefix("/claims/") for a in page.find(LISTED)]


@pytest.mark.parametrize("order", ["repeated", "origins", "time", "text"])
def test_orders(visitor: Visitor, desk: Desk, order: str) -> None:
    with Store(desk.collection, writable=False) as store:
        expected = sorted(store.catalogue.claims(limit=100).items, key=lambda e: getattr(e, order))
    assert list_ids(visitor.get(f"/claims?order={order}&all=true")) == [e.claim for e in expected]


def test_pages_hold_every_claim_once(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = list_ids(visitor.get("/claims?all=true"))
    monkeypatch.setattr(claims, "ON_PAGE", 2)
    found: list[str] = []
    address = "/claims?all=true"
    for _ in range(len(everything)):
        page = visitor.get(address)
        found += list_ids(page)
        following = page.find("//a[@rel='next']")
        if not following:
            break
        address = following[0].get("href")
    assert found == everything
    assert page.find("//nav[@class='pages']/a")[0].text == "First page"


@pytest.mark.parametrize(
    ("query", "count"),
    [("text=second+pump", 1), ("outlet=Upland+Mail", 1), ("entity=Owen+Tarn", 2), ("text=nothing+of+the+kind", 0)],
)
def test_filters(visitor: Visitor, query: str, count: int) -> None:
    page = visitor.get(f"/claims?all=true&{query}")
    assert len(list_ids(page)) == count
    assert ("No claim passes" in page.text) is (not count)


def test_no_claim_stands_without_who_said_it(visitor: Visitor) -> None:
    for entry in visitor.get("/claims?all=true").find("//ul[@class='claims']/li"):
        assert entry.xpath("./p[@class='said-by']/span[@class='chain']/text()")[0]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("since=yesterday", 400, "is no time"),
        ("entity=Nobody+Here", 404, "names anybody so"),
        ("after=gone", 409, "has changed"),
        ("order=best", 200, "A claim is all statements"),
        ("text=%3Cscript%3E", 200, "A claim is all statements"),
    ],
)
def test_what_cannot_be_listed_is_told(visitor: Visitor, query: str, status: int, words: str) -> None:
    page = visitor.get(f"/claims?{query}", status=status)
    assert words in page.text
    assert "<script>" not in page.answer.text


def test_claims_older_than_the_documents_say_so(visitor: Visitor, desk: Desk) -> None:
    with desk.read() as linked:
        pump = next(c for c in linked.claims if len(c.documents) > 1)
        other = next(c for c in linked.claims if not {*c.documents} & {*pump.documents})
    for address in ("/claims", f"/claims/{other.id}"):
        assert not visitor.get(address).find("//div[contains(@class, 'stale')]")
    with Store(desk.collection) as store:
        store.remove(pump.documents[0])
    for address in ("/claims", f"/claims/{other.id}"):
        assert "older than the documents" in say(visitor.get(address).find("//div[contains(@class, 'stale')]")[0])
    assert "a document that this claim rests on has been removed" in visitor.get(f"/claims/{pump.id}", status=404).text
