"""Two texts side by side: which paragraphs of one stand beside which of the other, by the words that both have."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.export.html import Child, Html, escape, join, tag
from sayso.export.report.text import find_paragraphs
from sayso.model import Document, Part, Reading, Span

Range = tuple[int, int]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shared:
    """Words of one document that another has too, aligned."""

    id: str
    """The passage's own on the page of the one document."""
    here: Span
    there: Span


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """Paragraphs that stand beside one another; one side may have none."""

    here: Range | None
    there: tuple[Range, ...] = ()


def align_paragraphs(here: str, there: str, shared: Iterable[Shared]) -> list[Row]:
    """The paragraphs of two texts in the order of the first, each of them once.

    A paragraph of the second stands beside the one that it has most words from; one without such words follows the paragraph
    that it follows in its own text.
    """
    ours, theirs = list(find_paragraphs(here)), list(find_paragraphs(there))
    beside = find_beside(ours, theirs, [s for s in shared if s.here.part is s.there.part is Part.TEXT])
    held: dict[int, list[int]] = {}
    alone: dict[int | None, list[int]] = {}
    before: int | None = None
    for n in range(len(theirs)):
        if n in beside:
            held.setdefault(beside[n], []).append(n)
            before = beside[n]
        else:
            alone.setdefault(before, []).append(n)
    rows = [Row(here=None, there=(theirs[n],)) for n in alone.get(None, ())]
    for m, paragraph in enumerate(ours):
        rows.append(Row(here=paragraph, there=tuple(theirs[n] for n in held.get(m, ()))))
        rows += [Row(here=None, there=(theirs[n],)) for n in alone.get(m, ())]
    return rows


def find_beside(ours: Sequence[Range], theirs: Sequence[Range], shared: Iterable[Shared]) -> dict[int, int]:
    """Number of a paragraph of the second text → that of the first which it has most characters from."""
    counts: dict[int, dict[int, float]] = {}
    starts, stops = [p[0] for p in ours], [p[1] for p in theirs]
    for passage in shared:
        here, there = passage.here, passage.there
        scale = (there.stop - there.start) / max(1, here.stop - here.start)
        m = max(0, bisect_left(starts, here.start + 1) - 1)
        while m < len(ours) and ours[m][0] < here.stop:
            start, stop = max(ours[m][0], here.start), min(ours[m][1], here.stop)
            # the words are nearly the same, so a place in the one passage is about as far on in the other
            first, last = (there.start + (x - here.start) * scale for x in (start, stop))
            n = bisect_left(stops, first)
            while n < len(theirs) and theirs[n][0] < last:
                both = min(theirs[n][1], last) - max(theirs[n][0], first)
                if both > 0:
                    found = counts.setdefault(n, {})
                    found[m] = found.get(m, 0.0) + both
                n += 1
            m += 1
    return {n: min(found, key=lambda m: (-found[m], m)) for n, found in counts.items()}


def show_sides(
    documents: tuple[Document, Document],
    readings: tuple[Reading, Reading],
    shared: Sequence[Shared],
    names: tuple[Child, Child],
) -> Html:
    """The two texts in rows; where the screen is narrow, each paragraph above those beside it. `names` are the two's."""
    sides = [
        Side(document=documents[0], reading=readings[0], name=names[0], shared=[(s.here, s.id) for s in shared]),
        Side(document=documents[1], reading=readings[1], name=names[1], shared=[(s.there, None) for s in shared]),
    ]
    heads = [tag("p", name, class_="side head") for name in names]
    rows = [
        tag(
            "div",
            sides[0].show(Part.TEXT, [row.here] if row.here else []),
            sides[1].show(Part.TEXT, row.there),
            class_="row",
        )
        for row in align_paragraphs(documents[0].text, documents[1].text, shared)
    ]
    headlines = [s.show(Part.HEADLINE, [(0, len(s.document.headline))]) for s in sides]
    return tag(
        "div",
        tag("div", heads, class_="row heads"),
        tag("div", headlines, class_="row headlines"),
        rows,
        class_="sides",
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class Side:
    """One of two texts, with what is marked in it."""

    document: Document
    reading: Reading
    name: Child
    shared: Sequence[tuple[Span, str | None]]
    """Words that the other has too, and the id of the passage on this page."""

    def show(self, part: Part, places: Sequence[Range]) -> Html:
        """Some paragraphs, under the name that a narrow screen needs; page furniture greyed."""
        text = self.document.part(part)
        spans = [(s.start, s.stop, i) for s, i in self.shared if s.part is part]
        furniture = [f.span for f in self.reading.furniture if f.span.part is part]
        language = find_language(self.document)
        words = []
        for start, stop in places:
            is_furniture = any(f.start <= start and stop <= f.stop for f in furniture)
            marked = mark_shared(text, (start, stop), spans)
            shown = tag("span", "[", marked, "]", class_="furniture") if is_furniture else marked
            words.append(tag("p", shown, lang=language))
        name = tag("p", self.name, class_="whose") if words else None
        return tag("div", name, words, class_="side" if words else "side none")


def find_language(document: Document) -> str | None:
    """The language of a document's words as a page says it; None where it isn't known."""
    language = document.language or ""
    return language if len(language) == 2 and language.isascii() and language.isalpha() else None


def mark_shared(text: str, place: Range, spans: Iterable[tuple[int, int, str | None]]) -> Html:
    """A stretch of a text with its shared words marked; a passage that begins here has its id."""
    start, stop = place
    pieces: list[Html] = []
    at = start
    for first, last, name in sorted(spans, key=lambda s: s[:2]):
        if max(first, at) >= min(last, stop):
            continue
        pieces.append(escape(text[at : max(first, at)]))
        own = f"p-{name}" if name and first >= start else None
        pieces.append(tag("mark", text[max(first, at) : min(last, stop)], class_="reused", id=own))
        at = min(last, stop)
    return join(pieces, text[at:stop])
