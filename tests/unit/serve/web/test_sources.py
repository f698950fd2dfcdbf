"""The sources and the page of one, as a browser without scripts sees them."""

import pytest

from sayso.serve.desk import Desk
from sayso.serve.web.pages import source, sources
from tests.unit.serve.web.visitor import Page, Visitor


def follow(visitor: Visitor, page: Page, words: str) -> Page:
    """Where the first link with these words leads."""
    return visitor.get(page.find(f"//main//a[normalize-space(.)='{words}']")[0].get("href") or "")


def test_groups_with_what_rests_on_them(visitor: Visitor) -> None:
    page = visitor.get("/sources")
    titles = [str(h.text) for h in page.find("//h2")]
    assert titles[:2] == ["Named persons and organisations ", "Anonymous "]
    rows = {str(r.xpath("./th/a")[0].text): [c.text for c in r.xpath("./td")] for r in page.find("//tbody/tr")}
    assert rows["Lena Orr"] == ["1", "1", "0", "2"]
    assert '"Two port officials"' in rows
    assert "described by Harbor Daily" in page.text
    assert "spoken of in 1 statement, quoted in none of the documents in this collection" in page.text


def test_outlets_are_counted_and_never_listed(visitor: Visitor) -> None:
    page = visitor.get("/sources")
    for entry in page.find("//table//th/a"):
        assert entry.text not in ("Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail")
    assert "Outlets are counted together, and not listed." in page.text
    page = follow(visitor, page, page.find("//section[@aria-labelledby='g-outlets']//a")[0].text_content())  # type: ignore[no-untyped-call]
    assert page.find("//ul[contains(@class, 'claims')]/li//span[@class='chain']")


def test_one_list_by_page(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "ON_PAGE", 2)
    page = visitor.get("/sources?group=named")
    seen = [r.get("href") for r in page.find("//tbody//a")]
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    assert seen and not set(seen) & {r.get("href") for r in following.find("//tbody//a")}
    visitor.get("/sources?group=nothing", status=404)


def test_somebody_who_speaks(visitor: Visitor) -> None:
    page = follow(visitor, visitor.get("/sources"), "Lena Orr")
    assert page.find("//h1")[0].text == "Lena Orr"
    assert "1 claim in 2 documents rests on it, 1 of these on nothing else." in page.text
    says = page.find("//section[@aria-labelledby='says']/ul/li")
    assert len(says) == 2
    for entry in says:
        assert "Lena Orr" in "".join(entry.xpath(".//span[@class='chain']")[0].itertext())
        assert entry.xpath(".//a[contains(@href, '#s-')]")
    assert page.find(
        "//section[@aria-labelledby='names']//ul[@class='reasons']/li//a[starts-with(@href, '/documents/')]"
    )


def test_somebody_who_is_only_spoken_of(visitor: Visitor) -> None:
    page = follow(visitor, visitor.get("/sources"), "Aldo Ferrin")
    assert "quoted in none of the documents in this collection" in page.text
    assert "may have spoken elsewhere" in page.text
    assert "No document here credits this source with a statement." in page.text
    about = page.find("//section[@aria-labelledby='about']/ul/li")
    assert len(about) == 1
    assert "Mira Voss" in "".join(about[0].itertext())


def test_somebody_described(visitor: Visitor) -> None:
    page = follow(visitor, visitor.get("/sources"), '"Two port officials"')
    assert "Anonymous: described, not identified" in page.text
    assert "The words that describe it" in page.text
    assert page.find("//section[@aria-labelledby='rests']//ul[contains(@class, 'claims')]/li")


def test_a_part_by_page(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "FIRST", 1)
    monkeypatch.setattr(source, "ON_PAGE", 1)
    page = follow(visitor, visitor.get("/sources"), "Lena Orr")
    page = follow(visitor, page, "More of what this source says")
    first = page.find("//section[@aria-labelledby='says']//a[contains(@href, '#s-')]")[0].get("href")
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    assert following.find("//section[@aria-labelledby='says']//a[contains(@href, '#s-')]")[0].get("href") != first


def test_judgements_on_it_are_shown_and_taken_back(visitor: Visitor, desk: Desk) -> None:
    from sayso.model import Ruling
    from sayso.pipeline.overruling import overrule

    with desk.read() as linked:
        claim = next(c for c in linked.claims if len(c.weight.origins) > 1)
        named = [o.id for o in claim.weight.origins][:2]
        names = [o.name for o in claim.weight.origins]
    assert "Owen Tarn" in names
    with desk.write() as store:
        overrule(store, Ruling.SAME, [claim.id, *named], note="one and the same")
    page = follow(visitor, visitor.get("/sources"), "Owen Tarn")
    assert "These are one origin" in page.text and "one and the same" in page.text
    page = visitor.send(page.find_form("/overrules/1/withdraw"))
    assert page.address.startswith("/sources/")
    assert "taken back" in page.text


def test_two_are_judged_to_be_one_and_parted_again(visitor: Visitor) -> None:
    page = follow(visitor, visitor.get("/sources"), "Owen Tarn")
    form = page.find("//form[contains(@action, '/merge')]")[0]
    page = visitor.send(form, other="Mira Voss", note="she writes as he", by="Ada")
    assert "Judgement 1 is written down" in page.text
    assert "These names mean one" in page.text and "a person judged that they are one: she writes as he" in page.text
    assert page.find("//section[@aria-labelledby='names']/p")[0].text_content().count("“") >= 2  # type: ignore[no-untyped-call]
    back = visitor.send(page.find_form("/overrules/1/withdraw"))
    assert back.address.startswith("/sources/")
    assert "a person judged" not in back.text


def test_somebody_else_is_meant_in_one_document(visitor: Visitor) -> None:
    page = follow(visitor, visitor.get("/sources"), "Lena Orr")
    form = page.find("//form[contains(@action, '/split')]")[0]
    [pier] = [o.get("value") or "" for o in form.xpath(".//option") if "Pier Post" in (o.text or "")]
    page = visitor.send(form, document=pier)
    assert "Judgement 1 is written down" in page.text
    assert "Named in 1 document" in page.text
    assert "The first of these names means somebody else" in page.text
    page = visitor.send(page.find_form("/overrules/1/withdraw"))
    assert "Named in 2 documents" in page.text


@pytest.mark.parametrize(("other", "status"), [("", 400), ("Nobody Here", 404), ("Harbor Daily", 400)])
def test_what_can_not_be_one(visitor: Visitor, other: str, status: int) -> None:
    page = follow(visitor, visitor.get("/sources"), "Owen Tarn")
    visitor.send(page.find("//form[contains(@action, '/merge')]")[0], other=other, status=status)


def test_read_only_offers_no_judging(desk: Desk) -> None:
    visitor = Visitor(Desk(desk.collection, read_only=True))
    page = follow(visitor, visitor.get("/sources"), "Owen Tarn")
    assert not page.find("//main//form[@method='post']")


def test_nobody(visitor: Visitor) -> None:
    assert "There is no such source" in visitor.get("/sources/nothing", status=404).text
