import errno
import os
from pathlib import Path

import pytest

from sayso.errors import SaysoError, UsageError
from sayso.serve.cli.report import write_whole


def test_a_page_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.html", "één", force=False)
    assert (tmp_path / "page.html").read_bytes() == "één".encode()
    assert (tmp_path / "page.html").stat().st_mode & 0o111 == 0
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("mine")
    with pytest.raises(UsageError, match="there is a file already"):
        write_whole(tmp_path / "page.html", "page", force=False)
    assert (tmp_path / "page.html").read_text() == "mine"
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]


def test_a_full_disk_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("old")

    def refuse(file: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SaysoError, match="No space left"):
        write_whole(tmp_path / "page.html", "page", force=True)
    assert (tmp_path / "page.html").read_text() == "old"
    assert [f.name for f in tmp_path.iterdir()] == ["page.html"]
