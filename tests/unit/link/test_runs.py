import numpy as np
import pytest

from sayso.link.runs import Run, find_runs


def number(words: str) -> "np.typing.NDArray[np.int64]":
    return np.array([ord(letter) for letter in words], np.int64)


@pytest.mark.parametrize(
    ("a", "b", "runs"),
    [
        ("abcdef", "abcdef", [(0, 0, 6)]),
        ("xabcy", "zzabc", [(1, 2, 3)]),
        ("abcdxefg", "abcdyefg", [(0, 0, 4), (5, 5, 3)]),
        ("abcdef", "defabc", [(0, 3, 3), (3, 0, 3)]),
        ("abcxabc", "abc", [(0, 0, 3), (4, 0, 3)]),
        ("ab", "ab", []),
        ("", "abc", []),
    ],
)
def test_runs(a: str, b: str, runs: list[tuple[int, int, int]]) -> None:
    assert find_runs(number(a), number(b)) == [Run(*r) for r in runs]
    mirrored = sorted((r.b, r.a, r.length) for r in find_runs(number(a), number(b)))
    assert [(r.a, r.b, r.length) for r in find_runs(number(b), number(a))] == mirrored


def test_a_refrain_is_paired_in_order() -> None:
    song = number("abcd" * 10)
    assert find_runs(song, song) == [Run(0, 0, 40)]


def test_an_echo_of_a_much_longer_run_is_left_out() -> None:
    assert find_runs(number("abcdefghijklmnopabc"), number("abcdefghijklmnop")) == [Run(0, 0, 16)]
    assert len(find_runs(number("abcdefgabc"), number("abcdefg"))) == 2
