"""Files of every kind, folders, standard input, and what nobody should add."""

import gzip
import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from sayso.ingest import IngestOptions
from sayso.model import Document, FurnitureKind, Ingested, Rejected

Read = Callable[..., list[Ingested | Rejected]]
ReadOne = Callable[..., Document]
RejectOne = Callable[..., Rejected]


def test_folders_are_read_in_order(tmp_path: Path, read: Read, body: str, make_page: Callable[..., str]) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.html", "c_files/style.css", "c_files/d.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(make_page() if name == "c.html" else body, encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    items = read(tmp_path)
    found = [Path(i.document.input).name for i in items if isinstance(i, Ingested)]
    assert found == ["b.txt", "c.html", "z.txt"]
    assert len(items) == len(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, read_one: ReadOne, body: str) -> None:
    for content, ending in ((body.encode(), None), (f'{{"text": {body!r}}}'.replace("'", '"').encode(), None)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        document = read_one("-", options=IngestOptions(stdin_format=ending))
        assert (document.text, document.input) == (body, "-")


def test_standard_input_as_a_table(monkeypatch: pytest.MonkeyPatch, read_one: ReadOne) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text,outlet\nThe harbour is closed.,Harbor Daily\n"))
    )
    assert read_one("-", options=IngestOptions(stdin_format="csv")).outlet == "Harbor Daily"


def test_packed_files(tmp_path: Path, read_one: ReadOne, reject_one: RejectOne, body: str) -> None:
    path = tmp_path / "report.txt.gz"
    path.write_bytes(gzip.compress(body.encode()))
    assert read_one(path).text == body
    path.write_bytes(gzip.compress(b" " * 3_000_000))
    assert reject_one(path, options=IngestOptions(max_bytes=100_000)).step == "size"
    path.write_bytes(gzip.compress(body.encode())[:-20] + b"\xff" * 30)
    assert reject_one(path).step == "decode"


def test_pdf(tmp_path: Path, read_one: ReadOne, make_pdf: Callable[[list[str]], bytes]) -> None:
    lines = [
        "Barge strikes pier in Tolvane",
        "The harbour of Tolvane will stay closed until Friday after a barge struck the pier on Mon-",
        "day, port officials said. The ferry to the islands will leave from the southern quay at six.",
        "Nobody was hurt.",
        "Divers found no leak in the hull, and the pier will be inspected on Thursday, officials said.",
    ]
    path = tmp_path / "report.pdf"
    path.write_bytes(make_pdf(lines))
    document = read_one(path)
    assert document.headline == lines[0]
    assert document.text.split("\n\n") == [lines[0], f"{lines[1][:-1]}{lines[2]} {lines[3]}", lines[4]]


def test_docx(tmp_path: Path, read_one: ReadOne, body: str) -> None:
    written = docx.Document()
    written.add_paragraph("Barge strikes pier", style="Title")
    for paragraph in body.split("\n\n"):
        written.add_paragraph(paragraph)
    written.add_heading("What is next", level=2)
    written.add_paragraph("The pier will be inspected on Thursday.")
    path = tmp_path / "report.docx"
    written.save(str(path))
    document = read_one(path)
    assert document.headline == "Barge strikes pier"
    assert document.text == f"Barge strikes pier\n\n{body}\n\nWhat is next\n\nThe pier will be inspected on Thursday."
    marked = {document.words(f.span): f.kind for f in document.furniture}
    assert marked["What is next"] is FurnitureKind.HEADING


def _make_zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "step"),
    [
        ("a.txt", b"", "extract"),
        ("a.txt", b" \n\n ", "extract"),
        ("a.txt", b"... --- ...", "extract"),
        ("a.html", b"", "extract"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "decode"),
        ("a.txt", bytes(range(256)) * 40, "decode"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "decode"),
        ("a.rtf", b"{\\rtf1 The harbour is closed.}", "decode"),
        ("a.zip", _make_zip("a.txt", b"The harbour is closed."), "decode"),
        ("a.docx", _make_zip("word/document.xml", b"<broken"), "decode"),
        ("a.docx", _make_zip("word/document.xml", b" " * 200_000_000), "size"),
        ("a.docx", b"PK\x03\x04 broken", "decode"),
        ("a.pdf", b"%PDF-1.4\nbroken", "decode"),
        ("a.pdf", b"%PDF-1.4\n" + b"\xff" * 5000, "decode"),
        ("a.xml", b"<feed><entry>", "extract"),
        ("a.warc", b"WARC/1.0", "archive"),
    ],
)
def test_no_input_ends_the_run(tmp_path: Path, read: Read, body: str, name: str, content: bytes, step: str) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(body, encoding="utf-8")
    first, second = read(bad, good)
    assert isinstance(first, Rejected)
    assert (first.input, first.step) in ((str(bad), step), (f"{bad}#1", step))
    assert first.reason.endswith((".", ")"))
    assert isinstance(second, Ingested)


def test_what_can_not_be_opened(tmp_path: Path, reject_one: RejectOne) -> None:
    assert "no such file" in reject_one(tmp_path / "nothing.txt").reason
    assert "no files" in reject_one(tmp_path).reason
    assert reject_one("\0").step == "open"


def test_large_files_are_refused(tmp_path: Path, reject_one: RejectOne, body: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(body * 100, encoding="utf-8")
    assert reject_one(path, options=IngestOptions(max_bytes=1000)).step == "size"


def test_a_pipe_is_read(tmp_path: Path, read_one: ReadOne, body: str) -> None:
    reader, writer = os.pipe()
    os.write(writer, body.encode())
    os.close(writer)
    try:
        assert read_one(f"/dev/fd/{reader}").text == body
    finally:
        os.close(reader)
