"""Rule 1 where it is undetermined which of two documents repeats the other: both share one origin."""

import dataclasses
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.model import Statement
from sayso.weigh.ends import DESCRIBED, End, find_end, is_voice, make_origin_id
from sayso.weigh.first_hand import find_witness
from sayso.weigh.step import Step
from sayso.weigh.way import Way


def join_twins(way: Way) -> None:
    """Gives statements that share their words one origin.

    One that says nothing by name goes where the other leads. Where neither leads anywhere, the one that says
    most stands for all.
    """
    joined = True
    while joined:
        joined = sum(_join_to_twin(way.statements[i], way) for i in sorted(way.twins)) > 0
    groups = find_groups(way)
    outside = _find_origins_outside(groups, way)
    shares = Counter(i for group in groups for i in {make_origin_id(s, way.setting) for s in group})
    for group in groups:
        first = min(group, key=lambda s: _to_choice(s, outside, shares, way))
        for statement in group:
            if statement is not first:
                way.steps[statement.id] = dataclasses.replace(_find_step(statement, way), target=first)


def find_groups(way: Way) -> list[list[Statement]]:
    """Statements that lead nowhere and share words, by groups."""
    left = {i for i in way.near if i not in way.steps and way.is_open(way.statements[i])}
    groups, seen = [], set[str]()
    for i in sorted(left):
        if i in seen:
            continue
        group, waiting = [], [i]
        while waiting:
            j = waiting.pop()
            if j not in seen:
                seen.add(j)
                group.append(way.statements[j])
                waiting += sorted(way.near[j] & left)
        groups.append(group)
    return groups


def _join_to_twin(statement: Statement, way: Way) -> bool:
    if statement.id in way.steps or not way.is_open(statement):
        return False
    for step in sorted(way.twins[statement.id], key=lambda t: (t.target.id not in way.side.members, t.target.id)):
        end = way.find_end(step.target.id)
        says_more = step.target.id in way.steps or not way.is_open(step.target)
        if says_more and not (end and end.id == statement.id):
            way.steps[statement.id] = step
            return True
    return False


def _find_origins_outside(groups: Sequence[Sequence[Statement]], way: Way) -> set[str]:
    """Ids of the origins at which something ends that is in no group."""
    inside = {s.id for group in groups for s in group}
    ends = (way.find_end(i) for i in way.side.members)
    return {make_origin_id(e, way.setting) for e in ends if e and e.id not in inside}


def _to_choice(
    statement: Statement, outside: Collection[str], shares: Mapping[str, int], way: Way
) -> tuple[object, ...]:
    """What a group is ordered by, the one that stands for it first.

    The one that says most; one whose origin stands behind other statements too, so that words that two
    documents share never make one origin more; the earliest.
    """
    origin = make_origin_id(statement, way.setting)
    return _rank(statement, way), origin not in outside, -shares[origin], *way.to_order(statement)


def _rank(statement: Statement, way: Way) -> int:
    """How little the end of a statement's chain says of where its words are from."""
    end = find_end(statement, way.setting)
    if end is not End.VOICE:
        return DESCRIBED.index(end) + 2
    if not is_voice(statement, way.setting):
        return 0
    return 1 if find_witness(statement, way.setting) else len(DESCRIBED) + 2


def _find_step(statement: Statement, way: Way) -> Step:
    """What joins a statement to another of its group."""
    steps = way.twins[statement.id] or [
        step for _, steps in sorted(way.twins.items()) for step in steps if step.target.id == statement.id
    ]
    return min(steps, key=lambda s: s.target.id)
