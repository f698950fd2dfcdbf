"""Rules 7 and 8, and what a person overrules."""

import pytest

from sayso.model import OriginRelation, Relation
from tests.collection import Page, Weighed, line, page, weigh_pages
from tests.factories import anonymous, organisation, person, publication

ORR, TARN, FORCE = person("Lena Orr"), person("Owen Tarn"), organisation("Coast Guard")
OFFICIALS = anonymous("two officials")
SEEN = "our reporter saw the pump fail"


def apart(*chains: tuple, **more: Page) -> dict[str, Page]:  # type: ignore[type-arg]
    """One document of an outlet of its own for each chain."""
    return {**{f"d{n}": page(f"Paper {n}", line(*c)) for n, c in enumerate(chains)}, **more}


RELATIONS = {
    "two named people": (apart((ORR,), (TARN,)), [], (2, 2), "different", "neither stands in the other's chain"),
    "a named person and a body": (apart((ORR,), (FORCE,)), [], (2, 2), "different", "both identified"),
    "somebody described": (apart((ORR,), (OFFICIALS,)), [], (1, 2), "undetermined", "if the source were named"),
    "two described": (apart((OFFICIALS,), (OFFICIALS,)), [], (1, 2), "undetermined", "described, not identified"),
    "own voice": (apart((ORR,), ()), [], (1, 2), "undetermined", "if it said whom it has this from"),
    "two own voices": (apart((), ()), [], (1, 2), "undetermined", "speaks in its own voice"),
    "an absent publication": (
        apart((ORR,), (publication("Study of Pumps"),)),
        [],
        (1, 2),
        "undetermined",
        "if its own report were added",
    ),
    "nobody known": (
        apart((ORR,), (person(None),)),
        [],
        (1, 2),
        "undetermined",
        "undetermined who is meant in Paper 1's",
    ),
    "two nobodies": (apart((person(None),), (person(None),)), [], (1, 2), "undetermined", "undetermined who is meant"),
    "a person and who told that person": (
        apart((ORR,), (ORR, TARN)),
        [],
        (1, 2),
        "undetermined",
        "Lena Orr stands in the chain of Owen Tarn, and so may say only what it was told",
    ),
    "a body and its member": (
        apart((ORR,), (FORCE,)),
        [("person:Lena Orr", "body:Coast Guard")],
        (1, 2),
        "undetermined",
        "belong to one organisation: person:Lena Orr of body:Coast Guard",
    ),
    "two members of one body": (
        apart((ORR,), (TARN,)),
        [("person:Lena Orr", "body:Coast Guard"), ("person:Owen Tarn", "body:Coast Guard")],
        (1, 2),
        "undetermined",
        "person:Owen Tarn of body:Coast Guard",
    ),
    "a member of a part, and the whole": (
        apart((ORR,), (FORCE,)),
        [("person:Lena Orr", "body:Radio Room"), ("body:Radio Room", "body:Coast Guard")],
        (1, 2),
        "undetermined",
        "body:Radio Room of body:Coast Guard",
    ),
    "a member of the whole, and a part": (
        apart((ORR,), (organisation("Radio Room"),)),
        [("person:Lena Orr", "body:Coast Guard"), ("body:Radio Room", "body:Coast Guard")],
        (1, 2),
        "undetermined",
        "one organisation",
    ),
    "two parts of a third": (
        apart((FORCE,), (organisation("Port Police"),)),
        [("body:Coast Guard", "body:Ministry"), ("body:Port Police", "body:Ministry")],
        (2, 2),
        "different",
        "no document here makes them one organisation",
    ),
    "members of two parts of a third": (
        apart((ORR,), (TARN,)),
        [
            ("person:Lena Orr", "body:Coast Guard"),
            ("body:Coast Guard", "body:Ministry"),
            ("person:Owen Tarn", "body:Port Police"),
            ("body:Port Police", "body:Ministry"),
        ],
        (2, 2),
        "different",
        "both identified",
    ),
    "parts of each other, by mistake": (
        apart((FORCE,), (organisation("Port Police"),)),
        [("body:Coast Guard", "body:Port Police"), ("body:Port Police", "body:Coast Guard")],
        (1, 2),
        "undetermined",
        "one organisation",
    ),
    "two outlets at first hand": (
        {"d1": page("Harbor Daily", line(words=SEEN)), "d2": page("Port Times", line(words=SEEN))},
        [],
        (2, 2),
        "different",
        "both identified",
    ),
    "an outlet at first hand and whom only it quotes": (
        {"d1": page("Harbor Daily", line(words=SEEN), line(ORR))},
        [],
        (1, 2),
        "undetermined",
        "Harbor Daily stands in the chain of Lena Orr: if another document credited Lena Orr without it",
    ),
    "an outlet at first hand and whom others quote too": (
        {"d1": page("Harbor Daily", line(words=SEEN), line(ORR)), "d2": page("Port Times", line(ORR))},
        [],
        (2, 2),
        "different",
        "both identified",
    ),
    "a body that publishes, and somebody else": (
        {
            "d1": page("Coast Guard", line()),
            "d2": page("Harbor Daily", line(ORR)),
            "d3": page("Port Times", line(FORCE, words="a pump failed")),
        },
        [],
        (2, 2),
        "different",
        "both identified",
    ),
}


