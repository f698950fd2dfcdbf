"""The first page."""

from pathlib import Path

from sayso.serve.desk import Desk
from sayso.store import Store
from tests.unit.serve.web.visitor import Visitor, say


def test_it_says_what_the_collection_rests_on(visitor: Visitor, desk: Desk) -> None:
    page = visitor.get("/")
    with Store(desk.collection, writable=False) as store:
        counts = store.counts()
        first = store.catalogue.claims(worth=True, limit=1).items[0]
        claim = store.catalogue.read_claims([first.claim])[first.claim]
    assert f"4 documents by 4 outlets make {counts['statements']} statements" in page.text
    (link,) = page.find("(//ol[@class='claims']//a)[1]")
    assert link.get("href") == f"/claims/{claim.id}"
    assert f"said by {claim.said_by}" in say(page.find("(//ol[@class='claims']/li)[1]")[0])
    assert page.find("//svg[@role='img']/title")
    assert "Owen Tarn" in page.text


def test_no_outlet_is_listed_or_ranked(visitor: Visitor) -> None:
    rows = [say(r) for r in visitor.get("/").find("//section[.//h2='Sources and voices']//table//th[@scope='row']")]
    assert rows
    assert not [r for r in rows if r.startswith(("Harbor Daily", "Pier Post", "Strait Echo", "Upland Mail"))]
    assert any("unattributed" in r for r in rows) or all("outlets" not in r for r in rows)


def test_the_plot_says_the_same_as_its_table(visitor: Visitor) -> None:
    page = visitor.get("/")
    drawn = sorted(int(t.text) for t in page.find("//svg[@class='plot']//text[@class='inside' or @class='outside']"))
    told = sorted(int(t.text) for t in page.find("//figure//table//tbody//td[2]"))
    assert drawn == told
    assert drawn


def test_an_empty_collection(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.db"):
        pass
    page = Visitor(Desk(tmp_path / "empty.db")).get("/")
    assert "There are no documents" in page.text


def test_claims_older_than_the_documents_are_told(visitor: Visitor, desk: Desk) -> None:
    with desk.write() as store:
        document = next(store.documents())
        store.mend(document.id, changes={"byline": "A. Writer"})
    page = visitor.get("/")
    assert "are older than the documents" in page.text
    assert "are older than the documents" not in visitor.send(page.find_form("/relink")).text
