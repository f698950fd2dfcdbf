"""The command line as a process of its own, with the foreseeable reader or the real one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model import Document
from tests.factories import make_document

ROOT = Path(__file__).parents[2]
FAKE = (sys.executable, "-m", "tests.e2e.fake_sayso")
REAL = (sys.executable, "-c", "from sayso.serve.cli import main; main()")


def make_environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a person in `folder`: no settings of sayso, no colours."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("SAYSO_") and k not in ("FORCE_COLOR", "TTY_COMPATIBLE")
    }
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "", "COLUMNS": "160", "HOME": str(folder), **more}


class Program:
    """Runs sayso in a folder."""

    def __init__(self, folder: Path, command: tuple[str, ...] = FAKE) -> None:
        self.folder = folder
        self.command = command

    def run(
        self, *arguments: str, code: int = 0, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end, which must be `code`."""
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=self.folder,
            env=make_environment(self.folder, **environment),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == code, done.stderr + done.stdout
        assert "Traceback" not in done.stderr
        return done

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Starts a command and doesn't wait."""
        return subprocess.Popen(
            [*self.command, *arguments],
            cwd=self.folder,
            env=make_environment(self.folder, **environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def read(self, *arguments: str) -> list[dict[str, Any]]:
        """The objects that a listing gives with `--json`."""
        return [json.loads(line) for line in self.run(*arguments, "--json").stdout.splitlines()]


def write_reports(file: Path, count: int) -> None:
    """A JSONL file of reports by outlets of their own, about the same ferry."""
    write_documents(
        file,
        [
            make_document(
                url=f"https://outlet-{n}.example/ferry",
                outlet=f"Outlet {n}",
                headline=f"Ferry number {n} loses its power",
            )
            for n in range(count)
        ],
    )


def write_documents(file: Path, documents: Iterable[Document]) -> None:
    """A JSONL file of documents, as a person would hand them in."""
    fields = ("outlet", "url", "published", "headline", "text", "status")
    lines = [json.dumps({f: getattr(d, f) for f in fields}) + "\n" for d in documents]
    file.write_text("".join(lines), encoding="utf-8")
