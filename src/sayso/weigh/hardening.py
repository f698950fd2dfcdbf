"""Rules 9 and 10: documents that assert what they only have from others, and those that rest on a corrected one."""

from collections.abc import Iterable

from sayso.model import Certainty, Statement, Status
from sayso.weigh.setting import Setting
from sayso.weigh.way import Trail

SOFT = (Certainty.ATTRIBUTED, Certainty.HEDGED)


def find_hardened(trails: Iterable[Trail]) -> tuple[str, ...]:
    """Ids of the documents that assert what their statement rests on only as attributed or hedged."""
    return tuple(sorted({t.statement.document for t in trails if is_hardened(t)}))


def is_hardened(trail: Trail) -> bool:
    """True where a statement is asserted and one further on its trail is not, or its own text credits it."""
    first = trail.statement
    if first.certainty is not Certainty.ASSERTED:
        return False
    return has_hidden_credit(first) or any(s.certainty in SOFT for s in trail.passed[1:])


def has_hidden_credit(statement: Statement) -> bool:
    """True for a headline that asserts what its text credits: its chain is longer than its words show."""
    return not statement.credited and len(statement.chain) > 1


def find_status(trail: Trail, setting: Setting) -> tuple[str, ...]:
    """Ids of the corrected or retracted documents that a trail passes through, from near to far."""
    passed = dict.fromkeys(s.document for s in trail.passed)
    return tuple(d for d in passed if setting.documents[d].status is not Status.LIVE)


def find_corrected(trails: Iterable[Trail], setting: Setting) -> tuple[str, ...]:
    """Ids of the documents whose statements rest on another document that was corrected or retracted."""
    resting = {t.statement.document for t in trails if set(find_status(t, setting)) - {t.statement.document}}
    return tuple(sorted(resting))
