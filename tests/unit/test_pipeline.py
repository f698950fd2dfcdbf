import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.config import Config
from sayso.errors import NothingUsable, ReaderError, UsageError
from sayso.model import Document, Links, Reading, Status
from sayso.pipeline import Handled, Outcome, add_inputs, has_current_claims, linking, mend, relink, reread
from sayso.pipeline.workers import FEW, Reads, read_document, read_many
from sayso.steps import make_links
from sayso.store import Store, dump_collection
from tests.factories import TEXT, FakeReader, load_fake_judge, load_fake_reader, make_document, make_ingested

SERIAL = Config(jobs=1)


def write_reports(folder: Path, documents: Iterable[Document]) -> str:
    file = folder / "documents.jsonl"
    fields = ("outlet", "url", "published", "headline", "text", "status")
    file.write_text("".join(json.dumps({f: getattr(d, f) for f in fields}) + "\n" for d in documents), encoding="utf-8")
    return str(file)


def make_documents(count: int) -> list[Document]:
    return [
        make_document(url=f"https://a.example/{n}", headline=f"Ferry number {n} loses its power") for n in range(count)
    ]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    with Store(tmp_path / "case.db") as opened:
        yield opened


def test_adding_reads_writes_and_links(tmp_path: Path, store: Store) -> None:
    seen: list[Handled] = []
    inputs = [write_reports(tmp_path, make_documents(3)), str(tmp_path / "none.txt")]
    summary = add_inputs(store, inputs, config=SERIAL, watch=seen.append, load=load_fake_reader)
    assert (summary.added, summary.unchanged, summary.rejected, summary.statements) == (3, 0, 1, 12)
    assert summary.claims == len(store.claims())
    assert [h.outcome for h in seen].count(Outcome.REJECTED) == 1
    assert has_current_claims(store)
    before = list(dump_collection(store))
    again = add_inputs(store, inputs, config=SERIAL, load=load_no_reader)
    assert (again.added, again.unchanged, again.statements) == (0, 3, 0)
    assert list(dump_collection(store)) == before


def load_no_reader(model: Path | None) -> Reads:
    raise ReaderError("the reader was loaded without need")


def test_nothing_usable(tmp_path: Path, store: Store) -> None:
    with pytest.raises(NothingUsable, match="sayso rejected"):
        add_inputs(store, [str(tmp_path / "none.txt")], config=SERIAL, load=load_fake_reader)
    assert len(store.rejected()) == 1


def test_a_document_that_the_reader_fails_on_is_set_aside_and_tried_again(tmp_path: Path, store: Store) -> None:
    bad = make_document(
        text="CRASH. The ferry lost power off Skerry Point and drifted to the pier.", url="https://a.example/bad"
    )
    inputs = [write_reports(tmp_path, [bad, *make_documents(1)])]
    for _ in range(2):
        summary = add_inputs(store, inputs, config=SERIAL, load=load_fake_reader)
        assert summary.rejected == 1
        (rejected,) = store.rejected()
        assert rejected.step == "read"
        assert "told to crash" in rejected.reason


def test_a_changed_page_is_a_new_version_and_both_are_kept(tmp_path: Path, store: Store) -> None:
    old = make_document(
        text="The ferry lost both its pumps off Skerry Point. The crew of nine came to no harm.",
        published="2031-03-02T08:00:00Z",
    )
    new = make_document(
        text="The ferry lost one of its pumps off Skerry Point. The crew of nine came to no harm.",
        published="2031-03-03T08:00:00Z",
    )
    for document in (new, old):
        add_inputs(store, [write_reports(tmp_path, [document])], config=SERIAL, load=load_fake_reader)
    assert len(list(store.documents())) == 2
    texts = [c.text for c in store.claims()]
    assert "The ferry lost one of its pumps off Skerry Point" in texts
    assert "The ferry lost both its pumps off Skerry Point" not in texts


