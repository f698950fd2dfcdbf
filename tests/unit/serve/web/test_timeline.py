"""The timeline, as a browser without scripts sees it."""

import re

import pytest

from sayso.pipeline import relink
from sayso.serve.desk import Desk
from sayso.serve.web.pages import timeline
from sayso.store import Store
from tests.unit.serve.web.visitor import Page, Visitor


def list_entries(page: Page) -> list[str]:
    return [" ".join("".join(e.itertext()).split()) for e in page.find("//ol[contains(@class, 'times')]/li")]


def test_documents_in_time_with_what_they_are_to_claims(visitor: Visitor) -> None:
    entries = list_entries(visitor.get("/timeline"))
    assert [re.split(" · ", e)[1].split("The ferry")[0] for e in entries] == [
        "Harbor Daily",
        "Pier Post",
        "Strait Echo",
    ]
    assert "first seen in this collection" in entries[0] and "Corrected" in entries[0]
    assert "Makes it; rests on a document that is corrected or retracted" in entries[1]
    assert "first seen" not in entries[1]
    assert "Denies it" in entries[2]
    assert all("said by" in e for e in entries)


def test_the_drawing_has_what_the_list_has(visitor: Visitor) -> None:
    page = visitor.get("/timeline")
    [drawing] = page.find("//svg[@role='img']")
    assert len(drawing.xpath(".//g[@class='document']")) == 3
    titles = [t.text for t in drawing.xpath(".//g[contains(@class, 'mark')]/title")]
    assert any("Strait Echo" in t and "denies it" in t for t in titles)
    marks = page.find("//svg[@role='img']//g[contains(@class, 'mark')]")
    events = page.find("//ol[contains(@class, 'times')]/li//ul/li")
    assert len(marks) == len(events)
    assert not drawing.xpath(".//a")


def test_corrections_say_who_still_carries_them(visitor: Visitor) -> None:
    page = visitor.get("/timeline")
    [section] = page.find("//section[@aria-labelledby='corrected']")
    text = " ".join("".join(section.itertext()).split())
    assert "Corrected" in text and "Harbor Daily, 2 March 2031" in text
    assert "still carry it:Pier Post, 3 March 2031" in text
    assert "when the correction came isn’t known" in text


def test_undated_documents_stand_alone(visitor: Visitor) -> None:
    page = visitor.get("/timeline")
    assert "Upland Mail" in "".join(page.find("//section[@aria-labelledby='undated']")[0].itertext())
    assert not any("Upland Mail" in e for e in list_entries(page))


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ("outlet=Pier+Post", ["Pier Post"]),
        ("since=2031-03-03", ["Pier Post", "Strait Echo"]),
        ("until=2031-03-02", ["Harbor Daily"]),
        ("text=second+pump", ["Harbor Daily", "Pier Post", "Strait Echo"]),
        ("text=nothing+so", []),
    ],
)
def test_filters(visitor: Visitor, asked: str, outlets: list[str]) -> None:
    entries = list_entries(visitor.get(f"/timeline?{asked}"))
    assert [o for e in entries for o in outlets if f"· {o}" in e] == outlets
    assert len(entries) == len(outlets)


def test_one_claim(visitor: Visitor, desk: Desk) -> None:
    with desk.read() as linked:
        claim = next(c for c in linked.claims if c.denials)
    page = visitor.get(f"/timeline?claim={claim.id}")
    assert claim.said_by in page.text
    assert len(page.find("//svg[@role='img']//text[contains(., 'said by')]")) == 1
    visitor.get("/timeline?claim=nothing", status=404)


def test_pages(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ON_PAGE", 2)
    page = visitor.get("/timeline")
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    assert [e.split(" · ")[1][:11] for e in list_entries(following)] == ["Strait Echo"]


def test_a_time_that_is_none(visitor: Visitor) -> None:
    page = visitor.get("/timeline?since=soon", status=400)
    assert page.find("//*[@role='alert']")


def test_words_that_only_deny_are_not_said_but_denied(visitor: Visitor, desk: Desk) -> None:
    with Store(desk.collection) as store:
        for document in store.catalogue.documents(until="2031-03-03").items:
            store.remove(document.document)
        relink(store)
        denied = next(c for c in store.claims() if not c.statements)
    page = visitor.get(f"/timeline?claim={denied.id}")
    said = f"denied by {denied.said_by}"
    assert page.text.count(said) > 1
    assert any(said in e for e in list_entries(page))
    assert said[:40] in "".join(page.find("//svg[@role='img']")[0].itertext())
    assert "said by" not in page.text
