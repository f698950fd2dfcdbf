"""Plain text and Markdown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Document, FurnitureKind

ReadOne = Callable[..., Document]
TITLE = "Barge strikes pier in Tolvane"


@pytest.mark.parametrize(
    ("top", "headline", "byline", "outlet"),
    [
        (f"{TITLE}\n\nby Ansa |\n{TITLE}\nX\n\nTolvane (The Harbor Daily): ", TITLE, "Ansa", "The Harbor Daily"),
        (f"{TITLE}\n\n", TITLE, None, None),
        (f"{TITLE}\nBy ANSA ORR and Mira Tolland\n\n", TITLE, "ANSA ORR and Mira Tolland", None),
        (f"{TITLE} By Ansa Orr | Monday\n{TITLE}\n", TITLE, None, None),
        ("", "", None, None),
        ("The barge struck the pier.\n\n", "", None, None),
        ("https://harbor-daily.example/barge\n\n", "", None, "harbor-daily.example"),
        ("TOLVANE (Coast Wire) – ", "", None, "Coast Wire"),
    ],
)
def test_what_lines_say(
    tmp_path: Path, body: str, read_one: ReadOne, top: str, headline: str, byline: str | None, outlet: str | None
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(top + body, encoding="utf-8")
    document = read_one(path)
    assert (document.headline, document.byline, document.outlet) == (headline, byline, outlet)
    assert document.text == top + body
    marked = [document.words(f.span) for f in document.furniture if f.kind is FurnitureKind.HEADLINE]
    assert len(marked) == (top.splitlines().count(TITLE) if headline else 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1"])
def test_encodings(tmp_path: Path, body: str, read_one: ReadOne, encoding: str) -> None:
    text = f"Café owners in Tolvane said £5 was too much.\r\n\r\n{body}"
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert read_one(path).text == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("encoding", "end"), [("latin-1", "They met in a café"), ("cp1252", "It cost 5 €"), ("utf-8", "They met in a café")]
)
def test_a_last_letter_beyond_ascii(tmp_path: Path, body: str, read_one: ReadOne, encoding: str, end: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"{body} {end}".encode(encoding))
    assert read_one(path).text.endswith(end)


def test_same_bytes_same_document(tmp_path: Path, body: str, read_one: ReadOne) -> None:
    path = tmp_path / "report.txt"
    path.write_text(body, encoding="utf-8")
    assert read_one(path) == read_one(path)


def test_markdown(tmp_path: Path, body: str, read_one: ReadOne) -> None:
    path = tmp_path / "report.md"
    header = (
        "---\ntitle: Barge *strikes*\nauthor: Ansa Orr\ndate: 2031-03-02\nurl: https://harbor-daily.example/b\n---\n"
    )
    path.write_text(f"{header}# Barge strikes\n\n{body}\n\n## What is next\n\n- **First** [point](https://a.example)\n")
    document = read_one(path)
    assert (document.headline, document.byline, document.published) == ("Barge *strikes*", "Ansa Orr", "2031-03-02")
    assert document.url == "https://harbor-daily.example/b"
    assert document.text.endswith("What is next\n\nFirst point")
    assert "What is next" in [document.words(f.span) for f in document.furniture]


def test_markdown_with_markup(tmp_path: Path, body: str, read_one: ReadOne) -> None:
    first, second, third = body.split("\n\n")
    path = tmp_path / "report.md"
    path.write_text(f"<p>{first}</p>\n\n<!-- a note -->\n\n{second}\n\n<div>\n<b>{third}</b>\n</div>\n")
    document = read_one(path)
    assert (document.text, document.media_type) == (body, "text/markdown")
