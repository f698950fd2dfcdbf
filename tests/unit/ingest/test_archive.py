"""WARC and ARC, sound and broken."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import IngestOptions
from sayso.ingest.archive import join_chunks
from sayso.model import Ingested, Rejected

Read = Callable[..., list[Ingested | Rejected]]
MakeWarc = Callable[..., bytes]
URL = "https://harbor-daily.example/"


@pytest.fixture
def answers(make_page: Callable[..., str], answer: Callable[..., bytes]) -> list[tuple[str, bytes]]:
    return [(f"{URL}{n}", answer(make_page(title=f"Barge strikes pier number {n}").encode())) for n in range(3)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages(tmp_path: Path, read: Read, make_warc: MakeWarc, answers: list[tuple[str, bytes]], packed: bool) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(make_warc(*answers, packed=packed))
    items = read(path)
    assert [i.document.url for i in items if isinstance(i, Ingested)] == [url for url, _ in answers]
    assert [i.document.input for i in items if isinstance(i, Ingested)] == [f"{path}#{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_member_is_set_aside_alone(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answers: list[tuple[str, bytes]], packed: bool
) -> None:
    first, second, third = (make_warc(pair, packed=packed) for pair in answers)
    second = (
        second[:100] + b"\xff" * 40 + second[140:]
        if packed
        else second.replace(b"Content-Length", b"Content-Lenght", 1)
    )
    path = tmp_path / "crawl.warc"
    path.write_bytes(first + second + third)
    items = read(path)
    assert [type(i) for i in items if isinstance(i, Ingested)] == [Ingested, Ingested]
    assert {i.step for i in items if isinstance(i, Rejected)} == {"archive"}


def test_a_cut_off_archive(tmp_path: Path, read: Read, make_warc: MakeWarc, answers: list[tuple[str, bytes]]) -> None:
    for packed in (False, True):
        whole = make_warc(*answers, packed=packed)
        for cut in (len(whole) - 200, len(whole) // 2, 30, 12):
            path = tmp_path / "crawl.warc"
            path.write_bytes(whole[:cut])
            items = read(path)
            assert any(isinstance(i, Rejected) for i in items), (packed, cut)


def test_arc(tmp_path: Path, read: Read, answers: list[tuple[str, bytes]]) -> None:
    note = b"1 0 Crawl\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://crawl.arc 0.0.0.0 20310302080000 text/plain %d\n%s\n" % (len(note), note)
    for url, block in answers:
        data += f"{url} with spaces 127.0.0.1 20310302080000 text/html {len(block)}\n".encode() + block + b"\n"
    for name, content in (("a.arc", data), ("a.arc.gz", gzip.compress(data))):
        path = tmp_path / name
        path.write_bytes(content)
        items = read(path)
        assert [type(i) for i in items] == [Ingested] * 3


@pytest.mark.parametrize(
    ("status", "content_type", "extra", "step"),
    [
        ("404 Not Found", "text/html", "", "fetch"),
        ("200 OK", "image/png", "", None),
        ("301 Moved", "text/html", "Location: /x\r\n", None),
        ("200 OK", "text/html", "Content-Encoding: zip\r\n", "decode"),
        ("200 OK", "text/html", "Content-Encoding: gzip\r\n", "decode"),
        ("200 OK", "application/octet-stream", "", None),
    ],
)
def test_members_that_are_no_pages(
    tmp_path: Path,
    read: Read,
    make_warc: MakeWarc,
    answer: Callable[..., bytes],
    answers: list[tuple[str, bytes]],
    status: str,
    content_type: str,
    extra: str,
    step: str | None,
) -> None:
    path = tmp_path / "crawl.warc"
    odd = answer(b"no page", status=status, content_type=content_type, extra=extra)
    path.write_bytes(make_warc((URL, odd), answers[0]))
    items = read(path)
    assert [i.step for i in items if isinstance(i, Rejected)] == ([step] if step else [])
    assert sum(isinstance(i, Ingested) for i in items) == 1


def test_packed_and_chunked_answers(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answer: Callable[..., bytes], make_page: Callable[..., str]
) -> None:
    page = gzip.compress(make_page().encode())
    chunked = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (50, page[:50], len(page) - 50, page[50:])
    path = tmp_path / "crawl.warc"
    extra = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    path.write_bytes(make_warc((URL, answer(chunked, extra=extra))))
    assert [type(i) for i in read(path)] == [Ingested]


def test_a_bomb_inside_is_refused(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answer: Callable[..., bytes]
) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 5_000_000)
    path = tmp_path / "crawl.warc"
    path.write_bytes(make_warc((URL, answer(bomb, extra="Content-Encoding: gzip\r\n"))))
    (item,) = read(path, options=IngestOptions(max_bytes=1_000_000))
    assert isinstance(item, Rejected)
    assert item.step == "size"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (b"3\r\nabc\r\n0\r\n\r\n", b"abc"),
        (b"<html>not in chunks", b"<html>not in chunks"),
        (b"3\r\nabcdef", b"abcdef"),
        (b"", b""),
    ],
)
def test_chunks(body: bytes, whole: bytes) -> None:
    assert join_chunks(body) == whole


def test_noise_after_the_magic_word(tmp_path: Path, read: Read) -> None:
    for content in (
        b"WARC/1.0\r\n",
        b"WARC/1.0\n" + b"x" * 200_000,
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"filedesc:\n",
    ):
        path = tmp_path / "crawl.warc"
        path.write_bytes(content)
        items: list[Any] = read(path)
        assert items
        assert all(isinstance(i, Rejected) for i in items)


def test_an_archive_without_pages(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answer: Callable[..., bytes]
) -> None:
    path = tmp_path / "crawl.warc"
    for pair in ((URL, answer(b"x", content_type="image/png")), ("urn:settings", answer(b"<html>The crawler</html>"))):
        path.write_bytes(make_warc(pair))
        assert [type(i) for i in read(path)] == [Rejected]


def test_a_damaged_start_loses_one_member(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answers: list[tuple[str, bytes]]
) -> None:
    data = bytearray(make_warc(*answers, packed=True))
    data[60:64] = b"\xff\xff\xff\xff"
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(bytes(data))
    assert [type(i) for i in read(path)] == [Rejected, Ingested, Ingested]


@pytest.mark.parametrize("cut", [0, 200])
def test_what_the_crawler_cut_off(
    tmp_path: Path, read: Read, make_warc: MakeWarc, answers: list[tuple[str, bytes]], cut: int
) -> None:
    url, block = answers[0]
    data = make_warc((url, block[: len(block) - cut]))
    path = tmp_path / "crawl.warc"
    path.write_bytes(data.replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type", 1))
    assert [type(i) for i in read(path)] == [Rejected if cut else Ingested]
