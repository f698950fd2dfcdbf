import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import SaysoError, UsageError
from sayso.export.file import File
from sayso.serve.cli.whole import check_folder, write_folder, write_whole


def test_a_page_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.html", ["één".encode()], force=False)
    assert (tmp_path / "page.html").read_bytes() == "één".encode()
    assert (tmp_path / "page.html").stat().st_mode & 0o111 == 0
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("mine")
    with pytest.raises(UsageError, match="there is a file already"):
        write_whole(tmp_path / "page.html", [b"page"], force=False)
    assert (tmp_path / "page.html").read_text() == "mine"
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]


def test_a_full_disk_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("old")

    def refuse(file: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SaysoError, match="No space left"):
        write_whole(tmp_path / "page.html", [b"page"], force=True)
    assert (tmp_path / "page.html").read_text() == "old"
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    files = [File("a.csv", [b"1", b"2"]), File("b.csv", [])]
    write_folder(tmp_path / "out", files, ".csv", force=False)
    assert {f.name: f.read_bytes() for f in (tmp_path / "out").iterdir()} == {"a.csv": b"12", "b.csv": b""}
    write_folder(tmp_path / "out", [File("c.csv", [b"3"])], ".csv", force=True)
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["c.csv"]
    assert [f.name for f in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [File("a.csv", [b"old"])], ".csv", force=False)

    def fail() -> Iterator[bytes]:
        yield b"new"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(SaysoError, match="No space left"):
        write_folder(tmp_path / "out", [File("a.csv", fail())], ".csv", force=True)
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"old"
    assert [f.name for f in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("there", "force", "said"),
    [("notes.txt", True, "it holds notes.txt"), ("a.csv", False, "there is a folder already")],
)
def test_nobodys_other_files_are_lost(tmp_path: Path, there: str, force: bool, said: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / there).write_text("mine")
    with pytest.raises(UsageError, match=said):
        check_folder(tmp_path / "out", ".csv", force=force)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="this is no folder"):
        check_folder(tmp_path / "out", ".csv", force=True)
