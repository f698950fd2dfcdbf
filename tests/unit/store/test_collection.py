import dataclasses
import os
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import CollectionError, NotFound, ReaderError, UsageError
from sayso.model import Document, Link, Part, Reading, Rejected, Span, Status
from sayso.store import Store, database, dump_collection
from tests.factories import FakeReader, make_document, make_ingested, person


def add_document(store: Store, document: Document) -> Reading:
    reading = FakeReader().read(document)
    store.add(make_ingested(document), reading)
    return reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


def test_what_is_added_comes_back(path: Path) -> None:
    document = make_document()
    with Store(path) as store:
        reading = add_document(store, document)
    with Store(path, writable=False) as store:
        assert store.document(document.id) == document
        assert store.reading(document.id) == reading
        assert store.raw(document.id) == document.text.encode()
        assert store.counts() == {"documents": 1, "statements": len(reading.statements), "claims": 0, "rejected": 0}


def test_adding_twice_changes_nothing(path: Path) -> None:
    with Store(path) as store:
        add_document(store, make_document())
        before = list(dump_collection(store))
        add_document(store, make_document())
        assert list(dump_collection(store)) == before


def test_documents_come_by_time_unknown_last(path: Path) -> None:
    days = ["2031-03-05", None, "2031-03-01", "2031-03-04T09:00:00Z", "soon"]
    with Store(path) as store:
        for n, day in enumerate(days):
            add_document(store, make_document(url=f"https://a.example/{n}", published=day))
        found = [d.published for d in store.documents()]
    assert found[:3] == ["2031-03-01", "2031-03-04T09:00:00Z", "2031-03-05"]
    assert set(found[3:]) == {None, "soon"}


@pytest.mark.parametrize("name", ["id", "beginning", "address"])
def test_a_document_is_found_by(path: Path, name: str) -> None:
    document = make_document()
    names = {"id": document.id, "beginning": document.id[:5], "address": document.url or ""}
    with Store(path) as store:
        add_document(store, document)
        assert store.find_document(names[name]).id == document.id


@pytest.mark.parametrize(
    ("versions", "mended", "expected"),
    [
        (["2031-03-02T23:30:00-05:00", "2031-03-03T04:00:00Z", None], {}, 0),
        (["2031-03-02", "2031-03-03", None], {}, 1),
        (["2031-03-02", "2031-03-03", None], {0: "2031-04-01"}, 0),
    ],
)
def test_an_address_means_the_latest_version(
    path: Path, versions: list[str | None], mended: dict[int, str], expected: int
) -> None:
    documents = [make_document(text=f"Version {n}. It sank.", published=day) for n, day in enumerate(versions)]
    copy = make_document(text="A copy. It sank.", url="https://copy.example/1", published="2031-05-01")
    with Store(path) as store:
        for document in (*documents, dataclasses.replace(copy, canonical_url=documents[0].url)):
            add_document(store, document)
        for n, day in mended.items():
            store.mend(documents[n].id, changes={"published": day})
        assert store.find_document(documents[0].url or "").id == documents[expected].id


def test_a_name_that_fits_none_or_several_documents_is_refused(path: Path) -> None:
    with Store(path) as store:
        for name in ("", "\udcff"):
            with pytest.raises(NotFound):
                store.find_document(name)
        for n in range(17):  # two of seventeen ids begin with the same digit
            add_document(store, make_document(url=f"https://a.example/{n}"))
        with pytest.raises(NotFound, match="sayso documents"):
            store.find_document("zz")
        digits = [d.id[0] for d in store.documents()]
        with pytest.raises(UsageError, match="Give more of the id"):
            store.find_document(next(d for d in digits if digits.count(d) > 1))


def test_what_a_person_sets_is_laid_over_and_can_be_withdrawn(path: Path) -> None:
    document = make_document(outlet=None, published=None)
    with Store(path) as store:
        add_document(store, document)
        store.mend(document.id, changes={"outlet": "Wrong", "status": "corrected"})
        store.mend(document.id, changes={"outlet": "Harbor Daily"})
        mended = store.document(document.id)
        assert (mended.outlet, mended.outlet_from, mended.status) == ("Harbor Daily", "a person", Status.CORRECTED)
        assert store.find_original(document.id) == document
        add_document(store, document)  # again, as it was
        assert store.document(document.id) == mended
        store.mend(document.id, changes={}, withdraw=["outlet", "status"])
        assert store.document(document.id) == document
        with pytest.raises(UsageError, match="headline"):
            store.mend(document.id, changes={"headline": "Another"})
    kept = (
        sqlite3.connect(path)
        .execute("SELECT field, value, withdrawn IS NOT NULL FROM amendments ORDER BY number")
        .fetchall()
    )
    assert kept == [("outlet", "Wrong", 1), ("status", "corrected", 1), ("outlet", "Harbor Daily", 1)]