def test_a_newly_corrected_record_replaces_the_one_held(tmp_path: Path, store: Store) -> None:
    document = make_document()
    corrected = dataclasses.replace(document, status=Status.CORRECTED)
    outcomes = []
    for record in (document, corrected, document):
        summary = add_inputs(store, [write_reports(tmp_path, [record])], config=SERIAL, load=load_fake_reader)
        outcomes.append((summary.added, summary.changed, summary.unchanged))
    assert outcomes == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
    assert [d.status for d in store.documents()] == ["corrected"]


def test_workers_read_the_same_as_one_process(tmp_path: Path, store: Store) -> None:
    inputs = [write_reports(tmp_path, make_documents(FEW + 6))]
    add_inputs(store, inputs, config=SERIAL, load=load_fake_reader)
    with Store(tmp_path / "other.db") as other:
        summary = add_inputs(other, inputs, config=Config(jobs=2), load=load_fake_reader)
        assert summary.added == FEW + 6
        assert list(dump_collection(other)) == list(dump_collection(store))


def test_an_error_in_a_worker_ends_the_run_with_its_own_words() -> None:
    documents = make_documents(FEW + 2)
    loaded = 0

    with pytest.raises(ReaderError, match="the model is damaged"):
        for _ in read_many([(d, d) for d in documents], load=load_damaged_in_workers, model=None, workers=2):
            loaded += 1
    assert loaded == FEW


def load_damaged_in_workers(model: Path | None) -> Reads:
    import multiprocessing

    if multiprocessing.parent_process() is not None:
        raise ReaderError("the model is damaged")
    return FakeReader()


def test_items_without_a_document_pass_through() -> None:
    assert list(read_many([("a", None), ("b", None)], load=load_no_reader, model=None, workers=2)) == [
        ("a", None),
        ("b", None),
    ]


def test_reading_again_touches_only_what_another_reader_read(tmp_path: Path, store: Store) -> None:
    add_inputs(store, [write_reports(tmp_path, make_documents(2))], config=SERIAL, load=load_fake_reader)
    assert (reread(store, config=SERIAL, load=load_fake_reader).reread, store.readers()) == (0, {"fake 1": 2})
    newer = Config(jobs=1, model=Path("2"))
    done = reread(store, config=newer, load=load_fake_reader)
    assert (done.reread, done.current, done.claims) == (2, 0, len(store.claims()))
    assert store.readers() == {"fake 2": 2}
    assert reread(store, config=newer, everything=True, load=load_fake_reader).reread == 2


def test_a_document_that_a_new_reader_fails_on_keeps_its_reading(tmp_path: Path, store: Store) -> None:
    add_inputs(store, [write_reports(tmp_path, make_documents(1))], config=SERIAL, load=load_fake_reader)
    done = reread(store, config=SERIAL, load=load_failing_reader)
    assert (done.reread, len(done.failed), store.readers()) == (0, 1, {"fake 1": 1})


class FailingReader(FakeReader):
    def read(self, document: Document) -> Reading:
        raise IndexError("list index out of range")


def load_failing_reader(model: Path | None) -> Reads:
    return FailingReader("fake 3")


