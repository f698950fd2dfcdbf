"""Claims by how many documents make them and by how many distinct identified origins they have, as a plot."""

import dataclasses
import math
from collections.abc import Iterable, Sequence

from sayso.catalogue.entries import Point
from sayso.export.html import Html, details, join, tag
from sayso.export.report.addresses import SITE
from sayso.export.words import say_count

WIDTH, HEIGHT = 460, 300
"""Of the drawing, in its own units."""

LEFT, RIGHT, TOP, BOTTOM = 46, 14, 14, 44
"""Room around it, for the numbers of the axes."""

EDGES = (1, 2, 3, 4, 5, 6, 8, 11, 16, 26, 51, 101)
"""Where the columns of documents begin: one each while there are few, then wider, so that a large collection fits too."""

LEVELS = (0, 1, 2, 3, 4, 5, 6, 8, 11)
"""Where the rows of origins begin."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Spot:
    """Claims that share a column and a row."""

    column: int
    row: int
    claims: int
    example: str
    """Id of the first of them."""


def make_spots(points: Iterable[Point]) -> list[Spot]:
    """The points of the catalogue, gathered into columns and rows."""
    found: dict[tuple[int, int], list[Point]] = {}
    for point in points:
        place = find_step(EDGES, point.documents), find_step(LEVELS, point.at_least)
        found.setdefault(place, []).append(point)
    return [
        Spot(column=column, row=row, claims=sum(p.claims for p in some), example=some[0].example)
        for (column, row), some in sorted(found.items())
    ]


def find_step(steps: Sequence[int], number: int) -> int:
    """In which step a number falls."""
    return max(n for n, start in enumerate(steps) if number >= start or n == 0)


def name_step(steps: Sequence[int], step: int, *, last: int) -> str:
    """A step as an axis names it: `3`, `11–15`, `101 or more`."""
    start = steps[step]
    if step + 1 < len(steps):
        return f"{start}" if steps[step + 1] == start + 1 else f"{start}–{steps[step + 1] - 1}"
    return f"{start} or more" if last > start else f"{start}"


def show_plot(points: Sequence[Point]) -> Html | None:
    """The plot, and a table that says the same; nothing where there are no claims."""
    spots = make_spots(points)
    if not spots:
        return None
    most = max(p.documents for p in points)
    highest = max(p.at_least for p in points)
    note = (
        "Each circle stands for the claims made by so many documents with at least so many distinct identified origins; the "
        "number says how many. Low and to the right: repeated by many, on the word of few. Distinct is not independent."
    )
    return tag(
        "figure",
        tag("h2", "Documents against origins"),
        draw_plot(spots, most, highest),
        tag("figcaption", note),
        details("The same as a table", show_table(spots, most, highest)),
    )


def draw_plot(spots: Sequence[Spot], most: int, highest: int) -> Html:
    """The drawing."""
    columns = find_step(EDGES, most) + 1
    rows = find_step(LEVELS, highest) + 1
    wide, high = (WIDTH - LEFT - RIGHT) / columns, (HEIGHT - TOP - BOTTOM) / rows
    largest = min(wide, high) / 2 - 2

    def place(spot: Spot) -> tuple[float, float]:
        return LEFT + (spot.column + 0.5) * wide, HEIGHT - BOTTOM - (spot.row + 0.5) * high

    top = max(math.sqrt(s.claims) for s in spots)
    circles = []
    for spot in spots:
        x, y = place(spot)
        radius = max(7.0, largest * math.sqrt(spot.claims) / top)
        is_wide = radius > 4 + 4 * len(f"{spot.claims}")
        label = tag(
            "text",
            f"{spot.claims}",
            x=f"{x if is_wide else x + radius + 3:.1f}",
            y=f"{y + 4:.1f}",
            text_anchor="middle" if is_wide else "start",
            class_="inside" if is_wide else "outside",
        )
        circles.append(join(tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius:.1f}"), label))
    bottom = HEIGHT - BOTTOM
    across = [
        tag(
            "text",
            name_step(EDGES, n, last=most),
            x=f"{LEFT + (n + 0.5) * wide:.1f}",
            y=f"{bottom + 16}",
            text_anchor="middle",
        )
        for n in range(columns)
    ]
    up = [
        tag(
            "text",
            name_step(LEVELS, n, last=highest),
            x=f"{LEFT - 8}",
            y=f"{bottom - (n + 0.5) * high + 4:.1f}",
            text_anchor="end",
        )
        for n in range(rows)
    ]
    lines = [
        tag("path", d=f"M{LEFT} {bottom - n * high:.1f}H{WIDTH - RIGHT}", class_="axis" if n == 0 else "grid")
        for n in range(rows)
    ]
    return tag(
        "svg",
        tag("title", "Claims by documents and by identified origins", id="plot-title"),
        tag("desc", "The table below says the same.", id="plot-desc"),
        lines,
        across,
        up,
        tag(
            "text",
            "documents that make or deny it",
            x=f"{WIDTH - RIGHT}",
            y=f"{HEIGHT - 8}",
            text_anchor="end",
            class_="name",
        ),
        tag(
            "text",
            "at least so many origins",
            x=f"{TOP - HEIGHT + BOTTOM}",
            y="12",
            transform="rotate(-90)",
            class_="name",
        ),
        circles,
        role="img",
        aria_labelledby="plot-title plot-desc",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        class_="plot",
    )


def show_table(spots: Sequence[Spot], most: int, highest: int) -> Html:
    """The same in words, those of most documents first, each with a claim as example."""
    head = tag("tr", [tag("th", name, scope="col") for name in ("Documents", "At least", "Claims", "For example")])
    rows = [
        tag(
            "tr",
            tag("th", name_step(EDGES, s.column, last=most), scope="row"),
            tag("td", name_step(LEVELS, s.row, last=highest)),
            tag("td", f"{s.claims:,}"),
            tag("td", tag("a", "the first of them", href=SITE.claim(s.example))),
        )
        for s in sorted(spots, key=lambda s: (-s.column, s.row))
    ]
    caption = tag("caption", f"{say_count(sum(s.claims for s in spots), 'claim')} that a document affirms")
    return tag("table", caption, tag("thead", head), tag("tbody", rows))
