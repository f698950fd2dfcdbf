"""Reuse: passages of a document that repeat another document's, and which of the two repeats the other.

What is not reuse, and how it is told apart:

- One quotation heard by several, stock phrases, names, formal titles, paraphrases: their words are worth too little
  (`sayso.link.passages`).
- What an outlet sets under its articles: a passage at the end of two documents of one outlet that share nothing else.
  Lines that offer subscriptions or say who owns the text are worth nothing wherever they stand (`sayso.link.telling`).
"""

from collections.abc import Sequence

import numpy as np

from sayso.link.crediting import Record, is_same_outlet
from sayso.link.direction import find_direction
from sayso.link.nearest import resolve
from sayso.link.passages import find_passages, mirror_passages
from sayso.link.prints import Row
from sayso.model import Part, Passage, Reuse, Span

__all__ = ["Record", "decide", "resolve"]

TAIL_GAP = 60
"""Words that may stand below what an outlet sets under its articles, or between two pieces of it: a name, a date, an
address. By eye, on the tails in the news clusters."""

TAIL_SHARE = 0.5
"""The greatest share of either document that such a tail has; what is more is the report itself, published twice."""

TAIL_WORDS = 120
"""Words of the longest tail that may be more than that share, where a document is short."""

LEAST_OWN = 30
"""Words that both documents then must have of their own."""


def decide(a: Record, b: Record) -> Reuse | None:
    """What one of two documents repeats of the other; None where they share no passage. Swapped, the answer is the same.

    Where the direction is undetermined, `document` is the one with the greater id.
    """
    if a.document.id == b.document.id:
        return None
    passages = find_passages(a.prints, b.prints)
    if not passages or (is_same_outlet(a.document, b.document) and is_tail(a, b, passages)):
        return None
    direction = find_direction(a, b, passages)
    repeater = direction.repeater or max(a.document.id, b.document.id)
    is_ours = repeater == a.document.id
    return Reuse(
        document=repeater,
        source=b.document.id if is_ours else a.document.id,
        directed=direction.repeater is not None,
        reason=direction.reason,
        evidence=direction.evidence,
        passages=passages if is_ours else mirror_passages(passages),
    )


def is_tail(a: Record, b: Record, passages: Sequence[Passage]) -> bool:
    """True where all that two texts share stands at the end of both, below reports that differ."""
    texts = [p for p in passages if p.span.part is Part.TEXT]
    return _is_at_end(a.prints.text, [p.span for p in texts]) and _is_at_end(b.prints.text, [p.source for p in texts])


def _is_at_end(row: Row, spans: Sequence[Span]) -> bool:
    end = len(row.words)
    shared = 0
    for span in sorted(spans, reverse=True):
        start, stop = (int(np.searchsorted(row.starts, at)) for at in (span.start, span.stop))
        if end - stop > TAIL_GAP:
            return False
        shared += stop - start
        end = start
    own = len(row.words) - shared
    return own >= shared * (1 / TAIL_SHARE - 1) or (shared <= TAIL_WORDS and own >= LEAST_OWN)