def test_a_mended_outlet_stands_in_every_chain_and_comes_back(tmp_path: Path, store: Store) -> None:
    add_inputs(store, [write_reports(tmp_path, make_documents(1))], config=SERIAL, load=load_fake_reader)
    before = list(dump_collection(store))
    (document,) = store.documents()
    mend(store, document.id, config=SERIAL, changes={"outlet": "Port Times"}, load=load_fake_reader)
    assert {s.chain[0].name for s in store.statements(document.id)} == {"Port Times"}
    assert all(c.said_by.startswith("Port Times") for c in store.claims())
    mend(store, document.id, config=SERIAL, changes={}, withdraw=["outlet"], load=load_fake_reader)
    assert list(dump_collection(store)) == before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"published": "yesterday"}, "is no time"),
        ({"published": "2031-03-02T08:00:00+25:00"}, "is no time"),
        ({"outlet": " "}, "--withdraw outlet"),
        ({"status": "odd"}, "live, corrected, retracted"),
    ],
)
def test_what_can_not_be_set(store: Store, changes: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        mend(store, "any", config=SERIAL, changes=changes, load=load_fake_reader)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"outlet": "  Port Times "}, ("Port Times", "2031-03-02T08:00:00Z")),
        ({"outlet": "Caf\udce9"}, ("Caf\ufffd", "2031-03-02T08:00:00Z")),
        ({"published": "20310302"}, ("Harbor Daily", "2031-03-02")),
        ({"published": " 2031-03-02 08:00 "}, ("Harbor Daily", "2031-03-02T08:00")),
    ],
)
def test_what_is_set_is_kept_in_one_form(
    tmp_path: Path, store: Store, given: dict[str, str], kept: tuple[str, str]
) -> None:
    add_inputs(store, [write_reports(tmp_path, [make_document()])], config=SERIAL, load=load_fake_reader)
    (document,) = store.documents()
    mended = mend(store, document.id, config=SERIAL, changes=given, load=load_fake_reader)
    assert (mended.outlet, mended.published) == kept
    assert store.document(document.id) == mended


def test_claims_are_known_to_be_old(tmp_path: Path, store: Store) -> None:
    add_inputs(store, [write_reports(tmp_path, make_documents(2))], config=SERIAL, load=load_fake_reader)
    store.remove(next(store.documents()).id)
    assert not has_current_claims(store)
    relink(store)
    assert has_current_claims(store)


def test_claims_made_while_another_run_adds_are_not_current(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_documents(2)
    add_inputs(store, [write_reports(tmp_path, [first])], config=SERIAL, load=load_fake_reader)

    def make_slowly(*arguments: Any) -> Links:
        links = make_links(*arguments)
        with Store(store.path) as other:  # another program
            other.add(make_ingested(second), FakeReader().read(second))
        return links

    with monkeypatch.context() as patched:
        patched.setattr(linking, "make_links", make_slowly)
        relink(store)
    assert not has_current_claims(store)
    assert relink(store) == len(store.claims())
    assert has_current_claims(store)


def test_a_failing_reader_is_a_rejection_in_plain_words() -> None:
    found = read_document(FailingReader(), make_document())
    assert not isinstance(found, Reading)
    assert "please report it" in found.reason


class MisquotingReader(FakeReader):
    def read(self, document: Document) -> Reading:
        reading = super().read(document)
        return dataclasses.replace(reading, statements=(dataclasses.replace(reading.statements[0], text="never said"),))


def test_reading_again_goes_on_after_a_misquoted_document(tmp_path: Path, store: Store) -> None:
    add_inputs(store, [write_reports(tmp_path, make_documents(2))], config=SERIAL, load=load_fake_reader)
    done = reread(store, config=SERIAL, everything=True, load=lambda model: MisquotingReader())
    assert (done.reread, len(done.failed), store.readers()) == (0, 2, {"fake 1": 2})


def test_an_input_that_turns_out_to_be_there_is_no_longer_set_aside(tmp_path: Path, store: Store) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", ""), ("b.txt", TEXT)):
        (tmp_path / name).write_text(f"Ferry loses power\n\n{text}" if text else "", encoding="utf-8")
        add_inputs(store, [str(tmp_path)], config=SERIAL, load=load_fake_reader)
    assert store.rejected() == []
    assert len(list(store.documents())) == 1


def test_a_misquoted_document_is_set_aside_and_the_run_goes_on(tmp_path: Path, store: Store) -> None:
    inputs = [write_reports(tmp_path, make_documents(2))]
    with pytest.raises(NothingUsable):
        add_inputs(store, inputs, config=SERIAL, load=lambda model: MisquotingReader())
    assert list(store.documents()) == []
    assert {r.step for r in store.rejected()} == {"read"}
    assert all("'never said' where the document has" in r.reason for r in store.rejected())
