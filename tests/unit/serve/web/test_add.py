"""Adding in the workbench, as a browser without scripts does it."""

import time

import pytest

from sayso.model import Rejected
from sayso.pipeline import workers
from sayso.serve import desk as desks
from sayso.serve import jobs
from sayso.serve.desk import Desk
from tests.factories import TEXT, load_fake_reader
from tests.unit.serve.test_jobs import Gate
from tests.unit.serve.web.visitor import Page, Visitor


@pytest.fixture(autouse=True)
def foreseeable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "load_reader", load_fake_reader)


def send(visitor: Visitor, *files: tuple[str, bytes], addresses: str = "", status: int = 200) -> Page:
    form = visitor.get("/add").find_form("/add")
    fields = {**dict(form.fields), "addresses": addresses}
    fields.pop("files")
    page = Page(visitor.client.post("/add", data=fields, files=[("files", f) for f in files or [("", b"")]]))
    assert page.status == status, page.answer.text[:2000]
    return page


def wait(visitor: Visitor, page: Page) -> Page:
    for _ in range(500):
        page = visitor.get(page.address)
        if not page.find("//noscript/meta[@http-equiv='refresh']"):
            return page
        time.sleep(0.02)
    raise AssertionError(page.text)


def test_files_are_added_and_what_was_set_aside_is_said(visitor: Visitor) -> None:
    page = wait(visitor, send(visitor, ("new.txt", TEXT.encode()), ("<b>.png", b"\x89PNG\r\n\x1a\n0000")))
    assert "Done. 1 document added, 1 set aside" in page.text
    [entry] = page.find("//ul[@class='rejected']/li")
    assert "<b>.png" in "".join(entry.itertext())
    assert "PNG picture" in page.text
    assert "new.txt : added, " in page.text
    assert not page.find("//*[@data-live]")
    found = visitor.get("/search?q=%22skerry+point+on+monday%22&in=statements")
    assert len(found.find("//ul[contains(@class, 'hits')]/li")) == 1
    assert "PNG picture" in visitor.get("/rejected").text
    assert "Adding new.txt and 1 more" in visitor.get("/add").text


def test_while_it_goes_on_pages_are_read_and_it_can_be_stopped(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr(workers, "load_reader", lambda model: gate)
    page = send(visitor, ("a.txt", TEXT.encode()), ("b.txt", TEXT.replace("Monday", "Friday").encode()))
    assert gate.reached.wait(20)
    page = visitor.get(page.address)
    assert page.find("//*[@data-live]") and page.find("//noscript/meta[@http-equiv='refresh']")
    assert "Reading…" in page.text
    visitor.get("/")
    visitor.get("/claims")
    stopping = visitor.send(page.find_form(f"{page.address}/stop"))
    assert "stopping after what is in hand" in stopping.text
    gate.open.set()
    page = wait(visitor, page)
    assert "Stopped. 1 document added" in page.text


@pytest.mark.parametrize(
    ("addresses", "words"),
    [
        ("", "There is nothing to add."),
        ("/etc/passwd", "can't be fetched: “/etc/passwd”"),
        ("https://a.example/\n<script>alert(1)</script>", "can't be fetched: “<script>"),
    ],
)
def test_refused(visitor: Visitor, addresses: str, words: str) -> None:
    page = send(visitor, addresses=addresses, status=400)
    assert words in "".join(page.find("//*[@role='alert' and @data-notice]")[0].itertext())
    assert page.find("//textarea[@name='addresses']")[0].text_content().strip() == addresses  # type: ignore[no-untyped-call]
    assert not page.find("//main//script")


def test_too_many_files(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MOST_FILES", 1)
    page = send(visitor, ("a.txt", b"a"), ("b.txt", b"b"), status=400)
    assert "Send 1 at most. Choose the files again, too." in page.text


def test_too_many_jobs(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "MOST_WAITING", 0)
    assert "are waiting already" in send(visitor, addresses="https://a.example/", status=503).text


def test_private_addresses_are_set_aside(visitor: Visitor) -> None:
    page = wait(visitor, send(visitor, addresses="http://127.0.0.1:9/secret"))
    assert "Not one of the inputs became a document." in page.text
    assert "http://127.0.0.1:9/secret" in page.text


def test_read_only(desk: Desk) -> None:
    page = Visitor(Desk(desk.collection, read_only=True)).get("/add")
    assert not page.find("//form[@action='/add']")
    assert "shown to read only" in page.text


def test_claims_can_be_made_anew(visitor: Visitor, desk: Desk) -> None:
    with desk.write() as store:
        store.remove(next(iter(store.documents())).id)
    page = wait(visitor, visitor.send(visitor.get("/add").find_form("/add/claims")))
    assert "Done." in page.text
    assert not visitor.get("/add").find("//form[@action='/add/claims']")


def test_pages_of_what_was_set_aside(visitor: Visitor, desk: Desk) -> None:
    with desk.write() as store:
        for n in range(60):
            store.reject(Rejected(input=f"{n:02}.pdf", step="extract", reason="no text"))
    page = visitor.get("/rejected")
    assert len(page.find("//ul[@class='rejected']/li")) == 50
    following = visitor.get(page.find("//a[@rel='next']")[0].get("href") or "")
    assert "59.pdf (extract): no text" in following.text


def test_a_job_that_is_gone(visitor: Visitor) -> None:
    assert "no such job" in visitor.get("/add/nothing", status=404).text


def test_a_judgement_that_must_wait_keeps_what_was_typed(
    visitor: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr(workers, "load_reader", lambda model: gate)
    monkeypatch.setattr(desks, "PATIENCE", 0.01)
    address = visitor.get("/sources?group=named").find("//tbody//a")[0].get("href") or ""
    form = visitor.get(address).find("//form[contains(@action, '/merge')]")[0]
    job = send(visitor, ("a.txt", TEXT.encode()))
    assert gate.reached.wait(20)
    page = visitor.send(form, other="Mira Voss", note="a note", status=503)
    assert "Something is being added to the collection" in page.text
    assert [t.text for t in page.find("//main//textarea")] == ["a note"]
    gate.open.set()
    wait(visitor, job)
