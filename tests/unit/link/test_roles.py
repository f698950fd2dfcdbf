import pytest

from sayso.link.roles import find_fields, find_gender, is_clash, is_one_rank, is_role, to_singular


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("minister", True),
        ("ex-minister", True),
        ("ministers", True),
        ("geochemist", True),
        ("tarn", False),
        ("", False),
    ],
)
def test_words_for_persons(word: str, role: bool) -> None:
    assert is_role(word) is role


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("officers", "officer"), ("policemen", "policeman"), ("ministries", "ministry"), ("bus", "bus"), ("boss", "boss")],
)
def test_singulars(plural: str, singular: str) -> None:
    assert to_singular(plural) == singular


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("footballer", "minister", True),
        ("lawyer", "minister", False),
        ("minister", "senator", False),
        ("spokesman", "minister", False),
        ("", "minister", False),
    ],
)
def test_lives_that_hardly_go_together(a: str, b: str, clash: bool) -> None:
    ours, theirs = find_fields(frozenset(a.split())), find_fields(frozenset(b.split()))
    assert is_clash(ours, theirs) is is_clash(theirs, ours) is clash


def test_gender_is_told_by_titles_alone() -> None:
    assert find_gender(frozenset({"mrs", "mayor"})) is True
    assert find_gender(frozenset({"mr"})) is False
    assert find_gender(frozenset({"mayor"})) is None
    assert find_gender(frozenset({"mr", "mrs"})) is None


def test_nobody_holds_two_ranks_at_once() -> None:
    assert not is_one_rank(frozenset({"constable"}), frozenset({"inspector"}))
    assert is_one_rank(frozenset({"colonel"}), frozenset({"lieutenant", "colonel"}))
    assert is_one_rank(frozenset({"mayor"}), frozenset({"inspector"}))
