"""A document, as a browser without scripts sees it; and saying otherwise of it."""

import pytest

from sayso.model import Kind, Status
from sayso.pipeline import relink, workers
from sayso.serve.desk import Desk
from tests.factories import FakeReader, load_fake_judge, make_document, make_ingested
from tests.unit.serve.web.visitor import Page, Visitor, say

HOSTILE = (
    "<script>alert(1)</script> said the pump \u202efailed\u202c within an hour & more. "
    "Lena Orr said " + "w" * 3000 + " was <b onclick='x'>lost</b>.\n\n\"><img src=x onerror=alert(2)> was there."
)


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """Outlet → id of its document."""
    with desk.read() as linked:
        return {d.outlet or "": d.document for d in linked.store.catalogue.documents().items}


def add(desk: Desk, **fields: str | None) -> str:
    """A further document, linked."""
    document = make_document(**fields)  # type: ignore[arg-type]
    with desk.write() as store:
        store.add(make_ingested(document), FakeReader().read(document))
        relink(store, load=load_fake_judge)
    return document.id


def find_notice(page: Page) -> str:
    [notice] = page.find("//main//*[@data-notice]")
    return " ".join(say(notice).split())


def test_it_reads_with_its_marks_and_each_statement_leads_to_its_claim(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/documents/{ids['Harbor Daily']}")
    assert "The ferry as Harbor Daily has it" in say(page.find("//h1")[0])
    assert page.find("//mark[@class='source' and contains(., 'Lena Orr')]")
    assert page.find("//mark[@class='cue' and text()='said']")
    notes = page.find("//ul[@class='notes']/li[starts-with(@id, 'n-')]")
    assert len(notes) == 3
    for note in notes:
        statement = (note.get("id") or "").removeprefix("n-")
        assert page.find(f"//*[@id='s-{statement}']"), "the mark that the note is on"
        assert "Harbor Daily" in say(note)
        [claim] = note.xpath(".//a[starts-with(@href, '/claims/')]")
        assert visitor.get(claim.get("href")).status == 200
    assert "Harbor Daily → Lena Orr" in say(notes[1])
    assert "claim of 3 documents" in say(notes[1])
    assert "Marked corrected" in page.text
    assert "taken from: " in page.text


def test_its_passages_lead_to_the_other_document_and_side_by_side(visitor: Visitor, ids: dict[str, str]) -> None:
    here, other = ids["Harbor Daily"], ids["Pier Post"]
    page = visitor.get(f"/documents/{here}")
    [note] = page.find("//li[starts-with(@id, 'r-')]")
    [passage] = note.xpath(f".//a[starts-with(@href, '/documents/{other}#p-')]")
    _, _, anchor = (passage.get("href") or "").partition("#")
    assert visitor.get(f"/documents/{other}").find(f"//*[@id='{anchor}']")
    [switch] = note.xpath(".//a[contains(@href, 'beside=')]")
    beside = visitor.get(switch.get("href"))
    assert "The other document repeats this one" in beside.text
    [row] = beside.find("//div[@class='sides']/div[@class='row']")
    ours, theirs = row.xpath("./div/p[not(@class)]")
    assert say(ours) == say(theirs)
    assert say(row.xpath(".//mark[@class='reused']")[0]).startswith("Two port officials")
    assert beside.find(f"//mark[@id='{(note.get('id') or '').replace('r-', 'p-', 1)}']")
    assert beside.find("//nav[@class='switch']//a[@aria-current='true' and contains(., 'Pier Post')]")


def test_beside_one_that_shares_nothing(visitor: Visitor, ids: dict[str, str]) -> None:
    page = visitor.get(f"/documents/{ids['Upland Mail']}?beside={ids['Harbor Daily']}")
    assert "share no passage" in page.text
    visitor.get(f"/documents/{ids['Upland Mail']}?beside=nobody", status=404)


def test_the_beginning_of_an_id_is_enough(visitor: Visitor, ids: dict[str, str]) -> None:
    assert visitor.get(f"/documents/{ids['Pier Post'][:8]}").address == f"/documents/{ids['Pier Post']}"
    assert "no such document" in visitor.get("/documents/zzzz", status=404).text


def test_marking_as_retracted_follows_at_once_and_is_taken_back(
    visitor: Visitor, desk: Desk, ids: dict[str, str]
) -> None:
    address = f"/documents/{ids['Pier Post']}"
    form = visitor.get(address).find_form(f"{address}/set")
    done = visitor.send(form, mark="retracted")
    assert "Status: was live, is retracted." in find_notice(done)
    assert "No interval and no mark of a claim changed by that." in find_notice(done)
    assert "Marked retracted (taken from: a person)" in done.text
    undo = done.find("//*[@data-notice]//form")[0]
    back = visitor.send(undo, withdraw="status")
    assert "Status: was retracted, is live." in find_notice(back)
    assert "Marked retracted" not in back.text
    with desk.read() as linked:
        assert linked.store.document(ids["Pier Post"]).status is Status.LIVE


def test_what_rests_on_a_corrected_document_follows(visitor: Visitor, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['Harbor Daily']}"
    done = visitor.send(visitor.get(address).find_form(f"{address}/set"), mark="live")
    assert "Changed by that: 3 claims." in find_notice(done)
    assert "on a corrected or retracted one.Is: " in find_notice(done)


def test_filling_in_reads_it_again(
    visitor: Visitor, desk: Desk, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "load_reader", lambda model: FakeReader())
    address = f"/documents/{ids['Upland Mail']}"
    form = visitor.get(address).find_form(f"{address}/set", index=1)
    done = visitor.send(form, published="2031-03-09", outlet="Upland <Mail>")
    assert "Outlet: was Upland Mail, is Upland <Mail>." in find_notice(done)
    assert "Time of publication: was time unknown, is 9 March 2031." in find_notice(done)
    assert say(done.find("//p[@class='outlet']")[0]) == "Upland <Mail>"
    with desk.read() as linked:
        assert {s.chain[0].name for s in linked.store.statements(ids["Upland Mail"])} == {"Upland <Mail>"}
    forms = [f for f in done.find(f"//section[@id='known']//form[@action='{address}/set']") if "Take back" in say(f)]
    assert len(forms) == 2
    back = visitor.send(forms[0], withdraw="outlet")
    assert "is Upland Mail." in find_notice(back)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Nothing was changed"),
        ({"outlet": ""}, "an empty field says nothing"),
        ({"published": "soon"}, "is no time"),
    ],
)
def test_what_cannot_be_set(visitor: Visitor, ids: dict[str, str], fields: dict[str, str], words: str) -> None:
    address = f"/documents/{ids['Harbor Daily']}"
    form = visitor.get(address).find_form(f"{address}/set", index=1)
    assert words in visitor.send(form, status=400, extra=fields).text


