import io
import sys
from typing import Any

import polars
import pytest
from pyarrow import parquet as arrow_parquet

from sayso.errors import UsageError
from sayso.export import parquet
from sayso.export.parquet import make_parquet
from sayso.export.tables import ALL
from tests.unit.export.ferry import FORMULA, STEERING, make_contents


def test_every_table_reads_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)
    contents = make_contents()
    files = {f.name: b"".join(f.chunks) for f in make_parquet(contents)}
    for table in ALL:
        opened: Any = arrow_parquet
        read = opened.ParquetFile(io.BytesIO(files[f"{table.name}.parquet"])).read()
        assert read.column_names == [c.name for c in table.columns]
        assert [tuple(row.values()) for row in read.to_pylist()] == list(table.find_rows(contents))
        assert read.schema.metadata[b"about"].decode() == table.help
        assert [f.metadata[b"meaning"].decode() for f in read.schema] == [c.help for c in table.columns]


def test_words_stay_as_they_are_and_polars_opens_it() -> None:
    (file,) = (f for f in make_parquet(make_contents()) if f.name == "judgements.parquet")
    frame = polars.read_parquet(io.BytesIO(b"".join(file.chunks)))
    assert frame["note"].to_list()[1] == f"{FORMULA} {STEERING}"
    assert frame["number"].to_list() == [1, 2]


def test_without_pyarrow_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'sayso\[parquet\]'"):
        list(make_parquet(make_contents()))
