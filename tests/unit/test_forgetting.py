"""A document that is forgotten leaves no byte in the file; one that is removed leaves nothing in any result."""

import dataclasses
import random
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import Locked
from sayso.model import Document, Overrule, Rejected, Ruling
from sayso.pipeline import linking, relink
from sayso.pipeline.checking import check_collection
from sayso.pipeline.forgetting import finish, forget
from sayso.pipeline.overruling import anchor_statement
from sayso.store import Store, database, dump_collection
from sayso.store.erasure import is_quoted
from tests.factories import FakeReader, load_fake_judge, make_document, make_ingested
from tests.ferry import NAMES, add_names, fill_store, make_reports

TEXT = (
    "The quavelbrook lost its Zörndikatt off Skerry Point on Monday. Lena Orr said the xylomphrene failed within an hour. "
    "Vexmund Jorpilak said the thimblewreck had not been inspected by anybody since the spring storms of last year."
)
HEADLINE = "Hjaltquist inquiry into the wumbledore"
ADDRESS = "https://gryphonquay.example/pzoltrim/4711"
WORDS = (
    "avelbrook",
    "örndikatt",
    "orndikatt",
    "lomphrene",
    "exmund",
    "orpilak",
    "imblewreck",
    "altquist",
    "umbledore",
    "yphonquay",
    "zoltrim",
)
"""Pieces of the words that only this document has: an index may keep a word without its beginning."""


@pytest.fixture(autouse=True)
def judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    monkeypatch.setitem(NAMES, "Vexmund Jorpilak", "Person")


@pytest.fixture
def document() -> Document:
    made = make_document(text=TEXT, headline=HEADLINE, url=ADDRESS, outlet="Gryphonquay Wire")
    return dataclasses.replace(made, input=ADDRESS)


RAW = TEXT.encode() + random.Random(6).randbytes(3000).hex().encode()
"""A page that is packed to bytes of its own, of which each run can be looked for."""


def add(store: Store, document: Document) -> None:
    store.add(dataclasses.replace(make_ingested(document), raw=RAW), add_names(document, FakeReader().read(document)))


def fill(path: Path, document: Document | None) -> None:
    """The ferry's collection, and what a person judged in it; with the document and judgements on it where there is one."""
    with Store(path) as store:
        fill_store(store)
        if document is not None:
            add(store, document)
            relink(store)
            statements = store.statements(document.id)
            subjects = tuple(anchor_statement(store, s) for s in statements[:2])
        ferry = store.find_document("https://harbor.example/ferry")
        others = tuple(anchor_statement(store, s) for s in store.statements(ferry.id)[:2])
        made = [Overrule(number=0, ruling=Ruling.APART, subjects=others, note="seen by us", made="")]
        if document is not None:
            note = "as the thimblewreck had not been inspected"
            about = {"subjects": subjects, "note": "says Zörndikatt", "by": "Ada", "made": ""}
            made.append(Overrule(number=0, ruling=Ruling.APART, **about))  # type: ignore[arg-type]
            made.append(Overrule(number=0, ruling=Ruling.DIFFERENT, subjects=others, note=note, made=""))
            for reason in ("statement says 'quavelbrook'", "the xylomphrene"):
                store.reject(Rejected(input=document.input, step="read", reason=reason))
            store.reject(Rejected(input="list.csv", step="fetch", reason=f"{ADDRESS} was asked for too often"))
            store.mend(document.id, changes={"byline": "Vexmund Jorpilak", "published": "2031-03-04"})
        store.overrule(made)
        relink(store)


def find_bytes(path: Path) -> Iterator[str]:
    """What of the document stands in the collection's file, or in one beside it."""
    packed = zlib.compress(RAW, 6)
    runs = {f"page {n}": packed[n : n + 12] for n in range(0, len(packed) - 12, 12)}
    sought = {**{w: w.encode() for w in WORDS}, **runs, "raw": RAW[-40:]}
    for file in path.parent.glob(f"{path.name}*"):
        data = file.read_bytes().lower()
        yield from (f"{name} in {file.name}" for name, some in sought.items() if some.lower() in data)


