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
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

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
    for damaged in (gzip.compress(body.encode())[:-20] + b"\xff" * 30, gzip.compress(body.encode())[:-40]):
        path.write_bytes(damaged)
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


def test_docx_with_tracked_changes_and_controls(tmp_path: Path, read_one: ReadOne, body: str) -> None:
    written = docx.Document()
    written.add_paragraph(body)
    word = f'xmlns:w="{nsmap["w"]}"'
    changed = (
        f"<w:p {word}><w:r><w:t>The pier is </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>quite </w:delText></w:r></w:del><w:r><w:t>open.</w:t></w:r></w:p>"
    )
    control = f"<w:sdt {word}><w:sdtContent><w:p><w:r><w:t>Orr</w:t><w:tab/><w:t>said so.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    for markup in (changed, control):
        written.element.body.insert(len(written.element.body) - 1, parse_xml(markup))
    table = written.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Pier", "Closed"
    path = tmp_path / "report.docx"
    written.save(str(path))
    document = read_one(path)
    assert document.text.endswith("The pier is not open.\n\nOrr said so.\n\nPier | Closed")


def test_an_encrypted_pdf(tmp_path: Path, reject_one: RejectOne, make_pdf: Callable[[list[str]], bytes]) -> None:
    keys = "".join(
        f"/{name} <{'00' * size}> " for name, size in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32), ("Perms", 16))
    )
    lock = (
        f"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 {keys}/StmF /A /StrF /A "
        "/CF << /A << /CFM /AESV3 /Length 32 >> >> >> /ID [<00> <00>] "
    )
    path = tmp_path / "report.pdf"
    path.write_bytes(make_pdf(["The pier is closed."]).replace(b"/Root", lock.encode() + b"/Root"))
    assert "print it to a new PDF" in reject_one(path).reason
    assert "damaged" not in reject_one(path).reason


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
    assert "http and https" in reject_one("ftp://harbor-daily.example/ferry").reason
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert reject_one(tmp_path).input == str(tmp_path / "gone.txt")


def test_a_folder_that_may_not_be_read(tmp_path: Path, read: Read, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.txt").write_text(body, encoding="utf-8")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    rejected, ingested = read(tmp_path)
    assert isinstance(rejected, Rejected)
    assert (rejected.input, rejected.step) == (str(tmp_path / "locked"), "open")
    assert isinstance(ingested, Ingested)


def test_a_name_that_is_no_text(tmp_path: Path, read_one: ReadOne, body: str) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text(body, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    assert read_one(tmp_path).input == str(tmp_path / "caf\\xe9.txt")


@pytest.mark.parametrize(
    ("name", "start", "media_type"),
    [
        ("a.html", "", "text/plain"),
        ("a.txt", "The file began with %PDF-1.4, Orr said.\n\n", "text/plain"),
        ("a.txt", "<!DOCTYPE html [<!ENTITY x 'y'>]>\n<html><body><p>&x;</p><p>", "text/html"),
    ],
)
def test_what_it_is(tmp_path: Path, read_one: ReadOne, body: str, name: str, start: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text(start + body, encoding="utf-8")
    assert read_one(path).media_type == media_type


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
