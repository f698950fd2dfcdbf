"""Claims: groups of statements that assert the same thing, with those that deny it, and the values in which they differ.

Ties (`link/ties.py`) say how likely two statements belong together. `find_groups` joins them while the average over
all pairs stays likely, so that a chain of likenesses can't lead from one claim to another. `resolve` makes the claim
of one group. Neither depends on the order of its input.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

from sayso.forest import Forest
from sayso.link.chains import chain_in_words
from sayso.link.quantity import Quantity
from sayso.link.sayings import Saying
from sayso.link.ties import is_denied
from sayso.model import Certainty, Claim, Part, Polarity, Statement, Tie, Variant

VERSION = "3"
"""Of linking; raised whenever it may make other claims of the same statements."""

LEAST = 0.4
"""Two groups are one claim where a pair of theirs is so likely one on average; `bench.claims` shows others."""


def find_groups(
    ids: Iterable[str],
    ties: Iterable[Tie],
    *,
    least: float = LEAST,
    joined: Iterable[tuple[str, str]] = (),
    parted: Iterable[tuple[str, str]] = (),
) -> list[list[str]]:
    """Statement ids in groups, each by id, all by their first. Pairs without a tie count as nothing in the average.

    `joined` are pairs of which a person judged that the first belongs to the claim of the second, in order of judging, and
    `parted` those judged to be of different claims; parted ones go before joined ones.
    """
    members = {i: [i] for i in sorted(set(ids))}
    sums: dict[str, dict[str, float]] = {i: {} for i in members}
    for tie in ties:
        if tie.a in members and tie.b in members:
            sums[tie.a][tie.b] = sums[tie.b][tie.a] = max(tie.score, sums[tie.a].get(tie.b, 0.0))
    apart: dict[str, set[str]] = {}
    for one, other in parted:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)

    def may_join(a: str, b: str) -> bool:
        return not apart or not any(apart.get(i, set()) & set(members[b]) for i in members[a])

    def join(a: str, b: str) -> None:
        members[a] = sorted(members[a] + members.pop(b))
        for other, value in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value

    heap = [
        (-_average(sums, members, a, b), a, b)
        for a in sorted(sums)
        for b in sorted(sums[a])
        if a < b and _average(sums, members, a, b) >= least
    ]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -score != _average(sums, members, a, b) or not may_join(a, b):
            continue
        join(a, b)
        for other in sorted(sums[a]):
            first, second = sorted((a, other))
            average = _average(sums, members, first, second)
            if average >= least:
                heapq.heappush(heap, (-average, first, second))
    return move_judged([members[i] for i in sorted(members)], joined, apart)


def move_judged(
    groups: Iterable[Sequence[str]], joined: Iterable[tuple[str, str]], apart: Mapping[str, set[str]]
) -> list[list[str]]:
    """The groups after a person put statements to others', each with those that were put to it before.

    The groups are made first: were the pair put together before likeness counts, what is unlike the rest of the claim would
    draw the other out of it. Where somebody of the group is judged to be of another claim, the pair leaves it together.
    """
    group_of: dict[str, set[str]] = {}
    for held in map(set, groups):
        group_of |= dict.fromkeys(held, held)
    bound = {i: {i} for i in group_of}

    def is_parted(some: set[str], others: set[str]) -> bool:
        return any(apart.get(i, set()) & others for i in some)

    for a, b in joined:
        if a not in group_of or b not in group_of or is_parted(bound[a], bound[b]):
            continue
        both = bound[a] | bound[b]
        bound |= dict.fromkeys(both, both)
        if b in group_of[a]:
            continue
        target = both if is_parted(bound[a], group_of[b]) else both | group_of[b]
        for i in target:
            group_of[i] -= target
        group_of |= dict.fromkeys(target, target)
    return sorted(sorted(group) for group in {id(g): g for g in group_of.values()}.values())


def _average(sums: Mapping[str, Mapping[str, float]], members: Mapping[str, Sequence[str]], a: str, b: str) -> float:
    # Rounded, so that the order in which the sum was made can't show.
    return round(sums[a].get(b, 0.0) / (len(members[a]) * len(members[b])), 9)


def resolve(group: Sequence[Saying], ties: Iterable[Tie]) -> Claim:
    """The claim of one group, before it is weighed."""
    sayings = {s.statement.id: s for s in group}
    kept = tuple(sorted((t for t in ties if t.a in sayings and t.b in sayings), key=lambda t: (t.a, t.b)))
    denials = find_denials(sayings, kept)
    affirming = sorted(set(sayings) - denials)
    shown = min((sayings[i].statement for i in affirming or sorted(denials)), key=_rank_shown)
    return Claim(
        id=min(sayings),
        text=shown.text,
        said_by=chain_in_words(shown.chain),
        statements=tuple(affirming),
        denials=tuple(sorted(denials)),
        documents=tuple(sorted({s.statement.document for s in group})),
        ties=kept,
        variants=find_variants([sayings[i] for i in affirming]),
    )


def tie_judged(a: Saying, b: Saying, note: str) -> Tie:
    """The tie between two statements that a person judged to be of one claim; opposed where only one denies."""
    first, second = sorted((a.statement.id, b.statement.id))
    opposed = (a.statement.polarity is Polarity.DENIED) != (b.statement.polarity is Polarity.DENIED)
    reason = f"a person judged so{f': {note}' if note else ''}"
    return Tie(a=first, b=second, opposed=opposed, score=1.0, features=(), reason=reason)


def find_strongest(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """The fewest of a claim's ties that hold it together, the likeliest ones: why it is one claim, by their ids."""
    groups: Forest[str] = Forest()
    kept = [t for t in sorted(ties, key=lambda t: (-t.score, t.a, t.b)) if groups.join(t.a, t.b)]
    return tuple(sorted(kept, key=lambda t: (t.a, t.b)))


