import dataclasses

import pytest

from sayso.link.context import Context
from sayso.link.judge import Judgement
from sayso.link.sayings import Sayings, make_sayings
from sayso.link.ties import find_ties, make_wording_keys
from sayso.model import Part, Polarity, Span, Statement, Tie, Time
from tests.factories import make_document, make_statement

MEANING = bytes([127] + [0] * 7)


class FakeJudge:
    """Says of every pair what it is told to, and counts how often it is asked."""

    def __init__(self, same: float = 0.0, opposed: float = 0.0) -> None:
        self.found = Judgement(same=same, opposed=opposed)
        self.asked = 0

    @property
    def version(self) -> str:
        return "fake"

    def judge(self, a: Context, b: Context) -> Judgement:
        self.asked += 1
        return self.found


def say(words: str, outlet: str, *, polarity: Polarity = Polarity.AFFIRMED, time: str | None = None) -> Sayings:
    document = make_document(text=words, outlet=outlet)
    statement = dataclasses.replace(make_statement(words, document=document.id, polarity=polarity), embedding=MEANING)
    if time:
        at = Span(part=Part.TEXT, start=0, stop=1)
        statement = dataclasses.replace(statement, times=(Time(span=at, value=time, precision="day"),))
    return make_sayings(document, [statement])


def tie(a: Sayings, b: Sayings, judge: FakeJudge, *, same_matter: bool = True) -> list[Tie]:
    return list(find_ties(a, b, judge, same_matter=same_matter))


@pytest.mark.parametrize(
    ("a", "b", "tied"),
    [
        ("the ferry had lost both its pumps", "The ferry lost both its pumps", True),
        ("The ferry carried 80 people to Skerry", "The ferry carried 8 people to Skerry", False),
        ("Ostmere attacked the fleet of Tarn", "Tarn attacked the fleet of Ostmere", False),
        ("two people died", "Two people died", False),
        ("He will leave the port by May", "he will leave the port by May", False),
    ],
)
def test_equal_wording_ties_without_being_judged(a: str, b: str, tied: bool) -> None:
    judge = FakeJudge()
    found = tie(say(a, "A"), say(b, "B"), judge)
    assert bool(found) is tied
    assert judge.asked == (0 if tied else 1)
    assert bool(make_wording_keys(say(a, "A")) & make_wording_keys(say(b, "B"))) is tied


def test_a_denial_in_equal_wording_is_opposed() -> None:
    words = "The Council is a front for the League"
    (found,) = tie(say(words, "A"), say(words, "B", polarity=Polarity.DENIED), FakeJudge())
    assert found.opposed
    (found,) = tie(say(words, "A"), say("The Council is not a front for the League", "B"), FakeJudge())
    assert found.opposed


def test_on_another_matter_only_wording_ties() -> None:
    judge = FakeJudge(same=0.9)
    assert tie(say("The pump failed", "A"), say("The pump broke", "B"), judge, same_matter=False) == []
    assert judge.asked == 0


def test_the_judge_decides_on_one_matter() -> None:
    a, b = say("The pump failed", "A"), say("Its pump gave up", "B")
    (found,) = tie(a, b, FakeJudge(same=0.7, opposed=0.1))
    assert (found.opposed, found.score) == (False, 0.8)
    (found,) = tie(b, a, FakeJudge(same=0.1, opposed=0.7))
    assert found.opposed
    assert tie(a, b, FakeJudge(same=0.03)) == []


@pytest.mark.parametrize(("same", "opposed", "rejects"), [(0.7, 0.2, True), (0.01, 0.9, True), (0.9, 0.0, False)])
def test_a_not_outweighs_the_judge_unless_it_is_sure(same: float, opposed: float, rejects: bool) -> None:
    a, b = say("The pump failed", "A"), say("Its pump did not give up", "B")
    for found in (*tie(a, b, FakeJudge(same, opposed)), *tie(b, a, FakeJudge(same, opposed))):
        assert found.opposed is rejects
        assert ("just one of them denies" in found.reason) is rejects


@pytest.mark.parametrize(
    ("ours", "theirs", "tied"),
    [
        ("2031-03-02", "2031-04-20", True),
        ("2031-03-02", "2030-03-02", False),
        ("2031", "2031-03-02", True),
        ("2031", "2030", False),
    ],
)
def test_times_far_apart_overrule_the_judge(ours: str, theirs: str, tied: bool) -> None:
    found = tie(say("The river flooded", "A", time=ours), say("A flood came", "B", time=theirs), FakeJudge(same=0.9))
    assert bool(found) is tied


def test_within_a_document_no_statement_meets_itself() -> None:
    document = make_document(text="The pump failed. The pump broke.")
    statements: list[Statement] = [
        dataclasses.replace(make_statement(w, document=document.id, start=n), embedding=MEANING)
        for n, w in ((0, "The pump failed"), (17, "The pump broke"))
    ]
    sayings = make_sayings(document, statements)
    assert len(list(find_ties(sayings, sayings, FakeJudge(same=0.9), same_matter=True))) == 1
