"""Things joined pair by pair, and the groups that come of it."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)  # ordered, and hashable


class Forest(Generic[T]):
    """Groups of joined things, each known by its least. The order of joining leaves no trace."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def find(self, thing: T) -> T:
        """The least thing of a thing's group: itself where it was joined with nothing."""
        while (above := self._above.get(thing, thing)) != thing:
            self._above[thing] = self._above.get(above, above)
            thing = above
        return thing

    def join(self, a: T, b: T) -> bool:
        """Joins the groups of two things; false where they were one already."""
        first, second = sorted((self.find(a), self.find(b)))
        if first == second:
            return False
        self._above[second] = first
        return True

    def find_groups(self, things: Iterable[T]) -> list[list[T]]:
        """Some things by groups, each in order, the groups by their first."""
        groups: dict[T, list[T]] = {}
        for thing in sorted(things):
            groups.setdefault(self.find(thing), []).append(thing)
        return sorted(groups.values())
