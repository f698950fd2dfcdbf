"""A lineage as a drawing: documents down the left side by time, those they credit to the right of them."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from sayso.export.html import Html, join, tag
from sayso.export.report.lineage import Arrow, Lineage, Point
from sayso.export.report.material import Material

WIDTH, HEIGHT = 206, 58
"""Of a point, in the drawing's units; a screen's pixels where there is room."""

GAP, PITCH = 84, 76
"""Between two columns, and from one point to the next below it."""

LANE, LANES = 13, 7
"""How much farther out an arrow runs for each document that it passes, and for how many at most."""

COLUMNS = 3
"""Of sources, at most."""

LETTERS = 27
"""Of a line of text that fits into a document; a source, which is round, holds four less."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Place:
    """Where a point stands: its upper left corner and its column, 0 for documents."""

    x: float
    y: float
    column: int

    @property
    def middle(self) -> float:
        """The height at which arrows meet it."""
        return self.y + HEIGHT / 2


def draw_lineage(lineage: Lineage, *, name: str, title: str, description: str) -> Html:
    """The drawing, with its text alternative. `name` makes its ids its own on the page."""
    gutter = find_gutter(lineage)
    places = place_points(lineage, gutter)
    width = max(p.x for p in places.values()) + WIDTH + find_margin(lineage, places)
    height = max(p.y for p in places.values()) + HEIGHT + 2
    head = f"a-{name}"
    return tag(
        "svg",
        tag("title", title, id=f"t-{name}"),
        tag("desc", description, id=f"e-{name}"),
        tag("defs", draw_head(head)),
        [draw_arrow(a, places, gutter, head) for a in lineage.arrows],
        [draw_point(p, places[p.id]) for p in lineage.points],
        role="img",
        aria_labelledby=f"t-{name} e-{name}",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        class_="lineage",
    )


def find_gutter(lineage: Lineage) -> float:
    """The room left of the documents for the arrows between them."""
    rows = {p.id: n for n, p in enumerate(p for p in lineage.points if p.is_document)}
    lanes = [count_lanes(rows[a.start] - rows[a.stop]) for a in lineage.arrows if a.start in rows and a.stop in rows]
    return 16 + LANE * max(lanes) if lanes else 2


def count_lanes(rows: int) -> int:
    """How far out an arrow over so many rows runs."""
    return min(abs(rows), LANES)


def find_margin(lineage: Lineage, places: dict[str, Place]) -> float:
    """The room right of the sources for arrows that lead back."""
    is_back = any(0 < places[a.stop].column <= places[a.start].column for a in lineage.arrows)
    return 60 if is_back else 2


def find_columns(lineage: Lineage) -> dict[str, int]:
    """The column of every point: a source stands right of those that credit it, as far as there are columns."""
    columns = {p.id: 0 if p.is_document else 1 for p in lineage.points}
    for _ in range(COLUMNS):
        for a in lineage.arrows:
            if columns[a.stop] and columns[a.start]:
                columns[a.stop] = min(COLUMNS, max(columns[a.stop], columns[a.start] + 1))
    return columns


def place_points(lineage: Lineage, gutter: float) -> dict[str, Place]:
    """Where every point stands; sources beside the middle of those that credit them, and never on one another."""
    columns = find_columns(lineage)
    places: dict[str, Place] = {}
    for column in range(COLUMNS + 1):
        inside = [p for p in lineage.points if columns[p.id] == column]
        wished = {p.id: n * PITCH if not column else _find_mean(p, lineage, places) for n, p in enumerate(inside)}
        top = 1.0
        for point in sorted(inside, key=lambda p: wished[p.id]):
            y = max(top, wished[point.id] + 1)
            places[point.id] = Place(x=gutter + column * (WIDTH + GAP), y=y, column=column)
            top = y + PITCH
    return places


def _find_mean(point: Point, lineage: Lineage, places: dict[str, Place]) -> float:
    above = [places[a.start].y for a in lineage.arrows if a.stop == point.id and a.start in places]
    return sum(above) / len(above) if above else 0.0


