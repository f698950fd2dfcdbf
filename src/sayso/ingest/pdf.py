"""PDF files with a text layer."""

import io
import re

import pypdf
from pypdf.errors import DependencyError

from sayso.errors import RejectedInput
from sayso.ingest.draft import Draft
from sayso.ingest.guard import guard_parser
from sayso.ingest.options import IngestOptions
from sayso.ingest.paragraphs import Paragraphs
from sayso.ingest.plain import make_plain_draft

_MAX_PAGES = 300
_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"(?<=[a-z])[-\u00ad]$")
# Lines shorter than this share of the page's usual line end a paragraph.
_SHORT_LINE = 0.75


# Letters that fonts draw as one sign, which no other text of the collection would match.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def read_pdf(data: bytes, input: str, options: IngestOptions) -> Draft:
    """A draft of a PDF: its lines put together to paragraphs again."""
    with guard_parser("The PDF", "Open it, print it to a new PDF, and add that."):
        try:
            pages = _read_pages(data, options)
        except DependencyError as error:
            reason = (
                "The PDF is encrypted in a way that can't be undone here. Open it, print it to a new PDF, and add that."
            )
            raise RejectedInput("decode", reason) from error
    if not any(c.isalnum() for page in pages for c in page):
        reason = "The PDF holds pictures of pages, but no text. Run text recognition (OCR) over it, and add the result."
        raise RejectedInput("extract", reason)
    return make_plain_draft(join_lines(pages), input, media_type="application/pdf")


def _read_pages(data: bytes, options: IngestOptions) -> list[str]:
    """The text layer of every page."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise RejectedInput("decode", "The PDF is locked with a password. Save it without one, and add that.")
    if len(reader.pages) > _MAX_PAGES:
        raise RejectedInput("size", f"It has {len(reader.pages)} pages; more than {_MAX_PAGES} are no news report.")
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text().translate(_LIGATURES))
        if sum(map(len, pages)) > options.max_bytes:
            raise RejectedInput("size", f"Its text is longer than {options.max_bytes:,} characters.")
    return pages


def join_lines(pages: list[str]) -> str:
    """Paragraphs from the lines of pages.

    A paragraph ends at a blank line, at a line that is clearly short and ends a sentence, and at a short line before
    the first long one (title, byline).
    """
    paragraphs = Paragraphs()
    open_lines: list[str] = []
    for page in pages:
        lines = [line.strip() for line in page.split("\n")]
        lengths = sorted(len(line) for line in lines if line)
        usual = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0
        while lines and (not lines[-1] or _PAGE_NUMBER.fullmatch(lines[-1])):
            lines.pop()
        for line in lines:
            is_short = len(line) < _SHORT_LINE * usual
            if line:
                open_lines.append(line)
            is_title = is_short and len(open_lines) == 1
            if open_lines and (not line or (is_short and (_END.search(line) or is_title))):
                paragraphs.add(_join(open_lines))
                open_lines = []
    paragraphs.add(_join(open_lines))
    return paragraphs.text


def _join(lines: list[str]) -> str:
    text = ""
    for line in lines:
        if _BROKEN_WORD.search(text) and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
