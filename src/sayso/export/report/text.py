"""The third section: each document as it reads, with sources, cues and contents marked, and a note on each statement."""

import re
from collections.abc import Iterable

from sayso.export.html import Html, join, link, tag
from sayso.export.report.marks import find_marks, mark_words
from sayso.export.report.material import Material
from sayso.export.report.notes import show_notes
from sayso.export.report.repeats import find_repeats
from sayso.export.words import say_count, time_in_words
from sayso.model import Document, Part, Status


def show_texts(material: Material) -> Html:
    """The section."""
    left_out = len(material.documents) - len(material.texts)
    more = (
        f"{say_count(left_out, 'document is', 'documents are')} not shown here, to keep the page readable: `sayso show` "
        "prints any of them."
    )
    return tag(
        "section",
        tag("h2", "The texts"),
        tag("p", "Each document as it was read in. ", show_legend(), class_="note legend"),
        tag("p", more, class_="note") if left_out else None,
        [show_text(d, material) for d in material.texts],
        id="texts",
    )


def show_legend() -> Html:
    """What the marks mean, each drawn as it is in the texts."""
    return join(
        "Marked: ",
        tag("mark", "who is credited", class_="source"),
        " (bold, double line), ",
        tag("mark", "the words that credit", class_="cue"),
        " (slanted, dotted line), ",
        tag("mark", "what is said", class_="content"),
        " (plain line, with the number of its note), ",
        tag("mark", "words that another document has too", class_="reused"),
        " (line above, with a letter), ",
        tag("span", "page furniture", class_="furniture"),
        " (small, in brackets).",
    )


def show_text(document: Document, material: Material) -> Html:
    """One document with its marks and notes."""
    repeats = find_repeats(document, material)
    marks = find_marks(document, repeats, material)
    language = document.language if re.fullmatch("[a-z]{2}", document.language or "") else None
    whole = (0, len(document.headline))
    headline = mark_words(document, Part.HEADLINE, whole, marks[Part.HEADLINE], material)
    paragraphs = [
        tag(
            "div",
            tag("p", mark_words(document, Part.TEXT, place, marks[Part.TEXT], material)),
            show_notes(document, Part.TEXT, place, repeats, material),
            class_="paragraph",
        )
        for place in find_paragraphs(document.text)
    ]
    return tag(
        "article",
        tag(
            "header",
            tag("p", document.outlet or "Unknown outlet", class_="outlet"),
            tag("h3", headline, lang=language) if document.headline.strip() else tag("h3", "No headline"),
            tag("p", describe(document), class_="meta"),
        ),
        show_notes(document, Part.HEADLINE, whole, repeats, material),
        tag("div", paragraphs, lang=language, class_="body"),
        None if paragraphs else tag("p", "It has no text.", class_="note"),
        tag("p", tag("a", "Back to the claims", href="#claims"), class_="back"),
        class_="text",
        id=f"d-{document.id}",
    )


def describe(document: Document) -> Html:
    """What is known of a document beside its headline."""
    parts: list[Html | str] = [time_in_words(document.published)]
    if document.byline:
        parts.append(document.byline)
    if document.status is not Status.LIVE:
        parts.append(tag("strong", f"marked {document.status}, taken from: {document.status_from or 'given'}"))
    if document.outlet and document.outlet_from not in (None, "given"):
        parts.append(f"outlet taken from: {document.outlet_from}")
    if document.published and document.published_from == "a person":
        parts.append("time set by a person")
    if document.url:
        parts.append(link(document.url, document.url))
    return join([[" · " if n else "", part] for n, part in enumerate(parts)])


def find_paragraphs(text: str) -> Iterable[tuple[int, int]]:
    """Where the lines of a text stand, empty ones left out."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1
