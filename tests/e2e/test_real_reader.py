"""The main job with the reader that ships, on the reports that ship."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Document, Part, Span
from sayso.store import Store
from tests.e2e.program import REAL, Program


@pytest.fixture(scope="module")
def sayso(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("real") / "demo"
    shutil.copytree(demo.parent, folder)
    return Program(folder, REAL)


def find_document(path: Path, identifier: str) -> Document:
    with Store(path, writable=False) as store:
        return store.document(identifier)


def test_every_word_shown_stands_in_its_document(sayso: Program) -> None:
    collection = sayso.folder / "sayso-demo.db"
    statements = sayso.read("statements", "--collection", str(collection))
    documents = {
        d["id"]: find_document(collection, d["id"]) for d in sayso.read("documents", "--collection", str(collection))
    }
    assert len(documents) == 10
    assert len(statements) > 50
    for s in statements:
        document = documents[s["document"]["id"]]
        assert s["text"] == " ".join(words_at(document, span) for span in s["spans"])
        assert s["chain"][0]["kind"] == "outlet"
        for place in [link for link in s["chain"] if link["mention"] is not None]:
            assert words_at(document, place) == place["mention"]
        if s["cue"]:
            assert words_at(document, s["cue"]) == s["cue"]["text"]


def words_at(document: Document, place: dict[str, Any]) -> str:
    return document.words(Span(part=Part(place["part"]), start=place["start"], stop=place["stop"]))


def test_no_chain_stands_twice_in_one_place(sayso: Program) -> None:
    statements = sayso.read("statements", "--collection", "sayso-demo.db")
    keys = [(s["document"]["id"], s["part"], s["start"], s["stop"], str(s["chain"])) for s in statements]
    assert len(keys) == len(set(keys))


def test_somebody_is_credited(sayso: Program) -> None:
    kinds = {link["kind"] for s in sayso.read("statements", "--collection", "sayso-demo.db") for link in s["chain"]}
    assert {"outlet", "person", "anonymous"} <= kinds


def test_the_same_reports_again_change_nothing(sayso: Program) -> None:
    before = sayso.read("claims", "--collection", "sayso-demo.db")
    assert "10 already there" in sayso.run("add", "reports", "--collection", "sayso-demo.db").stdout
    assert sayso.read("claims", "--collection", "sayso-demo.db") == before
