"""The command line with the tests' foreseeable reader and judge in place of the real ones.

Run as `python -m tests.e2e.fake_sayso ARGUMENTS…` from the checkout.
"""

import atexit
import itertools
import os
import signal
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from sayso.model import Document, Reading
from sayso.pipeline import linking, workers
from sayso.pipeline.workers import Reads
from sayso.serve.cli import main
from sayso.store import database
from tests.factories import FakeReader, load_fake_judge
from tests.ferry import add_names


class SlowReader(FakeReader):
    """Takes SAYSO_TEST_SECONDS for each document, so that a run can be stopped half-way."""

    def read(self, document: Document) -> Reading:
        time.sleep(float(os.environ.get("SAYSO_TEST_SECONDS", "0")))
        return add_names(document, super().read(document))


def load_slow_reader(model: Path | None) -> Reads:
    """A reader whose version can be told."""
    return SlowReader(os.environ.get("SAYSO_TEST_READER", "fake 1"))


def count_commands(*, kill_at: int, into: Path | None) -> None:
    """Kills this process just before a command to the database, or writes down at the end how many there were."""
    counter = itertools.count(1)
    last = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: Any) -> None:
        nonlocal last
        last = next(counter)
        if last == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    if into is not None:
        atexit.register(lambda: into.write_text(str(last)))


if __name__ == "__main__":
    if {"SAYSO_TEST_KILL", "SAYSO_TEST_COUNT"} & os.environ.keys():
        counted = os.environ.get("SAYSO_TEST_COUNT")
        count_commands(kill_at=int(os.environ.get("SAYSO_TEST_KILL", "0")), into=Path(counted) if counted else None)
    database.BUSY_SECONDS = float(os.environ.get("SAYSO_TEST_PATIENCE", database.BUSY_SECONDS))
    if "SAYSO_TEST_READ_ONLY" in os.environ:  # for whoever may do everything, such as root, no file is read-only
        database._address = lambda path, *, writable: f"{path.absolute().as_uri()}?mode=ro"
    workers.load_reader = load_slow_reader
    linking.load_judge = load_fake_judge  # type: ignore[assignment]
    main()