def draw_head(name: str) -> Html:
    """The head that arrows share."""
    shape = tag("path", d="M0 0 10 5 0 10z", class_="head")
    return tag(
        "marker",
        shape,
        id=name,
        viewBox="0 0 10 10",
        refX="9",
        refY="5",
        markerWidth="9",
        markerHeight="9",
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def draw_arrow(arrow: Arrow, places: dict[str, Place], gutter: float, head: str) -> Html:
    """One arrow: between documents around the left, to a source across, back to one around the right."""
    here, there = places[arrow.start], places[arrow.stop]
    if not here.column and not there.column:
        out = gutter - 10 - LANE * count_lanes(round((here.y - there.y) / PITCH))
        shift = 7 if here.y < there.y else -7
        x, start, stop = here.x, here.middle + shift, there.middle + shift
        line = f"M{x:g} {start:g}C{out:g} {start:g} {out:g} {stop:g} {x - 2:g} {stop:g}"
    elif here.column < there.column:
        x, end = here.x + WIDTH, there.x - 2
        bend = (end - x) / 2
        line = f"M{x:g} {here.middle:g}C{x + bend:g} {here.middle:g} {end - bend:g} {there.middle:g} {end:g} {there.middle:g}"
    elif not there.column:
        x, end = here.x, there.x + WIDTH + 2
        line = f"M{x:g} {here.middle + 8:g}C{x - GAP / 2:g} {here.middle + 8:g} {end + GAP / 2:g} {there.middle + 8:g} {end:g} {there.middle + 8:g}"
    else:
        x, end = here.x + WIDTH, there.x + WIDTH + 2
        out = max(x, end) + 50
        line = f"M{x:g} {here.middle:g}C{out:g} {here.middle:g} {out:g} {there.middle:g} {end:g} {there.middle:g}"
    kind = f"arrow {arrow.way}{' open' if arrow.is_open else ''}"
    return tag("path", d=line, class_=kind, marker_end=f"url(#{head})")


def draw_point(point: Point, place: Place) -> Html:
    """A document as a square box, a source as a round one; dashed where nobody is identified."""
    kind = f"{'document' if point.is_document else 'source'}{' open' if point.is_open else ''}{' hard' if point.is_hard else ''}"
    names = [cut(point.name)] if point.is_document else break_name(point.name, most=LETTERS - 4)
    beside = [*([point.time] if point.time else []), cut(", ".join(point.notes), most=LETTERS + 5)]
    top = 18 if point.is_document or len(names) > 1 else 26
    return tag(
        "g",
        tag("title", describe_point(point)),
        tag(
            "rect",
            x=f"{place.x:g}",
            y=f"{place.y:g}",
            width=WIDTH,
            height=HEIGHT,
            rx=2 if point.is_document else HEIGHT // 2,
        ),
        [
            tag(
                "text",
                line,
                x=f"{place.x + (10 if point.is_document else 20):g}",
                y=f"{place.y + top + 16 * n:g}",
                class_="name" if n < len(names) else "beside",
            )
            for n, line in enumerate([*names, *beside])
            if line
        ],
        class_=kind,
    )


def describe_point(point: Point) -> str:
    """A point in full."""
    return ", ".join(part for part in (point.name, point.time, *point.notes) if part)


def break_name(name: str, *, most: int) -> list[str]:
    """A name in one line or two, the second as far as there is room: names that differ only at their end stay apart."""
    if len(name) <= most:
        return [name]
    space = name.rfind(" ", 0, most + 1)
    if space <= 0:
        return [cut(name, most=most)]
    return [name[:space], cut(name[space + 1 :], most=most)]


def cut(words: str, *, most: int = LETTERS) -> str:
    """Words as far as there is room for them."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def say_lineage(lineage: Lineage, material: Material) -> list[Html]:
    """The same as a list: every point with its arrows, documents linked to their texts."""
    points = {p.id: p for p in lineage.points}
    entries = []
    for point in lineage.points:
        beside = ", ".join(part for part in (point.time, *point.notes) if part)
        ways = list(_say_ways(lineage.find_arrows(point.id), points))
        if not ways:
            ways = ["credits and repeats nobody" if point.is_document else "the chain ends here"]
        href = material.find_text(point.id.partition(":")[2]) if point.is_document else None
        name = tag("a", point.name, href=href) if href else point.name
        entries.append(join(tag("b", name), f" ({beside})" if beside else "", ": ", "; ".join(ways), "."))
    return entries


def _say_ways(arrows: Sequence[Arrow], points: Mapping[str, Point]) -> Iterator[str]:
    for verb, way, is_open, after in _WAYS:
        targets = [points[a.stop] for a in arrows if a.way == way and a.is_open is is_open]
        names = [f"{t.name} ({t.time})" if t.is_document else t.name for t in targets]
        if names:
            yield f"{verb} {' and '.join(names)}{after}"


_WAYS = (
    ("repeats words of", "repeats", False, ""),
    ("shares words with", "repeats", True, ", undetermined which repeats which"),
    ("credits", "follows", False, ", followed to what is said there"),
    ("credits", "credits", False, ""),
    ("is published by", "is", False, ""),
)
