"""Marks of real articles: offsets out of marked XML and back, never a word of the text."""

import json
from pathlib import Path

import pytest

from sayso.model import Kind, Modality, Part
from training.annotated import parse_text
from training.marks import MARKS, from_row, make_rows, to_row

TSV = (
    "https://harbor.example/1\n\nPolice\tO\nsaid\tO\nthe\tO\nlock\tO\nmay\tO\nopen\tO\n.\tO\n\nIt\tO\nrained\tO\n.\tO\n"
)
XML = (
    '<article outlet="?" url="?" published="?" byline="?" region="?" genre="?"><headline></headline><text>'
    '<src st="1" link="2">Police</src> <cue st="1">said</cue> '
    '<st id="1" chain="outlet &gt; organisation:police" polarity="affirmed" modality="hedged" continued="no">the lock may open</st>.'
    "</text></article>"
)


def test_marks_come_back_without_the_text(tmp_path: Path) -> None:
    (tmp_path / "ghana_x_1.txt.tsv").write_text(TSV, encoding="utf-8")
    marked = tmp_path / "ghana_x_1.txt.tsv.xml"
    marked.write_text(XML, encoding="utf-8")
    (row,) = make_rows([marked], tmp_path)
    written = json.dumps(row)
    assert not any(word in written for word in ("Police", "lock", "said"))
    article = from_row(json.loads(written), tmp_path)
    (statement,) = article.statements
    assert article.text == "Police said the lock may open."
    assert article.region == "Africa"
    assert article.words(Part.TEXT, statement.start, statement.stop) == "the lock may open"
    assert statement.chain == ((Kind.OUTLET, None), (Kind.ORGANISATION, "Police"))
    assert statement.modality is Modality.HEDGED
    assert [article.words(c.part, c.start, c.stop) for c in article.cues] == ["said"]
    assert [(article.words(s.part, s.start, s.stop), s.links) for s in article.sources] == [("Police", (("1", 2),))]


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(TSV.replace("lock", "gate"), encoding="utf-8")
    with pytest.raises(ValueError, match="not the one that was marked"):
        from_row(to_row(parse_text(XML, "a.tsv"), "a.tsv"), tmp_path)


def test_marks_of_another_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(TSV.replace("lock", "gate"), encoding="utf-8")
    marked = tmp_path / "a.tsv.xml"
    marked.write_text(XML, encoding="utf-8")
    with pytest.raises(ValueError, match="not the opening"):
        list(make_rows([marked], tmp_path))


def test_stored_marks_hold_offsets_only() -> None:
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"file", "length", "sha256", "statements", "cues", "sources", "furniture"}
        for _, pieces, links, denied, hedged, continued in row["statements"]:
            assert pieces == sorted(pieces) and all(0 <= a < b <= row["length"] for a, b in pieces)
            assert {kind for kind, *_ in links} <= {"publication", "person", "organisation", "anonymous"}
            assert all(len(place) in (0, 2) for _, *place in links)
            assert {denied, hedged, continued} <= {0, 1}