def find_denials(sayings: Mapping[str, Saying], ties: Sequence[Tie]) -> set[str]:
    """The statements of one group that reject what the others assert.

    The two sides are those that agree best with the ties. The denying one is that with more words that deny; where
    both have as many, the smaller; then that without the smallest id.
    """
    ids = sorted(sayings)
    weights: dict[str, dict[str, float]] = {i: {} for i in ids}
    for tie in ties:
        weights[tie.a][tie.b] = weights[tie.b][tie.a] = -tie.score if tie.opposed else tie.score
    side = {i: -1 if is_denied(sayings[i]) else 1 for i in ids}
    for _ in ids:  # each round turns the one that agrees least with the others, so that agreement only grows
        gains = {i: -sum(w * side[i] * side[j] for j, w in weights[i].items()) for i in ids}
        worst = max(ids, key=lambda i: (round(gains[i], 9), i))
        if gains[worst] <= 1e-9:
            break
        side[worst] = -side[worst]
    groups = [[i for i in ids if side[i] == s] for s in (1, -1)]
    if not groups[0] or not groups[1]:
        if any(sayings[i].statement.polarity is not Polarity.DENIED for i in ids):
            return set()
        return set(ids)
    denying = min(groups, key=lambda g: (-_deniers(sayings, g), len(g), ids[0] in g))
    return set(denying)


def _deniers(sayings: Mapping[str, Saying], ids: Sequence[str]) -> float:
    return round(sum(is_denied(sayings[i]) for i in ids) / len(ids), 9)


def _rank_shown(statement: Statement) -> tuple[object, ...]:
    """A credited statement of the text, plain and in full, stands for its claim."""
    return (
        statement.part is not Part.TEXT,
        statement.certainty is not Certainty.ATTRIBUTED,
        -min(len(statement.text), 120),
        statement.id,
    )


def find_variants(sayings: Sequence[Saying]) -> tuple[Variant, ...]:
    """The values of one unit in which statements differ; none where all that give one agree.

    Of several units, that which most statements give.
    """
    by_unit: dict[str, dict[float, dict[str, str]]] = {}
    for saying in sayings:
        for quantity in saying.quantities:
            if quantity.value > 1 or quantity.unit in ("%", *"$€£¥₦₹"):
                values = by_unit.setdefault(quantity.unit, {}).setdefault(quantity.value, {})
                values.setdefault(saying.statement.id, _value_in_words(saying.statement.text, quantity))
    if not by_unit:
        return ()
    unit = max(sorted(by_unit), key=lambda u: len({i for v in by_unit[u].values() for i in v}))
    given = by_unit[unit]
    if len(given) < 2:
        return ()
    return tuple(Variant(value=min(given[v].values()), statements=tuple(sorted(given[v]))) for v in sorted(given))


def _value_in_words(text: str, quantity: Quantity) -> str:
    rest = text[quantity.stop :].split()
    unit = rest[0].strip(".,;:’'\"") if rest and quantity.unit not in ("", "%") else ""
    return " ".join(filter(None, (text[quantity.start : quantity.stop].strip(), unit)))
