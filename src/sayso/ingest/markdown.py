"""Markdown files: their text without the marks, headings marked, fields from a header where there is one."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.ingest.address import is_address
from sayso.ingest.decode import decode_text, normalise_lines
from sayso.ingest.draft import Draft
from sayso.ingest.guard import guard_parser
from sayso.ingest.paragraphs import Paragraphs, write_fragment
from sayso.ingest.plain import make_plain_draft
from sayso.ingest.times import to_iso

_HEADER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_ -]+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def read_markdown(data: bytes, input: str) -> Draft:
    """A draft of a Markdown file."""
    source = normalise_lines(decode_text(data))
    header = _HEADER.match(source)
    fields = {k.strip().lower(): v.strip("\"'") for k, v in _FIELD.findall(header[1])} if header else {}
    paragraphs = Paragraphs()
    title = ""
    with guard_parser("The Markdown file", "Save it as plain text."):
        tokens = MarkdownIt("commonmark").enable("table").parse(source[header.end() :] if header else source)
    for place, token in enumerate(tokens):
        before = tokens[place - 1]
        if token.type == "inline":
            is_heading = before.type == "heading_open"
            if is_heading and not title and before.tag == "h1":
                title = " ".join(_write_inline(token).split())
            paragraphs.add(_write_inline(token), is_heading=is_heading)
        elif token.type in ("code_block", "fence"):
            paragraphs.add(token.content)
        elif token.type == "html_block" and (markup := _COMMENT.sub("", token.content)).strip():
            paragraphs.add(write_fragment(markup))
    draft = make_plain_draft(paragraphs.text, input, media_type="text/markdown")
    draft.furniture = paragraphs.headings
    draft.headline = fields.get("title") or title or draft.headline
    draft.byline = fields.get("author") or fields.get("byline") or draft.byline
    draft.outlet = fields.get("outlet") or fields.get("publisher") or None
    address = fields.get("url") or fields.get("source") or ""
    draft.url = address if is_address(address) else draft.url
    draft.published = to_iso(fields.get("published") or fields.get("date") or "")
    draft.published_from = "given" if draft.published else None
    return draft


def _write_inline(token: Token) -> str:
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak":
            pieces.append("\n")
    return "".join(pieces)
