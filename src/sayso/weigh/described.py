"""Rule 4: when two mentions of somebody described are of the same one."""

import dataclasses
from collections.abc import Callable

from sayso.model import Statement
from sayso.weigh.citations import find_cited
from sayso.weigh.ends import DESCRIBED, End, find_end, make_origin_id
from sayso.weigh.names import normalise_name
from sayso.weigh.setting import Setting
from sayso.weigh.side import Side
from sayso.weigh.step import Step
from sayso.weigh.way import Way


def find_relay(statement: Statement, side: Side) -> Step | None:
    """The step from somebody described, credited through a publication, to that publication's own document.

    There it leads to somebody described, where there is one. Of several it must be one described with a
    word in common; else it is undetermined which is meant, and it leads nowhere.
    """
    step = find_through(statement, side, prefer=lambda c: _compare(statement, c, side.setting))
    if step is None:
        return None
    there = [s for s in side.by_document[step.target.document] if find_end(s, side.setting) in DESCRIBED]
    is_one = len({make_origin_id(s, side.setting) for s in there}) < 2
    return step if is_one or find_end_words(statement) & find_end_words(step.target) else None


def find_writing(statement: Statement, side: Side) -> Step | None:
    """The step from a writing, credited through a publication, to that publication's own document, where the claim
    rests on a writing whose name has the same words, more or fewer: a letter, a letter to the cabinet.
    """
    step = find_through(statement, side, prefer=lambda c: (not _is_one_writing(statement, c, side.setting),))
    if step is None or not _is_one_writing(statement, step.target, side.setting):
        return None
    return dataclasses.replace(step, reason=f"{step.reason}, of the same writing")


def find_through(statement: Statement, side: Side, *, prefer: Callable[[Statement], tuple[object, ...]]) -> Step | None:
    """The step into the document of the farthest publication here through which a statement's last link is credited."""
    steps = (find_cited(statement, link, side, prefer=prefer) for link in reversed(statement.chain[1:-1]))
    return next((step for step in steps if step), None)


def _is_one_writing(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether two statements' own chains end in writings that are not here, and may be one by their names."""
    for s in (a, b):
        is_here = setting.is_publisher(setting.find_entity(s.document, s.chain[-1]))
        if is_here or find_end(s, setting) is not End.PUBLICATION:
            return False
    ours, theirs = find_end_words(a), find_end_words(b)
    return bool(ours) and (ours <= theirs or theirs <= ours)


def find_end_words(statement: Statement) -> set[str]:
    """The words by which the end of a statement's own chain is named or described."""
    return set(normalise_name(statement.chain[-1].name or "").split())


def _compare(statement: Statement, candidate: Statement, setting: Setting) -> tuple[bool, int]:
    """What candidates are ordered by: somebody described, and described most alike, first."""
    shared = find_end_words(statement) & find_end_words(candidate)
    return find_end(candidate, setting) not in DESCRIBED, -len(shared)


def join_relays(way: Way) -> None:
    """Joins somebody described, credited through a publication, to whoever that publication's own way leads to.

    Only where that is nobody named: a name could be another's. Else the words may have been reused.
    """
    for i in sorted(way.relays):
        relay, otherwise = way.relays[i]
        end = way.find_end(relay.target.id)
        if end and end.id != i and way.is_described(end):
            way.steps[i] = relay
        elif otherwise:
            way.steps[i] = otherwise


def join_mentions(way: Way) -> None:
    """Leads every mention of somebody described where another mention in the same document leads."""
    mentions: dict[str, list[Statement]] = {}
    for i in sorted(way.statements):
        statement = way.statements[i]
        if find_end(statement, way.setting) is End.ANONYMOUS:
            mentions.setdefault(make_origin_id(statement, way.setting), []).append(statement)
    for group in mentions.values():
        leading = [s for s in group if s.id in way.steps]
        resting = [s for s in group if s.id not in way.steps]
        if not leading or not resting:
            continue
        first = min(leading, key=way.to_order)
        end = way.find_end(first.id)
        if end and end not in resting:
            for statement in resting:
                way.steps[statement.id] = make_reference(statement, first, way.setting)


def make_reference(statement: Statement, other: Statement, setting: Setting) -> Step:
    """The step from one mention of somebody described to another in the same document."""
    return Step(
        target=other,
        kind="reference",
        reason=f'the document speaks of "{statement.chain[-1].name}" here and there: one source',
        evidence=tuple(setting.make_evidence(s.document, s.chain[-1]) for s in (statement, other)),
    )
