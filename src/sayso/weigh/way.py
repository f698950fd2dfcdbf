"""Where each statement of a claim leads, and the trail that this makes."""

import dataclasses
from collections.abc import Collection
from functools import cached_property

from sayso.model import Statement
from sayso.moments import to_period
from sayso.weigh.ends import DESCRIBED, OPEN, End, find_end
from sayso.weigh.setting import Setting
from sayso.weigh.side import Side
from sayso.weigh.step import Step


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trail:
    """The way from a statement to the one at whose chain's end its origin stands."""

    statement: Statement
    steps: tuple[Step, ...]
    end: Statement | None
    """None where the way only leads round."""
    twins: tuple[Statement, ...] = ()
    """Statements that share words with those on the way, where it is undetermined which repeats the other, and theirs."""

    @property
    def passed(self) -> tuple[Statement, ...]:
        """The statements that it leads through, the first among them."""
        return (self.statement, *(s.target for s in self.steps))


@dataclasses.dataclass(kw_only=True)
class Way:
    """Where each statement leads: to one other, or nowhere."""

    side: Side
    statements: dict[str, Statement] = dataclasses.field(default_factory=dict)
    """By id: those of the side, and those that they lead to."""
    steps: dict[str, Step] = dataclasses.field(default_factory=dict)
    """Statement id → where it leads, for those that lead somewhere."""
    relays: dict[str, tuple[Step, Step | None]] = dataclasses.field(default_factory=dict)
    """Statement id → where a credit through a publication might lead, and where its words lead otherwise."""
    twins: dict[str, list[Step]] = dataclasses.field(default_factory=dict)
    """Statement id → those that share its words, where it is undetermined which repeats the other."""

    @property
    def setting(self) -> Setting:
        """The side's."""
        return self.side.setting

    @cached_property
    def near(self) -> dict[str, set[str]]:
        """Statement id → ids of its twins, both ways. To be asked once all statements are found."""
        near: dict[str, set[str]] = {}
        for i, twins in self.twins.items():
            for step in twins:
                near.setdefault(i, set()).add(step.target.id)
                near.setdefault(step.target.id, set()).add(i)
        return near

    def is_open(self, statement: Statement) -> bool:
        """True where a statement's own chain doesn't say by name where its words are from."""
        return find_end(statement, self.setting) in OPEN

    def is_described(self, statement: Statement) -> bool:
        """True where its own chain ends in somebody who isn't named."""
        return find_end(statement, self.setting) in DESCRIBED

    def only_repeats(self, statement: Statement) -> bool:
        """True where its own chain ends in somebody named, and reuse leads to where the same one is named."""
        return find_end(statement, self.setting) is End.SPEAKER and self.steps[statement.id].kind == "reuse"

    def to_order(self, statement: Statement) -> tuple[float, str, int, str]:
        """What statements are ordered by, the earliest first; those of unknown time last."""
        period = to_period(self.setting.documents[statement.document].published)
        return period[0] if period else float("inf"), statement.document, statement.start, statement.id

    def find_end(self, i: str) -> Statement | None:
        """The statement that a statement's way leads to; None where it only leads round."""
        passed = {i}
        while i in self.steps:
            i = self.steps[i].target.id
            if i in passed:
                return None
            passed.add(i)
        return self.statements[i]

    def make_trail(self, i: str) -> Trail:
        """The way of one statement, as far as it leads somewhere new."""
        steps: list[Step] = []
        passed, at = {i}, i
        while at in self.steps and self.steps[at].target.id not in passed:
            steps.append(self.steps[at])
            at = steps[-1].target.id
            passed.add(at)
        end = None if at in self.steps else self.statements[at]
        return Trail(statement=self.statements[i], steps=tuple(steps), end=end, twins=self._find_twins(passed))

    def _find_twins(self, passed: Collection[str]) -> tuple[Statement, ...]:
        if not self.near:
            return ()
        found, waiting = set(passed), list(passed)
        while waiting:
            i = waiting.pop()
            further = {self.steps[i].target.id} if i in self.steps else set()
            more = (self.near.get(i, set()) | further) - found
            found |= more
            waiting += more
        return tuple(self.statements[i] for i in sorted(found.difference(passed)))
