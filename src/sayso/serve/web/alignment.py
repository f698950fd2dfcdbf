"""Two texts side by side: which paragraphs of one stand beside which of the other, by the words that both have."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.export.html import Child, Html, escape, join, tag
from sayso.export.report.text import find_paragraphs
from sayso.model import Document, Part, Span

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


def show_sides(ours: Document, theirs: Document, shared: Sequence[Shared], names: tuple[Child, Child]) -> Html:
    """The two texts in rows; where the screen is narrow, each paragraph above those beside it. `names` are the two's."""
    here = [(s.here, s.id) for s in shared]
    there = [(s.there, None) for s in shared]
    heads = [tag("p", name, class_="side head") for name in names]
    rows = [
        tag(
            "div",
            show_side(ours, Part.TEXT, [row.here] if row.here else [], here, names[0]),
            show_side(theirs, Part.TEXT, row.there, there, names[1]),
            class_="row",
        )
        for row in align_paragraphs(ours.text, theirs.text, shared)
    ]
    headlines = tag(
        "div",
        show_side(ours, Part.HEADLINE, [(0, len(ours.headline))], here, names[0]),
        show_side(theirs, Part.HEADLINE, [(0, len(theirs.headline))], there, names[1]),
        class_="row headlines",
    )
    return tag("div", tag("div", heads, class_="row heads"), headlines, rows, class_="sides")


def show_side(
    document: Document,
    part: Part,
    places: Sequence[Range],
    shared: Iterable[tuple[Span, str | None]],
    name: Child,
) -> Html:
    """One side of a row: some paragraphs with their shared words marked, under the name that a narrow screen needs."""
    spans = [(s.start, s.stop, i) for s, i in shared if s.part is part]
    language = document.language if document.language and document.language.isalpha() else None
    words = [tag("p", mark_shared(document.part(part), place, spans), lang=language) for place in places]
    return tag("div", tag("p", name, class_="whose") if words else None, words, class_="side" if words else "side none")


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
