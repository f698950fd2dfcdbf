import pytest

from sayso.link.figures import Figure, find_figure, make_figures
from sayso.model import Kind, Link, Part
from tests.factories import anonymous, organisation, outlet, person, publication
from tests.unit.link.marked import read_marked


def make(marked: str, *, outlet_name: str = "Harbor Daily") -> list[Figure]:
    return list(make_figures(*read_marked(marked, outlet_name=outlet_name)))


def names(figures: list[Figure], kind: str) -> list[str]:
    return sorted(f.name for f in figures if f.kind == kind)


def one(figures: list[Figure], name: str) -> Figure:
    (found,) = [f for f in figures if f.name == name]
    return found


@pytest.mark.parametrize(
    ("marked", "persons"),
    [
        ("<P+ Lena Orr> spoke. <P Orr> left.", ["Lena Orr"]),
        ("<P+Lena Orr|She> spoke. <P Orr> left.", ["Lena Orr"]),
        ("<P Vinod Kasba> and <P Leela Kasba> spoke. <P+ Kasba> left.", ["Kasba", "Leela Kasba", "Vinod Kasba"]),
        ("Dr <P Lena Orr> spoke. <P DR LENA ORR> left.", ["Lena Orr"]),
        ("<P Tarn guard Lena Orr> spoke.", ["Lena Orr"]),
        ("President <P Orr> spoke. His wife, <P Ida Orr>, left.", ["Ida Orr", "Orr"]),
        ("<P Minister> spoke.", []),
        ("Senator <P Lena Orr>, <P R-Marl>, spoke.", ["Lena Orr"]),
        ("<P FBI> spoke.", []),
        ("<P Ida B>, also known as <P Ida Bellweather>, sang.", ["Ida Bellweather"]),
    ],
)
def test_persons(marked: str, persons: list[str]) -> None:
    assert names(make(marked), "person") == persons


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("The <O Independent Corrupt Practices Commission> (<O ICPC>) spoke. The <O ICPC> left.", 1),
        ("The <O Northern Relief Council> spoke. <O NRC> left.", 1),
        ("<O NRC> and <O NRCC> spoke.", 2),
        ("The <O Tarn Mines Board> spoke. The <O Board> left.", 1),
        ("The <O Tarn Mines Board> and the <O Marl Board> spoke. The <O Board> left.", 2),
        ("<N American> <O Airlines> spoke.", 1),
        ("<O Bluewater Petroleum> spoke. <O Bluewater> left.", 1),
        ("<O Skerry Police> and <O Marl Police> spoke.", 2),
        ("Harbour police superintendent <P Ivo Pell> spoke.", 1),
        ("<P Ivo Pell>, director of the company, spoke.", 0),
    ],
)
def test_bodies(marked: str, bodies: int) -> None:
    assert len(names(make(marked), "organisation")) == bodies


def test_the_outlet_is_a_figure_with_its_short_name() -> None:
    figures = make("<P Lena Orr> told the <O Daily> so.")
    assert names(figures, "publication") == ["Harbor Daily"]
    assert one(figures, "Harbor Daily").names == ("Daily", "Harbor Daily")


def test_an_organisation_that_publishes_itself_is_one() -> None:
    figures = make("The <O+ Marl Institute> counted them.", outlet_name="Marl Institute")
    assert names(figures, "publication") == ["Marl Institute"]
    assert names(figures, "organisation") == []


def test_an_outlet_without_words_rests_on_its_field() -> None:
    assert one(make("Nothing."), "Harbor Daily").shown.metadata == "outlet"


def test_what_is_said_of_a_person() -> None:
    figures = make(
        "The mayor of <L Skerry>, Dr <P Lena Orr>, spoke. <P Orr>, a former director of the <O Tarn Mines Board>, left. "
        "<P Orr>, a member of the port authority, came back."
    )
    orr = one(figures, "Lena Orr")
    assert {"mayor", "dr", "director", "member"} <= orr.roles
    assert orr.bodies == ("port authority",)
    assert orr.places == {"skerry"}
    assert orr.shown.words == "Lena Orr"
    assert [o.evidence.words for o in orr.offices] == ["Orr, a member of the port authority"]


def test_definitions_carry_their_words() -> None:
    figures = make("The <O Northern Relief Council> (<O NRC>) spoke.")
    (alias,) = one(figures, "Northern Relief Council").definitions
    assert (alias.name, alias.evidence.words) == ("NRC", "Northern Relief Council (NRC)")


def test_namesakes_and_places_of_names() -> None:
    figures = make("<O Skerry Police> and <O Marl Police> spoke to <P Lena Orr> and <P Owen Orr> in <L Skerry>.")
    assert one(figures, "Skerry Police").namesakes == {"police"}
    assert one(figures, "Skerry Police").places == {"skerry"}
    assert one(figures, "Lena Orr").namesakes == {"orr"}


@pytest.mark.parametrize(
    ("link", "name"),
    [
        (person("Lena Orr"), "Lena Orr"),
        (person("Orr"), "Lena Orr"),
        (organisation("NRC"), "Northern Relief Council"),
        (publication("Coast Wire"), None),
        (outlet("Harbor Daily"), "Harbor Daily"),
        (outlet(None), None),
        (anonymous("Lena Orr"), None),
        (organisation("Lena Orr"), None),
    ],
)
def test_the_figure_of_a_link(link: Link, name: str | None) -> None:
    figures = make("<P Lena Orr> of the <O Northern Relief Council> (<O NRC>) spoke. <P Orr> left.")
    found = find_figure(figures, link)
    assert (found.name if found else None) == name


def test_every_link_has_a_figure_and_ids_differ() -> None:
    document, reading = read_marked("<P+ Lena Orr>, <P+ Orr>, <O+ the ministry>, <O+ police>, <P+ Minister> spoke.")
    figures = make_figures(document, reading)
    assert len({f.id for f in figures}) == len(figures)
    for statement in reading.statements:
        for link in statement.chain:
            assert (find_figure(figures, link) is not None) is (link.kind is not Kind.ANONYMOUS)


def test_spans_hold_their_words() -> None:
    document, reading = read_marked("<P Tarn guard Lena Orr>'s boat, said <P Orr's>.")
    orr = one(list(make_figures(document, reading)), "Lena Orr")
    assert [document.words(s) for s in orr.named] == ["Lena Orr", "Orr"]
    assert all(s.part is Part.TEXT for s in orr.mentions)
