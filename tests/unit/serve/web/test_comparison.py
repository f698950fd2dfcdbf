"""In what two documents differ that make one claim."""

import pytest

from sayso.model import Claim, Variant
from sayso.serve.web.comparison import Meeting
from tests.factories import make_statement

OURS = make_statement("nine died", document="a")
MORE = make_statement("eleven died", document="a", start=40)
THEIRS = make_statement("11 died", document="b")
OTHERS = make_statement("twelve died", document="c")


def meet(*, variants: tuple[Variant, ...] = (), denials: tuple[str, ...] = ()) -> Meeting:
    claim = Claim(id="c", text="nine died", said_by="", statements=(), variants=variants, denials=denials)
    return Meeting(claim=claim, ours=(OURS, MORE), theirs=(THEIRS,))


def give(value: str, *statements: str) -> Variant:
    return Variant(value=value, statements=statements)


@pytest.mark.parametrize(
    ("variants", "expected"),
    [
        ((), []),
        ((give("nine", OURS.id, OTHERS.id), give("11", THEIRS.id)), [give("nine", OURS.id), give("11", THEIRS.id)]),
        ((give("nine", OURS.id), give("11", MORE.id, THEIRS.id)), []),
        ((give("nine", OURS.id), give("twelve", OTHERS.id)), []),
    ],
)
def test_values_that_only_one_side_gives(variants: tuple[Variant, ...], expected: list[Variant]) -> None:
    assert meet(variants=variants).variants == expected


@pytest.mark.parametrize(
    ("denials", "is_opposed"),
    [((), False), ((THEIRS.id,), True), ((OURS.id,), True), ((OURS.id, MORE.id, THEIRS.id), False)],
)
def test_one_denies_what_the_other_affirms(denials: tuple[str, ...], is_opposed: bool) -> None:
    assert meet(denials=denials).is_opposed is is_opposed
