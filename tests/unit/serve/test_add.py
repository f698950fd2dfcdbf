from pathlib import Path

import pytest
from rich.progress import Progress

from sayso.errors import UsageError
from sayso.serve.cli.add import parse_columns
from sayso.serve.cli.progress import Bar, measure_inputs


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (None, {}),
        ("", {}),
        ("outlet=source", {"outlet": "source"}),
        (" url = b, text=d=e", {"url": "b", "text": "d=e"}),
    ],
)
def test_columns(text: str | None, columns: dict[str, str]) -> None:
    assert parse_columns(text) == columns


@pytest.mark.parametrize("text", ["outlet", "outlet=", "=source", "url=b,,text=d", "a=b"])
def test_columns_written_wrong(text: str) -> None:
    with pytest.raises(UsageError, match=r"FIELD=COLUMN|no field a"):
        parse_columns(text)


def test_the_size_of_inputs(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "a.txt").write_bytes(b"12345")
    (tmp_path / "in" / "b.txt").write_bytes(b"123")
    assert measure_inputs([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "none")]) == 13
    for unknown in ("-", "https://a.example/"):
        assert measure_inputs([str(tmp_path), unknown]) is None


def test_a_bar_counts_what_is_read_and_what_is_compared() -> None:
    with Progress(disable=True) as progress:
        bar = Bar(progress, "Reading", 10)
        bar.advance(4)
        bar.compare(1, 3)
        bar.compare(2, 3)
        found = [(t.description, t.completed, t.total, t.fields["items"]) for t in progress.tasks]
        assert found == [("Reading", 4, 10, 1), ("Comparing", 2, 3, 2)]
