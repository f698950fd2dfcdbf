import dataclasses

from sayso.export.report import Limits
from sayso.export.report.drawing import break_name, draw_lineage, say_lineage
from sayso.export.report.lineage import Arrow, Lineage, Point, make_lineage
from tests.unit.export.report.harbour import (
    CITING,
    COPY,
    DENYING,
    FIRST,
    OTHER,
    REUSE,
    ROUND,
    make_claims,
    make_material,
)

INSPECTED, CIRCLE, COMMENT = make_claims()


def find_ways(lineage: Lineage) -> set[tuple[str, str, str]]:
    """The arrows by the names of their points."""
    names = {p.id: p.name for p in lineage.points}
    return {(names[a.start], a.way, names[a.stop]) for a in lineage.arrows}


def test_credit_reuse_and_citation() -> None:
    lineage = make_lineage(INSPECTED, make_material())
    assert [p.id for p in lineage.points[:5]] == [f"d:{d.id}" for d in (FIRST, COPY, CITING, OTHER, DENYING)]
    assert find_ways(lineage) == {
        ("Harbor Daily", "credits", '"two port officials"'),
        ("Coast Wire", "repeats", "Harbor Daily"),
        ("Port Times", "follows", "Harbor Daily"),
        ("Skerry Post", "credits", "Lena Orr"),
        (DENYING.outlet, "credits", "Owen Tarn"),
    }
    notes = {p.id: p.notes for p in lineage.points}
    assert notes[f"d:{FIRST.id}"] == ("hardens it", "earliest seen here")
    assert notes[f"d:{COPY.id}"] == ("hardens it",)
    assert notes[f"d:{DENYING.id}"] == ("denies it", "corrected")
    assert [p.is_open for p in lineage.points if not p.is_document] == [True, False, False]


def test_a_circle_is_closed() -> None:
    lineage = make_lineage(CIRCLE, make_material())
    assert find_ways(lineage) == {("Isle Echo", "follows", "Reef Mail"), ("Reef Mail", "follows", "Isle Echo")}
    assert [p.id for p in lineage.points] == [f"d:{d.id}" for d in ROUND]


def test_an_outlets_own_voice_is_a_note() -> None:
    (point,) = make_lineage(COMMENT, make_material()).points
    assert point.notes == ("unattributed",)


def test_reuse_without_a_direction_is_open() -> None:
    undirected = dataclasses.replace(REUSE, directed=False)
    lineage = make_lineage(INSPECTED, make_material(reuses=(undirected,)))
    assert [a.is_open for a in lineage.arrows if a.way == "repeats"] == [True]
    assert "shares words with Harbor Daily (2 March 2031, 08:00 UTC), undetermined which repeats which." in "".join(
        say_lineage(lineage, make_material())
    )


def test_only_so_many_documents_are_drawn() -> None:
    lineage = make_lineage(INSPECTED, make_material(limits=Limits(documents_drawn=2)))
    assert (len([p for p in lineage.points if p.is_document]), lineage.left_out) == (2, 3)
    assert ("Coast Wire", "repeats", "Harbor Daily") in find_ways(lineage)


def test_the_list_says_what_the_drawing_shows() -> None:
    lineage = make_lineage(INSPECTED, make_material())
    said = "\n".join(say_lineage(lineage, make_material()))
    assert (
        "Port Times</a></b> (3 March 2031): credits Harbor Daily (2 March 2031, 08:00 UTC), followed to what is said there."
        in said
    )
    assert "repeats words of Harbor Daily (2 March 2031, 08:00 UTC)." in said
    assert said.count("<b>") == len(lineage.points)


def make_chain(length: int) -> Lineage:
    """A document that credits somebody who credits somebody, and so on, and the last one the first."""
    points = [Point(id="d:0", name="Harbor Daily", is_document=True)]
    points += [Point(id=f"n:{n}", name=f"Somebody {n}", is_document=False) for n in range(length)]
    ids = [p.id for p in points]
    arrows = [Arrow(start=a, stop=b, way="credits") for a, b in zip(ids, [*ids[1:], ids[1]], strict=True)]
    return Lineage(points=tuple(points), arrows=tuple(arrows))


def test_a_drawing_has_a_place_for_every_point_and_ends() -> None:
    for length in (1, 2, 3, 6):
        drawing = draw_lineage(make_chain(length), name="x", title="Who <credits> whom", description="In words")
        assert drawing.count("<rect ") == length + 1
        assert drawing.count('class="arrow') == length + 1
        assert 'aria-labelledby="t-x e-x"' in drawing
        assert '<title id="t-x">Who &lt;credits&gt; whom</title><desc id="e-x">In words</desc>' in drawing
        assert "nan" not in drawing


def test_long_names_take_two_lines() -> None:
    assert break_name("Mira Voss", most=23) == ["Mira Voss"]
    assert break_name("two harbour officials who saw it", most=23) == ["two harbour officials", "who saw it"]
    assert break_name("a" * 30, most=23) == ["a" * 22 + "…"]
    assert [len(line) <= 23 for line in break_name("two words " * 9, most=23)] == [True, True]
