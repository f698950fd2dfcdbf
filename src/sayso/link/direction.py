"""Which of two documents repeats the other, and what shows it.

Evidence, strongest first:

1. Credit. A document names the other's outlet: in a dateline, credit line or byline, or for a passage that they share.
   It goes before time: an agency's page may be dated later than the paper that carried it. A credit for other words
   is good as long as time doesn't contradict it.
2. Time. One was published clearly before the other. It is no evidence against a document that credits its text to a
   third outlet: what it has, it has from there.
3. Traces (`sayso.link.traces`), which are weak.

Without evidence there is no direction: the two share one origin all the same.
"""

import dataclasses
from collections.abc import Sequence

from sayso.link.crediting import Naming, Reach, Record, find_agency, find_credit, is_one_name
from sayso.link.passages import mirror_passages
from sayso.link.published import is_earlier
from sayso.link.traces import find_traces
from sayso.model import Document, Evidence, Passage


@dataclasses.dataclass(frozen=True, kw_only=True)
class Direction:
    """Which of two documents repeats the other."""

    repeater: str | None
    """Its id; None where it is undetermined."""
    reason: str
    evidence: tuple[Evidence, ...] = ()


def find_direction(a: Record, b: Record, passages: Sequence[Passage]) -> Direction:
    """Which of two documents repeats the other. `passages` are those of `a`; swapped, the answer is the same."""
    if b.document.id < a.document.id:
        return find_direction(b, a, mirror_passages(passages))
    return (
        _judge_credits(a, b, passages)
        or _judge_agencies(a, b)
        or _judge_times(a, b)
        or _judge_traces(a, b, passages)
        or Direction(repeater=None, reason=f"neither credits the other, and {_explain_times(a.document, b.document)}")
    )


def _judge_credits(a: Record, b: Record, passages: Sequence[Passage]) -> Direction | None:
    ours = find_credit(a, b.document, [p.span for p in passages])
    theirs = find_credit(b, a.document, [p.source for p in passages])
    if ours is None and theirs is None:
        return None
    if ours and theirs and (ours.reach is Reach.ELSEWHERE) == (theirs.reach is Reach.ELSEWHERE):
        evidence = (ours.evidence, theirs.evidence)
        return Direction(repeater=None, reason="each of the two credits the other", evidence=evidence)
    if ours and not (theirs and theirs.reach > ours.reach):
        return _follow_credit(a.document, b.document, ours)
    assert theirs is not None
    return _follow_credit(b.document, a.document, theirs)


def _follow_credit(repeater: Document, source: Document, credit: Naming) -> Direction:
    reason = f"it credits {credit.name} {credit.where}"
    is_first = is_earlier(repeater.published, source.published)
    if is_first and credit.reach is Reach.ELSEWHERE:
        reason = f"one credits {credit.name} {credit.where}, but was published clearly before it"
        return Direction(repeater=None, reason=reason, evidence=(credit.evidence,))
    if is_first:
        reason += ", which goes before the times of publication: by these it was out first"
    return Direction(repeater=repeater.id, reason=reason, evidence=(credit.evidence,))


def _judge_agencies(a: Record, b: Record) -> Direction | None:
    """Undetermined where a document credits its text to a third outlet: alone, it is no copy of an earlier one."""
    ours, theirs = find_agency(a), find_agency(b)
    if ours and theirs:
        same = is_one_name(ours.name, theirs.name)
        reason = (
            f"both credit {ours.name}, so each may have its words from there"
            if same
            else f"one credits {ours.name} and the other {theirs.name}, so neither need have its words from the other"
        )
        return Direction(repeater=None, reason=reason, evidence=(ours.evidence, theirs.evidence))
    for credit, record, other in ((ours, a, b), (theirs, b, a)):
        if credit and is_earlier(other.document.published, record.document.published):
            reason = f"the later of the two credits {credit.name}, so it need not have its words from the earlier"
            return Direction(repeater=None, reason=reason, evidence=(credit.evidence,))
    return None


def _judge_times(a: Record, b: Record) -> Direction | None:
    for later, earlier in ((a.document, b.document), (b.document, a.document)):
        if is_earlier(earlier.published, later.published):
            evidence = tuple(
                Evidence(document=d.id, metadata="published", words=d.published or "") for d in (later, earlier)
            )
            reason = f"it was published later: {later.published}, the other {earlier.published}"
            return Direction(repeater=later.id, reason=reason, evidence=evidence)
    return None


def _judge_traces(a: Record, b: Record, passages: Sequence[Passage]) -> Direction | None:
    found = find_traces(a, b, passages) + find_traces(b, a, mirror_passages(passages))
    if len({trace.repeater for trace in found}) != 1:
        return None
    return Direction(repeater=found[0].repeater, reason=found[0].reason, evidence=found[0].evidence)


def _explain_times(a: Document, b: Document) -> str:
    if a.published is None or b.published is None:
        return "they are not both dated"
    return "their times of publication are too close to tell which was first"
