"""Own voice inside a document that says more elsewhere: headlines and leads."""

from sayso.model import Part, Statement
from sayso.weigh.ends import End, find_end, make_origin_id
from sayso.weigh.repeats import make_quote
from sayso.weigh.side import Side
from sayso.weigh.step import Step


def find_account(statement: Statement, side: Side) -> Step | None:
    """The step from a statement to another of the same document that it only sums up; None where it stands on its own.

    A headline rests on what its text says: on any statement of the claim where it credits nobody, else on one
    with the same source. A lead in the outlet's own voice stands on its own, by the letter of rule 5, even
    where the document credits the same claim further on.
    """
    if statement.part is not Part.HEADLINE:
        return None
    setting = side.setting
    body = [s for s in side.by_document.get(statement.document, ()) if s.part is Part.TEXT]
    if find_end(statement, setting) is not End.VOICE:
        source = make_origin_id(statement, setting)
        body = [s for s in body if make_origin_id(s, setting) == source]
    if not body:
        return None
    target = min(body, key=lambda s: side.prefer(statement, s))
    return Step(
        target=target,
        kind="headline",
        reason="a headline rests on what its text says of the same claim",
        evidence=(make_quote(statement, side), make_quote(target, side)),
    )
