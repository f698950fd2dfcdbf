from collections.abc import Sequence

import pytest

from sayso.link.chains import chain_in_words
from sayso.link.claims import find_groups, find_strongest, find_variants, resolve
from sayso.link.sayings import Saying, make_sayings
from sayso.model import Link, Polarity, Statement, Tie
from tests.factories import anonymous, make_document, make_statement, outlet, person, publication


def tie(a: str, b: str, score: float, *, opposed: bool = False) -> Tie:
    first, second = sorted((a, b))
    return Tie(a=first, b=second, opposed=opposed, score=score, features=(), reason="")


def prepare(*statements: Statement) -> list[Saying]:
    return list(make_sayings(make_document(), statements).all)


@pytest.mark.parametrize(
    ("ties", "groups"),
    [
        ([], [["a"], ["b"], ["c"]]),
        ([tie("a", "b", 0.9)], [["a", "b"], ["c"]]),
        ([tie("a", "b", 0.9), tie("b", "c", 0.8), tie("a", "c", 0.7)], [["a", "b", "c"]]),
        ([tie("a", "b", 0.9), tie("b", "c", 0.8)], [["a", "b"], ["c"]]),  # a and c have nothing in common
        ([tie("a", "b", 0.4)], [["a"], ["b"], ["c"]]),
    ],
)
def test_groups_hold_together_on_average(ties: list[Tie], groups: list[list[str]]) -> None:
    assert find_groups("abc", ties, least=0.5) == groups
    assert find_groups("cba", reversed(ties), least=0.5) == groups


def test_a_persons_judgement_goes_before_likeness() -> None:
    ties = [tie("a", "b", 0.9)]
    assert find_groups("abc", ties, parted=[("b", "a")]) == [["a"], ["b"], ["c"]]
    assert find_groups("abc", [], joined=[("c", "a")]) == [["a", "c"], ["b"]]
    assert find_groups("abc", ties, joined=[("a", "c")], parted=[("b", "c")]) == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("joined", "parted", "groups"),
    [
        ([("d", "a")], [], ["abcd", "ef"]),  # a stays with those it is alike
        ([("a", "d")], [], ["ad", "bc", "ef"]),  # only what was judged is moved
        ([("e", "a")], [], ["abce", "d", "f"]),
        ([("a", "d"), ("d", "e")], [], ["adef", "bc"]),  # with what was put to it before
        ([("d", "a"), ("f", "d")], [], ["abcdf", "e"]),
        ([("a", "b")], [], ["abc", "d", "ef"]),
        ([("d", "a")], [("d", "b")], ["ad", "bc", "ef"]),
        ([("d", "a")], [("a", "d")], ["abc", "d", "ef"]),
        ([("a", "gone"), ("gone", "a")], [], ["abc", "d", "ef"]),
    ],
)
def test_what_belongs_to_a_claim_is_put_to_it(
    joined: list[tuple[str, str]], parted: list[tuple[str, str]], groups: list[str]
) -> None:
    ties = [tie(*pair, 0.9) for pair in (("a", "b"), ("a", "c"), ("b", "c"), ("e", "f"))]
    assert find_groups("abcdef", ties, joined=joined, parted=parted) == [list(g) for g in groups]


def test_the_strongest_ties_hold_a_claim_together() -> None:
    ties = [tie("a", "b", 0.9), tie("b", "c", 0.6), tie("a", "c", 0.8)]
    assert [(t.a, t.b) for t in find_strongest(ties)] == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        (["the valve was open", "the valve stood open", "the valve was not open"], [2]),
        (["no alarm sounded", "the alarm stayed silent"], []),
        (["no alarm sounded", "the alarm rang for an hour", "a bell was heard"], [0]),
    ],
)
def test_denials_are_told_by_ties_and_by_words(words: Sequence[str], denied: list[int]) -> None:
    sayings = prepare(*(make_statement(w, document=f"d{n}") for n, w in enumerate(words)))
    ids = [s.statement.id for s in sayings]
    opposed = {n for n in range(len(words)) if n in denied}
    ties = [
        tie(ids[a], ids[b], 0.8, opposed=(a in opposed) != (b in opposed)) for a in range(len(ids)) for b in range(a)
    ]
    claim = resolve(sayings, ties)
    assert sorted(claim.denials) == sorted(ids[n] for n in denied)
    assert resolve(list(reversed(sayings)), list(reversed(ties))) == claim


def test_a_claim_that_is_only_denied_has_only_denials() -> None:
    sayings = prepare(make_statement("the valve was open", polarity=Polarity.DENIED))
    claim = resolve(sayings, [])
    assert (claim.statements, claim.denials) == ((), (sayings[0].statement.id,))


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["three people died", "five people are dead", "some died"], ["3", "5"]),
        (["three people died", "3 people are dead"], []),
        (["it cost €4 million", "a bill of €5 million"], ["€4 million", "€5 million"]),
        (["it rained", "it poured"], []),
    ],
)
def test_values_that_differ_are_variants(words: list[str], values: list[str]) -> None:
    found = find_variants(prepare(*(make_statement(w, document=f"d{n}") for n, w in enumerate(words))))
    numbers = {"three people": "3", "five people": "5"}
    assert [numbers.get(v.value, v.value) for v in found] == values


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        ((outlet("Harbor Daily"),), "Harbor Daily"),
        ((outlet(None), person("Lena Orr")), "an unknown outlet → Lena Orr"),
        (
            (outlet("Harbor Daily"), publication("Coast Wire"), anonymous("two port officials")),
            'Harbor Daily → Coast Wire → "two port officials"',
        ),
        ((outlet("Harbor Daily"), person(None)), "Harbor Daily → somebody undetermined"),
        ((outlet("Harbor Daily"), anonymous(None)), "Harbor Daily → somebody undetermined"),
    ],
)
def test_a_chain_in_words(chain: tuple[Link, ...], words: str) -> None:
    assert chain_in_words(chain) == words
