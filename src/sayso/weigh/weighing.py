"""Claims → origins, relations, intervals: the rules of `docs/method.md`."""

import dataclasses
from collections.abc import Iterable, Mapping

from sayso.forest import Forest
from sayso.model import Claim, OriginRelation, Relation, Weight
from sayso.weigh.following import follow
from sayso.weigh.hardening import find_corrected, find_hardened
from sayso.weigh.hops import make_followed
from sayso.weigh.interval import count_distinct
from sayso.weigh.origins import make_origin
from sayso.weigh.relations import decide
from sayso.weigh.setting import Setting
from sayso.weigh.side import make_side
from sayso.weigh.source import Source, join_sources, make_sources
from sayso.weigh.way import Trail

VERSION = "3"
"""Of weighing; raised whenever it may count the same claims otherwise."""


def weigh(claim: Claim, setting: Setting) -> Claim:
    """The claim with its origins and interval, those of its denials, and what is hardened, circular or corrected."""
    affirmed = follow(make_side(claim, claim.statements, setting))
    denied = follow(make_side(claim, claim.denials, setting))
    trails = [*affirmed.values(), *denied.values()]
    return dataclasses.replace(
        claim,
        weight=make_weight(affirmed, setting),
        denied=make_weight(denied, setting),
        circular=bool(affirmed) and all(t.end is None for t in affirmed.values()),
        loops=tuple(sorted(t.statement.id for t in trails if t.end is None)),
        hardened_at=find_hardened(affirmed.values()),
        corrected=find_corrected(trails, setting),
    )


def make_weight(trails: Mapping[str, Trail], setting: Setting) -> Weight:
    """The origins that some trails end at, how they stand to each other, and how many are distinct."""
    found = {s.id: s for s in make_sources(trails, setting)}
    sources, joined = join_overruled(found, setting)
    relations = [overrule(decide(a, b), a, b, setting) for n, a in enumerate(sources) for b in sources[n + 1 :]]
    different = [frozenset((r.a, r.b)) for r in relations if r.relation is Relation.DIFFERENT]
    at_least, exact = count_distinct([s.id for s in sources], different)
    rests = {t.statement.id: s.id for s in sources for t in s.trails}
    return Weight(
        at_least=at_least,
        at_most=len(sources),
        exact=exact,
        origins=tuple(make_origin(s) for s in sources),
        relations=tuple(sorted((*relations, *joined), key=lambda r: (r.a, r.b))),
        followed=tuple(make_followed(trails[i], rests.get(i), setting) for i in sorted(trails)),
    )


def join_overruled(found: Mapping[str, Source], setting: Setting) -> tuple[list[Source], list[OriginRelation]]:
    """The sources by id, those joined that a person judged to be the same; and those judgements as relations."""
    same: Forest[str] = Forest()
    joined = []
    for pair in sorted(tuple(sorted(p)) for p, (relation, _) in setting.overruled.items() if relation is Relation.SAME):
        if len(pair) == 2 and all(i in found for i in pair):
            same.join(*pair)
            machine = decide(found[pair[0]], found[pair[1]])
            words = setting.overruled[frozenset(pair)][1]
            joined.append(dataclasses.replace(machine, relation=Relation.SAME, reason=say_overruled(machine, words)))
    groups = [[found[i] for i in group] for group in same.find_groups(found)]
    sources = [join_sources(group) if len(group) > 1 else group[0] for group in groups]
    return sorted(sources, key=lambda s: s.id), joined


def overrule(machine: OriginRelation, a: Source, b: Source, setting: Setting) -> OriginRelation:
    """A relation as a person judged it, where one did; the machine's judgement stays in the reason."""
    judged = list(_find_judgements(a, b, setting))
    if not judged:
        return machine
    relation = Relation.DIFFERENT if any(r is Relation.DIFFERENT for r, _ in judged) else judged[0][0]
    words = "; ".join(dict.fromkeys(w for r, w in judged if r is relation))
    return dataclasses.replace(machine, relation=relation, reason=say_overruled(machine, words))


def _find_judgements(a: Source, b: Source, setting: Setting) -> Iterable[tuple[Relation, str]]:
    for ours in sorted(a.ids):
        for theirs in sorted(b.ids):
            judged = setting.overruled.get(frozenset((ours, theirs)))
            if judged and judged[0] is not Relation.SAME:
                yield judged


def say_overruled(machine: OriginRelation, words: str) -> str:
    """A person's judgement and the machine's beside it."""
    return f"a person judged so{f': {words}' if words else ''} (the machine: {machine.relation}, {machine.reason})"
