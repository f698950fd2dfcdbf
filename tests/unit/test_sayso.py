import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.errors import NothingUsable, UsageError
from sayso.pipeline import linking, workers
from sayso.serve import library
from tests.factories import TEXT, load_fake_judge, load_fake_reader


@pytest.fixture(autouse=True)
def fake_models(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(workers, "load_reader", load_fake_reader)
    monkeypatch.setattr(linking, "load_judge", load_fake_judge)
    library._load_once.cache_clear()
    yield
    library._load_once.cache_clear()


def test_reading_one_report() -> None:
    reading = sayso.read_report(text=TEXT, headline="Ferry loses power", outlet="Harbor Daily")
    assert [[link.name for link in s.chain] for s in reading.statements][1] == ["Harbor Daily", "Lena Orr"]


def test_halves_of_characters_are_read_over() -> None:
    reading = sayso.read_report(text=f"{TEXT}\ud800", headline="Ferry \udcff loses power")
    assert len(reading.statements) == 4
    "".join(s.text for s in reading.statements).encode()


def test_a_report_that_can_not_be_read() -> None:
    with pytest.raises(NothingUsable, match="no article text"):
        sayso.read_report(text=" … ")


def test_a_collection_in_a_few_verbs(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(f"Ferry loses power\n\n{TEXT}", encoding="utf-8")
    with sayso.open(tmp_path / "case.db") as collection:
        assert collection.add(tmp_path / "ferry.txt").added == 1
        (document,) = collection.documents()
        assert len(list(collection.statements())) == len(list(collection.statements(document.id[:6]))) == 4
        assert collection.set(document.id, outlet="Harbor Daily").outlet == "Harbor Daily"
        assert any(s.chain[0].name == "Harbor Daily" for s in collection.reading(document.id).statements)
        assert len(collection.claims()) == 4
        assert collection.rejected() == []
        collection.remove(document.id)
        assert (collection.documents(), collection.claims()) == ([], [])


def test_results_and_judgements_in_a_few_verbs(tmp_path: Path) -> None:
    for name in ("harbor", "pier"):
        (tmp_path / f"{name}.txt").write_text(f"Ferry loses power at {name}\n\n{TEXT}", encoding="utf-8")
    with sayso.open(tmp_path / "case.db") as collection:
        collection.add(tmp_path)
        claim = max(collection.claims(), key=lambda c: len(c.statements))
        assert collection.claim(claim.id[:8]) == collection.claim(claim.statements[0]) == claim
        assert len(claim.documents) == 2
        assert [len(r.passages) > 0 for r in collection.reuse()] == [True]
        assert {d for s in collection.stories() for d in s.documents} == {d.id for d in collection.documents()}
        assert {x.origin.name for x in collection.sources() if x.origin} >= {"Lena Orr"}
        assert collection.voices() == []
        (judged,) = collection.overrule("chain", claim.statements[0], "outlet > person:Mira Voss", note="heard")
        assert "Mira Voss" in {o.name for o in collection.claim(claim.statements[0]).weight.origins}
        assert collection.overrules() == [judged]
        assert collection.withdraw(judged.number).withdrawn
        assert collection.claim(claim.id) == claim
        with pytest.raises(UsageError, match="is no judgement"):
            collection.overrule("odd", claim.id)


def test_importing_is_cheap() -> None:
    code = "import sys, sayso; sys.exit(any(m in sys.modules for m in ('sqlalchemy', 'onnxruntime', 'lxml', 'typer')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_command_line_starts_without_what_only_the_workbench_needs() -> None:
    code = "import sys, sayso.serve.cli; sys.exit(any(m in sys.modules for m in ('fastapi', 'starlette', 'uvicorn')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
