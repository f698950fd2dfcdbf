from sayso.model import Claim, Kind, Origin, OriginRelation, Relation, Weight
from sayso.serve.changes import Change, find_changes


def make_claim(*statements: str, at_most: int = 1, relation: Relation | None = None, reason: str = "") -> Claim:
    origins = tuple(Origin(id=f"o{n}", kind=Kind.PERSON, name=f"P {n}") for n in range(at_most))
    relations = (OriginRelation(a="o0", b="o1", relation=relation, reason=reason),) if relation else ()
    return Claim(
        id=min(statements),
        text="t",
        said_by="Harbor Daily",
        statements=statements,
        weight=Weight(at_least=1, at_most=at_most, origins=origins, relations=relations),
    )


A, B = make_claim("a1", "a2"), make_claim("b1")


def test_nothing_changed() -> None:
    assert find_changes([A, B], [B, A]) == []


def test_reasons_alone_are_no_change() -> None:
    before, after = (make_claim("a1", at_most=2, relation=Relation.UNDETERMINED, reason=r) for r in ("one", "other"))
    assert find_changes([before], [after]) == []
    other = make_claim("a1", at_most=2, relation=Relation.DIFFERENT)
    assert find_changes([before], [other]) == [Change(before=(before,), after=(other,))]


def test_claims_that_are_joined_or_parted_stand_together() -> None:
    joined = make_claim("a1", "a2", "b1")
    assert find_changes([A, B], [joined]) == [Change(before=(A, B), after=(joined,))]
    assert find_changes([joined], [B, A]) == [Change(before=(joined,), after=(A, B))]
    moved = make_claim("a1"), make_claim("a2", "b1")
    assert find_changes([A, B, make_claim("c1")], [*moved, make_claim("c1")]) == [Change(before=(A, B), after=moved)]


def test_claims_that_come_and_go() -> None:
    assert find_changes([A], []) == [Change(before=(A,), after=())]
    assert find_changes([], [B]) == [Change(before=(), after=(B,))]
