"""A text put together from a document's blocks, with the places of its headings."""

import lxml.html
from lxml.html import HtmlElement

from sayso.ingest.decode import normalise_lines, replace_unstorable
from sayso.model import Furniture, FurnitureKind, Part, Span

_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "section",
     "article", "figure", "figcaption", "header", "footer", "dl", "dt", "dd", "hr")
)  # fmt: skip
_HIDDEN = frozenset(("script", "style", "iframe", "noscript", "svg", "form", "button"))


class Paragraphs:
    """Blocks in order, separated by blank lines."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._headings: list[Furniture] = []

    def add(self, words: str, *, is_heading: bool = False) -> None:
        """Append a block; empty ones are left out."""
        lines = (" ".join(line.split()) for line in normalise_lines(replace_unstorable(words)).split("\n"))
        block = "\n".join(line for line in lines if line)
        if not block:
            return
        start = self._size + 2 if self._parts else 0
        self._size = start + len(block)
        self._parts.append(block)
        if is_heading:
            span = Span(part=Part.TEXT, start=start, stop=self._size)
            reason = "a heading in the document's markup"
            self._headings.append(Furniture(span=span, kind=FurnitureKind.HEADING, reason=reason))

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n\n".join(self._parts)

    @property
    def headings(self) -> tuple[Furniture, ...]:
        """The blocks that were headings, marked."""
        return tuple(self._headings)


def write_fragment(markup: str) -> str:
    """The text of a piece of HTML, such as a feed's item: its blocks separated by blank lines."""
    if "<" not in markup and "&" not in markup:
        return "\n\n".join(part.strip() for part in normalise_lines(markup).split("\n\n")).strip()
    markup = replace_unstorable(markup).replace("\ufffd", " ")
    tree: HtmlElement = lxml.html.fragment_fromstring(markup, create_parent="div")  # type: ignore[no-untyped-call]
    paragraphs = Paragraphs()
    words: list[str] = []
    for piece in _find_pieces(tree):
        if piece is None:
            paragraphs.add("".join(words))
            words.clear()
        else:
            words.append(piece)
    paragraphs.add("".join(words))
    return paragraphs.text


def _find_pieces(root: HtmlElement) -> list[str | None]:
    """The words of a tree in order, None at the edges of blocks; without recursion, since markup may nest deep."""
    pieces: list[str | None] = []
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, is_done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if is_done:
            if tag in _BLOCKS:
                pieces.append(None)
            if element is not root and element.tail:
                pieces.append(" ".join(element.tail.split("\n")))
            continue
        stack.append((element, True))
        if tag in _BLOCKS:
            pieces.append(None)
        if tag == "br":
            pieces.append("\n")
        if not tag or tag in _HIDDEN:
            continue
        if element.text:
            pieces.append(" ".join(element.text.split("\n")))
        stack.extend((child, False) for child in reversed(element))
    return pieces
