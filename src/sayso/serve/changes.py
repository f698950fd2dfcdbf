"""What became of the claims when a person judged otherwise: before and after, side by side."""

import dataclasses
from collections.abc import Iterable

from sayso.model import Claim, Weight


@dataclasses.dataclass(frozen=True, kw_only=True)
class Change:
    """Claims that share statements, as they were and as they are."""

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def find_changes(before: Iterable[Claim], after: Iterable[Claim]) -> list[Change]:
    """The claims that are no longer what they were, by the first id: other statements, origins, relations or marks."""
    old, new = ({c.id: c for c in claims} for claims in (before, after))
    of_statement: dict[str, list[tuple[bool, str]]] = {}
    for is_new, claims in ((False, old), (True, new)):
        for claim in claims.values():
            for statement in (*claim.statements, *claim.denials):
                of_statement.setdefault(statement, []).append((is_new, claim.id))
    changes = []
    seen: set[tuple[bool, str]] = set()
    for start in sorted((is_new, i) for is_new, claims in ((False, old), (True, new)) for i in claims):
        group: set[tuple[bool, str]] = set()
        waiting = [] if start in seen else [start]
        while waiting:
            at = waiting.pop()
            if at in group:
                continue
            group.add(at)
            claim = (new if at[0] else old)[at[1]]
            waiting += [k for s in (*claim.statements, *claim.denials) for k in of_statement[s]]
        seen |= group
        was = tuple(old[i] for is_new, i in sorted(group) if not is_new)
        now = tuple(new[i] for is_new, i in sorted(group) if is_new)
        if [_show(c) for c in was] != [_show(c) for c in now]:
            changes.append(Change(before=was, after=now))
    return sorted(changes, key=lambda c: min(k.id for k in (*c.before, *c.after)))


def _show(claim: Claim) -> tuple[object, ...]:
    """All of a claim that is shown without its reasons."""
    marks = (claim.circular, claim.loops, claim.hardened_at, claim.corrected)
    return claim.statements, claim.denials, _count(claim.weight), _count(claim.denied), marks


def _count(weight: Weight) -> tuple[object, ...]:
    origins = tuple((o.id, o.statements, o.absent, o.unattributed, o.first_hand) for o in weight.origins)
    return weight.at_least, weight.at_most, origins, tuple((r.a, r.b, r.relation) for r in weight.relations)
