"""The progress bar of a long run: how far, how fast, how long yet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from sayso.export.words import say_count
from sayso.serve.cli.screen import notes


class RateColumn(ProgressColumn):
    """How many documents are done, and how many a second."""

    def render(self, task: Task) -> Text:
        count = int(task.fields["items"])
        rate = count / task.elapsed if task.elapsed else 0.0
        return Text(f"{say_count(count, 'document')}, {rate:.1f}/s")


class Bar:
    """A bar that is told of each document that is read, then of each that is compared with the others."""

    def __init__(self, progress: Progress, what: str, total: float | None) -> None:
        self._progress = progress
        self._reading = progress.add_task(what, total=total, items=0) if what else None
        self._comparing: TaskID | None = None
        self._count = 0

    def advance(self, share: float) -> None:
        """One more is read; `share` is its part of the total."""
        self._count += 1
        if self._reading is not None:
            self._progress.update(self._reading, advance=share, items=self._count)

    def compare(self, done: int, all: int) -> None:
        """So many of all that are to be compared have been."""
        if self._comparing is None:
            self._comparing = self._progress.add_task("Comparing", total=all, items=0)
        self._progress.update(self._comparing, completed=done, items=done)


@contextmanager
def show_progress(what: str = "", total: float | None = None) -> Iterator[Bar]:
    """A bar on standard error, where that is a terminal; pulsing where the total isn't known.

    Without `what`, only comparing is shown.
    """
    console = notes()
    columns = (TextColumn("{task.description}"), BarColumn(), RateColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        yield Bar(progress, what, total)


def measure_inputs(inputs: Sequence[str]) -> int | None:
    """Bytes of all the files named, folders gone through; None where an input's size can't be known."""
    total = 0
    for name in inputs:
        path = Path(name)
        if name == "-" or "://" in name:
            return None
        try:
            files = path.rglob("*") if path.is_dir() else [path]
            total += sum(f.stat().st_size for f in files if f.is_file())
        except OSError:
            return None
    return total
