import itertools
import zlib

import pytest

from sayso.weigh.interval import count_distinct, find_largest_clique, make_neighbours

NAMES = [f"{n:03}" for n in range(240)]
EVERY = {frozenset(p) for p in itertools.combinations(NAMES, 2)}
RING = {frozenset((NAMES[n], NAMES[(n + 1) % 6])) for n in range(6)}


@pytest.mark.parametrize(
    ("origins", "different", "distinct"),
    [
        ([], set(), 0),
        (NAMES[:1], set(), 1),
        (NAMES[:6], set(), 1),
        (NAMES[:6], RING, 2),
        (NAMES[:6], RING | {frozenset((NAMES[0], NAMES[2]))}, 3),
        (NAMES, EVERY, len(NAMES)),
        (NAMES, EVERY - {frozenset((NAMES[0], NAMES[1]))}, len(NAMES) - 1),
        (NAMES, EVERY - {frozenset(NAMES[n : n + 2]) for n in range(0, 240, 2)}, 120),
    ],
)
def test_the_largest_set_of_different_origins(
    origins: list[str], different: set[frozenset[str]], distinct: int
) -> None:
    assert count_distinct(origins, different) == (distinct, True)
    assert count_distinct(list(reversed(origins)), different) == (distinct, True)


def test_a_search_cut_short_says_so_and_gives_a_bound() -> None:
    near = make_neighbours(NAMES, {p for p in EVERY if zlib.crc32(repr(sorted(p)).encode()) % 5})
    size, is_exact = find_largest_clique(near, work=300)
    assert not is_exact
    assert 1 < size <= find_largest_clique(near, work=3_000)[0]
