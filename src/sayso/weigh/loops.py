"""Rule 6: ways that only lead round."""

from sayso.model import Statement
from sayso.weigh.way import Way


def close_loops(way: Way) -> None:
    """Ends every loop that has somebody described in it, or repeats somebody's name, or cites nobody.

    The chains of such a loop don't lead only to one another; and reuse alone can't close one. What is left
    is circular.
    """
    for loop in find_loops(way):
        is_reuse = all(way.steps[s.id].kind != "citation" for s in loop)
        leaving = [s for s in loop if is_reuse or way.is_described(s) or way.only_repeats(s)]
        if leaving:
            del way.steps[min(leaving, key=way.to_order).id]


def find_loops(way: Way) -> list[list[Statement]]:
    """The statements of each loop."""
    loops, seen = [], set[str]()
    for first in sorted(way.steps):
        path: list[str] = []
        i = first
        while i in way.steps and i not in seen:
            seen.add(i)
            path.append(i)
            i = way.steps[i].target.id
        if i in path:
            loops.append([way.statements[j] for j in path[path.index(i) :]])
    return loops
