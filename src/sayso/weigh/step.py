"""A step of a followed chain: from a statement to the one that it rests on."""

import dataclasses

from sayso.model import Evidence, Statement


@dataclasses.dataclass(frozen=True, kw_only=True)
class Step:
    """A step from a statement to another one that it rests on."""

    target: Statement
    kind: str
    """citation, reuse, headline, or reference where a document refers back to its own earlier mention."""
    reason: str
    """In plain words."""
    evidence: tuple[Evidence, ...] = ()
    """The words or fields that it rests on."""