def test_removing_a_document_leaves_nothing_of_it(path: Path) -> None:
    document = make_document()
    with Store(path) as store:
        empty = list(dump_collection(store))
        add_document(store, document)
        store.mend(document.id, changes={"outlet": "Another"})
        store.remove(document.id)
        assert list(dump_collection(store)) == empty
    connection = sqlite3.connect(path)
    for table in ("documents", "raws", "readings", "statements", "amendments"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    connection.close()


def test_a_rejection_is_forgotten_when_its_input_becomes_a_document(path: Path) -> None:
    document = make_document()
    with Store(path) as store:
        for name in (document.input, document.input, "other"):
            store.reject(Rejected(input=name, step="extract", reason="empty"))
        assert [r.input for r in store.rejected()] == [document.input, "other"]
        add_document(store, document)
        assert [r.input for r in store.rejected()] == ["other"]


def change_statement(reading: Reading, **changes: object) -> Reading:
    first, *others = reading.statements
    return dataclasses.replace(reading, statements=(dataclasses.replace(first, **changes), *others))  # type: ignore[arg-type]


FAR = Span(part=Part.TEXT, start=10, stop=10_000)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "The ferry lost powers"},
        {"spans": ()},
        {"spans": (Span(part=Part.TEXT, start=9, stop=4),)},
        {"spans": (Span(part=Part.TEXT, start=4, stop=9), Span(part=Part.HEADLINE, start=0, stop=5))},
        {"cue": FAR},
        {"cue": Span(part=Part.HEADLINE, start=3, stop=3)},
        {"chain": ()},
        {"chain": (Link(kind=person("x").kind, name="x", mention=FAR),)},
        {"document": "another"},
    ],
)
def test_words_that_do_not_stand_where_they_should_are_never_written(path: Path, changes: dict[str, object]) -> None:
    document = make_document()
    with Store(path) as store:
        with pytest.raises(ReaderError, match="please report"):
            store.add(make_ingested(document), change_statement(FakeReader().read(document), **changes))
        assert list(store.documents()) == []


def write_text(path: Path) -> None:
    path.write_text("this is not a collection, and long enough to be no empty database either" * 20)


def write_other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


def write_newer(path: Path) -> None:
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def write_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (write_text, "is not a collection"),
        (write_other_database, "is not a collection"),
        (write_newer, "Install a newer sayso"),
        (write_folder, "is a folder"),
    ],
)
@pytest.mark.parametrize("writable", [True, False])
def test_a_file_that_is_no_collection_is_refused_in_plain_words(
    path: Path, prepare: object, words: str, writable: bool
) -> None:
    prepare(path)  # type: ignore[operator]
    with pytest.raises(CollectionError, match=words):
        Store(path, writable=writable)


def test_no_file_and_no_folder(path: Path) -> None:
    with pytest.raises(CollectionError, match="there is no collection here"):
        Store(path, writable=False)
    with pytest.raises(CollectionError, match="does not exist"):
        Store(path.parent / "nowhere" / "case.db")


def test_a_file_that_may_not_be_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", "/locked/case.db")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(CollectionError, match="you may not read this file"):
        Store(path, writable=False)


def test_where_nothing_can_be_written_the_log_is_read_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(path) as store:
        add_document(store, make_document())  # so far only in the log beside the file, as when a run is killed
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        with Store(path, writable=False) as reader:
            assert reader.counts()["documents"] == 1
    with Store(path, writable=False) as reader:  # no log any more
        assert reader.counts()["documents"] == 1


def test_a_locked_collection_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CollectionError, match="another program is writing"):
            add_document(store, make_document())
        other.execute("ROLLBACK")
        other.close()
        add_document(store, make_document())


def test_a_full_disk_says_so_and_keeps_what_was_added(path: Path) -> None:
    with Store(path) as store:
        add_document(store, make_document())
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(CollectionError, match="the disk is full"):
            add_document(store, make_document(text="A long text. " * 9000))
        assert len(list(store.documents())) == 1


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("attempt to write a readonly database", "can't be written to"),
        ("database disk image is malformed", "damaged"),
        ("disk I/O error", "disk can't be read"),
        ("no such column: a.b", "another version"),
        ("something new", "something new"),
    ],
)
def test_errors_in_plain_words(message: str, words: str, tmp_path: Path) -> None:
    assert words in database.say_error(message, tmp_path / "x.db")


def test_the_dump_tells_no_paths(path: Path) -> None:
    with Store(path) as store:
        add_document(store, dataclasses.replace(make_document(), input="/somewhere/page.html"))
        store.reject(Rejected(input="/somewhere/1.html", step="extract", reason="empty"))
        store.reject(Rejected(input="/somewhere/2.html", step="decode", reason="no text"))
        lines = list(dump_collection(store))
    assert not any("somewhere" in line for line in lines)
    assert ["no text" in line for line in lines[-2:]] == [False, True]
