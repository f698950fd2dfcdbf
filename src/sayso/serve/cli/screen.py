"""What is put on the screen: tables, JSON lines, and never a control character of an article's."""

import codecs
import sys
from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.export.steering import one_line as one_line
from sayso.export.steering import printable as printable
from sayso.export.steering import to_json_line


def short_time(published: str | None) -> str:
    """A time of publication as precise as a table needs: `2031-03-02 08:00`."""
    return one_line(published)[:16].replace("T", " ") if published else "unknown"


def output() -> Console:
    """The console for results. Nothing in them is taken for markup."""
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=False)


def notes() -> Console:
    """The console for what is said along the way."""
    return Console(stderr=True, markup=False, highlight=False, emoji=False)


def print_json(records: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line; characters that steer a terminal, or that its encoding lacks, are escaped."""
    ascii_only = codecs.lookup(sys.stdout.encoding).name != "utf-8"
    for record in records:
        sys.stdout.write(to_json_line(record, ascii_only=ascii_only) + "\n")
    sys.stdout.flush()


_FIXED = ("Document", "Published", "Certainty", "Id")
"""Columns whose values are short, and wrapped only on a narrow screen."""

_NARROW = 70
"""On a screen of fewer columns everything is wrapped: else fixed columns would leave the others no room."""


def make_table(*columns: str, ratios: tuple[int, ...] = ()) -> Table:
    """An empty table with wrapped columns; `ratios` share out the width, a 0 leaves its column as wide as its words."""
    is_narrow = output().width < _NARROW
    is_shared = bool(ratios) and not is_narrow
    table = Table(box=SIMPLE_HEAD, header_style="bold", expand=is_shared, pad_edge=False, show_edge=False)
    for n, column in enumerate(columns):
        if column in _FIXED and not is_narrow:
            table.add_column(column, no_wrap=True)
        else:
            table.add_column(column, ratio=(ratios[n] or None) if is_shared else None, overflow="fold")
    return table


def cells(*values: str | Text | None) -> list[Text]:
    """Values as a row's cells, printable."""
    return [v if isinstance(v, Text) else Text(printable(v or "")) for v in values]
