"""The command line with the tests' foreseeable reader and judge in place of the real ones.

Run as `python -m tests.e2e.fake_sayso ARGUMENTS…` from the checkout.
"""

import os
import time
from pathlib import Path

from sayso.model import Document, Reading
from sayso.pipeline import linking, workers
from sayso.pipeline.workers import Reads
from sayso.serve.cli import main
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


if __name__ == "__main__":
    workers.load_reader = load_slow_reader
    linking.load_judge = load_fake_judge  # type: ignore[assignment]
    main()
