from typing import Any

import pytest

from sayso.catalogue.claims import Filters, Order, is_worth_a_look
from sayso.errors import NotFound, UsageError
from sayso.model import Claim, Kind, Origin, Weight
from sayso.serve.choosing import choose_claims, find_outlets, order_claims, shorten_ids
from sayso.serve.linked import Linked

PUMP, BOATS, INSPECTED, GULL = "the second pump", "Boats from", "the ferry had", "the harbour of"


@pytest.mark.parametrize(
    ("filters", "beginnings"),
    [
        (Filters(), {PUMP, BOATS, INSPECTED, GULL}),
        (Filters(entity="lena orr"), {PUMP}),
        (Filters(entity="Orr"), {PUMP}),
        (Filters(entity="Owen Tarn"), {PUMP, INSPECTED}),
        (Filters(entity="Aldo Ferrin"), {GULL}),
        (Filters(entity="Harbor Daily"), {PUMP, BOATS, INSPECTED}),
        (Filters(outlet="strait echo"), {PUMP, INSPECTED}),
        (Filters(outlet="Nowhere Times"), set()),
        (Filters(since="2031-03-04"), {PUMP, INSPECTED}),
        (Filters(since="2031-03-05"), set()),
        (Filters(until="2031-03-02"), {PUMP, BOATS, INSPECTED}),
        (Filters(since="2031", until="2031-03-01"), set()),
        (Filters(text="PUMP within"), {PUMP}),
        (Filters(text="pump fog"), set()),
        (Filters(text="the", outlet="Upland Mail"), {GULL}),
    ],
)
def test_filters(linked: Linked, filters: Filters, beginnings: set[str]) -> None:
    found = choose_claims(linked.claims, filters, linked)
    assert {next(b for b in (PUMP, BOATS, INSPECTED, GULL) if c.text.startswith(b)) for c in found} == beginnings


def test_filters_that_mean_nothing(linked: Linked) -> None:
    assert not Filters()
    assert Filters(limit=1)
    for time in ("yesterday", ""):
        with pytest.raises(UsageError, match="is no time"):
            choose_claims(linked.claims, Filters(since=time), linked)
    with pytest.raises(NotFound, match="names anybody so"):
        choose_claims(linked.claims, Filters(entity="Nobody"), linked)


@pytest.mark.parametrize(
    ("order", "beginnings"),
    [
        (Order.REPEATED, [PUMP, INSPECTED, BOATS, GULL]),
        (Order.ORIGINS, [PUMP, BOATS, GULL, INSPECTED]),
        (Order.TEXT, [BOATS, INSPECTED, GULL, PUMP]),
    ],
)
def test_orders(linked: Linked, order: Order, beginnings: list[str]) -> None:
    expected = [c.id for b in beginnings for c in linked.claims if c.text.startswith(b)]
    assert [c.id for c in order_claims(linked.claims, order, linked)] == expected
    assert [c.id for c in order_claims(reversed(linked.claims), order, linked)] == expected


def test_by_time_the_unknown_ones_come_last(linked: Linked) -> None:
    assert order_claims(linked.claims, Order.TIME, linked)[-1].text.startswith(GULL)


def make_claim(origin: Origin, *documents: str, **marks: Any) -> Claim:
    return Claim(
        id="c", text="t", said_by="x", statements=("c",), documents=documents, weight=Weight(origins=(origin,)), **marks
    )


ORR = Origin(id="1", kind=Kind.PERSON, name="Lena Orr")


@pytest.mark.parametrize(
    ("claim", "is_shown"),
    [
        (make_claim(ORR, "d1"), False),
        (make_claim(Origin(id="1", kind=Kind.OUTLET, name="Pier Post", first_hand=True), "d1"), False),
        (make_claim(ORR, "d1", "d2"), True),
        (make_claim(Origin(id="1", kind=Kind.ANONYMOUS, name="two officials"), "d1"), True),
        (make_claim(Origin(id="1", kind=Kind.OUTLET, name="Pier Post", unattributed=True), "d1"), True),
        (make_claim(Origin(id="1", kind=Kind.PUBLICATION, name="Coast Wire", absent=True), "d1"), True),
        (make_claim(Origin(id="1", kind=Kind.PERSON, name=None), "d1"), True),
        (make_claim(ORR, "d1", circular=True), True),
        (make_claim(ORR, "d1", loops=("c",)), True),
    ],
)
def test_what_is_shown_unasked(claim: Claim, is_shown: bool) -> None:
    assert is_worth_a_look(claim) is is_shown


def test_outlets_of_a_claim(linked: Linked) -> None:
    (pump,) = choose_claims(linked.claims, Filters(text="pump"), linked)
    assert find_outlets(pump, linked) == ["Harbor Daily", "Pier Post", "Strait Echo"]


@pytest.mark.parametrize(
    ("ids", "length"), [([], None), (["a" * 16], 6), (["abcdef11", "abcdef12"], 8), (["a1" * 8, "a1" * 8], 6)]
)
def test_short_ids(ids: list[str], length: int | None) -> None:
    assert {len(i) for i in shorten_ids(ids).values()} == ({length} if length else set())
    assert len(set(shorten_ids(ids).values())) == len(set(ids))
