"""Word documents (DOCX)."""

import io
import zipfile

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from sayso.errors import RejectedInput
from sayso.ingest.draft import Draft
from sayso.ingest.guard import guard_parser
from sayso.ingest.options import IngestOptions
from sayso.ingest.paragraphs import Paragraphs
from sayso.ingest.plain import make_plain_draft

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Paragraphs and tables, also those inside content controls; not text boxes, which Word holds twice.
_BLOCKS = " | ".join(f".//w:{tag}[not(ancestor::w:tbl or ancestor::w:txbxContent)]" for tag in ("p", "tbl"))
_DROPPED = frozenset(qn(tag) for tag in ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr"))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


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
        for block in document.element.body.xpath(_BLOCKS):
            if block.tag == qn("w:tbl"):
                rows = (
                    [" ".join(write_words(cell).split()) for cell in row.xpath("./w:tc")]
                    for row in block.xpath("./w:tr")
                )
                paragraphs.add("\n".join(" | ".join(cell for cell in row if cell) for row in rows))
                continue
            words = write_words(block)
            found = Paragraph(block, document).style
            style = (found.name or "") if found is not None else ""
            if style == "Title" and not title:
                title = " ".join(words.split())
            paragraphs.add(words, is_heading=style.startswith(("Heading", "Title", "Subtitle")))
    draft = make_plain_draft(paragraphs.text, input, media_type=MEDIA_TYPE)
    draft.headline = title or draft.headline
    draft.furniture = paragraphs.headings
    return draft


def write_words(element: BaseOxmlElement) -> str:
    """The words of a paragraph or cell as they read once all tracked changes are accepted."""
    pieces: list[str] = []
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == qn("w:t"):
            pieces.append(child.text or "")
        else:
            pieces.append(_SIGNS.get(child.tag) or write_words(child) + ("\n" if child.tag == qn("w:p") else ""))
    return "".join(pieces)
