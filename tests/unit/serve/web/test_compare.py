"""Two documents compared, as a browser without scripts sees it."""

import pytest

from sayso.pipeline import relink
from sayso.serve.desk import Desk
from tests.factories import FakeReader, load_fake_judge, make_document, make_ingested
from tests.unit.serve.web.visitor import Visitor, say


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """Outlet → id of its document."""
    with desk.read() as linked:
        return {d.outlet or "": d.document for d in linked.store.catalogue.documents().items}


def test_claims_of_both_stand_in_one_row(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/compare?a={ids['Harbor Daily']}&b={ids['Pier Post']}")
    assert "Both make or deny 3 claims; they share 1 passage." in page.text
    rows = page.find("//ul[@class='meetings']/li")
    assert len(rows) == 3
    for row in rows:
        ours, theirs = row.xpath(".//div[@class='side']")
        assert "Harbor Daily" in say(ours.xpath(".//p[@class='said-by']")[0])
        assert "Pier Post" in say(theirs.xpath(".//p[@class='said-by']")[0])
        assert row.xpath(".//a[starts-with(@href, '/claims/')]")
        assert ours.xpath(f".//a[starts-with(@href, '/documents/{ids['Harbor Daily']}#s-')]")
    assert "Pier Post repeats the other" in page.text
    assert page.find("//section[@id='texts']//mark[@class='reused']")


def test_what_one_denies_and_what_only_one_says(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/compare?a={ids['Harbor Daily']}&b={ids['Strait Echo']}")
    assert "in 1 of them one denies what the other affirms" in page.text
    [row] = page.find("//ul[@class='meetings']/li[contains(., 'One denies')]")
    assert "denies the claim" in say(row.xpath(".//div[@class='side']")[1])
    ours, theirs = page.find("//section[@id='alone']//div[@class='side']")
    assert "Boats from three villages" in say(ours)
    assert "Nothing that the other doesn't say." in say(theirs)


def test_the_other_way_round_says_the_same(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/compare?a={ids['Harbor Daily']}&b={ids['Strait Echo']}")
    [way] = page.find("//a[text()='The other way round']")
    turned = visitor.get(way.get("href") or "")
    assert say(turned.find("//p[@class='lead']")[0]) == say(page.find("//p[@class='lead']")[0])
    assert "Boats from three villages" in say(turned.find("//section[@id='alone']//div[@class='side']")[1])


def test_nothing_in_common(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/compare?a={ids['Harbor Daily']}&b={ids['Upland Mail']}")
    assert "Both make or deny no claim; they share no passage." in page.text
    assert "No claim is made or denied by both" in page.text
    assert "They share no passage" in page.text


def test_choosing_two(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get("/compare")
    form = page.find("//main//form[@method='get']")[0]
    options = form.xpath(".//select[@name='a']/option")
    assert len(options) == 5
    assert "Harbor Daily, 2 March 2031, 08:00 UTC: The ferry" in say(options[1])
    assert "Choose two different documents" in visitor.get(f"/compare?a={ids['Pier Post']}&b={ids['Pier Post']}").text
    found = visitor.get(f"/compare?a={ids['Upland Mail']}&q=owen+tarn")
    assert [say(o).split(",")[0] for o in found.find("//select[@name='b']/option")] == [
        "Choose one",
        "Strait Echo",
        "Upland Mail",
    ]
    assert found.find("//select[@name='a']/option[@selected and contains(., 'Upland Mail')]")
    visitor.get("/compare?a=zzzz", status=404)


def test_versions_of_one_page(visitor: Visitor, desk: Desk) -> None:
    words = (
        "Two port officials said the ferry had not been inspected by anybody since the spring storms of last year. "
        "Boats from three villages towed the ferry home through the fog and landed every passenger before midnight."
    )
    made = []
    with desk.write() as store:
        for day, text in ((1, words), (2, f"{words}\n\nIt was mended by Owen Tarn in the end.")):
            document = make_document(url="https://pier.example/pump", published=f"2031-04-0{day}", text=text)
            store.add(make_ingested(document), FakeReader().read(document))
            made.append(document.id)
        relink(store, load=load_fake_judge)
    page = visitor.get(f"/compare?a={made[0]}&b={made[1]}")
    assert "They share 1 passage. Only the latest version of a page is weighed" in page.text
    assert not page.find("//section[@id='both']")
    assert page.find("//section[@id='texts']//mark[@class='reused']")
    [alone] = page.find("//div[@class='sides']/div[@class='row'][contains(., 'mended')]")
    assert alone.xpath("./div[@class='side none']")
