from itertools import permutations

from sayso.forest import Forest

PAIRS = [("b", "c"), ("a", "b"), ("e", "d")]


def test_groups_are_the_same_whatever_the_order_of_joining() -> None:
    for order in permutations(PAIRS):
        forest: Forest[str] = Forest()
        assert all(forest.join(a, b) for a, b in order)
        assert forest.find_groups("fedcba") == [["a", "b", "c"], ["d", "e"], ["f"]]
        assert [forest.find(x) for x in "cef"] == ["a", "d", "f"]


def test_what_is_one_already_is_not_joined_again() -> None:
    forest: Forest[str] = Forest()
    assert forest.join("a", "b")
    assert not forest.join("b", "a")
    assert not forest.join("c", "c")
