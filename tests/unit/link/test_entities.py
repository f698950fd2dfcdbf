import dataclasses

import pytest

from sayso.link.entities import decide, find_components, find_entities, find_pairs, make_keys, resolve
from sayso.link.figures import Figure
from sayso.model import Entity, EntityLink
from tests.unit.link.entity_pairs import PAIRS, Pair, make_figure


def make_pair(pair: Pair) -> tuple[Figure, Figure]:
    return make_figure(pair.a, kind=pair.kind), make_figure(pair.b, kind=pair.kind, document="d2")


def link(a: Figure, b: Figure, *, near: bool = True) -> EntityLink:
    found = decide(a, b, same_matter=near)
    assert found is not None
    return found


def link_all(figures: list[Figure], *, near: bool = True) -> list[EntityLink]:
    return [k for n, a in enumerate(figures) for b in figures[:n] if (k := decide(a, b, same_matter=near)) is not None]


def persons(*written: str) -> list[Figure]:
    return [make_figure(w, document=f"d{n}") for n, w in enumerate(written)]


def group(entities: list[Entity], figures: list[Figure]) -> list[list[str]]:
    """Names by entity, in order."""
    documents = {f.document: f.name for f in figures}
    return sorted(sorted(documents[d] for d in e.documents) for e in entities)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p.a} / {p.b}{'' if p.near else ' / far'}")
def test_pairs(pair: Pair) -> None:
    a, b = make_pair(pair)
    found = decide(a, b, same_matter=pair.near)
    assert (found is not None) is pair.same
    assert decide(b, a, same_matter=pair.near) == found
    if found is not None:
        assert make_keys(a) and make_keys(b)
        assert [(x, y) for x, y, _ in find_pairs([b, a], {("d1", "d2")} if pair.near else set())]


def test_enough_pairs_and_half_of_them_hard() -> None:
    assert len(PAIRS) >= 120
    assert sum(not p.same for p in PAIRS) >= 100


def test_a_link_carries_reason_features_and_words() -> None:
    a = make_figure("Superintendent Marran | superintendent")
    b = make_figure("Isolde Marran | superintendent | coastguard", document="d2")
    found = link(a, b)
    assert found.reason == ("the family name alone; both are called superintendent; the documents are on one matter")
    assert [f.name for f in found.features] == ["name", "post", "matter"]
    assert {e.words for e in found.evidence} == {"Superintendent Marran", "Isolde Marran"}
    assert 0 < found.score < 1
    assert found.a < found.b


def test_a_definition_is_evidence() -> None:
    a = make_figure("Independent Corrupt Practices Commission | | | | | ICPC", kind="organisation")
    b = make_figure("ICPC", kind="organisation", document="d2")
    found = link(a, b)
    assert "Independent Corrupt Practices Commission (ICPC)" in {e.words for e in found.evidence}
    assert "one of the documents says so" in found.reason


def test_kinds_never_mix() -> None:
    person, place = make_figure("Tarn"), make_figure("Tarn", kind="place", document="d2")
    body = make_figure("Tarn", kind="organisation", document="d3")
    assert decide(person, place, same_matter=True) is None
    assert decide(person, body, same_matter=True) is None
    assert decide(place, body, same_matter=True) is None


def test_an_organisation_may_be_an_outlet() -> None:
    body = make_figure("Marl Institute", kind="organisation")
    outlet = make_figure("Marl Institute", kind="publication", document="d2")
    entities, _, entity_of = find_entities([body, outlet], {("d1", "d2")})
    assert len(entities) == 1
    assert entity_of[body.id] == entity_of[outlet.id]


def test_figures_of_one_document_are_never_linked() -> None:
    a, b = make_figure("Lena Orr"), make_figure("L. Orr")
    assert decide(a, b, same_matter=True) is None


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        # A full name and its surname in many documents are one.
        (
            ["Lena Orr | mayor", "Orr | mayor", "Lena Orr", "Orr"],
            [["Lena Orr", "Lena Orr", "Orr", "Orr"]],
        ),
        # A surname that two persons of the matter share stays alone.
        (["Lena Orr", "Owen Orr", "Orr"], [["Lena Orr"], ["Orr"], ["Owen Orr"]]),
        # What is said of it decides.
        (
            ["Lena Orr | mayor | | Skerry", "Owen Orr | farmer", "Orr | mayor | | Skerry"],
            [["Lena Orr", "Orr"], ["Owen Orr"]],
        ),
        # An initial that fits both stays alone.
        (["Lena Orr", "Louis Orr", "L. Orr"], [["L. Orr"], ["Lena Orr"], ["Louis Orr"]]),
        # Middle names apart are never joined through the name without one.
        (
            ["John A. Marlowe", "John B. Marlowe", "John Marlowe"],
            [["John A. Marlowe"], ["John B. Marlowe"], ["John Marlowe"]],
        ),
    ],
)
def test_nothing_is_joined_through_a_third(written: list[str], groups: list[list[str]]) -> None:
    figures = persons(*written)
    links = link_all(figures)
    assert group(resolve(figures, links), figures) == groups
    assert resolve(figures[::-1], links[::-1]) == resolve(figures, links)


def test_namesakes_are_not_joined_through_one_without_a_post() -> None:
    figures = persons("Ida Bellweather | footballer", "Ida Bellweather | minister", "Ida Bellweather")
    links = link_all(figures, near=False)
    assert len(links) == 2
    assert [len(e.documents) for e in resolve(figures, links)] == [1, 1, 1]


