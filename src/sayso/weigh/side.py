"""The statements that affirm a claim, or those that deny it: the two are weighed apart."""

import dataclasses
from collections.abc import Mapping

from sayso.model import Claim, Part, Statement
from sayso.weigh.setting import Setting


@dataclasses.dataclass(frozen=True, kw_only=True)
class Side:
    """Statements of a claim that all affirm it, or all deny it."""

    members: Mapping[str, Statement]
    """By id, in the order of document, place and id."""
    by_document: Mapping[str, tuple[Statement, ...]]
    """The same by document."""
    values: Mapping[str, frozenset[str]]
    """Statement id → the values that it gives, where the claim's statements differ in one."""
    ties: Mapping[frozenset[str], float]
    """Two statements' ids → how alike they are, 0 to 1."""
    setting: Setting

    def prefer(self, statement: Statement, candidate: Statement) -> tuple[bool, bool, float, int, str]:
        """What candidates of one document are ordered by, the likeliest to be what a statement rests on first.

        Not the headline where there is another; one that gives the same value; the one most alike; the first.
        """
        score = self.ties.get(frozenset((statement.id, candidate.id)), 0.0)
        differs = self.values.get(statement.id) != self.values.get(candidate.id)
        return candidate.part is Part.HEADLINE, differs, -score, candidate.start, candidate.id


def make_side(claim: Claim, ids: tuple[str, ...], setting: Setting) -> Side:
    """One side of a claim."""
    chosen = sorted((setting.statements[i] for i in set(ids)), key=lambda s: (s.document, s.part, s.start, s.id))
    values: dict[str, set[str]] = {}
    for variant in claim.variants:
        for i in variant.statements:
            values.setdefault(i, set()).add(variant.value)
    ties: dict[frozenset[str], float] = {}
    for tie in claim.ties:
        pair = frozenset((tie.a, tie.b))
        ties[pair] = max(tie.score, ties.get(pair, 0.0))
    by_document: dict[str, tuple[Statement, ...]] = {}
    for statement in chosen:
        by_document[statement.document] = (*by_document.get(statement.document, ()), statement)
    return Side(
        members={s.id: s for s in chosen},
        by_document=by_document,
        values={i: frozenset(v) for i, v in values.items()},
        ties=ties,
        setting=setting,
    )
