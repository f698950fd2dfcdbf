"""The kind of a source: the encoder's doubt settled by the words."""

import pytest

from sayso.model import Kind
from sayso.read.kind import judge_kind
from sayso.read.mention import profile_of

EVEN = dict.fromkeys((Kind.PUBLICATION, Kind.PERSON, Kind.ORGANISATION, Kind.ANONYMOUS), 0.25)

CASES = [
    ("the Marl Institute's spokesman", Kind.ORGANISATION),
    ("Experts from the Marl Institute", Kind.ANONYMOUS),
    ("two officials", Kind.ANONYMOUS),
    ("The Canal Ministry", Kind.ORGANISATION),
    ("a report by the Marl Institute", Kind.PUBLICATION),
    ("the Merrow Telegraph", Kind.PUBLICATION),
    ("Ms Orr", Kind.PERSON),
]


@pytest.mark.parametrize(("words", "kind"), CASES)
def test_words_settle_a_doubt(words: str, kind: Kind) -> None:
    weighed = judge_kind(EVEN, profile_of(words))
    assert max(weighed, key=lambda k: weighed[k]) is kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Radio Merrow", Kind.PUBLICATION),
        ("Merrower Tagblatt", Kind.PUBLICATION),
        ("the Merrow Champion", Kind.PUBLICATION),
        ("the Kenyan Amos Rono", Kind.PERSON),
        ("the late Anna Berg", Kind.PERSON),
        ("the Duchess of Merrow", Kind.PERSON),
        ("Herald Orr", Kind.PERSON),
        ("Orr of the Merrow Herald", Kind.PERSON),
    ],
)
def test_a_name_that_cannot_be_a_persons_is_no_person(words: str, kind: Kind) -> None:
    sure = {Kind.PERSON: 0.98, Kind.PUBLICATION: 0.01, Kind.ORGANISATION: 0.0, Kind.ANONYMOUS: 0.01}
    weighed = judge_kind(sure, profile_of(words))
    assert max(weighed, key=lambda k: weighed[k]) is kind


def test_what_the_encoder_excludes_stays_excluded() -> None:
    assert judge_kind({Kind.PERSON: 1.0}, profile_of("the Canal Ministry")) == {Kind.PERSON: 1.0}
