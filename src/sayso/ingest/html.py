"""Web pages: the article's text, and what the page says of it."""

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement

from sayso.errors import RejectedInput
from sayso.ingest.decode import decode_html
from sayso.ingest.draft import Draft
from sayso.ingest.guard import guard_parser
from sayso.ingest.pagedata import PageData, clean_words
from sayso.ingest.paragraphs import Paragraphs
from sayso.model import Furniture

_MIN_WORDS = 8


def read_html(data: bytes, input: str, *, url: str | None = None, declared: str | None = None) -> Draft:
    """A draft of a web page."""
    return make_html_draft(decode_html(data, declared), input, url=url)


def make_html_draft(page: str, input: str, *, url: str | None = None) -> Draft:
    """A draft of a page's decoded markup."""
    tree = parse_html(page)
    with guard_parser("The page's markup", "Save the page again."):
        return _make_draft(tree, page, input, url)


def _make_draft(tree: HtmlElement, page: str, input: str, url: str | None) -> Draft:
    facts = PageData(tree=tree, markup=page, given_url=url)
    text, headings = extract_text(tree)
    if len(text.split()) < _MIN_WORDS:
        reason = "No article text was found on the page: it may be a front page, a video, or drawn by a script. "
        raise RejectedInput("extract", reason + "Open the report itself in a browser, save it, and add that file.")
    published, published_from = facts.published
    return Draft(
        input=input,
        text=text,
        headline=facts.headline,
        url=url or facts.saved_from,
        canonical_url=facts.canonical_url,
        outlet=facts.outlet,
        outlet_from="metadata" if facts.outlet else None,
        published=published,
        published_from=published_from,
        byline=facts.byline,
        media_type="text/html",
        furniture=headings,
    )


def parse_html(page: str) -> HtmlElement:
    """The tree of a page's markup; `RejectedInput` where there is none."""
    with guard_parser("The page's markup", "Save the page again."):
        tree = trafilatura.load_html(page)
    if tree is None:
        raise RejectedInput("decode", "There is no web page in it. Check that it was saved completely.")
    return tree


def extract_text(tree: HtmlElement) -> tuple[str, tuple[Furniture, ...]]:
    """The article's paragraphs, separated by blank lines, and the section headings among them."""
    with guard_parser("The page's markup", "Save the page again."):
        found = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    if found is None or isinstance(found, dict) or found.body is None:
        return "", ()
    paragraphs = Paragraphs()
    for element in _find_parts(found.body):
        paragraphs.add(write_part(element), is_heading=element.tag == "head")
    return paragraphs.text, paragraphs.headings


def _find_parts(body: _Element) -> list[_Element]:
    parts: list[_Element] = []
    for child in body:
        if child.tag == "div" and len(child):
            parts.extend(_find_parts(child))
        else:
            parts.append(child)
    return parts


def write_part(element: _Element) -> str:
    """A paragraph, list or table of the extracted body as lines of text."""
    if element.tag == "list":
        lines = [clean_words("".join(item.itertext())) for item in element.iter("item")]
    elif element.tag == "table":
        rows = ([clean_words("".join(cell.itertext())) for cell in row.iter("cell")] for row in element.iter("row"))
        lines = [" | ".join(cell for cell in row if cell) for row in rows]
    else:
        pieces: list[str] = [element.text or ""]
        for child in element.iterdescendants():
            if child.tag in ("lb", "p", "quote", "item", "row"):
                pieces.append("\n")
            pieces.extend((child.text or "", child.tail or ""))
        lines = [clean_words(line) for line in "".join(pieces).split("\n")]
        if element.tail and element.tail.strip():
            lines.append(clean_words(element.tail))
    return "\n".join(line for line in lines if line)