def test_no_byte_of_a_forgotten_document_is_left(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "case.db"
    fill(path, document)
    assert {f.split()[0] for f in find_bytes(path)} >= {*WORDS, "page"}
    with Store(path) as store:
        done = forget(store, [store.document(document.id)])
        assert done.notes == 1
        assert list(find_bytes(path)) == []  # while it is open, in its log too
        assert not store.is_erasing()
        assert [o.note for o in store.overrules()] == ["seen by us", ""]
        assert store.rejected() == []
        assert len(store.document_ids()) == 4
        assert not check_collection(store).faults
    assert list(find_bytes(path)) == []
    assert path.parent.joinpath("case.db").stat().st_size


def test_finishing_erases_what_was_removed_before_too(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "case.db"
    fill(path, document)
    with Store(path) as store:
        store.remove(document.id)
        for rejected in store.rejected():
            store.forget_rejections(rejected.input)
        relink(store)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM overrules WHERE note LIKE '%thimblewreck%'")
    connection.commit()
    connection.close()
    assert {f.split()[0] for f in find_bytes(path)} >= {"avelbrook", "orpilak"}  # in free pages
    with Store(path) as store:
        finish(store)
    assert list(find_bytes(path)) == []


def test_erasing_that_is_stopped_is_known_and_can_be_finished(
    tmp_path: Path, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = tmp_path / "case.db"
    fill(path, document)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchone()
    with Store(path) as store:
        with pytest.raises(Locked, match="sayso forget --finish"):
            forget(store, [store.document(document.id)])
        assert document.id not in store.document_ids()
    with Store(path, writable=False) as store:
        assert check_collection(store).is_erasing
    reader.execute("ROLLBACK")
    reader.close()
    with Store(path) as store:
        finish(store)
        assert not store.is_erasing()
        assert list(find_bytes(path)) == []


def test_who_still_carries_its_words_is_said(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store(path) as store:
        fill_store(store)
        first, copy, *_ = make_reports()
        later = make_document(text="It sank. Nobody knows why.", headline="Sunk", url=first.url, outlet=first.outlet)
        add(store, later)
        relink(store)
        done = forget(store, [store.document(first.id)])
        assert done.versions == (later.id,)
        assert copy.id in done.carriers or store.links.read_results().reuses == ()


def test_a_removed_document_is_in_no_result(tmp_path: Path, document: Document) -> None:
    dumps = []
    for name, given in (("never.db", None), ("removed.db", document), ("forgotten.db", document)):
        fill(tmp_path / name, given)
        with Store(tmp_path / name) as store:
            if given is not None and name == "removed.db":
                store.remove(given.id)
                relink(store)
                for rejected in store.rejected():
                    store.forget_rejections(rejected.input)
            elif given is not None:
                forget(store, [given])
            for overrule in store.overrules()[1:]:  # of the ferry, and made in one of them only
                store.withdraw(overrule.number)
            relink(store)
            dumps.append([x for x in dump_collection(store) if '"ruling": "different"' not in x])
            assert store.catalogue.tallies() == _tallies(tmp_path / "never.db")
    assert dumps[1] == dumps[0]
    assert dumps[2] == dumps[0]


def _tallies(path: Path) -> object:
    with Store(path, writable=False) as store:
        return store.catalogue.tallies()


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("", False),
        ("seen by us", False),
        ("lost its engine on Tuesday", False),
        ("the paper has: “lost its Zörndikatt off”, twice", True),
        ("LOST ITS ZÖRNDIKATT OFF", True),
        (f"see {ADDRESS}", True),
        ("under Hjaltquist inquiry into the wumbledore", True),
    ],
)
def test_what_is_a_quotation(document: Document, note: str, expected: bool) -> None:
    assert is_quoted(note, document) is expected