@pytest.mark.parametrize(("pages", "affiliations", "interval", "relation", "words"), RELATIONS.values(), ids=RELATIONS)
def test_how_two_origins_stand_to_each_other(
    pages: dict[str, Page], affiliations: list[tuple[str, str]], interval: tuple[int, int], relation: str, words: str
) -> None:
    said = weigh_pages(pages, affiliations=affiliations)
    assert said.interval == interval
    (found,) = said.claim.weight.relations
    assert found.relation == relation
    assert words in found.reason
    assert found.evidence


INTERVALS = {
    "nothing": ({}, (0, 0), (0, 0)),
    "one voice": (apart(()), (1, 1), (0, 0)),
    "many that quote one": (apart((ORR,), (ORR,), (ORR,)), (1, 1), (0, 0)),
    "ten described": (apart(*[(OFFICIALS,)] * 10), (1, 10), (0, 0)),
    "three named, two of one force": (apart((ORR,), (TARN,), (FORCE,)), (2, 3), (0, 0)),
    "two credits at once": ({"d1": page("Harbor Daily", line(ORR), line(TARN))}, (2, 2), (0, 0)),
    "only denials": ({"d1": page("Harbor Daily", line(person("Kit Moss"), denied=True))}, (0, 0), (1, 1)),
    "denials beside": (
        apart((ORR,), x1=page("Port Times", line(denied=True), line(OFFICIALS, denied=True))),
        (1, 1),
        (1, 2),
    ),
    "one who affirms and denies": (apart((ORR,), x1=page("Port Times", line(ORR, denied=True))), (1, 1), (1, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("pages", "affirmed", "denied"), INTERVALS.values(), ids=INTERVALS)
def test_the_intervals(pages: dict[str, Page], affirmed: tuple[int, int], denied: tuple[int, int]) -> None:
    said = weigh_pages(pages, affiliations=[("person:Owen Tarn", "body:Coast Guard")])
    weight = said.claim.denied
    assert said.interval == affirmed
    assert (weight.at_least, weight.at_most) == denied
    assert not said.claim.circular


def judge(first: Weighed, relation: Relation, *names: str) -> dict[frozenset[str], tuple[Relation, str]]:
    """A person's judgement of two origins, by their names."""
    ids = {o.name: o.id for o in first.claim.weight.origins}
    return {frozenset(ids[n] for n in names): (relation, "she told us")}


PAGES = apart((ORR,), (TARN,), (OFFICIALS,))


@pytest.mark.parametrize(
    ("relation", "names", "interval"),
    [
        (Relation.SAME, ("Lena Orr", "two officials"), (2, 2)),
        (Relation.SAME, ("Lena Orr", "Owen Tarn"), (1, 2)),
        (Relation.DIFFERENT, ("Lena Orr", "two officials"), (2, 3)),
        (Relation.UNDETERMINED, ("Lena Orr", "Owen Tarn"), (1, 3)),
    ],
)
def test_the_count_follows_a_person(relation: Relation, names: tuple[str, str], interval: tuple[int, int]) -> None:
    judged = judge(weigh_pages(PAGES), relation, *names)
    said = weigh_pages(PAGES, overruled=judged)
    assert said.interval == interval
    found = [r for r in said.claim.weight.relations if {r.a, r.b} == set(next(iter(judged)))]
    assert [r.relation for r in found] == [relation]
    assert found[0].reason.startswith("a person judged so: she told us (the machine: ")


def test_a_source_judged_the_same_keeps_what_both_have() -> None:
    judged = judge(weigh_pages(PAGES), Relation.SAME, "Lena Orr", "two officials")
    said = weigh_pages(PAGES, overruled=judged)
    assert said.origins == {"person:Lena Orr": ["d0.0", "d2.0"], "person:Owen Tarn": ["d1.0"]}
    assert {f.origin for f in said.claim.weight.followed} == {o.id for o in said.claim.weight.origins}


def test_same_goes_before_different_where_a_person_says_both() -> None:
    first = weigh_pages(PAGES)
    judged = judge(first, Relation.SAME, "Lena Orr", "two officials")
    judged |= judge(first, Relation.SAME, "Owen Tarn", "two officials")
    judged |= judge(first, Relation.DIFFERENT, "Lena Orr", "Owen Tarn")
    assert weigh_pages(PAGES, overruled=judged).interval == (1, 1)


def test_a_judgement_of_other_origins_changes_nothing() -> None:
    plain = weigh_pages(PAGES)
    assert weigh_pages(PAGES, overruled={frozenset("ab"): (Relation.SAME, "")}).claim == plain.claim


def test_relations_are_of_every_two() -> None:
    relations: tuple[OriginRelation, ...] = weigh_pages(PAGES).claim.weight.relations
    assert len({frozenset((r.a, r.b)) for r in relations}) == len(relations) == 3
    assert all(r.a < r.b for r in relations)
