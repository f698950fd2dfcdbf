"""JSON, JSONL and CSV."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import IngestOptions
from sayso.model import Document, Ingested, Rejected, Status

Read = Callable[..., list[Ingested | Rejected]]
ReadOne = Callable[..., Document]
TEXT = "  The harbour will stay closed,\r\nthe port authority said. \u2028It said so\ttwice.\n"
RECORD: dict[str, Any] = {
    "id": "d1",
    "outlet": "Harbor Daily",
    "url": "https://harbor-daily.example/ferry?utm_source=x#top",
    "published": "2031-03-02T08:00:00Z",
    "byline": "Mira Tolland",
    "headline": "Harbour closed",
    "text": TEXT,
    "status": "corrected",
}

GERMAN = (
    b'{"text": "Die Polizei hat am Montag zwei M\xc3\xa4nner in der Stadt festgenommen und sucht weiter nach einem '
    b'dritten, der mit dem Wagen nach Norden geflohen sein soll."}'
)


def test_fields_are_kept_exactly(tmp_path: Path, read_one: ReadOne) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(RECORD))
    document = read_one(path)
    kept = ("outlet", "url", "published", "byline", "headline", "text", "status")
    assert {name: getattr(document, name) for name in kept} == {name: RECORD[name] for name in kept}
    assert (document.outlet_from, document.status, document.language) == ("given", Status.CORRECTED, "en")


def test_the_address_key_ignores_tracking(tmp_path: Path, read_one: ReadOne) -> None:
    keys = []
    for url in ("https://harbor-daily.example/ferry?utm_source=x#top", "http://www.harbor-daily.example/ferry/"):
        path = tmp_path / "one.json"
        path.write_text(json.dumps({**RECORD, "url": url}))
        keys.append(read_one(path).version_of)
    assert keys[0] is not None
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("changes", "outlet", "outlet_from"),
    [
        ({"outlet": None}, "harbor-daily.example", "domain"),
        ({"outlet": None, "url": None}, None, None),
        ({"outlet": "", "url": None, "source_domain": "www.harbor-daily.example"}, "harbor-daily.example", "domain"),
        (
            {"outlet": None, "url": None, "text": "PORT (Coast Wire) – The harbour is closed, said Orr."},
            "Coast Wire",
            "dateline",
        ),
        ({"text": "PORT (Coast Wire) – The harbour is closed, said Orr."}, "Harbor Daily", "given"),
    ],
)
def test_outlet(
    tmp_path: Path, read_one: ReadOne, changes: dict[str, Any], outlet: str | None, outlet_from: str | None
) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({**RECORD, **changes}))
    document = read_one(path)
    assert (document.outlet, document.outlet_from) == (outlet, outlet_from)


def test_other_names_of_fields(tmp_path: Path, read_one: ReadOne) -> None:
    path = tmp_path / "one.json"
    record = {
        "title": "Harbour closed",
        "maintext": TEXT,
        "authors": ["A B", "C D"],
        "date_publish": "2031-03-02 08:00:00",
    }
    path.write_text(json.dumps({**record, "source_domain": "harbor-daily.example", "language": None}))
    document = read_one(path)
    assert (document.headline, document.text, document.byline) == ("Harbour closed", TEXT, "A B, C D")
    assert (document.published, document.outlet) == ("2031-03-02T08:00:00", "harbor-daily.example")


def test_halves_of_characters_keep_their_places(tmp_path: Path, read_one: ReadOne) -> None:
    path = tmp_path / "one.json"
    path.write_text('{"text": "The harbour \\ud800 is closed, the authority said."}')
    assert read_one(path).text == "The harbour \ufffd is closed, the authority said."


@pytest.mark.parametrize("shape", ["list", "documents", "lines"])
def test_several_documents(tmp_path: Path, read: Read, shape: str) -> None:
    records = [{**RECORD, "headline": f"Harbour closed {n}"} for n in range(3)]
    path = tmp_path / "many.json"
    shapes = {
        "list": json.dumps(records),
        "documents": json.dumps({"id": "case", "documents": records}),
        "lines": "\n".join(json.dumps(r) for r in records),
    }
    path.write_text(shapes[shape])
    items = read(path)
    assert [i.document.headline for i in items if isinstance(i, Ingested)] == [r["headline"] for r in records]
    assert [i.document.input for i in items if isinstance(i, Ingested)] == [f"{path}#{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("content", "step", "word"),
    [
        (b'{"text": "broken', "decode", "line 1"),
        (b'{"headline": "no text"}', "extract", "no text"),
        (b'{"text": 5}', "extract", "no text"),
        (b'{"text": ["A b c."]}', "extract", "no text"),
        (b'{"text": "   "}', "extract", "no article text"),
        (b'{"text": "A b c.", "status": "gone"}', "decode", "gone"),
        (b"[]", "extract", "empty"),
        (b"[1]", "decode", "not an object"),
        (b"[{}]", "extract", "no text"),
        (b'{"text": "\xff\xfe bad"}', "decode", "UTF-8"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "decode", "deep"),
        (GERMAN, "language", "German"),
    ],
)
def test_rejections(tmp_path: Path, read: Read, content: bytes, step: str, word: str) -> None:
    path = tmp_path / "one.json"
    path.write_bytes(content)
    (item,) = read(path)
    assert isinstance(item, Rejected)
    assert item.step == step
    assert word in item.reason


def test_a_broken_line_is_set_aside_alone(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{{broken\n\n{json.dumps(RECORD)}\n")
    items = read(path)
    assert [type(i) for i in items] == [Ingested, Rejected, Ingested]
    assert isinstance(items[1], Rejected)
    assert items[1].input == f"{path}#2"


def test_a_long_line_is_set_aside_alone(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{json.dumps({**RECORD, 'x': 'x' * 5000})}\n{json.dumps(RECORD)}\n")
    items = read(path, options=IngestOptions(max_bytes=1000))
    assert [type(i) for i in items] == [Ingested, Rejected, Ingested]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, read: Read, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    rows = [
        ["Paper", "Body", "Link"],
        ["Harbor Daily", '"The harbour, said Orr, is ""closed""."', "https://a.example/1"],
    ]
    path.write_text("\n".join(delimiter.join(row) for row in rows))
    columns = {"outlet": "Paper", "text": "Body", "url": "Link"}
    (item,) = read(path, options=IngestOptions(csv_columns=columns))
    assert isinstance(item, Ingested)
    assert (item.document.outlet, item.document.text) == ("Harbor Daily", 'The harbour, said Orr, is "closed".')


def test_csv_without_a_text_column(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "table.csv"
    path.write_text("paper,link\nHarbor Daily,https://a.example\n")
    for options in (IngestOptions(), IngestOptions(csv_columns={"text": "Body"})):
        (item,) = read(path, options=options)
        assert isinstance(item, Rejected)
        assert "paper, link" in item.reason


def test_fields_of_other_types_are_unknown(tmp_path: Path, read_one: ReadOne) -> None:
    path = tmp_path / "one.json"
    odd = {"outlet": 5, "url": 7, "published": 1930118400, "byline": {"name": "A B"}, "headline": ["Harbour closed"]}
    path.write_text(json.dumps({"text": TEXT, **odd}))
    document = read_one(path)
    assert (document.outlet, document.url, document.published, document.byline) == (None, None, None, None)
    assert document.headline == ""
    assert document.published_from == "given as “1930118400”, which is not understood"


def test_records_may_hold_markup(tmp_path: Path, read: Read) -> None:
    markup = "<!DOCTYPE html><html><body>" + "<p>The harbour is closed.</p>" * 4 + "</body></html>"
    for name, content in (
        ("a.json", json.dumps({"html": markup, "text": TEXT})),
        ("a.csv", f'html,text\n"{markup}","The harbour is closed, Orr said."\n'),
    ):
        path = tmp_path / name
        path.write_text(content)
        (item,) = read(path)
        assert isinstance(item, Ingested)
        assert item.document.media_type in ("application/json", "text/csv")


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("\ufeffsep=;\r\nheadline;text\r\nA;The harbour is closed.\r\n", [Ingested]),
        ('"headline";"text"\n"A";"The harbour; is ""closed""."\n', [Ingested]),
        ("text\nThe harbour is closed.\n", [Ingested]),
        ("headline,text,\nA,The harbour is closed.,,\n", [Ingested]),
        ("headline,text\nA,The harbour is closed, said Orr, until Friday.\nB,Orr was told.\n", [Rejected, Ingested]),
        ("headline,text\n", [Rejected]),
    ],
)
def test_odd_tables(tmp_path: Path, read: Read, table: str, kinds: list[type]) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(table.encode())
    assert [type(i) for i in read(path)] == kinds


def test_a_file_without_lines(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "many.jsonl"
    for content in ("", "\n\n"):
        path.write_text(content)
        assert [type(i) for i in read(path)] == [Rejected]


def test_rejections_can_be_stored(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "one.json"
    path.write_text('{"text": "The harbour is closed.", "status": "\\ud800"}')
    for item in read(path, "http://user:x@harbor-daily.example/\udce9"):
        assert isinstance(item, Rejected)
        (item.input + item.reason).encode()