def test_two_of_one_document_are_not_joined_through_a_third() -> None:
    first = make_figure("Skerry police | | | Skerry", kind="organisation", document="d1")
    second = make_figure("police", kind="organisation", document="d1")
    third = make_figure("police", kind="organisation", document="d2")
    links = [k for f in (first, second) if (k := decide(f, third, same_matter=True)) is not None]
    assert len(links) == 2
    assert sorted(len(e.documents) for e in resolve([first, second, third], links)) == [1, 1, 1]


def test_an_acronym_of_two_bodies_stays_alone() -> None:
    figures = [
        make_figure("Northern Relief Council | | | | | NRC", kind="organisation", document="d1"),
        make_figure("Nuclear Rules Commission | | | | | NRC", kind="organisation", document="d2"),
        make_figure("NRC", kind="organisation", document="d3"),
    ]
    assert sorted(len(e.documents) for e in resolve(figures, link_all(figures))) == [1, 1, 1]


def test_one_commission_under_several_names() -> None:
    figures = [
        make_figure("Independent Corrupt Practices Commission | | | | | ICPC", kind="organisation", document="d1"),
        make_figure("ICPC", kind="organisation", document="d2"),
        make_figure("Corrupt Practices Commission", kind="organisation", document="d3"),
        make_figure("Electoral Commission", kind="organisation", document="d4"),
    ]
    entities = resolve(figures, link_all(figures))
    assert sorted(len(e.documents) for e in entities) == [1, 3]
    whole = max(entities, key=lambda e: len(e.documents))
    assert whole.name == "Independent Corrupt Practices Commission"
    assert whole.names == ("Corrupt Practices Commission", "ICPC", "Independent Corrupt Practices Commission")
    assert whole.id == min(f.id for f in figures[:3])


def test_documents_of_one_outlet_have_one_outlet() -> None:
    times = [
        dataclasses.replace(make_figure("The Times", kind="publication", document=d), outlet=True) for d in ("d1", "d2")
    ]
    cited = make_figure("The Times", kind="publication", document="d3")
    entities, _, _ = find_entities([*times, cited], set())
    assert sorted(len(e.documents) for e in entities) == [1, 2]


def test_every_figure_is_in_one_entity() -> None:
    figures = [make_pair(p)[0] for p in PAIRS[:40]]
    figures = list({f.id: f for f in figures}.values())
    entities, links, entity_of = find_entities(figures, set())
    assert set(entity_of) == {f.id for f in figures}
    assert set(entity_of.values()) == {e.id for e in entities}
    assert all(entity_of[k.a] == entity_of[k.b] for k in links)
    assert [e.id for e in entities] == sorted(e.id for e in entities)


@pytest.mark.parametrize(
    ("merged", "split", "groups"),
    [
        ((), (), [["Lena Orr"] * 4, ["Owen Tarn"]]),
        ((), ((1, 0),), [["Lena Orr"], ["Lena Orr"] * 3, ["Owen Tarn"]]),
        ((), ((1, 0), (2, 0)), [["Lena Orr"], ["Lena Orr"], ["Lena Orr"] * 2, ["Owen Tarn"]]),
        (((1, 2),), ((1, 0), (2, 0)), [["Lena Orr"] * 2, ["Lena Orr"] * 2, ["Owen Tarn"]]),
        (((4, 2),), (), [["Lena Orr"] * 4 + ["Owen Tarn"]]),
        (((4, 1), (4, 0)), ((1, 0),), [["Lena Orr"] * 3, ["Lena Orr", "Owen Tarn"]]),
    ],
)
def test_what_a_person_judged_goes_first(
    merged: tuple[tuple[int, int], ...], split: tuple[tuple[int, int], ...], groups: list[list[str]]
) -> None:
    figures = persons("Lena Orr", "Lena Orr", "Lena Orr", "Lena Orr", "Owen Tarn")
    matters = {(a.document, b.document) for a in figures for b in figures if a is not b}
    one, two = ([(figures[a].id, figures[b].id, "so") for a, b in pairs] for pairs in (merged, split))
    entities, links, entity_of = find_entities(figures[::-1], matters, merged=one, split=two)
    assert group(list(entities), figures) == sorted(groups)
    assert all(entity_of[k.a] == entity_of[k.b] for k in links)
    assert len({(k.a, k.b) for k in links}) == len(links)
    judged = [k for k in links if k.reason.startswith("a person judged that they are one: so")]
    assert len(judged) == sum(entity_of[a] == entity_of[b] for a, b, _ in one)


def test_whoever_is_split_off_leaves_the_rest_of_what_was_merged_together() -> None:
    figures = persons("Lena Orr", "Lena Orr", "Owen Tarn", "Owen Tarn")
    matters = {(a.document, b.document) for a in figures for b in figures if a is not b}
    merged, split = [(figures[0].id, figures[2].id, "")], [(figures[3].id, figures[1].id, "")]
    entities, _, _ = find_entities(figures, matters, merged=merged, split=split)
    assert group(list(entities), figures) == [["Lena Orr", "Lena Orr", "Owen Tarn"], ["Owen Tarn"]]


def test_components_are_connected_by_links() -> None:
    figures = persons("Lena Orr", "Lena Orr", "Owen Tarn")
    groups = find_components(figures, [link(figures[0], figures[1], near=False)])
    assert sorted(len(g) for g in groups) == [1, 2]


def test_many_figures_of_one_name_are_one_entity_all_the_same() -> None:
    figures = persons(*["Lena Orr"] * 120, *["Lena Orr | mayor"] * 5)
    entities, _, _ = find_entities(figures, set())
    assert [len(e.documents) for e in entities] == [125]
