"""Tables as CSV files that a spreadsheet opens without taking any words for a formula."""

import csv
import io
from collections.abc import Iterator

from sayso.export.contents import Contents
from sayso.export.file import File
from sayso.export.steering import printable
from sayso.export.tables import ALL, Table, Value

MARK = "\ufeff"
"""By it spreadsheets know the encoding; readers of UTF-8 skip it."""

_BEGINNINGS = "=+-@\uff1d\uff0b\uff0d\uff20|%"
_NEUTRAL = "'"


def make_csv(contents: Contents) -> Iterator[File]:
    """A file for each table."""
    for table in ALL:
        yield File(f"{table.name}.csv", _write_table(table, contents))


def neutralise(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula: an apostrophe goes before what begins like one.

    It also goes before what begins with an apostrophe, so that one apostrophe at the beginning of a cell is never the
    text's own. Blanks before don't count: some spreadsheets skip them.

    >>> neutralise("=1+1"), neutralise("Lena Orr"), neutralise("'twas")
    ("'=1+1", 'Lena Orr', "''twas")
    """
    bare = text.lstrip()
    is_formula = bare.startswith(tuple(_BEGINNINGS)) or text.startswith((_NEUTRAL, "\t", "\r", "\n"))
    return _NEUTRAL + text if is_formula else text


def restore(cell: str) -> str:
    """The text of a cell as it was before `neutralise`.

    >>> restore("'=1+1"), restore("Lena Orr"), restore("''twas")
    ('=1+1', 'Lena Orr', "'twas")
    """
    return cell.removeprefix(_NEUTRAL)


def _write_table(table: Table, contents: Contents) -> Iterator[bytes]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow([c.name for c in table.columns])
    yield (MARK + line.getvalue()).encode()
    for row in table.find_rows(contents):
        line.seek(0)
        line.truncate()
        writer.writerow([_to_cell(value) for value in row])
        yield line.getvalue().encode()


def _to_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return neutralise(printable(value)) if isinstance(value, str) else str(value)
