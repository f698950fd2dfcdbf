"""The progress bar of a long run: how far, how fast, how long yet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from sayso.serve.cli.screen import notes
from sayso.serve.records import say_count


class Advances(Protocol):
    """Told of each item that is done with, by its share of the total."""

    def __call__(self, share: float) -> None: ...


class RateColumn(ProgressColumn):
    """How many documents are done, and how many a second."""

    def render(self, task: Task) -> Text:
        count = int(task.fields["items"])
        rate = count / task.elapsed if task.elapsed else 0.0
        return Text(f"{say_count(count, 'document')}, {rate:.1f}/s")


@contextmanager
def show_progress(what: str, total: float | None) -> Iterator[Advances]:
    """A bar on standard error, where that is a terminal; pulsing where the total isn't known."""
    console = notes()
    columns = (TextColumn("{task.description}"), BarColumn(), RateColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(what, total=total, items=0)
        count = 0

        def advance(share: float) -> None:
            nonlocal count
            count += 1
            progress.update(task, advance=share, items=count)

        yield advance


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
