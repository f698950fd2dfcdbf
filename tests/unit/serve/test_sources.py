import itertools

import pytest

from sayso.catalogue.sources import Group, Leaning, find_group, find_leanings
from sayso.model import Claim, Kind, Origin, Weight
from sayso.serve.sources import leaning_record

ORR = Origin(id="orr", kind=Kind.PERSON, name="Lena Orr", statements=("s1", "s2"))
OFFICIALS = Origin(id="off", kind=Kind.ANONYMOUS, name="two officials", statements=("s3",))
WIRE = Origin(id="wire", kind=Kind.PUBLICATION, name="Coast Wire", absent=True, statements=("s4",))
SOMEBODY = Origin(id="who", kind=Kind.PERSON, name=None, statements=("s5",))
HARBOR = Origin(id="har", kind=Kind.OUTLET, name="Harbor Daily", unattributed=True, statements=("s6",))
PIER = Origin(id="pie", kind=Kind.OUTLET, name="Pier Post", unattributed=True, statements=("s7",))
SEEN = Origin(id="see", kind=Kind.OUTLET, name="Pier Post", first_hand=True, statements=("s8",))
DOCUMENTS = {"s1": "d1", "s2": "d2", "s3": "d1", "s4": "d3", "s5": "d3", "s6": "d4", "s7": "d5", "s8": "d5"}


def make_claim(name: str, *origins: Origin, denied: tuple[Origin, ...] = ()) -> Claim:
    return Claim(
        id=name,
        text="t",
        said_by="Harbor Daily",
        statements=tuple(s for o in origins for s in o.statements),
        weight=Weight(origins=origins),
        denied=Weight(origins=denied),
    )


@pytest.mark.parametrize(
    ("origin", "group"),
    [
        (ORR, Group.NAMED),
        (OFFICIALS, Group.ANONYMOUS),
        (Origin(id="x", kind=Kind.ANONYMOUS, name=None), Group.UNDETERMINED),
        (WIRE, Group.ABSENT),
        (SOMEBODY, Group.UNDETERMINED),
        (HARBOR, Group.UNATTRIBUTED),
        (SEEN, Group.FIRST_HAND),
    ],
)
def test_groups(origin: Origin, group: Group) -> None:
    assert find_group(origin) is group


CLAIMS = (
    make_claim("c1", ORR, OFFICIALS),
    make_claim("c2", ORR),
    make_claim("c3", OFFICIALS, denied=(ORR,)),
    make_claim("c4", HARBOR, PIER),
    make_claim("c5", PIER, WIRE),
)


def test_what_rests_on_whom() -> None:
    found = {(x.group, x.origin.id if x.origin else None): x for x in find_leanings(CLAIMS, DOCUMENTS)}
    orr = found[Group.NAMED, "orr"]
    assert (orr.claims, orr.alone, orr.denials, orr.documents) == (("c1", "c2"), ("c2",), ("c3",), ("d1", "d2"))
    officials = found[Group.ANONYMOUS, "off"]
    assert (officials.claims, officials.alone, officials.documents) == (("c1", "c3"), ("c3",), ("d1",))
    assert found[Group.ABSENT, "wire"].alone == ()


def test_outlets_are_counted_together_and_stand_last() -> None:
    found = find_leanings(CLAIMS, DOCUMENTS)
    outlets = [x for x in found if x.origin is None]
    assert outlets == found[-1:]
    (own,) = outlets
    assert (own.origins, own.claims, own.alone, own.documents) == (2, ("c4", "c5"), ("c4",), ("d4", "d5"))
    assert "Harbor Daily" not in str(leaning_record(own))


def test_order_of_claims_changes_nothing() -> None:
    expected = find_leanings(CLAIMS, DOCUMENTS)
    assert all(find_leanings(c, DOCUMENTS) == expected for c in itertools.permutations(CLAIMS))


def test_those_without_whom_most_claims_have_none_come_first() -> None:
    found: list[Leaning] = [x for x in find_leanings(CLAIMS, DOCUMENTS) if x.origin]
    assert [len(x.alone) for x in found] == sorted((len(x.alone) for x in found), reverse=True)
    assert find_leanings([], {}) == []
