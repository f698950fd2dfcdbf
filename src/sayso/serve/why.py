"""Why a claim has the interval it has: everything that its counting rests on."""

from collections.abc import Iterable
from typing import Any

from sayso.export.words import explain_interval
from sayso.link.rulings import find_anchored, find_statement
from sayso.model import Claim, Overrule, Ruling, Span, Statement
from sayso.serve.linked import Around, find_followed
from sayso.serve.records import (
    chain_record,
    claim_record,
    hop_record,
    overrule_record,
    statement_record,
)

TRUTH = "None of this says what is true: two sources can both be wrong, and one alone can be right."


def say_meaning(claim: Claim) -> str:
    """What a claim's interval means, and what it doesn't."""
    return f"{explain_interval(claim)} {TRUTH}"


def find_bearing(overrules: Iterable[Overrule], around: Around) -> list[Overrule]:
    """The judgements of persons on a claim's statements and on those that it rests on, withdrawn ones too."""
    passed = {hop.statement for f in find_followed(around.claim) for hop in f.hops} | set(around.statements)
    judged = [o for o in overrules if o.ruling not in (Ruling.MERGE, Ruling.SPLIT)]
    return [o for o in judged if (_is_shared if o.ruling is Ruling.NOT_REUSE else _is_meant)(o, around, passed)]


def _is_meant(overrule: Overrule, around: Around, passed: set[str]) -> bool:
    """True where a judgement is about one of some statements."""
    here = [a for a in overrule.subjects if a.document in around.documents]
    meant = [find_statement(a, around.documents[a.document], around.readings[a.document].statements) for a in here]
    return any(s is not None and s.id in passed for s in meant)


def _is_shared(overrule: Overrule, around: Around, passed: set[str]) -> bool:
    """True where a judgement is about passages that one of some statements stands in."""
    spans: dict[str, list[Span]] = {}
    for statement in (s for r in around.readings.values() for s in r.statements if s.id in passed):
        spans.setdefault(statement.document, []).extend(statement.spans)
    here = [a for a in overrule.subjects if a.document in around.documents]
    found = [(a.document, find_anchored(a, around.documents[a.document])) for a in here]
    return any(span is not None and span.overlaps(own) for d, span in found for own in spans.get(d, ()))


def find_as_read(around: Around) -> dict[str, Statement]:
    """The statements to which a person gave another chain, by id, as the reader has them."""
    read = {s.id: s for r in around.as_read.values() for s in r.statements}
    return {i: read[i] for i, s in around.statements.items() if read[i].chain != s.chain}


def why_record(around: Around, overrules: Iterable[Overrule]) -> dict[str, Any]:
    """A claim as `claim_record` gives it, with all its statements in full and every hop with its words.

    `as_read` has the reader's chain of each statement to which a person gave another.
    """
    claim, documents = around.claim, around.documents
    return {
        **claim_record(claim),
        "meaning": say_meaning(claim),
        "said": [statement_record(documents[s.document], s) for s in around.statements.values()],
        "as_read": {i: chain_record(documents[s.document], s) for i, s in find_as_read(around).items()},
        "hops": {
            f.statement: [hop_record(documents[hop.document], hop) for hop in f.hops] for f in find_followed(claim)
        },
        "overrules": [overrule_record(o, documents) for o in find_bearing(overrules, around)],
    }
