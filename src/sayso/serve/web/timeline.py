"""The timeline drawn: documents above, a lane for each claim below. A list on the page says the same."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.catalogue.entries import DocumentEntry
from sayso.export.html import Html, join, tag
from sayso.export.report.quote import quote
from sayso.export.words import by_in_words, time_in_words
from sayso.model import Document, Status
from sayso.serve.web.axis import Axis, make_axis, to_time
from sayso.serve.web.hits import name_document
from sayso.serve.web.lanes import Lane, Lanes, Mark

WIDTH = 1140
"""Of the drawing, in its own units."""

LEFT = 390
"""Room for the words of the claims."""

LANE, TOP = 46, 62
"""Height of a lane, and of what stands above the first."""

LETTERS = 48
"""Characters of a claim's words that there is room for."""

NEAR = 13
"""Marks nearer than this stand at different heights."""


def draw_timeline(listed: Sequence[DocumentEntry], lanes: Lanes) -> Html | None:
    """The drawing of the documents of a page whose time is known, and of the claims; None where no time is."""
    dated = [e for e in listed if e.moment < float("inf")]
    if not dated:
        return None
    axis = make_axis(
        min(e.moment for e in dated), max(max(e.moment, e.over) for e in dated), left=LEFT, right=WIDTH - 16
    )
    height = TOP + LANE * len(lanes.lanes) + 8
    shown = [draw_lane(lane, n, axis, lanes.documents) for n, lane in enumerate(lanes.lanes)]
    return tag(
        "svg",
        tag("title", "Documents and claims in time", id="timeline-title"),
        tag("desc", "The list below says the same in words.", id="timeline-desc"),
        draw_axis(axis, height),
        draw_documents(dated, lanes.documents, axis),
        shown,
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        aria_labelledby="timeline-title timeline-desc",
        class_="timeline",
    )


def draw_axis(axis: Axis, height: int) -> Html:
    """The lines of the axis, with their times (UTC)."""
    days = dict.fromkeys(time_in_words(f"{to_time(m):%Y-%m-%d}") for m in (axis.start, axis.stop))
    ticks = [tag("text", f"{' to '.join(days)}, UTC", x=0, y=14, class_="beside")]
    for moment, words in axis.find_ticks():
        x = f"{axis.place(moment):.1f}"
        ticks += [
            tag("path", d=f"M{x} 20V{height}", class_="grid"),
            tag("text", words, x=x, y=14, text_anchor="middle", class_="beside"),
        ]
    return join(ticks)


def draw_documents(entries: Iterable[DocumentEntry], documents: Mapping[str, Document], axis: Axis) -> Html:
    """A box for each document, as wide as its time is known; crossed where it is corrected or retracted."""
    boxes = []
    for entry in entries:
        x, end = axis.place(entry.moment), axis.place(entry.over)
        document = documents.get(entry.document)
        name = name_document(document) if document else time_in_words(entry.published)
        is_marked = document is not None and document.status is not Status.LIVE
        status = f", {document.status}" if document and is_marked else ""
        boxes.append(
            tag(
                "g",
                tag("title", f"{name}{status}"),
                tag("rect", x=f"{x - 4:.1f}", y=32, width=f"{max(end - x, 0) + 8:.1f}", height=14),
                tag("path", d=f"M{x - 4:.1f} 30l8 18m0 -18l-8 18", class_="cross") if is_marked else None,
                class_="document",
            )
        )
    return join(tag("text", "Documents", x=0, y=44, class_="name"), boxes)


