"""The saved page: shown as what it is where that is safe, else given as a file."""

import dataclasses

import pytest

from sayso.serve.web.saved import send_saved
from tests.factories import make_document


@pytest.mark.parametrize(
    ("media_type", "raw", "expected"),
    [
        ("text/html", b"<p>caf\xc3\xa9</p>", "text/html; charset=utf-8"),
        ("text/html; charset=iso-8859-1", b"<p>caf\xe9</p>", "text/html"),
        ("TEXT/HTML", b"\xff\xfe<\x00", "text/html"),
        ("text/plain", b"words", "text/plain; charset=utf-8"),
        ("text/markdown", b"# words", "text/plain; charset=utf-8"),
        ("application/pdf", b"%PDF", "application/octet-stream"),
        ("application/json", b"{}", "application/octet-stream"),
        ("image/svg+xml", b"<svg onload='x'/>", "application/octet-stream"),
        ("application/xhtml+xml", b"<html/>", "application/octet-stream"),
        ("text/html\r\nSet-Cookie: a=b", b"", "application/octet-stream"),
    ],
)
def test_only_pages_and_plain_text_are_shown(media_type: str, raw: bytes, expected: str) -> None:
    document = dataclasses.replace(make_document(), media_type=media_type)
    answer = send_saved(document, raw)
    assert answer.body == raw
    assert answer.headers["content-type"] == expected
    is_file = expected == "application/octet-stream"
    assert answer.headers.get("content-disposition") == (
        f'attachment; filename="{document.id}.bin"' if is_file else None
    )
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["referrer-policy"] == "no-referrer"
