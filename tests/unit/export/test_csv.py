import csv
import io

import polars
import pytest

from sayso.export.csv import make_csv, neutralise, restore
from sayso.export.steering import printable
from sayso.export.tables import ALL
from tests.unit.export.ferry import FORMULA, STEERING, make_contents


def read_tables() -> dict[str, list[dict[str, str]]]:
    """Every table, as Python's own reader has it."""
    return {
        f.name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(b"".join(f.chunks).decode("utf-8-sig"))))
        for f in make_csv(make_contents())
    }


def test_every_cell_reads_back_as_it_was() -> None:
    contents = make_contents()
    tables = read_tables()
    assert list(tables) == [t.name for t in ALL]
    for table in ALL:
        rows = list(table.find_rows(contents))
        assert len(rows) == len(tables[table.name])
        for row, read in zip(rows, tables[table.name], strict=True):
            assert list(read) == [c.name for c in table.columns]
            for value, cell in zip(row, read.values(), strict=True):
                if isinstance(value, str):
                    assert restore(cell) == printable(value)
                elif isinstance(value, bool):
                    assert cell == ("true" if value else "false")
                else:
                    assert cell == ("" if value is None else str(value))


@pytest.mark.parametrize(
    "text",
    [FORMULA, "+1", "-2 degrees", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "|calc", "'=1", "'twas"],
)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = neutralise(text)
    assert cell.startswith("'")
    assert restore(cell) == text


@pytest.mark.parametrize("text", ["", "Lena Orr", "1 = 1", "“=1”", "2031-03-02"])
def test_other_words_stay(text: str) -> None:
    assert neutralise(text) == text
    assert restore(text) == text


def test_nothing_hostile_is_left_in_a_cell() -> None:
    (judged,) = (r for r in read_tables()["judgements"] if r["number"] == "2")
    assert judged["note"] == f"'{FORMULA} {printable(STEERING)}"
    assert not set(STEERING) & {"\x1b", "\u202e"} & set(judged["note"])


def test_no_claim_or_statement_stands_alone() -> None:
    tables = read_tables()
    for table in ("claims", "statements", "variants"):
        assert tables[table]
        assert all(row["said_by"] for row in tables[table])
    for row in (*tables["evidence"], *tables["judgement_subjects"]):
        assert row["outlet"]


def test_every_reference_leads_somewhere() -> None:
    tables = read_tables()
    ids = {name: {row["id"] for row in tables[name]} for name in ("documents", "statements", "claims", "entities")}
    for name, table in tables.items():
        for column, of in (
            ("document", "documents"),
            ("statement", "statements"),
            ("claim", "claims"),
            ("entity", "entities"),
            ("latest", "documents"),
        ):
            if name not in ("about", "columns") and table and column in table[0]:
                assert {row[column] for row in table} - {""} <= ids[of], f"{name}.{column}"


def test_intervals_stand_with_their_counts_and_corrections_are_marked() -> None:
    tables = read_tables()
    claim = max(tables["claims"], key=lambda r: int(r["documents"]))
    assert (claim["at_least"], claim["at_most"], claim["anonymous"], claim["unattributed"]) == ("1", "2", "1", "0")
    assert "at least 1 distinct identified origin" in claim["interval"]
    assert (claim["denials"], claim["denied_at_least"]) == ("1", "1")
    assert "corrected" in {row["status"] for row in tables["documents"]}
    assert {row["relation"] for row in tables["relations"]} == {"undetermined"}


def test_polars_opens_it() -> None:
    (file,) = (f for f in make_csv(make_contents()) if f.name == "claims.csv")
    frame = polars.read_csv(io.BytesIO(b"".join(file.chunks)))
    assert frame.columns[0] == "id"
    assert frame["at_most"].dtype == polars.Int64
    assert frame["circular"].dtype == polars.Boolean
