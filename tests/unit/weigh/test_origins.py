from collections.abc import Sequence

import pytest

from sayso.link.claims import resolve
from sayso.model import Claim, Kind, Link, Polarity
from sayso.weigh.names import normalise_name
from sayso.weigh.origins import EXACT_UP_TO, count_distinct, weigh_claim
from tests.factories import anonymous, make_document, make_statement, organisation, outlet, person, publication

HARBOR, TIMES = outlet("Harbor Daily"), outlet("Port Times")


def weigh(*chains: Sequence[Link], denied: Sequence[Sequence[Link]] = ()) -> Claim:
    """The claim of one statement a chain, each in a document of its own."""
    statements = [make_statement("the pump failed", *chain, document=f"d{n}") for n, chain in enumerate(chains)]
    statements += [
        make_statement("the pump failed", *chain, document=f"x{n}", polarity=Polarity.DENIED)
        for n, chain in enumerate(denied)
    ]
    documents = {s.document: make_document(outlet=s.chain[0].name) for s in statements}
    outlets = {normalise_name(d.outlet) for d in documents.values() if d.outlet}
    return weigh_claim(resolve(statements), statements, documents, outlets)


@pytest.mark.parametrize(
    ("chains", "interval"),
    [
        ([[HARBOR]], (1, 1)),
        ([[HARBOR], [HARBOR]], (1, 1)),
        ([[HARBOR], [TIMES]], (1, 2)),
        ([[HARBOR, person("Lena Orr")], [TIMES, person("Lena Orr")]], (1, 1)),
        ([[HARBOR, person("Lena Orr")], [TIMES, person("Dr. Lena Orr")]], (1, 1)),
        ([[HARBOR, person("Lena Orr")], [TIMES, person("Owen Tarn")]], (2, 2)),
        ([[HARBOR, person("Lena Orr")], [TIMES, organisation("Coast Guard")], [TIMES, person("Owen Tarn")]], (3, 3)),
        ([[HARBOR, person("Lena Orr")], [TIMES, anonymous("two officials")]], (1, 2)),
        ([[HARBOR, anonymous("two officials")], [TIMES, anonymous("two officials")]], (1, 2)),
        ([[HARBOR, person("Lena Orr")], [TIMES, person("Lena Orr"), person("Owen Tarn")]], (1, 2)),
        ([[HARBOR, publication("Port Times")], [TIMES]], (1, 1)),
        ([[outlet(None)], [outlet(None)]], (1, 2)),
        ([[HARBOR, person(None)], [TIMES, person(None)]], (1, 2)),
        ([], (0, 0)),
    ],
)
def test_interval(chains: list[list[Link]], interval: tuple[int, int]) -> None:
    claim = weigh(*chains, denied=[[HARBOR, person("Kit Moss")]])
    assert (claim.at_least, claim.at_most) == interval
    assert len(claim.origins) == claim.at_most


def test_one_document_speaks_of_one_anonymous_source_in_the_same_words() -> None:
    chain = (HARBOR, anonymous("Two officials"))
    statements = [make_statement("the pump failed", *chain, start=n) for n in (0, 50)]
    claim = weigh_claim(resolve(statements), statements, {"d1": make_document()}, {"harbor daily"})
    assert claim.at_most == 1


@pytest.mark.parametrize(
    ("chain", "kind", "absent", "unattributed"),
    [
        ([HARBOR], Kind.OUTLET, False, True),
        ([HARBOR, publication("Coast Wire")], Kind.PUBLICATION, True, False),
        ([HARBOR, publication("The Harbor Daily")], Kind.PUBLICATION, False, False),
        ([HARBOR, person("Lena Orr")], Kind.PERSON, False, False),
    ],
)
def test_marks_of_an_origin(chain: list[Link], kind: Kind, absent: bool, unattributed: bool) -> None:
    (origin,) = weigh(chain).origins
    assert (origin.kind, origin.absent, origin.unattributed) == (kind, absent, unattributed)


def test_the_largest_set_of_different_origins() -> None:
    names = [str(n) for n in range(6)]
    ring = {frozenset((names[n], names[(n + 1) % 6])) for n in range(6)}
    assert count_distinct(names, ring) == 2
    assert count_distinct(names, ring | {frozenset(("0", "2"))}) == 3
    assert count_distinct(names, set()) == 1
    assert count_distinct([], set()) == 0


def test_very_many_origins_are_counted_carefully() -> None:
    names = [f"{n:02}" for n in range(EXACT_UP_TO + 5)]
    every = {frozenset((a, b)) for a in names for b in names if a < b}
    assert count_distinct(names, every) == len(names)
    assert count_distinct(names, every - {frozenset(("00", "01"))}) == len(names) - 1