def test_a_chain_is_judged_otherwise_and_taken_back(visitor: Visitor, desk: Desk, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['Harbor Daily']}"
    page = visitor.get(address)
    [judge] = page.find("//li[contains(., 'Lena Orr') and starts-with(@id, 'n-')]//a[contains(@href, 'judge=')]")
    asking = visitor.get(judge.get("href") or "")
    form = asking.find_form(f"{address}/overrule")
    assert dict(form.fields)["name-1"] == "Lena Orr"
    fields = {"kind-1": "publication", "name-1": "Coast Wire", "kind-2": "anonymous", "name-2": "two <b officials"}
    done = visitor.send(form, note="the wire had it", by="A. Editor", extra=fields)
    assert "Judgement 1 is written down: this is the chain." in find_notice(done)
    assert "Was: " in find_notice(done)
    note = next(n for n in done.find("//li[starts-with(@id, 'n-')]") if "Coast Wire" in say(n))
    assert 'Harbor Daily → Coast Wire → "two <b officials"' in say(note)
    assert "The reader had: Harbor Daily → Lena Orr" in say(note)
    assert "the wire had it" in say(done.find("//section[@id='judgements']")[0])
    back = visitor.send(done.find("//*[@data-notice]//form")[0])
    assert "Judgement 1 is taken back." in find_notice(back)
    assert not [n for n in back.find("//li[starts-with(@id, 'n-')]") if "Coast Wire" in say(n)]
    assert "taken back" in say(back.find("//section[@id='judgements']")[0])
    with desk.read() as linked:
        [kept] = linked.store.overrules()
        assert kept.withdrawn and kept.by == "A. Editor"
        assert kept.chain == f"outlet > {Kind.PUBLICATION}:Coast Wire > {Kind.ANONYMOUS}:two <b officials"


