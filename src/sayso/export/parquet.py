"""Tables as Parquet files; needs pyarrow, which `sayso[parquet]` brings."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sayso.errors import UsageError
from sayso.export.contents import Contents
from sayso.export.file import File
from sayso.export.tables import ALL, Table, Value

ROWS = 50_000
"""Of one row group."""


def make_parquet(contents: Contents) -> Iterator[File]:
    """A file for each table. Raises UsageError where pyarrow is missing."""
    arrow, parquet = load_arrow()
    for table in ALL:
        yield File(f"{table.name}.parquet", _write_table(table, contents, arrow, parquet))


def load_arrow() -> tuple[Any, Any]:
    """pyarrow and its writer of Parquet. Raises UsageError where they are missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which isn't here. Install it with `pip install 'sayso[parquet]'`, or take "
            "`--format csv`, which holds the same tables."
        ) from error
    return pyarrow, parquet


def _write_table(table: Table, contents: Contents, arrow: Any, parquet: Any) -> Iterator[bytes]:
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    fields = [arrow.field(c.name, kinds[c.kind], metadata={"meaning": c.help}) for c in table.columns]
    schema = arrow.schema(fields, metadata={"about": table.help})
    made = io.BytesIO()
    with parquet.ParquetWriter(made, schema, compression="zstd") as writer:
        for rows in _take_turns(table.find_rows(contents), ROWS):
            columns = zip(*rows, strict=True)
            arrays = [arrow.array(list(c), type=f.type) for c, f in zip(columns, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
    yield made.getvalue()


def _take_turns(rows: Iterable[tuple[Value, ...]], most: int) -> Iterator[list[tuple[Value, ...]]]:
    left = iter(rows)
    while taken := list(islice(left, most)):
        yield taken
