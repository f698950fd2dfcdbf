"""`sayso export` from reports to the files of every format."""

import json
from pathlib import Path

import pytest

from sayso.export.formats import FORMATS
from tests.e2e.program import Program, write_reports


@pytest.fixture(scope="module")
def sayso(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A collection that no test changes; each names its own files."""
    folder = tmp_path_factory.mktemp("export")
    made = Program(folder)
    write_reports(folder / "reports.jsonl", 3)
    made.run("add", "reports.jsonl")
    return made


def read(path: Path) -> dict[str, bytes]:
    """What was written: each file by its name."""
    return {f.name: f.read_bytes() for f in path.iterdir()} if path.is_dir() else {"": path.read_bytes()}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_twice_the_same(sayso: Program, name: str) -> None:
    said = sayso.run("export", "--format", name, "-o", f"one-{name}").stdout
    assert said.startswith(f"one-{name}: 3 documents and ")
    one = read(sayso.folder / f"one-{name}")
    assert any(one.values())
    if FORMATS[name].is_folder:
        sayso.run("export", "--format", name, "-o", f"two-{name}", PYTHONHASHSEED="7")
        assert one == read(sayso.folder / f"two-{name}")
    else:
        shown = sayso.run("export", "--format", name, "-o", "-", PYTHONUTF8="1", PYTHONHASHSEED="7").stdout
        assert shown.splitlines() == one[""].decode().splitlines()
    assert not list(sayso.folder.glob(".*.part"))


@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_only_force_writes_over_an_export(sayso: Program, name: str) -> None:
    sayso.run("export", "--format", name, "-o", f"kept-{name}", "--limit", "1")
    kept = read(sayso.folder / f"kept-{name}")
    assert "--force" in sayso.run("export", "--format", name, "-o", f"kept-{name}", code=2).stderr
    assert read(sayso.folder / f"kept-{name}") == kept
    sayso.run("export", "--format", name, "-o", f"kept-{name}", "--force")
    assert read(sayso.folder / f"kept-{name}") != kept


def test_jsonl_holds_the_lines_that_json_prints(sayso: Program) -> None:
    sayso.run("export", "--format", "jsonl", "-o", "lines")
    for name in ("statements", "reuse"):
        printed = sayso.run(name, "--json", PYTHONUTF8="1").stdout
        assert (sayso.folder / f"lines/{name}.jsonl").read_text(encoding="utf-8") == printed, name
    first = json.loads((sayso.folder / "lines/readings.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first == json.loads(sayso.run("show", first["id"], "--json", PYTHONUTF8="1").stdout)


def test_filters_are_those_of_claims(sayso: Program) -> None:
    sayso.run("export", "--format", "jsonl", "-o", "first", "--limit", "1", "--order", "text")
    wanted = sayso.run("claims", "--json", "--limit", "1", "--order", "text", PYTHONUTF8="1").stdout
    assert (sayso.folder / "first/claims.jsonl").read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xlsx", "-o", "x"], "xlsx"),
        (["--format", "csv"], "--output"),
        (["--format", "csv", "-o", "-"], "can't go to standard output"),
        (["--format", "csv", "-o", "reports.jsonl"], "this is no folder"),
        (["--format", "ris", "-o", "none/x.ris"], "there is no folder none"),
        (["--format", "ris", "-o", "reports.jsonl"], "there is a file already"),
        (["--format", "ris", "-o", "x", "--entity", "Nobody Here"], "names anybody so"),
        (["--format", "ris", "-o", "x", "--text", "zebra"], "no claim passes these filters"),
        (["--format", "ris", "-o", "x", "--since", "soon"], "--since"),
        (["--format", "csv", "-o", ".", "--force"], "which isn't from such an export"),
    ],
)
def test_what_cannot_be_done_says_why(sayso: Program, arguments: list[str], said: str) -> None:
    before = sorted(f.name for f in sayso.folder.iterdir())
    assert said in sayso.run("export", *arguments, code=2).stderr
    assert sorted(f.name for f in sayso.folder.iterdir()) == before