def test_own_voice_is_a_chain_without_names(visitor: Visitor, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['Harbor Daily']}"
    page = visitor.get(address)
    judge = page.find("//a[contains(@href, 'judge=')]")[0]
    form = visitor.get(judge.get("href") or "").find_form(f"{address}/overrule")
    done = visitor.send(form, extra={"name-1": ""})
    assert "written down" in find_notice(done)
    form = visitor.get(judge.get("href") or "").find_form(f"{address}/overrule")
    assert "can't have the sign" in visitor.send(form, status=400, extra={"name-1": "A > B"}).text


def test_a_reuse_is_judged_none_and_taken_back(visitor: Visitor, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['Harbor Daily']}"
    form = visitor.get(address).find("//section[@id='reuse']//form")[0]
    done = visitor.send(form, note="both had the bulletin")
    assert "written down: neither repeats the other." in find_notice(done)
    assert not done.find("//section[@id='reuse']")
    assert not done.find("//div[@class='body']//mark[@class='reused']")
    back = visitor.send(done.find("//*[@data-notice]//form")[0])
    assert "is taken back" in find_notice(back)
    assert back.find("//div[@class='body']//mark[@class='reused']")


def test_a_page_that_is_out_of_date_changes_nothing(visitor: Visitor, desk: Desk, ids: dict[str, str]) -> None:
    address = f"/documents/{ids['Pier Post']}"
    form = visitor.get(address).find("//section[@id='reuse']//form")[0]
    with desk.write() as store:
        store.mend(ids["Upland Mail"], changes={"status": "corrected"})
    page = visitor.send(form, status=409, note="mine")
    assert "out of date" in page.text
    assert page.find("//textarea[text()='mine']")
    assert page.find(f"//a[@href='{address}']")


def test_read_only_offers_no_change(desk: Desk, ids: dict[str, str]) -> None:
    page = Visitor(Desk(desk.collection, read_only=True)).get(f"/documents/{ids['Pier Post']}")
    assert not page.find("//main//form")
    assert not page.find("//main//a[contains(@href, 'judge=')]")


def test_hostile_words_are_words(visitor: Visitor, desk: Desk) -> None:
    name = add(
        desk, text=HOSTILE, headline="<script>alert(3)</script>\u202e", outlet="<i>Daily</i>", url="javascript:x"
    )
    for address in (f"/documents/{name}", "/documents", f"/documents/{name}?judge=x&beside=", f"/compare?a={name}"):
        page = visitor.get(address)
        assert not page.find("//main//script|//main//img|//main//i|//main//b[@onclick]")
        assert not page.find("//main//a[starts-with(@href, 'javascript')]")
        assert "\u202e" not in page.answer.text
        assert not page.find("//*[@style]")
        assert not [a for e in page.find("//*") for a in e.attrib if a.startswith("on")]
    assert "<script>alert(1)</script> said" in visitor.get(f"/documents/{name}").text.replace("1 ", "")


def test_versions_lead_to_one_another(visitor: Visitor, desk: Desk) -> None:
    address = "https://pier.example/pump"
    words = "The second pump failed within an hour of leaving the long pier at Skerry Point in the fog."
    old = add(desk, url=address, published="2031-04-01", text=words)
    new = add(desk, url=address, published="2031-04-02", text=f"{words} It was mended in the end.")
    page = visitor.get(f"/documents/{old}")
    assert "An older version of its page" in page.text
    assert page.find(f"//ul[@class='warnings']//a[@href='/documents/{new}']")
    page = visitor.get(f"/documents/{new}")
    assert page.find(f"//section[@id='versions']//a[@href='/documents/{old}']")
    assert "the latest: this one is weighed" in page.text


def test_the_saved_page_is_sent_as_it_came_in_a_sandbox(visitor: Visitor, desk: Desk, ids: dict[str, str]) -> None:
    page = visitor.get(f"/documents/{ids['Pier Post']}/saved")
    with desk.read() as linked:
        assert page.answer.content == linked.store.raw(ids["Pier Post"])
    headers = page.answer.headers
    assert headers["content-security-policy"].startswith(
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "text/plain; charset=utf-8"
    visitor.get("/documents/zzzz/saved", status=404)
