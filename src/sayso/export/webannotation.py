"""Statements and sources as W3C Web Annotations: each names its words twice, by quotation and by position.

A target's source is the text as sayso read it (`urn:sayso:document:ID:text` or `:headline`); positions count its code points.
Where the document has an address of the web, a second target quotes the same words on that page, without a position:
what a page shows beside an article would shift it.
"""

from collections.abc import Iterator
from typing import Any

from sayso.export.contents import Contents
from sayso.export.file import File
from sayso.export.html import is_web_address
from sayso.export.steering import to_json_line
from sayso.export.words import interval_in_words
from sayso.link.chains import chain_in_words, link_in_words
from sayso.model import Document, Kind, Polarity, Span, Statement, Status

AROUND = 32
"""Characters of the words before and after that a quotation is found by."""

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def make_webannotation(contents: Contents) -> Iterator[File]:
    """One file with a collection of annotations."""
    yield File("", _write(contents))


def _write(contents: Contents) -> Iterator[bytes]:
    total = sum(1 for _ in find_annotations(contents))
    head = {"@context": _CONTEXT, "id": "urn:sayso:annotations", "type": "AnnotationCollection", "total": total}
    page = {"id": "urn:sayso:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    label = f"On whose word: {contents.title}"
    opening = to_json_line({**head, "label": label, "first": page})
    yield f'{opening[:-2]}, "items": [\n'.encode()
    for n, annotation in enumerate(find_annotations(contents)):
        yield f"{',' if n else ''}{to_json_line(annotation)}\n".encode()
    yield b"]}}\n"


def find_annotations(contents: Contents) -> Iterator[dict[str, Any]]:
    """For each statement, one on its words and one on the words of each link of its chain."""
    for statement in contents.statements.values():
        document = contents.documents[statement.document]
        yield annotate_statement(statement, document, contents)
        for n, link in enumerate(statement.chain):
            if link.mention:
                name = link_in_words(link)
                said = f"{name} ({link.kind}): {link.reason}" if link.reason else f"{name} ({link.kind})"
                yield {
                    "id": f"urn:sayso:statement:{statement.id}:link:{n}",
                    "type": "Annotation",
                    "motivation": "identifying",
                    "body": [_say(said, "identifying")],
                    "target": list(find_targets(document, link.mention)),
                }


def annotate_statement(statement: Statement, document: Document, contents: Contents) -> dict[str, Any]:
    """A statement's words, with who says them, how far the document commits itself, and the claim's interval."""
    stance = "Denied, on" if statement.polarity is Polarity.DENIED else "On"
    body = [_say(f"{stance} the word of: {chain_in_words(statement.chain)}", "describing")]
    body += [_say(str(statement.certainty), "classifying")]
    if document.status is not Status.LIVE:
        body += [_say(f"The document is marked {document.status}", "commenting")]
    if claim := contents.claim_of.get(statement.id):
        verb = "Denies" if statement.id in claim.denials else "Affirms"
        body += [_say(f"{verb} claim {claim.id}: {interval_in_words(claim)}", "linking")]
    if any(k.kind is Kind.ANONYMOUS or not k.name for k in statement.chain):
        body += [_say("Who is meant is undetermined or not identified", "commenting")]
    return {
        "id": f"urn:sayso:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": [t for span in statement.spans for t in find_targets(document, span)],
    }


def _say(words: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": purpose}


def find_targets(document: Document, span: Span) -> Iterator[dict[str, Any]]:
    """Where some words stand: in the text as it was read, and on its page."""
    text = document.part(span.part)
    quotation = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.stop],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.stop : span.stop + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.stop}
    source = f"urn:sayso:document:{document.id}:{span.part}"
    yield {"type": "SpecificResource", "source": source, "selector": [quotation, position]}
    if is_web_address(document.url):
        yield {"type": "SpecificResource", "source": document.url, "selector": quotation}
