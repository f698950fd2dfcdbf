"""A trail as it is shown: link by link, from near to far."""

from sayso.model import Followed, Hop, Kind, Link, Statement
from sayso.weigh.hardening import find_status
from sayso.weigh.setting import Setting
from sayso.weigh.way import Trail


def make_followed(trail: Trail, origin: str | None, setting: Setting) -> Followed:
    """The followed chain of one statement.

    Where a headline rests on its text, the text's links stand in place of its own.
    """
    first = trail.statement.chain
    if trail.steps and trail.steps[0].kind == "headline":
        first = first[:1]
    hops = [make_hop(trail.statement, link, setting) for link in first]
    for at, step in zip(trail.passed, trail.steps, strict=False):
        links = step.target.chain
        if at.document == step.target.document and len(links) > 1:
            links = links[1:]
        reached = Hop(
            document=step.target.document,
            statement=step.target.id,
            link=links[0],
            step=step.kind,
            reason=step.reason,
            evidence=step.evidence,
        )
        hops += [reached, *(make_hop(step.target, link, setting) for link in links[1:])]
    return Followed(statement=trail.statement.id, hops=tuple(hops), origin=origin, status=find_status(trail, setting))


def make_hop(statement: Statement, link: Link, setting: Setting) -> Hop:
    """A link of a statement's own chain."""
    return Hop(
        document=statement.document,
        statement=statement.id,
        link=link,
        step="chain",
        reason=link.reason or ("publishes the document" if link.kind is Kind.OUTLET else "is credited"),
        evidence=(setting.make_evidence(statement.document, link),),
    )
