"""What is marked in a document's words, and those words with their marks."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.export.html import Html, escape, join, tag
from sayso.export.report.material import Material
from sayso.export.report.repeats import Repeat
from sayso.model import Document, Part, Span

KINDS = ("furniture", "reused", "content", "source", "cue")
"""What may be marked; where marks overlap, an earlier one goes around a later one."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Mark:
    """Words that are marked."""

    start: int
    stop: int
    kind: str
    statement: str | None = None
    """Id of the statement whose content begins here."""
    repeat: Repeat | None = None
    """The passage that begins here."""
    title: str | None = None


def find_marks(document: Document, repeats: Iterable[Repeat], material: Material) -> dict[Part, Sequence[Mark]]:
    """All marks of a document, by part and place."""
    found: dict[Part, list[Mark]] = {part: [] for part in Part}
    for span, mark in _find_all(document, repeats, material):
        found[span.part].append(dataclasses.replace(mark, start=find_start(document, span)))
    return {
        part: sorted(marks, key=lambda m: (m.start, -m.stop, KINDS.index(m.kind), m.statement or ""))
        for part, marks in found.items()
    }


def find_start(document: Document, span: Span) -> int:
    """The first code point at a span that isn't a space or a line end; its stop where all are."""
    words = document.words(span)
    return span.start + len(words) - len(words.lstrip())


def _find_all(document: Document, repeats: Iterable[Repeat], material: Material) -> Iterator[tuple[Span, Mark]]:
    reading = material.readings[document.id]
    seen: set[tuple[Span, str]] = set()
    for statement in reading.statements:
        for n, span in enumerate(statement.spans):
            yield span, _make(span, "content", statement=None if n else statement.id)
        mentions = [(k.mention, "source") for k in statement.chain]
        for place, kind in (*mentions, (statement.cue, "cue")):
            if place and (place, kind) not in seen:
                seen.add((place, kind))
                yield place, _make(place, kind)
    for furniture in reading.furniture:
        title = f"page furniture ({furniture.kind}): {furniture.reason}"
        yield furniture.span, _make(furniture.span, "furniture", title=title)
    for repeat in repeats:
        yield repeat.here, _make(repeat.here, "reused", repeat=repeat)


def _make(
    span: Span, kind: str, *, statement: str | None = None, repeat: Repeat | None = None, title: str | None = None
) -> Mark:
    return Mark(start=span.start, stop=span.stop, kind=kind, statement=statement, repeat=repeat, title=title)


def mark_words(
    document: Document, part: Part, place: tuple[int, int], marks: Iterable[Mark], material: Material
) -> Html:
    """A stretch of a document with its marks. A mark that others cross is cut where they begin or end."""
    start, stop = place
    text = document.part(part)
    inside = [m for m in marks if max(m.start, start) < min(m.stop, stop)]
    edges = sorted({start, stop, *(e for m in inside for e in (m.start, m.stop) if start < e < stop)})
    pieces: list[Html] = []
    for here, there in pairwise(edges):
        covering = [m for m in inside if m.start <= here and there <= m.stop]
        labels = [make_label(m, material, is_first=m.start == here) for m in covering if here in (start, m.start)]
        pieces.append(join(labels, wrap_words(text[here:there], covering, (here, there))))
    return join(pieces)


def wrap_words(words: str, marks: Sequence[Mark], place: tuple[int, int]) -> Html:
    """Words inside one element for each kind of mark."""
    shown = escape(words)
    for kind in reversed(KINDS):
        mark = next((m for m in marks if m.kind == kind), None)
        if mark and kind == "furniture":
            opening = "[" if mark.start == place[0] else ""
            closing = "]" if mark.stop == place[1] else ""
            shown = tag("span", opening, shown, closing, class_=kind, title=mark.title)
        elif mark:
            shown = tag("mark", shown, class_=kind)
    return shown


def make_label(mark: Mark, material: Material, *, is_first: bool) -> Html | None:
    """The number or letter at the beginning of marked words, which leads to their note.

    Links lead to the first one; where the words go on in another paragraph it is shown again.
    """
    if mark.repeat:
        label, note, own = mark.repeat.label, f"#r-{mark.repeat.id}", f"p-{mark.repeat.id}"
    elif mark.statement:
        label, note, own = f"{material.numbers[mark.statement]}", f"#n-{mark.statement}", f"s-{mark.statement}"
    else:
        return None
    return tag(
        "sup", tag("a", label, href=note, aria_label=f"note {label}"), class_="label", id=own if is_first else None
    )
