"""Documents with their names marked in the text: <P Lena Orr>, <O Tarn Mines Board>, <L Skerry>, <N Kenyan>.

A plus (<P+ Lena Orr>) makes the name the source of a statement too; <P+Lena Orr|the director> gives a link that
resolves to a name and is mentioned in other words.
"""

import re

from sayso.model import Document, Kind, Link, Name, Part, Polarity, Reading, Span, Statement, statement_id
from tests.factories import make_document, outlet

_MARK = re.compile(r"<([PONL])(\+?)\s?([^<>|]+)(?:\|([^<>|]+))?>")
_TYPES = {"P": "Person", "O": "Organization", "L": "Location", "N": "NORP"}
_KINDS = {"P": Kind.PERSON, "O": Kind.ORGANISATION}


def read_marked(marked: str, *, outlet_name: str = "Harbor Daily") -> tuple[Document, Reading]:
    """The document without its marks, and a reading with the names and links that they mark."""
    text, names, links, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words = mark[4] or mark[3]
        span = Span(part=Part.TEXT, start=len(text), stop=len(text) + len(words))
        if mark[4] is None:
            names.append(Name(span=span, type=_TYPES[mark[1]]))
        if mark[2]:
            links.append(Link(kind=_KINDS[mark[1]], name=mark[3], mention=span))
        text += words
        at = mark.end()
    text += marked[at:]
    document = make_document(text=text, headline="", outlet=outlet_name, url=None)
    statements = tuple(make_credited(document, link) for link in links)
    return document, Reading(document=document.id, reader="marked", statements=statements, names=tuple(names))


def make_credited(document: Document, link: Link) -> Statement:
    """A statement of the whole text on a link's word."""
    spans = (Span(part=Part.TEXT, start=0, stop=len(document.text)),)
    chain = (outlet(document.outlet), link)
    return Statement(
        id=statement_id(document=document.id, spans=spans, chain=chain, polarity=Polarity.AFFIRMED),
        document=document.id,
        spans=spans,
        text=document.text,
        chain=chain,
    )
