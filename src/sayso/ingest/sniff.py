"""What an input is: by its content first, then by its name."""

import re
from enum import StrEnum
from pathlib import PurePath

from sayso.ingest.decode import decode_text, find_mark

HEAD = 16_384
"""How many bytes the look takes."""


class Format(StrEnum):
    """The kinds of input that are told apart."""

    HTML = "html"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    FEED = "feed"
    WARC = "warc"
    ARC = "arc"
    GZIP = "gzip"
    OTHER = "other"


_ENDINGS = {
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".shtml": Format.HTML,
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".csv": Format.CSV, ".tsv": Format.CSV, ".tab": Format.CSV,
    ".rss": Format.FEED, ".atom": Format.FEED, ".rdf": Format.FEED, ".xml": Format.FEED,
    ".json": Format.JSON, ".jsonl": Format.JSONL, ".ndjson": Format.JSONL, ".warc": Format.WARC, ".arc": Format.ARC,
}  # fmt: skip
_BINARY = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"), (b"{\\rtf", "a rich-text (RTF) file"),
    (b"SQLite format 3", "a database"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"ID3", "a sound file"),
    (b"BZh", "packed with bzip2"), (b"\xfd7zXZ", "packed with xz"), (b"7z\xbc\xaf", "packed with 7-Zip"),
    (b"Rar!", "packed with RAR"), (b"\x28\xb5\x2f\xfd", "packed with Zstandard"), (b"OggS", "a sound file"),
)  # fmt: skip
_PDF = re.compile(rb"(?:^|[\r\n])%PDF-\d")  # within the first kilobyte, since some are saved with what came before
_PROLOGUE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*<(?:!doctype|\?xml|html)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:html|head|body|meta|title|article|div|table|script|section|main|h1|p|span|link)\b[^<]*>", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|li|ul|table|td|tr|title|body|head|article|section)\b[^<]*>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[/!]?[a-z]", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_PAGES = ("text/html", "application/xhtml+xml")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def find_format(head: bytes, name: str = "", media_type: str | None = None) -> Format:
    """The format of an input from its first bytes, its name and the media type that came with it."""
    if head.startswith(b"\x1f\x8b"):
        return Format.GZIP
    if head.startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(b"filedesc:"):
        return Format.ARC
    if _PDF.search(head[:1024]):
        return Format.PDF
    ending = _ENDINGS.get(PurePath(name).suffix.lower())
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX if PurePath(name).suffix.lower() == ".docx" or b"word/" in head else Format.OTHER
    if is_binary(head):
        return Format.OTHER
    text = decode_text(head)
    rest = text[_match_prologue(text) :]
    if _FEED.match(rest):
        return Format.FEED
    if _JSON.match(text):
        return _tell_json(text, ending)
    if ending in (Format.MARKDOWN, Format.CSV) and not _PAGE_START.match(text):
        return ending  # both may hold markup
    if _DOCTYPE.search(text[:2000]) or _HTML.match(rest):
        return Format.HTML
    is_served_as_page = (media_type or "").lower() in _PAGES and _ANY_TAG.search(text) is not None
    if is_served_as_page or len(_TAG.findall(text)) >= 6:
        return Format.HTML
    if text.lstrip().startswith("<?xml"):
        return Format.FEED
    if ending in (Format.FEED, Format.HTML):
        return ending if _ANY_TAG.search(text) else Format.PLAIN
    return ending or Format.PLAIN


def _match_prologue(text: str) -> int:
    match = _PROLOGUE.match(text)
    return match.end() if match else 0


def _tell_json(text: str, ending: Format | None) -> Format:
    """JSONL where the first line is an object by itself and more lines follow."""
    first, _, rest = text.lstrip().partition("\n")
    is_lines = first.rstrip().endswith("}") and rest.lstrip().startswith("{")
    return Format.JSONL if is_lines or ending is Format.JSONL else Format.JSON


def is_binary(head: bytes) -> bool:
    """True for bytes that are no text in any encoding."""
    if any(head.startswith(start) for start, _ in _BINARY):
        return True
    if find_mark(head) or (0 in head[:4096] and "\0" not in decode_text(head[:4096])[:2000]):
        return False  # UTF-16 or UTF-32
    return len(_CONTROL.findall(head)) > 0.01 * len(head) or b"\0\0" in head


def explain_other(head: bytes) -> str:
    """What a file is that can't be read, and what to do about it."""
    what = next((name for start, name in _BINARY if head.startswith(start)), None)
    if head.startswith(b"PK\x03\x04"):
        what = "a zip archive or a document of another program"
    said = f"It is {what}" if what else "It is not text, but some other kind of file"
    return f"{said}. Save the report as a web page, text, PDF or DOCX, and add that."
