"""What `sayso check` finds: each way of breaking a collection, and nothing where nothing is broken."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import Damaged, UsageError
from sayso.model import Ruling
from sayso.pipeline import checking, linking, relink
from sayso.pipeline.checking import Checked, back_up, check_collection
from sayso.pipeline.overruling import overrule
from sayso.store import Store, dump_collection
from tests.factories import load_fake_judge
from tests.ferry import fill_store


@pytest.fixture(autouse=True)
def judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.db"
    with Store(path) as store:
        fill_store(store)
        claim = next(c for c in store.claims() if len(c.statements) > 1)
        overrule(store, Ruling.APART, [claim.statements[-1], claim.id], note="not the same")
    return path


def break_file(path: Path, *commands: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for command in commands:
        assert connection.execute(command).rowcount
    connection.commit()
    connection.close()


def check(path: Path) -> Checked:
    with Store(path, writable=False) as store:
        return check_collection(store)


def say(found: Checked) -> str:
    return "\n".join(f"{f.thing}: {f.words}. {f.next}" for f in found.faults)


def test_a_whole_collection_has_no_fault_and_is_not_changed(path: Path) -> None:
    with Store(path) as store:
        before, stamp, count = list(dump_collection(store)), store.stamp(), len(store.claims())
    found = check(path)
    assert (say(found), found.is_current, found.is_erasing) == ("", True, False)
    assert (found.documents, found.claims) == (4, count)
    with Store(path) as store:
        assert (list(dump_collection(store)), store.stamp()) == (before, stamp)


@pytest.mark.parametrize(
    ("command", "thing", "words"),
    [
        (
            "UPDATE statements SET text = 'Others' WHERE position = 0",
            "document",
            "says 'Others' where the document has",
        ),
        ("UPDATE statements SET polarity = 'denied' WHERE position = 0", "document", "than its id says"),
        ("UPDATE statements SET chain = '[' WHERE position = 0", "document", "its record can't be read"),
        (
            "UPDATE statements SET chain = json_set(chain, '$[1].mention.stop', 9999) WHERE json_array_length(chain) > 1",
            "document",
            "outside the document",
        ),
        (
            "UPDATE documents SET headline = 'Another'",
            "document",
            "its headline, text, outlet and address are those of",
        ),
        ("UPDATE documents SET headline = 'Another'", "full-text index document_words", "doesn't agree with the texts"),
        ("UPDATE statements SET text = 'Others'", "full-text index statement_words", "doesn't agree with the texts"),
        ("UPDATE raws SET packed = x'00'", "document", "not whole"),
        ("UPDATE raws SET size = size + 1", "document", "not whole"),
        ("DELETE FROM raws", "document", "not whole"),
        ("DELETE FROM readings", "document", "not read"),
        (
            "DELETE FROM documents WHERE outlet = 'Upland Mail'",
            "the file",
            "refers to one of documents that is not there",
        ),
        (
            "UPDATE overrules SET subjects = json_set(subjects, '$[0].words', 'never said')",
            "judgement 1",
            "is tied to words",
        ),
        ("UPDATE claims SET weight = json_set(weight, '$.at_most', 7)", "claim", "–7, and "),
        ("UPDATE claims SET weight = json_set(weight, '$.at_least', 8)", "claim", "is none"),
        ("UPDATE claims SET statements = '[\"gone\"]'", "claim", "it names statement gone, which is not there"),
        ("UPDATE claims SET text = 'Others'", "claim", "it comes out otherwise"),
        ("DELETE FROM claims WHERE id = (SELECT min(id) FROM claims)", "claim", "it is not there"),
        ("UPDATE reuses SET passages = json_set(passages, '$[0].span.stop', 9999)", "reuse", "outside document"),
        ("UPDATE entities SET documents = '[\"gone\"]'", "entity", "it names document gone"),
        (
            "UPDATE meetings SET ties = json_set(ties, '$[0].a', 'gone') WHERE ties <> '[]'",
            "the comparison of",
            "it names statement gone",
        ),
        ("UPDATE document_entries SET outlet = 'Others'", "list document_entries", "another one when it is made again"),
        ("UPDATE statement_entries SET certainty = 'Others'", "list statement_entries", "another one"),
        ("UPDATE claim_entries SET at_most = 9", "list claim_entries", "another one"),
        ("DELETE FROM source_claims", "list source_claims", "another one"),
    ],
)
def test_what_is_broken_is_found(path: Path, command: str, thing: str, words: str) -> None:
    break_file(path, command)
    found = check(path)
    assert any(f.thing.startswith(thing) and words in f.words for f in found.faults), say(found)


@pytest.mark.parametrize("table", ["raws", "claims", "statements_by_document"])
def test_broken_pages_are_found(path: Path, table: str) -> None:
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x7f" * 64)
    assert any(f.thing == "the file" for f in check(path).faults)


def test_claims_that_are_out_of_date_are_said_to_be(path: Path) -> None:
    break_file(path, "UPDATE claims SET text = 'Others'", "DELETE FROM settings WHERE name = 'claims_made_by'")
    found = check(path)
    assert (say(found), found.is_current, found.claims) == ("", False, 0)


def test_relinking_and_rebuilding_mend_what_is_made_of_the_documents(path: Path) -> None:
    with Store(path) as store:
        before = list(dump_collection(store))
    break_file(
        path,
        "UPDATE claims SET weight = json_set(weight, '$.at_most', 7)",
        "DELETE FROM claim_entries",
        "INSERT INTO statement_words (statement_words, rowid, text, facets) VALUES ('delete', 1, 'never there', '')",
    )
    assert check(path).faults
    with Store(path) as store:
        assert store.find_index_faults() == ["statement_words"]
        store.rebuild_indexes()
        relink(store)
        assert list(dump_collection(store)) == before
    assert say(check(path)) == ""


def test_a_file_that_may_only_be_read_is_checked_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert say(check(path)) == ""
    break_file(path, "UPDATE statements SET text = 'Others'")
    assert "full-text index statement_words" in say(check(path))


def test_a_backup_is_the_same_collection_and_nothing_else(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "monday.db"
    target.parent.mkdir()
    with Store(path) as store:  # open and half-written: what is only in the log belongs to it
        store.mend(next(store.documents()).id, changes={"byline": "Ada Kerr"})
        assert back_up(path, target) == 4
        before = list(dump_collection(store))
        raised: list[Callable[[], object]] = [lambda: back_up(path, target), lambda: back_up(path, path, replace=True)]
        for call in raised:
            with pytest.raises(UsageError):
                call()
        assert back_up(path, target, replace=True) == 4
    assert [p.name for p in target.parent.iterdir()] == ["monday.db"]
    with Store(target, writable=False) as store:
        assert list(dump_collection(store)) == before


def test_a_backup_that_fails_leaves_what_was_there(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copies" / "monday.db"
    target.parent.mkdir()
    target.write_text("the one of last week")

    def fail(*_: object, **__: object) -> Checked:
        raise Damaged("it broke")

    monkeypatch.setattr(checking, "check_collection", fail)
    with pytest.raises(Damaged):
        back_up(path, target, replace=True)
    assert [p.name for p in target.parent.iterdir()] == ["monday.db"]
    assert target.read_text() == "the one of last week"


def test_a_damaged_collection_is_not_backed_up_in_silence(path: Path, tmp_path: Path) -> None:
    break_file(path, "UPDATE statements SET text = 'Others' WHERE position = 0")
    with pytest.raises(Damaged, match="sayso check"):
        back_up(path, tmp_path / "copy.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ferry.db"]
