"""What goes wrong from outside: each is said in words and by a code of its own, and nothing is lost."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from tests.e2e.program import Program, make_environment, write_reports

COUNT = 3


@pytest.fixture
def sayso(tmp_path: Path) -> Program:
    program = Program(tmp_path)
    write_reports(tmp_path / "reports.jsonl", COUNT)
    program.run("add", "reports.jsonl", "--jobs", "1")
    write_reports(tmp_path / "more.jsonl", COUNT + 40)
    return program


def fail(sayso: Program, *arguments: str, code: int, words: str, **environment: str) -> None:
    """Runs a command that must end with a code, and say so in one line; the collection is whole after it."""
    done = sayso.run(*arguments, code=code, stdin="", **environment)
    assert words in " ".join(done.stderr.split())
    assert done.stderr.startswith("sayso: ")


def is_whole(sayso: Program, *, documents: int = COUNT) -> None:
    (found,) = sayso.read("check")
    assert (found["faults"], found["documents"]) == ([], documents)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes while this lasts."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def test_another_program_writes(sayso: Program) -> None:
    with held(sayso.folder / "sayso.db"):
        for command in (["add", "more.jsonl"], ["set", "https://outlet-0.example/ferry", "--byline", "Ada Kerr"]):
            fail(sayso, *command, code=3, words="another program is writing", SAYSO_TEST_PATIENCE="0.2")
        assert len(sayso.read("documents")) == COUNT  # reading goes on
        assert "copied to copy.db" in sayso.run("backup", "copy.db").stdout
    is_whole(sayso)


def test_a_file_may_grow_no_larger(sayso: Program) -> None:
    """As on a full disk: the limit lets a little more be written, and no more."""
    size = (sayso.folder / "sayso.db").stat().st_size + 200_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        [*sayso.command, "add", "more.jsonl", "--jobs", "1"],
        cwd=sayso.folder,
        env=make_environment(sayso.folder),
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 4, done.stderr
    assert "what was added is kept" in " ".join(done.stderr.split())
    kept = len(sayso.read("documents"))
    assert COUNT <= kept < COUNT + 40
    is_whole(sayso, documents=kept)
    sayso.run("add", "more.jsonl", "--jobs", "1")
    is_whole(sayso, documents=COUNT + 40)


def test_a_backup_to_a_full_disk_leaves_nothing(sayso: Program) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    (sayso.folder / "copies").mkdir()
    done = subprocess.run(
        [*sayso.command, "backup", "copies/copy.db"],
        cwd=sayso.folder,
        env=make_environment(sayso.folder),
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 4, done.stderr
    assert list((sayso.folder / "copies").iterdir()) == []


def test_a_file_that_may_only_be_read(sayso: Program) -> None:
    fail(sayso, "add", "more.jsonl", code=5, words="can't be written to", SAYSO_TEST_READ_ONLY="1")
    is_whole(sayso)


@pytest.mark.parametrize(
    ("version", "command", "words"),
    [
        (99, "documents", "Install a newer sayso"),
        (99, "check", "Install a newer sayso"),
        (99, "add", "Install a newer sayso"),
        (1, "documents", "Bring it up to date with `sayso relink"),
        (1, "check", "Bring it up to date with `sayso relink"),
    ],
)
def test_a_collection_of_another_version(sayso: Program, version: int, command: str, words: str) -> None:
    path = sayso.folder / "sayso.db"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = path.read_bytes()
    fail(sayso, command, *(["more.jsonl"] if command == "add" else []), code=6, words=words)
    assert path.read_bytes()[100:] == before[100:]


def test_a_truncated_collection(sayso: Program) -> None:
    path = sayso.folder / "sayso.db"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    done = sayso.run("check", code=7)
    assert "damaged" in done.stderr + done.stdout or "the file" in done.stdout


def test_faults_end_with_a_code_and_say_what_to_do(sayso: Program) -> None:
    connection = sqlite3.connect(sayso.folder / "sayso.db")
    connection.execute("UPDATE claims SET weight = json_set(weight, '$.at_most', 7)")
    connection.commit()
    connection.close()
    shown = sayso.run("check", code=7).stdout
    assert "when it is computed again. Run `sayso relink`" in " ".join(shown.split())
    sayso.run("relink")
    assert "No fault in" in sayso.run("check").stdout


@pytest.mark.parametrize("name", ["reader.onnx", "reader.json", "tokenizer.json"])
@pytest.mark.parametrize("keep", [0.0, 0.5])
def test_a_truncated_model(tmp_path: Path, name: str, keep: float) -> None:
    weights = Path(str(files("sayso.read"))) / "weights"
    model = tmp_path / "model"
    shutil.copytree(weights, model)
    data = (model / name).read_bytes()
    (model / name).write_bytes(data[: int(len(data) * keep)])
    write_reports(tmp_path / "reports.jsonl", 1)
    sayso = Program(tmp_path, (sys.executable, "-c", "from sayso.serve.cli import main; main()"))
    fail(sayso, "add", "reports.jsonl", "--jobs", "1", code=8, words="can't be loaded", SAYSO_MODEL=str(model))
    assert sayso.read("check")[0]["faults"] == []


def test_forgetting_asks_first(sayso: Program) -> None:
    url = "https://outlet-0.example/ferry"
    assert "Give --yes" in sayso.run("forget", url, code=2).stderr
    assert "Name the documents" in sayso.run("forget", code=2).stderr
    assert len(sayso.read("documents")) == COUNT
    done = sayso.run("forget", url, "--yes")
    assert "1 document erased" in done.stdout
    assert "still here" in done.stderr  # the others repeat it
    assert sorted(d["outlet"] for d in sayso.read("documents")) == ["Outlet 1", "Outlet 2"]
    assert "Nothing that was deleted is left" in sayso.run("forget", "--finish").stdout
    is_whole(sayso, documents=2)
