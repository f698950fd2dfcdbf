"""Plain text as saved from pages: what its lines say of headline and byline."""

import re

from sayso.errors import RejectedInput
from sayso.ingest.address import is_address
from sayso.ingest.dateline import find_dateline
from sayso.ingest.decode import decode_text, normalise_lines
from sayso.ingest.draft import Draft
from sayso.ingest.furniture import find_furniture
from sayso.ingest.lines import Line, Zone, find_lines
from sayso.model import FurnitureKind

_BYLINE = re.compile(
    r"^(?:[Bb]y|BY):?\s+(?P<name>[A-Z][\w.'’-]*(?:(?:,? (?:and|&) |, | )[A-Z][\w.'’-]*){0,7})\s*(?:\|.*)?$"
)
_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_PICTURE = re.compile(r"\b(?:photo|image|picture|photograph)s?\s*[:©/]", re.IGNORECASE)
_START = re.compile(r"(?!https?:|www\.)(?:[^\W_a-z]|[^\x00-\x7f])|[\"'“‘#$£€(\[]")
_MAX_HEADLINE_WORDS = 25


def read_plain(data: bytes, input: str, *, declared: str | None = None) -> Draft:
    """A draft of a plain-text file: its text uncut, line ends made one."""
    return make_plain_draft(normalise_lines(decode_text(data, declared)), input)


def make_plain_draft(text: str, input: str, *, media_type: str = "text/plain") -> Draft:
    """A draft of a text whose headline, byline and address stand among its lines."""
    lines = find_lines(text)
    if not lines:
        raise RejectedInput("extract", "The file is empty. Check that it was saved completely.")
    url = lines[0].text if is_address(lines[0].text) and " " not in lines[0].text else None
    rest = lines[1:] if url else lines
    return Draft(
        input=input, text=text, headline=find_headline(rest), byline=find_byline(rest), url=url, media_type=media_type
    )


def find_headline(lines: list[Line]) -> str:
    """The headline: a line above the body that is repeated or reads as a title; empty where none is sure."""
    if len(lines) < 2:
        return ""
    top = [line for line in lines if line.zone is Zone.TOP and _START.match(line.text)][:6]
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.text] = counts.get(line.text, 0) + 1
    for line in top:
        if counts[line.text] > 1 and line.words >= 3:
            return line.text
    first = lines[0]
    for line in lines[1:6]:  # a first line that runs title and text together, with the title by itself below
        if 3 <= line.words <= _MAX_HEADLINE_WORDS and first.text != line.text and first.text.startswith(line.text):
            return line.text
    if not top or top[0] is not first:
        return ""
    has_body = any(line.zone is Zone.BODY and line.is_prose for line in lines[1:])
    is_title = 3 <= first.words <= _MAX_HEADLINE_WORDS and not _END.search(first.text)
    is_furniture = _PICTURE.search(first.text) is not None or any(
        mark.span.start == 0 and mark.kind is not FurnitureKind.HEADING for mark in find_furniture("", first.text, None)
    )
    return first.text if has_body and is_title and not is_furniture and find_dateline(first.text) is None else ""


def find_byline(lines: list[Line]) -> str | None:
    """The name in a line `by NAME` or `By NAME |` above the body or below it."""
    for line in lines:
        if line.zone is not Zone.BODY and (match := _BYLINE.match(line.text)) is not None:
            return match["name"]
    return None
