"""Word documents (DOCX)."""

import io
import zipfile

import docx
from docx.table import Table

from sayso.errors import RejectedInput
from sayso.ingest.draft import Draft
from sayso.ingest.guard import guard_parser
from sayso.ingest.options import IngestOptions
from sayso.ingest.paragraphs import Paragraphs
from sayso.ingest.plain import make_plain_draft

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, input: str, options: IngestOptions) -> Draft:
    """A draft of a Word document: paragraphs and tables in order; its title style gives the headline."""
    with guard_parser("The Word document", "Open it, save it again, and add that."):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > 4 * options.max_bytes:
            raise RejectedInput("size", f"Unpacked it would fill {size:,} bytes, more than the limit allows.")
        document = docx.Document(io.BytesIO(data))
        paragraphs = Paragraphs()
        title = ""
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                rows = ([cell.text.strip() for cell in row.cells] for row in block.rows)
                paragraphs.add("\n".join(" | ".join(dict.fromkeys(c for c in row if c)) for row in rows))
                continue
            style = (block.style.name or "") if block.style is not None else ""
            if style == "Title" and not title:
                title = " ".join(block.text.split())
            paragraphs.add(block.text, is_heading=style.startswith(("Heading", "Title", "Subtitle")))
    draft = make_plain_draft(paragraphs.text, input, media_type=MEDIA_TYPE)
    draft.headline = title or draft.headline
    draft.furniture = paragraphs.headings
    return draft
