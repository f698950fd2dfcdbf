"""Noise: whatever the bytes, an input becomes documents or rejections and never an error."""

import gzip
import io
import random
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ingest import IngestOptions, read_inputs
from sayso.model import Ingested, Rejected

STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\n",
    b"filedesc://a\n",
    b"<rss>",
    b"<html>",
    b"[{",
    b'{"',
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_any_bytes(monkeypatch: pytest.MonkeyPatch, start: bytes, rest: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(start + rest)))
    for item in read_inputs(["-"], options=IngestOptions(follow_feeds=False)):
        assert isinstance(item, (Ingested, Rejected))


@pytest.mark.parametrize(
    "kind", ["page.html", "a.pdf", "a.docx", "a.warc", "a.warc.gz", "a.xml", "a.json", "a.csv", "a.txt.gz"]
)
def test_damaged_files(
    tmp_path: Path,
    kind: str,
    body: str,
    make_page: Callable[..., str],
    make_pdf: Callable[[list[str]], bytes],
    make_warc: Callable[..., bytes],
    answer: Callable[..., bytes],
) -> None:
    document = docx.Document()
    document.add_paragraph(body)
    out = io.BytesIO()
    document.save(out)
    member = ("https://harbor-daily.example/", answer(make_page().encode()))
    sound = {
        "page.html": make_page().encode(),
        "a.pdf": make_pdf(body.split("\n\n")),
        "a.docx": out.getvalue(),
        "a.warc": make_warc(member, member),
        "a.warc.gz": make_warc(member, member, packed=True),
        "a.xml": f"<rss><channel><item><title>A</title><description>{body}</description></item></channel></rss>".encode(),
        "a.json": f'[{{"text": "{body[:80]}"}}]'.encode(),
        "a.csv": f'text,outlet\n"{body[:80]}",Harbor Daily\n'.encode(),
        "a.txt.gz": gzip.compress(body.encode(), mtime=0),
    }[kind]
    dice = random.Random(kind)
    path = tmp_path / kind
    for _ in range(12):
        data = bytearray(sound)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        path.write_bytes(bytes(data[: dice.randint(1, len(data))]) if dice.random() < 0.3 else bytes(data))
        items = list(read_inputs([str(path)], options=IngestOptions(follow_feeds=False)))
        assert items
        assert all(isinstance(item, (Ingested, Rejected)) for item in items)
