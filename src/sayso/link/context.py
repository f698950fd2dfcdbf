"""A statement with the words around it, as the judge of pairs reads it.

A statement alone says "he has signed it"; who and what stands in the headline and in the words before.
"""

import dataclasses
import re

from sayso.model import Document, Part, Statement

BEFORE = 20
"""Words of the same part that are kept from before the statement."""

AFTER = 6
"""Words that are kept from after it: often the credit, or the end of its sentence."""

HEADLINE = 10
"""Words that are kept from the headline, which names what a text is about."""

MOST = 40
"""Words that are kept of the statement itself."""

_SPACE = re.compile(r"\s+")
_CHARACTERS = 12
"""Characters cut out for each word wanted: enough for any but the longest."""


@dataclasses.dataclass(frozen=True)
class Context:
    """The words of a statement and those around it, single spaces between them."""

    before: str
    words: str
    after: str


def make_context(document: Document, statement: Statement) -> Context:
    """The context of a statement; the headline stands before one of the text."""
    part = document.part(statement.part)
    before = _SPACE.split(part[max(0, statement.start - BEFORE * _CHARACTERS) : statement.start].strip())[-BEFORE:]
    after = _SPACE.split(part[statement.stop : statement.stop + AFTER * _CHARACTERS].strip())[:AFTER]
    headline = [] if statement.part is Part.HEADLINE else [*document.headline.split()[:HEADLINE], "."]
    return Context(
        before=" ".join([*headline, *before]).strip(),
        words=" ".join(statement.text.split()[:MOST]),
        after=" ".join(after).strip(),
    )
