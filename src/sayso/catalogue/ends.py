"""What stands at the end of a statement's own chain."""

from sayso.model import Kind, Statement

ENDS = {
    "own voice": "nobody but the outlet stands in the chain",
    "person": "a named person",
    "organisation": "a named organisation",
    "publication": "another outlet, an agency, a study, a document, by name",
    "anonymous": "somebody described, and not identified",
    "undetermined": "somebody of whom it is undetermined who is meant",
}
"""What may stand at the end of a document's own chain, and what that means."""


def find_end(statement: Statement) -> str:
    """What stands at the end of a statement's own chain: one of `ENDS`."""
    last = statement.chain[-1]
    if len(statement.chain) == 1 or last.kind is Kind.OUTLET:
        return "own voice"
    if not last.name:
        return "undetermined"
    return str(last.kind)
