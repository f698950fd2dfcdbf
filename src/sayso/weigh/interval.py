"""Rule 8: the largest set of origins that are pairwise different."""

from collections.abc import Iterable, Sequence

MOST_WORK = 5_000
"""Sets that the search looks at before it is cut short: about a second with 240 origins, and far more than people and bodies ever need."""


def count_distinct(origins: Sequence[str], different: Iterable[frozenset[str]]) -> tuple[int, bool]:
    """Size of the largest set of pairwise different origins, and whether it is exact.

    1 where there are origins but no such pair, 0 where there are none. Where the search is cut short the
    size is that of the largest set found, which the largest of all can only exceed.
    """
    if not origins:
        return 0, True
    size, exact = find_largest_clique(make_neighbours(origins, different), work=MOST_WORK)
    return max(1, size), exact


def make_neighbours(origins: Iterable[str], different: Iterable[frozenset[str]]) -> list[int]:
    """For each origin, by id, the others that it is different from, as bits."""
    number = {origin: n for n, origin in enumerate(sorted(set(origins)))}
    near = [0] * len(number)
    for pair in different:
        a, b = sorted(pair)
        near[number[a]] |= 1 << number[b]
        near[number[b]] |= 1 << number[a]
    return near


def find_largest_clique(near: Sequence[int], *, work: int) -> tuple[int, bool]:
    """Size of the largest set of nodes that are all neighbours, and whether the search came to its end.

    Branch and bound with a greedy colouring as the bound (Tomita and Seki, 2003): a set of neighbours has
    at most one node of each colour.
    """
    best, looks = 0, 0
    stack: list[tuple[int, list[tuple[int, int]], int]] = []
    everything = (1 << len(near)) - 1
    if everything:
        stack.append((0, color_nodes(everything, near), everything))
    while stack:
        size, colored, left = stack[-1]
        if not colored or size + colored[-1][1] <= best:
            stack.pop()
            continue
        looks += 1
        if looks > work:
            return best, False
        node = colored.pop()[0]
        stack[-1] = size, colored, left & ~(1 << node)
        inside = left & near[node]
        if inside:
            stack.append((size + 1, color_nodes(inside, near), inside))
        else:
            best = max(best, size + 1)
    return best, True


def color_nodes(nodes: int, near: Sequence[int]) -> list[tuple[int, int]]:
    """Each node with a number of colour that no neighbour has, from 1, in the order of the colours."""
    colored = []
    color = 0
    while nodes:
        color += 1
        apart = nodes
        while apart:
            node = (apart & -apart).bit_length() - 1
            colored.append((node, color))
            nodes &= ~(1 << node)
            apart &= ~(1 << node) & ~near[node]
    return colored
