"""Followed chains: every statement's way through headlines, citations and reuse to the statement that it rests on."""

from collections.abc import Iterator

from sayso.model import Statement
from sayso.weigh.citations import find_cited
from sayso.weigh.described import find_relay, find_writing, join_mentions, join_relays
from sayso.weigh.ends import DESCRIBED, OPEN, End, find_end, has_same_end
from sayso.weigh.loops import close_loops
from sayso.weigh.own_voice import find_account
from sayso.weigh.repeats import find_repeated, find_twins
from sayso.weigh.side import Side
from sayso.weigh.step import Step
from sayso.weigh.twins import join_twins
from sayso.weigh.way import Trail, Way


def follow(side: Side) -> dict[str, Trail]:
    """The trail of every statement of a side, by id. The order of the input never matters."""
    way = make_way(side)
    close_loops(way)
    join_relays(way)
    close_loops(way)
    join_mentions(way)
    join_twins(way)
    join_mentions(way)
    return {i: way.make_trail(i) for i in side.members}


def make_way(side: Side) -> Way:
    """Where each statement leads by its own chain, its place and its words."""
    way = Way(side=side)
    waiting = list(side.members.values())
    while waiting:
        statement = waiting.pop()
        if statement.id not in way.statements:
            way.statements[statement.id] = statement
            waiting += [step.target for step in add_steps(statement, way)]
    return way


def add_steps(statement: Statement, way: Way) -> Iterator[Step]:
    """Adds the steps of one statement, and gives all that it has."""
    end = find_end(statement, way.setting)
    way.twins[statement.id] = list(find_twins(statement, way.side))
    yield from way.twins[statement.id]
    step = None if end is End.SPEAKER else find_account(statement, way.side)
    relay = find_relay(statement, way.side) if step is None and end in DESCRIBED else None
    if relay and way.is_described(relay.target):
        step = relay
    elif step is None:
        cited = None if end in OPEN else find_cited(statement, statement.chain[-1], way.side)
        writing = find_writing(statement, way.side) if end is End.PUBLICATION and cited is None else None
        step = cited or writing or find_source(statement, way.side)
    if relay and step is not relay:
        way.relays[statement.id] = relay, step
        yield relay
    elif step:
        way.steps[statement.id] = step
    if step:
        yield step


def find_source(statement: Statement, side: Side) -> Step | None:
    """The step by reuse. Where somebody is named, that decides; reuse then leads only to where the same one is named."""
    step = find_repeated(statement, side)
    is_open = find_end(statement, side.setting) in OPEN
    return step if step and (is_open or has_same_end(statement, step.target, side.setting)) else None
