"""Whatever the order of figures, links and pairs of documents, the entities are the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.entities import decide, find_entities, resolve
from sayso.link.figures import Figure
from sayso.link.mentions import PERSON
from tests.unit.link.entity_pairs import make_figure

NAMES = (
    "Lena Orr",
    "Lena Orr | mayor | Skerry Council | Skerry",
    "Lena Orr | footballer",
    "Owen Orr",
    "Orr",
    "Orr | mayor",
    "L. Orr",
    "Lena J. Orr",
    "Muhammad Orr",
    "Mohammed Orr",
    "John Smith",
)
BODIES = (
    "Skerry police | | | Skerry",
    "Marl police | | | Marl",
    "police",
    "Northern Relief Council | | | | | NRC",
    "Nuclear Rules Commission | | | | | NRC",
    "NRC",
    "Ministry of Health",
    "Sierra Health Ministry | | | Sierra",
    "Harbor Daily",
    "harbordaily.example",
)
DOCUMENTS = [f"d{n}" for n in range(5)]

figures = st.one_of(
    st.builds(make_figure, st.sampled_from(NAMES), document=st.sampled_from(DOCUMENTS)),
    st.builds(make_figure, st.sampled_from(BODIES), kind=st.just("organisation"), document=st.sampled_from(DOCUMENTS)),
)
collections = st.lists(figures, max_size=14, unique_by=lambda f: f.id)
matters = st.sets(st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)), max_size=10)


@settings(max_examples=150, deadline=None)
@given(st.data(), collections, matters)
def test_order_leaves_no_trace(data: st.DataObject, made: list[Figure], near: set[tuple[str, str]]) -> None:
    shuffled = data.draw(st.permutations(made))
    turned = {(b, a) if data.draw(st.booleans()) else (a, b) for a, b in near}
    assert find_entities(shuffled, turned) == find_entities(made, near)


def draw_judged(data: st.DataObject, made: list[Figure]) -> list[tuple[str, str, str]]:
    """Pairs of figures that a person judged."""
    if len(made) < 2:
        return []
    ids = st.sampled_from([f.id for f in made])
    pairs = st.tuples(ids, ids).filter(lambda p: p[0] != p[1])
    return [(a, b, "") for a, b in data.draw(st.lists(pairs, max_size=4, unique_by=frozenset))]


@settings(max_examples=150, deadline=None)
@given(st.data(), collections, matters)
def test_judged_or_not_order_leaves_no_trace(
    data: st.DataObject, made: list[Figure], near: set[tuple[str, str]]
) -> None:
    merged, split = draw_judged(data, made), draw_judged(data, made)
    found = find_entities(made, near, merged=merged, split=split)
    shuffled, otherwise = data.draw(st.permutations(made)), data.draw(st.permutations(split))
    turned = [(b, a, note) if data.draw(st.booleans()) else (a, b, note) for a, b, note in merged]
    assert find_entities(shuffled, near, merged=turned, split=otherwise) == found
    entities, links, entity_of = found
    assert all(entity_of[a] != entity_of[b] for a, b, _ in split)
    assert all(entity_of[k.a] == entity_of[k.b] for k in links)
    by_id = {f.id: f for f in made}
    for entity in entities:
        assert len({by_id[i].sort for i, e in entity_of.items() if e == entity.id}) == 1
    if not split:
        assert find_entities(made, near, merged=merged[::-1]) == found
        assert all(entity_of[a] == entity_of[b] for a, b, _ in merged if by_id[a].sort == by_id[b].sort)


@settings(max_examples=150, deadline=None)
@given(st.data(), collections)
def test_a_component_resolves_alike_in_any_order(data: st.DataObject, made: list[Figure]) -> None:
    links = [k for n, a in enumerate(made) for b in made[:n] if (k := decide(a, b, same_matter=True)) is not None]
    again = resolve(data.draw(st.permutations(made)), data.draw(st.permutations(links)))
    assert again == resolve(made, links)


@settings(max_examples=150, deadline=None)
@given(collections, matters)
def test_no_entity_holds_two_persons_of_one_document(made: list[Figure], near: set[tuple[str, str]]) -> None:
    entities, links, entity_of = find_entities(made, near)
    for entity in entities:
        members = [f for f in made if entity_of[f.id] == entity.id]
        assert len({f.document for f in members}) == len(members)
        assert len({f.sort for f in members}) == 1
        assert entity.documents == tuple(sorted(f.document for f in members))
    by_id = {f.id: f for f in made}
    assert all((by_id[k.a].sort == PERSON) is (by_id[k.b].sort == PERSON) for k in links)


@settings(max_examples=200, deadline=None)
@given(figures, figures, st.booleans())
def test_a_pair_is_judged_alike_either_way_round(a: Figure, b: Figure, near: bool) -> None:
    assert decide(a, b, same_matter=near) == decide(b, a, same_matter=near)