def draw_lane(lane: Lane, number: int, axis: Axis, documents: Mapping[str, Document]) -> Html:
    """One claim: its words with who said them, and a mark for each document that makes or denies it."""
    y = TOP + LANE * number + LANE // 2
    inside = [m for m in lane.marks if m.is_dated and m.over > axis.start and m.moment < axis.stop]
    placed = sorted(((axis.place((m.moment + min(m.over, axis.stop)) / 2), m) for m in inside), key=lambda p: p[0])
    places = [x for x, _ in placed]
    marks, height, last = [], 0, float("-inf")
    for x, mark in placed:
        height = 0 if x - last >= NEAR else {0: -9, -9: 9, 9: 0}[height]
        last = x
        marks.append(draw_mark(mark, x, y + height, axis, documents))
    before = any(m.is_dated and m.over <= axis.start for m in lane.marks)
    ends = (axis.left if before else places[0], places[-1]) if places else (axis.left, axis.left)
    return tag(
        "g",
        tag("path", d=f"M0 {y - LANE // 2}H{WIDTH}", class_="grid"),
        tag("text", quote(lane.claim.text, most=LETTERS), x=0, y=y - 3, class_="name"),
        tag("text", cut(f"{by_in_words(lane.claim)} {lane.claim.said_by}"), x=0, y=y + 13, class_="beside"),
        tag("path", d=f"M{ends[0]:.1f} {y}H{ends[1]:.1f}", class_="line") if places else None,
        marks,
    )


def draw_mark(mark: Mark, x: float, y: float, axis: Axis, documents: Mapping[str, Document]) -> Html:
    """Round where the document makes the claim, a diamond where it denies it, a triangle where it hardens it."""
    if mark.hardens:
        shape = tag("path", d=f"M{x:.1f} {y - 8}l8 14h-16z")
    elif mark.denies:
        shape = tag("path", d=f"M{x:.1f} {y - 7}l7 7l-7 7l-7 -7z")
    else:
        shape = tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=5)
    ring = tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=10, class_="ring") if mark.rests_on else None
    start, end = axis.place(mark.moment), axis.place(mark.over)
    known = tag("path", d=f"M{start:.1f} {y}H{end:.1f}", class_="known") if end - start > 3 else None
    crossed = (
        tag("path", d=f"M{x - 7:.1f} {y - 7}l14 14m0 -14l-14 14", class_="cross")
        if mark.status is not Status.LIVE
        else None
    )
    document = documents.get(mark.document)
    name = name_document(document) if document else "a document"
    title = tag("title", f"{name}: {say_mark(mark)}")
    return tag("g", title, known, ring, shape, crossed, class_="mark first" if mark.is_first else "mark")


def say_mark(mark: Mark) -> str:
    """What a document is to a claim, in words."""
    words = "denies it" if mark.denies else "makes it"
    parts = [f"{words}, the first seen in this collection" if mark.is_first else words]
    if mark.hardens:
        parts.append("hardens it: asserts what it rests on only as attributed or hedged")
    if mark.status is not Status.LIVE:
        parts.append(f"{mark.status} since")
    if mark.rests_on:
        parts.append("rests on a document that is corrected or retracted")
    return "; ".join(parts)


def cut(words: str) -> str:
    """Words as far as there is room for them."""
    return words if len(words) <= LETTERS + 6 else words[: LETTERS + 5].rstrip() + "…"


def show_legend() -> Html:
    """What the marks mean, each drawn."""
    drawn = (
        ('<circle cx="9" cy="9" r="5"/>', "mark", "makes the claim"),
        ('<path d="M9 2l7 7l-7 7l-7 -7z"/>', "mark", "denies it"),
        ('<path d="M9 2l8 14h-16z"/>', "mark", "hardens it"),
        ('<circle cx="9" cy="9" r="5"/>', "mark first", "filled: first seen in this collection"),
        (
            '<circle class="ring" cx="9" cy="9" r="8"/><circle cx="9" cy="9" r="4"/>',
            "mark",
            "in a dashed ring: rests on a corrected or retracted document",
        ),
        (
            '<circle cx="9" cy="9" r="5"/><path class="cross" d="M2 2l14 14m0 -14l-14 14"/>',
            "mark",
            "crossed: corrected or retracted itself",
        ),
    )
    return tag(
        "p",
        [
            tag(
                "span",
                tag(
                    "svg",
                    tag("g", Html(shape), class_=kind),
                    viewBox="0 0 18 18",
                    width=18,
                    height=18,
                    class_="timeline",
                    aria_hidden="true",
                ),
                f" {words} ",
            )
            for shape, kind, words in drawn
        ],
        class_="note legend",
    )
