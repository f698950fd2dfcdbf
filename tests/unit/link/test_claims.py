import pytest

from sayso.link.chains import chain_in_words
from sayso.link.claims import FEWEST_WORDS, find_components, make_keys, resolve
from sayso.link.wording import make_wording
from sayso.model import Link, Part, Polarity, Span, Statement, Time
from tests.factories import anonymous, make_statement, outlet, person, publication


def are_joined(a: Statement, b: Statement) -> bool:
    return len(find_components([a, b])) == 1


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("the ferry had lost both its pumps", "The ferry lost both its pumps.", True),
        ("The port's pumps failed on Skerry Point", "the port’s pumps had failed on Skerry Point", True),
        ("The ferry carried 80 people to Skerry", "The ferry carried 8 people to Skerry", False),
        ("The ferry carried 1,800 people to Skerry", "The ferry carried 1800 people to Skerry", False),
        ("The ferry sailed from Skerry to Tarn", "The ferry sailed to Skerry from Tarn", False),
        ("Ostmere attacked the fleet of Tarn", "Tarn attacked the fleet of Ostmere", False),
        ("The ferry was insured by Orr Mutual", "The ferry was not insured by Orr Mutual", False),
        ("The ferry was insured by Orr Mutual", "The ferry wasn't insured by Orr Mutual", False),
        ("The ferry must sail again by May", "The ferry will sail again by May", False),
        ("two people died", "Two people died", False),
        ("He will leave the port by May", "he will leave the port by May", False),
        (
            "She told the harbour board that nobody had inspected the second pump since March",
            "she told the harbour board that nobody had inspected the second pump since March",
            True,
        ),
    ],
)
def test_only_the_same_wording_is_the_same_claim(a: str, b: str, joined: bool) -> None:
    assert are_joined(make_statement(a), make_statement(b, document="d2")) is joined


@pytest.mark.parametrize(
    ("denied", "joined"),
    [
        ("the Council was a front for the League", True),
        ("The Council is not a front for the League", True),
        ("The Council never met the League at all", False),
    ],
)
def test_a_denial_belongs_to_what_it_denies(denied: str, joined: bool) -> None:
    said = make_statement("The Council is a front for the League")
    denial = make_statement(denied, document="d2", polarity=Polarity.DENIED)
    assert are_joined(said, denial) is joined
    if joined:
        claim = resolve([said, denial])
        assert (claim.statements, claim.denials, claim.text) == ((said.id,), (denial.id,), said.text)


@pytest.mark.parametrize(
    ("ours", "theirs", "joined"),
    [
        ("2031-03-02", "2031-03-02", True),
        ("2031-03", "2031-03-02", True),
        (None, "2031-03-02", True),
        ("2031-03-09", "2031-03-02", False),
    ],
)
def test_times_must_be_compatible(ours: str | None, theirs: str, joined: bool) -> None:
    words = "The ferry hit the pier at Skerry on Monday"
    at = Span(part=Part.TEXT, start=0, stop=1)

    def on(value: str | None, document: str) -> Statement:
        import dataclasses

        return dataclasses.replace(
            make_statement(words, document=document), times=(Time(span=at, value=value, precision="day"),)
        )

    assert are_joined(on(ours, "d1"), on(theirs, "d2")) is joined


def test_groups_do_not_depend_on_order() -> None:
    statements = [make_statement("The ferry lost both its pumps", document=f"d{n}") for n in range(4)]
    statements += [make_statement("The pier burnt down at Skerry", document=f"e{n}") for n in range(3)]
    groups = find_components(statements)
    assert sorted(map(len, groups)) == [3, 4]
    assert find_components(reversed(statements)) == groups
    assert [resolve(g) for g in groups] == [resolve(list(reversed(g))) for g in groups]


def test_short_statements_meet_nobody() -> None:
    assert len(make_wording(make_statement("the pumps failed")).content) < FEWEST_WORDS
    assert make_keys(make_statement("the pumps failed")) == []


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
